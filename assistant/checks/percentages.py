"""Running text: percentages against the counts that they follow from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.checks.amounts import in_prose, is_exact, term, unit_of
from assistant.checks.reading import rest, without_brackets
from assistant.checks.result import FAIL, OPEN, PASS, Result, Term, total
from assistant.checks.rules import Growth, Rule, Rules
from assistant.language.numerals import plain
from assistant.model import Figure, Report

HUNDRED = Decimal(100)
# Decimals that an expression shows beyond those of the stated percentage.
SHOWN = 2
PERCENT = "percent"


def check_percentages(report: Report, previous: Report | None, rules: Rules) -> Iterator[Result]:
    """A result for each percentage that says what it was computed from, in reading order."""
    for figure in report.figures:
        if figure.kind != PERCENT or figure.value is None or not in_prose(figure):
            continue
        sentence = _Sentence(figure, report)
        found = (
            _share(sentence, rules) or _rate(sentence, rules) or _growth(sentence, previous, rules)
        )
        if found:
            yield found


class _Sentence:
    """A percentage with what stands before it in its sentence."""

    def __init__(self, percent: Figure, report: Report) -> None:
        self.percent = percent
        self.report = report
        self.start = percent.sentence[0]
        self.before = [f for f in report.figures if self._leads(f)]
        self.counts = [t for t in (term(f, report) for f in self.before) if t]

    def _leads(self, figure: Figure) -> bool:
        inside = self.start <= figure.number[0] and figure.number[1] <= self.percent.number[0]
        return inside and in_prose(figure) and not self._aside(figure)

    def _aside(self, figure: Figure) -> bool:
        """Does it stand in brackets that are closed before the percentage?"""
        between = self.report.source[figure.number[1] : self.percent.number[0]]
        depth = 0
        for char in between:
            depth += (char in "(（") - (char in ")）")
            if depth < 0:
                return True
        return False

    def lead(self, figure: Figure | None = None) -> str:
        """The text between the number before and this one; for the percentage by default."""
        this = figure or self.percent
        ends = [f.number[1] for f in self.before if f.number[1] <= this.number[0]]
        return without_brackets(self.report.source[max([self.start, *ends]) : this.number[0]])

    def speaks_of(self, text: str, known: Iterable[str]) -> bool:
        """Does the text before the percentage say more than these words and the count's own clause?"""
        more, now = rest(text, known), self.nearest()
        return bool(more) and not (now and more in now.figure.quote + now.figure.what)

    def says(self, words: Iterable[str]) -> bool:
        """Does the percentage's clause hold one of these words?"""
        clause = self.report.source[slice(*self.percent.clause)]
        return any(word in clause for word in words)

    def nearest(self) -> Term | None:
        """The count just before the percentage."""
        return self.counts[-1] if self.counts else None

    def own(self, figure: Figure) -> str:
        """A figure's clause, shared by several figures as it may be: its own stretch of it."""
        return self.lead(figure) + self.report.source[figure.number[0] : figure.end]


# --------------------------------------------------------------------------- 占, 率


def _share(sentence: _Sentence, rules: Rules) -> Result | None:
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
    return _ratio(rules, rules.share, sentence, part, base)


def _names(text: str, whole: Figure, report: Report, general: Iterable[str]) -> bool:
    """Does 占… name this whole: in no words of its own, or in some that the whole's clause has?"""
    more = rest(text, general)
    clause = report.source[slice(*whole.clause)] + whole.what
    pairs = [more[at : at + 2] for at in range(len(more) - 1)]
    return not pairs or any(pair in clause for pair in pairs)


def _rate(sentence: _Sentence, rules: Rules) -> Result | None:
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
    found = [_ratio(rules, rules.rate, sentence, part, *way) for way in ways]
    return _clear([result for result in found if result], rules)


def _clear(found: Sequence[Result], rules: Rules) -> Result | None:
    """The first that agrees; a failure only where nothing else could have been meant."""
    agreeing = [result for result in found if result.verdict == PASS]
    if agreeing or not found:
        return agreeing[0] if agreeing else None
    if len(found) == 1:
        return found[0]
    return replace(found[0], verdict=OPEN, reason=rules.reasons["unclear"])


def _says(sentence: _Sentence, counted: Term, words: Sequence[str]) -> bool:
    return any(word in sentence.own(counted.figure) for word in words)


def _ratio(
    rules: Rules, rule: Rule, sentence: _Sentence, part: Term, *wholes: Term
) -> Result | None:
    """The part over the whole, or over several that make the whole (受理 and 上年结转)."""
    whole = total(wholes)
    if not whole:
        return None
    below = " + ".join(plain(term.amount) for term in wholes)
    below = f"({below})" if len(wholes) > 1 else below
    text = f"{plain(part.amount)} ÷ {below}"
    return _held(rules, rule, sentence, part.amount * HUNDRED / whole, text, (part, *wholes))


# --------------------------------------------------------------------------- 增长, 下降


def _growth(sentence: _Sentence, previous: Report | None, rules: Rules) -> Result | None:
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
        return _ratio(rules, rule, sentence, more, old)
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
        return _clear([result for result in found if result], rules)
    reason = "no_base" if previous else "no_previous"
    stated = f"{plain(sentence.percent.value or Decimal(0))}%"
    terms = (now, _percent(sentence))
    report, subject = sentence.report, sentence.percent.quote
    return rules.result(
        rule, report, subject, ("", stated), terms, terms[-1:], (None, ""), OPEN, reason
    )


def _gain(rules: Rules, sentence: _Sentence, new: Term, more: Term, sign: int) -> Result | None:
    """492条，比上年增加49条，增幅11.1%: the year before is what is left without the gain."""
    base = new.amount - sign * more.amount
    if base <= 0:
        return None
    text = f"{plain(more.amount)} ÷ ({plain(new.amount)} {'−' if sign > 0 else '+'} {plain(more.amount)})"
    return _held(rules, rules.growth, sentence, more.amount * HUNDRED / base, text, (new, more))


def _change(rules: Rules, sentence: _Sentence, old: Term, new: Term, sign: int) -> Result | None:
    if not old.amount:
        return None
    change, by = new.amount - old.amount, plain(old.amount)
    text = f"({plain(new.amount)} − {by}) ÷ {by}"
    if sign < 0:
        text = f"({by} − {plain(new.amount)}) ÷ {by}"
    return _held(
        rules, rules.growth, sentence, change * sign * HUNDRED / old.amount, text, (old, new)
    )


def _growth_words(sentence: _Sentence, rule: Growth) -> Iterator[str]:
    yield from (*rule.up, *rule.down, *rule.previous, *rule.compare, *rule.filling)
    yield f"{sentence.report.year - 1}年"


def _sign(lead: str, rule: Growth) -> int:
    up = max((lead.rfind(word) for word in rule.up), default=-1)
    down = max((lead.rfind(word) for word in rule.down), default=-1)
    return 0 if up == down else 1 if up > down else -1


def _from_to(sentence: _Sentence, rule: Growth) -> tuple[Term, Term] | None:
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


def _by_how_much(sentence: _Sentence, rule: Growth) -> tuple[Term, Term] | None:
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


def _gained(sentence: _Sentence, rule: Growth) -> tuple[Term, Term] | None:
    """492条，比上年增加49条."""
    if len(sentence.counts) < 2:
        return None
    new, more = sentence.counts[-2:]
    lead = sentence.lead(more.figure)
    compares = any(word in lead for word in (*rule.compare, *rule.previous))
    alike = unit_of(new.figure) == unit_of(more.figure)
    moved = _sign(lead, rule) and not _sign(sentence.lead(new.figure), rule)
    return (new, more) if compares and alike and moved else None


def _stated_before(sentence: _Sentence, rule: Growth) -> tuple[Term, Term] | None:
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


def _compares_with_last_year(sentence: _Sentence, rule: Growth) -> bool:
    text = sentence.lead()
    return any(word in text for word in rule.previous) or any(
        f"{word}{sentence.report.year - 1}年" in text for word in rule.compare
    )


def _same(now: Term, sentence: _Sentence, previous: Report, rule: Growth) -> Term | None:
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


# --------------------------------------------------------------------------- the verdict


def _held(
    rules: Rules,
    rule: Rule,
    sentence: _Sentence,
    value: Decimal,
    text: str,
    terms: tuple[Term, ...],
) -> Result:
    """The computed percentage against the stated one, to the decimals that were printed.

    Cutting off instead of rounding is no contradiction.
    """
    mine = _percent(sentence)
    step = Decimal(1).scaleb(min(int(mine.amount.as_tuple().exponent), 0))
    agrees = abs(value - mine.amount) < step
    exact = is_exact(mine, *terms)
    verdict = PASS if agrees else FAIL if exact else OPEN
    shown = value.quantize(step.scaleb(-SHOWN))
    return rules.result(
        rule,
        sentence.report,
        sentence.percent.quote,
        (f"{text} {'=' if shown == value else '≈'} {plain(shown)}%", f"{plain(mine.amount)}%"),
        (*terms, mine),
        (mine,),
        (shown - mine.amount, "个百分点"),
        verdict,
        "approximate",
    )


def _percent(sentence: _Sentence) -> Term:
    return Term(sentence.report, sentence.percent, sentence.percent.value or Decimal(0))
