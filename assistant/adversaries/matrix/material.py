"""`knowledge/adversaries/matrix.yaml` as an editor writes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.adversaries.material import slots_of
from assistant.compiler.yamlfile import load_parts, plain
from assistant.errors import KnowledgeError
from assistant.folders import knowledge_folder

FILE = Path("adversaries") / "matrix.yaml"
PARTS = (
    *("places", "kinds", "verbs", "scopes", "nameless", "label_tails", "not_counted"),
    *("organ_ends", "totals", "not_units", "turned"),
    *(
        "openings",
        "endings",
        "leads",
        "nouns",
        "questions",
        "corrections",
        "partly",
        "given",
        "labels",
    ),
)
SLOTS = frozenset(
    {
        *("name", "names", "noun", "de", "unit", "own", "rows", "parts", "sort", "which", "each"),
        *("counted", "one", "measure", "number", "ordinal", "than", "a", "b", "part", "whole"),
        *("more", "given", "among", "direction", "quantity", "amount", "first", "second", "topic"),
    }
)


@dataclass(frozen=True, slots=True)
class Frames:
    """The words of the matrix: `nouns` say a part of a question, `questions` ask it."""

    words: Mapping[str, Any]

    @property
    def nouns(self) -> Mapping[str, list[str]]:
        """How each kind of tree is said inside another."""
        found: Mapping[str, list[str]] = self.words["nouns"]
        return found

    @property
    def questions(self) -> Mapping[str, Mapping[str, str]]:
        """How each kind of tree is asked, by the name of the frame."""
        found: Mapping[str, Mapping[str, str]] = self.words["questions"]
        return found

    def label(self, operator: str) -> str:
        """The Chinese name of an operator."""
        return str(self.words["labels"].get(operator, operator))


def load_frames(folder: Path | None = None) -> Frames:
    """The words of a `knowledge/` folder (the bundled one by default).

    Raises `KnowledgeError` where a part is missing, or a frame asks for a slot that nothing fills.
    """
    data = load_parts((folder or knowledge_folder()) / FILE, PARTS)
    templates = [t for group in data["nouns"].values() for t in group]
    templates += [t for group in data["questions"].values() for t in group.values()]
    for template in (*templates, *data["leads"]):
        unknown = [slot for slot in slots_of(template) if slot not in SLOTS]
        if unknown:
            raise KnowledgeError(
                f"{FILE.name}:{template.line}: {{{unknown[0]}}} 没有内容可填，可用的是："
                f"{'、'.join(sorted(SLOTS))}"
            )
    return Frames(plain(data))
