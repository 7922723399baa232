"""How people of different kinds put a question: in Cantonese, from inside the office, with a story before it."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved
from tests.operators.test_plain_town import ask as town

BUREAU = """\
云泽市城市管理局2018年政府信息公开工作年度报告
一、概述
2018年，我局根据《云泽市政务公开工作办法》（云政发〔2017〕12号）开展信息公开工作，由办公室负责统筹。修订了《云泽市城市管理局公开工作规程》。
二、主动公开情况
全年通过门户网站公开信息460条，其中环卫信息210条、绿化信息150条、执法信息100条。印发便民手册3000册，免费发放至社区、学校和集贸市场，以方便市民查阅。
召开新闻发布会2场。每季度更新一次办事指南。
三、依申请公开情况
全年收到政府信息公开申请28件，均按期答复。接听市民来电850个。
四、行政复议和诉讼情况
全年因信息公开发生行政复议2件，未发生行政诉讼。
五、存在的主要问题
主要问题是公开内容不够全面，部分科室更新不及时。
"""
CARDS = {
    "yunze-chengguan-2018": (
        "云泽市城市管理局2018年政府信息公开工作年度报告",
        "云泽市城市管理局",
        "云泽市",
        "2018",
    )
}


@cache
def assistant() -> Assistant:
    return over({"yunze-chengguan-2018": BUREAU}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


CANTONESE = {
    "邊類資訊公開得最多": "环卫信息210条",
    "本手冊派咗去邊啲地方": "社区、学校和集贸市场",
    "因為資訊公開搞到要覆議嘅有幾多件": "行政复议2件",
    "跟返邊份文件去做資訊公開": "云政发〔2017〕12号",
    "邊個負責統籌": "由办公室负责统筹",
    "記者會開咗幾多場": "新闻发布会2场",
    "辦事指南幾耐更新一次": "每季度",
    "边类信息公开得最多": "环卫信息210条",
    "手冊派去咁多地方，係為咗乜嘢": "以方便市民查阅",
}


@pytest.mark.parametrize(("question", "quote"), CANTONESE.items())
def test_cantonese_is_answered(question: str, quote: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert any(quote in c.quote for c in answer.citations), answer.citations


REFUSED_CANTONESE = [
    "邊間公司印嘅手冊",
    "手冊喺邊間廠印",
    "邊個局長簽咗手冊",
    "旁邊類似嘅單位公開咗幾多條",
]


@pytest.mark.parametrize("question", REFUSED_CANTONESE)
def test_cantonese_that_the_report_does_not_tell_is_refused(question: str) -> None:
    assert ask(question).status != "answered", ask(question).text


INSIDE = {
    "局里收到多少件申请": ["28"],
    "2018年我们局公开了多少条信息": ["460"],
    "你们单位接了多少个市民来电": ["850"],
    "市局开了几场新闻发布会": ["2"],
    "请问贵局收到多少件申请": ["28"],
    "咱们局里印发了多少册便民手册": ["3000"],
}


@pytest.mark.parametrize(("question", "values"), INSIDE.items())
def test_who_is_inside_means_the_body_itself(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values, ask(question).text


TOLD_INSIDE = {
    "局里有哪些不足": "公开内容不够全面",
    "局里修订了哪个规程": "公开工作规程",
    "我们单位信息公开由谁统筹": "由办公室负责统筹",
}


@pytest.mark.parametrize(("question", "quote"), TOLD_INSIDE.items())
def test_what_is_told_of_it_is_told_of_them(question: str, quote: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert any(quote in c.quote for c in answer.citations), answer.citations


OTHERS = [
    "公安局里收到多少件申请",
    "县局收到多少件申请",
    "县里的局里收到多少件申请",
    "各分局里收到多少件申请",
    "北原市的城管局收到多少件申请",
    "水利局里印发了多少册便民手册",
    "我局长收到多少件申请",
    "你们厅收到多少件申请",
]


@pytest.mark.parametrize("question", OTHERS)
def test_another_body_is_not_meant(question: str) -> None:
    assert ask(question).status != "answered", ask(question).text


ZONE = "{title}\n一、概述\n{lead}2018年全区主动公开信息810条。\n二、申请情况\n全区收到政府信息公开申请9件。\n"


def zone(lead: str) -> Assistant:
    title = "石桥综合实验区管理委员会2018年政府信息公开工作年度报告"
    card = (title, "石桥综合实验区管理委员会", "石桥综合实验区", "2018")
    return over({"shiqiao-2018": ZONE.format(title=title, lead=lead)}, {"shiqiao-2018": card})


def test_a_zone_is_called_by_its_place_where_its_report_calls_it_so() -> None:
    called = zone("2018年5月，石桥正式开展封关运作。")
    for question in ("石桥主动公开了多少条信息", "2018年石桥全年公开信息多少条"):
        assert [v.value for v in proved(called, question).values] == ["810"]
    for other in ("石桥县主动公开了多少条信息", "石桥镇收到多少件申请"):
        assert proved(called, other).status != "answered"
    silent = zone("石桥县政府大力支持。")
    assert proved(silent, "石桥主动公开了多少条信息").status != "answered"


SAME_TOWN = {
    "有些村为什么被通报": "全年有2个村因报送不及时被通报",
    "请问有的村因为什么被通报": "全年有2个村因报送不及时被通报",
    "有些村被通报了吗": "全年有2个村因报送不及时被通报",
}


@pytest.mark.parametrize(("question", "quote"), SAME_TOWN.items())
def test_what_is_told_of_some_is_told_of_them(question: str, quote: str) -> None:
    answer = town(question)
    assert answer.status == "answered", answer.text
    assert any(quote in c.quote for c in answer.citations), answer.citations


NOT_OF_SOME = ["有些村没被通报吗", "有些社区为什么被通报", "有些村收到多少件申请"]


@pytest.mark.parametrize("question", NOT_OF_SOME)
def test_some_others_are_not_told_of(question: str) -> None:
    assert town(question).status != "answered", town(question).text


def test_what_is_told_of_a_part_is_told_of_some() -> None:
    assert ask("有的科室更新不及时吗").polarity == "yes"
    assert ask("有些申请没有按期答复吗").status != "answered"


TURNS = {
    "不对，我问的是绿化信息": "150",
    "不是环卫信息，是执法信息": "100",
    "打错字了，是绿化信息": "150",
}


@pytest.mark.parametrize(("turn", "value"), TURNS.items())
def test_a_correction_puts_what_is_meant_into_the_question_before(turn: str, value: str) -> None:
    answer = assistant().answer(turn, ("环卫信息公开了多少条",))
    assert [v.value for v in answer.values] == [value], answer.text


@pytest.mark.parametrize("turn", ["不对，是200条", "不是水利信息，是绿化信息"])
def test_a_denial_is_no_correction(turn: str) -> None:
    answer = assistant().answer(turn, ("环卫信息公开了多少条",))
    assert answer.status != "answered" or answer.polarity == "no", answer.text


@pytest.mark.parametrize("turn", ["好的，没别的要问了", "行，就这些，谢谢", "没有其他问题了"])
def test_a_conversation_is_ended(turn: str) -> None:
    assert assistant().answer(turn, ("环卫信息公开了多少条",)).status == "chat"
    assert assistant().answer(turn).status == "chat"


HEARD = {
    "我听广播里讲手册是免费发放的，是真的吗": "yes",
    "我在报纸上看到城管局收到30件申请，对吗": "no",
    "听邻居说有些科室更新不及时，是这样吗": "yes",
}


@pytest.mark.parametrize(("question", "polarity"), HEARD.items())
def test_what_somebody_has_heard_is_held_against_the_report(question: str, polarity: str) -> None:
    assert ask(question).polarity == polarity, ask(question).text


@pytest.mark.parametrize(
    "question", ["我在网上看到公开了多少条信息", "我在电视上看到几场新闻发布会"]
)
def test_where_it_was_seen_is_not_dropped_from_what_is_counted(question: str) -> None:
    assert ask(question).status != "answered", ask(question).text
