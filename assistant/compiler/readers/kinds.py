"""What a file is, by its first bytes and not by its name."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of content: the reader for it (empty: none), and what people call it."""

    reader: str
    name: str


TEXT = Kind("text", "文本")
MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", Kind("zip", "压缩包")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind("ole", "旧版 Office 文件")),
    (b"{\\rtf", Kind("", "RTF 文件")),
    (b"\x89PNG", Kind("", "图片")),
    (b"\xff\xd8\xff", Kind("", "图片")),
    (b"GIF8", Kind("", "图片")),
    (b"Rar!", Kind("", "压缩包")),
    (b"7z\xbc\xaf", Kind("", "压缩包")),
    (b"\x1f\x8b", Kind("", "压缩包")),
)
# The part of a package that says what it is.
PARTS = ((b"word/document", Kind("docx", "DOCX")), (b"xl/workbook", Kind("xlsx", "XLSX")))
# The name of the stream that holds an encrypted Office file, as OLE writes names.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# PDF viewers accept some bytes before the header.
HEADER_WITHIN = 1024


def kind_of(data: bytes) -> Kind:
    """The kind of these bytes; what is nothing else is taken for text."""
    if b"%PDF-" in data[:HEADER_WITHIN]:
        return Kind("pdf", "PDF")
    for magic, kind in MAGIC:
        if data.startswith(magic):
            if kind.reader == "zip":
                return next((kind for part, kind in PARTS if part in data), Kind("", kind.name))
            if kind.reader == "ole":
                return Kind("locked", "加密的文件") if ENCRYPTED in data else Kind("", kind.name)
            return kind
    start = data[:HEADER_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return Kind("html", "HTML")
    return TEXT


def foreign(kind: Kind, suffix: str) -> str:
    """What to do with a file that no reader takes."""
    if kind.reader == "locked":
        program = "Excel" if suffix == ".xlsx" else "Word"
        return f"文件有密码，请去掉密码（用 {program} 打开后另存）再试"
    if kind.name == "旧版 Office 文件" and suffix == ".xlsx":
        return "内容是旧版 Office 文件（xls、et），请用 Excel 或 WPS 另存为 xlsx"
    if kind.name == "旧版 Office 文件":
        return "内容是旧版 Office 文件（doc、wps），请用 Word 或 WPS 另存为 docx"
    return f"内容是{kind.name}，不是{suffix[1:]}，请另存为 txt、docx 或 pdf"
