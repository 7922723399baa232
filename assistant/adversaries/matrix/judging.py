"""What an answer is worth beside the true one: right, refused, or wrong with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assistant.adversaries.gold import amount
from assistant.adversaries.matrix.gold import Gold
from assistant.adversaries.matrix.values import Amount, rounded
from assistant.language.numerals import parse
from assistant.model import Answer

ORDINAL = re.compile(r"第\s*(\d+|[一二三四五六七八九十]+)")
NONE_SAID = re.compile(r"没有|无|0[个类种]|不存在|未")
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
MORE, LESS = "(?:更|最)?(?:多|高|大)", "(?:更|最)?(?:少|低|小)"
MISSING, UNJUDGED = "没有", "没有判断"
# Measure words that count the same things.
ALIKE = (
    frozenset({"件", "宗", "起"}),
    frozenset({"条", "篇", "篇条"}),
    frozenset({"人", "名"}),
    frozenset({"人次", "人"}),
    frozenset({"册", "本"}),
    frozenset({"位", "名"}),
)


class Outcome(StrEnum):
    """What became of a question; wrong is the one that must never be."""

    RIGHT = "right"
    CLARIFIED = "clarified"
    REFUSED = "refused"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome; where it is wrong, why."""

    outcome: Outcome
    why: str = ""


def judge(question: str, gold: Gold, answer: Answer, partly: Sequence[str] = ()) -> Verdict:
    """Hold an answer against the true one.

    A refusal, asking back and talk are no answers, nor is one that only shows the figures between which
    it should have judged, or that says (`partly`) of which part it speaks not. An answer that gives
    neither the verdict nor the value that was asked is wrong: it passes for an answer.
    """
    if answer.status == "clarify":
        return Verdict(Outcome.CLARIFIED)
    if answer.status != "answered":
        return Verdict(Outcome.REFUSED)
    why = next(filter(None, _faults(question, gold, answer)), "")
    openly = why.startswith(MISSING) and any(words in answer.text for words in partly)
    if (openly or (why == UNJUDGED and _shows(question, gold, answer))) and not any(
        _extra(gold, answer)
    ):
        return Verdict(Outcome.REFUSED, why)
    return Verdict(Outcome.WRONG, why) if why else Verdict(Outcome.RIGHT)


def _shows(question: str, gold: Gold, answer: Answer) -> bool:
    """Is everything said, from which the verdict follows?"""
    if gold.leaders:
        said = named(answer.text, (*gold.leaders, *gold.bystanders))
        asked = named(question, (*gold.leaders, *gold.bystanders))
        return said >= set(gold.leaders) and said <= {*gold.leaders, *asked}
    numbers = {Decimal(found.replace(",", "")) for found in NUMBER.findall(answer.text)}
    return bool(gold.sides) and all(
        {rounded(side.value, s) / s for s in gold.scales} & numbers for side in gold.sides
    )


def _faults(question: str, gold: Gold, answer: Answer) -> Iterable[str]:
    numbers = _given(answer)
    yield from _polarity(gold, answer)
    if gold.position:
        yield _position(gold, answer, numbers)
    for wanted in gold.values:
        nothing = not wanted.value and not numbers and NONE_SAID.search(answer.text)
        if not nothing and not any(is_same(wanted, one, gold) for one in numbers):
            yield f"{MISSING}给出{rounded(wanted.value):f}{wanted.unit}"
    yield from _extra(gold, answer)
    if not (gold.values or gold.polarity or gold.position) or (gold.values and gold.names):
        yield from _names(question, gold, answer)
    if gold.corrects and not any(word in answer.text for word in gold.corrects):
        yield "没有指出问题里的方向不对"


def _given(answer: Answer) -> list[Amount]:
    found = [amount(value.value, value.unit) for value in answer.values]
    return [Amount(number, unit) for number, unit in found if number is not None]


def _extra(gold: Gold, answer: Answer) -> Iterable[str]:
    known = (*gold.values, *gold.beside)
    for one in _given(answer):
        if not any(is_same(wanted, one, gold) for wanted in known):
            yield f"多给了{one.value:f}{one.unit}"


def _polarity(gold: Gold, answer: Answer) -> Iterable[str]:
    if gold.polarity and answer.polarity != gold.polarity:
        yield UNJUDGED if answer.polarity is None else "判断反了"


def _position(gold: Gold, answer: Answer, numbers: Sequence[Amount]) -> str:
    """The place must be said, as an ordinal or as the value."""
    ordinals = {int(parse(found) or 0) for found in ORDINAL.findall(answer.text)}
    counted = {int(n.value) for n in numbers if n.unit in ("位", "名")}
    return "" if gold.position in ordinals | counted else f"没有说第{gold.position}"


def _names(question: str, gold: Gold, answer: Answer) -> Iterable[str]:
    if gold.rank and "1. " in answer.text and all(name in answer.text for name in gold.names):
        return
    for name, words in zip(gold.order, (MORE, LESS), strict=False):
        others = (other for other in gold.order if other != name)
        if any(re.search(f"{re.escape(other)}{words}", answer.text) for other in others):
            yield "说反了"
    said = named(answer.text, (*gold.names, *gold.bystanders))
    for name in gold.names:
        if name not in said:
            yield f"没有说{name}"
    asked = named(question, gold.bystanders)
    for name in said:
        if name in gold.bystanders and name not in asked:
            yield f"多说了{name}"
    if not gold.names and not said and not NONE_SAID.search(answer.text):
        yield "没有说没有"


def named(text: str, names: Sequence[str]) -> frozenset[str]:
    """The names that are said: 其他方式 is not 其他."""
    found: set[str] = set()
    for name in sorted(names, key=len, reverse=True):
        if name in text:
            found.add(name)
            text = text.replace(name, "□")
    return frozenset(found)


def is_same(wanted: Amount, given: Amount, gold: Gold) -> bool:
    """Is it the number, exact or rounded in one of the units that it was counted in?"""
    if wanted.unit and given.unit and not _alike(wanted.unit, given.unit):
        return False
    exact = given.value == wanted.value
    return exact or any(rounded(wanted.value, scale) == given.value for scale in gold.scales)


def _alike(one: str, other: str) -> bool:
    one, other = (unit.replace("(", "").replace(")", "") for unit in (one, other))
    return one == other or any({one, other} <= alike for alike in ALIKE)
