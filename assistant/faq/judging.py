"""Is an answer of the engine the one that a draft wants?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

from assistant import proof
from assistant.drafting.draft import Span, Wanted
from assistant.model import Answer, Figure
from assistant.trace import Trace

TABLE = "|"
# Nobody reads a longer answer on a page of questions.
LONGEST = 3000
REPAIRED = "（已按"


def fault(trace: Trace, wanted: Wanted, sources: Mapping[str, proof.Source], kind: str) -> str:
    """Why the answer is not the wanted one, by a name of `reasons`; empty where it is.

    The answer has to be given without guessing how the question is written, by the facts that are wanted
    and with their citations, to give their figures and no others, and to hold before `assistant.proof`.
    """
    answer = trace.answer
    if answer.status != "answered":
        return "clarify" if answer.status == "clarify" else "unanswered"
    if REPAIRED in answer.text:
        return "repaired"
    spans = [(citation.start, citation.end) for citation in answer.citations]
    if not (_cites(spans, wanted) and _is_by(trace, wanted)):
        return "other"
    if wanted.figures and not _gives(answer, wanted, kind):
        return "more"
    if answer.polarity == "yes" and kind == "zero":
        return "other"
    if answer.polarity is not None and kind not in ("zero", "result"):
        return "other"
    if not wanted.figures and any(TABLE in citation.quote for citation in answer.citations):
        return "table"
    if len(answer.text) > LONGEST:
        return "long"
    return "unproved" if proof.check(answer.to_dict(), sources) else ""


def is_same(answer: Answer, other: Answer) -> bool:
    """Do both give the same figures and citations in the same words?"""
    return (answer.text, answer.citations, answer.values) == (
        other.text,
        other.citations,
        other.values,
    )


def _cites(spans: list[Span], wanted: Wanted) -> bool:
    """Are the wanted spans cited (some of them, where that is enough), and nothing from elsewhere?"""
    covered = [_covered(span, spans) for span in wanted.spans]
    if covered and not (any(covered) if wanted.some else all(covered)):
        return False
    if wanted.longest and sum(b - a for a, b in spans) > wanted.longest:
        return False
    if wanted.within is None:
        return True
    start, end = wanted.within
    if not all(start <= a and b <= end for a, b in spans):
        return False
    return sum(b - a for a, b in spans) * 100 >= (end - start) * wanted.share


def _is_by(trace: Trace, wanted: Wanted) -> bool:
    """Are the wanted facts among those that the engine answers by, or with `some` two of them?"""
    used = {fact.id for fact in trace.finding.facts if isinstance(fact, Figure)}
    return len(used & wanted.facts) > 1 if wanted.some and wanted.facts else wanted.facts <= used


def _covered(span: Span, spans: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _gives(answer: Answer, wanted: Wanted, kind: str) -> bool:
    """Are the answer's figures those that are wanted: all, or with `some` two or more and no other?"""
    given = [(_number(value.value), value.unit) for value in answer.values]
    if kind == "zero" and not given:
        return True
    expected = set(wanted.figures)
    if wanted.some:
        return len(given) > 1 and set(given) <= expected
    return expected <= set(given) <= expected | set(wanted.besides)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
