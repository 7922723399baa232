"""Figures of a report's prose: what each counts, for whom, where, when, and of what it is a part."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from assistant.compiler.clauses import (
    core,
    is_unfinished,
    noun_after,
    place,
    subject,
    trim,
)
from assistant.compiler.distribution import distributed
from assistant.compiler.drafting import figure_of
from assistant.compiler.inherit import inherit
from assistant.compiler.outline import Span
from assistant.compiler.parts import with_parts
from assistant.compiler.periods import Plan, period, planned, plans
from assistant.compiler.prose import EMPTY, Draft, Prose
from assistant.compiler.quantities import unit_before
from assistant.compiler.quantity import Quantity, is_lasting
from assistant.compiler.sums import base
from assistant.compiler.unstated import documents, none_at_all, often, unnumbered
from assistant.model import Figure

PLANNABLE = ("count", "money", "percent")
# Measure words of things that the words before them name.
COUNTED = ("个", "家")
# What something grew or shrank from: 由345条增至412条.
FROM = ("由", "从", "自")
GROWN = re.compile(
    "[^,，。;；、]{0,6}?(?:(?:增加?|增长|提高|提升|上升|扩大|扩展|扩充|发展|降低?|下降|减少?|缩短|缩减|压缩|精简|调整?|变更|[上下]调|改|涨)[到至为]|升[到至])"
)
# 石桥镇5个、18.6公里: two measures of one.
TWIN = re.compile("[、,，]?(?:总?共|共?计|合计|总计)?")
# 14名人员中有6名换岗: a number that only what follows it tells.
# What parts the members of a list, and clauses.
MARKS = "、,，;；和及与"
AMONG = re.compile("[^,，]{0,8}?中?[,，]?共?有|[^,，]{0,8}?中[,，]?")
NEAR = 16
# What leads from a rank to those that have it: 街道居前三位的是黄河街道241条.
RANKED = re.compile("的?(?:单位|部门)?(?:依次|分别)?(?:是|为)[:：]?")
COUNTS_AS = re.compile(r"(?<![共合总累统小预估])(?:计|计为|计作|算|算作|视为)\s*$")


def figures(prose: Prose, found: tuple[Quantity, ...]) -> tuple[Figure, ...]:
    """Every figure of the text in reading order, with ids f001, f002 …"""
    drafts: list[Draft] = []
    ahead = plans(prose)
    starts = [q.start for q in found]
    for sentence in prose.outline.sentences:
        before = len(drafts)
        for clause in prose.outline.clauses[sentence]:
            begun = found[bisect_left(starts, clause[0]) : bisect_left(starts, clause[1])]
            inside = [q for q in begun if q.end <= clause[1]]
            read = _counted(prose, sentence, clause, inside) if inside else []
            read += documents(prose, sentence, clause)
            read += often(prose, sentence, clause) if read else []
            read += none_at_all(prose, sentence, clause) if read else []
            read = read or unnumbered(prose, sentence, clause)
            for draft in sorted(read, key=lambda d: d.figure.number):
                if _tells_how_to_count(prose.text, draft.figure):
                    continue
                dated = replace(draft, figure=_dated(prose, draft.figure, ahead))
                if dated.figure.kind == "zero" and _is_planned(prose, dated.figure, ahead):
                    continue
                drafts.append(inherit(prose, dated, drafts, before))
    return _numbered(with_parts(prose, drafts))


def _numbered(drafts: list[Draft]) -> tuple[Figure, ...]:
    names = {draft.figure.id: f"f{n:03d}" for n, draft in enumerate(drafts, start=1)}
    return tuple(
        replace(
            draft.figure,
            id=names[draft.figure.id],
            part_of=names[draft.figure.part_of] if draft.figure.part_of else None,
            group=names[draft.figure.group] if draft.figure.group else None,
            inherits=tuple(s for s in dict.fromkeys(draft.inherits) if s[0] < s[1]),
        )
        for draft in drafts
    )


def _counted(prose: Prose, sentence: Span, clause: Span, inside: list[Quantity]) -> list[Draft]:
    drafts: list[Draft] = []
    at = clause[0]
    trailing = noun_after(prose, inside[-1], clause[1], listed=False)
    shares = distributed(prose, sentence, clause, inside)
    for index, quantity in enumerate(inside):
        listed = index + 1 < len(inside)
        until = inside[index + 1].start if listed else clause[1]
        column = len(unit_before(prose.text, quantity.start, (quantity.unit,)))
        left = core(prose, (at, quantity.start - column))
        who, what = subject(prose, shares.names[index] if shares else left)
        unfinished = is_unfinished(prose, what)
        after = noun_after(prose, quantity, until, listed, unfinished)
        told = is_lasting(prose.text, quantity)
        row = after is not None and listed and prose.text[after[1]] in "、和及与"
        member = prose.text[quantity.start - 1 : quantity.start] == "、"
        if after and (not prose.cut(what) or unfinished or row or member or told):
            lead, what = what, after
        else:
            lead, after = EMPTY, None
        whole = trailing is not None or len(inside) == 1 or bool(shares)
        said = _said_after(prose, what, quantity, until) if not (listed or after) else quantity.end
        if said > quantity.end:
            at, what = at + prose.text.startswith("中", at), (quantity.end, said)
        whole = whole or (
            after is not None and listed and _is_limited(prose, after, inside[index + 1])
        )
        quote = clause if whole else (at, after[1] if after else said)
        figure = figure_of(prose, quantity, sentence, clause, _around(prose, quote, quantity))
        figure = replace(
            figure,
            what=prose.cut(what),
            who=prose.cut(who),
            where=place(prose, who),
            when=_when(prose, figure, (at, quantity.start)),
        )
        if _is_compared(prose, figure):
            start, end = trim(prose.text, clause)
            figure = replace(figure, start=start, end=end, quote=prose.cut((start, end)))
        depth = _depth(prose.text, clause[0], quantity.start)
        common = shares.common if shares else ()
        bare = not prose.cut(what)
        drafts.append(Draft(figure, who, what, lead, common, bare, depth))
        at = after[1] if after else quantity.end
        ranked = RANKED.match(prose.text, at, until) if figure.kind == "rank_cutoff" else None
        at = trim(prose.text, (ranked.end() if ranked else at, until))[0]
    return _with_lead_of_all(prose, list(_twins(prose, drafts)))


def _is_limited(prose: Prose, noun: Span, following: Quantity) -> bool:
    """Is it the number of those of whom a limit holds: 7个村全年公开栏更新少于12期?"""
    between = prose.cut((noun[1], following.start))
    return following.bound != "exact" and bool(between) and not any(c in between for c in MARKS)


def _said_after(prose: Prose, what: Span, quantity: Quantity, until: int) -> int:
    """Where the words end that say what 有6名 of a number before it did: 14名人员中有6名换岗."""
    end = trim(prose.text, (quantity.end, until))[1]
    words = prose.words_in((quantity.end, end))
    told = words and words[0].start == quantity.end and words[0].flag[0] in "vpad"
    return end if told and AMONG.fullmatch(prose.cut((what[0], quantity.start))) else quantity.end


def _twins(prose: Prose, drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts, a second measure and what something grew to as of what is named before them."""
    previous: Draft | None = None
    for draft in (_with_counted(prose, each) for each in drafts):
        own = draft
        if previous and _is_grown(prose, previous):
            named = replace(draft.figure, what=previous.figure.what)
            own = _as_of(prose, replace(draft, what=previous.what, figure=named), previous)
        elif previous and _is_twin(prose, draft, previous):
            own = _as_of(prose, draft, previous)
        yield own
        previous = own


def _with_counted(prose: Prose, draft: Draft) -> Draft:
    """成员单位由18个增加到22个: what stands before the change, and is no place, is what is counted."""
    figure = draft.figure
    named = draft.bare and figure.who and not figure.where and figure.unit in COUNTED
    if not named or not _is_base(prose.text, figure):
        return draft
    return replace(
        draft, what=draft.who, who=EMPTY, figure=replace(figure, what=figure.who, who="")
    )


def _as_of(prose: Prose, draft: Draft, previous: Draft) -> Draft:
    """The draft as another measure of what the one before it is of, and proved with it."""
    start, figure = previous.figure.start, previous.figure
    quote = prose.cut((start, draft.figure.end))
    own = replace(draft.figure, start=start, quote=quote, who=figure.who, where=figure.where)
    return replace(draft, figure=own, who=previous.who)


def _is_grown(prose: Prose, base_of: Draft) -> bool:
    """起步价由5元调为6元: is the figure after this what it came to?"""
    return _is_base(prose.text, base_of.figure) and base_of.figure.kind in PLANNABLE


def _is_twin(prose: Prose, draft: Draft, previous: Draft) -> bool:
    between = prose.text[previous.figure.number[1] : draft.figure.number[0]]
    other = base(draft.figure) != base(previous.figure) and "%" not in draft.figure.unit
    return draft.bare and previous.who != EMPTY and other and bool(TWIN.fullmatch(between))


def _with_lead_of_all(prose: Prose, drafts: list[Draft]) -> list[Draft]:
    """What opens a row is said of all of it: 申请内容主要为征收52件、建设19件."""
    first = drafts[0]
    lead = prose.genre.row_leads.match(prose.text, *first.what)
    alike = len(drafts) > 1 and all(d.figure.unit == first.figure.unit for d in drafts)
    if lead is None or not alike or lead.end() >= first.what[1]:
        return drafts
    what = (lead.end(), first.what[1])
    named = replace(first, what=what, figure=replace(first.figure, what=prose.cut(what)))
    return [replace(d, inherits=(*d.inherits, lead.span())) for d in (named, *drafts[1:])]


def _is_compared(prose: Prose, figure: Figure) -> bool:
    """A figure of another year stands in a comparison (比2017年的443条增加49条): all of it proves it."""
    year = figure.when[:4]
    return year.isdigit() and year != str(prose.year)


def _around(prose: Prose, quote: Span, quantity: Quantity) -> Span:
    """The piece of the clause that proves the number, trimmed, never less than the number."""
    start, end = trim(prose.text, quote)
    label = prose.genre.item_label.match(prose.text, start, end)
    start = label.end() if label and label.end() <= quantity.start else start
    return min(start, quantity.start), max(end, quantity.end)


def _depth(text: str, start: int, at: int) -> int:
    """How many brackets of the clause are open at its number."""
    depth = 0
    for char in text[start:at]:
        depth = depth + 1 if char in "(（" else max(0, depth - 1) if char in ")）" else depth
    return depth


def _when(prose: Prose, figure: Figure, left: Span) -> str:
    """每期1535册 is of each; any other figure of a year."""
    text = figure.quote
    each = next((word for word in prose.genre.each if word in text), "")
    often = next((m.group() for p in prose.genre.frequencies if (m := p.search(text))), "")
    often = often if len(often) > 1 else ""
    return each or often or period(prose, figure.sentence, figure.clause, left)


def _dated(prose: Prose, figure: Figure, ahead: tuple[Plan, ...]) -> Figure:
    """A figure of a plan is a target of its year, and no fact of the report's."""
    year = planned(prose, ahead, figure.number[0], figure.sentence)
    if year and figure.kind in PLANNABLE:
        return replace(figure, kind="target", when=year)
    if year and figure.kind == "frequency" and not _was(prose.text, figure):
        return replace(figure, when=year)
    if figure.kind in PLANNABLE and _is_base(prose.text, figure):
        return replace(figure, kind="base")
    return figure


def _is_base(text: str, figure: Figure) -> bool:
    """由345条增至412条: what something grew from is no figure of the year."""
    start, end = figure.number
    return text[max(0, start - NEAR) : start].rstrip().endswith(FROM) and bool(
        GROWN.match(text, end)
    )


def _was(text: str, figure: Figure) -> bool:
    """由每日更新一次改为每日更新两次: the one is how often it was done."""
    before = text[max(0, figure.start - NEAR) : figure.start].rstrip()
    return before.endswith(FROM) and bool(GROWN.match(text, figure.end))


def _tells_how_to_count(text: str, figure: Figure) -> bool:
    """不同渠道公开相同信息计1条: how to count, and nothing that was counted."""
    start = figure.number[0]
    return figure.value == 1 and bool(COUNTS_AS.search(text[max(0, start - NEAR) : start]))


def _is_planned(prose: Prose, figure: Figure, ahead: tuple[Plan, ...]) -> bool:
    return bool(planned(prose, ahead, figure.number[0], figure.sentence))
