"""A percentage that was computed, held against the one that is stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.checks.amounts import is_exact
from assistant.checks.result import FAIL, OPEN, PASS, Result, Term, total
from assistant.checks.rules import Rule, Rules
from assistant.checks.sentence import Sentence, percent_of
from assistant.language.numerals import plain

HUNDRED = Decimal(100)
# Decimals that an expression shows beyond those of the stated percentage.
SHOWN = 2


def held(
    rules: Rules,
    rule: Rule,
    sentence: Sentence,
    value: Decimal,
    text: str,
    terms: tuple[Term, ...],
) -> Result:
    """The computed percentage against the stated one, to the decimals that were printed.

    Cutting off instead of rounding is no contradiction.
    """
    mine = percent_of(sentence)
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


def ratio(rules: Rules, rule: Rule, sentence: Sentence, part: Term, *wholes: Term) -> Result | None:
    """The part over the whole, or over several that make the whole (受理 and 上年结转)."""
    whole = total(wholes)
    if not whole:
        return None
    below = " + ".join(plain(term.amount) for term in wholes)
    below = f"({below})" if len(wholes) > 1 else below
    text = f"{plain(part.amount)} ÷ {below}"
    return held(rules, rule, sentence, part.amount * HUNDRED / whole, text, (part, *wholes))


def clear(found: Sequence[Result], rules: Rules) -> Result | None:
    """The first that agrees; a failure only where nothing else could have been meant."""
    agreeing = [result for result in found if result.verdict == PASS]
    if agreeing or not found:
        return agreeing[0] if agreeing else None
    if len(found) == 1:
        return found[0]
    return replace(found[0], verdict=OPEN, reason=rules.reasons["unclear"])
