"""`gongkai serve`: the web service."""

from __future__ import annotations

import argparse
import os

from assistant.front.http import settings
from assistant.front.stored import parts_of
from assistant.front.streams import DONE


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    settings.declare(parser)


def needs(options: argparse.Namespace) -> tuple[str, ...]:
    """The parts that the store needs, see `assistant.parts`."""
    return parts_of(settings.settle(options, os.environ).store)


def run(options: argparse.Namespace) -> int:
    """Serve until told to stop."""
    chosen = settings.settle(options, os.environ)
    from assistant.front.http.service import serve

    serve(chosen)
    return DONE
