"""Twins: the same question about what the report does not give, so that it must not be answered.

Every maker changes one thing (the year, the place, who, which, what, in what) and gives nothing
where the change would leave a question that the report may answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random

from assistant.adversaries.cells import CELL, Cells
from assistant.adversaries.clauses import COUNTS, Clause
from assistant.adversaries.drafts import Draft
from assistant.adversaries.material import Material, slots_of
from assistant.adversaries.names import NAMES, Namer
from assistant.adversaries.rivals import Rivals
from assistant.places import short, suffix

Maker = Callable[[Draft, Random], Draft | None]


@dataclass(frozen=True, eq=False)
class Twins:
    """Makes the twins of one report's questions."""

    namer: Namer
    cells: Cells
    units: Mapping[str, frozenset[str]]
    general: frozenset[str] = frozenset()
    reports_places: frozenset[str] = frozenset()
    reports_years: frozenset[int] = frozenset()

    @property
    def material(self) -> Material:
        """The words that twins are made with."""
        return self.namer.material

    @cached_property
    def rivals(self) -> Rivals:
        """What else the report says that may be meant."""
        return Rivals(self.namer, self.units, self.general)

    @cached_property
    def makers(self) -> dict[str, Maker]:
        """Every kind of twin."""
        return {
            "year": self._year,
            "relative_year": self._relative_year,
            "part_of_year": self._part_of_year,
            "place": self._place,
            "report_place": self._report_place,
            "organ": self._organ,
            "carrier": self._carrier,
            "member": self._member,
            "cell_column": self._cell(self.cells.column_swapped),
            "cell_row": self._cell(self.cells.row_swapped),
            "crossed": self._cell(self.cells.crossed),
            "measure": self._measure,
            "unit": self._unit,
            "negated": self._negated,
        }

    def of(self, draft: Draft, rng: Random) -> Draft | None:
        """A twin of this question, of any kind that fits it."""
        for kind in rng.sample(list(self.makers), len(self.makers)):
            twin = self.makers[kind](draft, rng)
            if twin is not None and twin.text != draft.text and not self._answerable(kind, twin):
                return replace(twin, twin=kind, polarity=None)
        return None

    # ---- when

    def _year(self, draft: Draft, rng: Random) -> Draft | None:
        own = self.namer.report.year
        years = [own + step for step in map(int, self.material.twins["years"])]
        absent = [y for y in years if self.rivals.is_absent(str(y)) and y not in self.reports_years]
        return self._at(draft, f"{rng.choice(absent)}年") if absent else None

    def _relative_year(self, draft: Draft, rng: Random) -> Draft | None:
        """去年, but not of what is compared with the year before: 去年…增加 may be meant so."""
        sentence = self.namer.report.source[slice(*draft.figure.sentence)]
        if not draft.figure.table and any(w in sentence for w in self.material.relative):
            return None
        return self._at(draft, rng.choice(self.material.twins["relative_years"]))

    def _part_of_year(self, draft: Draft, rng: Random) -> Draft | None:
        part = rng.choice(self.material.twins["parts_of_year"])
        return self._at(draft, f"{self.namer.report.year}年{part}")

    def _at(self, draft: Draft, period: str) -> Draft | None:
        if draft.figure.kind == "document" or draft.clause.period:
            return None
        own = f"{self.namer.report.year}年"
        slots = {k: v.replace(own, "") for k, v in draft.clause.slots.items() if k in NAMES}
        return replace(draft.put(**slots), opening=period, kept=(period,))

    # ---- where

    def _place(self, draft: Draft, rng: Random) -> Draft | None:
        return self._in_place(draft, rng.choice(self._places))

    def _report_place(self, draft: Draft, rng: Random) -> Draft | None:
        sentence = self.namer.report.source[slice(*draft.figure.sentence)]
        unit = draft.figure.unit
        counted = [
            f.quote for f in self.namer.report.figures if self.rivals.same_kind(unit, f.unit)
        ]
        places = [
            p
            for p in self._own_places
            if p not in draft.text and p not in sentence and not any(p in q for q in counted)
        ]
        figures = self.namer.report.figures
        parted = {f.part_of for f in figures if suffix(f.where) and f.part_of}
        if not places or parted & {draft.figure.id, draft.figure.part_of}:
            return None
        return self._in_place(draft, rng.choice(places))

    def _in_place(self, draft: Draft, place: str) -> Draft | None:
        own = draft.figure.where
        if draft.figure.kind == "document":
            return None
        if suffix(own) and draft.figure.part_of and not draft.figure.table:
            return self._swapped(draft, own, place) or self._swapped(draft, short(own), place)
        plain = self._unscoped(draft)
        names = (self.namer.report.place, short(self.namer.report.place))
        said = "".join(plain.named)
        if any(name in said for name in names):
            return None
        opening = place
        if said.startswith(suffix(place)):
            opening = place.removesuffix(suffix(place))
        return replace(plain, opening=opening, kept=(place, opening))

    @cached_property
    def _places(self) -> tuple[str, ...]:
        """Places of the gazetteer that no loaded report is about or speaks of."""
        lexicon = self.namer.lexicon
        named = sorted(n for n, s in lexicon.layers[0].items() if [x.kind for x in s] == ["place"])
        return tuple(
            n
            for n in named
            if suffix(n) and self.rivals.is_absent(short(n)) and n not in self.reports_places
        )

    @cached_property
    def _own_places(self) -> tuple[str, ...]:
        """The places for which the report gives some figure, its own place left out."""
        report = self.namer.report
        found = (f.where for f in report.figures if suffix(f.where) and f.where != report.place)
        return tuple(p for p in dict.fromkeys(found) if p not in self.namer.scope_words())

    def _unscoped(self, draft: Draft) -> Draft:
        """Without 全市, which would gainsay another place or organ."""
        slots = dict(draft.clause.slots)
        for word in self.namer.scope_words():
            slots = {k: v.replace(word, "") if k in NAMES else v for k, v in slots.items()}
        return replace(draft.put(**slots), opening="")

    # ---- who, and through what

    def _organ(self, draft: Draft, rng: Random) -> Draft | None:
        organs = [o for o in self.material.twins["organs"] if self.rivals.is_absent(o)]
        if not organs or draft.figure.kind in ("document", "rank_cutoff"):
            return None
        organ = rng.choice(organs)
        where = draft.figure.where
        if suffix(where) and draft.figure.part_of and not draft.figure.table:
            return self._swapped(draft, where, where + organ, organ)
        return self._by(draft, suffix(self.namer.report.place)[-1:] + organ)

    def _carrier(self, draft: Draft, rng: Random) -> Draft | None:
        carriers = [c for c in self.material.twins["carriers"] if self.rivals.is_absent(c)]
        who = draft.clause.slots.get("who", "")
        kinds = {k for m in self.namer.lexicon.read(who) for k in m.kinds()}
        return self._by(draft, rng.choice(carriers)) if carriers and "channel" in kinds else None

    def _by(self, draft: Draft, who: str) -> Draft | None:
        """The question about another who: in place of the one named, or before all."""
        plain = self._unscoped(draft)
        own = plain.clause.slots.get("who", "") or draft.figure.who
        if own and own in plain.text:
            return self._swapped(plain, own, who)
        rest = "".join(plain.named)
        kinds = {k for m in self.namer.lexicon.read(rest) for k in m.kinds()}
        if kinds & {"organ", "card_place"} or self.namer.report.place in rest:
            return None
        return replace(plain, opening=who, kept=(who,))

    # ---- which, what, in what

    def _member(self, draft: Draft, rng: Random) -> Draft | None:
        members = self.material.twins["members"]
        here = [word for word in members if word in draft.text]
        swaps = [
            (word, other)
            for word in here
            for other in members[word]
            if not self.rivals.speaks_of(other, draft.figure)
            and not any(word in w and word != w for w in here)
        ]
        return self._swapped(draft, *rng.choice(swaps)) if swaps else None

    def _cell(self, change: Callable[[Clause, Random], Clause | None]) -> Maker:
        """The same question about a cell that the report's tables do not have."""

        def maker(draft: Draft, rng: Random) -> Draft | None:
            clause = change(draft.clause, rng) if draft.clause.shape == CELL else None
            if clause is None or clause.slots["phrase"] == draft.clause.slots["phrase"]:
                return None
            changed = [
                s for s in ("row", "column", "label") if clause.slots[s] != draft.clause.slots[s]
            ]
            return replace(draft, clause=clause, kept=tuple(clause.slots[s] for s in changed))

        return maker

    def _measure(self, draft: Draft, rng: Random) -> Draft | None:
        measures = [m for m in self.material.twins["measures"] if self.rivals.is_absent(m)]
        said = draft.text + self.namer.report.source
        measures = [m for m in measures if m[:-1] not in said]
        if draft.claim or not measures:
            return None
        frames = self.material.twins["measure_frames"]
        frame = rng.choice(list(frames))
        measure = rng.choice(measures)
        twin = replace(draft, frame=frame, template=frames[frame], kept=(measure,))
        return twin.put(measure=measure)

    def _unit(self, draft: Draft, rng: Random) -> Draft | None:
        if draft.claim or not draft.asks_unit or draft.figure.kind not in COUNTS:
            return None
        stated = [f.unit for f in self.namer.report.figures]
        units = [
            u
            for u in self.material.twins["units"]
            if not any(self.rivals.same_kind(u, s) for s in stated)
        ]
        if not units:
            return None
        unit = rng.choice(units)
        return replace(draft.put(unit=unit, ask=f"多少{unit}"), kept=(unit,))

    def _negated(self, draft: Draft, rng: Random) -> Draft | None:
        template = self.material.twins["negated"].get(draft.clause.shape)
        slots = draft.clause.slots
        if draft.claim or not template or not all(s in slots for s in slots_of(template)):
            return None
        if (
            draft.clause.shape == "head"
            and slots["predicate"][0] not in self.material.twins["able"]
        ):
            return None
        if draft.clause.shape == "those" and not slots["predicate"].startswith("有"):
            return None
        return replace(draft, template=template)

    # ---- is it unanswerable indeed?

    def _swapped(self, draft: Draft, word: str, other: str, kept: str = "") -> Draft | None:
        slots = {k: v.replace(word, other) for k, v in draft.clause.slots.items() if k in NAMES}
        twin = replace(draft.put(**slots), kept=(kept or other,))
        return twin if twin.text != draft.text else None

    def _answerable(self, kind: str, twin: Draft) -> bool:
        """May another figure be meant, as for a place that the report speaks of elsewhere?"""
        return kind == "report_place" and bool(self.rivals.of(twin, self.rivals.same_kind))
