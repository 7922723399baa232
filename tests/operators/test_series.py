"""Operators over any breakdown: kinds, ways, organs, places, rows of a table, lists without a total."""

import pytest

from tests.breakdowns import ask

# question → the figures that are the answer
FIGURES = {
    # sums
    "临江县2011年政策法规类和财政资金类信息加起来多少条": ["840"],
    "临江县2011年当面和信函提交的申请一共几件": ["20"],
    "临江县2011年东山镇和西塘乡受理的申请合计几件": ["13"],
    "云河市2016年当面申请和信函申请一共几件": ["36"],
    "云河市2016年微博和微信公开的信息加一块多少条": ["1550"],
    # shares
    "临江县2011年政策法规类信息占全部主动公开信息的百分之几": ["20"],
    "临江县2011年土地征收占40件申请的百分之几": ["45"],
    "云河市2016年网络申请占收到申请的百分之几": ["55"],
    "云河市2016年申请办结的里头，延期办结占了多少（%）": ["3.85"],
    # differences
    "临江县2011年县直单位比乡镇多公开多少条": ["600"],
    "临江县2011年网上提交的申请比信函提交的多几件": ["12"],
    "云河市2016年政府网站公开的信息比政务微信多几条": ["6290"],
    "云河市2016年同意公开答复数比不同意公开答复数多几件": ["29"],
    # averages and totals from what is stated for each
    "临江县2011年平均每个乡镇公开多少条": ["75"],
    "临江县2011年每户低保户平均几口人": ["2.72"],
    "临江县2011年收检索费的申请平均每件多少钱": ["52"],
    "临江县2011年《临江公报》全年共印了多少份": ["3000"],
    "云河市2016年举办培训两次，合计多少人次": ["90"],
    # remainders
    "临江县2011年除了办事服务类，其他信息有多少条": ["1080"],
    # orders with their figures
    "临江县2011年申请按提交方式从多到少排": ["20", "12", "8"],
    "云河市2016年收到的申请按方式从多到少排": ["44", "24", "12", "0"],
    "云河市2016年统计表里，答复结果超过15件的有哪几类": ["20", "41"],
}
# question → what the answer names, and what it must not name
NAMES = {
    "临江县2011年哪类信息公开得最多": (["办事服务类"], ["财政资金类"]),
    "临江县2011年哪种提交方式的申请最少": (["信函"], ["其他"]),
    "临江县2011年申请内容里排第二的是哪一类": (["社会保障"], ["当面"]),
    "临江县2011年哪些类别的信息不足200条": (["机构职能类", "其他类"], ["财政资金类"]),
    "临江县2011年受理申请最多的乡镇是哪个": (["南湖镇"], ["东山镇"]),
    "临江县2011年哪些乡镇受理的申请超过8件": (["东山镇", "南湖镇", "北岭乡"], ["西塘乡"]),
    "临江县2011年哪个单位收的检索费最多": (["民政局"], ["教育局"]),
    "临江县2011年县直单位里公开信息最多的是哪家": (["水务局"], ["教育局"]),
    "云河市2016年哪种渠道公开的政府信息最多": (["政府网站"], ["微博"]),
    "云河市2016年不同意公开的理由里哪一项最多": (["个人隐私"], ["商业秘密"]),
    "云河市2016年答复结果不为零的有哪几类": (["同意公开", "部分公开"], ["国家秘密"]),
    "云河市2016年哪几种渠道公开的信息是0条": (["政府公报"], ["微博"]),
}
REFUSED = [
    # a whole with its part, things of different kinds, parts by different divisions
    "临江县2011年政策法规类信息和全部主动公开信息加起来多少条",
    "临江县2011年网上申请和土地征收申请加起来几件",
    "临江县2011年受理申请和公开信息加起来多少",
    "临江县2011年县直单位和全县加起来公开多少条",
    "云河市2016年涉及商业秘密和不同意公开答复数加起来几件",
    "云河市2016年收到申请数和当面申请数一共几件",
    # what is listed are the first only
    "临江县2011年公开信息最少的县直单位是哪个",
    # a figure for each is none for the year, where the report says not how many
    "云河市2016年平均每次会议多少人",
    # no sum of parts of two years
    "临江县2010年政策法规类和财政资金类信息加起来多少条",
]


@pytest.mark.parametrize("question", FIGURES)
def test_what_is_computed(question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert [v.value for v in answer.values] == FIGURES[question], answer.text
    if answer.computation:
        cited = "".join(c.quote for c in answer.citations).replace(",", "")
        stated = [o for o in answer.computation.operands if o in cited]
        assert len(stated) + ("两次" in cited) >= len(answer.computation.operands), answer.citations


@pytest.mark.parametrize("question", NAMES)
def test_who_is_named(question: str) -> None:
    answer = ask(question)
    named, others = NAMES[question]
    assert answer.status == "answered", answer.text
    assert all(name in answer.text for name in named), answer.text
    assert not any(name in answer.text for name in others), answer.text


@pytest.mark.parametrize("question", REFUSED)
def test_what_is_not_computed(question: str) -> None:
    answer = ask(question)
    assert answer.status in ("unanswered", "clarify") and not answer.values, answer.text
