"""An editor's corrections: the quote stays verbatim, the figure is right, and the answer says both."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any

import pytest

from assistant import Assistant
from assistant.compiled import make_index
from assistant.errors import ReportError
from assistant.folders import knowledge_folder
from assistant.knowledge import read_compiled
from assistant.model import Correction, Figure, Report
from assistant.proof import Source, check, corrections
from assistant.store import pack, terms_of
from assistant.store.memory import MemoryStore
from tests.compiling import compiler

TEXT = """一、概述
全市受理政府信息公开申请120件,其中临江县70件,青河县50件。召开新闻发布会约3场。
全年公开信息5条,其中规章类5条。办公室收到感谢信,编印《简报》2.50万份。
二、收费情况
全年没有收取费用。
三、收到和处理政府信息公开申请情况
| 统计指标 | 单位 | 统计数 |
| --- | --- | --- |
| （一）收到申请数 | 件 | 684 |
"""
CARD = {
    **{"id": "linjiang-2016", "title": "临江市人民政府2016年政府信息公开工作年度报告"},
    **{"organ": "临江市人民政府", "place": "临江市", "year": "2016"},
}
REASON = "市政务办更正公告"


def correction(quote: str, value: str = "80", **more: Any) -> Correction:
    known = {"field": "value", "reason": REASON, "where": "card.yaml:7"}
    return Correction(quote=quote, value=value, **{**known, **more})


def compiled(*corrections: Correction) -> Report:
    return compiler().read(TEXT, CARD, corrections)


def figure(report: Report, quote: str) -> Figure:
    [found] = [
        f for f in report.figures if quote in f.quote and report.source[slice(*f.number)] in quote
    ]
    return found


def assistant(report: Report) -> Assistant:
    terms = terms_of(read_compiled(knowledge_folder()))
    store = MemoryStore(lambda: terms)
    store.save(pack(report, make_index(report, terms.names), terms.digest, ""))
    return Assistant(store=store)


def faults(answer: dict[str, Any], report: Report) -> Sequence[object]:
    stated = corrections(asdict(f) for f in report.figures)
    source = Source(report.source, report.digest, report.title, stated)
    return check(answer, {report.id: source})


def test_only_the_figure_changes() -> None:
    plain, report = compiled(), compiled(correction("临江县70件"))
    old, new = figure(plain, "临江县70件"), figure(report, "临江县70件")
    assert (new.value, new.text, new.printed, new.note) == (Decimal(80), "80件", "70件", REASON)
    assert new.quote == old.quote
    assert report.source[new.start : new.end] == new.quote
    assert report.ledger == plain.ledger
    others = [f for f in report.figures if f.id != new.id]
    assert others == [f for f in plain.figures if f.id != new.id]


@pytest.mark.parametrize(
    ("made", "value", "unit", "bound", "text"),
    [
        (correction("临江县70件"), "80", "件", "exact", "80件"),
        (correction("70"), "80", "件", "exact", "80件"),
        (correction("约3场", "4"), "4", "场", "exact", "4场"),
        (correction("临江县70件", "宗", field="unit"), "70", "宗", "exact", "70宗"),
        (correction("2.50万份", "2.05"), "2.05", "万份", "exact", "2.05万份"),
    ],
)
def test_what_is_corrected(made: Correction, value: str, unit: str, bound: str, text: str) -> None:
    [found] = [f for f in compiled(made).figures if f.printed]
    assert (str(found.value), found.unit, found.bound, found.text) == (value, unit, bound, text)


def test_a_place_may_be_given_by_its_offsets() -> None:
    at = TEXT.index("规章类5条") + 3
    report = compiled(correction("5条", "6", start=at, end=at + 2))
    [found] = [f for f in report.figures if f.printed]
    assert found.number == (at, at + 2)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (correction("临江县71件"), r"card\.yaml:7: 原文里没有「临江县71件」"),
        (correction("5条"), "「5条」在原文里有2处"),
        (correction("受理政府信息公开申请120件,其中临江县70件"), "有几个数字（120件、70件）"),
        (correction("收到感谢信"), "没有读出数据"),
        (correction("", start=5, end=99999), "不在原文之内"),
        (correction("70件", start=0, end=3), "请检查"),
    ],
)
def test_a_correction_that_does_not_say_which_figure(made: Correction, said: str) -> None:
    with pytest.raises(ReportError, match=said):
        compiled(made)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("临江县受理申请多少件", ["80"]),
        ("临江县受理申请70件吗", ["80"]),
        ("青河县比临江县少受理多少件申请", ["30"]),
    ],
)
def test_an_answer_says_what_was_corrected(question: str, values: list[str]) -> None:
    report = compiled(correction("临江县70件"))
    answer = assistant(report).answer(question)
    assert answer.status == "answered"
    assert [value.value for value in answer.values] == values
    assert f"（编者更正：{REASON}，“80件”原文为“70件”。）" in answer.text
    [cited] = [c for c in answer.to_dict()["citations"] if "corrections" in c]
    assert cited["corrections"] == [{"printed": "70件", "corrected": "80件", "reason": REASON}]
    assert report.source[cited["start"] : cited["end"]] == cited["quote"]
    assert "70件" in cited["quote"]
    assert faults(answer.to_dict(), report) == ()


def test_an_answer_from_other_figures_says_nothing_of_it() -> None:
    report = compiled(correction("临江县70件"))
    answer = assistant(report).answer("青河县受理申请多少件")
    assert "更正" not in answer.text
    assert all("corrections" not in cited for cited in answer.to_dict()["citations"])


def changed(answer: dict[str, Any], **more: Any) -> dict[str, Any]:
    copy: dict[str, Any] = json.loads(json.dumps(answer))
    [cited] = [c for c in copy["citations"] if "corrections" in c]
    cited["corrections"][0].update(more)
    return copy


def test_a_correction_that_no_editor_made_is_a_fault() -> None:
    report = compiled(correction("临江县70件"))
    answer = assistant(report).answer("临江县受理申请多少件").to_dict()
    assert faults(answer, report) == ()
    assert faults(answer, compiled())
    for more in ({"corrected": "90件"}, {"reason": "无"}, {"printed": "71件"}):
        assert faults(changed(answer, **more), report), more
    silent = {**answer, "text": answer["text"].partition("（编者")[0]}
    assert faults(silent, report), "the text has to say it"
    wrong = json.loads(json.dumps(answer).replace("80", "70"))
    assert faults(wrong, report), "what is printed is no answer"


def test_a_correction_is_kept_by_a_store() -> None:
    report = compiled(correction("临江县70件"))
    store = MemoryStore()
    store.save(pack(report, make_index(report, {}), "", ""))
    assert store.report(report.id) == report
