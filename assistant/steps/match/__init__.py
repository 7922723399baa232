"""`Selection` × facts → `Candidate`s: the rule that picks the answer.

A question is answered by the fact that accounts for every word of the question, and adds the least
of its own. Here each fact is held against a selection; who wins is for `decide`.
"""

from __future__ import annotations

from assistant.steps.match.holding import hold, match

__all__ = ["hold", "match"]
