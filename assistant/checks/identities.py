"""The standard tables: what adds up to what, in every column and in every row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant.checks.amounts import is_exact
from assistant.checks.cells import Cells, Terms, cells_of
from assistant.checks.dictionary import BOUND, Identity, Line
from assistant.checks.result import FAIL, OPEN, PASS, Result, total
from assistant.checks.rules import Rules
from assistant.model import Report

Find = Callable[[Line, str], Terms]


def check_identities(report: Report, rules: Rules) -> Iterator[Result]:
    """A result for each identity in each column, then for each among the columns of each row."""
    for cells in cells_of(report, rules.tables):
        for identity in cells.table.among_rows:
            for column in cells.column_names:
                yield from _held(identity, cells, column, cells.row, cells.own_row, rules)
        for identity in cells.table.among_columns:
            for row in cells.row_names:
                yield from _held(identity, cells, row, cells.column, cells.own_column, rules)


def _held(
    identity: Identity,
    cells: Cells,
    place: str,
    find: Find,
    own: Find,
    rules: Rules,
) -> Iterator[Result]:
    left = tuple(t for line in identity.left for t in find(line, place))
    # A line that has no number of its own is no whole: what is under it would stand on both sides.
    right = tuple(t for line in identity.right for t in own(line, place))
    if not left:
        return
    lacking = [line for line in identity.right if not own(line, place)]
    if lacking:
        if right or (identity.says and any(map(cells.prints, lacking))):
            yield _result(identity, cells, place, left, right, OPEN, "missing", rules)
        return
    missing = [
        x for line in identity.left for x in cells.lacking(line, lambda each: own(each, place))
    ]
    difference = total(left) - total(right)
    holds = difference <= 0 if identity.kind == BOUND else difference == 0
    if holds:
        verdict, reason = PASS, ""
    elif any(map(cells.prints, missing)):
        verdict, reason = OPEN, "blank"
    elif not cells.is_read:
        verdict, reason = OPEN, "unread"
    elif not is_exact(*left, *right):
        verdict, reason = OPEN, "approximate"
    else:
        verdict, reason = FAIL, ""
    yield _result(identity, cells, place, left, right, verdict, reason, rules)


def _result(
    identity: Identity,
    cells: Cells,
    place: str,
    left: Terms,
    right: Terms,
    verdict: str,
    reason: str,
    rules: Rules,
) -> Result:
    whole = identity.left[0] if identity.kind == BOUND else identity.right[0]
    named = identity.says or (whole.measure if cells.table.rows else "/".join(whole.path))
    rule = rules.bound if identity.kind == BOUND else rules.identity
    return rules.compared(
        replace(rule, source=cells.table.source),
        cells.report,
        f"{named}（{place}）" if place else named,
        left,
        right,
        verdict,
        reason,
    )
