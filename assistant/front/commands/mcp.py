"""`gongkai mcp`: the tools for language models and their clients."""

from __future__ import annotations

import argparse
import os

from assistant.front.http import settings
from assistant.front.stored import parts_of
from assistant.front.streams import DONE, UsageError

REPORTS = ("store", "report", "knowledge")
HTTP = ("host", "port", "origin", "body", "timeout")


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    add = parser.add_argument
    add("--http", action="store_true", help="用 HTTP（streamable HTTP），不用标准输入和输出")
    settings.declare(parser, *REPORTS, *HTTP)
    about = "用 HTTP 时，还可以用这些主机名访问；只在本机用的不必写"
    add("--name", nargs="+", action="extend", metavar="主机名", help=about)


def needs(options: argparse.Namespace) -> tuple[str, ...]:
    """The parts that the store needs, see `assistant.parts`."""
    return parts_of(settings.settle(options, os.environ).store)


def run(options: argparse.Namespace) -> int:
    """Serve until the client hangs up or the process is told to stop."""
    chosen = settings.settle(options, os.environ)
    if not options.http:
        given = [name for name in (*HTTP, "name") if getattr(options, name) is not None]
        if given:
            raise UsageError(f"--{given[0]} 要和 --http 一起用")
    from assistant.front.mcp.transports import serve_http, serve_streams

    if options.http:
        serve_http(chosen, options.name or ())
    else:
        serve_streams(chosen)
    return DONE
