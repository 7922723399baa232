"""Whether a figure is proved to be a part of one told before it in its sentence, though nothing marks it as a part."""

from __future__ import annotations

from assistant.compiler.sums import PERCENT, amount, base, has_sum, is_share
from assistant.language.process import Process
from assistant.model import Figure, Report

# 保留两位小数 asks for more than the report states.
DECIMALS = "小数"


def is_part(part: Figure, whole: Figure, report: Report, process: Process) -> bool:
    """被提起诉讼3件，驳回2件，尚在审理1件; 受理4127件，办结4003件，办结率97%: by the sum, by the share that is stated,
    or by what is said: 收到意见86条，采纳31条.
    """
    if whole.table or part.table:
        return _is_row_of_process(part, whole, process)
    if not _leads(whole, part):
        return False
    told = [f for f in report.figures if f.sentence == whole.sentence and _leads(whole, f)]
    if part not in told:
        return False
    sums = len(told) > 1 and has_sum((amount(f) for f in told), amount(whole))
    became = _is_next(part, whole, told) and process.leads(whole.what, part.what)
    return sums or became or _is_stated_share(part, whole, report)


def proved_wholes(part: Figure, report: Report, process: Process) -> list[Figure]:
    """The figures of which one is proved to be a part."""
    beside = (
        f
        for f in report.figures
        if (f.table == part.table if part.table else f.sentence == part.sentence)
    )
    return [f for f in beside if is_part(part, f, report, process)]


def _is_row_of_process(part: Figure, whole: Figure, process: Process) -> bool:
    """收到申请数73, 申请办结数70: two lines of one column, the second of what became of the first."""
    alike = part.table == whole.table and part.column == whole.column and part.unit == whole.unit
    told = whole.number[0] < part.number[0] and part.value is not None and whole.value is not None
    if not (alike and told) or amount(part) > amount(whole):
        return False
    came = any(word in whole.what for word in process.intake)
    return came and any(word in part.what for word in process.outcome) and part.part_of is None


def _is_next(part: Figure, whole: Figure, told: list[Figure]) -> bool:
    """Does no other figure in its measure word stand between them?"""
    return all(whole.number[0] < f.number[0] >= part.number[0] for f in told)


def _leads(whole: Figure, part: Figure) -> bool:
    return (
        whole.number[0] < part.number[0]
        and not whole.table
        and base(part) == base(whole) != PERCENT
        and part.value is not None
        and whole.value is not None
        and amount(part) <= amount(whole)
    )


def _is_stated_share(part: Figure, whole: Figure, report: Report) -> bool:
    return stated_share(part, whole, report) is not None


def told_share(part: Figure, whole: Figure, report: Report, text: str) -> Figure | None:
    """The stated share that answers a question: no computed one stands for it, unless decimals are asked for."""
    return None if DECIMALS in text else stated_share(part, whole, report)


def stated_share(part: Figure, whole: Figure, report: Report) -> Figure | None:
    """The percentage told next, where it is that of the one over the other: 新增15,862条，占累计数的38.3%."""
    behind = [f for f in report.figures if f.number[0] > part.number[0]]
    following = min(behind, key=lambda f: f.number[0], default=None)
    if following is None or following.sentence != part.sentence:
        return None
    return following if is_share(following, part, whole) else None
