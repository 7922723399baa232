"""Running text against the standard tables: the same measure, stated in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.checks.amounts import in_prose, is_exact, term, unit_of
from assistant.checks.cells import Cells, Terms, cells_of
from assistant.checks.reading import rest, without_brackets
from assistant.checks.result import FAIL, OPEN, PASS, Result, Term, total
from assistant.checks.rules import Measure, Places, Rules, Stated
from assistant.model import Figure, Report
from assistant.places import short

TOTAL = "总计"


def check_stated(report: Report, rules: Rules) -> Iterator[Result]:
    """A result for each measure that text and table both state without a doubt."""
    tables = list(cells_of(report, rules.tables))
    if not tables:
        return
    reader = _Reader(report, rules.stated)
    for measure in rules.stated.measures:
        stated = [t for t in (reader.term(f, measure) for f in report.figures) if t]
        for cells in tables:
            ways = _ways(measure.cells.get(cells.table.id, ()), cells)
            if stated and ways:
                yield from _held(measure, stated, ways, cells, rules)


def _held(
    measure: Measure, stated: Sequence[Term], ways: Sequence[Terms], cells: Cells, rules: Rules
) -> Iterator[Result]:
    """Passed where a way of counting gives the number; several different numbers are a doubt.

    A number that differs contradicts the table only where the clause says nothing that may count otherwise.
    """
    sums = {total(way): way for way in reversed(ways)}
    for found in stated:
        if found.amount in sums:
            yield _result(measure, found, sums[found.amount], PASS, "", rules)
    others = [found for found in stated if found.amount not in sums]
    if not others or len(others) < len(stated):
        return
    found, way = others[0], ways[0]
    if len({t.amount for t in others}) > 1:
        yield _result(measure, found, way, OPEN, "several", rules)
    elif not is_exact(found):
        fits = _fits(found, total(way))
        yield _result(measure, found, way, PASS if fits else OPEN, "approximate", rules)
    elif any(total(each) == found.amount for each in _apart(measure, cells)):
        yield _result(measure, found, way, OPEN, "apart", rules)
    elif _counts_otherwise(found, (*rules.stated.otherwise, *measure.otherwise)):
        yield _result(measure, found, way, OPEN, "otherwise", rules)
    else:
        yield _result(measure, found, way, FAIL, "", rules)


def _counts_otherwise(found: Term, words: Sequence[str]) -> bool:
    """Does the clause, or what it takes from before, say that it may count something else?"""
    figure, source = found.figure, found.report.source
    told = figure.quote + "".join(source[start:end] for start, end in figure.inherits)
    return any(word in told for word in words)


def _apart(measure: Measure, cells: Cells) -> list[Terms]:
    return _ways(measure.apart.get(cells.table.id, ()), cells)


def _result(
    measure: Measure,
    found: Term,
    way: Terms,
    verdict: str,
    reason: str,
    rules: Rules,
) -> Result:
    return rules.compared(rules.stated, found.report, measure.name, (found,), way, verdict, reason)


def _fits(found: Term, amount: Decimal) -> bool:
    """Does 14.25万余 fit 142536: more, but less than a step of its last digit more?"""
    value = found.figure.value or found.amount
    scale = found.amount / value if value else found.amount
    digits = value.normalize().as_tuple()
    step = scale.scaleb(int(digits.exponent))
    if found.figure.bound == "more":
        return found.amount <= amount < found.amount + step
    return abs(found.amount - amount) <= step / 2


def _ways(ways: Sequence[Places], cells: Cells) -> list[Terms]:
    found = (_sum(way, cells) for way in ways)
    return [way for way in found if way]


def _sum(way: Places, cells: Cells) -> Terms:
    """The cells of a way of counting; nothing where one of them is missing."""
    terms: list[Term] = []
    for row, column in way:
        at = cells.at(row, column or (TOTAL if row and TOTAL in cells.column_names else ""))
        if not at:
            return ()
        terms += at
    return tuple(terms)


class _Reader:
    """Tells which figures of the running text are a measure, and nothing else."""

    def __init__(self, report: Report, rule: Stated) -> None:
        self.report = report
        self.rule = rule
        names = (
            report.organ,
            report.place,
            short(report.place),
            f"{report.year}年",
            f"{report.year}年度",
        )
        own = [name for name in names if name]
        # 淮安市洪泽区 is 洪泽区 as well.
        own += [report.place[at:] for at in range(1, len(report.place) - 1)]
        self.known = (*rule.own, *rule.common, *own)

    def term(self, figure: Figure, measure: Measure) -> Term | None:
        """The figure as this measure; None where it is not, or not clearly."""
        if not in_prose(figure) or figure.when not in ("", f"{self.report.year}年"):
            return None
        zero = figure.kind == "zero"
        if not zero and unit_of(figure) not in measure.units:
            return None
        text = self._clause(figure)
        says = any(word in text for word in measure.says)
        if not says or (measure.must and not any(word in text for word in measure.must)):
            return None
        words = (*self.known, *measure.says, *measure.also, *measure.must)
        if zero:
            words += (*self.rule.zero, *(w for m in self.rule.measures for w in m.says))
        around = [self.report.source[start:end] for start, end in figure.inherits]
        if any(rest(piece, words) for piece in (text, figure.who, figure.where)):
            return None
        if any(rest(piece, (*words, *measure.beside)) for piece in around):
            return None
        return None if self._others_speak(figure, words) else term(figure, self.report)

    def _others_speak(self, figure: Figure, words: Sequence[str]) -> bool:
        """Does the sentence speak of another place or organ before, outside of brackets?"""
        before = self.report.source[figure.sentence[0] : figure.start]
        others = rest(without_brackets(before), (*words, *self.rule.general))
        return any(ending in others for ending in self.rule.endings)

    def _clause(self, figure: Figure) -> str:
        """The figure's words without its number."""
        start, end = figure.number
        source = self.report.source
        if figure.kind == "zero":
            return source[figure.start : figure.end]
        return source[figure.start : start] + source[end : figure.end]
