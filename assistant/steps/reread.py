"""The words of a question in their places: what makes another sense there than by its name.

件 behind a number counts, and elsewhere is a word; 几个社区 counts the places themselves; the 县 of 县人大 is no class
of members. Each rule sees the mentions of the whole question and gives those that stand in the place of others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from assistant.index.concepts import CONTENT
from assistant.language.lookalike import lookalikes
from assistant.language.pinyin import alike
from assistant.late import late
from assistant.lexicon import Lexicon
from assistant.model import Mention, Sense
from assistant.steps.one import is_claimed

# Kinds of place whose figures are the members of a breakdown, however they are asked.
COUNTY = late("[市县]|(?<!社)区")
POINTING = ("有", "那", "这", "该", "某")
# Who does what the verb before it says: 查阅者.
DOER = "者"
# 这类, 各类, 的类: these may stand before 类, and other fillers may not.
CLASS = "类"
BEFORE_CLASS = "这那该此各某本同的中里是有分等归按以"
# What 其 begins that is told from what was named before.
ITS, OTHERS = "其", "他它"
# A natural person as an applicant, and behind a number 个 and 人.
PERSONS = "个人"
# What follows a degree without a number: 少点.
LITTLE, DEGREES = "点", frozenset({"degree", "compare"})
# The length of 在不 and its like.
TALK = 2
COUNTERS = ("每一", "万", "亿", "千", "每", "一", "余", "多", "各", "两", "个")


def read(text: str, fixed: tuple[Mention, ...], lexicon: Lexicon) -> tuple[Mention, ...]:
    """The text's mentions, of which `fixed` are known already."""
    mentions = _settled(lexicon.read(text, fixed))
    other = tuple(mention for rule in RULES for mention in rule(mentions, lexicon))
    return _settled(_without(mentions, other)) if other else mentions


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


def _persons(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """几个人, 三个人: persons are counted, and no 个人 is meant."""
    for before, mention in pairwise(mentions):
        said = "number" in before.tags("ask") or before.value is not None
        if mention.text == PERSONS and said and before.end == mention.start:
            yield replace(mention, senses=lexicon.senses("人"))


def _in_denied(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """在不同意公开答复中: no greeting (在不), but 在 before a name that begins with 不."""
    for mention, following in pairwise(mentions):
        joined = mention.text[-1:] + following.text
        talk = mention.kinds() == {"dialogue"} and len(mention.text) == TALK
        if talk and mention.end == following.start and lexicon.knows(joined):
            middle = mention.end - 1
            first = mention.text[:-1]
            yield Mention(mention.start, middle, first, lexicon.senses(first))
            yield Mention(middle, following.end, joined, lexicon.senses(joined))


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


def _a_little(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """哪个少点: 点 behind a degree is a little, and no place."""
    for degree, mention in pairwise(mentions):
        behind = degree.end == mention.start and degree.tags("operator") & DEGREES
        if behind and mention.text == LITTLE:
            yield replace(mention, senses=lexicon.senses(f"一{LITTLE}"))


def _doer(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """查阅者: who does what the verb says is no word of its own."""
    for verb, mention in pairwise(mentions):
        behind = verb.end == mention.start and bool(verb.kinds() & {"action", "verb"})
        if behind and mention.text == DOER and not mention.senses:
            yield Mention(mention.start, mention.end, DOER, (Sense("frame", tag="people"),))


def _of_county(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """承办的县人大建议: 县 belongs to the name behind it, and no members are meant."""
    for mention, name in pairwise(mentions):
        members = mention.text.startswith("的") and "members" in mention.tags("operator")
        if members and mention.end == name.start and name.is_unknown():
            middle = mention.start + 1
            yield Mention(mention.start, middle, "的", (Sense("frame", tag="light_verbs"),))
            yield Mention(middle, mention.end, mention.text[1:], ())


def _class(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """其也类: fillers before 类 are a word that is misspelt."""
    for at, mention in enumerate(mentions):
        begin = at
        while mention.text == CLASS and begin and _is_filler(mentions[begin - 1], mentions[begin]):
            begin -= 1
        if begin < at:
            text = "".join(m.text for m in mentions[begin : at + 1])
            yield Mention(mentions[begin].start, mention.end, text, ())


def _other(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """其地情形, 其也申请人: what looks or sounds like 他 behind 其 is a word that is misspelt."""
    for its, mention in pairwise(mentions):
        behind = its.text == ITS and its.end == mention.start and len(mention.text) == 1
        if behind and mention.kinds() == {"frame"} and _is_like(mention.text, OTHERS):
            yield Mention(its.start, mention.end, ITS + mention.text, ())


def _is_like(char: str, others: str) -> bool:
    return any(char in lookalikes(o) or alike(char, o) for o in others)


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


RULES = (
    _counted,
    _persons,
    _in_denied,
    _single,
    _numbered,
    _a_little,
    _doer,
    _of_county,
    _class,
    _other,
)
