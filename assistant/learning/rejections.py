"""Synonyms that a person has turned down, for ever: `knowledge/rejected.yaml`, a word and a name a line."""

from __future__ import annotations

import json
from pathlib import Path

from assistant.learning.writing import Change, read, write_all

FILE = "rejected.yaml"
HEAD = """# Proposals that an editor has turned down: a word, and the name that it is no synonym of.
# To take one back, delete its line.
rejected:
"""
Rejections = frozenset[tuple[str, str]]


def rejections(folder: Path) -> Rejections:
    """What was turned down so far."""
    path = folder / FILE
    if not path.exists():
        return frozenset()
    from assistant.compiler.yamlfile import load_parts

    rows = load_parts(path, ["rejected"])["rejected"]
    return frozenset((str(word), str(name)) for word, name in rows)


def reject(word: str, name: str, folder: Path) -> None:
    """Turn this proposal down; raises `LearningError` where the file cannot be written."""
    if (word, name) in rejections(folder):
        return
    before = read(folder / FILE)
    line = f"  - {json.dumps([word, name], ensure_ascii=False)}\n"
    write_all(folder, [Change(FILE, before, (before or HEAD) + line)])
