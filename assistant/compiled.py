"""The compiled file: what it is made from, and indexes as JSON and back."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from assistant.index import Entry, Index
from assistant.lexicon import Names
from assistant.model import Figure, Report, Statement
from assistant.records import LazyNames, senses_to_json

COMPILED = "compiled.json"


def sources(folder: Path) -> list[Path]:
    """Every file that the compiled knowledge is made from."""
    found = [*folder.glob("terms/**/*.yaml")]
    found += [
        folder / name
        for name in (
            "wording.yaml",
            "checks.yaml",
            "passages.yaml",
            "sentences.yaml",
            "uses.yaml",
            "frontmatter.yaml",
            "faq.yaml",
            "standard.yaml",
            "adversaries.yaml",
        )
    ]
    found += folder.glob("related.txt")
    found += [*folder.glob("grammar/*.yaml"), *folder.glob("lexicon/*.yaml")]
    found += folder.glob("reports/*/*.jsonl")
    found += folder.glob("reports/*/report.json")
    found += folder.glob("reports/*/source.txt")
    return sorted(found)


def digest(folder: Path) -> str:
    """One SHA-256 over the names and bytes of all sources."""
    total = hashlib.sha256()
    for path in sources(folder):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def index_to_json(index: Index) -> dict[str, Any]:
    """An index without its report: concepts by entry, the report's own names."""
    return {
        "organ": index.organ,
        "names": senses_to_json(dict(index.names)),
        "sections": [sorted(concepts) for _, concepts in index.sections],
        "entries": [
            [
                sorted(e.own),
                sorted(e.context),
                sorted(e.topic),
                sorted(e.heads),
                sorted(e.counted),
                [[sorted(members), sorted(heads)] for members, heads in e.together],
                e.scope,
                sorted(e.denied),
                e.universal,
                sorted(e.about),
            ]
            for e in index.entries
        ],
    }


def index_from_json(report: Report, rows: dict[str, Any]) -> Index:
    """The index of a report from its JSON."""
    facts: tuple[Figure | Statement, ...] = (*report.figures, *report.statements)
    entries = tuple(_entry(f, row) for f, row in zip(facts, rows["entries"], strict=True))
    sections = tuple(
        (section, frozenset(concepts))
        for section, concepts in zip(report.sections, rows["sections"], strict=True)
    )
    return Index(report, entries, sections, LazyNames(rows["names"]), rows["organ"])


def _entry(fact: Figure | Statement, row: list[Any]) -> Entry:
    own, context, topic, heads, counted, together, scope, denied, universal, about = row
    return Entry(
        fact=fact,
        own=frozenset(own),
        context=frozenset(context),
        topic=frozenset(topic),
        heads=frozenset(heads),
        counted=frozenset(counted),
        together=tuple((frozenset(m), frozenset(h)) for m, h in together),
        scope=scope,
        denied=frozenset(denied),
        universal=universal,
        about=frozenset(about),
    )


def make_index(report: Report, terms: Names) -> Index:
    """The index of a report, with its source folded for reading."""
    from assistant.index.building import build
    from assistant.language.script import fold

    return build(report, terms, fold(report.source))
