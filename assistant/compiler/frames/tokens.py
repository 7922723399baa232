"""The words of a clause as frames read them: a name in marks and a date are one, whatever stands in them."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.compiler.frames.bodies import with_bodies, with_manner
from assistant.compiler.frames.forms import Forms
from assistant.compiler.frames.naming import NOUNLIKE, named
from assistant.compiler.frames.words import OF, Token
from assistant.compiler.outline import Span
from assistant.compiler.prose import Prose

NAME = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”]*”|「[^「」]*」|\"[^\"]*\"")
NOTE = re.compile(r"[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）]")
YEAR, MONTH, DAY = (
    r"(?:19|20)\d{2}年",
    r"\d{1,2}(?:[-至]\d{1,2})?月",
    r"\d{1,2}(?:至\d{1,2})?[日号](?!文)",
)
# 三中路66号 is no date.
BARE = r"\d{1,2}(?:至\d{1,2})?日"
DATE = re.compile(
    rf"(?:{YEAR})?{MONTH}(?:{DAY})?(?:[上中下]旬|[底初末份])?(?:[、和及至]{MONTH}(?:{DAY})?)*[前后起]?|(?<!\d){BARE}[前后起]?"
    r"|年[底初末]前"
    rf"|{YEAR}(?:[上下]半年|底|末|初)[前起]?|(?:{YEAR})?第?[一二三四]季度|(?:{YEAR}?[春夏秋冬]季学期)起?"
)
PERIOD = re.compile(rf"{YEAR}(?:度)?(?:以来|内|间|期间)?")
KINDS = {"a": "adjective", "d": "adverb", "ad": "adverb"}
MARKS = frozenset({"x", "u", "ul", "uz", "ug"})
# Letters and digits, which a dictionary marks as it marks a comma.
SAID = re.compile(r"[\w%％‰.+]")
NOT_YET, EVERY, WHOLE = "未", "每", 4


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
    kinds = [replace(t, kind=t.kind if t in wholes else _kind(t, forms)) for t in row]
    return named(with_bodies(with_manner(kinds, forms), forms), forms)


def _wholes(text: str, span: Span) -> list[tuple[int, int, str]]:
    """Names, notes, dates and years, the longest first where two begin together."""
    patterns = ((NAME, "name"), (NOTE, "note"), (DATE, "time"), (PERIOD, "period"))
    rows = ((*m.span(), kind) for pattern, kind in patterns for m in pattern.finditer(text, *span))
    return sorted(rows, key=lambda row: (row[0], -row[1]))


def _split(token: Token, forms: Forms, organs: tuple[str, ...]) -> list[Token]:
    """任组长, 经法制办, 未收取 and 严格执行, which a dictionary takes for one word, as two."""
    text = token.text
    if text[0] in NOT_YET and len(text) > 1 and token.flag.startswith("v"):
        return _cut(token, 1, "d", "v")
    whole = token.flag.startswith("v") or text in forms.acts or len(text) < WHOLE
    if at := 0 if whole else _begun(text, forms):
        manner = text[:at] in forms.manner
        return _cut(token, at, "d" if manner else "v", "v" if manner else "n")
    known = text in forms.manner or text in forms.prepositions
    if text[0] in forms.manner and text[1:] in forms.prepositions and not known:
        return _cut(token, 1, "d", "p")
    if text[0] in forms.places and text[1:] in forms.acts:
        return _cut(token, 1, "f", "v")
    held = "" if text in forms.nouns else next((w for w in forms.held if text.startswith(w)), "")
    led = next((w for w in forms.prepositions if text.startswith(w)), "")
    first = held or (led if text.endswith(organs) and len(text) > len(led) + 1 else "")
    if not first or text == first or not token.flag.startswith("n"):
        return [token]
    return _cut(token, len(first), "v" if held else "p", "n")


def _cut(token: Token, at: int, first: str, second: str) -> list[Token]:
    middle = token.start + at
    return [
        Token(token.start, middle, token.text[:at], first, "noun"),
        Token(middle, token.end, token.text[at:], second, "noun"),
    ]


def _begun(text: str, forms: Forms) -> int:
    """Where a word of an adverb and an act, or of an act and its noun, is to be cut; 0 where it is none."""
    for at in range(2, len(text) - 1):
        rest = text[at:]
        if text[:at] in forms.manner and (rest in forms.acts or rest in forms.prepositions):
            return at
    return 2 if len(text) == WHOLE and text[:2] in forms.acts else 0


def _kind(token: Token, forms: Forms) -> str:
    text, flag = token.text, token.flag
    if text in forms.nouns:
        return "noun"
    if text in forms.often:
        return "often"
    if text in forms.periods:
        return "period"
    if text in forms.manner | forms.modal:
        return "adverb"
    if text.startswith(EVERY) and flag == "t":
        return "each"
    if text in forms.verbs:
        return "act"
    if text in forms.shared:
        return "noun"
    if text in forms.spots:
        return "spot"
    leads = flag in ("p", "v", "d", "c", "vn", "n", "r") or text in forms.copulas
    if text in forms.prepositions and leads:
        return "prep"
    if flag.startswith("v") and flag not in NOUNLIKE:
        return "noun" if len(text) > 1 and text.endswith(tuple(forms.offices)) else "act"
    if flag in KINDS:
        return KINDS[flag]
    if flag == "x" and SAID.match(text):
        return "noun"
    return "mark" if flag in MARKS and text not in forms.listing | {OF} else "noun"
