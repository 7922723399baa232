"""The operator matrix: questions composed of operators, whose true answers are known beforehand.

Report → `Facts` → typed trees (`expressions`) → true values (`values`) and words (`wording`) →
`Question`s → what the assistant made of them (`judging`, `tally`). Nothing of the engine is used.
"""

from __future__ import annotations

from assistant.adversaries.matrix.questions import Question, generate
from assistant.adversaries.matrix.tally import Example, MatrixTally, run_matrix

__all__ = ["Example", "MatrixTally", "Question", "generate", "run_matrix"]
