"""Characters that look alike, from the generated table ``knowledge/terms/lookalike.tsv``."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from assistant.folders import knowledge_folder


def lookalikes(char: str) -> frozenset[str]:
    """The characters that ``char`` is easily taken for, itself not among them.

    >>> "己" in lookalikes("已")
    True
    >>> lookalikes("x")
    frozenset()
    """
    return frozenset(_table().get(char, ""))


@cache
def _table() -> dict[str, str]:
    """Each character's look-alikes; the file holds each pair once, under one of the two."""
    alike: dict[str, list[str]] = defaultdict(list)
    path = knowledge_folder() / "terms" / "lookalike.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        char, _, others = line.partition("\t")
        for other in others:
            alike[char].append(other)
            alike[other].append(char)
    return {char: "".join(others) for char, others in alike.items()}
