"""Several: A和B分别是多少. One figure for each, in the order asked."""

from __future__ import annotations

from assistant.model import Candidate, Finding, Query
from assistant.naming import value_of
from assistant.operators.apart import speaks_of_another
from assistant.operators.ground import Ground
from assistant.operators.operands import named


def run(query: Query, ground: Ground) -> Finding:
    """The figure that each side means; one side that is not clear leaves the whole unanswered."""
    figures = named(query, ground)
    if isinstance(figures, Finding):
        return figures
    if speaks_of_another(query, figures, ground):
        return Finding("unanswered", "not_supported", reason="not_supported")
    if len({f.id for f in figures}) < len(figures):
        # One figure of both (行政复议、行政诉讼1宗) is neither's own.
        rivals = tuple(Candidate(f, (), frozenset()) for f in dict.fromkeys(figures))
        return Finding("unanswered", "joint", reason="not_comparable", rivals=rivals)
    values = tuple(v for f in figures for v in value_of(f))
    return Finding("answered", "figures", facts=tuple(figures), values=values)
