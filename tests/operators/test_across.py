"""Several reports side by side: only the same measure, and no winner where a report is left out."""

from __future__ import annotations

import hashlib

import pytest

from assistant.proof import Source, check
from tests.towns import MODERN_IDS, TEXTS, ask, assistant

# question, values, what the text says
SIDE_BY_SIDE = [
    ("北原市2023年新收申请比2022年多几件", ["8件"], "增加8件"),
    ("北原市和南浦市2023年新收申请加起来多少件", ["125件"], "53 + 72 = 125"),
    ("南浦市2023年行政处罚是东岭区的几倍", ["4.4倍"], "是东岭区2023年的4.4倍"),
    ("北原市2023年行政许可是2022年的多少倍", ["1.3倍"], "650"),
    ("北原市和南浦市2023年哪个行政处罚多，差多少", ["50件"], "南浦市2023年更多"),
    ("北原市、南浦市、东岭区2023年行政处罚从多到少排", ["110件", "60件", "25件"], "依次是：南浦市"),
    ("北原市、南浦市、东岭区2023年行政强制由少到多排", ["2件", "8件", "31件"], "依次是：东岭区"),
    ("西川县教育局和西川县2023年受理申请哪个多", ["83件"], "西川县2023年更多"),
    ("2023年哪个市行政许可最多", [], "南浦市2023年最多"),
    ("2023年哪个市新收申请最多", [], "南浦市2023年最多"),
    ("2023年哪个地方主动公开政府信息最多", [], "南浦市2023年最多"),
    ("北原市2022年和2023年编印政府公报各多少期", ["10期", "12期"], ""),
]
# What one year leaves the next takes over: two names of one figure, where it is asked whether they agree.
AGREEING = [
    ("北原市2022年结转下年度的申请和2023年上年结转的对得上吗", "yes"),
    ("北原市2022年和2023年行政强制一样多吗", "yes"),
    ("北原市2022年和2023年行政处罚一致吗", "no"),
    ("北原市2022年和2023年有没有行政强制", "yes"),
    ("北原市2022年和2023年编印公报了吗", "yes"),
    ("北原市和南浦市2023年行政复议尚未审结的有没有", "no"),
]
# Another measure, a part beside a whole, a cumulated figure beside a year's.
NOT_ALIKE = [
    "北原市2023年新收申请和南浦市2023年行政复议哪个多",
    "东岭区2023年的行政处罚比北原市2023年的行政强制多多少",
    "北原市2023年自然人新收申请比2022年新收申请总数多多少",
    "南浦市2023年行政复议总计比东岭区2023年行政复议结果维持多几件",
    "北原市2022年结转下年度的申请比2023年的上年结转多几件",
    "北原市2022年予以公开的和2023年新收申请是不是一样多",
    "北原市2023年新收申请和南浦市2023年上年结转加起来多少件",
]
# The report left out may hold the most, or is needed for the sum.
LEFT_OUT = [
    ("2023年哪个地方行政强制最多", "西川县"),
    ("2023年哪个地方编印政府公报最少", "东岭区"),
    ("2023年哪份报告的行政处罚最多", "西川县"),
]
# Two things asked of the figures that no one sentence answers: none of them is dropped.
TOO_MUCH = [
    "北原市和南浦市2023年新收申请加起来多少件，哪个多",
    "北原市和南浦市2023年行政处罚合计比平均多多少件",
    "北原市2022年和2023年行政强制都是8件吗",
    "北原市2022年和2023年行政强制都是9件吗",
]


@pytest.mark.parametrize(("question", "figures", "said"), SIDE_BY_SIDE)
def test_the_same_measure_of_several_reports(question: str, figures: list[str], said: str) -> None:
    found = ask(question)
    assert found.status == "answered", found.text
    assert [v.text for v in found.values] == figures
    assert said in found.text
    assert check(found.to_dict(), sources()) == ()


def sources() -> dict[str, Source]:
    reports = {identity: assistant().report(identity) for identity in TEXTS}
    return {
        identity: Source(r.source, hashlib.sha256(r.source.encode()).hexdigest(), r.title)
        for identity, r in reports.items()
        if r
    }


@pytest.mark.parametrize(("question", "polarity"), AGREEING)
def test_whether_two_reports_agree(question: str, polarity: str) -> None:
    found = ask(question)
    assert (found.status, found.polarity) == ("answered", polarity)


@pytest.mark.parametrize("question", NOT_ALIKE)
def test_what_is_not_the_same_measure_is_not_compared(question: str) -> None:
    found = ask(question)
    assert (found.status, found.reason) == ("unanswered", "not_comparable"), found.text


@pytest.mark.parametrize(("question", "left_out"), LEFT_OUT)
def test_no_report_wins_where_one_is_left_out(question: str, left_out: str) -> None:
    found = ask(question)
    assert found.status == "unanswered"
    assert left_out in found.text.partition("的报告里没有找到")[0]
    assert "没有说明" not in found.text and "没有写明" not in found.text
    assert found.suggestions and all(ask(q).status == "answered" for q in found.suggestions)


def test_one_wins_where_all_are_read() -> None:
    found = ask("2023年哪个地方行政强制最多", *MODERN_IDS)
    assert found.status == "answered"
    assert "南浦市2023年最多" in found.text


@pytest.mark.parametrize("question", TOO_MUCH)
def test_no_part_of_what_is_asked_is_dropped(question: str) -> None:
    found = ask(question)
    assert found.status != "answered", found.text


# Which has more of what each report computes for itself, of the same measures.
FOREMOST = [
    (
        "北原市哪一年自然人占新收申请的比例高，2022还是2023",
        ["88.89%", "83.02%"],
        "北原市2022年更高",
    ),
    (
        "把行政处罚和行政强制加起来，北原市2022年和2023年哪一年更多",
        ["78", "68"],
        "北原市2022年更多",
    ),
    (
        "2023年南浦市和东岭区，谁的自然人占新收申请的比例低",
        ["97.22%", "92.31%"],
        "东岭区2023年更低",
    ),
    (
        "2023年北原市、南浦市、东岭区谁的行政处罚和行政强制加起来最多",
        ["68", "141", "27"],
        "南浦市2023年最多",
    ),
]
NOT_FOREMOST = [
    # Another measure, no measure, and what one of them does not tell.
    "北原市2022年和2023年哪一年会议占活动的比例高",
    "西川县和北原市2023年，谁的自然人占新收申请的比例高",
    "北原市2022年和2023年哪一年",
]


@pytest.mark.parametrize(("question", "values", "said"), FOREMOST)
def test_which_has_more_of_what_each_computes(question: str, values: list[str], said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert said in answer.text
    assert [v.text.removesuffix("件") for v in answer.values] == values


@pytest.mark.parametrize("question", NOT_FOREMOST)
def test_none_has_more_of_what_is_not_told(question: str) -> None:
    assert ask(question).status != "answered"


def test_which_has_the_least_and_how_many() -> None:
    answer = ask("北原市、南浦市、东岭区2023年行政处罚谁最少？几件")
    assert [v.value for v in answer.values] == ["25"]


PORTIONS = {
    "东岭区2023年新收申请占南浦市的百分之几": ["18.06"],
    "北原市2022年行政许可相当于2023年行政许可的百分之几": ["76.92"],
    "2023年东岭区的行政处罚占南浦市行政处罚的百分之几": ["22.73"],
}
NO_PORTIONS = [
    # Each has a share of its own, and a share of another measure is none.
    "北原市和南浦市2023年自然人占新收申请的百分之几",
    "东岭区2023年行政处罚占南浦市行政许可的百分之几",
    "2022年和2023年北原市行政强制占行政处罚的百分之几",
]


@pytest.mark.parametrize(("question", "values"), PORTIONS.items())
def test_one_is_so_much_of_the_other(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


@pytest.mark.parametrize("question", NO_PORTIONS)
def test_no_portion_of_another(question: str) -> None:
    answer = ask(question)
    assert answer.status != "answered", answer.text
