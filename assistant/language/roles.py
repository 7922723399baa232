"""Roles of a clause by their prepositions: which one a question asks for, and what fills it in a report.

向谁移交文件 asks for the recipient, and 向区档案馆移交纸质文件118件 tells it; 在哪里设立 for a place, 由谁起草
for who does it, 多久更新一次 for how often. Prepositions and forms are those of `knowledge/lexicon/roles.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ASKS, TOLD = "asks", "told"
# What of a role is no list of words.
PLAIN = frozenset({"name", "who", ASKS, TOLD})
# What every role may have in its forms; the verbs are those of the question.
SLOTS = {
    "FILL": "(?P<fill>[^,，。;；:：!！?？]{2,24}?)",
    "BETWEEN": "[^,，。;；:：]{0,16}?",
    "MORE": "[^,，。;；:：]{0,6}?",
    "END": "(?=[,，。;；:：]|$)",
}
VERB = "VERB"


@dataclass(frozen=True, slots=True)
class Asked:
    """A role that a question asks for, and where the asking words stand in it."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Role:
    """How one role is asked for and told; `VERB` stands in the forms of `told` for what is done."""

    name: str
    asks: re.Pattern[str]
    told: tuple[str, ...]
    unlike: tuple[str, ...]

    def is_filled(self, verbs: Sequence[str], text: str) -> re.Match[str] | None:
        """Where a text fills the role beside one of these verbs, if anywhere."""
        said = _either(verbs)
        forms = (form.replace(VERB, said) for form in self.told)
        found = (m for form in forms for m in re.finditer(form, text))
        fills = ((m, m.groupdict().get("fill", "")) for m in found)
        return next((m for m, fill in fills if not fill.endswith(self.unlike or ("\0",))), None)


@dataclass(frozen=True, slots=True)
class Roles:
    """All roles, in the order in which a question is read by them."""

    roles: tuple[Role, ...]

    def asked(self, text: str) -> Asked | None:
        """The role that a question asks for, the first that fits."""
        for role in self.roles:
            if found := role.asks.search(text):
                return Asked(role.name, *found.span())
        return None

    def filled(self, name: str, verbs: Iterable[str], text: str) -> int | None:
        """Where what fills a role begins in a text, with its preposition; None where nothing does."""
        role = next(r for r in self.roles if r.name == name)
        found = role.is_filled(tuple(verbs), text)
        return found.start() if found else None


def roles_of(rows: Mapping[str, Any]) -> Roles:
    """The roles as the file has them."""
    return Roles(tuple(_role(row, rows) for row in rows["roles"]))


def _role(row: Mapping[str, Any], rows: Mapping[str, Any]) -> Role:
    lists = {key.upper(): _either(row[key]) for key in row if key not in PLAIN}
    slots = {
        **SLOTS,
        **lists,
        "WHO": _either(rows[row["who"]]),
        "MANNER": f"{_either(rows['manner'])}*",
        VERB: VERB,
    }
    asks = "|".join(_form(form, slots) for form in row[ASKS])
    told = tuple(_form(form, slots) for form in row[TOLD])
    name = row["name"]
    return Role(name, re.compile(asks), told, tuple(rows["unlike"].get(name, ())))


def _form(form: str, slots: Mapping[str, str]) -> str:
    """A row of slots as an expression; a slot with a ? may be left out."""
    return "".join(slots[s.rstrip("?")] + "?" * s.endswith("?") for s in form.split())


def _either(words: Sequence[str]) -> str:
    ordered = sorted(map(str, words), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})"
