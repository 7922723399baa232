"""Greetings, thanks, and what the assistant can do."""

from __future__ import annotations

from assistant.model import Finding, Query
from assistant.operators.ground import Ground

ORDER = ("again", "reports", "ability", "identity", "farewell", "thanks", "greeting")


def run(query: Query, ground: Ground) -> Finding:
    """A reply of the kind that was said to the assistant."""
    kind = next((k for k in ORDER if k in query.words), "greeting")
    return Finding("chat", kind, {"title": ground.index.report.title})
