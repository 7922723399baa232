"""`gongkai reports`: what is loaded."""

from __future__ import annotations

import argparse

from assistant.front.stored import add_store, open_reports
from assistant.front.streams import DONE, print_json


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """List the loaded reports."""
    summaries = open_reports(options).summaries()
    if options.json:
        print_json([summary.to_dict() for summary in summaries])
        return DONE
    from assistant.front.render import table

    rows = [
        (s.card.id, str(s.card.year), str(s.figures), str(s.statements), s.card.title)
        for s in summaries
    ]
    print(table([("编号", "年份", "数据", "陈述", "标题"), *rows]))
    return DONE
