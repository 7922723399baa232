"""Membership: a question of the members of a list, from its words to what a list of the report tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.knowledge import Knowledge
from assistant.language.script import fold
from assistant.language.wordings import Plain
from assistant.model import Figure, Finding, Question
from assistant.operators.ground import Ground
from assistant.operators.listed import LEAST, OPERATORS, Said, Side
from assistant.steps.compose import compose
from assistant.steps.link import link
from assistant.steps.match.units import Units

STATEMENT, BESIDES = "statement", "besides"
BRACKETS = str.maketrans("", "", "()（）“”")
NUMBER = re.compile(r"(?<![\d.,])\d[\d.,]*")
# How much of what stands before a number says of what it is.
BEFORE = 2


def of_lists(question: Question, knowledge: Knowledge) -> tuple[Finding, Side] | None:
    """What a list of the report tells, with the whole that it is asked of; None where it is no such question."""
    return next(_told(question, knowledge), None)


def is_known(question: Question, finding: Finding, knowledge: Knowledge) -> bool:
    """Is what a passage tells only what the question sets aside (除了网上答复还有什么: 通过网上答复)?"""
    spans = [(f.start, f.end) for f in finding.facts if not isinstance(f, Figure)]
    if finding.outcome != STATEMENT or not spans:
        return False
    ground = Ground(knowledge.indexes[0], Units(knowledge.units, knowledge.general_units))
    said, source = Said(ground, knowledge.lists), knowledge.indexes[0].report.source
    asked = [plain for plain in knowledge.wordings.lists(question.text) if plain.does == BESIDES]
    known = [sides[1] for plain in asked if len(sides := _sides(question, plain, knowledge)) > 1]
    return bool(known) and all(
        said.holds(source[slice(*span)], part) and not said.clause_with(span, part)
        for part in known
        for span in spans
    )


def _told(question: Question, knowledge: Knowledge) -> Iterator[tuple[Finding, Side]]:
    ground = Ground(knowledge.indexes[0], Units(knowledge.units, knowledge.general_units))
    for plain in knowledge.wordings.lists(question.text):
        sides = _sides(question, plain, knowledge)
        enough = len(sides) >= LEAST[plain.does]
        finding = OPERATORS[plain.does](sides, Said(ground, knowledge.lists)) if enough else None
        # 未答复3050件（含34件），对吗: that 34 are among them says nothing of what is denied.
        denied = any("negation" in m.kinds() for side in sides for m in side.mentions)
        if (
            finding
            and not (finding.polarity and denied)
            and _keeps_numbers(question, finding, ground)
        ):
            yield finding, sides[0]


def _keeps_numbers(question: Question, finding: Finding, ground: Ground) -> bool:
    """Is each number said of what it is said of there: 其他处理（含撤回申请）471件, where 部分公开 is 471件?"""
    if finding.polarity != "yes":
        return True
    source = ground.index.report.source
    told = "\n".join(fold(source[f.start : f.end]).translate(BRACKETS) for f in finding.facts)
    text = question.text.translate(BRACKETS)
    found = (text[max(0, m.start() - BEFORE) : m.end()] for m in NUMBER.finditer(text))
    return all(claimed in told for claimed in found)


def _sides(question: Question, plain: Plain, knowledge: Knowledge) -> tuple[Side, ...]:
    whole, *parts = (part for part in plain.parts if part)
    texts = (whole, *(knowledge.lists.bare(part) for part in parts))
    return tuple(_side(replace(question, text=text), knowledge) for text in texts)


def _side(question: Question, knowledge: Knowledge) -> Side:
    mentions, _ = link(question, knowledge.lexicon, knowledge.indexes[:1])
    query, _ = compose(question.text, mentions)
    return Side(question.text, mentions, query)
