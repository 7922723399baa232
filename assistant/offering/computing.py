"""Questions that compute with the figures nearest to a question: a sum, a share, a difference, an average, a rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

from assistant.language.spoken import Spoken
from assistant.model import Figure, Report
from assistant.naming import part_name, plain_label, whole_of
from assistant.offering.asked import Asked
from assistant.offering.repertoire import AMOUNT
from assistant.steps.match.units import Units

# How many of the nearest figures are tried as sides, and named together.
SIDES, TOGETHER = 6, 3
MOST_TOGETHER = 5
# Of fewer characters a clause does not say what it counts.
SAID = 7
TELLING = 6


@dataclass(frozen=True, slots=True)
class Sides:
    """The nearest figures, and what says which of them may be computed with which."""

    near: tuple[Figure, ...]
    named: tuple[Figure, ...]
    report: Report
    units: Units
    forms: Mapping[str, Any]
    words: Spoken
    noun: Callable[[str], str]

    def alike(self, one: Figure, other: Figure) -> bool:
        """May they be added or compared: of one list, whole or sentence, in one unit?"""
        together = bool(one.group and one.group == other.group) or one.sentence == other.sentence
        if one.table or other.table:
            return one.member == other.member or (one.row == other.row and one.table == other.table)
        apart = one.part_of != other.id and other.part_of != one.id
        return together and apart and self.units.same_kind(one.unit, other.unit)

    def lead(self, parts: Sequence[Figure]) -> str:
        """The whole that these are parts of, as it stands before them."""
        whole = whole_of(parts[0], self.report)
        named = self.noun(_called(whole)) if whole and len({f.part_of for f in parts}) == 1 else ""
        return f"{named}中，" if len(named) > 1 else ""

    def put(self, form: str, of: Sequence[Figure], **slots: str) -> Worked:
        """The form with its slots filled."""
        return Worked("".join(self.forms[form].format(**slots).split()), tuple(of))


@dataclass(frozen=True, slots=True)
class Worked:
    """A question that computes, and the figures that it is of."""

    text: str
    of: tuple[Figure, ...]


def computed(
    asked: Asked,
    figures: Sequence[Figure],
    named: Sequence[Figure],
    report: Report,
    units: Units,
    forms: Mapping[str, Any],
    words: Spoken,
    noun: Callable[[str], str],
) -> Iterator[Worked]:
    """The questions that compute what was asked; `named` are the figures that it calls by their own names.

    `noun` says a whole as a noun: 收到申请 as 收到的申请.
    """
    near = [
        f for f in figures if f.value is not None and f.kind not in ("zero", "document", "percent")
    ][:SIDES]
    sides = Sides(
        tuple(near), tuple(f for f in named if f in figures), report, units, forms, words, noun
    )
    for operator in asked.computes:
        if operator in MAKERS and near:
            yield from MAKERS[operator](sides)


def _together(sides: Sides) -> Iterator[tuple[Figure, ...]]:
    """Figures of one list: all that the question names, then the nearest and those like it."""
    for first, others in ((sides.named[:1], sides.named[1:]), (sides.near[:1], sides.near[1:])):
        parts = [*first, *(f for f in others if sides.alike(f, first[0]))]
        if 1 < len(parts) <= MOST_TOGETHER and first == sides.named[:1]:
            yield _in_order(parts)
        for count in range(2, min(len(parts), TOGETHER) + 1):
            yield _in_order(parts[:count])


def _is_named(sides: Sides, of: Sequence[Figure]) -> bool:
    """Is it said what they count: by the whole that leads them in, or by their own names?"""
    return bool(sides.lead(of)) or all(len(_called(f)) >= TELLING for f in of)


def _sum(sides: Sides) -> Iterator[Worked]:
    for of in filter(partial(_is_named, sides), _together(sides)):
        yield sides.put("sum", of, lead=sides.lead(of), parts=_names(of), unit=_unit(of[0]))


def _share(sides: Sides) -> Iterator[Worked]:
    """Shares of what is named well enough to be asked for (of 申请 nobody says 当面)."""
    return (one for one in _shares(sides) if len(_called(one.of[0])) >= TELLING)


def _shares(sides: Sides) -> Iterator[Worked]:
    for part in sides.near[:2]:
        whole = whole_of(part, sides.report)
        if whole is not None and whole.value:
            yield sides.put(
                "share", (part, whole), parts=_called(part), whole=sides.noun(_called(whole))
            )
    for one, other in pairwise((*sides.named[:2], *sides.near[:TOGETHER])):
        whole = whole_of(one, sides.report)
        if whole is not None and one.part_of == other.part_of and one != other:
            of = sorted((one, other), key=lambda f: f.start)
            named = f"{_called(of[0])}和{_called(of[1])}合计"
            yield sides.put("share", (*of, whole), parts=named, whole=sides.noun(_called(whole)))


def _pairs(sides: Sides) -> Iterator[tuple[Figure, Figure]]:
    near = tuple(dict.fromkeys((*sides.named[:2], *sides.near)))
    for at, one in enumerate(near[:TOGETHER]):
        yield from ((one, other) for other in near[at + 1 :])


def _difference(sides: Sides) -> Iterator[Worked]:
    for one, other in _pairs(sides):
        if sides.alike(one, other) and one.value != other.value and _is_named(sides, (one, other)):
            less, more = sorted((one, other), key=lambda f: f.value or 0)
            names = {"more": _called(more), "less": _called(less), "unit": _unit(one)}
            yield sides.put("difference", (more, less), lead=sides.lead((one, other)), **names)


def _ratio(sides: Sides) -> Iterator[Worked]:
    for one, other in _pairs(sides):
        if sides.alike(one, other) and one.value and other.value:
            less, more = sorted((one, other), key=lambda f: f.value or 0)
            names = {"more": _called(more), "less": _called(less)}
            yield sides.put("ratio", (more, less), **names)


def _mean(sides: Sides) -> Iterator[Worked]:
    first = sides.near[0]
    if any(word in first.quote for word in sides.words.averaged):
        return
    for other in sides.near[1:]:
        if first.sentence != other.sentence or sides.units.same_kind(first.unit, other.unit):
            continue
        over, total = sorted((first, other), key=lambda f: (f.kind == "money", f.value or 0))
        units = {"per": _unit(over), "unit": _unit(total)}
        stated = dict.fromkeys(_stated(f) for f in (over, total))
        if any(len(s) < SAID for s in stated):
            continue
        said = [s for s in stated if not any(s != other and s in other for other in stated)]
        yield sides.put("mean", (total, over), stated="，".join(said), **units)


def _rest(sides: Sides) -> Iterator[Worked]:
    for at, one in enumerate(sides.near[:TOGETHER]):
        for other in (*sides.near[at + 1 :], whole_of(one, sides.report)):
            if other is None or not sides.units.same_kind(one.unit, other.unit):
                continue
            if one.sentence == other.sentence and one.value != other.value:
                part, whole = sorted((one, other), key=lambda f: f.value or 0)
                yield sides.put(
                    "rest", (whole, part), whole=sides.noun(_called(whole)), part=_called(part),
                    unit=_unit(one),
                )  # fmt: skip


def _before(sides: Sides) -> Iterator[Worked]:
    for figure in sides.near[:TOGETHER]:
        for change in sides.report.figures:
            stated = change.sentence == figure.sentence and change.id != figure.id
            if stated and change.quote.startswith(sides.words.changed):
                name = sides.noun(_called(figure) if figure.table else figure.what)
                yield sides.put("before", (figure,), name=name, unit=_unit(figure))
                break


def _each(sides: Sides) -> Iterator[Worked]:
    for of in filter(partial(_is_named, sides), _together(sides)):
        yield sides.put("each", of, lead=sides.lead(of), parts=_names(of), unit=_unit(of[0]))


MAKERS: dict[str, Callable[[Sides], Iterator[Worked]]] = {
    "share": _share,
    "compare": _difference,
    "ratio": _ratio,
    "sum": _sum,
    "average": _mean,
    "remainder": _rest,
    "before": _before,
    "each": _each,
}


def _in_order(parts: Sequence[Figure]) -> tuple[Figure, ...]:
    return tuple(sorted(parts, key=lambda f: f.start))


def _names(parts: Sequence[Figure]) -> str:
    return "、".join(_called(f) for f in parts)


def _called(figure: Figure) -> str:
    """What people call it: of a cell the name of its row, without what says that it is a number."""
    if not figure.table:
        return part_name(figure).removesuffix("总数")
    label = plain_label(plain_label(figure.row[-1]).removeprefix("其中:")) if figure.row else ""
    return AMOUNT.sub("", figure.member or label)


def _stated(figure: Figure) -> str:
    return figure.quote.strip("，,。;； ")


def _unit(figure: Figure) -> str:
    return (figure.unit or figure.said).lstrip("万亿")
