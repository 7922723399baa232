"""`Question` → lattice: every word of the lexicon and of the report, numerals, and what may be passed over."""

from __future__ import annotations

from assistant.grammar.scan.edges import scan

__all__ = ["scan"]
