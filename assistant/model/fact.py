"""What a report states, read out of its text: figures, statements, frames, and the ledger of its numerals.

Offsets are code points into the report's source text.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


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
