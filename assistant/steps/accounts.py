"""Accounts of a body that are called after its place: “上海科技”网站 is the commission's, and no site of 上海.

A department is called by its own name only. Where a place's name begins a name that one of its departments
quotes in its report, and no report of the government does, the department's report is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.index import Index
from assistant.late import late
from assistant.library import Library
from assistant.model import Card, Mention
from assistant.steps.verbatim import compact

QUOTED = late('[“"「]([^“”"「」、,，。;；]{3,14})[”"」]')
MARKS = late('[“”"「」]')
# How much of what follows a name is held against the report: 视频号.
BEHIND = 2
# Of how many reports it is asked whether they quote a name.
ASKED = 24

Named = tuple[Mention, tuple[Card, ...]]


def owned(
    text: str,
    mentions: Sequence[Mention],
    named: Sequence[Named],
    years: Sequence[int],
    library: Library,
) -> Iterator[Named]:
    """The bodies that a question names, each place that only begins the name of an account by the account's owner."""
    for mention, cards in named:
        begun = library.departments_at.get(cards[0].place, ())
        asked = [card for card in begun if not years or card.year in years]
        if not asked or len(asked) + len(cards) > ASKED or not _is_begun(text, mention, mentions):
            yield mention, cards
            continue
        owners = tuple(c for c in asked if _quotes(c, text, mention, mentions, library))
        own = any(_quotes(card, text, mention, mentions, library) for card in cards)
        yield mention, owners if owners and not own else cards


def _is_begun(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Is the name in quotation marks, or does a word stand right behind it that is no year?"""
    behind = next((m for m in mentions if m.start == mention.end), None)
    return behind is not None and not behind.kinds() & {"year", "frame", "ask", "number"}


def _quotes(
    card: Card, text: str, mention: Mention, mentions: Sequence[Mention], library: Library
) -> bool:
    """Does this report quote a name that stands here in the question as that of an account?"""
    index = library.at(card.id).indexes[0]
    said = MARKS.sub("", text[mention.start :])
    for name in _names(index):
        if len(name) <= len(mention.text) or not said.startswith(name):
            continue
        marked = (
            text[mention.start - 1 : mention.start] in ("“", '"', "「") if mention.start else False
        )
        behind = mention.start + len(name)
        carried = any("channel" in m.kinds() and m.start == behind for m in mentions)
        told = compact(said[: len(name) + BEHIND]) in _unmarked(index)
        if marked or carried or told:
            return True
    return False


def _names(index: Index) -> frozenset[str]:
    """The names that a report puts in quotation marks."""
    if "quoted names" not in index.made:
        found = QUOTED.findall(index.report.source)
        index.made["quoted names"] = frozenset(compact(name) for name in found)
    names: frozenset[str] = index.made["quoted names"]
    return names


def _unmarked(index: Index) -> str:
    """What a report says, without quotation marks."""
    if "unmarked" not in index.made:
        index.made["unmarked"] = MARKS.sub("", compact(index.report.source))
    said: str = index.made["unmarked"]
    return said
