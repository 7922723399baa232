"""A figure of an official table in a whole sentence: 2024年，宿迁市新收政府信息公开申请3525件."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.cards import body_of
from assistant.model import Figure, Report
from assistant.naming import STATISTICS, TOTALS, cell_name, local_name
from assistant.store.packing import card_of

APPLICATIONS, REVIEW = "applications", "review"
# 答复总数中的不予公开答复数 is said 答复总数中，不予公开答复数.
INSIDE, PART = "中的", "中，"


def sentence(figure: Figure, report: Report, said: Mapping[str, Any]) -> str:
    """The sentence, without its full stop; nothing for what is no cell, or one that only its labels tell.

    `said` is `knowledge/cells.yaml`.
    """
    form = _form(figure, said) if figure.measure else ""
    if not form:
        return ""
    has, nought = said["nought"]
    if not figure.value:
        form = form.replace(f"{has}{{n}}", f"{nought}{{n}}")
    offices = tuple(said["offices"])
    lead = said["alone"] if report.organ.endswith(offices) else said["lead"]
    who = body_of(card_of(report))
    start = str(lead).format(year=report.year, who=who)
    return start + form.replace("{n}", f"{figure.text}{figure.said}")


def _form(figure: Figure, said: Mapping[str, Any]) -> str:
    """What follows the year and whose it is, with {n} for the number."""
    words: Mapping[str, Any] = said.get(figure.table, {})
    rows, columns = words.get("rows", {}), words.get("columns", {})
    row, column = rows.get(figure.measure, ""), columns.get(figure.member, "")
    total = not figure.member or figure.member in TOTALS
    if figure.table == STATISTICS and not _is_official(figure):
        row = ""
    if total and row:
        return str(row)
    if column and figure.table == APPLICATIONS:
        return _each(words["each"], figure.measure, str(row), str(column))
    if column and figure.table == REVIEW:
        return str(words["outcomes"][figure.measure]).replace("{column}", str(column))
    if column:
        return str(column).replace("{row}", figure.measure)
    name = cell_name(figure).replace(INSIDE, PART)
    return str(said["plain"]).replace("{name}", name) if figure.table and total else ""


def _each(each: Mapping[str, Any], measure: str, row: str, column: str) -> str:
    """What came from one kind of applicant."""
    whole, part = each["other"]
    form = str(each[measure]) if measure in each else row.replace(whole, part)
    return form.replace("{column}", column)


def _is_official(figure: Figure) -> bool:
    """Does the row bear the name that the official form has, and no local one?"""
    named = figure.measure.rpartition("/")[2]
    return not figure.row or local_name(figure.row[-1]) == named
