"""`knowledge/terms/genre.yaml` and `units.yaml`, typed: how reports of the genre write."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from assistant.compiler.yamlfile import load


@dataclass(frozen=True, slots=True)
class Plans:
    """What opens a plan: for the rest of a section, for the rest of a sentence, or as a heading."""

    sections: re.Pattern[str]
    clauses: re.Pattern[str]
    headings: re.Pattern[str]
    not_headings: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Turns:
    """What turns a text to problems or to measures, only announces them, or praises instead."""

    problem: re.Pattern[str]
    measure: re.Pattern[str]
    announcing: re.Pattern[str]
    ending: re.Pattern[str]
    praising: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Genre:
    """The words and patterns that the compiler goes by; see the comments in `genre.yaml`."""

    before: dict[str, str]
    inside: dict[str, str]
    after: dict[str, str]
    links: tuple[str, ...]
    no_links: tuple[str, ...]
    openers: tuple[str, ...]
    noun_heads: frozenset[str]
    part_marks: tuple[str, ...]
    attributes: frozenset[str]
    verbal_nouns: frozenset[str]
    published: tuple[str, ...]
    no_nouns: tuple[str, ...]
    row_leads: re.Pattern[str]
    told: frozenset[str]
    among: tuple[str, ...]
    carriers: tuple[str, ...]
    item_label: re.Pattern[str]
    lead_ends: tuple[str, ...]
    organ_ends: tuple[str, ...]
    no_organs: tuple[str, ...]
    subject_ends: tuple[str, ...]
    total_marks: tuple[str, ...]
    changes: tuple[str, ...]
    plans: Plans
    zeros: tuple[str, ...]
    zero_patterns: tuple[re.Pattern[str], ...]
    zero_ones: re.Pattern[str]
    levels: re.Pattern[str]
    frequencies: tuple[re.Pattern[str], ...]
    times: re.Pattern[str]
    each: tuple[str, ...]
    document_number: re.Pattern[str]
    not_figures: tuple[tuple[re.Pattern[str], str], ...]
    statements: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]
    headings: dict[str, tuple[str, ...]]
    turns: Turns
    channel_opens: re.Pattern[str]
    channel_closes: re.Pattern[str]
    contact: re.Pattern[str]
    bracket_reason: re.Pattern[str]
    units: tuple[str, ...]
    digits_only: frozenset[str]


def read_genre(terms: Path) -> Genre:
    """The genre's rules from a `terms` folder; units longest first."""
    data = load(terms / "genre.yaml")
    units = load(terms / "units.yaml")
    names = {str(name) for group in units["groups"].values() for name in group}
    names |= {str(name) for name in (*units["general"], *units["rare"])}
    names |= {f"{name}次" for name in units["repeatable"]}
    bounds = data["bounds"]
    return Genre(
        before=_by_length(bounds["before"]),
        inside=dict(bounds["inside"]),
        after=dict(bounds["after"]),
        links=_longest_first(data["links"]),
        no_links=_longest_first(data["no_links"]),
        noun_heads=frozenset(str(word) for word in data["noun_heads"]),
        openers=_longest_first(data["openers"]),
        part_marks=tuple(data["part_marks"]),
        attributes=frozenset(str(word) for word in data["attributes"]),
        verbal_nouns=frozenset(str(word) for word in data["verbal_nouns"]),
        published=_longest_first(data["published"]),
        row_leads=re.compile(data["row_leads"]),
        told=frozenset(str(word) for word in data["told"]),
        among=_longest_first(data["among"]),
        no_nouns=_longest_first(data["no_nouns"]),
        carriers=_longest_first(data["carriers"]),
        item_label=re.compile(data["item_label"]),
        lead_ends=_longest_first(data["lead_ends"]),
        organ_ends=_longest_first(data["organ_ends"]),
        no_organs=tuple(str(word) for word in data["no_organs"]),
        subject_ends=_longest_first(
            {*data["subject_ends"], *data["organ_ends"], *data["carriers"]}
        ),
        total_marks=_longest_first(data["total_marks"]),
        changes=_longest_first(data["changes"]),
        plans=Plans(**{key: re.compile(pattern) for key, pattern in data["plans"].items()}),
        zeros=_longest_first(data["zeros"]),
        zero_patterns=_compiled(data["zero_patterns"]),
        zero_ones=re.compile(data["zero_ones"]),
        levels=re.compile(data["levels"]),
        frequencies=_compiled(data["frequencies"]),
        times=re.compile(str(data["times"])),
        each=tuple(data["each"]),
        document_number=re.compile(data["document_number"]),
        not_figures=tuple(
            (re.compile(r["pattern"]), str(r["reason"])) for r in data["not_figures"]
        ),
        statements=tuple(
            (str(kind), tuple(re.compile(p) for p in patterns))
            for kind, patterns in data["statements"].items()
        ),
        headings={str(kind): tuple(words) for kind, words in data["headings"].items()},
        turns=Turns(**{key: re.compile(pattern) for key, pattern in data["turns"].items()}),
        channel_opens=re.compile(data["channel_opens"]),
        channel_closes=re.compile(data["channel_closes"]),
        contact=re.compile(data["contact"]),
        bracket_reason=re.compile(data["bracket_reason"]),
        units=_longest_first(names),
        digits_only=frozenset(str(name) for name in units["digits_only"]),
    )


def _compiled(patterns: object) -> tuple[re.Pattern[str], ...]:
    assert isinstance(patterns, list)
    return tuple(re.compile(str(pattern)) for pattern in patterns)


def _by_length(words: dict[str, str]) -> dict[str, str]:
    return dict(sorted(words.items(), key=lambda pair: -len(pair[0])))


def _longest_first(words: object) -> tuple[str, ...]:
    assert isinstance(words, (list, set))
    return tuple(sorted((str(w) for w in words), key=lambda w: (-len(w), w)))
