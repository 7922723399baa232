"""Claims about a figure: as the report states it, with another number, or denied."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from random import Random

from assistant.adversaries.cells import CELL
from assistant.adversaries.clauses import COUNTS, Clause
from assistant.adversaries.drafts import Draft, filled
from assistant.adversaries.material import Material
from assistant.adversaries.noises import spelled
from assistant.language.numerals import find, plain
from assistant.model import Figure, Report

TRUE, CHANGED, NEGATED = "true", "changed", "negated"
YES, NO = "yes", "no"
LAST_NUMBER = re.compile(r"\d+(?=\D*$)")
FULL = Decimal(100)
HAPPEN = "发生"
# 18万宗 is claimed to be 18宗 as often as it is claimed to be another number.
SCALES = ("万", "亿")
HALF = 0.5


@dataclass(frozen=True)
class Claims:
    """Makes the claims about one report's figures."""

    report: Report
    material: Material

    def of(self, clause: Clause, rng: Random) -> Iterator[Draft]:
        """Every claim that a clause can be made into, with the verdict that it must get."""
        kind = clause.figure.kind
        if kind == "zero":
            yield from self._zero(clause)
            return
        frames = dict(self._frames(clause))
        for draft in filled(clause, frames):
            yield replace(draft, claim=TRUE, polarity=YES)
            other = self._changed(clause, rng)
            if other:
                false = draft.put(figure=other)
                yield replace(false, claim=CHANGED, polarity=NO)
        if clause.shape in ("clause", CELL) and not clause.slots["after"]:
            for draft in filled(clause, dict(self.material.negations["tail"])):
                yield replace(draft, claim=NEGATED, polarity=NO)
                other = self._changed(clause, rng)
                if other:
                    yield replace(draft.put(figure=other), claim=NEGATED, polarity=YES)

    @cached_property
    def _numbers(self) -> Mapping[tuple[str, str], Set[Decimal | None]]:
        """Of the figures in one measure word and one kind of table."""
        found: dict[tuple[str, str], set[Decimal | None]] = defaultdict(set)
        for figure in self.report.figures:
            found[figure.unit, figure.table].add(figure.value)
        return found

    def _frames(self, clause: Clause) -> Iterator[tuple[str, str]]:
        kind = clause.figure.kind
        if kind == "document":
            yield from self.material.claims["document"].items()
        elif clause.shape == CELL:
            yield from self.material.claims["tail"].items()
        elif clause.shape in ("clause", "frequency"):
            yield from self.material.claims["any"].items()
            if kind in COUNTS and not clause.slots["after"]:
                yield from self.material.claims["tail"].items()

    def _zero(self, clause: Clause) -> Iterator[Draft]:
        """Did it happen? Where the report does not say 发生, the question does not either."""
        happens = HAPPEN in clause.figure.quote
        for group, claim, polarity in (("denied", CHANGED, NO), ("affirmed", TRUE, YES)):
            frames = self.material.zero_claims[group].items()
            fitting = {k: v for k, v in frames if happens or HAPPEN not in v}
            for draft in filled(clause, fitting):
                yield replace(draft, claim=claim, polarity=polarity)

    def _changed(self, clause: Clause, rng: Random) -> str | None:
        """The figure with another number: that of another figure, or one of its own made wrong."""
        figure = clause.figure
        if figure.kind == "frequency":
            return str(rng.choice([f for f in self._frequencies() if f not in figure.text]))
        if figure.kind == "document":
            return LAST_NUMBER.sub(lambda m: str(int(m[0]) + rng.randint(1, 9)), figure.text)
        own = figure.value
        if own is None:
            return None
        if own and figure.unit[0:1] in SCALES and figure.bound == "exact" and rng.random() < HALF:
            return figure.text.replace(figure.unit[0], "", 1)
        others = self._numbers[figure.unit, figure.table]
        numbers = {own + 1, own * 2, own + 10, Decimal(str(own)[::-1]) if own == int(own) else own}
        options = sorted(
            n
            for n in {*others, *numbers}
            if n is not None and n != own and n > 0 and (figure.unit != "%" or n < FULL)
        )
        options = [n for n in options if _gainsays(n, own, figure.bound)]
        if not figure.text[0].isdigit():
            options = [n for n in options if n == int(n)]
        if not options:
            return None
        return self._with(rng.choice(options), figure)

    def _with(self, number: Decimal, figure: Figure) -> str | None:
        """The figure as it is written, in digits or in words, with this number."""
        found = next((n for n in find(figure.text) if n.value == figure.value), None)
        if found is None:
            return None
        digits = found.text[0].isdigit()
        if found.percent and not digits:
            return None
        sign = "%" if found.text.endswith(("%", "％")) else found.scale
        other = plain(number) + sign if digits else spelled(number)
        return f"{figure.text[: found.start]}{other}{figure.text[found.end :]}"

    def _frequencies(self) -> list[str]:
        return list(self.material.twins["frequencies"])


def _gainsays(number: Decimal, own: Decimal, bound: str) -> bool:
    """Would the figure be wrong with this number? 98%以上 holds of 90%以上 as well."""
    if bound == "at_least":
        return number > own
    if bound == "at_most":
        return number < own
    # 500多 is claimed to be 800多, never 3多 or 501多.
    far = number >= own * 2 or number < own
    return bound == "exact" or (far and _is_round(number) == _is_round(own))


def _is_round(number: Decimal) -> bool:
    return number % 10 == 0
