"""`Question` → `Mention`s: every span of the question with what it may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.language.numerals import find, scaled
from assistant.lexicon import Lexicon
from assistant.model import Mention, Question, Repair, Sense
from assistant.steps.repair import repair

DOCUMENT = re.compile(r"[一-龥]{1,8}\s*[〔\[(]?(?:19|20)\d{2}[〕\])]?\s*第?\d{1,4}\s*号")
YEAR = re.compile(r"(?:19|20)\d{2}(?=年)年度?|(?<!\d)(?:19|20)\d{2}年?(?!\d)")
SPELLED_YEAR = re.compile(r"[二一][〇零o0九][〇零一二三四五六七八九]{2}年度?")
NTH = re.compile(r"(倒数)?第([一二三四五六七八九十\d]+)(?:名|位)?(多|少|高|低|大|小|名|位)(?!部分)")
TOP = re.compile(
    r"(前|头|后|末|倒数|最后)([一二两三四五六七八九十\d]+)(?:名|位|个|家|甲|强)?(?=$|[^\d一二三四五六七八九十])"
)
SMALL_TOP = re.compile(
    r"(?:前|后|末|倒数|最后)[一二两三四五六七八九1-9](?:名|个|家|甲|强)?(?=$|[^\d位十百部章])"
)
PART_OF_YEAR = re.compile(
    r"[\d一二三四五六七八九十]{1,2}月份?(?:[\d一二三四五六七八九十]{1,3}[日号])?"
    r"|第?[一二三四1-4]个?季度|[上下]半年|年[初末底]|[春夏秋冬]季"
)
RELATIVE_YEARS = {
    "去年": -1, "上年": -1, "上一年": -1, "上年度": -1, "前一年": -1, "上一年度": -1, "往年": -1,
    "前年": -2, "历年": -1, "明年": 1, "来年": 1, "下一年": 1, "次年": 1, "后年": 2, "今年": 0,
}  # fmt: skip
COUNTERS = ("每", "一", "余", "多", "各", "两", "个")
ORDINAL = re.compile(r"第[\d一二三四五六七八九十]+(?=部分|章|节|块|条|点|大)")


def link(question: Question, lexicon: Lexicon) -> tuple[tuple[Mention, ...], tuple[Repair, ...]]:
    """The mentions of a question in order, and which content words were read otherwise than written."""
    text = question.text
    fixed = tuple(_fixed(text))
    mentions = lexicon.read(text, fixed)
    repaired, repairs = repair(text, mentions, lexicon)
    if repaired:
        mentions = lexicon.read(text, fixed + repaired)
    used = {(m.start, m.end) for m in mentions}
    kept = tuple(r for span, r in repairs if span in used)
    return tuple(_settle_units(mentions)), kept


def _fixed(text: str) -> Iterator[Mention]:
    """Numerals, years, parts of a year and ordinals."""
    for match in DOCUMENT.finditer(text):
        yield Mention(
            *match.span(), match.group(), (Sense("document", tag=document_key(match.group())),)
        )
    for pattern in (YEAR, SPELLED_YEAR):
        for match in pattern.finditer(text):
            year = "".join(_digit(c) for c in match.group() if c not in "年度")
            yield Mention(*match.span(), match.group(), (Sense("year", tag=year),))
    for match in PART_OF_YEAR.finditer(text):
        yield Mention(*match.span(), match.group(), (Sense("part_of_year", tag=match.group()),))
    for word, offset in RELATIVE_YEARS.items():
        for match in re.finditer(word, text):
            yield Mention(*match.span(), word, (Sense("relative_year", tag=str(offset)),))
    for match in ORDINAL.finditer(text):
        yield Mention(*match.span(), match.group(), (Sense("ordinal", tag=match.group()[1:]),))
    for match in SMALL_TOP.finditer(text):
        yield Mention(*match.span(), match.group(), (Sense("operator", tag="top"),))
    for match in NTH.finditer(text):
        yield Mention(*match.span(), match.group(), (Sense("operator", tag="nth"),))
    for numeral in find(text):
        if numeral.percent:
            sense = Sense("number", tag="%")
        else:
            sense = Sense("number", tag=numeral.scale)
        value = scaled(numeral.value, numeral.scale)
        yield Mention(numeral.start, numeral.end, numeral.text, (sense,), value)


def document_key(text: str) -> str:
    """A document number without brackets and spaces, so that every way of writing it agrees.

    >>> document_key("国办发〔2013〕73号") == document_key("国办发[2013] 73 号")
    True
    """
    return "".join(c for c in text if c.isalnum())


def _digit(char: str) -> str:
    from assistant.language.numerals import parse

    value = parse(char) if char not in "o" else 0
    return str(value) if value is not None else char


def _settle_units(mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """A measure word is one only behind a number or 几/多少/每; elsewhere it is its other self."""
    previous: Mention | None = None
    for mention in mentions:
        if "unit" in mention.kinds():
            counting = previous is not None and bool(
                "number" in previous.kinds()
                or previous.text in COUNTERS
                or previous.tags("ask") & {"number", "which", "list", "money"}
            )
            senses = tuple(s for s in mention.senses if (s.kind == "unit") == counting)
            if not counting and not senses:
                senses = (Sense("frame", tag="measure_word"),)
            previous = replace(mention, senses=senses)
        else:
            previous = mention
        yield previous
