"""A figure's own words in the slots of frames: who, what verb, what noun, of which whole.

Derived from the clause alone, not from how the engine indexes it. What a clause cannot be taken
apart into with certainty is not guessed: then only the clause as it stands is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.adversaries.cuts import Cuts
from assistant.lexicon import Lexicon
from assistant.model import Figure, Mention, Report
from assistant.naming import question_about, subject, whole_of
from assistant.places import suffix

NAMED = frozenset(
    {"action", "measure", "organ", "channel", "place", "word", "verb", "theme", "period"}
)
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
# A、B等C, where C names enough by itself: 等信息 does not.
LIST = re.compile(r"^[^等]*、[^等]*等(?=[一-龥]{4})")
THOSE = re.compile(r"(?P<among>.+?[中里])(?P<predicate>有.+)的$")
# What breaks the lines of the report is in no question.
SPACE = re.compile(r"\s+")
# A clause goes on behind its number, and does not only add another (共60多人次).
RUNNING = re.compile(r"[一-龥0-9](?<!共)(?<!和)(?<!与)(?<!及)")
YEAR = re.compile(r"(?:19|20)\d{2}年")
MARKS = "。;；,，:：、 "
JOINTS = "和与及、"
# Between the cells of a table: their text is no clause.
TABLE = "|"
PERCENT = "百分之几"
COUNTS = ("count", "money", "percent")
Slots = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Clause:
    """One way to call a figure: the shape says which frames fit, the slots fill them.

    `period` is the year that has to be named, where the figure is not of the report's own.
    """

    figure: Figure
    shape: str
    slots: Slots
    renamed: bool = False
    period: str = ""

    def put(self, **slots: str) -> Clause:
        """The same clause with these slots."""
        return replace(self, slots={**self.slots, **slots})


@dataclass(frozen=True, slots=True)
class Cutter:
    """Takes the clauses of one report apart."""

    report: Report
    lexicon: Lexicon
    material: Cuts

    def clauses(self, figure: Figure) -> Iterator[Clause]:
        """Every shape that the clause of a figure has, in the report's own words."""
        around = self._around(figure)
        nameless = figure.who + figure.what in self.material.bare
        if around is None or TABLE in figure.quote or nameless or self._runs_on(figure):
            return
        if period := self.period(figure):
            if figure.what and figure.kind != "target":
                noun = figure.who + self._noun(figure.what)["noun"]
                own = {**around, "who": "", "noun": noun, "total": noun, "subject": noun}
                yield Clause(figure, "noun", own, period=period)
            return
        for shape, slots in self._shapes(figure, around):
            filled: Slots = {
                **around,
                **slots,
                "subject": subject(figure, self.report) or figure.quote,
            }
            yield Clause(figure, shape, {k: SPACE.sub("", v) for k, v in filled.items()})

    def _around(self, figure: Figure) -> dict[str, str] | None:
        """The clause before and after its number, from the question that naming derives."""
        unit = BRACKETS.sub("", figure.unit).lstrip("万亿")
        slots = {"figure": figure.text}
        if unit and figure.unit != "%":
            slots["unit"] = unit
        if figure.kind not in (*COUNTS, "rank_cutoff"):
            return slots
        asked = PERCENT if figure.unit == "%" else f"多少{figure.unit.lstrip('万亿')}"
        before, found, after = question_about(figure, self.report).rpartition(asked)
        if not found:
            return None
        before = self._led(figure, before)
        ask = asked if figure.unit == "%" else f"多少{unit}"
        stem = self._without_links(before)[0]
        return {**slots, "before": before, "after": after.rstrip("？"), "stem": stem, "ask": ask}

    def _led(self, figure: Figure, before: str) -> str:
        """What stands before the number: from its own subject on, or behind what it inherits."""
        if figure.who in before and not whole_of(figure, self.report):
            before = before[before.index(figure.who) :]
        if figure.what.endswith("的") and figure.inherits:
            lead = self.report.source[slice(*figure.inherits[0])]
            before = before if lead in before else lead + before
        return before.rstrip(JOINTS)

    def _shapes(self, figure: Figure, around: Slots) -> Iterator[tuple[str, Slots]]:
        if figure.kind not in COUNTS:
            yield from self._worded(figure, around)
            return
        yield "clause", {}
        before = around["before"]
        compared = any(word in before for word in self.material.relative)
        if compared or before.endswith(self.material.limits):
            return
        if around["after"]:
            yield from self._number_first(figure, around)
        elif whole_of(figure, self.report):
            yield from self._part(figure)
        else:
            yield from self._whole(figure, around)

    def _runs_on(self, figure: Figure) -> bool:
        """Is it only of those of whom the rest of its sentence speaks, or of a limit of theirs?

        有3个县直单位全年公开信息不足30条: neither is asked about by itself.
        """
        after = self.report.source[figure.end : figure.end + 1]
        led = self.report.source[max(0, figure.number[0] - 3) : figure.number[0]]
        limit = figure.bound in ("less", "at_most") and led.endswith(self.material.limits)
        inside = figure.kind in COUNTS and RUNNING.match(after) is not None
        return (inside or limit) and figure.kind != "document"

    def period(self, figure: Figure) -> str:
        """The year that a figure speaks of, where it is not the report's own (2017年, 2019年)."""
        found = YEAR.search(figure.when)
        return found.group() if found and found.group() != f"{self.report.year}年" else ""

    # ---- a figure that is no count

    def _worded(self, figure: Figure, around: Slots) -> Iterator[tuple[str, Slots]]:
        """Document numbers, frequencies, ranks and things that did not happen."""
        if figure.kind == "document" and figure.what:
            yield "document", {"title": figure.what}
        elif figure.kind == "frequency" and figure.what and figure.text.startswith("每"):
            yield "frequency", {"predicate": figure.what, "before": "", "after": figure.what}
        elif figure.kind == "zero" and figure.what:
            yield "zero", {"noun": figure.what.removesuffix("情况")}
        elif figure.kind == "rank_cutoff":
            yield "rank_cutoff", {}

    # ---- the number first

    def _number_first(self, figure: Figure, around: Slots) -> Iterator[tuple[str, Slots]]:
        """多少个部门可…, or 有多少宗…案."""
        before, after, head = around["before"], around["after"], figure.what
        who = figure.who if figure.who in before else ""
        if before.endswith("有") and not head:
            yield "existence", {"noun": after}
        elif head and after.startswith(head) and not after[len(head) :].startswith("的"):
            predicate = after.removeprefix(head)
            shape = "head_share" if figure.unit == "%" else "head"
            slots = {"who": who, "head": head, "predicate": predicate, "lead": before}
            yield from ((shape, slots),) if predicate else ()

    # ---- the number last

    def _whole(self, figure: Figure, around: Slots) -> Iterator[tuple[str, Slots]]:
        text, link = self._without_links(around["before"])
        text = text.replace(f"{self.report.year}年", "").strip(MARKS)
        who = figure.who if figure.who and figure.who in text else ""
        noun = text.split(who, 1)[1] if who else text
        for opener in self.material.openers:
            noun = noun.removeprefix(opener)
        if not figure.what:
            yield "topic", {"who": "", "noun": noun}
        elif figure.kind == "money":
            yield "money", {"who": who, "noun": noun}
        elif figure.kind == "percent":
            if noun.endswith("率"):
                lead = noun.removesuffix(figure.what) if noun != figure.what else None
                yield "rate", {"noun": figure.what, "lead": lead} if lead else {"noun": figure.what}
        else:
            yield from self._counted(who, noun, link)

    def _counted(self, who: str, noun: str, link: str) -> Iterator[tuple[str, Slots]]:
        """What a who counts, as a noun or as a verb with its object."""
        last = self._mentions(noun)[-1:]
        parts = None if link in self.material.nominal_links else self._verb(noun)
        if noun.endswith("的"):
            found = THOSE.match(noun)
            yield "those", {"noun": noun, **(found.groupdict() if found else {})}
        elif last and "period" in last[0].kinds():
            yield "topic", {"who": who, "noun": noun}
        elif parts:
            yield "verb", {"who": who, **parts}
        else:
            yield "noun", {"who": who, **self._noun(noun)}

    def _noun(self, noun: str) -> Slots:
        """The noun without its brackets and without 总数; `total` keeps the 数."""
        bare = BRACKETS.sub("", noun)
        # 县(区) without its bracket would be another word.
        noun = bare if len(bare) > 1 else noun
        tail = next((t for t in self.material.tails if noun.endswith(t) and len(noun) > len(t)), "")
        return {"noun": noun.removesuffix(tail), "total": noun}

    def _verb(self, text: str) -> dict[str, str] | None:
        """网上·处理·来信: one adverb at most, one or two verbs, and what they act upon."""
        if any(text.endswith(tail) for tail in self.material.tails):
            return None
        mentions = list(self._mentions(text))
        adverb = ""
        if mentions and mentions[0].text in self.material.adverbs:
            adverb = mentions.pop(0).text
        verbs: list[Mention] = []
        while mentions and mentions[0].kinds() & {"action", "verb"} and len(verbs) < 2:
            verbs.append(mentions.pop(0))
        if not verbs or text.find(verbs[0].text) != len(adverb):
            return None
        verb = text[verbs[0].start : verbs[-1].end]
        target = text[verbs[-1].end :]
        if not mentions or target.startswith(("的", "率", "数", "量")) or len(target) < 2:
            return None
        return {"adverb": adverb, "verb": verb, "object": target}

    # ---- a part of a whole

    def _part(self, figure: Figure) -> Iterator[tuple[str, Slots]]:
        whole = whole_of(figure, self.report)
        member = (figure.where or self._member(figure, whole)).strip(MARKS)
        owner = bool(figure.who) and member == figure.who
        if whole is None or len(member) < 2 or len(BRACKETS.sub("", whole.what)) < 2:
            return
        if member in self.material.bare:
            return
        acts = any(m.kinds() & {"action", "verb"} for m in self._mentions(member)[:1])
        counted = whole.what
        for opener in self.material.openers:
            counted = counted.removeprefix(opener)
        parts = self._verb(counted)
        noun = self._noun(counted)["noun"]
        yield "part", {"whole": BRACKETS.sub("", whole.who) + noun, "member": member}
        if owner or suffix(figure.where) or member.endswith("级"):
            if parts:
                yield "verb", {"who": member, **parts}
            else:
                yield "noun", {"who": member, "noun": noun, "total": counted}
        elif parts and not acts:
            yield "verb", {"who": BRACKETS.sub("", whole.who), **parts, "object": member}

    def _member(self, figure: Figure, whole: Figure | None) -> str:
        """What the part is called: by who it is of and what it counts, where the whole has another who."""
        who = "" if whole is None or figure.who in (whole.who, whole.what) else figure.who
        return figure.what if who in figure.what else who + figure.what

    # ---- words

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        return tuple(m for m in self.lexicon.read(text) if m.kinds() & NAMED)

    def _without_links(self, text: str) -> tuple[str, str]:
        """A text without 为 or 共 at its end, and which it was."""
        for link in sorted(self.material.links, key=len, reverse=True):
            if text.endswith(link) and text != link:
                return text.removesuffix(link), link
        return text, ""

    def words(self, *texts: str) -> tuple[str, ...]:
        """The content words of these texts, as the lexicon cuts them."""
        found = (m.text for text in texts for m in self._mentions(text))
        return tuple(dict.fromkeys(word for word in found if len(word) > 1))
