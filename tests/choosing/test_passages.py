"""What a refusal shows: passages that are near, short and verbatim, and never an answer."""

from __future__ import annotations

import itertools
import re
from functools import cache

import pytest

from assistant import Answer, Assistant
from assistant.choosing.passages import SHOWN
from tests.compiling import over
from tests.qingyuan import SOURCE, ask, assistant
from tests.small import CARDS, TEXTS
from tests.small import assistant as both

# A question that is refused → what the report says that is nearest to it.
NEAR = [
    ("吹风会开了几场", "新闻发布会2场"),
    ("12月巡查了几遍门户网站", "每天对政府门户网站巡查"),
    ("公报的印刷成本多少", "每月定期出版发行纸质版和电子版的《清远市人民政府公报》"),
    ("办结率没到100%是什么原因", "办结率96%"),
    ("《网络舆情》每期印多少份", "《网络舆情》131期"),
    ("连山县事项为啥比连南县多", "连山县740项,连南县645项"),
    ("2012年英德市多少项", "英德市628项"),
    ("六月份报送多少期", "《网络舆情》131期"),
]
# What no report of the genre has anything to do with.
FAR = [
    "今天天气怎么样",
    "清远市市长叫什么名字",
    "苹果手机多少钱一台",
    "怎么做红烧肉",
    "社保断交了两个月怎么补",
    "给我讲个笑话",
    "身份证丢了去哪补办",
    "清远市2013年GDP是多少亿元",
]
NO_QUESTIONS = ["", "？？", "问" * 301, "你好", "谢谢"]
# Refusals of every kind that speak of the report; none may say that it does not say what is asked.
REFUSED = [
    *(question for question, _ in NEAR),
    *FAR,
    "去年英德市多少项",
    "报告是哪天发布的",
    "财政局公开了多少信息",
    "公报什么时候出版",
]
DENIAL = re.compile(
    "报告(?:中|里)?(?:都|也)?没有?(?:说明|写明|写|提到|提及|给出|这项|说)|没有[“「]?[^。]{0,20}的数据|未(?:提及|说明|写明)"
)


def quotes(found: Answer) -> list[str]:
    return [passage.quote for passage in found.passages]


@pytest.mark.parametrize(("asked", "said"), NEAR)
def test_the_nearest_passage_comes_first(asked: str, said: str) -> None:
    found = ask(asked)
    assert found.status == "unanswered"
    assert said in quotes(found)[0]


@pytest.mark.parametrize("asked", [question for question, _ in NEAR])
def test_passages_are_verbatim_short_and_apart(asked: str) -> None:
    passages = ask(asked).passages
    assert 1 <= len(passages) <= 3
    for passage in passages:
        assert SOURCE[passage.start : passage.end] == passage.quote
        assert len(passage.quote) <= SHOWN
        assert passage.section
    spans = sorted((passage.start, passage.end) for passage in passages)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))


@pytest.mark.parametrize("asked", FAR)
def test_what_has_nothing_to_do_with_the_report_gets_no_passage(asked: str) -> None:
    found = ask(asked)
    assert (found.status, found.passages) == ("unanswered", ())


@pytest.mark.parametrize("asked", NO_QUESTIONS)
def test_what_is_no_question_gets_no_passage(asked: str) -> None:
    assert ask(asked).passages == ()


def test_an_answer_has_no_passages() -> None:
    assert ask("英德市多少项").passages == ()


def test_a_clarification_shows_what_it_asks_back_about() -> None:
    found = ask("文件类信息多少条")
    assert found.status == "clarify"
    assert [quote[-4:] for quote in quotes(found)] == ["664条", "259条"]


def test_a_short_question_is_of_what_the_turn_before_spoke_of() -> None:
    found = ask("第二名呢", ["哪个县进驻事项最多"])
    assert found.status == "answered" or "阳山县852项" in quotes(found)[0]


@pytest.mark.parametrize("asked", REFUSED)
def test_no_refusal_denies(asked: str) -> None:
    found = ask(asked)
    assert found.status == "unanswered"
    assert not DENIAL.search(found.text)
    assert found.reason != "not_in_report"


def test_no_sentence_of_a_refusal_denies() -> None:
    said = [str(sentence) for sentence in assistant().wording.values()]
    assert not [sentence for sentence in said if DENIAL.search(sentence)]


# question → reason; another year, place or organ is named only where the report names it nowhere
OTHERS = [
    ("2012年英德市多少项", "no_such_period"),
    ("2010年英德市多少项", "not_matched"),
    ("去年英德市多少项", "not_matched"),
    ("韶关市多少项", "no_such_place"),
    ("广东全省有多少项", "no_such_place"),
]


@pytest.mark.parametrize(("asked", "reason"), OTHERS)
def test_the_report_is_of_another_only_where_it_is(asked: str, reason: str) -> None:
    assert ask(asked).reason == reason


# --------------------------------------------------------------------------- tables, contacts, several reports


@cache
def small(identity: str) -> Assistant:
    return over({identity: TEXTS[identity]}, CARDS)


def test_a_row_of_bare_numbers_is_shown_with_its_labels() -> None:
    found = small("yunzhou-2022").answer("行政复议结果纠正的案卷有多厚")
    [row] = [quote for quote in quotes(found) if quote.startswith("|")]
    assert row.startswith("| 行政复议 |") and row.endswith(
        "| 3 | 1 | 0 | 2 | 6 | 1 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |"
    )


def test_a_heading_is_no_passage() -> None:
    found = small("qingshi-2013").answer("收费减免的手续有几道")
    assert found.status == "unanswered"
    assert "对三名残疾人申请人减免复印费20元" in quotes(found)
    assert not any("情况" in quote for quote in quotes(found))


def test_a_refusal_offers_the_contact_that_the_report_prints() -> None:
    town = small("qingshi-2013").answer("培训信息员的教材有几本")
    assert "电话:0579-12345678" in town.text
    assert "电话" not in small("yunzhou-2022").answer("培训账号的教材有几本").text
    assert "电话" not in small("qingshi-2013").answer("怎么做红烧肉").text


def test_of_several_reports_those_are_shown_that_may_be_meant() -> None:
    found = both().answer("公报发行的费用是多少")
    assert {passage.report for passage in found.passages} <= set(TEXTS)
    named = both().answer("云州市2022年公报的印刷费是多少")
    assert {passage.report for passage in named.passages} == {"yunzhou-2022"}
    assert any("编印公报12期" in quote for quote in quotes(named))
