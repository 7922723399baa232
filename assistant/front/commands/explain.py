"""`gongkai explain`: how a question was read, word by word."""

from __future__ import annotations

import argparse

from assistant.front.stored import add_reports, open_assistant
from assistant.front.streams import DONE, has_color, must_be_text, width_of


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    parser.add_argument("question", nargs="+", metavar="问题", help="要看读法的问题")
    add_reports(parser)


def run(options: argparse.Namespace) -> int:
    """Show how the words were read, and what came of each step."""
    from assistant.front.trace import render_trace

    must_be_text(*options.question)
    assistant = open_assistant(options)
    trace = assistant.explain(" ".join(options.question))
    print(render_trace(trace, assistant, has_color(), width_of()))
    return DONE
