"""Questions about the cells of the standard tables, as people speak of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.drafting.draft import Draft, Row, Wanted
from assistant.drafting.frame import Frame
from assistant.model import Figure
from assistant.naming import TOTALS, name_of, plain_label

OTHER = "other"
APPLICATIONS, REVIEW = "applications", "review"
DISCLOSURE, STATISTICS = "disclosure", "statistics"
NEW = "本年新收政府信息公开申请数量"
ALL = "本年度办理结果总计"
# What was given, whole or in part: outcomes that have no rows below them.
OPENED, GIVEN = "公开", ("予以公开", "部分公开")
# Fewer rows are no breakdown; more are not understood in one question.
FEWEST, MOST = 2, 9


def drafts(frame: Frame) -> Iterator[Draft]:
    """One draft for every cell, and one for the rows that are asked about together."""
    cells = [figure for figure in frame.report.figures if figure.table]
    for cell in cells:
        yield Draft(
            kind="cell",
            identity=(cell.table, cell.measure, cell.member, *_labels(cell)),
            questions=_asked(frame, cell),
            wanted=_wanted([cell]),
            section=cell.section,
            at=cell.number[0],
            level=_level(cell),
            topic=_table(frame, cell.table)["topic"],
            title=cell.member if cell.table == REVIEW else cell.measure.rpartition("/")[2],
        )
    yield from _together(frame, cells)


def _table(frame: Frame, name: str) -> Mapping[str, Any]:
    """How the cells of a table are asked about."""
    found: Mapping[str, Any] = frame.material.cells.get(name, frame.material.cells[OTHER])
    return found


def _labels(cell: Figure) -> tuple[str, ...]:
    """What tells the cell of an unknown table: its printed labels."""
    return () if cell.measure else (*cell.row, *cell.column)


def _is_total(cell: Figure) -> bool:
    return cell.member in ("", *TOTALS)


def _level(cell: Figure) -> int:
    """From which length of page on a cell is asked about.

    The totals of the first rows, unless they are none, make the short page. A nought stands in the
    full one by itself, and before that together with its likes, but for whole rows of the first level.
    """
    first = "/" not in cell.measure or (cell.table == REVIEW and _is_total(cell))
    if not _is_total(cell) and cell.table in (APPLICATIONS, REVIEW):
        return 2 if cell.value and (cell.measure == NEW or cell.table == REVIEW) else 3
    if not cell.value:
        return 2 if first and cell.table not in (STATISTICS, DISCLOSURE) else 3
    return 1 if first else 2


def _wanted(cells: Sequence[Figure]) -> Wanted:
    figures = [(c.value, c.unit or c.said) for c in cells if c.value is not None]
    return Wanted(
        tuple(cell.number for cell in cells), frozenset(c.id for c in cells), tuple(figures)
    )


def _asked(frame: Frame, cell: Figure) -> tuple[str, ...]:
    """The questions for a cell: by its row, its column, or what its row is called."""
    table = _table(frame, cell.table)
    unit = (cell.unit or cell.said).lstrip("万亿")
    label = plain_label(cell.column[-1]) if cell.column else ""
    row = cell.measure.rpartition("/")[2] or name_of(cell)
    slots = {"row": row, "unit": unit, "label": cell.member or label}
    column = table.get("columns", {}).get(cell.member)
    if column:
        slots["column"] = column
    found = [
        question
        for pattern in _patterns(table, cell)
        for said in _said(table, cell)
        for question in frame.ask([pattern], said=said, **slots)
    ]
    return tuple(dict.fromkeys(found))


def _said(table: Mapping[str, Any], cell: Figure) -> Sequence[str]:
    """The ways to call a row in a question."""
    said: Sequence[str] = table.get("said", {}).get(cell.measure, ())
    return said or ("",)


def _patterns(table: Mapping[str, Any], cell: Figure) -> Sequence[str]:
    form = "total" if _is_total(cell) else "each"
    if "by_column" in table:
        return list(table["by_column"].get(cell.member, ()))
    if "by_row" in table:
        whole = f"{cell.measure}/{cell.member}"
        return list(table["by_row"].get(whole) or table["by_row"].get(cell.measure, ()))
    if cell.measure in table["rows"]:
        return list(table["rows"][cell.measure].get(form, ()))
    known = not cell.measure or cell.measure in table.get("said", {})
    return list(table["other"].get(form, ())) if known else ()


# --------------------------------------------------------------------------- several at once


def _together(frame: Frame, cells: Sequence[Figure]) -> Iterator[Draft]:
    """The applicants of the new applications, the reasons under each result, the columns of a row."""
    for table, data in frame.material.cells.items():
        for group, patterns in data["together"].items():
            chosen = [c for c in cells if c.table == table and _belongs(c, group)]
            if FEWEST <= len(chosen) <= MOST and all(c.value is not None for c in chosen):
                whole = next((c.id for c in cells if _is_whole(c, table, group)), "")
                yield _few(frame, chosen, patterns, (table, group), whole)


def _few(
    frame: Frame,
    cells: Sequence[Figure],
    patterns: Sequence[str],
    group: tuple[str, str],
    whole: str,
) -> Draft:
    data = _table(frame, cells[0].table)
    names = [_name(cell, data) for cell in cells]
    rows = zip(cells, names, strict=True)
    return Draft(
        kind="breakdown",
        identity=(*group, *names),
        questions=frame.ask(patterns, names="、".join(names)),
        wanted=_wanted(cells),
        section=cells[0].section,
        at=cells[0].number[0],
        level=min(_level(cell) for cell in cells),
        topic=data["topic"],
        rows=tuple(Row(c.id, name, f"{c.text}{c.said}", c.number) for c, name in rows),
        whole=whole,
        title=data.get("titles", {}).get(group[1], group[1].rpartition("/")[2]),
    )


def _is_whole(cell: Figure, table: str, group: str) -> bool:
    """Is it the cell that the cells of a group make up, or are among others a part of?"""
    if cell.table != table or not _is_total(cell):
        return False
    if table == APPLICATIONS:
        return cell.measure == (NEW if group == "columns" else ALL)
    return table in (REVIEW, STATISTICS) and cell.measure == group


def _belongs(cell: Figure, group: str) -> bool:
    if group == "columns":
        return cell.measure == NEW and not _is_total(cell)
    if cell.table == REVIEW:
        return cell.measure == group and not _is_total(cell)
    if cell.table == DISCLOSURE:
        return group in (cell.measure, cell.member)
    if cell.table == STATISTICS:
        return cell.measure.rpartition("/")[0] == group
    if group == OPENED:
        return cell.measure in GIVEN and _is_total(cell)
    return cell.measure.startswith(f"{group}/") and _is_total(cell)


def _name(cell: Figure, data: Mapping[str, Any]) -> str:
    """The name of a row, or of the column where columns are set side by side."""
    if cell.table == DISCLOSURE:
        named: str = data["names"].get(cell.member, cell.measure)
        return named
    if cell.measure == NEW or cell.table == REVIEW:
        return "其他申请人" if cell.member == "其他" else cell.member
    row = cell.measure.rpartition("/")[2]
    if cell.table == STATISTICS:
        row = row.removesuffix("数")
    return str(data.get("short", {}).get(row, row)).replace("、", "或")
