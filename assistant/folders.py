"""Where the files of knowledge are."""

from __future__ import annotations

from pathlib import Path


def knowledge_folder() -> Path:
    """Where `knowledge/` is: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "_knowledge"
    return installed if installed.is_dir() else package.parent / "knowledge"
