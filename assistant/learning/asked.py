"""What is kept of a question that was not answered, or not to the reader's use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from assistant.learning.masking import legible, masked
from assistant.trace import Trace

LONGEST = 300
# What is read beyond, so that no number is cut in two before it is known for what it is.
MARGIN = 64
TURNS = 6
MOST_REPORTS = 20
MOST_WORDS = 8
# Refusals that say nothing about words.
TELLS_NOTHING = frozenset({"too_long", "empty"})


def _today() -> str:
    return date.today().isoformat()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the ones before it, and why it was in vain; without personal data.

    `words` are those that nothing accounted for, or that were read otherwise than written; `reports` the ids that
    it was put to, none where it was put to all of many; `day` is all that is known of the time; `remark` is what the
    reader said of an answer that did not help.
    """

    question: str
    history: tuple[str, ...]
    reports: tuple[str, ...]
    status: str
    reason: str
    words: tuple[str, ...]
    unhelpful: bool = False
    day: str = field(default_factory=_today)
    remark: str = ""


def in_vain(
    trace: Trace, reports: Iterable[str] = (), unhelpful: bool = False, remark: str = ""
) -> Asked | None:
    """What is to be kept of an answered question: None where it was of use, or tells nothing.

    `reports` are the ids that it was put to; `unhelpful` says that the reader called the answer so, `remark` in
    which words.
    """
    answer = trace.answer
    if not (unhelpful or answer.status == "unanswered") or tells_nothing(trace):
        return None
    identities = tuple(reports)
    return Asked(
        question=kept(answer.question),
        history=tuple(kept(earlier) for earlier in trace.question.history[-TURNS:]),
        reports=identities if len(identities) <= MOST_REPORTS else (),
        status=answer.status,
        reason=answer.reason or "",
        words=tuple(kept(word) for word in words_of(trace)[:MOST_WORDS]),
        unhelpful=unhelpful,
        remark=kept(remark),
    )


def tells_nothing(trace: Trace) -> bool:
    """Was it refused for what says nothing about words? Then it is not kept."""
    return trace.finding.outcome in TELLS_NOTHING


def kept(text: str) -> str:
    """The text as it may be kept: legible, masked, no longer than a question may be."""
    return masked(legible(text[: LONGEST + MARGIN]))[:LONGEST]


def words_of(trace: Trace) -> tuple[str, ...]:
    """The words that a question was refused for, or that were read otherwise than written."""
    if trace.answer.status == "answered":
        found = [repair.written for repair in trace.question.repairs]
    else:
        findings = (trace.finding, *(part.finding for part in trace.parts))
        found = [word for f in findings for word in f.slots.get("word", "").split("、") if word]
    return tuple(dict.fromkeys(found))
