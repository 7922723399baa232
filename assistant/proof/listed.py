"""Whether what is named is as many as is said, and stands at its place of the order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assistant.proof.case import Case
from assistant.proof.faults import Fault
from assistant.proof.figures import Figure, figures_in
from assistant.proof.formulas import MANY

LISTED = re.compile("(?:共|分|有|是)(?P<number>[0-9]{1,4})个(?:部分|分项)?：(?P<list>[^\n。]*)")
PLACED = re.compile("在(?P<count>[0-9]{1,4})个中排(?P<last>倒数)?第(?P<place>[0-9]{1,4})位")
IN_ORDER = re.compile("依次是：(?P<list>[^\n。]*)")
LIST_MARK = re.compile(r"(?:^|(?<=[：；\n]))[ ]*(?P<number>[0-9]{1,3})\. ")
FIGURE_BEHIND = re.compile("[0-9][0-9,.]*[一-龥%]{0,3}$")
ASCENDING = re.compile("从低到高|从少到多|升序|倒数|最少|最低|由低到高|由少到多")


def miscounted(case: Case, text: str) -> Iterator[Fault]:
    """What is counted, placed or ordered otherwise than it says."""
    for found in LISTED.finditer(text):
        parts = re.split("；" if "；" in found["list"] else "、", found["list"])
        if not are_so_many(case, parts, int(found["number"])):
            yield Fault("text", f"文字列出的不是{found['number']}个")
    for found in PLACED.finditer(text):
        before = figures_in(text[: found.start()])
        if not (before and _is_placed(case, before[-1], found)):
            yield Fault("text", f"文字里的名次“{found[0]}”不对")
    for found in IN_ORDER.finditer(text):
        marked = LIST_MARK.sub("", "：" + found["list"])
        sizes = [f.full for f in figures_in(marked) if not f.spelt and f.rest[:1] != "年"]
        if sizes not in (sorted(sizes), sorted(sizes, reverse=True)):
            yield Fault("text", "文字里的次序和数字的大小不符")


def are_so_many(case: Case, parts: Sequence[str], count: int) -> bool:
    """Are these so many names, as they stand in the quotes?"""
    quotes = [citation["quote"] for citation in case.answer["citations"]]
    return _can_part(parts, count, quotes)


def _can_part(parts: Sequence[str], count: int, quotes: Sequence[str]) -> bool:
    """Are these `count` names? A name may hold the comma itself, if it stands so in a quote."""
    if len(parts) > MANY:
        return len(parts) == count
    reached = {0: {0}}
    for end in range(1, len(parts) + 1):
        reached[end] = {
            many + 1
            for start in range(end)
            if start == end - 1 or any(_is_in(parts[start:end], quote) for quote in quotes)
            for many in reached[start]
        }
    return all(parts) and count in reached[len(parts)]


def _is_in(parts: Sequence[str], quote: str) -> bool:
    """Do these stand so in a quote, the last perhaps with a figure that has its own cell?"""
    name = "".join("、".join(parts).split())
    return any(n in "".join(quote.split()) for n in (name, FIGURE_BEHIND.sub("", name)))


def _is_placed(case: Case, figure: Figure, found: re.Match[str]) -> bool:
    peers = [f for f in case.cited if f.rest[:1] == figure.rest[:1]]
    sizes = [*{(f.report, f.start): f.full for f in peers}.values()]
    lists = (sizes, *_columns(case), *_rows(case, int(found["count"])))
    return any(_is_placed_among(case, figure, found, column) for column in lists)


def _rows(case: Case, count: int) -> Iterator[list[Fraction]]:
    """So many figures side by side in the cited row of a table."""
    quotes = [c["quote"] for c in case.answer["citations"] if "|" in c["quote"]]
    cells = [f.full for f in figures_in(quotes[0])] if len(set(quotes)) == 1 else []
    yield from (cells[at : at + count] for at in range(len(cells) - count + 1))


def _columns(case: Case) -> Iterator[list[Fraction]]:
    """The figures of the cited rows of a table, column by column."""
    quotes = dict.fromkeys(c["quote"] for c in case.answer["citations"])
    rows = [quote.split("|") for quote in quotes]
    if len(rows) > 1 and all(len(row) > 1 for row in rows):
        for cells in zip(*rows, strict=False):
            numbers = [figures_in(cell.strip()) for cell in cells]
            if all(len(n) == 1 and n[0].bare and not n[0].start for n in numbers):
                yield [n[0].full for n in numbers]


def _is_placed_among(
    case: Case, figure: Figure, found: re.Match[str], sizes: Sequence[Fraction]
) -> bool:
    count, place = int(found["count"]), int(found["place"])
    above = 1 + sum(size > figure.full for size in sizes)
    below = 1 + sum(size < figure.full for size in sizes)
    either = ASCENDING.search(case.answer["question"]) is not None
    places = {below} if found["last"] else {above, below} if either else {above}
    if "\n" in case.text:
        return count <= len(sizes) and place <= max(places)
    return count == len(sizes) and place in places


def without_list_marks(text: str) -> str:
    """The text without the numbers of lists, as long as each list counts 1, 2, 3 …"""
    expected = {"line": 1, "inside": 1}
    pieces, at = [], 0
    for found in LIST_MARK.finditer(text):
        before = text[found.start() - 1 : found.start()]
        level = "inside" if before in ("：", "；") else "line"
        if before != "；":
            expected["inside"] = 1
        if found["number"] == str(expected[level]):
            pieces += [text[at : found.start("number")], " " * len(found["number"])]
            at = found.end("number")
            expected[level] += 1
    return "".join((*pieces, text[at:]))
