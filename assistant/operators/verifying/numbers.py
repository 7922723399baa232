"""Numbers that a question claims, held against the figures that are meant."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.model import Figure, Finding, Query, Selection
from assistant.naming import value_of
from assistant.operators.counting import counts_such
from assistant.operators.ground import Ground
from assistant.operators.reverse import states, written_out
from assistant.steps.match.explaining import explain
from assistant.steps.verbatim import compact

# What a number before 个 counts; a single one of something.
COUNTED = re.compile("[0-9一二三四五六七八九十百两]个([一-龥])")
ONE = re.compile("(?<![0-9一二三四五六七八九十百千第])一([名个件次条家份期场项宗人])")
# What denies a number itself: 不是9个, 没有到30人.
DENIED = re.compile(
    "(?:不是|并非|并不|不|非|没有|没|未)(?:[有到满足够止]|达到|超过)?[约近共]?[0-9零〇一二两三四五六七八九十百千万.]"
)
# Cells of so many rows that state the same are shown together; of more, one has to be named.
MANY_ROWS = 3


def claims(query: Query, ground: Ground) -> Finding:
    """Every number of the question against the figure that the words before it mean."""
    whole = replace(query.selections[0], heads=query.pairs[0][0].heads)
    pairs = query.pairs if len(query.numbers) > 1 else ((whole, query.numbers[0]),)
    found = [_claim(query, side, number, ground) for side, number in pairs]
    if len(found) == 1:
        return found[0]
    refused = next((f for f in found if f.status != "answered"), None)
    if refused or len(found) < len(query.numbers):
        return refused or Finding("unanswered", "not_understood", reason="not_understood")
    yes = all(f.polarity == "yes" for f in found)
    return Finding(
        "answered",
        "verify_figures_yes" if yes else "verify_figures_no",
        facts=tuple(fact for f in found for fact in f.facts),
        values=tuple(v for f in found for v in f.values),
        polarity="yes" if yes else "no",
    )


def _claim(query: Query, side: Selection, number: tuple[Decimal, str], ground: Ground) -> Finding:
    """X是N吗, X超过N吗: the figure meant, held against the number given."""
    value, unit = number
    side = replace(side, unit=unit)
    entries = [
        e
        for e in ground.index.figures()
        if isinstance(e.fact, Figure)
        and e.fact.kind in ("count", "money", "percent")
        and ground.units.fits(unit, e.fact.unit)
        and counts_such(e, side, ground)
    ]
    winners, _, held = ground.choose(side, entries)
    if not winners or not side.meant():
        return ground.refuse(query, held)
    ids = {c.fact.id for c in winners}
    winners = [c for c in winners if getattr(c.fact, "part_of", None) not in ids]
    figures = [c.fact for c in winners if isinstance(c.fact, Figure)]
    if len({(f.value, f.unit, f.bound) for f in figures}) > 1:
        return Finding("clarify", "clarify", rivals=tuple(winners))
    fact = figures[0]
    holds = compares(fact, query.comparison, value, unit)
    if holds is None:
        return ground.not_stated(query, winners[0])
    negated = _denies(query, fact, ground)
    if negated and not holds and not query.comparison and not DENIED.search(query.text):
        # 未答复3050件 is no 是的 because 3486 were answered: what is denied is the act, and not the number.
        return ground.not_stated(query, winners[0])
    polarity = "yes" if holds != negated else "no"
    outcome = "verify_figure_yes" if polarity == "yes" else "verify_figure_no"
    facts: tuple[Figure, ...] = (fact,)
    rows = {f.measure for f in figures if f.table}
    if len(rows) > MANY_ROWS:
        return Finding("clarify", "clarify", rivals=tuple(winners))
    if len(rows) > 1:
        outcome, facts = f"verify_figures_{polarity}", tuple(figures)
    return Finding("answered", outcome, facts=facts, values=value_of(fact), polarity=polarity)


def _denies(query: Query, fact: Figure, ground: Ground) -> bool:
    """Does the question deny what the figure states?

    有6个科室因报送不及时被通报 denies only what its clause denies.
    """
    clause = compact(ground.index.report.source[slice(*fact.clause)])
    own = [] if DENIED.search(query.text) else [d for d in query.denials if d in clause]
    return query.negated != (len(own) % 2 == 1)


def compares(figure: Figure, comparison: str, claimed: Decimal, unit: str) -> bool | None:
    """Does a stated figure, with its bound, stand so to the number claimed? None: it does not say.

    500多 exceeds 500 and every smaller number; whether it exceeds 550 is not stated. 18 without a
    unit is neither 18万宗 nor another number; in a table whose head says 万元 it is the cell.
    """
    if not comparison:
        told = unit or figure.table or claimed != figure.value
        return states(figure, claimed, unit) if told or written_out(figure) == claimed else None
    stated, printed = written_out(figure), figure.value or Decimal(0)
    if not unit and claimed <= printed * 100:
        stated = printed
    open_above = figure.bound in ("more", "at_least")
    if figure.bound in ("about", "at_most", "less"):
        return None
    if comparison in ("more", "at_least"):
        reached = stated > claimed or (stated == claimed and _reaches(figure.bound, comparison))
        return True if reached else None if open_above else False
    below = stated < claimed or (stated == claimed and comparison == "at_most" and not open_above)
    if open_above:
        return False if stated >= claimed else None
    return below


def _reaches(bound: str, comparison: str) -> bool:
    return comparison == "at_least" or bound == "more"


def stand_in(finding: Finding, query: Query, ground: Ground) -> bool:
    """Do the numbers of the question stand in what is to prove it, of nothing but what is named?

    行政复议案件134件 is no proof of 134件申请案件.
    """
    spans = [p.clause if isinstance(p, Figure) else (p.start, p.end) for p in finding.facts]
    atoms = {a for m in query.selections[0].mentions for s in m.senses for a in s.atoms}
    stated = [
        f
        for e in ground.index.figures()
        if isinstance(f := e.fact, Figure) and f.value is not None and e.counted <= atoms
        if any(start <= f.number[0] < end for start, end in spans)
    ]
    return all(any(states(f, value, unit) for f in stated) for value, unit in query.numbers)


def counts_others(query: Query, ground: Ground) -> bool:
    """Is a number of the question that of other things than it says: 55个乡镇, where 55 are 县直单位?"""
    if len(query.numbered) != len(query.numbers):
        return False
    for (value, unit), noun in zip(query.numbers, query.numbered, strict=True):
        stated = [
            e
            for e in ground.index.figures()
            if isinstance(f := e.fact, Figure) and f.value is not None and states(f, value, unit)
        ]
        if stated and not any(explain(noun, e, ground.index) for e in stated):
            return True
    return False


def counted_otherwise(query: Query, finding: Finding, ground: Ground) -> bool:
    """Does the proof of a yes count otherwise: 有6个县直单位吗, 培训了一次吗 where it is another number?"""
    if finding.status != "answered" or finding.polarity != "yes":
        return False
    spans = [p.clause if isinstance(p, Figure) else (p.start, p.end) for p in finding.facts]
    inside = [
        f
        for f in ground.index.report.figures
        if f.value is not None and any(start <= f.number[0] < end for start, end in spans)
    ]
    asked = COUNTED.search(query.text)
    source = ground.index.report.source
    if query.cardinal and not any(
        f.value == query.cardinal
        and (not asked or source[f.number[1] :].startswith(asked.group(1)))
        for f in inside
    ):
        return True
    for one in ONE.finditer(query.text):
        counted = [f for f in inside if f.unit == one.group(1)]
        if counted and all(f.value != 1 for f in counted):
            return True
    return False
