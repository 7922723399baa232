"""`gongkai compile --store`: what it stores, what it says, how it ends."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from assistant.compiler import batch
from assistant.store import open_store
from assistant.store.terms import MAKERS
from tests import commands
from tests.commands import ROOT, Done
from tests.patience import PATIENCE
from tests.reports.generate import reports, write_all
from tests.store.server import Server
from tests.store.stress import fill

TITLE = "青河县人民政府2016年政府信息公开工作年度报告"
TEXT = f"{TITLE}\n一、概述\n全县公开信息50条,召开新闻发布会3场。\n"


def gongkai(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return decoded(commands.gongkai(*map(str, words)))


def decoded(done: Done) -> subprocess.CompletedProcess[str]:
    said, told = done.stdout.decode(), done.stderr.decode()
    return subprocess.CompletedProcess(done.args, done.returncode, said, told)


def complaint(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def single(folder: Path, name: str = "年报.txt", text: str = TEXT) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def ids(where: object) -> list[str]:
    return [card.id for card in open_store(str(where)).cards()]


# --------------------------------------------------------------------------- what is stored


def test_a_title_that_stands_nowhere_is_said_to_be_told(tmp_path: Path) -> None:
    text = "一、总体情况\n2023年，我市收到申请8件，其中，沭阳县3件，泗洪县5件。\n"
    path, db = single(tmp_path, text=text), tmp_path / "reports.db"
    done = gongkai("compile", path, "--store", db)
    assert (done.returncode, ids(db)) == (0, ["suqian-2023"])
    assert done.stderr.count("《宿迁市2023年政府信息公开工作年度报告》，不对就用 --title") == 1
    named = "宿迁市人民政府2023年政府信息公开工作年度报告"
    done = gongkai("compile", path, "--store", db, "--title", named)
    assert "原文没有标题" not in done.stderr
    assert [card.title for card in open_store(str(db)).cards()] == [named]


def test_a_folder_of_reports_in_several_processes(tmp_path: Path) -> None:
    """All but the broken one, in the order of their folders; again, and only what is missing."""
    folder, db = tmp_path / "in", tmp_path / "reports.db"
    made = sorted(write_all(folder / "deep" / "er", 5))
    broken = folder / "deep" / "er" / made[2]
    whole = (broken / "card.yaml").read_text(encoding="utf-8")
    (broken / "card.yaml").write_text(whole.replace("year: ", "year: 1"), encoding="utf-8")
    words = ("compile", str(folder), "--store", str(db), "--jobs", "2")
    done = decoded(commands.process(*words))
    rest = [one for one in made if one != made[2]]
    assert done.returncode == 2
    assert [line.partition("：")[0] for line in done.stdout.splitlines()] == rest
    assert ids(db) == rest
    *_, counts, fault = done.stderr.splitlines()
    assert counts == "存入4份，没有变化0份，没有编译1份"
    assert str(broken) in fault
    assert "year" in fault
    assert "第 5/5" in done.stderr

    (broken / "card.yaml").write_text(whole, encoding="utf-8")
    done = gongkai("compile", folder, "--store", db)
    assert done.returncode == 0, done.stderr
    assert ids(db) == made
    assert sum("没有变化" in line for line in done.stdout.splitlines()) == 4
    assert re.search(f"^{made[2]}：\\d+条数据，\\d+条陈述，\\d+处数字入台账$", done.stdout, re.M)

    done = gongkai("compile", folder, "--store", db, "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["id"], row["status"]) for row in rows] == [(one, "unchanged") for one in made]


def test_a_file_with_its_title(tmp_path: Path) -> None:
    path, db = single(tmp_path), tmp_path / "reports.db"
    done = gongkai("compile", path, "--store", db, "--url", "https://www.example.gov.cn/a")
    assert (done.returncode, done.stderr) == (0, "存入1份，没有变化0份，没有编译0份\n")
    assert done.stdout.startswith("qinghe-2016：")
    [card] = open_store(db).cards()
    assert (card.title, card.organ, card.place) == (TITLE, "青河县人民政府", "青河县")
    assert (card.year, card.url) == (2016, "https://www.example.gov.cn/a")

    source = gongkai("source", "qinghe-2016", "--store", db)
    assert source.stdout == TEXT
    [row] = json.loads(gongkai("reports", "--json", "--store", db).stdout)
    assert (row["id"], row["characters"]) == ("qinghe-2016", len(TEXT))
    assert TITLE in gongkai("reports", "--store", db).stdout
    entries = json.loads(gongkai("ledger", "qinghe-2016", "--json", "--store", db).stdout)
    assert {"50条", "3场"} <= {entry["text"] for entry in entries}


def test_what_changed_is_compiled_again(tmp_path: Path) -> None:
    path, db = single(tmp_path, "qinghe.txt"), tmp_path / "reports.db"
    gongkai("compile", path, "--store", db)
    card = tmp_path / "qinghe.card.yaml"
    card.write_text(
        "corrections:\n  - quote: 信息50条\n    value: 55\n    reason: 县政府更正\n", "utf-8"
    )
    done = gongkai("compile", tmp_path, "--store", db)
    assert done.returncode == 0, done.stderr
    assert "条数据" in done.stdout
    figures = open_store(db).report("qinghe-2016").figures
    assert [(f.text, f.printed) for f in figures if f.printed] == [("55条", "50条")]
    single(tmp_path, "qinghe.txt", TEXT.replace("50条", "60条"))
    assert "qinghe.card.yaml:2: 原文里没有「信息50条」" in complaint(
        gongkai("compile", path, "--store", db)
    )
    assert "60条" not in open_store(db).report("qinghe-2016").source, "what was there is kept"


def test_an_id_that_another_report_has(tmp_path: Path) -> None:
    db = tmp_path / "reports.db"
    one = single(tmp_path, "a.txt")
    two = single(tmp_path, "b.txt", TEXT.replace("青河县人民政府", "白石市青河县教育局"))
    done = gongkai("compile", one, two, "--store", db, "--jobs", "1")
    assert done.returncode == 0, done.stderr
    twin = single(tmp_path, "c.txt", TEXT + "完\n")
    done = gongkai("compile", one, twin, "--store", db)
    assert done.returncode == 2
    assert f"编号 qinghe-2016 已用于 {one}，请用 --id" in done.stderr
    other = single(tmp_path, "d.txt", TEXT.replace("青河县", "清河县"))
    assert "库里的 qinghe-2016 是《青河县" in complaint(gongkai("compile", other, "--store", db))
    done = gongkai("compile", other, "--store", db, "--id", "qinghe-2016-b")
    assert done.returncode == 0, done.stderr
    assert ids(db) == ["qinghe-2016", "qinghe-2016-b", "qinghe-jiaoyuju-2016"]


# --------------------------------------------------------------------------- wrong use, in one line


def test_wrong_use(tmp_path: Path) -> None:
    path, db = single(tmp_path), tmp_path / "reports.db"
    (tmp_path / "empty").mkdir()
    (tmp_path / "card.only").mkdir()
    (tmp_path / "loose").mkdir()
    (tmp_path / "loose" / "README.md").write_text("说明\n", encoding="utf-8")
    (tmp_path / "card.only" / "card.yaml").write_text("id: a\n", encoding="utf-8")
    (tmp_path / "a.xls").write_bytes(b"1")
    for words, said in (
        ((tmp_path / "none",), "没有这个文件或文件夹"),
        ((tmp_path / "empty",), "没有报告"),
        ((tmp_path / "loose",), "没有报告.*README.md 若是报告.*README.card.yaml"),
        ((tmp_path / "card.only",), "缺少 source.txt"),
        ((tmp_path / "a.xls",), "不能读这种文件"),
        ((path, "--place", ""), "--place 后面是空的"),
        ((path, "--jobs", "0"), "--jobs 要写"),
        ((path, "--year", "2015"), "2015.*2016"),
    ):
        assert re.search(said, complaint(gongkai("compile", *words, "--store", db))), words
    twin = single(tmp_path, "b.txt")
    said = complaint(gongkai("compile", path, twin, "--store", db, "--id", "a"))
    assert "--id 只能用于一份报告" in said
    assert "--store" in complaint(gongkai("compile", path))
    assert "--store" in complaint(gongkai("compile", "--year", "2015"))
    assert "不是报告库" in complaint(gongkai("compile", path, "--store", path))
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_question_where_the_card_is_missing(tmp_path: Path) -> None:
    path = single(tmp_path, text="一、概述\n全县公开信息50条。\n")
    db = tmp_path / "reports.db"
    assert "请用 --title 写明标题，例如 --title " in complaint(
        gongkai("compile", path, "--store", db)
    )
    flags = ("--title", "2016年政府信息公开工作年度报告")
    said = complaint(gongkai("compile", path, "--store", db, *flags))
    assert "请用 --place、--organ 写明地区和机关" in said
    named = ("--place", "青河县", "--organ", "青河县人民政府")
    done = gongkai("compile", path, "--store", db, *flags, *named)
    assert (done.returncode, ids(db)) == (0, ["qinghe-2016"])


@pytest.mark.parametrize("command", [("reports",), ("source", "a-2016"), ("ledger", "a-2016")])
def test_a_store_that_is_missing(tmp_path: Path, command: tuple[str, ...]) -> None:
    assert "没有这个库文件" in complaint(gongkai(*command, "--store", tmp_path / "none.db"))
    open_store(tmp_path / "empty.db", write=True).close()
    if len(command) > 1:
        assert "a-2016" in complaint(gongkai(*command, "--store", tmp_path / "empty.db"))


# --------------------------------------------------------------------------- progress, kills, databases


def test_a_bar_for_a_person(tmp_path: Path) -> None:
    """On a terminal a bar on standard error, and whole lines on standard output."""
    write_all(tmp_path / "in", 3)
    words = f"-m assistant compile {tmp_path / 'in'} --store {tmp_path / 'reports.db'}"
    child = pexpect.spawn(
        sys.executable,
        words.split(),
        cwd=ROOT,
        encoding="utf-8",
        dimensions=(24, 100),
        timeout=PATIENCE,
    )
    child.expect("编译")
    child.expect("3份")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert len(ids(tmp_path / "reports.db")) == 3


def test_killed_at_any_moment_it_loses_nothing(server: Server, tmp_path: Path) -> None:
    """As `stress.py` shows for thousands; here a few, with one kill in each way."""
    made = sorted(write_all(tmp_path / "in", 9))
    fill(tmp_path / "in", str(tmp_path / "reports.db"), made, jobs=2, kills=2)
    fill(tmp_path / "in", server.new(), made, jobs=1, kills=1)


def test_the_generated_reports_are_the_same_for_the_same_seed() -> None:
    first = list(reports(12, seed=3))
    assert first == list(reports(12, seed=3))
    assert first != list(reports(12, seed=4))
    assert len({made.id for made in first}) == 12
    assert {made.year < 2014 for made in first} == {True, False}


@pytest.mark.parametrize("pattern", sorted({*MAKERS, *batch.MAKERS}))
def test_the_code_that_a_report_is_made_by_is_there(pattern: str) -> None:
    assert list(batch.HOUSE.glob(pattern))
