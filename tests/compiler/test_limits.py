"""The limits of a file are those that the help names, and each of them holds."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from assistant.compiler.limits import LONGEST, NESTED, UNPACKED_TEXT, told
from assistant.compiler.readers import read_source
from assistant.errors import ReportError
from tests.commands import gongkai


def written(tmp_path: Path, name: str, data: str) -> Path:
    path = tmp_path / name
    path.write_text(data, encoding="utf-8")
    return path


def said(path: Path) -> str:
    with pytest.raises(ReportError) as fault:
        read_source(path)
    assert str(fault.value).startswith(f"{path}: ")
    assert "\n" not in str(fault.value)
    return str(fault.value)


def test_the_help_names_the_limits() -> None:
    done = gongkai("compile", "--help")
    assert "".join(told().split()) in "".join(done.stdout.decode().split())


def test_a_text_longer_than_a_report(tmp_path: Path) -> None:
    assert len(read_source(written(tmp_path, "a.txt", "公" * LONGEST))) == LONGEST
    assert "有40万字，超过20万字的上限" in said(written(tmp_path, "b.txt", "公" * 2 * LONGEST))


def test_tags_inside_one_another(tmp_path: Path) -> None:
    deep = "<html><body>" + "<div>" * NESTED + "公开5条"
    assert read_source(written(tmp_path, "a.html", deep)) == "公开5条\n"
    deeper = "<html><body>" + "<div>" * 4 * NESTED + "公开5条"
    assert "嵌套太深" in said(written(tmp_path, "b.html", deeper))


def test_a_package_is_measured_by_all_its_parts(tmp_path: Path) -> None:
    docx.Document().save(whole := io.BytesIO())
    path = tmp_path / "source.docx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, old.read(part))
        for number in range(4):
            new.writestr(f"word/header{number}.xml", b" " * (UNPACKED_TEXT // 3))
    assert "解开后太大" in said(path)
