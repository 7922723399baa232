"""Whether every figure of an answer's text is cited, computed or asked, and is of what it is said of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.proof.case import CARRIED, REPORT_YEAR, Case, every_figure, in_short, numbers_of
from assistant.proof.faults import Fault
from assistant.proof.figures import Figure, figures_in
from assistant.proof.formulas import decimal_text
from assistant.proof.listed import LISTED, PLACED, miscounted, without_list_marks
from assistant.proof.sizes import same_size, same_unit

CORRECTED = re.compile(
    "（编者更正：(?P<reason>.*?)，“(?P<corrected>[^“”]*)”原文为“(?P<printed>[^“”]*)”。）", re.DOTALL
)
REPAIRED = re.compile("（已按.*?理解。）", re.DOTALL)
TOO_LONG = re.compile("（(?P<length>[0-9]{1,9})个字），请在[0-9]{1,9}个字以内")
BAD_LINE = re.compile("第[0-9]+行")
QUOTED = re.compile("“[^“”]*”")


@dataclass(frozen=True, slots=True)
class Support:
    """A figure that the text may state; without a unit or a bound where it may have any."""

    figure: Figure
    cited: bool = False
    any_unit: bool = False
    any_bound: bool = False


def text_faults(case: Case) -> Iterator[Fault]:
    """Every figure of the text that does not hold."""
    text, faults = _unsettled(case)
    yield from faults
    support = _support(case)
    echoed = [match.span() for match in QUOTED.finditer(text)]
    for figure in figures_in(text):
        if figure.spelt and (len(figure.spelt) < 2 or figure.full < 10):
            continue
        echo = any(start < figure.start < end for start, end in echoed)
        kind = _unsupported(case, figure, support, echo or text[: figure.start].endswith("第"))
        if kind:
            end = figure.end + len(figure.inside) + 1
            yield Fault(kind, f"文字里的“{in_short(text[figure.start : end].strip())}”没有依据")
        elif not echo and _is_of_another(case, figure):
            yield Fault("text", f"文字里的“{figure.name}”不是{decimal_text(figure.number)}")


def _unsettled(case: Case) -> tuple[str, list[Fault]]:
    """The text without what is no figure or is checked here: marks, counts, places, formulas."""
    faults: list[Fault] = []
    text = CARRIED.sub(_blank, case.text)
    carried = [f for question in case.carried for f in figures_in(question)]
    if carried:
        known = numbers_of([*case.asked, *every_figure(case)])
        if any(f.full not in known and f.number not in known for f in carried):
            faults.append(Fault("text", f"承接的“{in_short(case.carried[0])}”里有没问过的数字"))
    text = REPAIRED.sub(_blank, text)
    notes = [found.groups() for found in CORRECTED.finditer(text)]
    if set(notes) != case.amended or len(set(notes)) < len(notes):
        faults.append(Fault("correction", "文字里说明的更正和出处里的不同"))
    text = CORRECTED.sub(_blank, text)
    computation = case.answer["computation"]
    for part in computation["expression"].split("；") if computation else ():
        stated = part.strip() and "→" not in computation["expression"]
        text = text.replace(part, " " * len(part)) if stated else text
    faults += miscounted(case, text)
    for pattern in (LISTED, PLACED):
        text = pattern.sub(_blank_numbers, text)
    if not case.answered:
        long = TOO_LONG.search(text)
        if long and int(long["length"]) == len(case.answer["question"]):
            text = TOO_LONG.sub(_blank, text)
        if case.answer["reason"] == "bad_input":
            text = BAD_LINE.sub(_blank, text)
    return without_list_marks(text), faults


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _blank_numbers(found: re.Match[str]) -> str:
    spans = [
        found.span(name) for name in ("number", "count", "place") if name in found.re.groupindex
    ]
    text = found.string
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text[found.start() : found.end()]


def _support(case: Case) -> list[Support]:
    """Every figure that the text may state."""
    asked = [Support(f, any_unit=True, any_bound=True) for f in case.asked]
    if not case.answered:
        return asked + [Support(f) for f in every_figure(case)]
    headings = {c[k] for c in case.answer["citations"] for k in ("title", "section")}
    found = [Support(f, cited=True) for f in (*case.cited, *case.quoted)]
    found += [Support(f) for text in headings for f in figures_in(text) if not f.spelt]
    found += [Support(f, cited=True) for v in case.answer["values"] for f in figures_in(v["text"])]
    for outcome in case.outcomes:
        free = not outcome.keeps_unit
        found.append(Support(outcome.support(), any_unit=free, any_bound=True))
    return asked + found


def _unsupported(case: Case, figure: Figure, support: list[Support], echo: bool) -> str:
    """What keeps a figure of the text from being supported; "" where nothing does."""
    same = [s for s in support if same_size(figure, s.figure)]
    if not echo and any(s.cited for s in same):
        same = [s for s in same if not (s.any_unit and s.any_bound)]
    units = [s for s in same if s.any_unit or same_unit(figure, s.figure)]
    if not units:
        return "unit" if same else "text"
    kept = any(s.any_bound or s.figure.bound() == figure.bound() for s in units)
    return "" if kept else "bound"


def _is_of_another(case: Case, figure: Figure) -> bool:
    """Do the words before it stand before another figure in what is cited, and not before it?"""
    if not case.answered and _is_year_of_a_report(case, figure):
        return False
    alike: dict[bool, int] = {True: 2, False: 0}
    for other in (*case.cited, *case.quoted) if case.answered else every_figure(case):
        same = same_size(figure, other)
        alike[same] = max(alike[same], _overlap(figure.name, other.name))
    return alike[False] > alike[True]


def _is_year_of_a_report(case: Case, figure: Figure) -> bool:
    years = (REPORT_YEAR.search(identity) for identity in case.sources)
    return figure.rest.startswith("年") and any(
        found and figure.full == int(found["year"]) for found in years
    )


def _overlap(name: str, other: str) -> int:
    """How many characters two names end with alike."""
    size = 0
    while size < min(len(name), len(other)) and name[-1 - size] == other[-1 - size]:
        size += 1
    return size
