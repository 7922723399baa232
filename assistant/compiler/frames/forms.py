"""The words that clauses are cut by, as `knowledge/lexicon/frames.yaml` has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.compiler.yamlfile import load_parts

FILE = "frames.yaml"
BY_ROLE = ("prepositions", "behind", "ends")
SETS = (
    *(
        "closes",
        "cases",
        "denied",
        "undone",
        "happening",
        "planned",
        "wanting",
        "leads",
        "joining",
        "manner",
        "often",
    ),
    *("compounds", "headed", "compared", "copulas", "held", "listing", "periods", "moments"),
    *("determiners", "offices", "nouns", "carriers", "places", "bodies", "offices_of"),
    *(
        "acts",
        "verbs",
        "states",
        "takers",
        "serial",
        "tells",
        "scoping",
        "degrees",
        "becoming",
        "benefits",
    ),
    *(
        "things",
        "shared",
        "grounds",
        "ways",
        "appoints",
        "together",
        "ratios",
        "results",
        "modal",
        "modifying",
        "means",
        "spots",
        "seats",
        "houses",
        "parting",
    ),
)


@dataclass(frozen=True, slots=True)
class Forms:
    """Prepositions with their roles, what ends what they lead, and what an act may have around it."""

    prepositions: Mapping[str, str]
    behind: Mapping[str, str]
    ends: Mapping[str, str]
    closes: frozenset[str]
    cases: frozenset[str]
    denied: frozenset[str]
    undone: frozenset[str]
    happening: frozenset[str]
    planned: frozenset[str]
    wanting: frozenset[str]
    leads: frozenset[str]
    joining: frozenset[str]
    manner: frozenset[str]
    often: frozenset[str]
    compounds: frozenset[str]
    headed: frozenset[str]
    compared: frozenset[str]
    copulas: frozenset[str]
    held: frozenset[str]
    listing: frozenset[str]
    periods: frozenset[str]
    moments: frozenset[str]
    determiners: frozenset[str]
    offices: frozenset[str]
    nouns: frozenset[str]
    carriers: frozenset[str]
    places: frozenset[str]
    bodies: frozenset[str]
    offices_of: frozenset[str]
    acts: frozenset[str]
    verbs: frozenset[str]
    states: frozenset[str]
    takers: frozenset[str]
    serial: frozenset[str]
    tells: frozenset[str]
    scoping: frozenset[str]
    degrees: frozenset[str]
    becoming: frozenset[str]
    benefits: frozenset[str]
    things: frozenset[str]
    shared: frozenset[str]
    grounds: frozenset[str]
    ways: frozenset[str]
    appoints: frozenset[str]
    together: frozenset[str]
    ratios: frozenset[str]
    results: frozenset[str]
    modal: frozenset[str]
    modifying: frozenset[str]
    means: frozenset[str]
    spots: frozenset[str]
    seats: frozenset[str]
    houses: frozenset[str]
    parting: frozenset[str]


def read_forms(lexicon: Path) -> Forms:
    """The words in this folder; raises `KnowledgeError` where the file or a part of it is missing."""
    rows = load_parts(lexicon / FILE, (*BY_ROLE, *SETS))
    sets: dict[str, Any] = {part: frozenset(map(str, rows[part])) for part in SETS}
    by_role: dict[str, Any] = {part: _by_word(rows[part]) for part in BY_ROLE}
    return Forms(**by_role, **sets)


def _by_word(roles: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {str(word): str(role) for role, words in roles.items() for word in words}
