"""From a report's original file to the exact plain text that citations refer to.

Whatever the format, the text has one form: paragraphs are lines, and a row of a table is a line
`| cell | cell |` in which the text of a merged cell stands in its first place only. Text and
Markdown files stay as they are, character for character, a byte order mark excepted. All other
formats are rewritten once, here: what was set in compatibility characters (⼈⺠) is unified.

Each format is one module with one function `read(data, path) -> str`, loaded when it is needed.
"""

from __future__ import annotations

import errno
import stat
from importlib import import_module
from pathlib import Path

from assistant.compiler.limits import LARGEST, LONGEST, MEGABYTE, WRITTEN
from assistant.compiler.readers.grid import TooLarge
from assistant.compiler.readers.joining import squeeze
from assistant.compiler.readers.kinds import Kind, foreign, kind_of
from assistant.errors import ReportError

SOURCES: dict[str, str] = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
}
STEM = "source"
NAMES = "txt、md、html、docx、pdf、xlsx"


def find_source(path: Path) -> Path:
    """The one file with the report: `source.*` of a folder, or the file itself.

    Raises `ReportError` when the folder holds none, or several of them.
    """
    if not path.is_dir():
        return path
    found = sorted(file for file in path.iterdir() if is_source(file))
    if not found:
        raise ReportError(
            f"{path}: 缺少 source.txt（或 md、html、docx、pdf、xlsx），请放入报告全文，与 card.yaml 在一起"
        )
    if len(found) > 1:
        names = "、".join(file.name for file in found)
        raise ReportError(f"{path}: 有{len(found)}个报告全文（{names}），请只留一个")
    return found[0]


def is_source(path: Path) -> bool:
    """Is this the name of a report's file in a folder of its own?"""
    return path.stem == STEM and path.suffix.lower() in SOURCES


def read_source(path: Path) -> str:
    """The text of a report's file; raises `ReportError` when there is none to be had."""
    suffix = path.suffix.lower()
    size = _size(path)
    if suffix not in SOURCES:
        raise ReportError(f"{path}: 不认识的格式「{suffix or '无扩展名'}」，请另存为 {NAMES} 之一")
    largest = WRITTEN.get(SOURCES[suffix], LARGEST)
    if size > largest:
        raise ReportError(
            f"{path}: 文件有 {size / MEGABYTE:.0f} MB，超过 {largest // MEGABYTE} MB 的上限，"
            "请只留报告正文（压缩或去掉图片）后再试"
        )
    data = path.read_bytes()
    if not data:
        raise ReportError(f"{path}: 文件是空的，请放入报告全文")
    _as_named(path, kind_of(data), SOURCES[suffix])
    try:
        text: str = import_module(f"{__name__}.{SOURCES[suffix]}").read(data, path)
    except TooLarge as fault:
        raise ReportError(f"{path}: 有一张表格太大，请只留报告正文后再试") from fault
    if not squeeze(text):
        raise ReportError(f"{path}: 文件是空的，没有文字，请放入报告全文")
    if len(text) > LONGEST:
        raise ReportError(
            f"{path}: 有{len(text) / 10_000:.0f}万字，超过{LONGEST // 10_000}万字的上限，"
            "请一份报告一个文件"
        )
    return text


def _size(path: Path) -> int:
    """The size of a regular file, without opening it."""
    try:
        found = path.stat()
    except OSError as fault:
        if fault.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP):
            raise ReportError(f"{path}: 没有这个文件，请检查路径") from fault
        raise
    if not stat.S_ISREG(found.st_mode):
        raise ReportError(f"{path}: 不是文件，请给出报告文件或它的文件夹")
    return found.st_size


def _as_named(path: Path, kind: Kind, reader: str) -> None:
    """Raises `ReportError` where what a file holds is not what its name says."""
    if kind.reader == reader or (kind.reader == "text" and reader in ("text", "html")):
        return
    if kind.reader in ("html", "docx", "pdf", "xlsx"):
        raise ReportError(
            f"{path}: 内容是 {kind.name}，扩展名却是 {path.suffix}，请改名为 .{kind.reader}"
        )
    if kind.reader == "text":
        raise ReportError(
            f"{path}: 内容不是 {path.suffix[1:].upper()}，文件已损坏或只是改了扩展名，请重新导出"
        )
    raise ReportError(f"{path}: {foreign(kind, path.suffix.lower())}")
