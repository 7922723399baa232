"""The nearest question that can be answered: a refused one without the words that nothing explains."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from assistant.alone import Trace
from assistant.inquiry import ask
from assistant.knowledge import Knowledge
from assistant.model import Mention

# Characters that are words by themselves beside any other.
TIES = "的了是在和与跟有吗呢吧啊呀么个几"
FEWEST, MOST = 4, 3
EMPTY = re.compile(r"[“‘《(（]\s*[”’》)）]")
REPEATED = re.compile(r"([,，、;；:：])[\s,，、;；:：]+")


def nearest(trace: Trace, knowledge: Knowledge) -> str | None:
    """A refused question without its unexplained words, where that is answered."""
    for text in dict.fromkeys(_without(trace)):
        if len(text) >= FEWEST and ask(text, None, knowledge).answer.status == "answered":
            return text
    return None


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
