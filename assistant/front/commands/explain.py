"""`gongkai explain`: how a question was read, word by word."""

from __future__ import annotations

import argparse

from assistant.front.streams import DONE, has_color, load, must_be_text, width_of


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    parser.add_argument("question", nargs="+", metavar="问题", help="要看读法的问题")


def run(options: argparse.Namespace) -> int:
    """Show how the words were read, and what came of each step."""
    from assistant.front.trace import render_trace

    must_be_text(*options.question)
    assistant = load()
    trace = assistant.explain(" ".join(options.question))
    print(render_trace(trace, assistant, has_color(), width_of()))
    return DONE
