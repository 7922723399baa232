"""Words that no term names, but that stand in the report just so: the report explains them itself.

A question about LED显示屏 or 县直单位 uses the report's own words; a fact whose text holds them
accounts for them. Nothing is guessed: what does not stand in the report is still left over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.language.script import fold
from assistant.late import late
from assistant.lexicon import Lexicon
from assistant.model import Mention, Sense

VERBATIM = "verbatim"
SHORTEST = 2
QUOTED = late("《([^《》]{2,30})》")
# How far around a phrase the report is read, and how many of its places are tried.
REACH = 8
TRIED = 6
# A number of so many digits before a word may be one that people call: 12328热线.
CALLED = 5
COUNTING = frozenset({"number", "money", "percent"})
# What is only ever the end of a word begins no phrase: the 级文件 of 县区级文件.
BOUND = ("级", "类", "型", "率")
# Words that a phrase of the report never swallows: they are what the question asks.
FIRM = frozenset({"ask", "number", "unit", "year", "relative_year", "negation", "operator"})


BRACKETS = str.maketrans("", "", "()")
# Of how many pieces of reports it is kept how they are searched.
KEPT = 8192


@lru_cache(maxsize=KEPT)
def compact(text: str) -> str:
    """A report's text as it is searched: folded, without white space and line ends.

    What holds a bracket is there a second time without it: 专(兼)职 is found as 专兼职.
    """
    said = "".join(fold(text).split())
    bare = said.translate(BRACKETS)
    return said if bare == said else f"{said}\n{bare}"


def verbatim(
    text: str, mentions: Sequence[Mention], source: Callable[[], str], lexicon: Lexicon
) -> tuple[Mention, ...]:
    """For every unread run of a question, the longest phrase around it that the report has, if any.

    `source` gives the report's text as it is searched.
    """
    unread = [at for at, m in enumerate(mentions) if not m.senses]
    quoted = [m.span(1) for m in QUOTED.finditer(text) if _holds_place(mentions, *m.span(1))]
    rows = [*_single(text, mentions), *_named(text, mentions)]
    if not (unread or quoted or rows):
        return ()
    said = _Said(source(), lexicon)
    found = [mention for at in unread for mention in _phrases(text, mentions, at, said)]
    named = (span for span in quoted if f"《{text[slice(*span)]}》" in said.text)
    found += [_mention(text, *span) for span in named]
    found += [_mention(text, *span) for span in rows if text[slice(*span)] in said]
    return tuple(dict.fromkeys(found))


def _holds_place(mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Does a title begin with the report's own place, which is no place there (《霍山信息》)?"""
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    if len(inside) < 2 or "channel" in inside[-1].kinds():
        return False
    return "card_place" in inside[0].kinds()


def _single(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Two single characters side by side that may be one word of the report (提案 in 政协提案)."""
    for one, other in pairwise(mentions):
        alone = len(one.text) == len(other.text) == 1 and one.end == other.start
        known = [m for m in (one, other) if m.kinds() & FIRM or m.kinds() == {"frame"}]
        if alone and not known:
            yield one.start, other.end


def _named(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """What would ask or count by itself, and may be one name with the word beside it: 权力清单, 12328热线."""
    counting = any(m.tags("ask") & COUNTING for m in mentions)
    for one, other in pairwise(mentions):
        if one.end != other.start:
            continue
        numbered = one.text.isdigit() and len(one.text) >= CALLED and other.senses
        # 不足 before a number bounds it, and is no end of a name: 信息不足3条.
        bounds = text[other.end : other.end + 1].isdigit()
        listed = counting and "ask" in other.kinds() and not other.tags("ask") & COUNTING
        if (numbered and "unit" not in other.kinds()) or (
            listed and len(other.text) > 1 and not (bounds or one.kinds() & FIRM)
        ):
            yield one.start, other.end


@dataclass(frozen=True, slots=True)
class _Said:
    """A report's text, asked whether it has a phrase that is no mere piece of its words."""

    text: str
    lexicon: Lexicon

    def __contains__(self, phrase: str) -> bool:
        at = self.text.find(phrase)
        for _ in range(TRIED):
            if at < 0:
                return False
            if self._stands_alone(at, at + len(phrase)):
                return True
            at = self.text.find(phrase, at + 1)
        return False

    def _stands_alone(self, start: int, end: int) -> bool:
        """Does no known word of the report reach over an end of the phrase: 政信息 of 行政信息?"""
        first = max(0, start - REACH)
        around = self.lexicon.read(self.text[first : end + REACH])
        edges = (start - first, end - first)
        return not any(_cuts(m, *edges) for m in around if m.senses)


def _cuts(word: Mention, start: int, end: int) -> bool:
    """Does an end of the phrase fall inside this word; the end of a longer word is its head noun."""
    if word.start < start < word.end and word.end == end:
        return False
    return word.start < start < word.end or word.start < end < word.end


def _phrases(text: str, mentions: Sequence[Mention], at: int, said: _Said) -> Iterator[Mention]:
    """The run with as many whole words beside it as the report has together with it; else in pieces."""
    start, end = mentions[at].start, mentions[at].end
    if end - start >= SHORTEST and text[start:end] not in said:
        yield from _pieces(text, mentions[at], said)
        return
    before, after = at - 1, at + 1
    grown = True
    while grown:
        grown = False
        if before >= 0 and _joins(mentions[before], text[mentions[before].start : end], said):
            start, before, grown = mentions[before].start, before - 1, True
        if after < len(mentions) and _joins(
            mentions[after], text[start : mentions[after].end], said
        ):
            end, after, grown = mentions[after].end, after + 1, True
    if end - start >= SHORTEST and not text.startswith(BOUND, start):
        yield _mention(text, start, end)


def _joins(neighbour: Mention, phrase: str, said: _Said) -> bool:
    return not neighbour.kinds() & FIRM and phrase in said


def _pieces(text: str, run: Mention, said: _Said) -> Iterator[Mention]:
    """A run that two phrases of the report cover between them, each of two characters or more."""
    for cut in range(run.start + SHORTEST, run.end - SHORTEST + 1):
        if text[run.start : cut] in said and text[cut : run.end] in said:
            yield _mention(text, run.start, cut)
            yield _mention(text, cut, run.end)
            return


def _mention(text: str, start: int, end: int) -> Mention:
    phrase = text[start:end]
    return Mention(start, end, phrase, (Sense("word", (phrase,), tag=VERBATIM),))
