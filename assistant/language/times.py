"""Words of time: the year before, what something is held against then, which way it went, and by how much.

They are those of `knowledge/lexicon/times.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.language.either import either
from assistant.late import late

MARKS = "\0，,。？?！!；;：:（）() 、"


@dataclass(frozen=True, slots=True)
class Then:
    """What a question asks of a change: for the number before, which way it went, or by how much.

    `topic` is what it names besides; `share` asks in percent, `extent` so or as an amount, and `unit` is the measure
    word behind what asks.
    """

    topic: str
    before: bool
    direction: bool
    amount: bool
    share: bool
    extent: bool
    unit: str
    start: bool
    claimed: str


@dataclass(frozen=True, slots=True)
class Times:
    """The classes by which a question of another year is read."""

    prior: re.Pattern[str]
    start: re.Pattern[str]
    far: re.Pattern[str]
    against: re.Pattern[str]
    rose: re.Pattern[str]
    fell: re.Pattern[str]
    moved: re.Pattern[str]
    asks: re.Pattern[str]
    share: re.Pattern[str]
    extent: re.Pattern[str]
    idle: re.Pattern[str]
    numbers: re.Pattern[str]
    names: re.Pattern[str]

    def then(self, text: str, year: int, units: Mapping[str, object]) -> Then | None:
        """What a question asks of the year before this, or of the change since; None where it asks for neither."""
        named = {int(found) for found in YEAR.findall(text)}
        if self.far.search(text) or named - {year, year - 1}:
            return None
        text = re.sub(BACK.format(year), f"{year - 1}年", text)
        if re.search(HELD.format(year), text):
            return None
        rest, start = self._without(self.start, f"{year - 1}年年?[末底]", text)
        rest, prior = self._without(self.prior, f"{year - 1}(?:年度?)?", rest)
        rest = re.sub(OWN.format(year), "", rest)
        rest, against = self.against.subn(MARK, rest)
        rest, share = self.share.subn(MARK, rest)
        asked = self.asks.search(rest)
        unit = self._unit(rest[asked.end() :], units) if asked else ""
        if asked:
            rest = rest[: asked.start()] + MARK + rest[asked.end() + len(unit) :]
        rest, extent = self.extent.subn(MARK, rest)
        ways = []
        for pattern in (self.moved, self.rose, self.fell):
            kept = self._cut(pattern, rest)
            ways.append(kept != rest)
            rest = kept
        moved, rose, fell = ways
        since = start or prior or against
        changing = any(ways) or share or extent
        if not since and not changing:
            return None
        either_way = (rose and fell) or moved or bool(extent)
        claimed = "" if rose == fell else "up" if rose else "down"
        whether = WHETHER.search(text) is not None
        amount = bool(asked or share or extent)
        topic = self.numbers.sub("", self._cut(self.idle, rest))
        topic = "".join(char for char in topic if char not in MARKS)
        before = bool((prior or start) and (asked or not topic) and not (against or changing))
        if not (before or either_way or amount or (claimed and whether)):
            return None
        return Then(
            topic,
            before,
            either_way,
            amount and not before,
            bool(share),
            bool(extent),
            MONEY.get(unit, unit),
            bool(start),
            claimed,
        )

    def _without(self, words: re.Pattern[str], year: str, text: str) -> tuple[str, int]:
        """A text without words for a year, and how often it had them."""
        rest, count = words.subn(MARK, text)
        rest, named = re.subn(year, MARK, rest)
        return rest, count + named

    def _cut(self, words: re.Pattern[str], text: str) -> str:
        """A text without these words, but where they stand in a name (低 in 低保)."""
        parts = self.names.split(text)
        return "".join(part if at % 2 else words.sub(MARK, part) for at, part in enumerate(parts))

    def _unit(self, behind: str, units: Mapping[str, object]) -> str:
        """The measure word that a text begins with."""
        found = (behind[:size] for size in range(LONGEST, 0, -1))
        return next((word for word in found if word in units or word in MONEY), "")


YEAR = late("(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
OWN = "{}年(?:度|全年)?"
# 比2011年早一年 is the year before; what is held against the report's own year is another's.
BACK, HELD = "[比较]{}年(?:还|再)?(?:早|往前|靠前|提前)(?:了)?一年", "[比较]{}年"
MARK = "\0"
# What asks for money without its unit.
MONEY = {"钱": "元", "块": "元", "块钱": "元", "万块": "元", "万块钱": "元", "万": ""}
LONGEST = 4
WHETHER = late("[吗么吧][?？。 ]*$|是不是|是否|有没有|没有?[?？。 ]*$")


def times_of(rows: Mapping[str, Sequence[str]]) -> Times:
    """The classes as the file has them."""
    at = f"{either(rows['same_time'])}?"
    return Times(
        prior=late(either(rows["prior"]) + at),
        start=late(either(rows["start"])),
        far=late(either(rows["far"])),
        against=late(either(rows["against"])),
        rose=late(either(rows["rose"])),
        fell=late(either(rows["fell"])),
        moved=late(either(rows["moved"])),
        asks=late(either(rows["how_much"])),
        share=late(either(rows["as_share"])),
        extent=late(either(rows["extent"])),
        idle=late(either(rows["idle"])),
        numbers=late(f"{either(rows['numbers'])}|[数量](?={MARK}|$)"),
        names=late(f"({either(rows['names'])})"),
    )
