"""The documents that a report names, and how people ask for one: its number, its full name, who issued it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assistant.language.wordclasses import WordClasses
from assistant.late import late

# 《…》, with another in it or not, and what stands in brackets behind it.
NAMED = late(r"《((?:[^《》]|《[^《》]*》){2,90})》(?:\s*[(（]([^()（）《》]{2,40})[)）])?")
# 国办发〔2013〕73号, 国令第711号.
NUMBERED = late(r"(?:[〔\[［【(（]\s*(?:19|20)\d\d\s*[〕\]］】)）]\s*|第?\s*)\d+\s*号")
YEARED = late(r"[〔\[［【]\s*((?:19|20)\d\d)\s*[〕\]］】]")
SEQUENCE = late(r"(\d+)\s*号")
ORDERED = late(r"^(.{1,20}?)令?第?\s*\d+\s*号")
# Who issued it, as it stands before the name: 六安市政府办公室《…》; or as the name begins: 国务院办公厅关于….
BEFORE = late(r"[^，,。；;、：:\s和与及对按照据《》()（）将]{0,14}[办厅室府局委部院会]$")
BEGINS = late(r"^([^关]{2,20}?[办厅室府局委部院会])关于")
ARTICLE = late(
    r"\s*(?:[(（][^()（）]*[)）]\s*){0,2}(第[一二三四五六七八九十百]+条(?:[、和至及]第?[一二三四五六七八九十百]+条)*)"
)
# 以下简称《条例》: no document by itself.
ALIAS = late(r".{0,3}(?:条例|规定|办法|通知|意见|方案)")
PLACE = late(r"(?!中华)[一-龥]{2,4}?[省市县]")
# How a document's name ends.
DOCUMENT = late(
    r"(?:条例|规定|办法|通知|意见|方案|细则|纲要|决定|规则|规程|规范|要点|法|函|制度|标准|计划|批复)(?:[(（][^()（）]*[)）])?$"
)
SPACE = late(r"\s+")
IN_NUMBER = late(r"[一-龥]{2,8}?(?=[〔\[［【(（]|第|\d)")


@dataclass(frozen=True, slots=True)
class Document:
    """A document as a report names it, with all that the report says of it there."""

    name: str
    number: str
    issuer: str
    article: str
    start: int
    end: int

    @property
    def whole(self) -> str:
        """All that it is called."""
        return f"{self.issuer}{self.name}{self.number}"

    @property
    def heads(self) -> frozenset[str]:
        """What its number begins with (国办发, 国令), and the place that its name begins with (贵州省)."""
        places = (PLACE.match(said) for said in (self.name, self.issuer))
        return frozenset((*IN_NUMBER.findall(self.number), *(m[0] for m in places if m)))

    @property
    def year(self) -> str:
        """The year of its number; empty where it has none."""
        found = YEARED.search(self.number)
        return found[1] if found else ""


def documents_of(source: str) -> tuple[Document, ...]:
    """Every document that a report names in full, once, where it is said with the most."""
    found: dict[str, Document] = {}
    for match in NAMED.finditer(source):
        name = SPACE.sub("", match[1])
        number = SPACE.sub("", match[2] or "")
        number = number if NUMBERED.search(number) else ""
        before = BEFORE.search(source[max(0, match.start() - 16) : match.start()])
        begins, ordered = BEGINS.search(name), ORDERED.search(number)
        issuer = before[0].strip() if before else begins[1] if begins else ""
        if not issuer and ordered and "令" in number and not YEARED.search(number):
            issuer = ordered[1].removesuffix("令")
        article = ARTICLE.match(source, match.end())
        start = match.start() - (len(before[0]) if before else 0)
        end = match.end() if article is None else article.end()
        here = Document(name, number, issuer, article[1] if article else "", start, end)
        held = found.get(name)
        if held is None or _told(here) > _told(held):
            found[name] = here
    return tuple(d for d in found.values() if _is_document(d))


def _is_document(document: Document) -> bool:
    """Is it one of those that rule or notify, by its number or by how its name ends, and no short name of one?"""
    ends = DOCUMENT.search(document.name)
    return not ALIAS.fullmatch(document.name) and bool(document.number or ends)


def _told(document: Document) -> int:
    return sum(map(bool, (document.number, document.issuer, document.article)))


@dataclass(frozen=True)
class Asking:
    """How documents are asked for: `kinds` and `levels` say which, `asks` what of it."""

    kinds: Mapping[str, frozenset[str]]
    members: Mapping[str, tuple[str, ...]]
    levels: Mapping[str, frozenset[str]]
    asks: Mapping[str, frozenset[str]]
    issuers: frozenset[str]
    words: frozenset[str]

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word that may stand in such a question."""
        groups = (*self.kinds.values(), *self.levels.values(), *self.asks.values())
        return self.words.union(self.issuers, *groups)

    def wanted(self, said: frozenset[str]) -> frozenset[str]:
        """What of a document is asked: number, name, issuer, article, year, date, which."""
        found = {ask for ask, words in self.asks.items() if not said.isdisjoint(words)}
        if said.isdisjoint(self.issuers):
            found.discard("issuer")
        return frozenset(found)

    def kinds_of(self, said: frozenset[str]) -> frozenset[str]:
        """The kinds of document that a question names."""
        return frozenset(kind for kind, words in self.kinds.items() if not said.isdisjoint(words))

    def levels_of(self, said: frozenset[str]) -> frozenset[str]:
        """The levels of government that a question names."""
        return frozenset(lv for lv, words in self.levels.items() if not said.isdisjoint(words))

    def is_of_kind(self, document: Document, kind: str) -> bool:
        """Is a document of a kind, by how its name ends?"""
        name = re.sub("[(（][^()（）]*[)）]$", "", document.name)
        ends = self.members.get(kind, (kind,))
        return kind not in ENDINGS or name.endswith(tuple(ends))

    def is_of_level(self, document: Document, level: str) -> bool:
        """Is a document of a level of government, by who issued it or by what it is called?"""
        return (
            late(LEVELS[level]).search(f"{document.issuer}|{document.number}|{document.name}")
            is not None
        )


# By what a document is known to be of a level.
LEVELS = {
    "国家": r"国务院|^国|\|国[办令发函]|中华人民共和国|国家|(?:^|\|)中共中央",
    "省": r"(?:^|\|)(?!中华)[^|]{0,6}(?:省|自治区)",
    "市": r"(?:^|\|)(?!中华)[^|]{0,6}市",
    "县": r"(?:^|\|)(?!中华)[^|]{0,6}县",
}
ENDINGS = frozenset({"条例", "办法", "规定", "通知", "意见", "方案", "法规"})


def asking_of(data: Mapping[str, Any], classes: WordClasses) -> Asking:
    """What `knowledge/frontmatter.yaml` says of documents."""

    def each(part: Mapping[str, Iterable[Any]]) -> Mapping[str, frozenset[str]]:
        return {name: classes.words(words) for name, words in part.items()}

    members: Mapping[str, Sequence[str]] = data["members"]
    return Asking(
        kinds=each(data["kinds"]),
        members={name: tuple(words) for name, words in members.items()},
        levels=each(data["levels"]),
        asks=each(data["asks"]),
        issuers=classes.words(data["issuers"]),
        words=classes.words(data["words"]),
    )
