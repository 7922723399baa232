"""Questions that can be answered, each with what a right answer is: those that are edited."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from assistant import evaluation
from assistant.adversaries.edits.material import Words
from assistant.adversaries.gold import amount
from assistant.adversaries.matrix import Question
from assistant.adversaries.matrix.gold import Gold
from assistant.adversaries.matrix.judging import Outcome, Verdict, judge
from assistant.adversaries.matrix.material import Frames
from assistant.adversaries.matrix.questions import in_turn
from assistant.adversaries.matrix.trees import breakdowns_of, every
from assistant.adversaries.matrix.values import Amount
from assistant.model import Answer, Figure, Report
from assistant.naming import question_about

ASK = re.compile(r"(?:百分之)?(?:多少|几)(?:[^，？?]{0,6})？$")
COUNTED = ("count", "money", "percent")
Judge = Callable[[str, Answer], Verdict]
SHALLOW = 1


@dataclass(frozen=True, slots=True)
class Base:
    """An answerable question with its judge.

    `nouns` are the words before which another word would restrict what is asked, `unit` the measure word
    that it asks for, `whose` who is said to have done it, `members` the parts that it names.
    """

    text: str
    source: str
    wanted: str
    judge: Judge
    values: tuple[Amount, ...] = ()
    polarity: str | None = None
    nouns: tuple[str, ...] = ()
    unit: str = ""
    whose: str = ""
    members: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    figure: Figure | None = None
    question: Question | None = None


def of_facts(report: Report, words: Words, rng: Random) -> Iterator[Base]:
    """What each exact figure answers: its own question, and the claim of it."""
    for figure in report.figures:
        if figure.kind not in COUNTED or figure.value is None or figure.bound != "exact":
            continue
        text = question_about(figure, report)
        number = amount(str(figure.value), figure.unit or figure.said)
        if number[0] is None:
            continue
        gold = Gold((Amount(number[0], number[1]),))
        base = Base(
            text,
            "fact",
            figure.text,
            _judge(gold),
            gold.values,
            nouns=tuple(filter(None, (figure.what, figure.member, figure.where))),
            unit=number[1],
            whose=figure.who,
            members=tuple(filter(None, (figure.where, figure.member))),
            figure=figure,
        )
        yield base
        claim = claimed(base, figure.text, str(rng.choice(list(words["claims"].values()))))
        if claim and not figure.table:
            yield replace(base, text=claim, polarity="yes", judge=_judge(verdict(gold, "yes")))


def verdict(gold: Gold, polarity: str) -> Gold:
    """The same figures as a verdict, beside which they may stand."""
    return replace(gold, values=(), beside=gold.values, polarity=polarity)


def claimed(base: Base, figure: str, template: str) -> str:
    """The question as a claim of this figure; nothing where its ask word does not stand at the end."""
    found = ASK.search(base.text)
    if not found:
        return ""
    return template.format(before=base.text[: found.start()], figure=figure, after="")


def of_matrix(report: Report, frames: Frames, seed: int) -> Iterator[Base]:
    """The questions of the operator matrix, one operator deep, said without any politeness."""
    words = {**frames.words, "openings": [""], "endings": ["？"]}
    for question in in_turn(report, Frames(words), seed, SHALLOW):
        yield of_question(question, frames)


def of_question(question: Question, frames: Frames) -> Base:
    """A question of the matrix."""
    spoken = breakdowns_of(question.tree)
    members = [n for b in spoken for n in (i.name for i in b.members) if n in question.text]
    units = {b.unit for b in spoken} | {
        item.unit for item in (getattr(one, "item", None) for one in every(question.tree)) if item
    }
    nouns = [b.noun or b.topic for b in spoken] + members
    return Base(
        question.text,
        "matrix",
        question.gold.said(),
        _judge(question.gold, frames.words["partly"]),
        question.gold.values,
        question.gold.polarity,
        tuple(nouns),
        next(iter(units), "") if len(units) == 1 else "",
        members=tuple(members),
        question=question,
    )


def of_file(
    expectations: Sequence[evaluation.Expectation], sources: Mapping[str, str]
) -> Iterator[Base]:
    """The questions of a file that want an answer; what misleads there is wrong here."""
    for one in expectations:
        if one.expect != {"answered"}:
            continue
        forms = [amount(str(quantity.forms[0][0]), quantity.forms[0][1]) for quantity in one.values]
        yield Base(
            one.question,
            "file",
            "、".join(map(str, one.values)) or (one.polarity or ""),
            _expected(one, sources),
            tuple(Amount(number, unit) for number, unit in forms if number is not None),
            one.polarity,
            unit=forms[0][1] if len(forms) == 1 else "",
            history=one.history,
        )


def _judge(gold: Gold, partly: Sequence[str] = ()) -> Judge:
    return lambda question, answer: judge(question, gold, answer, partly)


def _expected(one: evaluation.Expectation, sources: Mapping[str, str]) -> Judge:
    def judged(question: str, answer: Answer) -> Verdict:
        if answer.status == "clarify":
            return Verdict(Outcome.CLARIFIED)
        if answer.status != "answered":
            return Verdict(Outcome.REFUSED)
        found = evaluation.judge(one, answer, sources)
        why = "；".join(found.reasons)
        if found.mark == evaluation.Mark.RIGHT:
            return Verdict(Outcome.RIGHT)
        misled = found.mark in (*evaluation.MISLEADING, evaluation.Mark.WRONG)
        return Verdict(Outcome.WRONG if misled else Outcome.REFUSED, why)

    return judged
