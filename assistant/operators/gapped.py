"""Gapped: the one clause that says everything that a question says, word for word, and fills the gap where it asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from assistant.index import Entry
from assistant.language.gaps import NUMBER, SO, Gap, Gaps
from assistant.language.same import Same
from assistant.language.script import fold
from assistant.late import late
from assistant.model import Finding, Span
from assistant.operators.gap_filled import DEEDS, MOMENT, PURPOSE, TENET, TENETS, fills
from assistant.operators.gapped_figure import LONG, OFTEN, Told, figure_of, is_done, text_of
from assistant.operators.ground import Ground, answer_figure
from assistant.operators.passages import CONTENTS, clauses, sentences

# So much both have to say.
SHARED = 4
NAME = late("“([^”]+)”")
# What is asked for so is told in the very words.
EXACT = frozenset({NUMBER, SO})
# How a clause begins that speaks of what was said before it, and how far back that is looked for.
POINTS_BACK, BACK = late("(?:上述|以上|该|此[项类举]|这[一项些]|这[种类])"), 200
# What says of a thing that it is wanting; so many clauses behind an act, what comes of it is said.
LACKING = late("[不未没无缺欠弱慢差]|[偏较过太][少低窄小]|减少|下降|滞后|单一")
RESULTING = 2
# Why a clause is no frame: what it says is of the next.
LENT = "lent"


def gapped(text: str, unit: str, ground: Ground, gaps: Gaps, same: Same) -> Finding | None:
    """The answer of the one passage that fills the gap; None where none does, or several do.

    What tells no number and no yes or no may say what the question says in the `same` words, where no passage says it
    in just these.

    A number is given in the `unit` that is asked for, where one is.
    """
    gap = gaps.read(text)
    if gap is None:
        return None
    plain = None if gap.kind.name in EXACT else same
    names = NAME.findall(text)
    fitting = [
        one
        for told in _told(gap, ground, gaps, plain)
        if (one := next(filter(partial(_holds, text, names, gap, ground, gaps), told), None))
    ]
    least = min(map(_distance, fitting), default=None)
    nearest = [told for told in fitting if _distance(told) == least]
    if gap.kind.name == DEEDS:
        # What came of it is said in its words, and not in words of it that stand apart.
        most = max((told.aligned.shared for told in nearest), default=0)
        nearest = [told for told in nearest if told.aligned.shared == most]
    if len(nearest) != 1:
        return None
    [told] = nearest
    figure = figure_of(told, gap, ground, gaps) if gap.kind.name in (NUMBER, OFTEN, LONG) else None
    if figure and gap.kind.name == NUMBER:
        counted = not unit or ground.units.fits(unit, figure.unit)
        if not counted or not is_done(figure, gap, told, ground):
            return None
    return answer_figure(figure) if figure else _found(told, gap)


def _holds(
    text: str, names: Sequence[str], gap: Gap, ground: Ground, gaps: Gaps, told: Told
) -> bool:
    return all(name in told.text for name in names) and fills(told, text, gap, ground, gaps)


def _distance(told: Told) -> tuple[int, int]:
    """How far a passage is from the words of the question: first what is said otherwise, then what headings say."""
    return told.aligned.swapped, told.aligned.led


def _found(told: Told, gap: Gap) -> Finding:
    outcome, polarity = ("verify_yes", "yes") if gap.kind.name == SO else ("statement", None)
    return Finding("answered", outcome, facts=(Span(told.start, told.end),), polarity=polarity)


def _told(gap: Gap, ground: Ground, gaps: Gaps, same: Same | None) -> Iterator[Sequence[Told]]:
    """Of each sentence that says it all, the shortest run of its clauses that does, with least help of its headings.

    Behind it the same run with the clauses before it that are of it: 2014年5月,….
    """
    for entry in sentences(ground):
        start, end = entry.fact.start, entry.fact.end
        if CONTENTS.search(entry.fact.quote) or not _aligned(
            gap, (start, end), entry, ground, gaps, same
        ):
            continue
        pieces = list(clauses(ground.index.report.source, start, end))
        runs = ((a, b) for at, (a, _) in enumerate(pieces) for _, b in pieces[at:])
        told = [one for run in runs if (one := _aligned(gap, run, entry, ground, gaps, same))]
        if told:
            best = min(told, key=lambda one: (*_distance(one), one.end - one.start))
            best = _with_act(best, pieces, ground)
            with_beside = _with_deeds(_with_beside(best, pieces, gap, ground), pieces, gap, ground)
            led = _led_in(best, pieces, gap, ground)
            yield (with_beside, led) if led else (with_beside,)


def _aligned(
    gap: Gap,
    span: tuple[int, int],
    entry: Entry,
    ground: Ground,
    gaps: Gaps,
    same: Same | None,
) -> Told | None:
    text = text_of(span, ground)
    headings = "".join(fold(getattr(entry.fact, "section", "")).split())
    if POINTS_BACK.match(text):
        # 上述结果均在…公示: the sentences before it, of the same paragraph, say which.
        headings += text_of(_before_it(span[0], ground), ground)
    aligned = gaps.align(gap.said, text, headings, same)
    if aligned is None or aligned.shared < SHARED or aligned.single not in _measured(gap):
        return None
    return Told(*span, text, aligned)


def _before_it(at: int, ground: Ground) -> tuple[int, int]:
    """What stands before a place in its paragraph."""
    return max(ground.index.report.source.rfind("\n", 0, at) + 1, at - BACK), at


def _measured(gap: Gap) -> tuple[tuple[str, ...], ...]:
    """What single character may be left: none, or the measure word behind 几."""
    return ((), tuple(gap.after[:1])) if gap.kind.name == NUMBER else ((),)


def _with_beside(told: Told, pieces: Sequence[tuple[int, int]], gap: Gap, ground: Ground) -> Told:
    """With the clause right before or behind it that begins as one does that fills the gap (…,以便群众查阅)."""
    beside = [
        piece
        for piece, following in zip(pieces, [*pieces[1:], (0, 0)], strict=True)
        if (following[0] == told.start or (piece[0] > told.end and _is_next(told, piece, pieces)))
        and text_of(piece, ground).startswith(gap.kind.beside or ("\0",))
    ]
    beside += _results(told, pieces, gap, ground)
    if not beside:
        return told
    first, last = min(a for a, _ in beside), max(b for _, b in beside)
    return _widened(told, min(told.start, first), max(told.end, last), ground)


def _with_deeds(told: Told, pieces: Sequence[tuple[int, int]], gap: Gap, ground: Ground) -> Told:
    """With what was done before it, where it says what came of that; or behind it, where it says what for."""
    if gap.kind.name != DEEDS:
        return told
    if gap.kind.results.match(told.text) and not gap.kind.results.match(text_of(pieces[0], ground)):
        return _widened(told, pieces[0][0], told.end, ground)
    if PURPOSE.match(told.text) and told.end < pieces[-1][1]:
        return _widened(told, told.start, pieces[-1][1], ground)
    return told


def _results(
    told: Told, pieces: Sequence[tuple[int, int]], gap: Gap, ground: Ground
) -> list[tuple[int, int]]:
    """The next clause behind it, or the one after, that begins as one does that says what comes of it.

    Of what is wanting, it says what is to be.
    """
    if gap.kind.name == DEEDS or LACKING.search(gap.said):
        return []
    behind = [piece for piece in pieces if piece[0] > told.end][:RESULTING]
    return [p for p in behind if gap.kind.results.match(text_of(p, ground))][:1]


def _widened(told: Told, first: int, last: int, ground: Ground) -> Told:
    shift = len(text_of((first, told.start), ground)) if first < told.start else 0
    runs = tuple((start + shift, end + shift) for start, end in told.aligned.runs)
    return Told(first, last, text_of((first, last), ground), replace(told.aligned, runs=runs))


def _led_in(told: Told, pieces: Sequence[tuple[int, int]], gap: Gap, ground: Ground) -> Told | None:
    """With the clauses right before it in which nothing is done: a time, a place, a way, a basis or a principle."""
    first = told.start
    for piece in reversed([p for p in pieces if p[1] <= told.start]):
        tenet = gap.kind.name == TENET and TENETS.search(text_of(piece, ground))
        if not (tenet or _is_lent(piece, ground)):
            break
        first = piece[0]
    return _widened(told, first, told.end, ground) if first < told.start else None


def _with_act(told: Told, pieces: Sequence[tuple[int, int]], ground: Ground) -> Told:
    """With all that its sentence says of it, where the last of its clauses is of what follows: 出台前,…."""
    last = [piece for piece in pieces if piece[1] <= told.end][-1]
    if pieces[-1][1] == told.end or not _is_lent(last, ground):
        return told
    return _widened(told, told.start, pieces[-1][1], ground)


def _is_lent(piece: tuple[int, int], ground: Ground) -> bool:
    """Is nothing done in a clause, or only what comes before something else, so that what it says is of the next?"""
    if MOMENT.search(text_of(piece, ground)):
        return True
    lent = (f.clause for f in ground.index.report.frames if f.left == LENT)
    return any(start <= piece[0] and piece[1] <= end for start, end in lent)


def _is_next(told: Told, piece: tuple[int, int], pieces: Sequence[tuple[int, int]]) -> bool:
    return piece == next(p for p in pieces if p[0] > told.end)
