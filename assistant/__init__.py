"""Gongkai (公开): answers questions about government information-disclosure reports, and proves them.

    >>> from assistant import answer
    >>> answer("连州市进驻了多少事项？").values[0].text
    '669项'

Nothing is read or imported until the first question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.engine import Assistant, answer
    from assistant.model import Answer, Citation, Computation, Value

__version__ = "0.1.0"
__all__ = ["Answer", "Assistant", "Citation", "Computation", "Value", "answer"]


def __getattr__(name: str) -> Any:
    """The public names, imported when they are first used."""
    if name in ("Assistant", "answer"):
        import assistant.engine as home
    elif name in __all__:
        import assistant.model as home  # type: ignore[no-redef]
    else:
        raise AttributeError(f"module 'assistant' has no attribute {name!r}")
    return getattr(home, name)
