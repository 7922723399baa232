"""The shape of a report's text: sections to any depth, sentences, clauses, each with its offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cached_property

from assistant.model import Section

Span = tuple[int, int]

NUMERAL = "[一二三四五六七八九十]+"
# What makes a bare number that of a heading: its line is a short title, and no measure word follows.
NO_UNIT = "(?![万亿元件条次个人份项期场篇名家天号年月日位户处所册张部版座间台周岁成度栋本批类级])"
TITLE = rf"{NO_UNIT}(?=[一-龥“《][^\n,，。;；:：\d]{{1,23}}$)"
OPENED = rf"{NO_UNIT}(?=[一-龥“《][^\n,，。;；:：\d]{{1,19}}(?:[。:：]|$))"
# The ways of numbering a heading, outermost first.
LABELS = (
    re.compile(
        rf"{NUMERAL}、|{NUMERAL}[ \t]+{TITLE}|第{NUMERAL}(?:部分|章)[、 \t]*{TITLE}"
        rf"|\d{{1,2}}[ \t]*{TITLE}"
    ),
    re.compile(rf"[(（]{NUMERAL}[)）]、?|\d{{1,2}}\.\d{{1,2}}[ \t]*{OPENED}"),
    re.compile(
        r"\d{1,2}[、.．](?!\d)|[①-⑳]|[(（]\d{1,2}[)）]"
        rf"|\d{{1,2}}(?:\.\d{{1,2}}){{2}}[ \t]*{OPENED}"
    ),
)
ITEM = re.compile(rf"(?:(?<=[。；;:：,，\n])|^){NUMERAL}是(?!否)")
OPENING, CLOSING = "(（《<“‘「『【〔[", ")）》>”’」』】〕]"
SENTENCE_ENDS = "。！？!?；;\n"
CLAUSE_ENDS = ",，:："
HEADING_LENGTH = 45
# Nothing that people write is longer: what is, is cut, so that each piece takes bounded time to read.
LONGEST_SENTENCE, LONGEST_CLAUSE = 1000, 400
# How a heading of the genre ends: where its text is glued to it (一、概述2012年,…), and where a line
# without a number is one.
TITLE_END = "概述|情况|措施|问题|事项|概况|打算|附件|附表"
GLUED = re.compile(rf"[^,，。;；:：\n]{{0,28}}?(?:{TITLE_END})(?![和及与、的(（)）数中:：]|$)")
# 政策类:50条, but not 如下:1.政策类.
BEFORE_NUMBER = re.compile(r"[:：]\d+(?![\d.．、)）])|[:：]\d+\.\d")
UNNUMBERED = re.compile(rf"[^\W\d_、]{{2,24}}(?:{TITLE_END})")


@dataclass(frozen=True)
class Outline:
    """Sections, and the text cut into sentences and their clauses."""

    sections: tuple[Section, ...]
    sentences: tuple[Span, ...]
    clauses: dict[Span, tuple[Span, ...]]

    def enclosing(self, at: int) -> tuple[Section, ...]:
        """The sections around an offset, outermost first."""
        last = bisect_right(self._starts, at) - 1
        found = []
        section = self.sections[last] if last >= 0 else None
        while section:
            if at < section.end:
                found.append(section)
            section = self._by_id[section.parent] if section.parent else None
        return tuple(reversed(found))

    @cached_property
    def _starts(self) -> list[int]:
        return [section.start for section in self.sections]

    @cached_property
    def _by_id(self) -> dict[str, Section]:
        return {section.id: section for section in self.sections}


def outline(text: str) -> Outline:
    """Cut a folded source text. Offsets are those of the text given.

    >>> [s.path for s in outline("一、概述\\n(一)公开。一是建网。二是办报。\\n").sections]
    ['一、概述', '一、概述 > (一)公开', '一、概述 > (一)公开 > 一是建网', '一、概述 > (一)公开 > 二是办报']
    """
    headings = list(_headings(text))
    sentences = tuple(_sentences(text, {h.end for h in headings}))
    clauses = {sentence: tuple(_clauses(text, sentence)) for sentence in sentences}
    return Outline(tuple(_sections(text, headings)), sentences, clauses)


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    start: int
    label: str
    title: str

    @property
    def end(self) -> int:
        """Where the heading ends, and its text may begin."""
        return self.start + len(self.label) + len(self.title)


def _headings(text: str) -> Iterator[_Heading]:
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        start = at + line.find(stripped) if stripped else at
        for level, label in enumerate(LABELS, start=1):
            found = label.match(stripped)
            if found:
                title = _title(stripped[found.end() :], glued=True)
                yield _Heading(level, start, found.group(), title)
                break
        else:
            if at and line.endswith("\n") and UNNUMBERED.fullmatch(stripped):
                yield _Heading(1, start, "", stripped)
        for item in ITEM.finditer(text, at, at + len(line)):
            rest = text[item.end() : at + len(line)]
            yield _Heading(4, item.start(), item.group(), _title(rest))
        at += len(line)


def _title(rest: str, glued: bool = False) -> str:
    """The heading up to its first stop; `glued`: its text may follow without one."""
    end = next((i for i, c in enumerate(rest) if c in "。；;\n"), len(rest))
    title = rest[:end].strip().rstrip(":：")
    body = GLUED.match(rest) if glued else None
    opened = re.match(r"([^,，。;；:：]{2,20})[:：](?=.)", title) if glued else None
    if body and body.end() < len(title):
        return body.group().strip()
    return opened.group(1) if opened else title


def _sections(text: str, headings: list[_Heading]) -> Iterator[Section]:
    opened: list[tuple[int, str, str]] = []
    for index, heading in enumerate(headings):
        end = next((h.start for h in headings[index + 1 :] if h.level <= heading.level), None)
        if heading.level == 4 and end is None:
            end = len(text)
        if heading.level == 4:
            line_end = text.find("\n", heading.start)
            end = min(end or len(text), line_end if line_end >= 0 else len(text))
        opened = [level for level in opened if level[0] < heading.level]
        title = heading.title if len(heading.title) <= HEADING_LENGTH else heading.title[:20] + "…"
        name = heading.label + title
        path = " > ".join([*(level[1] for level in opened), name])
        identity = f"s{index + 1:02d}"
        parent = opened[-1][2] if opened else None
        yield Section(
            id=identity,
            path=path,
            label=heading.label,
            heading=heading.title,
            level=heading.level,
            start=heading.start,
            end=end if end is not None else len(text),
            parent=parent,
        )
        opened.append((heading.level, name, identity))


def _cuts(text: str, span: Span, marks: str, ends: Set[int] = frozenset()) -> Iterator[Span]:
    """Pieces of a span between marks that stand outside brackets, trimmed of white space.

    A piece also ends at each of `ends`.
    """
    depth, piece = 0, span[0]
    for at in range(span[0], span[1] + 1):
        if at in ends and piece < at < span[1] and text[at] not in CLAUSE_ENDS + marks:
            start, end = _trimmed(text, piece, at)
            if start < end:
                yield start, end
            piece, depth = at, 0
        char = text[at] if at < span[1] else ""
        if char and char in OPENING:
            depth += 1
        elif char and char in CLOSING:
            depth = max(0, depth - 1)
        if not char or char == "\n" or (char in marks and depth == 0 and not _inside(text, at)):
            start, end = _trimmed(text, piece, at)
            if start < end:
                yield start, end
            piece = at + 1
            if char == "\n":
                depth = 0


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _inside(text: str, at: int) -> bool:
    """A comma between digits (1,206) or a colon in a time or before a number separates nothing."""
    digits = text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
    return text[at] in ",:：" and (digits or BEFORE_NUMBER.match(text, at) is not None)


def _sentences(text: str, headings: Set[int]) -> Iterator[Span]:
    for sentence in _cuts(text, (0, len(text)), SENTENCE_ENDS, headings):
        yield from _bounded(text, sentence, LONGEST_SENTENCE)


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    for clause in _cuts(text, sentence, CLAUSE_ENDS):
        yield from _bounded(text, clause, LONGEST_CLAUSE)


def _bounded(text: str, span: Span, longest: int) -> Iterator[Span]:
    """The span in pieces that are no longer than this, each up to its last comma where it has one."""
    start, end = span
    while end - start > longest:
        cut = max(text.rfind(mark, start, start + longest) for mark in (*CLAUSE_ENDS, "、")) + 1
        cut = cut if cut > start else start + longest
        yield start, cut
        start = cut
    if start < end:
        yield start, end
