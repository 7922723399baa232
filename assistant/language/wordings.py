"""Wordings: the many ways to ask for what prose says, in the plain words that the engine reads.

公报何以免费发放 asks 公报为什么免费发放; 媒体播发的新闻信息,谁提供的 asks 谁提供媒体播发的新闻信息;
A除了B还有啥 asks for the others of a list. The classes and the forms are those of `knowledge/lexicon/wordings.yaml`.
A plain wording is tried only where the question as it stands has no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.language.either import compiled, either, escaped
from assistant.late import late

EDGES = " ,，。.?？!！;；:：~～…、"
# Stretches of a question that a form leaves as they are: any, and one within a clause.
GAPS = {
    "A": "(?P<A>.+?)",
    "B": "(?P<B>.+?)",
    "C": "(?P<C>[^,，。；;?？]+?)",
    "D": "(?P<D>[^,，。；;?？]{1,6}?)",
}
SLOTS = late("([A-D])")
COMMA, LEFT_OUT, OR, FOLLOWS = "~", "*", "/", ">"


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain wording, or what an operator is to do with the stretches of the question.

    `reworded` says that more was changed than what only stands around the question: a number is no answer then.
    """

    text: str
    does: str = ""
    parts: tuple[str, ...] = ()
    reworded: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """How something is asked for, and how it is asked plainly, or which operator answers it.

    `asks` is an expression, which is compiled where a question is first held against it: few questions are.
    """

    asks: str
    plainly: tuple[str, ...]
    does: str

    def said(self, text: str) -> Iterator[Plain]:
        """What a text of this form asks."""
        found = compiled(self.asks).fullmatch(text)
        if found is None:
            return
        gaps = {name: (part or "").strip(EDGES) for name, part in found.groupdict().items()}
        if self.does:
            yield Plain(text, self.does, tuple(gaps[name] for name in sorted(gaps)))
        for plain in self.plainly:
            yield Plain("".join(gaps.get(p, "" if p in GAPS else p) for p in SLOTS.split(plain)))


@dataclass(frozen=True, slots=True)
class Wordings:
    """What is said around a question and asks nothing, words for other words, and forms for other forms."""

    labels: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    within: re.Pattern[str]
    instead: tuple[tuple[re.Pattern[str], str], ...]
    forms: tuple[Form, ...]

    def knows(self, word: str) -> bool:
        """Is this a word for another one here, and no slip of the pen (何以)?"""
        return any(pattern.fullmatch(word) for pattern, _ in self.instead)

    def lists(self, text: str) -> tuple[Plain, ...]:
        """What a question asks of the members of a list: A包不包括B, A除了B还有啥."""
        bare = self._bare(text.strip(EDGES))
        starts = dict.fromkeys((bare, self._worded(bare)))
        rows = [row for s in starts for form in self.forms if form.does for row in form.said(s)]
        return tuple({(row.does, row.parts): row for row in rows}.values())

    def plainly(self, text: str) -> tuple[Plain, ...]:
        """What a question asks in plain words, each once; nothing where it is plain itself."""
        asked = text.strip(EDGES)
        bare = self._bare(asked)
        worded = self._worded(bare)
        rows = [Plain(self._unlabelled(asked), reworded=False), Plain(bare), Plain(worded)]
        for start in dict.fromkeys((worded, bare)):
            for form in self.forms:
                rows += () if form.does else form.said(start)
        kept: dict[str, Plain] = {}
        for row in rows:
            kept.setdefault(row.text, row)
        return tuple(row for text, row in kept.items() if text not in ("", asked))

    def _bare(self, text: str) -> str:
        """The question without what only stands around it: 请问…, …,只要条例名."""
        text = self._unlabelled(text)
        while True:
            cut = self.behind.sub("", self.before.sub("", text)).strip(EDGES)
            if cut == text or not cut:
                return self.within.sub("", text).strip(EDGES)
            text = cut

    def _unlabelled(self, text: str) -> str:
        """The question without what stands above it: 作业第3题：…."""
        return self.labels.sub("", text).strip(EDGES)

    def _worded(self, text: str) -> str:
        for pattern, word in self.instead:
            text = pattern.sub(word, text)
        return text


def wordings_of(rows: Mapping[str, Any]) -> Wordings:
    """The wordings as the file has them."""
    classes = {str(name): either(words) for name, words in rows["classes"].items()}

    def any_of(forms: Sequence[str]) -> str:
        joined = "|".join(spelled(form, classes) for form in forms)
        return re.sub(r"\?P<[A-D]>", "?:", joined)

    return Wordings(
        late(f"^(?:{any_of(rows['labels'])})[,，:：]?"),
        late(f"^(?:{any_of(rows['before'])})[,，:：]?"),
        late(f"[,，。!！;；?？]?(?:{any_of(rows['behind'])})[。.!！?？]*$"),
        late(any_of(rows["within"])),
        tuple((late(any_of(row["asks"])), str(row["word"])) for row in rows["instead"]),
        tuple(form for row in rows["forms"] for form in _forms(row, classes)),
    )


def _forms(row: Mapping[str, Any], classes: Mapping[str, str]) -> Iterator[Form]:
    plainly = tuple(map(str, row.get("plainly", ())))
    for asks in row["asks"]:
        yield Form(spelled(asks, classes), plainly, str(row.get("does", "")))


def spelled(form: str, classes: Mapping[str, str]) -> str:
    """A row of slots as an expression; what has a * may be left out."""
    slots, found = str(form).split(), ""
    for at, slot in enumerate(slots):
        # What is said twice is the same both times (隔一周出,还是隔一月出).
        again = slot in GAPS and slot in slots[:at]
        found += f"(?P={slot})" if again else _slot(slot, classes)
    return found


def _slot(slot: str, classes: Mapping[str, str]) -> str:
    """A class, a gap, a comma that may be left out, or words as they stand, one of several between /."""
    if slot == COMMA:
        return "[,，:： ]?"
    if slot.startswith(FOLLOWS):
        return f"(?={_slot(slot.removeprefix(FOLLOWS), classes)})"
    optional = "?" if slot.endswith(LEFT_OUT) else ""
    name = slot.removesuffix(LEFT_OUT)
    words = (GAPS.get(w) or classes.get(w) or escaped(w) for w in name.split(OR))
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))}){optional}"
