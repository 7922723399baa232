"""Series: sibling figures that can be ordered, filtered and added up, whatever they are of.

Places, organs, kinds, ways; the parts of a whole, figures set side by side in a sentence, the rows
of a table under one label, the columns of one row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.index import Entry, Index
from assistant.model import Figure
from assistant.naming import TOTALS, name_of, plain_label
from assistant.operators.arithmetic import same_scale
from assistant.operators.ground import Ground
from assistant.steps.match.times import other_year
from assistant.steps.verbatim import compact

COUNTABLE = ("count", "money", "percent")
# Where all is told of, and no name among others.
WHOLE = re.compile("全[省市县区镇乡]")


@dataclass(frozen=True, slots=True)
class Series:
    """Sibling figures, the figure of all of them where the report states it, and what leads them in."""

    members: tuple[Entry, ...]
    whole: Entry | None
    lead: str

    def figures(self) -> list[Figure]:
        """The members as figures."""
        return [e.fact for e in self.members if isinstance(e.fact, Figure)]

    def only(self, members: Iterable[Entry]) -> Series:
        """The same series with these members alone."""
        return replace(self, members=tuple(members))


def every(ground: Ground) -> list[Series]:
    """All series of the report that is asked."""
    made = ground.index.made
    if "series" not in made:
        made["series"] = _every(ground)
    found: list[Series] = made["series"]
    return found


def _every(ground: Ground) -> list[Series]:
    entries = [e for e in ground.index.figures() if _countable(e.fact)]
    prose = [e for e in entries if not getattr(e.fact, "table", "")]
    cells = [e for e in entries if getattr(e.fact, "table", "")]
    found = [
        *_parts(prose, ground.index),
        *_groups(prose, ground.index),
        *_rows(cells),
        *_columns(cells),
    ]
    own = ground.index.report.year
    return [s for s in found if len(s.members) > 1 and not _mixed(s, own)]


def _countable(fact: object) -> bool:
    return isinstance(fact, Figure) and fact.kind in COUNTABLE and fact.value is not None


def _mixed(series: Series, own: int) -> bool:
    """Figures of another year beside those of this one, or of different kinds of thing."""
    figures = series.figures()
    units = {f.unit.lstrip("万亿") for f in figures}
    return len(units) > 1 or any(other_year(f, own) for f in figures)


def _figure(entry: Entry) -> Figure:
    assert isinstance(entry.fact, Figure)
    return entry.fact


# --------------------------------------------------------------------------- finding them


def _parts(entries: Sequence[Entry], index: Index) -> Iterator[Series]:
    """The parts of a whole; a whole may be divided more than once, each time up to its own sum."""
    by_whole: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        whole = _figure(entry).part_of
        if whole:
            by_whole[whole].append(entry)
    for identity, members in by_whole.items():
        whole_entry = index.of(identity)
        if whole_entry is None or not isinstance(whole_entry.fact, Figure):
            continue
        for division in _divisions(members, whole_entry.fact):
            yield Series(tuple(division), whole_entry, _lead(division, index))


def _divisions(members: Sequence[Entry], whole: Figure) -> Iterator[list[Entry]]:
    """Runs of parts that add up to the whole; parts that never do stay together."""
    run: list[Entry] = []
    rest: list[Entry] = []
    for member in sorted(members, key=lambda e: e.fact.start):
        run.append(member)
        *parts, total = same_scale([*map(_figure, run), whole])[0]
        if sum(parts, Decimal(0)) == total and len(run) > 1:
            yield run
            run = []
    rest += run
    if rest:
        yield rest


def _groups(entries: Sequence[Entry], index: Index) -> Iterator[Series]:
    """Figures set side by side without a total."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        figure = _figure(entry)
        if figure.group and not figure.part_of:
            groups[figure.group].append(entry)
    for members in groups.values():
        yield Series(tuple(members), None, _lead(members, index))


def _lead(members: Sequence[Entry], index: Index) -> str:
    """The words of the sentence before its first figure of the series."""
    first = _figure(members[0])
    before = compact(index.report.source[first.sentence[0] : first.number[0]])
    return re.sub(r"\d", "", before.removesuffix(compact(first.who + first.what)))


def _rows(cells: Sequence[Entry]) -> Iterator[Series]:
    """The rows under one label, in one column; only where each of them has a figure of its own."""
    columns: dict[tuple[str, str, tuple[str, ...]], list[Entry]] = defaultdict(list)
    for cell in cells:
        figure = _figure(cell)
        if figure.row:
            columns[figure.table, figure.section, figure.column].append(cell)
    for members in columns.values():
        under: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        for cell in members:
            under[_figure(cell).row[:-1]].append(cell)
        for parent, children in under.items():
            labels = {_figure(c).row[len(parent)] for c in members if _is_under(c, parent)}
            parts = [c for c in children if not _is_total(_figure(c).row)]
            totals = [c for c in children if _is_total(_figure(c).row)]
            own = next((c for c in members if parent and _figure(c).row == parent), None)
            if len(labels) == len(children):
                whole = own or (totals[0] if totals else None)
                yield Series(tuple(parts), whole, plain_label("".join(parent[-1:])))


def _is_under(cell: Entry, parent: tuple[str, ...]) -> bool:
    row = _figure(cell).row
    return len(row) > len(parent) and row[: len(parent)] == parent


def _columns(cells: Sequence[Entry]) -> Iterator[Series]:
    """The columns of one row that make up its total; and those under one heading of the columns."""
    rows: dict[tuple[str, str, tuple[str, ...]], list[Entry]] = defaultdict(list)
    for cell in cells:
        figure = _figure(cell)
        rows[figure.table, figure.section, figure.row].append(cell)
    for members in rows.values():
        for total in (c for c in members if _is_total(_figure(c).column)):
            parent = _figure(total).column[:-1]
            parts = [
                c
                for c in members
                if c is not total and _figure(c).column[: len(parent)] == parent
                and not _is_total(_figure(c).column)
            ]  # fmt: skip
            yield Series(tuple(parts), total, plain_label("".join(parent[-1:])))
            inner = {_figure(c).column[:-1] for c in parts} - {parent}
            for head in inner:
                below = tuple(c for c in parts if _figure(c).column[:-1] == head)
                yield Series(below, None, plain_label("".join(head[-1:])))


def _is_total(labels: tuple[str, ...]) -> bool:
    return bool(labels) and plain_label(labels[-1]) in TOTALS


# --------------------------------------------------------------------------- what members are called


def names_of(figures: Sequence[Figure], index: Index) -> dict[str, str]:
    """What each of these is called beside the others, by its id.

    Figures that all count the same (收取420元, 收取290元) are called after whose they are.
    """
    names = [name_of(f) for f in figures]
    whose = [compact(index.report.source[slice(*f.inherits[-1])]) if f.inherits else ""
             for f in figures]  # fmt: skip
    alike = len(set(names)) == 1 and len(names) > 1
    if alike and all(whose) and len(set(whose)) == len(whose):
        names = whose
    counted = [f.what for f in figures]
    if any(map(WHOLE.fullmatch, names)) and all(counted) and len(set(counted)) == len(counted):
        # 全县24个乡镇和47个县直部门: what each counts, and not where.
        names = counted
    under = [f.measure.rpartition("/")[2] for f in figures]
    if alike and len(set(under)) == len(under):
        # 未经复议直接起诉 and 复议后起诉 of 尚未审结 in both.
        names = under
    return {f.id: name for f, name in zip(figures, names, strict=True)}
