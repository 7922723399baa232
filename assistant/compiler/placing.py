"""What was read from the joined text, with its spans where they stand in the source."""

from __future__ import annotations

from dataclasses import replace

from assistant.compiler.flow import Flow
from assistant.model import Figure, LedgerEntry, Section, Statement


def place_section(section: Section, flowed: Flow) -> Section:
    """The section with its span in the source."""
    return replace(section, start=flowed.at(section.start), end=flowed.at(section.end))


def place_figure(figure: Figure, flowed: Flow) -> Figure:
    """The figure with its spans in the source."""
    start, end = flowed.back((figure.start, figure.end))
    return replace(
        figure,
        start=start,
        end=end,
        number=flowed.back(figure.number),
        clause=flowed.back(figure.clause),
        sentence=flowed.back(figure.sentence),
        inherits=tuple(flowed.back(span) for span in figure.inherits),
    )


def place_statement(statement: Statement, flowed: Flow) -> Statement:
    """The statement with its spans in the source."""
    start, end = flowed.back((statement.start, statement.end))
    return replace(statement, start=start, end=end, sentence=flowed.back(statement.sentence))


def place_entry(entry: LedgerEntry, flowed: Flow) -> LedgerEntry:
    """The numeral with its span in the source."""
    start, end = flowed.back((entry.start, entry.end))
    return replace(entry, start=start, end=end)
