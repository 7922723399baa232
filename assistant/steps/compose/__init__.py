"""`Mention`s → `Query`: what is asked (the kind of answer) of which facts (the mentions to hold).

`rules` is a plain list of all ways to read a question. A room holds when a question of one kind is asked, and the query
that is made of it.
"""

from __future__ import annotations

from assistant.steps.compose.rules import compose

__all__ = ["compose"]
