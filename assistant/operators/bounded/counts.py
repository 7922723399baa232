"""Counts: is a figure of what is counted: 专职 by themselves, 收到 and not 发送, money and no number of items?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.late import late
from assistant.model import Figure
from assistant.operators.bounded.answered import Answered, said

# What a label says that it counts too, or does not: 含申请人主动撤回申请, 不包括政府网站工作人员数.
ASIDE = late(r"[(](?:不?包括|不?含|未含|另含)([^()]*)[)]")
RUN = late("[一-龥]{3,}")
RATE = late("([一-龥]{2})率")
SHARE = "share"
MOMENT = late(r"(20\d\d)年(\d{1,2})月")
# A question of those of whom a limit holds.
LIMITED = late("不到|没到|不够|小于|大于|多于|低于|以下|以内|未满|不满")
# What is spread over a year, and what began within it.
OVER_YEAR = late(r"÷ (?:365|366|52|12|4)(?!\d)")
BEGUN = late("月(?:底|初|末|[0-9]{1,2}日)?(?:正式)?(?:上线|开通|启用|运行|开播|成立|开始|起)")
# Ends of a row, and what a row may be of.
MOST, LEAST = late("最[多高大]"), late("最[少低小]")
ROW = late("[县区市镇乡村局办委各哪]|街道|单位|部门|渠道|方式|类|地方|机构|月|项|种|平台|家|个")


def is_otherwise_counted(answered: Answered) -> bool:
    """Is the figure in another unit, or of another thing, than the words of the question bound it to?"""
    figure = answered.only
    if not answered.figures or len(answered.figures) != len(answered.finding.facts):
        return False
    if (figure and _is_unlike(figure, answered)) or _is_other_rate(answered.figures, answered):
        return True
    texts = [answered.own(fact) for fact in answered.figures]
    computed = answered.finding.computation
    shared = computed is not None and computed.operator == SHARE
    for row in answered.bounds.figures:
        if not row.is_asked(answered.text) or (row.whole and not shared):
            continue
        if not any(row.is_kept(text) for text in (texts[-1:] if row.whole else texts)):
            return True
    return False


def _is_unlike(figure: Figure, answered: Answered) -> bool:
    """三公经费是多少 is not told by 88个部门, nor 每期多少条 by 印600份, nor what was published by 每期印600份."""
    bounds, text = answered.bounds, answered.text
    if bounds.money.search(text) and figure.kind == "count":
        return not any(unit in figure.unit for unit in bounds.money_units)
    if any(row.is_asked(text) and not row.is_kept(figure.unit) for row in bounds.units):
        return True
    stated_each = figure.kind == "count" and said(figure).startswith(bounds.per)
    return stated_each and not bounds.each.search(text)


def _is_other_rate(figures: Sequence[Figure], answered: Answered) -> bool:
    """办理率 is not told by 满意率, nor 办结率 by 按时办结率, nor 覆盖率 by any other share."""
    rate = RATE.search(answered.text)
    if rate is None or len(figures) > 1 or not figures[0].unit.endswith("%"):
        return False
    label = said(figures[0])
    if "率" not in label:
        return not set(rate[1]) & set(label)
    bounds = answered.bounds.within
    return rate.group() not in label or any(
        f"{word}{rate.group()}" in label and word not in answered.text for word in bounds
    )


def is_of_some(answered: Answered) -> bool:
    """全县有多少个单位 is not told by 点名批评单位8个, nor 申请人有多少人 by 只向1名申请人收取复印费."""
    figure = answered.only
    limited = LIMITED.search(answered.text)
    if figure is None or limited or not answered.bounds.all_of.search(answered.text):
        return False
    clause = answered.clause(figure)
    return any(
        word in clause and not set(word) & set(answered.text) for word in answered.bounds.partial
    )


def is_of_part_of_year(answered: Answered) -> bool:
    """平均每天多少条 is not told of what began in August by a whole year."""
    computed = answered.finding.computation
    if computed is None or not OVER_YEAR.search(computed.expression):
        return False
    return any(BEGUN.search(answered.source(*f.sentence)) for f in answered.figures)


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
    text, figures = answered.text, answered.figures
    if len(figures) < 2 or not (MOST.search(text) and LEAST.search(text)) or ROW.search(text):
        return False
    return len({f.what for f in figures}) > 1 and not all(f.where for f in figures)


def is_of_other_year(answered: Answered) -> bool:
    """2012年1月答复几件 is not told by 另有4件延至2013年1月答复."""
    moment = MOMENT.search(answered.text)
    stated = [m for f in answered.figures for m in MOMENT.finditer(answered.clause(f))]
    if moment is None or not stated:
        return False
    return all(m[1] != moment[1] for m in stated) and any(m[2] == moment[2] for m in stated)
