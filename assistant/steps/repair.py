"""Mends how a word is written, never what is asked: typos, homophones, look-alikes, typed pinyin.

Only characters that no name covers are mended, and only towards a name that sounds or looks like
what was written; a known word is left alone, so one real place or measure never becomes another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.lexicon import Lexicon
from assistant.model import Mention, Repair, Sense

LATIN = re.compile(r"[a-zü']+(?:[\s]+[a-zü']+)*")
REACH = 5
SAME_SOUND, SAME_SHAPE, NEAR_SOUND, ORDER, MISSING, ONE_WRONG = 0, 1, 2, 3, 4, 6
Spans = tuple[tuple[tuple[int, int], Repair], ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    start: int
    end: int
    name: str
    why: int


WHY = {
    SAME_SOUND: "同音",
    SAME_SHAPE: "形近",
    NEAR_SOUND: "音近",
    ORDER: "颠倒",
    MISSING: "漏字",
    ONE_WRONG: "错字",
}


def repair(text: str, mentions: tuple[Mention, ...], lexicon: Lexicon) -> tuple[tuple[Mention, ...], Spans]:
    """Readings for what is unread, as mentions over the same characters, and what each replaces."""
    fixed: list[Mention] = []
    repairs: list[tuple[tuple[int, int], Repair]] = []
    for match in LATIN.finditer(text):
        if not all(_known(m) for m in mentions if m.start < match.end() and match.start() < m.end):
            for mention in _spelled(text, match.span(), lexicon):
                fixed.append(mention)
                repairs.append((_span(mention), Repair(mention.text, _name(mention, lexicon), "拼音")))
    for mention in mentions:
        if mention.senses or LATIN.search(mention.text):
            continue
        best = list(_best(_readings(text, mention, lexicon)))
        for span in dict.fromkeys((r.start, r.end) for r in best):
            names = [r for r in best if (r.start, r.end) == span]
            senses = dict.fromkeys(s for r in names for s in lexicon.senses(r.name))
            written = text[slice(*span)]
            fixed.append(Mention(*span, written, tuple(senses)))
            read = "、".join(r.name for r in names)
            repairs.append((span, Repair(written, read, WHY[names[0].why])))
    return tuple(fixed), tuple(repairs)


def _span(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _known(mention: Mention) -> bool:
    return bool(mention.senses)


def _readings(text: str, unread: Mention, lexicon: Lexicon) -> Iterator[_Reading]:
    """Names that a window around the unread characters may have been meant for."""
    for start in range(max(0, unread.start - REACH), unread.end):
        for end in range(max(start + 1, unread.start + 1), min(len(text), unread.end + REACH) + 1):
            window = text[start:end]
            if not window.isalnum() or len(window) > 8 or end <= unread.start:
                continue
            covered = min(end, unread.end) - max(start, unread.start)
            if covered < min(unread.end - unread.start, 4):
                continue
            for name in _names_near(lexicon, len(window)):
                why = _likeness(window, name, _is_place(name, lexicon))
                if why is not None:
                    yield _Reading(start, end, name, why)


def _best(readings: Iterator[_Reading]) -> Iterator[_Reading]:
    """The likeliest readings: the best likeness, then the longest name; ties are kept."""
    found = list(readings)
    if not found:
        return
    key = min((r.why, -len(r.name)) for r in found)
    chosen = [r for r in found if (r.why, -len(r.name)) == key]
    first = (chosen[0].start, chosen[0].end)
    yield from (r for r in chosen if (r.start, r.end) == first)


def _names_near(lexicon: Lexicon, size: int) -> Iterable[str]:
    for length in (size, size + 1, size - 1):
        yield from lexicon.by_length.get(length, ())


def _is_place(name: str, lexicon: Lexicon) -> bool:
    return any(s.kind == "place" for s in lexicon.senses(name))


def _likeness(written: str, name: str, place: bool) -> int | None:
    """How a name may have become what was written; None where it may not."""
    if len(written) == len(name):
        wrong = [(a, b) for a, b in zip(written, name, strict=True) if a != b]
        if len(wrong) == 1:
            return _character(wrong[0], len(name), place)
        if len(wrong) == 2 and sorted(written) == sorted(name) and len(name) >= 2:
            return ORDER
        if len(name) >= 2 and len(wrong) == len(name):
            return SAME_SOUND if all(_sounds(a, b) for a, b in wrong) else None
        return None
    if len(name) == len(written) + 1 and len(name) >= 3:
        return MISSING if _drops(name, written) else None
    if len(written) == len(name) + 1 and len(name) >= 3 and not place:
        return MISSING if _drops(written, name) else None
    return None


def _sounds(a: str, b: str) -> bool:
    from assistant.language.pinyin import alike

    return alike(a, b)


def _character(pair: tuple[str, str], size: int, place: bool) -> int | None:
    from assistant.language.lookalike import lookalikes
    from assistant.language.pinyin import alike, nearly_alike

    written, meant = pair
    if alike(written, meant):
        return SAME_SOUND
    if size < 2:
        return None
    if written in lookalikes(meant) or meant in lookalikes(written):
        return SAME_SHAPE
    if nearly_alike(written, meant):
        return NEAR_SOUND
    return ONE_WRONG if size >= 4 and not place else None


def _drops(longer: str, shorter: str) -> bool:
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


# --------------------------------------------------------------------------- typed pinyin


def _spelled(text: str, span: tuple[int, int], lexicon: Lexicon) -> Iterator[Mention]:
    """Latin letters as pinyin of known names: every name at every place, best covering wins later."""
    letters = [(at, c) for at, c in enumerate(text[slice(*span)], span[0]) if c not in " '"]
    joined = "".join(c for _, c in letters)
    spellings = lexicon.spellings
    longest = max((len(s) for s in spellings), default=0)
    for start in range(len(joined)):
        for end in range(start + 1, min(len(joined), start + longest) + 1):
            names = spellings.get(joined[start:end])
            if names:
                senses: dict[Sense, None] = {}
                for name in names:
                    senses |= dict.fromkeys(lexicon.senses(name))
                begin, finish = letters[start][0], letters[end - 1][0] + 1
                yield Mention(begin, finish, text[begin:finish], tuple(senses))


def _name(mention: Mention, lexicon: Lexicon) -> str:
    letters = mention.text.replace(" ", "").replace("'", "")
    return "、".join(lexicon.spellings.get(letters, (mention.text,))[:2])
