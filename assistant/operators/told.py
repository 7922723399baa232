"""Told: does an answer hold what is asked for: 哪家媒体 a name, …名称 no number, 可以不 what is allowed?"""

from __future__ import annotations

from assistant.index import Index
from assistant.language.told import Told, turns
from assistant.model import Figure, Finding

# Outcomes that show a passage or a figure as it stands, and are held against what is asked.
FIGURE, REVERSE = "figure", "reverse"
SHOWN = frozenset({FIGURE, REVERSE, "statement", "statements"})


def is_told(asked: str, finding: Finding, index: Index, told: Told) -> bool:
    """Does what is shown tell what the question asks for, and not only share its words?"""
    if finding.outcome not in SHOWN and not finding.polarity:
        return True
    if finding.outcome == FIGURE and told.is_name(asked):
        return False
    if finding.outcome == REVERSE:
        return not told.is_content(asked)
    source = index.report.source
    shown = (f.sentence if isinstance(f, Figure) else (f.start, f.end) for f in finding.facts)
    passage = "\n".join(source[start:end] for start, end in shown)
    if passage and not finding.polarity and finding.outcome != FIGURE and turns(asked, passage):
        return False
    holds = told.is_judged if finding.polarity else told.is_told
    return not passage or holds(asked, passage)
