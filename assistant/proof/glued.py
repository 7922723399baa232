"""Numbers that stand together in a flattened table of two columns: 总数条2121其中:1.当面申请数条18182.传真申请数条33.

Under the head 年度历年累计 the digits of a row are the number of the year and that of all years. They are
two where only one way is left to part them: by themselves, by the sums of a total and its parts, or where
the year's number is stated before the table, with the unit, in words of the row's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from assistant.proof.figures import Figure

HEAD = re.compile("年度?历年累计数?")
ROW = re.compile("(?P<name>[^0-9\\s][^\\s]*?)(?P<digits>[0-9]{2,})(?P<item>[.、](?![0-9]))?")
ITEM = re.compile("(?<![0-9])[0-9]{1,2}[.、](?![0-9])")
FAR = 3000
WAYS = 5000
LONGEST = 24
CERTAIN = 3

Way = tuple[str, str]


def parted_in(text: str, start: int, end: int) -> Iterator[Figure]:
    """The numbers that a stretch of the text holds two and two together."""
    for found in re.finditer("[0-9]{2,}", text[start:end]):
        at = start + found.start()
        for number in parted(text, at) or ():
            yield Figure(Fraction(number), 1, False, at, at + len(number), text[: at + len(number)])
            at += len(number)


def parted(text: str, start: int) -> Way | None:
    """The two numbers of the digits that stand at this place; None where they are not two for certain."""
    low = max(0, start - FAR)
    heads = list(HEAD.finditer(text, low, start))
    if not heads or re.search("\\s", text[heads[-1].end() : start]):
        return None
    at = heads[-1].end()
    block = ITEM.sub(lambda m: "〇" * len(m[0]), text[at : at + FAR].split(maxsplit=1)[0])
    rows: list[tuple[int, bool, str]] = []
    names: list[str] = []
    following = False
    for m in ROW.finditer(block):
        part = following or "其中" in m["name"]
        rows.append((at + m.start("digits"), part, m["digits"][:-1] if m["item"] else m["digits"]))
        names.append(m["name"])
        following = bool(m["item"])
    here = next((n for n, row in enumerate(rows) if row[0] == start), None)
    if here is None:
        return None
    ways = [_ways(digits) for _, _, digits in rows]
    if len(ways[here]) == 1:
        return ways[here][0]
    first = next((n for n in range(here, -1, -1) if not rows[n][1]), here)
    last = next((n for n in range(first + 1, len(rows)) if not rows[n][1]), len(rows))
    family = ways[first:last]
    count = 1
    for each in family:
        count *= len(each)
    if len(family) > 1 and 0 < count <= WAYS:
        held = [c for c in product(*family) if _adds_up(c, 0) and _adds_up(c, 1)]
        if len(held) == 1:
            return held[0][here - first]
    total = parted(text, rows[first][0]) if rows[here][1] and first != here else None
    said = text[: heads[-1].start()]
    told = [
        way
        for way in ways[here]
        if not (total and (int(way[0]) > int(total[0]) or int(way[1]) > int(total[1])))
        and _stated(way[0], names[here], said)
    ]
    return told[0] if len(told) == 1 else None


def _ways(digits: str) -> list[Way]:
    if len(digits) > LONGEST:
        return []
    cuts = ((digits[:at], digits[at:]) for at in range(1, len(digits)))
    return [w for w in cuts if all(n == "0" or n[0] != "0" for n in w) and int(w[0]) <= int(w[1])]


def _stated(number: str, name: str, said: str) -> bool:
    """Is this number said of what the row names, in the unit that its name ends in?"""
    if len(number) < CERTAIN:
        return False
    units = "|".join(re.escape(name[-size:]) for size in (1, 2, 3))
    pairs = {name[n : n + 2] for n in range(len(name) - 2)}
    for found in re.finditer(rf"(?<![0-9.]){number}(?:{units})", said):
        clause = re.split(r"[,，。;；:：、!！?？\s]", said[: found.start()])[-1]
        if any(pair in clause for pair in pairs):
            return True
    return False


def _adds_up(rows: tuple[Way, ...], column: int) -> bool:
    return int(rows[0][column]) == sum(int(row[column]) for row in rows[1:])
