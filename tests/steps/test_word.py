"""A finding in words: its citations, what was mended, what is not known, what to ask next."""

import re

import pytest
from qingyuan import SOURCE, answered, ask, assistant, figures, refused

# question → the shortest piece of the report that proves the figure
QUOTES = [
    ("英德市多少项", "英德市628项"),
    ("全市进驻事项总数多少项", "目前全市网上办事大厅进驻事项总数为6211项"),
    ("公报纸质版每期多少册", "纸质版每期1535册"),
    ("来信办结率多少", "办结率96%"),
    ("涉及网络信息多少宗", "涉及网络信息360余宗"),
    ("受理群众电话咨询多少人次", "受理群众电话咨询600多人(次)"),
    ("人事任免信息多少条", "人事任免信息85条"),
    ("2013年收费了吗", "2013年未发生政府信息公开的收费及减免情况"),
    ("为什么要免费发放公报", "以方便群众查阅"),
]
# A refusal says which word nothing accounts for, and what kind of word it is.
REFUSALS = [
    ("2012年英德市多少项", "no_such_period", "2012年"),
    ("二〇一四年英德市多少项", "no_such_period", "二〇一四年"),
    ("去年英德市多少项", "not_matched", "去年"),
    ("六月份报送多少期", "not_matched", "六月份"),
    ("韶关市多少项", "no_such_place", "韶关"),
    ("广州市进驻事项多少项", "no_such_place", "广州"),
    ("公报的印刷成本多少", "not_matched", "成本"),
    ("门户网站的访问量是多少", "not_matched", "访问"),
]
# status, and a word that the reply must hold
TALK = [
    ("你好", "您好"),
    ("谢谢", "不客气"),
    ("再见", "再见"),
    ("你能回答什么", "出处"),
    ("你是谁", "助手"),
]
EVERYTHING = [
    *(q for q, _ in QUOTES),
    *(q for q, *_ in REFUSALS),
    *(q for q, _ in TALK),
    "文件类信息多少条",
    "进驻事项从高到低排列各县市区",
    "报告分几部分",
    "数据是哪年的",
    "存在哪些问题",
    "连州和英德加起来多少项",
    "四个县平均进驻多少项",
    "市级占全市进驻事项百分之几",
    "连山比连南多几项",
    "佛岗县进驻了多少事项",
    "",
    "？",
    "嗯嗯嗯嗯嗯",
]


@pytest.mark.parametrize(("asked", "quote"), QUOTES)
def test_a_citation_is_short_and_verbatim(asked: str, quote: str) -> None:
    found = answered(asked)
    (citation,) = found.citations
    assert citation.quote in quote or quote in citation.quote
    assert len(citation.quote) <= len(quote) + 2
    assert SOURCE[citation.start : citation.end] == citation.quote


def test_a_citation_names_its_report_and_section() -> None:
    (citation,) = answered("英德市多少项").citations
    assert citation.report == "qingyuan-2013"
    assert citation.title == "清远市人民政府办公室2013年政府信息公开工作年度报告"
    assert citation.section == "一、概述 > (二)认真做好政府信息主动公开工作"


@pytest.mark.parametrize(("asked", "reason", "word"), REFUSALS)
def test_a_refusal_names_the_word(asked: str, reason: str, word: str) -> None:
    found = refused(asked)
    assert found.reason == reason
    assert word in found.text


def test_a_refused_year_says_which_year_there_is() -> None:
    assert "2013年" in refused("2012年英德市多少项").text


@pytest.mark.parametrize(("asked", "word"), TALK)
def test_talk(asked: str, word: str) -> None:
    found = ask(asked)
    assert (found.status, found.values, found.citations) == ("chat", (), ())
    assert word in found.text


def test_what_it_can_answer_are_questions_that_it_answers() -> None:
    offered = ask("你能回答什么").suggestions
    assert offered
    found = [answered(q) for q in offered]
    assert all(f.citations for f in found)
    assert any(figures(f) for f in found)


def test_a_clarification_offers_complete_questions() -> None:
    found = ask("文件类信息多少条")
    assert found.status == "clarify"
    assert [figures(answered(q)) for q in found.suggestions] == [["664条"], ["259条"]]


def test_a_refusal_suggests_only_what_is_answered() -> None:
    for asked, *_ in REFUSALS:
        assert all(answered(q).citations for q in refused(asked).suggestions)


def test_a_mended_word_is_said() -> None:
    assert "佛冈" in answered("佛岗县进驻了多少事项").text
    assert "理解" in answered("佛岗县进驻了多少事项").text
    assert "理解" not in answered("佛冈县进驻了多少事项").text


def test_a_bound_is_said() -> None:
    (value,) = answered("涉及网络信息多少宗").values
    assert (value.value, value.unit, value.text) == ("360", "宗", "360余宗")
    assert value.bound != "exact" and "360余宗" in answered("涉及网络信息多少宗").text


@pytest.mark.parametrize("asked", EVERYTHING)
def test_no_slot_is_left_open_and_no_inner_name_shown(asked: str) -> None:
    text = ask(asked).text
    assert text.strip()
    assert not re.search(r"[{}]|None|[a-z]_[a-z]|Decimal", text)
    assert not set(re.findall("[a-z]+", text)) - set(re.findall("[a-z]+", asked.lower() + SOURCE))


@pytest.mark.parametrize("asked", EVERYTHING)
def test_an_answer_that_is_not_answered_states_no_figure(asked: str) -> None:
    found = ask(asked)
    if found.status != "answered":
        assert (found.values, found.citations, found.computation, found.polarity) == (
            (),
            (),
            None,
            None,
        )
    assert (found.reason is not None) == (found.status == "unanswered")


def test_the_same_question_has_the_same_id_and_another_has_another() -> None:
    assert ask("英德市多少项").id == ask("英德市多少项").id != ask("连州市多少项").id
    assert len(assistant().reports) == 1
