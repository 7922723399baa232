"""One answer held against its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.proof.asked import asked_faults
from assistant.proof.asking import Asking
from assistant.proof.case import Case
from assistant.proof.citations import citation_faults
from assistant.proof.computed import computation_faults
from assistant.proof.contract import ANSWER, misshapen
from assistant.proof.faults import Fault, Source
from assistant.proof.passages import passage_faults
from assistant.proof.said import said_faults
from assistant.proof.status import status_faults
from assistant.proof.texts import text_faults
from assistant.proof.values import value_faults


def check(
    answer: Mapping[str, Any], sources: Mapping[str, Source], history: Sequence[str] | None = None
) -> tuple[Fault, ...]:
    """Everything in an answer object that does not hold; nothing where all holds.

    `history` are the earlier questions of the conversation; without it, what the answer says that
    it carried over is taken as asked.
    """
    broken = tuple(misshapen(answer, ANSWER, "答案"))
    return broken or tuple(dict.fromkeys(faults_of(Case(answer, sources, history))))


def faults_of(case: Case) -> Iterator[Fault]:
    """Everything that does not hold."""
    for fault in _in_order(case):
        case.found = True
        yield fault


def _in_order(case: Case) -> Iterator[Fault]:
    yield from status_faults(case)
    for citation in case.answer["citations"]:
        yield from citation_faults(case, citation)
    if case.answer["computation"]:
        yield from computation_faults(case, case.answer["computation"])
    for value in case.answer["values"]:
        yield from value_faults(case, value)
    yield from text_faults(case)
    yield from passage_faults(case.answer, case.sources)
    if case.answered and len(case.evidence) == len(case.answer["citations"]):
        asking = Asking(case.answer, case.carried, case.evidence, case.history)
        found = [*asked_faults(asking)]
        yield from found
        if not (found or case.found):
            yield from said_faults(asking, case.sources)
