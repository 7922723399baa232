"""The nearest question that can be answered: a refused one without the words that nothing explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.inquiry import Trace, ask
from assistant.knowledge import Knowledge
from assistant.model import Mention

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
        if 0 < len(left) <= MOST:
            yield _cut(text, left)


def _cut(text: str, left: Iterable[Mention]) -> str:
    for mention in sorted(left, key=lambda m: -m.start):
        text = text[: mention.start] + text[mention.end :]
    return REPEATED.sub(r"\1", EMPTY.sub("", text)).strip(" ,，、;；:：")
