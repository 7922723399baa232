"""About the report itself: its year, its source, the time that it covers, the day that it is of."""

from __future__ import annotations

import re

from assistant.model import Finding, Query, Report, Span
from assistant.operators.ground import Ground

DAY = (
    r"(?:\d{4}|[二一][〇○零O0九][〇○零O0一二三四五六七八九]{2})[年\-./]"
    r"[\d一二三四五六七八九十]{1,3}[月\-./][\d一二三四五六七八九十]{1,3}日?"
)
EXTENT = re.compile(
    r"[^,，。;；\n]*(?:统计|数据)[^。;；\n]*?\d{4}年\d{1,2}月\d{1,2}日?(?:起)?\s*[至到—–－~-]+\s*"
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日?止?"
)
DATED = re.compile(rf"(?:(?:发布|公布|成文|落款)[^,，。;；\n]{{0,6}})?{DAY}")
HEAD = 200


def run(query: Query, ground: Ground) -> Finding:
    """The year of the report, or its title and organ; what time it covers; when it was issued."""
    report = ground.index.report
    if query.ask in ("extent", "issued"):
        span = _extent(ground) if query.ask == "extent" else _issued(ground)
        if span is None:
            return ground.not_stated(query)
        return Finding("answered", "statement", facts=(span,))
    slots = {"year": str(report.year), "title": report.title, "organ": report.organ}
    dated = next((e for e in report.ledger if e.text == str(report.year)), None)
    facts: tuple[Span, ...] = (Span(dated.start, dated.end + 1),) if dated else ()
    if query.ask == "source":
        facts += _signed(report)
    return Finding("answered", query.ask, slots, facts=facts)


def _signed(report: Report) -> tuple[Span, ...]:
    """Where the report first names the organ whose it is, over spaces and the ends of lines."""
    named = re.search(r"\s*".join(map(re.escape, report.organ)), report.source)
    return (Span(*named.span()),) if report.organ and named else ()


def _extent(ground: Ground) -> Span | None:
    found = EXTENT.search(ground.index.report.source)
    return Span(*found.span()) if found else None


def _issued(ground: Ground) -> Span | None:
    """The date above the first part, or the one that the report ends with; a stretch of time is none."""
    report, source = ground.index.report, ground.index.report.source
    first = min((s.start for s in report.sections), default=HEAD)
    covered = [m.span() for m in EXTENT.finditer(source)]
    end = len(source.rstrip())
    dates = [
        m.span()
        for m in DATED.finditer(source)
        if not any(start < m.end() and m.start() < stop for start, stop in covered)
    ]
    head = [d for d in dates if d[1] <= min(first, HEAD)]
    tail = [d for d in dates if d[1] == end and d[0] > first]
    found = next(iter(head + tail), None)
    return Span(*found) if found else None
