"""Lists whose members were counted as one figure: it is of all of them, not of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.index.concepts import NOUNS, concepts_of, telling
from assistant.index.counted import leading_nouns
from assistant.index.reader import SPACE, Reader
from assistant.model import Figure

# The members of a list, and the nouns that name them all.
Listed = tuple[frozenset[str], frozenset[str]]
MEMBERS = re.compile(r"[^、()（）,，]{1,12}(?:、[^、()（）,，]{1,12})+")
# Two names in quotation marks side by side in a list.
QUOTED_NAMES = re.compile("”[^、]{0,6}、“")
JOINING = frozenset({"和", "与", "及", "以及"})
# Kinds of case, each with a number of its own unless one number was given for several.
CASES = frozenset({"行政复议", "行政诉讼", "举报", "投诉"})
CLAUSE_END = re.compile("[,，;；。]")
# What stands before the subject of a clause.
OPENING = re.compile(r"[,，;；。:：\s]?")


def together(reader: Reader, figure: Figure) -> Iterator[Listed]:
    """The lists that a figure counts as one: before its number or taken over, joined by 和, or behind it."""
    yield from _before(reader, reader.text[figure.start : figure.number[0]])
    for start, end in figure.inherits:
        if OPENING.fullmatch(reader.text[start - 1 : start]):
            yield from _before(reader, reader.text[start:end])
    yield from _joined(reader, "" if figure.table else SPACE.sub("", figure.what))
    yield from _behind(reader, figure)


def _before(reader: Reader, before: str) -> Iterator[Listed]:
    """Lists before the number, or in what it takes over (A、B两处查阅中心,全年接待1900人次): A、B等C 15个."""
    for row in MEMBERS.finditer(before):
        *members, last = row.group().split("、")
        end, _, tail = last.partition("等")
        first_of_last = [m.text for m in reader.mentions(end)[:1]]
        members[0] = _without_act(reader, members[0])
        found = [reader.concepts(m) or frozenset({m}) for m in [*members, *first_of_last]]
        bracketed = before[: row.start()].endswith(("(", "（"))
        named = before[: row.start()] if bracketed else tail
        # In quotation marks stand names, whatever they are made of.
        named_so = QUOTED_NAMES.search(row.group()) is not None
        acts = not named_so and any(k == "action" for m in found for k in reader.kinds(m))
        if all(found) and not acts:
            yield frozenset().union(*found), leading_nouns(reader, named)


def _without_act(reader: Reader, member: str) -> str:
    """教育 of 扎实推进教育: what is done to all of a list stands before its first member."""
    acts = [m for m in reader.mentions(member) if "action" in m.kinds() or "verb" in m.kinds()]
    return member[acts[-1].end :] or member if acts else member


def _joined(reader: Reader, what: str) -> Iterator[Listed]:
    """Two joined by 和 before the number (行政公文和政策解读信息9条): the figure is of both."""
    mentions = reader.mentions(what)
    for at, (left, right) in enumerate(pairwise(mentions)):
        last = mentions[at + 1 :]
        ends = last[-1].end == len(what) and all(m.kinds() & NOUNS for m in (left, *last))
        if not ends or what[left.end : right.start] not in JOINING:
            continue
        said = (c for m in reversed(last) if (c := telling(m)))
        keys = [telling(left), next(said, frozenset())]
        if all(keys) and keys[0] != keys[1]:
            yield keys[0] | keys[1], frozenset()


def _behind(reader: Reader, figure: Figure) -> Iterator[Listed]:
    """Kinds of case behind the number (1宗…申请行政复议、提起行政诉讼案) were counted as one."""
    behind = reader.text[figure.number[1] : figure.end]
    named = frozenset(a for m in reader.mentions(behind) for a in concepts_of(m)) & CASES
    if figure.value and len(named) > 1 and not CLAUSE_END.search(behind):
        yield named, frozenset()
