"""Two answers to one question: what an editor has to look at before signing off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.differences.facts import FieldChange
from assistant.model import Answer


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """A question whose answer is another than before, with the fields that differ."""

    id: str
    question: str
    fields: tuple[FieldChange, ...]

    def to_dict(self) -> dict[str, Any]:
        """The change as JSON."""
        fields = [field.to_dict() for field in self.fields]
        return {"id": self.id, "question": self.question, "fields": fields}


def compare_answers(identity: str, old: Answer, new: Answer) -> AnswerChange | None:
    """What differs between the answers; None where nothing does.

    Citations are held together by their report and quote: their offsets move with the text.
    """
    pairs = zip(_said(old), _said(new), strict=True)
    fields = tuple(FieldChange(name, a, b) for (name, a), (_, b) in pairs if a != b)
    return AnswerChange(identity, new.question, fields) if fields else None


def _said(answer: Answer) -> Iterator[tuple[str, str]]:
    yield "status", answer.status
    yield "reason", answer.reason or ""
    yield "polarity", answer.polarity or ""
    yield "values", "、".join(_value(v.value, v.unit, v.bound) for v in answer.values)
    yield "citations", "；".join(f"{c.report}：{c.quote}" for c in answer.citations)
    yield "text", answer.text


def _value(value: str, unit: str, bound: str) -> str:
    return f"{value}{unit}" if bound == "exact" else f"{value}{unit}（{bound}）"
