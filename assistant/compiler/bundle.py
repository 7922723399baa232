"""All of `knowledge/` in one file that loads in milliseconds; and the command that makes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assistant.checks.loading import read_data
from assistant.compiled import COMPILED, digest, index_to_json, make_index
from assistant.compiler.lexicon import check_lexicon
from assistant.compiler.questions import read_material
from assistant.compiler.terms import compile_across, compile_terms
from assistant.compiler.thesaurus import compile_thesaurus, read_same
from assistant.compiler.unknown import unknown_words
from assistant.compiler.yamlfile import load
from assistant.drafting.material import SPOKEN
from assistant.errors import KnowledgeError
from assistant.records import read_report, senses_to_json, shared_to_json, terms_to_json
from assistant.store.terms import rows_digest

RELATED = "related.txt"


def bundle(folder: Path) -> dict[str, Any]:
    """The compiled knowledge of a folder, in the order in which it is written and read back.

    Raises `KnowledgeError` where a file does not hold.
    """
    made: dict[str, Any] = json.loads(_written(_made(folder)))
    return made


def _written(compiled: Mapping[str, Any]) -> str:
    return json.dumps(compiled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _made(folder: Path) -> dict[str, Any]:
    check_lexicon(folder)
    terms = compile_terms(folder / "terms")
    units = load(folder / "terms" / "units.yaml")
    groups: dict[str, set[str]] = {}
    for group, names in units["groups"].items():
        for name in names:
            groups.setdefault(str(name), set()).add(str(group))
    reports = {
        path.parent.name: index_to_json(make_index(read_report(path.parent), terms))
        for path in sorted(folder.glob("reports/*/report.json"))
    }
    drafting = read_material(folder)
    return {
        "digest": digest(folder),
        "terms": terms_to_json(terms),
        "terms_digest": rows_digest(senses_to_json(terms)),
        "unknown": unknown_words(terms),
        "units": {unit: sorted(found) for unit, found in sorted(groups.items())},
        "general_units": sorted(units["general"]),
        "thesaurus": shared_to_json(compile_thesaurus(folder / "terms", terms)),
        "across": senses_to_json(compile_across(folder / "terms")),
        "departments": load(folder / "terms" / "departments.yaml"),
        "checks": read_data(folder),
        "beside": load(folder / "passages.yaml"),
        "related": _related(folder / RELATED),
        "wording": load(folder / "wording.yaml") | {"said": load(folder / "sentences.yaml")},
        "uses": load(folder / "uses.yaml"),
        "front": load(folder / "frontmatter.yaml"),
        "drafting": {part: drafting[part] for part in SPOKEN},
        "grammar": load(folder / "grammar" / "rules.yaml")["rules"],
        "operators": load(folder / "lexicon" / "operators.yaml"),
        "ties": load(folder / "lexicon" / "ties.yaml"),
        "roles": load(folder / "lexicon" / "roles.yaml"),
        "wordings": load(folder / "lexicon" / "wordings.yaml"),
        "existence": load(folder / "lexicon" / "existence.yaml"),
        "lists": load(folder / "lexicon" / "lists.yaml"),
        "parting": load(folder / "lexicon" / "parting.yaml"),
        "told": load(folder / "lexicon" / "told.yaml"),
        "times": load(folder / "lexicon" / "times.yaml"),
        "bodies": load(folder / "lexicon" / "bodies.yaml"),
        "bounds": load(folder / "lexicon" / "bounds.yaml"),
        "gaps": load(folder / "lexicon" / "gaps.yaml"),
        "speakers": load(folder / "lexicon" / "speakers.yaml"),
        "same": read_same(folder),
        "everyday": load(folder / "lexicon" / "everyday.yaml"),
        "process": load(folder / "lexicon" / "process.yaml"),
        "applying": load(folder / "lexicon" / "applying.yaml"),
        "spoken": load(folder / "lexicon" / "spoken.yaml"),
        "closed": load(folder / "lexicon" / "closed.yaml"),
        "reports": reports,
    }


def _related(path: Path) -> list[str]:
    """The groups of words of one matter, a line each; `KnowledgeError` for a word twice in one."""
    if not path.exists():
        return []
    lines = path.read_text("utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        words = line.split()
        twice = next((w for w in words if words.count(w) > 1), "")
        if twice and not line.startswith("#"):
            raise KnowledgeError(f"{path.name}:{number}: 「{twice}」在这一行写了两次，请去掉一处")
    return [line for line in lines if line.strip() and not line.startswith("#")]


def write_bundle(folder: Path) -> Path:
    """Make `compiled.json` anew."""
    path = folder / COMPILED
    fresh = path.with_suffix(".new")
    fresh.write_text(_written(_made(folder)) + "\n", encoding="utf-8")
    return fresh.replace(path)
