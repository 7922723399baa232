"""The names that a report gives its figures: the labels of its tables, and what stands before its numbers."""

from __future__ import annotations

from collections.abc import Iterator

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


def own_labels(figure: Figure) -> Iterator[str]:
    """How the figure itself is called."""
    if not figure.table:
        yield from (_compact(name) for name in (figure.what, name_of(figure)) if name)
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


def _compact(text: str) -> str:
    return "".join(fold(text).split())


def accounts(label: str, figure: Figure) -> int | None:
    """Is the figure called so itself, or what it stands under? None where neither."""
    if label in own_labels(figure):
        return OWN
    return INHERITED if label in outer_labels(figure) else None
