"""`Question` → `Mention`s: every span of the question with what it may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from assistant.index import CONTENT, Index
from assistant.lexicon import Lexicon
from assistant.model import Mention, Question, Repair, Sense
from assistant.steps.abbreviate import abbreviated
from assistant.steps.one import is_claimed
from assistant.steps.patterns import patterned
from assistant.steps.repair import Spans, repair
from assistant.steps.verbatim import verbatim

SHOWN = 2
# Kinds of place whose figures are the members of a breakdown, however they are asked.
COUNTY = re.compile("[市县]|(?<!社)区")
POINTING = ("有", "那", "这", "该", "某")
# Who does what the verb before it says: 查阅者.
DOER = "者"
# 这类, 各类, 的类: these may stand before 类, and other fillers may not.
CLASS = "类"
BEFORE_CLASS = "这那该此各某本同的中里是有分等归按以"
COUNTERS = ("每一", "万", "亿", "千", "每", "一", "余", "多", "各", "两", "个")


def link(
    question: Question, lexicon: Lexicon, indexes: Sequence[Index] = ()
) -> tuple[tuple[Mention, ...], tuple[Repair, ...]]:
    """The mentions of a question in order, and which content words were read otherwise than written.

    With the `indexes` of the reports that are asked, their own phrases count as known words, and
    their names may be shortened.
    """
    text = question.text
    fixed = tuple(patterned(text, lexicon))
    mentions = _read(text, fixed, lexicon)
    repairs: Spans = ()
    for known in (_in_short, _in_its_words, _mended):
        found, more = known(text, mentions, lexicon, indexes)
        if found:
            fixed, repairs = fixed + found, repairs + more
            mentions = _read(text, fixed, lexicon)
    if not repairs:
        return mentions, ()
    written = dict(repairs)
    names = {
        span: _names(written[span], mention, lexicon)
        for mention in mentions
        if (span := (mention.start, mention.end)) in written
    }
    kept = tuple(
        replace(r, read="、".join(names[span][:SHOWN])) for span, r in repairs if span in names
    )
    return tuple(_reread(m, names) for m in mentions), kept


Found = tuple[tuple[Mention, ...], Spans]


def _read(text: str, fixed: tuple[Mention, ...], lexicon: Lexicon) -> tuple[Mention, ...]:
    """The text's mentions, of which `fixed` are known already."""
    mentions = _settled(lexicon.read(text, fixed))
    counted = (
        *_counted(mentions, lexicon),
        *_single(mentions, lexicon),
        *_numbered(mentions, lexicon),
        *_doer(mentions),
        *_of_county(mentions),
        *_class(mentions),
    )
    return _settled(_without(mentions, counted)) if counted else mentions


def _in_short(
    text: str, mentions: Sequence[Mention], lexicon: Lexicon, indexes: Sequence[Index]
) -> Found:
    """Short forms of the reports' names."""
    names = {name: senses for index in indexes for name, senses in index.names.items()}
    found = abbreviated(text, mentions, names, lexicon) if names else ()
    return found, tuple(((m.start, m.end), Repair(m.text, m.read, "简称")) for m in found)


def _in_its_words(
    text: str, mentions: Sequence[Mention], lexicon: Lexicon, indexes: Sequence[Index]
) -> Found:
    """Phrases that stand in the reports."""
    source = "\n".join(index.report.source for index in indexes)
    return verbatim(text, mentions, source, lexicon) if source else (), ()


def _mended(
    text: str, mentions: Sequence[Mention], lexicon: Lexicon, indexes: Sequence[Index]
) -> Found:
    """Words that are misspelt."""
    return repair(text, tuple(mentions), lexicon)


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


def _counted(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """几个社区, 34个村: the places are counted themselves, and no class of members is meant."""
    for before, mention in pairwise(mentions):
        noun = mention.text.removeprefix("个")
        members = "members" in mention.tags("operator") and noun != mention.text
        said = "number" in before.tags("ask") or before.value is not None
        asked = said and before.end == mention.start
        if members and asked and not COUNTY.search(noun) and lexicon.senses(noun):
            at = mention.start + 1
            yield Mention(mention.start, at, "个", (Sense("unit", tag="个"),))
            yield Mention(at, mention.end, noun, lexicon.senses(noun))


def _single(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """是一条吗: 一 is the figure that is claimed, and no filler."""
    for at, mention in enumerate(mentions):
        unit = mention.text.removeprefix("一")
        units = tuple(s for s in lexicon.senses(unit) if s.kind == "unit")
        if unit != mention.text and units and is_claimed(mentions[:at], mentions[at + 1 :]):
            middle = mention.start + 1
            yield Mention(mention.start, middle, "一", (Sense("number"),), Decimal(1))
            yield Mention(middle, mention.end, unit, units)


def _numbered(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """有效件数多少件: the number of 件 is asked, and 数多少 is no word."""
    for mention, asking in pairwise(mentions):
        counted = asking.text.startswith("数") and "ask" in asking.kinds()
        light_noun = any(s.kind == "frame" for s in lexicon.senses(f"{mention.text}数"))
        if counted and mention.end == asking.start and light_noun:
            middle, rest = asking.start + 1, asking.text[1:]
            light = (Sense("frame", tag="light_nouns"),)
            yield Mention(mention.start, mention.end, mention.text, light)
            yield Mention(asking.start, middle, "数", light)
            yield Mention(middle, asking.end, rest, lexicon.senses(rest))


def _doer(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """查阅者: who does what the verb says is no word of its own."""
    for verb, mention in pairwise(mentions):
        behind = verb.end == mention.start and bool(verb.kinds() & {"action", "verb"})
        if behind and mention.text == DOER and not mention.senses:
            yield Mention(mention.start, mention.end, DOER, (Sense("frame", tag="people"),))


def _of_county(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """承办的县人大建议: 县 belongs to the name behind it, and no members are meant."""
    for mention, name in pairwise(mentions):
        members = mention.text.startswith("的") and "members" in mention.tags("operator")
        if members and mention.end == name.start and name.is_unknown():
            middle = mention.start + 1
            yield Mention(mention.start, middle, "的", (Sense("frame", tag="light_verbs"),))
            yield Mention(middle, mention.end, mention.text[1:], ())


def _class(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """其也类: fillers before 类 are a word that is misspelt."""
    for at, mention in enumerate(mentions):
        begin = at
        while mention.text == CLASS and begin and _is_filler(mentions[begin - 1], mentions[begin]):
            begin -= 1
        if begin < at:
            text = "".join(m.text for m in mentions[begin : at + 1])
            yield Mention(mentions[begin].start, mention.end, text, ())


def _is_filler(mention: Mention, following: Mention) -> bool:
    """A single character right before another that says nothing and leads to no 类."""
    single = len(mention.text) == 1 and mention.end == following.start
    return single and mention.kinds() == {"frame"} and mention.text not in BEFORE_CLASS


def _without(mentions: Sequence[Mention], other: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with others in the place of those that they cover."""
    kept = [m for m in mentions if not any(o.start >= m.start and o.end <= m.end for o in other)]
    return tuple(sorted([*kept, *other], key=lambda m: m.start))


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
            # 几个窗口: the things behind 个 are things.
            thing = previous is not None and previous.text == "个" and len(mention.kinds()) > 1
            counting = counting and not thing
            senses = tuple(s for s in mention.senses if (s.kind == "unit") == counting)
            pointed = previous is not None and previous.text in POINTING
            if not counting and not senses and (len(mention.text) > 1 or pointed):
                senses = (Sense("frame", tag="measure_word"),)
            previous = replace(mention, senses=senses)
        else:
            previous = mention
        yield previous
