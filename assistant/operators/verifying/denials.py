"""Denials: a yes held against what the frames of the report say is not so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.language.script import fold
from assistant.model import Figure, Finding, Frame, Query, Report
from assistant.operators.ground import Ground
from assistant.operators.passages import CONTENTS, sentences
from assistant.operators.verifying.presence import EXISTS
from assistant.steps.spelled import DENYING

Span = tuple[int, int]
# What a question says was not done, by as many of its characters as the proof has; 有没有 asks.
NOT_DONE, LEAST = re.compile("(?<!有)(?:未|没有?|并未|从未|尚未)([一-龥]{2,8})"), 2

# So long is what is taken word for word from the report.
QUOTED = 6
# What a question says was done.
DONE = re.compile("已经?([一-龥]{2,8})")
# What a question speaks of that was not done: 没接受的，给说法了吗.
UNDONE = re.compile("(?:没有?|未|不)([一-龥]{1,6})的[，,、]")


def is_undone(query: Query, finding: Finding, ground: Ground) -> bool:
    """有没有因公出国费用, and the proof says 未发生因公出国费用: is all that is asked for denied where it stands?

    So is what is asked word for word (向任何申请人收取费用), where 未 stands before it.
    """
    if finding.polarity != "yes" or query.negated:
        return False
    quoted = any(len(m.text) >= QUOTED for m in query.selections[0].meant())
    if not (quoted or EXISTS.search(query.text)):
        return False
    spans = [p.clause if isinstance(p, Figure) else (p.start, p.end) for p in finding.facts]
    told = Told(ground.index.report, tuple(spans))
    found = [at for m in query.selections[0].meant() for at in told.places(m.text)]
    return bool(found) and all(told.is_denied(at) for at in found)


def says_otherwise(query: Query, finding: Finding, ground: Ground) -> bool:
    """未关停12个站点, and the proof says 关停12个: does what is denied stand undenied in every proof of a yes?"""
    denied = [found.group(1) for found in NOT_DONE.finditer(query.text)]
    if finding.polarity != "yes" or not denied:
        return False
    told = _told(finding, ground)
    said = (told.longest(act) for act in denied)
    return any(places and not any(map(told.is_denied, places)) for places in said)


def is_yet_to_be(query: Query, finding: Finding, ground: Ground) -> bool:
    """已制定目录, and the proof says 将制定目录: is it in every proof only planned or wanting?"""
    done = [found.group(1) for found in DONE.finditer(query.text)]
    if finding.polarity != "yes" or not done:
        return False
    told = _told(finding, ground)
    said = (told.longest(act) for act in done)
    return any(places and all(map(told.is_ahead, places)) for places in said)


def is_of_contents(query: Query, finding: Finding, ground: Ground) -> bool:
    """Does a yes rest on a sentence that only names the parts of the report (由概述、收费情况…组成)?"""
    if finding.polarity != "yes":
        return False
    lists = [e.fact for e in sentences(ground) if CONTENTS.search(e.fact.quote)]
    return any(s.start <= p.start and p.end <= s.end for s in lists for p in finding.facts)


def is_of_another(query: Query, finding: Finding, ground: Ground) -> bool:
    """没办结的，答复了吗: does nothing of the proof say that what is spoken of was not done?"""
    undone = [found.group(1) for found in UNDONE.finditer(query.text)]
    if finding.status != "answered" or not undone:
        return False
    told = _told(finding, ground)
    return not all(any(map(told.is_denied, told.places(act))) for act in undone)


def _told(finding: Finding, ground: Ground) -> Told:
    """The sentences that are to prove it."""
    spans = (p.sentence if isinstance(p, Figure) else (p.start, p.end) for p in finding.facts)
    return Told(ground.index.report, tuple(spans))


@dataclass(frozen=True)
class Told:
    """What stretches of a report say, and what of it the frames deny."""

    report: Report
    spans: tuple[Span, ...]

    @cached_property
    def _read(self) -> tuple[str, tuple[int, ...]]:
        """Their text as questions are written, each character with its place."""
        source = self.report.source
        kept = [at for span in self.spans for at in range(*span) if not source[at].isspace()]
        return fold("".join(source[at] for at in kept)), tuple(kept)

    @cached_property
    def _denied(self) -> tuple[Span, ...]:
        """What a denied act, and what it is said of or done to, stands on."""
        return tuple(
            span
            for frame in self.report.frames
            if frame.denied and any(_meet(frame.clause, span) for span in self.spans)
            for span in _filled(frame)
        )

    def places(self, text: str) -> list[int]:
        """Where a text begins in the source."""
        said, kept = self._read
        return [kept[found.start()] for found in re.finditer(re.escape(text), said)]

    def longest(self, act: str) -> list[int]:
        """Where the longest beginning of what is done stands."""
        beginnings = (self.places(act[:n]) for n in range(len(act), LEAST - 1, -1))
        return next((places for places in beginnings if places), [])

    def is_ahead(self, at: int) -> bool:
        """Is what stands at this place of the source planned or wanting?"""
        return any(f.mood and f.clause[0] <= at < f.clause[1] for f in self.report.frames)

    def is_denied(self, at: int) -> bool:
        """Is what stands at this place of the source said not to be so, or part of a noun that is not (未办结的3件)?"""
        behind = at > 0 and self.report.source[at - 1] in DENYING
        return behind or any(start <= at < end for start, end in self._denied)


def _filled(frame: Frame) -> Iterator[Span]:
    if frame.predicate:
        yield frame.predicate
    yield from ((role.start, role.end) for role in frame.roles)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
