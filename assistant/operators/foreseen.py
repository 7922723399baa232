"""Foreseen: the one clause that tells what is planned, how often something is done, by when, or how long it takes.

Of what is to come only the plans of a report tell; a mean, the longest and the shortest each by its own word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.language.ahead import (
    LONG,
    LONGEST,
    MEAN,
    NUMBER,
    OFTEN,
    SHORTEST,
    WHEN,
    WHO,
    Ahead,
    Coming,
)
from assistant.language.numerals import plain
from assistant.late import late
from assistant.model import Figure, Finding, Span
from assistant.naming import value_of
from assistant.operators.arithmetic import computation, value
from assistant.operators.gapped_figure import text_of
from assistant.operators.ground import Ground
from assistant.operators.outlook import outlook
from assistant.operators.passages import clauses, sentences

TARGET, FREQUENCY = "target", "frequency"
PLAN, FACT = "ahead", "statement"
LASTING = late("(?:个?工作日|小时|分钟|天|日|周|个月|年)$")
LASTS = late(
    "[0-9.两一二三四五六七八九十半]+(?:个|余|多)?(?:工作日|小时|分钟|天|日内|周|个月|年时间|年内|年)"
)
DATED = late(
    "[0-9]+[年月日号]|[上下]半年|[一二三四]季度|年[底初末]|[月年]内|月底|[0-9一二两三]+年时间"
)
EVERY = late("每(?:个|两|三)?(?:半年|[年月季周天日旬]|工作日)|[按逐][年月季周日]|[月季周日]报|定期")
MEASURES = {
    MEAN: late("平均|人均|均用"),
    LONGEST: late("最长|最久|最慢"),
    SHORTEST: late("最短|最快"),
}
ANY_MEASURE = late("平均|最长|最久|最慢|最短|最快|缩短|压缩")
BY_SO_MUCH = late(
    "(?:压缩|缩短|缩减|减少|延长|提前|推迟|增加)了?[约近]?[0-9两一二三四五六七八九十]"
)
BRACKETS = late("[（(][^（）()]*[)）]")
# What says the number before, of two in one clause: 由20个工作日压缩到10个工作日.
ARRIVED, LEFT = late("(?:到|至|为|成)[约近达]?$"), late("[由从自](?:原来的?|原先的?)?$")
Says = Callable[[str, str, str], int | None]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with its text, and what stands before it in its sentence and over it."""

    start: int
    end: int
    text: str
    around: str
    planned: bool


def all_clauses(ground: Ground) -> tuple[Clause, ...]:
    """The clauses of a report's prose."""
    made = ground.index.made
    if "foreseen" not in made:
        made["foreseen"] = tuple(_clauses(ground))
    found: tuple[Clause, ...] = made["foreseen"]
    return found


def _clauses(ground: Ground) -> Iterator[Clause]:
    report = ground.index.report
    ahead = outlook(ground).measure or (0, 0)
    targets = {f.clause for f in report.figures if f.kind == TARGET}
    for entry in sentences(ground):
        start, end = entry.fact.start, entry.fact.end
        heading = str(getattr(entry.fact, "section", ""))
        before = ""
        for first, last in clauses(report.source, start, end):
            text = BRACKETS.sub("", text_of((first, last), ground))
            planned = _is_led(first, report.year, ground)
            planned = (
                planned
                or (ahead[0] <= first < ahead[1])
                or any(a < last and first < b for a, b in targets)
            )
            yield Clause(first, last, text, f"{heading}\n{before}", planned)
            before += text


def _is_led(at: int, year: int, ground: Ground) -> bool:
    """Does a sentence before it in its paragraph begin with the year that follows: 2009年，一是…；二是…?"""
    start = ground.index.report.source.rfind("\n", 0, at) + 1
    led = re.search(f"(?:^|[。；;]){year + 1}年(?!以?来|[初底末])", text_of((start, at), ground))
    return led is not None


def answer(
    asked: Ahead, says: Says, ending: re.Pattern[str], persons: Sequence[str], ground: Ground
) -> Finding | None:
    """What the one clause tells that says all that the question names and tells the kind of thing it asks for."""
    fitting = []
    for clause in all_clauses(ground):
        if asked.planned and not clause.planned:
            continue
        if (
            not (asked.planned or asked.former or asked.due)
            and clause.planned
            and asked.kind == LONG
        ):
            continue
        if not _tells(asked, clause, ground):
            continue
        named = (word in clause.text and word not in asked.said for word in persons)
        if asked.kind == WHO and not any(named):
            continue
        if (found := ending.search(clause.text)) and found.group() not in asked.topic:
            continue
        led = says(asked.said, clause.text, clause.around) if asked.topic else 0
        if led is not None:
            fitting.append((led, clause))
    least = min((led for led, _ in fitting), default=0)
    nearest = [clause for led, clause in fitting if led == least]
    if len(nearest) != 1:
        return None
    [clause] = nearest
    figure = _figure(asked, clause, ground)
    if asked.kind == NUMBER and figure is None:
        return None
    slots = {"clause": clause.text}
    values = value_of(figure) if figure else ()
    outcome = PLAN if clause.planned else FACT
    return Finding("answered", outcome, slots, (Span(clause.start, clause.end),), values)


def _tells(asked: Ahead, clause: Clause, ground: Ground) -> bool:
    if asked.measure and not MEASURES[asked.measure].search(clause.text):
        return False
    if asked.former and _figure(asked, clause, ground) is None:
        return False
    if asked.by and not BY_SO_MUCH.search(clause.text):
        return False
    bare = not (asked.measure or asked.former or asked.planned)
    if asked.kind == LONG and bare and ANY_MEASURE.search(clause.text):
        return bool(asked.topic) and ANY_MEASURE.search(asked.topic) is not None
    if asked.kind == OFTEN:
        return EVERY.search(clause.text) is not None
    if asked.kind == LONG:
        return asked.unit in clause.text and LASTS.search(clause.text) is not None
    if asked.kind == WHEN:
        return DATED.search(clause.text) is not None
    return asked.kind != NUMBER or _figure(asked, clause, ground) is not None


def figures_in(clause: Clause, ground: Ground) -> list[Figure]:
    """The figures of a clause."""
    return [
        f
        for f in ground.index.report.figures
        if clause.start <= f.number[0] < clause.end and f.value is not None and not f.table
    ]


def _figure(asked: Ahead, clause: Clause, ground: Ground) -> Figure | None:
    """The one figure that is asked for; of two, the one that it is to become."""
    found = figures_in(clause, ground)
    if asked.kind == LONG:
        found = [f for f in found if LASTING.search(f.unit) and asked.unit in f.unit]
    elif asked.kind == NUMBER:
        found = [f for f in found if not asked.unit or ground.units.fits(asked.unit, f.unit)]
    else:
        return None
    if len(found) > 1:
        source = ground.index.report.source
        side = LEFT if asked.former else ARRIVED
        found = [f for f in found if side.search(source[f.clause[0] : f.number[0]].rstrip())]
    elif asked.former:
        return None
    return found[0] if len(found) == 1 else None


def not_yet(topic: str, says: Says, coming: Coming, ground: Ground) -> Finding | None:
    """What is still under way is not done: no, with the one clause that says so; None where none or several do."""
    waiting = [
        c
        for c in all_clauses(ground)
        if coming.under.search(c.text)
        and says(topic, c.around.rpartition("\n")[2] + c.text, "") is not None
    ]
    if len(waiting) != 1:
        return None
    [clause] = waiting
    slots, span = {"clause": clause.text}, Span(clause.start, clause.end)
    return Finding("answered", "ahead_under_way", slots, (span,), polarity="no")


def is_only_ahead(topic: str, says: Says, coming: Coming, ground: Ground) -> bool:
    """Do only plans tell of it, and what says that it is lacking, so that nothing says that it was done?"""
    told = [c for c in all_clauses(ground) if says(topic, c.text, "") is not None]
    told = [c for c in told if c.planned or not coming.lacking.search(c.text)]
    return bool(told) and all(c.planned for c in told)


def gap_of(goal: Figure, reached: Figure) -> Finding | None:
    """How much more a target is than what was reached; None where it is not more."""
    a, b = goal.value or Decimal(0), reached.value or Decimal(0)
    if a <= b:
        return None
    unit = "个百分点" if goal.unit == "%" else goal.unit
    given = value(plain(a - b), unit, goal.bound)
    text = f"{plain(a)} − {plain(b)} = {plain(a - b)}"
    slots = {"goal": goal.quote, "reached": reached.quote, "amount": given.text, "formula": text}
    figures = (goal, reached)
    done = computation("compare", text, figures)
    return Finding("answered", "ahead_gap", slots, figures, (given,), computation=done)
