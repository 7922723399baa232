"""First time: what a clause says was done for the first time was not done before (以前公开过吗 of 首次公开)."""

from __future__ import annotations

import re

from assistant.index import Index
from assistant.language.told import Earlier
from assistant.model import Figure, Finding


def never_before(finding: Finding, index: Index, earlier: Earlier) -> Finding | None:
    """No, where what says yes says that it was the first time; else nothing is told of earlier."""
    source = index.report.source
    spans = [(f.start, f.end) for f in finding.facts]
    first = bool(spans) and all(_is_first(source[a:b], earlier.first) for a, b in spans)
    if finding.polarity != "yes" or not first:
        return None
    facts = tuple(f for f in finding.facts if not isinstance(f, Figure)) or finding.facts
    return Finding("answered", "verify_no", facts=facts, polarity="no")


def _is_first(text: str, first: re.Pattern[str]) -> bool:
    return first.search(text) is not None
