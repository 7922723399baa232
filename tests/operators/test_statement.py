"""Statements: what answers why, by what, to whom, through what, by an exact quote."""

import pytest
from qingyuan import answered, refused

# question → words that the quote must hold
SAID = [
    ("为什么要免费发放公报", "方便群众查阅"),
    ("公报发给谁", "图书馆"),
    ("公报免费发放到哪些地方", "规模以上企业"),
    ("市政府办公室负责什么", "政务公开"),
    ("全市信息公开哪个单位管", "市政府办公室负责"),
    ("主动公开政府信息有哪些渠道", "新闻发布会"),
    ("市政府办公室主要通过什么方式主动公开政府信息", "报刊、广播、电视"),
    ("公众可以通过什么查阅下载政府文件", "门户网站"),
    ("存在哪些问题", "有待"),
    ("有哪些改进措施", "监督检查"),
    ("政府信息公开工作的依据是什么", "条例"),
    ("公述民评系统有什么用", "测评"),
    ("点名批评有什么效果", "反响"),
]
NUMBERS = [
    ("当前政府信息公开重点工作安排的通知文号是多少", "国办发〔2013〕73号"),
    ("人员编制规定的通知文号是什么", "清机编〔2010〕1号"),
]
REFUSED = [
    "为什么办结率只有96%",
    "公报为什么收费",
    "公报由谁主编",
    "新闻发布会在哪里召开",
    "公报是几月几号出版的",
    "行政诉讼的原因是什么",
    "2012年存在哪些问题",
    "韶关市存在哪些问题",
]


@pytest.mark.parametrize(("asked", "words"), SAID)
def test_the_clause_that_answers(asked: str, words: str) -> None:
    found = answered(asked)
    assert words in "".join(c.quote for c in found.citations)
    assert words in found.text


@pytest.mark.parametrize(("asked", "number"), NUMBERS)
def test_document_numbers(asked: str, number: str) -> None:
    assert number in answered(asked).text


@pytest.mark.parametrize("asked", REFUSED)
def test_what_the_report_does_not_say(asked: str) -> None:
    refused(asked)


@pytest.mark.parametrize(
    "question",
    ["那宗官司被告的是哪个单位", "办过几期业务培训，来了多少人"],
)
def test_a_body_or_what_an_act_is_of_has_to_be_named(question: str) -> None:
    refused(question)
