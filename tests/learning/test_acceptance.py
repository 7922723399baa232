"""A synonym is accepted where it holds, and refused with what would break; then nothing is written."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.compiled import COMPILED, digest
from assistant.compiler.batch import compile_all, rules_digest
from assistant.compiler.originals import Original, originals
from assistant.errors import LearningError
from assistant.evaluation import read_questions
from assistant.folders import knowledge_folder
from assistant.learning.acceptance import Prepared, Wish, accept, commit, prepare
from assistant.learning.asked import Asked
from assistant.learning.log import Logged
from assistant.store import open_store
from tests.fewer import keep_each

QUESTION = "吹风会开了几场"
FAILING = {"id": "f-1", "q": "市里的吹风会几场", "kind": "lookup", "expect": ["answered"]}
FAILING |= {"values": [{"value": "2", "unit": "场"}]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "knowledge"
    shutil.copytree(knowledge_folder(), copy)
    return copy


def only(folder: Path, file: str) -> int:
    """Keep only this question file, and every tenth question of it, one that would change among the hostile ones."""
    for path in (folder / "questions").glob("*.jsonl"):
        if path.name != file:
            path.unlink()
    return keep_each(10, folder)


def state(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def wish(word: str, name: str, *questions: str) -> Wish:
    return Wish(word, name, tuple((question, ()) for question in questions))


def test_an_accepted_name_is_answered_and_held(folder: Path) -> None:
    asked = only(folder, "hostile.jsonl")
    failures = folder / "questions" / "known_failures.jsonl"
    other = {**FAILING, "id": "f-2", "q": "没有的事几场"}
    rows = [json.dumps(row, ensure_ascii=False) for row in (FAILING, other)]
    failures.write_text("\n".join(rows) + "\n", encoding="utf-8")
    before = state(folder)
    found = accept(wish("吹風會", "记者会", "问别的", QUESTION), folder)
    assert isinstance(found, Prepared)
    assert (found.word, found.place.of, found.question) == ("吹风会", "新闻发布会", QUESTION)
    assert found.checked.questions == asked + 2
    assert Assistant(folder).answer(QUESTION) == found.answer
    # What failed before and is answered now stands among the questions that must hold.
    assert [expected.question for expected in found.checked.passing] == [FAILING["q"]]
    assert [e.id for e in read_questions(failures)] == ["f-2"]
    moved, learned = read_questions(found.held)
    assert (moved.id, learned.question) == ("f-1", QUESTION)
    assert [str(value) for value in learned.values] == ["2场"]
    assert learned.cite == (found.answer.citations[0].quote,)
    # What is compiled is up to date, and nothing else was touched.
    compiled = json.loads((folder / COMPILED).read_text(encoding="utf-8"))
    assert compiled["digest"] == digest(folder)
    changed = {Path(p).name for p, s in state(folder).items() if before.get(p) != s}
    assert changed == {"measures.yaml", "learned.jsonl", "known_failures.jsonl", COMPILED}


@pytest.mark.parametrize(
    ("word", "name", "question", "said"),
    [
        ("多少", "经费", QUESTION, "问句里的辅助词"),
        ("共计多少", "经费", QUESTION, "由问句里的辅助词组成"),
        ("记者会", "新闻发布会", QUESTION, "已经是“新闻发布会”的名称"),
        ("办事厅", "新闻发布会", QUESTION, "已经是“办事、大厅”的名称"),
        ("清远", "事项", QUESTION, "地区或机关的名称"),
        ("连州", "事项", QUESTION, "地区或机关的名称"),
        ("会", "新闻发布会", QUESTION, "不能作名称"),
        ("吹风 会", "新闻发布会", QUESTION, "不能作名称"),
        ("2013", "新闻发布会", QUESTION, "不能作名称"),
        ("吹" * 21, "新闻发布会", QUESTION, "不能作名称"),
        ("吹风会]\n甲", "新闻发布会", QUESTION, "不能作名称"),
        ("吹风会", "没有这个", QUESTION, "词表里没有“没有这个”"),
        ("吹风会", "公开申请", QUESTION, "有几个意思"),
        ("吹风会", "新闻发布会", "新闻发布会开了几场", "没有“吹风会”"),
    ],
)
def test_what_can_be_no_name_is_refused(
    folder: Path, word: str, name: str, question: str, said: str
) -> None:
    only(folder, "hostile.jsonl")
    before = state(folder)
    with pytest.raises(LearningError, match=said) as fault:
        accept(wish(word, name, question), folder)
    assert "\n" not in str(fault.value).replace(word, "")
    assert state(folder) == before


@pytest.mark.parametrize(
    ("word", "name", "question", "said"),
    [
        ("印刷成本", "经费", "印刷成本多少万元", "会改变回归问题"),
        ("吹风会", "保密", QUESTION, "仍不能回答"),
    ],
)
def test_what_would_mislead_is_refused_with_the_difference(
    folder: Path, word: str, name: str, question: str, said: str
) -> None:
    only(folder, "hostile.jsonl")
    before = state(folder)
    with pytest.raises(LearningError, match=said) as fault:
        accept(wish(word, name, question), folder)
    assert word in str(fault.value)
    assert state(folder) == before


def test_every_answer_that_changes_is_shown_before_anything_is_written(folder: Path) -> None:
    known = only(folder, "hostile.jsonl") + 1
    held = {"id": "h-1", "q": "吹风会开了几场", "kind": "lookup", "expect": ["unanswered"]}
    regression = folder / "questions" / "hostile.jsonl"
    with regression.open("a", encoding="utf-8") as file:
        file.write(json.dumps(held, ensure_ascii=False) + "\n")
    asked = [
        Logged(Asked(question, (), (), "unanswered", "not_matched", ()), 1, 0)
        for question in (QUESTION, "发了几期内参")
    ]
    before, steps = state(folder), list[tuple[int, int]]()
    found = prepare(
        wish("吹风会", "新闻发布会", QUESTION),
        folder,
        logged=asked,
        tell=lambda done, total: steps.append((done, total)),
    )
    assert state(folder) == before
    assert [change.difference.question for change in found.logged.changes] == [QUESTION]
    [change] = found.harms
    assert (change.difference.id, change.now) == ("h-1", found.answer.text)
    assert steps == [(n, known) for n in range(1, known + 1)] + [(1, 2), (2, 2)]
    with pytest.raises(LearningError, match="会改变回归问题 h-1"):
        commit(found, folder)
    assert state(folder) == before


def test_what_was_edited_since_the_preview_is_tried_again(folder: Path) -> None:
    only(folder, "known_failures.jsonl")
    found = prepare(wish("吹风会", "新闻发布会", QUESTION), folder)
    actions = folder / "terms" / "actions.yaml"
    actions.write_text(actions.read_text(encoding="utf-8") + "# 编辑\n", encoding="utf-8")
    before = state(folder)
    with pytest.raises(LearningError, match="刚被改动过"):
        commit(found, folder)
    assert state(folder) == before


def test_over_a_store_the_question_is_held_apart(folder: Path, tmp_path: Path) -> None:
    only(folder, "hostile.jsonl")
    text = tmp_path / "report.txt"
    text.write_text(
        "临江县人民政府2022年政府信息公开工作年度报告\n一、概述\n全年召开新闻发布会7场。\n"
    )
    where = str(tmp_path / "reports.db")
    found = [one for one in originals([text]) if isinstance(one, Original)]
    work = [(one, one.made_from(rules_digest(folder))) for one in found]
    store = open_store(where, write=True)
    for outcome in compile_all(work, folder, 1):
        assert outcome.compiled, outcome.fault
        store.save(outcome.compiled)
    store.close()
    accepted = accept(wish("吹风会", "新闻发布会", QUESTION), folder, where)
    assert accepted.answer.values[0].text == "7场"
    assert accepted.held == folder / "questions" / "stores" / "learned.jsonl"
    [learned] = read_questions(accepted.held)
    assert learned.reports == ("linjiang-2022",)
    assert Assistant(folder, store=where).answer(QUESTION).values == accepted.answer.values
