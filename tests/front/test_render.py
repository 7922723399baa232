"""Answers as text: wrapping by columns, and which figures stand out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.front.render import columns, figures_in, highlight, noted, render, table, wrap
from assistant.model import Answer, Citation, Computation, Passage, Value

TEXTS = st.text(alphabet="连州市，。（《》）“”项进驻1234567890.%, ab", max_size=120)


def answer(quote: str, *figures: str, operands: tuple[str, ...] = ()) -> Answer:
    return Answer(
        question="？",
        status="answered",
        text="答",
        values=tuple(Value(f.rstrip("项条%"), "项", "exact", f) for f in figures),
        citations=(Citation("r", "年报", "一、概述", quote, 0, len(quote)),),
        computation=Computation("compare", "式", operands) if operands else None,
    )


@pytest.mark.parametrize(
    ("quote", "figures", "operands", "marked"),
    [
        ("连州市669项", ("669项",), (), ["669项"]),
        ("共1669项,连州市669项", ("669项",), (), ["669项"]),
        ("连州市669 项", ("669项",), (), ["669"]),
        ("约1.2万条", ("2万条",), (), []),
        ("连州市669项,英德市628项", ("41项",), ("669", "628"), ["669", "628"]),
        ("占50%以上", ("50%",), (), ["50%"]),
        ("未发生收费", (), (), []),
    ],
)
def test_only_the_figure_itself_stands_out(
    quote: str, figures: tuple[str, ...], operands: tuple[str, ...], marked: list[str]
) -> None:
    spans = figures_in(quote, answer(quote, *figures, operands=operands))
    assert [quote[start:end] for start, end in spans] == marked


def test_bold_only_with_colour() -> None:
    assert highlight("连州市669项", [(3, 7)], color=False) == "连州市669项"
    assert highlight("连州市669项", [(3, 7)], color=True) == "连州市\x1b[1m669项\x1b[22m"


@given(TEXTS, st.integers(min_value=4, max_value=60))
def test_wrapping_keeps_the_text_and_the_width(text: str, width: int) -> None:
    lines = list(wrap(text, width))
    assert "".join(text[s:e] for s, e in lines).replace(" ", "") == text.replace(" ", "")
    assert all(columns(text[s:e]) <= width for s, e in lines)


def test_no_line_begins_with_a_closing_mark_and_no_figure_is_torn() -> None:
    text = "全市共开通实体办事大厅9个，网上办事大厅进驻事项总数为6211项。"
    for width in range(20, 60):
        lines = [text[s:e] for s, e in wrap(text, width)]
        assert not any(line[0] in "，。" for line in lines)
        assert sum("6211项" in line for line in lines) == 1


def test_colour_and_width_change_no_word() -> None:
    shown = answer("目前进驻事项总数为6211项，其中连州市669项。" * 3, "669项")
    plain = render(shown)
    fancy = render(shown, color=True, width=24).replace("\x1b[1m", "").replace("\x1b[22m", "")
    assert "".join(fancy.split()) == "".join(plain.split())


def test_a_control_character_is_not_obeyed() -> None:
    assert "\x1b" not in render(answer("连州市\x1b[31m669项"))


def test_the_formula_is_shown_where_the_text_leaves_it_out() -> None:
    assert "式" in render(answer("连州市669项", operands=("669",)))


def test_citations_of_several_reports_stand_under_their_titles() -> None:
    cited = tuple(Citation(t, t, "一", "数", 0, 1) for t in ("甲报告", "甲报告", "乙报告"))
    said = render(Answer("？", "answered", "答", citations=cited))
    assert said.count("《甲报告》") == 1
    assert said.index("[2]") < said.index("《乙报告》") < said.index("[3]")


def near(title: str, section: str, quote: str) -> Passage:
    return Passage(title, title, section, quote, 0, len(quote))


def test_passages_are_marked_as_no_answer_under_their_titles_and_sections() -> None:
    passages = (
        near("甲报告", "一", "连州市669项"),
        near("甲报告", "一", "| 规章 |  | 22 |"),
        near("乙报告", "二", "规范\n性文件"),
    )
    refused = Answer("？", "unanswered", "没有找到。", reason="not_matched", passages=passages)
    lines = render(refused).split("\n")
    assert lines[2:] == [
        "报告里最相关的原文（不是答案）：",
        *("  《甲报告》", "  · 一", "    “连州市669项”", "    “规章 · 22”"),
        *("  《乙报告》", "  · 二", "    “规范性文件”"),
    ]
    # A chat shows it as Markdown: passages that were lines of one paragraph would run together.
    items = re.findall("<li>(.*)</li>", MarkdownIt().render(noted(refused)))
    assert items == [
        *("《甲报告》 一：“连州市669项”", "《甲报告》 一：“规章 · 22”"),
        "《乙报告》 二：“规范性文件”",
    ]


def test_an_answer_without_text_or_proof_is_still_text() -> None:
    assert render(Answer("？", "unanswered", "")) == ""


def test_a_table_is_aligned_by_columns() -> None:
    assert table([("编号", "x"), ("a", "y")]) == "编号  x\na     y"
    assert table([]) == ""
