"""What a report can be asked that is worth asking: the drafts of its facts, said without the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from assistant.drafting.draft import Draft, Span
from assistant.drafting.drafts import drafts_in
from assistant.drafting.frame import Frame
from assistant.drafting.material import Material
from assistant.knowledge import Knowledge
from assistant.model import Answer, Figure, Report
from assistant.naming import cell_name, said_of
from assistant.offering.sound import Sound

# A detail of a table is offered only where its row was asked about.
DEEPEST, LITTLE = 2, 2
# Kinds of drafts whose answer is these figures and no others.
COUNTED = frozenset({"figure", "cell", "most"})
INSIDE, BRACKET = "中的", "（"
AMOUNT = re.compile(r"(?:总数量|数量|总数|次数|数)$")
# It stands behind what describes those to whom it was done: 对正常运行的70家.
LONGEST, TOWARDS = 30, re.compile(r"[对向][^，,。；;]+的$")
MADE, MOST, COUNT = "repertoire", "most", "figure"


@dataclass(frozen=True, slots=True)
class Standing:
    """A question in its ways to be put, the best first, with what its answer has to cite.

    `rank` is its place among the questions that everybody asks of such a report, None where it is none of
    them; `rows` says how many parts of the figure `whole` it asks for together.
    """

    ways: tuple[str, ...]
    kind: str
    topic: str
    spans: tuple[Span, ...]
    within: Span | None
    facts: frozenset[str]
    section: str
    at: int
    rank: int | None = None
    whole: str = ""
    rows: int = 0

    def reach(self, start: int, end: int) -> int:
        """How long the shortest stretch is that answers it and meets this one; 0 where none does."""
        told = self.spans or ((self.within,) if self.within else ())
        return min((b - a for a, b in told if a < end and start < b), default=0)

    def is_met(self, answer: Answer) -> bool:
        """Does this answer give what the question is about, and nothing else?"""
        if answer.status != "answered":
            return False
        cited = [(c.start, c.end) for c in answer.citations]
        met = [any(a <= s and e <= b for a, b in cited) for s, e in self.spans]
        if met and not (any(met) if self.kind in ("breakdown", "problem", "measure") else all(met)):
            return False
        if self.within and not all(self.within[0] <= a and b <= self.within[1] for a, b in cited):
            return False
        if self.within and not self.spans:
            told = sum(b - a for a, b in cited)
            if 2 * told < self.within[1] - self.within[0]:
                return False
        many = self.kind in COUNTED and len(answer.values) > len(self.spans)
        denied = self.kind == "zero" and answer.polarity == "yes"
        return not (many or denied)


@dataclass(frozen=True)
class Repertoire:
    """All questions that are worth asking of one report, in the order of its text; `details` are of all its facts."""

    all: tuple[Standing, ...]
    sound: Sound
    details: tuple[Standing, ...] = ()

    def of_figure(self, identity: str) -> tuple[Standing, ...]:
        """Those for this figure alone."""
        return tuple(one for one in self.all if one.facts == {identity} and not one.rows)

    def detail(self, identity: str) -> tuple[Standing, ...]:
        """Those that tell this figure from others where it is asked back which is meant: of any depth, and noughts."""
        return tuple(one for one in self.details if one.facts == {identity} and not one.rows)

    def about(self, start: int, end: int) -> tuple[Standing, ...]:
        """Those that this stretch of the report answers in words, the most exact first."""
        found = [one for one in self.all if not one.facts and one.reach(start, end)]
        return tuple(sorted(found, key=lambda one: one.reach(start, end)))

    def parts_of(self, identity: str) -> tuple[Standing, ...]:
        """Those for all parts of this figure together."""
        return tuple(one for one in self.all if one.rows and one.whole == identity)

    def most_among(self, figures: Sequence[Figure]) -> tuple[Standing, ...]:
        """Those for the largest part of these figures, or of what they are parts of."""
        wholes = {figure.id for figure in figures} | {f.part_of for f in figures if f.part_of}
        largest = {one for one in self.all if one.kind == MOST and one.whole in wholes}
        return tuple(one for one in self.all if one in largest)

    def of_cell(self, figure: Figure) -> tuple[str, ...]:
        """A cell of a row below another, as a part of that: 受理的申请中，网上申请有多少件."""
        labels = cell_name(figure).split(INSIDE)
        if not figure.table or len(labels) < DEEPEST or BRACKET in labels[-1]:
            return ()
        whole, part = (AMOUNT.sub("", label) for label in labels[-2:])
        return (f"{self.noun(whole)}中，{part}有{said_of(figure)}？",)

    def noun(self, whole: str) -> str:
        """A whole as a noun: 收到申请 as 收到的申请."""
        found = re.match(self.sound.material.acted, whole)
        return f"{found['who']}{found['verb']}的{found['object']}" if found else whole

    def on_topic(self, text: str) -> tuple[Standing, ...]:
        """Those that everybody asks, on the topic of a text; none where it tells no topic."""
        material = self.sound.material
        topic = material.topic_of(text)
        known = topic != list(material.topics)[-1]
        return tuple(one for one in self.common if known and one.topic == topic)

    @cached_property
    def common(self) -> tuple[Standing, ...]:
        """Those that everybody asks, in the order in which they are named to begin with."""
        order = [int(rank) for rank in self.sound.words["first"]]
        marked = [one for one in self.all if one.rank in order]
        return tuple(sorted(marked, key=lambda one: (order.index(one.rank or 0), one.at)))


def repertoire_of(knowledge: Knowledge) -> Repertoire:
    """The questions worth asking of the report that is open; made when they are first wanted."""
    made: Repertoire | None = knowledge.made.get(MADE)
    if made is None:
        made = knowledge.made[MADE] = repertoire(knowledge.indexes[0].report, knowledge)
    return made


def repertoire(report: Report, knowledge: Knowledge) -> Repertoire:
    """The questions worth asking of a report; `knowledge` has only this report open."""
    material = Material(knowledge.drafting)
    frame = Frame(report, material, year="")
    sound = Sound(material, frame.place)
    zeros = frozenset(f.id for f in report.figures if _is_little(f))
    found, details = [], []
    # What text and table both state is asked once.
    stated: set[tuple[int | None, tuple[tuple[Decimal, str], ...]]] = set()
    for draft in drafts_in(frame, knowledge):
        if len(draft.wanted.facts) == 1 and (ways := sound.details(draft)):
            details.append(_standing(draft, ways, None, material))
        if draft.kind == "document" or draft.level > DEEPEST or draft.wanted.facts & zeros:
            continue
        ways = sound.ways(draft)
        if _is_caused(draft, report, sound):
            ways = ()
        rank = _rank(draft, ways or draft.questions, frame)
        if rank is not None:
            asked = frame.ask(material.common["questions"][rank].get("ask", ()))
            ways = tuple(dict.fromkeys((*asked, *ways)))
        told = (rank, draft.wanted.figures)
        if ways and (rank is None or not draft.wanted.figures or told not in stated):
            stated.add(told)
            found.append(_standing(draft, ways, rank, material))
    return Repertoire(tuple(found), sound, tuple(details))


def _is_caused(draft: Draft, report: Report, sound: Sound) -> bool:
    """Was it done to what is counted, or had they to do it: 责成6个单位限期补录信息?"""
    before = report.source[: draft.at]
    led = before.endswith(tuple(sound.words["caused"])) or TOWARDS.search(before[-LONGEST:])
    return draft.kind == COUNT and bool(led)


def _is_little(figure: Figure) -> bool:
    """Is there nothing to ask about: a nought in a table, a single piece among the parts of a whole?"""
    if figure.table:
        return not figure.value
    return bool(figure.part_of) and figure.value is not None and figure.value < LITTLE


def _rank(draft: Draft, ways: Sequence[str], frame: Frame) -> int | None:
    """Which of the questions that everybody asks it is."""
    for rank, question in enumerate(frame.material.common["questions"]):
        for pattern in question["match"]:
            if any(re.search(pattern, f"{draft.kind} {way}") for way in ways[:1]):
                return rank
    return None


def _standing(draft: Draft, ways: Sequence[str], rank: int | None, material: Material) -> Standing:
    return Standing(
        ways=tuple(ways),
        kind=draft.kind,
        topic=draft.topic or material.topic_of(ways[0], draft.section),
        spans=draft.wanted.spans,
        within=draft.wanted.within,
        facts=draft.wanted.facts,
        section=draft.section,
        at=draft.at,
        rank=rank,
        whole=draft.whole,
        rows=len(draft.rows),
    )
