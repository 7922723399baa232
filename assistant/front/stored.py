"""The options --store and --report, the same for every command that asks reports or lists them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.engine import Assistant
    from assistant.store import Store

STORE = "报告库：SQLite 文件的路径，或 postgresql://用户:密码@主机/数据库"


def add_store(parser: argparse.ArgumentParser, about: str = f"{STORE}；不写则用自带的报告") -> None:
    """Add --store to the words of a command."""
    parser.add_argument("--store", metavar="库", help=about)


def add_reports(parser: argparse.ArgumentParser) -> None:
    """Add --store, and --report to choose among its reports, to the words of a command."""
    add_store(parser)
    about = "只用这些报告，见 gongkai reports"
    parser.add_argument(
        "--report", nargs="+", action="extend", default=[], metavar="编号", help=about
    )


def parts_of(*stores: str | None) -> tuple[str, ...]:
    """The parts that these stores need, see `assistant.parts`; a path needs none."""
    addresses = [store for store in stores if store and "://" in store]
    if not addresses:
        return ()
    from assistant.store.opening import is_server

    return ("postgres",) if any(map(is_server, addresses)) else ()


def open_assistant(options: argparse.Namespace) -> Assistant:
    """The assistant over the reports that --store and --report name; raises `ReportError`."""
    from assistant.engine import Assistant

    return Assistant(reports=options.report, store=options.store)


def open_reports(options: argparse.Namespace) -> Store:
    """The reports that --store names, or the bundled ones; raises `StoreError`."""
    from assistant.folders import knowledge_folder
    from assistant.knowledge import read_compiled
    from assistant.store import open_store, terms_of
    from assistant.store.memory import BundledStore

    folder = knowledge_folder()
    if options.store is not None:
        return open_store(options.store, lambda: terms_of(read_compiled(folder)))
    return BundledStore(folder, read_compiled(folder))
