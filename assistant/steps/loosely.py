"""`Mention`s read by the thesaurus: words that no fact accounts for, by what people mean with them.

粉丝 is what a report calls 听众, 勒令 what it calls 责令. A word of the thesaurus counts only where it stands
over what was left over, and never in the place of a word that asks, computes, counts or denies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.lexicon import Names
from assistant.model import Mention

LONGEST = 12
NAMING = frozenset({"measure", "organ", "channel", "place", "action"})
FIRM = frozenset({"ask", "operator", "number", "unit", "negation", "universal", "year", "dialogue"})


def loosely(
    text: str, mentions: Sequence[Mention], left: Sequence[str], thesaurus: Names
) -> tuple[Mention, ...]:
    """The words of the thesaurus that stand over what was `left` over, the longest first, none over another."""
    over = [m for m in mentions if m.text in left or not m.senses or m.is_unknown()]
    firm = [m for m in mentions if m.kinds() & FIRM]
    named = [m for m in mentions if _names(m)]
    found: list[Mention] = []
    for mention in sorted(_words(text, thesaurus), key=lambda m: (m.start - m.end, m.start)):
        if not any(_meet(mention, m) for m in over) or any(_meet(mention, m) for m in firm):
            continue
        if any(m.start <= mention.start and mention.end <= m.end for m in named):
            continue
        if not any(_meet(mention, other) for other in found):
            found.append(mention)
    return tuple(sorted(found, key=lambda m: m.start))


def _names(mention: Mention) -> bool:
    """Is it known by just this name? Then it is not for its name that it is left over."""
    return any(s.kind in NAMING and s.atoms and not s.near for s in mention.senses)


def _words(text: str, thesaurus: Names) -> Iterator[Mention]:
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + LONGEST) + 1):
            senses = thesaurus.get(text[start:end])
            if senses:
                yield Mention(start, end, text[start:end], senses)


def _meet(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
