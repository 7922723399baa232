"""What bounds a question, and must bound the answer too: 省财政 is no 县财政, 累计 no 新增, 收到 no 发送.

Both are read by the closed classes of `knowledge/lexicon/bounds.yaml` into a `Bounds` each, and the two are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.language.either import either
from assistant.language.sought import Seeking, seeking_of
from assistant.late import late
from assistant.model import Bounds, Levelled

NEVER = r"(?!)"
# What stands for each level in a word.
EACH = "~"
# What a class is held against, where it is not all that a figure says of itself.
UNIT, WHOLE = "unit", "whole"
WHOSE = ("everywhere", "government", "itself")
# How far before the end of a question a word of a class that is asked there may stand.
FAR = 16
# How many characters before a body its level's name may take.
NAME = 3
RATE = late("([一-龥]{2})率")
MOMENT = late(r"(20\d\d)年(\d{1,2})月")
# Numbers of hotlines: 12369环保热线, 市长12345.
LINE = late(
    r"(?:12|9[56])\d{3}(?=[一-龥]{0,6}(?:热线|专线|平台|电话|举报))|(?<=[长打])(?:12|9[56])\d{3}(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Class:
    """A closed class: what asks so and what tells so; what is `held` is told too, and nothing of its `rivals`."""

    name: str
    asks: re.Pattern[str]
    tells: re.Pattern[str]
    is_held: bool
    rivals: frozenset[str]
    of: str

    def is_kept(self, stated: Bounds) -> bool:
        """Does what is stated tell what this class asks, and nothing that it excludes?"""
        held = not self.is_held or self.name in stated.classes
        return held and stated.classes.isdisjoint(self.rivals)


@dataclass(frozen=True, slots=True)
class Classes:
    """All closed classes that bound a question; `begun`, `joint` … are read in what is stated."""

    all: Mapping[str, Class]
    levelled: re.Pattern[str]
    kinds: re.Pattern[str]
    scopes: re.Pattern[str]
    words: Mapping[str, tuple[str, ...]]
    filler: re.Pattern[str]
    seeking: Seeking

    def asked(self, question: str) -> Bounds:
        """What a question is bound to."""
        found = self.levelled.finditer(question)
        return Bounds(
            classes=frozenset(c.name for c in self.all.values() if _says(c.asks, question)),
            levels=tuple(
                Levelled(
                    m["level"], m["body"], question[max(0, m.start() + 1 - NAME) : m.start() + 1]
                )
                for m in found
            ),
            kinds=tuple((m[1], m[2]) for m in self.kinds.finditer(question)),
            scopes=frozenset(_said(self.scopes, question)),
            whose=tuple(name for name in WHOSE if _says(self.all[name].asks, question)),
            rates=tuple(m[1] for m in RATE.finditer(question)),
            ways=frozenset(word for word in self.words["apart"] if word in question),
            partial=frozenset(w for w in self.words["partial"] if set(w) & set(question)),
            moments=moments(question),
            lines=frozenset(LINE.findall(question)),
            sought=self.seeking(question),
        )

    def stated(self, text: str) -> Bounds:
        """What a figure or a passage is bound to, by all that it says of itself."""
        spoken = (
            (name, m) for name in WHOSE for m in self.all[name].tells.finditer(text) if m["said"]
        )
        return Bounds(
            classes=frozenset(c.name for c in self.all.values() if _says(c.tells, text)),
            scopes=frozenset(_said(self.scopes, text)),
            whose=tuple(name for name, _ in sorted(spoken, key=lambda one: one[1].start())),
            rates=tuple(m[1] for m in RATE.finditer(text)),
            partial=frozenset(word for word in self.words["partial"] if word in text),
            moments=moments(text),
            lines=frozenset(LINE.findall(text)),
        )

    def tells(self, name: str, text: str) -> bool:
        """Does a text tell what is of one class?"""
        return _says(self.all[name].tells, text)

    def asks(self, name: str, question: str) -> bool:
        """Does a question ask what is of one class?"""
        return _says(self.all[name].asks, question)

    def binding(self, asked: Bounds, of: str = "") -> Iterator[Class]:
        """The classes that a question is bound to; of two that exclude each other, and both are asked, none."""
        for one in self.all.values():
            binds = one.of == of and (one.is_held or one.rivals)
            if binds and one.name in asked.classes and not one.rivals & asked.classes:
                yield one


def moments(text: str) -> frozenset[tuple[str, str]]:
    """The months of years that a text names."""
    return frozenset((m[1], m[2]) for m in MOMENT.finditer(text))


def _said(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    return (m["said"] for m in pattern.finditer(text) if m["said"])


def _says(pattern: re.Pattern[str], text: str) -> bool:
    return any(_said(pattern, text))


def classes_of(data: Mapping[str, Any]) -> Classes:
    """What the file says."""
    levels, light = "".join(data["levels"]), either(data["light"])
    ends = f"[^\\W\\da-zA-Z有里的和与是在中各及]{{2,6}}?{either(data['ends'])}(?<!大厅)"
    lists = ("partial", "apart", "within", "offices", "doers", "below", "joint", "titled", "begun")
    named = {part: tuple(map(str, data[part])) for part in (*lists, "kinds", "levels")}
    named["governing"] = _each(data["governing"], levels)
    named["pairs"] = tuple(word for pair in data["pairs"] for word in pair)
    return Classes(
        all={name: _class(name, row, levels, light) for name, row in data["classes"].items()},
        levelled=late(
            f"(?P<level>[{levels}])(?:里的?|级的?)?(?P<body>{either(data['bodies'])}|{ends})"
        ),
        kinds=late(f"([一-龥]{{2,8}}?)({either(data['kinds'])})(?![一-龥]?[长里内属]|占)"),
        scopes=_pattern(data["scopes"]["words"], data["scopes"]["within"]),
        words=named,
        filler=late(either(data["filler"])),
        seeking=seeking_of(data["sought"]),
    )


def _class(name: str, row: Mapping[str, Any], levels: str, light: str) -> Class:
    def words(*parts: str) -> tuple[str, ...]:
        return tuple(word for part in parts for word in _each(row.get(part, ()), levels))

    within = words("within")
    behind = f"{either(words('behind'))}{light}*" if "behind" in row else ""
    before = f"{light}*{either(words('before'))}" if "before" in row else ""
    if "ends" in row:
        before = f"[^,，。]{{0,{FAR}}}{either(words('ends'))}[?？]?$"
    return Class(
        name=name,
        asks=_pattern(words("words", "asked"), within, behind, before),
        tells=_pattern(words("words", "told"), within),
        is_held=bool(row.get("held")),
        rivals=frozenset(row.get("not", ())),
        of=row.get("of", ""),
    )


def _each(words: Sequence[object], levels: str) -> tuple[str, ...]:
    """The words, each with `~` once for every level."""
    said = tuple(map(str, words))
    return tuple(
        word.replace(EACH, level)
        for word in said
        for level in (levels if EACH in word else levels[0])
    )


def _pattern(
    words: Sequence[str], within: Sequence[str] = (), behind: str = "", before: str = ""
) -> re.Pattern[str]:
    """The words where they stand so, as `said`; and the longer words that are none of them."""
    said = f"{behind}(?P<said>{either(words)}){before}" if words else f"(?P<said>{NEVER})"
    return late(f"{either(within)}|{said}" if within else said)
