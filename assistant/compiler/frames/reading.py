"""Reads the first act of a row of words, with what stands before and behind it in its roles."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.compiler.frames.forms import Forms
from assistant.compiler.frames.phrases import Phrases
from assistant.compiler.frames.words import (
    ACT,
    ADJECTIVE,
    ADVERB,
    DONE,
    MARK,
    OF,
    PREP,
    Row,
    Token,
    has_act,
    is_counted,
    is_of_noun,
    text_at,
)
from assistant.compiler.outline import Span
from assistant.model import Role

PLANNED, WANTING = "planned", "wanting"
# 将信息公开 has a patient, 将公开信息 is a plan.
WILL = "将"
# Kinds of words that are roles by themselves.
BY_KIND = {"time": "time", "period": "period", "often": "frequency", "each": "each"}
PLACE, SPOT, MANNER, PASSED = "place", "spot", "manner", ("adverb", "time", "period", "mark")
UNTIL, UP_TO = "until", frozenset({"至", "到", "起至"})
LIST, OTHERS = "、", "等"
# Where an act has another behind the object of it, it is no place that leads to (推动公开|向农村延伸).
TOWARDS = "向"


@dataclass(frozen=True, slots=True)
class Act:
    """One act with its roles; no predicate where a clause has none."""

    roles: tuple[Role, ...]
    predicate: Span | None = None
    mood: str = ""
    denied: bool = False


@dataclass(slots=True)
class Reading:
    """Reads the first act of a row from the left."""

    row: Row
    forms: Forms

    def first(self) -> tuple[Act, list[Token]]:
        """The act, and the tokens that the next begins with."""
        roles: list[Role] = []
        subject: list[Token] = []
        phrases = Phrases(self.row, self.forms)
        mood, denied, predicate, at, apart = "", False, None, 0, 0
        while at < len(self.row) and predicate is None:
            token, end = self.row[at], at + 1
            of_noun = is_of_noun(self.row, at, self.forms)
            said = self._mood(at)
            if role := self._alone(at):
                roles.append(role)
            elif token.kind == ADJECTIVE and self._acts_next(end):
                pass
            elif token.text in self.forms.denied and (
                not of_noun or (not subject and self._happens(end))
            ):
                denied = True
                bare = token.flag == "v" and not has_act(self.row[end:])
                predicate = (token.start, token.end) if bare else None
            elif said:
                mood = said if said == PLANNED else mood or said
            elif token.kind == PREP and self._leads(at):
                end = phrases.end(at)
                if end < len(self.row) and self.row[end].text == OF:
                    subject += self.row[at : end + 1]
                    end += 1
                elif end > at + 1:
                    roles.append(phrases.role(at, end))
                    apart = len(subject)
            elif token.kind in (ACT, PREP) and (not of_noun or (denied and self._happens(at))):
                end = self._joined(at)
                predicate = (token.start, self.row[end - 1].end)
            elif token.kind not in (ADVERB, MARK) or (subject and self._is_told(at)):
                # 连续12个季度在检查中|合格率: what is spoken of stands behind the phrase.
                subject, apart = [*subject[apart:], token], 0
            at = end
        if subject:
            roles.append(Role("subject", subject[0].start, subject[-1].end))
        if predicate is None:
            return Act(tuple(roles)), []
        behind, rest = self._behind(at)
        return Act((*roles, *behind), predicate, mood, denied), rest

    def _alone(self, at: int) -> Role | None:
        """The role that a word fills by itself: a time, how often, for each, and how (网上)."""
        token = self.row[at]
        if token.kind in BY_KIND:
            name = UNTIL if text_at(self.row, at - 1) in UP_TO else BY_KIND[token.kind]
            return Role(name, token.start, token.end)
        spot = token.kind == SPOT and self._acts_next(at + 1)
        return Role(MANNER, token.start, token.end) if spot else None

    def _mood(self, at: int) -> str:
        """Does the word say that what follows is planned or wanting?"""
        text = self.row[at].text
        moods = ((PLANNED, self.forms.planned), (WANTING, self.forms.wanting))
        said = next((mood for mood, words in moods if text in words), "")
        return said if said and self._is_ahead(at) else ""

    def _joined(self, at: int) -> int:
        """Where what is done ends: 组织召开, 编印、发放, with what all of it is done to behind."""
        end = at + 1
        if text_at(self.row, end) in self.forms.results:
            return end + 1
        while end + 1 < len(self.row):
            listed = self.row[end].text in self.forms.listing
            more = end + listed
            if more + 1 >= len(self.row) or self.row[more].kind != ACT:
                break
            second = self.row[more].text
            alone = not listed and self.row[end - 1].text not in self.forms.serial
            apart = second in self.forms.modifying | self.forms.tells
            if alone or apart or len(second) < 2:
                break
            if self.row[more + 1].text in self.forms.listing | {OF}:
                break
            end = more + 1
        return end

    def _leads(self, at: int) -> bool:
        """Does the preposition lead to an act? 总数为6211项 does not."""
        behind = self.row[at + 1 :]
        done = bool(behind) and behind[0].text in DONE
        return self.row[at].text not in self.forms.copulas or (has_act(behind) and not done)

    def _is_ahead(self, at: int) -> bool:
        """Does an act follow, so that the word says that it is planned or wanting?"""
        first = next((t for t in self.row[at + 1 :] if t.kind not in PASSED), None)
        return first is not None and (first.kind in (ACT, PREP) or self.row[at].text != WILL)

    def _is_told(self, at: int) -> bool:
        """Is an adverb part of what is spoken of, where nothing is done?"""
        return (
            not has_act(self.row[at:])
            and self.row[at].text not in self.forms.modal | self.forms.manner
        )

    def _acts_next(self, at: int) -> bool:
        return at < len(self.row) and self.row[at].kind in (ACT, ADVERB)

    def _happens(self, at: int) -> bool:
        """Does a word say that something is there at all, and not of what (未发生公开的收费情况)?"""
        return text_at(self.row, at) in self.forms.happening

    def _behind(self, at: int) -> tuple[list[Role], list[Token]]:
        """What an act is done to, and to whom or where; with the tokens that follow 并."""
        row = self.row[at:]
        joined = next((n for n in range(len(row)) if self._joins(row, n)), len(row))
        apart = next((n for n in range(1, joined) if self._denies(at + n)), len(row))
        joined = min(joined, apart)
        mine = _bare(row[:joined])
        turn = next((n for n in range(len(mine)) if self._turns(mine, n)), len(mine))
        told = _bare(mine[:turn])
        roles = [Role("object", told[0].start, told[-1].end)] if told else []
        if turn < len(mine):
            roles.append(
                Role(self.forms.behind[mine[turn].text], mine[turn + 1].start, mine[-1].end)
            )
        return roles, list(row[joined + (joined != apart) :])

    def _joins(self, row: Row, n: int) -> bool:
        """Does another act of the same doer follow: 并|公布, 研究新情况、|解决新问题?"""
        follows = n + 1 < len(row) and row[n + 1].kind in (ACT, PREP, ADVERB)
        return (row[n].text in self.forms.joining and follows) or self._lists(row, n)

    def _lists(self, row: Row, n: int) -> bool:
        if self.row[len(self.row) - len(row) - 1].text in self.forms.takers:
            return False
        acts = row[n].text == LIST and n > 1 and n + 2 < len(row) and row[n + 1].kind == ACT
        if not acts or has_act(row[:n]) or any(t.text in (OTHERS, OF) for t in row[n:]):
            return False
        return row[n + 2].kind != MARK and row[n + 2].text not in self.forms.listing | {OF}

    def _denies(self, at: int) -> bool:
        """Is an act behind another denied: 提供政府信息|未收取费用?"""
        behind = next((t for t in self.row[at + 1 :] if t.kind != ADVERB), None)
        acts = behind is not None and behind.kind == ACT
        of_noun = is_of_noun(self.row, at, self.forms)
        return self.row[at].text in self.forms.undone and acts and not of_noun

    def _turns(self, row: Row, n: int) -> bool:
        """Does a word here lead to whom or where (移交至档案馆)?"""
        if row[n].text not in self.forms.behind:
            return False
        if row[n].text == TOWARDS and has_act(row[n:]):
            return False
        of_noun = row[n].flag == "p" and any(t.text == OF for t in row[n:])
        place = self.forms.behind[row[n].text] == PLACE
        if place and (of_noun or has_act(row[n:])) and row[-1].text not in self.forms.places:
            return False
        if row[n + 1 :] and (row[n + 1].kind in BY_KIND or len(row[n + 1].text) < 2):
            return False
        return row[n].flag in ("p", "v") and n + 1 < len(row) and not is_counted(row, n + 1)


def _bare(row: Row) -> list[Token]:
    """The words of an object without the marks around it."""
    found = [t for t in row if t.kind != MARK or t.text not in DONE]
    while found and found[0].kind == MARK:
        found = found[1:]
    while found and found[-1].kind == MARK:
        found = found[:-1]
    return found
