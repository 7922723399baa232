"""Share: what part one figure, or a sum, is of its whole."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.choosing.adding import may_add
from assistant.choosing.parted import told_share
from assistant.language.numerals import plain
from assistant.model import Figure, Finding, Query, Selection
from assistant.operators import verify
from assistant.operators.added import heading_group
from assistant.operators.arithmetic import SCALES, computation, exact, rounded, same_scale, value
from assistant.operators.compare import stated_share
from assistant.operators.ground import Ground, answer_figure
from assistant.operators.operands import countable, label, named, whole_and_parts
from assistant.steps.match import hold
from assistant.steps.match.holding import is_carried


def run(query: Query, ground: Ground) -> Finding:
    """Numerator over whole in percent, two decimals half up; the whole must be the numerator's own."""
    of_whole = replace(query.base, mentions=(*query.base.mentions, *query.right.mentions))
    if query.claims:
        return _claimed(query, of_whole, ground)
    strange = [m for m in query.right.required() if m.is_unknown()]
    if strange:
        return ground.refuse(replace(query, selections=(query.right,)), ())
    stated = stated_share(replace(query, base=of_whole), ground)
    if stated:
        return stated
    numerator = _numerator(query, ground)
    if isinstance(numerator, Finding):
        return numerator
    if len(numerator) > 1:
        refusal = may_add(numerator, ground)
        if refusal:
            return refusal
    whole = _whole(query, numerator, ground)
    if isinstance(whole, Finding):
        return whole
    if len(numerator) == 1:
        told = told_share(numerator[0], whole, ground.index.report, query.text)
        if told:
            return answer_figure(told)
    if is_carried(numerator[0], ground.index) and not is_carried(whole, ground.index):
        # What was taken over from the year before is no part of what came in.
        return Finding("unanswered", "no_whole", reason="not_comparable")
    figures = [*numerator, whole]
    if not exact(figures):
        return Finding("unanswered", "approximate", reason="not_comparable")
    *parts, total = same_scale(figures)[0]
    if not total or sum(parts, Decimal(0)) > total:
        return Finding("unanswered", "no_whole", reason="not_comparable")
    return _say(query, sum(parts, Decimal(0)), total, numerator, whole, figures)


def _claimed(query: Query, meant: Selection, ground: Ground) -> Finding:
    """机构职能类占2.0%吗: only a share that the report states is confirmed or corrected."""
    stated = replace(query, selections=(meant,), numbers=query.numbers[:1])
    if len(query.numbers) == 1 and query.numbers[0][1] == "%" and meant.required():
        claim = verify.run(stated, ground)
        if claim.status == "answered":
            return claim
    return Finding("unanswered", "not_supported", reason="not_supported")


def _whole(query: Query, parts: list[Figure], ground: Ground) -> Figure | Finding:
    """The whole of which the parts are stated to be; else the one that the question names."""
    for whole in _wholes(parts, ground):
        entry = ground.index.of(whole.id)
        named = entry and not hold(query.right, entry, ground.index, ground.units).left_over
        if named and _has_number(query, whole):
            return whole
    missing = Finding("unanswered", "no_whole", reason="not_comparable")
    if not query.right.meant():
        return missing
    entries = [
        e
        for e in countable(ground)
        if isinstance(f := e.fact, Figure)
        and _has_number(query, f)
        and ground.units.same_kind(f.unit, parts[0].unit)
        and f.unit != "%"
        and (query.numbers or _may_contain(f, parts))
    ]
    winners, _, _ = ground.choose(query.right, entries)
    figures = [c.fact for c in winners if isinstance(c.fact, Figure)]
    return figures[0] if len({(f.value, f.unit) for f in figures}) == 1 else missing


def _may_contain(whole: Figure, parts: list[Figure]) -> bool:
    """Of the same part of the report, and none of the parts themselves or of their likes."""
    return all(
        whole.section == p.section and whole.id != p.id and (not p.part_of or p.part_of != whole.part_of)
        and (not p.group or p.group != whole.group)
        for p in parts
    )  # fmt: skip


def _wholes(parts: list[Figure], ground: Ground) -> list[Figure]:
    """What all the parts are parts of, the nearest first."""
    found: list[Figure] = []
    wholes = {f.part_of for f in parts}
    while len(wholes) == 1:
        entry = ground.index.of(next(iter(wholes)))
        if entry is None or not isinstance(entry.fact, Figure) or entry.fact in found:
            break
        found.append(entry.fact)
        wholes = {entry.fact.part_of}
    return found


def _has_number(query: Query, whole: Figure) -> bool:
    """占9件申请: the number that the question gives for the whole is the whole's."""
    return all(v in (whole.value, _written_out(whole)) for v, _ in query.numbers)


def _written_out(figure: Figure) -> Decimal:
    return (figure.value or Decimal(0)) * SCALES.get(figure.unit[:1], Decimal(1))


def _numerator(query: Query, ground: Ground) -> list[Figure] | Finding:
    if query.classes and len(query.selections) == 1:
        series = whole_and_parts(query, ground)
        return series if isinstance(series, Finding) else series[1]
    found = named(query, ground)
    if isinstance(found, Finding) and (group := _under_heading(found, ground)):
        return group
    if isinstance(found, Finding) and query.inner.meant():
        inner = named(replace(query, selections=(query.inner,)), ground)
        return found if isinstance(inner, Finding) else inner
    return found


def _under_heading(found: Finding, ground: Ground) -> list[Figure]:
    """无法提供的占多少: all the rows under a heading that has no number of its own."""
    figures = [c.fact for c in found.rivals if isinstance(c.fact, Figure)]
    whole = bool(figures) and len(figures) == len(found.rivals)
    return figures if whole and heading_group(figures, ground) else []


def _say(
    query: Query,
    part: Decimal,
    total: Decimal,
    parts: list[Figure],
    whole: Figure,
    figures: list[Figure],
) -> Finding:
    share, short = rounded(part * 100 / total)
    added = " + ".join(plain(f.value or Decimal(0)) for f in parts)
    top = f"({added})" if len(parts) > 1 else added
    expression = f"{top} ÷ {plain(total)} × 100% {'≈' if short else '='} {share}%"
    slots = {
        "names": "、".join(f"{label(f)}{f.text}" for f in parts),
        "whole": whole.text,
        "share": f"{share}%",
        "expression": expression,
        "rounded": "（保留两位小数）" if short else "",
    }
    done = computation("share", expression, figures)
    return Finding(
        "answered", "share", slots, tuple(figures), (value(share, "%"),), computation=done
    )
