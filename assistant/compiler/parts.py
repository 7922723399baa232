"""Lists of parts that nothing marks but their sum; and rows of parallel figures without a total."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from assistant.compiler.inherit import as_part, is_change
from assistant.compiler.outline import Span
from assistant.compiler.prose import Draft, Prose
from assistant.compiler.sums import amount, base, has_sum, is_share

FEW, SOME, MANY = 2, 3, 4
NEAR = 60
# What announces the parts of the total before it, where they are only two.
ANNOUNCED = re.compile("其中|分别|[中看分](?=[,，])|包括|[即含:：(（]|结果")
MARKED = re.compile("其中|含|包括|包含")
# No list that people write is longer, and no total stands further before it.
LONGEST_LIST, FURTHEST = 100, 1000
KINDS = ("count", "money")


def with_parts(prose: Prose, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with the parts that add up to a stated total as its parts, and with groups."""
    found = list(drafts)
    _without_lone_asides(prose, found)
    _without_too_many(prose, found)
    for row in _rows(prose, found):
        _after_total(prose, found, row)
        _before_total(prose, found, row)
    for row in _rows(prose, found):
        _of_an_earlier_total(prose, found, row)
        _completing(prose, found, row)
    _group(prose, found)
    return found


def _without_lone_asides(prose: Prose, drafts: list[Draft]) -> None:
    """One number in a bracket that nothing marks as a part (共计40元) is an aside."""
    inside: dict[str, list[int]] = {}
    for index, draft in enumerate(drafts):
        if draft.depth and draft.figure.part_of:
            inside.setdefault(draft.figure.part_of, []).append(index)
    for indexes in inside.values():
        figure = drafts[indexes[0]].figure
        opened = max(prose.text.rfind("(", 0, figure.number[0]), figure.clause[0])
        if len(indexes) == 1 and not MARKED.search(prose.text, opened, figure.number[0]):
            figure = replace(figure, part_of=None, group=None)
            drafts[indexes[0]] = replace(drafts[indexes[0]], figure=figure)


def _without_too_many(prose: Prose, drafts: list[Draft]) -> None:
    """Parts that together exceed their whole are parts of it and of those beside it, in order.

    街道2566条,乡镇1549条;其中A街道…,B乡…: those up to 2566 are of the 街道, the next of the 乡镇.
    """
    parts: dict[str, list[int]] = {}
    for index, draft in enumerate(drafts):
        if draft.figure.part_of and not draft.depth:
            parts.setdefault(draft.figure.part_of, []).append(index)
    places = {draft.figure.id: n for n, draft in enumerate(drafts)}
    for whole, indexes in parts.items():
        at = places[whole]
        run = [*indexes, *_further(prose, drafts, indexes[-1])]
        if drafts[at].figure.bound != "exact" or (run == indexes and _fits(drafts, at, run)):
            continue
        near = range(max(0, indexes[0] - LONGEST_LIST), indexes[0])
        beside = [n for n in near if _is_beside(prose, drafts[n], drafts[at])]
        for n, own in _shared_out(drafts, run, beside).items():
            figure = replace(drafts[n].figure, part_of=None, group=None)
            counts = {*drafts[at].counts(), drafts[at].who}
            kept = tuple(s for s in drafts[n].inherits if s not in counts)
            free = replace(drafts[n], figure=figure, inherits=kept)
            drafts[n] = as_part(prose, free, drafts[own])


def _fits(drafts: list[Draft], whole: int, parts: list[int]) -> bool:
    return sum(amount(drafts[n].figure) for n in parts) <= amount(drafts[whole].figure)


def _further(prose: Prose, drafts: list[Draft], last: int) -> Iterator[int]:
    """The figures right after a part that go on with its row and are parts of nothing."""
    stretch = prose.stretch(drafts[last].figure.number[0])
    for n in range(last + 1, len(drafts)):
        figure = drafts[n].figure
        alike = base(figure) == base(drafts[last].figure) and figure.kind in KINDS
        if figure.part_of or not alike or figure.number[0] >= stretch[1]:
            return
        yield n


def _is_beside(prose: Prose, draft: Draft, whole: Draft) -> bool:
    """Does this stand in the paragraph of the whole, counting the same?"""
    figure = draft.figure
    same = prose.paragraph(figure.number[0]) == prose.paragraph(whole.figure.number[0])
    return same and figure.kind in KINDS and base(figure) == base(whole.figure)


def _shared_out(drafts: list[Draft], parts: list[int], wholes: list[int]) -> dict[int, int]:
    """Which whole each part goes with, where they fill one whole after the other exactly."""
    shares: dict[int, int] = {}
    at = 0
    for whole in wholes:
        size, end = amount(drafts[whole].figure), at
        total = amount(drafts[whole].figure) * 0
        while end < len(parts) and total < size:
            total += amount(drafts[parts[end]].figure)
            end += 1
        if total == size and end > at:
            shares |= dict.fromkeys(parts[at:end], whole)
            at = end
    return shares if at == len(parts) else {}


def _rows(prose: Prose, drafts: list[Draft]) -> Iterator[list[int]]:
    """The places of the figures of one unit in one paragraph, in reading order."""
    rows: dict[tuple[int, str], list[int]] = {}
    for index, draft in enumerate(drafts):
        figure = draft.figure
        if figure.kind in KINDS and not draft.depth and figure.value is not None:
            key = (prose.paragraph(figure.number[0])[0], base(figure))
            rows.setdefault(key, []).append(index)
    yield from rows.values()


def _after_total(prose: Prose, drafts: list[Draft], row: list[int]) -> None:
    """27件: 网上15件、当面7件、信函5件; and again, divided otherwise."""
    led = [at for at, index in enumerate(row) if _is_led(prose, drafts[index])]
    for place, index in enumerate(row):
        total = drafts[index]
        start = place + 1
        while start < min(len(row), place + LONGEST_LIST):
            if _is_aside(prose, drafts[row[start]], total):
                start += 1
                continue
            end = _end_of_sum(prose, drafts, row, start, total)
            if not end:
                # The next list begins where a clause announces it (按方式分,).
                later = bisect_left(led, start + 1)
                start = led[later] if later < len(led) else len(row)
                continue
            for part in row[start:end]:
                if drafts[part].figure.part_of is None:
                    drafts[part] = as_part(prose, drafts[part], total)
            start = end


def _is_aside(prose: Prose, draft: Draft, total: Draft) -> bool:
    """The total said again, its change, or that of another year (比上年的41件增加22件)."""
    if amount(draft.figure) == amount(total.figure):
        return True
    return draft.figure.when != total.figure.when or is_change(prose, draft)


def _end_of_sum(prose: Prose, drafts: list[Draft], row: list[int], start: int, total: Draft) -> int:
    """Where the parts from `start` on reach the total exactly, or 0."""
    stretch = prose.stretch(drafts[row[start]].figure.number[0])
    for end in range(start + 1, min(len(row), start + LONGEST_LIST) + 1):
        last = drafts[row[end - 1]].figure
        if not stretch[0] <= last.number[0] < stretch[1] or _is_taken(drafts[row[end - 1]], total):
            return 0
        parts = [amount(drafts[i].figure) for i in row[start:end]]
        if sum(parts) > amount(total.figure):
            return 0
        if len(parts) >= FEW and has_sum(parts, amount(total.figure)):
            first = drafts[row[start]].figure
            known = first.part_of == total.figure.id
            between = prose.text[total.figure.number[1] : first.number[0]]
            announced = ANNOUNCED.search(between) is not None and len(between) < NEAR
            opposite = _are_opposite(prose, drafts[row[start]], drafts[row[end - 1]])
            return end if len(parts) > FEW or announced or known or opposite else 0
    return 0


def _are_opposite(prose: Prose, one: Draft, other: Draft) -> bool:
    """合格6706批次,不合格144批次 are all there is."""
    names = prose.cut(one.what), prose.cut(other.what)
    return any(first == f"{no}{second}" for no in "不未" for first, second in (names, names[::-1]))


def _is_taken(draft: Draft, total: Draft) -> bool:
    return draft.figure.part_of not in (None, total.figure.id)


def _before_total(prose: Prose, drafts: list[Draft], row: list[int]) -> None:
    """38万元,自筹12.5万元,合计50.5万元."""
    marks = prose.genre.total_marks
    for place, index in enumerate(row):
        total = drafts[index]
        clause = prose.cut((total.figure.clause[0], total.figure.number[0]))
        if place < FEW or not clause.startswith(marks) or clause.startswith("累计"):
            continue
        stretch = prose.stretch(total.figure.number[0])
        for start in range(place - FEW, max(-1, place - LONGEST_LIST), -1):
            parts = row[start:place]
            if drafts[parts[0]].figure.number[0] < stretch[0]:
                break
            if has_sum((amount(drafts[i].figure) for i in parts), amount(total.figure)):
                counted = _objects(prose, drafts[parts[0]])
                drafts[index] = replace(total, inherits=counted)
                for part in parts:
                    if drafts[part].figure.part_of is None:
                        drafts[part] = as_part(prose, drafts[part], drafts[index])
                break


def _completing(prose: Prose, drafts: list[Draft], row: list[int]) -> None:
    """2543条。其中各部门1687条，占66%。各乡镇856条，占34%: what fills up the parts of a total is one of them too."""
    held: dict[str | None, list[int]] = {}
    for at, index in enumerate(row):
        held.setdefault(drafts[index].figure.part_of, []).append(at)
    for place, index in enumerate(row):
        total = drafts[index]
        parts = [at for at in held.get(total.figure.id, ()) if at > place]
        if not parts or parts[-1] + 1 >= len(row):
            continue
        left = amount(total.figure) - sum(amount(drafts[row[at]].figure) for at in parts)
        at = row[parts[-1] + 1]
        free = drafts[at].figure.part_of is None and amount(drafts[at].figure) == left
        stated = drafts[at + 1].figure if at + 1 < len(drafts) else None
        if free and stated and is_share(stated, drafts[at].figure, total.figure):
            drafts[at] = as_part(prose, drafts[at], total)
            held[total.figure.id].append(at)


def _objects(prose: Prose, draft: Draft) -> tuple[Span, ...]:
    """What a part counts, without who did it: 工作经费 of 县财政安排工作经费."""
    verb = next((w for w in prose.words_in(draft.what) if w.flag == "v"), None)
    return ((verb.end, draft.what[1]) if verb else draft.what,)


def _of_an_earlier_total(prose: Prose, drafts: list[Draft], row: list[int]) -> None:
    """A long list that adds up to a total of an earlier paragraph of its section."""
    free = [i for i in row if drafts[i].figure.part_of is None]
    if not free or len(free) < (SOME if _is_led(prose, drafts[free[0]]) else MANY):
        return
    if len({prose.stretch(drafts[i].figure.number[0]) for i in free}) > 1:
        return
    first = drafts[free[0]].figure
    section = prose.outer_section(first.number[0])
    whole = sum(amount(drafts[i].figure) for i in free)
    for total in reversed(drafts[max(0, free[0] - FURTHEST) : free[0]]):
        figure = total.figure
        if figure.number[0] < section[0]:
            return
        if figure.kind in KINDS and base(figure) == base(first) and amount(figure) == whole:
            for part in free:
                drafts[part] = as_part(prose, drafts[part], total)
            return


def _is_led(prose: Prose, first: Draft) -> bool:
    """Does a clause before the list say that it divides something (按地方分:…)?"""
    return (
        prose.text[max(0, first.figure.start - NEAR) : first.figure.start]
        .rstrip(":：,，")
        .endswith(prose.genre.lead_ends)
    )


def _group(prose: Prose, drafts: list[Draft]) -> None:
    """Parallel figures in one sentence (A57件,B305件,C322件) are a group, named by the first."""
    for row in _rows(prose, drafts):
        free = [i for i in row if drafts[i].figure.group is None]
        for before, after in pairwise(free):
            earlier, later = drafts[before].figure, drafts[after].figure
            if earlier.sentence == later.sentence and _are_parallel(prose, drafts, before, after):
                group = earlier.group or earlier.id
                drafts[before] = replace(drafts[before], figure=replace(earlier, group=group))
                drafts[after] = replace(drafts[after], figure=replace(later, group=group))


def _are_parallel(prose: Prose, drafts: list[Draft], before: int, after: int) -> bool:
    """Nothing but shares stands between two figures, and neither is a change of the other."""
    between = drafts[before + 1 : after]
    return all(d.figure.unit == "%" for d in between) and not is_change(prose, drafts[after])
