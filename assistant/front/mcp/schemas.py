"""What the tools take and give, beside what the web service describes already."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.front.http.schemas import MOST_REPORTS, Citation, Identity

Offset = Annotated[int, Field(ge=0, strict=True)]


class Wanted(BaseModel):
    """What a tool takes; nothing but what it names."""

    model_config = ConfigDict(extra="forbid")


class Nothing(Wanted):
    """没有参数。"""


class Stretch(Wanted):
    """一份报告的原文，或其中一段。"""

    report: Identity = Field(description="报告编号，见 list_reports", examples=["qingyuan-2013"])
    start: Offset = Field(default=0, description="开始的位置，按 Unicode 码点计；不写则从头")
    end: Offset | None = Field(default=None, description="结束的位置，不含；不写则到末尾")


class Some(Wanted):
    """要核对的报告。"""

    reports: list[Identity] = Field(
        default=[], max_length=MOST_REPORTS, description="只核对这些编号的报告；不写则全部核对"
    )


class Passage(BaseModel):
    """一段原文：`source[start:end] == text`。"""

    report: str = Field(description="报告编号")
    title: str = Field(description="标题")
    start: int = Field(description="开始的位置")
    end: int = Field(description="结束的位置，不含")
    characters: int = Field(description="全文的字数（码点）")
    text: str = Field(description="一字不差的原文")


class Counts(BaseModel):
    """各种结果有几项。"""

    ok: int = Field(alias="pass", description="通过")
    fail: int = Field(description="不符")
    open: int = Field(description="无法核对")


class Result(BaseModel):
    """一项核对的结果。"""

    rule: str = Field(description="规则的编号")
    name: str = Field(description="规则的名称")
    source: str = Field(description="依据")
    reports: list[str] = Field(description="涉及的报告")
    subject: str = Field(description="核对的是什么")
    left: str = Field(description="等号一边")
    right: str = Field(description="等号另一边")
    difference: str | None = Field(description="相差多少，准确的十进制数")
    unit: str = Field(description="单位")
    verdict: Literal["pass", "fail", "open"] = Field(description="通过、不符、无法核对")
    reason: str = Field(description="为什么无法核对，或什么可以解释不符")
    citations: list[Citation] = Field(description="所核对的数字的出处")


class Checked(BaseModel):
    """核对的结果，不符的在前。"""

    counts: Counts
    results: list[Result]
