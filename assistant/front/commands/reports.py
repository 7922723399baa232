"""`gongkai reports`: what is loaded."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from assistant.front.streams import DONE, load, print_json

if TYPE_CHECKING:
    from assistant.model import Report


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: argparse.Namespace) -> int:
    """List the loaded reports."""
    reports = load().reports
    if options.json:
        print_json([_card(report) for report in reports])
        return DONE
    from assistant.front.render import table

    rows = [
        (r.id, str(r.year), str(len(r.figures)), str(len(r.statements)), r.title) for r in reports
    ]
    print(table([("编号", "年份", "数据", "陈述", "标题"), *rows]))
    return DONE


def _card(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "title": report.title,
        "organ": report.organ,
        "place": report.place,
        "year": report.year,
        "url": report.url,
        "digest": report.digest,
        "characters": len(report.source),
        "figures": len(report.figures),
        "statements": len(report.statements),
    }
