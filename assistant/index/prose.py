"""A figure in prose as concepts: its own words, what its clause inherits, and what is said around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.index.clauses import ROW, lead, tail
from assistant.index.concepts import GENERAL, concepts_of
from assistant.index.counted import heads, nouns
from assistant.index.entry import Entry
from assistant.index.reader import SPACE, Reader
from assistant.index.together import together
from assistant.model import Figure

RATE = "率"
YEARLY = "同比"
RESPECTIVELY = re.compile("分别|依次")
TITLE = re.compile("《[^《》]*》")
WITHIN = re.compile("(?P<whole>[^,，、;；]{2,20})中有|(?P<all>(?:所有|全部)[^,，、;；]{2,20})中")


def prose(reader: Reader, figure: Figure) -> Entry:
    """The entry of a figure that stands in a sentence."""
    whole, words = within(_own_words(reader, figure))
    own = reader.concepts(words)
    inherited = [whole, *(reader.text[start:end] for start, end in figure.inherits)]
    return Entry(
        fact=figure,
        own=own,
        context=_context(reader, figure, inherited) - own,
        topic=reader.topic(figure.start) | _around(reader, figure) | _title(reader, figure),
        heads=heads(reader, figure),
        counted=frozenset(nouns(reader, figure.what)),
        together=tuple(together(reader, figure)),
        about=reader.part(figure.start),
        scope=_scope(reader, figure, inherited),
        denied=own if figure.kind == "zero" else frozenset(),
    )


def _context(reader: Reader, figure: Figure, inherited: list[str]) -> frozenset[str]:
    """What the figure takes from the clauses before it, and what its kind says of it."""
    context = frozenset().union(*(_carried(reader, piece) for piece in inherited))
    if figure.unit == "%":
        context |= {RATE}
    if _compares_years(reader, figure):
        context |= {YEARLY}
    if figure.kind == "rank_cutoff":
        clause = reader.text[slice(*figure.clause)]
        context |= reader.concepts(_own_words(reader, figure, clause))
    if figure.kind in ("document", "frequency"):
        context |= _without_organs(reader, reader.text[slice(*figure.sentence)])
    return context


def _carried(reader: Reader, words: str) -> frozenset[str]:
    """The concepts that a clause before lends to the figure.

    《霍山信息》每期印600份 counts no 信息: what every report is about tells nothing where it is but a word of a title.
    """
    named = "".join(TITLE.findall(words))
    if not named:
        return reader.concepts(words)
    beside = reader.concepts(TITLE.sub("《》", words))
    return reader.concepts(words) - (GENERAL & reader.concepts(named) - beside)


def _own_words(reader: Reader, figure: Figure, clause: str = "") -> str:
    """The figure's clause without the other figures that stand in it, and what they count."""
    if figure.kind == "document":
        return figure.quote + figure.what
    words = SPACE.sub("", clause or figure.quote)
    row = RESPECTIVELY.search(words) is not None
    beside = {*reader.near.of_start[figure.start], *reader.near.of_clause[figure.clause]}
    for other in sorted(beside, key=lambda f: f.number):
        if row and other.number != figure.number and other.start == figure.start:
            # A、B分别为1件、2件: the names and numbers of the others are not of this one.
            for piece in (other.text, other.what or other.who):
                words = words.replace(piece, "") if piece else words
        if other.clause == figure.clause and other.id != figure.id and other.what:
            words = words.replace((other.printed or other.text) + other.what, "")
    return words


def within(words: str) -> tuple[str, str]:
    """废止文件中有行政规范性文件3件, 所有申请中同意公开9件: of what it is one, and what it counts itself."""
    found = WITHIN.match(words)
    return (found["whole"] or found["all"], words[found.end() :]) if found else ("", words)


def _compares_years(reader: Reader, figure: Figure) -> bool:
    """Does its clause compare with the year before (比2017年的443条增加49条)?"""
    before = reader.report.year - 1
    told = (figure.clause, *figure.inherits)
    clause = SPACE.sub("", "".join(reader.text[start:end] for start, end in told))
    return any(f"{word}{before}年" in clause for word in ("比", "较"))


def _without_organs(reader: Reader, text: str) -> frozenset[str]:
    mentions = [m for m in reader.read(text) if "organ" not in m.kinds()]
    return frozenset(a for m in mentions for a in concepts_of(m))


def _title(reader: Reader, figure: Figure) -> frozenset[str]:
    """The last document that is named before it in its sentence: of that is what follows (有效期5年)."""
    before = reader.text[figure.sentence[0] : figure.clause[0]]
    named = TITLE.findall(before)[-1:]
    return frozenset().union(*(reader.concepts(title) for title in named))


def _around(reader: Reader, figure: Figure) -> frozenset[str]:
    """The concepts of what leads up to the figure and of what its clause says of it behind it.

    Members of lists are left out:
    更新领导之窗、招商投资等栏目 makes no figure behind it one of 招商投资 alone.
    """
    beside = reader.near.of_clause[figure.clause]
    spans = (
        *lead(figure, reader.near.of_sentence[figure.sentence]),
        tail(figure, beside, reader.report.source),
    )
    pieces = (p for start, end in spans for p in _unlisted(reader, reader.text[start:end]))
    return frozenset().union(*(reader.concepts(piece) for piece in pieces))


def _unlisted(reader: Reader, text: str) -> Iterator[str]:
    at = 0
    for row in ROW.finditer(text):
        first, _, rest = row.group().partition("、")
        named = reader.mentions(first)
        yield text[at : row.start()]
        yield first[: named[-1].start] if named else first
        yield rest.rpartition("、")[2].partition("等")[2]
        at = row.end()
    yield text[at:]


def _scope(reader: Reader, figure: Figure, inherited: list[str]) -> str:
    """Whose figure it is: everybody's (全市), an organ's, or nobody's in particular."""
    for piece in (figure.who, *inherited):
        for mention in reader.read(piece):
            if "whole" in mention.kinds():
                return "whole"
            if "organ" in mention.kinds() and piece == figure.who:
                return concepts_of(mention)[0]
    return ""
