"""`gongkai check`: totals, identities and carry-over, held against what the reports state."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from assistant.errors import ReportError
from assistant.front.stored import add_store, open_reports
from assistant.front.streams import DONE, NO, UsageError, print_json, shown

if TYPE_CHECKING:
    from assistant.checks import Result, Rules
    from assistant.model import Card

MARKS = {"fail": "✗", "open": "?", "pass": "✓"}
COLUMNS = (
    *("rule", "name", "source", "reports", "subject", "left", "right"),
    *("difference", "unit", "verdict", "reason", "quotes"),
)


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    parser.add_argument("reports", nargs="*", metavar="编号", help="只核对这些报告，不写则全部核对")
    add_store(parser)
    parser.add_argument("--all", action="store_true", help="通过的也逐条列出")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument("--csv", action="store_true", help="输出 CSV（UTF-8）")


def run(options: argparse.Namespace) -> int:
    """Check the reports and print what was found, failures first; 1 where one failed."""
    from assistant.checks import FAIL, check, load_rules, year_before

    if options.json and options.csv:
        raise UsageError("--json 和 --csv 只能选一个")
    rules = load_rules()
    store = open_reports(options)
    cards = {card.id: card for card in store.cards()}
    results: list[Result] = []
    for identity in _wanted(options.reports, cards):
        before = year_before(cards[identity], cards)
        previous = store.report(before) if before else None
        results += check(store.report(identity), previous, rules)
    results.sort(key=lambda result: list(MARKS).index(result.verdict))
    if options.json:
        print_json({"counts": _counts(results), "results": [r.to_dict() for r in results]})
    elif options.csv:
        _print_csv(results)
    else:
        print("\n".join(_lines(results, rules, options.all)))
    return NO if any(result.verdict == FAIL for result in results) else DONE


def _wanted(named: Sequence[str], cards: Mapping[str, Card]) -> Sequence[str]:
    missing = [identity for identity in named if identity not in cards]
    if missing:
        known = "、".join(cards) or "无"
        raise ReportError(f"没有编号为“{shown('、'.join(missing))}”的报告，现有的是：{known}")
    return list(dict.fromkeys(named)) or list(cards)


# --------------------------------------------------------------------------- as text


def _lines(results: Sequence[Result], rules: Rules, everything: bool) -> Iterator[str]:
    from assistant.checks import PASS

    for result in results:
        if result.verdict != PASS or everything:
            yield from _one(result, rules)
    yield _summary(results, rules)


def _one(result: Result, rules: Rules) -> Iterator[str]:
    from assistant.checks import FAIL, PASS
    from assistant.language.numerals import plain

    verdict = rules.verdicts[result.verdict]
    reason = f"（{result.reason}）" if result.reason else ""
    reports = "、".join(result.reports)
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


def _summary(results: Sequence[Result], rules: Rules) -> str:
    counts = _counts(results)
    said = "，".join(f"{rules.verdicts[name]} {count}" for name, count in counts.items())
    return f"共核对 {len(results)} 项：{said}。"


def _print_csv(results: Sequence[Result]) -> None:
    import csv
    import sys

    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    for result in results:
        quotes = "；".join(citation.quote for citation in result.citations)
        row = {**result.to_dict(), "reports": "、".join(result.reports), "quotes": quotes}
        writer.writerow(row)
