"""`knowledge/faq.yaml`: how questions are put and what pages say, as an editor writes it.

Beside it the closed classes of `knowledge/adversaries.yaml` by which clauses are cut, and the
standard questions of `knowledge/standard.yaml`.
"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from string import Formatter
from typing import Any

from assistant.compiler.yamlfile import load_parts, plain
from assistant.drafting.material import Cutting
from assistant.errors import KnowledgeError

FILE = "faq.yaml"
CUTS = "adversaries.yaml"
STANDARD, ASKED = "standard.yaml", ("questions", "own")
PARTS = (
    *(
        "figures",
        "own_names",
        "acted",
        "acts",
        "clumsy",
        "longest",
        "cells",
        "breakdowns",
        "statements",
        "sections",
    ),
    *("general", "topics", "lengths", "kinds", "reasons", "progress", "pages"),
    *("common", "fragments", "bare", "offered", "standing", "saying"),
)
SLOTS = frozenset(
    {
        *("year", "place", "organ", "unit", "ask", "before", "after", "who", "noun", "verb"),
        *("object", "whole", "member", "among", "predicate", "head", "lead", "title", "column"),
        *(
            "stem",
            "row",
            "label",
            "said",
            "names",
            "members",
            "sort",
            "topic",
            "h",
            "what",
            "act",
            "how",
            "whose",
        ),
    }
)
# Parts whose braces are slots of a question.
PATTERNS = ("figures", "cells", "breakdowns", "statements", "sections", "general", "common")


def read_material(folder: Path) -> dict[str, Any]:
    """What the files of a `knowledge/` folder say about questions.

    Raises `KnowledgeError` where a part is missing, or a pattern has a slot that nothing fills.
    """
    data = load_parts(folder / FILE, PARTS)
    for part in PATTERNS:
        _check(data[part])
    names = [field.name for field in fields(Cutting)]
    cuts = load_parts(folder / CUTS, names)
    asked = load_parts(folder / STANDARD, ASKED)
    for question in (*asked["questions"], asked["own"], *asked["own"]["patterns"]):
        _check([question.get("ask", []), question.get("none", [])], STANDARD)
    made: dict[str, Any] = plain(
        {
            **data,
            "cutting": {name: cuts[name] for name in names},
            "standard": {part: asked[part] for part in ASKED},
        }
    )
    return made


def _check(part: Any, file: str = FILE) -> None:
    if isinstance(part, dict):
        for key, value in part.items():
            if key not in ("match", "needs", "unless", "verbs", "plans"):
                _check(value, file)
    elif isinstance(part, list):
        for one in part:
            _check(one, file)
    else:
        unknown = [s for _, s, _, _ in Formatter().parse(part) if s and s not in SLOTS]
        if unknown:
            raise KnowledgeError(
                f"{file}:{getattr(part, 'line', 1)}: {{{unknown[0]}}} 没有内容可填，可用的是："
                f"{'、'.join(sorted(SLOTS))}"
            )
