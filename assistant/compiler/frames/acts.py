"""The acts of a clause: what is done, with what stands before and behind it in its roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.compiler.frames.forms import Forms
from assistant.compiler.frames.tokens import DONE, OF, Token
from assistant.compiler.outline import Span
from assistant.model import Role

PLANNED, WANTING = "planned", "wanting"
# 将信息公开 has a patient, 将公开信息 is a plan.
WILL = "将"
# Kinds of words that are roles by themselves.
BY_KIND = {"time": "time", "period": "period", "often": "frequency"}
# So many words may stand between an act and the 的 that makes it one of a noun.
REACH = 6


@dataclass(frozen=True, slots=True)
class Act:
    """One act with its roles; no predicate where a clause has none."""

    roles: tuple[Role, ...]
    predicate: Span | None = None
    mood: str = ""
    denied: bool = False


def acts(row: Sequence[Token], forms: Forms) -> Iterator[Act]:
    """The acts of a clause in order: 出席并答记者问 are two of one doer."""
    rest = list(row)
    while rest and rest[0].text in forms.leads:
        rest = rest[1:]
    moment = _moment(rest, forms)
    when = (Role("moment", rest[0].start, rest[moment].end),) if moment else ()
    if moment:
        yield _Reading(rest[:moment], forms).first()[0]
        rest = rest[moment + 1 :]
    while rest:
        act, rest = _Reading(rest, forms).first()
        yield replace(act, roles=(*when, *act.roles))
    yield from _within(row, forms)


def _within(row: Sequence[Token], forms: Forms) -> Iterator[Act]:
    """What is said within a noun of who does a thing: 由市政府办公室|提供|的信息."""
    for at, token in enumerate(row):
        if forms.prepositions.get(token.text) != "agent" or not at:
            continue
        acts = (n for n in range(at + 2, len(row) - 2) if row[n].kind == "act")
        does = next((n for n in acts if row[n + 1].text == OF), 0)
        if does:
            agent = Role("agent", row[at + 1].start, row[does - 1].end)
            object_ = Role("object", row[does + 2].start, row[-1].end)
            yield Act((agent, object_), (row[does].start, row[does].end))


def _moment(row: Sequence[Token], forms: Forms) -> int:
    """Where what was done before ends, with another act behind it: 收到申请后; 0 where nothing was."""
    for at, token in enumerate(row):
        if token.text in forms.moments and _has_act(row[:at]) and _has_act(row[at + 1 :]):
            return at
    return 0


@dataclass(slots=True)
class _Reading:
    """Reads the first act of a row from the left."""

    row: Sequence[Token]
    forms: Forms

    def first(self) -> tuple[Act, list[Token]]:
        """The act, and the tokens that the next begins with."""
        roles: list[Role] = []
        subject: list[Token] = []
        mood, denied, predicate, at = "", False, None, 0
        while at < len(self.row) and predicate is None:
            token, end = self.row[at], at + 1
            if token.kind in BY_KIND:
                roles.append(Role(BY_KIND[token.kind], token.start, token.end))
            elif token.text in self.forms.denied and (
                not self._is_of_noun(at) or (not subject and self._happens(end))
            ):
                denied = True
                bare = token.flag == "v" and not _has_act(self.row[end:])
                predicate = (token.start, token.end) if bare else None
            elif token.text in self.forms.planned and self._is_ahead(at):
                mood = PLANNED
            elif token.text in self.forms.wanting and self._is_ahead(at):
                mood = mood or WANTING
            elif token.kind == "prep" and self._leads(at):
                end = self._phrase(at)
                if end < len(self.row) and self.row[end].text == OF:
                    subject += self.row[at : end + 1]
                    end += 1
                elif end > at + 1:
                    name = self.forms.prepositions[token.text]
                    roles.append(Role(name, self.row[at + 1].start, self.row[end - 1].end))
            elif token.kind in ("act", "prep") and (
                not self._is_of_noun(at) or (denied and self._happens(at))
            ):
                predicate = (token.start, token.end)
            elif token.kind not in ("adverb", "mark") or (subject and not _has_act(self.row[end:])):
                subject.append(token)
            at = end
        if subject:
            roles.append(Role("subject", subject[0].start, subject[-1].end))
        if predicate is None:
            return Act(tuple(roles)), []
        behind, rest = self._behind(at)
        return Act((*roles, *behind), predicate, mood, denied), rest

    def _leads(self, at: int) -> bool:
        """Does the preposition lead to an act? 总数为6211项 does not."""
        behind = self.row[at + 1 :]
        done = bool(behind) and behind[0].text in DONE
        return self.row[at].text not in self.forms.copulas or (_has_act(behind) and not done)

    def _is_ahead(self, at: int) -> bool:
        """Does an act follow, so that the word says that it is planned or wanting?"""
        passed = ("adverb", "time", "period", "mark")
        first = next((t for t in self.row[at + 1 :] if t.kind not in passed), None)
        return first is not None and (first.kind in ("act", "prep") or self.row[at].text != WILL)

    def _happens(self, at: int) -> bool:
        """Does a word say that something is there at all, and not of what (未发生公开的收费情况)?"""
        return at < len(self.row) and self.row[at].text in self.forms.happening

    def _is_of_noun(self, at: int) -> bool:
        """Is the act that of what is spoken of (延期的1件), with its 的 before the next act?"""
        for n, token in enumerate(self.row[at + 1 : at + REACH], start=at + 1):
            if token.text == OF:
                return n + 1 < len(self.row)
            denies = self.row[at].text in self.forms.denied
            if token.kind in ("prep", "adjective") or (token.kind == "act" and not denies):
                return False
        return False

    def _phrase(self, at: int) -> int:
        """Where what a preposition leads ends: before the act, behind a word that closes it."""
        if carried := self._carried(at):
            return carried
        cause = self.row[at].text in self.forms.cases
        inner = [n for n in range(at + 1, len(self.row)) if self.row[n].kind == "act"]
        last = inner[-1] if len(inner) > 1 else len(self.row)
        end = at + 1
        while end < len(self.row):
            token, first = self.row[end], end == at + 1
            if not first and token.text in self.forms.closes:
                return end + 1
            turns = token.text in self.forms.denied
            turns = turns or (token.kind == "adverb" and _has_act(self.row[end:]))
            acts = end == last if cause else token.kind in ("act", "prep")
            if (acts or (turns and not first)) and not self._is_of_noun(end):
                break
            end += 1
        return end

    def _carried(self, at: int) -> int:
        """Where a phrase ends that has acts of its own: 对更新年报的单位|进行了表扬, 在权力运行上|求突破; 0 without."""
        name = self.forms.prepositions[self.row[at].text]
        for end in range(at + 2, len(self.row) - 1):
            text, acts = self.row[end].text, _has_act(self.row[end + 1 :])
            if name == "patient" and text in self.forms.carriers:
                return end
            if name == "place" and text in self.forms.places and acts:
                return end + 1
        return 0

    def _behind(self, at: int) -> tuple[list[Role], list[Token]]:
        """What an act is done to, and to whom or where; with the tokens that follow 并."""
        row = self.row[at:]
        joined = next((n for n, t in enumerate(row) if self._joins(row, n)), len(row))
        apart = next((n for n in range(1, joined) if self._denies(at + n)), len(row))
        joined = min(joined, apart)
        mine = [t for t in row[:joined] if t.kind != "mark"]
        turn = next((n for n, t in enumerate(mine) if self._turns(mine, n)), len(mine))
        roles = [Role("object", mine[0].start, mine[turn - 1].end)] if turn else []
        if turn < len(mine):
            roles.append(
                Role(self.forms.behind[mine[turn].text], mine[turn + 1].start, mine[-1].end)
            )
        return roles, list(row[joined + (joined != apart) :])

    def _joins(self, row: Sequence[Token], n: int) -> bool:
        follows = n + 1 < len(row) and row[n + 1].kind in ("act", "prep", "adverb")
        return row[n].text in self.forms.joining and follows

    def _denies(self, at: int) -> bool:
        """Is an act behind another denied: 提供政府信息|未收取费用?"""
        behind = next((t for t in self.row[at + 1 :] if t.kind != "adverb"), None)
        acts = behind is not None and behind.kind == "act"
        return self.row[at].text in self.forms.undone and acts and not self._is_of_noun(at)

    def _turns(self, row: Sequence[Token], n: int) -> bool:
        """Does a word here lead to whom or where (移交至档案馆)?"""
        return row[n].text in self.forms.behind and row[n].flag in ("p", "v") and n + 1 < len(row)


def _has_act(row: Sequence[Token]) -> bool:
    return any(token.kind == "act" for token in row)
