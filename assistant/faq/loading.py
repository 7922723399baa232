"""The material of a `knowledge/` folder, as its files are now."""

from __future__ import annotations

from pathlib import Path

from assistant.drafting.material import Material
from assistant.folders import knowledge_folder


def load_material(folder: Path | None = None) -> Material:
    """What questions and pages are made of (of the bundled folder by default).

    Raises `KnowledgeError` where a part is missing, or a pattern has a slot that nothing fills.
    """
    from assistant.compiler.questions import read_material

    return Material(read_material(folder or knowledge_folder()))
