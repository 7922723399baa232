"""Convert: a figure in another scale of its unit.

    convert(Quantity, unit) → Quantity

122.03万元是多少元: 1220300元, exactly.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.queries.evaluate import quantity, register
from assistant.queries.facts import Facts
from assistant.queries.rounding import EXACT, digits, fitting
from assistant.queries.tree import Tree, asked_of
from assistant.queries.values import SCALES, Failure, Quantity, plain_unit, scale_of, unscaled


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    inner = tree["q"]
    found = facts.numbered(inner.given) if inner.given else quantity(inner, facts)
    if isinstance(found, Failure):
        return found
    named, asked = tree.get("u"), asked_of(tree)
    unit = (named.tag if named else "") or (asked.unit if asked else "")
    if not unit or found.given or found.about or unit == found.unit:
        return Failure("not_comparable")
    plain = unscaled(found)
    target = plain_unit(unit)
    if target != plain.unit and not facts.units.same_kind(target, plain.unit):
        return Failure("different_units")
    factor = SCALES.get(scale_of(unit), 1)
    value = plain.low / factor
    high = None if plain.high is None else plain.high / factor
    formula = f"{digits(found.low, EXACT)}{found.unit}"
    return replace(found, low=value, high=high, unit=unit, formula=formula, places=fitting(value))


register("convert", _value)
