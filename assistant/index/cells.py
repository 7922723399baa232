"""A number in a table as concepts: its row and its column say what it is, the outer labels whereof."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.index.concepts import GENERAL
from assistant.index.entry import Entry
from assistant.index.reader import Reader
from assistant.language.script import fold
from assistant.lexicon import ALSO, APART, CELL, cell_key
from assistant.model import Figure

# What a row notes in brackets is no name of it: 部分公开(区分处理的,只计这一情形).
NOTE = re.compile(r"\([^()]{5,}\)")


def cell(reader: Reader, figure: Figure) -> Entry:
    """The entry of a number in a table.

    The labels are those of the dictionary where it knows them, else as printed.
    """
    path = figure.measure.split("/")
    names = ["/".join(path[:n]) for n in range(1, len(path))]
    keys = [(figure.measure, ""), ("", figure.member), (figure.measure, figure.member)]
    own = frozenset().union(
        *(_said(reader, figure.table, *key) for key in keys[: 2 + bool(path[0])])
    )
    if not figure.measure:
        own |= reader.concepts(figure.what)
    if not (figure.member or figure.measure) and figure.column and figure.row:
        own |= reader.concepts(fold(figure.column[-1]))
    context = frozenset().union(
        _said(reader, figure.table),
        *(reader.concepts(reader.text[start:end]) for start, end in figure.inherits),
        *(_said(reader, figure.table, name) for name in names),
        *(_said(reader, figure.table, *key, tag=ALSO) for key in keys),
        *(_said(reader, figure.table, *key) for key in _outer(figure.column)),
        *(
            reader.concepts(NOTE.sub("", fold(label)))
            for label in (figure.row or figure.column)[-1:]
        ),
    )
    apart = frozenset().union(*(_said(reader, figure.table, *key, tag=APART) for key in keys))
    return Entry(
        fact=figure,
        own=own,
        context=context - own - apart,
        topic=_topic(reader, figure),
        heads=own | context,
        counted=own | context,
    )


def _topic(reader: Reader, figure: Figure) -> frozenset[str]:
    """The heading over a table; an annex has its own."""
    if figure.section in reader.near.paths:
        return reader.topic(figure.start)
    return reader.concepts(fold(figure.section)) - GENERAL


def _said(
    reader: Reader, table: str, measure: str = "", member: str = "", tag: str = ""
) -> frozenset[str]:
    """What the dictionary says of a table, of its row or of its column."""
    senses = reader.lexicon.senses(cell_key(table, measure, member))
    return frozenset(a for s in senses if s.kind == CELL and s.tag == tag for a in s.atoms)


def _outer(column: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The official names of what a column stands under: 行政诉讼, 行政诉讼/未经复议直接起诉."""
    for n, label in enumerate(column[:-1]):
        yield "/".join(column[:n]), label
        yield "", label
