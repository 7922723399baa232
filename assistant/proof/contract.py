"""The shape of an answer object, key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.proof.faults import Fault

TEXT, NUMBER, MAYBE, NAME = str, int, str | None, str | int | float


CITATION = {
    **dict.fromkeys(("report", "title", "section", "quote"), TEXT),
    **dict.fromkeys(("start", "end"), NUMBER),
}


PASSAGE = {
    **dict.fromkeys(("report", "section", "quote"), TEXT),
    **dict.fromkeys(("start", "end"), NUMBER),
}


# Only there where an editor corrected figures in what is cited.
CORRECTION = dict.fromkeys(("printed", "corrected", "reason"), TEXT)


VALUE = dict.fromkeys(("value", "unit", "bound", "text"), TEXT)


COMPUTATION = {"operator": TEXT, "expression": TEXT, "operands": [TEXT]}


ANSWER: Mapping[str, Any] = {
    **dict.fromkeys(("question", "status", "text"), TEXT),
    "values": [VALUE],
    "polarity": MAYBE,
    "citations": [CITATION],
    "computation": COMPUTATION,
    "reason": MAYBE,
    "suggestions": [TEXT],
    "id": NAME,
}


CALLED = {TEXT: "文字", NUMBER: "整数", MAYBE: "文字或 null", NAME: "文字或数字"}


STATUSES = ("answered", "clarify", "unanswered", "chat")


# The bounds of values, by which way they leave a figure open.
BOUNDS = {
    "exact": "",
    **{"more": "以上", "at_least": "以上"},
    **{"at_most": "以下", "less": "以下", "about": "左右"},
}


def misshapen(value: object, wanted: Any, name: str) -> Iterator[Fault]:
    """Exactly the keys of the contract, each with what belongs there."""
    if isinstance(wanted, Mapping):
        if wanted is COMPUTATION and value is None:
            return
        if not isinstance(value, Mapping):
            yield Fault("shape", f"{name}应当是对象")
            return
        if wanted is ANSWER and "passages" in value:
            wanted = {**wanted, "passages": [PASSAGE]}
        if wanted is CITATION and "corrections" in value:
            wanted = {**wanted, "corrections": [CORRECTION]}
        yield from (Fault("shape", f"{name}缺少“{key}”") for key in wanted if key not in value)
        yield from (Fault("shape", f"{name}多了“{key}”") for key in value if key not in wanted)
        for key in (key for key in wanted if key in value):
            yield from misshapen(value[key], wanted[key], f"{name}的“{key}”")
    elif isinstance(wanted, list):
        if not isinstance(value, list):
            yield Fault("shape", f"{name}应当是列表")
            return
        for at, item in enumerate(value, 1):
            yield from misshapen(item, wanted[0], f"{name}第{at}个")
    elif not isinstance(value, wanted) or isinstance(value, bool):
        yield Fault("shape", f"{name}应当是{CALLED[wanted]}")
