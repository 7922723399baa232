"""Since then: the changes since the year before that a report tells of, with what was before and by how much it went.

收到公开申请42件，上年为50件，下降16%; 落实专项经费218.6万元，比2011年增加31.4万元; “三公”经费较上年下降8.4%.
Each is told of one thing: what is counted right before it, or what its own clause names before it says since when.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.language.numerals import plain
from assistant.language.times import Then
from assistant.late import late
from assistant.model import Computation, Figure, Finding, Report, Span, Value
from assistant.naming import value_of
from assistant.operators.arithmetic import computation, exact, rounded, value
from assistant.operators.gapped_figure import text_of
from assistant.operators.ground import Ground

RISE = "增加|增长|增多|上升|提高|提升|新增|扩大|上涨|净增|多|增|升"
FALL = "减少|下降|降低|压减|压缩|回落|减|降|少|低"
YEARS = "上一?年度?|去年|前一年度?|(?:19|20)[0-9]{2}年度?"
SINCE = (
    f"(?:[比较与同和](?P<since>(?:{YEARS})(?P<end>[末底]|年[末底])?|上年同期|去年同期|年初)"
    "(?:的[^,，。;；]*?)?(?:相?比)?[,，]?|同比)"
)
# What stands between the clause's beginning and the amount: since when, and which way.
BY = late(
    f"(?P<told>{SINCE})?(?:有所|共|约|显著|大幅|净)*(?:(?P<rise>{RISE})|(?P<fall>{FALL}))(?:了|幅为?|幅度为?)?(?:近|约|达)?$"
)
BASE = late(f"(?:[比较](?:{YEARS})的?|(?:{YEARS})(?:同期)?(?:为|是|有)?)$")
# What says nothing of what it is that changed.
EMPTY = late("^(?:全年|共|总计|其中|年内|当年|本年度?|今年)*$")
POINTS, THEN = "个百分点", "上年"
# 3607件（市政府349件、…），同比增长70.3%: what stands in brackets is a part of what it is told of.
ASIDE = late("[（(][^（()）]*[)）]")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing at the report's year and at the year before; `named` is where the report says what it is."""

    named: tuple[int, int]
    last: int
    rose: bool | None
    end: bool = False
    now: Figure | None = None
    base: Figure | None = None
    amount: Figure | None = None
    percent: Figure | None = None

    @property
    def span(self) -> tuple[int, int]:
        """The stretch of the report that tells it."""
        return self.named[0], self.last

    @property
    def is_up(self) -> bool | None:
        """Did it become more? None where that is not told."""
        if self.rose is not None or self.now is None or self.base is None:
            return self.rose
        return (self.now.value or 0) > (self.base.value or 0)


def changes(ground: Ground) -> tuple[Change, ...]:
    """All that the report tells of."""
    made = ground.index.made
    if "since_then" not in made:
        made["since_then"] = tuple(_told(ground.index.report))
    found: tuple[Change, ...] = made["since_then"]
    return found


def _told(report: Report) -> Iterator[Change]:
    last: Change | None = None
    before: Figure | None = None
    for figure in sorted(report.figures, key=lambda f: f.number[0]):
        if figure.table or figure.value is None:
            continue
        inside = ASIDE.sub(lambda m: "\0" * len(m.group()), report.source[slice(*figure.sentence)])
        if inside[figure.number[0] - figure.sentence[0]] == "\0":
            continue
        same = before is not None and before.sentence == figure.sentence
        last = last if same else None
        made = _change(figure, before if same else None, last, report)
        if made is None and last is not None:
            yield last
        if made is not None and last is not None and made.named != last.named:
            yield last
        last, before = made, figure
        if made is not None and _is_last(figure, report):
            yield made
            last = None


def _is_last(figure: Figure, report: Report) -> bool:
    return not any(
        other.sentence == figure.sentence and other.number[0] > figure.number[0]
        for other in report.figures
        if not other.table and other.value is not None
    )


def _change(
    figure: Figure, before: Figure | None, last: Change | None, report: Report
) -> Change | None:
    """What a figure tells of a change, with what was told of it before; None where it tells of none."""
    lead = "".join(report.source[figure.clause[0] : figure.number[0]].split())
    end = figure.clause[1]
    if figure.when == f"{report.year - 1}年" and (said := BASE.search(lead)):
        at = _at(figure, lead[: said.start()], before, last)
        if at is None:
            return None
        return replace(at, base=figure, last=end)
    said = BY.search(lead)
    if said is None or not (said["told"] or last):
        return None
    year = said["since"] or ""
    if year[:4].isdigit() and int(year[:4]) != report.year - 1:
        return None
    base_of = (
        last if last and last.base and report.source[slice(*last.base.number)] in lead else None
    )
    at = base_of or _at(figure, lead[: said.start()], before, last)
    if at is None:
        return None
    at = replace(
        at,
        rose=said["rise"] is not None,
        last=end,
        end=at.end or bool(said["end"]) or year == "年初",
    )
    if figure.kind == "percent":
        return replace(at, percent=figure)
    alike = at.now or at.base
    if alike and alike.unit != figure.unit and not (alike.unit == "%" and figure.unit == POINTS):
        return None
    return replace(at, amount=figure)


def _at(figure: Figure, named: str, before: Figure | None, last: Change | None) -> Change | None:
    """Of what it is told: of what its own clause names, or of what stands right before it."""
    if not EMPTY.match(named):
        return Change(figure.clause, figure.clause[1], None)
    if last is not None:
        return last
    if before is None or (
        before.kind == "percent" and figure.kind != "percent" and figure.unit != POINTS
    ):
        return None
    return Change(before.clause, before.clause[1], None, now=before)


def answer(change: Change, asked: Then, ground: Ground) -> Finding | None:
    """What is asked of a change; None where it is not told and does not follow from what is."""
    year = ground.index.report.year - 1
    clause = " ".join(text_of(change.span, ground).split())
    named = f"{year}年" if f"{year}年" in clause else THEN
    slots = {"clause": clause, "year": f"{named}{'底' if change.end else ''}"}
    if asked.before:
        if asked.start != change.end or not (made := _before(change)):
            return None
        return _found("since_before", slots, made, change, asked, ground)
    up = change.is_up
    if up is None or (
        asked.claimed and not asked.direction and asked.amount and (asked.claimed == "up") != up
    ):
        return None
    way = "up" if up else "down"
    if not asked.amount and asked.claimed and not asked.direction:
        polarity = "yes" if asked.claimed == way else "no"
        return Finding(
            "answered", f"since_{way}_{polarity}", slots, (Span(*change.span),), polarity=polarity
        )
    share = asked.share or (asked.extent and change.percent is not None)
    made = _share(change) if share else _amount(change)
    if made is None and not asked.share and not asked.unit:
        made = _share(change)
    if made is None:
        if asked.share or asked.unit:
            return None
        return Finding("answered", f"since_{way}", slots, (Span(*change.span),))
    return _found(f"since_{way}_by", slots, made, change, asked, ground)


Made = tuple[Value, Computation | None]


def _found(
    outcome: str, slots: dict[str, str], made: Made, change: Change, asked: Then, ground: Ground
) -> Finding | None:
    given, done = made
    if asked.unit and not asked.share and not ground.units.fits(asked.unit, given.unit):
        return None
    told = f"：{done.expression}" if done else ""
    slots = {**slots, "amount": given.text, "formula": told}
    return Finding("answered", outcome, slots, (Span(*change.span),), (given,), computation=done)


def _before(change: Change) -> Made | None:
    if change.base:
        return value_of(change.base)[0], None
    now, amount = change.now, change.amount
    if now is None or amount is None or change.rose is None or not exact((now, amount)):
        return None
    a, b = now.value or Decimal(0), amount.value or Decimal(0)
    sign, result = ("−", a - b) if change.rose else ("+", a + b)
    if result < 0:
        return None
    text = f"{plain(a)} {sign} {plain(b)} = {plain(result)}"
    return value(plain(result), now.unit), computation("compare", text, (now, amount))


def _amount(change: Change) -> Made | None:
    if change.amount:
        return value_of(change.amount)[0], None
    now, base = change.now, change.base
    if now is None or base is None or now.unit != base.unit or not exact((now, base)):
        return None
    a, b = now.value or Decimal(0), base.value or Decimal(0)
    top, low = max(a, b), min(a, b)
    text = f"{plain(top)} − {plain(low)} = {plain(top - low)}"
    return value(plain(top - low), POINTS if now.unit == "%" else now.unit), computation(
        "compare", text, (now, base)
    )


def _share(change: Change) -> Made | None:
    if change.percent:
        return value_of(change.percent)[0], None
    before, amount = _before(change), _amount(change)
    if before is None or amount is None or amount[0].unit == POINTS:
        return None
    a, b = Decimal(amount[0].value), Decimal(before[0].value)
    figures = tuple(f for f in (change.now, change.base, change.amount) if f)
    if not b or not exact(figures):
        return None
    made, short = rounded(a / b * 100)
    text = f"{plain(a)} ÷ {plain(b)} × 100% {'≈' if short else '='} {made}%"
    return value(made, "%"), computation("compare", text, figures)
