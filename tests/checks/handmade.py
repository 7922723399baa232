"""Small reports made by hand: a text, and which of its figures are to be checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from assistant.checks import Result, Rules, check, load_rules
from assistant.model import Figure, Report

MARKED = re.compile(r"\[(-?[\d.]+)(余?)([^\]]*)\]")
PERCENT, MONEY = "%", "元"


@cache
def rules() -> Rules:
    return load_rules()


def prose(text: str, *stated: str, year: int = 2023, **card: str) -> Report:
    """A report whose figures are the stated clauses, the number of each in square brackets.

    `当面[20件]<0` is a part of the first one; the clauses stand in the text in their order.
    """
    figures: list[Figure] = []
    at = 0
    for clause in stated:
        words, _, whole = clause.partition("<")
        found = MARKED.search(words)
        quote = words.replace("[", "").replace("]", "")
        at = text.index(quote, at)
        start = at + (found.start() if found else 0)
        number = found[0].strip("[]") if found else quote
        sentence = _around(text, at, "。")
        figures.append(
            Figure(
                id=f"f{len(figures)}",
                kind=_kind(found[3] if found else ""),
                value=Decimal(found[1]) if found else None,
                unit=found[3] if found else "",
                bound="more" if found and found[2] else "exact",
                text=number,
                what=words[: found.start()] if found else quote,
                who="",
                where="",
                when=f"{year}年",
                part_of=f"f{whole}" if whole else None,
                group=f"f{whole}" if whole else None,
                section="一、总体情况",
                start=at,
                end=at + len(quote),
                number=(start, start + len(number)),
                clause=_around(text, at, "，。；"),
                sentence=sentence,
                inherits=(),
                quote=quote,
            )
        )
        at += len(quote) if whole else 0
    return _report(text, figures, year, card)


def _kind(unit: str) -> str:
    if not unit:
        return "zero"
    return "percent" if unit == PERCENT else "money" if unit.endswith(MONEY) else "count"


def _around(text: str, at: int, marks: str) -> tuple[int, int]:
    start = max(text.rfind(mark, 0, at) for mark in marks) + 1
    ends = [end for mark in marks if (end := text.find(mark, at)) >= 0]
    return start, min(ends, default=len(text))


def with_table(report: Report, table: str, rows: dict[tuple[str, str], str], **more: Any) -> Report:
    """The report with the cells of a standard table, each a line of its own behind the text."""
    source, figures = report.source, list(report.figures)
    for (measure, member), digits in rows.items():
        line = f"| {measure} | {member} | {digits} |"
        start = len(source) + 1
        source += f"\n{line}"
        span = (start, start + len(line))
        at = start + len(line) - 2 - len(digits)
        cell = Figure(
            id=f"c{len(figures)}",
            kind="count",
            value=Decimal(digits),
            unit=more.get("unit", "件"),
            bound="exact",
            text=digits + "件",
            what=measure,
            who="",
            where="",
            when=f"{report.year}年",
            part_of=None,
            group=None,
            section="三、表",
            start=span[0],
            end=span[1],
            number=(at, at + len(digits)),
            clause=span,
            sentence=span,
            inherits=(),
            quote=line,
            table=table,
            row=(measure,),
            column=(member,),
            measure=measure,
            member=member,
        )
        figures.append(cell)
    return replace(report, source=source, figures=tuple(figures))


def _report(text: str, figures: Iterable[Figure], year: int, card: dict[str, str]) -> Report:
    place = card.get("place", "临江市")
    return Report(
        id=f"linjiang-{year}",
        title=f"{place}{year}年政府信息公开工作年度报告",
        organ=card.get("organ", f"{place}人民政府"),
        place=place,
        year=year,
        source=text,
        digest="",
        sections=(),
        figures=tuple(figures),
        statements=(),
        ledger=(),
        vocabulary={},
    )


def checked(report: Report, previous: Report | None = None) -> tuple[Result, ...]:
    """The results of all rules; every citation is verbatim."""
    results = check(report, previous, rules())
    sources = {r.id: r.source for r in (report, previous) if r}
    for result in results:
        assert result.citations, result
        for citation in result.citations:
            assert sources[citation.report][citation.start : citation.end] == citation.quote
    return results


def said(results: Iterable[Result], *names: str) -> list[tuple[str, str, str]]:
    """Verdict, left and right of the results of these rules, or of all."""
    return [(r.verdict, r.left, r.right) for r in results if not names or r.rule in names]
