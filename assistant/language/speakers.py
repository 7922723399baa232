"""What people say beside a question: of themselves, to the assistant, and of the turn before.

我眼睛不好 asks nothing, 我老伴想看公报 leads to what is asked about, 没别的要问了 ends a conversation, and
不对，我问的是英德 puts another name into the question before. The forms are those of
`knowledge/lexicon/speakers.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.language.either import either
from assistant.language.wordings import EDGES, spelled
from assistant.late import late

ASKS = ("?", "？", "吗", "么", "呢")
NUMERAL = late(r"[\d零一二两三四五六七八九十百千万]")
# Marks around what somebody is quoted with.
QUOTED = EDGES + "“”\"'"
MARK = f"[{re.escape(EDGES)}]"


@dataclass(frozen=True, slots=True)
class Speakers:
    """The forms of what is said beside a question."""

    idle: re.Pattern[str]
    wanting: re.Pattern[str]
    hearing: re.Pattern[str]
    doubting: re.Pattern[str]
    elsewhere: re.Pattern[str]
    closing: re.Pattern[str]
    ended: re.Pattern[str]
    correcting: re.Pattern[str]
    instead: re.Pattern[str]
    rather: re.Pattern[str]
    reporting: re.Pattern[str]
    answering: re.Pattern[str]
    scorning: re.Pattern[str]
    quoting: re.Pattern[str]
    showing: re.Pattern[str]

    def is_idle(self, clause: str) -> bool:
        """Does a clause only speak of the person, or to the assistant?

        It may still say what the question is about (我不会上网，能帮我吗), which is for the caller to see.
        """
        said = clause.strip(EDGES)
        return bool(self.idle.fullmatch(said) or self.quoting.fullmatch(said))

    def wants_source(self, turn: str) -> bool:
        """Does a turn ask for the words of the report behind what was answered last: 把原文那句话给我看?"""
        return self.showing.fullmatch(turn.strip(EDGES)) is not None

    def after_wish(self, text: str) -> str:
        """What stands behind 我老伴想看: what is asked about, and the question; empty where none does."""
        found = self.wanting.match(text)
        return text[found.end() :].strip(EDGES) if found else ""

    def heard(self, text: str) -> str:
        """What somebody has heard, behind 我听广播里讲 or before 真有这么多吗; empty where nothing leads to it."""
        found = self.hearing.match(text)
        said = text[found.end() :].strip(EDGES) if found else text.strip(EDGES)
        doubt = self.doubting.search(said)
        if doubt is None:
            return said if found else ""
        told = said[: doubt.start()].strip(EDGES).removesuffix("的")
        return f"{told}，对吗" if told and not self.elsewhere.search(told) else ""

    def put(self, text: str) -> str:
        """The question in what somebody else asks (来电人问：…) or that is put with scorn; empty where it is all of it.

        发布会不就是走过场？开了几场 asks 发布会,开了几场.
        """
        found = self.reporting.match(text)
        asked = text
        if found:
            asked = self.answering.sub("", text[found.end() :].strip(QUOTED)).strip(QUOTED)
        asked = self.scorning.sub(",", asked).strip(EDGES)
        return asked if found or asked != text.strip(EDGES) else ""

    def ends(self, turn: str) -> bool:
        """Does a turn end the conversation, and nothing else?"""
        said = turn.strip()
        plain = said.strip(EDGES)
        closes = self.ended.fullmatch(plain) is not None and self.closing.search(plain) is not None
        return closes and not said.endswith(ASKS)

    def corrected(self, turn: str, before: str) -> str:
        """What a turn puts in the place of what the turn `before` asked of; empty where it corrects nothing."""
        said = turn.strip(EDGES)
        rather = self.rather.fullmatch(said)
        if rather and rather["C"].strip(EDGES) in before:
            return rather["B"].strip(EDGES)
        if found := self.correcting.match(said):
            return said[found.end() :].strip(EDGES)
        found = self.instead.match(said)
        rest = said[found.end() :].strip(EDGES) if found else ""
        return "" if NUMERAL.search(rest) else rest


def speakers_of(rows: Mapping[str, Any]) -> Speakers:
    """The forms as the file has them."""
    classes = {str(name): either(words) for name, words in rows["classes"].items()}

    def any_of(forms: Sequence[str]) -> str:
        plain = (re.sub(r"\?P<[A-D]>", "?:", spelled(form, classes)) for form in forms)
        return f"(?:{'|'.join(plain)})"

    closing = any_of(rows["closing"])
    scorned = f"(?:{either(rows['scorning'])}{either(rows['scorn'])}[了的吧嘛吗]*|{either(rows['urging'])})"
    piece = f"(?:{closing}|{either(rows['acknowledged'])})"
    quoting = any_of(rows["quoting"])
    shown = f"(?:{quoting}|{any_of(rows['showing'])})"
    [rather] = rows["rather"]
    return Speakers(
        idle=late(any_of(rows["idle"])),
        wanting=late(any_of(rows["wanting"])),
        hearing=late(f"{any_of(rows['hearing'])}(?![的过说讲])"),
        doubting=late(
            f"{MARK}+{any_of(rows['doubting'])}(?:{MARK}+{any_of(rows['doubting'])})*{MARK}*$"
        ),
        elsewhere=late(either(rows["elsewhere"])),
        closing=late(closing),
        ended=late(f"{piece}(?:{MARK}*{piece})*"),
        correcting=late(f"{any_of(rows['correcting'])}{MARK}*"),
        instead=late(f"{any_of(rows['denying'])}{MARK}+{any_of(rows['instead'])}?"),
        rather=late(spelled(rather, classes)),
        scorning=late(
            f"(?:(?:^|(?<=[{re.escape(EDGES)}])){any_of(rows['scorned'])}|{scorned})(?:{MARK}+|$)"
        ),
        reporting=late(f'{any_of(rows["reporting"])}(?:[:：,，]+[“"]?|[“"])'),
        answering=late(f"[{re.escape(QUOTED)}]+{either(rows['answering'])}[{re.escape(EDGES)}]*$"),
        quoting=late(quoting),
        showing=late(f"{shown}(?:{MARK}+{shown})*"),
    )
