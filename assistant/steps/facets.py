"""The year's figure and that of all years up to now, which stand side by side in one row of a table.

A question gets the year's, unless it says 累计 or 历年; they are never taken for each other.
"""

from __future__ import annotations

from decimal import Decimal

from assistant.index import Entry, Index
from assistant.model import Figure, Mention, Selection

CUMULATED = ("累计", "累积", "历年")
UNTIL = ("截至", "截止", "至今", "迄今")
# 到2010年底 asks for what there was by then.
TOWARDS, ENDS = ("到", "至"), ("底", "末")
ALL_YEARS = "历年累计"

Amount = tuple[Decimal | None, str]


def another_facet(selection: Selection, entry: Entry, index: Index) -> bool:
    """Is it the figure of the year where that of all years is asked, or the other way round?"""
    figure = entry.fact
    if not isinstance(figure, Figure):
        return False
    if not figure.table and CUMULATED[-1] in figure.quote and _is_of_one_year(selection):
        return True
    rows, amounts = _facets(index)
    if not rows:
        return False
    if is_cumulated(figure):
        return not any(map(_cumulates, selection.mentions))
    yearly = figure.table and (figure.table, figure.row) in rows
    # What the prose says of the year is the same figure as in the table.
    said = not figure.table and (figure.value, figure.unit) in amounts
    if not (yearly or said) or any(word in figure.quote for word in CUMULATED if said):
        return False
    if any(_is_of_all_years(mention) for mention in selection.mentions):
        return True
    named = any("year" in mention.kinds() for mention in selection.mentions)
    return not named and any(map(_cumulates, selection.mentions))


def is_cumulated(figure: Figure) -> bool:
    """Is it a cell of a column of all years?"""
    return bool(figure.column) and any(word in figure.column[-1] for word in CUMULATED)


def so_far(figure: Figure, index: Index) -> tuple[Figure, Figure] | None:
    """The figure of the year and that of all years up to now, of which this is one or of which the prose tells one."""
    rows: dict[object, list[Figure]] = {}
    for cell in (f for f in index.report.figures if f.table and f.row):
        rows.setdefault((cell.table, cell.section, cell.row), []).append(cell)
    pairs = [
        (year, total)
        for row in rows.values()
        if len(row) == 2
        for year in row
        for total in row
        if is_cumulated(total) and not is_cumulated(year)
    ]
    if figure.table:
        return next((pair for pair in pairs if figure in pair), None)
    told = [p for p in pairs if (p[0].value, p[0].unit) == (figure.value, figure.unit)]
    named = [p for p in told if p[0].what.removesuffix("数") in figure.what]
    return (told if len(told) == 1 else [*named, None])[0]


def _facets(index: Index) -> tuple[frozenset[tuple[str, tuple[str, ...]]], frozenset[Amount]]:
    """The rows that have both figures, and what their figures of the year are."""
    if "facets" not in index.made:
        cells = [f for f in index.report.figures if f.table]
        rows = frozenset((f.table, f.row) for f in cells if is_cumulated(f))
        amounts = frozenset(
            (f.value, f.unit) for f in cells if (f.table, f.row) in rows and not is_cumulated(f)
        )
        index.made["facets"] = (rows, amounts)
    found: tuple[frozenset[tuple[str, tuple[str, ...]]], frozenset[Amount]] = index.made["facets"]
    return found


def _cumulates(mention: Mention) -> bool:
    return any(word in mention.text for word in CUMULATED) or _is_of_all_years(mention)


def _is_of_one_year(selection: Selection) -> bool:
    """2010年公开了多少条, and not 到2010年底."""
    named = any(
        "year" in mention.kinds() and not mention.text.endswith(ENDS)
        for mention in selection.mentions
    )
    until = any(m.text in (*UNTIL, *TOWARDS) or _cumulates(m) for m in selection.mentions)
    return named and not until


def _is_of_all_years(mention: Mention) -> bool:
    return (
        CUMULATED[-1] in mention.text
        or mention.text in UNTIL
        or any(ALL_YEARS in s.atoms for s in mention.senses)
    )
