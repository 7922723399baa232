"""Which file is the report, what it is, and what is said when it cannot be read."""

from __future__ import annotations

import os
import sys
import tracemalloc
from pathlib import Path

import pytest

from assistant.compiler.readers import find_source, read_source
from assistant.errors import ReportError

TEXT = "临江县水务局2022年政府信息公开年度报告\n　　全年公开 26 件，１２条。\r\n\n| 规章 | 2 |\n"


def written(tmp_path: Path, data: bytes, name: str = "source.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def said(path: Path) -> str:
    with pytest.raises(ReportError) as fault:
        read_source(path)
    assert str(fault.value).startswith(f"{path}: ")
    assert "\n" not in str(fault.value)
    return str(fault.value)


@pytest.mark.parametrize("name", ["source.txt", "source.md", "年报.TXT"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_text_stays_as_it_is(tmp_path: Path, name: str, encoding: str) -> None:
    assert read_source(written(tmp_path, TEXT.encode(encoding), name)) == TEXT


def test_traditional_characters_in_gbk(tmp_path: Path) -> None:
    text = "全年主動公開政府信息二百件，比上年增長。"
    assert read_source(written(tmp_path, text.encode("gbk"))) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("全年主動公開政府資訊二百件，比上年增長三成。", "big5"),
        ("정부는 정보공개 연차보고서를 발표하고 있습니다.", "euc-kr"),
        ("政府は情報公開の年次報告書を公表しています。", "shift-jis"),
        ("Überprüfung für Bürger, geprüft", "latin-1"),
        ("全年主动公开政府信息二百件", "utf-16-le"),
    ],
)
def test_other_encodings_are_not_guessed(tmp_path: Path, text: str, encoding: str) -> None:
    text = said(written(tmp_path, text.encode(encoding) * 20))
    assert "UTF-8" in text


def test_one_wrong_byte_is_named_by_its_line(tmp_path: Path) -> None:
    data = ("公开" * 40 + "\n").encode() * 3 + b"\xff" + "政府信息公开".encode() * 9
    assert "第4行" in said(written(tmp_path, data))


@pytest.mark.parametrize(
    ("name", "data", "mend"),
    [
        ("source.txt", b"", "空的"),
        ("source.txt", "　\r\n \ufeff".encode(), "空的"),
        ("source.txt", bytes(range(256)) * 9, "二进制"),
        ("source.txt", b"abc\0\1\2", "二进制"),
        ("source.txt", b"%PDF-1.7 ...", "改名为 .pdf"),
        ("source.md", b"<!DOCTYPE html><p>1", "改名为 .html"),
        ("source.txt", b"PK\x03\x04" + b" word/document.xml", "改名为 .docx"),
        ("source.txt", b"PK\x03\x04" + b" xl/workbook.xml", "改名为 .xlsx"),
        ("source.docx", b"PK\x03\x04" + b" xl/workbook.xml", "改名为 .xlsx"),
        ("source.xlsx", b"PK\x03\x04" + b" word/document.xml", "改名为 .docx"),
        (
            "source.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "xls、et），请用 Excel 或 WPS 另存为 xlsx",
        ),
        ("source.xlsx", "只是文本".encode(), "不是 XLSX"),
        ("source.xlsx", b"PK\x03\x04" + b" xl/workbook.xml", "XLSX 文件已损坏"),
        ("source.txt", b"PK\x03\x04" + b" other", "压缩包"),
        ("source.txt", b"\x89PNG\r\n", "图片"),
        ("source.docx", b"{\\rtf1 abc", "RTF"),
        ("source.docx", "只是文本".encode(), "不是 DOCX"),
        ("source.pdf", "只是文本".encode(), "不是 PDF"),
        ("source.pdf", b"\xff\xd8\xff\xe0", "图片"),
        ("source.html", b"%PDF-1.7", "改名为 .pdf"),
        ("source.doc", b"\xd0\xcf\x11\xe0", "不认识的格式「.doc」"),
        ("source", b"abc", "不认识的格式「无扩展名」"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, data: bytes, mend: str) -> None:
    assert mend in said(written(tmp_path, data, name))


def test_a_missing_file_and_one_that_is_none(tmp_path: Path) -> None:
    assert "没有这个文件" in said(tmp_path / "source.pdf")
    assert "没有这个文件" in said(tmp_path / "no" / "source.pdf")
    (tmp_path / "source.txt").mkdir()
    assert "不是文件" in said(tmp_path / "source.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert "不是文件" in said(tmp_path / "pipe.txt")


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("source.txt", 4),
        ("source.md", 4),
        ("source.html", 4),
        ("source.pdf", 100),
        ("source.docx", 100),
        ("source.xlsx", 100),
    ],
)
def test_a_file_too_large_is_not_read(tmp_path: Path, name: str, most: int) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(500 * 1024**2)
    tracemalloc.start()
    assert f"超过 {most} MB" in said(path)
    assert tracemalloc.get_traced_memory()[1] < 1024**2
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("name", "module", "extra", "package"),
    [
        ("source.pdf", "pdfplumber", "pdf", "pdfplumber"),
        ("source.html", "selectolax.lexbor", "html", "selectolax"),
        ("source.docx", "docx", "docx", "python-docx"),
        ("source.xlsx", "openpyxl", "xlsx", "openpyxl xlsxwriter"),
    ],
)
def test_a_missing_extra(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    module: str,
    extra: str,
    package: str,
) -> None:
    data = {
        "pdf": b"%PDF-1.7",
        "html": b"<html>",
        "docx": b"PK\x03\x04word/document",
        "xlsx": b"PK\x03\x04xl/workbook",
    }[extra]
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ReportError) as fault:
        read_source(written(tmp_path, data, name))
    install = f"{sys.executable} -m pip install {package}"
    assert str(fault.value) == f"读取 {extra.upper()} 的程序包没有装齐，请先安装：{install}"


def test_the_one_source_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "card.yaml").touch()
    (tmp_path / "notes.txt").touch()
    with pytest.raises(
        ReportError, match=r"缺少 source\.txt（或 md、html、docx、pdf、xlsx），请放入"
    ):
        find_source(tmp_path)
    pdf = written(tmp_path, b"", "source.PDF")
    assert find_source(tmp_path) == pdf
    assert find_source(tmp_path / "notes.txt") == tmp_path / "notes.txt"
    (tmp_path / "source.html").touch()
    with pytest.raises(
        ReportError, match=r"有2个报告全文（source\.PDF、source\.html），请只留一个"
    ):
        find_source(tmp_path)
