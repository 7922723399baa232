"""Foremost: which of several reports has the most of what each of them computes for itself.

哪一年部分公开占办理总数的比例高 asks each report for its share, and then which is the larger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.cards import label_of, put_to
from assistant.inquiry import ask
from assistant.late import late
from assistant.library import Library
from assistant.model import Answer, Card, Figure, Question
from assistant.operators.alike import Held, alike
from assistant.steps.joined import join_reports
from assistant.steps.route import Route, named_mentions
from assistant.trace import Trace
from assistant.worded import ground_of

# Which one has more: 哪一年更多, 谁最少; what ends a clause may stand apart from its 哪年 (哪一年…比例高).
WHICH = late("哪一?个?(?:年份|年度|年)|哪一?[个家]|谁")
DEGREE = late(
    "(?:会|要|是)?(?:更|最|较|比较)?(?P<most>多|高|大)?(?P<least>少|低|小)?(?:一?些|一?点)?(?=[?？!。,，]|$)"
)
# What only ties the names of the reports, and what opens or closes around them.
TIES = late("还是|(?:(?<=[,，])|^)(?:和|与|跟|及|、|两年|两家|把|将|在|里|中|之间|相比|比起来)+")
ENDS = ",，、 ?？!。和与跟及把将"
ASKED = "是多少"
# How the larger and the smaller are called, of numbers and of shares.
MORE = (("多", "高"), ("少", "低"))


def foremost(question: Question, path: Route, library: Library) -> Trace | None:
    """What each report answers, and which has the most; None where it is not asked or one does not answer."""
    text = question.text
    if len(path.cards) < 2 or len(WHICH.findall(text)) != 1:
        return None
    rest, most = _measure(question, library)
    if not rest:
        return None
    found = []
    for card in path.cards:
        trace = ask(put_to(card, rest + ASKED), None, library.at(card.id))
        if trace.answer.status != "answered" or len(trace.answer.values) != 1:
            return None
        found.append((card, trace))
    names = _foremost([(card, trace.answer) for card, trace in found], most)
    rounded = any("≈" in c.expression for _, t in found if (c := t.finding.computation))
    if (
        not names
        or (len(names) > 1 and rounded)
        or not all(_same(found[0], other, library) for other in found[1:])
    ):
        return None
    wording = library.common.wording
    answers = [(label_of(card), trace.answer) for card, trace in found]
    answer = join_reports(question, answers, wording)
    share = answer.values[0].unit == "%"
    said = str(wording["across_foremost" if len(names) < len(found) else "across_alike"])
    lead = said.format(
        names="、".join(names),
        degree="更" if len(found) == len(MORE) else "最",
        superlative=MORE[not most][share],
    )
    answer = replace(answer, text=f"{answer.text}\n{lead}")
    return replace(found[0][1], question=question, rule="多份报告", answer=answer)


def _same(one: tuple[Card, Trace], other: tuple[Card, Trace], library: Library) -> bool:
    """Do two reports compute it, of the same measures?"""
    sides = []
    for card, trace in (one, other):
        known = library.at(card.id)
        ground = ground_of(known.indexes[0], known)
        facts = [f for f in trace.finding.facts if isinstance(f, Figure)]
        sides.append([Held(fact, ground) for fact in facts])
    computed = one[1].finding.computation and other[1].finding.computation
    first, second = sides
    even = len(first) == len(second) > 0
    return bool(computed) and even and all(alike(a, b) for a, b in zip(first, second, strict=True))


def _measure(question: Question, library: Library) -> tuple[str, bool]:
    """What is asked of each report, without the reports' names and what asks which; and whether for the most."""
    text = question.text
    gone = [(m.start, m.end) for m in named_mentions(question, library)
            if m.kinds() & {"year", "card_place"}]  # fmt: skip
    which = WHICH.search(text)
    assert which is not None
    gone.append(which.span())
    degree = next((m for m in DEGREE.finditer(text, which.end()) if m["most"] or m["least"]), None)
    if degree is None:
        return "", True
    gone.append(degree.span())
    kept = "".join(
        " " if any(start <= at < end for start, end in gone) else char
        for at, char in enumerate(text)
    )
    pieces = [TIES.sub("", piece.strip(ENDS)).strip(ENDS) for piece in re.split("[,，]", kept)]
    said = [piece for piece in pieces if len(piece) > 1]
    return "".join(said[0].split()) if len(said) == 1 else "", degree["most"] is not None


def _foremost(found: Sequence[tuple[Card, Answer]], most: bool) -> list[str]:
    """The reports whose value is the largest (or the smallest); none where they cannot be compared."""
    values = [answer.values[0] for _, answer in found]
    if len({v.unit for v in values}) != 1 or any(v.bound != "exact" for v in values):
        return []
    numbers = [Decimal(v.value) for v in values]
    best = max(numbers) if most else min(numbers)
    return list(_names(found, numbers, best))


def _names(
    found: Sequence[tuple[Card, Answer]], numbers: Sequence[Decimal], best: Decimal
) -> Iterator[str]:
    for (card, _), number in zip(found, numbers, strict=True):
        if number == best:
            yield label_of(card)
