"""A report's text read as concepts: a piece of it, the headings above a place, what a part is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.index.concepts import CONTENT, GENERAL, INFORMATION, PUBLISH, concepts_of
from assistant.index.neighbours import Neighbours
from assistant.lexicon import Lexicon
from assistant.model import Mention, Report

# 主动公开 is 公开, though not the other way round.
PROACTIVE = "主动公开"
# 村(居)委会 is 村委会 and 居委会, 采(专)访 is 采访 and 专访.
BRACKETS = re.compile(r"([^\W\d_])[(（]([^\W\d_])[)）](?=[^\W\d_])")
# In a report 16个乡镇 counts 乡镇; only a question's 个乡镇 asks for members.
COUNTED = re.compile("个(?=[乡镇街社村])")
# Lines break inside a word, and spaces stand in it, where a source is set so.
SPACE = re.compile(r"\s+")
# What the parts of every report of the genre are about, by a word of their headings.
PARTS = (
    ("依申请公开", frozenset({"依申请公开", "申请", "受理"})),
    ("申请公开", frozenset({"依申请公开", "申请", "受理"})),
    ("主动公开", frozenset({"主动公开", PUBLISH, INFORMATION})),
)


class Reader:
    """Reads pieces of one report's text as concepts."""

    def __init__(self, lexicon: Lexicon, text: str, report: Report) -> None:
        """A reader by this lexicon; `text` is the report's source, folded to equal length."""
        self.lexicon = lexicon
        self.text = text
        self.report = report
        self.near = Neighbours(report)
        # Facts share their sentences, headings and labels, so that most pieces are read again.
        self.read = cache(lexicon.read)
        self.concepts = cache(self._concepts)

    def _concepts(self, text: str) -> frozenset[str]:
        text = COUNTED.sub("个 ", SPACE.sub("", text))
        ways = {text, BRACKETS.sub(r"\1", text), BRACKETS.sub(r"\2", text)}
        found = {a for w in ways for m in self.read(w) for a in concepts_of(m)}
        return frozenset(found | {PUBLISH} if PROACTIVE in found else found)

    def mentions(self, text: str) -> list[Mention]:
        """The words of a text that have content."""
        return [m for m in self.read(text) if m.kinds() & CONTENT]

    def kinds(self, atoms: frozenset[str]) -> Iterator[str]:
        """Of which kind each concept is first of all."""
        for atom in atoms:
            for sense in self.lexicon.senses(atom)[:1]:
                yield sense.kind

    def topic(self, at: int, whole: bool = False) -> frozenset[str]:
        """The concepts of the heading right above (or of all, `whole`).

        A heading of two things (A和B) vouches for neither.
        """
        around = self.near.sections(at)
        titles = [s.heading for s in (around if whole else around[-1:])]
        kept = [t for t in titles if whole or not re.search("[和及、]", t)]
        return frozenset().union(*(self.concepts(title) for title in kept)) - GENERAL

    def part(self, at: int) -> frozenset[str]:
        """What the outermost part of the report is about: 主动公开 of 信息, 依申请公开 of 申请, which were received."""
        outer = next((s for s in self.near.sections(at) if s.level == 1), None)
        if outer is None:
            return frozenset()
        named = (nouns for theme, nouns in PARTS if theme in outer.heading)
        return next(named, frozenset())
