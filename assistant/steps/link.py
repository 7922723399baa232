"""`Question` → `Mention`s: every span of the question with what it may stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assistant.index import CONTENT
from assistant.lexicon import Lexicon
from assistant.model import Mention, Question, Repair, Sense
from assistant.steps.patterns import patterned
from assistant.steps.repair import repair

SHOWN = 2
COUNTERS = ("每一", "万", "亿", "千", "每", "一", "余", "多", "各", "两", "个")


def link(question: Question, lexicon: Lexicon) -> tuple[tuple[Mention, ...], tuple[Repair, ...]]:
    """The mentions of a question in order, and which content words were read otherwise than written."""
    text = question.text
    fixed = tuple(patterned(text, lexicon))
    mentions = _settled(lexicon.read(text, fixed))
    repaired, repairs = repair(text, mentions, lexicon)
    if not repaired:
        return mentions, ()
    written = dict(repairs)
    mentions = _settled(lexicon.read(text, fixed + repaired))
    names = {
        span: _names(written[span], mention, lexicon)
        for mention in mentions
        if (span := (mention.start, mention.end)) in written
    }
    kept = tuple(
        replace(r, read="、".join(names[span][:SHOWN])) for span, r in repairs if span in names
    )
    return tuple(_reread(m, names) for m in mentions), kept


def _names(repair: Repair, mention: Mention, lexicon: Lexicon) -> list[str]:
    """Of the names that may have been meant, those that still stand for something here, one a sense."""
    names = repair.read.split("、")
    meant: dict[tuple[Sense, ...], str] = {}
    for name in names:
        senses = lexicon.senses(name)
        if set(senses) & set(mention.senses) and (
            senses not in meant or any(s.atoms == (name,) for s in senses)
        ):
            meant[senses] = name
    return list(meant.values()) or names


def _reread(mention: Mention, names: Mapping[tuple[int, int], list[str]]) -> Mention:
    found = names.get((mention.start, mention.end))
    return replace(mention, read=found[0]) if found and mention.read else mention


def _settled(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(_settle_talk(tuple(_settle_units(mentions))))


def _settle_talk(mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """收到 is thanks by itself, but right before a noun it is what was done: 收到申请多少件."""
    after = (*mentions[1:], None)[: len(mentions)]
    for mention, following in zip(mentions, after, strict=True):
        done = following is not None and following.start == mention.end
        if done and "dialogue" in mention.kinds() and following and following.kinds() & CONTENT:
            kept = tuple(s for s in mention.senses if s.kind != "dialogue")
            yield replace(mention, senses=kept) if kept else mention
        else:
            yield mention


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
