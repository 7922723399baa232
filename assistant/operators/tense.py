"""Tense: what a report says that is planned or wanting is not yet so: 我区将规范目录 tells nothing of 规范了目录吗."""

from __future__ import annotations

from assistant.language.roles import AGENT, DOER
from assistant.late import late
from assistant.model import Figure, Finding, Frame
from assistant.operators.ground import Ground

PLANNED = "planned"
# 几月几号修订完的 asks of what was done.
DONE = late("(?:[完好过成]了?的|[完好过]了|是.*的)[?？。]?$")


def asks_of_done(text: str) -> bool:
    """Does a question end as one of what was done does: 是什么时候完善的?"""
    return DONE.search(text) is not None


def is_only_planned(text: str, finding: Finding, ground: Ground) -> bool:
    """Is asked of what was done, and does all that is shown tell of a plan?"""
    passages = [fact for fact in finding.facts if not isinstance(fact, Figure)]
    asked = bool(passages) and asks_of_done(text)
    return asked and all(is_yet_to_be(fact.start, fact.end, ground) for fact in passages)


def is_yet_to_be(start: int, end: int, ground: Ground) -> bool:
    """Is all that a passage says planned or wanting, so that it tells of nothing that was done?"""
    inside = [
        frame
        for frame in ground.index.report.frames
        if frame.predicate and start < frame.clause[1] and frame.clause[0] < end
    ]
    return bool(inside) and all(is_ahead(frame, ground) for frame in inside)


def is_ahead(frame: Frame, ground: Ground) -> bool:
    """Is a clause planned or wanting, by its own words or those of a plan that leads it in?"""
    return bool(frame.mood) or _follows_plan(frame, ground)


def _follows_plan(frame: Frame, ground: Ground) -> bool:
    """我区将规范…,着力加强…,逐步完善…: is it one of the acts that a plan before it in the sentence leads in?"""
    before = [
        other
        for other in ground.index.report.frames
        if other.sentence == frame.sentence and other.clause[0] < frame.clause[0]
    ]
    doers = (role for role in frame.roles if role.name in (DOER, AGENT))
    own = any(role.start >= frame.clause[0] for role in doers)
    return not own and any(other.mood == PLANNED for other in before)
