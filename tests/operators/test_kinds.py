"""Wrong answers of a kind: what must not be answered, beside the near questions that are."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

COUNTY = """\
南江县2014年政府信息公开工作年度报告
一、概述
根据《关于调整县政府办公室内设机构的通知》(南编发〔2013〕6号),县政府办公室负责全县政府信息公开工作。
二、主动公开情况
县政府公报发布文件类信息320条,其中,县政府、县政府办公室规范性文件21条。政府网站发布信息4500条。电台、电视台、手机报等媒体播发信息130条。
全县档案馆、图书馆等查阅场所11个。61个单位可通过网上答复群众来信。召开新闻发布会3场,出席的媒体有12家。
宣传册免费发放至各乡镇便民中心、卫生院和中小学校。年度宣传经费35.6万元。
三、依申请公开情况
受理申请14宗,均已在规定时间内答复。接待群众电话咨询230人次。
四、行政复议、行政诉讼情况
2014年有2宗因政府信息公开申请行政复议、提起行政诉讼案。全年收取信息处理费0元。
五、存在问题
下一步将努力降低举报发生率。
"""
BUREAU = """\
南江县2016年政府信息公开工作年度报告
一、总体情况
因政府信息公开引发的行政复议、行政诉讼数量见附表。行政强制 0
二、统计表
|统计指标|单位|统计数|
|一、主动公开情况|||
|（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）|条|9000|
|（二）通过不同渠道和方式公开政府信息的情况|||
|1.政府公报公开政府信息数|条|80|
|2.政府网站公开政府信息数|条|7120|
|3.政务微博公开政府信息数|条|640|
|4.政务微信公开政府信息数|条|910|
|5.其他方式公开政府信息数|条|250|
|四、行政复议数量|件|6|
|（一）维持具体行政行为数|件|0|
|（二）被依法纠错数|件|6|
|五、行政诉讼数量|件|0|
|六、举报投诉数量|件|3|
|七、设置政府信息公开查阅点数|个|17|
"""
CITY = """\
白沙市2023年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
|  |  |  | 自然人 | 商业企业 | 总计 |
| 一、本年新收政府信息公开申请数量 |  |  | 40 | 6 | 46 |
| 三、本年度办理结果 | （一）予以公开 |  | 20 | 2 | 22 |
|  | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 |
|  |  | 2.其他法律行政法规禁止公开 | 5 | 0 | 5 |
|  |  | 3.危及“三安全一稳定” | 0 | 1 | 1 |
|  |  | 4.保护第三方合法权益 | 4 | 0 | 4 |
|  |  | 5.属于三类内部事务信息 | 8 | 1 | 9 |
|  |  | 6.属于四类过程性信息 | 3 | 2 | 5 |
|  |  | 7.属于行政执法案卷 | 0 | 0 | 0 |
|  |  | 8.属于行政查询事项 | 0 | 0 | 0 |
|  | （七）总计 |  | 40 | 6 | 46 |
四、政府信息公开行政复议、行政诉讼情况
| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |
|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 4 | 0 | 1 | 0 | 5 |
五、存在的主要问题及改进情况
下一步努力降低行政诉讼发生率。
"""
PLACES = {"nanjiang-2014": ("南江县", COUNTY), "nanjiang-2016": ("南江县", BUREAU),
          "baisha-2023": ("白沙市", CITY)}  # fmt: skip


@cache
def assistant(identity: str) -> Assistant:
    place, text = PLACES[identity]
    year = identity.rpartition("-")[2]
    title = f"{place}{year}年政府信息公开工作年度报告"
    return over({identity: text}, {identity: (title, f"{place}人民政府", place, year)})


def ask(identity: str, question: str) -> Answer:
    return proved(assistant(identity), question)


PROSE, TABLE, MODERN = PLACES

# What is answered neither with a figure nor with a passage.
REFUSED = [
    # What every report is about says nothing of one figure or clause.
    (PROSE, "一年有多少人申请信息公开"),
    (PROSE, "搞信息公开一年花了多少钱"),
    (PROSE, "1+1等于几"),
    (PROSE, "为什么要公开"),
    (PROSE, "公开是什么"),
    (PROSE, "政府公开吗"),
    (TABLE, "信息公开真实吗"),
    (TABLE, "政府信息公开是谁提出来的"),
    (MODERN, "2+3等于几"),
    # The unit that is asked is not the figure's.
    (PROSE, "有几个政府网站"),
    (TABLE, "有几个政府网站"),
    (TABLE, "微博有几个"),
    (TABLE, "政府公报有多少个"),
    (PROSE, "网上答复来信的单位有几条"),
    # Names, people, contents, days that are not there.
    (PROSE, "61个单位具体有哪些"),
    (PROSE, "12家媒体是哪些"),
    (PROSE, "规范性文件有哪些"),
    (PROSE, "11个查阅场所分别是哪几个"),
    (PROSE, "14宗申请都是谁申请的"),
    (PROSE, "那14宗申请都是问什么内容的"),
    (PROSE, "南编发〔2013〕6号是哪天印发的"),
    (PROSE, "南编发〔2013〕6号是谁签发的"),
    (PROSE, "南编发〔2013〕6号核定了多少名编制"),
    (PROSE, "南编发〔2013〕6号主要讲了什么"),
    # One figure of several things.
    (PROSE, "档案馆和图书馆分别有几个查阅场所"),
    (PROSE, "行政复议和行政诉讼各几宗"),
    (PROSE, "电台和电视台各播发多少条"),
    (PROSE, "县政府的规范性文件和县政府办公室的分别几条"),
    (PROSE, "行政诉讼几宗"),
    # A line that was not read, a rate that is only spoken of.
    (TABLE, "有没有行政强制"),
    (TABLE, "行政强制有吗"),
    (PROSE, "有没有举报"),
    # The columns of a total are no results; plans and reasons that are not there.
    (MODERN, "办理结果里最多的是哪种"),
    (MODERN, "办理结果中件数最多的是哪一类"),
    (PROSE, "明年打算受理多少宗申请"),
    (PROSE, "为什么只受理14宗申请"),
    # A number of the question is not the figure sought.
    (MODERN, "表三里有多少件"),
    (MODERN, "5种结果有多少件"),
]

# question → what the answer says
ANSWERED = [
    (PROSE, "受理申请多少宗", "14宗"),
    (PROSE, "宣传经费多少", "35.6万元"),
    (PROSE, "政府网站发布多少条信息", "4500条"),
    (PROSE, "查阅场所有几个", "11个"),
    (PROSE, "有多少家媒体出席", "12家"),
    (PROSE, "查阅场所有哪些", "档案馆、图书馆"),
    (PROSE, "宣传册发放到哪些地方", "卫生院"),
    (PROSE, "南编发〔2013〕6号是什么文件", "调整县政府办公室内设机构"),
    (PROSE, "行政复议和行政诉讼一共几宗", "2宗"),
    (PROSE, "县政府、县政府办公室规范性文件几条", "21条"),
    (TABLE, "查阅点有几个", "17个"),
    (TABLE, "举报投诉多少件", "3件"),
    (TABLE, "政务微博公开多少条", "640条"),
]

# question → yes or no, and the figure that says so
CLAIMS = [
    (MODERN, "有没有行政诉讼", "yes", "5"),
    (MODERN, "行政诉讼有吗", "yes", "5"),
    (MODERN, "有没有未经复议直接起诉的", "no", "0"),
    (MODERN, "有没有行政复议", "yes", "1"),
    (TABLE, "有没有行政诉讼", "no", "0"),
    (TABLE, "有没有行政复议", "yes", "6"),
    (TABLE, "有没有查阅点", "yes", "17"),
    (PROSE, "收取信息处理费了吗", "no", "0"),
    (PROSE, "有没有新闻发布会", "yes", "3"),
    (PROSE, "不是召开了5场新闻发布会吗", "no", "3"),
    (PROSE, "新闻发布会不是召开了3场吗", "yes", "3"),
]


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row[1])
def test_what_is_not_answered(row: tuple[str, str]) -> None:
    answer = ask(*row)
    assert answer.status in ("unanswered", "clarify") and not answer.values, answer.text


@pytest.mark.parametrize("row", ANSWERED, ids=lambda row: row[1])
def test_what_is_still_answered(row: tuple[str, str, str]) -> None:
    identity, question, wanted = row
    answer = ask(identity, question)
    assert answer.status == "answered", answer.text
    assert wanted in answer.text


@pytest.mark.parametrize("row", CLAIMS, ids=lambda row: row[1])
def test_whether_there_is_any(row: tuple[str, str, str, str]) -> None:
    identity, question, polarity, value = row
    answer = ask(identity, question)
    assert answer.status == "answered", answer.text
    assert answer.polarity == polarity, answer.text
    assert [v.value for v in answer.values] == [value], answer.text
