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
    shown = [f.sentence if isinstance(f, Figure) else (f.start, f.end) for f in finding.facts]
    passage = "\n".join(source[start:end] for start, end in shown)
    if passage and not finding.polarity and finding.outcome != FIGURE and turns(asked, passage):
        return False
    if finding.polarity:
        # 可以提出申请，并查阅处理情况: what can be done is said once for the clauses behind it.
        led = "\n".join(source[source.rfind("。", 0, start) + 1 : end] for start, end in shown)
        return not passage or (told.is_judged(asked, passage) and told.is_possible(asked, led))
    return not passage or told.is_told(asked, passage)
