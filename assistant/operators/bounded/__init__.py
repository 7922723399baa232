"""Bounded: does an answer keep what bounds the question: the level of a body, whose it is, what is counted?

An answer may account for every word and still be of another thing: of the county's money for the province's, of two
bodies together for one, of a plan for what was done, a bare count for what it was about.
"""

from __future__ import annotations

from collections.abc import Callable

from assistant.language.bounds import Classes
from assistant.model import Finding, Question
from assistant.operators.bounded.answered import Answered
from assistant.operators.bounded.bodies import (
    is_of_another_body,
    is_of_another_kind,
    is_of_another_level,
    is_of_another_line,
    is_of_one_below,
    is_of_two,
    is_of_wider,
    is_only_titled,
)
from assistant.operators.bounded.counts import (
    is_aside,
    is_of_all_years,
    is_of_ends,
    is_of_other_year,
    is_of_part_of_year,
    is_of_some,
    is_otherwise_counted,
)
from assistant.operators.bounded.passages import (
    is_bare,
    is_done_already,
    is_not_done,
    is_of_no_content,
    is_only_what,
    is_without_doer,
)
from assistant.operators.ground import Ground

# Each tells that an answer is of another thing than what is asked.
CHECKS: tuple[Callable[[Answered], bool], ...] = (
    is_of_another_kind,
    is_of_another_level,
    is_of_another_body,
    is_of_another_line,
    is_of_one_below,
    is_of_two,
    is_of_wider,
    is_only_titled,
    is_otherwise_counted,
    is_of_some,
    is_aside,
    is_of_all_years,
    is_of_ends,
    is_of_other_year,
    is_of_part_of_year,
    is_not_done,
    is_done_already,
    is_bare,
    is_of_no_content,
    is_only_what,
    is_without_doer,
)


def is_bounded(question: Question, finding: Finding, ground: Ground, classes: Classes) -> bool:
    """Does an answer keep what bounds the question? Nothing is asked of a refusal."""
    if finding.status != "answered" or not finding.facts:
        return True
    meant = question.text
    for mend in question.repairs:
        meant = meant.replace(mend.written, mend.read)
    answered = Answered(question.text, meant, finding, ground, classes)
    return not any(check(answered) for check in CHECKS)
