"""The rules of `knowledge/checks.yaml`, as the checks read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assistant.checks.amounts import shared_scale
from assistant.checks.dictionary import Table
from assistant.checks.result import OPEN, Result, Term, expression, total
from assistant.model import Report

Words = tuple[str, ...]
Places = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its id, with the name and the source that its results carry.

    The source of an identity is that of its table.
    """

    id: str
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Parts(Rule):
    """Parts against their total: what says that they are all, and how near they may miss it."""

    complete: Words
    rest: Words
    least: int
    near: Decimal


@dataclass(frozen=True, slots=True)
class Share(Rule):
    """占…的38.3%: the words that open a share, and what may follow without naming another whole."""

    words: Words
    whole: Words
    several: Words


@dataclass(frozen=True, slots=True)
class Growth(Rule):
    """增长11.1%: words for more and for less, for the year before, and for 由…为."""

    up: Words
    down: Words
    previous: Words
    compare: Words
    begin: Words
    to: Words
    leading: Words
    filling: Words


@dataclass(frozen=True, slots=True)
class Rate(Rule):
    """办结率: by the name of a rate what is counted above the line, and what below it.

    What was `carried` over from the year before may be counted below the line as well.
    """

    carried: Words
    rates: Mapping[str, tuple[Words, Words]]


@dataclass(frozen=True, slots=True)
class Carry(Rule):
    """This year's `now` is last year's `before` with `plus` and without `minus`, all of one table.

    `each` says along what: every column, with rows named; or these `rows`, with columns named.
    """

    table: str
    each: str
    rows: Words
    before: str
    plus: Words
    minus: Words
    now: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure that running text and a standard table both state.

    `says` are words of which the clause must hold one, as it must of `must` where there
    are any; `also` words that it may hold besides,
    `beside` words that what it inherits may hold;
    `cells` by table the sums of cells that it may be (each row, column; two ways where reports
    count in two ways), `apart` sums that explain a difference; `otherwise` words that may count
    something else than the table, whose difference is none.
    """

    name: str
    says: Words
    must: Words
    also: Words
    beside: Words
    units: Words
    cells: Mapping[str, tuple[Places, ...]]
    apart: Mapping[str, tuple[Places, ...]]
    otherwise: Words


@dataclass(frozen=True, slots=True)
class Stated(Rule):
    """Running text against the tables: the measures, and words that may stand in any clause.

    `endings` tell other places and organs, named before a figure, of which it then may be;
    `general` are words that end like them and name none. `otherwise` holds for every measure.
    """

    own: Words
    common: Words
    zero: Words
    general: Words
    endings: Words
    otherwise: Words
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules, and the words for verdicts and reasons."""

    tables: tuple[Table, ...]
    identity: Rule
    bound: Rule
    carries: tuple[Carry, ...]
    stated: Stated

    parts: Parts
    share: Share
    growth: Growth
    rate: Rate
    reasons: Mapping[str, str]
    verdicts: Mapping[str, str]
    warning: str
    broken: Mapping[str, str]

    def warn(self, result: Result) -> str:
        """The sentence that an answer about a figure says of a failed result that touches it.

        Its numbers all stand in the citations of the result.
        """
        left, right = result.stated
        return self.warning.format(broken=self.broken[result.rule], left=left, right=right)

    def compared(
        self,
        rule: Rule,
        report: Report,
        subject: str,
        left: tuple[Term, ...],
        right: tuple[Term, ...],
        verdict: str,
        reason: str = "",
    ) -> Result:
        """Two sums held against each other, written in the scale that all their figures share."""
        terms = (*left, *right)
        scale, unit = shared_scale(terms)
        sides = expression(left, scale), expression(right, scale)
        apart = (total(left) - total(right)) / scale if left and right else None
        # One figure against one or more is a total against its parts, or stands in two places.
        held = terms if len(left) == 1 else right
        return self.result(
            rule, report, subject, sides, terms, held, (apart, unit), verdict, reason
        )

    def result(
        self,
        rule: Rule,
        report: Report,
        subject: str,
        sides: tuple[str, str],
        terms: tuple[Term, ...],
        held: tuple[Term, ...],
        apart: tuple[Decimal | None, str],
        verdict: str,
        reason: str = "",
    ) -> Result:
        """A result of this rule; the id of a reason counts only where it could not be assessed.

        `held` are the terms that the others are held against, `apart` is the difference with its
        unit.
        """
        return Result(
            rule=rule.id,
            name=rule.name,
            source=rule.source,
            report=report.id,
            subject=subject,
            left=sides[0],
            right=sides[1],
            difference=apart[0],
            unit=apart[1],
            verdict=verdict,
            reason=self.reasons[reason] if verdict == OPEN else "",
            figures=tuple((t.report.id, t.figure.id) for t in terms),
            held=tuple((t.report.id, t.figure.id) for t in held),
            citations=tuple(dict.fromkeys(t.citation() for t in terms)),
        )
