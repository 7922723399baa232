"""`gongkai desk`: the editor's desk, a page on this machine."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace

from assistant.front.http import settings
from assistant.front.stored import parts_of
from assistant.front.streams import DONE

NAMES = ("store", "report", "knowledge", "learn")


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    settings.declare(parser, *NAMES)
    parser.add_argument(
        "--port", metavar="端口", help="监听的端口，不写则由系统挑选；只在本机能打开"
    )


def needs(options: argparse.Namespace) -> tuple[str, ...]:
    """The parts that the store needs, see `assistant.parts`."""
    return parts_of(settings.settle(options, os.environ).store)


def run(options: argparse.Namespace) -> int:
    """Open the desk until told to stop."""
    chosen = settings.settle(options, os.environ)
    from assistant.front.http.editing.service import serve_desk

    # GONGKAI_PORT is where the service is.
    serve_desk(chosen if options.port is not None else replace(chosen, port=0))
    return DONE
