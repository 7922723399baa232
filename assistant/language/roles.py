"""Roles of a clause: which one a question asks for, and which roles of a frame fill it.

向谁移交文件 asks for the recipient, and 向区档案馆移交纸质文件118件 tells it; 在哪里设立 for a place, 由谁起草
for who does it, 多久更新一次 for how often. The forms are those of `knowledge/lexicon/roles.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.language.either import either
from assistant.late import late
from assistant.model import Frame, Role

# What of a role is no list of words.
PLAIN = frozenset({"name", "who", "asks", "filled_by", "not_by", "tied", "houses"})
HOLDER, DOER, OBJECT, CONTENT, SUBJECT = "holder", "doer", "object", "content", "subject"
PLACE, INVITED, AGENT = "place", "invited", "agent"
# Whose verb is the asking word itself: 涉及什么, 邀请谁.
BY_THEMSELVES = frozenset({CONTENT, INVITED})


@dataclass(frozen=True, slots=True)
class Asked:
    """A role that a question asks for, and where the asking words stand in it."""

    role: RoleAsked
    start: int
    end: int

    def is_tied(self, text: str) -> bool:
        """Is no answer of another kind one to it?"""
        return text.startswith(self.role.tied or ("\0",), self.start)


@dataclass(frozen=True, slots=True)
class RoleAsked:
    """How one role is asked for, and what fills it; `tied` are the words by which nothing else answers.

    `houses` is how a subject ends that fills it as well: 便民服务中心安装触摸屏 says where they are.
    """

    name: str
    asks: re.Pattern[str]
    filled_by: frozenset[str]
    not_by: tuple[str, ...]
    tied: tuple[str, ...]
    houses: tuple[str, ...] = ()

    def fills(self, frame: Frame, source: str) -> Iterator[Role]:
        """The roles of a frame that fill this one."""
        for role in frame.roles:
            told = source[role.start : role.end]
            housed = role.name in (SUBJECT, DOER) and told.endswith(self.houses or ("\0",))
            fits = role.name in self.filled_by or housed
            if fits and not told.endswith(self.not_by or ("\0",)):
                yield role


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """Words that ask in the place of what fills a role; `led` are its prepositions, each as good as another.

    `bare`: the word that asks has none, where the report has one (什么时候公布, 于6月公布).
    """

    asks: re.Pattern[str]
    filled_by: frozenset[str]
    led: tuple[str, ...]
    bare: bool = False

    def without_lead(self, text: str) -> str:
        """The text without the preposition that it ends with."""
        lead = next((word for word in self.led if text.endswith(word)), "")
        return text.removesuffix(lead)


@dataclass(frozen=True, slots=True)
class Roles:
    """All roles, in the order in which a question is read by them.

    `carrying` are the verbs that only carry the act behind them (进行考核), `holding` those of an office;
    with one of `passive` what is asked for is whom it is done to.
    """

    roles: tuple[RoleAsked, ...]
    carrying: frozenset[str]
    holding: frozenset[str]
    passive: tuple[str, ...]
    open: tuple[LeftOpen, ...]
    empty: tuple[LeftOpen, ...]

    def asked(self, text: str, words: Iterable[tuple[int, int]]) -> Asked | None:
        """The role that a question asks for, the first that fits and cuts none of its words (存在哪些)."""
        spans = tuple(words)
        for role in self.roles:
            for found in role.asks.finditer(text):
                at = found.start()
                if not any(start < at < end for start, end in spans):
                    return Asked(role, *found.span())
        return None

    def acts(self, frame: Frame, verbs: Sequence[str], source: str) -> bool:
        """Is what the frame says done one of these verbs, carried or not?"""
        if frame.predicate is None:
            return False
        start, end = frame.predicate
        predicate, rest = source[start:end], source[end : frame.clause[1]]
        said = rest if predicate in self.carrying else rest[: max(map(len, verbs), default=0)]
        return any(
            verb in predicate or predicate.startswith(verb) or verb in said for verb in verbs
        )


def roles_of(rows: Mapping[str, Any]) -> Roles:
    """The roles as the file has them."""
    return Roles(
        tuple(_role(row, rows) for row in rows["roles"]),
        frozenset(map(str, rows["carrying"])),
        frozenset(map(str, rows["holding"])),
        tuple(map(str, rows["passive"])),
        tuple(_open(row, rows) for row in rows["open"]),
        tuple(_open(row, rows, led=True) for row in rows["empty"]),
    )


def _open(row: Mapping[str, Any], rows: Mapping[str, Any], led: bool = False) -> LeftOpen:
    """A row of `open`, or of `empty`, whose words ask with the preposition before them."""
    words = either(word for name in row["who"] for word in rows[name])
    leads = sorted(map(str, row.get("led", ())), key=len, reverse=True)
    asks = either(leads) + words if led and leads else words
    filled = frozenset(map(str, row["filled_by"]))
    return LeftOpen(late(asks), filled, tuple(leads), bool(row.get("bare")))


def _role(row: Mapping[str, Any], rows: Mapping[str, Any]) -> RoleAsked:
    slots = {key.upper(): either(row[key]) for key in row if key not in PLAIN}
    slots["WHO"] = either(rows[row["who"]])
    asks = "|".join(_form(form, slots) for form in row["asks"])
    return RoleAsked(
        row["name"],
        late(asks),
        frozenset(map(str, row["filled_by"])),
        tuple(map(str, row.get("not_by", ()))),
        tuple(map(str, row.get("tied", ()))),
        tuple(map(str, row.get("houses", ()))),
    )


def _form(form: str, slots: Mapping[str, str]) -> str:
    """A row of slots as an expression; a slot with a ? may be left out."""
    return "".join(slots[s.rstrip("?")] + "?" * s.endswith("?") for s in form.split())
