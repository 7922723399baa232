"""Scores answers against question files: what an editor expects, held against what was answered.

`questions` reads the files, `judging` gives an answer the `Mark` of the first check that it fails
(`verdicts`), over texts (`wordings`) and figures (`figures`), and `summary` adds the verdicts up.
"""

from __future__ import annotations

from assistant.evaluation.figures import Quantity
from assistant.evaluation.judging import judge
from assistant.evaluation.questions import KINDS, Expectation, read_questions
from assistant.evaluation.summary import Judged, Refusals, Row, Summary, summarise
from assistant.evaluation.verdicts import MISLEADING, Mark, Verdict

__all__ = [
    "KINDS",
    "MISLEADING",
    "Expectation",
    "Judged",
    "Mark",
    "Quantity",
    "Refusals",
    "Row",
    "Summary",
    "Verdict",
    "judge",
    "read_questions",
    "summarise",
]
