"""What the service says besides its answers, as `knowledge/service.yaml` has it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assistant.folders import read_yaml


def read_said(folder: Path) -> Mapping[str, Any]:
    """All of it, of this `knowledge/` folder; under `log` is how the log says what the server under it says."""
    said: Mapping[str, Any] = read_yaml(folder / "service.yaml")
    return said
