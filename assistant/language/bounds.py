"""What bounds a question, and must bound the answer too: 省财政 is no 县财政, 累计 no 新增, 收到 no 发送.

The words are those of `knowledge/lexicon/bounds.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.language.either import either
from assistant.late import late

NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class Bound:
    """Words that ask for a thing of a kind, and what is stated of it; `whole` is held against what a share is of."""

    asks: re.Pattern[str]
    unless: re.Pattern[str]
    holds: tuple[str, ...]
    bars: tuple[str, ...]
    whole: bool

    def is_asked(self, question: str) -> bool:
        """Does the question ask so?"""
        return bool(self.asks.search(question)) and not self.unless.search(question)

    def is_kept(self, stated: str) -> bool:
        """Does what is stated hold one of the words, and none that it may not?"""
        held = not self.holds or any(word in stated for word in self.holds)
        return held and not any(word in stated for word in self.bars)


@dataclass(frozen=True, slots=True)
class Bounds:
    """All that bounds a question."""

    figures: tuple[Bound, ...]
    units: tuple[Bound, ...]
    money: re.Pattern[str]
    money_units: tuple[str, ...]
    per: tuple[str, ...]
    each: re.Pattern[str]
    partial: tuple[str, ...]
    apart: tuple[str, ...]
    all_of: re.Pattern[str]
    within: tuple[str, ...]
    levelled: re.Pattern[str]
    done: re.Pattern[str]
    ahead: re.Pattern[str]
    plans: re.Pattern[str]
    wanting: re.Pattern[str]
    open: re.Pattern[str]
    ways: re.Pattern[str]
    filler: re.Pattern[str]
    doers: tuple[str, ...]
    exactly: re.Pattern[str]


def bounds_of(data: Mapping[str, Any]) -> Bounds:
    """What the file says."""

    def pattern(part: str) -> re.Pattern[str]:
        return late(either(data[part]))

    def words(row: Mapping[str, Any], part: str) -> tuple[str, ...]:
        return tuple(map(str, row.get(part, ())))

    ends = f"[^\\W\\da-zA-Z有里的和与是在中各及]{{2,6}}?{either(data['ends'])}(?<!大厅)"
    return Bounds(
        figures=tuple(map(_bound, data["figures"])),
        units=tuple(map(_bound, data["units"])),
        money=late(either(data["money"]["asks"])),
        money_units=words(data["money"], "units"),
        per=words(data["issues"], "states"),
        each=late(either(data["issues"]["asks"])),
        partial=words(data, "partial"),
        apart=words(data, "apart"),
        all_of=pattern("whole"),
        within=words(data, "within"),
        levelled=late(
            f"(?P<level>[省市县区镇乡])(?:里的?|级的?)?(?P<name>{either(data['bodies'])}|{ends})"
        ),
        done=pattern("done"),
        ahead=pattern("ahead"),
        plans=pattern("plans"),
        wanting=pattern("wanting"),
        open=pattern("open"),
        ways=pattern("ways"),
        filler=pattern("filler"),
        doers=words(data, "doers"),
        exactly=pattern("exactly"),
    )


def _bound(row: Mapping[str, Any]) -> Bound:
    def words(part: str) -> Sequence[str]:
        return tuple(map(str, row.get(part, ())))

    unless = late(either(words("unless")) if words("unless") else NEVER)
    asks = late(either(words("asks")))
    return Bound(asks, unless, tuple(words("holds")), tuple(words("bars")), "of" in row)
