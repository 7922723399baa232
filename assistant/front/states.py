"""Compiled states that a command is given by name: a store, one report of it, or a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import ReportError
from assistant.front.streams import UsageError, shown

if TYPE_CHECKING:
    from assistant.index import Index
    from assistant.model import Answer, Report

Ask = Callable[[str, Sequence[str]], "Answer"]


@dataclass(frozen=True)
class State:
    """The reports of a compiled state; `ask` answers over them, and is made when it is needed."""

    name: str
    reports: tuple[Report, ...]
    indexes: Callable[[], tuple[Index, ...]]

    def ask(self) -> Ask:
        """A function that answers a question, after earlier questions, over these reports."""
        from assistant.journey import travel
        from assistant.knowledge import load

        knowledge = replace(load(), indexes=self.indexes())
        return lambda question, history: travel(question, tuple(history), knowledge).answer


def read_state(name: str) -> State:
    """The compiled state of this name; raises `UsageError` or `ReportError` with the mend."""
    path = Path(name)
    if path.is_dir():
        return _folder(path)
    if path.is_file():
        return _store(name, name, "")
    place, mark, identity = name.rpartition("#")
    if mark and (Path(place).exists() or "://" in place):
        if Path(place).is_dir():
            return _one(_folder(Path(place)), identity)
        return _store(name, place, identity)
    if "://" in name:
        return _store(name, name, "")
    raise UsageError(f"{shown(name)}: 没有这个存储文件或报告文件夹，请检查路径")


def _folder(path: Path) -> State:
    """A compiled report's folder, or a `knowledge/` folder with several."""
    from assistant.records import read_report

    folders = [path] if (path / "report.json").is_file() else []
    folders = folders or sorted(head.parent for head in path.glob("reports/*/report.json"))
    if not folders:
        raise UsageError(f"{path}: 这里没有编译好的报告，请先用 gongkai compile {path} 编译")
    try:
        reports = tuple(read_report(folder) for folder in folders)
    except (FileNotFoundError, ValueError, TypeError) as fault:
        name = getattr(fault, "filename", None) or path
        raise ReportError(f"{name}: 编译结果不全或已损坏，请重新编译") from fault
    return State(str(path), reports, lambda: _made(reports))


def _made(reports: tuple[Report, ...]) -> tuple[Index, ...]:
    from assistant.compiled import make_index
    from assistant.knowledge import load

    terms = load().terms
    return tuple(make_index(report, terms) for report in reports)


def _store(name: str, place: str, identity: str) -> State:
    from assistant.store import open_store

    store = open_store(place)
    known = tuple(card.id for card in store.cards())
    wanted = (identity,) if identity else known
    reports = tuple(store.report(each) for each in wanted)
    return State(name, reports, lambda: tuple(store.index(each) for each in wanted))


def _one(state: State, identity: str) -> State:
    found = tuple(report for report in state.reports if report.id == identity)
    if not found:
        known = "、".join(report.id for report in state.reports)
        raise ReportError(f"没有编号为“{shown(identity)}”的报告，现有的是：{known}")
    return State(f"{state.name}#{identity}", found, lambda: _made(found))
