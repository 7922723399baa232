"""Facts of two compilations of one report, matched by where they stand and by what they mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Generic, TypeVar

from assistant.differences.alignment import Alignment
from assistant.model import Figure, Statement

# Where a fact stands says nothing of what it is, and moves with the text.
PLACES = frozenset({"id", "section", "start", "end", "number", "clause", "sentence", "inherits"})
FIGURE_FIELDS = tuple(f.name for f in fields(Figure) if f.name not in PLACES)
STATEMENT_FIELDS = tuple(f.name for f in fields(Statement) if f.name not in PLACES)
MEANING = ("kind", "table", "row", "column", "what", "who", "where", "when", "unit")
# Fields that name another figure by its id.
LINKS = frozenset({"part_of", "group"})

Fact = TypeVar("Fact", Figure, Statement)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a fact, before and after, as text."""

    name: str
    old: str
    new: str

    def to_dict(self) -> dict[str, str]:
        """The change as JSON."""
        return {"field": self.name, "old": self.old, "new": self.new}


@dataclass(frozen=True, slots=True)
class FactChange(Generic[Fact]):
    """A fact that was gained (no `old`), lost (no `new`) or changed in these fields."""

    old: Fact | None
    new: Fact | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def change(self) -> str:
        """Which of the three it is."""
        return "gained" if self.old is None else "lost" if self.new is None else "changed"

    def to_dict(self) -> dict[str, Any]:
        """The change as JSON: the fact on either side, and the fields that differ."""
        return {
            "change": self.change,
            "old": _fact(self.old),
            "new": _fact(self.new),
            "fields": [field.to_dict() for field in self.fields],
        }


def compare_figures(
    old: Sequence[Figure], new: Sequence[Figure], places: Alignment
) -> tuple[FactChange[Figure], ...]:
    """What became of the figures, in reading order; equal ones are left out."""
    pairs = _paired(old, new, _figure_ways(places))
    partners = {mine.id: theirs.id for mine, theirs in pairs}
    quotes = {False: {f.id: f.quote for f in old}, True: {f.id: f.quote for f in new}}

    def differing(mine: Figure, theirs: Figure) -> Iterator[FieldChange]:
        for name in FIGURE_FIELDS:
            before, after = getattr(mine, name), getattr(theirs, name)
            if name in LINKS:
                if partners.get(before or "") == after:
                    continue
                before, after = quotes[False].get(before, ""), quotes[True].get(after, "")
            if before != after:
                yield FieldChange(name, _text(before), _text(after))

    return _changes(old, new, pairs, differing)


def compare_statements(
    old: Sequence[Statement], new: Sequence[Statement], places: Alignment
) -> tuple[FactChange[Statement], ...]:
    """What became of the statements, in reading order; equal ones are left out."""
    pairs = _paired(old, new, _statement_ways(places))

    def differing(mine: Statement, theirs: Statement) -> Iterator[FieldChange]:
        for name in STATEMENT_FIELDS:
            before, after = getattr(mine, name), getattr(theirs, name)
            if before != after:
                yield FieldChange(name, _text(before), _text(after))

    return _changes(old, new, pairs, differing)


Ways = tuple[tuple[Callable[[Fact], Hashable], Callable[[Fact], Hashable]], ...]


def _figure_ways(places: Alignment) -> Ways[Figure]:
    """From the surest to the loosest: the same place, a place that overlaps, the same meaning."""

    def meaning(figure: Figure) -> Hashable:
        return tuple(getattr(figure, name) for name in MEANING)

    return (
        (lambda f: places.span(*f.number), lambda f: f.number),
        (lambda f: _Reach(*places.span(*f.number)), lambda f: _Reach(*f.number)),
        (lambda f: (f.quote, f.text), lambda f: (f.quote, f.text)),
        (meaning, meaning),
    )


def _statement_ways(places: Alignment) -> Ways[Statement]:
    return (
        (lambda s: (s.kind, places.span(s.start, s.end)), lambda s: (s.kind, (s.start, s.end))),
        (lambda s: (s.kind, s.quote), lambda s: (s.kind, s.quote)),
        (lambda s: places.span(s.start, s.end), lambda s: (s.start, s.end)),
        (lambda s: _Reach(*places.span(s.start, s.end)), lambda s: _Reach(s.start, s.end)),
    )


@dataclass(frozen=True, slots=True)
class _Reach:
    """A stretch that fits every stretch it shares characters with."""

    start: int
    end: int

    def shared(self, other: _Reach) -> int:
        return min(self.end, other.end) - max(self.start, other.start)


def _paired(
    old: Sequence[Fact], new: Sequence[Fact], ways: Ways[Fact]
) -> tuple[tuple[Fact, Fact], ...]:
    left, right = list(old), list(new)
    pairs: list[tuple[Fact, Fact]] = []
    for of_old, of_new in ways:
        found = list(_matches(left, right, of_old, of_new))
        pairs += found
        taken = {mine.id for mine, _ in found}, {theirs.id for _, theirs in found}
        left = [fact for fact in left if fact.id not in taken[0]]
        right = [fact for fact in right if fact.id not in taken[1]]
    return tuple(pairs)


def _matches(
    left: Sequence[Fact],
    right: Sequence[Fact],
    of_old: Callable[[Fact], Hashable],
    of_new: Callable[[Fact], Hashable],
) -> Iterator[tuple[Fact, Fact]]:
    """Pairs with equal keys, in reading order; stretches pair with what they share most with."""
    waiting: dict[Hashable, list[Fact]] = defaultdict(list)
    reaches: list[tuple[_Reach, Fact]] = []
    for fact in right:
        key = of_new(fact)
        if isinstance(key, _Reach):
            reaches.append((key, fact))
        else:
            waiting[key].append(fact)
    for fact in left:
        key = of_old(fact)
        if not isinstance(key, _Reach):
            if waiting[key]:
                yield fact, waiting[key].pop(0)
            continue
        best = max(reaches, key=lambda reach: key.shared(reach[0]), default=None)
        if best and key.shared(best[0]) > 0:
            reaches.remove(best)
            yield fact, best[1]


def _changes(
    old: Sequence[Fact],
    new: Sequence[Fact],
    pairs: Iterable[tuple[Fact, Fact]],
    differing: Callable[[Fact, Fact], Iterator[FieldChange]],
) -> tuple[FactChange[Fact], ...]:
    found: list[FactChange[Fact]] = []
    kept: set[str] = set()
    partners = {}
    for mine, theirs in pairs:
        partners[mine.id] = theirs
        kept.add(theirs.id)
    for mine in old:
        partner = partners.get(mine.id)
        if partner is None:
            found.append(FactChange(mine, None))
            continue
        differences = tuple(differing(mine, partner))
        if differences:
            found.append(FactChange(mine, partner, differences))
    found += [FactChange(None, theirs) for theirs in new if theirs.id not in kept]
    return tuple(found)


def _fact(fact: Figure | Statement | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    row: dict[str, Any] = {"id": fact.id, "kind": fact.kind, "section": fact.section}
    row |= {"quote": fact.quote, "start": fact.start, "end": fact.end}
    if isinstance(fact, Figure):
        row |= {"value": _text(fact.value), "unit": fact.unit, "bound": fact.bound}
    return row


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return "、".join(map(str, value))
    return str(value)
