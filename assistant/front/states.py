"""Compiled states that a command is given by name: a store, one report of it, or a folder."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import ReportError
from assistant.front.stored import open_reports
from assistant.front.streams import UsageError, shown

if TYPE_CHECKING:
    from assistant.library import Shelf
    from assistant.model import Answer, Report

Ask = Callable[[str, Sequence[str]], "Answer"]


@dataclass(frozen=True)
class State:
    """The reports of a compiled state; `shelf` gives them with their indexes, made when needed."""

    reports: tuple[Report, ...]
    shelf: Callable[[], Shelf]

    def ask(self) -> Ask:
        """A function that answers a question, after earlier questions, over these reports."""
        from assistant.engine import Assistant

        identities = [report.id for report in self.reports]
        return Assistant(store=self.shelf(), reports=identities).answer


def read_state(name: str) -> State:
    """The compiled state of this name; raises `UsageError` or `ReportError` with the mend."""
    path = Path(name)
    if path.is_dir():
        return _folder(path, "")
    if path.is_file() or ("://" in name and "#" not in name):
        return _store(name, "")
    place, mark, identity = name.rpartition("#")
    if mark and Path(place).is_dir():
        return _folder(Path(place), identity)
    if mark and (Path(place).is_file() or "://" in place):
        return _store(place, identity)
    raise UsageError(f"{shown(name)}: 没有这个报告库或报告文件夹，请检查路径")


def _store(place: str, identity: str) -> State:
    store = open_reports(Namespace(store=place))
    wanted = (identity,) if identity else tuple(card.id for card in store.cards())
    return State(tuple(store.report(each) for each in wanted), lambda: store)


def _folder(path: Path, identity: str) -> State:
    """A compiled report's folder, or a `knowledge/` folder with several."""
    from assistant.records import read_report

    folders = [path] if (path / "report.json").is_file() else []
    folders = folders or sorted(head.parent for head in path.glob("reports/*/report.json"))
    if not folders:
        raise UsageError(f"{path}: 这里没有编译好的报告，请先用 gongkai compile {path} 编译")
    try:
        reports = tuple(read_report(folder) for folder in folders)
    except (FileNotFoundError, ValueError, TypeError) as fault:
        where = getattr(fault, "filename", None) or path
        raise ReportError(f"{where}: 编译结果不全或已损坏，请重新编译") from fault
    found = tuple(report for report in reports if identity in ("", report.id))
    if not found:
        known = "、".join(report.id for report in reports)
        raise ReportError(f"没有编号为“{shown(identity)}”的报告，现有的是：{known}")
    return State(found, lambda: _shelf(found))


def _shelf(reports: tuple[Report, ...]) -> Shelf:
    from assistant.compiled import make_index
    from assistant.knowledge import load
    from assistant.library import Opened

    terms = load().terms
    return Opened(make_index(report, terms) for report in reports)
