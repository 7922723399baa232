"""An edited question with how its answer is judged, and the judges that edits have in common."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.adversaries.edits.bases import Base, Judge
from assistant.adversaries.matrix.judging import Outcome, Verdict
from assistant.model import Answer

STAY, REFUSE, FLIP = "stay", "refuse", "flip"


@dataclass(frozen=True, slots=True)
class Edit:
    """A question made of another: `family` says what must become of the answer, `kind` what was done."""

    base: Base
    family: str
    kind: str
    text: str
    wanted: str
    judge: Judge


def staying(base: Base, kind: str, text: str | None) -> Edit | None:
    """The same question otherwise written: the answer must be the same."""
    if not text or text == base.text:
        return None
    # Names that the question says itself are no answer; they are looked for as they should be written.
    judged: Judge = lambda _, answer: base.judge(base.text, answer)  # noqa: E731
    return Edit(base, STAY, kind, text, base.wanted, judged)


def refusing(base: Base, kind: str, text: str | None) -> Edit | None:
    """A question that the report does not answer."""
    if not text or text == base.text:
        return None
    return Edit(base, REFUSE, kind, text, "不作答", refused)


def refused(question: str, answer: Answer) -> Verdict:
    """Any answer is wrong; asking back is none."""
    if answer.status == "answered":
        return Verdict(Outcome.WRONG, "不该作答")
    return Verdict(Outcome.CLARIFIED if answer.status == "clarify" else Outcome.RIGHT)
