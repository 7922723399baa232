"""Where a report speaks of its problems and where of what it will do about them.

A heading opens one of the two; below a heading of both, and where no heading says so, words turn from
one to the other.
"""

from __future__ import annotations

from assistant.compiler.genre import Genre
from assistant.compiler.outline import Outline, Span
from assistant.model import Section

PROBLEM, MEASURE = "problem", "measure"


def moods(text: str, outline: Outline, genre: Genre) -> dict[Span, str]:
    """For every clause that names a problem or a measure, which of the two."""
    found: dict[Span, str] = {}
    mood, place = "", ""
    for sentence in outline.sentences:
        around = [s for s in outline.enclosing(sentence[0]) if s.level < 4]
        here = around[-1].id if around else str(text.count("\n", 0, sentence[0]))
        if here != place:
            mood, place = _opened_by(around, genre), here
        if around and is_title(sentence, around[-1]):
            if mood == MEASURE and len(around) > 1:
                found |= dict.fromkeys(outline.clauses[sentence], MEASURE)
            continue
        if genre.turns.ending.search(text[sentence[0] : sentence[1]]):
            mood = ""
            continue
        for clause in outline.clauses[sentence]:
            words = text[clause[0] : clause[1]]
            mood = _turned(words, mood, bool(_announced(around, genre)), genre)
            colon = text[clause[1] : clause[1] + 1] in (":", "：")
            if mood and not _is_empty(words, colon, mood, genre):
                found[clause] = mood
    return found


def is_title(sentence: Span, section: Section) -> bool:
    """Is the sentence the heading of the section?"""
    end = section.start + len(section.label) + len(section.heading)
    return section.start <= sentence[0] and sentence[1] <= end + 1


def _announced(around: list[Section], genre: Genre) -> set[str]:
    """What the headings around announce."""
    titles = "".join(section.heading for section in around)
    return {kind for kind, words in genre.headings.items() if any(w in titles for w in words)}


def _opened_by(around: list[Section], genre: Genre) -> str:
    """What a heading opens: an inner one what it says, or what is done about the problems."""
    for section in reversed(around):
        kinds = _announced([section], genre)
        nested = section is not around[-1]
        if kinds == {MEASURE}:
            return MEASURE
        if PROBLEM in kinds:
            return MEASURE if nested and MEASURE in kinds else PROBLEM
    return ""


def _turned(words: str, mood: str, announced: bool, genre: Genre) -> str:
    """The mood that a clause turns to; without a heading only 主要问题 and the like open one."""
    turns = genre.turns
    if mood == PROBLEM and turns.measure.search(words):
        return MEASURE
    if announced and not mood and turns.measure.search(words):
        return MEASURE
    return mood


def _is_empty(words: str, colon: bool, mood: str, genre: Genre) -> bool:
    """Does a clause only announce, or praise where problems are meant?"""
    turns = genre.turns
    if turns.announcing.search(words):
        return True
    return mood == PROBLEM and (
        bool(turns.praising.search(words)) or (colon and len(words) < 12) or len(words) < 4
    )
