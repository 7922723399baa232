"""One entry a measure: breakdowns become tables under their whole, and what only repeats them goes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.drafting.draft import Draft, Row, Span
from assistant.drafting.frame import Frame
from assistant.faq.entries import Entry, Table
from assistant.model import Answer

# Kinds that say what stands under a heading, which may be said already by the entries of its facts.
LOOKS = frozenset({"section", "measure"})
# In percent: a passage of which so much is cited by other entries says nothing more.
SAID = 45
SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with the draft that it was, and all facts that it answers by."""

    entry: Entry
    draft: Draft
    facts: frozenset[str]


def gathered(found: Sequence[Found], frame: Frame) -> list[Entry]:
    """The entries with their tables, without slices of a breakdown and passages that repeat others."""
    broken = [one for one in found if one.draft.rows]
    parts = {row.fact for one in broken for row in _rows(one)}
    wholes = {one.draft.whole for one in broken}
    said = {(row.name, row.value) for one in broken for row in _rows(one)}
    rest = [
        one
        for one in found
        if not one.draft.rows and not _is_slice(one, parts, wholes) and not _is_row(one, said)
    ]
    published = {fact for one in rest for fact in one.facts}
    tables = _tables([one for one in broken if one.draft.whole in published])
    kept: list[Found] = []
    for one in found:
        if one.draft.rows and one.draft.whole not in published:
            # Parts that only their whole would name are not told without it.
            if one.draft.title != frame.material.breakdowns["title"]:
                kept.append(_with(one, text=_told(one, frame)))
        elif one in rest:
            kept.append(_with(one, tables=_of(one.facts, tables)))
    kept = [one for one in kept if not _is_outline(one, kept)]
    return [one.entry for one in kept if not _is_said(one, kept)]


def _with(one: Found, **changes: Any) -> Found:
    return replace(one, entry=replace(one.entry, **changes))


def _is_slice(one: Found, parts: Collection[str], wholes: Collection[str]) -> bool:
    """Is it nothing but parts of a breakdown, and the whole of none?"""
    return bool(one.facts) and one.facts <= set(parts) and not one.facts & set(wholes)


def _is_row(one: Found, said: Collection[tuple[str, str]]) -> bool:
    """Is it a cell whose figure stands under the same name in the breakdown of another part?"""
    values = one.entry.answer.values
    return one.draft.kind == "cell" and bool(values) and (one.draft.title, values[0].text) in said


def _rows(one: Found) -> tuple[Row, ...]:
    """The rows that the engine's answer gives."""
    spans = _cited(one.entry.answer)
    return tuple(r for r in one.draft.rows if any(a <= r.at[0] and r.at[1] <= b for a, b in spans))


def _tables(broken: Sequence[Found]) -> Mapping[str, tuple[Table, ...]]:
    """The tables of each whole, no row twice."""
    made: dict[str, tuple[Table, ...]] = {}
    for one in broken:
        rows = tuple((row.name, row.value) for row in _rows(one))
        before = made.get(one.draft.whole, ())
        if not any(set(rows) <= set(table.rows) for table in before):
            table = Table(one.draft.title, one.entry.question, one.entry.answer, rows)
            made[one.draft.whole] = (*before, table)
    return made


def _of(facts: frozenset[str], tables: Mapping[str, tuple[Table, ...]]) -> tuple[Table, ...]:
    return tuple(table for fact in sorted(facts) for table in tables.get(fact, ()))


def _told(one: Found, frame: Frame) -> str:
    """The rows of a breakdown without a whole, in a sentence."""
    rows = "，".join(f"{row.name}{row.value}" for row in _rows(one))
    return f"{frame.year}{frame.place}{one.draft.title}：{rows}。"


def _looks(one: Found) -> bool:
    """Does it tell what stands under one heading? What is asked of the whole report has no identity."""
    return one.draft.kind in LOOKS and bool(one.draft.identity)


def _is_outline(one: Found, others: Sequence[Found]) -> bool:
    """Is it a whole section of which several other entries tell the parts?"""
    [(start, end), *_] = [*_cited(one.entry.answer), (0, 0)]
    inside = (
        other
        for other in others
        if other is not one and all(start <= a and b <= end for a, b in _cited(other.entry.answer))
    )
    return one.draft.kind == "section" and sum(1 for _ in inside) >= SEVERAL


def _is_said(one: Found, others: Sequence[Found]) -> bool:
    """Is it a passage of which other entries say most, each by itself, or a longer one all?"""
    if not _looks(one):
        return False
    spans = _cited(one.entry.answer)
    told = {
        at
        for other in others
        if other is not one and (not _looks(other) or _size(other) > _size(one))
        for start, end in _shown(other.entry)
        for at in range(start, end)
    }
    said = sum(at in told for start, end in spans for at in range(start, end))
    return said * 100 >= _size(one) * SAID


def _size(one: Found) -> int:
    return sum(end - start for start, end in _cited(one.entry.answer))


def _shown(entry: Entry) -> list[Span]:
    answers = (entry.answer, *(table.answer for table in entry.tables))
    return [span for answer in answers for span in _cited(answer)]


def _cited(answer: Answer) -> list[Span]:
    return [(citation.start, citation.end) for citation in answer.citations]
