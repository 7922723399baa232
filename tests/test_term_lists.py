"""The term tables hold each word once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.folders import read_yaml

TERMS = Path(__file__).parents[1] / "knowledge" / "terms"


def lists(value: Any, key: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a table, with the way to it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from lists(inner, f"{key}/{name}")
    elif isinstance(value, list) and all(isinstance(word, str) for word in value):
        yield key, value


@pytest.mark.parametrize("path", sorted(TERMS.rglob("*.yaml")), ids=lambda path: str(path.name))
def test_no_word_stands_twice_in_a_list(path: Path) -> None:
    table = read_yaml(path)
    twice = {
        key: [word for word, count in Counter(words).items() if count > 1]
        for key, words in lists(table)
    }
    assert {key: words for key, words in twice.items() if words} == {}
