"""Clauses that say what a question says, and the figure of one: of its own clause, and of nothing further off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.gaps import Aligned, Gap, Gaps
from assistant.language.script import fold
from assistant.late import late
from assistant.model import Figure
from assistant.operators.ground import Ground
from assistant.operators.passages import clauses

# So much more than the question a clause may say beside its figure; none of it tells anything.
LEAST = 2
JOINERS = ("和", "与", "及", "、")
DIGIT = late("[0-9]")
OFTEN, LONG = "often", "long"
TIMES, LASTING = ("天", "小时"), ("年", "月", "周", "天", "小时")


@dataclass(frozen=True, slots=True)
class Told:
    """The clauses of one sentence that say what a question says; `text` is without what breaks lines."""

    start: int
    end: int
    text: str
    aligned: Aligned

    @property
    def rest(self) -> list[str]:
        """What they say besides."""
        return self.aligned.rest(self.text)


def text_of(span: tuple[int, int], ground: Ground) -> str:
    """A stretch of the report as questions are written, without what breaks lines."""
    return "".join(fold(ground.index.report.source[slice(*span)]).split())


def pieces_of(told: Told, ground: Ground) -> Iterator[tuple[int, int]]:
    """The clauses of a passage."""
    return clauses(ground.index.report.source, told.start, told.end)


def is_done(figure: Figure, gap: Gap, told: Told, ground: Ground) -> bool:
    """Does the question say nothing that only another clause says is done: 入驻 of 入驻部门9个,设置服务台14个?"""
    report = ground.index.report
    others = (
        report.source[slice(*frame.predicate)]
        for frame in report.frames
        if frame.predicate and told.start <= frame.clause[0] < told.end
        if not frame.clause[0] <= figure.number[0] < frame.clause[1]
    )
    return not any(act in gap.said for act in others)


def figure_of(told: Told, gap: Gap, ground: Ground, gaps: Gaps) -> Figure | None:
    """The one figure whose own clause says nothing that the question does not; of how often and long, that of time."""
    figures = ground.index.report.figures
    inside = [f for f in figures if told.start <= f.number[0] < told.end and f.value is not None]
    if DIGIT.search(gap.said):
        return None
    if gap.kind.name in (OFTEN, LONG):
        units = TIMES if gap.kind.name == OFTEN else LASTING
        timed = [f for f in inside if any(ground.units.same_kind(f.unit, unit) for unit in units)]
        return timed[0] if len(timed) == 1 else None
    fitting = []
    for figure in inside:
        pieces = pieces_of(told, ground)
        piece = next((p for p in pieces if p[0] <= figure.number[0] < p[1]), None)
        all_said = piece and _is_all(figure, piece, told, gap, ground, gaps)
        if piece and all_said and _is_of_them(piece, told, ground):
            fitting.append(figure)
    return fitting[0] if len(fitting) == 1 else None


def _is_of_them(piece: tuple[int, int], told: Told, ground: Ground) -> bool:
    """Is what the question says besides said of the last thing that is counted before, and not of one further off?

    In 公述民评系统上线,处理来信1618件,受理率100%,办结率96% the rates are of the letters.
    """
    figures = ground.index.report.figures
    behind = len(text_of((told.start, piece[1]), ground))
    if any(run[0] >= behind for run in told.aligned.runs):
        return False
    for start, end in reversed([p for p in pieces_of(told, ground) if p[1] <= piece[0]]):
        counted = [f for f in figures if start <= f.number[0] < end and f.unit != "%"]
        first, last = (len(text_of((told.start, at), ground)) for at in (start, end))
        if any(first <= run[0] < last for run in told.aligned.runs):
            return True
        if counted:
            return False
    return True


def _is_all(
    figure: Figure, piece: tuple[int, int], told: Told, gap: Gap, ground: Ground, gaps: Gaps
) -> bool:
    """Does the clause say nothing but the figure and words of the question, and the one beside what asks?"""
    text = text_of(piece, ground)
    first = len(text_of((told.start, piece[0]), ground)) if piece[0] > told.start else 0
    kept = bytearray(len(text))
    for start, end in told.aligned.runs:
        for at in range(max(start - first, 0), min(end - first, len(text))):
            kept[at] = 1
    rest = "".join("\0" if taken else char for taken, char in zip(kept, text, strict=True))
    for word in (fold(figure.text), figure.said, *told.aligned.single):
        rest = rest.replace(word, "\0", 1) if word else rest
    beside = told.aligned.beside
    said = beside is not None and first <= beside[0] < first + len(text)
    own = (*gaps.own, *JOINERS)
    said = said and all(word in text for word in own if word in gap.said)
    return said and len(gaps.told(rest.split("\0"))) < LEAST
