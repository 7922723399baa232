"""What was found: the facts held against a query, what they come to, and the doubt that is left."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assistant.model.fact import Figure, Statement
from assistant.model.question import Mention
from assistant.model.report import Section


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact held against a selection: which mentions it leaves over, what it adds of its own.

    `owned` are where the mentions stand that its own clause accounts for.
    """

    fact: Figure | Statement
    left_over: tuple[Mention, ...]
    added: frozenset[str]
    weak: int = 0
    near: int = 0
    close: int = 0
    owned: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Considered:
    """A candidate with what accounts for each mention: own, inherited, heading, given, or nothing."""

    candidate: Candidate
    accounts: tuple[tuple[Mention, str], ...]


@dataclass(frozen=True, slots=True)
class Use:
    """A word of the question and what the answer used it by: a fact, the operator, the ask …; empty by nothing."""

    mention: Mention
    by: str


@dataclass(frozen=True, slots=True)
class Value:
    """A figure that is the answer: exact decimal text, unit, bound, and as it is said."""

    value: str
    unit: str
    bound: str
    text: str

    def to_dict(self) -> dict[str, str]:
        """The value as the answer contract has it."""
        return {"value": self.value, "unit": self.unit, "bound": self.bound, "text": self.text}


@dataclass(frozen=True, slots=True)
class Computation:
    """How a figure was computed: the operator, the formula, the operands, as decimal strings."""

    operator: str
    expression: str
    operands: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The computation as the answer contract has it."""
        return {
            "operator": self.operator,
            "expression": self.expression,
            "operands": list(self.operands),
        }


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the source that proves something and is no fact of its own (the year)."""

    start: int
    end: int


Proof = Figure | Statement | Section | Span


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, before it is put into words.

    `outcome` names the sentence of `knowledge/wording.yaml` that says it and `slots` fill it;
    `rivals` are readings between which the question does not choose. `reports` are the ids of the
    facts' reports, where these are several.
    """

    status: str
    outcome: str
    slots: dict[str, str] = field(default_factory=dict)
    facts: tuple[Proof, ...] = ()
    values: tuple[Value, ...] = ()
    polarity: str | None = None
    computation: Computation | None = None
    reason: str | None = None
    rivals: tuple[Candidate, ...] = ()
    reports: tuple[str, ...] = ()
