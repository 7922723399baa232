"""What a preposition leads: where its phrase ends, and which role it fills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.compiler.frames.forms import Forms
from assistant.compiler.frames.words import (
    ACT,
    ADVERB,
    OF,
    PREP,
    TIMES,
    Row,
    has_act,
    is_counted,
    is_of_noun,
    is_strong,
    text_at,
)
from assistant.model import Role

AGENT, PLACE, BENEFICIARY, PURPOSE, START = "agent", "place", "beneficiary", "purpose", "start"
# A phrase whose noun says that it has ended, acts in it or none: 座谈交流等|方式, 网站普查|要求.
CLOSED, CLOSING = frozenset({"channel", "basis", "aim"}), frozenset({OF, "等"})
BASIS, EXCEPTION, THROUGH = "basis", "exception", "通过"
TIME, DURATION, CHANNEL, TAKEN, AS, IS = "time", "duration", "channel", "taken", "以", "为"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one row."""

    row: Row
    forms: Forms

    def name(self, at: int) -> str:
        """The role of what the preposition here leads."""
        return self.forms.prepositions[self.row[at].text]

    def role(self, at: int, end: int) -> Role:
        """What the preposition leads, up to the end of its phrase; 规定时间内 is a time and no place."""
        inside = self.row[at + 1 : end]
        told = "".join(token.text for token in inside)
        name = self.name(at)
        if all(token.kind in TIMES for token in inside):
            name = TIME
        elif name in (PLACE, CHANNEL):
            name = self._by_end(name, told)
        elif name == AGENT and (is_counted(self.row, at + 1) or inside[0].kind in TIMES):
            name = START
        elif name == BENEFICIARY and inside[0].kind == ACT:
            name = PURPOSE
        if self.row[at].text == AS and text_at(self.row, end)[:1] == IS:
            name = TAKEN
        return Role(name, inside[0].start, inside[-1].end)

    def _by_end(self, name: str, told: str) -> str:
        """The role that the end of a phrase says it fills (规定时间内, 用两年时间)."""
        ends = (end for end in self.forms.ends if told.endswith(end))
        says = self.forms.ends.get(max(ends, key=len, default=""), name)
        return says if name == PLACE or says == DURATION else name

    def end(self, at: int) -> int:
        """Where what a preposition leads ends: before the act, behind a word that closes it."""
        if carried := self._carried(at) or self._closed(at):
            return carried
        inner = [n for n in range(at + 1, len(self.row)) if self.row[n].kind == ACT]
        # 通过清理规范, and 通过召开会议|征求意见.
        way = self.row[at].text == THROUGH and inner[:1] == [at + 1]
        whole = self._is_whole(inner, way)
        cause = way or self.row[at].text in self.forms.cases
        last = inner[-1] if len(inner) > 1 and not whole else len(self.row)
        end = at + 1
        while end < len(self.row):
            token, first = self.row[end], end == at + 1
            if not first and token.text in self.forms.closes:
                return end + 1
            turns = token.text in self.forms.denied | self.forms.planned
            more = text_at(self.row, end - 1) in CLOSING
            turns = turns or (token.kind == ADVERB and has_act(self.row[end:]) and not more)
            means = token.kind == ACT and self._is_means(end, first)
            acts = end == last if cause else token.kind in (ACT, PREP) and not means
            of_noun = is_of_noun(self.row, end, self.forms)
            if acts and of_noun and self.name(at) == AGENT:
                # 经机构审核|的公文: what is done there is part of a noun.
                return next(n for n in range(end, len(self.row)) if self.row[n].text == OF)
            if (acts or (turns and not first)) and not of_noun:
                break
            end += 1
        return end

    def _is_whole(self, inner: Sequence[int], way: bool) -> bool:
        """通过清理|规范, 通过制定|公开清单, 因答复|超期3件: are both acts what the phrase leads?"""
        if len(inner) != 2 or inner[1] != inner[0] + 1:
            return False
        last = inner[1] + 1
        named = self.row[inner[1]].text in self.forms.modifying
        return (way and (named or last == len(self.row))) or (
            not way and is_counted(self.row, last)
        )

    def _is_means(self, at: int, first: bool) -> bool:
        """通过公述民评|系统, 以优质公开|助力发展: does the act name what the phrase leads?"""
        if text_at(self.row, at + 1) in self.forms.means:
            return True
        acts = at + 2 < len(self.row) and self.row[at + 1].kind == ACT
        return acts and not first and self.row[at].text in self.forms.modifying

    def _closed(self, at: int) -> int:
        """Where the word stands that closes a phrase with acts in it (座谈交流等方式|提升); 0 without."""
        name, closes = self.name(at), self.forms.closes | self.forms.ways
        if name == BASIS and text_at(self.row, at + 1) in self.forms.grounds:
            return at + 2
        if name == EXCEPTION and self.row[-1].text in closes:
            return len(self.row)
        if name == PLACE and self.row[-1].text in self.forms.places and self._is_about(at):
            return len(self.row)
        if name == BASIS and at + 2 < len(self.row) and self.row[-1].text in self.forms.grounds:
            return len(self.row)
        ends = (n for n in range(at + 2, len(self.row)) if self.row[n].text in closes)
        led = (n + 1 for n in ends if self.row[n - 1].text in CLOSING)
        return next(led, 0) if name in CLOSED else 0

    def _is_about(self, at: int) -> bool:
        """集中在农房翻建、土地征收两方面: is nothing said to be done behind (在大厅公布信息中)?"""
        return not any(is_strong(self.row, n, self.forms) for n in range(at + 1, len(self.row)))

    def _carried(self, at: int) -> int:
        """Where a phrase ends that has acts of its own: 对更新年报的单位|进行了表扬, 在权力运行上|求突破; 0 without."""
        name = self.name(at)
        if name == BENEFICIARY:
            return self._given(at)
        for end in range(at + 2, len(self.row) - 1):
            text, acts = self.row[end].text, has_act(self.row[end + 1 :])
            if name == "patient" and (text in self.forms.carriers or self._is_last_strong(end)):
                return end
            if name == PLACE and text in self.forms.places and acts:
                return end + 1
        return 0

    def _given(self, at: int) -> int:
        """为优化环境、提升效率|提供保障: the act that is for it, with none like it behind."""
        gives = (n for n in range(at + 2, len(self.row)) if self.row[n].text in self.forms.benefits)
        return next((n for n in gives if self.row[n].kind == ACT), 0)

    def _is_last_strong(self, at: int) -> bool:
        strong = is_strong(self.row, at, self.forms)
        behind = (is_strong(self.row, n, self.forms) for n in range(at + 1, len(self.row)))
        return strong and self.row[at - 1].kind != ADVERB and not any(behind)
