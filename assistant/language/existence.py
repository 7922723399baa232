"""Existence: the many ways to ask whether there was any of what every report tells of, in plain words.

有没有人为了信息公开的事去打官司 asks 有没有行政诉讼; 给困难户减免了费用的吧 asks 有没有减免, and only a no
answers it.
The classes and the forms are those of `knowledge/lexicon/existence.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.language.either import either
from assistant.language.wordings import EDGES, GAPS, Form, spelled

# What stands before a question is as short as it can be: 申请看个文件 is no part of what is spoken of.
LEFT = {f"(?:{GAPS[gap]})?": f"(?:{GAPS[gap]})??" for gap in "CD"}


@dataclass(frozen=True, slots=True)
class Existence:
    """Forms, and to each the one polarity that answers it, if not both."""

    forms: tuple[tuple[Form, str], ...]

    def plainly(self, text: str) -> Iterator[tuple[str, str]]:
        """What a question asks in plain words, and the one polarity that answers it, if not both."""
        asked = text.strip(EDGES)
        for form, only in self.forms:
            for plain in form.said(asked):
                if plain.text != asked:
                    yield plain.text, only


def existence_of(rows: Mapping[str, Any]) -> Existence:
    """The forms as the file has them."""
    classes = {str(name): either(words) for name, words in rows["classes"].items()}
    return Existence(
        tuple(
            (
                Form(_spelled(asks, classes), tuple(map(str, row["plainly"])), ""),
                str(row.get("only", "")),
            )
            for row in rows["forms"]
            for asks in row["asks"]
        )
    )


def _spelled(asks: str, classes: Mapping[str, str]) -> str:
    pattern = spelled(asks, classes)
    for gap, short in LEFT.items():
        pattern = pattern.replace(gap, short)
    return pattern
