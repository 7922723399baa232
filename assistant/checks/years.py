"""Last year's report against this year's: what was carried over, and what was in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.checks.amounts import is_exact
from assistant.checks.cells import Cells, cells_of
from assistant.checks.result import FAIL, OPEN, PASS, Result, Term, total
from assistant.checks.rules import Carry, Rules
from assistant.model import Card, Report

ROW = "row"


def year_before(card: Card, cards: Mapping[str, Card]) -> str | None:
    """The id of the same organ's report for the year before, told by its id or by its card."""
    named = f"{card.id.removesuffix(str(card.year))}{card.year - 1}"
    if named in cards and cards[named].year == card.year - 1:
        return named
    alike = (
        c.id
        for c in cards.values()
        if (c.organ, c.place, c.year) == (card.organ, card.place, card.year - 1)
    )
    return next(alike, None)


def check_years(report: Report, previous: Report | None, rules: Rules) -> Iterator[Result]:
    """A result for each figure that follows from last year's, in every column or row."""
    now = {cells.table.id: cells for cells in cells_of(report, rules.tables)}
    before = {c.table.id: c for c in cells_of(previous, rules.tables)} if previous else {}
    for rule in rules.carries:
        cells = now.get(rule.table)
        if cells:
            found = tuple(_carried(rule, cells, before.get(rule.table), rules))
            # Without last year's report one line says so, not one for every column.
            yield from found if previous else found[-1:]


def _carried(rule: Carry, cells: Cells, before: Cells | None, rules: Rules) -> Iterator[Result]:
    """Left of the rule last year's figure with this year's changes, right this year's figure."""
    for place in _places(rule, cells):
        right = cells.own(*_at(rule, place, rule.now))
        changes = [cells.own(*_at(rule, place, name)) for name in (*rule.plus, *rule.minus)]
        if right is None or not all(changes):
            continue
        base = before.own(*_at(rule, place, rule.before)) if before else None
        signs = [False] * len(rule.plus) + [True] * len(rule.minus)
        moved = tuple(
            Term(t.report, t.figure, t.amount, minus)
            for t, minus in zip(changes, signs, strict=True)
            if t
        )
        left = (base, *moved) if base else moved
        difference = total(left) - right.amount if base else None
        if base is None:
            verdict, reason = OPEN, "no_base" if before else "no_previous"
        elif difference == 0:
            verdict, reason = PASS, ""
        else:
            exact = is_exact(right, *left)
            verdict, reason = (FAIL, "") if exact else (OPEN, "approximate")
        subject = f"{place}（{rule.now}）" if rule.each == ROW else f"{rule.now}（{place}）"
        # Without last year's figure there is nothing to set against this year's.
        held = left if base else ()
        yield rules.compared(rule, cells.report, subject, held, (right,), verdict, reason)


def _places(rule: Carry, cells: Cells) -> tuple[str, ...]:
    if rule.each == ROW:
        return tuple(name for name in cells.row_names if name in rule.rows)
    return cells.column_names


def _at(rule: Carry, place: str, name: str) -> tuple[str, str]:
    return (place, name) if rule.each == ROW else (name, place)
