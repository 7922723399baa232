"""What a report says of its basis, its documents, its makers and whom to turn to, however it is asked for."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

TEXT = """\
松阳市水务局2013年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》（国务院令第492号）、《岭东省政府信息公开办法》和市政府办公室《关于编制2013年政府信息公开年度报告的通知》（松政办〔2013〕88号）要求，由松阳市水务局办公室编制本报告。本报告由概述、主动公开情况、存在的问题三个部分及附表组成。统计期限为2013年1月1日至12月31日。报告电子版可在松阳市水务局网站（www.sysw.gov.cn）下载。如有疑问，请与市水务局办公室联系（地址：江滨路15号，邮编：325600，电话：0571-8800123）。监督电话：0571-8800999。
一、概述
全年召开会议3次。
二、主动公开情况
全年主动公开政府信息512条，受理电话咨询90人次。
三、存在的问题
信息更新不够及时。
松阳市水务局
二〇一四年二月十日
"""
CARDS = {
    "songyang-2013": (
        "松阳市水务局2013年政府信息公开工作年度报告",
        "松阳市水务局",
        "松阳市",
        "2013",
    )
}


@cache
def assistant() -> Assistant:
    return over({"songyang-2013": TEXT}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


LAW, METHOD, NOTICE = "政府信息公开条例", "岭东省政府信息公开办法", "松政办〔2013〕88号"
ASKED = {
    # On what it is based.
    "请问编写这份报告依据的是哪些规定": [LAW, METHOD, NOTICE],
    "局里出年报，遵照的是哪几部法规文件": [LAW, METHOD, NOTICE],
    "你们做这份报告有什么法律上的根据吗，说说是哪部": [LAW],
    "水务局的年报在制定依据上引了哪三份文件": [LAW, METHOD, NOTICE],
    "上级哪份通知要求局里做这个报告": [NOTICE],
    # One of the documents.
    "市里要求编年报的那份通知，文号是多少": [NOTICE],
    "市政府办公室那份通知叫什么名字": ["关于编制2013年政府信息公开年度报告的通知"],
    "松政办88号文全称": ["关于编制2013年政府信息公开年度报告的通知"],
    "松政办〔2013〕88号是谁下发的": ["市政府办公室"],
    "那份要求编报告的通知是哪一年的": ["2013"],
    "依据里有没有省里的规定？是哪一个": [METHOD],
    "除了国家的条例，还参照了省里哪个办法": [METHOD],
    "岭东省的哪个办法是它的依据": [METHOD],
    "《政府信息公开条例》是第几号令": ["492"],
    "报告说的条例全称是什么，国务院第几号令": ["中华人民共和国政府信息公开条例", "492"],
    # Its days, its parts and what is appended.
    "报告管的是哪一段日子": ["1月1日", "12月31日"],
    "里头的数是从几月几号算到几月几号的": ["1月1日", "12月31日"],
    "统计时段": ["1月1日", "12月31日"],
    "这报告都写了哪些方面": ["概述", "主动公开情况"],
    "报告的三个部分分别叫什么": ["概述", "主动公开情况"],
    "年报正文后头还带了什么": ["附表"],
    # Who wrote it, who signed it, when.
    "报告具体是局里哪个科室动手写的": ["水务局办公室"],
    "年报出自哪个部门之手": ["水务局办公室"],
    "落款是哪天": ["二〇一四年二月十日"],
    "报告最后署的是哪个单位的名": ["松阳市水务局"],
    "这份报告是什么时候出来的": ["二〇一四年二月十日"],
    # Where it can be had.
    "想下个电子版，上哪个网站": ["www.sysw.gov.cn"],
    "报告能在网上下到吗，网址多少": ["www.sysw.gov.cn"],
    # Whom to turn to.
    "我想打电话问问详细情况，号码是多少？": ["8800123"],
    "要是写信去问，应该寄到什么地址呢": ["江滨路15号"],
    "往哪儿打电话、往哪儿寄信": ["8800123", "江滨路15号"],
    "读完报告有些地方没搞清楚，应当向哪个部门请教": ["市水务局办公室"],
    "对局里的报告有疑问咋联系": ["8800123"],
    "给水务局提意见打什么号码": ["8800123"],
    "信封上邮编填几": ["325600"],
    "局办公室在哪条路几号": ["江滨路15号"],
    "监督举报打哪个电话": ["8800999"],
}


@pytest.mark.parametrize(("question", "said"), ASKED.items())
def test_a_report_tells_of_itself_however_it_is_asked(question: str, said: list[str]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert all(piece in answer.text for piece in said), answer.text


NOT_SAID = (
    *("岭东省政府信息公开办法是哪年发的", "岭东省政府信息公开办法的文号是多少"),
    *(
        "政府信息公开条例哪一天起施行",
        "市里那份通知是几月几日印发的",
        "松政办〔2013〕88号主要讲了什么",
    ),
    *("松政办〔2013〕89号是谁下发的", "县里要求编年报的通知是几号文"),
    *("局里的传真是多少", "联系邮箱是什么", "局长办公室的电话是多少", "市政府的电话是多少"),
    *("局里推进公开工作主要从哪两方面着手", "市民想翻看公开的政府文件，可以去哪些地方"),
    *("编报告的人叫什么名字", "档案馆的地址在哪里"),
)


@pytest.mark.parametrize("question", NOT_SAID)
def test_what_it_does_not_say_of_itself_is_refused(question: str) -> None:
    answer = ask(question)
    assert answer.status != "answered", answer.text


def test_a_telephone_of_one_purpose_is_given_for_no_other() -> None:
    assert "8800999" not in ask("对报告有疑问打哪个电话").text
    assert "8800123" not in ask("监督电话是多少").text


BARE = TEXT.replace("监督电话：0571-8800999。", "")


@pytest.mark.parametrize("question", ["举报电话是多少", "监督电话是哪个", "投诉打什么号码"])
def test_no_contact_is_given_for_a_hotline_that_is_not_told(question: str) -> None:
    answer = proved(over({"songyang-2013": BARE}, CARDS), question)
    assert answer.status == "unanswered", answer.text


def test_what_was_counted_is_no_telephone() -> None:
    assert [v.value for v in ask("电话咨询多少人次").values] == ["90"]


OF_THE_PACKAGE = {
    "市府办负责信息公开 三定依据": ["清机编"],
    "市府办担当这个角色，是根据哪份文件": ["清机编"],
    "国办发73号 全称": ["重点工作安排"],
    "国务院办公厅那个重点工作安排的通知是多少号": ["73号"],
    "搞这个公开工作是照着国家哪些规定来的呀": ["政府信息公开条例", "国办发〔2013〕73号"],
}


@pytest.mark.parametrize(("question", "said"), OF_THE_PACKAGE.items())
def test_the_documents_of_the_package_are_told(question: str, said: list[str]) -> None:
    answer = Assistant().answer(question)
    assert answer.status == "answered", answer.text
    assert all(piece in answer.text for piece in said), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "清机编〔2010〕1号是几月几日印发的",
        "清远这份报告的咨询电话是多少",
        "省政府办公厅的要求是几号文",
    ],
)
def test_what_the_package_does_not_tell_of_them_is_refused(question: str) -> None:
    answer = Assistant().answer(question)
    assert answer.status == "unanswered", answer.text
