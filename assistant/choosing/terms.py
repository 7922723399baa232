"""The words of a question as a passage may have them: spellings, concepts and how much they tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.model import Mention

CONTENT = frozenset(
    {"action", "measure", "organ", "channel", "place", "period", "word", "theme", "verb"}
)
# Words that only ask, and are found beside the answer all the same: 依据, 问题, 第三部分.
ASKING = frozenset({"ask", "document", "ordinal", "part_of_year", "relative_year"})
# What people ask for in numbers.
COUNTS = frozenset({"number", "money", "percent"})
# A word weighs 1; what only asks, or is a piece of a longer stretch, weighs less.
WHOLE, PART = 1.0, 0.5
# A word of the same matter; of many matters (说明), it tells little.
ALIKE, VAGUE, MANY = 0.6, 0.3, 12
# What a fact is beside its concepts: in what unit it counts, what kind of statement it is.
UNIT, KIND, FIGURE, MEMBER = "unit:", "kind:", "figure", "member"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question: as it may be written, the concepts that it names, and what it weighs.

    `tells` says that a passage may be shown for it alone; a word that only asks needs another beside it.
    `besides` says that it is no word of the question: a passage need not have it.
    """

    spellings: tuple[str, ...]
    concepts: frozenset[str] = frozenset()
    weight: float = WHOLE
    tells: bool = True
    besides: bool = False


if TYPE_CHECKING:
    from assistant.language.related import Related

Beside = Mapping[str, Any]


def terms_of(mentions: Iterable[Mention], year: int, beside: Beside) -> tuple[Term, ...]:
    """The terms of a question to a report of this year; none for what only holds it together.

    The report's own year and place tell nothing: all of it is about them. `beside` is
    `knowledge/passages.yaml`: what stands where the answer to a kind of question does.
    """
    found = (
        term
        for m in mentions
        if "card_place" not in m.kinds() and str(year) not in m.tags("year")
        for term in _terms(m, beside)
    )
    return tuple(dict.fromkeys(found))


def alike(text: str, related: Related) -> Iterator[Term]:
    """The words of the same matters as those of a text."""
    for word, others in related.beside(text):
        vague = len(word) == 1 or len(others) > MANY
        yield Term(others, weight=VAGUE if vague else ALIKE, besides=True)


def _terms(mention: Mention, beside: Beside) -> Iterator[Term]:
    kinds = mention.kinds()
    if kinds & CONTENT:
        senses = [s for s in mention.senses if s.kind in CONTENT]
        atoms = [a for s in senses for a in s.atoms]
        spelt: tuple[str, ...] = (mention.text, mention.read, *atoms)
        short = len(mention.text) == 1
        spelt = tuple(s for s in dict.fromkeys(spelt) if s and not (short and len(s) == 1))
        yield Term(spelt, frozenset(atoms), PART if short else WHOLE, not short)
        if not short:
            yield from _pieces(mention.read or mention.text)
    elif "number" in kinds and mention.value is not None:
        yield Term((mention.text, str(mention.value)))
    elif "year" in kinds:
        yield Term((mention.text,))
    elif "unit" in kinds:
        yield Term((), frozenset(UNIT + tag for tag in mention.tags("unit")), PART, False)
    elif "operator" in kinds and "members" in mention.tags("operator"):
        yield Term((), frozenset({MEMBER}), PART, False)
    elif kinds & ASKING:
        yield from _asking(mention, beside)
    elif not mention.senses or mention.is_unknown():
        yield from _pieces(mention.text)


def _asking(mention: Mention, beside: Beside) -> Iterator[Term]:
    asks = sorted(mention.tags("ask"))
    told = {KIND + kind for ask in asks for kind in beside["kinds"].get(ask, ())}
    if COUNTS & set(asks):
        told.add(FIGURE)
    near = tuple(word for ask in asks for word in beside["words"].get(ask, ()))
    alone = any(ask in beside["alone"] for ask in asks)
    spelt = (mention.read or mention.text, *near)
    yield Term(spelt, frozenset(told), WHOLE if alone else PART, alone)
    if len(mention.text) > 2:
        yield from (replace(t, tells=False) for t in _pieces(mention.read or mention.text))


def _pieces(text: str) -> Iterator[Term]:
    """The pairs of characters of a stretch, of which the report may have some."""
    if len(text) == 1:
        yield Term((text,), weight=PART)
    for at in range(len(text) - 1):
        yield Term((text[at : at + 2],), weight=PART)
