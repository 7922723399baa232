"""What `gongkai check` and the tool `check` say of reports: the same results, as JSON and as lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from assistant.errors import ReportError
from assistant.front.streams import shown

if TYPE_CHECKING:
    from assistant.checks import Result, Rules
    from assistant.model import Card, Report

MARKS = {"fail": "✗", "open": "?", "pass": "✓"}


def checked(
    named: Sequence[str], cards: Iterable[Card], report: Callable[[str], Report], rules: Rules
) -> list[Result]:
    """The results of checking the named reports, or all where none is named; failures first.

    `report` gives a report by its id. Raises `ReportError` for a name that is not there.
    """
    from assistant.checks import check, year_before

    known = {card.id: card for card in cards}
    results: list[Result] = []
    for identity in _wanted(named, known):
        before = year_before(known[identity], known)
        results += check(report(identity), report(before) if before else None, rules)
    return in_order(results)


def in_order(results: Iterable[Result]) -> list[Result]:
    """Failures first, then what cannot be checked."""
    return sorted(results, key=lambda result: list(MARKS).index(result.verdict))


def as_data(results: Sequence[Result]) -> dict[str, Any]:
    """The results with how many there are of each verdict, ready for JSON."""
    return {"counts": _counts(results), "results": [result.to_dict() for result in results]}


def as_lines(
    results: Sequence[Result], rules: Rules, titles: Mapping[str, str], everything: bool = False
) -> Iterator[str]:
    """The results for people, and how many; those that hold only with `everything`.

    `titles` are those of the reports, by id.
    """
    from assistant.checks import PASS

    for result in results:
        if result.verdict != PASS or everything:
            yield from _one(result, rules, titles)
    counts = _counts(results).items()
    said = "，".join(f"{rules.verdicts[name]} {count}" for name, count in counts)
    yield f"共核对 {len(results)} 项：{said}。"


def _wanted(named: Sequence[str], cards: Mapping[str, Card]) -> Sequence[str]:
    missing = [identity for identity in named if identity not in cards]
    if missing:
        known = "、".join(cards) or "无"
        raise ReportError(f"没有编号为“{shown('、'.join(missing))}”的报告，现有的是：{known}")
    return list(dict.fromkeys(named)) or list(cards)


def _one(result: Result, rules: Rules, titles: Mapping[str, str]) -> Iterator[str]:
    from assistant.checks import FAIL, PASS
    from assistant.language.numerals import plain

    verdict = rules.verdicts[result.verdict]
    reason = f"（{result.reason}）" if result.reason else ""
    reports = "、".join(f"《{titles[report]}》" for report in result.reports)
    yield f"{MARKS[result.verdict]} {verdict}{reason}  {reports}  {result.name}：{result.subject}"
    sides = " ↔ ".join(side for side in (result.left, result.right) if side)
    apart = ""
    if result.difference and result.verdict != PASS:
        apart = f"，相差 {plain(result.difference)}{result.unit}"
    yield f"    {sides}{apart}"
    if result.verdict == FAIL:
        for citation in result.citations:
            yield f"    “{' '.join(citation.quote.splitlines())}”（{citation.section}）"
    yield ""


def _counts(results: Sequence[Result]) -> dict[str, int]:
    verdicts = [result.verdict for result in results]
    return {name: verdicts.count(name) for name in ("pass", "fail", "open")}
