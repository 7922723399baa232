"""The questions about a report: every figure by many names and frames, each beside its twin.

Everything is chosen by a seed over the figure's id, so that the same report and seed give the
same questions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest
from random import Random

from assistant.adversaries.cells import Cells
from assistant.adversaries.claims import Claims
from assistant.adversaries.clauses import Clause, Cutter
from assistant.adversaries.drafts import Draft, filled
from assistant.adversaries.gold import Gold
from assistant.adversaries.material import Material
from assistant.adversaries.names import Namer
from assistant.adversaries.noises import Noises
from assistant.adversaries.twins import Twins
from assistant.knowledge import Knowledge
from assistant.lexicon import Lexicon
from assistant.model import Figure, Report

# How many questions a figure gives at most: written well, with each noise, and as claims.
PLAIN, NOISY, CLAIMS = 36, 5, 16
# A cell of a table is one of many that are alike.
CELLS_PLAIN, CELLS_NOISY, CELLS_CLAIMS = 6, 2, 3
NONE, SYNONYM = "none", "synonym"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what a right answer to it must be.

    `polarity` is the verdict that a claim must get; `fair` allows to ask back (the words fit another
    figure as well), `lenient` allows to refuse (the report only bounds the figure). `gold` is the right
    answer, where it is not simply one figure of one report.
    """

    text: str
    figure: str
    frame: str
    noise: str = NONE
    twin: str = ""
    claim: str = ""
    polarity: str | None = None
    fair: bool = False
    lenient: bool = False
    gold: Gold | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A question that the report answers, and one that it does not."""

    question: Asked
    twin: Asked | None


def generate(
    report: Report, knowledge: Knowledge, material: Material, seed: int = 0
) -> tuple[Pair, ...]:
    """All pairs of a report, the figures in turn, so that any beginning of them speaks of all."""
    maker = _Maker.of(report, knowledge, material, seed)
    rows = [maker.pairs(figure) for figure in report.figures]
    pairs = [pair for turn in zip_longest(*rows) for pair in turn if pair]
    return tuple(_once(pairs))


def _once(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """No question twice; one that two figures give is about neither."""
    owners: dict[str, set[str]] = {}
    for pair in pairs:
        owners.setdefault(pair.question.text, set()).add(pair.question.figure)
    seen: set[str] = set()
    for pair in pairs:
        text = pair.question.text
        if len(owners[text]) > 1 or text in seen:
            continue
        seen.add(text)
        twin = pair.twin
        if twin and (twin.text in owners or twin.text in seen):
            twin = None
        seen |= {twin.text} if twin else set()
        yield replace(pair, twin=twin)


@dataclass(frozen=True, eq=False)
class _Maker:
    report: Report
    lexicon: Lexicon
    material: Material
    cutter: Cutter
    cells: Cells
    namer: Namer
    twins: Twins
    noises: Noises
    claims: Claims
    seed: int

    @classmethod
    def of(cls, report: Report, knowledge: Knowledge, material: Material, seed: int) -> _Maker:
        own = next(index for index in knowledge.indexes if index.report.id == report.id)
        lexicon = Lexicon.of(knowledge.terms, own.names)
        namer = Namer(report, lexicon, material)
        cells = Cells.of(report, material)
        reports = [index.report for index in knowledge.indexes]
        return cls(
            report,
            lexicon,
            material,
            Cutter(report, lexicon, material),
            cells,
            namer,
            Twins(
                namer,
                cells,
                knowledge.units,
                knowledge.general_units,
                frozenset(r.place for r in reports),
                frozenset(r.year for r in reports),
            ),
            Noises(lexicon, material),
            Claims(report, material),
            seed,
        )

    def pairs(self, figure: Figure) -> list[Pair]:
        """The pairs of one figure, in the order that its seed gives."""
        rng = Random(f"{self.report.id}:{figure.id}:{self.seed}")
        own = self.cells.clauses(figure, rng) if figure.table else self.cutter.clauses(figure)
        clauses = list(own)
        named = {id(c): list(self.namer.named(c)) for c in clauses}
        cell = bool(figure.table)
        most, noisy, judged = (
            (CELLS_PLAIN, CELLS_NOISY, CELLS_CLAIMS) if cell else (PLAIN, NOISY, CLAIMS)
        )
        plain = [d for c in clauses for d in self._filled(c)]
        plain = rng.sample(plain, min(len(plain), most)) if cell else plain
        renamed = [d for c in clauses for n in named[id(c)][1:] for d in self._filled(n)]
        chosen = plain + rng.sample(renamed, min(len(renamed), max(0, most - len(plain))))
        chosen += [
            self._opened(d, rng) for d in rng.sample(chosen, min(len(chosen), max(1, most // 4)))
        ]
        claims = [d for c in clauses for n in named[id(c)] for d in self.claims.of(n, rng)]
        claims = rng.sample(claims, min(len(claims), judged))
        made = [self._pair(d, NONE, rng) for d in (*chosen, *claims)]
        noises = list(self.noises.makers)
        for noise in rng.sample(noises, noisy) if cell else noises:
            wanted = 1 if cell else noisy
            drafts = rng.sample(chosen + claims, min(len(chosen + claims), wanted * 4))
            written = (self._pair(self._opened(draft, rng), noise, rng) for draft in drafts)
            made += list(islice((pair for pair in written if pair), wanted))
        found = [pair for pair in made if pair]
        rng.shuffle(found)
        return found

    def _filled(self, clause: Clause) -> Iterator[Draft]:
        frames = self.material.frames.get(clause.shape, {})
        others = self.material.units.get(clause.figure.unit, ())
        yield from filled(clause, frames)
        for unit in others:
            yield from filled(clause.put(unit=unit, ask=f"多少{unit}"), frames)

    def _opened(self, draft: Draft, rng: Random) -> Draft:
        """The question with the report's year or place said first, where it does not say them."""
        if draft.clause.period:
            return draft
        openings = [o for o in self.material.openings if self._may_open(o, draft)]
        opening = rng.choice(openings) if openings else ""
        said = opening.format(year=self.report.year, place=self.report.place)
        return replace(draft, opening=said)

    def _may_open(self, opening: str, draft: Draft) -> bool:
        year = "{year}" in opening and str(self.report.year) in draft.text
        place = "{place}" in opening and (
            self.report.place in draft.text or draft.figure.kind == "document"
        )
        return not year and not place

    def _pair(self, draft: Draft, noise: str, rng: Random) -> Pair | None:
        question = self._asked(draft, noise, rng) if self._names_something(draft) else None
        if question is None:
            return None
        twin = self.twins.of(draft, rng)
        asked = self._asked(twin, noise, rng) if twin else None
        if twin and asked is None:
            asked = self._asked(twin, NONE, rng)
        return Pair(question, asked)

    def _asked(self, draft: Draft, noise: str, rng: Random) -> Asked | None:
        text: str | None = draft.text
        if noise == "numerals" and draft.figure.kind == "document":
            return None
        if noise != NONE:
            words = self._words(draft)
            text = self.noises.write(noise, draft.text, words, rng)
        elif draft.clause.renamed:
            noise = SYNONYM
        if text is None:
            return None
        bounded = draft.figure.bound in ("at_least", "at_most")
        return Asked(
            text=text,
            figure=draft.figure.id,
            frame=draft.frame,
            noise=noise,
            twin=draft.twin,
            claim=draft.claim,
            polarity=draft.polarity,
            fair=not draft.twin and self.twins.rivals.is_ambiguous(draft),
            lenient=bounded and draft.claim == "changed",
        )

    def _names_something(self, draft: Draft) -> bool:
        """Is there a word by which the figure is meant, or a document?"""
        return bool(draft.clause.slots.get("title")) or any(self.namer.meanings(draft))

    def _words(self, draft: Draft) -> tuple[str, ...]:
        """The words that may be miswritten: of two characters or more, not those of the twin."""
        words = self.namer.words(draft)
        kept = "".join(draft.kept)
        return tuple(w for w in words if len(w) > 1 and w not in kept and draft.text.count(w) == 1)
