"""Quiz labels, exact numbers, lateness in an office's words, what something was about, and who did it."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

COUNTY = """\
青岩县人民政府办公室2014年政府信息公开工作年度报告
一、主动公开情况
县政府新闻办组织召开新闻发布会4场，内容涉及春耕备耕、危房改造等，到场记者50多人次。受理电话咨询约300人次。编印《青岩政报》6期，每期700册。公布规范性文件22条。
定期对各乡镇、县直各单位政务公开工作情况进行了通报。
政务服务中心进驻事项总数为1200项，其中县级600项，云口镇160项，沙河镇250项，白石乡190项。
二、依申请公开情况
县政府办公室受理政府信息公开申请9宗，已全部在规定时间内作出答复。
三、收费情况
2014年未发生政府信息公开的收费及减免情况。
"""
CARDS = {
    "qingyan-2014": (
        "青岩县人民政府办公室2014年政府信息公开工作年度报告",
        "青岩县人民政府办公室",
        "青岩县",
        "2014",
    )
}


@cache
def assistant() -> Assistant:
    return over({"qingyan-2014": COUNTY}, CARDS)


def ask(question: str, *before: str) -> Answer:
    if before:
        return assistant().answer(question, history=before)
    return proved(assistant(), question)


FIGURES = {
    "作业第2题:政报每期印多少册?": ["700"],
    "第3题：新闻发布会开了几场": ["4"],
    "试卷第十二题，规范性文件有多少条": ["22"],
    "老师让我们查政报每期印多少册": ["700"],
    "雲口鎮同沙河鎮爭幾多項": ["90"],
}


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_a_label_asks_nothing(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


CLAIMS = {
    # 50多 is not just 50; what is exact is.
    "到场记者恰为50人次吗": "no",
    "到场记者刚好50人次吗": "no",
    "能否认定到场记者恰为50人次?": "no",
    "新闻发布会正好4场吗": "yes",
    "到场记者正好50多人次吗": "yes",
    "到场记者有50人次吗": "yes",
    # 约300 may be just 300, or not.
    "电话咨询刚好300人次吗": None,
}


@pytest.mark.parametrize(("question", "polarity"), CLAIMS.items())
def test_just_so_many_are_no_more(question: str, polarity: str | None) -> None:
    assert ask(question).polarity == polarity


NONE = [
    "县府办对9宗申请的答复有没有超期情形",
    "县府办的申请有没有超期的个案",
    "县政府办公室有没有逾期答复的先例",
    "当年有没有减免费用的个案",
    "是否有收费的事例",
]


@pytest.mark.parametrize("question", NONE)
def test_there_was_no_case_of_it(question: str) -> None:
    assert ask(question).polarity == "no"


SAID = {
    "新闻发布会的组织者是谁": "县政府新闻办",
    "新闻发布会由谁组织,是哪个单位": "县政府新闻办",
    "县直单位也在通报范围里吗": "县直各单位",
    "乡镇在不在通报之列": "各乡镇",
    "新闻发布会开过几场,都讲了啥": "危房改造",
}


@pytest.mark.parametrize(("question", "told"), SAID.items())
def test_the_clause_that_tells_it_is_shown(question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert told in answer.text


@pytest.mark.parametrize("turn", ["讲些什么", "都讲了啥呀", "主要涉及哪些方面"])
def test_what_it_was_about_is_told_by_its_own_sentence(turn: str) -> None:
    answer = ask(turn, "新闻发布会开了几场")
    assert answer.status == "answered", answer.text
    assert "危房改造" in answer.text


TURNS = {
    # What was mended is computed anew, though of the same figures.
    ("云口镇有多少项", "沙河镇呢", "两个加起来", "说错了 我是要差多少"): ["90"],
    ("云口镇有多少项", "沙河镇呢", "这俩差多少"): ["90"],
    ("云口镇有多少项", "白石乡呢", "俩加起来多少"): ["350"],
    ("云口镇有多少项", "白石乡呢", "这两种一共多少项"): ["350"],
    ("云口镇有多少项", "白石乡呢", "那两个合计多少项"): ["350"],
    ("云口镇有多少项", "白石乡呢", "沙河镇呢", "这两个一共多少项"): [],
    ("云口镇有多少项", "沙河镇呢", "两个里面哪个多，多多少？"): ["90"],
    ("云口镇有多少项", "沙河镇呢", "哪个多，多几项"): ["90"],
    ("云口镇有多少项", "沙河镇呢", "这两个里哪个多，差几项"): ["90"],
    ("云口镇有多少项", "两个里面哪个多，多多少"): [],
}


@pytest.mark.parametrize(("turns", "values"), TURNS.items())
def test_the_two_that_were_spoken_of(turns: tuple[str, ...], values: list[str]) -> None:
    *before, question = turns
    assert [v.value for v in ask(question, *before).values] == values


@pytest.mark.parametrize(
    "turn", ["它俩一共多少", "这两个一共多少", "这俩合计多少", "这两种一共多少"]
)
def test_of_two_the_total_of_all_is_not_told(turn: str) -> None:
    values = ask(turn, "云口镇有多少项", "白石乡呢").values
    assert [v.value for v in values] in ([], ["350"])


NEAR_MISSES = [
    # Another office, another thing, another act.
    "全县的申请有没有超期的个案",
    "电话咨询有没有超期答复的情形",
    "学校也在通报范围里吗",
    "县直单位也在表扬范围里吗",
    "第3题：培训班办了几期",
    "老师让我们查海报印了多少份",
    "培训班的组织者是谁",
    "规范性文件的组织者是谁",
    "新闻发布会是谁录像的,是哪个单位",
    "培训班开过几期,都讲了啥",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_what_is_not_told_is_refused(question: str) -> None:
    answer = ask(question)
    assert answer.status != "answered", answer.text


@pytest.mark.parametrize("before", ["规范性文件有多少条", "培训班开了几期", "申请有几宗"])
def test_what_was_about_nothing_that_is_told(before: str) -> None:
    answer = ask("都讲了啥", before)
    assert answer.status != "answered", answer.text
