"""The most and the least of a list, found again among what stands beside it in the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from assistant.proof.asking import Asking
from assistant.proof.evidence import ROWS, Evidence, rank_of
from assistant.proof.figures import Figure, figures_in

LEAST = re.compile("最[少低小差]|垫底")


# Where only some of the list are held together, or another place of the order is meant.
SOME = re.compile(
    "除|以外|之外|不算|不含|不计|第|倒数|前|后|超过|不到|不足|[多少高低大小]于|达到|至[多少]|以上|以下|之间"
)


def has_extreme(asking: Asking, word: str) -> bool:
    """Is one of what is cited the most (or least) of its list? Yes too where that cannot be told."""
    if SOME.search(asking.question):
        return True
    pick = min if LEAST.search(word) else max
    return any(
        len(group) > 1 and figure.full == pick(group)
        for evidence in asking.evidence
        if not asking.lists.found("wholes", evidence.quote)
        for figure in evidence.figures
        for group in _groups(evidence, figure)
    )


def _groups(evidence: Evidence, figure: Figure) -> Iterator[list[Fraction]]:
    """The lists that a figure may be of: of its sentence, of its kind of place, of its row, of its column."""
    if evidence.is_row:
        yield from _of_table(evidence, figure)
        return
    low, high = evidence.sentence
    beside = [
        f
        for f in figures_in(evidence.text[low:high])
        if f.rest[:1] == figure.rest[:1] and not (f.spelt and f.full < 10)
    ]
    yield [f.full for f in beside]
    # The whole stands before its parts.
    yield [f.full for f in beside[1:]]
    ending = figure.text[: figure.start].rstrip()[-1:]
    yield [f.full for f in beside if f.text[: f.start].rstrip()[-1:] == ending]


def _of_table(evidence: Evidence, figure: Figure) -> Iterator[list[Fraction]]:
    """The cells of its row, and the cells under and over it in the rows of its rank."""
    yield [f.full for f in evidence.figures]
    column = evidence.quote[: figure.start].count("|")
    begin = evidence.text.rfind("\n", 0, evidence.start) + 1
    end = evidence.text.find("\n", evidence.end)
    above = evidence.text[:begin].rstrip("\n").split("\n")[-ROWS:]
    below = evidence.text[end + 1 :].split("\n")[:ROWS] if end >= 0 else []
    rank = _rank(evidence.quote)
    group = [figure.full]
    for lines in (reversed(above), below):
        for line in lines:
            cells = line.split("|")
            if len(cells) <= column or _rank(line) < rank:
                break
            found = figures_in(cells[column].strip())
            if len(found) == 1 and _rank(line) == rank:
                group.append(found[0].full)
    yield group


def _rank(row: str) -> tuple[int, int]:
    """How deep a row stands in its table: by its empty first cells, then by the number of the first that is not."""
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    return next((at for at, cell in enumerate(cells) if cell), len(cells)), rank_of(row)
