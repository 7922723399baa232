"""`gongkai verify` on answers from tables and from several reports: right ones hold, tampered ones do not."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from assistant import proof
from assistant.proof import Source, check

EARLIER = """一、总体情况
全年收办申请3,600件,接受咨询约260人次。
二、收费情况
| 项目 | 本年收费金额（单位：万元） |
| 行政事业性收费 | 120.5 |
"""
LATER = """一、总体情况
全年收办申请3,645件。
二、收费情况
| 项目 | 本年收费金额（单位：万元） |
| 行政事业性收费 | 150.75 |
三、统计表
（一）专项经费|万元|38.5
（二）培训人员|人次|120
"""
TEXTS = {"hexi-2022": ("河西县2022年报告", EARLIER), "hexi-2023": ("河西县2023年报告", LATER)}
SOURCES = {
    identity: Source(text, hashlib.sha256(text.encode()).hexdigest(), title)
    for identity, (title, text) in TEXTS.items()
}
FEES = "| 行政事业性收费 | 120.5 |"
LATER_FEES = "| 行政事业性收费 | 150.75 |"


def cite(report: str, quote: str) -> dict[str, Any]:
    title, text = TEXTS[report]
    start = text.index(quote)
    section = next(
        line for line in reversed(text[:start].split("\n")) if line[:1] in "一二三" and "、" in line
    )
    where = {"start": start, "end": start + len(quote)}
    return {"report": report, "title": title, "section": section, "quote": quote, **where}


def answer(
    text: str,
    given: list[tuple[str, str]],
    citations: list[dict[str, Any]],
    computation: tuple[str, str, list[str]] | None = None,
    **more: Any,
) -> dict[str, Any]:
    rows = [{"value": v, "unit": u, "bound": "exact", "text": f"{v}{u}"} for v, u in given]
    operator, expression, operands = computation or ("", "", [])
    done = {"operator": operator, "expression": expression, "operands": operands}
    found = {
        **{"question": "？", "status": "answered", "text": text, "values": rows, "polarity": None},
        **{"citations": citations, "computation": done if computation else None, "reason": None},
        **{"suggestions": [], "passages": [], "id": ""},
    }
    return found | more


BOTH = [cite("hexi-2022", "收办申请3,600件"), cite("hexi-2023", "收办申请3,645件")]
TABLES = [cite("hexi-2022", FEES), cite("hexi-2023", LATER_FEES)]
RIGHT: Mapping[str, dict[str, Any]] = {
    "growth": answer(
        "河西县2022年收办申请3600件；河西县2023年收办申请3645件，增加45件，增加1.25%。",
        [("1.25", "%")],
        BOTH,
        ("compare", "3645 − 3600 = 45；(3645 − 3600) ÷ 3600 × 100% = 1.25%", ["3600", "3645"]),
    ),
    "difference in the unit of the table": answer(
        "河西县2023年收费金额150.75万元；河西县2022年收费金额120.5万元，增加30.25万元。",
        [("30.25", "万元")],
        TABLES,
        ("compare", "150.75 − 120.5 = 30.25", ["120.5", "150.75"]),
    ),
    "sum in the unit of the table": answer(
        "合计271.25万元：120.5 + 150.75 = 271.25。",
        [("271.25", "万元")],
        TABLES,
        ("sum", "120.5 + 150.75 = 271.25", ["120.5", "150.75"]),
    ),
    "which, without a value": answer(
        "河西县2022年收费金额120.5万元；河西县2023年收费金额150.75万元，河西县2023年更多。",
        [],
        TABLES,
    ),
    "unit in the row": answer(
        "专项经费：38.5万元。", [("38.5", "万元")], [cite("hexi-2023", "（一）专项经费|万元|38.5")]
    ),
    "converted": answer(
        "120.5万元即1205000元。",
        [("1205000", "元")],
        [cite("hexi-2022", FEES)],
        ("convert", "120.5万元 = 1205000元", ["120.5"]),
    ),
    "a bound that leads the number": answer(
        "接受咨询约260人次。",
        [],
        [cite("hexi-2022", "接受咨询约260人次")],
        values=[{"value": "260", "unit": "人次", "bound": "about", "text": "260人次"}],
    ),
    "asked back": answer(
        "您问的是哪一份报告？河西县2022年：3600件；河西县2023年：3645件。",
        [],
        BOTH,
        status="clarify",
        suggestions=["河西县2022年收办申请多少件", "河西县2023年收办申请多少件"],
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_right_answers_hold(name: str) -> None:
    assert check(RIGHT[name], SOURCES) == ()


Change = Callable[[dict[str, Any]], None]


def in_text(old: str, new: str) -> Change:
    def change(found: dict[str, Any]) -> None:
        assert old in found["text"]
        found["text"] = found["text"].replace(old, new)

    return change


def put(*path: str | int) -> Callable[[Any], Change]:
    def to(value: Any) -> Change:
        def change(found: dict[str, Any]) -> None:
            holder: Any = found
            for key in path[:-1]:
                holder = holder[key]
            holder[path[-1]] = value

        return change

    return to


def both(*changes: Change) -> Change:
    def change(found: dict[str, Any]) -> None:
        for one in changes:
            one(found)

    return change


EXPRESSION = put("computation", "expression")
TAMPERED: tuple[tuple[str, str, Change], ...] = (
    ("growth", "computation", EXPRESSION("3645 − 3600 = 45；(3645 − 3600) ÷ 3600 × 100% = 7%")),
    (
        "growth",
        "operands",
        EXPRESSION("3645 − 3600 = 45；(3645 − 3600) ÷ 3000 × 100% = 1.5%"),
    ),
    (
        "growth",
        "operands",
        both(
            EXPRESSION("3645 − 3600 = 45；(3645 − 3600) ÷ 360 × 100% = 12.5%"),
            put("values", 0)({"value": "12.5", "unit": "%", "bound": "exact", "text": "12.5%"}),
            in_text("1.25%", "12.5%"),
        ),
    ),
    ("growth", "operands", EXPRESSION("3645 − 3600 = 45；3600 + 3645 + 3600 = 10845")),
    ("growth", "operands", put("computation", "operands")(["3600", "3646"])),
    ("growth", "operands", put("citations")(BOTH[:1])),
    ("growth", "value", put("values", 0, "value")("1.26")),
    ("growth", "text", in_text("2023年收办", "2021年收办")),
    ("growth", "text", in_text("增加45件", "增加46件")),
    ("growth", "quote", put("citations", 0, "report")("hexi-2023")),
    ("difference in the unit of the table", "unit", put("values", 0)(
        {"value": "30.25", "unit": "亿元", "bound": "exact", "text": "30.25亿元"})),
    ("difference in the unit of the table", "text", in_text("120.5万元", "120.5亿元")),
    ("difference in the unit of the table", "computation", EXPRESSION("150.75 − 120.5 = 31.25")),
    ("sum in the unit of the table", "computation", put("computation", "operator")("remainder")),
    ("which, without a value", "text", in_text("150.75万元", "15.75万元")),
    ("which, without a value", "text", in_text("120.5万元", "1205万元")),
    ("unit in the row", "value", put("values", 0)(
        {"value": "38.5", "unit": "亿元", "bound": "exact", "text": "38.5亿元"})),
    ("unit in the row", "value", put("citations", 0)(cite("hexi-2023", "（二）培训人员|人次|120"))),
    ("converted", "computation", EXPRESSION("120.5万元 = 12050000元")),
    ("converted", "operands", put("computation", "operands")(["120.6"])),
    ("a bound that leads the number", "bound", put("values", 0, "bound")("exact")),
    ("a bound that leads the number", "bound", put("values", 0, "bound")("at_least")),
    ("a bound that leads the number", "bound", put("values", 0, "text")("260人次以上")),
    ("asked back", "text", in_text("3645件", "3654件")),
    ("asked back", "status", put("suggestions")([])),
    ("asked back", "status", put("values")(
        [{"value": "3600", "unit": "件", "bound": "exact", "text": "3600件"}])),
)  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "change"), TAMPERED)
def test_tampering_is_caught_under_its_name(name: str, kind: str, change: Change) -> None:
    found = copy.deepcopy(RIGHT[name])
    change(found)
    assert kind in {fault.kind for fault in check(found, SOURCES)}
    assert kind in proof.KINDS
