"""What a figure that names little of its own speaks of: the clause, event or thing named before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from assistant.compiler.outline import Span
from assistant.compiler.prose import EMPTY, Draft, Prose

# 《电视问政》6期,现场曝光问题41个: the event counted first is what the rest is of.
NAMED = re.compile("[《“「][^《》“”「」]{2,20}[》”」]$")
DECREED = re.compile("(?:条例|办法|通知|意见|规定|方案|目录|规程|制度|细则|要点|标准)[》”」]$")
NAME_MARKS = re.compile("[《“「]")
# 公开栏换得最勤的是东门社区,换了二十三期: what all are of, and whose this one is.
FOREMOST = re.compile(r"^(?P<all>.*?)最[^,，]{1,4}的是(?P<own>.+)$")
# 9个镇乡(…)的公开专区全部建成,其中甲镇…: the parts are of the 公开专区.
HEAD = re.compile(r"的(?P<head>[一-龥]{2,14}?)(?=全部|全|均|都|已|共|建成|建立|设立|$)")
DATE = re.compile(r"(?:[12]\d{3}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?")
SAYS_LITTLE = ("v", "ul", "d", "uz", "ug", "p", "y")
LONGEST = 24
SENTENCES = 4


def topics(prose: Prose, draft: Draft, before: list[Draft]) -> list[Span]:
    """The spans that it is read with; `before` are the figures before it in the text."""
    stretch = prose.stretch(draft.figure.number[0])
    near = [d for d in before if stretch[0] <= d.figure.number[0]]
    found = [*_event(prose, draft, near), *_silent_clause(prose, draft, near)]
    if not near or _is_marked(prose, draft):
        found += _head(prose, draft)
    return found


def _event(prose: Prose, draft: Draft, near: list[Draft]) -> Iterator[Span]:
    """The named event that opens the sentence, where this names none of its own."""
    if NAME_MARKS.search(draft.figure.quote) or draft.figure.kind == "document":
        return
    for other in reversed(near):
        if other.figure.sentence != draft.figure.sentence:
            return
        name = NAMED.search(prose.text, *other.what)
        if name and not DECREED.search(name.group()):
            yield name.span()
            return


def _silent_clause(prose: Prose, draft: Draft, near: list[Draft]) -> Iterator[Span]:
    """The clause without a number right before one that says no more than 换了二十三期."""
    if not _says_little(prose, draft):
        return
    figure = draft.figure
    if any(d.figure.clause == figure.clause for d in near):
        return
    clauses = prose.outline.clauses.get(figure.sentence, ())
    earlier = [c for c in clauses if c[1] <= figure.clause[0]]
    if not earlier or any(c[0] <= d.figure.number[0] < c[1] for c in earlier[-1:] for d in near):
        return
    clause = earlier[-1]
    text = prose.cut(clause)
    if len(text) > LONGEST or re.search(r"\d", DATE.sub("", text)):
        return
    foremost = FOREMOST.match(text)
    yield (clause[0] + foremost.start("own"), clause[1]) if foremost else clause
    if foremost:
        yield (clause[0], clause[0] + foremost.end("all"))
    for other in near:
        if other.figure.unit == figure.unit and other.figure.sentence != figure.sentence:
            yield other.what
            yield from _opening(prose, other)
            return


def _opening(prose: Prose, draft: Draft) -> Iterator[Span]:
    """What all figures of a row are of, as its first says it."""
    for clause in prose.outline.clauses.get(draft.figure.sentence, ()):
        foremost = FOREMOST.match(prose.cut(clause))
        if foremost and clause[1] <= draft.figure.clause[0]:
            yield (clause[0], clause[0] + foremost.end("all"))


def _says_little(prose: Prose, draft: Draft) -> bool:
    if draft.who != EMPTY or draft.figure.kind not in ("count", "money"):
        return False
    return all(w.flag in SAYS_LITTLE for w in prose.words_in(draft.what))


def _is_marked(prose: Prose, draft: Draft) -> bool:
    return draft.figure.quote.startswith(prose.genre.part_marks)


def _head(prose: Prose, draft: Draft) -> Iterator[Span]:
    """The thing after 的 in the clause before 其中."""
    if not _is_marked(prose, draft) or draft.figure.part_of:
        return
    clause = _clause_before(prose, draft)
    if clause:
        found = list(HEAD.finditer(prose.text, *clause))
        yield from (m.span("head") for m in found[-1:])


def _clause_before(prose: Prose, draft: Draft) -> Span | None:
    """The last clause of its paragraph that ends before this figure."""
    at, first = draft.figure.start, prose.paragraph(draft.figure.number[0])[0]
    sentences = prose.outline.sentences
    until = bisect_right(sentences, at, key=lambda sentence: sentence[0])
    for sentence in reversed(sentences[max(0, until - SENTENCES) : until]):
        for clause in reversed(prose.outline.clauses.get(sentence, ())):
            if clause[1] <= at:
                return clause if first <= clause[0] else None
    return None
