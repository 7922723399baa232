"""Within: a part of what the turn before found, where the words are its own."""

from __future__ import annotations

from dataclasses import replace

from assistant.alone import carried
from assistant.knowledge import Knowledge
from assistant.model import Figure
from assistant.steps.reading import Reading
from assistant.steps.recall import Turn, completions, parts_of, says_within
from assistant.trace import Trace


def part_within(
    asked: str, alone: Trace, reading: Reading, turn: Turn, knowledge: Knowledge
) -> Trace | None:
    """其中村里的有几名, 被纠错的有几件: a part of what the turn before found, where the words are its own."""
    known = turn.report.id == knowledge.indexes[0].report.id
    named = any(m.kinds() & {"place", "year", "card_place"} for m in reading.content)
    within = parts_of(turn) if known and not named else frozenset()
    if not within or not reading.asks & {"number", "money"} or _is_same(alone, turn):
        return None
    only = _only(knowledge, within)
    found = (
        carried(asked, text, only) for text in (*completions(reading, turn), alone.question.text)
    )
    part = next((t for t in found if _says_part(t, reading, only)), None)
    if part is None and says_within(alone.question.text):
        return carried(asked, next(completions(reading, turn), asked), only)
    return part


def _is_same(alone: Trace, turn: Turn) -> bool:
    """Does the question by itself lead to what the turn before found?"""
    return bool({id(f) for f in alone.finding.facts} & {id(f) for f in turn.finding.facts})


def _says_part(trace: Trace, reading: Reading, knowledge: Knowledge) -> bool:
    """Is the answer a part that the question names by the part's own words?"""
    index = knowledge.indexes[0]
    named = {a for m in reading.content for s in m.senses for a in s.atoms}
    own = (index.of(f.id) for f in trace.finding.facts if isinstance(f, Figure))
    return trace.answer.status == "answered" and any(e is not None and e.own & named for e in own)


def _only(knowledge: Knowledge, figures: frozenset[str]) -> Knowledge:
    """The same knowledge with only these figures."""
    return replace(knowledge, indexes=(knowledge.indexes[0].only(figures),))
