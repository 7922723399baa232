"""The index of a report made: every fact read, and what parts and wholes tell of each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.index.cells import cell
from assistant.index.entry import Entry, Index
from assistant.index.names import report_names
from assistant.index.prose import prose
from assistant.index.reader import Reader
from assistant.index.shortnames import short_names
from assistant.index.statements import statement
from assistant.lexicon import Lexicon, Names
from assistant.model import Figure, Report


def build(report: Report, terms: Names, folded: str) -> Index:
    """The index of a report under these terms; `folded` is its source, folded to equal length."""
    names = report_names(report, terms)
    lexicon = Lexicon.of(terms, names)
    reader = Reader(lexicon, folded, report)
    entries = [cell(reader, f) if f.table else prose(reader, f) for f in report.figures]
    parts = {
        e.fact.part_of: e
        for e in reversed(entries)
        if isinstance(e.fact, Figure) and e.fact.part_of
    }
    entries = [_named_by_part(e, parts) for e in entries]
    wholes = {e.fact.id: e for e in entries}
    completed = [_with_whole(e, wholes) for e in entries]
    statements = [statement(reader, s) for s in report.statements]
    sections = tuple((s, reader.concepts(s.heading)) for s in report.sections)
    # What a member is called in short is no word of the report itself.
    short_forms = short_names(report, {*terms, *names})
    own_names = {**names, **short_forms}
    return Index(report, (*completed, *statements), sections, own_names, _organ(lexicon, report))


def _organ(lexicon: Lexicon, report: Report) -> str:
    """The organ whose report it is, as the terms call it."""
    named = (s for m in lexicon.read(report.organ) for s in m.senses if s.kind == "organ")
    return next((atom for sense in named for atom in sense.atoms), report.organ)


def _named_by_part(entry: Entry, parts: Mapping[str, Entry]) -> Entry:
    """A total without a name of its own counts what its first part counts: 合计50.5万元 of 经费.

    `parts` maps a total to its first part.
    """
    fact = entry.fact
    if not isinstance(fact, Figure) or fact.table or fact.what or fact.who:
        return entry
    first = parts.get(fact.id)
    if first is None:
        return entry
    return replace(
        entry,
        own=entry.own | first.heads,
        heads=entry.heads | first.heads,
        counted=entry.counted | first.heads,
    )


def _with_whole(entry: Entry, entries: Mapping[str, Entry]) -> Entry:
    """A part counts what its whole counts: 连州市669项 counts 进驻事项."""
    fact = entry.fact
    whole = entries.get(fact.part_of or "") if isinstance(fact, Figure) else None
    if whole is None:
        return entry
    return Entry(
        fact=fact,
        own=entry.own,
        context=entry.context,
        topic=entry.topic,
        heads=entry.heads | whole.heads,
        counted=entry.counted | whole.counted,
        together=entry.together,
        scope=entry.scope or whole.scope,
        denied=entry.denied,
        about=entry.about,
    )
