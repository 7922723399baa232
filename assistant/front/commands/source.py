"""`gongkai source`: the exact text that citations' offsets refer to."""

from __future__ import annotations

import argparse
import sys

from assistant.front.stored import add_store, open_reports
from assistant.front.streams import DONE


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    parser.add_argument("report", metavar="编号", help="报告的编号，见 gongkai reports")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Write the text of the report, and nothing else."""
    report = open_reports(options).report(options.report)
    sys.stdout.flush()
    sys.stdout.buffer.write(report.source.encode())
    return DONE
