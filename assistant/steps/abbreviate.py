"""Short forms of the names that a report writes in full: 苏宿工业园区 for 苏州宿迁工业园区.

A short form keeps the first and the last character and the order of what it keeps; it counts only
where one name of the report alone can be meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.index import Index
from assistant.lexicon import Lexicon, Names
from assistant.model import Mention, Sense

SHORTEST = 3
VERB = 2
# 最快 shortens no 最长.
DEGREES = "最更较很太"
NAMED = frozenset({"place", "organ"})
SCOPES = "省市县区镇乡"


@dataclass(frozen=True, slots=True)
class Known:
    """The names that reports have: all of them, those of places and organs, and what these name."""

    names: Names
    full: Names
    stated: frozenset[str]


def names_at(indexes: Sequence[Index]) -> Known:
    """The names of these reports; those of a single one are found once."""
    if len(indexes) != 1:
        return _known({name: senses for index in indexes for name, senses in index.names.items()})
    [index] = indexes
    if "names known" not in index.made:
        index.made["names known"] = _known(index.names)
    found: Known = index.made["names known"]
    return found


def _known(names: Names) -> Known:
    full = {n: s for n, s in names.items() if any(sense.kind in NAMED for sense in s)}
    stated = frozenset(a for senses in full.values() for sense in senses for a in sense.atoms)
    return Known(names, full, stated)


def abbreviated(
    text: str,
    mentions: Sequence[Mention],
    known: Known,
    lexicon: Lexicon,
) -> tuple[Mention, ...]:
    """For words that the report does not have, the one name of the report that they may shorten."""
    return tuple(_found(text, mentions, known, lexicon))


def _found(
    text: str, mentions: Sequence[Mention], known: Known, lexicon: Lexicon
) -> Iterator[Mention]:
    full = known.full
    for at, mention in enumerate(mentions):
        if not _is_strange(mention, known.stated):
            continue
        for start, end in _windows(mentions, at):
            written = text[start:end]
            meant = [name for name in full if _shortens(written, name, lexicon)]
            if len({full[name] for name in meant}) == 1:
                yield Mention(start, end, written, full[meant[0]], read=max(meant, key=len))
                break
        else:
            yield from _verb(mention, known.names)


def _verb(mention: Mention, names: Mapping[str, tuple[Sense, ...]]) -> Iterator[Mention]:
    """拆了 for 拆除: a single character that one verb of the report alone begins with."""
    if mention.senses or len(mention.text) > 1 or mention.text in DEGREES:
        return
    meant = [
        name
        for name, senses in names.items()
        if len(name) == VERB and name[0] == mention.text and any(s.kind == "verb" for s in senses)
    ]
    if len(meant) == 1:
        yield Mention(mention.start, mention.end, mention.text, names[meant[0]], read=meant[0])


def _is_strange(mention: Mention, stated: frozenset[str]) -> bool:
    """Is it unread, or a place that the report does not speak of?"""
    if not mention.senses:
        return True
    places = [s for s in mention.senses if s.kind == "place"]
    return bool(places) and not any(set(s.atoms) <= stated for s in places)


def _windows(mentions: Sequence[Mention], at: int) -> Iterator[tuple[int, int]]:
    """The word with its neighbours, without the one before, alone."""
    mention = mentions[at]
    after = mentions[at + 1] if at + 1 < len(mentions) else None
    if after and after.start == mention.end and not _is_firm(after):
        yield mention.start, after.end
    yield mention.start, mention.end


def _is_firm(mention: Mention) -> bool:
    return bool(mention.kinds() & {"ask", "number", "unit", "year", "operator", "negation"})


def _shortens(written: str, name: str, lexicon: Lexicon) -> bool:
    """May this be short for the name, or for the name behind the place that it begins with?"""
    if not SHORTEST <= len(written) < len(name) or written[-1] != name[-1]:
        return False
    return any(
        _keeps_order(written, name[begin:])
        for begin in range(len(name) - len(written))
        if name[begin] == written[0] and _is_place(name[:begin], lexicon)
    )


def _is_place(prefix: str, lexicon: Lexicon) -> bool:
    if not prefix or prefix in SCOPES:
        return True
    return any(s.kind in ("place", "card_place") for s in lexicon.senses(prefix))


def _keeps_order(written: str, name: str) -> bool:
    """Do the characters stand in the name in this order?"""
    left: Iterable[str] = iter(name)
    return all(char in left for char in written)
