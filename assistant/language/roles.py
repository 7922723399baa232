"""Roles of a clause by their prepositions: which one a question asks for, and what fills it in a report.

向谁移交文件 asks for the recipient, and 向区档案馆移交纸质文件118件 tells it; 在哪里设立 for a place, 由谁起草
for who does it, 多久更新一次 for how often. The prepositions are those of `knowledge/lexicon/roles.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# What may fill a role, within its clause.
FILL = "(?P<fill>[^,，。;；:：!！?？]{2,24}?)"
OFTEN, HOLDER = "frequency", "holder"
# What is told a frequency by may go on for so many characters: 每月10日前.
MORE = "[^,，。;；:：]{0,6}?"
# What stands between a verb and the preposition behind it: 发放手册8000册至.
BETWEEN = "[^,，。;；:：]{0,16}?"


@dataclass(frozen=True, slots=True)
class Asked:
    """A role that a question asks for, and where the asking words stand in it."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Role:
    """How one role is asked for and filled."""

    name: str
    asks: re.Pattern[str]
    before: str
    behind: str
    unlike: tuple[str, ...]

    def filled(self, verbs: Iterable[str], text: str, manner: str) -> tuple[int, int] | None:
        """Where a text fills the role beside one of these verbs; None where it does not."""
        said = "|".join(map(re.escape, sorted(verbs, key=len, reverse=True)))
        forms = [rf"(?:{self.before}){self._fill}{manner}(?:{said})"]
        if self.name == HOLDER:
            # 由镇长李明任组长: the office stands behind what says who holds it.
            forms = [rf"{FILL}(?:{self.before})(?:{said})"]
        if self.behind:
            forms.append(rf"(?:{said}){BETWEEN}(?:{self.behind}){self._fill}(?=[,，。;；:：]|$)")
        found = (m for form in forms for m in re.finditer(form, text))
        fitting = (m.span("fill") for m in found if not m["fill"].endswith(self.unlike))
        return next(fitting, None)

    @property
    def _fill(self) -> str:
        return rf"(?P<fill>(?:{self.before}){MORE})" if self.name == OFTEN else FILL


@dataclass(frozen=True, slots=True)
class Roles:
    """All roles, with the adverbs that may stand beside a verb."""

    roles: tuple[Role, ...]
    manner: str

    def asked(self, text: str) -> Asked | None:
        """The role that a question asks for, the first that fits."""
        for role in self.roles:
            if found := role.asks.search(text):
                return Asked(role.name, *found.span())
        return None

    def filled(self, name: str, verbs: Iterable[str], text: str) -> tuple[int, int] | None:
        """Where a text fills a role beside one of these verbs."""
        role = next(r for r in self.roles if r.name == name)
        return role.filled(verbs, text, self.manner)


def roles_of(rows: Mapping[str, Any]) -> Roles:
    """The roles as the file has them."""
    return Roles(
        tuple(_role(name, row, rows) for name, row in rows["roles"].items()),
        f"(?:{_either(rows['manner'])})*",
    )


def _role(name: str, row: Mapping[str, Any], rows: Mapping[str, Any]) -> Role:
    asked = _either(rows[row["asked"]])
    around = f"(?:{_either(row['before'])})(?:{asked})"
    if name == OFTEN:
        return Role(name, re.compile(asked), _either(rows[OFTEN]), "", ())
    if name == HOLDER:
        before = _either(row["before"])
        return Role(name, re.compile(asked), before, "", tuple(rows["unlike"][name]))
    behind = _either(row["behind"])
    asks = re.compile(f"{around}|(?:{behind})(?:{asked})" if behind else around)
    return Role(name, asks, _either(row["before"]), behind, tuple(rows["unlike"][name]))


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(str(w)) for w in sorted(words, key=lambda w: -len(str(w))))
