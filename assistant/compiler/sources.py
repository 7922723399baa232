"""The text of an original, by the reader for its format."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import ReportError


def read_source(path: Path) -> str:
    """The plain source text that citations will refer to; raises `ReportError` in one line."""
    if path.suffix.lower() != ".txt":
        raise ReportError(f"{path}: 还不能读这种文件，请另存为 UTF-8 的 .txt")
    try:
        source = path.read_bytes().decode("utf-8")
    except FileNotFoundError as fault:
        raise ReportError(f"{path}: 没有这个文件，请检查路径") from fault
    except UnicodeDecodeError as fault:
        raise ReportError(f"{path}: 不是 UTF-8 文本，请另存为 UTF-8") from fault
    if not source.strip():
        raise ReportError(f"{path}: 文件是空的，请放入报告全文")
    return source
