"""Mends how a word is written, never what is asked: typos, homophones, look-alikes, typed pinyin.

Only characters that no name covers are mended, and only towards a name that sounds or looks like
what was written; a known word is left alone, so one real place or measure never becomes another.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from assistant.late import late
from assistant.lexicon import Lexicon
from assistant.model import Mention, Repair
from assistant.steps.likeness import DENYING, FIRM, LONGEST, SAME_SHAPE, SAME_SOUND, WHY, likeness

LATIN = late(r"[a-zü']+(?:[\s]+[a-zü']+)*")
REACH = 5
Spans = tuple[tuple[tuple[int, int], Repair], ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    start: int
    end: int
    name: str
    why: int


def repair(
    text: str, mentions: tuple[Mention, ...], lexicon: Lexicon
) -> tuple[tuple[Mention, ...], Spans]:
    """Readings for what is unread, as mentions over the same characters, and what each replaces."""
    fixed: list[Mention] = []
    repairs: list[tuple[tuple[int, int], Repair]] = []
    for match in LATIN.finditer(text):
        if not all(_known(m) for m in mentions if m.start < match.end() and match.start() < m.end):
            for mention in _spelled(text, match.span(), lexicon):
                fixed.append(mention)
                repairs.append(
                    (_span(mention), Repair(mention.text, _name(mention, lexicon), "拼音"))
                )
    near = cache(lexicon.near)
    for mention in mentions:
        if mention.senses or LATIN.search(mention.text):
            continue
        best = list(_best(_readings(text, mention, mentions, lexicon, near)))
        for span in dict.fromkeys((r.start, r.end) for r in best):
            names = [r for r in best if (r.start, r.end) == span]
            senses = dict.fromkeys(s for r in names for s in lexicon.senses(r.name))
            written = text[slice(*span)]
            fixed.append(Mention(*span, written, tuple(senses), read=names[0].name))
            read = "、".join(r.name for r in names)
            repairs.append((span, Repair(written, read, WHY[names[0].why])))
    return tuple(fixed), tuple(repairs)


def _span(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _known(mention: Mention) -> bool:
    return bool(mention.senses)


def _readings(
    text: str,
    unread: Mention,
    mentions: tuple[Mention, ...],
    lexicon: Lexicon,
    near: Callable[[str], Iterable[str]],
) -> Iterator[_Reading]:
    """Names that a window around the unread characters may have been meant for.

    A window never takes a part of a word that is read, nor any word that is read for certain.
    """
    first, last = unread.start - LONGEST, unread.end + LONGEST
    beside = [m for m in mentions if m.senses and first < m.end and m.start < last]
    around = [m for m in beside if not _is_loose(m)]
    open_to_change = [unread, *(m for m in beside if _is_loose(m))]
    firm = [m for m in around if m.kinds() & FIRM and m.text not in DENYING]
    denials = [m for m in around if m.text in DENYING]
    content = [m for m in around if "frame" not in m.kinds()]
    for start in range(max(0, unread.start - REACH, unread.end - LONGEST), unread.start + 1):
        reach = min(len(text), unread.end + REACH, start + LONGEST)
        for end in range(unread.end, reach + 1):
            window = text[start:end]
            if not window.isalnum():
                continue
            if any(_touches(m, start, end) for m in firm) or any(
                _cuts(m, start, end) for m in content
            ):
                continue
            before = text[start - 1 : start]
            for name in near(window):
                if not _keeps(denials, window, name, start) or (before == name[0] != window[0]):
                    continue
                if len(name) > 1 or _is_concept(name, lexicon):
                    why = likeness(window, name, lexicon)
                    if why is not None and _mends_unread(window, name, start, open_to_change):
                        yield _Reading(start, end, name, why)


def _keeps(denials: list[Mention], window: str, name: str, start: int) -> bool:
    """Does the name deny where the window does (不予公开 for 不羽公开), and nowhere else?"""
    inside = [m for m in denials if start <= m.start < start + len(window)]
    if any(window.count(word) > name.count(word) for word in DENYING):
        # 同意未公开 is not meant for 同意公开.
        return False
    if not inside:
        return True
    alike = len(name) == len(window)
    return alike and all(name[m.start - start] == m.text for m in inside)


def _is_loose(mention: Mention) -> bool:
    """Frame words, and a single character read only by a looser name (收), are not read for certain."""
    single = len(mention.text) == 1
    return all(
        s.kind == "frame" or (single and (s.near or s.kind == "operator")) for s in mention.senses
    )


def _cuts(mention: Mention, start: int, end: int) -> bool:
    """Does the window take only a part of this mention?"""
    return _touches(mention, start, end) and not (start <= mention.start and mention.end <= end)


def _mends_unread(window: str, name: str, start: int, unread: list[Mention]) -> bool:
    """A changed character must be one that was unread; an added one must stand inside."""
    if len(window) > len(name):
        return window[0] == name[0] and window[-1] == name[-1]
    if len(window) < len(name):
        return True
    changed = [start + i for i, (a, b) in enumerate(zip(window, name, strict=True)) if a != b]
    return any(m.start <= at < m.end for m in unread for at in changed)


def _touches(mention: Mention, start: int, end: int) -> bool:
    return mention.start < end and start < mention.end


def _best(readings: Iterator[_Reading]) -> Iterator[_Reading]:
    """The likeliest readings: the best likeness, then the longest name; ties are kept.

    A sound and a shape are equally likely: 赚职 may be 专职 and may be 兼职.
    """
    found = list(readings)
    if not found:
        return
    best = min(found, key=lambda r: (r.why, -len(r.name)))
    alike = {SAME_SOUND, SAME_SHAPE} if best.why == SAME_SOUND else {best.why}
    chosen = [r for r in found if r.why in alike and len(r.name) == len(best.name)]
    chosen.sort(key=lambda r: r.why)
    first = (chosen[0].start, chosen[0].end)
    yield from (r for r in chosen if (r.start, r.end) == first)


def _is_concept(name: str, lexicon: Lexicon) -> bool:
    return any(s.atoms == (name,) for s in lexicon.senses(name))


# --------------------------------------------------------------------------- typed pinyin


def _spelled(text: str, span: tuple[int, int], lexicon: Lexicon) -> Iterator[Mention]:
    """Latin letters as pinyin of known names: every name at every place, best covering wins later."""
    letters = [(at, c) for at, c in enumerate(text[slice(*span)], span[0]) if c not in " '"]
    joined = "".join(c for _, c in letters)
    ends: dict[int, dict[int, tuple[str, ...]]] = {}
    for start in range(len(joined) - 1, -1, -1):
        spelled = lexicon.sounding(joined, start)
        ends[start] = {
            end: spelled[end] for end in sorted(spelled) if end == len(joined) or ends[end]
        }
    for start in _reachable(ends):
        for end, names in ends[start].items():
            senses = dict.fromkeys(s for name in names for s in lexicon.senses(name))
            begin, finish = letters[start][0], letters[end - 1][0] + 1
            yield Mention(begin, finish, text[begin:finish], tuple(senses), read=names[0])


def _reachable(ends: Mapping[int, Collection[int]]) -> list[int]:
    """The places where a name may begin, in readings that leave no letter over."""
    found, todo = set(), [0] if ends.get(0) else []
    while todo:
        start = todo.pop()
        if start not in found and ends.get(start):
            found.add(start)
            todo += ends[start]
    return sorted(found)


def _name(mention: Mention, lexicon: Lexicon) -> str:
    letters = mention.text.replace(" ", "").replace("'", "")
    return "、".join(lexicon.sounding(letters, 0).get(len(letters), (mention.text,)))
