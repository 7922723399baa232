"""The conversation as a person has it: the real program in a real pty."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from assistant.engine import Assistant

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from repl_screen import PROMPT, Terminal

ASKED = "连州市进驻多少项"
TAB, ENTER, CTRL_C, CTRL_D, RIGHT, UP = "\t", "\r", "\x03", "\x04", "\x1b[C", "\x1b[A"
CTRL_N, PASTE = "\x0e", "\x1b[200~{}\x1b[201~"
SIZES = [(80, 24), (40, 20)]
NO_COLOR = {"NO_COLOR": "1"}
COLOURED = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")


def test_a_conversation_with_a_follow_up(tmp_path: Path, assistant: Assistant) -> None:
    with Terminal(tmp_path, columns=120, env=NO_COLOR) as terminal:
        terminal.sees(assistant.reports[0].title)
        terminal.ask(ASKED)
        terminal.sees("连州市【669项】")
        terminal.ready()
        offered = re.search(r"^ *1\. (\S+)$", terminal.transcript(), re.MULTILINE)
        assert offered
        expected = assistant.answer(offered[1]).values[0].text
        terminal.ask("1")
        terminal.sees(f"问：{offered[1]}")
        terminal.sees(f"【{expected}】")
        terminal.ready()
        terminal.keys(CTRL_D)
        assert terminal.leaves(CTRL_D) == 0


def test_tab_completes_initials(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.ready()
        terminal.keys("连州市jzsx")
        terminal.until(lambda: "jzsx" in terminal.typed(), "jzsx is typed")
        terminal.keys(TAB)
        terminal.until(lambda: terminal.typed().startswith("连州市进驻事项"), "进驻事项")
        terminal.keys("多少项" + ENTER)
        terminal.sees("669项")
        terminal.ask("/quit")
        assert terminal.leaves() == 0


def test_tab_completes_commands(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.ready()
        terminal.keys("/bz" + TAB)
        terminal.until(lambda: terminal.typed().startswith("/帮助"), "/帮助")
        terminal.keys(ENTER)
        terminal.sees("/ledger")


def test_what_is_typed_is_continued(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.ready()
        terminal.keys("连州市")
        terminal.until(lambda: "多少项" in terminal.typed(), "a suggestion")
        terminal.keys(RIGHT + ENTER)
        terminal.sees("669项")


def test_ctrl_c_abandons_the_line_and_ctrl_d_leaves(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.ready()
        terminal.keys("不要的话")
        terminal.until(lambda: "不要的话" in terminal.typed(), "a line")
        terminal.keys(CTRL_C)
        terminal.ask(ASKED)
        terminal.sees("669项")
        terminal.ready()
        terminal.keys(CTRL_D)
        assert terminal.leaves(CTRL_D) == 0
        assert terminal.transcript().count("不要的话") == 1


def test_forty_columns(tmp_path: Path, assistant: Assistant) -> None:
    report = assistant.reports[0]
    with Terminal(tmp_path, columns=40, lines=24, env=NO_COLOR) as terminal:
        terminal.sees(report.title)
        terminal.until(lambda: any("^D" in row for row in terminal.rows()), "the toolbar")
        assert any("Tab" in row and "退出" in row for row in terminal.rows())
        terminal.ask(ASKED)
        at = report.source.index("连州市669项")
        sentence = report.source[report.source.rindex("。", 0, at) + 1 :].partition("。")[0] + "。"
        terminal.sees(sentence.replace("669项", "【669项】"))
        terminal.ask("/目录")
        terminal.sees("五、因政府信息公开申请行政复议、提起行政诉讼的情况")
        terminal.ready()
        rows = terminal.transcript().split("\n")
        assert all(row.strip()[:1] not in tuple("，。、；：？！）》】") for row in rows)
        assert any("【669项】" in row for row in rows)


@pytest.mark.parametrize(("columns", "lines"), SIZES)
def test_a_new_conversation_is_one_key_away(tmp_path: Path, columns: int, lines: int) -> None:
    with Terminal(tmp_path, columns=columns, lines=lines, env=NO_COLOR) as terminal:
        terminal.until(lambda: any("新对话" in row for row in terminal.rows()), "the toolbar")
        terminal.ask(ASKED)
        terminal.sees("【669项】")
        terminal.ready()
        terminal.keys("不要的话")
        terminal.until(lambda: "不要的话" in terminal.typed(), "a line")
        terminal.keys(CTRL_N)
        terminal.sees("新对话，不接前文")
        terminal.ask("再说一遍")
        terminal.sees("前面还没有提过问题")
        terminal.ready()
        terminal.keys(CTRL_D)
        assert terminal.leaves(CTRL_D) == 0


@pytest.mark.parametrize(("columns", "lines"), SIZES)
def test_three_pasted_lines_are_three_questions(tmp_path: Path, columns: int, lines: int) -> None:
    with Terminal(tmp_path, columns=columns, lines=lines, env=NO_COLOR) as terminal:
        terminal.ready()
        terminal.keys(PASTE.format("连州市进驻多少项\n英德市进驻多少项\n公报每期多少册"))
        terminal.until(lambda: terminal.typed().count("多少") == 3, "three lines")
        terminal.keys(ENTER)
        for figure in ("【669项】", "【628项】", "【1535册】"):
            terminal.sees(figure)
        terminal.ask("再说一遍")
        terminal.until(lambda: terminal.flowing().count("3.纸质版每期1535册") == 2, "again")


def test_the_questions_are_kept_for_the_next_day(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.ask(ASKED)
        terminal.ask("/退出")
        assert terminal.leaves() == 0
    (history,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert ASKED in history.read_text(encoding="utf-8")
    assert history.stat().st_mode & 0o077 == 0
    with Terminal(tmp_path) as terminal:
        terminal.ready()
        terminal.keys(UP + UP)
        terminal.until(lambda: terminal.typed().startswith(ASKED), "the question of yesterday")


def test_a_folder_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file where the folder should be")
    with Terminal(taken) as terminal:
        terminal.sees("不保存")
        terminal.ask(ASKED)
        terminal.sees("669项")
        terminal.ready()
        terminal.keys(UP)
        terminal.until(lambda: terminal.typed().startswith(ASKED), "the question of today")
        assert terminal.transcript().count("不保存") == 1


def test_clearing_the_screen(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.ask(ASKED)
        terminal.sees("669项")
        terminal.ask("/清屏")
        terminal.until(lambda: terminal.rows()[0] == PROMPT, "an empty screen")
        terminal.ask("/出处")
        terminal.sees("669项")


@pytest.mark.parametrize(("env", "coloured"), [({}, True), (NO_COLOR, False)])
def test_no_color_is_respected(tmp_path: Path, env: dict[str, str], coloured: bool) -> None:
    with Terminal(tmp_path, env=env) as terminal:
        terminal.ask(ASKED)
        terminal.sees("669项")
        terminal.ready()
        terminal.keys("连州市")
        terminal.until(lambda: "多少项" in terminal.typed(), "a suggestion")
        assert bool(COLOURED.search(terminal.raw)) is coloured
        assert ("【669项】" in terminal.transcript()) is not coloured


def test_a_dumb_terminal_gets_no_escape_codes_from_answers(tmp_path: Path) -> None:
    with Terminal(tmp_path, env={"TERM": "dumb"}) as terminal:
        terminal.sees(PROMPT)
        terminal.keys(ASKED + ENTER)
        terminal.sees("【669项】")
        terminal.ready()
        terminal.keys(CTRL_D)
        assert terminal.leaves(CTRL_D) == 0
