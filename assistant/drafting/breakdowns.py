"""Questions about all parts of a figure of the prose at once, and about the largest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from assistant.drafting.draft import Draft, Row, Wanted
from assistant.drafting.frame import Frame
from assistant.drafting.prose import is_nameless, is_narrowed, whole_said
from assistant.model import Figure
from assistant.naming import name_of, whole_of

LISTED = "、"
BRACKETS = re.compile(r"[（(][^()（）]*[）)]")
OPENERS = re.compile("^(?:全年|一共|共)+")
# Offices are called by what they are.
OFFICES = {"部门": ("局", "委", "办", "院"), "单位": ("局", "委", "办", "院")}


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A whole with a run of its parts."""

    whole: Figure
    members: tuple[Figure, ...]

    def among(self, sort: str) -> tuple[Figure, ...]:
        """The parts that are one of these: 英德市 of 县市区, 发改局 not."""
        ends = OFFICES.get(sort, tuple(sort))
        return tuple(f for f in self.members if len(name_of(f)) > 1 and name_of(f).endswith(ends))


def drafts(frame: Frame) -> Iterator[Draft]:
    """For every breakdown of the prose: what each part is, and which is the largest."""
    for breakdown in breakdowns(frame):
        if is_narrowed(breakdown.whole, frame.report):
            continue
        sorts = [s for s in frame.material.breakdowns["sorts"] if len(breakdown.among(s)) > 1]
        if sorts:
            yield _each(frame, breakdown, sorts)
            yield _most(frame, breakdown, sorts[0])
        elif len(breakdown.members) <= int(frame.material.breakdowns["most_named"]):
            yield _named(frame, breakdown)


def breakdowns(frame: Frame) -> Iterator[Breakdown]:
    """The parts of each whole, in runs that make it up: by place, by kind, by result."""
    parts = [f for f in frame.report.figures if f.part_of and not f.table and f.value is not None]
    for _, members in groupby(parts, key=lambda f: f.part_of):
        run: list[Figure] = []
        for member in members:
            run.append(member)
            whole = whole_of(member, frame.report)
            if whole and whole.value == sum((f.value or Decimal(0) for f in run), Decimal(0)):
                yield Breakdown(whole, tuple(run))
                run = []
        whole = whole_of(run[0], frame.report) if run else None
        if whole and len(run) > 1 and len({f.unit for f in run}) == 1:
            yield Breakdown(whole, tuple(run))


def _slots(frame: Frame, breakdown: Breakdown) -> dict[str, str]:
    """The whole as a noun, with the verb and the object that it is made of, where it is."""
    called = OPENERS.sub("", breakdown.whole.what)
    if is_nameless(called):
        called = frame.topic(breakdown.whole.section)
    said, parts = whole_said(called, frame)
    unit = BRACKETS.sub("", breakdown.whole.unit).lstrip("万亿")
    return {"whole": said.removesuffix("总数"), "unit": unit, **parts}


def _asked(frame: Frame, breakdown: Breakdown, form: str, **more: str) -> tuple[str, ...]:
    patterns = frame.material.breakdowns
    slots = {**_slots(frame, breakdown), **more}
    forms = [f"{form}_act", form] if "verb" in slots else [form]
    return tuple(q for one in forms for q in frame.ask(patterns.get(one, ()), **slots))


def _each(frame: Frame, breakdown: Breakdown, sorts: Sequence[str]) -> Draft:
    asked = [q for sort in sorts for q in _asked(frame, breakdown, "each", among=f"各{sort}")]
    title = f"各{sorts[0]}"
    # With others beside them (市级) all are named, where that is understood.
    others = len(breakdown.among(sorts[0])) < len(breakdown.members)
    if others and len(breakdown.members) <= int(frame.material.breakdowns["most_named"]):
        asked = [*_by_name(frame, breakdown), *asked]
        title = frame.material.breakdowns["title"]
    draft = _draft("breakdown", breakdown, asked, _wanted(breakdown.members, some=True))
    return replace(draft, rows=_rows(breakdown), whole=breakdown.whole.id, title=title)


def _named(frame: Frame, breakdown: Breakdown) -> Draft:
    asked = _by_name(frame, breakdown)
    draft = _draft("breakdown", breakdown, asked, _wanted(breakdown.members, breakdown.whole))
    title = frame.material.breakdowns["title"]
    return replace(draft, rows=_rows(breakdown), whole=breakdown.whole.id, title=title)


def _by_name(frame: Frame, breakdown: Breakdown) -> tuple[str, ...]:
    names = LISTED.join(BRACKETS.sub("", name_of(f)) for f in breakdown.members)
    return _asked(frame, breakdown, "named", members=names)


def _rows(breakdown: Breakdown) -> tuple[Row, ...]:
    return tuple(Row(f.id, name_of(f), f.text, f.number) for f in breakdown.members)


def _most(frame: Frame, breakdown: Breakdown, sort: str) -> Draft:
    largest = max(breakdown.among(sort), key=lambda f: f.value or Decimal(0))
    asked = _asked(frame, breakdown, "most", sort=sort)
    draft = _draft("most", breakdown, asked, _wanted([largest]))
    return replace(draft, whole=breakdown.whole.id)


def _wanted(members: Sequence[Figure], whole: Figure | None = None, some: bool = False) -> Wanted:
    besides = _figures([whole]) if whole else ()
    spans = tuple(f.number for f in members)
    facts = frozenset(f.id for f in members)
    return Wanted(spans, facts, _figures(members), some=some, besides=besides)


def _draft(kind: str, breakdown: Breakdown, asked: Sequence[str], wanted: Wanted) -> Draft:
    first, whole = breakdown.members[0], breakdown.whole
    identity = (whole.who + whole.what, name_of(first))
    return Draft(kind, identity, tuple(asked), wanted, first.section, first.number[0])


def _figures(members: Sequence[Figure]) -> tuple[tuple[Decimal, str], ...]:
    return tuple((f.value, f.unit) for f in members if f.value is not None)
