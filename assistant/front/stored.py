"""The option --store, the same for every command that asks reports or lists them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.store import Store, Terms

STORE = "报告库：SQLite 文件的路径，或 postgresql://用户:密码@主机/数据库"


def add_store(parser: argparse.ArgumentParser, about: str = f"{STORE}；不写则用自带的报告") -> None:
    """Add --store to the words of a command."""
    parser.add_argument("--store", metavar="库", help=about)


def open_reports(options: argparse.Namespace) -> Store:
    """The reports that --store names, or the bundled ones; raises `StoreError`."""
    from assistant.folders import knowledge_folder
    from assistant.store import open_store
    from assistant.store.memory import BundledStore

    if options.store is not None:
        return open_store(options.store, _terms)
    return BundledStore(knowledge_folder(), _compiled())


def _terms() -> Terms:
    from assistant.store import terms_of

    return terms_of(_compiled())


def _compiled() -> dict[str, object]:
    from assistant.folders import knowledge_folder
    from assistant.knowledge import read_compiled

    return read_compiled(knowledge_folder())
