"""`assistant.proof`: real answers hold, and each kind of tampering is caught under its own name."""

from __future__ import annotations

import ast
import copy
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import proof
from assistant.front.cli import main
from assistant.proof import Source, check, knowledge_folder, read_sources
from assistant.proof.figures import figures_in
from tests.commands import gongkai

ROOT = Path(__file__).resolve().parents[1]
REPORT = "qingyuan-2013"
SOURCES = read_sources(knowledge_folder())
SOURCE = SOURCES[REPORT]
Answer = dict[str, Any]

LIANZHOU, YINGDE = "连州市进驻了多少项", "英德市有多少项进驻事项"
LETTERS, LEAFLETS = "网上处理来信多少件", "采编上网的信息有多少篇"
FEWER, TOGETHER, SHARE = "英德比连州少几项", "英德和连州加起来多少项", "两个区合计占全市百分之几"
AVERAGE, PER_HEAD, PER_MONTH = (
    "八个县市区平均多少项",
    "人均经费多少",
    "《网络舆情》平均一个月报送多少期",
)
OVER, ORDER, PLACE = (
    "超过650项的县市区有几个",
    "进驻事项最多的三个县市区依次是哪些",
    "英德市的进驻事项在各县市区里排第几",
)
IN_YUAN, POINTS, TIMES = (
    "专项工作经费折合多少元",
    "受理率比办结率高几个百分点",
    "阳山县的进驻事项是清新区的几倍",
)
CLAIM, NO_YEAR, BOTH = "公报每期两千册对吧", "2012年进驻了多少项", "英德和连州各多少项"
MOST, LESS, ALL = "哪个县市区最多", "英德市的进驻事项超过700项吗", "各县市区的进驻事项都超过600项吗"
QUESTIONS: dict[str, tuple[str, ...]] = {
    "lookup": (
        *(LIANZHOU, YINGDE, LETTERS, LEAFLETS, "市级进驻事项多少", "专项工作经费多少"),
        *("受理群众电话咨询多少人", "门户网站全年发布多少条信息", "办理时限缩短了多少"),
        *("2013年收费了吗", "政府公报多久出版一次", "一百零八个是什么"),
    ),
    "compare": (FEWER, POINTS, TIMES, "公报文件类信息和门户网站文件类信息差多少条"),
    "sum": (TOGETHER, "八个县市区合计多少项", "实体办事大厅和网上办事大厅一共几个"),
    "remainder": ("除市级外其余多少项", "除了市级和阳山县还有多少项"),
    "share": (SHARE, "市级占全市百分之几", "人事任免信息占公报文件类信息的百分之几"),
    "average": (AVERAGE, PER_HEAD, PER_MONTH, "四个县平均每个多少项"),
    "filter": (OVER, "不足600项的县市区有哪些", "进驻事项在500到600之间的县市区有几个"),
    "rank": (ORDER, PLACE, "哪个县市区最多", "第三名是谁", "前三名的县市区有哪些"),
    "convert": (IN_YUAN, "专项工作经费折合多少亿元", "1.2万多篇(条)换算成篇(条)是多少"),
    "claim": (CLAIM, "受理率是100%吗", "佛冈县比清城区多吗", LESS, ALL, "英德市六百二十八项对吗"),
    "reverse": (
        "1535是什么数",
        "６２１１项是什么",
        "国办发〔2013〕73号是什么文件",
        "122.03是什么数",
    ),
    "unanswered": (
        NO_YEAR,
        "韶关市有多少项",
        "公报的印刷成本多少",
        "2014年12月发了多少条",
        "",
        "长" * 305,
    ),
    "clarify": ("大厅有几个", "率是多少", "文件类信息多少条"),
    "chat": ("你好", "谢谢", "你能做什么", "再见"),
    "several": (BOTH, "经费多少，人员多少", "公报每期多少册，发给谁？", "公报多少册，印刷成本多少"),
    "statement": ("存在哪些问题", "公报发给谁", "报告分几个部分", "门户网站平台建设，简单说说"),
    "display": ("各县市区进驻事项，列表", "经费的原文", "数据是哪年的"),
    "aside": (
        "我在英德上班，这边网上能办多少项？",
        "论文要用，门户网站全年发布多少条信息？",
        "全市信息公开工作人员有几个人",
    ),
    "partly": ("公报每期多少册，诊所有几家？", "公报每期多少册，一年出多少期呢"),
    "nested": (
        "专项经费除以工作人员数，人均多少元",
        "市级进驻事项占全市两成都不到吧",
        "英德市进驻事项比佛冈县多还是少，差几项",
        "市级事项数相当于清新区的多少倍？保留两位小数",
        "12826条以万条为单位是多少（保留两位小数）",
        "以365天计，门户网站日均发布信息多少条",
    ),
    "quoted": ("关于“坚持做到每天对政府门户网站巡查”，报告是怎么说的？",),
}
FOLLOW_UPS = (
    ((LIANZHOU,), "那英德呢"),
    ((LIANZHOU,), "占全市多少"),
    (("大厅有几个",), "第二个"),
    (("专项工作经费多少",), "换成元"),
    (("公报每期多少册",), "是1500册吗"),
    (("哪个县市区最多",), "最少的呢"),
)


# What the engine says and nothing proves; an entry goes when the engine is mended.
@cache
def asked() -> dict[tuple[str, tuple[str, ...]], Answer]:
    """The answers of the real command to all questions, each with the turns before it."""
    keys: list[tuple[str, tuple[str, ...]]] = [
        (q, ()) for group in QUESTIONS.values() for q in group
    ]
    keys += [(q, earlier) for earlier, q in FOLLOW_UPS]
    rows = [{"id": str(at), "q": q, "ctx": list(c)} for at, (q, c) in enumerate(keys)]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    said = gongkai("ask", "--jsonl", given=lines.encode()).stdout.decode().split("\n")
    return dict(zip(keys, map(json.loads, filter(None, said)), strict=True))


def real(question: str) -> Answer:
    """A copy of the answer to a question, to be tampered with."""
    return copy.deepcopy(asked()[question, ()])


def kinds(answer: Answer, history: tuple[str, ...] | None = None) -> set[str]:
    return {fault.kind for fault in check(answer, SOURCES, history)}


# --------------------------------------------------------------------------- what is real holds


@pytest.mark.parametrize("question", [q for group in QUESTIONS.values() for q in group])
def test_a_real_answer_holds(question: str) -> None:
    assert check(real(question), SOURCES, ()) == ()


@pytest.mark.parametrize(("earlier", "question"), FOLLOW_UPS)
def test_a_real_follow_up_holds_with_and_without_its_history(
    earlier: tuple[str, ...], question: str
) -> None:
    answer = asked()[question, earlier]
    assert answer["status"] == "answered"
    assert check(answer, SOURCES, earlier) == ()
    assert check(answer, SOURCES) == ()


def test_the_questions_are_of_every_status_and_every_computation() -> None:
    answers = asked().values()
    assert {a["status"] for a in answers} == {"answered", "clarify", "unanswered", "chat"}
    assert {a["computation"]["operator"] for a in answers if a["computation"]} >= {
        *("compare", "sum", "remainder", "share", "average", "count", "convert")
    }
    assert {a["polarity"] for a in answers} == {"yes", "no", None}


# --------------------------------------------------------------------------- tampering

Tampering = Callable[[Answer], None]


def everywhere(old: str, new: str) -> Tampering:
    """The figure changed wherever the answer states it as its own."""

    def tamper(answer: Answer) -> None:
        answer["text"] = answer["text"].replace(old, new)
        for value in answer["values"]:
            value.update({key: value[key].replace(old, new) for key in ("value", "text")})

    return tamper


def in_text(old: str, new: str) -> Tampering:
    def tamper(answer: Answer) -> None:
        assert old in answer["text"]
        answer["text"] = answer["text"].replace(old, new)

    return tamper


def in_first(name: str, **changes: Any) -> Tampering:
    """Changed entries of the first citation or value."""

    def tamper(answer: Answer) -> None:
        assert all(answer[name][0].get(key) != changes[key] for key in changes)
        answer[name][0].update(changes)

    return tamper


def moved(by: int) -> Tampering:
    def tamper(answer: Answer) -> None:
        for key in ("start", "end"):
            answer["citations"][0][key] += by

    return tamper


def cited_instead(quote: str, section: str | None = None) -> Tampering:
    """The first citation exchanged for another, true one."""

    def tamper(answer: Answer) -> None:
        citation = answer["citations"][0]
        start = SOURCE.text.index(quote)
        citation.update(quote=quote, start=start, end=start + len(quote))
        if section:
            citation["section"] = section

    return tamper


def computed(old: str, new: str, also: Tampering | None = None) -> Tampering:
    """The formula changed, in the text as well."""

    def tamper(answer: Answer) -> None:
        computation = answer["computation"]
        assert old in computation["expression"]
        for holder, key in ((computation, "expression"), (answer, "text")):
            holder[key] = holder[key].replace(old, new)
        if also:
            also(answer)

    return tamper


def operand(at: int, number: str) -> Tampering:
    def tamper(answer: Answer) -> None:
        answer["computation"]["operands"][at] = number

    return tamper


def formula(expression: str) -> Tampering:
    return lambda answer: answer["computation"].update(expression=expression)


def having(**entries: Any) -> Tampering:
    return lambda answer: answer.update(entries)


def without(name: str) -> Tampering:
    def tamper(answer: Answer) -> None:
        del answer[name]

    return tamper


def both(*several: Tampering) -> Tampering:
    def tamper(answer: Answer) -> None:
        for one in several:
            one(answer)

    return tamper


VALUE = {"value": "6211", "unit": "项", "bound": "exact", "text": "6211项"}
EXACT = both(
    in_first("values", bound="exact", text="1.2万篇(条)"), in_text("1.2万多篇(条)", "1.2万篇(条)")
)
TAMPERED: tuple[tuple[str, str, str, Tampering], ...] = (
    ("a digit of a value", "value", LIANZHOU, in_first("values", value="668")),
    ("a digit everywhere but in the quote", "value", LIANZHOU, everywhere("669", "696")),
    ("a digit of the text", "text", LIANZHOU, in_text("669", "668")),
    ("a figure of the text in words", "text", LIANZHOU, in_text("669", "六百六十八")),
    ("a digit of a quote", "quote", LIANZHOU, in_first("citations", quote="连州市668项")),
    ("an offset", "quote", LIANZHOU, moved(1)),
    ("an end behind the report", "quote", LIANZHOU, in_first("citations", end=10**6)),
    ("a negative offset", "quote", LIANZHOU, moved(-len(SOURCE.text))),
    ("an unknown report", "report", LIANZHOU, in_first("citations", report="qingyuan-2014")),
    ("a quote moved to another place", "value", LIANZHOU, cited_instead("英德市628项")),
    (
        *("a quote of another part of the report", "section", "网上处理来信多少件"),
        cited_instead("办理市政府领导接受新闻媒体采(专)访20余次"),
    ),
    ("a quote that cuts the number", "value", LIANZHOU, cited_instead("连州市66")),
    ("a quote that cuts the unit", "value", LIANZHOU, cited_instead("连州市669")),
    ("a quote that cuts the bound", "value", "办理时限缩短了多少", cited_instead("法定时限缩短50%")),
    ("an empty quote", "quote", LIANZHOU, in_first("citations", quote="", end=0)),
    ("another section", "section", LIANZHOU, in_first("citations", section="六、存在问题及改进措施")),
    ("no section", "section", LIANZHOU, in_first("citations", section="")),
    ("another title", "section", LIANZHOU, in_first("citations", title="清远市2014年年度报告")),
    ("no citation", "status", LIANZHOU, having(citations=[])),
    ("another name", "text", LIANZHOU, in_text("连州市", "阳山县")),
    ("a denial", "text", LIANZHOU, in_text("连州市", "没有连州市")),
    ("a claim behind", "text", LIANZHOU, in_text("669项。", "669项。其中一半已经办结。")),
    ("a figure behind", "text", LIANZHOU, in_text("669项。", "669项。另有37件没有办结。")),
    ("another winner", "text", MOST, in_text("阳山县最多", "英德市最多")),
    ("the other end", "word", MOST, in_text("最多", "最少")),
    ("the other verdict", "polarity", LESS, both(having(polarity="yes"), in_text("不是", "是的"))),
    ("the other verdict on all", "polarity", ALL, both(having(polarity="yes"), in_text("不是", "是的"))),
    ("two names exchanged", "text", BOTH, in_text("英德市628", "连州市628")),
    ("a wrong sum", "computation", TOGETHER, computed("1297", "1279", everywhere("1297", "1279"))),
    ("a wrong difference", "computation", FEWER, computed("= 41", "= 42", everywhere("41", "42"))),
    ("another sign", "computation", FEWER, computed("−", "+")),
    ("a sum that is a difference", "computation", TOGETHER, computed("628 + 669 = 1297", "669 − 628 = 41")),
    ("a wrong rounding", "rounding", SHARE, computed("16.68", "16.67", everywhere("16.68", "16.67"))),
    ("rounded and said to be exact", "rounding", SHARE, computed("≈", "=")),
    ("a third decimal", "rounding", AVERAGE, computed("654.13", "654.125", everywhere("654.13", "654.125"))),
    ("a changed operand", "operands", TOGETHER, operand(0, "629")),
    ("an operand of the report but not of the quotes", "operands", TOGETHER, operand(0, "6211")),
    (
        *("operands that nothing cites", "operands", TOGETHER),
        both(operand(0, "629"), computed("628 + 669 = 1297", "629 + 669 = 1298", everywhere("1297", "1298"))),
    ),
    ("an operand twice", "operands", TOGETHER, operand(0, "669")),
    ("an operand left out", "operands", AVERAGE, lambda a: a["computation"]["operands"].pop()),
    ("no operands", "operands", IN_YUAN, lambda a: a["computation"]["operands"].clear()),
    ("a number in the formula that is no operand", "operands", PER_HEAD, computed("129", "130")),
    ("no formula", "computation", FEWER, formula("41")),
    ("code for a formula", "computation", FEWER, formula("exit() = 41")),
    ("a wrong count", "computation", OVER, formula("连州市、佛冈县、连山县、阳山县 → 5")),
    ("a wrong count in the text", "text", OVER, in_text("有4个", "有5个")),
    ("no computation", "value", TOGETHER, having(computation=None)),
    ("a swapped unit", "unit", LIANZHOU, both(in_first("values", unit="件", text="669件"), in_text("669项", "669件"))),
    ("a swapped unit of the text", "unit", LIANZHOU, in_text("669项", "669件")),
    ("a unit that its text has not", "unit", LIANZHOU, in_first("values", unit="件")),
    ("percent for percentage points", "unit", POINTS, in_first("values", unit="%", text="4%")),
    ("a scale left out", "value", LEAFLETS, in_first("values", unit="篇(条)", text="1.2多篇(条)")),
    ("a scale left out of the text", "text", LEAFLETS, in_text("1.2万", "1.2")),
    ("a result in another scale", "unit", IN_YUAN, in_first("values", unit="万元", text="1220300万元")),
    ("an average in another scale", "unit", PER_HEAD, in_first("values", unit="元", text="0.95元")),
    ("a dropped bound", "bound", LEAFLETS, EXACT),
    ("a bound dropped from the value", "bound", LEAFLETS, in_first("values", bound="exact")),
    ("a bound dropped from the text", "bound", LEAFLETS, in_text("1.2万多", "1.2万")),
    ("the other bound", "bound", LEAFLETS, in_first("values", bound="about", text="1.2万篇(条)左右")),
    ("an added bound", "bound", LIANZHOU, in_first("values", bound="more", text="669余项")),
    ("a bound that its text has not", "bound", LIANZHOU, in_first("values", bound="more")),
    ("words in the text of a value", "value", LIANZHOU, in_first("values", text="将是669项")),
    ("a value on an unanswered answer", "status", NO_YEAR, having(values=[VALUE])),
    ("a yes on an unanswered answer", "status", NO_YEAR, having(polarity="yes")),
    ("a figure in a refusal", "text", NO_YEAR, in_text("所以不能回答", "应当是6213项")),
    ("a reason on an answered answer", "status", LIANZHOU, having(reason="not_in_report")),
    ("no reason", "status", NO_YEAR, having(reason=None)),
    ("no such status", "status", LIANZHOU, having(status="certain")),
    ("no such polarity", "status", CLAIM, having(polarity="maybe")),
    ("the opposite", "status", CLAIM, having(polarity="yes")),
    ("an empty text", "status", "你好", having(text=" ")),
    ("nothing to choose from", "status", "大厅有几个", having(suggestions=[])),
    ("an extra key", "shape", LIANZHOU, having(confidence=0.9)),
    ("an extra key of a value", "shape", LIANZHOU, in_first("values", source="x")),
    ("a missing key", "shape", LIANZHOU, without("polarity")),
    ("a number for a text", "shape", LIANZHOU, in_first("values", value=669)),
    ("a truth for an offset", "shape", LIANZHOU, in_first("citations", start=True)),
    ("an unknown bound", "shape", LIANZHOU, in_first("values", bound="roughly")),
    ("a separator in a value", "value", "门户网站全年发布多少条信息", in_first("values", value="12,826")),
    ("a wrong place", "text", PLACE, in_text("第6位", "第5位")),
    ("a wrong order", "text", ORDER, both(in_text("740项", "@"), in_text("852项", "740项"), in_text("@", "852项"))),
    ("a mark of a list", "text", ORDER, in_text("3. ", "4. ")),
    ("a changed times", "value", TIMES, everywhere("1.67", "1.76")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "question", "tamper"), [row[1:] for row in TAMPERED], ids=[row[0] for row in TAMPERED]
)
def test_tampering_is_caught_under_its_name(kind: str, question: str, tamper: Tampering) -> None:
    answer = real(question)
    assert kinds(answer) == set()
    tamper(answer)
    assert answer != real(question)
    assert kind in kinds(answer), check(answer, SOURCES)


def test_any_changed_digit_of_any_answer_is_caught() -> None:
    for answer in asked().values():
        if answer["status"] == "answered":
            missed = [changed for changed in _changed_digits(answer) if not kinds(changed)]
            assert missed == []


def _changed_digits(answer: Answer) -> Iterator[Answer]:
    """The answer with one digit another, in turn for each digit of its values and computation."""
    changed = copy.deepcopy(answer)
    holders = [(value, key) for value in changed["values"] for key in ("value", "text")]
    if answer["computation"]:
        holders.append((changed["computation"], "expression"))
    for holder, key in holders:
        text = holder[key]
        for found in re.finditer("[0-9]", text):
            other = str((int(found[0]) + 7) % 10)
            holder[key] = text[: found.start()] + other + text[found.end() :]
            yield copy.deepcopy(changed)
        holder[key] = text


def test_any_moved_offset_of_any_answer_is_caught() -> None:
    for answer in asked().values():
        for at, key in ((a, k) for a in range(len(answer["citations"])) for k in ("start", "end")):
            changed = copy.deepcopy(answer)
            changed["citations"][at][key] += 1
            assert "quote" in kinds(changed)


def test_a_changed_source_is_caught() -> None:
    forged = Source(SOURCE.text.replace("连州市669项", "连州市699项"), SOURCE.digest, SOURCE.title)
    answer = real(LIANZHOU)
    everywhere("669", "699")(answer)
    in_first("citations", quote="连州市699项")(answer)
    assert {fault.kind for fault in check(answer, {REPORT: forged})} == {"source"}


def test_the_quote_of_another_report_is_caught() -> None:
    other = Source("另一份报告，说的是别的事。" * 100, hashlib.sha256(b"").hexdigest())
    answer = real(LIANZHOU)
    in_first("citations", report="other-2013")(answer)
    found = {fault.kind for fault in check(answer, {**SOURCES, "other-2013": other})}
    assert {"quote", "source"} <= found


def test_what_was_never_asked_is_no_carried_question() -> None:
    answer = copy.deepcopy(asked()["第二个", ("大厅有几个",)])
    answer["text"] = answer["text"].replace("按“", "按“9999")
    assert "text" in kinds(answer, ("大厅有几个",))


# --------------------------------------------------------------------------- a report of our own

TEXT = """一、概述
全市约300件,近20家,办结1,234件,时限不超过15个工作日,共三百余件,不足五十人。经费1.5亿元和2000万元。
| 项目 | 金额（单位：万元） |
| 收费 | 59.25 |
甲村、乙村60户,丙村70户。来信12宗,来访8宗,咨询500多条,采访20余次。满意率百分之九十五。
二、其他
"""


def holds(
    text: str, values: list[tuple[str, str, str, str]], *quotes: str, **more: Any
) -> set[str]:
    """The kinds of fault of an answer over the small report."""
    source = Source(TEXT, hashlib.sha256(TEXT.encode()).hexdigest())
    citations = [
        {
            **{"report": "village-2020", "title": "村", "section": "一、概述", "quote": quote},
            **{"start": TEXT.index(quote), "end": TEXT.index(quote) + len(quote)},
        }
        for quote in quotes
    ]
    expression, *operands = more.get("computation", ("",))
    computation = {
        "operator": more.get("operator", "sum"),
        "expression": expression,
        "operands": operands,
    }
    answer = {
        **{"question": more.get("question", "？"), "status": "answered", "text": text},
        "values": [dict(zip(("value", "unit", "bound", "text"), v, strict=True)) for v in values],
        **{
            "polarity": None,
            "citations": citations,
            "reason": None,
            "suggestions": [],
            "passages": [],
            "id": "1",
        },
        "computation": computation if expression else None,
    }
    return {fault.kind for fault in check(answer, {"village-2020": source})}


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        (("300", "件", "about", "约300件"), "全市约300件"),
        (("20", "家", "about", "近20家"), "近20家"),
        (("1234", "件", "exact", "1,234件"), "办结1,234件"),
        (("15", "个工作日", "at_most", "不超过15个工作日"), "时限不超过15个工作日"),
        (("300", "件", "more", "三百余件"), "共三百余件"),
        (("300", "件", "at_least", "300件以上"), "共三百余件"),
        (("50", "人", "less", "不足50人"), "不足五十人"),
        (("1.5", "亿元", "exact", "1.5亿元"), "经费1.5亿元"),
        (("15000", "万元", "exact", "15000万元"), "经费1.5亿元"),
        (("150000000", "元", "exact", "150000000元"), "经费1.5亿元"),
        (("95", "%", "exact", "95%"), "满意率百分之九十五"),
        (("59.25", "万元", "exact", "59.25万元"), "金额（单位：万元） |\n| 收费 | 59.25"),
    ],
)
def test_a_value_is_the_figure_of_its_quote(value: tuple[str, str, str, str], quote: str) -> None:
    assert holds(f"是{value[3]}。", [value], quote) == set()


@pytest.mark.parametrize(
    ("kind", "value", "quote"),
    [
        ("bound", ("300", "件", "exact", "300件"), "全市约300件"),
        ("bound", ("300", "件", "more", "300余件"), "全市约300件"),
        ("bound", ("20", "家", "exact", "20家"), "近20家"),
        ("bound", ("300", "件", "exact", "三百件"), "共三百余件"),
        ("bound", ("15", "个工作日", "at_least", "至少15个工作日"), "时限不超过15个工作日"),
        ("unit", ("15", "天", "at_most", "不超过15天"), "时限不超过15个工作日"),
        ("value", ("1.5", "元", "exact", "1.5元"), "经费1.5亿元"),
        ("value", ("1500", "万元", "exact", "1500万元"), "经费1.5亿元"),
        ("value", ("95", "人", "exact", "95%"), "满意率百分之九十五"),
        ("unit", ("95", "人", "exact", "95人"), "满意率百分之九十五"),
        ("value", ("234", "件", "exact", "234件"), "办结1,234件"),
        ("value", ("59.25", "亿元", "exact", "59.25亿元"), "金额（单位：万元） |\n| 收费 | 59.25"),
    ],
)
def test_a_value_that_is_not_the_figure_is_caught(
    kind: str, value: tuple[str, str, str, str], quote: str
) -> None:
    assert kind in holds(f"是{value[3]}。", [value], quote)


LETTERS_AND_VISITS = ("来信12宗", "来访8宗")


@pytest.mark.parametrize(
    ("operator", "value", "unit", "formula"),
    [
        ("sum", "20", "宗", "12 + 8 = 20"),
        ("compare", "4", "宗", "12 − 8 = 4"),
        ("compare", "1.5", "倍", "12 ÷ 8 = 1.5"),
        ("average", "10", "宗", "20 ÷ 2 = 10"),
        ("share", "60", "%", "12 ÷ (12 + 8) × 100% = 60%"),
    ],
)
def test_a_formula_holds(operator: str, value: str, unit: str, formula: str) -> None:
    given = [(value, unit, "exact", value + unit)]
    operands = ("12", "12", "8") if operator == "share" else ("12", "8")
    found = holds(
        f"{formula}，是{value}{unit}。", given, *LETTERS_AND_VISITS,
        computation=(formula, *operands), operator=operator,
    )  # fmt: skip
    assert found == set()


@pytest.mark.parametrize(
    ("operator", "value", "unit", "formula", "question"),
    [
        ("compare", "2", "宗", "12 − ((12 + 8) ÷ 2) = 2", "？"),
        ("compare", "20", "%", "(12 − ((12 + 8) ÷ 2)) ÷ ((12 + 8) ÷ 2) × 100% = 20%", "？"),
        ("ratio", "1.2", "倍", "12 ÷ ((12 + 8) ÷ 2) = 1.2", "？"),
        ("median", "10", "宗", "(8 + 12) ÷ 2 = 10", "？"),
        ("changed", "17", "宗", "12 + 5 = 17", "来信多5宗呢"),
        ("product", "6", "元", "12 × 0.5 = 6", "每宗0.5元呢"),
        ("split", "2.4", "宗", "12 ÷ 5 = 2.4", "分给5个组呢"),
        ("split", "1.714", "宗", "12 ÷ 7 ≈ 1.714", "分给7个组，保留三位小数"),
    ],
)
def test_a_formula_in_a_formula_holds(
    operator: str, value: str, unit: str, formula: str, question: str
) -> None:
    operands = [
        n for n in re.findall(r"[0-9.]+", formula.split("=", maxsplit=1)[0]) if n in ("12", "8")
    ]
    more = {"computation": (formula, *operands), "operator": operator, "question": question}
    given = [(value, unit, "exact", value + unit)]
    assert holds(f"{value}{unit}：{formula}。", given, *LETTERS_AND_VISITS, **more) == set()


@pytest.mark.parametrize(
    ("kind", "operator", "formula"),
    [
        ("operands", "compare", "12 − ((12 + 8) ÷ 3) ≈ 5.33"),
        ("operands", "compare", "((12 + 12) ÷ 2) − 8 = 4"),
        ("operands", "compare", "12 − 12 = 0"),
        ("operands", "product", "12 × 0.5 = 6"),
        ("computation", "compare", "(12 + 8) + 12 = 32"),
        ("computation", "ratio", "12 − 8 = 4"),
    ],
)
def test_a_formula_in_a_formula_that_does_not_hold_is_caught(
    kind: str, operator: str, formula: str
) -> None:
    more = {"computation": (formula, "12", "8"), "operator": operator}
    assert kind in holds("是。", [], *LETTERS_AND_VISITS, **more)


@pytest.mark.parametrize(
    ("kind", "formula"),
    [
        ("rounding", "8 ÷ 12 ≈ 0.66"),
        ("rounding", "8 ÷ 12 = 0.67"),
        ("rounding", "8 ÷ 12 ≈ 0.667"),
        ("computation", "8 ÷ 12 ≈ 67"),
        ("computation", "8 × 12 = 97"),
        ("computation", "8 ÷ (12 − 12) = 0"),
        ("computation", "8 + = 8"),
        ("computation", "(8 + 12 = 20"),
        ("computation", "8 + 12"),
        ("computation", "8 + 12 = 10 + 10"),
        ("computation", "2 ** 8 = 256"),
        ("computation", ""),
        ("computation", "(" * 500 + "8" + ")" * 500 + " = 8"),
        ("computation", "8" + " + 8" * 1000 + " = 8008"),
        ("operands", "8 + 13 = 21"),
        ("operands", "8 + 12 + 12 = 32"),
        ("unit", "8宗 + 12件 = 20宗"),
    ],
)
def test_a_formula_that_does_not_hold_is_caught(kind: str, formula: str) -> None:
    assert kind in holds(
        "是20宗。", [("20", "宗", "exact", "20宗")], *LETTERS_AND_VISITS,
        computation=(formula or "=", "8", "12"), operator="other",
    )  # fmt: skip


@pytest.mark.parametrize("expression", ["1 ÷ 8 ≈ 0.13", "21 ÷ 8 ≈ 2.63", "12 ÷ 8 ≈ 1.5"])
def test_a_half_is_rounded_up(expression: str) -> None:
    more = {"computation": (expression, "8"), "operator": "other", "question": "1、21和12"}
    assert holds("是。", [], *LETTERS_AND_VISITS, **more) == set()


def test_several_formulas_share_out_their_operands() -> None:
    values = [
        ("20", "宗", "exact", "20宗"),
        ("4", "宗", "exact", "4宗"),
        ("2", "个", "exact", "2个"),
    ]
    more = {"operator": "sum；compare；count", "computation": (
        "12 + 8 = 20；12 − 8 = 4；甲村、乙村、丙村 → 2", "12", "8", "12", "8", "60户", "70户")}  # fmt: skip
    quotes = (*LETTERS_AND_VISITS, "来信12宗,来访8宗", "甲村、乙村60户", "丙村70户")
    text = "1. 合计20宗。\n2. 相差4宗。\n3. 有2个：甲村、乙村60户、丙村70户。"
    assert holds(text, values, *quotes, **more) == set()
    more["computation"] = ("12 + 8 = 20；甲村、乙村、丙村 → 2", "12", "8", "60户", "70户")
    assert holds(text.replace("\n2. 相差4宗。\n3", "\n2"), values[::2], *quotes, **more) == set()


def test_a_sum_of_open_figures_is_open() -> None:
    quotes = ("咨询500多条", "采访20余次")
    more = {"computation": ("500 + 20 = 520", "500", "20")}
    for said, bound, kinds_found in (
        ("520条以上", "at_least", set()),
        ("520条", "exact", {"bound"}),
        ("520条左右", "about", {"bound"}),
    ):
        assert holds(f"合计{said}。", [("520", "条", bound, said)], *quotes, **more) == kinds_found


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("三百", 300), ("十二", 12), ("三百零五", 305), ("六千二百一十一", 6211), ("二〇一三", 2013),
        ("一万二", 12000), ("十八万", 180_000), ("一亿二千万", 120_000_000), ("一百二十二点零三万", 1_220_300),
        ("兩萬", 20_000), ("三千五", 3500), ("零点五", 0.5), ("１２３４", 1234), ("1.2万", 12_000),
        ("百", None), ("千万", None),
    ],
)  # fmt: skip
def test_the_reader_of_numerals(written: str, number: float | None) -> None:
    figures = figures_in(f"共{written}条")
    assert [float(figure.full) for figure in figures] == ([] if number is None else [number])


# --------------------------------------------------------------------------- whatever is given

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
numerals = st.text(
    "0123456789０１百千万亿十零一二两.,点%以上多余约第个：；。（）“”→=≈+−×÷() 项\n", max_size=40
)


@given(json_values)
@settings(max_examples=50)
def test_anything_can_be_checked(thing: Any) -> None:
    assert all(fault.kind in proof.KINDS for fault in check(thing, SOURCES))


@given(st.data())
@settings(max_examples=200)
def test_any_text_in_any_place_can_be_checked(data: st.DataObject) -> None:
    answer = real(data.draw(st.sampled_from((FEWER, SHARE, OVER, ORDER, PLACE, IN_YUAN, NO_YEAR))))
    computation = answer["computation"] or {}
    holders = [
        *((answer, key) for key in ("text", "question", "polarity", "reason")),
        *((computation, key) for key in ("expression", "operator") if computation),
        *((row, key) for row in answer["values"] for key in ("value", "unit", "text")),
        *((row, key) for row in answer["citations"] for key in ("quote", "section")),
    ]
    holder, key = data.draw(st.sampled_from(holders))
    holder[key] = data.draw(st.text(max_size=20) | numerals)
    assert all(fault.kind in proof.KINDS for fault in check(answer, SOURCES))


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 5000 + "项", "1" * 41, "九" * 5000])
def test_numbers_beyond_all_measure_can_be_checked(number: str) -> None:
    for question in (TOGETHER, ORDER, PLACE, OVER):
        answer = real(question)
        answer["text"] += f"在{number}个中排第{number}位，有{number}个：；{number}. "
        if answer["computation"]:
            answer["computation"].update(expression=f"{number} + 1 = {number}", operands=[number])
        answer["values"][0]["value"] = number
        assert "value" in kinds(answer)


# --------------------------------------------------------------------------- independence


PARTS = sorted((ROOT / "assistant" / "proof").glob("*.py"))


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_the_proof_imports_only_the_standard_library_and_itself(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        name
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [("." * node.level) + (node.module or "")]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    others = {name for name in imported if not name.startswith("assistant.proof.")}
    assert {name.split(".")[0] for name in others} <= sys.stdlib_module_names
    called = {
        n.func.id
        for n in ast.walk(tree)
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }
    assert not called & {"eval", "exec", "compile", "__import__"}


def test_the_command_loads_nothing_of_the_engine(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(real(LIANZHOU)), encoding="utf-8")
    code = "import sys; from assistant.front.cli import main; main(['verify', sys.argv[1]]);" \
        "print(*sorted(m for m in sys.modules if m.startswith('assistant')))"  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], capture_output=True, cwd=ROOT, check=True
    )
    loaded = done.stdout.decode().splitlines()[-1].split()
    assert set(loaded) == {
        *("assistant", "assistant.errors", "assistant.front", "assistant.parts"),
        *("assistant.front.cli", "assistant.front.streams", "assistant.front.commands"),
        *("assistant.front.commands.verify", "assistant.front.stored", "assistant.proof"),
        *(f"assistant.proof.{path.stem}" for path in PARTS if path.stem != "__init__"),
    }


# --------------------------------------------------------------------------- the command


def written(folder: Path, text: str) -> str:
    file = folder / "answers.jsonl"
    file.write_bytes(text.encode())
    return str(file)


def forged() -> Answer:
    answer = real(LIANZHOU)
    in_text("669", "668")(answer)
    return answer


def as_json(thing: object) -> str:
    return json.dumps(thing, ensure_ascii=False)


def test_verify_says_ok(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = real(LIANZHOU)
    line = as_json(answer)
    for text in (line, json.dumps(answer, indent=2), f"\ufeff{line}\r\n"):
        assert main(["verify", written(tmp_path, text)]) == 0
        assert capsys.readouterr().out == "第1行：OK\n"


def test_verify_names_the_line_and_the_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, f"{as_json(real(YINGDE))}\n\n{as_json(forged())}\n")
    assert main(["verify", file]) == 1
    assert capsys.readouterr().out == (
        "第1行：OK\n第3行：文字与出处不符：文字里的“668项”没有依据\n"
    )


def test_verify_reads_an_array(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", written(tmp_path, as_json([real(YINGDE), forged()]))]) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.split("：")[0] for line in said] == ["第1个", "第2个"]


def test_verify_gives_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = f"{as_json(real(YINGDE))}\n{as_json(forged())}"
    assert main(["verify", "--json", written(tmp_path, lines)]) == 1
    good, bad = map(json.loads, capsys.readouterr().out.splitlines())
    assert (good["place"], good["ok"], good["faults"]) == ("第1行", True, [])
    assert (bad["ok"], [fault["kind"] for fault in bad["faults"]]) == (False, ["text"])


def test_verify_says_each_fault_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = real(LIANZHOU) | {"a\nb": 1, "c\r\nd": 2}
    assert main(["verify", written(tmp_path, as_json(answer))]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_verify_reads_what_the_command_writes() -> None:
    given = "".join(as_json({"q": q}) + "\n" for q in (LIANZHOU, SHARE, NO_YEAR, "你好"))
    answers = gongkai("ask", "--jsonl", given=given.encode()).stdout + b"\n"
    done = gongkai("verify", "-", given=answers)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines() == [f"第{at}行：OK" for at in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "没有答案"),
        (b"\n \n", "没有答案"),
        (b"[]", "没有答案"),
        (b"\xff\xfe", "UTF-8"),
        (b"7", "第1行"),
        (b"{}\n7\n", "第2行"),
        (b"[{}, 7]", "第2个"),
        (b"{}\n\n{", "第3行"),
        (b'{"id": NaN}', "第1行"),
        (b'{"id": 1, "id": 2}', "第1行"),
        (b"[" * 100_000, "第1行"),
        (b'{"id": ' + b"1" * 10_000 + b"}", "第1行"),
    ],
)
def test_verify_says_in_one_line_what_it_cannot_read(
    data: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_bytes(data)
    assert main(["verify", str(file)]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert said in error
    assert str(file) in error
    assert error.count("\n") == 1


def test_verify_names_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "/nowhere/answers.jsonl"]) == 2
    assert "/nowhere/answers.jsonl" in capsys.readouterr().err
