"""What is planned, what was done for the first time, who is in charge: told by the clause that says it, by no other."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

TOWN = """\
石岭县2014年政府信息公开工作年度报告
本报告电子版可在石岭县政府门户网站（www.shiling.gov.cn）下载。联系单位：石岭县政务公开办公室；地址：文昌路9号；邮编：415600；电话：0736-5550123。
一、概述
县政务公开领导小组由副县长周明任组长，办公室主任郑海负责日常事务。县档案馆在一楼大厅安装显示屏2块，循环播放办事指南和收费标准。
二、主动公开情况
22个乡镇首次公开村级财务收支；公示低保对象1206户。《石岭县人民政府公报》出版4期，免费赠阅。对23个站所的收费项目进行了清理，取消9项。上述清理结果均在“阳光石岭”网站公布。
三、依申请公开情况
全年收到申请18件，因政府信息公开申请行政复议2件。对申请人未收取任何费用。县政府本级收到申请7件，均在法定期限内答复。
四、存在的问题和明年打算
主要问题：一是部分乡镇更新不及时；二是村级人员业务不熟。
2015年，一要在9月底前建成县乡两级公开目录；二要把村级公开栏覆盖率提高到95%以上；三要举办培训班不少于6期，重点轮训新任村支书。
"""
CARDS = {
    "shiling-2014": ("石岭县2014年政府信息公开工作年度报告", "石岭县人民政府", "石岭县", "2014")
}
SAID = {
    # The year that follows is that of the plans, which no problem runs on into.
    "2015年准备做哪几件事": "二要把村级公开栏覆盖率提高到95%以上",
    "明年打算抓哪些工作": "三要举办培训班不少于6期",
    "接下来有什么打算": "一要在9月底前建成县乡两级公开目录",
    "县乡两级的公开目录打算在什么时候之前建好": "9月底前",
    # Who is in charge, and what is to be seen.
    "政务公开领导小组平时的具体事务归谁管": "办公室主任郑海负责日常事务",
    "县档案馆大厅的显示屏上能看到什么": "循环播放办事指南和收费标准",
    # 上述 is said of the sentence before, and a topic leads in what is asked.
    "收费项目清理的结果，老百姓上哪个网站能查到": "“阳光石岭”网站",
    "收费项目的清理结果在哪个网站公布": "“阳光石岭”网站",
}
NOT_SAID = (
    # How a thing is to be done is not told by how often it was.
    "怎样申请行政复议",
    "怎么提出行政复议",
    # Of earlier years only what was done for the first time tells anything.
    "在这之前，乡镇公示过低保对象吗",
    "以前公示过低保对象吗",
    "往年乡镇公开过低保资金吗",
    # Another office than the one whose address is told, and another thing than a fee.
    "政务服务中心在哪条路上，几号",
    "乡镇收不收村级公益金",
    "公报收不收集",
    # That all of a part were in time says nothing of all, nor of another thing.
    "全县收到的申请有没有超期的",
    "行政复议有没有超期的",
    # No plan of this, and no plan is done.
    "县乡两级的公开目录打算在什么时候之前印好",
    "财务收支的清理结果在哪个平台公布",
)


@cache
def assistant() -> Assistant:
    return over({"shiling-2014": TOWN}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


@pytest.mark.parametrize("question", SAID)
def test_the_clause_that_tells_it_is_shown(question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert SAID[question] in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "在这之前，乡镇公开过自己的村级财务收支吗",
        "以前乡镇公开过村级财务收支吗",
        "往年乡镇公开过村级财务收支没有",
    ],
)
def test_what_was_done_for_the_first_time_was_not_done_before(question: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.polarity) == ("answered", "no"), answer.text
    assert "首次公开村级财务收支" in answer.text


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("政府公报收不收钱", "no"),
        ("政府公报要不要花钱", "no"),
        ("政府公报免不免费", "yes"),
        ("申请公开信息收不收费", "no"),
        ("申请信息公开，政府向申请人收过处理费吗", "no"),
        ("村级财务收支公不公开", "yes"),
    ],
)
def test_a_verb_said_twice_asks_whether_it_is_so(question: str, polarity: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.polarity) == ("answered", polarity), answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("县政务公开办在哪条路上，几号", "文昌路9号"),
        ("我不会上网 写信的话要寄到哪里呀 邮编号码也讲一下", "邮编：415600"),
        ("政务公开办公室的电话是几号", "0736-5550123"),
        ("我想把这份年报下载下来看，该上哪个网站", "www.shiling.gov.cn"),
    ],
)
def test_where_to_reach_the_body_is_told(question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "县政府本级收到的申请有没有拖过规定时间的",
        "县政府本级收到的申请有没有超期答复的",
        "县政府本级收到的申请有逾期的吗",
    ],
)
def test_none_is_late_where_all_were_in_time(question: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.polarity) == ("answered", "no"), answer.text
    assert "均在法定期限内答复" in answer.text


def test_problems_end_where_the_plans_begin() -> None:
    answer = ask("报告承认自己还有哪些做得不好的地方")
    assert "村级人员业务不熟" in answer.text
    assert "2015年" not in answer.text


@pytest.mark.parametrize("question", NOT_SAID)
def test_what_no_clause_says_is_refused(question: str) -> None:
    assert ask(question).status != "answered", ask(question).text
