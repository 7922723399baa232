"""Where in its sentence a figure's words stand: what leads up to it, what follows it, rows of members."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.late import late
from assistant.model import Figure

CLOSED = ")）》”』】 "
LIST_MARKS = ("、", "和", "与", "及", "等")
# A row of members in a clause: 领导之窗、招商投资等栏目.
ROW = late(r"[^、,，;；:：。]+(?:、[^、,，;；:：。]+)+")


def lead(figure: Figure, beside: Iterable[Figure]) -> tuple[tuple[int, int], ...]:
    """The clauses without a figure that open its sentence, and those right before its own clause.

    They say what all figures behind them are about: 完善政策文件库建设,共归集政策文件10219件. `beside`
    holds the figures of its sentence at least.
    """
    start, at = figure.sentence[0], figure.clause[0]
    before = [f.clause for f in beside if f.sentence == figure.sentence and f.clause[0] < at]
    opened = min((clause[0] for clause in before), default=at)
    closed = max((clause[1] for clause in before), default=at)
    return tuple(span for span in ((start, opened), (closed, at)) if span[0] < span[1])


def tail(figure: Figure, beside: Iterable[Figure], source: str) -> tuple[int, int]:
    """What a clause says behind its last figure of all its figures: 16个乡镇、55个单位全部落实了领导.

    `beside` holds the figures of its clause at least.
    """
    inside = [f for f in beside if f.clause == figure.clause and not f.table]
    behind = max((max(f.end, f.number[1]) for f in inside), default=figure.clause[1])
    rest = source[behind : figure.clause[1]].lstrip(CLOSED)
    # What is joined on is something else: 国办发〔2013〕73号和省政府办公厅的有关要求.
    joined = figure.kind == "document" or rest.startswith(LIST_MARKS)
    return (behind, figure.clause[1]) if rest and not joined else (0, 0)
