"""`gongkai compile`: reports and terms to what answers need."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import ReportError
from assistant.front.streams import DONE, progress

if TYPE_CHECKING:
    from assistant.model import Report


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    about = "报告文件夹，内有 source.txt 和 card.yaml；不写则编译全部报告"
    parser.add_argument("folders", nargs="*", metavar="文件夹", help=about, type=Path)


def run(options: argparse.Namespace) -> int:
    """Compile these folders, or all reports, and write what was found beside them."""
    from assistant.compiler.bundle import write_bundle
    from assistant.compiler.report import Compiler
    from assistant.folders import knowledge_folder
    from assistant.records import write_report

    knowledge = knowledge_folder()
    shelf = (knowledge / "reports").resolve()
    folders = options.folders or sorted(card.parent for card in shelf.glob("*/card.yaml"))
    if not folders:
        raise ReportError(f"{shelf}: 没有报告，请放入带 source.txt 和 card.yaml 的文件夹")
    for folder in folders:
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
    return (
        f"{len(report.figures)}条数据，{len(report.statements)}条陈述，"
        f"{len(report.ledger)}处数字入台账"
    )
