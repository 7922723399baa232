"""How people speak of what the official forms count, in the words of the forms: 留到明年办的 for 结转下年度继续办理的.

The words are those of `knowledge/lexicon/applying.yaml`. A stretch of a question is read only where every
character of it belongs to one of them, so that nothing that was asked is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from assistant.language.either import either
from assistant.language.wordings import spelled
from assistant.late import late

APPLYING, THEME, RECEIVED = "applying", "theme", "received"
COUNTS, WHETHER, IDLE, STATED = "counts", "whether", "idle", "stated"
SAID_OF, ALL = "counted", "universal"
# A number that a question gives itself: 收到的684件里.
NUMBER = late(r"(\d+)(?:件|份|起|宗|个|条|次)")
# What a word costs that only stands around the others, and one that says what is counted.
AROUND, SAID = 2, 1
# What asks whether there is any only at the end of a question.
FINAL = ("吗", "么", "没有", "没", "不")
WHAT = "么"


@dataclass(frozen=True, slots=True)
class Counted:
    """Something that the forms count: the ways to say it, what has to or may stand beside it, its plain names."""

    name: str
    says: tuple[str, ...]
    plainly: tuple[str, ...]
    needs: frozenset[str]
    of: frozenset[str]
    any: tuple[str, ...]  # its plain names where it is asked whether there is any
    alone: bool  # no kind of applicant goes with it
    about: str  # what a passage has to speak of that tells it
    whole: bool  # it is asked for in whole questions


@dataclass(frozen=True, slots=True)
class Bag:
    """What a stretch of a question says, in whatever order."""

    names: frozenset[str]
    who: tuple[str, ...]
    ways: tuple[str, ...]
    asks: tuple[str, ...]
    stated: tuple[int, ...]
    # What one word may be the name of: 被纠错 is said of reconsiderations and of lawsuits.
    either: tuple[frozenset[str], ...] = ()

    def __or__(self, other: Bag) -> Bag:
        """What both say."""
        return Bag(
            self.names | other.names,
            tuple(dict.fromkeys((*self.who, *other.who))),
            tuple(dict.fromkeys((*self.ways, *other.ways))),
            (*self.asks, *other.asks),
            (*self.stated, *other.stated),
            (*self.either, *other.either),
        )


NOTHING = Bag(frozenset(), (), (), (), ())


@dataclass(frozen=True)
class Applying:
    """The classes of the file, and what a stretch of a question says by them."""

    counted: Mapping[str, Counted]
    words: Mapping[str, tuple[str, str]]
    kinds: Mapping[str, tuple[str, ...]]
    final: re.Pattern[str]
    gate: re.Pattern[str]
    uncounted: re.Pattern[str]
    strict: re.Pattern[str]
    against: Mapping[str, str]
    made: dict[str, Bag | None] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def longest(self) -> int:
        """How long a word of the classes is at most."""
        return max(map(len, self.words))

    @cached_property
    def rows(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """Every way to say something that is counted."""
        return tuple((late(row), c.name) for c in self.counted.values() for row in c.says)

    def said(self, text: str) -> Bag | None:
        """What a stretch says; nothing where a character of it is in no word of these classes."""
        asks: list[str] = []
        while found := self.final.search(text):
            text = text[: found.start()]
            asks += [WHETHER] * (found["whether"] is not None)
        names: set[str] = set()
        who, ways, stated, several = [], [], [], []
        for word, kind, name in self._best(text) or ():
            if kind in (COUNTS, WHETHER, ALL):
                asks.append(kind)
            elif kind == "who":
                who.append(name)
            elif kind == "way":
                ways.append(name)
            elif kind == STATED:
                stated.append(int(word))
            elif kind == SAID_OF and len(of := self._names(word)) > 1:
                several.append(of)
            elif kind != IDLE:
                names.add(name)
        if text and self._best(text) is None:
            return None
        if WHETHER in asks and (ALL in asks or stated):
            # 都答复了吗 and 是520件吗 ask of all, and of a number.
            return None
        return Bag(
            frozenset(names),
            tuple(dict.fromkeys(who)),
            tuple(dict.fromkeys(ways)),
            tuple(ask for ask in asks if ask != ALL),
            tuple(stated),
            tuple(several),
        )

    def meant(self, bag: Bag, before: Bag = NOTHING) -> Counted | None:
        """The one thing that is counted, where nothing that is said goes without it."""
        around = bag | before
        there = {*around.names, *(k for k in ("who", "ways", "stated") if getattr(around, k))}
        said = [self.counted[n] for n in bag.names if n in self.counted]
        for names in bag.either:
            fit = [self.counted[n] for n in sorted(names) if self._fits(n, there)]
            if len(fit) != 1:
                return None
            said += [fit[0]] if fit[0] not in said else []
        if not said and (bag.who or bag.ways or APPLYING in bag.names):
            said = [self.counted[RECEIVED]]
        only = [c for c in said if not any(c.name in o.of for o in said if o is not c)]
        if len(only) != 1:
            return None
        [one] = only
        if any(c is not one and c.name not in one.of for c in said):
            return None
        if not self._fits(one.name, there):
            return None
        if one.alone and (
            bag.who or bag.ways or (APPLYING in bag.names and APPLYING not in one.of)
        ):
            return None
        goes = one.name == RECEIVED or not bag.ways
        return one if goes and len(bag.who) + len(bag.ways) < 2 else None

    def _fits(self, name: str, there: Set[str]) -> bool:
        """Is what has to be said beside it there?"""
        needs = self.counted[name].needs
        return not needs or bool(needs & there)

    def _names(self, word: str) -> frozenset[str]:
        return frozenset(name for pattern, name in self.rows if pattern.fullmatch(word))

    def plainly(self, one: Counted, bag: Bag) -> Iterator[str]:
        """What is counted, in the words of the forms, the likeliest first."""
        names = one.any if WHETHER in bag.asks else one.plainly
        if bag.ways:
            yield from self.kinds[bag.ways[0]]
        elif bag.who:
            for who in self.kinds[bag.who[0]]:
                if one.name == RECEIVED:
                    yield f"{who}提出的申请"
                yield from (f"{who}{plain}" for plain in names if one.name != RECEIVED)
        else:
            yield from names

    def _best(self, text: str) -> list[tuple[str, str, str]] | None:
        """The words that cover a stretch, as few as can be; None where none do."""
        costs: list[tuple[int, int, str, str] | None] = [None] * (len(text) + 1)
        costs[0] = (0, 0, "", "")
        for at in range(len(text)):
            if (so_far := costs[at]) is None:
                continue
            for end, kind, name in self._at(text, at):
                cost = so_far[0] + (AROUND if kind == IDLE else SAID)
                held = costs[end]
                if held is None or cost < held[0]:
                    costs[end] = (cost, at, kind, name)
        if costs[-1] is None:
            return None
        found, end = [], len(text)
        while end:
            step = costs[end]
            assert step is not None
            _, at, kind, name = step
            word = text[at:end]
            found.append((word.rstrip("件份起宗个条次") if kind == STATED else word, kind, name))
            end = at
        return found[::-1]

    def _at(self, text: str, at: int) -> Iterator[tuple[int, str, str]]:
        for end in range(at + 1, min(len(text), at + self.longest) + 1):
            if (known := self.words.get(text[at:end])) is not None:
                yield end, *known
        for pattern, name in self.rows:
            if (found := pattern.match(text, at)) and found.end() > at:
                yield found.end(), SAID_OF, name
        if found := NUMBER.match(text, at):
            yield found.end(), STATED, ""


def applying_of(rows: Mapping[str, Any]) -> Applying:
    """The classes as the file has them."""
    classes = {name: _any(words) for name, words in rows["classes"].items()}
    words: dict[str, tuple[str, str]] = {}
    for kind in (IDLE, ALL, THEME, APPLYING):
        words |= {str(word): (kind, kind) for word in rows[kind]}
    words |= {str(word): (COUNTS, COUNTS) for word in rows["counts"]}
    kinds: dict[str, tuple[str, ...]] = {}
    for kind in ("who", "way"):
        for name, row in rows[kind].items():
            words |= {str(word): (kind, name) for word in row["says"]}
            kinds[name] = tuple(map(str, row["plainly"]))
    # 没有 asks only where it ends a question; 有没有 wherever it stands.
    asked = tuple(map(str, rows["whether"]))
    words |= {word: (WHETHER, WHETHER) for word in asked if word not in FINAL}
    counted = {
        str(name): Counted(
            str(name),
            tuple(spelled(form, classes) for form in row["says"]),
            tuple(map(str, row["plainly"])),
            frozenset(map(str, row["needs"])),
            frozenset(map(str, row.get("of", ()))),
            tuple(map(str, row.get("any", row["plainly"]))),
            bool(row.get("alone", False)),
            str(row.get("about", "申请")),
            bool(row.get("whole", False)),
        )
        for name, row in rows["counted"].items()
    }
    against = rows["against"]
    by, more, share = (either(against[part]) for part in ("by", "more", "share"))
    joining, together = either(rows["joining"]), either(rows["together"])
    shares = either(rows["shares"])
    counts = f"(?:是|有|要办|要处理|得办)*{either(rows['counts'])}"
    held = {
        "more": f"(?P<a>.+?){by}(?P<b>.+?)(?P<how>{more})(?:了|出)*{counts}",
        "share": f"(?P<a>.+?){share}(?P<b>.+?)的?{shares}",
        "within": f"(?P<b>.+?)(?:里面|里头|当中|之中|里|中)[,，]?(?P<a>.+?){share}(?:的|比)*{shares}",
        "sum": f"(?P<a>.+?){joining}(?P<b>.+?){together}{counts}",
    }
    return Applying(
        counted,
        words,
        kinds,
        late(
            rf"(?:(?P<whether>(?<![什怎那这多])么|{either(w for w in asked if w != WHAT)})|[,，。?？!！;；呢呀啊])$"
        ),
        late(either(rows["gate"])),
        late(either(rows["uncounted"])),
        late(f"(?:多少|几)({either(rows['strict'])})(?![的一-龥]*(?:答复|回复))"),
        held,
    )


def _any(words: Sequence[object]) -> str:
    return either(words)


def clauses_of(text: str) -> tuple[str, ...]:
    """The clauses of a question: what stands between its marks."""
    cuts = [0, *(m.end() for m in re.finditer("[,，。;；?？!！]", text)), len(text)]
    return tuple(part for a, b in pairwise(cuts) if (part := text[a:b].strip(" ,，。;；?？!！")))
