"""The period a figure speaks of, and plans, which are no facts of the year."""

from __future__ import annotations

import pytest

from tests.compiler.test_figures import figures


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("公开信息5条。", ["2016年"]),
        ("2015年公开信息5条。", ["2015年"]),
        ("截至2016年底，累计公开信息50条，其中2016年新增5条。", ["截至2016年底", "2016年"]),
        ("截止2016年12月31日，累计公开50条，今年新增8条。", ["截至2016年12月31日", "2016年"]),
        ("公开信息9条，比2015年增加4条。", ["2016年", "2016年"]),
        ("网站由2015年的78个减少到46个。", ["2015年", "2016年"]),
        ("比去年的30件增加2件。", ["2015年", "2016年"]),
        ("上年结转5件。", ["2016年"]),
        ("2016年,全市公开信息9条,比上年的8条增加1条。", ["2016年", "2015年", "2016年"]),
        ("公开信息9条(2015年为8条),增长12.5%。", ["2016年", "2015年", "2016年"]),
        ("清理1949年以来文件30件,废止5件。", ["2016年", "2016年"]),
        ("印发《2015年工作要点》3份。", ["2016年"]),
        ("每期印发600份。", ["每期"]),
        ("培训两次,每次38人。", ["2016年", "每次"]),
    ],
)
def test_when(text: str, when: list[str]) -> None:
    assert [f.when for f in figures(text)] == when


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("下一步,将新建查阅点6处。", [("target", "2017年")]),
        ("2017年力争公开信息突破200条,培训两次。", [("target", "2017年"), ("target", "2017年")]),
        ("争取在线访谈不少于4次。", [("target", "2017年")]),
        ("规划计划类信息447条。", [("count", "2016年")]),
        ("六、问题和措施\n有5个村更新不足3条。\n今后将培训2次。\n七、附则\n收费0元。\n",
         [("count", "2016年"), ("count", "2016年"), ("target", "2017年"), ("money", "2016年")]),
        ("六、2017年工作打算\n新增专栏3个。\n", [("target", "2017年")]),
        ("六、毛病和下一步\n有5个村更新不足3条。\n打算:\n培训2次。\n",
         [("count", "2016年"), ("count", "2016年"), ("target", "2017年")]),
    ],
)  # fmt: skip
def test_plans(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.kind, f.when) for f in figures(text)] == expected


def test_a_plan_states_no_zero() -> None:
    assert figures("下一步,力争未发生投诉。") == ()
