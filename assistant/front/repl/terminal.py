"""The conversation in a terminal: editing, history, completion and suggestions as you type."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from platformdirs import user_data_dir
from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import ThreadedAutoSuggest
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.shortcuts import clear, print_formatted_text
from prompt_toolkit.styles import Style

from assistant.engine import Assistant
from assistant.front.learning import Record, keep_nothing, note
from assistant.front.render import columns
from assistant.front.repl.commands import Output
from assistant.front.repl.completion import Completions, Continuations
from assistant.front.repl.layout import Page
from assistant.front.repl.session import AFRESH, Session, respond
from assistant.front.repl.show import greeting

PROMPT = "公开> "
# What stands below the line, and what of it in a narrow window.
TOOLBAR = " Tab 补全  → 采用  /帮助  Ctrl-N 新对话  Ctrl-D 退出"
SHORT_TOOLBAR = " Tab 补全  /帮助  ^N 新对话  ^D 退出"
STYLE = Style.from_dict({"bottom-toolbar": "noreverse ansibrightblack", "prompt": "bold"})
MENU_LINES = 6


def converse(assistant: Assistant, record: Record = keep_nothing) -> int:
    """Ask and answer until the reader leaves."""
    history, notice = open_history(Path(user_data_dir("gongkai", appauthor=False)))
    prompt: PromptSession[str] = PromptSession(
        [("class:prompt", PROMPT)],
        history=history,
        completer=Completions(assistant),
        complete_while_typing=False,
        auto_suggest=ThreadedAutoSuggest(Continuations(assistant)),
        key_bindings=keys(),
        bottom_toolbar=toolbar,
        style=STYLE,
        reserve_space_for_menu=MENU_LINES,
    )
    _print(greeting(assistant, page()))
    _print(notice)
    session, keeps = Session(), record is not keep_nothing
    while True:
        before = session.trace
        try:
            session, output = respond(session, prompt.prompt(), assistant, page(), keeps)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return 0
        _show(output)
        note(record, session.trace, before, output.remark, assistant)
        if output.leave:
            return 0


def page() -> Page:
    """The page that the terminal is at this moment."""
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    size = shutil.get_terminal_size()
    return Page(color=not plain, width=size.columns, height=size.lines)


def toolbar() -> str:
    """The keys, as far as there is room."""
    return TOOLBAR if columns(TOOLBAR) < shutil.get_terminal_size().columns else SHORT_TOOLBAR


def open_history(folder: Path) -> tuple[History, str]:
    """The questions of earlier days, kept in this folder; or a notice that they are not kept."""
    path = folder / "history"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        with path.open("ab"), path.open("rb"):
            return KeptHistory(path), ""
    except OSError:
        return InMemoryHistory(), f"历史记录写不进 {folder}，这次的提问不保存。"


class KeptHistory(FileHistory):
    """A history file; a line that cannot be written any more is only remembered."""

    def store_string(self, string: str) -> None:
        """Add a line to the file."""
        with contextlib.suppress(OSError):
            super().store_string(string)


def keys() -> KeyBindings:
    """Tab takes the first completion at once, and then goes through the others; Ctrl-N begins anew."""
    bindings = KeyBindings()

    @bindings.add("tab")
    def _complete(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state:
            buffer.complete_next()
        else:
            buffer.start_completion(select_first=True)

    @bindings.add("c-n")
    def _afresh(event: KeyPressEvent) -> None:
        event.app.exit(result=AFRESH[0])

    return bindings


def _show(output: Output) -> None:
    if output.clear:
        clear()
    _print(output.text)


def _print(text: str) -> None:
    if text:
        print_formatted_text(ANSI(text))
