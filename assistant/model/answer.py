"""What is given out: the answer with what proves it, or the passages nearest to what was not answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from assistant.model.finding import Computation, Value


@dataclass(frozen=True, slots=True)
class Amendment:
    """What an editor corrected in a cited figure: as it is printed, what it should be, and why."""

    printed: str
    corrected: str
    reason: str

    def to_dict(self) -> dict[str, str]:
        """The amendment as the answer contract has it."""
        return {"printed": self.printed, "corrected": self.corrected, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim span of a report: `source[start:end] == quote`, also where it was corrected."""

    report: str
    title: str
    section: str
    quote: str
    start: int
    end: int
    corrections: tuple[Amendment, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The citation as the answer contract has it; `corrections` only where there are some."""
        found: dict[str, Any] = {
            "report": self.report,
            "title": self.title,
            "section": self.section,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
        }
        corrections = [amendment.to_dict() for amendment in self.corrections]
        return found | ({"corrections": corrections} if corrections else {})


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim span of a report near to a question that was not answered: `source[start:end] == quote`.

    It is no answer. `title` is its report's, for those who show it.
    """

    report: str
    title: str
    section: str
    quote: str
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        """The passage as the answer contract has it."""
        return {
            "report": self.report,
            "section": self.section,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer object, as every front end gives it out; `to_dict()` is the contract."""

    question: str
    status: str
    text: str
    values: tuple[Value, ...] = ()
    polarity: str | None = None
    citations: tuple[Citation, ...] = ()
    computation: Computation | None = None
    reason: str | None = None
    suggestions: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    id: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The one object of the contract: plain strings, lists and dictionaries, ready for JSON."""
        return {
            "question": self.question,
            "status": self.status,
            "text": self.text,
            "values": [value.to_dict() for value in self.values],
            "polarity": self.polarity,
            "citations": [citation.to_dict() for citation in self.citations],
            "computation": self.computation.to_dict() if self.computation else None,
            "reason": self.reason,
            "suggestions": list(self.suggestions),
            "passages": [passage.to_dict() for passage in self.passages],
            "id": self.id,
        }
