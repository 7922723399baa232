"""Libraries that come with an extra: loaded when used, and missed in one line."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from assistant.errors import ReportError


def load(module: str, extra: str) -> Any:
    """The module; raises `ReportError` that says which extra brings it."""
    try:
        return import_module(module)
    except ModuleNotFoundError as fault:
        raise ReportError(f"读取 {extra.upper()} 需要：pip install 'gongkai[{extra}]'") from fault
