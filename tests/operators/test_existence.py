"""Whether there was any of what every report tells of, however it is put: question → yes or no, or a refusal."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.compiling import over, proved

TEXT = """白石镇2015年政府信息公开工作年度报告
一、概述
全年主动公开政府信息210条。
二、依申请公开情况
镇党政办受理政府信息公开申请7件,已全部在规定时间内作出答复,没有不予公开的情形,也没有上年结转的申请。
三、收费及减免情况
2015年未收取检索、复制、邮寄等费用,也无减免。
四、行政复议、行政诉讼及举报投诉情况
2015年有2宗因政府信息公开申请行政复议案。没有发生因政府信息公开引起的行政诉讼和举报投诉。
白石镇人民政府
"""
PAID = """黑石镇2015年政府信息公开工作年度报告
一、概述
全年主动公开政府信息110条。
二、收费及减免情况
全年收取检索、复制成本费860元,为3名残疾人减免60元。
三、行政复议、行政诉讼及举报投诉情况
因政府信息公开被提起行政诉讼3件。
黑石镇人民政府
"""
NO = [
    "有没有村民因为信息公开这件事打官司",
    "那一年有没有人为了要政府公开东西去告状打官司的",
    "因为信息公开被人告过没有",
    "有村民把政府告上法庭吗",
    "申请公开信息，有人被收过钱吗",
    "申请看个文件，问老百姓要过钱没有",
    "2015年给谁减免过费用吗",
    "有没有给哪位申请人减免过费用",
    "那年给困难户减免了费用的吧",
    "信息公开方面收到过投诉或者举报没有",
    "有没有村民投诉过信息公开",
    "有前一年留下来没处理完的申请吗",
    "申请里有没有从上一年结转过来的",
    "有申请被拒绝公开吗",
    "有没有逾期未答复的公开申请",
]
YES = [
    ("有没有人因为信息公开的事去申请行政复议", "2"),
    ("因为信息公开，有人提过行政复议没有", "2"),
]
PAID_YES = [
    ("有人因为信息公开打官司没有", "3"),
    ("政府有没有因为信息公开被人告上法庭", "3"),
    ("申请公开信息，有人被收过钱吗", "860"),
]
REFUSED = [
    "有没有人因为低保的事打官司",
    "有没有学校因为信息公开打官司",
    "2001年有没有给谁减免过费用",
    "申请公开信息，2001年有人被收过费吗",
    "给困难户减免过税吗",
    "物业收到过投诉没有",
    "有前一年留下来没还完的债吗",
    "低保申请有没有被拒绝的",
    "有没有逾期没还的贷款",
    "有没有人因为信息公开的事去申请国家赔偿",
]


@cache
def town(text: str) -> Assistant:
    name = text[:3]
    card = (text.splitlines()[0], f"{name}人民政府", name, "2015")
    return over({"shi-2015": text}, {"shi-2015": card})


@pytest.mark.parametrize("question", NO)
def test_what_the_report_denies_is_denied(question: str) -> None:
    answer = proved(town(TEXT), question)
    assert (answer.status, answer.polarity) == ("answered", "no"), answer.text


@pytest.mark.parametrize(("question", "number"), YES)
def test_how_many_there_were_is_said_with_the_yes(question: str, number: str) -> None:
    answer = town(TEXT).answer(question)
    assert answer.polarity == "yes", answer.text
    assert [v.value for v in answer.values] == [number]


@pytest.mark.parametrize(("question", "number"), PAID_YES)
def test_another_report_says_so(question: str, number: str) -> None:
    answer = town(PAID).answer(question)
    assert answer.polarity == "yes", answer.text
    assert [v.value for v in answer.values] == [number]


@pytest.mark.parametrize("question", REFUSED)
def test_of_another_matter_nothing_is_said(question: str) -> None:
    for text in (TEXT, PAID):
        assert town(text).answer(question).status != "answered"


def test_that_somebody_was_let_off_tells_nothing_of_others() -> None:
    assert town(PAID).answer("给困难户减免过费用吗").status != "answered"
