"""Questions as an editor writes them down: one JSON object a line, with what a good answer must be."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant.errors import KnowledgeError
from assistant.evaluation.figures import Quantity, decimal

KINDS = {
    "lookup": "查数字",
    "list": "列举",
    "rank": "排名",
    "compare": "比较",
    "sum": "求和",
    "average": "平均",
    "share": "占比",
    "yesno": "是非",
    "reverse": "由数反查",
    "filter": "筛选",
    "explain": "原因做法",
    "channel": "渠道",
    "basis": "依据",
    "summary": "概括",
    "meta": "报告本身",
    "followup": "追问",
    "unanswered": "应当拒答",
    "ambiguous": "有歧义",
    "false_premise": "前提有误",
    "multi": "一问多项",
    "convert": "换算",
    "chat": "对话",
}
NOISES = {
    "none": "规范",
    "typo": "错字",
    "homophone": "同音字",
    "colloquial": "口语",
    "traditional": "繁体",
    "pinyin": "拼音",
    "cnnum": "中文数字",
    "fullwidth": "全角",
    "noisy": "杂乱",
}
STATUSES = {"answered": "作答", "clarify": "反问", "unanswered": "拒答", "chat": "对话"}
POLARITIES = {"yes": "是", "no": "否"}
REQUIRED = ("id", "q", "kind", "expect")
FIELDS = (
    *REQUIRED,
    *("ctx", "noise", "values", "polarity", "say", "never", "cite", "reports", "why"),
)


@dataclass(frozen=True, slots=True)
class Expectation:
    """A question with what a good answer to it must be; `line` is where it stands in its file.

    `expect` are the accepted statuses, `values` the figures that are the answer, `say` groups of
    wordings of which one each must appear, `never` what must not appear, `cite` verbatim pieces of
    the report that must be cited, `reports` the reports that must be.
    """

    id: str
    question: str
    kind: str
    expect: frozenset[str]
    history: tuple[str, ...] = ()
    noise: str = "none"
    values: tuple[Quantity, ...] = ()
    polarity: str | None = None
    say: tuple[tuple[str, ...], ...] = ()
    never: tuple[str, ...] = ()
    cite: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    line: int = 0


def read_questions(path: Path) -> tuple[Expectation, ...]:
    """The questions of a file.

    Raises `KnowledgeError` with file, line and mend for what cannot be read or does not hold.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as fault:
        raise KnowledgeError(f"{path}: 没有这个文件，请检查路径") from fault
    except IsADirectoryError as fault:
        raise KnowledgeError(f"{path}: 是文件夹，请写出其中的问题文件") from fault
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        raise KnowledgeError(f"{path}:{line}: 不是 UTF-8 文字，请另存为 UTF-8") from fault
    found: dict[str, Expectation] = {}
    for number, row in enumerate(text.split("\n"), 1):
        if not row.strip():
            continue
        where = f"{path}:{number}"
        expectation = _Line(where, _object(row, where)).expectation(number)
        if expectation.id in found:
            first = found[expectation.id].line
            raise KnowledgeError(f"{where}: 编号「{expectation.id}」第{first}行已经用过，请换一个")
        found[expectation.id] = expectation
    if not found:
        raise KnowledgeError(f"{path}: 没有问题，请每行写一个带 id、q、kind、expect 的 JSON 对象")
    return tuple(found.values())


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise KnowledgeError(f"{where}: 不是有效的 JSON，请检查引号、逗号和括号") from fault
    if not isinstance(row, dict):
        raise KnowledgeError(f"{where}: 应当是一个 JSON 对象，请写成 {{…}}")
    return row


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a question file, read field by field."""

    where: str
    row: Mapping[str, Any]

    def expectation(self, number: int) -> Expectation:
        for name in self.row:
            if name not in FIELDS:
                raise self.fault(f"不认识的字段「{name}」，可用的是：{'、'.join(FIELDS)}")
        for name in REQUIRED:
            if not self.row.get(name):
                raise self.fault(f"缺少「{name}」，请补上")
        return Expectation(
            id=self.text("id"),
            question=self.text("q"),
            kind=self.one_of("kind", KINDS),
            expect=frozenset(self.each_of("expect", STATUSES)),
            history=self.texts("ctx"),
            noise=self.one_of("noise", NOISES) if self.row.get("noise") else "none",
            values=tuple(self.quantity(value) for value in self.items("values")),
            polarity=self.one_of("polarity", POLARITIES) if self.row.get("polarity") else None,
            say=tuple(self.group(group) for group in self.items("say")),
            never=self.texts("never"),
            cite=self.texts("cite"),
            reports=self.texts("reports"),
            line=number,
        )

    def fault(self, message: str) -> KnowledgeError:
        return KnowledgeError(f"{self.where}: {message}")

    def text(self, name: str) -> str:
        value = self.row[name]
        if not isinstance(value, str):
            raise self.fault(f"「{name}」应当是文字，请加上引号")
        return value

    def one_of(self, name: str, known: Iterable[str]) -> str:
        value = self.text(name)
        if value not in known:
            raise self.fault(f"「{name}」不能是「{value}」，可用的是：{'、'.join(known)}")
        return value

    def each_of(self, name: str, known: Iterable[str]) -> tuple[str, ...]:
        for value in self.texts(name):
            if value not in known:
                raise self.fault(f"「{name}」里不能有「{value}」，可用的是：{'、'.join(known)}")
        return self.texts(name)

    def items(self, name: str) -> list[Any]:
        value = self.row.get(name) or []
        if not isinstance(value, list):
            raise self.fault(f"「{name}」应当是列表，请写成 [...]")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        return self.group(self.items(name), name)

    def group(self, value: Any, name: str = "say") -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fault(f'「{name}」里应当是文字，请写成 ["…", "…"]')
        return tuple(value)

    def quantity(self, value: Any) -> Quantity:
        if not isinstance(value, dict):
            raise self.fault('「values」里应当写成 {"value": "669", "unit": "项"}')
        alternatives = value.get("alt") or []
        if not isinstance(alternatives, list):
            raise self.fault("「alt」应当是列表，请写成 [...]")
        return Quantity(tuple(self.form(form) for form in [value, *alternatives]))

    def form(self, form: Any) -> tuple[Decimal, str]:
        stated = form if isinstance(form, dict) else {}
        number, unit = decimal(stated.get("value")), stated.get("unit", "")
        if number is None or not isinstance(unit, str):
            shown = json.dumps(form, ensure_ascii=False)
            raise self.fault(
                f'「values」里的 {shown} 不是数字和单位，请写成 {{"value": "669", "unit": "项"}}'
            )
        return number, unit
