"""What is asked can be read, but not yet be computed: said so, never guessed."""

from __future__ import annotations

from assistant.model import Finding, Query
from assistant.operators.ground import Ground


def run(query: Query, ground: Ground) -> Finding:
    """A refusal that asks for the single figures instead."""
    return Finding("unanswered", "not_supported", reason="not_supported")
