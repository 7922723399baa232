"""A number that leads in what it counts, as the report does (3646件申请都公开了吗): no other figure denies it.

What is said of them all is denied by the parts into which the report divides them, and by nothing else.
"""

from __future__ import annotations

from decimal import Decimal

from assistant.late import late
from assistant.model import CARD_KINDS, Figure, Finding, Mention, Query
from assistant.naming import value_of
from assistant.operators.ground import Ground
from assistant.operators.reverse import states
from assistant.operators.verifying.verdict import by_share
from assistant.steps.match.explaining import explain

# What says of a part that it is not, or not wholly, so.
WHOLE = 100
PARTLY = late("[不未无没非]|部分")
ACT = late("了(?:吗|么|没有?)[?？]*")
# What claims the number itself: 有3个村…吗, 公开了7件…吗.
CLAIMED = late("[有了过是为到达共]\\s*[0-9零〇一二两三四五六七八九十百千万.]+[^,，]{0,3}$")


def not_all(query: Query, finding: Finding, ground: Ground) -> Finding:
    """The finding, or in its place what the parts say of all that are counted."""
    if rate := _lower_rate(query, finding, ground):
        return by_share(rate, query)
    whole = _counted(query, ground)
    if whole is not None and ACT.fullmatch(query.text[query.numbered[0].end :]):
        # 520件申请公开了吗 asks whether they were, and not whether there were so many.
        return ground.not_stated(query) if finding.facts == (whole,) else finding
    if whole is None or _is_of(finding, whole):
        return finding
    denied = finding.status == "answered" and finding.polarity == "no" and bool(finding.values)
    if finding.status == "answered" and not denied:
        return finding
    parts = () if query.negated else _denying(query, whole, ground)
    if parts:
        return Finding(
            "answered",
            "verify_figures_no",
            facts=parts,
            values=tuple(v for f in parts for v in value_of(f)),
            polarity="no",
        )
    return ground.not_stated(query) if denied else finding


def _counted(query: Query, ground: Ground) -> Figure | None:
    """The figure that the number of the question repeats, of what stands right behind it."""
    if len(query.numbers) != 1 or len(query.numbered) != 1 or query.comparison:
        return None
    [(value, unit)], [noun] = query.numbers, query.numbered
    before = [m for m in query.base.mentions if m.start < noun.start]
    if any(not m.kinds() & (CARD_KINDS | {"frame", "universal"}) for m in before):
        return None
    if not query.universal and CLAIMED.search(query.text[: noun.start]):
        return None
    stated = (
        figure
        for entry in ground.index.figures()
        if isinstance(figure := entry.fact, Figure)
        and _says(figure, value, unit, ground)
        and explain(noun, entry, ground.index)
    )
    return next(stated, None)


def _lower_rate(query: Query, finding: Finding, ground: Ground) -> Figure | None:
    """1618件来信都办结了吗: a rate below 100% of what is claimed, in what is to prove it of all."""
    if not query.universal or query.negated or finding.polarity != "yes" or finding.values:
        return None
    spans = [(f.start, f.end) for f in finding.facts]
    claimed = query.base.required()[-1:]
    rates = [
        f
        for f in ground.index.report.figures
        if f.unit == "%" and f.value is not None and f.what.endswith("率")
        if any(start <= f.number[0] < end for start, end in spans)
        if any(_tells(m, f, ground) for m in claimed)
    ]
    [rate] = rates if len(rates) == 1 else [None]
    return rate if rate is not None and (rate.value or 0) < WHOLE else None


def tells_share(share: Figure, query: Query, ground: Ground) -> bool:
    """Is a share of what is claimed? 都办结了吗 is not denied by 满意率98.6%, which is of another act."""
    claimed = query.selections[0].required()[-1:]
    return all(_tells(m, share, ground) for m in claimed)


def _says(figure: Figure, value: Decimal, unit: str, ground: Ground) -> bool:
    exact = figure.value is not None and figure.bound == "exact" and not figure.part_of
    return (
        bool(unit)
        and exact
        and states(figure, value, unit)
        and ground.units.fits(unit, figure.unit)
    )


def _is_of(finding: Finding, whole: Figure) -> bool:
    """Is it said of them, or of a part of them?"""
    figures = [f for f in finding.facts if isinstance(f, Figure)]
    return bool(figures) and all(whole.id in (f.id, f.part_of) for f in figures)


def _denying(query: Query, whole: Figure, ground: Ground) -> tuple[Figure, ...]:
    """The parts of a whole that tell of what is claimed, where they show that it is not so of all."""
    noun = query.numbered[0]
    claimed = [m for m in query.base.required() if m.start > noun.start]
    parts = [f for f in ground.index.report.figures if f.part_of == whole.id and f.value]
    same = all(f.unit == whole.unit and f.bound == "exact" for f in parts)
    if not claimed or not same:
        return ()
    told = [f for f in parts if all(_tells(m, f, ground) for m in claimed)]
    total = sum((f.value or Decimal(0) for f in parts), Decimal(0))
    of_them = sum((f.value or Decimal(0) for f in told), Decimal(0))
    short = total == whole.value and of_them < total
    partly = any(PARTLY.search(f.what) for f in told)
    return tuple(told) if told and (short or partly) else ()


def _tells(mention: Mention, figure: Figure, ground: Ground) -> bool:
    """Does a figure say this in its own words?"""
    entry = ground.index.of(figure.id)
    atoms = {a for s in mention.senses for a in s.atoms}
    return entry is not None and bool(entry.own & atoms or mention.text in figure.what)
