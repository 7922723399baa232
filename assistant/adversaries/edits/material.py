"""`knowledge/adversaries/edits.yaml` as an editor writes it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assistant.compiler.yamlfile import load_parts, plain
from assistant.folders import knowledge_folder

FILE = Path("adversaries") / "edits.yaml"
PARTS = (
    *("backgrounds", "modifiers", "relative", "years", "relative_years", "before"),
    *(
        "parts_of_year",
        "places",
        "organs",
        "units",
        "claims",
        "denials",
        "turns",
        "unturned",
        "labels",
    ),
)
Words = Mapping[str, Any]


def load_words(folder: Path | None = None) -> Words:
    """The words of a `knowledge/` folder (the bundled one by default).

    Raises `KnowledgeError` where the file or a part of it is missing.
    """
    found: Words = plain(load_parts((folder or knowledge_folder()) / FILE, PARTS))
    return found
