"""The rules of `knowledge/checks.yaml`, read and typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant.checks.amounts import shared_scale
from assistant.checks.dictionary import Table, table_of
from assistant.checks.result import OPEN, Result, Term, expression, total
from assistant.errors import KnowledgeError
from assistant.folders import knowledge_folder
from assistant.model import Report

Words = tuple[str, ...]
Places = tuple[tuple[str, str], ...]
FILE = "checks.yaml"
TABLES = "terms/tables"
SHARE = ("words", "whole", "several")
GROWTH = ("up", "down", "previous", "compare", "from", "to", "leading", "filling")


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
    count in two ways), `apart` sums that explain a difference.
    """

    name: str
    says: Words
    must: Words
    also: Words
    beside: Words
    units: Words
    cells: Mapping[str, tuple[Places, ...]]
    apart: Mapping[str, tuple[Places, ...]]
    hint: str


@dataclass(frozen=True, slots=True)
class Stated(Rule):
    """Running text against the tables: the measures, and words that may stand in any clause.

    `endings` tell other places and organs, named before a figure, of which it then may be;
    `general` are words that end like them and name none.
    """

    own: Words
    common: Words
    zero: Words
    general: Words
    endings: Words
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

    def warn(self, result: Result) -> str:
        """The sentence that an answer about a figure says of a failed result that touches it.

        Its numbers all stand in the citations of the result.
        """
        left, right = result.stated
        return self.warning.format(name=result.name, subject=result.subject, left=left, right=right)

    def compared(
        self,
        rule: Rule,
        report: Report,
        subject: str,
        left: tuple[Term, ...],
        right: tuple[Term, ...],
        verdict: str,
        reason: str = "",
        hint: str = "",
    ) -> Result:
        """Two sums held against each other, written in the scale that all their figures share."""
        terms = (*left, *right)
        scale, unit = shared_scale(terms)
        sides = expression(left, scale), expression(right, scale)
        apart = (total(left) - total(right)) / scale if left and right else None
        # One figure against one or more is a total against its parts, or stands in two places.
        held = terms if len(left) == 1 else right
        return self.result(
            rule, report, subject, sides, terms, held, (apart, unit), verdict, reason, hint
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
        hint: str = "",
    ) -> Result:
        """A result of this rule; the id of a reason counts only where it could not be assessed.

        `held` are the terms that the others are held against, `apart` is the difference with its
        unit, `hint` what may explain a failure.
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
            reason=self.reasons[reason] if verdict == OPEN else hint,
            figures=tuple((t.report.id, t.figure.id) for t in terms),
            held=tuple((t.report.id, t.figure.id) for t in held),
            citations=tuple(dict.fromkeys(t.citation() for t in terms)),
        )


def read_data(folder: Path | None = None) -> dict[str, Any]:
    """The rules and the dictionary of the tables as plain data, ready for JSON."""
    import yaml

    folder = folder or knowledge_folder()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, Any] = {}
    paths = [folder / FILE, *sorted((folder / TABLES).glob("*.yaml"))]
    for path in paths:
        try:
            found[path.stem] = yaml.load(path.read_text(encoding="utf-8"), loader)
        except yaml.YAMLError as fault:
            mark = getattr(fault, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            raise KnowledgeError(
                f"{path.name}:{line}: 不是有效的 YAML，请检查缩进、冒号和引号"
            ) from fault
    rules = found.pop(Path(FILE).stem)
    return {"rules": rules, "tables": list(found.values())}


def load_rules(folder: Path | None = None) -> Rules:
    """The rules as an editor left them; raises `KnowledgeError` where they do not hold."""
    return rules_of(read_data(folder))


def rules_of(data: Mapping[str, Any]) -> Rules:
    """The rules of plain data, as `read_data` gives it."""
    try:
        tables = tuple(map(table_of, data["tables"]))
        return _rules(data["rules"], tables)
    except KeyError as fault:
        raise KnowledgeError(f"{FILE}: 缺少 {fault}，请照原文件补上") from fault
    except (AttributeError, TypeError, ValueError, ArithmeticError) as fault:
        raise KnowledgeError(f"{FILE}: 有一项写法不对，请照原文件改正（{fault}）") from fault


def _rules(data: Mapping[str, Any], tables: tuple[Table, ...]) -> Rules:
    prose, held = data["prose"], data["tables"]
    parts, share, growth, rate = (prose[name] for name in ("parts", "share", "growth", "rate"))
    percent = Decimal(str(parts["near"]).removesuffix("%")) / 100
    return Rules(
        tables=tables,
        identity=Rule(*_head("identity", held["identity"])),
        bound=Rule(*_head("bound", held["bound"])),
        carries=tuple(_carry(name, rule) for name, rule in data["years"].items()),
        stated=_stated(data["stated"]),
        parts=Parts(
            *_head("parts", parts),
            complete=_words(parts["complete"]),
            rest=_words(parts["rest"]),
            least=int(parts["least"]),
            near=percent,
        ),
        share=Share(*_head("share", share), *(_words(share[k]) for k in SHARE)),
        growth=Growth(*_head("growth", growth), *(_words(growth[k]) for k in GROWTH)),
        rate=Rate(
            *_head("rate", rate),
            _words(rate["carried"]),
            {k: (_words(up), _words(down)) for k, (up, down) in rate["rates"].items()},
        ),
        reasons=data["reasons"],
        verdicts=data["verdicts"],
        warning=str(data["warning"]),
    )


def _carry(name: str, rule: Mapping[str, Any]) -> Carry:
    return Carry(
        *_head(name, rule),
        table=str(rule["table"]),
        each=str(rule["each"]),
        rows=_words(rule.get("rows", ())),
        before=str(rule["before"]),
        plus=_words(rule.get("plus", ())),
        minus=_words(rule.get("minus", ())),
        now=str(rule["now"]),
    )


def _stated(rule: Mapping[str, Any]) -> Stated:
    return Stated(
        *_head("stated", rule),
        own=_words(rule["own"]),
        common=_words(rule["common"]),
        zero=_words(rule["zero"]),
        general=_words(rule["general"]),
        endings=_words(rule["endings"]),
        measures=tuple(
            Measure(
                name=str(name),
                says=_words(fields["says"]),
                must=_words(fields.get("must", ())),
                also=_words(fields.get("also", ())),
                beside=_words(fields.get("beside", ())),
                units=_words(fields["units"]),
                cells={table: _ways(ways) for table, ways in fields["cells"].items()},
                apart={table: _ways(ways) for table, ways in fields.get("apart", {}).items()},
                hint=str(fields.get("hint", "")),
            )
            for name, fields in rule["measures"].items()
        ),
    )


def _ways(ways: Iterable[Iterable[str]]) -> tuple[Places, ...]:
    """Each way a list of cells to add, each `row | column`; the row alone means its total."""
    return tuple(tuple(_place(cell) for cell in way) for way in ways)


def _place(cell: str) -> tuple[str, str]:
    row, _, column = cell.partition(" | ")
    return row.strip(), column.strip()


def _head(identity: str, rule: Mapping[str, Any]) -> tuple[str, str, str]:
    return identity, str(rule["name"]), str(rule.get("source", ""))


def _words(words: Iterable[Any]) -> Words:
    return tuple(map(str, words))
