"""Shares and rates in running text: 占…的38.3%, 办结率96%."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.checks.amounts import term, unit_of
from assistant.checks.held import clear, ratio
from assistant.checks.reading import rest
from assistant.checks.result import Result, Term
from assistant.checks.rules import Rules
from assistant.checks.sentence import Sentence
from assistant.model import Figure, Report


def share(sentence: Sentence, rules: Rules) -> Result | None:
    """A share of a whole, where both are stated."""
    lead, part = sentence.lead(), sentence.nearest()
    opener = next((word for word in rules.share.words if word in lead), None)
    if opener is None or part is None or sentence.says(rules.share.several):
        return None
    before, _, named = lead.rpartition(opener)
    if sentence.speaks_of(before, rules.growth.filling):
        return None
    whole = next((f for f in sentence.report.figures if f.id == part.figure.part_of), None)
    base = term(whole, sentence.report) if whole else None
    if base is None or unit_of(base.figure) != unit_of(part.figure):
        return None
    if not _names(named, base.figure, sentence.report, rules.share.whole):
        return None
    return ratio(rules, rules.share, sentence, part, base)


def _names(text: str, whole: Figure, report: Report, general: Iterable[str]) -> bool:
    """Does 占… name this whole: in no words of its own, or in some that the whole's clause has?"""
    more = rest(text, general)
    clause = report.source[slice(*whole.clause)] + whole.what
    pairs = [more[at : at + 2] for at in range(len(more) - 1)]
    return not pairs or any(pair in clause for pair in pairs)


def rate(sentence: Sentence, rules: Rules) -> Result | None:
    """A rate by its name, where what is above and below its line is stated."""
    lead = sentence.lead()
    names = [name for name in rules.rate.rates if name in lead]
    if not names:
        return None
    name = max(names, key=len)
    if sentence.speaks_of(lead, (name, *rules.growth.filling)):
        return None
    above, below = rules.rate.rates[name]
    parts = [t for t in sentence.counts if _says(sentence, t, above)]
    if not parts:
        return None
    part = parts[-1]
    wholes = [
        t
        for t in sentence.counts
        if t.figure.number[0] < part.figure.number[0]
        and _says(sentence, t, below)
        and unit_of(t.figure) == unit_of(part.figure)
    ]
    carried = [t for t in sentence.counts if _says(sentence, t, rules.rate.carried)]
    ways: list[tuple[Term, ...]] = [(whole,) for whole in reversed(wholes)]
    ways += [(whole, old) for whole in reversed(wholes) for old in carried if old != whole]
    found = [ratio(rules, rules.rate, sentence, part, *way) for way in ways]
    return clear([result for result in found if result], rules)


def _says(sentence: Sentence, counted: Term, words: Sequence[str]) -> bool:
    return any(word in sentence.own(counted.figure) for word in words)
