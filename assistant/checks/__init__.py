"""Sums, the identities of the standard tables, prose against table, and the years against each other."""

from __future__ import annotations

from assistant.checks.identities import check_identities
from assistant.checks.loading import load_rules
from assistant.checks.parts import check_parts
from assistant.checks.percentages import check_percentages
from assistant.checks.result import FAIL, OPEN, PASS, Result
from assistant.checks.rules import Rules
from assistant.checks.stated import check_stated
from assistant.checks.warning import warned
from assistant.checks.years import check_years, year_before
from assistant.model import Figure, Report

__all__ = [
    "FAIL",
    "OPEN",
    "PASS",
    "Result",
    "Rules",
    "check",
    "concerns",
    "load_rules",
    "warned",
    "year_before",
]


def check(report: Report, previous: Report | None, rules: Rules) -> tuple[Result, ...]:
    """Every rule held against a report; `previous` is the same organ's report for the year before."""
    return (
        *check_parts(report, rules),
        *check_percentages(report, previous, rules),
        *check_identities(report, rules),
        *check_stated(report, rules),
        *check_years(report, previous, rules),
    )


def concerns(
    figure: Figure, report: Report, rules: Rules, previous: Report | None = None
) -> tuple[Result, ...]:
    """The failed results that touch this figure: what an answer about it has to say as well."""
    found = check(report, previous, rules)
    return tuple(r for r in found if r.verdict == FAIL and r.touches(figure, report))
