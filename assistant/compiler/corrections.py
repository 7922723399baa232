"""An editor's corrections, laid on the figures that were read: the quote stays, the value is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.errors import ReportError
from assistant.model import Correction, Figure


def correct(
    figures: tuple[Figure, ...], corrections: Sequence[Correction], source: str
) -> tuple[Figure, ...]:
    """The figures with these corrections.

    Raises `ReportError` for one whose place is not found, or that does not say which figure it means.
    """
    found = {figure.id: figure for figure in figures}
    for correction in corrections:
        figure = _meant(found, correction, source)
        found[figure.id] = _corrected(figure, correction, source)
    return tuple(found.values())


def _meant(figures: dict[str, Figure], correction: Correction, source: str) -> Figure:
    start, end = _place(correction, source)
    inside = [f for f in figures.values() if start <= f.number[0] and f.number[1] <= end]
    # 开通2.5万个: the figure may be longer than the words that were copied.
    around = [f for f in figures.values() if f.number[0] <= start and end <= f.number[1]]
    meant = inside or around
    shown = source[start:end]
    if not meant:
        raise ReportError(f"{correction.where}: 「{shown}」里没有读出数据，请写出含有数字的原文")
    if len(meant) > 1:
        texts = "、".join(f.text for f in meant)
        raise ReportError(
            f"{correction.where}: 「{shown}」里有几个数字（{texts}），请只写要更正的那一个"
        )
    if meant[0].value is None:
        raise ReportError(f"{correction.where}: 「{shown}」不是能更正的数量，请检查")
    return meant[0]


def _place(correction: Correction, source: str) -> tuple[int, int]:
    quote, start, end = correction.quote, correction.start, correction.end
    if start is not None and end is not None:
        if not start < end <= len(source):
            raise ReportError(f"{correction.where}: 位置 {start}–{end} 不在原文之内，请检查")
        if quote and source[start:end] != quote:
            raise ReportError(
                f"{correction.where}: 原文 {start}–{end} 是「{source[start:end]}」，不是「{quote}」，请检查"
            )
        return start, end
    times = source.count(quote)
    if times == 0:
        raise ReportError(f"{correction.where}: 原文里没有「{quote}」，请照原文抄写")
    if times > 1:
        raise ReportError(
            f"{correction.where}: 「{quote}」在原文里有{times}处，请多抄几个字，或写明 start 和 end"
        )
    start = source.index(quote)
    return start, start + len(quote)


def _corrected(figure: Figure, correction: Correction, source: str) -> Figure:
    printed = figure.printed or source[slice(*figure.number)]
    value, unit = figure.value, figure.unit
    if correction.field == "value":
        value = Decimal(correction.value)
    else:
        unit = correction.value
    # What the bound said of the printed number (余, 约) says nothing of the right one.
    bound = "exact" if correction.field == "value" else figure.bound
    note = "；".join(dict.fromkeys(filter(None, (figure.note, correction.reason))))
    # A cell of a table is printed without its unit, and is said so.
    said = correction.field == "unit" or figure.unit in figure.text
    return replace(
        figure,
        kind="count" if figure.kind == "zero" and value else figure.kind,
        value=value,
        unit=unit,
        bound=bound,
        text=f"{value}{unit if said else ''}",
        printed=printed,
        note=note,
    )
