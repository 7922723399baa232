"""Whether a report contradicts itself is told from checking it, with titles and the words of both sides."""

from __future__ import annotations

import hashlib

import pytest
import qingyuan

from assistant import Answer
from assistant.proof import Source, check
from tests.test_doubts import assistant
from tests.towns import assistant as towns
from tests.towns import say

ASKED = [
    ("这份报告有没有矛盾", "no"),
    ("报告有没有自相矛盾的地方？", "no"),
    ("有没有矛盾", "no"),
    ("报告里的数字有没有对不上的", "no"),
    ("年报中的数据有无出入", "no"),
    ("2013年的报告有没有矛盾", "no"),
    ("报告里的数字对得上吗", "yes"),
    ("数据前后一致吗", "yes"),
    ("清远市2013年的报告数字对得上吗", "yes"),
    ("这份报告的勾稽关系成立吗", "yes"),
]
# Something else is asked, or of another report.
OTHERS = [
    "连州市的数字对得上吗",
    "各县的数和总数对得上吗",
    "韶关的报告有没有矛盾",
    "2012年的报告有没有矛盾",
    "行政复议和行政诉讼有没有矛盾",
]


def proved(answer: Answer, sources: dict[str, Source]) -> None:
    for cited in answer.citations:
        assert sources[cited.report].text[cited.start : cited.end] == cited.quote
    assert check(answer.to_dict(), sources) == ()


@pytest.mark.parametrize(("question", "polarity"), ASKED)
def test_where_nothing_disagrees(question: str, polarity: str) -> None:
    found = qingyuan.answered(question)
    assert (found.polarity, found.values) == (polarity, ())
    assert "没有发现对不上的地方" in found.text
    assert "所列分项可能不全" in found.text
    assert "qingyuan-2013" not in found.text


@pytest.mark.parametrize("question", OTHERS)
def test_what_is_not_about_the_report_is_no_check(question: str) -> None:
    assert "核对" not in qingyuan.ask(question).text


@pytest.mark.parametrize(
    ("question", "polarity"), [("这份报告有没有矛盾", "yes"), ("报告里的数字对得上吗", "no")]
)
def test_what_disagrees_is_told_and_proved(question: str, polarity: str) -> None:
    found = assistant(47).answer(question)
    assert (found.status, found.polarity) == ("answered", polarity)
    assert "全市设立查阅点47个，6 + 18 + 22 ≠ 47" in found.text
    assert "linjiang-2016" not in found.text
    source = assistant(47).reports[0].source
    digest = hashlib.sha256(source.encode()).hexdigest()
    proved(found, {"linjiang-2016": Source(source, digest)})


def test_several_reports_are_asked_back_and_one_is_told() -> None:
    found = say(["2023年的报告有没有矛盾"])
    assert found.status == "clarify"
    assert "不能核对" not in found.text
    for turns in ([found.suggestions[0]], ["2023年的报告有没有矛盾", "1"]):
        told = say(turns)
        assert (told.status, told.polarity) == ("answered", "no")
        assert {c.report for c in told.citations} == {"beiyuan-2023"}
    again = say(["北原市2023年行政处罚多少件", "这份报告有没有矛盾"])
    assert again.citations == told.citations


def test_no_answer_names_an_id() -> None:
    for card in towns().cards:
        text = say([f"{card.place}{card.year}年的报告有没有矛盾"]).text
        assert card.id not in text
