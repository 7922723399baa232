"""A statement as concepts: its clause, its sentence, all headings above it, and what it denies."""

from __future__ import annotations

from assistant.index.concepts import denied
from assistant.index.entry import Entry
from assistant.index.reader import SPACE, Reader
from assistant.model import Statement


def statement(reader: Reader, said: Statement) -> Entry:
    """The entry of a statement."""
    own = reader.concepts(reader.text[said.start : said.end])
    sentence = SPACE.sub("", reader.text[slice(*said.sentence)])
    mentions = reader.read(sentence)
    return Entry(
        fact=said,
        own=own,
        context=reader.concepts(sentence) - own,
        topic=reader.topic(said.start, whole=True),
        denied=frozenset(denied(reader.read(said.quote))) | _none_of(reader, said),
        universal=any("universal" in m.kinds() for m in mentions),
    )


def _none_of(reader: Reader, said: Statement) -> frozenset[str]:
    """What there is none of, where the statement is a stated zero (未收到针对我厅工作的举报)."""
    zeros = (
        f.what for f in reader.near.zeros if f.clause[0] <= said.start and said.end <= f.clause[1]
    )
    return frozenset().union(*(reader.concepts(what) for what in zeros))
