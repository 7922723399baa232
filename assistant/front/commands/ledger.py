"""`gongkai ledger`: every numeral of a report, and what became of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assistant.front.stored import add_report, open_reports, report_named
from assistant.front.streams import DONE, print_json

if TYPE_CHECKING:
    from assistant.model import LedgerEntry, Report


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    add_report(parser)
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: argparse.Namespace) -> int:
    """List the numerals of the report in its order."""
    store = open_reports(options)
    report = store.report(report_named(options, store.cards()))
    rows = tuple(_ledger_rows(report))
    if options.json:
        print_json([{**_entry(entry), "what": what} for entry, what in rows])
        return DONE
    from assistant.front.render import table

    cells = [(str(e.start), e.text, e.figure or "—", what or e.reason) for e, what in rows]
    print(table([("位置", "数字", "数据", "指什么，或不算数据的原因"), *cells]))
    return DONE


def _ledger_rows(report: Report) -> Iterator[tuple[LedgerEntry, str]]:
    from assistant.naming import subject

    figures = {figure.id: figure for figure in report.figures}
    for entry in report.ledger:
        figure = figures.get(entry.figure or "")
        yield entry, (subject(figure, report) or figure.quote) if figure else ""


def _entry(entry: LedgerEntry) -> dict[str, Any]:
    return {
        "start": entry.start,
        "end": entry.end,
        "text": entry.text,
        "figure": entry.figure,
        "reason": None if entry.figure else entry.reason,
    }
