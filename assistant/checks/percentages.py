"""Running text: percentages against the counts that they follow from."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checks.amounts import in_prose
from assistant.checks.growth import growth
from assistant.checks.result import Result
from assistant.checks.rules import Rules
from assistant.checks.sentence import Sentence
from assistant.checks.shares import rate, share
from assistant.model import Report

PERCENT = "percent"


def check_percentages(report: Report, previous: Report | None, rules: Rules) -> Iterator[Result]:
    """A result for each percentage that says what it was computed from, in reading order."""
    for figure in report.figures:
        if figure.kind != PERCENT or figure.value is None or not in_prose(figure):
            continue
        sentence = Sentence(figure, report)
        found = share(sentence, rules) or rate(sentence, rules) or growth(sentence, previous, rules)
        if found:
            yield found
