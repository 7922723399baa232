"""What a rule makes of its parts: phrases put together from their elements, and operators over them.

A room holds the productions of one kind, under the names of their operators; `table` has them all.
"""

from __future__ import annotations

from assistant.grammar.meanings.table import build

__all__ = ["build"]
