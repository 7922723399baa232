"""What was asked, beside what was answered and what it is drawn from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assistant.proof.evidence import Evidence
from assistant.proof.figures import Figure, figures_in
from assistant.proof.lists import Lists, lists
from assistant.proof.parsing import formulas_of
from assistant.proof.terms import Count, Equation
from assistant.proof.vocabulary import SETTINGS, Vocabulary, vocabulary

SPACES = re.compile(r"\s+")


BRACKETS = str.maketrans("", "", "()（）《》“”‘’\"' 、")


REPAIRED = re.compile("（已按(?P<words>.*?)理解。）", re.DOTALL)


NOTE = re.compile("（(?:承接上文|已按|未用到|据《|编者更正|保留|四舍五入).*?）", re.DOTALL)


YEAR = re.compile("(?<![0-9])(?:(?:19|20)[0-9]{2}|[二][〇零○O0一二三四五六七八九]{3}(?=年))")


SPELT_YEAR = str.maketrans("〇零○一二三四五六七八九", "000123456789")


# What the answer says that it did not use.
ASIDE = re.compile("（未用到“(.*?)”。）", re.DOTALL)
# 几个人 counts persons, and asks for no 个人.
PERSONS = re.compile("(?<=[0-9几少一二三四五六七八九十百千两])个人")


# 两成都不到 names no 成都.
TENTHS = re.compile("(?<=[一二三四五六七八九两几])成都")


WIDE = str.maketrans("０１２３４５６７８９％，？", "0123456789%,?")


@dataclass(frozen=True)
class Asking:
    """A question and its answer, with the evidence."""

    answer: Mapping[str, Any]
    carried: Sequence[str]
    evidence: Sequence[Evidence]
    history: Sequence[str] | None = None

    @cached_property
    def lists(self) -> Lists:
        """The word lists."""
        return lists()

    @cached_property
    def words(self) -> Vocabulary:
        """The vocabulary."""
        return vocabulary()

    @cached_property
    def question(self) -> str:
        """The question, as understood from the turns before it if the answer says so."""
        asked = [str(self.answer["question"]), *self.carried]
        text = SPACES.sub(" ", "；".join(asked)).translate(WIDE)
        for left in ASIDE.findall(str(self.answer["text"]).translate(WIDE)):
            for piece in filter(None, left.split("…")):
                text = text.replace(piece, "", 1)
        return TENTHS.sub("成 都", PERSONS.sub("人", text))

    @cached_property
    def text(self) -> str:
        """What the answer says, without its notes."""
        return NOTE.sub("", str(self.answer["text"]))

    @cached_property
    def repaired(self) -> int:
        """How many words of the question were understood as others."""
        notes = REPAIRED.findall(str(self.answer["text"]))
        return sum(note.count("“") for note in notes)

    @cached_property
    def quotes(self) -> str:
        """All quotes, as they stand."""
        return "\n".join(e.quote for e in self.evidence)

    @cached_property
    def ground(self) -> str:
        """Everything in the reports that may account for a word, with and without brackets."""
        parts = [e.whole for e in self.evidence]
        # What a quote says of its own place or channel is not said by the sentence before it.
        parts += [e.topics[1] for e in self.evidence if not self._has_setting(e.quote)]
        whole = SPACES.sub("", "\n".join(parts))
        return f"{whole}\n{whole.translate(BRACKETS)}"

    def _has_setting(self, quote: str) -> bool:
        return any(self.words.kinds(word) & SETTINGS for _, word in self.words.cut(quote))

    @cached_property
    def operators(self) -> frozenset[str]:
        """The names of the computations that were done."""
        done = self.answer["computation"]
        return frozenset(done["operator"].split("；")) if done else frozenset()

    @cached_property
    def formulas(self) -> tuple[Equation | Count, ...]:
        """The formulas of the computation that was done."""
        done = self.answer["computation"]
        try:
            return formulas_of(done["expression"]) if done else ()
        except ValueError:
            return ()

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that the question names."""
        return figures_in(self.question)

    def asks(self, kind: str) -> str:
        """The first word of a list that the question has."""
        return self.lists.found(kind, self.question)

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that the question names."""
        return years_in(self.question)


def years_in(text: str) -> frozenset[str]:
    """The years of four digits in a text."""
    return frozenset(y.translate(SPELT_YEAR).replace("O", "0") for y in YEAR.findall(text))


def is_year(figure: Figure) -> bool:
    """Is it a year, a month or a day, and no amount?"""
    if figure.percent or figure.scale > 1:
        return False
    four = 1900 <= figure.number <= 2100 and not figure.spelt
    return figure.rest.startswith(("年", "月", "日")) or (
        four and not figure.rest.startswith(tuple("件条次个项宗元册人篇期份家名户"))
    )
