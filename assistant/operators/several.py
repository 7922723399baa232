"""Several: A和B分别是多少. One figure for each, in the order asked."""

from __future__ import annotations

from assistant.model import Finding, Query
from assistant.operators.apart import speaks_of_another
from assistant.operators.ground import Ground, value_of
from assistant.operators.operands import named


def run(query: Query, ground: Ground) -> Finding:
    """The figure that each side means; one side that is not clear leaves the whole unanswered."""
    figures = named(query, ground)
    if isinstance(figures, Finding):
        return figures
    if speaks_of_another(query, figures, ground):
        return Finding("unanswered", "not_supported", reason="not_supported")
    values = tuple(v for f in figures for v in value_of(f))
    return Finding("answered", "figures", facts=tuple(figures), values=values)
