"""All that is read out of the mentions of one question."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.steps.reading.orders import Orders
from assistant.steps.reading.sides import Sides
from assistant.steps.reading.truths import Truths


@dataclass(frozen=True)
class Reading(Truths, Sides, Orders):
    """The mentions of one question, and the question with mended words in their place."""
