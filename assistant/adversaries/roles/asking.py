"""What is asked of the frames of a report: a role in its place, the clause as a claim, and near misses of both.

移交至县档案馆 → 移交至谁 (what fills the role), 移交至县档案馆，对吗 (yes); 移交至南京大学，对吗 (no yes).
A near miss changes one thing: who does it, to whom, where, by which document, or whether it was done at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from assistant.adversaries.matrix.judging import Outcome, Verdict
from assistant.compiler.yamlfile import load_parts, plain
from assistant.folders import knowledge_folder
from assistant.language.either import either
from assistant.language.script import fold
from assistant.model import Answer, Frame, Report, Role

FILE = Path("adversaries") / "roles.yaml"
OTHERS = {
    "doer": "doers",
    "agent": "doers",
    "recipient": "recipients",
    "place": "places",
    "channel": "channels",
}
PARTS = (
    "asks",
    "bare",
    "openers",
    "endings",
    "claim",
    "documents",
    "denial",
    "labels",
    "kinds",
    "emptied",
    "done",
    *OTHERS.values(),
)
Words = Mapping[str, Any]
DOCUMENT = re.compile(r"《[^《》]+》")
# A clause that says enough by itself to be asked about, and no more than a person would.
SHORTEST, LONGEST = 8, 40
# The number before a clause, which nobody asks: 一是, (2), 3.
LABEL = re.compile(
    r"(?:[一二三四五六七八九十]+(?:是|要|、)|[(（][一二三四五六七八九十\d]+[)）]|\d+[.．、])\s*"
)
SEEMS = re.compile(r"\s|[，。；、：:,;.“”‘’\"'()（）]")
# What fills one of these may be said to be where, and by what way, a thing is done.
LIKE_PLACES = frozenset({"place", "channel", "manner", "basis", "aim", "process", "condition"})
RECIPIENT, WHOM = "recipient", frozenset({"patient", "beneficiary"})
# So many roles that nothing fills are asked for of one frame.
EACH_EMPTY = 2
KEPT, NEVER = "asked", "near"


def load_words(folder: Path | None = None) -> Words:
    """The words of a `knowledge/` folder; raises `KnowledgeError` where a part is missing."""
    found: Words = plain(load_parts((folder or knowledge_folder()) / FILE, PARTS))
    return found


@dataclass(frozen=True, slots=True)
class RoleQuestion:
    """A question; `fill` is what its answer must say, and none of a claim; `wanted` is yes, fill or never yes."""

    text: str
    kind: str
    wanted: str
    fill: str = ""

    def judge(self, answer: Answer) -> Verdict:
        """Is it answered by what fills the role, or by a yes where the clause says so; else refused or wrong."""
        if answer.status == "clarify":
            return Verdict(Outcome.CLARIFIED if self.wanted != NEVER else Outcome.RIGHT)
        if answer.status != "answered":
            return Verdict(Outcome.REFUSED if self.wanted != NEVER else Outcome.RIGHT)
        if self.wanted == NEVER:
            denied = answer.polarity == "no"
            return Verdict(Outcome.RIGHT) if denied else Verdict(Outcome.WRONG, "答成了有这回事")
        if self.fill:
            told = bare(self.fill) in bare(answer.text)
            return Verdict(Outcome.RIGHT) if told else Verdict(Outcome.WRONG, "没有说出所问的")
        yes = answer.polarity == "yes"
        return Verdict(Outcome.RIGHT) if yes else Verdict(Outcome.WRONG, "报告说了，却不说是")


def bare(text: str) -> str:
    """A text without marks and spaces, as it is compared."""
    return SEEMS.sub("", fold(text))


def generate(report: Report, words: Words, seed: int) -> Iterator[RoleQuestion]:
    """The questions about every frame that stands by itself, near misses with the report's own left out."""
    rng = Random(f"{report.id}/roles/{seed}")
    openers = either(words["openers"])
    frames = [_opened(frame, report.source, openers) for frame in report.frames]
    clauses = [bare(report.source[slice(*f.clause)]) for f in frames]
    for frame in frames:
        clause = report.source[slice(*frame.clause)]
        stands = SHORTEST <= len(clause) <= LONGEST and "\n" not in clause
        stands = stands and not clause.endswith(tuple(words["endings"]))
        if frame.predicate and stands and clauses.count(bare(clause)) == 1:
            yield from _Asking(report, frame, words, rng).questions()


def _opened(frame: Frame, source: str, openers: str) -> Frame:
    """The frame without its number and what only joins it to the one before (一是, 并, 其中)."""
    start, end = frame.clause
    for form in (LABEL, re.compile(openers)):
        start = found.end() if (found := form.match(source, start, end)) else start
    return replace(frame, clause=(start, end))


@dataclass(frozen=True)
class _Asking:
    report: Report
    frame: Frame
    words: Words
    rng: Random

    def questions(self) -> Iterator[RoleQuestion]:
        """What is asked of one frame."""
        own = [r for r in self.frame.roles if self._is_inside(r)]
        if not (self.frame.denied or self.frame.mood):
            # 谁运行 names nothing that it asks about.
            told = own if len(own) > 1 else ()
            yield from (q for role in told if (q := self._asked(role)))
            yield self._claim(self._clause(), "claimed", "")
            yield from (q for role in own if (q := self._changed(role)))
            yield from self._other_document()
            yield self._never(self._denied(), "denied")
            yield from self._emptied()
        elif self.frame.denied:
            yield from self._undone()
        else:
            yield from self._done()

    def _is_inside(self, role: Role) -> bool:
        return self.frame.clause[0] <= role.start and role.end <= self.frame.clause[1]

    def _clause(self, start: int = 0, end: int = 0, put: str = "") -> str:
        """The clause, with something put in the place of a span of it."""
        first, last = self.frame.clause
        if not end:
            return self.report.source[first:last]
        return self.report.source[first:start] + put + self.report.source[end:last]

    def _asked(self, role: Role) -> RoleQuestion | None:
        """The role asked for in its place."""
        ask = self.words["asks"].get(role.name)
        if ask is None:
            return None
        before = self.report.source[self.frame.clause[0] : role.start]
        behind = self.report.source[role.end : self.frame.clause[1]]
        led = tuple(self.words["bare"].get(role.name, ()))
        lead = next((w for w in sorted(led, key=len, reverse=True) if before.endswith(w)), "")
        text = f"{before.removesuffix(lead)}{ask}{behind}？"
        fill = self.report.source[role.start : role.end]
        return RoleQuestion(text, f"{KEPT}/{role.name}", "fill", fill)

    def _claim(self, clause: str, kind: str, wanted: str) -> RoleQuestion:
        return RoleQuestion(self.words["claim"].format(clause=clause), kind, wanted)

    def _never(self, clause: str, kind: str) -> RoleQuestion:
        return self._claim(clause, f"near/{kind}", NEVER)

    def _changed(self, role: Role) -> RoleQuestion | None:
        """The claim with another body, place or way in the role."""
        others = [w for w in self.words.get(OTHERS.get(role.name, ""), ()) if self._is_new(w)]
        if not others:
            return None
        put = self.rng.choice(others)
        kind = "doer" if role.name == "agent" else role.name
        return self._never(self._clause(role.start, role.end, put), kind)

    def _other_document(self) -> Iterator[RoleQuestion]:
        found = DOCUMENT.search(self.report.source, *self.frame.clause)
        others = [w for w in self.words["documents"] if self._is_new(w)]
        if found and others:
            yield self._never(self._clause(*found.span(), self.rng.choice(others)), "document")

    def _denied(self) -> str:
        """未 before what is done."""
        assert self.frame.predicate
        start = self.frame.predicate[0]
        return self._clause(start, start, self.words["denial"])

    def _emptied(self) -> Iterator[RoleQuestion]:
        """A role asked for that nothing in the sentence fills."""
        assert self.frame.predicate
        filled = {role.name for role in self.frame.roles}
        filled |= {RECIPIENT} if filled & WHOM else set()
        empty = [ask for name, ask in self.words["emptied"].items() if name not in filled]
        if empty and not filled & LIKE_PLACES:
            start = self.frame.predicate[0]
            for ask in self.rng.sample(empty, min(EACH_EMPTY, len(empty))):
                text = f"{self._clause(start, start, ask)}？"
                yield RoleQuestion(text, "near/emptied", NEVER)

    def _done(self) -> Iterator[RoleQuestion]:
        """What is planned or wanting, said to be done."""
        assert self.frame.predicate
        first = self.frame.clause[0]
        before = self.report.source[first : self.frame.predicate[0]]
        for word in self.words["done"]["planned"]:
            if before.count(word) == 1:
                at = first + before.index(word)
                clause = self._clause(at, at + len(word), self.words["done"]["done"])
                yield self._never(clause, "done")
                return

    def _undone(self) -> Iterator[RoleQuestion]:
        """What was not done, said to be done."""
        assert self.frame.predicate
        first = self.frame.clause[0]
        before = self.report.source[first : self.frame.predicate[0]]
        if before.count(self.words["denial"]) == 1:
            at = first + before.index(self.words["denial"])
            yield self._never(self._clause(at, at + len(self.words["denial"])), "undone")

    def _is_new(self, word: str) -> bool:
        return word not in self.report.source
