"""Which breakdown a description means, and which of its members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from assistant.choosing.classed import classed
from assistant.choosing.kinds import (
    bears_none,
    came_of,
    is_called_so,
    is_of_another_kind,
    lies_deeper,
    names_member,
)
from assistant.choosing.parted import proved_wholes
from assistant.index import Entry
from assistant.index.concepts import GENERAL
from assistant.lexicon import LABEL
from assistant.model import Figure, Mention
from assistant.operators.divided import are_stages, place_asked
from assistant.operators.ground import Ground
from assistant.operators.meant import common, leads
from assistant.operators.operands import FIRST
from assistant.operators.series import Series, every, names_of
from assistant.queries.tree import Given, Phrase
from assistant.queries.values import (
    SCALES,
    Failure,
    Row,
    Rows,
    scale_of,
    stated,
    unscaled,
)
from assistant.steps.match.explaining import REMEMBERED, explain
from assistant.steps.match.levels import HEADING, OWN, Level

UNTELLING = frozenset({"year", "card_place", "whole", "theme"})


@dataclass
class Breakdowns:
    """One report's breakdowns, asked by the descriptions of one question."""

    ground: Ground
    text: str

    @cached_property
    def series(self) -> list[Series]:
        """All breakdowns of the report."""
        return every(self.ground)

    def rows(self, phrase: Phrase) -> Rows | Failure:
        """The breakdown that a description means, with the members of the classes that are named."""
        held = [h for at in range(len(self.series)) if (h := self._hold(phrase, at)) is not None]
        if not held:
            return Failure("no_members", phrase.facets)
        best = min(rank for rank, _ in held)
        winners = [rows for rank, rows in held if rank == best]
        if len({_values(r) for r in winners}) > 1:
            return Failure("ambiguous", (), tuple(r.whole for r in winners if r.whole))
        rows = winners[0]
        figures = [r.figure for r in rows.members]
        if (phrase.order or phrase.which) and not phrase.named and are_stages(figures, self.ground):
            return Failure("no_members", phrase.facets)
        if any(rows.whole is None or not self.is_number(g, rows.whole) for g in phrase.of):
            return Failure("premise")
        if phrase.cardinal and phrase.cardinal not in _sizes(phrase, len(rows.members)):
            return Failure("other_number")
        return rows

    def around(self, rows: Rows) -> Iterator[Rows]:
        """The whole breakdowns that have all these members."""
        asked = {r.figure.id for r in rows.members}
        for series in self.series:
            if asked <= {e.fact.id for e in series.members}:
                yield self._rows(series.members, series)

    def row_of(self, facets: Iterable[Mention], rows: Rows) -> Row | None:
        """The member of a breakdown that these facets name."""
        entries = {
            e.fact.id: row for row in rows.members if (e := self.ground.index.of(row.figure.id))
        }
        members = [e for e in map(self.ground.index.of, entries) if e is not None]
        found = self._named_among(tuple(facets), members)
        return entries[found.fact.id] if found else None

    def wholes(self, parts: Iterable[Figure]) -> list[Figure]:
        """The totals of the breakdowns that have all these among their members, or of which they are parts."""
        figures = list(parts)
        asked = {f.id for f in figures}
        found: dict[str, Figure] = {}
        for series in self.series:
            whole = series.whole.fact if series.whole else None
            if isinstance(whole, Figure) and asked <= {e.fact.id for e in series.members}:
                found[whole.id] = whole
        return list(found.values()) or self._stated_whole(figures) or self._proved_whole(figures)

    def alike(self, one: Figure, other: Figure) -> bool:
        """Do two figures stand side by side in a breakdown?"""
        return any({one.id, other.id} <= {e.fact.id for e in s.members} for s in self.series)

    def is_number(self, given: Given, figure: Figure) -> bool:
        """Is this the number that the question gives, in a unit of its kind?"""
        own, other = stated(figure), Fraction(given.value)
        unit = "%" if given.percent else given.unit
        if figure.value is None or (unit == "%") != (own.unit == "%"):
            return False
        if unit and not self.ground.units.fits(unit, own.unit):
            return False
        scaled = other * SCALES.get(scale_of(unit), 1)
        return scaled in (own.low, unscaled(own).low)

    def _level(self, mention: Mention, at: int) -> Level:
        """How well a breakdown accounts for a mention; worked out once for the report."""
        known: dict[object, dict[int, Level]] = self.ground.index.made.setdefault("breakdowns", {})
        key = (mention.text, mention.read, mention.senses)
        levels = known.get(key)
        if levels is None:
            if len(known) >= REMEMBERED:
                known.clear()
            known[key] = levels = {}
        if at not in levels:
            levels[at] = common(mention, self.series[at], self.ground.index)
        return levels[at]

    def _hold(self, phrase: Phrase, at: int) -> tuple[tuple[int, ...], Rows] | None:
        series = self.series[at]
        anywhere = bool(phrase.which or phrase.order) and place_asked(self.text)
        phrase = _of_places(phrase) if anywhere else phrase
        if phrase.asked and phrase.asked.unit and not self.ground.units.fits(
            phrase.asked.unit, _unit(series)
        ):  # fmt: skip
            return None
        if FIRST.search(series.lead) and not (phrase.named or phrase.order == "max"):
            # 前三名 lists the first only: of the others nothing is known, nor of all together.
            return None
        all_kinds = phrase.every and phrase.classes == "any"
        if (phrase.order or all_kinds) and lies_deeper(phrase, series):
            return None
        other_kind = is_of_another_kind(phrase, series, self.text, self.ground)
        none = bears_none(phrase, series, self.text, self.ground)
        became = came_of(phrase, series, self.text, self.ground)
        if other_kind or none or became or names_member(phrase, series, self.ground.index):
            return None
        weak = near = 0
        mentioned: set[str] = set()
        telling = False
        for mention in phrase.facets:
            level = self._level(mention, at)
            another = any(s.tag == LABEL for s in mention.senses)
            if level is None and (another or not leads(mention, series)):
                # 宿城区348件，其中自然人…: what names another figure only stands before them.
                return None
            if level is not None:
                weak += level[0] >= HEADING and level[1].kind not in UNTELLING
                near += level[1].near
                mentioned |= set(level[1].atoms)
                telling = telling or bool(
                    set(level[1].atoms) - GENERAL and not mention.kinds() <= UNTELLING
                )
            else:
                telling = True
        members = classed(phrase, series, self.ground.index)
        named = [self._entry_of(facets, series) for facets in phrase.named]
        if None in named:
            return None
        if named:
            besides = members if phrase.besides or phrase.classes == "all" else []
            if (
                phrase.classes not in ("", "all")
                and not phrase.besides
                and any(e not in members for e in named)
            ):
                return None
            members, telling = [e for e in series.members if e in named or e in besides], True
        called = is_called_so(phrase, series, len(members), self.text, self.ground)
        told = telling or named or anywhere or phrase.classes not in ("", "any", "place")
        if len(members) < 2 or not (told or called):
            return None
        shared = frozenset.intersection(*(e.own for e in series.members)) - GENERAL
        around = frozenset.intersection(*(e.context for e in series.members)) - GENERAL - shared
        odd = int(bool(phrase.cardinal) and phrase.cardinal not in _sizes(phrase, len(members)))
        other = int(phrase.classes == "any" and not called)
        rank = (odd, other, near, weak, len(shared - mentioned), len(around - mentioned))
        return rank, self._rows(members, series)

    def _rows(self, members: Sequence[Entry], series: Series) -> Rows:
        figures = [e.fact for e in members if isinstance(e.fact, Figure)]
        names = names_of(figures, self.ground.index)
        rows = tuple(Row(names[f.id], stated(f, names[f.id])) for f in figures)
        whole = series.whole.fact if series.whole else None
        return Rows(rows, whole if isinstance(whole, Figure) else None)

    def _entry_of(self, facets: Iterable[Mention], series: Series) -> Entry | None:
        """The one member of a series that these facets name by its own words."""
        return self._named_among(tuple(facets), series.members)

    def _named_among(self, facets: tuple[Mention, ...], members: Sequence[Entry]) -> Entry | None:
        """The only member that accounts for all the facets, one of them by its own words and alone."""
        held = [(e, [explain(m, e, self.ground.index) for m in facets]) for e in members]
        fitting = [
            e for e, levels in held if all(levels) and any(x and x[0] == OWN for x in levels)
        ]
        if len(fitting) == 1:
            return fitting[0]
        exact = [
            e for e, levels in held if all(x and x[0] == OWN and not x[1].near for x in levels)
        ]
        return exact[0] if len(exact) == 1 else None

    def _stated_whole(self, figures: Sequence[Figure]) -> list[Figure]:
        """What a single part (其中文件类259条) is stated to be a part of."""
        wholes = {f.part_of for f in figures}
        entry = self.ground.index.of(next(iter(wholes))) if len(wholes) == 1 else None
        return [entry.fact] if entry and isinstance(entry.fact, Figure) else []

    def _proved_whole(self, figures: Sequence[Figure]) -> list[Figure]:
        """What all are proved to be parts of, though nothing marks them (受理4127件，办结4003件)."""
        report, process = self.ground.index.report, self.ground.process
        wholes = [proved_wholes(f, report, process) for f in figures]
        return [w for w in wholes[0] if all(w in others for others in wholes)] if wholes else []


def _of_places(phrase: Phrase) -> Phrase:
    """最少的是哪里 asks for places only."""
    return phrase if phrase.classes not in ("", "any") else replace(phrase, classes="place")


def _sizes(phrase: Phrase, members: int) -> tuple[int, ...]:
    """What number may be said of so many members: 市级和八个县区 counts those of the class, or all nine."""
    return (members, members - len(phrase.named)) if phrase.besides else (members,)


def _unit(series: Series) -> str:
    fact = series.members[0].fact
    return fact.unit if isinstance(fact, Figure) else ""


def _values(rows: Rows) -> tuple[object, ...]:
    return tuple(sorted((r.quantity.low, r.quantity.unit) for r in rows.members))
