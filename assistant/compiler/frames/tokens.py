"""The words of a clause as frames read them: a name in marks and a date are one, whatever stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.compiler.frames.forms import Forms
from assistant.compiler.outline import Span
from assistant.compiler.prose import Prose

NAME = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”]*”|「[^「」]*」|\"[^\"]*\"")
NOTE = re.compile(r"[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）]")
YEAR, MONTH, DAY = (
    r"(?:19|20)\d{2}年",
    r"\d{1,2}(?:[-至]\d{1,2})?月",
    r"\d{1,2}(?:至\d{1,2})?[日号](?!文)",
)
DATE = re.compile(
    rf"(?:{YEAR})?{MONTH}(?:{DAY})?(?:[上中下]旬|[底初末份])?(?:[、和及]{MONTH}(?:{DAY})?)*[前后起]?|(?<!\d){DAY}[前后起]?"
    r"|年[底初末]前"
    rf"|{YEAR}(?:[上下]半年|底|末|初)[前起]?|(?:{YEAR})?第?[一二三四]季度|(?:{YEAR}?[春夏秋冬]季学期)起?"
)
PERIOD = re.compile(rf"{YEAR}(?:度)?(?:以来|内|间|期间)?")
KINDS = {"a": "adjective", "d": "adverb", "ad": "adverb"}
NOUNLIKE = frozenset({"vn"})
MARKS = frozenset({"x", "u", "ul", "uz", "ug"})
EACH = "各"
AGENT, LONGEST_BODY = "agent", 6
OF, NOT_YET, DONE = "的", "未", frozenset({"了", "过"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word with jieba's flag, and what it may be in a frame.

    `kind` is act, prep, adverb, adjective, time, period, often, name, note, mark or noun.
    """

    start: int
    end: int
    text: str
    flag: str
    kind: str


def tokens(prose: Prose, span: Span, forms: Forms) -> list[Token]:
    """The words of a clause in order."""
    text = prose.text
    found: list[Token] = []
    for start, end, kind in _wholes(text, span):
        if not found or start >= found[-1].end:
            found.append(Token(start, end, text[start:end], "", kind))
    wholes = tuple(found)
    for word in prose.words_in(span):
        if not any(t.start < word.end and word.start < t.end for t in wholes):
            token = Token(word.start, word.end, word.text, word.flag, "noun")
            found += _split(token, forms, prose.genre.organ_ends)
    row = sorted(found, key=lambda token: token.start)
    kinds = [t if t in wholes else _of_kind(t, _kind(t, forms)) for t in row]
    return _named(_with_bodies(kinds, forms), forms)


def _of_kind(token: Token, kind: str) -> Token:
    return Token(token.start, token.end, token.text, token.flag, kind)


def _with_bodies(row: Sequence[Token], forms: Forms) -> list[Token]:
    """由住房|保障|股|起草: the name of the body that does a thing is one, whatever stands in it."""
    found: list[Token] = []
    at = 0
    while at < len(row):
        token = row[at]
        found.append(token)
        at += 1
        if not _leads_agent(token, forms):
            continue
        end = _body_end(row, at, forms)
        if end > at + 1:
            first, last = row[at], row[end - 1]
            text = "".join(t.text for t in row[at:end])
            found.append(Token(first.start, last.end, text, "n", "noun"))
            at = end
    return found


def _leads_agent(token: Token, forms: Forms) -> bool:
    return token.kind == "prep" and forms.prepositions.get(token.text) == AGENT


def _body_end(row: Sequence[Token], at: int, forms: Forms) -> int:
    """Where the name of a body ends that begins here and has an act behind it."""
    ends = tuple(forms.offices_of)
    for end in range(at + 1, min(at + LONGEST_BODY, len(row) - 1) + 1):
        token = row[end - 1]
        if token.kind in ("mark", "prep", "name", "note", "time") or token.text in forms.listing:
            break
        if token.text.endswith(ends) and not row[end].text.endswith(ends):
            return end
    return at


def _wholes(text: str, span: Span) -> list[tuple[int, int, str]]:
    """Names, notes, dates and years, the longest first where two begin together."""
    patterns = ((NAME, "name"), (NOTE, "note"), (DATE, "time"), (PERIOD, "period"))
    rows = ((*m.span(), kind) for pattern, kind in patterns for m in pattern.finditer(text, *span))
    return sorted(rows, key=lambda row: (row[0], -row[1]))


def _split(token: Token, forms: Forms, organs: tuple[str, ...]) -> list[Token]:
    """任组长, 经法制办 and 未收取, which a dictionary takes for one word, as two."""
    text = token.text
    if text[0] in NOT_YET and len(text) > 1 and token.flag.startswith("v"):
        at = token.start + 1
        return [
            Token(token.start, at, text[0], "d", "adverb"),
            Token(at, token.end, text[1:], "v", "act"),
        ]
    if not token.flag.startswith("n"):
        return [token]
    held = next((w for w in forms.held if text.startswith(w)), "")
    led = ""
    if not held and text.endswith(organs):
        led = next((w for w in forms.prepositions if text.startswith(w)), "")
    first = held or (led if len(text) > len(led) + 1 else "")
    if not first or text == first:
        return [token]
    cut = token.start + len(first)
    lead = Token(token.start, cut, first, "v" if held else "p", "act")
    return [lead, Token(cut, token.end, text[len(first) :], "n", "noun")]


def _kind(token: Token, forms: Forms) -> str:
    text, flag = token.text, token.flag
    if text in forms.nouns:
        return "noun"
    if text in forms.often:
        return "often"
    if text in forms.periods:
        return "period"
    if text in forms.manner:
        return "adverb"
    leads = flag in ("p", "v", "d", "c", "vn", "n") or text in forms.copulas
    if text in forms.prepositions and leads:
        return "prep"
    if flag.startswith("v") and flag not in NOUNLIKE:
        return "noun" if len(text) > 1 and text.endswith(tuple(forms.offices)) else "act"
    if flag in KINDS:
        return KINDS[flag]
    return "mark" if flag in MARKS and text not in forms.listing | {OF} else "noun"


def _named(row: Sequence[Token], forms: Forms) -> list[Token]:
    """The row with the acts that only name a thing as nouns: 信息公开, 查阅场所, 参与权、表达权."""
    found: list[Token] = []
    acts = sum(token.kind == "act" for token in row)
    for at, token in enumerate(row):
        behind = row[at + 1].text if at + 1 < len(row) else ""
        headed = behind in forms.headed and acts > 1
        each = at + 1 < len(row) and row[at + 1].flag.startswith("m")
        named = _is_name(token, found, forms) and not (each and found[-1].text == EACH)
        # 抽签由公证处公证: what somebody does a thing to is named first.
        topic = at == 0 and at + 1 < len(row) and _leads_agent(row[1], forms)
        act = token.kind == "act" and (headed or named or topic)
        if (
            token.kind in ("adjective", "adverb")
            and behind in DONE
            and token.text not in forms.manner
        ):
            found.append(replace(token, kind="act"))
            continue
        timed = token.kind in ("time", "period") and found and found[-1].text in forms.compared
        found.append(replace(token, kind="noun") if act or timed else token)
    found = _with_done(found, forms)
    return found if any(t.kind == "act" for t in found) else _with_act(found, forms)


def _with_act(row: list[Token], forms: Forms) -> list[Token]:
    """The row with the first word that may be an act as one, where it has no other (将在镇广场设置电子屏)."""
    for at, token in enumerate(row):
        before = row[at - 1].text if at else ""
        named = token.text in forms.nouns
        may = token.flag in NOUNLIKE or (token.flag == "v" and token.kind == "adverb")
        if may and not named and before not in forms.listing | {OF}:
            return [*row[:at], replace(token, kind="act"), *row[at + 1 :]]
    return row


def _with_done(row: list[Token], forms: Forms) -> list[Token]:
    """由公证处公证: what stands at the end behind who does a thing is what is done, whatever its flag."""
    if len(row) < 3:
        return row
    led, _, last = row[-3:]
    if (
        _leads_agent(led, forms)
        and last.kind == "noun"
        and len(last.text) > 1
        and last.flag.startswith("n")
    ):
        return [*row[:-1], replace(last, kind="act")]
    return row


def _is_name(token: Token, found: Sequence[Token], forms: Forms) -> bool:
    if not found:
        return False
    before = found[-1]
    listed = before.text in forms.listing and len(found) > 1 and all(t.kind != "act" for t in found)
    led = before.text in forms.determiners
    compound = (before.text + token.text).endswith(tuple(forms.compounds))
    return led or listed or compound
