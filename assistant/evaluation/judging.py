"""An answer judged: it gets the mark of the first check that it fails.

What misleads a reader is checked before what is merely missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.evaluation.figures import gives, numbers_in, sizes, supports
from assistant.evaluation.questions import POLARITIES, STATUSES, Expectation
from assistant.evaluation.verdicts import Mark, Verdict
from assistant.evaluation.wordings import MARKUP, bare, folded, overlap
from assistant.model import Answer, Value

# Counts up to this may number the items of a list, so a text may say them without a source.
SMALL = 20


@dataclass(frozen=True, slots=True)
class _Case:
    expectation: Expectation
    answer: Answer
    sources: Mapping[str, str]


Check = Callable[[_Case], Iterable[str]]


def judge(expectation: Expectation, answer: Answer, sources: Mapping[str, str]) -> Verdict:
    """The verdict on an answer; `sources` are the reports' exact texts by their ids."""
    case = _Case(expectation, answer, sources)
    answered = answer.status == "answered"
    for mark, check in (*CHECKS, *(CHECKS_OF_ANSWERED if answered else CHECKS_OF_OTHERS)):
        reasons = tuple(check(case))
        if reasons:
            return Verdict(mark, reasons)
    return Verdict(Mark.RIGHT)


def _no_answer(case: _Case) -> Iterator[str]:
    if case.answer.status not in STATUSES:
        yield f"状态“{case.answer.status}”没有定义"
    if not case.answer.text.strip():
        yield "答复没有文字"


def _should_not_answer(case: _Case) -> Iterator[str]:
    answer = case.answer
    if answer.status == "answered" and "answered" not in case.expectation.expect:
        yield f"应当{_accepted(case)}，却作了回答"
    if answer.status != "answered" and answer.values:
        yield f"{STATUSES[answer.status]}时不应给出数字，却给出了{_said(answer.values[0])}"


def _should_answer(case: _Case) -> Iterator[str]:
    accepted = case.expectation.expect
    if case.answer.status not in accepted and "answered" in accepted:
        yield f"本可回答，却{STATUSES[case.answer.status]}"


def _other_way(case: _Case) -> Iterator[str]:
    if case.answer.status not in case.expectation.expect:
        yield f"应当{_accepted(case)}，却{STATUSES[case.answer.status]}"


def _forbidden(case: _Case) -> Iterator[str]:
    text = folded(case.answer.text)
    yield from (f"不应当说“{word}”" for word in case.expectation.never if folded(word) in text)


def _false_figures(case: _Case) -> Iterator[str]:
    """Figures given that are not the answer; those of the citation or the question may be added."""
    wanted, given = case.expectation.values, case.answer.values
    strangers = [v for v in given if not any(gives(v, q) for q in wanted)]
    missing = [q for q in wanted if not any(gives(v, q) for v in given)]
    if strangers and missing:
        yield f"应当是{'、'.join(map(str, missing))}，却给出{'、'.join(map(_said, strangers))}"
    elif strangers and wanted:
        beside = numbers_in([*case.expectation.history, case.expectation.question])
        beside |= numbers_in(MARKUP.sub(" ", cite) for cite in case.expectation.cite)
        yield from (f"多给了{_said(v)}" for v in strangers if not sizes(v) & beside)


def _missing_figures(case: _Case) -> Iterator[str]:
    for quantity in case.expectation.values:
        if not any(gives(v, quantity) for v in case.answer.values):
            yield f"没有给出{quantity}"


def _contrary(case: _Case) -> Iterator[str]:
    wanted, given = case.expectation.polarity, case.answer.polarity
    if wanted and given != wanted:
        yield f"应当判断为“{POLARITIES[wanted]}”，却是“{POLARITIES.get(given or '', '未判断')}”"


def _unsaid(case: _Case) -> Iterator[str]:
    text = folded(case.answer.text)
    for group in case.expectation.say:
        if not any(folded(word) in text for word in group):
            yield f"没有说到“{'／'.join(group)}”"


def _uncited(case: _Case) -> Iterator[str]:
    quotes = [bare(citation.quote) for citation in case.answer.citations]
    for cite in case.expectation.cite:
        wanted = bare(cite)
        if not any(quote and overlap(wanted, quote) for quote in quotes):
            stated = any(wanted in bare(source) for source in case.sources.values())
            yield f"没有引用“{cite}”" + ("" if stated else "（报告里也没有这句，请核对题目）")
    cited = {citation.report for citation in case.answer.citations}
    yield from (f"没有引用报告 {r}" for r in case.expectation.reports if r not in cited)


def _unproved(case: _Case) -> Iterator[str]:
    """Citations that are no verbatim span, and figures that nothing supports."""
    answer, asked = case.answer, case.expectation
    for citation in answer.citations:
        source = case.sources.get(citation.report)
        if source is not None and source[citation.start : citation.end] != citation.quote:
            yield f"引文与原文不一致：“{citation.quote[:30]}”"
    cited = (t for c in answer.citations for t in (c.quote, c.section, c.title, c.report))
    support = numbers_in([asked.question, *asked.history, *cited])
    if answer.computation:
        support |= numbers_in([answer.computation.expression, *answer.computation.operands])
    for value in answer.values:
        if not answer.computation and not supports(support, value):
            yield f"{_said(value)}没有依据"
        support |= sizes(value)
    for number in sorted(numbers_in([answer.text], digits_only=True) - support):
        if number > SMALL:
            yield f"文字里的{number}没有依据"


CHECKS: tuple[tuple[Mark, Check], ...] = (
    (Mark.BROKEN, _no_answer),
    (Mark.OVERANSWERED, _should_not_answer),
    (Mark.REFUSED, _should_answer),
    (Mark.WRONG, _other_way),
)
CHECKS_OF_ANSWERED: tuple[tuple[Mark, Check], ...] = (
    (Mark.WRONG_FIGURE, _false_figures),
    (Mark.INCOMPLETE, _missing_figures),
    (Mark.WRONG, _contrary),
    (Mark.WRONG, _forbidden),
    (Mark.INCOMPLETE, _unsaid),
    (Mark.MISCITED, _uncited),
    (Mark.UNGROUNDED, _unproved),
)
CHECKS_OF_OTHERS: tuple[tuple[Mark, Check], ...] = ((Mark.WRONG, _forbidden),)


def _accepted(case: _Case) -> str:
    return "或".join(said for status, said in STATUSES.items() if status in case.expectation.expect)


def _said(value: Value) -> str:
    return f"{value.value}{value.unit}"
