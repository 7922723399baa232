"""One answer held against its sources."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from assistant.proof.asked import asked_faults
from assistant.proof.asking import Asking
from assistant.proof.computations import (
    Operand,
    Outcome,
    Unit,
    derived,
    matching,
    read_unit,
    share_out,
    unit_follows,
)
from assistant.proof.contract import ANSWER, BOUNDS, STATUSES, misshapen
from assistant.proof.evidence import Evidence, evidence_of
from assistant.proof.faults import Fault, Source
from assistant.proof.figures import AFTER, BEFORE, PLAIN_NUMBER, Figure, figures_in
from assistant.proof.formulas import (
    IN_A_YEAR,
    MANY,
    Count,
    Equation,
    decimal_text,
    equation_faults,
    formulas_of,
    in_unit,
    places_asked,
)
from assistant.proof.glued import parted_in
from assistant.proof.passages import passage_faults
from assistant.proof.said import said_faults
from assistant.proof.torn import stands_torn


def check(
    answer: Mapping[str, Any], sources: Mapping[str, Source], history: Sequence[str] | None = None
) -> tuple[Fault, ...]:
    """Everything in an answer object that does not hold; nothing where all holds.

    `history` are the earlier questions of the conversation; without it, what the answer says that
    it carried over is taken as asked.
    """
    broken = tuple(misshapen(answer, ANSWER, "答案"))
    return broken or tuple(dict.fromkeys(_Case(answer, sources, history).faults()))


# The name of a computation that gives one side of what is compared for a yes or no.
SIDE = "side"


LIST_MARK = re.compile(r"(?:^|(?<=[：；\n]))[ ]*(?P<number>[0-9]{1,3})\. ")


LISTED = re.compile("(?:共|分|有|是)(?P<number>[0-9]{1,4})个(?:部分|分项)?：(?P<list>[^\n。]*)")


PLACED = re.compile("在(?P<count>[0-9]{1,4})个中排(?P<last>倒数)?第(?P<place>[0-9]{1,4})位")


IN_ORDER = re.compile("依次是：(?P<list>[^\n。]*)")


CARRIED = re.compile("（承接上文，按“(?P<question>.*?)”理解。）", re.DOTALL)


CORRECTED = re.compile(
    "（编者更正：(?P<reason>.*?)，“(?P<corrected>[^“”]*)”原文为“(?P<printed>[^“”]*)”。）", re.DOTALL
)


REPAIRED = re.compile("（已按.*?理解。）", re.DOTALL)


TOO_LONG = re.compile("（(?P<length>[0-9]{1,9})个字），请在[0-9]{1,9}个字以内")


BAD_LINE = re.compile("第[0-9]+行")


FIGURE_BEHIND = re.compile("[0-9][0-9,.]*[一-龥%]{0,3}$")


QUOTED = re.compile("“[^“”]*”")


ASCENDING = re.compile("从低到高|从少到多|升序|倒数|最少|最低|由低到高|由少到多")


HEADINGS = (
    re.compile("[一二三四五六七八九十]+、"),
    re.compile("[(（][一二三四五六七八九十]+[)）]"),
)


REPORT_YEAR = re.compile("-(?P<year>[12][0-9]{3})$")


@dataclass(frozen=True, slots=True)
class _Support:
    """A figure that the text may state; without a unit or a bound where it may have any."""

    figure: Figure
    cited: bool = False
    any_unit: bool = False
    any_bound: bool = False


class _Case:
    """One answer of the right shape, with what it is held against."""

    def __init__(
        self,
        answer: Mapping[str, Any],
        sources: Mapping[str, Source],
        history: Sequence[str] | None,
    ) -> None:
        self.answer = answer
        self.sources = sources
        self.text: str = answer["text"]
        self.answered = answer["status"] == "answered"
        self.carried = [found["question"] for found in CARRIED.finditer(self.text)]
        earlier = self.carried if history is None else list(history)
        questions = (answer["question"], *earlier)
        self.asked = [f for question in questions for f in figures_in(question)]
        self.parts = {n for word, n in IN_A_YEAR.items() if any(word in q for q in questions)}
        self.places = frozenset(n for q in questions for n in places_asked(q))
        self.outcomes: list[Outcome] = []
        self.cited: list[Figure] = []
        self.quoted: list[Figure] = []
        self.history = history
        self.evidence: list[Evidence] = []
        self.found = False
        self.amended: set[tuple[str, str, str]] = set()

    def faults(self) -> Iterator[Fault]:
        """Everything that does not hold."""
        for fault in self._faults():
            self.found = True
            yield fault

    def _faults(self) -> Iterator[Fault]:
        yield from self._status()
        for citation in self.answer["citations"]:
            yield from self._citation(citation)
        if self.answer["computation"]:
            yield from self._computation(self.answer["computation"])
        for value in self.answer["values"]:
            yield from self._value(value)
        yield from self._text()
        yield from passage_faults(self.answer, self.sources)
        if self.answered and len(self.evidence) == len(self.answer["citations"]):
            asking = Asking(self.answer, self.carried, self.evidence, self.history)
            found = [*asked_faults(asking)]
            yield from found
            if not (found or self.found):
                yield from said_faults(asking, self.sources)

    # ----------------------------------------------------------------------- status

    def _status(self) -> Iterator[Fault]:
        answer = self.answer
        status, polarity, reason = answer["status"], answer["polarity"], answer["reason"]
        rules = (
            (status in STATUSES, f"没有“{status}”这种状态"),
            (bool(self.text.strip()), "答复没有文字"),
            (self.answered or not answer["values"], "没有作答，却给出了数字"),
            (self.answered or not answer["computation"], "没有作答，却给出了计算"),
            (self.answered or polarity is None, "没有作答，却判断了是非"),
            (not self.answered or bool(answer["citations"]), "作了回答，却没有出处"),
            (status != "unanswered" or bool(reason), "没有作答，却没有写明原因"),
            (status == "unanswered" or reason is None, "没有拒答，却写了拒答的原因"),
            (status != "clarify" or bool(answer["suggestions"]), "反问却没有可选的问题"),
            (polarity in (None, "yes", "no"), f"是非不能是“{polarity}”"),
            (polarity != "yes" or not self.text.startswith("不是"), "判断是“是”，文字却说不是"),
            (polarity != "no" or not self.text.startswith("是的"), "判断是“否”，文字却说是的"),
        )
        yield from (Fault("status", said) for holds, said in rules if not holds)

    # ----------------------------------------------------------------------- citations

    def _citation(self, citation: Mapping[str, Any]) -> Iterator[Fault]:
        report, quote, start, end = (citation[k] for k in ("report", "quote", "start", "end"))
        shown = _shown(quote)
        source = self.sources.get(report)
        if source is None:
            yield Fault("report", f"没有编号为“{report}”的报告")
            return
        if _digest(source.text) != source.digest:
            yield Fault("source", f"报告“{report}”的原文和编译时不同")
        if not quote or start < 0 or len(quote) != end - start or source.text[start:end] != quote:
            yield Fault("quote", f"{start}到{end}不是“{shown}”")
            self.cited += [replace(f, report=f"{report} {start}") for f in figures_in(quote)]
            return
        self.evidence.append(evidence_of(citation, source))
        inside = (f for f in figures_in(source.text) if start <= f.start and f.whole_end <= end)
        printed = [replace(f, text=f.text[:end], report=report) for f in inside]
        printed += [replace(f, report=report) for f in parted_in(source.text, start, end)]
        if "corrections" not in citation:
            self.cited += printed
        else:
            yield from self._corrected(citation, source)
            # What is only quoted is quoted as it is printed.
            self.quoted += printed if not self.answer["values"] else []
        if source.title and citation["title"] != source.title:
            yield Fault("section", f"“{shown}”的报告标题不对")
        section = citation["section"]
        if not _stands_under(section, start, source.text) and not stands_torn(
            section, start, source.text
        ):
            yield Fault("section", f"“{shown}”不在“{_shown(section)}”里")

    def _corrected(self, citation: Mapping[str, Any], source: Source) -> Iterator[Fault]:
        """An editor's corrections stand in the place of what is printed, if they are really theirs."""
        start, end, right = citation["start"], citation["end"], citation["quote"]
        inside = [c for c in source.corrections if start <= c.start and c.end <= end]
        for said in citation["corrections"]:
            named = (said["printed"], said["corrected"], said["reason"])
            printed, corrected = named[:2]
            known = [
                c for c in inside if (source.text[c.start : c.end], c.corrected, c.reason) == named
            ]
            if not known:
                what = f"没有把“{_shown(printed)}”改为“{_shown(corrected)}”的更正"
                yield Fault("correction", what)
            self.amended |= {(c.reason, corrected, printed) for c in known}
        told = {(corrected, reason) for reason, corrected, _ in self.amended}
        for c in sorted(inside, key=lambda c: -c.start):
            if (c.corrected, c.reason) in told:
                right = f"{right[: c.start - start]}{c.corrected}{right[c.end - start :]}"
        self.cited += [
            replace(f, report=f"{citation['report']} {start}") for f in figures_in(right)
        ]

    # ----------------------------------------------------------------------- computation

    def _computation(self, computation: Mapping[str, Any]) -> Iterator[Fault]:
        """Several formulas stand apart by ；, and their operators too; they share out the operands."""
        text = computation["expression"]
        operands: list[Operand] = []
        yield from self._operands(computation["operands"], operands)
        try:
            formulas = [in_unit(f, computation["operator"]) for f in formulas_of(text)]
        except ValueError:
            yield Fault("computation", f"“{_shown(text)}”不是算式")
            return
        operators = computation["operator"].split("；")
        if len(operators) != len(formulas):
            operators = [computation["operator"]] * len(formulas)
        if self.answer["polarity"] and operators == ["compare"]:
            # What is compared is told by the verdict; the formula is that of a side.
            operators = [SIDE]
        for formula, operator in zip(formulas, operators, strict=True):
            if isinstance(formula, Equation):
                yield from equation_faults(formula, operator, self.places)
            elif not self._names(formula.names, int(formula.number)):
                yield Fault("computation", f"“{_shown(formula.text)}”列出的不是{formula.number}个")
            else:
                yield from self._counted(formula)
        shares = share_out(formulas, operands, _numbers(self.asked) | self.parts)
        if shares is None or not operands:
            kind = "computation" if isinstance(formulas[0], Count) else "operands"
            yield Fault(kind, f"“{_shown(text)}”里的数字不是所引的数字")
        for at, (formula, operator) in enumerate(zip(formulas, operators, strict=True)):
            used = tuple(shares[at] if shares else operands)
            self.outcomes.append(Outcome(operator, used, formula, tuple(self.asked)))

    def _counted(self, formula: Count) -> Iterator[Fault]:
        """What is counted stands in the quotes with its figure."""
        cited = {f.full for f in self.cited}
        for name in formula.names:
            for figure in figures_in(name):
                if not figure.spelt and figure.full not in cited:
                    yield Fault("operands", f"出处里没有“{_shown(name)}”")

    def _operands(self, given: Sequence[str], found: list[Operand]) -> Iterator[Fault]:
        """Every operand is a figure of its own in the quotes."""
        figures = list({(f.report, f.start): f for f in self.cited}.values())
        read = [figures_in(operand) for operand in given[:MANY]]
        choices = [
            [i for i, f in enumerate(figures) if len(r) == 1 and _is_operand(f, r[0])] for r in read
        ]
        taken = {taker: choice for choice, taker in matching(choices).items()}
        for at, operand in enumerate(given):
            # A formula may use a figure in several places.
            again = next((taken[n] for n in taken if given[n] == operand), None)
            if at in taken or again is not None:
                place = taken.get(at, again)
                assert place is not None
                found.append(Operand(read[at][0].number, figures[place]))
            else:
                yield Fault("operands", f"出处里没有“{_shown(operand)}”")

    # ----------------------------------------------------------------------- values

    def _value(self, value: Mapping[str, str]) -> Iterator[Fault]:
        text, unit = value["text"], read_unit(value["unit"])
        if value["bound"] not in BOUNDS:
            yield Fault("shape", f"约数不能是“{value['bound']}”")
            return
        if not PLAIN_NUMBER.fullmatch(value["value"]):
            yield Fault("value", f"“{_shown(value['value'])}”不是数字")
            return
        number, way = Fraction(Decimal(value["value"])), BOUNDS[value["bound"]]
        led = any(
            f.full in (number, number * unit.scale) and f.led == way != "" for f in self.cited
        )
        yield from _said_faults(text, number, unit, way, led)
        kinds = [
            *self._stated(number, unit, way),
            *self._computed(number, unit, way),
            *self._held(number, unit, way),
        ]
        if "" in kinds:
            return
        kind = next((kind for kind in ("bound", "unit") if kind in kinds), "value")
        why = {
            "bound": f"“{_shown(text)}”的约数和出处不同",
            "unit": f"“{_shown(text)}”的单位和出处不同",
            "value": f"出处和计算里都没有“{_shown(text)}”",
        }
        yield Fault(kind, why[kind])

    def _stated(self, number: Fraction, unit: Unit, way: str) -> Iterator[str]:
        """For every cited figure of this size what keeps it from being the value; nothing does: ""."""
        for figure in self.cited:
            in_head = figure.full == number and unit.name == figure.unit_of_table
            if figure.full != number * unit.scale and not in_head:
                continue
            if not unit_follows(figure, unit.base):
                yield "unit"
            else:
                yield "" if figure.bound(unit.base) == way else "bound"

    def _computed(self, number: Fraction, unit: Unit, way: str) -> Iterator[str]:
        for outcome in self.outcomes:
            if outcome.number == number:
                fits = outcome.has_unit(unit)
                yield "unit" if not fits else "" if outcome.has_bound(way) else "bound"

    def _held(self, number: Fraction, unit: Unit, way: str) -> Iterator[str]:
        """One side of what was compared for a yes or no, whose formula is not told."""
        if not self.answer["polarity"]:
            return
        figures = list({(f.report, f.start): f for f in self.cited}.values())
        alike = [f for f in figures if not (f.percent or f.spelt) and unit_follows(f, unit.base)]
        if number * unit.scale in derived(alike):
            yield "" if way == "" or any(f.bound() for f in alike) else "bound"

    # ----------------------------------------------------------------------- text

    def _text(self) -> Iterator[Fault]:
        text, faults = self._unsettled()
        yield from faults
        support = self._support()
        echoed = [match.span() for match in QUOTED.finditer(text)]
        for figure in figures_in(text):
            if figure.spelt and (len(figure.spelt) < 2 or figure.full < 10):
                continue
            echo = any(start < figure.start < end for start, end in echoed)
            kind = self._unsupported(figure, support, echo or text[: figure.start].endswith("第"))
            if kind:
                end = figure.end + len(figure.inside) + 1
                yield Fault(kind, f"文字里的“{_shown(text[figure.start : end].strip())}”没有依据")
            elif not echo and self._is_of_another(figure):
                yield Fault("text", f"文字里的“{figure.name}”不是{decimal_text(figure.number)}")

    def _unsettled(self) -> tuple[str, list[Fault]]:
        """The text without what is no figure or is checked here: marks, counts, places, formulas."""
        faults: list[Fault] = []
        text = CARRIED.sub(_blank, self.text)
        carried = [f for question in self.carried for f in figures_in(question)]
        if carried:
            known = _numbers([*self.asked, *self._every_figure()])
            if any(f.full not in known and f.number not in known for f in carried):
                faults.append(Fault("text", f"承接的“{_shown(self.carried[0])}”里有没问过的数字"))
        text = REPAIRED.sub(_blank, text)
        notes = [found.groups() for found in CORRECTED.finditer(text)]
        if set(notes) != self.amended or len(set(notes)) < len(notes):
            faults.append(Fault("correction", "文字里说明的更正和出处里的不同"))
        text = CORRECTED.sub(_blank, text)
        computation = self.answer["computation"]
        for part in computation["expression"].split("；") if computation else ():
            stated = part.strip() and "→" not in computation["expression"]
            text = text.replace(part, " " * len(part)) if stated else text
        faults += self._miscounted(text)
        for pattern in (LISTED, PLACED):
            text = pattern.sub(_blank_numbers, text)
        if not self.answered:
            long = TOO_LONG.search(text)
            if long and int(long["length"]) == len(self.answer["question"]):
                text = TOO_LONG.sub(_blank, text)
            if self.answer["reason"] == "bad_input":
                text = BAD_LINE.sub(_blank, text)
        return _without_list_marks(text), faults

    def _miscounted(self, text: str) -> Iterator[Fault]:
        for found in LISTED.finditer(text):
            parts = re.split("；" if "；" in found["list"] else "、", found["list"])
            if not self._names(parts, int(found["number"])):
                yield Fault("text", f"文字列出的不是{found['number']}个")
        for found in PLACED.finditer(text):
            before = figures_in(text[: found.start()])
            if not (before and self._is_placed(before[-1], found)):
                yield Fault("text", f"文字里的名次“{found[0]}”不对")
        for found in IN_ORDER.finditer(text):
            marked = LIST_MARK.sub("", "：" + found["list"])
            sizes = [f.full for f in figures_in(marked) if not f.spelt and f.rest[:1] != "年"]
            if sizes not in (sorted(sizes), sorted(sizes, reverse=True)):
                yield Fault("text", "文字里的次序和数字的大小不符")

    def _names(self, parts: Sequence[str], count: int) -> bool:
        quotes = [citation["quote"] for citation in self.answer["citations"]]
        return _can_part(parts, count, quotes)

    def _is_placed(self, figure: Figure, found: re.Match[str]) -> bool:
        peers = [f for f in self.cited if f.rest[:1] == figure.rest[:1]]
        sizes = [*{(f.report, f.start): f.full for f in peers}.values()]
        lists = (sizes, *self._columns(), *self._rows(int(found["count"])))
        return any(self._is_placed_among(figure, found, column) for column in lists)

    def _rows(self, count: int) -> Iterator[list[Fraction]]:
        """So many figures side by side in the cited row of a table."""
        quotes = [c["quote"] for c in self.answer["citations"] if "|" in c["quote"]]
        cells = [f.full for f in figures_in(quotes[0])] if len(set(quotes)) == 1 else []
        yield from (cells[at : at + count] for at in range(len(cells) - count + 1))

    def _columns(self) -> Iterator[list[Fraction]]:
        """The figures of the cited rows of a table, column by column."""
        quotes = dict.fromkeys(c["quote"] for c in self.answer["citations"])
        rows = [quote.split("|") for quote in quotes]
        if len(rows) > 1 and all(len(row) > 1 for row in rows):
            for cells in zip(*rows, strict=False):
                numbers = [figures_in(cell.strip()) for cell in cells]
                if all(len(n) == 1 and n[0].bare and not n[0].start for n in numbers):
                    yield [n[0].full for n in numbers]

    def _is_placed_among(
        self, figure: Figure, found: re.Match[str], sizes: Sequence[Fraction]
    ) -> bool:
        count, place = int(found["count"]), int(found["place"])
        above = 1 + sum(size > figure.full for size in sizes)
        below = 1 + sum(size < figure.full for size in sizes)
        either = ASCENDING.search(self.answer["question"]) is not None
        places = {below} if found["last"] else {above, below} if either else {above}
        if "\n" in self.text:
            return count <= len(sizes) and place <= max(places)
        return count == len(sizes) and place in places

    def _support(self) -> list[_Support]:
        """Every figure that the text may state."""
        asked = [_Support(f, any_unit=True, any_bound=True) for f in self.asked]
        if not self.answered:
            return asked + [_Support(f) for f in self._every_figure()]
        headings = {c[k] for c in self.answer["citations"] for k in ("title", "section")}
        found = [_Support(f, cited=True) for f in (*self.cited, *self.quoted)]
        found += [_Support(f) for text in headings for f in figures_in(text) if not f.spelt]
        found += [
            _Support(f, cited=True) for v in self.answer["values"] for f in figures_in(v["text"])
        ]
        for outcome in self.outcomes:
            free = not outcome.keeps_unit
            found.append(_Support(outcome.support(), any_unit=free, any_bound=True))
        return asked + found

    def _every_figure(self) -> Iterator[Figure]:
        for identity, source in self.sources.items():
            yield from figures_in(source.text)
            year = REPORT_YEAR.search(identity)
            yield from figures_in(f"{year['year']}年" if year else "")

    def _unsupported(self, figure: Figure, support: list[_Support], echo: bool) -> str:
        """What keeps a figure of the text from being supported; "" where nothing does."""
        same = [s for s in support if _same_size(figure, s.figure)]
        if not echo and any(s.cited for s in same):
            same = [s for s in same if not (s.any_unit and s.any_bound)]
        units = [s for s in same if s.any_unit or _same_unit(figure, s.figure)]
        if not units:
            return "unit" if same else "text"
        kept = any(s.any_bound or s.figure.bound() == figure.bound() for s in units)
        return "" if kept else "bound"

    def _is_of_another(self, figure: Figure) -> bool:
        """Do the words before it stand before another figure in what is cited, and not before it?"""
        if not self.answered and self._is_year_of_a_report(figure):
            return False
        alike: dict[bool, int] = {True: 2, False: 0}
        for other in (*self.cited, *self.quoted) if self.answered else self._every_figure():
            same = _same_size(figure, other)
            alike[same] = max(alike[same], _overlap(figure.name, other.name))
        return alike[False] > alike[True]

    def _is_year_of_a_report(self, figure: Figure) -> bool:
        years = (REPORT_YEAR.search(identity) for identity in self.sources)
        return figure.rest.startswith("年") and any(
            found and figure.full == int(found["year"]) for found in years
        )


def _said_faults(
    text: str, number: Fraction, unit: Unit, way: str, led: bool = False
) -> Iterator[Fault]:
    """The text of a value says its number, its unit and its bound, and nothing else.

    A bound that leads the number in the quote (约2600人次) may be left to the quote.
    """
    shown, found = _shown(text), figures_in(text)
    if not found or found[0].full != number * unit.scale or found[0].percent != unit.percent:
        yield Fault("value", f"“{shown}”不是{decimal_text(number)}{unit.name}")
        return
    figure = found[0]
    if not unit.percent and not figure.rest.startswith(unit.base):
        yield Fault("unit", f"“{shown}”的单位不是“{unit.name}”")
        return
    tail = figure.rest if unit.percent else figure.rest[len(unit.base) :]
    if AFTER.sub("", tail, count=1) or BEFORE.sub("", text[: figure.start]):
        yield Fault("value", f"“{shown}”里有多余的话")
    said = figure.bound(unit.base if not unit.percent else "")
    if said != way and (said or not led):
        yield Fault("bound", f"“{shown}”的约数应当是“{way or '准确'}”")


@lru_cache(maxsize=64)
def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _stands_under(path: str, start: int, text: str) -> bool:
    """Is every heading of the path in the report before this place, with no other of its rank between?"""
    if not path:
        return not any(HEADINGS[0].match(line) for line in text[: start + 1].split("\n"))
    for title in path.split(" > "):
        pattern = r"\s*".join(map(re.escape, "".join(title.removesuffix("…").split())))
        found = list(re.compile(pattern).finditer(text, 0, start + len(title) + 8))
        heading = found[-1] if found else None
        if heading is None or heading.start() > start:
            return False
        rank = next((rank for rank in HEADINGS if rank.match(title)), None)
        between = text[heading.end() : start + 1].split("\n")[1:] if rank else []
        if any(rank and rank.match(line) and "|" not in line for line in between):
            return False
    return True


def _is_operand(figure: Figure, operand: Figure) -> bool:
    if operand.percent or not operand.bare:
        return figure.full == operand.full and _same_unit(operand, figure)
    return operand.number in (figure.number, figure.full)


def _same_size(figure: Figure, other: Figure) -> bool:
    if figure.scale > 1 and figure.full == other.full_in_table:
        return figure.rest.startswith(read_unit(other.unit_of_table).base)
    return figure.full == other.full or (figure.bare and figure.full == other.number)


def _same_unit(figure: Figure, other: Figure) -> bool:
    """Does the same unit follow? A bare number may be any."""
    if figure.percent or other.percent:
        return figure.percent == other.percent or figure.bare
    return figure.bare or other.bare or figure.rest[0] == other.rest[0]


def _numbers(figures: Iterable[Figure]) -> set[Fraction]:
    return {number for f in figures for number in (f.number, f.full)}


def _overlap(name: str, other: str) -> int:
    """How many characters two names end with alike."""
    size = 0
    while size < min(len(name), len(other)) and name[-1 - size] == other[-1 - size]:
        size += 1
    return size


def _can_part(parts: Sequence[str], count: int, quotes: Sequence[str]) -> bool:
    """Are these `count` names? A name may hold the comma itself, if it stands so in a quote."""
    if len(parts) > MANY:
        return len(parts) == count
    reached = {0: {0}}
    for end in range(1, len(parts) + 1):
        reached[end] = {
            many + 1
            for start in range(end)
            if start == end - 1 or any(_is_in(parts[start:end], quote) for quote in quotes)
            for many in reached[start]
        }
    return all(parts) and count in reached[len(parts)]


def _is_in(parts: Sequence[str], quote: str) -> bool:
    """Do these stand so in a quote, the last perhaps with a figure that has its own cell?"""
    name = "".join("、".join(parts).split())
    return any(n in "".join(quote.split()) for n in (name, FIGURE_BEHIND.sub("", name)))


def _without_list_marks(text: str) -> str:
    """The text without the numbers of lists, as long as each list counts 1, 2, 3 …"""
    expected = {"line": 1, "inside": 1}
    pieces, at = [], 0
    for found in LIST_MARK.finditer(text):
        before = text[found.start() - 1 : found.start()]
        level = "inside" if before in ("：", "；") else "line"
        if before != "；":
            expected["inside"] = 1
        if found["number"] == str(expected[level]):
            pieces += [text[at : found.start("number")], " " * len(found["number"])]
            at = found.end("number")
            expected[level] += 1
    return "".join((*pieces, text[at:]))


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


def _shown(text: str) -> str:
    """The text in one short line."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:40] + "…"
