"""Roles of a clause by their prepositions: question → the clause that fills it, or a refusal."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.compiling import over, proved

TEXT = """白石镇2012年政府信息公开工作年度报告
一、概述
向县档案馆移交文件118件，向县图书馆移交96件。《办理规程》由镇党政办起草，经镇法制办审核后印发。在镇便民服务中心设立查阅点，未在村委会设立查阅点。
村务公开栏每月10日前更新。办事指南免费发放至各村和学校。收到申请后由承办单位在15个工作日内答复。今后将在镇广场设置电子屏。
4月12日，镇党政办举办培训班。所有申请均在规定时间内作出答复。
政务公开领导小组由镇长李明任组长，副镇长王芳、赵强任副组长。
"""
CARDS = {
    "baishi-2012": ("白石镇2012年政府信息公开工作年度报告", "白石镇人民政府", "白石镇", "2012")
}
# Question, and what the clause that is shown says.
FILLED = [
    ("向谁移交文件118件", "县档案馆"),
    ("向哪个单位移交96件", "县图书馆"),
    ("96件移交给谁了", "县图书馆"),
    ("办理规程由谁起草", "镇党政办"),
    ("办理规程由哪个部门起草的", "镇党政办"),
    ("在哪里设立查阅点", "镇便民服务中心"),
    ("查阅点设立在什么地方", "镇便民服务中心"),
    ("村务公开栏多久更新一次", "每月"),
    ("办事指南发放给哪些单位", "学校"),
    ("政务公开领导小组的组长是谁", "李明"),
    ("领导小组由谁担任组长", "李明"),
    ("领导小组副组长是谁", "王芳"),
    ("谁起草了办理规程", "镇党政办"),
    ("哪个单位举办培训班", "镇党政办"),
    ("培训班什么时候举办的", "4月"),
]
# The role is not filled, another verb, another thing, a plan.
REFUSED = [
    "办理规程由谁签发",
    "向谁移交档案柜",
    "由谁更新村务公开栏",
    "在哪里设立监督岗",
    "在哪里设置了电子屏",
    "便民服务中心多久更新一次",
    "向谁移交200件",
    "领导小组的秘书长是谁",
    "村务公开领导小组组长是谁",
    "谁签发了办理规程",
    "什么时候移交文件118件",
    "哪个单位举办运动会",
    "在哪里作出答复",
]


@cache
def assistant() -> Assistant:
    return over({"baishi-2012": TEXT}, CARDS)


@pytest.mark.parametrize(("question", "said"), FILLED)
def test_a_role_is_filled(question: str, said: str) -> None:
    answer = proved(assistant(), question)
    assert answer.status == "answered", answer.text
    assert said in answer.text


@pytest.mark.parametrize("question", REFUSED)
def test_a_role_that_is_not_filled_is_refused(question: str) -> None:
    answer = assistant().answer(question)
    assert answer.status != "answered", answer.text
