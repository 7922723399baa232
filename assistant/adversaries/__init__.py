"""Self-made adversaries: questions made from a report's own figures, and their unanswerable twins.

Figure → `Clause`s (its names in the slots of frames) → `Draft`s (a frame filled) → `Pair`s (a question
and its twin, written with noise) → `Tally` (what the assistant made of them). `across` sets the
cells of several reports side by side, with their `Gold`.
"""

from __future__ import annotations

from assistant.adversaries.across import generate_across
from assistant.adversaries.questions import Asked, Pair, generate
from assistant.adversaries.tally import Count, Example, Tally, run, run_across

__all__ = [
    "Asked",
    "Count",
    "Example",
    "Pair",
    "Tally",
    "generate",
    "generate_across",
    "run",
    "run_across",
]
