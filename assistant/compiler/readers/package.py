"""The packages that Word and spreadsheet programs write: what is looked at before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from assistant.compiler.limits import UNPACKED, UNPACKED_TEXT
from assistant.errors import ReportError

TEXT = (".xml", ".rels")


def check_package(data: bytes, path: Path) -> None:
    """Raises `ReportError` for a package with a password, or one that unpacks to too much."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise ReportError(f"{path}: 文件有密码，请去掉密码（打开后另存）再试")
    text = sum(part.file_size for part in parts if part.filename.lower().endswith(TEXT))
    if text > UNPACKED_TEXT or sum(part.file_size for part in parts) > UNPACKED:
        raise ReportError(f"{path}: 文件解开后太大，请只留报告正文后再试")
