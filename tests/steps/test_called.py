"""Names of the report's figures are read whole, though a word in them would compute or a mark would part them."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.compiling import over, proved

TEXT = """白石镇2016年政府信息公开工作年度报告
一、概述
主动公开政府信息300条，其中政策、规范性文件类信息120条，安全生产、应急管理类信息90条，规划计划类信息90条。各占40%、30%、30%。
全年办结申请20件，平均用时11.6个工作日。公众号发布信息200条，单条最高阅读量8700次。配备查询机2台。累计观看量1924次，粉丝数5437。
全镇累计发布短视频30个。
"""
CARDS = {
    "baishi-2016": ("白石镇2016年政府信息公开工作年度报告", "白石镇人民政府", "白石镇", "2016")
}
READ = [
    ("平均用时多少个工作日", "11.6"),
    ("平均用时是多少", "11.6"),
    ("单条最高阅读量多少次", "8700"),
    ("政策、规范性文件类信息有多少条", "120"),
    ("安全生产、应急管理类信息有多少", "90"),
    ("查询机配备了多少台", "2"),
    ("累计观看量有多少", "1924"),
    ("全镇累计发布短视频多少个", "30"),
]
# Another thing that is averaged, a part of a name, what no figure of the report is.
REFUSED = [
    "平均费用是多少",
    "单条最低阅读量多少次",
    "卫生、应急管理类信息有多少条",
    "电脑配备了多少台",
]


@cache
def assistant() -> Assistant:
    return over({"baishi-2016": TEXT}, CARDS)


@pytest.mark.parametrize(("question", "value"), READ)
def test_a_name_is_read_whole(question: str, value: str) -> None:
    answer = proved(assistant(), question)
    assert [v.value for v in answer.values] == [value], answer.text


@pytest.mark.parametrize("question", REFUSED)
def test_another_name_is_refused(question: str) -> None:
    answer = assistant().answer(question)
    assert answer.status != "answered", answer.text
