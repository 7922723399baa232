"""Reports that stand in one long line are read with their headings on lines of their own."""

from __future__ import annotations

import pytest

from assistant.compiler.unlined import breaks
from tests.compiling import compiler

CARD = {
    "id": "yunze-2012",
    "title": "云泽县2012年政府信息公开工作年度报告",
    "organ": "云泽县人民政府",
    "place": "云泽县",
    "year": "2012",
}
FILLER = (
    "县政府办公室认真落实条例，不断深化公开内容，完善工作机制，拓展公开渠道，规范操作流程。" * 8
)
REPORT = (
    f"云泽县2012年政府信息公开工作年度报告 本报告分三个部分。一、 概述 {FILLER}"
    "二、主动公开政府信息情况（一）主动公开的数量 2012年全县公开信息398条。"
    "（二）主动公开的形式1.门户网站在网站上开辟专栏，访问量24745人次。2.公开栏设公开栏12个。"
    "三、依申请公开情况 2012年全县共收到申请21条，其中当面申请18条。"
    "（一）进一步规范公开行为1、加强培训。2、规范行为。"
)


def test_headings_are_found_in_one_line() -> None:
    report = compiler().read(REPORT, CARD)
    assert [(s.level, s.label, s.heading) for s in report.sections] == [
        (1, "一、", "概述"),
        (1, "二、", "主动公开政府信息情况"),
        (2, "（一）", "主动公开的数量"),
        (2, "（二）", "主动公开的形式"),
        (3, "1.", "门户网站在网站上开辟专栏，访问量24745人次"),
        (3, "2.", "公开栏设公开栏12个"),
        (1, "三、", "依申请公开情况"),
        (2, "（一）", "进一步规范公开行为"),
        (3, "1、", "加强培训"),
        (3, "2、", "规范行为"),
    ]
    assert all(report.source.startswith(s.label, s.start) for s in report.sections)


def test_the_numbers_of_headings_are_no_figures() -> None:
    report = compiler().read(REPORT, CARD)
    assert [f.text for f in report.figures] == ["398条", "24745人次", "12个", "21条", "18条"]
    assert [f.who for f in report.figures][-2:] == ["全县", ""]
    assert all(report.source[f.start : f.end] == f.quote for f in report.figures)


@pytest.mark.parametrize(
    "line",
    [
        f"主要做法：一、{FILLER}",
        f"{FILLER}按照第一、二、三项要求，1.加强培训；2.规范行为。",
        f"主要做法：1.加强培训。2.规范行为。{FILLER}",
        "一、概述。二、主动公开。",
    ],
)
def test_other_lines_stay_whole(line: str) -> None:
    assert list(breaks(line)) == []
