"""What a report says about itself, in any words of the topic; and what only looks like such a question."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

TEXT = """\
云溪县农业局2014年政府信息公开工作年度报告
本报告由云溪县农业局办公室编制。所列数据的统计期限为2014年1月1日至12月31日。本报告的电子版可在云溪县政府网站下载。如有疑问,请与局办公室联系(地址:云溪县北街12号;邮编:321000;电话:6601234;传真:6605678;电子邮箱:yx@yunxi.gov.cn)。
一、概述
全年主动公开政府信息500条,受理电话咨询80人次,来信12封。在局机关一楼和县图书馆设立政府信息查阅场所2处。
二、存在的主要问题和改进措施
存在的主要问题:一是更新不够及时;二是人员偏少。2015年将从以下方面改进:一是加强培训;二是增配人员。
"""
CARDS = {
    "yunxi-2014": ("云溪县农业局2014年政府信息公开工作年度报告", "云溪县农业局", "云溪县", "2014")
}


@cache
def assistant() -> Assistant:
    return over({"yunxi-2014": TEXT}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


ASKED = {
    "您好，报告有看不明白的，我该打哪个电话？": ["6601234"],
    "传真号那栏写多少": ["6605678"],
    "我想写一封信寄过去，信封上的地址和邮编该怎么写": ["北街12号", "321000"],
    "电子邮箱地址是什么": ["yx@yunxi.gov.cn"],
    "数据是从哪一天算到哪一天的": ["1月1日", "12月31日"],
    "这份报告的电子版去哪儿下载": ["云溪县政府网站"],
    "这份年报是哪个单位编的": ["农业局办公室"],
    "我不会上网，想翻看你们公开的材料，该去什么地方": ["局机关一楼", "县图书馆"],
    "自己承认的毛病有哪几条，简单说说": ["更新不够及时", "人员偏少"],
    "往后打算怎么改，列一下": ["加强培训", "增配人员"],
}


@pytest.mark.parametrize(("question", "said"), ASKED.items())
def test_a_report_is_asked_about_itself(question: str, said: list[str]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert all(piece in answer.text for piece in said), answer.text


def test_an_address_of_mail_is_no_address() -> None:
    assert "北街" not in ask("邮箱地址是多少").text


@pytest.mark.parametrize(
    ("question", "strange"),
    [
        ("局长的电话是多少", "6601234"),
        ("县政府办的传真号码是多少", "6605678"),
        ("依申请公开存在哪些问题", "更新不够及时"),
        ("农村土地信息的电子版去哪儿下载", "云溪县政府网站"),
        ("这份通知是哪个单位编的", "农业局办公室"),
    ],
)
def test_what_is_of_something_else_is_none(question: str, strange: str) -> None:
    answer = ask(question)
    assert strange not in answer.text or answer.status != "answered"


def test_what_was_counted_is_a_figure() -> None:
    assert [v.value for v in ask("电话咨询多少人次").values] == ["80"]


FLAT = "云江县2012年政府信息公开工作年度报告 本报告由概述、主动公开情况、存在的问题共三个部分组成。全年公开信息30条。\n"


@cache
def flat() -> Assistant:
    cards = {
        "yunjiang-2012": (
            "云江县2012年政府信息公开工作年度报告",
            "云江县人民政府",
            "云江县",
            "2012",
        )
    }
    return over({"yunjiang-2012": FLAT}, cards)


def test_a_report_without_headings_says_of_what_it_is_made() -> None:
    assert "三个部分组成" in proved(flat(), "年报分成几个部分").text


def test_what_has_no_parts_is_not_told_in_short() -> None:
    assert flat().answer("简单说说").status == "unanswered"


OTHER = """\\
溪口县2010年政府信息公开年度报告
(溪口县政府信息公开办公室 2011年3月8日)
为方便公众了解全县政府信息公开情况,依据《中华人民共和国政府信息公开条例》,编制本报告。报告中的数据,除注明外,均为2010年1月1日至12月31日的发生数。联系地址:城关镇南街6号,电话:7702345。
一、概述
全年主动公开政府信息700条。借助以下载体公开:《溪口信息》全年编发12期;县档案馆、图书馆两处查阅中心,接待300人次。
"""
OTHERS = {
    "这份报告是哪个单位发布的": ["溪口县政府信息公开办公室"],
    "这份年报什么时候公布的": ["2011年3月8日"],
    "为什么要编这样一份年报": ["方便公众了解"],
    "报告里的数字统计的是哪段时间": ["1月1日", "12月31日"],
    "我想上门办事，信息公开办公室的地址在哪里": ["南街6号"],
    "想当面咨询，在什么路多少号": ["南街6号"],
    "有没有联系电话": ["7702345"],
}


@cache
def another() -> Assistant:
    cards = {"xikou-2010": ("溪口县2010年政府信息公开年度报告", "溪口县人民政府", "溪口县", "2010")}
    return over({"xikou-2010": OTHER}, cards)


@pytest.mark.parametrize(("question", "said"), OTHERS.items())
def test_the_line_under_the_title_says_whose_it_is_and_when(question: str, said: list[str]) -> None:
    answer = proved(another(), question)
    assert answer.status == "answered", answer.text
    assert all(piece in answer.text for piece in said), answer.text


@pytest.mark.parametrize(
    "question",
    [
        *("《溪口信息》是哪个单位发布的", "为什么要编《溪口信息》", "《溪口信息》什么时候发布的"),
        *("有没有传真", "档案馆的地址在哪里"),
    ],
)
def test_of_a_bulletin_or_another_body_it_says_nothing(question: str) -> None:
    answer = proved(another(), question)
    assert answer.status == "unanswered", answer.text
