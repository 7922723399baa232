"""Yes or no over small reports: counts against 都, stated changes, zeros, and wrong numbers."""

import pytest

from tests.small import ask

# question → polarity, the figures of the answer, words of a citation
CLAIMED = [
    ("青石镇2013年9件申请都在15个工作日内答复了吗", "yes", None, "9件申请均在15个工作日内答复"),
    ("青石镇2013年交办的问题年底前都整改到位了吗", "no", ["20", "18"], "整改到位18个"),
    ("青石镇2013年有没有发生行政诉讼", "no", [], "没有行政诉讼案件发生"),
    ("青石镇2013年群众来信办结率是百分之百，没错吧", "no", ["99.5"], "办结率99.5%"),
    ("听说青石2013年减免了四名残疾人的复印费，对吗", "no", ["3"], "三名残疾人"),
    ("青石镇2013年主动公开的信息比上年少了三十条，对不对", "no", ["30"], "增加30条"),
    ("青石镇2013年主动公开的信息比上年增加了30条吧", "yes", ["30"], "增加30条"),
    ("青石镇2013年的行政复议被维持了吗", "yes", None, "行政复议1件,县政府予以维持"),
    ("云州2022年做到100%全覆盖检查了吗", "yes", ["100"], "100%全覆盖检查"),
    ("青石镇2013年为什么主动公开了500条信息", "no", ["210"], "主动公开政府信息210条"),
]


@pytest.mark.parametrize(("question", "polarity", "values", "cited"), CLAIMED)
def test_yes_and_no(question: str, polarity: str, values: list[str] | None, cited: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.polarity) == ("answered", polarity), answer.text
    assert any(cited in c.quote or c.quote in cited for c in answer.citations), answer.citations
    assert values is None or [v.value for v in answer.values] == values


def test_whether_there_was_any_is_answered_in_its_own_words() -> None:
    assert (
        ask("青石镇2013年有没有减免复印费").text
        == "有。报告写明：对三名残疾人申请人减免复印费20元。"
    )
    assert ask("青石镇2013年有没有发生行政诉讼").text.startswith("没有。")
    assert ask("青石镇2013年减免复印费了吗").text.startswith("是的。")


def test_parts_against_the_total_beside_them() -> None:
    held = ask("云州市2022年行政复议各项结果相加，跟表里总计一致吗")
    assert (held.status, held.polarity) == ("answered", "yes"), held.text
    assert "3 + 1 + 0 + 2 = 6" in held.text
    apart = ask("云州市2022年直接起诉的行政诉讼各项加起来等于总计吗")
    assert (apart.status, apart.polarity) == ("answered", "no"), apart.text
    assert "1 + 0 + 1 + 0 = 2" in apart.text


PREMISES = [
    ("云州市2022年为什么青河县申请最多", "no", "东港区"),
    ("云州市2022年为什么东港区申请最多", None, ""),
]


@pytest.mark.parametrize(("question", "polarity", "words"), PREMISES)
def test_why_of_an_order_that_is_not_so(question: str, polarity: str | None, words: str) -> None:
    answer = ask(question)
    assert answer.polarity == polarity, answer.text
    assert (answer.status == "answered") == (polarity == "no")
    assert words in answer.text
