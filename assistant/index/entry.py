"""A fact with its concepts, and a report's facts ready for matching."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from assistant.lexicon import Names
from assistant.model import Figure, Report, Section, Statement

Fact = Figure | Statement
Key = str | tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact with its concepts.

    `own` come from its clause, `context` from what the clause inherits (or, for a statement, from
    its sentence), `topic` from the headings above it. `heads` end the counted noun phrase,
    `counted` are all its nouns; `together` are lists whose members were counted as one figure, each
    with the nouns that name them all (报纸、电台、电视台 with 媒体).
    `scope` is whose figure it is: `whole` (全市), an organ, or empty. `denied` are the concepts that
    the clause negates (不含诊所); `universal` says whether its sentence speaks of all (全部, 均).
    `about` is what its part of the report is about as a whole (主动公开 of 信息).
    """

    fact: Fact
    own: frozenset[str]
    context: frozenset[str]
    topic: frozenset[str]
    heads: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    together: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    scope: str = ""
    denied: frozenset[str] = frozenset()
    universal: bool = False
    about: frozenset[str] = frozenset()

    def says(self) -> frozenset[str]:
        """What the fact says by itself or inherits, without its headings."""
        return self.own | self.context

    def key(self) -> Key:
        """What tells it from everything else that its report says: a passage has the id of what it begins with."""
        fact = self.fact
        return fact.id if isinstance(fact, Figure) else (fact.id, fact.kind, fact.section)


@dataclass(frozen=True, slots=True)
class Index:
    """A report's entries, and the names that only this report knows."""

    report: Report
    entries: tuple[Entry, ...]
    sections: tuple[tuple[Section, frozenset[str]], ...]
    names: Names
    organ: str
    # What is made of its report when it is first needed, such as the pieces that passages are cut from.
    made: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def figures(self) -> tuple[Entry, ...]:
        """The entries of figures."""
        if "figures" not in self.made:
            self.made["figures"] = tuple(e for e in self.entries if isinstance(e.fact, Figure))
        found: tuple[Entry, ...] = self.made["figures"]
        return found

    def statements(self) -> tuple[Entry, ...]:
        """The entries of statements."""
        return tuple(e for e in self.entries if isinstance(e.fact, Statement))

    def said(self) -> tuple[Entry, ...]:
        """The entries of statements that say something, headings left out."""
        return tuple(e for e in self.statements() if not getattr(e.fact, "heading", False))

    def of(self, identity: str | None) -> Entry | None:
        """The entry of the fact with this id."""
        if "entries" not in self.made:
            self.made["entries"] = {e.fact.id: e for e in reversed(self.entries)}
        found: Entry | None = self.made["entries"].get(identity)
        return found

    def only(self, facts: frozenset[str]) -> Index:
        """The same report with these facts alone; what is made of them is their own."""
        entries = tuple(e for e in self.entries if e.fact.id in facts)
        return replace(self, entries=entries, made={})
