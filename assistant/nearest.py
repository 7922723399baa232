"""The nearest question that can be answered: a refused one in words that the report has, or without what it has not.

This is what a refusal offers, never an answer: whoever asked sees the words that were put in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, product

from assistant.index import Index
from assistant.inquiry import ask
from assistant.knowledge import Knowledge
from assistant.language.related import Related
from assistant.model import Mention
from assistant.trace import Trace

# Characters that are words by themselves beside any other.
TIES = "的了是在和与跟有吗呢吧啊呀么个几"
FEWEST, MOST = 4, 3
# How many wordings are tried.
TRIED = 8
SENTENCES, CLAUSES = re.compile("[。！!；;?？]"), re.compile("[，,：:]")
EMPTY = re.compile(r"[“‘《(（]\s*[”’》)）]")
REPEATED = re.compile(r"([,，、;；:：])[\s,，、;；:：]+")


@dataclass(frozen=True, slots=True)
class Near:
    """A nearer question that is answered; `whole` where it is said as it was asked, with nothing cut out of it."""

    text: str
    trace: Trace
    whole: bool


def nearest(trace: Trace, knowledge: Knowledge, related: Related) -> Near | None:
    """A refused question in other words, or without its unexplained ones, where that is answered."""
    worded = islice(_reworded(trace, knowledge.indexes[0], related), TRIED)
    ends = list(_ends(trace.question.text))
    for text in dict.fromkeys((*worded, *_without(trace), *ends)):
        if len(text) >= FEWEST:
            found = ask(text, None, knowledge)
            if found.answer.status == "answered":
                return Near(text, found, text in ends)
    return None


def _reworded(trace: Trace, index: Index, related: Related) -> Iterator[str]:
    """The question with words of the report in the place of what no fact accounts for."""
    text, source = trace.question.text, index.report.source
    spans = _left(trace)
    ways = [
        [w for _, others in related.beside(text[start:end]) for w in others if w in source][:TRIED]
        for start, end in spans
    ]
    if not spans or not all(ways):
        return
    for chosen in product(*ways):
        said = text
        for (start, end), word in sorted(zip(spans, chosen, strict=True), reverse=True):
            said = said[:start] + word + said[end:]
        yield said


def _ends(text: str) -> Iterator[str]:
    """What stands behind a story: the last sentence, then ever less of it (…。清城和清新相比，谁的事项多)."""
    begins = [m.end() for m in SENTENCES.finditer(text.rstrip("。！!?？ "))][-1:]
    begins += [
        m.end()
        for m in CLAUSES.finditer(text.rstrip("。！!?？，, "))
        if not begins or m.end() > begins[0]
    ]
    yield from (text[at:].strip() for at in begins[:MOST])


def _left(trace: Trace) -> list[tuple[int, int]]:
    """Where the stretches stand that nothing explains, those side by side as one."""
    words = set(trace.finding.slots.get("word", "").split("、")) - {""}
    found: list[tuple[int, int]] = []
    for mention in trace.mentions:
        if not (mention.is_unknown() or mention.text in words):
            continue
        if found and found[-1][1] == mention.start:
            found[-1] = (found[-1][0], mention.end)
        else:
            found.append((mention.start, mention.end))
    return found[:MOST] if len(found) <= MOST else []


def _without(trace: Trace) -> Iterator[str]:
    """The question without what is unknown; without what no fact accounts for; without both."""
    text, mentions = trace.question.text, trace.mentions
    unknown = [m for m in mentions if m.is_unknown()]
    words = set(trace.finding.slots.get("word", "").split("、")) - {""}
    unmatched = [m for m in mentions if m.text in words]
    for left in (unknown, unmatched, {*unknown, *unmatched}):
        if 0 < len(left) <= MOST and not any(_splits(m, left, mentions) for m in left):
            yield _cut(text, left)


def _splits(cut: Mention, left: Collection[Mention], mentions: Iterable[Mention]) -> bool:
    """Would only a part of a word go, the 刷 of 印刷: one character beside another that stays?"""
    beside = (m for m in mentions if m not in left and (m.end == cut.start or m.start == cut.end))
    return len(cut.text) == 1 and any(len(m.text) == 1 and m.text not in TIES for m in beside)


def _cut(text: str, left: Iterable[Mention]) -> str:
    for mention in sorted(left, key=lambda m: -m.start):
        text = text[: mention.start] + text[mention.end :]
    return REPEATED.sub(r"\1", EMPTY.sub("", text)).strip(" ,，、;；:：")
