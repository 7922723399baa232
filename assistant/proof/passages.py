"""Passages that a refusal shows: really there, few, no answer, and none that answers after all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from assistant.proof.asking import Asking, years_in
from assistant.proof.evidence import Evidence, evidence_of
from assistant.proof.faults import Fault, Source
from assistant.proof.figures import figures_in
from assistant.proof.vocabulary import CONTENT

MOST = 3


# A refusal that says of the report, and not of the reader, that it does not hold what is asked.
DENIES = re.compile("报告(?:中|里)?(?:都|也)?(?:没有|未)(?!找到)|没有“[^”]*”的数据")


HOW_MANY = re.compile("多少|(?<![好十])几|数量|总数")


def passage_faults(answer: Mapping[str, Any], sources: Mapping[str, Source]) -> Iterator[Fault]:
    """Everything about the passages that does not hold; an answer without any has none."""
    passages = answer.get("passages") or []
    if passages and answer["status"] not in ("unanswered", "clarify"):
        yield Fault("passage", "已经作答或闲谈，不应再附相关原文")
    if len(passages) > MOST:
        yield Fault("passage", f"相关原文多于{MOST}段")
    places = [(p["report"], p["start"], p["end"]) for p in passages]
    if len(set(places)) < len(places):
        yield Fault("passage", "同一段原文附了两次")
    for passage in passages:
        source = sources.get(passage["report"])
        if source is None:
            yield Fault("report", f"没有编号为“{passage['report']}”的报告")
        elif not _is_there(passage, source):
            yield Fault("passage", f"{passage['start']}到{passage['end']}不是所附的原文")
        elif _denies(answer) and _answers(answer, evidence_of(passage, source)):
            yield Fault("passage", "说报告没有，所附的原文却逐字答了所问")


def _is_there(passage: Mapping[str, Any], source: Source) -> bool:
    quote, start, end = passage["quote"], passage["start"], passage["end"]
    return bool(quote.strip()) and start >= 0 and source.text[start:end] == quote


def _denies(answer: Mapping[str, Any]) -> bool:
    reason = str(answer["reason"] or "")
    return reason == "not_in_report" or DENIES.search(answer["text"]) is not None


def _answers(answer: Mapping[str, Any], evidence: Evidence) -> bool:
    """Does the passage hold every word that was asked for, and a figure if one was asked for?"""
    asking = Asking(answer, (), [evidence])
    words, question = asking.words, asking.question
    if any(operator.asked.search(question) for operator in asking.lists.operators):
        return False
    if asking.years - years_in(asking.ground):
        return False
    quote = "".join(evidence.quote.split())
    left, found = question, 0
    for _, word in sorted(words.cut(question), key=lambda cut: -len(cut[1])):
        kinds = words.kinds(word)
        if kinds & CONTENT and words.stands_in(quote, word):
            found += len(word) > 1
        elif kinds & CONTENT and not kinds - CONTENT:
            return False
        left = left.replace(word, " ")
    rest = re.findall("[一-龥]+", re.sub("[0-9]+年", "", left))
    counted = any(not f.spelt for f in figures_in(re.sub("[0-9]{4}年", "", quote)))
    asked = HOW_MANY.search(question) is not None
    return found > 1 and asked and counted and all(part in quote for part in rest)
