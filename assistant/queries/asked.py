"""A quantity asked of, in the unit that is asked: 多少项, 多少亿元.

    ask_quantity(Quantity, unit) → Quantity

阳山比佛冈多多少项: the difference, where it is of a kind with 项. A stated figure is given in the scale that is
asked (多少亿元), a computed one without its scale (多少元).
"""

from __future__ import annotations

from dataclasses import replace

from assistant.model import Finding, Mention
from assistant.queries.comparing import fits
from assistant.queries.evaluate import evaluate, register
from assistant.queries.facts import Facts
from assistant.queries.rounding import EXACT, digits, fitting
from assistant.queries.spreading import in_order, spread
from assistant.queries.tree import Tree, around, asked_of, keyed
from assistant.queries.values import (
    SCALES,
    Failure,
    Quantity,
    Value,
    plain_unit,
    scale_of,
    unscaled,
)
from assistant.queries.wording import finding

# What is spread over something.
SPREAD = frozenset({"per", "per_head", "per_time", "per_given"})


def _value(tree: Tree, facts: Facts) -> Value | Failure:
    extra, unit = around(tree, "w")
    inner = tree["q"]
    if inner.op == "given":
        return Failure("not_matched")
    if inner.op == "figure":
        asked = asked_of(tree)
        if asked is None and not _says_what((*inner.phrase.facets, *extra), facts.report.place):
            return Failure("not_matched")
        wanted = tree.get("w")
        given = inner.phrase.given + (wanted.phrase.given if wanted else ())
        facets = in_order(inner.phrase.facets, extra)
        phrase = replace(inner.phrase, facets=facets, asked=asked, given=given)
        return _in_scale(facts.figure(phrase), asked.unit if asked else "")
    if inner.op == "share" and extra:
        # 占无法提供的百分之几: what stands behind 占 is no more of the part.
        return Failure("no_whole", extra)
    meant = spread(inner, extra) if extra else inner
    wanted = tree.get("w")
    if inner.op in SPREAD and wanted is not None and inner.get("w") is None:
        # 专项经费除以人数，人均多少元: what is divided is in the unit that is asked.
        meant = keyed(replace(meant, kids=(*meant.kids, ("w", wanted))))
    found = evaluate(meant, facts)
    return _in_unit(found, unit, inner.op, facts) if isinstance(found, Quantity) else found


def _says_what(facets: tuple[Mention, ...], place: str) -> bool:
    """清远, 清远市: whose report it is names no figure by itself."""
    named = "".join(m.text for m in facets) == place
    return not named and not all("card_place" in m.kinds() for m in facets)


def _in_scale(found: Quantity | Failure, unit: str) -> Quantity | Failure:
    """In the scale that is asked, where it is another than the stated one."""
    if isinstance(found, Failure) or scale_of(unit) in ("", scale_of(found.unit)):
        return found
    if not found.is_exact:
        return found
    value = unscaled(found).low / SCALES[scale_of(unit)]
    formula = f"{digits(found.low, EXACT)}{found.unit}"
    return replace(found, low=value, high=value, unit=unit, formula=formula, places=fitting(value))


def _in_unit(found: Quantity, unit: str, operator: str, facts: Facts) -> Quantity | Failure:
    """What was computed, where the unit is of its kind; 几个 asks for no sum of things that have a unit."""
    if unit and not fits(unit, found, facts):
        return Failure("not_comparable")
    if found.formula and scale_of(found.unit) and unit == plain_unit(found.unit):
        formula = f"{found.term} × {SCALES[scale_of(found.unit)]}"
        found = replace(unscaled(found), formula=formula)
    general = facts.units.general
    if operator == "sum" and unit in general and found.unit not in general:
        return Failure("not_comparable")
    return found


def _says(tree: Tree, found: Value, facts: Facts) -> Finding:
    return finding(tree["q"], found, facts)


register("ask_quantity", _value, _says)
