"""`gongkai check` and `gongkai diff` as processes."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.commands import ROOT, complaint, gongkai
from tests.front.test_cli import REPORT

SHELF = ROOT / "knowledge" / "reports" / REPORT
WORK = "一、总体情况\n全市公开信息{received}条，其中网站20条、微信25条、公报5条。\n"
CARD = "id: linjiang-2023\ntitle: 临江市年报\norgan: 临江市人民政府\nplace: 临江市\nyear: 2023\n"
TABLE = (
    "三、收到和处理政府信息公开申请情况\n"
    "|  |  | 自然人 | 商业企业 | 总计 |\n"
    "| 一、本年新收政府信息公开申请数量 |  | 2 | 1 | {total} |\n"
    "| 二、上年结转政府信息公开申请数量 |  | 0 | 0 | 0 |\n"
    "| 三、本年度办理结果 | （一）予以公开 | 2 | 1 | 3 |\n"
)


def compiled(tmp_path: Path, total: int = 3, received: int = 50) -> Path:
    """A store with one report, whose table adds up to 3; made once for all tests, which only read it."""
    folder = tmp_path.parent / f"linjiang-{total}-{received}"
    store = folder.with_suffix(".db")
    if store.exists():
        return store
    folder.mkdir()
    text = WORK.format(received=received) + TABLE.format(total=total)
    (folder / "source.txt").write_text(text, encoding="utf-8")
    (folder / "card.yaml").write_text(CARD, encoding="utf-8")
    done = gongkai("compile", str(folder), "--store", str(store))
    assert done.returncode == 0, done.stderr.decode()
    return store


# --------------------------------------------------------------------------- check


def test_check_passes_where_everything_adds_up() -> None:
    done = gongkai("check")
    assert done.returncode == 0
    assert done.stderr == b""
    assert "不符 0" in done.stdout.decode().splitlines()[-1]
    assert "6211" not in done.stdout.decode()


def test_check_lists_what_passed_where_that_is_wanted() -> None:
    said = gongkai("check", REPORT, "--all").stdout.decode()
    assert "669 + 628 + 525 + 511 + 663 + 740 + 645 + 852 = 6211 ↔ 6211" in said


def test_check_shows_failures_first_with_their_proof(tmp_path: Path) -> None:
    done = gongkai("check", "--store", str(compiled(tmp_path, total=4)))
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 1
    assert lines[0].startswith("✗ 不符")
    assert "2 + 1 = 3 ↔ 4，相差 -1" in lines[1]
    assert "“| 一、本年新收政府信息公开申请数量 |  | 2 | 1 | 4 |”" in lines[2]
    assert "不符 1" in lines[-1]


def test_check_as_json(tmp_path: Path) -> None:
    done = gongkai("check", "--json", "--store", str(compiled(tmp_path, total=4)))
    found = json.loads(done.stdout)
    first, *_ = found["results"]
    assert done.returncode == 1
    assert found["counts"]["fail"] == 1
    assert (first["verdict"], first["difference"]) == ("fail", "-1")
    assert first["citations"][0]["quote"] == "| 一、本年新收政府信息公开申请数量 |  | 2 | 1 | 4 |"


def test_check_as_csv(tmp_path: Path) -> None:
    done = gongkai("check", "--csv", "--store", str(compiled(tmp_path, total=4)))
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    assert rows[0]["verdict"] == "fail"
    assert rows[0]["quotes"] == "| 一、本年新收政府信息公开申请数量 |  | 2 | 1 | 4 |"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["check", "nowhere-1999"], REPORT),
        (["check", "--json", "--csv"], "--csv"),
        (["check", "--store", "/nowhere.db"], "/nowhere.db"),
        (["diff"], "缺少参数"),
        (["diff", "/nowhere.db", str(SHELF)], "/nowhere.db"),
        (["diff", str(SHELF), str(ROOT / "tests")], "gongkai compile"),
        (["diff", f"{ROOT / 'knowledge'}#nowhere-1999", str(SHELF)], "nowhere-1999"),
        (["diff", str(SHELF), str(SHELF), "--questions", "/nowhere.jsonl"], "/nowhere.jsonl"),
    ],
)
def test_wrong_use_is_said_in_one_line(words: list[str], named: str) -> None:
    assert named in complaint(gongkai(*words))


# --------------------------------------------------------------------------- diff


def test_diff_of_the_same_is_silent_success() -> None:
    done = gongkai("diff", str(SHELF), f"{ROOT / 'knowledge'}#{REPORT}")
    assert done.returncode == 0
    assert done.stdout.decode() == "没有差别。\n"


def test_diff_shows_what_a_corrected_source_changed(tmp_path: Path) -> None:
    old, new = compiled(tmp_path), compiled(tmp_path, received=51)
    done = gongkai("diff", str(old), f"{new}#linjiang-2023")
    said = done.stdout.decode()
    assert done.returncode == 1
    assert "原文有改动" in said
    assert "数值：50 → 51" in said
    assert "消失 0" in said.splitlines()[-1]


def test_diff_as_json_with_the_answers(tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    rows = [{"id": "a", "q": "公开信息多少条"}, {"q": "今天天气怎么样", "ctx": []}]
    questions.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    old, new = compiled(tmp_path), compiled(tmp_path, received=51)
    done = gongkai("diff", str(old), str(new), "--json", "--questions", str(questions))
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert found["same"] is False
    assert found["questions"]["asked"] == 2
    (changed,) = found["questions"]["changed"]
    assert changed["id"] == "a"
    assert {"field": "values", "old": "50条", "new": "51条"} in changed["fields"]


@pytest.mark.parametrize(
    ("line", "named"),
    [("{", "第1行"), ('{"id": 1}', "第1行"), ('{"q": "a", "ctx": "b"}', "ctx"), ("", "没有问题")],
)
def test_diff_names_a_bad_question(tmp_path: Path, line: str, named: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(line, encoding="utf-8")
    done = gongkai("diff", str(SHELF), str(SHELF), "--questions", str(path))
    assert named in complaint(done)


def test_diff_names_a_broken_compilation(tmp_path: Path) -> None:
    shutil.copytree(SHELF, tmp_path / REPORT)
    (tmp_path / REPORT / "figures.jsonl").write_text("{", encoding="utf-8")
    assert "重新编译" in complaint(gongkai("diff", str(SHELF), str(tmp_path / REPORT)))
