"""Front matter: how people ask for what a report says about itself, and how reports say it.

Such a question is about the report and no fact of it. It is read so only where every character belongs to a word of
the classes that `knowledge/frontmatter.yaml` lists, or to a name of the report's own organ: 电话咨询多少人次 is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assistant.language.documents import Asking, asking_of
from assistant.language.wordclasses import WordClasses, cut, word_classes
from assistant.late import late

NONE = "!"
# 电话咨询多少人次: a figure is asked for.
COUNTED = late("(?:多少|(?<!哪)几)(?:人次|人|次|件|宗|封|批|通|起|场|期|名|回|遍|册)")
MARKS = '，,。？?！!；;：:“”" 　'
# 根据这份报告，…: what is told there, not what it is based on.
LEAD = late(
    r"^(?:请|请问)?(?:根据|按照|依据|依照|按|照|从|在|对照)(?:这份|这个|本|该|那份)?(?:报告|年报|年度报告)(?:里|中|上)?(?:看|来看|说的|所说|所写|写的|内容)?[，,]"
)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to ask for a topic: a word of each group, and none of those that make it another question."""

    groups: tuple[frozenset[str], ...]
    excluded: frozenset[str]

    def is_said(self, said: frozenset[str]) -> bool:
        """Is it asked so with these words?"""
        return said.isdisjoint(self.excluded) and all(map(said.intersection, self.groups))


@dataclass(frozen=True, slots=True)
class Topic:
    """What can be asked about a report: one word of each group of one of its `ways` asks for it.

    `plainly` is the question in the words that the engine reads, where it reads it; `finds` is how reports say it.
    `checked` is the polarity where it asks whether the report's numbers agree and they do not. `itself`: what the
    report says counts more than what the engine makes of it. `alone`: it is asked only where no other topic is.
    `later`: what the engine reads of it counts more.
    """

    name: str
    ways: tuple[Way, ...]
    words: frozenset[str]
    excluded: frozenset[str]
    finds: tuple[re.Pattern[str], ...]
    sentence: bool
    plainly: str
    checked: str = ""
    itself: bool = False
    alone: bool = False
    later: bool = False

    def is_asked(self, said: frozenset[str]) -> bool:
        """Is there a word of each kind that one way to ask for it needs, and none of another topic?"""
        return said.isdisjoint(self.excluded) and any(way.is_said(said) for way in self.ways)

    @property
    def known(self) -> frozenset[str]:
        """Every word that may stand in a question about it."""
        return self.words.union(*(group for way in self.ways for group in way.groups))

    def find(self, source: str) -> tuple[int, int] | None:
        """Where a report says it, whole sentences where one figure alone says too little."""
        found = next((m for p in self.finds if (m := p.search(source))), None)
        if found is None:
            return None
        start, end = found.span()
        if not self.sentence:
            return start, end
        start = max(source.rfind(mark, 0, start) for mark in "。\n") + 1
        start += len(source[start:end]) - len(source[start:end].lstrip())
        return start, _end_of_sentence(source, end)


def _end_of_sentence(source: str, at: int) -> int:
    """The next full stop, over one break where a line is set too short for its sentence; or the end of the line."""
    ends = [found for mark in "。\n" if (found := source.find(mark, at)) >= 0]
    end = min(ends, default=len(source))
    stop = source.find("。", end)
    is_broken = source[end : end + 1] == "\n" and stop >= 0 and "\n" not in source[end + 1 : stop]
    return stop if is_broken else end


@dataclass(frozen=True)
class FrontMatter:
    """All topics, with the words that may stand in a question about any."""

    common: frozenset[str]
    topics: tuple[Topic, ...]
    offices: tuple[str, ...]
    levels: frozenset[str]
    asking: Asking

    def office(self, text: str) -> str:
        """The office that a text names, as reports call it; empty where it names none."""
        held = (name for name in self.offices if name in text)
        return next((name for name in held if re.search(f"{name}(?![法事理])", text)), "")

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word that may stand in a question about a report."""
        return self.common.union(self.offices, *(topic.known for topic in self.topics))

    def levels_of(self, own: str) -> frozenset[str]:
        """The words for a level of government that mean the report's own (镇里)."""
        return frozenset(word for word in self.levels if word[0] in own or word[1] in own)

    def asked(self, text: str, own: str = "") -> tuple[Topic, ...]:
        """The topics that a text asks for; none where a word of it is of something else.

        `own` is all that the organ of the report is called: a part of it in its order is a name of it (市环保局).
        """
        bare = bare_of(text)
        if COUNTED.search(bare):
            return ()
        levels = self.levels_of(own)
        pieces = cut(bare, self.known | levels, own)
        said = frozenset(pieces)
        topics = tuple(t for t in self.topics if t.is_asked(said))
        topics = tuple(t for t in topics if not t.alone or len(topics) == 1)
        if not topics:
            return ()
        words = self.common.union(levels, self.offices, *(t.known for t in topics))
        return topics if said <= words or cut(bare, words, own) else ()


def bare_of(text: str) -> str:
    """A question without what leads in to it, and without its marks."""
    return LEAD.sub("", text).translate(dict.fromkeys(map(ord, MARKS)))


def front_matter_of(data: Mapping[str, Any]) -> FrontMatter:
    """What `knowledge/frontmatter.yaml` says."""
    classes = word_classes(data["classes"])
    offices = tuple(sorted(classes.words(data["offices"]), key=lambda name: (-len(name), name)))
    classes = classes.with_class("offices", frozenset(offices))
    common = classes.words(data["common"])
    topics = tuple(_topics(data["topics"], classes))
    levels = classes.words(["@ownlevels"])
    return FrontMatter(common, topics, offices, levels, asking_of(data["documents"], classes))


def _way(groups: Sequence[Sequence[Any]], classes: WordClasses) -> Way:
    """Groups of which each has to be said; one that is led by `!` must not be."""
    kept = tuple(classes.words(group) for group in groups if group[0] != NONE)
    left = (classes.words(group[1:]) for group in groups if group[0] == NONE)
    return Way(kept, frozenset().union(*left))


def _topics(data: Mapping[str, Mapping[str, Any]], classes: WordClasses) -> Iterator[Topic]:
    for name, topic in data.items():
        ways: Sequence[Sequence[Sequence[Any]]] = (topic["needs"], *topic.get("or", ()))
        needs = tuple(_way(way, classes) for way in ways)
        finds = tuple(late(pattern) for pattern in topic.get("finds", ()))
        words, excluded = (classes.words(topic.get(part, ())) for part in ("words", "not"))
        sentence, plainly = bool(topic.get("sentence")), str(topic.get("plainly", ""))
        checked, itself = str(topic.get("checked", "")), bool(topic.get("itself"))
        yield Topic(
            *(str(name), needs, words, excluded, finds, sentence, plainly, checked, itself),
            alone=bool(topic.get("alone")),
            later=bool(topic.get("later")),
        )
