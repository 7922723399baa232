"""Text and Markdown files: the characters of the file, none added, none changed.

UTF-8 is read with or without a byte order mark, UTF-16 with one; the mark is no character of the
report and is left out. What is not UTF-8 is tried as GB18030 (which holds GBK and GB2312), and is
believed only when the characters that come out are those that Chinese is written with.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from assistant.errors import ReportError

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The commonest characters of written Chinese, and of reports, in both scripts.
COMMON = frozenset(
    "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年"
    "动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着著等部度家电電力里裡如水化高自二"
    "理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社"
    "义義事平形相全表间間样樣与與关關各重新线線内內数數正心反你明看原又么麼利比或但质質气氣第向道命此变變条條"
    "件申请請公开信息府市区區县縣月共五六七八九"
)
LEAST_COMMON = 0.2
ALLOWED_CONTROLS = "\t\n\r\f\v\x1a\x85"


def read(data: bytes, path: Path) -> str:
    """The characters of a text file."""
    return decode(data, path)


def decode(data: bytes, path: Path, declared: str = "") -> str:
    """The text that these bytes write, in the declared encoding only where UTF-8 is ruled out."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], encoding), path, data)
    for encoding in ("utf-8", declared, "gb18030"):
        text = _strict(data, encoding) if encoding else None
        if text is not None and (encoding == "utf-8" or _is_chinese(text)):
            return _checked(text, path, data)
    return _checked(None, path, data)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _checked(text: str | None, path: Path, data: bytes) -> str:
    if (text is None and b"\0" in data) or (text is not None and _is_binary(text)):
        raise ReportError(f"{path}: 不是文本文件（内有二进制数据），请另存为 UTF-8 文本")
    if text is None:
        raise ReportError(
            f"{path}: 认不出文字编码（第{_fault_line(data)}行起不是 UTF-8，整体也不是 GB18030），"
            "请另存为 UTF-8"
        )
    return text


def _is_binary(text: str) -> bool:
    return any(char < " " and char not in ALLOWED_CONTROLS for char in set(text))


def _is_chinese(text: str) -> bool:
    """Do these characters make Chinese, and not the noise of a wrong decoding?"""
    if any("\ue000" <= char <= "\uf8ff" for char in set(text)):
        return False
    han = [char for char in text if "\u3400" <= char <= "\u9fff"]
    return bool(han) and sum(char in COMMON for char in han) / len(han) >= LEAST_COMMON


def _fault_line(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return data.count(b"\n", 0, fault.start) + 1
    return 1
