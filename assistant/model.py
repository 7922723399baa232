"""The types that a question passes through, in the order of the journey.

text → `Question` → `Mention`s → `Query` → `Candidate`s → `Finding` → `Answer`; beside them what a
report is compiled to: `Figure`, `Statement`, `Section`, `LedgerEntry`, held by a `Report`.

Everything here is frozen; doubt (what is left over, which rivals remain) is a value.
Offsets are code points into the report's source text (facts) or into the question (mentions).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

# --------------------------------------------------------------------------- what a report holds


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the report with the text that stands under it.

    `path` reads like `一、概述 > (二)认真做好政府信息主动公开工作`; `level` 1 is the outermost;
    `heading` is the title without its number, `start:end` the whole part with its heading.
    """

    id: str
    path: str
    label: str
    heading: str
    level: int
    start: int
    end: int
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that the report states, with where it stands and everything that says what it counts.

    `value` is the stated number (`1.2` of `1.2万多篇(条)`), `unit` as stated with its scale
    (`万篇(条)`); document numbers and frequencies keep their words in `text` and have no value.
    `bound` is exact, more (余/多), at_least (以上), at_most (以内/以下), about (约/左右).
    `when` is the period that it speaks of, and may be another than the report's (2017年); the kind
    `target` is a plan, not a fact; `base` is what something grew or shrank from (由345条增至412条).

    A cell of a table names its `table` (`applications`, or `other` where it is none of the standard
    ones), its labels as printed, outermost first (`row`: 三、本年度办理结果, （三）不予公开, …;
    `column`: 自然人), and, where the dictionary knows them, the official `measure` (不予公开/属于国家秘密)
    and the `member` of its column (自然人, 总计). `inherits` then holds the spans of the labels;
    `said` is the unit in which people count what the table prints without one (行政处罚 in 件).

    Where an editor corrected the figure, `value`, `unit` and `text` are the corrected ones, `printed`
    is what the report has in its place (the quote stays verbatim), and `note` the reason.
    """

    id: str
    kind: str
    value: Decimal | None
    unit: str
    bound: str
    text: str
    what: str
    who: str
    where: str
    when: str
    part_of: str | None
    group: str | None
    section: str
    start: int
    end: int
    number: tuple[int, int]
    clause: tuple[int, int]
    sentence: tuple[int, int]
    inherits: tuple[tuple[int, int], ...]
    quote: str
    table: str = ""
    row: tuple[str, ...] = ()
    column: tuple[str, ...] = ()
    measure: str = ""
    member: str = ""
    said: str = ""
    printed: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What the report says without counting: a basis, a duty, an action, a result, a channel …

    `start:end` is the clause that answers, `sentence` the sentence around it, `items` the members
    where the clause lists some (`报刊`, `广播`, `电视`).
    """

    id: str
    kind: str
    section: str
    start: int
    end: int
    sentence: tuple[int, int]
    quote: str
    items: tuple[str, ...] = ()
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """What fills one role of a frame (recipient, time, agent …), as a span of the source."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What a clause says: its predicate with the roles around it.

    `mood` is `planned` or `wanting` where the thing is not yet so; `denied`: it is said not to be so. A clause
    that is none has no predicate, and `left` says why.
    """

    id: str
    section: str
    clause: tuple[int, int]
    sentence: tuple[int, int]
    predicate: tuple[int, int] | None = None
    roles: tuple[Role, ...] = ()
    mood: str = ""
    denied: bool = False
    left: str = ""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One numeral of the source: the figure that it became, or the reason why it is none."""

    start: int
    end: int
    text: str
    figure: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a report is: the little that a catalogue needs to choose among many.

    `place` is written in full, outermost first (`淮安市洪泽区`); `organ` is whose report it is.
    """

    id: str
    title: str
    organ: str
    place: str
    year: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What an editor corrects of a report, written in its card with the reason.

    `quote` (or `start:end`) is the place of one figure, `field` what of it is corrected (`value` or
    `unit`), `value` the right content. `where` is the line of the card, for messages.
    """

    quote: str
    field: str
    value: str
    reason: str
    start: int | None = None
    end: int | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A compiled report: its card, its exact source text and what was read from it."""

    id: str
    title: str
    organ: str
    place: str
    year: int
    source: str
    digest: str
    sections: tuple[Section, ...]
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    ledger: tuple[LedgerEntry, ...]
    vocabulary: dict[str, str]
    url: str = ""
    frames: tuple[Frame, ...] = ()


# --------------------------------------------------------------------------- reading a question


@dataclass(frozen=True, slots=True)
class Repair:
    """A content word that was read otherwise than it was written."""

    written: str
    read: str
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked, and as it is read: same characters, folded, simplified and mended.

    `carried` is the complete question that it stands for after the one before, `after` the one
    before that it takes something from, `aside` what of it was not used.
    """

    asked: str
    text: str
    repairs: tuple[Repair, ...] = ()
    carried: str = ""
    aside: str = ""
    after: str = ""
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a word may stand for.

    `kind` is a kind of concept (action, measure, organ, channel, place, period, word), an `ask`, a
    `frame`, a `unit` …; `atoms` the concepts that it names; `tag` what the kind needs to know
    (which ask, which unit); `near` marks a looser name.
    """

    kind: str
    atoms: tuple[str, ...] = ()
    tag: str = ""
    near: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the question with everything that it may stand for."""

    start: int
    end: int
    text: str
    senses: tuple[Sense, ...]
    value: Decimal | None = None
    read: str = ""
    _kinds: frozenset[str] = field(init=False, compare=False, repr=False)

    def is_unknown(self) -> bool:
        """Is it a word that stands for nothing known?"""
        return all(sense.kind == "unknown" for sense in self.senses)

    def kinds(self) -> frozenset[str]:
        """The kinds of its senses."""
        try:
            return self._kinds
        except AttributeError:
            found = frozenset([sense.kind for sense in self.senses])
            object.__setattr__(self, "_kinds", found)
            return found

    def tags(self, kind: str) -> frozenset[str]:
        """The tags of its senses of one kind."""
        return frozenset(sense.tag for sense in self.senses if sense.kind == kind)


CARD_KINDS = frozenset({"year", "card_place", "whole"})


@dataclass(frozen=True, slots=True)
class Selection:
    """Which facts are meant: the mentions that a fact has to account for.

    `heads` are the nouns that may be what is counted, where the question says so; `unit` the measure word asked.
    """

    mentions: tuple[Mention, ...]
    heads: tuple[Mention, ...] = ()
    unit: str = ""
    each: bool = False

    _required: tuple[Mention, ...] = field(init=False, compare=False, repr=False)
    _meant: tuple[Mention, ...] = field(init=False, compare=False, repr=False)

    def meant(self) -> tuple[Mention, ...]:
        """The required mentions that say which fact, beyond the report's own year and place."""
        try:
            return self._meant
        except AttributeError:
            named = ((m, m.kinds()) for m in self.required())
            found = tuple([m for m, k in named if k - CARD_KINDS and "card_place" not in k])
            object.__setattr__(self, "_meant", found)
            return found

    def required(self) -> tuple[Mention, ...]:
        """The mentions that a fact must account for; the others only help to choose."""
        try:
            return self._required
        except AttributeError:
            found = tuple([m for m in self.mentions if "frame" not in m.kinds()])
            object.__setattr__(self, "_required", found)
            return found


@dataclass(frozen=True, slots=True)
class Query:
    """What is to be done with the facts that are meant: an operator over selections.

    `ask` is the kind of answer wanted (number, why, channel …); `numbers` the figures that the
    question itself states, each as (value, unit). `asked` is the noun behind 哪个 or 哪类, `hints`
    are all its longer words; `inner` is what stands behind 其中 or 里 of a share, whose whole is
    `right`; `over_period` says that a total over the period is asked (一年共多少), `digits` to how
    many decimals, `pending` what is not yet done (没办结), `most` the word
    that claims something of most of a whole (大部分), `each` of what one each a mean is (每个乡镇),
    `denials` each word that denies with what it denies (不及时).
    """

    operator: str
    ask: str
    selections: tuple[Selection, ...]
    base: Selection = Selection(())
    right: Selection = Selection(())
    inner: Selection = Selection(())
    numbers: tuple[tuple[Decimal, str], ...] = ()
    pairs: tuple[tuple[Selection, tuple[Decimal, str]], ...] = ()
    number_leads: bool = False
    numbered: tuple[Mention, ...] = ()
    words: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    bare: bool = False
    counted: bool = False
    unit_implied: bool = False
    cutoff: bool = False
    universal: bool = False
    negated: bool = False
    exactly: bool = False
    only: bool = False
    denied: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    document: str = ""
    classes: tuple[str, ...] = ()
    cardinal: int = 0
    places_only: bool = False
    excluding: bool = False
    several_places: bool = False
    names_only: bool = False
    comparison: str = ""
    claimed: str = ""
    claims: bool = False
    times: bool = False
    order: str = ""
    nth: int = 0
    nth_text: str = ""
    limit: int = 0
    member: Mention | None = None
    divisor: tuple[Decimal, str] | None = None
    persons: bool = False
    text: str = ""
    per: str = ""
    scale: str = ""
    unit: str = ""
    wish: str = ""
    asked: tuple[Mention, ...] = ()
    hints: tuple[str, ...] = ()
    over_period: bool = False
    most: str = ""
    pending: str = ""
    each: str = ""
    digits: int = -1


# --------------------------------------------------------------------------- finding the answer


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
