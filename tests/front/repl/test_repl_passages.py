from __future__ import annotations

import pytest

from assistant.front.repl.layout import Page
from assistant.front.repl.passages import paragraph_around, passages, sentence_around
from assistant.model import Answer, Citation, Report, Value

SOURCE = "一、概述\n一是有甲7宗,乙9宗。二是快!三是有丙5宗\n末段。"


def report(identity: str = "r") -> Report:
    return Report(identity, "题", "", "", 2013, SOURCE, "", (), (), (), (), {})


def cited(quote: str, of: str = "r") -> Citation:
    start = SOURCE.index(quote)
    return Citation(of, "题", "一、概述", quote, start, start + len(quote))


def answered(*citations: Citation, figures: tuple[str, ...] = ()) -> Answer:
    values = tuple(Value("", "宗", "exact", figure) for figure in figures)
    return Answer("q", "answered", "…", values=values, citations=citations)


@pytest.mark.parametrize(
    ("quote", "sentence", "paragraph"),
    [
        ("甲7宗", "一是有甲7宗,乙9宗。", "一是有甲7宗,乙9宗。二是快!三是有丙5宗"),
        ("乙9宗。", "一是有甲7宗,乙9宗。", "一是有甲7宗,乙9宗。二是快!三是有丙5宗"),
        (
            "9宗。二是",
            "一是有甲7宗,乙9宗。二是快!三是有丙5宗",
            "一是有甲7宗,乙9宗。二是快!三是有丙5宗",
        ),
        ("丙5宗", "二是快!三是有丙5宗", "一是有甲7宗,乙9宗。二是快!三是有丙5宗"),
        ("概述", "一、概述", "一、概述"),
        ("末段。", "末段。", "末段。"),
    ],
)
def test_what_stands_around_a_quote(quote: str, sentence: str, paragraph: str) -> None:
    span = SOURCE.index(quote), SOURCE.index(quote) + len(quote)
    assert SOURCE[slice(*sentence_around(SOURCE, *span))] == sentence
    assert SOURCE[slice(*paragraph_around(SOURCE, *span))] == paragraph


def test_citations_of_one_sentence_share_a_passage() -> None:
    answer = answered(cited("乙9宗"), cited("甲7宗"), figures=("9宗", "7宗"))
    (passage,) = passages(answer, lambda _: report(), sentence_around)
    assert [passage.text[s:e] for s, e in passage.marks] == ["7宗", "9宗"]


def test_where_no_figure_is_the_answer_the_quote_is_marked() -> None:
    (passage,) = passages(answered(cited("有甲")), lambda _: report(), sentence_around)
    assert [passage.text[s:e] for s, e in passage.marks] == ["有甲"]


@pytest.mark.parametrize("quote", ["末段。", "末段"])
def test_a_whole_sentence_is_not_marked(quote: str) -> None:
    (passage,) = passages(answered(cited(quote)), lambda _: report(), sentence_around)
    assert passage.marks == ()


def test_two_reports_with_the_same_text_are_two_passages() -> None:
    answer = answered(cited("甲7宗", "r"), cited("甲7宗", "s"))
    assert len(passages(answer, report, sentence_around)) == 2


def test_a_report_that_is_not_loaded_shows_no_passage() -> None:
    assert passages(answered(cited("甲7宗")), lambda _: None, sentence_around) == ()


@pytest.mark.parametrize(
    ("color", "width", "written"),
    [
        (False, None, "出处：甲【7宗】"),
        (True, None, "出处：甲\x1b[1m7宗\x1b[22m"),
        (False, 40, "出处：甲【7宗】"),
        (True, 40, "出处：甲\x1b[1m7宗\x1b[22m"),
    ],
)
def test_marks_stand_out_with_and_without_colour(
    color: bool, width: int | None, written: str
) -> None:
    assert Page(color, width).write("甲7宗", "出处：", marks=[(1, 3)]) == written


def test_a_mark_may_run_over_a_line_break() -> None:
    text = Page(color=True, width=24).write("甲" * 30, marks=[(5, 25)])
    rows = text.split("\n")
    assert [row.count("\x1b[1m") for row in rows] == [row.count("\x1b[22m") for row in rows]
    assert text.replace("\x1b[1m", "").replace("\x1b[22m", "").replace("\n", "") == "甲" * 30


def test_control_characters_never_reach_the_page() -> None:
    assert "\x1b" not in Page(width=40).write("甲\x1b[2J乙", marks=[(0, 1)])
