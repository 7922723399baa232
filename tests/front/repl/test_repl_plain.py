from __future__ import annotations

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from assistant.engine import Assistant
from assistant.front.repl import plain
from tests.patience import PATIENCE

COMMAND = [sys.executable, "-m", "assistant"]


def piped(given: bytes, home: Path, command: list[str] | None = None) -> tuple[int, str]:
    done = subprocess.run(
        command or COMMAND,
        input=given,
        capture_output=True,
        timeout=PATIENCE,
        env=os.environ | {"XDG_DATA_HOME": str(home)},
        check=False,
    )
    assert not done.stderr, done.stderr.decode()
    return done.returncode, done.stdout.decode()


def test_questions_are_answered_line_by_line(assistant: Assistant) -> None:
    out = StringIO()
    assert plain.converse(assistant, ["连州市进驻多少项\n", "\n", "英德市进驻多少项"], out) == 0
    first, second = out.getvalue().split("\n\n")[:2]
    assert "【669项】" in first
    assert "【628项】" in second


def test_a_pipe_gets_plain_text_and_leaves_no_trace(tmp_path: Path) -> None:
    code, text = piped("连州市进驻多少项\n1\n/出处\n/帮助\n".encode(), tmp_path)
    assert code == 0
    assert "669" in text
    assert "问：" in text
    assert "/帮助" in text
    assert not set(text) & {"\x1b", "\x07", "\r"}
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "given", [b"", b"\n\n", "\ufeff连州市进驻多少项".encode(), "/退出\n".encode()]
)
def test_odd_input_ends_well(given: bytes, tmp_path: Path) -> None:
    code, _ = piped(given, tmp_path)
    assert code == 0


REFUSED = "今天天气怎么样"
ENDS = [
    (["连州市进驻多少项", "那英德呢", "谢谢"], 0),
    (["文件类信息多少条", "1"], 1),
    ([REFUSED, "连州市进驻多少项"], 1),
    (["连州市进驻多少项", "9"], 1),
    (["/没有的命令"], 1),
    (["/帮助", "/出处"], 0),
    (["\ufffd\ufffd"], 1),
    (["/退出", REFUSED], 0),
]


@pytest.mark.parametrize(("lines", "code"), ENDS)
def test_the_exit_code_says_whether_all_was_answered(
    assistant: Assistant, lines: list[str], code: int
) -> None:
    assert plain.converse(assistant, lines, StringIO()) == code


def test_a_byte_order_mark_is_no_part_of_the_question(tmp_path: Path) -> None:
    _, text = piped("\ufeff/帮助\n".encode(), tmp_path)
    assert "/cite" in text


def test_leaving_stops_the_reading(tmp_path: Path) -> None:
    _, text = piped("/退出\n连州市进驻多少项\n".encode(), tmp_path)
    assert text == ""


def test_without_a_terminal_prompt_toolkit_is_not_imported(tmp_path: Path) -> None:
    script = (
        "import sys; from assistant.front.repl import run;"
        "from assistant import Assistant; run(Assistant());"
        "sys.exit('prompt_toolkit' in sys.modules)"
    )
    code, _ = piped("连州市进驻多少项\n".encode(), tmp_path, [sys.executable, "-c", script])
    assert code == 0
