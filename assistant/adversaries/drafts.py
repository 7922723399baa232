"""A frame filled from a clause: a question before anybody writes it badly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.adversaries.clauses import Clause
from assistant.adversaries.material import slots_of
from assistant.model import Figure

ASK = ("unit", "ask")
OPENING = "opening"
SAID = (*ASK, "figure")


@dataclass(frozen=True, slots=True)
class Draft:
    """A question about one figure: what is said before it, its frame, the clause that fills it.

    `claim` says what kind of claim it is and `polarity` how that is judged; both are empty for an
    open question. `twin` names what was changed to make it unanswerable, `kept` the words that
    were put in for that, which no noise may touch.
    """

    clause: Clause
    frame: str
    template: str
    opening: str = ""
    claim: str = ""
    polarity: str | None = None
    twin: str = ""
    kept: tuple[str, ...] = ()

    @property
    def figure(self) -> Figure:
        """The figure that is asked for."""
        return self.clause.figure

    @property
    def text(self) -> str:
        """The question, written as it should be."""
        template = self.template
        if OPENING not in slots_of(template):
            template = f"{{{OPENING}}}{template}"
        return template.format_map({**self.clause.slots, OPENING: self.opening})

    @property
    def asks_unit(self) -> bool:
        """Does the question name a measure word?"""
        return any(slot in ASK for slot in slots_of(self.template)) or bool(self.claim)

    @property
    def named(self) -> tuple[str, ...]:
        """The slots of the frame that hold names."""
        slots = self.clause.slots
        return tuple(slots[s] for s in slots_of(self.template) if s in slots and s not in SAID)

    def put(self, **slots: str) -> Draft:
        """The same question with these slots."""
        return replace(self, clause=self.clause.put(**slots))


def filled(clause: Clause, frames: Mapping[str, str]) -> Iterator[Draft]:
    """A question for every frame whose slots the clause has."""
    for name, template in frames.items():
        wanted = [slot for slot in slots_of(template) if slot != OPENING]
        if all(slot in clause.slots for slot in wanted):
            yield Draft(clause, name, template, clause.period)
