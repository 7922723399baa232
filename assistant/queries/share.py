"""Share: which part of its whole a quantity is.

    share(part: Quantity, whole: Quantity?) → Quantity
    part_of(a: Quantity, b: Quantity) → Quantity

市级占全市的百分之几: 978 ÷ 6211 × 100% = 15.75%. The whole is the one that is named, else the stated one that the
part belongs to; a share that the report itself states is given as it stands. 阳山是佛冈的百分之几 (part_of): of one
quantity that is no part of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.choosing.parted import told_share
from assistant.late import late
from assistant.model import Figure, Finding, Mention
from assistant.naming import subject
from assistant.queries.comparing import same_kind, unlike
from assistant.queries.evaluate import quantity, register
from assistant.queries.facts import Facts
from assistant.queries.figure import stated_as
from assistant.queries.lists import operands, shared
from assistant.queries.spreading import in_order, spread
from assistant.queries.tree import Phrase, Tree, around, asked_of, keyed
from assistant.queries.values import PERCENT, Failure, Quantity, aligned, computed, stated
from assistant.queries.wholes import whole_of
from assistant.queries.wording import computation, listed, rounding, shown, values

# 占5分: what is stated to be held.
HOLDS = "占"
# What asks how many of a whole a part is, and no share of it: 占了几场.
COUNTED = late("占[了到去据有]?(?:几|多少)")


def share(tree: Tree, facts: Facts) -> Quantity | Failure:
    """The share in per cent."""
    found = _sides(tree, facts)
    return ratio(*found) if isinstance(found, tuple) else found


def _sides(tree: Tree, facts: Facts) -> tuple[Quantity, Quantity] | Quantity | Failure:
    """The part and the whole; or the share itself, where the report states it."""
    asked = asked_of(tree)
    if asked and asked.unit not in ("", PERCENT):
        return _points(tree, facts)
    part_tree = tree.get("p") or keyed(Tree("sum", (("l", tree["l"]),)))
    whole_tree = _whole_tree(tree)
    extra, _ = around(tree, "w")
    others = (*_said_of(whole_tree), *extra)
    numbered = whole_tree is not None and (whole_tree.op == "given" or whole_tree.phrase.given)
    known = None if numbered else _stated(part_tree, others, facts)
    if known is not None:
        return known
    part = _part(part_tree, others, facts)
    if isinstance(part, Failure):
        return part
    whole = whole_of(part, whole_tree, facts)
    if isinstance(whole, Failure):
        return whole
    # 占无法提供的百分之几: what stands behind 占 is of the whole.
    if left := unused(extra, whole.facts if tree.get("p") else (*part.facts, *whole.facts), facts):
        return Failure("not_matched", left)
    if not same_kind(part, whole, facts):
        return Failure("no_whole")
    if facts.is_carried(part) and not facts.is_carried(whole):
        # What was taken over from the year before is no part of what came in.
        return Failure("no_whole")
    if (told := _told_behind(part, whole, facts)) is not None:
        return told
    part, whole = aligned((part, whole))
    if not (part.is_exact and whole.is_exact):
        return Failure("approximate")
    if not whole.low or part.low > whole.low:
        return Failure("no_whole")
    return part, whole


def _told_behind(part: Quantity, whole: Quantity, facts: Facts) -> Quantity | None:
    """The percentage that the report tells right behind the part, unless more decimals are asked for."""
    if part.formula or whole.formula or len(part.facts) != 1 or len(whole.facts) != 1:
        return None
    told = told_share(part.facts[0], whole.facts[0], facts.report, facts.text)
    return stated(told) if told else None


def _points(tree: Tree, facts: Facts) -> Quantity | Failure:
    """在考核中占几分: the figure that the report states so, in the unit asked; 民生类占了几场: a part itself."""
    facets, _ = around(tree, "q", "w")
    part = tree.get("p")
    told = (*(part.phrase.facets if part is not None and part.op == "figure" else ()), *facets)
    found = facts.figure(Phrase(facets=in_order(told), asked=asked_of(tree)))
    if isinstance(found, Failure):
        return found
    clause = facts.report.source[slice(*found.facts[0].clause)]
    counted = found.facts[0].part_of is not None and COUNTED.search(facts.text)
    stated = HOLDS in clause or counted
    return found if stated else Failure("not_comparable")


def _whole_tree(tree: Tree) -> Tree | None:
    whole = tree.get("q")
    bare = whole is not None and whole.op == "phrase"
    return keyed(replace(whole, op="figure")) if whole is not None and bare else whole


def _said_of(whole: Tree | None) -> tuple[Mention, ...]:
    """What the whole says of its part too: all but that it is the whole (全市)."""
    if whole is None or whole.op == "given":
        return ()
    facets = (m for leaf in whole.leaves() for m in leaf.phrase.facets)
    return tuple(m for m in facets if "whole" not in m.kinds())


def _stated(tree: Tree, others: tuple[Mention, ...], facts: Facts) -> Quantity | None:
    """A share that the report itself states: 98%以上事项开通了…."""
    if tree.op != "figure":
        return None
    phrase = replace(tree.phrase, facets=in_order(tree.phrase.facets, others))
    found = facts.figure(phrase, PERCENT)
    return found if isinstance(found, Quantity) and found.unit == PERCENT else None


def _part(tree: Tree, others: tuple[Mention, ...], facts: Facts) -> Quantity | Failure:
    if tree.op == "figure":
        return shared(tree, others, "", [], facts)
    wide = quantity(spread(tree, others), facts)
    return wide if isinstance(wide, Quantity) else quantity(tree, facts)


def unused(
    facets: tuple[Mention, ...], figures: Sequence[Figure], facts: Facts
) -> tuple[Mention, ...]:
    """The words that none of the figures accounts for: 阳山县占连山县百分之几 is no share of the city."""
    return tuple(m for m in facets if not any(facts.says(f, (m,)) for f in figures))


def _part_of(tree: Tree, facts: Facts) -> Quantity | Failure:
    found = operands([tree["a"], tree["b"]], (), "", facts)
    if isinstance(found, Failure):
        return found
    a, b = aligned(found)
    if unlike(found, facts) or not (a.is_exact and b.is_exact and b.low):
        return Failure("not_comparable")
    return ratio(a, b)


def ratio(part: Quantity, whole: Quantity) -> Quantity:
    """One exact quantity as a share of another, in per cent."""
    formula = f"{part.term} ÷ {whole.term} × 100%"
    return computed(part.low * 100 / whole.low, (part, whole), formula, PERCENT)


def _said(side: Quantity, facts: Facts, mark: str = "") -> str:
    """A side as the report states it, or as it is made up."""
    if side.formula:
        return f"{listed(side.facts, facts)}（{side.formula}）"
    if not mark:
        return listed(side.facts, facts)
    return f"{subject(side.facts[0], facts.report)}{side.facts[0].text}"


def _says(tree: Tree, found: Quantity, facts: Facts) -> Finding:
    sides = _sides(tree, facts)
    if not isinstance(sides, tuple):
        # The report states the share itself.
        return stated_as(tree, found, facts)
    part, whole = sides
    slots = {
        "names": _said(part, facts),
        "whole": _said(whole, facts, "、"),
        "share": shown(found),
        "rounded": rounding(found),
    }
    done = computation("share", found)
    return Finding("answered", "share", slots, found.facts, values(found), computation=done)


def _per_so_many(tree: Tree, facts: Facts) -> Quantity | Failure:
    """每百件申请里有几件是传真申请: the share, of so many."""
    number, asked = int(tree["n"].tag), asked_of(tree)
    if not asked or asked.unit == PERCENT:
        return Failure("not_comparable")
    sides = _sides(keyed(Tree("share", (("p", tree["p"]), ("q", tree["q"])))), facts)
    if not isinstance(sides, tuple):
        return sides if isinstance(sides, Failure) else Failure("not_comparable")
    part, whole = sides
    if not facts.units.fits(asked.unit, part.unit):
        return Failure("different_units")
    formula = f"{part.term} ÷ {whole.term} × {number}"
    return computed(part.low * number / whole.low, (part, whole), formula)


register("share", share, _says)
register("per_so_many", _per_so_many)
register("part_of", _part_of)
