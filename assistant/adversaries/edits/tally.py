"""Asks answerable questions, then their edits, and counts what must stay, be refused, or change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from random import Random
from typing import TYPE_CHECKING

from assistant.adversaries.edits.bases import Base, of_facts, of_file, of_matrix
from assistant.adversaries.edits.editing import FLIP, REFUSE, STAY, Edit
from assistant.adversaries.edits.flipping import Flipping
from assistant.adversaries.edits.material import load_words
from assistant.adversaries.edits.refusals import Refusals
from assistant.adversaries.edits.staying import Staying
from assistant.adversaries.material import load_material
from assistant.adversaries.matrix.judging import Outcome, Verdict
from assistant.adversaries.matrix.material import load_frames
from assistant.adversaries.matrix.tally import Count, Example, counts
from assistant.adversaries.names import Namer
from assistant.adversaries.noises import Noises
from assistant.errors import ReportError
from assistant.lexicon import Lexicon
from assistant.model import Answer, Report

if TYPE_CHECKING:
    from assistant.engine import Assistant
    from assistant.evaluation import Expectation

Progress = Callable[[int, int], None]
STEP = 200
FAMILIES = (STAY, REFUSE, FLIP)


@dataclass(frozen=True, slots=True)
class EditsTally:
    """The whole run: how many questions were edited, and what became of the edits.

    Of what must be refused a refusal is right. `wrong` must be empty of refusals and flips.
    """

    report: str
    asked: int
    edited: int
    families: tuple[Count, ...]
    kinds: tuple[Count, ...]
    wrong: tuple[Example, ...]
    missed: tuple[Example, ...]


def run_edits(
    assistant: Assistant,
    report_id: str,
    limit: int | None = None,
    seed: int = 0,
    progress: Progress | None = None,
    expectations: Sequence[Expectation] = (),
) -> EditsTally:
    """Edit the questions about a report that are answered rightly, and ask `limit` edits (all by default).

    `expectations` are the questions of a file, which are edited in place of those of the report.
    Raises `ReportError` for an unknown report and `KnowledgeError` where the words do not hold.
    """
    report = assistant.report(report_id)
    if report is None:
        raise ReportError(f"没有编号为“{report_id}”的报告")
    bases = _bases(report, seed, expectations)
    edits: list[list[Edit]] = []
    editor = _Editor.of(assistant, report, seed)
    found = asked = 0
    for base in bases:
        if limit is not None and found >= limit:
            break
        asked += 1
        answer = assistant.attempt(base.text, base.history).answer
        if base.judge(base.text, answer).outcome == Outcome.RIGHT:
            own = list(editor.edits(base))
            edits.append(own)
            found += len(own)
    chosen = _once(edits)[:limit]
    results = list(_asked(assistant, chosen, progress))
    return _tally(report.id, asked, len(edits), results)


def _bases(report: Report, seed: int, expectations: Sequence[Expectation]) -> Iterator[Base]:
    """Of the facts and of the matrix in turn, or of the file."""
    if expectations:
        return iter(tuple(of_file(expectations, {report.id: report.source})))
    rng = Random(f"{report.id}/{seed}")
    facts = list(of_facts(report, load_words(), rng))
    rng.shuffle(facts)
    matrix = of_matrix(report, load_frames(), seed)
    turns = zip_longest(facts, matrix)
    return (base for turn in turns for base in turn if base)


def _once(edits: Sequence[Sequence[Edit]]) -> list[Edit]:
    """Every edited question once; none that is a question before any edit."""
    seen = {edit.base.text for own in edits for edit in own}
    chosen = []
    for own in edits:
        for edit in own:
            if edit.text not in seen:
                seen.add(edit.text)
                chosen.append(edit)
    return chosen


@dataclass(frozen=True, eq=False)
class _Editor:
    staying: Staying
    refusals: Refusals
    flipping: Flipping
    seed: int

    @classmethod
    def of(cls, assistant: Assistant, report: Report, seed: int) -> _Editor:
        knowledge = assistant.knowledge(report.id)
        material, frames, words = load_material(), load_frames(), load_words()
        own = next(index for index in knowledge.indexes if index.report.id == report.id)
        lexicon = Lexicon.of(knowledge.terms, own.names)
        synonyms = Namer(report, lexicon, material).synonyms
        return cls(
            Staying(Noises(lexicon, material), synonyms, frames, words),
            Refusals(report, words),
            Flipping(frames, words),
            seed,
        )

    def edits(self, base: Base) -> Iterator[Edit]:
        rng = Random(f"{base.text}/{self.seed}")
        yield from self.staying.of(base, rng)
        yield from self.refusals.of(base, rng)
        yield from self.flipping.of(base, rng)


def _asked(
    assistant: Assistant, edits: Sequence[Edit], progress: Progress | None
) -> Iterator[tuple[Edit, Answer, Verdict]]:
    for done, edit in enumerate(edits, 1):
        answer = assistant.attempt(edit.text, edit.base.history).answer
        yield edit, answer, edit.judge(edit.text, answer)
        if progress and (done % STEP == 0 or done == len(edits)):
            progress(done, len(edits))


def _tally(
    name: str, asked: int, edited: int, results: Sequence[tuple[Edit, Answer, Verdict]]
) -> EditsTally:
    outcomes = [(edit, verdict.outcome) for edit, _, verdict in results]
    examples = [(verdict.outcome, edit, _example(edit, a, verdict)) for edit, a, verdict in results]
    refused = (Outcome.CLARIFIED, Outcome.REFUSED)
    families = counts((edit.family, outcome) for edit, outcome in outcomes)
    return EditsTally(
        report=name,
        asked=asked,
        edited=edited,
        families=tuple(sorted(families, key=lambda one: FAMILIES.index(one.name))),
        kinds=counts((f"{edit.family}/{edit.kind}", outcome) for edit, outcome in outcomes),
        wrong=tuple(e for outcome, _, e in examples if outcome == Outcome.WRONG),
        missed=tuple(
            e for outcome, edit, e in examples if outcome in refused and edit.family == STAY
        ),
    )


def _example(edit: Edit, answer: Answer, verdict: Verdict) -> Example:
    return Example(
        edit.text,
        f"{edit.family}/{edit.kind}",
        edit.base.text,
        edit.wanted,
        answer.status,
        answer.text,
        verdict.why,
    )
