"""What was read from the joined text, with its spans where they stand in the source."""

from __future__ import annotations

from dataclasses import replace

from assistant.compiler.flow import Flow
from assistant.model import Figure, Frame, LedgerEntry, Role, Section, Statement


def place_sections(
    sections: tuple[Section, ...], flowed: Flow, source: str
) -> tuple[tuple[Section, ...], dict[str, str]]:
    """The sections with their spans in the source and their headings as printed there.

    With them, for every path as it was read the path as it is printed: (二) where the source has （二）.
    """
    printed = "".join(source[i] for i in flowed.offsets)
    paths: dict[str, str] = {}
    placed = []
    for section in sections:
        after = section.start + len(section.label)
        label = printed[section.start : after]
        begin = flowed.text.find(section.heading, after)
        heading = printed[begin : begin + len(section.heading)] if begin >= 0 else section.heading
        name = section.path.rpartition(" > ")[2]
        shown = label + heading if name == section.label + section.heading else name
        outer = section.path.rpartition(" > ")[0]
        path = f"{paths.get(outer, outer)} > {shown}" if outer else shown
        paths[section.path] = path
        placed.append(
            replace(
                section,
                path=path,
                label=label,
                heading=heading,
                start=flowed.at(section.start),
                end=flowed.at(section.end),
            )
        )
    return tuple(placed), paths


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


def place_frame(frame: Frame, flowed: Flow) -> Frame:
    """The frame with its spans in the source."""
    back = flowed.back
    return replace(
        frame,
        clause=back(frame.clause),
        sentence=back(frame.sentence),
        predicate=back(frame.predicate) if frame.predicate else None,
        roles=tuple(Role(r.name, *back((r.start, r.end))) for r in frame.roles),
    )


def place_entry(entry: LedgerEntry, flowed: Flow) -> LedgerEntry:
    """The numeral with its span in the source."""
    start, end = flowed.back((entry.start, entry.end))
    return replace(entry, start=start, end=end)
