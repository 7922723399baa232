"""`gongkai source`: the exact text that citations' offsets refer to."""

from __future__ import annotations

import argparse
import sys

from assistant.front.stored import add_report, open_reports, report_named
from assistant.front.streams import DONE


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    add_report(parser)


def run(options: argparse.Namespace) -> int:
    """Write the text of the report, and nothing else."""
    store = open_reports(options)
    report = store.report(report_named(options, store.cards()))
    sys.stdout.flush()
    sys.stdout.buffer.write(report.source.encode())
    return DONE
