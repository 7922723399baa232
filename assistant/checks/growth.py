"""Growth in running text: 比上年增加49条，增长11.1%."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.amounts import in_prose, term, unit_of
from assistant.checks.held import HUNDRED, clear, held, ratio
from assistant.checks.reading import rest
from assistant.checks.result import OPEN, Result, Term
from assistant.checks.rules import Growth, Rules
from assistant.checks.sentence import Sentence, percent_of
from assistant.language.numerals import plain
from assistant.model import Figure, Report


def growth(sentence: Sentence, previous: Report | None, rules: Rules) -> Result | None:
    """Growth or decline, where what grew is stated."""
    rule, now = rules.growth, sentence.nearest()
    sign = _sign(sentence.lead(), rule)
    if (
        not sign
        or now is None
        or sentence.speaks_of(sentence.lead(), _growth_words(sentence, rule))
    ):
        return None
    gain = _by_how_much(sentence, rule)
    if gain:
        old, more = gain
        return ratio(rules, rule, sentence, more, old)
    delta = _gained(sentence, rule)
    if delta:
        new, more = delta
        return _gain(rules, sentence, new, more, sign)
    pair = _from_to(sentence, rule) or _stated_before(sentence, rule)
    if pair:
        return _change(rules, sentence, *pair, sign)
    if not _compares_with_last_year(sentence, rule):
        return None
    counts = reversed(sentence.counts) if previous else ()
    pairs = [(_same(count, sentence, previous, rule), count) for count in counts if previous]
    found = [_change(rules, sentence, base, count, sign) for base, count in pairs if base]
    if found:
        return clear([result for result in found if result], rules)
    reason = "no_base" if previous else "no_previous"
    stated = f"{plain(sentence.percent.value or Decimal(0))}%"
    terms = (now, percent_of(sentence))
    report, subject = sentence.report, sentence.percent.quote
    return rules.result(
        rule, report, subject, ("", stated), terms, terms[-1:], (None, ""), OPEN, reason
    )


def _gain(rules: Rules, sentence: Sentence, new: Term, more: Term, sign: int) -> Result | None:
    """492条，比上年增加49条，增幅11.1%: the year before is what is left without the gain."""
    base = new.amount - sign * more.amount
    if base <= 0:
        return None
    text = f"{plain(more.amount)} ÷ ({plain(new.amount)} {'−' if sign > 0 else '+'} {plain(more.amount)})"
    return held(rules, rules.growth, sentence, more.amount * HUNDRED / base, text, (new, more))


def _change(rules: Rules, sentence: Sentence, old: Term, new: Term, sign: int) -> Result | None:
    if not old.amount:
        return None
    change, by = new.amount - old.amount, plain(old.amount)
    text = f"({plain(new.amount)} − {by}) ÷ {by}"
    if sign < 0:
        text = f"({by} − {plain(new.amount)}) ÷ {by}"
    return held(
        rules, rules.growth, sentence, change * sign * HUNDRED / old.amount, text, (old, new)
    )


def _growth_words(sentence: Sentence, rule: Growth) -> Iterator[str]:
    yield from (*rule.up, *rule.down, *rule.previous, *rule.compare, *rule.filling)
    yield f"{sentence.report.year - 1}年"


def _sign(lead: str, rule: Growth) -> int:
    up = max((lead.rfind(word) for word in rule.up), default=-1)
    down = max((lead.rfind(word) for word in rule.down), default=-1)
    return 0 if up == down else 1 if up > down else -1


def _from_to(sentence: Sentence, rule: Growth) -> tuple[Term, Term] | None:
    """由5863项精简为3975项."""
    if len(sentence.counts) < 2:
        return None
    old, new = sentence.counts[-2:]
    source = sentence.report.source
    before, between = sentence.lead(old.figure), source[old.figure.number[1] : new.figure.number[0]]
    begins = any(before.endswith(word) for word in rule.begin)
    ends = any(between.endswith(word) for word in rule.to)
    alike = unit_of(old.figure) == unit_of(new.figure)
    return (old, new) if begins and ends and alike else None


def _by_how_much(sentence: Sentence, rule: Growth) -> tuple[Term, Term] | None:
    """比2017年的443条增加49条."""
    if len(sentence.counts) < 2:
        return None
    old, more = sentence.counts[-2:]
    between = sentence.report.source[old.figure.number[1] : more.figure.number[0]]
    alike = unit_of(old.figure) == unit_of(more.figure)
    compares = _compared_year(sentence.lead(old.figure), sentence.report.year, rule)
    return (old, more) if compares and alike and _sign(between, rule) else None


def _compared_year(lead: str, year: int, rule: Growth) -> bool:
    """Does the text end in 比2017年的, 较上年 …, so that the number behind it is that year's?"""
    at = max(lead.rfind(word) for word in rule.compare)
    if at < 0:
        return False
    known = (f"{year - 1}年", *rule.previous, *rule.filling)
    return rest(lead[at + 1 :], known) in ("", "的")


def _gained(sentence: Sentence, rule: Growth) -> tuple[Term, Term] | None:
    """492条，比上年增加49条."""
    if len(sentence.counts) < 2:
        return None
    new, more = sentence.counts[-2:]
    lead = sentence.lead(more.figure)
    compares = any(word in lead for word in (*rule.compare, *rule.previous))
    alike = unit_of(new.figure) == unit_of(more.figure)
    moved = _sign(lead, rule) and not _sign(sentence.lead(new.figure), rule)
    return (new, more) if compares and alike and moved else None


def _stated_before(sentence: Sentence, rule: Growth) -> tuple[Term, Term] | None:
    """上年同期30件，今年45件: the year before stated in the same sentence, just before or behind."""
    if len(sentence.counts) < 2:
        return None
    old, new = sentence.counts[-2:]
    if any(word in sentence.lead(new.figure) for word in rule.previous):
        old, new = new, old
    leads = sentence.lead(old.figure), sentence.lead(new.figure)
    alike = unit_of(old.figure) == unit_of(new.figure)
    stated = any(word in leads[0] for word in rule.previous)
    moved = any(_sign(lead, rule) or any(w in lead for w in rule.compare) for lead in leads)
    return (old, new) if alike and stated and not moved else None


def _compares_with_last_year(sentence: Sentence, rule: Growth) -> bool:
    text = sentence.lead()
    return any(word in text for word in rule.previous) or any(
        f"{word}{sentence.report.year - 1}年" in text for word in rule.compare
    )


def _same(now: Term, sentence: Sentence, previous: Report, rule: Growth) -> Term | None:
    """The one figure of last year's report that says the same of itself."""
    year = sentence.report.year
    mine = _stripped(now.figure, year, rule)
    found = [
        t
        for f in previous.figures
        if in_prose(f)
        and unit_of(f) == unit_of(now.figure)
        and f.kind == now.figure.kind
        and _stripped(f, year - 1, rule) == mine
        for t in [term(f, previous)]
        if t
    ]
    return found[0] if len(found) == 1 and mine else None


def _stripped(figure: Figure, year: int, rule: Growth) -> str:
    """A figure's clause up to its number, without the year and what only leads to the number."""
    text = figure.quote.partition(figure.printed or figure.text)[0]
    return rest(text, (f"{year}年", *rule.leading))
