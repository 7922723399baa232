"""About the report itself: its year, its source."""

from __future__ import annotations

from assistant.model import Finding, Query
from assistant.operators.ground import Ground


def run(query: Query, ground: Ground) -> Finding:
    """The year of the report, or its title and organ."""
    report = ground.index.report
    slots = {"year": str(report.year), "title": report.title, "organ": report.organ}
    return Finding("answered", query.ask, slots)
