"""Operators: what can be done with the facts that a question means. One file each, found by name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from assistant.model import Finding, Query
from assistant.operators.ground import Ground

Operator = Callable[[Query, Ground], Finding]
# The operator's name in a query, and the module that runs it; imported when first used.
OPERATORS: dict[str, str] = {
    "about": "about",
    "average": "average",
    "changes": "changes",
    "compare": "compare",
    "contact": "contact",
    "convert": "convert",
    "dialogue": "dialogue",
    "estimate": "estimate",
    "filter": "filtering",
    "list": "listing",
    "lookup": "lookup",
    "outline": "outline",
    "premise": "premise",
    "pending": "pending",
    "product": "product",
    "rank": "rank",
    "reconcile": "reconcile",
    "remainder": "remainder",
    "reverse": "reverse",
    "several": "several",
    "share": "share",
    "statement": "statement",
    "sum": "total",
    "summary": "summary",
    "tally": "tally",
    "verify": "verify",
}


def operator(name: str) -> Operator:
    """The operator of this name; `KeyError` where there is none."""
    run: Operator = import_module(f"assistant.operators.{OPERATORS[name]}").run
    return run
