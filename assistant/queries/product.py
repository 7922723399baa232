"""Product: so much for each, as often as it is counted.

    product(Quantity, price: given) → Quantity
    periods(Quantity, number: given) → Quantity

如果每件0.5元，1618件多少元: 1618 × 0.5 = 809元; the price is for one of what the figure counts.
公报每期1535册，全年12期共多少册: 1535 × 12 = 18420册; only of a figure that is stated for each of them.
"""

from __future__ import annotations

from fractions import Fraction

from assistant.queries.evaluate import quantity, register
from assistant.queries.facts import Facts
from assistant.queries.per import amount
from assistant.queries.rounding import EXACT, digits
from assistant.queries.tree import Tree
from assistant.queries.values import (
    SCALES,
    Failure,
    Quantity,
    computed,
    plain_unit,
    scale_of,
    unscaled,
)


def _price(tree: Tree, facts: Facts) -> Quantity | Failure:
    found = quantity(tree["q"], facts)
    given = tree["g"].given
    if isinstance(found, Failure) or given is None:
        return found if isinstance(found, Failure) else Failure("not_comparable")
    fits = facts.units.fits(tree["u"].tag, plain_unit(found.unit))
    if not found.is_exact or not fits or given.percent:
        return Failure("different_units")
    price = Fraction(given.value) * SCALES.get(scale_of(given.unit), 1)
    whole = unscaled(found)
    formula = f"{whole.term} × {digits(price, EXACT)}"
    return computed(whole.low * price, [whole], formula, plain_unit(given.unit))


def _periods(tree: Tree, facts: Facts) -> Quantity | Failure:
    number = tree["n"].given
    found = amount(tree, facts)
    if isinstance(found, Failure):
        found = facts.figure(tree["q"].phrase)
    if isinstance(found, Failure) or number is None:
        return found if isinstance(found, Failure) else Failure("not_comparable")
    each = facts.rate(found.facts[0])
    if not found.is_exact or not number.unit or each != number.unit:
        return Failure("not_comparable")
    formula = f"{found.term} × {number.value}"
    return computed(found.low * Fraction(number.value), [found], formula)


register("product", _price)
register("periods", _periods)
