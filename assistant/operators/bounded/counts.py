"""Counts: is a figure of what is counted: 专职 by themselves, 收到 and not 发送, money and no number of items?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.language.bounds import UNIT, WHOLE, moments
from assistant.language.either import compiled, either
from assistant.late import late
from assistant.model import Figure
from assistant.operators.bounded.answered import Answered, said
from assistant.operators.some import is_done_to_some

# What a label says that it counts too, or does not: 含申请人主动撤回申请, 不包括政府网站工作人员数.
ASIDE = late(r"[(](?:不?包括|不?含|未含|另含)([^()]*)[)]")
RUN = late("[一-龥]{3,}")
CUMULATIVE, YEARS = "cumulative", late(r"20\d\d年.*(?:比|倍)|[比和与跟]20\d\d年")
SO_FAR = late("累计|历年|历来")
SHARE, EACH = "share", "each"
# So much of what a figure says leads it in (每期印600份).
LEAD = 2
# What is spread over a year, and the month behind which something began within it.
OVER_YEAR = late(r"÷ (?:365|366|52|12|4)(?!\d)")
IN_MONTH = "月(?:底|初|末|[0-9]{1,2}日)?(?:正式)?"


def is_otherwise_counted(answered: Answered) -> bool:
    """Is the figure in another unit, or of another thing, than the words of the question bound it to?"""
    figure = answered.only
    if not answered.figures or len(answered.figures) != len(answered.finding.facts):
        return False
    if (figure and _is_unlike(figure, answered)) or _is_other_rate(answered.figures, answered):
        return True
    classes, own = answered.classes, [answered.own(fact) for fact in answered.figures]
    stated = [classes.stated(text) for text in own]
    if not all(
        any(one.is_kept(bounds) for bounds in stated) for one in classes.binding(answered.bounds)
    ):
        return True
    computed = answered.finding.computation
    if computed is None or computed.operator != SHARE:
        return False
    return not all(one.is_kept(stated[-1]) for one in classes.binding(answered.bounds, WHOLE))


def _is_unlike(figure: Figure, answered: Answered) -> bool:
    """三公经费是多少 is not told by 88个部门, nor 每期多少条 by 印600份, nor what was published by 每期印600份."""
    if figure.kind != "count":
        return False
    classes, bounds = answered.classes, answered.bounds
    unit = classes.stated(figure.unit)
    if not all(one.is_kept(unit) for one in classes.binding(bounds, UNIT)):
        return True
    return classes.tells(EACH, said(figure)[:LEAD]) and not bounds.has(EACH)


def _is_other_rate(figures: Sequence[Figure], answered: Answered) -> bool:
    """办理率 is not told by 满意率, nor 办结率 by 按时办结率, nor 覆盖率 by any other share."""
    rates = answered.bounds.rates
    if not rates or len(figures) > 1 or not figures[0].unit.endswith("%"):
        return False
    label = said(figures[0])
    if "率" not in label:
        return not set(rates[0]) & set(label)
    rate, bounds = f"{rates[0]}率", answered.classes.words["within"]
    return rate not in label or any(
        f"{word}{rate}" in label and word not in answered.text for word in bounds
    )


def is_of_all_years(answered: Answered) -> bool:
    """和2008年相比多公开了多少条 is not told by 累计公开2548条 held against what one year had."""
    computed = answered.finding.computation
    if computed is None or answered.bounds.has(CUMULATIVE) or len(answered.figures) < 2:
        return False
    told = [SO_FAR.search(said(figure)) is not None for figure in answered.figures]
    return any(told) and not all(told) and bool(YEARS.search(answered.text))


def is_of_some(answered: Answered) -> bool:
    """全县有多少个单位 is not told by 点名批评单位8个, nor 申请人有多少人 by 只向1名申请人收取复印费."""
    figure = answered.only
    if figure is None:
        return False
    return is_done_to_some(answered.bounds, answered.classes.stated(answered.clause(figure)))


def is_of_part_of_year(answered: Answered) -> bool:
    """平均每天多少条 is not told of what began in August by a whole year."""
    computed = answered.finding.computation
    if computed is None or not OVER_YEAR.search(computed.expression):
        return False
    begun = compiled(IN_MONTH + either(answered.classes.words["begun"]))
    return any(begun.search(answered.source(*f.sentence)) for f in answered.figures)


def is_aside(answered: Answered) -> bool:
    """政府网站工作人员有多少人 is not told by a number that 不包括 them, nor 申请人撤回的几件 by one 含 them."""
    figure = answered.only
    aside = "".join(ASIDE.findall(said(figure))) if figure else ""
    if figure is None or not aside:
        return False
    rest = ASIDE.sub("", answered.own(figure))
    return any(
        run[at : at + 2] in aside and run[at : at + 2] not in rest
        for run in RUN.findall(answered.text)
        for at in range(len(run) - 1)
    )


def is_of_ends(answered: Answered) -> bool:
    """最多的比最少的多多少: where no row is named, any two figures of a table are not its ends."""
    figures, bounds = answered.figures, answered.bounds
    if len(figures) < 2 or not bounds.has("most", "least") or bounds.has("row"):
        return False
    return len({f.what for f in figures}) > 1 and not all(f.where for f in figures)


def is_of_other_year(answered: Answered) -> bool:
    """2012年1月答复几件 is not told by 另有4件延至2013年1月答复."""
    asked = answered.bounds.moments
    stated = frozenset(m for f in answered.figures for m in moments(answered.clause(f)))
    years, months = {year for year, _ in asked}, {month for _, month in asked}
    same_month = any(month in months for _, month in stated)
    return same_month and not any(year in years for year, _ in stated)
