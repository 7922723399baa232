"""`gongkai compile`: reports and terms to what answers need."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import ReportError
from assistant.front.stored import STORE, add_store
from assistant.front.streams import (
    DONE,
    WRONG_USE,
    UsageError,
    complain,
    print_json,
    progress,
    shown,
)

if TYPE_CHECKING:
    from assistant.compiler.batch import Outcome
    from assistant.compiler.originals import Original
    from assistant.front.progress import Progress
    from assistant.model import Report
    from assistant.store import Store, Summary

CARD = {
    "id": "编号，例如 qingyuan-2013",
    "title": "报告的标题",
    "organ": "谁的报告，例如 XX市人民政府办公室",
    "place": "地区，例如 XX市",
    "year": "哪一年的报告，四位年份",
    "url": "发布的网址",
}

WORTH_A_PROCESS = 8


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    from assistant.compiler.limits import told

    parser.epilog = f"限度：{told()}。"
    about = (
        "报告文件夹，内有 source.txt（或 .md、.html、.docx、.pdf、.xlsx）和 card.yaml；"
        "配合 --store 也可以是文件，或装着许多报告的文件夹；不写则编译自带的全部报告"
    )
    parser.add_argument("paths", nargs="*", metavar="文件或文件夹", help=about, type=Path)
    add_store(parser, f"存到哪个{STORE}；没有就新建")
    for field, said in CARD.items():
        parser.add_argument(f"--{field}", metavar="文字", help=f"{said}；只用于一份报告")
    parser.add_argument(
        "--jobs", metavar="数", type=_natural, help="同时用几个进程，不写则每个处理器一个"
    )
    parser.add_argument("--json", action="store_true", help="每份报告输出一行 JSON")


def _natural(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) > 0):
        raise argparse.ArgumentTypeError("no natural number")
    return int(text)


def needs(options: argparse.Namespace) -> tuple[str, ...]:
    """The parts that the files need, see `assistant.parts`."""
    from assistant.compiler.originals import Original, originals
    from assistant.compiler.readers import SOURCES
    from assistant.folders import knowledge_folder

    named = originals(options.paths or [knowledge_folder() / "reports"])
    found = {one.path.suffix.lower() for one in named if isinstance(one, Original)}
    return tuple(sorted({SOURCES[suffix] for suffix in found} - {"text"}))


def run(options: argparse.Namespace) -> int:
    """Compile into a store, or without one beside the sources."""
    if options.store is not None:
        return _into_store(options)
    for name in ("jobs", *CARD):
        if getattr(options, name) is not None:
            raise UsageError(f"--{name} 要和 --store 一起用，请写明存到哪个库")
    if options.json:
        raise UsageError("--json 要和 --store 一起用，请写明存到哪个库")
    return _beside_sources(options.paths)


# --------------------------------------------------------------------------- beside the sources


def _beside_sources(given: list[Path]) -> int:
    """Compile these folders, or all bundled reports, and write what was found beside them."""
    from assistant.compiler.bundle import write_bundle
    from assistant.compiler.report import Compiler
    from assistant.folders import knowledge_folder
    from assistant.records import write_report

    knowledge = knowledge_folder()
    shelf = (knowledge / "reports").resolve()
    folders = given or sorted(card.parent for card in shelf.glob("*/card.yaml"))
    if not folders:
        raise ReportError(f"{shelf}: 没有报告，请放入带 source.txt 和 card.yaml 的文件夹")
    for folder in folders:
        if folder.is_file():
            raise ReportError(f"{folder}: 是文件，请用 --store 写明存到哪个库，或写报告文件夹")
        if not folder.is_dir():
            raise ReportError(f"{folder}: 没有这个文件夹，请检查路径")
    compiler = Compiler(knowledge / "terms")
    for folder in folders:
        report = compiler.compile(folder)
        if folder.resolve().parent == shelf and folder.resolve().name != report.id:
            raise ReportError(
                f"{folder / 'card.yaml'}: id 是「{report.id}」，请改成与文件夹同名或给文件夹改名"
            )
        write_report(report, folder)
        progress(f"{report.id}：{_size(report)}")
    if any(folder.resolve().parent == shelf for folder in folders):
        progress(f"已写入 {write_bundle(knowledge)}")
    return DONE


def _size(report: Report) -> str:
    return _counts(len(report.figures), len(report.statements), len(report.ledger))


def _counts(figures: int, statements: int, ledger: int) -> str:
    return f"{figures}条数据，{statements}条陈述，{ledger}处数字入台账"


# --------------------------------------------------------------------------- into a store


def _into_store(options: argparse.Namespace) -> int:
    """Compile what the store does not have as it is now; each report in one transaction."""
    from assistant.compiler.batch import compile_all, rules_digest
    from assistant.folders import knowledge_folder
    from assistant.front.progress import Progress
    from assistant.store import open_store

    knowledge = knowledge_folder()
    found, faults = _named(options)
    if not found:
        for fault in faults:
            complain(fault)
        return WRONG_USE
    store = open_store(options.store, write=True)
    try:
        shelf = _Shelf(store, options.json, faults)
        work = shelf.without_unchanged(found, rules_digest(knowledge))
        bar = Progress(len(work))
        try:
            for outcome in compile_all(work, knowledge, options.jobs or _processes(len(work))):
                shelf.take(outcome, bar)
                bar.advance()
        finally:
            bar.close()
    finally:
        store.close()
    return shelf.report()


def _processes(reports: int) -> int:
    """One for each processor, but none for only a few reports: each takes a second to begin."""
    return max(1, min(os.cpu_count() or 1, reports // WORTH_A_PROCESS))


def _named(options: argparse.Namespace) -> tuple[list[Original], list[str]]:
    """The reports that are meant, and what is wrong with the others."""
    from dataclasses import replace

    from assistant.compiler.originals import Original, originals
    from assistant.folders import knowledge_folder

    found: list[Original] = []
    faults: list[str] = []
    for one in originals(options.paths or [knowledge_folder() / "reports"]):
        if isinstance(one, Original):
            found.append(one)
        else:
            faults.append(str(one))
    flags = {
        name: getattr(options, name).strip() for name in CARD if getattr(options, name) is not None
    }
    if flags and len(found) + len(faults) > 1:
        raise UsageError(
            f"--{next(iter(flags))} 只能用于一份报告，这里有{len(found)}份，请写进各自的 card.yaml"
        )
    for name, value in flags.items():
        if not value and name != "url":
            raise UsageError(f"--{name} 后面是空的，请写明{CARD[name]}")
    return [replace(one, flags=flags) for one in found], faults


class _Shelf:
    """A store that is being filled, and what became of each report."""

    def __init__(self, store: Store, as_json: bool, faults: list[str]) -> None:
        self._store, self._as_json = store, as_json
        self._faults = faults
        self._notes: list[str] = []
        self._saved = self._unchanged = 0
        # Which original gave a report its id, in this run; and what the store had before.
        self._given: dict[str, Path] = {}
        self._before = {summary.card.id: summary for summary in store.summaries()}

    def without_unchanged(self, found: list[Original], rules: str) -> list[tuple[Original, str]]:
        """What is to be compiled, with what it is made from; what the store has is said to be there."""
        there = {summary.made_from: summary for summary in self._before.values()}
        work = []
        for original in found:
            try:
                made_from = original.made_from(rules)
            except OSError as fault:
                self._faults.append(f"{fault.filename or original.path}: 不能读，请检查权限")
                continue
            summary = there.get(made_from)
            if summary is None or summary.card.id in self._given:
                work.append((original, made_from))
                continue
            self._given[summary.card.id] = original.named
            self._unchanged += 1
            self._say(summary, "unchanged", "没有变化，不用重新编译", print)
        return work

    def take(self, outcome: Outcome, bar: Progress) -> None:
        """Store a compiled report, then say so; or keep what was wrong for the end."""
        compiled = outcome.compiled
        if compiled is None:
            self._faults.append(outcome.fault)
            return
        fault = self._taken(outcome.original, compiled.summary)
        if fault:
            self._faults.append(fault)
            return
        self._store.save(compiled)
        self._given[compiled.id] = outcome.original.named
        self._saved += 1
        s = compiled.summary
        if outcome.note:
            self._notes.append(f"{compiled.id}：{outcome.note}")
        self._say(s, "saved", _counts(s.figures, s.statements, s.ledger), bar.say)

    def report(self) -> int:
        """What is wrong, at the end; the exit code."""
        parts = [
            f"存入{self._saved}份",
            f"没有变化{self._unchanged}份",
            f"没有编译{len(self._faults)}份",
        ]
        if self._saved or self._unchanged or len(self._faults) > 1:
            progress("，".join(parts))
        for note in self._notes:
            progress(note)
        for fault in self._faults:
            complain(fault)
        return WRONG_USE if self._faults else DONE

    def _taken(self, original: Original, summary: Summary) -> str:
        """Is the id another report's? Two of them may not hide each other."""
        card = summary.card
        mend = "请用 --id 或在 card.yaml 里另写一个编号"
        if card.id in self._given:
            return f"{original.named}: 编号 {card.id} 已用于 {self._given[card.id]}，{mend}"
        before = self._before.get(card.id)
        if before and (before.card.organ, before.card.year) != (card.organ, card.year):
            return f"{original.named}: 库里的 {card.id} 是《{before.card.title}》，{mend}"
        return ""

    def _say(self, summary: Summary, status: str, said: str, way: Callable[[str], object]) -> None:
        card = summary.card
        if self._as_json:
            print_json(
                {
                    **{"id": card.id, "status": status, "title": card.title},
                    **{"figures": summary.figures, "statements": summary.statements},
                    "ledger": summary.ledger,
                }
            )
            return
        way(shown(f"{card.id}：{said}"))
