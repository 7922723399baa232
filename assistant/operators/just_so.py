"""Just so: 恰为60人次 of 60多人次 is no; of a number that is only about that much, nothing is told."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.language.bounds import Classes
from assistant.model import Figure, Finding, Query
from assistant.naming import value_of
from assistant.operators.ground import Ground

EXACT, MORE = "exact", "more"
# What makes a claimed number one that is not exact either: 正好60多人次.
ROUGH = "(?:多|余|来|几|左右|上下)"


def just_so(query: Query, finding: Finding, ground: Ground, bounds: Classes) -> Finding:
    """A yes to 正好N吗 holds of an exact number only."""
    figures = [fact for fact in finding.facts if isinstance(fact, Figure)]
    rough = [figure for figure in figures if figure.bound != EXACT]
    asked = finding.polarity == "yes" and bounds.asks("exactly", query.text)
    if not asked or not rough or re.search(f"[0-9十百千万]{ROUGH}", query.text):
        return finding
    [figure] = rough if len(rough) == 1 and len(figures) == 1 else [None]
    if figure is None or figure.bound != MORE:
        return ground.not_stated(query)
    return replace(finding, outcome="verify_figure_no", values=value_of(figure), polarity="no")
