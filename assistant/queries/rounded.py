"""Rounded, and what a question says beside itself: on what a mean is based, of which whole it speaks.

    rounded(Quantity, places) → Quantity
    basis(expression, given) · of_number(expression, given) · either(Quantity) → what the expression yields

保留一位小数，八个县平均多少项: 654.1项. 以365天计，平均每天多少条: only what the year has anyway. 6211项里，市级多少项:
only where that is the number of the whole. 是740项还是645项: the figure, whichever is true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.model import Figure, Finding
from assistant.queries.evaluate import evaluate, quantity, register
from assistant.queries.facts import Facts
from assistant.queries.rounding import rounded
from assistant.queries.tree import Tree, every
from assistant.queries.values import Failure, Names, Quantity, Rows, Truth, Value
from assistant.queries.wording import finding


def _rounded(tree: Tree, facts: Facts) -> Quantity | Failure:
    found = evaluate(tree["s"], facts)
    places = tree["r"].given
    if not isinstance(found, Quantity) or places is None:
        return found if isinstance(found, Failure) else Failure("not_comparable")
    value = Fraction(rounded(found.low, int(places.value)))
    if value == found.low:
        return found
    formula = found.formula or found.term
    return replace(
        found, low=value, high=value, formula=formula, places=int(places.value), cut=True
    )


def _basis(tree: Tree, facts: Facts) -> Value | Failure:
    given = tree["g"].given
    over = next((t for t in every(tree["s"]) if t.op == "per_time"), None)
    if given is None or over is None or over["t"].tag != str(given.value):
        return Failure("not_comparable")
    return evaluate(tree["s"], facts)


def _of_number(tree: Tree, facts: Facts) -> Value | Failure:
    found = evaluate(tree["s"], facts)
    given = tree["g"].given
    if isinstance(found, Failure) or given is None:
        return found if isinstance(found, Failure) else Failure("not_comparable")
    wholes = facts.wholes(_figures(found)[:1])
    agrees = any(facts.is_number(given, whole) for whole in wholes)
    return found if agrees else Failure("premise")


def _figures(found: Value) -> Sequence[Figure]:
    if isinstance(found, Quantity):
        return found.facts
    if isinstance(found, Rows):
        return tuple(r.figure for r in found.members)
    return tuple(r.figure for r in found.rows) if isinstance(found, Names | Truth) else ()


def _either(tree: Tree, facts: Facts) -> Quantity | Failure:
    return quantity(tree["q"], facts)


def _says_own(tree: Tree, found: Value, facts: Facts) -> Finding:
    return finding(tree["s"], found, facts)


def _says_either(tree: Tree, found: Quantity, facts: Facts) -> Finding:
    return finding(tree["q"], found, facts)


register("rounded", _rounded)
register("basis", _basis)
register("of_number", _of_number, _says_own)
register("either", _either, _says_either)
