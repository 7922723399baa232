"""Self-made adversaries: questions made from a report's own figures, and their unanswerable twins.

Figure → `Clause`s (its names in the slots of frames) → `Draft`s (a frame filled) → `Pair`s (a question
and its twin, written with noise) → `Tally` (what the assistant made of them).
"""

from __future__ import annotations

from assistant.adversaries.questions import Asked, Pair, generate
from assistant.adversaries.tally import Count, Example, Tally, run

__all__ = ["Asked", "Count", "Example", "Pair", "Tally", "generate", "run"]
