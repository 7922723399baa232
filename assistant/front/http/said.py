"""What the service says besides its answers, as `knowledge/service.yaml` has it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any


def read_said(folder: Path) -> Mapping[str, Any]:
    """All of it, of this `knowledge/` folder; under `log` is how the log says what the server under it says."""
    import yaml

    text = (folder / "service.yaml").read_text(encoding="utf-8")
    said: Mapping[str, Any] = yaml.safe_load(text)
    return said
