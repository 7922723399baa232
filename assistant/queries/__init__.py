"""What a question asks, as a tree of typed operators, and what a report's facts give for it.

One small file an operator: what it takes and yields, its value, its wording. A file listed here puts its
operators into the one table (`evaluate.OPERATORS`); a new operator is a new file and its name in this list.
Everything that a tree asks of a report goes through `facts.Facts`.
"""

from __future__ import annotations

from assistant.queries import (
    asked,
    before,
    changed,
    claims,
    complement,
    convert,
    difference,
    earlier,
    estimate,
    every,
    figure,
    larger,
    mean,
    median,
    members,
    parts,
    per,
    phrases,
    product,
    ratio,
    remainder,
    rounded,
    several,
    share,
    shares,
    short,
    since,
    spread,
    total,
    truths,
)

__all__ = [
    "asked",
    "before",
    "changed",
    "claims",
    "complement",
    "convert",
    "difference",
    "earlier",
    "estimate",
    "every",
    "figure",
    "larger",
    "mean",
    "median",
    "members",
    "parts",
    "per",
    "phrases",
    "product",
    "ratio",
    "remainder",
    "rounded",
    "several",
    "share",
    "shares",
    "short",
    "since",
    "spread",
    "total",
    "truths",
]
