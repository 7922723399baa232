"""The rows of the standard tables as people say them (手里没有相关信息, 先复议再起诉), and sums under a heading."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

DISTRICT = """一、总体情况
全区公开信息120条。
二、主动公开政府信息情况
| 第二十条第（一）项 |  |  |  |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 1 | 0 | 7 |
| 行政规范性文件 | 4 | 9 | 25 |
三、收到和处理政府信息公开申请情况
|  |  |  | 自然人 | 商业企业 | 总计 |
| 一、本年新收政府信息公开申请数量 |  |  | 40 | 10 | 50 |
| 二、上年结转政府信息公开申请数量 |  |  | 3 | 0 | 3 |
| 三、本年度办理结果 | （一）予以公开 |  | 20 | 2 | 22 |
|  | （二）部分公开（区分处理的，只计这一情形，不计其他情形） |  | 4 | 1 | 5 |
|  | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 |
|  |  | 2.其他法律行政法规禁止公开 | 1 | 0 | 1 |
|  | （四）无法提供 | 1.本机关不掌握相关政府信息 | 5 | 1 | 6 |
|  |  | 2.没有现成信息需要另行制作 | 2 | 0 | 2 |
|  | （五）不予处理 | 1.重复申请 | 1 | 0 | 1 |
|  |  | 2.无正当理由大量反复申请 | 3 | 0 | 3 |
|  | （六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 4 | 0 | 4 |
|  |  | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 1 | 0 | 1 |
|  | （七）总计 |  | 41 | 4 | 45 |
| 四、结转下年度继续办理 |  |  | 2 | 6 | 8 |
四、政府信息公开行政复议、行政诉讼情况
| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |
|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 3 | 1 | 0 | 2 | 6 | 2 | 0 | 0 | 0 | 2 | 1 | 3 | 0 | 1 | 5 |
"""
CARDS = {
    "yunling-2022": ("云岭区2022年政府信息公开工作年度报告", "云岭区人民政府", "云岭区", "2022")
}


@cache
def assistant() -> Assistant:
    return over({"yunling-2022": DISTRICT}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


FIGURES = {
    "当年新出台了几件行政规范性文件": "4",
    "现在还有效的规章有几件": "7",
    "还在用的行政规范性文件有多少件": "25",
    "去年留下来接着办的申请有几件": "3",
    "从前一年转过来继续办的有多少件": "3",
    "有几件申请最后是全部公开了": "22",
    "只公开了一部分的申请有几件": "5",
    "手里没有相关信息的有多少件": "6",
    "需要另外加工制作的有几件": "2",
    "没有正当理由就反复申请的有几件": "3",
    "没按时补材料的有几件": "4",
    "到期没交费的有几件": "1",
    "维持原来决定的行政复议有几件": "3",
    "没复议就直接告上法院的有几件": "2",
    "先申请复议再打官司的有多少件": "5",
    "政府手里没有这些信息的有几件": "6",
    "完全公开的有多少件": "22",
    "最后答应给公开的申请有几件": "22",
    "部分答应公开的申请有多少": "5",
    "法律规定不能公开的有几件": "1",
    "到年底还没办完的申请有多少件": "8",
    "有几件要转到下一年继续办": "8",
    "没办完拖到明年的申请有多少": "8",
    "没按收费通知交钱的有几件": "1",
    "复议没有改变原来结果的有几件": "3",
    "还没判的行政诉讼有几件": "1",
    "复议完又去起诉的有几件": "5",
    "一共处理了多少件申请": "45",
    # Who only says whose applications means those that came in.
    "个人提出的申请有多少件": "40",
    "企业的申请有几件": "10",
    # All rows or columns under one heading that has no number of its own.
    "无法提供信息的申请一共多少件": "8",
    "行政诉讼中结果纠正的有几件": "3",
    "行政诉讼尚未审结的有多少件": "1",
    "无法提供的占办理结果总计的百分之几": "17.78",
}


@pytest.mark.parametrize("question", FIGURES)
def test_a_row_is_known_by_what_people_call_it(question: str) -> None:
    found = ask(question)
    assert [v.value for v in found.values] == [FIGURES[question]], found.text


def test_columns_of_one_name_are_called_by_their_heading() -> None:
    assert "未经复议直接起诉0、复议后起诉3" in ask("行政诉讼中结果纠正的有几件").text


NEAR = (
    *("去年留言多少条", "手里没有许可证的有几件", "没按时开会的有几件", "先培训再上岗的有几件"),
    # No kind of applicant is asked, and no kind of one result.
    # What came in less what was dealt with is not all that is left; and plans are no figures.
    *("没有答复的申请有几件", "下一年打算公开几件"),
    # One secret is no other.
    "因为涉及工作秘密没公开的申请有几件",
    # What was taken over from the year before is no part of what came in.
    *("上一年结转过来的申请占全部申请的百分之几", "结转到下年的占新收申请的多少"),
    *("公开申请的办理结果里哪种最多", "公开申请的办理结果里排在第二的是哪种"),
)


@pytest.mark.parametrize("question", NEAR)
def test_another_thing_is_no_row(question: str) -> None:
    found = ask(question)
    assert found.status == "unanswered", found.text
