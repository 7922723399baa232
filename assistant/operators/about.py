"""About the report itself: its year, its source."""

from __future__ import annotations

from assistant.model import Finding, Query, Span
from assistant.operators.ground import Ground


def run(query: Query, ground: Ground) -> Finding:
    """The year of the report, or its title and organ."""
    report = ground.index.report
    slots = {"year": str(report.year), "title": report.title, "organ": report.organ}
    dated = next((e for e in report.ledger if e.text == str(report.year)), None)
    facts = (Span(dated.start, dated.end + 1),) if dated else ()
    return Finding("answered", query.ask, slots, facts=facts)
