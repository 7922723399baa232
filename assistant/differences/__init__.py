"""What changed between two compilations: facts by report, and the answers to a file of questions."""

from __future__ import annotations

from assistant.differences.answers import AnswerChange, compare_answers
from assistant.differences.facts import FactChange, FieldChange
from assistant.differences.reports import ReportChange, compare_reports

__all__ = [
    "AnswerChange",
    "FactChange",
    "FieldChange",
    "ReportChange",
    "compare_answers",
    "compare_reports",
]
