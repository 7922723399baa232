"""Front matter: how people ask for what a report says about itself, and how reports say it.

Such a question is about the report and no fact of it. It is read so only where every character belongs to a word that
`knowledge/frontmatter.yaml` lists, so that 电话咨询多少人次 is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assistant.late import late

MARKS = '，,。？?！!；;：:“”" 　'


@dataclass(frozen=True, slots=True)
class Topic:
    """What can be asked about a report: one word of each of `needs` asks for it.

    `plainly` is the question in the words that the engine reads, where it reads it; `finds` is how reports say it.
    `checked` is the polarity where it asks whether the report's numbers agree and they do not. `itself`: what the
    report says counts more than what the engine makes of it. `alone`: it is asked only where no other topic is.
    """

    name: str
    needs: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    finds: tuple[re.Pattern[str], ...]
    sentence: bool
    plainly: str
    checked: str = ""
    itself: bool = False
    alone: bool = False

    def is_asked(self, said: frozenset[str]) -> bool:
        """Is there a word of each kind that it needs?"""
        return all(said.intersection(group) for group in self.needs)

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
    offices: tuple[str, ...] = ()

    def office(self, text: str) -> str:
        """The office that a text names, as reports call it; empty where it names none."""
        return next((name for name in self.offices if name in text), "")

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """The words that ask for any topic, the longest first."""
        known = {word for topic in self.topics for group in topic.needs for word in group}
        return tuple(sorted(known, key=lambda word: (-len(word), word)))

    def asked(self, text: str) -> tuple[Topic, ...]:
        """The topics that a text asks for; none where a word of it is of something else."""
        said = self._needed(text)
        topics = tuple(t for t in self.topics if t.is_asked(said))
        topics = tuple(t for t in topics if not t.alone or len(topics) == 1)
        words = self.common.union(*(t.words for t in topics), *(g for t in topics for g in t.needs))
        bare = text.translate(dict.fromkeys(map(ord, MARKS)))
        return topics if topics and _is_made_of(bare, words) else ()

    def _needed(self, text: str) -> frozenset[str]:
        """The words of a text that ask for a topic; none inside a longer one (地址 of 邮箱地址)."""
        found: set[str] = set()
        for word in self.needed:
            if word in text:
                found.add(word)
                text = text.replace(word, " ")
        return frozenset(found)


def front_matter_of(data: Mapping[str, Any]) -> FrontMatter:
    """What `knowledge/frontmatter.yaml` says."""
    offices = tuple(sorted(map(str, data["offices"]), key=len, reverse=True))
    return FrontMatter(frozenset(data["common"]), tuple(_topics(data["topics"])), offices)


def _topics(data: Mapping[str, Mapping[str, Any]]) -> Iterator[Topic]:
    for name, topic in data.items():
        needs = tuple(tuple(group) for group in topic["needs"])
        finds = tuple(late(pattern) for pattern in topic.get("finds", ()))
        sentence, plainly = bool(topic.get("sentence")), str(topic.get("plainly", ""))
        checked, itself = str(topic.get("checked", "")), bool(topic.get("itself"))
        words, alone = tuple(topic["words"]), bool(topic.get("alone"))
        yield Topic(str(name), needs, words, finds, sentence, plainly, checked, itself, alone)


def _is_made_of(text: str, words: frozenset[str]) -> bool:
    """Can a text be cut into words of a set, every character of it?"""
    longest = max(map(len, words))
    reached = [True] + [False] * len(text)
    for end in range(1, len(text) + 1):
        starts: Sequence[int] = range(max(0, end - longest), end)
        reached[end] = any(reached[at] and text[at:end] in words for at in starts)
    return reached[-1]
