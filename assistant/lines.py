"""Several questions, each on a line of its own: each is answered after the one before, and none is dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.inquiry import MOST_PARTS
from assistant.late import late
from assistant.library import Library
from assistant.model import Finding
from assistant.readable import LIMIT
from assistant.singly import Reached
from assistant.steps.joined import join
from assistant.steps.normalise import normalise
from assistant.steps.readdress import says_nothing, stripped
from assistant.steps.recall import Turn
from assistant.steps.word import word
from assistant.trace import Trace
from assistant.turns import after

Ask = Callable[[str, Turn | None, Library], Reached]

# What numbers a line of a list: 1. （2） 3、 -
MARK = late(r"^\s*(?:[-*•·]|[(（]?\d{1,2}[)）、]|\d{1,2}[.．](?!\d))\s*")
ENDS = ("?", "？", "吗", "呢")


def lines_of(asked: str) -> tuple[str, ...]:
    """The lines that say something, without what numbers them.

    >>> lines_of("1. 连州市多少项\\n\\n2. 1.2万是什么数\\n——")
    ('连州市多少项', '1.2万是什么数')
    """
    lines = (MARK.sub("", line).strip() for line in asked.splitlines())
    return tuple(line for line in lines if any(char.isalnum() for char in line))


def by_line(
    asked: str, lines: Sequence[str], turn: Turn | None, library: Library, ask: Ask
) -> Reached | None:
    """The answers to all lines, in order; None where they are one question, broken over them.

    Lines that each ask and are understood are so many questions. Others are one question where that is
    answered (哪个县市区, 进驻事项最多), or where a line that asks nothing is not understood.
    """
    lines = _headed(lines, library)
    if any(len(line) > LIMIT for line in lines):
        return None
    if len(lines) > MOST_PARTS:
        return _too_many(asked, len(lines), library)
    found: list[Reached] = []
    before = turn
    for line in lines:
        found.append(ask(line, turn, library))
        turn = after(found[-1], turn, library)
    asking = [_asks(line, one.trace) for line, one in zip(lines, found, strict=True)]
    refused = [one.trace.answer.status == "unanswered" for one in found]
    if any(refused) or not all(asking):
        whole = ask(" ".join(lines), before, library)
        silent = any(r and not a for r, a in zip(refused, asking, strict=True))
        if silent or (whole.trace.answer.status == "answered" and not whole.trace.parts):
            return None
    answered = [reached for reached in found if reached.trace.answer.status == "answered"]
    if not answered:
        return None
    told = [reached for reached in found if reached.trace.answer.status != "chat"]
    traces = tuple(part for one in told for part in one.trace.parts or (one.trace,))
    question = replace(normalise(asked), asked=asked)
    answer = join(question, [trace.answer for trace in traces], library.common.wording)
    trace = replace(answered[0].trace, question=question, answer=answer, parts=traces)
    cards = tuple(dict.fromkeys(card for reached in told for card in reached.cards))
    return Reached(trace, cards, any(reached.named for reached in told))


def _headed(lines: Sequence[str], library: Library) -> Sequence[str]:
    """The lines below one that only names a report (我想问清远2013年：), of which the first is asked of it."""
    head, *rest = lines
    said = normalise(head).text
    if not rest or not said.endswith(":") or not says_nothing(said, library):
        return lines
    return (f"{stripped(said)}{rest[0]}", *rest[1:])


def _asks(line: str, trace: Trace) -> bool:
    """Does a line ask in words of its own, or say something to the assistant?"""
    asks = any(mention.tags("ask") for mention in trace.mentions) or line.endswith(ENDS)
    return asks or trace.answer.status == "chat"


def _too_many(asked: str, count: int, library: Library) -> Reached:
    slots = {"count": str(count), "limit": str(MOST_PARTS)}
    finding = Finding("unanswered", "too_many_questions", slots, reason="not_understood")
    question = replace(normalise(asked[: LIMIT + 1]), asked=asked)
    index = library.at(library.cards[0].id).indexes[0]
    answer = word(question, finding, index, library.common.wording)
    return Reached(Trace(question, (), "", None, finding, answer))
