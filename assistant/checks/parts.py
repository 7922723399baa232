"""Running text and tables of no standard: the parts that are listed against their total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from assistant.checks.amounts import in_prose, is_exact, term, unit_of
from assistant.checks.result import FAIL, OPEN, PASS, Result, Term, total
from assistant.checks.rules import Parts, Rules
from assistant.model import Figure, Report

# A table that is none of the standard ones.
OTHER = "other"
# How far before the first part a word may stand that speaks of all parts.
LEAD = 20
# Marks behind which another list may begin.
BREAKS = frozenset("；;。（(）)：:\n看")


def check_parts(report: Report, rules: Rules) -> Iterator[Result]:
    """A result for each list of parts of each total, in reading order."""
    parts: dict[str, list[Figure]] = {}
    for figure in report.figures:
        if figure.part_of and _is_free(figure):
            parts.setdefault(figure.part_of, []).append(figure)
    for whole in report.figures:
        if whole.id in parts and _is_free(whole):
            yield from _of_whole(whole, parts[whole.id], report, rules)


def _is_free(figure: Figure) -> bool:
    """Does it stand outside the standard tables, whose sums have rules of their own?"""
    return figure.table in ("", OTHER)


def _of_whole(
    figure: Figure, parts: Sequence[Figure], report: Report, rules: Rules
) -> Iterator[Result]:
    whole = term(figure, report)
    if whole is None:
        return
    alike = (f for f in parts if unit_of(f) == unit_of(figure))
    terms = [t for t in (term(f, report) for f in alike) if t]
    for run in _runs(terms, whole.amount):
        found = _judge(whole, run, rules.parts)
        if found is None:
            continue
        other = None if found[0] == PASS else _meant(whole, run)
        if other:
            yield rules.compared(rules.parts, report, other.figure.quote, run, (other,), PASS)
        else:
            yield rules.compared(rules.parts, report, figure.quote, run, (whole,), *found)


def _meant(whole: Term, run: tuple[Term, ...]) -> Term | None:
    """Another count before the parts that they do add up to: the total that was meant."""
    first = run[0].figure
    begin = min(whole.figure.sentence[0], first.sentence[0])
    sums = total(run)
    for figure in whole.report.figures:
        before = begin <= figure.number[0] and figure.number[1] <= first.number[0]
        if before and _is_free(figure) and unit_of(figure) == unit_of(whole.figure):
            other = term(figure, whole.report)
            if other and other.amount == sums and is_exact(other, *run):
                return other
    return None


def _judge(whole: Term, run: tuple[Term, ...], rule: Parts) -> tuple[str, str] | None:
    """The verdict and the reason; None where the parts claim nothing."""
    if total(run) == whole.amount:
        return (PASS, "") if is_exact(whole, *run) else None
    if len(run) < 2:
        return None
    if not is_exact(whole, *run):
        return OPEN, "approximate"
    if _means_all(whole, run, rule):
        return FAIL, ""
    # A table has subtotals: only its text says which rows make which.
    return (OPEN, "partial") if in_prose(whole.figure) else None


def _means_all(whole: Term, run: tuple[Term, ...], rule: Parts) -> bool:
    """Do these parts claim to be all that there are?"""
    source = whole.report.source
    first, last = run[0].figure, run[-1].figure
    missed = abs(total(run) - whole.amount)
    if len(run) >= rule.least and missed <= whole.amount * rule.near:
        return True
    text = source[max(whole.figure.number[1], first.start - LEAD) : last.end]
    said = in_prose(first) and any(word in text for word in rule.complete)
    # What misses the total by more than half of it was no list of its parts.
    return missed * 2 <= whole.amount and (said or last.what.startswith(rule.rest))


def _runs(terms: Sequence[Term], whole: Decimal) -> Iterator[tuple[Term, ...]]:
    """The lists in which a total is broken down: several one after the other each add up to it.

    A list ends where the total is reached; what does not add up is taken in lists as the marks
    between the parts set them off, or as one where they leave single parts.
    """
    rest: list[Term] = []
    at = 0
    while at < len(terms):
        end = _adds_up(terms, at, whole) if not rest or _breaks(rest[-1], terms[at]) else None
        if end is None:
            rest.append(terms[at])
            at += 1
            continue
        yield from _lists(rest)
        rest = []
        yield tuple(terms[at:end])
        at = end
    yield from _lists(rest)


def _adds_up(terms: Sequence[Term], start: int, whole: Decimal) -> int | None:
    """Where the parts from here reach the total, with the zeros that follow; None if they do not."""
    added = Decimal(0)
    for at in range(start, len(terms)):
        added += terms[at].amount
        if added == whole:
            end = at + 1
            while end < len(terms) and terms[end].amount == 0:
                end += 1
            return end
    return None


def _lists(terms: Sequence[Term]) -> Iterator[tuple[Term, ...]]:
    """Parts that do not add up, in the lists that the marks between them make."""
    if not terms:
        return
    lists: list[list[Term]] = [[terms[0]]]
    for before, after in pairwise(terms):
        if _breaks(before, after):
            lists.append([])
        lists[-1].append(after)
    single = any(len(each) == 1 for each in lists)
    yield from [tuple(terms)] if single else map(tuple, lists)


def _breaks(before: Term, after: Term) -> bool:
    between = before.report.source[before.figure.end : after.figure.start]
    return bool(set(between) & BREAKS) or before.figure.group != after.figure.group
