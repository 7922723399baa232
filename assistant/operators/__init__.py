"""Operators: what can be done with the facts that a question means. One file each, found by name."""

from __future__ import annotations

from collections.abc import Callable

from assistant.model import Finding, Query
from assistant.operators import (
    about,
    dialogue,
    listing,
    lookup,
    outline,
    reverse,
    statement,
    summary,
    unsupported,
    verify,
)
from assistant.operators.ground import Ground

OPERATORS: dict[str, Callable[[Query, Ground], Finding]] = {
    "about": about.run,
    "dialogue": dialogue.run,
    "list": listing.run,
    "lookup": lookup.run,
    "outline": outline.run,
    "reverse": reverse.run,
    "statement": statement.run,
    "summary": summary.run,
    "unsupported": unsupported.run,
    "verify": verify.run,
}
