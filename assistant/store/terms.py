"""The terms that indexes are made under, with the digest that says which."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.lexicon import Names
from assistant.records import TermNames, senses_to_json

# What an index is made by, beside the terms: an index made by other code is made anew.
MAKERS = ("index/*.py", "lexicon.py", "places.py", "language/script.py")


@dataclass(frozen=True, eq=False)
class Terms:
    """The genre's names, and their digest."""

    names: Names
    digest: str


# Where a store gets the terms from when it has to compare or rebuild an index; called only then.
GivesTerms = Callable[[], Terms]


def no_terms() -> Terms:
    """For stores whose reports are read without their indexes."""
    return Terms({}, "")


def terms_of(compiled: Mapping[str, Any]) -> Terms:
    """The terms of the compiled knowledge (`knowledge/compiled.json`)."""
    names = TermNames(compiled["terms"])
    digest = compiled.get("terms_digest") or rows_digest(senses_to_json(names))
    return Terms(names, terms_digest(digest))


def rows_digest(rows: Mapping[str, Any]) -> str:
    """The digest of names with their senses as JSON has them."""
    text = json.dumps(rows, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def terms_digest(rows: str) -> str:
    """The digest of the names with this digest, and of the code that makes an index of them."""
    total = hashlib.sha256(rows.encode())
    house = Path(__file__).resolve().parent.parent
    for maker in (path for pattern in MAKERS for path in sorted(house.glob(pattern))):
        total.update(hashlib.sha256(maker.read_bytes()).digest())
    return total.hexdigest()
