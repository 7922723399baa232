"""The answer as a page says it: one figure in a whole sentence, a passage without its heading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from assistant.drafting.draft import Draft
from assistant.drafting.frame import Frame
from assistant.language.width import widened
from assistant.model import Answer, Value
from assistant.presentation import unbroken

# Kinds whose answer is one figure.
FIGURES = frozenset({"figure", "cell"})
SCALES = "万亿"
MANY, SHARE, HAS, NONE = "多少", "百分之几", "有", "没有"
NOUGHT = "0"
# How a number ends that says itself that it is none exactly; else the words before it do (近1400个).
EXACT, INEXACT = "exact", re.compile("[多余几]|左右|上下|以[上内下]|过")
BRACKETS = re.compile(r"[（(][^()（）]*[）)]")
# What may stand between the characters of a heading, and behind it.
GAP, END = r"\s*", r"[\s。:：]*"


def said(answer: Answer, draft: Draft, frame: Frame) -> str:
    """The engine's answer, made whole where it is a figure or an address, or begins with a heading.

    A figure is said by its question, which names all that the figure counts; what the engine says
    besides (that the report contradicts itself) stays behind it.
    """
    text = figured(answer, draft.kind, frame) or answer.text
    if draft.kind == "section":
        text = "\n".join(unbroken(_without(text, draft.title)))
    words = frame.material.saying
    for pattern in words["openers"]:
        text = re.sub(pattern, r"\1", text)
    if draft.kind == "contact":
        text = _addressed(answer.question, text, words)
    text = re.sub(words["unsaid"], "", text)
    return _ended(widened(text), words)


def figured(answer: Answer, kind: str, frame: Frame) -> str:
    """One figure in a whole sentence, with what is doubtful about it; nothing where it is not one."""
    if kind not in FIGURES or len({value.text for value in answer.values}) != 1:
        return ""
    nought = answer.values[0].value == NOUGHT
    sentence = "" if answer.computation else nought and none(answer.question, frame)
    told, mark, besides = answer.text.partition(frame.material.progress["doubt"])
    if not nought and told.startswith(f"{frame.report.year}年，"):
        # The engine itself says a whole sentence.
        sentence = told
    sentence = sentence or ("" if answer.computation else stated(answer.question, answer.values[0]))
    return f"{sentence}{mark}{besides}" if sentence else ""


def none(question: str, frame: Frame) -> str:
    """The question as a statement that there is none; nothing where no pattern says how."""
    names = {"lead": f"{frame.year}{frame.place}"}
    for pattern, form in frame.material.saying["none"]:
        found = re.search(pattern.format(**names), question)
        if found:
            return found.expand(form)
    return ""


def stated(question: str, value: Value) -> str:
    """The question as a statement of this figure; nothing where it does not ask for one figure.

    >>> stated("2024年甲市废止了多少件规章？", Value("1", "件", "exact", "1件"))
    '2024年甲市废止了1件规章。'
    >>> stated("甲市有多少件申请是上年结转的？", Value("0", "件", "exact", "0件"))
    '甲市没有申请是上年结转的。'
    >>> stated("甲县和乙县各有多少件？", Value("1", "篇", "exact", "1篇"))
    ''
    >>> stated("甲市接待了多少人次？", Value("1.3", "万人次", "about", "1.3万人次"))
    ''
    """
    before = value.bound != EXACT and not INEXACT.search(value.text)
    if before or question.count(MANY) + question.count(SHARE) != 1:
        return ""
    unit = BRACKETS.sub("", value.unit).lstrip(SCALES)
    forms = (f"{MANY}{value.unit}", f"{MANY}{unit}", SHARE, f"{MANY}钱", f"是{MANY}？")
    form = next((form for form in forms if form in question), "")
    if not form:
        return ""
    said = f"是{value.text}" if form.startswith("是") else value.text
    if value.value == "0" and f"{HAS}{form}" in question:
        form = f"{HAS}{form}"
        said = f"为{value.text}" if question.endswith(f"{form}？") else NONE
    return f"{question.replace(form, said).rstrip('？')}。"


def _without(text: str, heading: str) -> str:
    """The passage without the heading that it begins with."""
    letters = GAP.join(re.escape(char) for char in heading if not char.isspace())
    return re.sub(f"^{GAP}{letters}{END}", "", text) if heading else text


def _addressed(question: str, text: str, words: Mapping[str, Any]) -> str:
    """The question as a statement of the number or address that a label leads in."""
    found = re.search(words["labelled"], text)
    asked = re.search(words["asked"], question)
    return f"{question[: asked.start()]}是{found[1]}" if found and asked else text


def _ended(text: str, words: Mapping[str, Any]) -> str:
    """The text as a whole sentence."""
    text = text.rstrip(words["open"])
    return text if text.endswith(tuple(words["ends"])) else f"{text}。"
