"""Lookup: the one figure that a question means, in other words than the report's."""

import pytest
from qingyuan import PARTS, answered, ask, figures, refused

# question → figure as the report states it, and a piece of its sentence
FIGURES = [
    ("在门户网站发布政府信息数量前多少位受到表扬", "10位", "前10位"),
    ("开通了多少个实体办事大厅", "9个", "实体办事大厅9个"),
    ("网上办事大厅有几个", "4个", "网上办事大厅4个"),
    ("政府信息查阅场所有多少个", "15个", "查阅场所15个"),
    ("屏幕、触摸屏、公告栏等其他载体有多少个", "108个", "108个"),
    ("有网站的乡镇有多少个", "43个", "有网站的43个"),
    ("有便民中心的乡镇有几个", "73个", "有便民中心的73个"),
    ("政府信息主动公开了多少宗", "18万宗", "主动公开数共18万宗"),
    ("全市网上办事大厅进驻事项一共多少项", "6211项", "总数为6211项"),
    ("办理承诺时限比法定时限缩短了百分之几", "50%", "缩短50%以上"),
    ("百分之几的事项开通了网上申请", "98%", "98%以上事项"),
    ("多少个部门可以在网上答复群众来信", "122个", "122个部门"),
    ("网上处理了多少件来信", "1618件", "来信1618件"),
    ("来信受理率是多少", "100%", "受理率100%"),
    ("来信办结率是多少", "96%", "办结率96%"),
    ("多少个部门可以由公众网上测评", "133个", "133个部门"),
    ("多少个业务科室可以由公众网上测评", "55个", "55个业务科室"),
    ("政府信息公开工作人员有多少人", "129人", "工作人员数129人"),
    ("年度专项工作经费是多少", "122.03万元", "122.03万元"),
    ("《网络舆情》报送了多少期", "131期", "131期"),
    ("《网络舆情》涉及多少宗网络信息", "360宗", "360余宗"),
    ("采编上网的信息有多少篇", "1.2万篇(条)", "1.2万多篇(条)"),
    ("公报纸质版每期印多少册", "1535册", "每期1535册"),
    ("政府公报发布了多少条文件类信息", "664条", "文件类信息664条"),
    ("公报发布了多少条规范性文件", "14条", "规范性文件14条"),
    ("公报发布了多少条人事任免信息", "85条", "人事任免信息85条"),
    ("门户网站全年发布各类信息多少条", "12826条", "政府信息12826条"),
    ("门户网站发布文件类信息多少条", "259条", "文件类信息259条"),
    ("市政府新闻发布会开了几场", "2场", "新闻发布会2场"),
    ("出席新闻发布会的新闻机构有多少家", "30家", "30多家"),
    ("出席新闻发布会的有多少人次", "60人次", "60多人次"),
    ("媒体播发市政府办公室提供的新闻信息多少条", "500条", "500多条"),
    ("市政府领导接受媒体采访多少次", "20次", "20余次"),
    ("市政府办公室受理政府信息公开申请多少宗", "7宗", "申请7宗"),
    ("受理群众电话咨询多少人次", "600人(次)", "600多人(次)"),
    ("因政府信息公开申请行政复议、提起行政诉讼的有几宗", "1宗", "1宗"),
]
FREQUENCIES = [("多久巡查一次政府门户网站", "每天"), ("公报多久出版一次", "每月")]
# The least that is added wins: the total, not a part of it.
TOTALS = [
    ("门户网站发布多少条信息", "12826条"),
    ("网上办事大厅进驻多少事项", "6211项"),
    ("公报发布多少条文件类信息", "664条"),
]
BOUNDS = [
    ("《网络舆情》涉及多少宗网络信息", "more", "360余宗"),
    ("采编上网的信息有多少篇", "more", "1.2万多篇(条)"),
    ("百分之几的事项开通了网上申请", "at_least", "98%以上"),
    ("出席新闻发布会的新闻机构有多少家", "more", "30多家"),
    ("受理群众电话咨询多少人次", "more", "600多人(次)"),
    ("网上处理了多少件来信", "exact", "1618件"),
]
NEVER = [
    "2012年网上办事大厅进驻多少事项",
    "2014年网上处理来信多少件",
    "韶关市进驻了多少事项",
    "清远市教育局受理了多少宗申请",
    "公报的印刷成本是多少",
    "公报电子版每期多少册",
    "门户网站发布了多少条视频",
    "手机网站发布信息多少条",
    "网上处理了多少宗投诉",
    "来信满意率是多少",
    "英德市的人口是多少",
    "阳山县的工作人员有多少人",
    "连州市的办结率是多少",
    "发布人事任免信息花了多少钱",
    "报纸播发了多少条信息",
]


@pytest.mark.parametrize(("asked", "figure", "quote"), FIGURES)
def test_the_figure_that_is_meant(asked: str, figure: str, quote: str) -> None:
    found = answered(asked)
    assert figures(found) == [figure]
    assert any(quote in c.quote for c in found.citations)


@pytest.mark.parametrize(("name", "number"), PARTS.items())
@pytest.mark.parametrize("frame", ["{}有多少项", "{}进驻事项是多少", "网上办事大厅{}进驻了几项"])
def test_every_part_of_the_total(name: str, number: int, frame: str) -> None:
    found = answered(frame.format(name))
    assert figures(found) == [f"{number}项"]
    assert any(f"{name}{number}项" in c.quote for c in found.citations)


@pytest.mark.parametrize(("asked", "often"), FREQUENCIES)
def test_how_often(asked: str, often: str) -> None:
    found = answered(asked)
    assert often in found.text and often in found.citations[0].quote


@pytest.mark.parametrize(("asked", "figure"), TOTALS)
def test_what_was_not_asked_is_not_answered(asked: str, figure: str) -> None:
    assert figures(answered(asked)) == [figure]


@pytest.mark.parametrize(("asked", "bound", "text"), BOUNDS)
def test_a_bound_is_kept(asked: str, bound: str, text: str) -> None:
    (value,) = answered(asked).values
    assert (value.bound, value.text) == (bound, text)


@pytest.mark.parametrize("asked", NEVER)
def test_a_word_left_over_refuses(asked: str) -> None:
    refused(asked)


def test_a_stated_zero_is_not_an_absent_figure() -> None:
    found = answered("政府信息公开收费多少元")
    assert "未发生" in found.citations[0].quote
    assert found.values in ((), tuple(v for v in found.values if v.value == "0"))
    refused("政府信息公开诉讼赔偿多少元")


def test_two_that_fit_equally_are_asked_back() -> None:
    found = ask("文件类信息多少条")
    assert found.status == "clarify"
    assert "664" in found.text and "259" in found.text


def test_an_exact_number_is_not_given_for_an_approximate_one() -> None:
    refused("受理群众电话咨询准确是多少人次")
