"""How a whole is divided: its kinds, the most and the least of them, their shares, what is left without one.

Asked by the forms of `knowledge/lexicon/parting.yaml`, and held against every breakdown of the report: each word
has to be told of its whole, of all its parts, or to name one of them. Where two are told by the same words, none
answers.
"""

from __future__ import annotations

from assistant.operators.parting.reading import answered
from assistant.operators.parting.said import Said

__all__ = ["Said", "answered"]
