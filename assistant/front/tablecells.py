"""A table as proof: of a cited row the cells that answer, each with the heads of its row and its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.model import Citation, Figure, Finding
from assistant.naming import plain_label

INTO = " › "


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a cited row: which citation, the heads above and before it, what it holds and where."""

    citation: int
    heads: str
    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The cell as it is read: 行政复议 › 结果维持：10."""
        return f"{self.heads}：{self.text}"


def cells_of(finding: Finding, citations: Sequence[Citation]) -> tuple[TableCell, ...]:
    """The cells among the facts of a finding, as they are cited."""
    figures = [fact for fact in finding.facts if isinstance(fact, Figure) and fact.table]
    several = finding.reports if len(finding.reports) == len(finding.facts) else ()
    reports = dict(zip(map(id, finding.facts), several, strict=False))
    return tuple(cell for f in figures for cell in _cited(f, reports.get(id(f), ""), citations))


def _cited(figure: Figure, report: str, citations: Sequence[Citation]) -> Iterator[TableCell]:
    """The cell in the first citation that holds it, of its own report where there are several."""
    start, end = figure.number
    for number, citation in enumerate(citations):
        if citation.start <= start and end <= citation.end and report in ("", citation.report):
            text = citation.quote[start - citation.start : end - citation.start]
            yield TableCell(number, heads_of(figure), text, start, end)
            return


def heads_of(figure: Figure) -> str:
    """The labels of the row and of the column, outermost first, without their numbers."""
    labels = (plain_label(label).removeprefix("其中:") for label in (*figure.row, *figure.column))
    return INTO.join(dict.fromkeys(filter(None, labels)))


def cell_alone(citation: Citation, cell: TableCell) -> Citation:
    """The citation of the one cell."""
    return replace(citation, quote=cell.text, start=cell.start, end=cell.end)
