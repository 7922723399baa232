"""Upward: the whole of which the turn before found a part (全市一共几期 after 泗阳县做了几期).

And backward: by how much what it found changed since the year before, as the report says beside it (比上年多多少).
"""

from __future__ import annotations

from dataclasses import replace

from assistant.choosing.changing import grown
from assistant.choosing.classed import WHOLE_PLACE
from assistant.dialogue.grammatical import facts_of
from assistant.knowledge import Knowledge
from assistant.late import late
from assistant.model import CARD_KINDS, Figure, Finding, Mention
from assistant.naming import TOTALS, value_of
from assistant.steps.reading.reading import Reading
from assistant.steps.recall import Turn
from assistant.steps.word import word
from assistant.trace import Trace

TOTAL = "total"
# What a turn may hold besides that asks for the whole.
IDLE = frozenset({"frame", "ask", "unit", "whole"}) | CARD_KINDS
UNASKED = Finding("unanswered", "not_stated", {"wanted": "number"}, reason="not_matched")

SINCE = late(
    "(?:那么?|它|这)?(?:(?:[比较]|[跟和与同])(?:上一?年度?|去年|前一年|往年|头年)(?:同期)?(?:相比|比较|比起来|比)?|同比)[,，]?"
    "(?:是|又|共|总共|到底|一共)?(?:(?P<rise>多|增长|增加|增|上升|涨|提高)|(?P<fall>少|减少|减|下降|降低|降))?(?:了|出)?"
    "(?:多少|几.?|百分之[几多]少?|多大|幅度)?(?:呢|啊|呀)?"
)


def since_before(asked: str, alone: Trace, turn: Turn, knowledge: Knowledge) -> Trace | None:
    """What 比上年多多少 asks after a figure: the change since then that the report tells right behind it."""
    said = SINCE.fullmatch(alone.question.text.strip("?!。 "))
    facts = {f.id: f for f in turn.finding.facts if isinstance(f, Figure)}
    if said is None or len(facts) != 1 or turn.report.id != _report(knowledge):
        return None
    [figure] = facts.values()
    told = grown(figure, turn.report)
    if told is None or (said["rise"] and not told[1]) or (said["fall"] and told[1]):
        return None
    return _found(asked, alone, turn, told[0], knowledge)


def whole_above(
    asked: str, alone: Trace, reading: Reading, turn: Turn, knowledge: Knowledge
) -> Trace | None:
    """What 全市一共几期 and 全市呢 ask after a part: the whole of that part, and never the part again.

    一共 alone is the whole too, but after several parts that were asked for one after the other.
    """
    said = [m for m in reading.mentions if _is_whole(m)]
    summed = any(TOTAL in m.tags("frame") for m in reading.mentions)
    counted = reading.counting and not reading.asks - {"number", "money"}
    if not (said or summed) or not (counted or not reading.asks):
        return None
    if reading.operators - ({"sum"} if said else set()):
        return None
    if any(not m.kinds() - {"operator"} <= IDLE and m not in said for m in reading.mentions):
        return None
    parts = [f for f in turn.finding.facts if isinstance(f, Figure)]
    if not parts or len(parts) < len(turn.finding.facts) or turn.report.id != _report(knowledge):
        return None
    if not said and (len(parts) > 1 or _is_beside(parts[0], turn.earlier)):
        return None
    facts = facts_of(knowledge, alone.question.text)
    wholes = [w for w in facts.wholes(parts) if w not in parts and _fits(w, reading, knowledge)]
    if len(wholes) == 1:
        return _found(asked, alone, turn, wholes[0], knowledge)
    part = any(f.where and f.part_of for f in parts) and said
    return _worded(asked, alone, turn, UNASKED, knowledge) if part else None


def _found(asked: str, alone: Trace, turn: Turn, figure: Figure, knowledge: Knowledge) -> Trace:
    found = Finding("answered", "figure", facts=(figure,), values=value_of(figure))
    return _worded(asked, alone, turn, found, knowledge)


def _worded(asked: str, alone: Trace, turn: Turn, found: Finding, knowledge: Knowledge) -> Trace:
    question = replace(alone.question, asked=asked, after=turn.text)
    answer = word(question, found, knowledge.indexes[0], knowledge.wording)
    return replace(alone, question=question, finding=found, answer=answer, uses=(), tree=None)


def _is_whole(mention: Mention) -> bool:
    """全市, 总数, or the report's own place."""
    total = mention.text in TOTALS and "operator" not in mention.kinds()
    named = bool(WHOLE_PLACE.fullmatch(mention.text)) or total
    return named or bool(mention.kinds() & {"whole", "card_place"})


def _report(knowledge: Knowledge) -> str:
    return knowledge.indexes[0].report.id


def _fits(whole: Figure, reading: Reading, knowledge: Knowledge) -> bool:
    """Is it counted in the measure word that is asked?"""
    general = knowledge.general_units
    return not reading.unit or reading.unit in (*general, whole.unit) or not whole.unit


def _is_beside(part: Figure, earlier: Turn | None) -> bool:
    """Did the turn before that find another part of the same whole?"""
    found = earlier.finding.facts if earlier else ()
    return any(isinstance(f, Figure) and f != part and f.part_of == part.part_of for f in found)
