"""What a report can be asked that is worth asking: the standard questions of the genre, then its own figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.drafting.draft import Draft
from assistant.drafting.drafts import drafts_in
from assistant.drafting.frame import Frame
from assistant.drafting.material import Material
from assistant.knowledge import Knowledge
from assistant.model import Figure, Report
from assistant.naming import cell_name, said_of
from assistant.offering.own import Own
from assistant.offering.sound import Sound
from assistant.offering.standard import Owners, standard
from assistant.offering.standing import Standing

# A cell that stands below another row is asked for as a part of that.
DEEPEST = 2
INSIDE, BRACKET = "中的", "（"
AMOUNT = re.compile(r"(?:总数量|数量|总数|次数|数)$")
MADE = "repertoire"


@dataclass(frozen=True)
class Repertoire:
    """All questions that are worth asking of one report, the standard ones first; `details` are of all its facts."""

    all: tuple[Standing, ...]
    sound: Sound
    details: tuple[Standing, ...] = ()

    def of_figure(self, identity: str) -> tuple[Standing, ...]:
        """Those for this figure."""
        return tuple(one for one in self.all if identity in one.facts)

    def detail(self, identity: str) -> tuple[Standing, ...]:
        """Those that tell this figure from others where it is asked back which is meant: of any depth, and noughts."""
        return tuple(one for one in self.details if identity in one.facts)

    def about(self, start: int, end: int) -> tuple[Standing, ...]:
        """Those that this stretch of the report answers in words, the most exact first."""
        found = [one for one in self.all if not one.facts and one.reach(start, end)]
        return tuple(sorted(found, key=lambda one: one.reach(start, end)))

    def of_cell(self, figure: Figure) -> tuple[str, ...]:
        """A cell of a row below another, as a part of that: 受理的申请中，网上申请有多少件."""
        labels = cell_name(figure).split(INSIDE)
        if not figure.table or len(labels) < DEEPEST or BRACKET in labels[-1]:
            return ()
        whole, part = (AMOUNT.sub("", label) for label in labels[-2:])
        return self.owned((f"{self.noun(whole)}中，{part}有{said_of(figure)}？",))

    @property
    def unsaid(self) -> tuple[str, ...]:
        """The beginnings of what does not say of what it speaks: 所有申请."""
        return tuple(self.sound.material.standard["own"]["unsaid"])

    def owned(self, ways: Sequence[str]) -> tuple[str, ...]:
        """The ways to ask, first with the place in front of those that do not say whose figure it is."""
        sound = self.sound
        return (*(sound.place + way for way in ways if sound.bare(way)), *ways)

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
        """Those that everybody asks, in the order in which they are offered."""
        return tuple(one for one in self.all if one.common)


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
    common = tuple(standard(frame))
    bound = {fact for one in common for fact in one.facts}
    own = (one for one in Own(frame, Owners(frame)).standings() if not one.facts & bound)
    details = (_detail(draft, sound) for draft in drafts_in(frame, knowledge))
    return Repertoire((*common, *own), sound, tuple(one for one in details if one))


def _detail(draft: Draft, sound: Sound) -> Standing | None:
    """The ways to ask for a single figure that tell it from others, the best sounding first."""
    if len(draft.wanted.facts) != 1 or draft.rows:
        return None
    ways = tuple(
        sorted(dict.fromkeys((*sound.ways(draft), *sound.details(draft))), key=sound.order)
    )
    unlike = "yes" if draft.kind == "zero" else ""
    found = Standing(ways, draft.topic, draft.wanted.spans, facts=draft.wanted.facts, unlike=unlike)
    return found if ways else None
