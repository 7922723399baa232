"""What the assistant knows: terms and reports, compiled ahead and checked against their sources.

The compiled file `knowledge/compiled.json` carries the digest of every file that it was made
from. While the digests agree it is loaded as it is; after an edit of the terms it is made anew in
memory, so that a synonym works from the next question on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.choosing.labels import labels_at
from assistant.compiled import COMPILED, digest, index_from_json
from assistant.errors import ReportError
from assistant.folders import knowledge_folder
from assistant.grammar.read import Language
from assistant.grammar.rules import grammar_of
from assistant.grammar.words import words_of
from assistant.index import Index
from assistant.language.ahead import Coming, coming_of
from assistant.language.applying import Applying, applying_of
from assistant.language.bodies import Bodies, bodies_of
from assistant.language.bounds import Classes, classes_of
from assistant.language.everyday import Everyday, everyday_of
from assistant.language.existence import Existence, existence_of
from assistant.language.frontmatter import FrontMatter, front_matter_of
from assistant.language.gaps import Gaps, gaps_of
from assistant.language.lists import Lists, lists_of
from assistant.language.parting import Parting, parting_of
from assistant.language.process import Process, process_of
from assistant.language.roles import Roles, roles_of
from assistant.language.same import Same
from assistant.language.speakers import Speakers, speakers_of
from assistant.language.spoken import Spoken, spoken_of
from assistant.language.times import Times, times_of
from assistant.language.told import Told, told_of
from assistant.language.wordings import Wordings, wordings_of
from assistant.lexicon import Lexicon, Names
from assistant.model import Report, Sense
from assistant.records import LazyNames, SharedNames, TermNames, read_report

if TYPE_CHECKING:
    from assistant.checks import Result
    from assistant.checks.rules import Rules

UNKNOWN = (Sense("unknown"),)


@dataclass(frozen=True, eq=False)
class Knowledge:
    """Terms, the engine's sentences, and the indexes of the loaded reports."""

    terms: Names
    unknown: Names
    units: dict[str, frozenset[str]]
    general_units: frozenset[str]
    wording: dict[str, Any]
    uses: dict[str, Any]
    departments: dict[str, tuple[str, ...]]
    across: Names
    thesaurus: Names
    checks: dict[str, Any]
    beside: dict[str, Any]
    related: Sequence[str]
    front: FrontMatter
    roles: Roles
    wordings: Wordings
    existence: Existence
    lists: Lists
    parting: Parting
    told: Told
    times: Times
    coming: Coming
    bodies: Bodies
    bounds: Classes
    gaps: Gaps
    speakers: Speakers
    same: Same
    everyday: Everyday
    process: Process
    applying: Applying
    spoken: Spoken
    drafting: dict[str, Any]
    indexes: tuple[Index, ...]
    language: Language
    card_names: Names = field(default_factory=dict)
    year_before: Callable[[], Report | None] = lambda: None
    # What is found out of these reports when it is first asked; what is replaced begins anew.
    made: dict[str, Any] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names of the terms and of every loaded report."""
        own = (index.names for index in self.indexes)
        return Lexicon.of(self.terms, self.unknown, *own, self.card_names)

    @cached_property
    def lexicon_across(self) -> Lexicon:
        """The same names, and those that are said of several reports together."""
        return Lexicon.of(*self.lexicon.layers, self.across)

    @cached_property
    def labels(self) -> frozenset[str]:
        """The names that the loaded reports give their figures."""
        return frozenset(name for index in self.indexes for name in labels_at(index))

    @cached_property
    def rules(self) -> Rules:
        """The rules that figures are held against each other by."""
        from assistant.checks.loading import rules_of

        return rules_of(self.checks)

    @cached_property
    def results(self) -> tuple[Result, ...]:
        """What checking the first report finds: against itself, and against the report of the year before."""
        from assistant.checks import check

        return check(self.indexes[0].report, self.year_before(), self.rules)

    def report(self, identity: str) -> Report:
        """The loaded report with this id."""
        return next(i.report for i in self.indexes if i.report.id == identity)


def load(folder: Path | None = None, reports: Iterable[str] = ()) -> Knowledge:
    """The knowledge under a folder (the bundled one by default), with these reports or all.

    Raises `KnowledgeError` when the terms were edited and do not hold, `ReportError` for a report
    that is not there.
    """
    folder = folder or knowledge_folder()
    compiled = read_compiled(folder)
    wanted = set(reports)
    missing = sorted(wanted - set(compiled["reports"]))
    if missing or not compiled["reports"]:
        loaded = "、".join(compiled["reports"]) or "无，请先放入报告再编译"
        named = "、".join("".join(c for c in m if c.isprintable()) for m in missing)
        raise ReportError(f"没有编号为“{named}”的报告，现有的是：{loaded}")
    indexes = []
    for identity, rows in compiled["reports"].items():
        if not wanted or identity in wanted:
            indexes.append(index_from_json(read_report(folder / "reports" / identity), rows))
    return knowledge_of(compiled, indexes)


def knowledge_of(compiled: Mapping[str, Any], indexes: Iterable[Index] = ()) -> Knowledge:
    """What compiled knowledge says, with these reports open."""
    return Knowledge(
        terms=TermNames(compiled["terms"]),
        unknown=dict.fromkeys(compiled["unknown"], UNKNOWN),
        units={unit: frozenset(groups) for unit, groups in compiled["units"].items()},
        general_units=frozenset(compiled["general_units"]),
        wording=compiled["wording"],
        uses=compiled["uses"],
        checks=compiled["checks"],
        beside=compiled["beside"],
        related=compiled["related"],
        front=front_matter_of(compiled["front"]),
        roles=roles_of(compiled["roles"]),
        wordings=wordings_of(compiled["wordings"]),
        existence=existence_of(compiled["existence"]),
        lists=lists_of(compiled["lists"]),
        parting=parting_of(compiled["parting"]),
        told=told_of(compiled["told"]),
        times=times_of(compiled["times"]),
        coming=coming_of(compiled["times"]),
        bodies=bodies_of(compiled["bodies"]),
        bounds=classes_of(compiled["bounds"]),
        gaps=gaps_of(compiled["gaps"]),
        speakers=speakers_of(compiled["speakers"]),
        same=Same(**compiled["same"]),
        everyday=everyday_of(compiled["everyday"]),
        process=process_of(compiled["process"]),
        applying=applying_of(compiled["applying"]),
        spoken=spoken_of(compiled["spoken"]),
        drafting=compiled["drafting"],
        across=LazyNames(compiled["across"]),
        thesaurus=SharedNames(compiled["thesaurus"]),
        language=Language(
            grammar_of(compiled["grammar"]),
            words_of(compiled["operators"], compiled["ties"], compiled["closed"]),
        ),
        departments={stem: tuple(short) for stem, short in compiled["departments"].items()},
        indexes=tuple(indexes),
    )


def read_compiled(folder: Path) -> dict[str, Any]:
    """The compiled knowledge of a folder, made anew in memory where its files have changed since."""
    compiled = _as_it_stands(folder / COMPILED)
    if compiled.get("digest") != digest(folder):
        from assistant.compiler.bundle import bundle

        compiled = bundle(folder)
    return compiled


def _as_it_stands(path: Path) -> dict[str, Any]:
    """The compiled knowledge as it stands; nothing where it is missing or broken off."""
    try:
        text = path.read_text(encoding="utf-8")
        compiled: dict[str, Any] = json.loads(text)
    except (FileNotFoundError, ValueError):
        return {}
    return compiled
