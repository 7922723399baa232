"""Edits of answerable questions: the answer must stay, must be refused, or must change.

Answerable questions (`bases`: of the facts, of the matrix, of a file) → `Edit`s (`staying`, `refusing`,
`flipping`) → what the assistant made of them (`tally`).
"""

from __future__ import annotations

from assistant.adversaries.edits.tally import EditsTally, run_edits

__all__ = ["EditsTally", "run_edits"]
