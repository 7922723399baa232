"""A conversation as a value, and what each line makes of it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from assistant.engine import Assistant
from assistant.front.bars import drawn
from assistant.front.followups import follow_ups
from assistant.front.repl.commands import UNHELPFUL, Output, Scene, perform, slash
from assistant.front.repl.layout import Page
from assistant.front.repl.show import shown
from assistant.front.tablecells import cells_of
from assistant.model import Answer
from assistant.steps.choice import choice
from assistant.steps.normalise import normalise
from assistant.trace import Trace

NOT_OFFERED = "上面只列出了{count}个问题，没有这个编号。要查报告里的某个数字，请用一句话来问。"
ANSWERED = frozenset({"answered", "chat"})
AFRESH = ("新对话", "重新开始", "从头开始")
# That the last answer was of no use, with what else is said of it.
OF_NO_USE = re.compile(
    r"(?:这个)?(?:没有?用|没有?帮助|没有?帮上忙|答非所问|这?不是我要问的)(?:[\s，,。：:！!]+(.*))?"
)
# 第三呢 is asked after a ranking; 第三个 and 选3 choose.
IN_WORDS = re.compile("第.{1,3}[个条项问]|^选")
LEAVING = frozenset({"exit", "quit", "退出"})


@dataclass(frozen=True, slots=True)
class Session:
    """The questions asked so far, the way of the last one, and the questions offered after it."""

    history: tuple[str, ...] = ()
    trace: Trace | None = None
    offered: tuple[str, ...] = ()

    @property
    def answer(self) -> Answer | None:
        """The last answer."""
        return self.trace.answer if self.trace else None


def respond(
    session: Session, line: str, assistant: Assistant, page: Page, keeps: bool = False
) -> tuple[Session, Output]:
    """The conversation after a line, and what is to be shown.

    A line is a command (`/帮助`), the number of a question that was offered, or a question; `keeps` where what was
    asked in vain is kept.
    """
    line = readable(line)
    if not line:
        return session, Output()
    if (command := slash(line)) is not None:
        return _commanded(session, command, Scene(assistant, page, session.trace, keeps))
    if line.lower() in LEAVING:
        return session, Output(leave=True)
    if line in AFRESH:
        return _commanded(session, AFRESH[0], Scene(assistant, page, session.trace))
    if keeps and session.trace and (rated := OF_NO_USE.fullmatch(line)):
        command = f"{UNHELPFUL} {rated[1] or ''}"
        return _commanded(session, command, Scene(assistant, page, session.trace, keeps))
    if chosen := chosen_by(line, session.offered):
        session, output = _ask(session, chosen, False, assistant, page)
        asked = page.title(chosen, "问：")
        return session, replace(output, text=f"{asked}\n{output.text}")
    if _numbers_nothing(line, session):
        said = page.write(NOT_OFFERED.format(count=len(session.offered)))
        return session, Output(said, refused=True)
    return _ask(session, line, True, assistant, page)


def _commanded(session: Session, command: str, scene: Scene) -> tuple[Session, Output]:
    output = perform(command, scene)
    return Session() if output.fresh else session, output


def _numbers_nothing(line: str, session: Session) -> bool:
    """Is it a number under an answer that offered fewer questions? It is no question about that figure."""
    choosing = session.answer is not None and session.answer.status == "clarify"
    return bool(session.offered) and not choosing and number_of(line) is not None


def readable(line: str) -> str:
    """What was typed without what a terminal would obey: control characters become blanks, lines stay lines.

    >>> readable("  连州市\\x1b[2J多少项\\t?\\n\\n英德呢")
    '连州市 [2J多少项 ?\\n英德呢'
    """
    lines = (_plain(part) for part in line.splitlines())
    return "\n".join(part for part in lines if part)


def _plain(line: str) -> str:
    kept = (" " if unicodedata.category(char) in ("Cc", "Cs") else char for char in line)
    return re.sub(r"\s+", " ", "".join(kept)).strip()


def chosen_by(line: str, offered: tuple[str, ...]) -> str | None:
    """The offered question that a bare number chooses, or one in words (第二个).

    >>> chosen_by("２", ("甲?", "乙?")), chosen_by("3", ("甲?", "乙?")), chosen_by("1535", ())
    ('乙?', None, None)
    """
    number = number_of(line)
    if number is None and IN_WORDS.search(line):
        chosen = choice(normalise(line).text, offered)
        said = chosen.questions if chosen and chosen.kind == "chosen" else ()
        return said[0] if len(said) == 1 else None
    return offered[number - 1] if number and number <= len(offered) else None


def number_of(line: str) -> int | None:
    """The number that a line is, where it may count what was offered: at most two digits.

    >>> number_of("２"), number_of("0。"), number_of("1535"), number_of("2个")
    (2, 0, None, None)
    """
    digits = unicodedata.normalize("NFKC", line).strip(" .。、")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 2 else None


def _ask(
    session: Session, question: str, leans: bool, assistant: Assistant, page: Page
) -> tuple[Session, Output]:
    """Ask after the turns before, or by itself."""
    earlier = (session.history, session.trace) if leans else ()
    trace = assistant.explain(question, *earlier)
    asked = (*session.history, question)
    offered = follow_ups(assistant, trace, asked)
    bars = drawn(trace.finding, trace.answer, assistant.cards).replace("\n", "", 1)
    cells = cells_of(trace.finding, trace.answer.citations)
    text = shown(trace.answer, offered, assistant, page, bars, cells)
    refused = trace.answer.status not in ANSWERED
    return Session(asked, trace, offered), Output(text, refused=refused)
