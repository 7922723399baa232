from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.engine import Assistant
from assistant.front.followups import follow_ups
from assistant.front.render import columns
from assistant.front.repl.commands import COMMANDS, slash
from assistant.front.repl.layout import Page
from assistant.front.repl.session import Session, chosen_by, readable, respond
from assistant.front.repl.show import greeting
from assistant.front.repl.show import shown as shown_by
from assistant.model import Answer, Finding, Passage, Question
from assistant.trace import Trace
from tests.towns import assistant as towns

PAGE = Page()
ASKED = "连州市进驻多少项"


class Scripted(Assistant):
    """An assistant that answers everything in one way and remembers nothing."""

    def __init__(self, status: str = "answered", suggestions: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._status, self._suggestions = status, suggestions

    def explain(
        self, question: str, history: Sequence[str] = (), _before: Trace | None = None
    ) -> Trace:
        said = f"{question}｜{'、'.join(history)}"
        answer = Answer(question, self._status, said, suggestions=self._suggestions)
        read = Question(question, question, history=tuple(history))
        return Trace(read, (), "", None, Finding(self._status, ""), answer)

    def examples(self) -> tuple[str, ...]:
        return ()


def converse(assistant: Assistant, *lines: str, page: Page = PAGE) -> tuple[Session, list[str]]:
    session, texts = Session(), []
    for line in lines:
        session, output = respond(session, line, assistant, page)
        texts.append(output.text)
    return session, texts


def flowing(text: str) -> str:
    return "".join(text.split())


# --------------------------------------------------------------------------- lines


@pytest.mark.parametrize(
    ("line", "offered", "chosen"),
    [
        ("1", ("甲?", "乙?"), "甲?"),
        ("2", ("甲?", "乙?"), "乙?"),
        (" 2. ", ("甲?", "乙?"), "乙?"),
        ("２", ("甲?", "乙?"), "乙?"),
        ("2、", ("甲?", "乙?"), "乙?"),
        ("0", ("甲?", "乙?"), None),
        ("3", ("甲?", "乙?"), None),
        ("1", (), None),
        ("1535", ("甲?",), None),
        ("-1", ("甲?",), None),
        ("1个", ("甲?",), None),
        ("²", ("甲?", "乙?"), "乙?"),
        ("", ("甲?",), None),
        ("第二个", ("甲?", "乙?"), "乙?"),
        ("选2", ("甲?", "乙?"), "乙?"),
        ("第2条", ("甲?", "乙?"), "乙?"),
        ("第三个", ("甲?", "乙?"), None),
        ("第二", ("甲?", "乙?"), None),
        ("第二多的是谁", ("甲?", "乙?"), None),
        ("第二个", (), None),
    ],
)
def test_a_bare_number_chooses(line: str, offered: tuple[str, ...], chosen: str | None) -> None:
    assert chosen_by(line, offered) == chosen


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("  连州市\t多少项 \n", "连州市 多少项"),
        ("连州市多少项\r\n\n\t英德呢", "连州市多少项\n英德呢"),
        ("连州市\x1b[31m", "连州市 [31m"),
        ("\x00\x07", ""),
        ("\ud800坏", "坏"),
    ],
)
def test_a_line_is_freed_of_what_a_terminal_would_obey(line: str, read: str) -> None:
    assert readable(line) == read


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("/帮助", "帮助"),
        ("／帮助", "帮助"),
        ("、帮助", "帮助"),
        ("/ HELP ", "help"),
        ("/", ""),
        ("连州市/多少项", None),
        ("", None),
    ],
)
def test_a_slash_makes_a_command(line: str, command: str | None) -> None:
    assert slash(line) == command


# --------------------------------------------------------------------------- the conversation


def test_a_question_is_asked_with_the_earlier_ones() -> None:
    session, texts = converse(Scripted(), "甲", "", "/目录 x-1", "乙", "丙")
    assert session.history == ("甲", "乙", "丙")
    assert texts == ["甲｜", "", "没有载入“x-1”；已载入：qingyuan-2013", "乙｜甲", "丙｜甲、乙"]


def test_a_number_asks_the_offered_question_by_itself() -> None:
    assistant = Scripted("clarify", ("是甲吗？", "是乙吗？"))
    session, texts = converse(assistant, "哪个", "2")
    assert "1. 是甲吗？" in texts[0]
    assert "2. 是乙吗？" in texts[0]
    assert texts[1].startswith("问：是乙吗？\n是乙吗？｜\n")
    assert session.history == ("哪个", "是乙吗？")


@pytest.mark.parametrize("line", ["0", "9", "９。"])
def test_a_number_that_was_not_offered_is_no_question(assistant: Assistant, line: str) -> None:
    session, _ = respond(Session(), "全市有几个实体办事大厅", assistant, PAGE)
    assert 0 < len(session.offered) < 9
    after, output = respond(session, line, assistant, PAGE)
    assert after == session
    assert "没有这个编号" in output.text


def test_what_was_offered_stays_while_commands_are_given() -> None:
    assistant = Scripted("clarify", ("是甲吗？",))
    session, _ = converse(assistant, "哪个", "/帮助", "/解释", "", "/无此命令")
    assert session.offered == ("是甲吗？",)


def test_a_number_that_chooses_nothing_is_a_question() -> None:
    session, texts = converse(Scripted(), "7")
    assert (session.history, texts) == (("7",), ["7｜"])


def test_a_session_is_a_value(assistant: Assistant) -> None:
    session, _ = converse(assistant, ASKED)
    once = respond(session, "英德市呢", assistant, PAGE)
    assert respond(session, "英德市呢", assistant, PAGE) == once
    assert session.history == (ASKED,)


def test_the_turn_before_is_as_good_as_what_was_asked(assistant: Assistant) -> None:
    lines = [ASKED, "那英德呢", "今天天气怎么样" * 12, "公报每期多少册", "再说一遍", "那一年呢"]
    session = Session()
    for line in lines:
        answer = assistant.answer(line, session.history)
        session, _ = respond(session, line, assistant, PAGE)
        assert session.answer == answer


def test_with_the_turn_before_no_question_is_read_again(assistant: Assistant) -> None:
    before = assistant.explain(ASKED)
    unread = ("这一句没有人读",)
    assert assistant.explain("那英德呢", unread, before).answer.values[0].text == "628项"
    assert assistant.explain("再说一遍", unread, before).answer.values == before.answer.values


@pytest.mark.parametrize("line", ["/退出", "/quit", "/exit", "、退出", "exit", "quit", "退出"])
def test_leaving(line: str) -> None:
    _, output = respond(Session(), line, Scripted(), PAGE)
    assert output.leave
    assert not output.text


@pytest.mark.parametrize("line", ["/新对话", "/new", "新对话", "重新开始"])
def test_a_new_conversation(assistant: Assistant, line: str) -> None:
    before, _ = converse(assistant, ASKED)
    after, output = respond(before, line, assistant, PAGE)
    assert after == Session()
    assert "不接前文" in output.text
    assert not output.refused


@pytest.mark.parametrize("line", ["/清屏", "/clear"])
def test_clearing_the_screen_keeps_the_conversation(line: str) -> None:
    before, _ = converse(Scripted(), "甲")
    after, output = respond(before, line, Scripted(), PAGE)
    assert output.clear
    assert after == before


# --------------------------------------------------------------------------- over the report


def test_an_answer_is_proved_by_its_sentence_with_the_figure_marked(assistant: Assistant) -> None:
    session, (text,) = converse(assistant, ASKED)
    assert session.answer is not None
    citation = session.answer.citations[0]
    assert citation.section in text
    assert "连州市【669项】,英德市628项" in text
    assert "总数为6211项" in text
    assert "\x1b" not in text


def test_with_colour_the_figure_is_bold(assistant: Assistant) -> None:
    _, (text,) = converse(assistant, ASKED, page=Page(color=True))
    assert "连州市\x1b[1m669项\x1b[22m,英德市628项" in text
    assert "【" not in text


def test_what_is_offered_after_an_answer_is_answered(assistant: Assistant) -> None:
    session, _ = converse(assistant, ASKED)
    assert session.offered
    for question in session.offered:
        assert assistant.answer(question).status == "answered", question


def test_what_was_asked_is_not_offered_again(assistant: Assistant) -> None:
    session, _ = converse(assistant, ASKED)
    for _ in range(4):
        if session.offered:
            session, _ = respond(session, "1", assistant, PAGE)
    assert len(set(session.history)) == len(session.history)
    assert not set(session.history) & set(session.offered)


def test_the_engines_suggestions_come_before_neighbours(assistant: Assistant) -> None:
    trace = assistant.explain("2012年连州市进驻多少项")
    answer = Answer("q", "unanswered", "…", suggestions=("甲?", "甲?", "乙?"))
    assert follow_ups(assistant, replace(trace, answer=answer), ()) == ("甲?", "乙?")
    bare = Answer("q", "unanswered", "…")
    assert follow_ups(assistant, replace(trace, answer=bare), ()) == ()


def test_what_is_offered_is_answered_after_what_was_said(assistant: Assistant) -> None:
    for question in follow_ups(assistant, assistant.explain(ASKED), (ASKED,)):
        trace = assistant.explain(question, (ASKED,))
        assert trace.answer.status == "answered", question
        assert not (trace.question.after or trace.question.carried), trace.answer.text


def test_what_is_offered_gives_each_time_another_figure(assistant: Assistant) -> None:
    before = assistant.explain(ASKED)
    offered = follow_ups(assistant, before, (ASKED,))
    given = [assistant.answer(q, (ASKED,)).values for q in offered]
    assert len(given) == len({before.answer.values, *given}) - 1


def test_the_questions_that_a_number_chooses_stand_next_to_the_prompt(assistant: Assistant) -> None:
    session, (text,) = converse(assistant, "县市区进驻事项排名")
    bars, _, chosen = text.partition("还可以问（输入编号）：\n")
    assert "█" in bars and "█" not in chosen
    assert chosen.count("\n") + 1 == len(session.offered)


@pytest.mark.parametrize("question", ["公报印刷花了多少钱", "2012年办了几场新闻发布会"])
def test_on_a_low_screen_a_refusal_is_seen_to_be_one(assistant: Assistant, question: str) -> None:
    low = Page(width=40, height=20)
    session, (text, cited) = converse(assistant, question, "/出处", page=low)
    assert session.answer and len(session.answer.passages) == 3
    assert text.count("\n") + 1 <= 17
    assert "还有2段，见 /出处" in text and "（不是答案）" in text
    assert "（不是答案）" in cited
    _, (whole,) = converse(assistant, question, page=Page(width=40, height=60))
    for passage in session.answer.passages:
        quote = "".join(passage.quote.split())
        assert quote in "".join(whole.split())
        assert quote in "".join(cited.split())


@pytest.mark.parametrize(
    ("lines", "shown"),
    [(15, "“公开信息第一句，公开信息第一…”"), (13, "最相关的原文有2段（不是答案），见 /出处")],
)
def test_where_the_choices_leave_little_room_a_passage_is_cut_before_the_refusal_scrolls_away(
    lines: int, shown: str
) -> None:
    passage = Passage("a", "《题》", "一、概述", "公开信息第一句，" * 9, 0, 72)
    answer = Answer("q", "clarify", "您问的是哪一项？" * 4, passages=(passage, passage))
    text = shown_by(answer, ["很长的问题" * 6] * 2, towns(), Page(width=40, height=lines))
    assert text.startswith("您问的是哪一项？") and text.count("\n") + 1 <= lines - 3
    assert shown in text and "见 /出处" in text


@pytest.mark.parametrize("line", ["/出处", "/原文", "/cite"])
def test_cite_shows_the_whole_paragraph(assistant: Assistant, line: str) -> None:
    _, texts = converse(assistant, ASKED, line)
    source = assistant.reports[0].source
    paragraph = next(p for p in source.split("\n") if "连州市669项" in p)
    assert paragraph.replace("669项", "【669项】") in texts[1]


@pytest.mark.parametrize("line", ["/目录", "/toc", "/目录 qingyuan-2013"])
def test_contents_lists_the_sections(assistant: Assistant, line: str) -> None:
    _, (text,) = converse(assistant, line)
    assert assistant.reports[0].title in text
    rows = [row.strip() for row in text.split("\n")]
    for section in assistant.reports[0].sections:
        assert any(row.startswith(section.label) for row in rows)
    assert "三、依申请公开政府信息和不予公开政府信息的情况" in rows


@pytest.mark.parametrize("line", ["/台账", "/ledger"])
def test_the_ledger_lists_every_numeral(assistant: Assistant, line: str) -> None:
    _, (text,) = converse(assistant, line)
    rows = text.split("\n")[1:]
    written = [entry.text for entry in assistant.reports[0].ledger]
    assert [row.partition("  ")[0] for row in rows] == written
    assert all(row.partition("  ")[2] for row in rows)


def test_a_table_proves_by_its_cell_with_the_heads_and_the_row_is_there_when_asked_for() -> None:
    asked = "北原市2023年行政复议结果维持多少件"
    _, texts = converse(towns(), asked, "/出处", page=Page(width=80, color=False))
    assert "行政复议 › 结果维持：【9】" in texts[0]
    assert "|" not in texts[0]
    assert "| 9 |" in texts[1].replace("【9】", "9")


@pytest.mark.parametrize("line", ["/抄录", "、抄录", "/copy"])
def test_an_answer_is_copied_as_it_stands_in_a_letter(assistant: Assistant, line: str) -> None:
    _, texts = converse(
        assistant, "英德市进驻事项比连州市少几项", line, page=Page(width=40, color=True)
    )
    assert texts[1].splitlines() == [
        "问：英德市进驻事项比连州市少几项",
        "答：网上办事大厅进驻事项：英德市628项，连州市669项，连州市更多，相差41项。",
        "算式：669 − 628 = 41",
        "出处：",
        "《清远市人民政府办公室2013年政府信息公开工作年度报告》一、概述 > (二)认真做好政府信息主动公开工作",
        "“英德市628项”",
        "“连州市669项”",
    ]


def test_a_copy_is_written_to_a_new_file(assistant: Assistant, tmp_path: Path) -> None:
    path = tmp_path / "Answer 1.txt"
    session, texts = converse(assistant, ASKED, "/抄录", f"/抄录 {path}", f"/抄录 {path}")
    assert path.read_text(encoding="utf-8") == f"{texts[1]}\n"
    assert str(path) in flowing(texts[2]) or path.name in texts[2]
    assert "已经有这个文件" in flowing(texts[3])
    for name in (tmp_path / "none" / "a.txt", tmp_path):
        _, output = respond(session, f"/抄录 {name}", assistant, PAGE)
        assert output.refused


@pytest.mark.parametrize("asked", [(), ("韶关有多少项",), ("你好",), ("文件类信息多少条",)])
def test_there_is_nothing_to_copy_where_nothing_was_answered(
    assistant: Assistant, asked: tuple[str, ...]
) -> None:
    _, texts = converse(assistant, *asked, "/抄录")
    assert ("没有可以抄录的" if asked else "还没有提过问题") in texts[-1]


@pytest.mark.parametrize("line", ["/解释", "/explain"])
def test_explain_shows_how_the_question_was_read(assistant: Assistant, line: str) -> None:
    _, texts = converse(assistant, ASKED, line)
    assert ASKED in texts[1]
    assert "连州市" in texts[1]


NOT_EXPLAINED = ["前面问过", "答案", "英德市628项", "出处：", "还可以问"]


@pytest.mark.parametrize("page", [PAGE, Page(width=40)])
def test_explain_shows_only_what_it_explains(assistant: Assistant, page: Page) -> None:
    _, texts = converse(assistant, "公报每期多少册", "英德市进驻多少项", ASKED, "/解释", page=page)
    assert [said for said in (*NOT_EXPLAINED, "公报") if said in flowing(texts[-1])] == []
    assert "连州市669项" in flowing(texts[-1])


def test_explain_names_the_question_that_was_leaned_on(assistant: Assistant) -> None:
    _, texts = converse(assistant, ASKED, "比英德多几项", "/解释")
    assert f"承接上文：{ASKED}" in texts[-1]


def test_explain_shows_each_of_several_questions(assistant: Assistant) -> None:
    _, texts = converse(assistant, "公报每期多少册，发给谁", "/解释")
    asked = [row for row in texts[-1].split("\n") if row.startswith("问题：")]
    assert asked == ["问题：公报每期多少册", "问题：发给谁"]


def test_explain_of_a_refusal_shows_no_fact_that_has_nothing_of_it(assistant: Assistant) -> None:
    _, texts = converse(assistant, "韶关有多少项", "/解释")
    assert "韶关" in texts[-1]
    assert "韶关←无" not in texts[-1]


@pytest.mark.parametrize("line", ["/帮助", "/help"])
@pytest.mark.parametrize("keeps", [False, True])
def test_help_names_every_command_that_can_be_used(line: str, keeps: bool) -> None:
    _, output = respond(Session(), line, Scripted(), PAGE, keeps)
    for command in COMMANDS:
        named = [f"/{name}" in output.text for name in command.names()]
        assert set(named) == {keeps or not command.kept}


def test_where_it_is_kept_an_answer_can_be_called_unhelpful() -> None:
    session, _ = converse(Scripted(), "甲")
    for line, remark in (
        ("/没用", ""),
        ("/没用 想问乙", "想问乙"),
        ("、unhelpful 想问乙", "想问乙"),
        ("没帮上忙，我要的是金额", "我要的是金额"),
        ("没有用", ""),
        ("这不是我要问的", ""),
    ):
        after, output = respond(session, line, Scripted(), PAGE, True)
        assert (after, output.remark, output.refused) == (session, remark, False)
    for before, keeps in ((session, False), (Session(), True)):
        after, output = respond(before, "/没用", Scripted(), PAGE, keeps)
        assert (after, output.remark) == (before, None)
        assert output.text
    # Elsewhere, and of something else, the words are a question.
    for line, keeps in (("没帮上忙", False), ("没用的文件有几份", True)):
        after, output = respond(session, line, Scripted(), PAGE, keeps)
        assert (after.history, output.remark) == (("甲", line), None)


@pytest.mark.parametrize("line", ["/无此命令", "/", "/出处出处", "、目"])
def test_an_unknown_command_names_help_in_one_line(line: str) -> None:
    _, (text,) = converse(Scripted(), line)
    assert "/帮助" in text
    assert "\n" not in text


@pytest.mark.parametrize("line", ["/出处", "/解释"])
def test_before_the_first_question_there_is_nothing_to_show(line: str) -> None:
    _, (text,) = converse(Scripted(), line)
    assert text
    assert "\n" not in text


@pytest.mark.parametrize("line", ["/目录 无此报告", "/台账 无此报告"])
def test_a_report_that_is_not_loaded_is_named(assistant: Assistant, line: str) -> None:
    _, (text,) = converse(assistant, line)
    assert "无此报告" in text
    assert "qingyuan-2013" in text


def test_the_greeting_names_the_report_and_an_answerable_question(assistant: Assistant) -> None:
    text = greeting(assistant, PAGE)
    assert assistant.reports[0].title in text
    assert "\n" not in text
    example = text.rpartition("：")[2]
    assert assistant.answer(example).status == "answered"
    assert greeting(Scripted(), PAGE)


# --------------------------------------------------------------------------- narrow windows

LINES = (ASKED, "1", "/出处", "/解释", "/目录", "/台账", "/帮助", "1535", "/无此命令", "你好")


@pytest.mark.parametrize("width", [40, 41, 80])
def test_no_line_is_wider_than_the_window(assistant: Assistant, width: int) -> None:
    _, texts = converse(assistant, *LINES, page=Page(width=width))
    for text in (*texts, greeting(assistant, Page(width=width))):
        for row in text.split("\n"):
            assert columns(row) <= width, row
            assert row.strip()[:1] not in tuple("，。、；：？！）》】"), row


@pytest.mark.parametrize("line", [ASKED, "/目录", "/台账", "/帮助"])
def test_a_narrow_window_shows_the_same_text(assistant: Assistant, line: str) -> None:
    _, (wide,) = converse(assistant, line)
    _, (narrow,) = converse(assistant, line, page=Page(width=40))
    assert flowing(narrow) == flowing(wide)


def test_figures_stay_whole_in_a_narrow_window(assistant: Assistant) -> None:
    _, (text,) = converse(assistant, ASKED, page=Page(width=40))
    figures = [f for f in assistant.reports[0].figures if f.group == "f013"]
    assert all(f.text in text for f in figures)
