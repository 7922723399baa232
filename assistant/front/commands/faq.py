"""`gongkai faq`: frequently asked questions from a report, each answered by the engine before it is written."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from assistant.errors import ReportError
from assistant.front.stored import add_report, report_named
from assistant.front.streams import DONE, NO, UsageError, complain, progress, shown

if TYPE_CHECKING:
    from assistant.faq import Collection, Material

FORMATS = ("html", "md", "json", "jsonl", "csv", "tsv", "xlsx", "docx")
LENGTHS = ("short", "standard", "full")
# Formats that no terminal can show, each with an extra of its name.
BINARY = ("xlsx", "docx")
STDOUT = "-"


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    add_report(parser)
    formats = "格式；不写则看 --output 的扩展名，都没有就是 md"
    parser.add_argument("--format", choices=FORMATS, help=formats)
    about = "写到哪个文件，已有的文件整个换掉；不写或写 - 则输出到标准输出（xlsx、docx 除外）"
    parser.add_argument("--output", metavar="文件", default=STDOUT, help=about)
    parser.add_argument(
        "--section", nargs="+", action="extend", default=[], metavar="章节",
        help="只要这些章节的问题，写章节标题里的几个字即可",
    )  # fmt: skip
    parser.add_argument(
        "--topic", nargs="+", action="extend", default=[], metavar="主题",
        help="只要这些主题的问题，例如 依申请公开；写错了会列出全部主题",
    )  # fmt: skip
    lengths = (
        "篇幅：short 只要总数、依据、问题、措施、渠道；standard（默认）再加各分项的表和各部分的内容；"
        "full 再加表里没有的每一格"
    )
    parser.add_argument("--length", choices=LENGTHS, default="standard", help=lengths)
    parser.add_argument(
        "--show-withheld", action="store_true", help="在标准错误上逐条列出不发布的问题和原因"
    )


def needs(options: argparse.Namespace) -> tuple[str, ...]:
    """The parts that the format needs, see `assistant.parts`."""
    form = _format(options)
    return (form,) if form in BINARY else ()


def run(options: argparse.Namespace) -> int:
    """Ask and write the questions; 1 where none can be published."""
    from assistant.faq import load_material, render

    form = _format(options)
    target = _target(options.output)
    material = load_material()
    collection = _collected(options, material)
    _report(collection, material, options.show_withheld)
    if not collection.entries:
        complain("没有可以发布的问题，请放宽 --section、--topic 或 --length")
        return NO
    written = render(collection, form, material)
    if target is None:
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
    else:
        _replace(target, written)
    return DONE


def _format(options: argparse.Namespace) -> str:
    """The format that is asked for, or that the file's name has; raises `UsageError`."""
    ending = Path(options.output).suffix.removeprefix(".").lower()
    form: str = options.format or ("html" if ending == "htm" else ending) or "md"
    if form not in FORMATS:
        raise UsageError(
            f"{shown(options.output)}: 看不出是什么格式，请用 --format 写明：{'、'.join(FORMATS)}"
        )
    if options.output == STDOUT and form in BINARY:
        raise UsageError(f"{form} 不能输出到标准输出，请用 --output 写明文件")
    return form


def _target(output: str) -> Path | None:
    """Where to write to, or nothing for standard output; raises `UsageError` before any work is done."""
    if output == STDOUT:
        return None
    path = Path(output)
    if path.is_dir():
        raise UsageError(f"{shown(output)}: 是文件夹，请写明其中的文件名")
    if not path.parent.is_dir():
        raise UsageError(f"{shown(str(path.parent))}: 没有这个文件夹，请先建立，或改写 --output")
    return path


def _collected(options: argparse.Namespace, material: Material) -> Collection:
    """The questions that are asked for, with what was withheld of them."""
    from dataclasses import replace

    from assistant.engine import Assistant
    from assistant.faq import ask_all, drafts_of, select
    from assistant.faq.selecting import known_topics, on_topics
    from assistant.front.progress import Progress

    known_topics(options.topic, material)
    named = [options.report] if options.report else []
    assistant = Assistant(reports=named, store=options.store)
    report = assistant.report(report_named(options, assistant.cards))
    if report is None:
        raise ReportError(f"没有编号为“{shown(options.report)}”的报告")
    level, variants = material.length(options.length)
    drafts = drafts_of(report, assistant.knowledge(report.id), material)
    drafts = select(drafts, report, options.section, level)
    bar = Progress(len(drafts), "出题", "题")
    try:
        common = not options.section
        found = ask_all(report, drafts, assistant, material, variants, bar.advance, common)
    finally:
        bar.close()
    return replace(found, entries=on_topics(found.entries, options.topic))


def _report(collection: Collection, material: Material, everything: bool) -> None:
    """How many are published and withheld, and why, on standard error."""
    said = material.progress
    if everything:
        for withheld in collection.withheld:
            reason = material.reasons[withheld.reason]
            question = withheld.question or withheld.id
            progress(shown(said["withheld"].format(reason=reason, question=question)))
    counts = Counter(withheld.reason for withheld in collection.withheld)
    reasons = "，".join(
        said["reason"].format(name=name, count=counts[reason])
        for reason, name in material.reasons.items()
        if counts[reason]
    )
    progress(
        said["counted"].format(
            report=collection.card.id,
            published=len(collection.entries),
            variants=sum(len(entry.variants) for entry in collection.entries),
            withheld=len(collection.withheld),
            reasons=f"（{reasons}）" if reasons else "",
        )
    )
    warned = sum(said["doubt"] in entry.answer.text for entry in collection.entries)
    if warned:
        progress(said["warned"].format(count=warned))


def _replace(path: Path, data: bytes) -> None:
    """Write the file anew beside itself, then put it in its place: nobody ever sees half of it."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as fresh:
        temporary = Path(fresh.name)
        try:
            fresh.write(data)
            fresh.flush()
            os.fsync(fresh.fileno())
            temporary.chmod(mode)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    """What the process leaves out of the permissions of new files."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
