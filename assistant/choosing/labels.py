"""The names that a report gives its figures: the labels of its tables, and what stands before its numbers."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.index import Index
from assistant.language.script import fold
from assistant.model import Figure, Report
from assistant.naming import TOTALS, name_of, plain_label

SHORTEST = 3
# What a label may end in that people leave out.
TAILS = ("总数量", "总次数", "总数", "数量", "次数", "的情况", "情况", "数")
OWN, INHERITED = 0, 1


def labels_of(report: Report) -> frozenset[str]:
    """Every name by which a question may call a figure of this report, or what it is a part of."""
    found = (
        name for figure in report.figures for name in (*own_labels(figure), *outer_labels(figure))
    )
    return frozenset(name for name in found if len(name) >= SHORTEST and not name.isdigit())


def labels_at(index: Index) -> frozenset[str]:
    """The names of a report's figures, found when they are first needed."""
    if "labels" not in index.made:
        index.made["labels"] = labels_of(index.report)
    found: frozenset[str] = index.made["labels"]
    return found


def own_labels(figure: Figure) -> Iterator[str]:
    """How the figure itself is called."""
    if not figure.table:
        yield from (joined(name) for name in (figure.what, name_of(figure)) if name)
        return
    for labels in (figure.row[-1:], figure.column[-1:]):
        yield from (_short(label) for label in labels if plain_label(label) not in TOTALS)
    if figure.measure:
        yield figure.measure.split("/")[-1]


def outer_labels(figure: Figure) -> Iterator[str]:
    """What the figure stands under."""
    yield from (_short(label) for label in (*figure.row[:-1], *figure.column[:-1]))
    if figure.measure:
        yield from figure.measure.split("/")[:-1]


def _short(label: str) -> str:
    name = plain_label(label).removeprefix("其中:")
    return next((name.removesuffix(tail) for tail in TAILS if name.endswith(tail)), name)


def joined(text: str) -> str:
    """A text of the report, folded and without white space.

    >>> joined("比上年 增加"), joined("ＡＢ")
    ('比上年增加', 'ab')
    """
    return "".join(fold(text).split())
