"""Roles of clauses: what is asked of a frame, what is changed in it, and what the engine makes of both."""

from __future__ import annotations

import os

import pytest

from assistant import Assistant
from assistant.adversaries.matrix.judging import Outcome
from assistant.adversaries.roles import run_roles
from assistant.adversaries.roles.asking import NEVER, RoleQuestion, generate, load_words
from assistant.model import Answer
from tests.compiling import over

BUNDLED = "qingyuan-2013"
LIMIT = None if os.environ.get("GONGKAI_ADVERSARIES") == "all" else 80
TEXT = """白石镇2012年政府信息公开工作年度报告
一、概述
镇党政办向县档案馆移交文件118件。根据《公开条例》编制本镇公开目录。
未向申请人收取检索费用。
一是将在各村设立公开查阅点。
"""
CARDS = {
    "baishi-2012": ("白石镇2012年政府信息公开工作年度报告", "白石镇人民政府", "白石镇", "2012")
}


def texts() -> dict[str, list[str]]:
    report = over({"baishi-2012": TEXT}, CARDS).reports[0]
    found: dict[str, list[str]] = {}
    for question in generate(report, load_words(), 0):
        found.setdefault(question.kind, []).append(question.text)
    return found


def test_a_role_is_asked_for_in_its_place_and_changed() -> None:
    made = texts()
    assert made["asked/recipient"] == ["镇党政办向谁移交文件118件？"]
    assert made["asked/doer"] == ["谁向县档案馆移交文件118件？"]
    assert "镇党政办向县档案馆移交文件118件，对吗？" in made["claimed"]
    assert "镇党政办向县档案馆未移交文件118件，对吗？" in made["near/denied"]
    assert made["near/done"] == ["已在各村设立公开查阅点，对吗？"]
    assert any("多久移交" in text or "在哪里移交" in text for text in made["near/emptied"])
    assert "镇党政办向谁移交文件118件？" not in made["near/emptied"]
    assert made["near/undone"] == ["向申请人收取检索费用，对吗？"]
    assert all("县档案馆" not in text for text in made["near/recipient"])
    assert all("《公开条例》" not in text for text in made["near/document"])


def answer(status: str, text: str = "", polarity: str | None = None) -> Answer:
    return Answer(status=status, text=text, question="", polarity=polarity)


@pytest.mark.parametrize(
    ("wanted", "fill", "given", "outcome"),
    [
        ("fill", "县档案馆", answer("answered", "移交至县档案馆"), Outcome.RIGHT),
        ("fill", "县档案馆", answer("answered", "移交118件"), Outcome.WRONG),
        ("fill", "县档案馆", answer("unanswered"), Outcome.REFUSED),
        ("", "", answer("answered", polarity="yes"), Outcome.RIGHT),
        ("", "", answer("answered", polarity="no"), Outcome.WRONG),
        (NEVER, "", answer("answered", polarity="yes"), Outcome.WRONG),
        (NEVER, "", answer("answered", polarity="no"), Outcome.RIGHT),
        (NEVER, "", answer("unanswered"), Outcome.RIGHT),
    ],
)
def test_an_answer_is_judged(wanted: str, fill: str, given: Answer, outcome: Outcome) -> None:
    assert RoleQuestion("", "", wanted, fill).judge(given).outcome == outcome


def test_no_near_miss_of_the_bundled_report_is_affirmed() -> None:
    tally = run_roles(Assistant(), BUNDLED, LIMIT)
    assert [e.question for e in tally.wrong if e.operator.startswith("near/")] == []
    claimed = next(count for count in tally.kinds if count.name == "claimed")
    assert claimed.right >= claimed.asked * 95 // 100
