"""`Question` → `Mention`s: every span of the question with what it may stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.lexicon import Lexicon
from assistant.model import Mention, Question, Repair, Sense
from assistant.steps.patterns import patterned
from assistant.steps.repair import repair

COUNTERS = ("每一", "万", "亿", "千", "每", "一", "余", "多", "各", "两", "个")


def link(question: Question, lexicon: Lexicon) -> tuple[tuple[Mention, ...], tuple[Repair, ...]]:
    """The mentions of a question in order, and which content words were read otherwise than written."""
    text = question.text
    fixed = tuple(patterned(text, lexicon))
    mentions = tuple(_settle_units(lexicon.read(text, fixed)))
    repaired, repairs = repair(text, mentions, lexicon)
    if repaired:
        mentions = tuple(_settle_units(lexicon.read(text, fixed + repaired)))
    used = {(m.start, m.end) for m in mentions}
    kept = tuple(r for span, r in repairs if span in used)
    return mentions, kept


def _settle_units(mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """A measure word is one only behind a number or 几/多少/每; elsewhere it is its other self."""
    previous: Mention | None = None
    for mention in mentions:
        if "unit" in mention.kinds():
            counting = previous is not None and bool(
                "number" in previous.kinds()
                or previous.text in COUNTERS
                or previous.tags("ask") & {"number", "which", "list", "money"}
                or previous.tags("operator") & {"compare", "convert", "average"}
            )
            senses = tuple(s for s in mention.senses if (s.kind == "unit") == counting)
            if not counting and not senses and len(mention.text) > 1:
                senses = (Sense("frame", tag="measure_word"),)
            previous = replace(mention, senses=senses)
        else:
            previous = mention
        yield previous
