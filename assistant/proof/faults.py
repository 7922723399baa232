"""What can be wrong with an answer, and what it is held against."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = {
    "shape": "格式不合约定",
    "status": "状态不合约定",
    "report": "没有这份报告",
    "source": "报告原文被改动",
    "quote": "引文与原文不符",
    "section": "出处的位置不符",
    "correction": "更正没有依据",
    "operands": "参与计算的数字没有出处",
    "computation": "计算有误",
    "rounding": "舍入有误",
    "value": "数字没有依据",
    "unit": "单位不符",
    "bound": "约数不符",
    "text": "文字与出处不符",
    "word": "问到的没有用上",
    "period": "期间不符",
    "asked": "答非所问",
    "joint": "合在一起的数",
    "polarity": "是非没有依据",
    "passage": "摘录不符",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold: its kind, of `KINDS`, and what exactly, in Chinese."""

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What an editor corrected: the number at `start:end`, what it should be, and why."""

    start: int
    end: int
    corrected: str
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """A report's text as it is now, the digest that it had when it was compiled, its corrections."""

    text: str
    digest: str
    title: str = ""
    corrections: frozenset[Correction] = frozenset()


class Unreadable(ValueError):
    """What should be checked, or checked against, cannot be read; the message says where and why."""
