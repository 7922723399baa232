"""What `knowledge/` has for the widget and the pages: their sentences, and what people look for first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request

from assistant.folders import knowledge_folder, read_yaml
from assistant.front.keyfigures import Looked, measures


def sentences(request: Request) -> Mapping[str, Any]:
    """Those of the `knowledge/` folder that the service is told to use; for `Depends`."""
    return _read(request.app.state.settings.knowledge or knowledge_folder())


def wanted(request: Request) -> Looked:
    """What people look for first in a report, as the same folder has it; for `Depends`."""
    return measures(request.app.state.settings.knowledge or knowledge_folder())


@cache
def _read(folder: Path) -> Mapping[str, Any]:
    said: Mapping[str, Any] = read_yaml(folder / "widget.yaml")
    return said
