"""`knowledge/adversaries.yaml`: frames, twin words and noises, as an editor writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from assistant.compiler.yamlfile import load_parts, plain
from assistant.errors import KnowledgeError
from assistant.folders import knowledge_folder

FILE = "adversaries.yaml"
PARTS = (
    *("frames", "openings", "claims", "negations", "zero_claims", "units", "tails", "links"),
    *(
        "nominal_links",
        "openers",
        "adverbs",
        "relative",
        "limits",
        "bare",
        "droppable",
        "scopes",
        "cells",
        "across",
        "clumsy",
        "twins",
        "noises",
        "labels",
    ),
)
SLOTS = frozenset(
    {
        *("before", "after", "stem", "figure", "ask", "unit", "who", "noun", "total", "adverb"),
        *("verb", "object", "whole", "member", "among", "predicate", "head", "lead", "title"),
        *("subject", "measure", "opening", "phrase", "row", "column", "parent", "label"),
    }
)
Frames = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Material:
    """What adversaries are made of; every word and frame in it is data."""

    frames: Frames
    openings: tuple[str, ...]
    claims: Frames
    negations: Frames
    zero_claims: Frames
    units: Mapping[str, tuple[str, ...]]
    tails: tuple[str, ...]
    links: tuple[str, ...]
    nominal_links: tuple[str, ...]
    openers: tuple[str, ...]
    adverbs: tuple[str, ...]
    relative: tuple[str, ...]
    limits: tuple[str, ...]
    bare: tuple[str, ...]
    droppable: tuple[str, ...]
    scopes: tuple[str, ...]
    cells: Mapping[str, Any]
    across: Mapping[str, Any]
    clumsy_names: tuple[str, ...]
    clumsy_ends: tuple[str, ...]
    twins: Mapping[str, Any]
    noises: Mapping[str, Any]
    labels: Frames

    def label(self, group: str, key: str) -> str:
        """The Chinese name of a kind of noise, twin or claim."""
        return self.labels.get(group, {}).get(key, key)


def load_material(folder: Path | None = None) -> Material:
    """The material of a `knowledge/` folder (the bundled one by default).

    Raises `KnowledgeError` where a part is missing, or a frame asks for a slot that nothing fills.
    """
    data = load_parts((folder or knowledge_folder()) / FILE, PARTS)
    for part in ("frames", "claims", "negations", "zero_claims"):
        for group in data[part].values():
            for name, template in group.items():
                _check(name, template)
    data = plain(data)
    twins = data["twins"]
    for group in (twins["measure_frames"], twins["negated"]):
        for name, template in group.items():
            _check(name, template)
    return Material(
        frames=data["frames"],
        openings=tuple(data["openings"]),
        claims=data["claims"],
        negations=data["negations"],
        zero_claims=data["zero_claims"],
        units={unit: tuple(others) for unit, others in data["units"].items()},
        tails=tuple(data["tails"]),
        links=tuple(data["links"]),
        nominal_links=tuple(data["nominal_links"]),
        openers=tuple(data["openers"]),
        adverbs=tuple(data["adverbs"]),
        relative=tuple(data["relative"]),
        limits=tuple(data["limits"]),
        bare=tuple(data["bare"]),
        droppable=tuple(data["droppable"]),
        scopes=tuple(data["scopes"]),
        cells=data["cells"],
        across=data["across"],
        clumsy_names=tuple(data["clumsy"]["names"]),
        clumsy_ends=tuple(data["clumsy"]["ends"]),
        twins=twins,
        noises=data["noises"],
        labels=data["labels"],
    )


@cache
def slots_of(template: str) -> tuple[str, ...]:
    """The slots that a frame asks for.

    >>> slots_of("{who}有多少{unit}{noun}？")
    ('who', 'unit', 'noun')
    """
    return tuple(slot for _, slot, _, _ in Formatter().parse(template) if slot)


def _check(name: str, template: str) -> None:
    unknown = [slot for slot in slots_of(template) if slot not in SLOTS]
    if unknown:
        line = getattr(name, "line", 1)
        raise KnowledgeError(
            f"{FILE}:{line}: 「{name}」里的 {{{unknown[0]}}} 没有内容可填，可用的是："
            f"{'、'.join(sorted(SLOTS))}"
        )
