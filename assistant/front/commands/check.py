"""`gongkai check`: totals, identities and carry-over, held against what the reports state."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.front.checking import as_data, as_lines, checked
from assistant.front.stored import add_store, open_reports
from assistant.front.streams import DONE, NO, UsageError, print_json

if TYPE_CHECKING:
    from assistant.checks import Result

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
    from assistant.checks import FAIL, load_rules

    if options.json and options.csv:
        raise UsageError("--json 和 --csv 只能选一个")
    rules = load_rules()
    store = open_reports(options)
    results = checked(options.reports, store.cards(), store.report, rules)
    if options.json:
        print_json(as_data(results))
    elif options.csv:
        _print_csv(results)
    else:
        titles = {card.id: card.title for card in store.cards()}
        print("\n".join(as_lines(results, rules, titles, options.all)))
    return NO if any(result.verdict == FAIL for result in results) else DONE


def _print_csv(results: Sequence[Result]) -> None:
    import csv
    import sys

    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    for result in results:
        quotes = "；".join(citation.quote for citation in result.citations)
        row = {**result.to_dict(), "reports": "、".join(result.reports), "quotes": quotes}
        writer.writerow(row)
