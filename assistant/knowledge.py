"""What the assistant knows: terms and reports, compiled ahead and checked against their sources.

The compiled file `knowledge/compiled.json` carries the digest of every file that it was made
from. While the digests agree it is loaded as it is; after an edit of the terms it is made anew in
memory, so that a synonym works from the next question on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from assistant.errors import ReportError
from assistant.index import Entry, Index, build
from assistant.lexicon import Lexicon, Names
from assistant.model import Figure, Report, Sense, Statement
from assistant.records import LazyNames, read_report, senses_to_json

COMPILED = "compiled.json"
UNKNOWN = (Sense("unknown"),)


def knowledge_folder() -> Path:
    """Where `knowledge/` is: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "_knowledge"
    return installed if installed.is_dir() else package.parent / "knowledge"


@dataclass(frozen=True, eq=False)
class Knowledge:
    """Terms, the engine's sentences, and the indexes of the loaded reports."""

    terms: Names
    unknown: Names
    units: dict[str, frozenset[str]]
    general_units: frozenset[str]
    wording: dict[str, Any]
    indexes: tuple[Index, ...]

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names of the terms and of every loaded report."""
        return Lexicon.of(self.terms, self.unknown, *(index.names for index in self.indexes))

    def report(self, identity: str) -> Report:
        """The loaded report with this id."""
        return next(i.report for i in self.indexes if i.report.id == identity)


def load(folder: Path | None = None, reports: Iterable[str] = ()) -> Knowledge:
    """The knowledge under a folder (the bundled one by default), with these reports or all.

    Raises `KnowledgeError` when the terms were edited and do not hold, `ReportError` for a report
    that is not there.
    """
    folder = folder or knowledge_folder()
    path = folder / COMPILED
    compiled = _read_compiled(path)
    if compiled.get("digest") != digest(folder):
        from assistant.compiler.bundle import bundle

        compiled = bundle(folder)
    wanted = set(reports)
    missing = sorted(wanted - set(compiled["reports"]))
    if missing or not compiled["reports"]:
        loaded = "、".join(compiled["reports"]) or "无，请先放入报告再编译"
        named = "、".join("".join(c for c in m if c.isprintable()) for m in missing)
        raise ReportError(f"没有编号为“{named}”的报告，现有的是：{loaded}")
    indexes = []
    for identity, rows in compiled["reports"].items():
        if not wanted or identity in wanted:
            indexes.append(_index(read_report(folder / "reports" / identity), rows))
    return Knowledge(
        terms=LazyNames(compiled["terms"]),
        unknown=dict.fromkeys(compiled["unknown"], UNKNOWN),
        units={unit: frozenset(groups) for unit, groups in compiled["units"].items()},
        general_units=frozenset(compiled["general_units"]),
        wording=compiled["wording"],
        indexes=tuple(indexes),
    )


def _read_compiled(path: Path) -> dict[str, Any]:
    """The compiled knowledge as it stands; nothing where it is missing or broken off."""
    try:
        text = path.read_text(encoding="utf-8")
        compiled: dict[str, Any] = json.loads(text)
    except (FileNotFoundError, ValueError):
        return {}
    return compiled


def sources(folder: Path) -> list[Path]:
    """Every file that the compiled knowledge is made from."""
    found = [*folder.glob("terms/*.yaml"), folder / "wording.yaml"]
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
            ]
            for e in index.entries
        ],
    }


def _index(report: Report, rows: dict[str, Any]) -> Index:
    facts: tuple[Figure | Statement, ...] = (*report.figures, *report.statements)
    entries = tuple(_entry(f, row) for f, row in zip(facts, rows["entries"], strict=True))
    sections = tuple(
        (section, frozenset(concepts))
        for section, concepts in zip(report.sections, rows["sections"], strict=True)
    )
    return Index(report, entries, sections, LazyNames(rows["names"]), rows["organ"])


def _entry(fact: Figure | Statement, row: list[Any]) -> Entry:
    own, context, topic, heads, counted, together, scope, denied, universal = row
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
    )


def make_index(report: Report, terms: Names) -> Index:
    """The index of a report, with its source folded for reading."""
    from assistant.language.script import fold

    return build(report, terms, fold(report.source))
