"""Several: one figure for each that is named, in the order asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import PARTS, answered, figures, refused

from tests.compiling import over

EACH = [
    ("连山县和连南县各多少项", ["740项", "645项"]),
    ("受理率和办结率分别是多少", ["100%", "96%"]),
    ("规范性文件和人事任免信息各有多少条", ["14条", "85条"]),
    ("实体办事大厅和网上办事大厅分别有多少个", ["9个", "4个"]),
]


@pytest.mark.parametrize(("asked", "expected"), EACH)
def test_one_figure_for_each(asked: str, expected: list[str]) -> None:
    assert figures(answered(asked)) == expected


@given(st.lists(st.sampled_from(list(PARTS)), min_size=2, max_size=5, unique=True))
def test_in_the_order_asked(names: list[str]) -> None:
    found = answered(f"{'、'.join(names)}的进驻事项分别是多少项")
    assert figures(found) == [f"{PARTS[name]}项" for name in names]


def test_no_figure_stands_in_for_one_that_is_not_known() -> None:
    refused("连州市和韶关市各多少项")
    refused("受理率和满意率分别是多少")


ROWS = """云州市2022年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |  |  | 自然人 | 总计 |
| 一、本年新收政府信息公开申请数量 |  |  | 13 | 13 |
| 二、上年结转政府信息公开申请数量 |  |  | 0 | 0 |
| 三、本年度办理结果 | （四）无法提供 | 1.本机关不掌握相关政府信息 | 9 | 9 |
|  |  | 2.没有现成信息需要另行制作 | 3 | 3 |
|  |  | 3.补正后申请内容仍不明确 | 1 | 1 |
"""
CARDS = {
    "yunzhou-2022": ("云州市2022年政府信息公开工作年度报告", "云州市人民政府", "云州市", "2022")
}


@pytest.mark.parametrize(
    "asked", ["无法提供里，各类各是多少", "无法提供的各类各多少件", "无法提供中各类分别是多少"]
)
def test_each_kind_is_given_and_no_sum(asked: str) -> None:
    found = over({"yunzhou-2022": ROWS}, CARDS).answer(asked)
    assert sorted(v.text for v in found.values) == ["1件", "3件", "9件"], found.text


def test_the_whole_of_them_is_their_sum() -> None:
    found = over({"yunzhou-2022": ROWS}, CARDS).answer("无法提供的一共多少件")
    assert [v.text for v in found.values] == ["13件"], found.text
