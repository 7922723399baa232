"""What a passage has to hold to answer: 哪家媒体 asks for the name of one, 谈了什么 for a content, …的名称 for a name.

A passage that shares every word with such a question may still say nothing of it (接受新闻媒体采访20余次).
The words are those of `knowledge/lexicon/told.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.language.either import compiled, either
from assistant.late import late

SEVERAL = ("哪些", "什么")
# What a passage denies, a question that denies something itself, and before or behind what a thing is done.
DENIED, DENYING = late("[不未没]([一-龥]{2})"), late("[不未没无非难]")
MOMENT = late("([一-龥]{2})(?:之|以)?([前后])(?![一-龥]?[位名期面])")
# What a question of what was ever done holds.
DONE = late("过(?!程|渡|去)|[就已]")
# What may stand behind the last word of a question.
ENDINGS = " ?？。.!！,，呢呀啊的吗来着"


@dataclass(frozen=True, slots=True)
class Named:
    """A class of which one is asked for by name, and how such a name looks; expressions, compiled when it is."""

    asks: re.Pattern[str]
    name: str
    kinds: str
    general: tuple[str, ...]

    def is_told(self, question: str, passage: str) -> bool:
        """Does the passage name one that the question does not; or list kinds of it, where 哪些 asks?"""
        found = (m for m in compiled(self.name).finditer(passage) if m.group() not in question)
        if any(not m.group("before").endswith(self.general) for m in found):
            return True
        asked = self.asks.search(question)
        return bool(
            asked and asked.group().startswith(SEVERAL) and compiled(self.kinds).search(passage)
        )


@dataclass(frozen=True, slots=True)
class Held:
    """Words that ask for something, and what a passage that tells it holds, in words of the question or others."""

    asks: re.Pattern[str]
    holds: tuple[str, ...]

    def is_told(self, question: str, passage: str) -> bool:
        """Does the passage hold one of the words?"""
        return any(word in passage for word in self.holds)


@dataclass(frozen=True, slots=True)
class Possible:
    """Words that ask whether something can be done, and what a passage that tells it holds."""

    asks: re.Pattern[str]
    within: re.Pattern[str]
    holds: tuple[str, ...]
    lacking: re.Pattern[str]

    def is_told(self, question: str, passage: str) -> bool:
        """Does the passage say what can be done, where that is asked, and not of somebody who lacks something?"""
        asked = self.asks.search(self.within.sub("", question))
        if asked is None:
            return True
        said = self.within.sub("", passage)
        return any(word in said for word in self.holds) and not self.lacking.search(question)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What asks whether a thing was so before (以前公开过吗), and what a clause says that was so for the first time."""

    asks: re.Pattern[str]
    first: re.Pattern[str]

    def without(self, question: str) -> str:
        """The question without what asks of earlier; empty where it asks of no such thing."""
        return self.asks.sub("", question) if DONE.search(question) else ""


@dataclass(frozen=True, slots=True)
class Contrary:
    """What asks whether there was any of which the opposite may be said of all: 有没有超期的 and 都按时答复了."""

    rows: tuple[tuple[re.Pattern[str], str], ...]
    narrow: Mapping[str, tuple[str, ...]]

    def is_of_all(self, question: str, passage: str) -> bool:
        """Does a passage name no part of the body that the question does not: 市政府本级 says nothing of 全市?"""
        named = (names for word, names in self.narrow.items() if word in passage)
        return all(any(name in question for name in names) for names in named)

    def turned(self, question: str) -> str:
        """The question whether the opposite is so of all; empty where it asks of no such thing."""
        for asks, plainly in self.rows:
            if found := asks.search(question.rstrip(ENDINGS)):
                return question[: found.start()] + plainly
        return ""


@dataclass(frozen=True, slots=True)
class Told:
    """All that is asked so."""

    classes: tuple[Named, ...]
    content: Held
    kind: re.Pattern[str]
    of_last: re.Pattern[str]
    names: Held
    possible: Possible
    judged: tuple[Held, ...]
    passages: tuple[Held, ...]
    earlier: Earlier
    contrary: Contrary

    def is_name(self, question: str) -> bool:
        """Does the question ask for names? A number is none (规范性文件 名称)."""
        return bool(self.names.asks.search(_bare(question)))

    def is_content(self, question: str) -> bool:
        """Does the question ask what something was about? What its number stands for is no answer."""
        asked = _bare(question)
        return bool(self.content.asks.search(asked) or self.kind.search(asked))

    def is_of_last(self, turn: str) -> bool:
        """Does a turn ask only what that was about which was spoken of last: 都讲了啥?"""
        return self.of_last.fullmatch(_bare(turn)) is not None

    def is_judged(self, question: str, passage: str) -> bool:
        """May a passage say yes or no? Of what is allowed, is finished or was spent, it has to say so."""
        return all(r.is_told(question, passage) for r in self.judged if r.asks.search(question))

    def is_possible(self, question: str, passage: str) -> bool:
        """May a passage, with what leads up to it, say yes or no to whether something can be done?"""
        return self.possible.is_told(question, passage)

    def is_told(self, question: str, passage: str) -> bool:
        """Does a passage hold what the question asks for, where it asks for something of these kinds?"""
        text = _bare(question)
        held = (self.content, self.names, *self.passages)
        rows: tuple[Named | Held, ...] = (*self.classes, *held)
        return all(row.is_told(question, passage) for row in rows if row.asks.search(text))


def turns(asked: str, passage: str) -> bool:
    """Does a passage say of all that the question says the opposite: 不清楚 for 清楚, 出台前 for 出台后?

    >>> turns("内容清楚的申请怎么处理", "对内容不清楚的申请，先电话沟通")
    True
    """
    denied = {m[1] for m in DENIED.finditer(passage)} if not DENYING.search(asked) else set()
    if any(
        word in asked and passage.count(word) == len(re.findall(f"[不未没]{word}", passage))
        for word in denied
    ):
        return True
    for moment in MOMENT.finditer(asked):
        word, side = moment.groups()
        other = "前" if side == "后" else "后"
        if re.search(f"{word}[之以]?{other}", passage) and not re.search(
            f"{word}[之以]?{side}", passage
        ):
            return True
    return False


def told_of(data: Mapping[str, Any]) -> Told:
    """What the file says."""
    which, names = data["which"], data["names"]
    asks, joined = either(which["asks"]), either(which["joined"])
    general = tuple(map(str, which["general"]))
    classes = (
        Named(
            late(f"{asks}{either(row['called'])}(?!{joined})"),
            f"(?P<before>[一-龥·]{{2,12}}?){either(row['ends'])}(?!{joined})",
            f"、[^,，。;；:：]*{either(row['called'])}",
            general,
        )
        for row in which["classes"]
    )
    called = Held(late(f"{either(names['ends'])}$"), tuple(map(str, names["holds"])))
    return Told(
        tuple(classes),
        _held(data["content"]),
        late(either(data["content"]["kind"])),
        _of_last(data["content"]["alone"]),
        called,
        _possible(data["possible"]),
        tuple(_spent(row) if "made" in row else _held(row) for row in data["judged"]),
        tuple(map(_held, data["passages"])),
        _earlier(data["earlier"]),
        Contrary(
            tuple(map(_contrary, data["contrary"]["rows"])),
            {str(w): (str(w), *map(str, o)) for w, o in data["contrary"]["narrow"].items()},
        ),
    )


def _contrary(row: Mapping[str, Any]) -> tuple[re.Pattern[str], str]:
    led = f"(?:的?{either(row['acts'])})?(?:里面?|里头|当?中|[，,])?"
    ends = f"(?:的|{either(row['cases'])})*(?:吗|没有|么)?$"
    return late(f"{led}{either(row['any'])}{either(row['of'])}{ends}"), str(row["plainly"])


def _earlier(row: Mapping[str, Sequence[str]]) -> Earlier:
    alone, led = either(row["asks"]), either(row["begins"])
    return Earlier(
        late(f"{alone}(?:就|也|都)?[,，]?|(?:^|(?<=[,，]))(?:在)?{led}(?:就|也|都)?[,，]?"),
        late(either(row["first"])),
    )


def _of_last(row: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    led, said, of, what = (either(row[part]) for part in ("led", "said", "of", "what"))
    return late(f"{led}*{said}{of}*{what}")


def _possible(row: Mapping[str, Sequence[str]]) -> Possible:
    asks, within, lacking = (late(either(row[part])) for part in ("asks", "within", "lacking"))
    before = late(f"{lacking.pattern}.*{asks.pattern}")
    return Possible(asks, within, tuple(map(str, row["holds"])), before)


def _held(row: Mapping[str, Sequence[str]]) -> Held:
    asks = late(f"{either(row['asks'])}{either(row.get('what', ('',)))}")
    return Held(asks, tuple(map(str, row["holds"])))


def _spent(row: Mapping[str, Sequence[str]]) -> Held:
    """花了多少钱; and what making a thing costs, or what the body pays: 印一本要花多少钱, 要花政府多少钱."""
    plain, what = _held(row), either(row["what"])
    made, pays = either(row["made"]), either(row["pays"])
    paid = f"{made}[^,，。；;]{{0,8}}{what}|{pays}[^,，。；;]{{0,5}}{what}|{either(row['costs'])}"
    return Held(late(f"{plain.asks.pattern}|{paid}"), plain.holds)


def _bare(question: str) -> str:
    return question.rstrip(ENDINGS)
