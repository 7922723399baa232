"""Gapped: the one clause that says everything that a question says, word for word, and fills the gap where it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.index import Entry
from assistant.language.gaps import NUMBER, SO, Gap, Gaps
from assistant.language.script import fold
from assistant.model import Finding, Span
from assistant.operators.gapped_figure import DIGIT, OFTEN, Told, figure_of, is_done, text_of
from assistant.operators.ground import Ground, answer_figure
from assistant.operators.passages import CONTENTS, clauses, sentences
from assistant.operators.role import is_yet_to_be

# So much both have to say, and so much the clause has to say besides.
SHARED, WHOLE, FILLING, MANNER = 4, 6, 2, 4
LISTING = re.compile("[、和及与]")
CLAUSES = re.compile("[,，。;；:：、]")
PARTS = re.compile("[,，;；]")
SEVERAL = ("哪些", "哪几", "有哪些", "是哪些", "是哪几")
COUNTED = dict(zip("两二三四五", (2, 2, 3, 4, 5), strict=True))
NAMES, NAME = re.compile("[《“「]"), re.compile("“([^”]+)”")
OWNER = re.compile("[省市县区镇乡村]$|街道$")
NAMED_ON = re.compile(
    "[一-龥]{1,10}?(?:局|委员会|办公室|办|厅|院|中心|馆|站|所|公司|学校|大队|支队)"
)
DATE = re.compile("[0-9]+[年月日号]|[上下]半年|[一二三四]季度|年[底初末]|[月年]内")


def gapped(text: str, unit: str, ground: Ground, gaps: Gaps) -> Finding | None:
    """The answer of the one passage that fills the gap; None where none does, or several do.

    A number is given in the `unit` that is asked for, where one is.
    """
    gap = gaps.read(text)
    if gap is None:
        return None
    names = NAME.findall(text)
    fitting = [
        told
        for told in _told(gap, ground, gaps)
        if all(name in told.text for name in names) and _fits(told, text, gap, ground, gaps)
    ]
    least = min((told.aligned.led for told in fitting), default=0)
    nearest = [told for told in fitting if told.aligned.led == least]
    if len(nearest) != 1:
        return None
    [told] = nearest
    figure = figure_of(told, gap, ground, gaps) if gap.kind.name in (NUMBER, OFTEN) else None
    if figure and gap.kind.name == NUMBER:
        fits = not unit or ground.units.fits(unit, figure.unit)
        if not fits or not is_done(figure, gap, told, ground):
            return None
    return answer_figure(figure) if figure else _found(told, gap)


def _found(told: Told, gap: Gap) -> Finding:
    outcome, polarity = ("verify_yes", "yes") if gap.kind.name == SO else ("statement", None)
    return Finding("answered", outcome, facts=(Span(told.start, told.end),), polarity=polarity)


def _told(gap: Gap, ground: Ground, gaps: Gaps) -> Iterator[Told]:
    """Of each sentence that says it all, the shortest run of its clauses that does, with least help of its headings."""
    for entry in sentences(ground):
        start, end = entry.fact.start, entry.fact.end
        if CONTENTS.search(entry.fact.quote) or not _aligned(
            gap, (start, end), entry, ground, gaps
        ):
            continue
        pieces = list(clauses(ground.index.report.source, start, end))
        runs = ((a, b) for at, (a, _) in enumerate(pieces) for _, b in pieces[at:])
        told = [one for run in runs if (one := _aligned(gap, run, entry, ground, gaps))]
        if told:
            best = min(told, key=lambda one: (one.aligned.led, one.end - one.start))
            yield _with_beside(best, pieces, gap, ground)


def _aligned(
    gap: Gap, span: tuple[int, int], entry: Entry, ground: Ground, gaps: Gaps
) -> Told | None:
    text = text_of(span, ground)
    headings = "".join(fold(getattr(entry.fact, "section", "")).split())
    aligned = gaps.align(gap.said, text, headings)
    if aligned is None or aligned.shared < SHARED or aligned.single not in _measured(gap):
        return None
    return Told(*span, text, aligned)


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
    if not beside:
        return told
    span = min(told.start, beside[0][0]), max(told.end, beside[-1][1])
    shift = len(text_of((span[0], told.start), ground)) if span[0] < told.start else 0
    runs = tuple((start + shift, end + shift) for start, end in told.aligned.runs)
    return Told(*span, text_of(span, ground), replace(told.aligned, runs=runs))


def _is_next(told: Told, piece: tuple[int, int], pieces: Sequence[tuple[int, int]]) -> bool:
    return piece == next(p for p in pieces if p[0] > told.end)


def _fits(told: Told, text: str, gap: Gap, ground: Ground, gaps: Gaps) -> bool:
    """Does the passage fill the gap, and say it of what is so?"""
    if _cuts_owner(told):
        return False
    rest, kind = told.rest, gap.kind
    planned = is_yet_to_be(told.start, told.end, ground)
    planned = planned or any(word in part for part in rest for word in gaps.plans)
    asks_plan = any(word in text for word in gaps.planning)
    asks_done = any(word in text for word in gaps.done)
    if gaps.denies(rest) or (planned and (asks_done or not asks_plan)):
        return False
    telling = [part for part in rest if not part.endswith(kind.not_by or ("\0",))]
    filled = any(word in part for part in telling for word in kind.filled_by)
    if kind.filled_by and not filled and not _has_beside(told, gap):
        return False
    match kind.name:
        case "so":
            # A number that is claimed is held against figures, with their units.
            whole = told.aligned.shared >= WHOLE and not DIGIT.search(gap.said)
            turned = any(word in text and word not in told.text for word in gaps.turning)
            return whole and told.aligned.is_in_order and not turned
        case "number":
            return figure_of(told, gap, ground, gaps) is not None
        case "when":
            return any(DATE.search(part) for part in rest)
        case "called":
            return any(NAMES.search(part) for part in rest)
        case "subject":
            return len("".join(rest)) >= FILLING
        case "which":
            return _says_which(told, gap, gaps)
        case "how":
            return len(gaps.told(rest)) >= MANNER
        case _:
            return len(gaps.told(rest)) >= FILLING


def _cuts_owner(told: Told) -> bool:
    """东海县教育中心 is another than 东海县: does a name of the clause go on where the question's ends?"""
    starts = {start for start, _ in told.aligned.runs}
    return any(
        OWNER.search(told.text[start:end]) and end not in starts and NAMED_ON.match(told.text, end)
        for start, end in told.aligned.runs
    )


def _has_beside(told: Told, gap: Gap) -> bool:
    """Does its first or its last clause begin as those do that fill the gap?"""
    pieces = PARTS.split(told.text)
    begins = {0, len(told.text) - len(pieces[-1])}
    inside = {at for start, end in told.aligned.runs for at in range(start, end)}
    return any(
        at not in inside and told.text.startswith(gap.kind.beside or ("\0",), at) for at in begins
    )


def _says_which(told: Told, gap: Gap, gaps: Gaps) -> bool:
    """Does it name what the noun behind what asks is of: 身份 in 赋予网格员政务公开联络员身份; or list several?"""
    listed = [part for part in told.rest if LISTING.search(part.strip("、和及与"))]
    listed = [part for part in listed if len(gaps.told([part])) >= FILLING]
    number = next((COUNTED[char] for char in gap.asking if char in COUNTED), 0)
    if number:
        return any(len(LISTING.split(part.strip("、和及与"))) == number for part in listed)
    if DIGIT.search(gap.said):
        # The names behind a count are told by a list of as many, and not by what stands beside it.
        return False
    if not gap.after and gap.asking.startswith(SEVERAL):
        # 规范性文件有哪些: the list stands behind what is asked, or as its kinds before it (A、B等文件).
        first, last = min(told.aligned.runs)[0], max(told.aligned.runs)[1]
        behind, before = told.text[last:], told.text[:first]
        return any(part in behind for part in listed) or (bool(listed) and before.endswith("等"))
    if not gap.after:
        return len(gaps.told(told.rest)) >= FILLING
    return any(len(gaps.told([before])) >= FILLING for before in _before(told, gap.after))


def _before(told: Told, after: str) -> Iterator[str]:
    """What stands right before each place where the clause says the noun, and the question does not."""
    nouns = [told.text[start:end] for start, end in told.aligned.runs]
    noun = max((n for n in nouns if after.startswith(n)), key=len, default="")
    for found in re.finditer(re.escape(noun), told.text) if noun else ():
        others = [b for _, b in told.aligned.runs if b <= found.start()]
        yield CLAUSES.split(told.text[max(others, default=0) : found.start()])[-1]
