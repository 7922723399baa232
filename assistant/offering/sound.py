"""Which questions are offered: whole ones that somebody would ask, in good Chinese; better few than doubtful ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assistant.drafting.draft import Draft
from assistant.drafting.material import Material
from assistant.language.either import either
from assistant.places import short

# What asks for a number: where it ends the question, and where it begins it.
ENDING = re.compile(r"(?:[有是]?(?:多少.{0,4}|百分之几)|情况如何|(?:的)?情况怎么样|是什么)？$")
FIRST = re.compile(r"^有?多少[^？]{1,2}?(?=[一-龥]{3})")
TITLE = re.compile(r"《[^《》]*》")
CALLED = re.compile(r"“[^“”]*”|《[^《》]*》")
YEAR = re.compile(r"\d{4}年")
BRACKETS = re.compile(r"[（()）<>〈〉]")
MONEY = re.compile(r"(?:是?多少万?元|[收了有]*多少钱)？$")
# A part of a whole is said with a comma; nothing else is.
PART = re.compile(r"(?:[^，]+[中里]|针对存在的问题)，[^，]+")
AT_END, OF_IT = re.compile(r"多少[^？]{0,4}？$"), re.compile(r"多少[^？]{1,2}的")
# A part that only runs on behind its whole.
RUN_ON = re.compile(r"中(?!心|小|共|央|介)[^，的有]{2,12}多少")
TIMES, APPLIED, SHARE = "次", "申请", "百分之几"
HAS = re.compile(r"[有是]多少")
# So much of a question is said twice only where it was put together badly.
TWICE = re.compile(r"([^、]{6,}).*\1")
TOGETHER = frozenset({"cell", "breakdown"})
COUNTED, SECTION = "figure", "section"
# A question that names several figures may be so much longer.
MORE = 8


@dataclass(frozen=True)
class Sound:
    """Tells the questions that may be offered about a report from those that may not."""

    material: Material
    place: str

    @cached_property
    def words(self) -> Mapping[str, Any]:
        """The closed classes of `offered` in `knowledge/faq.yaml`."""
        found: Mapping[str, Any] = self.material.offered
        return found

    @cached_property
    def doing(self) -> re.Pattern[str]:
        """What is done, as the beginning of a heading that is no noun (设立场所)."""
        return re.compile(either(self.words["verbs"]))

    @cached_property
    def clause(self) -> re.Pattern[str]:
        """What is done, with nothing behind it that would make a noun of it."""
        return re.compile(f"{either(self.words['verbs'])}(?![的率量数会])[^的]*$")

    @cached_property
    def acting(self) -> re.Pattern[str]:
        """The same with its object: 配备工作人员, but not 申请答复."""
        return re.compile(f"{either(self.words['verbs'])}(?![的率量数会])[^的]+$")

    @cached_property
    def making(self) -> re.Pattern[str]:
        """What stands before the number of what there is, or of what was made."""
        return re.compile(f"(?:有|了|{either(self.words['verbs'])})$")

    @cached_property
    def counting(self) -> re.Pattern[str]:
        """What asks how many there are of something that is no amount."""
        return re.compile(f"多少{either(self.words['units'])}")

    def ways(self, draft: Draft) -> tuple[str, ...]:
        """The ways to ask a draft that may be offered, whose report is named, those with a verb first."""
        asked = draft.questions
        if draft.kind == COUNTED:
            asked = tuple(way for question in asked for way in self._owned(question))
        said = [q for q in asked if self.is_sound(q, draft.kind)]
        return tuple(sorted(dict.fromkeys(said), key=self._awkward))

    def _awkward(self, question: str) -> tuple[bool, bool]:
        """What of two ways is the worse: to say 申请 of an application for 申请, to leave out the verb."""
        return question.count(APPLIED) > 1, self.material.is_bare(question)

    def details(self, draft: Draft) -> tuple[str, ...]:
        """The ways to ask a draft that tell it from others, where it is asked back which is meant."""
        asked = draft.questions
        if draft.kind == COUNTED:
            asked = tuple(way for question in asked for way in self._owned(question))
        said = [q for q in asked if not self.material.is_ungrammatical(q)]
        return tuple(sorted(said, key=self.material.is_bare))

    def bare(self, question: str) -> bool:
        """Does it leave out whose figure it is?"""
        named = question.startswith(tuple(self.words["owners"])) or short(self.place) in question
        return not named

    def order(self, question: str) -> tuple[bool, bool]:
        """What of two ways to tell a figure from others is the worse: not to say whose, to leave out the verb."""
        return self.bare(question), self.material.is_bare(question)

    def _owned(self, question: str) -> Iterator[str]:
        """With the place in front, where nothing says whose figure it is."""
        outside = TITLE.sub("", question)
        owned = question.startswith(tuple(self.words["owners"])) or short(self.place) in outside
        if not owned and "，" not in question and question[0] != self.place[-1]:
            yield self.place + question
        yield question

    def is_sayable(self, question: str) -> bool:
        """May a question be offered that computes with figures: of names that somebody would say?"""
        return (
            not self.material.is_ungrammatical(question)
            and not BRACKETS.search(question)
            and len(question) <= int(self.words["longest"]) + MORE
            and not TWICE.search(question)
            and not any(part in question for part in (*self.words["useless"], *self.words["once"]))
        )

    def is_sound(self, question: str, kind: str = COUNTED) -> bool:
        """Is it a whole question, of one breath, about something that is named and wanted?"""
        words = self.words
        if self.material.is_ungrammatical(question) or BRACKETS.search(question):
            return False
        if kind == COUNTED and YEAR.search(question):
            return False
        if len(question) > int(words["longest"]) or TWICE.search(question):
            return False
        plain = question.replace("的情况", "情况")
        if any(part in plain for part in (*words["useless"], *words["once"])):
            return False
        if any(question.count(part) > 1 for part in words["twice"]) or self.counting.search(
            question
        ):
            return False
        about = question.removeprefix(self.place)
        return self.is_whole(about, kind)

    def is_whole(self, about: str, kind: str = COUNTED) -> bool:
        """Is it good Chinese, and does it name what is asked, whatever it is of and however long?"""
        if kind not in TOGETHER and "，" in about and not PART.match(about):
            return False
        return (
            self._tells(about, kind)
            and self._is_noun(about)
            and self._is_counted(about)
            and self._is_in_order(about)
            and self._is_money(about)
        )

    def _tells(self, about: str, kind: str) -> bool:
        """Does it say what is counted?"""
        told = ENDING.sub("", FIRST.sub("", about)).strip("，？的")
        least = self.words["telling"]["figure" if kind == COUNTED else "other"]
        bounds = (tuple(self.words["openings"]), tuple(self.words["endings"]))
        if kind == COUNTED and about.startswith(tuple(self.words["reasons"])):
            return False
        if kind == SECTION and self.doing.match(told):
            return False
        opened = told.startswith(bounds[0]) or about.startswith(bounds[0])
        return len(told) >= int(least) and not opened and not told.endswith(bounds[1])

    def _is_noun(self, about: str) -> bool:
        """Is what there is said to be so many of a noun, and no clause (安装触摸屏有多少台)?"""
        found = HAS.search(about)
        before = CALLED.sub("", about[: found.start()]) if found else ""
        whole, _, named = before.rpartition("，")
        acts = re.match(self.material.acts, named) and "的" not in named
        done = self.clause.search(named) or self.acting.search(whole.rstrip("中里"))
        generic = whole.rstrip("中里") in self.words["generic"]
        return not (acts or done or generic or "共有" in named or RUN_ON.search(about))

    def _is_counted(self, about: str) -> bool:
        """May there be so many of it: pieces of what is named as one, times of what happens?"""
        found = HAS.search(about)
        if found is None:
            return True
        whole, _, named = about[: found.start()].rpartition("，")
        unit = about[found.end() :].rstrip("？")
        if unit == TIMES:
            return named.endswith(tuple(self.words["times"]))
        pieces = bool(whole) and unit in self.words["counted"]
        return not pieces or named.endswith(tuple(self.words["members"]))

    def _is_in_order(self, about: str) -> bool:
        """Does the number stand where it is asked for: at the end, or before what there is, or was made?"""
        at = about.find("多少")
        if at < 0:
            acts = re.match(self.material.acts, about) and about.endswith(f"{SHARE}？")
            return not acts or "的" in about
        if AT_END.match(about, at):
            return "的" in about or not re.match(self.material.acts, about)
        behind = any(word in about[at:] for word in self.words["behind"])
        other = behind or OF_IT.match(about, at) or self.undone.search(about[at:])
        return not other and self.making.search(about[:at]) is not None

    @cached_property
    def undone(self) -> re.Pattern[str]:
        """What is behind the number and is no thing: what is done itself, or how it stands."""
        return re.compile(f"^多少.{{1,2}}{either(self.words['verbs'])}[^的]*$|情况？$")

    def _is_money(self, about: str) -> bool:
        found = MONEY.search(about)
        return not found or about[: found.start()].endswith(tuple(self.words["money"]))
