"""What a figure counts: the nouns of the counted phrase, those that end it, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.index.clauses import LIST_MARKS
from assistant.index.concepts import GENERAL_HEADS, NOUNS, concepts_of
from assistant.index.reader import Reader
from assistant.model import Figure


def heads(reader: Reader, figure: Figure) -> frozenset[str]:
    """What ends the counted phrase, with its bracket (A、B等) and without it; else who has it."""
    what = figure.what
    bare = re.sub(r"[(（].*?[)）]", "", what)
    return _owners(reader, figure) or frozenset([*_ends(reader, what), *_ends(reader, bare)])


def nouns(reader: Reader, what: str) -> Iterator[str]:
    """All nouns of the counted phrase."""
    for mention in reader.mentions(what):
        yield from concepts_of(mention)


def leading_nouns(reader: Reader, text: str) -> frozenset[str]:
    """The nouns that a text begins with."""
    found: set[str] = set()
    for mention in reader.mentions(text):
        if not mention.kinds() & NOUNS and found:
            break
        found |= set(concepts_of(mention))
    return frozenset(found)


def _ends(reader: Reader, what: str) -> Iterator[str]:
    """The nouns that end the counted phrase, or an item of a list in it."""
    mentions = reader.mentions(what)
    for index, mention in enumerate(mentions):
        following = mentions[index + 1].start if index + 1 < len(mentions) else len(what)
        after = what[mention.end : following]
        if index + 1 < len(mentions) and not after.startswith(LIST_MARKS):
            continue
        yield from concepts_of(mention)
        last = mention
        for earlier in reversed(mentions[:index]):
            if not set(concepts_of(last)) & GENERAL_HEADS:
                break
            yield from concepts_of(earlier)
            last = earlier


def _owners(reader: Reader, figure: Figure) -> frozenset[str]:
    """有网站的43个 counts those who have one: 各乡镇(街道)."""
    if not figure.what.endswith("的"):
        return frozenset()
    inherited = "".join(reader.text[start:end] for start, end in figure.inherits)
    return reader.concepts(figure.who + inherited)
