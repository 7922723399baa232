"""Denials: question → yes or no by what the clauses of the report deny, or a refusal."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.compiling import over

TEXT = """白石镇2012年政府信息公开工作年度报告
一、概述
关停政务微博12个。全年未发生因公出国(境)费用。镇政府提供政府信息未收取检索、复制等费用。
受理群众来信35件,全部回复群众。未办结的3件已转入2013年办理。
"""
CARDS = {
    "baishi-2012": ("白石镇2012年政府信息公开工作年度报告", "白石镇人民政府", "白石镇", "2012")
}
JUDGED = [
    ("有没有因公出国(境)费用", "no"),
    ("关停政务微博12个，对吗", "yes"),
    ("镇政府提供政府信息未收取检索、复制等费用，对吗", "yes"),
    ("未办结的3件已转入2013年办理，对吗", "yes"),
]
# Never yes: what is denied and was done, what is said of those of whom nothing is said, what is allowed.
NOT_SO = [
    "未关停政务微博12个，对吗",
    "没受理的，回复群众了吗",
    "可以不回复群众吗",
    "用不着回复群众吧",
    "群众能写来信吗",
    "不识字的群众能来信吗",
]


@cache
def assistant() -> Assistant:
    return over({"baishi-2012": TEXT}, CARDS)


@pytest.mark.parametrize(("question", "polarity"), JUDGED)
def test_a_claim_is_judged_by_what_is_denied(question: str, polarity: str) -> None:
    answer = assistant().answer(question)
    assert (answer.status, answer.polarity) == ("answered", polarity), answer.text


@pytest.mark.parametrize("question", NOT_SO)
def test_what_is_not_said_is_not_affirmed(question: str) -> None:
    answer = assistant().answer(question)
    assert answer.polarity != "yes", answer.text
