"""`gongkai faq` as it is run: its files, its counts, and what it says of wrong use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.faq import FORMATS
from tests.asking import BUNDLED, collection
from tests.commands import ROOT, Done, gongkai

ONE = ("--section", "行政复议", "--length", "short")
OVERVIEW = ("--section", "一、概述", "--length", "short")


def run(*words: str, cwd: Path = ROOT) -> Done:
    return gongkai("faq", *words, cwd=cwd)


def test_questions_go_to_standard_output_and_the_counts_to_standard_error() -> None:
    done = run(BUNDLED, "--format", "jsonl")
    assert done.returncode == 0
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert rows == [entry.to_dict() for entry in collection().entries]
    last = done.stderr.decode().splitlines()[-1]
    found = collection()
    variants = sum(len(entry.variants) for entry in found.entries)
    assert last.startswith(
        f"qingyuan-2013：发布 {len(found.entries)} 条（另有 {variants} 种问法），"
        f"不发布 {len(found.withheld)} 条（"
    )
    assert "第 " in done.stderr.decode()


def test_what_is_withheld_is_shown_where_that_is_wanted() -> None:
    said = run(BUNDLED, "--show-withheld", "--format", "jsonl", *OVERVIEW).stderr.decode()
    lines = [line for line in said.splitlines() if line.startswith("不发布（")]
    assert len(lines) == len(collection(BUNDLED, "short", "一、概述").withheld) > 0


@pytest.mark.parametrize("form", FORMATS)
def test_the_ending_of_the_file_tells_the_format(form: str, tmp_path: Path) -> None:
    done = run(BUNDLED, "--output", f"faq.{form}", *ONE, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    begins = {
        "html": b"<!DOCTYPE html>", "md": "# 《".encode(), "json": b"{", "jsonl": b'{"id"',
        "csv": b"\xef\xbb\xbfQuestion,", "tsv": b"Question\t", "xlsx": b"PK", "docx": b"PK",
    }  # fmt: skip
    assert (tmp_path / f"faq.{form}").read_bytes().startswith(begins[form])


def test_a_file_is_replaced_as_a_whole_and_keeps_who_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "faq.html"
    file.write_text("old " * 100_000)
    file.chmod(0o640)
    with file.open() as reader:
        assert run(BUNDLED, "--output", str(file), *ONE).returncode == 0
        assert reader.read() == "old " * 100_000
    assert file.read_bytes().startswith(b"<!DOCTYPE html>")
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["faq.html"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("no-2000",), "没有编号为“no-2000”的报告"),
        ((BUNDLED, "--format", "pdf"), "--format 不能是pdf，可用的是：html"),
        ((BUNDLED, "--output", "a.pdf"), "a.pdf: 看不出是什么格式，请用 --format 写明"),
        ((BUNDLED, "--format", "xlsx"), "xlsx 不能输出到标准输出，请用 --output 写明文件"),
        ((BUNDLED, "--output", "no/a.html"), "no: 没有这个文件夹，请先建立，或改写 --output"),
        ((BUNDLED, "--output", ".", "--format", "md"), ".: 是文件夹，请写明其中的文件名"),
        ((BUNDLED, "--section", "财政"), "没有章节“财政”，现有的是：一、概述"),
        ((BUNDLED, "--topic", "财政"), "没有主题“财政”，可用的是："),
        ((BUNDLED, "--length", "long"), "--length 不能是long，可用的是：short、standard、full"),
        ((BUNDLED, "--store", "no.db"), "no.db: "),
    ],
)
def test_wrong_use_is_said_in_one_line(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = run(*words, cwd=tmp_path)
    [line] = done.stderr.decode().splitlines()
    assert (done.returncode, done.stdout) == (2, b"")
    assert line.startswith("gongkai: ") and said in line
    assert list(tmp_path.iterdir()) == []


def test_a_selection_that_leaves_nothing_is_a_no(tmp_path: Path) -> None:
    done = run(BUNDLED, "--output", "a.md", *ONE, "--topic", "收费", cwd=tmp_path)
    assert done.returncode == 1
    assert "没有可以发布的问题" in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    done = run(BUNDLED, "--output", "/proc/faq.html", *ONE)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1].startswith("gongkai: /proc")
