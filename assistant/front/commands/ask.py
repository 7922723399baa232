"""`gongkai ask`: one question, several, or the batch protocol."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from assistant.front.learning import Record, add_learn, recording
from assistant.front.stored import add_reports, open_assistant
from assistant.front.streams import (
    DONE,
    NAME,
    NO,
    UsageError,
    at_terminal,
    has_color,
    input_lines,
    is_text,
    must_be_text,
    print_json,
    width_of,
)

if TYPE_CHECKING:
    from assistant.engine import Assistant
    from assistant.model import Answer


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    add = parser.add_argument
    add(
        "question",
        nargs="*",
        metavar="问题",
        help="要问的问题；写 - 或不写，从标准输入读，每行一问",
    )
    add("--json", action="store_true", help="每个答案输出一行 JSON")
    add("--jsonl", action="store_true", help="成批问答：每行读一个 {id, q, ctx}，写一个答案")
    add_reports(parser)
    add_learn(parser)


def run(options: argparse.Namespace) -> int:
    """Answer what was asked; 1 where a question was not answered."""
    piped = options.question == ["-"] or not (options.question or at_terminal())
    asked = [] if piped else options.question
    if options.jsonl:
        if asked:
            raise UsageError("--jsonl 从标准输入读问题，请去掉命令行上的问题")
        with recording(options) as record:
            return _batch(open_assistant(options), record)
    must_be_text(*asked)
    questions = _piped() if piped else iter([" ".join(asked)] if asked else [])
    first = next(questions, None)
    if first is None:
        raise UsageError(f"没有问题，请写成：{NAME} ask 连州市进驻多少项")
    assistant = open_assistant(options)
    with recording(options) as record:
        code = _answer(first, assistant, options.json, record)
        for question in questions:
            if not options.json:
                print()
            code = max(code, _answer(question, assistant, options.json, record))
    return code


def _answer(question: str, assistant: Assistant, as_json: bool, record: Record) -> int:
    trace = assistant.explain(question)
    answer = trace.answer
    if as_json:
        print_json(answer.to_dict())
    else:
        from assistant.front.bars import drawn
        from assistant.front.render import render

        bars = drawn(trace.finding, answer, assistant.cards)
        print(render(answer, has_color(), width_of()) + bars, flush=True)
    record(trace, assistant)
    return DONE if answer.status in ("answered", "chat") else NO


def _piped() -> Iterator[str]:
    """The questions on standard input, one a line."""
    for number, line in enumerate(input_lines(), 1):
        question = line.decode("utf-8", "surrogateescape").lstrip("\ufeff").strip()
        if not is_text(question):
            raise UsageError(f"标准输入:{number}: 不是 UTF-8 文字，请转换编码后再试")
        if question:
            yield question


INFINITE = float("inf")


class _Asked(NamedTuple):
    """A line of the batch protocol: the question, or what is wrong with the line."""

    id: str | int | float
    question: str
    history: tuple[str, ...] = ()
    fault: str = ""


def _batch(assistant: Assistant, record: Record) -> int:
    """An answer object for every line, each before the next line is read."""
    for number, line in enumerate(input_lines(), 1):
        asked = _read_line(line, number)
        if asked.fault:
            print_json({**_bad_input(asked, number, assistant).to_dict(), "id": asked.id})
            continue
        trace = assistant.explain(asked.question, asked.history)
        print_json({**trace.answer.to_dict(), "id": asked.id})
        record(trace, assistant)
    return DONE


def _bad_input(asked: _Asked, number: int, assistant: Assistant) -> Answer:
    from assistant.model import Answer

    text = assistant.wording["bad_input"].format(line=number, fault=asked.fault)
    return Answer(asked.question, "unanswered", text, reason="bad_input")


def _read_line(line: bytes, number: int) -> _Asked:
    try:
        text = line.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
        row = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return _Asked(str(number), "", fault="不是有效的 JSON")
    if not isinstance(row, dict):
        return _Asked(str(number), "", fault="不是 JSON 对象")
    return _read_row(row, str(number))


def _read_row(row: Mapping[str, Any], number: str) -> _Asked:
    given, question, history = row.get("id"), row.get("q"), row.get("ctx")
    readable = _identity(given)
    identity = number if readable is None else readable
    earlier = history if isinstance(history, list) else []
    if "q" not in row:
        return _Asked(identity, "", fault="没有 q")
    if not isinstance(question, str):
        return _Asked(identity, "", fault="q 不是文字")
    if not is_text(question):
        return _Asked(identity, "", fault="q 不是有效的 UTF-8 文字")
    if earlier is not history and history is not None:
        return _Asked(identity, question, fault="ctx 不是列表")
    if not all(isinstance(item, str) and is_text(item) for item in earlier):
        return _Asked(identity, question, fault="ctx 里有的不是文字")
    return _Asked(identity, question, tuple(earlier))


def _identity(given: object) -> str | int | float | None:
    """What may stand as an id in the answer: text or a number, none of it unreadable."""
    if isinstance(given, str):
        return given if is_text(given) else None
    if isinstance(given, int | float) and not isinstance(given, bool) and abs(given) != INFINITE:
        return given
    return None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
