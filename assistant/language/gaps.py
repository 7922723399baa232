"""A question as a clause with a gap where it asks: 哪里的公开意识不强 is [ ]公开意识不强, told by 个别乡镇公开意识不强.

What asks, what fills a gap of its kind and what a clause need not repeat are those of `knowledge/lexicon/gaps.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.language.either import either
from assistant.language.same import Same
from assistant.late import late

SO, NUMBER = "so", "number"
# Where a question asks.
GAPPED = "\n"
QUOTED = late("“[^”]*”")
MARKS = late(r"[^\w]")
# What stands before a thing of one character that is counted.
COUNTING = "[个家名户各]"
NEVER = late("(?!)")
# So long is the longest stretch of a question that is looked for at once, and so short the shortest.
LONGEST, SHORTEST = 14, 2


@dataclass(frozen=True, slots=True)
class Kind:
    """What asks for something of a kind, and what fills its gap.

    `noun`: the noun behind what asks is of what is sought; `beside` is what a clause next to it begins with
    that fills it, `not_by` how no fill of it ends; `drops` is what belongs to what asks (多久更新一次),
    `whole` what does where nothing else stands behind it (怎么处理); `results` how a clause behind it begins that
    says what came of it.
    """

    name: str
    asks: re.Pattern[str]
    filled_by: tuple[str, ...]
    beside: tuple[str, ...]
    not_by: tuple[str, ...]
    drops: re.Pattern[str]
    whole: re.Pattern[str]
    results: re.Pattern[str]
    noun: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """What a question says before and behind what asks in it; `is_general` where a noun behind that is of any kind."""

    kind: Kind
    before: str
    after: str
    asking: str = ""
    is_general: bool = False

    @property
    def said(self) -> str:
        """All that the question says, with a mark where it asks."""
        return f"{self.before}{GAPPED}{self.after}"


@dataclass(frozen=True, slots=True)
class Aligned:
    """The stretches of a clause that the question says too, in its order; `led` characters stand in headings.

    The first `before` of them stand before what asks; `swapped` of them say it in other words.
    """

    runs: tuple[tuple[int, int], ...]
    single: tuple[str, ...]
    led: int
    before: int
    swapped: int = 0

    @property
    def beside(self) -> tuple[int, int] | None:
        """The stretch next to what asks: the first behind it, else the last before it."""
        return (*self.runs[self.before :], *self.runs[: self.before][-1:], None)[0]

    @property
    def shared(self) -> int:
        """How many characters both say."""
        return sum(end - start for start, end in self.runs)

    @property
    def is_in_order(self) -> bool:
        """Does the clause say them in the order of the question?"""
        return all(a[0] <= b[0] for a, b in zip(self.runs, self.runs[1:], strict=False))

    def rest(self, text: str) -> list[str]:
        """What the clause says besides, stretch by stretch."""
        taken = bytearray(len(text))
        for start, end in self.runs:
            taken[start:end] = b"\1" * (end - start)
        kept = "".join("\0" if taken[at] else char for at, char in enumerate(text))
        return [part for part in kept.split("\0") if part]


@dataclass(frozen=True, slots=True)
class Gaps:
    """How questions are read as clauses with a gap, and what a clause says besides."""

    kinds: tuple[Kind, ...]
    whether: re.Pattern[str]
    ties: frozenset[str]
    words: re.Pattern[str]
    idle: re.Pattern[str]
    general: re.Pattern[str]
    vague: re.Pattern[str]
    denying: re.Pattern[str]
    own: tuple[str, ...]
    turning: tuple[str, ...]
    plans: tuple[str, ...]
    planning: tuple[str, ...]
    done: tuple[str, ...]
    begun: tuple[str, ...]
    towards: re.Pattern[str]
    bearing: re.Pattern[str]
    ahead: tuple[str, ...]
    coming: tuple[str, ...]

    def read(self, text: str) -> Gap | None:
        """The question with its gap; None where nothing asks that could leave one."""
        plain = self.words.sub("", text.rstrip("?？。.!！ "))
        plain = self.bearing.sub("", self.towards.sub("", plain))
        found = [(m.start(), kind, m) for kind in self.kinds if (m := kind.asks.search(plain))]
        if found:
            # Of what asks at one place, the kind that is told first; else what asks first.
            _, kind, asked = min(found, key=lambda row: row[0])
            before, after = plain[: asked.start()], kind.drops.sub("", plain[asked.end() :])
            after = kind.whole.sub("", after)
            noun = self.general.match(after) if kind.noun else None
            return Gap(kind, before, after[noun.end() if noun else 0 :], asked.group(), bool(noun))
        ending = self.whether.search(plain)
        if ending is None:
            return None
        so = next(kind for kind in self.kinds if kind.name == SO)
        return Gap(so, plain[: ending.start()], "")

    @property
    def persons(self) -> tuple[str, ...]:
        """What names somebody."""
        return next(kind for kind in self.kinds if kind.name == "who").filled_by

    def align(
        self, said: str, text: str, headings: str, same: Same | None = None
    ) -> Aligned | None:
        """Where a clause says what the question says, in its words or the `same`; None where it leaves some unsaid."""
        runs: list[tuple[int, int]] = []
        single: list[str] = []
        at = led = before = swapped = 0
        while at < len(said):
            here, there = _longest(said, at, text), _longest(said, at, headings)
            other = same.told(said, at, text, runs) if same else None
            start = _free(said[at : at + here], text, runs)
            if start is None and other and other[0] >= here:
                # 培训班重点培训哪些人 of 办培训班,轮训信息员: what is said once is not said twice.
                runs.append(other[1])
                swapped += 1
                at += other[0]
                continue
            alone = other and (other[0] > 1 or self._stands(said, at + 1, text, headings, same))
            if other and alone and other[0] > max(here, there):
                runs.append(other[1])
                swapped += 1
                at += other[0]
                continue
            if max(here, there) >= SHORTEST:
                if here >= there:
                    start = text.find(said[at : at + here]) if start is None else start
                    runs.append((start, start + here))
                else:
                    led += there
                at += max(here, there)
                continue
            idle = self.idle.match(said, at) if same else None
            if idle:
                at = idle.end()
                continue
            char = said[at]
            before = len(runs) if char == GAPPED else before
            if char not in self.ties and not MARKS.match(char):
                if char not in text:
                    return None
                single.append(char)
            at += 1
        left = single if same is None else [c for c in single if not _is_beside(c, runs, text)]
        return Aligned(tuple(runs), tuple(left), led, before, swapped)

    def _stands(self, said: str, at: int, text: str, headings: str, same: Same | None) -> bool:
        """Does the word of one character before this place end here, with a word behind it that is told?"""
        rest = said[at : at + 1]
        if not rest or rest == GAPPED or rest in self.ties or MARKS.match(rest):
            return True
        other = same.told(said, at, text, ()) if same else None
        return (
            max(_longest(said, at, text), _longest(said, at, headings)) >= SHORTEST
            or bool(other and other[0] >= SHORTEST)
            or self.idle.match(said, at) is not None
        )

    def told(self, rest: Iterable[str]) -> str:
        """What is left of a rest without marks, ties and words that name nothing."""
        text = "\n".join(self.vague.sub("", part) for part in rest)
        return "".join(c for c in MARKS.sub("", text) if c not in self.ties)

    def denies(self, rest: Iterable[str]) -> bool:
        """Does a clause deny something that the question does not? What it quotes denies nothing."""
        return bool(self.denying.search(QUOTED.sub("", "\0".join(rest))))


def _is_beside(char: str, runs: Iterable[tuple[int, int]], text: str) -> bool:
    """Does the clause say it right before or behind a stretch that it shares (新 of 新举措), or count such (3个村)?"""
    counted = re.search(f"{COUNTING}{re.escape(char)}", text)
    return bool(counted) or any(char in (text[a - 1 : a], text[b : b + 1]) for a, b in runs)


def _free(word: str, text: str, runs: Iterable[tuple[int, int]]) -> int | None:
    """Where a text first says this in a place that is not taken."""
    starts = (m.start() for m in re.finditer(re.escape(word), text))
    taken = list(runs)
    return next((s for s in starts if all(s + len(word) <= a or b <= s for a, b in taken)), None)


def _longest(said: str, at: int, text: str) -> int:
    """How many characters from there on stand in a text."""
    length = 0
    for end in range(at + SHORTEST, min(len(said), at + LONGEST) + 1):
        if GAPPED in said[at:end] or said[at:end] not in text:
            break
        length = end - at
    return length


def _led(row: Mapping[str, Any]) -> str:
    """What may stand before what asks and belongs to it: 秉持的是|什么理念, 登|在哪里."""
    return f"(?:{either(row['lead'])}的?是?)?" if row.get("lead") else ""


def _asks(row: Mapping[str, Any]) -> str:
    """What asks, as it stands or built of a word of each class in turn: 起到|了|什么|作用."""
    built = ("".join(map(either, classes)) for classes in row.get("built", ()))
    whole = (_led(row) + either(row["asks"]),) if row["asks"] else ()
    last = ("".join(map(either, classes)) + "$" for classes in row.get("last", ()))
    return "|".join((*whole, *built, *last))


def _results(row: Mapping[str, Any]) -> re.Pattern[str]:
    """How a clause begins that says what comes of another: 切实提升, 确保; 推动 only behind 有效."""
    plain = f"{either(row['adverbs'])}*{either(row['acts'])}"
    return late(f"{plain}|{either(row['firm'])}{either(row['behind_firm'])}")


def gaps_of(data: Mapping[str, Any]) -> Gaps:
    """What the file says."""
    results = _results(data["results"])
    kinds = (
        Kind(
            row["name"],
            late(_asks(row)),
            tuple(map(str, row.get("filled_by", ()))),
            tuple(map(str, row.get("beside", ()))),
            tuple(map(str, row.get("not_by", ()))),
            late(either(row.get("drops", ("\0",)))),
            late(f"^{either(row.get('whole', ('',)))}的?$"),
            results if row.get("result") else NEVER,
            bool(row.get("noun")),
        )
        for row in data["kinds"]
    )
    bearers = either(data["bearers"])
    harmless, denying = either(data["harmless"]), either(data["denying"])
    return Gaps(
        kinds=tuple(kinds),
        whether=late(f"{either(data['so'])}$"),
        ties=frozenset(map(str, data["ties"])),
        words=late(either((*data["words"], *data["ahead"]))),
        idle=late(either(data["idle"])),
        general=late(f"^{either(data['general'])}"),
        vague=late(either(data["vague"])),
        denying=late(f"(?!{harmless}){denying}"),
        own=tuple(map(str, data["own"])),
        turning=tuple(map(str, data["turning"])),
        plans=tuple(map(str, data["plans"])),
        planning=tuple(map(str, data["planning"])),
        done=tuple(map(str, data["done"])),
        begun=tuple(map(str, data["begun"])),
        towards=late(either(data["towards"]) + f"(?:广大|全体|所有)?{bearers}"),
        bearing=late(f"(?:^|(?<=[,，])){bearers}{either(data['bearing'])}"),
        ahead=tuple(map(str, data["ahead"])),
        coming=tuple(map(str, data["coming"])),
    )
