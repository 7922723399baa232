"""Which acts of a clause only name a thing: 信息公开, 查阅场所, 办结率, 进驻事项…实现了优化."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.compiler.frames.bodies import leads_agent
from assistant.compiler.frames.forms import Forms
from assistant.compiler.frames.words import (
    ACT,
    ADJECTIVE,
    ADVERB,
    DONE,
    MARK,
    NOUN,
    OF,
    PREP,
    TIMES,
    Row,
    Token,
    has_act,
    is_counted,
    is_marked,
    is_of_noun,
    is_strong,
    text_at,
)

# How jieba marks a set phrase, which is an act where it is all that a clause has.
SET = ("i", "l")
TAKEN = frozenset({"为", "为主", "为辅"})
LY, KIND, BY, RATE = "地", "类", "经", "率"
NOUNLIKE = frozenset({"vn"})
EACH, AS, IS, PASSIVE, LIST, OTHERS = "各", "以", "为", "被", "、", "等"


def named(row: Row, forms: Forms) -> list[Token]:
    """The row with the acts that only name a thing as nouns, and with an act where it seems to have none."""
    row = _with_ways(_with_partner(row, forms))
    if _is_tally(row):
        return [replace(t, kind=NOUN) if t.kind == ACT else t for t in row]
    read = _as_is(_became(_opened(row, forms), forms), forms)
    read = _with_done(_each_named(read, forms), forms)
    read = read if has_act(read) else _with_act(read, forms)
    read = _with_state(read, forms)
    return [_weighed(read, at, forms) for at in range(len(read))]


def _with_partner(row: Row, forms: Forms) -> list[Token]:
    """与市气象局|联合发布: with whom a thing is done together."""
    led = next((n for n, t in enumerate(row) if t.text in forms.shared), -1)
    if led < 0 or all(t.text not in forms.together for t in row[led:]):
        return list(row)
    return [replace(t, kind=PREP) if n == led else t for n, t in enumerate(row)]


def _with_ways(row: Row) -> list[Token]:
    """主动、及时、准确地|发布: what is joined before 地, or of adverbs alone, is how a thing is done."""
    ly = next((n for n, t in enumerate(row) if t.text == LY), 0)
    ways = (ADVERB, ADJECTIVE, MARK)
    led = ly and all(t.kind in ways or t.text == LIST for t in row[:ly])
    return [
        replace(t, kind=ADVERB) if (led and n <= ly) or _is_between(row, n) else t
        for n, t in enumerate(row)
    ]


def _is_between(row: Row, at: int) -> bool:
    around = 0 < at < len(row) - 1 and row[at].text == LIST
    return around and row[at - 1].kind == row[at + 1].kind == ADVERB


def _is_tally(row: Row) -> bool:
    """公开1191件、部分公开328件、不予公开142件 counts, and says nothing that is done."""
    marks = (n for n, token in enumerate(row) if token.text == LIST)
    return sum(is_counted(row, n - 1) or is_counted(row, n - 2) for n in marks) > 1


def _opened(row: Row, forms: Forms) -> list[Token]:
    """The row with the words as acts that are so where a clause opens (丰富|公开形式, 共|制作119期)."""
    return [replace(t, kind=ACT) if _opens(row, n, forms) else t for n, t in enumerate(row)]


def _opens(row: Row, at: int, forms: Forms) -> bool:
    token, behind = row[at], text_at(row, at + 1)
    made = token.text in forms.acts
    if token.kind == ADVERB and not made:
        return False
    if token.kind == ACT or not (made or token.flag in NOUNLIKE) or token.text in forms.nouns:
        return False
    if behind in DONE:
        return True
    passed = (ADVERB, MARK, *TIMES)
    first = all(t.kind in passed or t.text in forms.leads for t in row[:at])
    led = at > 0 and row[at - 1].kind == ADVERB and (made or is_counted(row, at + 1))
    before = text_at(row, at - 1)
    led = led or (made and (before == LIST or before in forms.serial))
    if not behind or behind in forms.listing | {OF} or not (first or led):
        return False
    if token.kind == ADVERB and row[at + 1].kind in (ACT, PREP):
        return False
    strong = any(is_strong(row, n, forms) for n in range(at + 1, len(row)))
    return made or (not strong and behind not in forms.headed | forms.ratios)


def _became(row: Row, forms: Forms) -> list[Token]:
    """精简|为, 评|为 is one act."""
    found: list[Token] = []
    for token in row:
        if found and token.text == IS and found[-1].text in forms.becoming:
            last = found.pop()
            found.append(Token(last.start, token.end, last.text + token.text, "v", ACT))
        else:
            found.append(token)
    return found


def _as_is(row: Row, forms: Forms) -> list[Token]:
    """以…为主: what it is taken for is said, and nothing between or behind is done."""
    first = next((n for n, t in enumerate(row) if t.text == AS and t.kind == PREP), -1)
    alone = next((n for n in range(1, len(row)) if _is_copula(row, n)), 0)
    if alone:
        return [replace(t, kind=ACT) if n == alone else t for n, t in enumerate(row)]
    last = next((n for n in range(first + 2, len(row)) if row[n].text in TAKEN), 0)
    names = next((n for n, t in enumerate(row) if t.text in forms.appoints), -1)
    if 0 <= names < len(row) - 2 and any(t.text == IS for t in row[names:]):
        kinds = {n: NOUN for n in range(names + 1, len(row)) if row[n].kind in (ACT, PREP)}
        return [
            replace(t, kind=ACT if n == names else kinds.get(n, t.kind)) for n, t in enumerate(row)
        ]
    if first < 0 or not last:
        return [replace(t, kind=ADVERB) if _is_passive(row, n) else t for n, t in enumerate(row)]
    return [
        replace(t, kind=ACT if n == last else NOUN) if n > first and t.kind != MARK else t
        for n, t in enumerate(row)
    ]


def _is_passive(row: Row, at: int) -> bool:
    """被纠错: does 被 lead to no body?"""
    alone = row[at].text == PASSIVE and at + 1 < len(row) and row[at + 1].kind == ACT
    return alone and not has_act(row[at + 2 :])


def _is_copula(row: Row, at: int) -> bool:
    """总数为6211项: does 为 say what a thing is, with no act behind it?"""
    led = any(t.kind == PREP for t in row[:at])
    return (
        row[at].text == IS and row[at - 1].kind == NOUN and not led and not has_act(row[at + 1 :])
    )


def _each_named(row: Row, forms: Forms) -> list[Token]:
    found: list[Token] = []
    acts = sum(token.kind == ACT for token in row)
    for at, token in enumerate(row):
        behind = text_at(row, at + 1)
        if token.text == EACH and at + 1 < len(row) and row[at + 1].kind == ACT:
            found.append(replace(token, kind=ADVERB))
            continue
        if token.kind in (ADJECTIVE, ADVERB, PREP) and behind in DONE:
            found.append(token if token.text in forms.manner else replace(token, kind=ACT))
            continue
        headed = _is_rate(row, at, forms) or (
            behind in forms.headed and acts > 1 and _is_kind(token, at, forms)
        )
        led = token.text in forms.modifying and (at > 0 or len(row) == 2)
        headed = headed or (behind in forms.headed and led)
        each = is_counted(row, at + 1) and bool(found) and found[-1].text == EACH
        is_name = _is_name(token, row, at, found, forms) and not each
        # 抽签由公证处公证: what somebody does a thing to is named first.
        topic = at == 0 and len(row) > 1 and leads_agent(row[1], forms)
        act = token.kind == ACT and (headed or is_name or topic)
        timed = token.kind in ("time", "period") and found and found[-1].text in forms.compared
        found.append(replace(token, kind=NOUN) if act or timed else token)
    return found


def _is_rate(row: Row, at: int, forms: Forms) -> bool:
    """办结|率, 回访|满意率98.6%: does a rate or a number stand behind, with the act for its kind?"""
    behind = text_at(row, at + 1)
    rate = is_counted(row, at + 2) and behind.endswith(RATE)
    return behind in forms.ratios or rate


def _is_kind(token: Token, at: int, forms: Forms) -> bool:
    """May the act say of what kind a noun behind it is, with another to be done (接受电话 may not)?"""
    return at > 0 or token.text in forms.modifying


def _is_name(token: Token, row: Row, at: int, found: Sequence[Token], forms: Forms) -> bool:
    listed = text_at(row, at + 1) in forms.listing and not _lists_acts(row, at)
    if listed and not is_marked(row, at):
        return True
    if text_at(row, at - 1) == BY and token.text not in forms.tells and has_act(row[at + 1 :]):
        return True
    if text_at(row, at + 1) == OTHERS and len(row) > at + 2:
        return True
    # 体验区1处, 环评类信息.
    if (is_counted(row, at - 1) and len(token.text) == 1) or text_at(row, at + 1) == KIND:
        return True
    if not found:
        return False
    before = found[-1]
    of = before.text == OF and not is_marked(row, at)
    if of and token.text not in forms.carriers | forms.tells:
        return True
    listed = before.text in forms.listing and len(found) > 1 and not has_act(found)
    led = before.text in forms.determiners
    compound = (before.text + token.text).endswith(tuple(forms.compounds))
    return led or listed or compound


def _lists_acts(row: Row, at: int) -> bool:
    """编印、发放宣传册: does another act follow what joins, with what both are done to?"""
    return at + 3 < len(row) and row[at + 2].kind == ACT and row[at + 3].text != OF


def _with_act(row: list[Token], forms: Forms) -> list[Token]:
    """The row with the first word that may be an act as one, where it has no other (将在镇广场设置电子屏)."""
    for at, token in enumerate(row):
        before = text_at(row, at - 1)
        led = token.flag == "v" and token.kind == ADVERB and token.text not in forms.modal
        may = token.flag in NOUNLIKE or led or token.text in forms.acts
        may = may and text_at(row, at + 1) not in forms.ratios | forms.listing | {OF}
        if may and token.text not in forms.nouns and before not in forms.listing | {OF}:
            return [*row[:at], replace(token, kind=ACT), *row[at + 1 :]]
    return row


def _with_done(row: list[Token], forms: Forms) -> list[Token]:
    """由公证处公证: what stands at the end behind who does a thing is what is done, whatever its flag."""
    if len(row) == 1 and row[0].flag in SET:
        return [replace(row[0], kind=ACT)]
    if len(row) < 3:
        return row
    led, _, last = row[-3:]
    noun = last.kind == NOUN and len(last.text) > 1 and last.flag.startswith("n")
    return [*row[:-1], replace(last, kind=ACT)] if leads_agent(led, forms) and noun else row


def _with_state(row: list[Token], forms: Forms) -> list[Token]:
    """进展不平衡, 说理不够充分: how a thing is, said at the end with a word of degree."""
    if len(row) < 2:
        return row
    degree = len(row) > 2 and row[-2].text in forms.degrees
    qualities = (ADJECTIVE, ADVERB, NOUN) if row[-2].text in forms.denied else (ADJECTIVE, ADVERB)
    degree = degree and row[-1].kind in qualities
    plain = row[-1].text in forms.states and row[-2].kind == NOUN
    if not (degree or plain) or row[-2].text == OF:
        return row
    if any(is_marked(row, n) or t.text in forms.takers for n, t in enumerate(row)):
        return row
    named_ = [replace(t, kind=NOUN) if t.kind == ACT else t for t in row[:-1]]
    return [*named_, replace(row[-1], kind=ACT)]


def _weighed(row: Row, at: int, forms: Forms) -> Token:
    """An act as a noun where one behind it is what the clause says: 进驻事项审批流程|实现了|优化."""
    token = row[at]
    if token.kind != ACT or is_marked(row, at) or token.text in forms.takers | forms.tells:
        return token
    for n in range(at + 1, len(row)):
        # 县教育局提供信息|未收取费用: two acts of one doer.
        if row[n].text in forms.joining | forms.moments or (at and row[n].text in forms.undone):
            break
        if n > at + 1 and is_strong(row, n, forms) and not _is_object(row, at, n, forms):
            return replace(token, kind=NOUN)
    return token


def _is_object(row: Row, at: int, n: int, forms: Forms) -> bool:
    """Is the act there within what this one is done to: 公布应当公开的信息?"""
    return is_of_noun(row, n, forms)
