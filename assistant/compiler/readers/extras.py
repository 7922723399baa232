"""Libraries that come with an extra: loaded when used, and missed in one line."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from assistant.errors import PartsError
from assistant.parts import mend, packages_of


def load(module: str, extra: str) -> Any:
    """The module; raises `PartsError` that says what brings it."""
    try:
        return import_module(module)
    except ModuleNotFoundError as fault:
        said = mend(*packages_of(extra))
        raise PartsError(f"读取 {extra.upper()} 的程序包没有装齐，{said}") from fault
