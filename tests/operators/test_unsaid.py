"""What a question does not say is not supplied: a number, a part, a level, a kind or a name that is not there.

Each kind has three phrasings that are answered and near misses that are refused.
"""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.compiling import over
from tests.qingyuan import ask

ANSWERED = [
    # A topic's number says of which whole.
    ("6211项进驻事项中，市级有多少项", "978"),
    ("6211项进驻事项，哪个县最多", "852"),
    ("6211项进驻事项里，佛冈县几项", "663"),
    # Who has one is counted where they are asked.
    ("有网站的乡镇街道有多少个", "43"),
    ("有网站的有几个", "43"),
    ("乡镇里有多少个有网站", "43"),
    # A joint figure of all of them.
    ("人事任免信息多少条", "85"),
    ("公报发布的人事任免类信息有几条", "85"),
    ("干部任免的信息多少条", "85"),
    # Persons are counted in a measure word of persons, whatever they are called.
    ("出席新闻发布会的记者有多少人次", "60"),
    ("搞信息公开的有几个人", "129"),
    ("全市信息公开工作人员有多少个人", "129"),
    # Members are chosen by the bound, whatever else is denied.
    ("请列出进驻事项在800项以上的县（市、区），不含市级", "阳山"),
]
REFUSED = [
    "6100项进驻事项，哪个县最多",
    "53个部门具体有哪些",
    "部门有哪些",
    "市政府的规范性文件和市府办的分别几条",
    "档案馆和公共图书馆分别有几个查阅场所",
    "有几个网站",
    "任命的多少条，免职的多少条",
    "免职信息多少条",
    "清远",
    "清远市",
    "门户网站上的呢",
    "公报呢",
    "政府有多少条",
    "公开有多少条",
    "这份报告可信吗",
    "可信么",
    "14条规范性文件叫什么名字",
    "这些规范性文件的全称是什么",
    "行政诉讼结果怎么样",
    "行政复议的结果如何",
    # Another unit, wherever it is asked.
    "进驻事项最多的县和最少的县相差多少平方米",
    "专项工作经费平均分给5个部门，每个部门多少亩",
    # What is said of the thing itself is no clause to set aside.
    "用外语写的网上办事大厅进驻事项，各区最多的和最少的相差多少项",
    "加急网上办事大厅进驻事项，各区最多的和最少的相差多少项",
    "全市未成年网上办事大厅进驻事项总数为6211项，是真的吗",
    "工作人员换成元，四舍五入到个位",
    # A claim of one thing is not held to another.
    "网上办理大厅9个，对吗",
]


@pytest.mark.parametrize(("question", "number"), ANSWERED)
def test_what_is_said_is_answered(question: str, number: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert number in answer.text


def test_a_later_part_that_names_nothing_is_not_answered_by_itself() -> None:
    answer = ask("公报每期多少册，一年出多少期呢")
    assert [value.value for value in answer.values] == ["1535"], answer.text


@pytest.mark.parametrize("question", REFUSED)
def test_what_is_not_there_is_refused(question: str) -> None:
    assert ask(question).status == "unanswered"


@pytest.mark.parametrize(
    "question",
    [
        "人家申请公开的都按时答复了没有嘛",
        "申请都在规定时间内答复了没有",
        "这7宗申请都按期答复了没有呐",
    ],
)
def test_what_only_asks_at_the_end_denies_nothing(question: str) -> None:
    assert ask(question).polarity == "yes"


TEXT = """二、主动公开情况
全年主动公开政府信息较2016年增加4106条，增长13.2%。目录条目由345条增至412条。
乡镇前三名是东坪镇611条、西坪镇498条、北坪镇476条。
三、依申请公开情况
全市收到政府信息公开申请213件。市政府本级收到申请31件。属信访、重复申请等不予处理80件。
附表
收到举报数件26
（不同渠道公开相同信息计1条）
"""


@cache
def town() -> Assistant:
    card = ("平坝市2017年政府信息公开工作年度报告", "平坝市人民政府", "平坝市", "2017")
    return over({"pingba-2017": TEXT}, {"pingba-2017": card})


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("目录条目多少条", "412"),
        ("收到申请多少件", "213"),
        ("一共收到多少件申请", "213"),
        ("市政府本级收到申请多少件", "31"),
        ("公开最多的是哪个乡镇", "611"),
    ],
)
def test_a_town(question: str, number: str) -> None:
    answer = town().answer(question)
    assert answer.status == "answered"
    assert number in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "主动公开政府信息多少条",
        "公开最少的是哪个乡镇",
        "各乡镇平均公开多少条",
        "重复申请不予处理多少件",
        "相同信息多少条",
    ],
)
def test_a_town_refuses(question: str) -> None:
    assert town().answer(question).status != "answered"
