"""Lines broken inside a paragraph are joined; headings, signatures and rows stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.compiler.flow import flow

WRAPPED = """石桥镇2012年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》和县政府办要求,由石桥镇党政办编
制本报告。全年召开专题会议两次,发放明白卡约9000
份,临时救
助27.45万元。
依申请公开情况
全年未收到申请。
石桥镇人民政府
二〇一三年一月二十一日
"""


def test_a_sentence_goes_on_in_the_next_line() -> None:
    text = flow(WRAPPED).text
    assert "党政办编制本报告。" in text
    assert "\n依申请公开情况\n全年未收到申请。\n" in text
    assert text.endswith("石桥镇人民政府\n二〇一三年一月二十一日\n")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2023 年公开 1136 条", "2023年公开1136条"),
        ("邮 编 : 223100", "邮编:223100"),
        ("共 38 612 件", "共38612件"),
        ("收到申请38 612件", "收到申请38612件"),
        ("WPS Office 办公软件", "WPS Office办公软件"),
        ("  \u3000\u3000一、概述", "一、概述"),
        ("公开信息,\n受理申请", "公开信息,受理申请"),
        ("公开信息\n,受理申请", "公开信息,受理申请"),
        ("一、概述\n二、公开", "一、概述\n二、公开"),
        ("概述\n公开信息", "概述\n公开信息"),
        ("收费\n无\n减免", "收费\n无\n减免"),
        ("| 一、 | 条 | 5 |\n| 二、 | 条 | 6 |", "| 一、 | 条 | 5 |\n| 二、 | 条 | 6 |"),
        ("## 一、概述\n**(一)公开。**公开信息", "一、概述\n(一)公开。公开信息"),
        ("二  公开了些什么\n公开信息", "二  公开了些什么\n公开信息"),
        ("按内容分:\n- 甲类5条;\n- 乙类3条。\n以上。", "按内容分:甲类5条;乙类3条。\n以上。"),
        ("打算:\n——办培训;\n——建专区。", "打算:办培训;建专区。"),
        ("1.培训两次;\n2.检查一次。", "1.培训两次;\n2.检查一次。"),
        ("", ""),
    ],
)
def test_what_is_read(text: str, read: str) -> None:
    assert flow(text).text == read


def test_long_lines_are_paragraphs() -> None:
    text = "全市公开信息" * 30 + "\n" + "受理申请" * 10 + "\n"
    assert flow(text).text == text


PIECES = st.sampled_from(
    ["公开信息", "12", "5条", " ", "\u3000", "\n", "一、概述", "。", ",", "| a | b |"]
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_every_character_knows_where_it_stands(text: str) -> None:
    joined = flow(text)
    assert len(joined.offsets) == len(joined.text)
    assert all(text[at] == char for at, char in zip(joined.offsets, joined.text, strict=True))
    assert "".join(joined.text.split()) == "".join(text.split())
    for start in range(len(joined.text)):
        first, last = joined.back((start, len(joined.text)))
        assert 0 <= first < last <= len(text)
