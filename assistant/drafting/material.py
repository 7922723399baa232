"""What questions and pages are made of: the words of `knowledge/faq.yaml`, with those that cut clauses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import Formatter
from typing import Any

# The parts that questions are made of, without those of pages.
SPOKEN = (
    *("figures", "own_names", "acted", "acts", "clumsy", "longest", "cells", "breakdowns"),
    *(
        "statements",
        "sections",
        "general",
        "topics",
        "common",
        "bare",
        "cutting",
        "offered",
        "standard",
        "standing",
    ),
)


@dataclass(frozen=True, slots=True)
class Cutting:
    """The closed classes by which a clause is taken apart."""

    tails: tuple[str, ...]
    links: tuple[str, ...]
    nominal_links: tuple[str, ...]
    openers: tuple[str, ...]
    adverbs: tuple[str, ...]
    relative: tuple[str, ...]
    limits: tuple[str, ...]
    bare: tuple[str, ...]


@dataclass(frozen=True)
class Material:
    """What questions and pages are made of; every word of it is data."""

    data: Mapping[str, Any]

    def __getattr__(self, name: str) -> Any:
        """A part of the file by its name."""
        if name not in self.data:
            raise AttributeError(name)
        return self.data[name]

    @cached_property
    def cutting(self) -> Cutting:
        """By which words a clause is taken apart."""
        return Cutting(**{name: tuple(words) for name, words in self.data["cutting"].items()})

    @cached_property
    def clumsy_patterns(self) -> tuple[re.Pattern[str], ...]:
        """What no editor would publish."""
        return tuple(re.compile(pattern) for pattern in self.data["clumsy"])

    def is_clumsy(self, question: str) -> bool:
        """Is it a question that nobody would ask like this?"""
        return len(question) > int(self.data["longest"]) or self.is_ungrammatical(question)

    def is_ungrammatical(self, question: str) -> bool:
        """Is it no good Chinese, however long it may be?"""
        return any(pattern.search(question) for pattern in self.clumsy_patterns)

    def is_bare(self, question: str) -> bool:
        """Does it leave out the verb, so that another way to ask it reads better?"""
        return re.search(self.data["bare"], question) is not None

    def is_fragment(self, answer: str) -> bool:
        """Is the answer a piece of a sentence, cut off before what is done?"""
        return any(re.search(pattern, answer) for pattern in self.data["fragments"])

    def length(self, name: str) -> tuple[int, int]:
        """The level and the number of variants of a length (short, standard, full)."""
        row = self.data["lengths"][name]
        return int(row["level"]), int(row["variants"])

    def topic_of(self, *texts: str) -> str:
        """The topic that these texts speak of, the earlier text the surer; else the last topic."""
        topics: Mapping[str, Sequence[str]] = self.data["topics"]
        for text in texts:
            for topic, words in topics.items():
                if any(word in text for word in words):
                    return topic
        return list(topics)[-1]


def filled(pattern: str, slots: Mapping[str, str]) -> str | None:
    """The pattern with its slots filled; nothing where one of them has no content to give.

    >>> filled("{year}{who}有多少{unit}{noun}？", {"year": "2013年", "who": "", "unit": "个", "noun": "大厅"})
    '2013年有多少个大厅？'
    >>> filled("{noun}有多少{unit}？", {"noun": "大厅"})
    """
    wanted = [slot for _, slot, _, _ in Formatter().parse(pattern) if slot]
    return pattern.format_map(slots) if all(slot in slots for slot in wanted) else None
