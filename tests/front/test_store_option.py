"""`--store` and `--report` as processes: the same reports for every command that asks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.front.completing import vocabulary_of
from assistant.front.repl.completion import propose
from tests.commands import complaint, gongkai

TEXT = (
    "一、总体情况\n{year}年，全县公开信息{count}条。\n二、申请\n全年收到申请{asked}件，均已办结。\n"
)
CARD = (
    "id: qinghe-{year}\ntitle: 青河县人民政府{year}年政府信息公开工作年度报告\n"
    "organ: 青河县人民政府\nplace: 青河县\nyear: {year}\n"
)
ROWS = ((2021, 310, 12), (2022, 420, 15))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("reports")
    for year, count, asked in ROWS:
        home = folder / str(year)
        home.mkdir()
        text = TEXT.format(year=year, count=count, asked=asked)
        (home / "source.txt").write_text(text, encoding="utf-8")
        (home / "card.yaml").write_text(CARD.format(year=year), encoding="utf-8")
    (folder / "README.md").write_text("不是报告。\n", encoding="utf-8")
    done = gongkai("compile", str(folder), "--store", str(folder / "reports.db"), "--jobs", "1")
    assert done.returncode == 0, done.stderr.decode()
    return str(folder / "reports.db")


def said(*words: str, given: str = "", code: int = 0) -> str:
    done = gongkai(*words, given=given)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode()


def test_ask_among_the_reports_of_a_store(store: str) -> None:
    assert "420条" in said("ask", "2022年公开信息多少条", "--store", store)
    assert "420 − 310 = 110" in said("ask", "2022年比2021年多公开多少条信息", "--store", store)


def test_what_is_offered_names_its_report(store: str) -> None:
    answer = json.loads(said("ask", "公开信息多少条", "--json", "--store", store, code=1))
    assert answer["status"] == "clarify"
    for question, (year, count, _) in zip(answer["suggestions"], ROWS, strict=True):
        assert f"青河县{year}年" in question
        assert f"{count}条" in said("ask", question, "--store", store)


def test_reports_are_chosen_by_their_ids(store: str) -> None:
    words = ("ask", "公开信息多少条", "--store", store, "--report")
    assert "310条" in said(*words, "qinghe-2021")
    assert "420条" in said(*words, "qinghe-2022")
    assert "qinghe-2021、qinghe-2022" in complaint(gongkai(*words, "qinghe-1999"))


def test_the_batch_cites_the_text_that_source_prints(store: str) -> None:
    lines = [{"id": year, "q": f"青河县{year}年收到多少件申请"} for year, _, _ in ROWS]
    given = "".join(f"{json.dumps(line)}\n" for line in lines)
    answers = map(json.loads, said("ask", "--jsonl", "--store", store, given=given).splitlines())
    for answer, (year, _, asked) in zip(answers, ROWS, strict=True):
        [citation] = answer["citations"]
        source = said("source", citation["report"], "--store", store)
        assert answer["id"] == year
        assert f"{asked}件" in citation["quote"]
        assert source[citation["start"] : citation["end"]] == citation["quote"]


def test_explain_shows_the_report_that_is_meant(store: str) -> None:
    shown = said("explain", "青河县2022年收到多少件申请", "--store", store)
    assert "全年收到申请15件" in shown
    assert "12件" not in shown


def test_eval_over_a_store(store: str, tmp_path: Path) -> None:
    row = {
        **{"id": "1", "q": "青河县2021年收到多少件申请", "kind": "lookup", "noise": "none"},
        **{
            "expect": ["answered"],
            "values": [{"value": "12", "unit": "件"}],
            "say": [],
            "never": [],
            "cite": ["12件"],
        },
    }
    questions = tmp_path / "questions.jsonl"
    questions.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    assert json.loads(said("eval", str(questions), "--json", "--store", store))["right"] == 1


def test_the_conversation_over_a_store(store: str) -> None:
    given = "公开信息多少条\n2\n/目录 qinghe-2021\n"
    # What is asked back was not answered at once, and the exit code says so.
    shown = said("--store", store, given=given, code=1)
    assert "青河县2022年公开信息多少条" in shown
    assert "【420条】" in shown
    assert "一、总体情况" in shown
    listed = said("--store", store, given="/报告 2022\n")
    assert "共1份报告" in listed
    assert "qinghe-2022  青河县人民政府2022年政府信息公开工作年度报告" in listed
    one = said(f"--store={store}", "--report", "qinghe-2021", given="公开信息多少条\n")
    assert "310条" in one


def test_completion_knows_the_reports_by_name(store: str) -> None:
    assistant = Assistant(store=store)
    vocabulary = vocabulary_of(assistant)
    for typed, first in (("青河县", "青河县2021年"), ("qhx2022", "青河县2022年")):
        assert propose(typed, vocabulary)[0].text == first
    offered = assistant.questions(assistant.cards[1:])
    assert offered
    assert all(question.startswith("青河县2022年") for question in offered)


@pytest.mark.parametrize("words", [("ask", "公开信息多少条"), ("explain", "信息"), ()])
def test_a_store_that_is_not_there(words: tuple[str, ...], tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    assert str(missing) in complaint(gongkai(*words, "--store", str(missing)))
