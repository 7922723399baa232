"""The options --store and --report and the id of one report, the same for every command that asks or lists reports."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.front.streams import UsageError

if TYPE_CHECKING:
    from assistant.engine import Assistant
    from assistant.model import Card
    from assistant.store import Store

STORE = "报告库：SQLite 文件的路径，或 postgresql://用户:密码@主机/数据库"
LISTED = 8


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


def add_report(parser: argparse.ArgumentParser) -> None:
    """Add the id of one report, and --store, to the words of a command."""
    about = "报告的编号，见 gongkai reports；只有一份报告时可以不写"
    parser.add_argument("report", metavar="编号", nargs="?", help=about)
    add_store(parser)


def report_named(options: argparse.Namespace, loaded: Sequence[Card]) -> str:
    """The id that is given, or that of the only report; raises `UsageError` where there are several, or none."""
    if options.report is not None:
        return str(options.report)
    if not loaded:
        raise UsageError("没有报告，请先用 gongkai compile 编译")
    if len(loaded) > 1:
        named = "、".join(card.id for card in loaded[:LISTED])
        others = "等，见 gongkai reports" if len(loaded) > LISTED else ""
        raise UsageError(f"有{len(loaded)}份报告，请写明编号：{named}{others}")
    return loaded[0].id


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
