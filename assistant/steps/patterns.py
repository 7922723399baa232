"""What is read by its form rather than by name: numerals, years, ordinals, document numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.language.numerals import find, parse, scaled
from assistant.late import late
from assistant.lexicon import Lexicon
from assistant.model import Mention, Sense

DOCUMENT = late(r"[^\W\d_]{1,8}\s*[〔\[(]?(?:19|20)\d{2}[〕\])]?\s*第?\d{1,4}\s*号")
YEAR = late(r"(?:19|20)\d{2}(?=年)年(?:[度底末]|报(?![送告道]))?|(?<!\d)(?:19|20)\d{2}年?(?!\d)")
BARE_YEAR = late(r"(?:19|20)\d{2}")
SHORT_YEAR = late(r"(?<![\d.])[0-3]\d年度?(?![来间以内前后多\d])")
SPELLED_YEAR = late(r"[二一][〇零o0九][〇零一二三四五六七八九]{2}年度?")
NTH = late(
    r"(?:位居|位列|居|列)?(倒数)?第([一二三四五六七八九十\d]+)(?:名|位)?(多|少|高|低|大|小|名|位)(?!部分)"
    r"|(?<=排)(倒数)?第([一二三四五六七八九十\d]+)(?![几多少部章节条款])"
)
TOP = late(
    r"(前|头|后|末|倒数|最后)([一二两三四五六七八九十\d]+)(?:名|位|个|家|甲|强)?(?=$|[^\d一二三四五六七八九十])"
)
SMALL_TOP = late(
    r"(?:前|后|末|倒数|最后)[一二两三四五六七八九1-9](?:名|个|家|甲|强)?(?=$|[^\d位十百部章])"
)
COUNTED_CLASS = late(
    r"(?<=[两三四五六七八九十\d])(?:县市区|县区|市县|县|区|市)(?![县市区级内外里])"
)
PART_OF_YEAR = late(
    r"[\d一二三四五六七八九十]{1,2}月份?(?:[\d一二三四五六七八九十]{1,3}[日号])?"
    r"|第?[一二三四1-4]个?季度|[上下]半年|年[初末底]|[春夏秋冬]季"
)
RELATIVE_YEARS = {
    "上年末": -1, "上年底": -1, "去年末": -1, "去年底": -1, "上一年末": -1, "上一年底": -1,
    "去年": -1, "上年": -1, "上一年": -1, "上年度": -1, "前一年": -1, "上一年度": -1, "往年": -1,
    "前年": -2, "历年": -1, "明年": 1, "来年": 1, "下一年": 1, "次年": 1, "后年": 2, "今年": 0,
}  # fmt: skip
ORDINAL = late(r"第[\d一二三四五六七八九十]+(?=部分|章|节|块|条|点|大)")
RELATIVE_YEAR = late("|".join(sorted(RELATIVE_YEARS, key=len, reverse=True)))
YEAR_UNITS = ("份", "号", "")
# 1+X is a name.
SIGNED = late(r"\+[a-z]")


def patterned(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Every span of the text that one of the forms fits; spans may overlap."""
    yield from _years(text, lexicon)
    yield from _short_years(text)
    for pattern, kind, tag in FORMS:
        for match in pattern.finditer(text):
            yield Mention(*match.span(), match.group(), (Sense(kind, tag=tag(match.group())),))
    for numeral in find(text):
        name = lexicon.knows(numeral.text) and numeral.text.isdigit()
        if name or SIGNED.match(text, numeral.end):
            continue  # 12345 and 1+x are names
        if (
            BARE_YEAR.fullmatch(text, numeral.start, numeral.end)
            and text[numeral.end :][:1] == "年"
        ):
            yield Mention(
                numeral.start, numeral.end, numeral.text, (Sense("year", tag=numeral.text),)
            )
            continue
        tag_text = "%" if numeral.percent else numeral.scale
        value = scaled(numeral.value, numeral.scale)
        sense = Sense("number", tag=tag_text)
        yield Mention(numeral.start, numeral.end, numeral.text, (sense,), value)


def document_key(text: str) -> str:
    """A document number without brackets and spaces, so that every way of writing it agrees.

    >>> document_key("国办发〔2013〕73号") == document_key("国办发[2013] 73 号")
    True
    """
    return "".join(c for c in text if c.isalnum())


def _years(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    for pattern in (YEAR, SPELLED_YEAR):
        for match in pattern.finditer(text):
            if "年" in match.group() or not _counts(text, match.end(), lexicon):
                year = "".join(_digit(c) for c in match.group() if c not in "年度底末报")
                yield Mention(*match.span(), match.group(), (Sense("year", tag=year),))


def _short_years(text: str) -> Iterator[Mention]:
    """09年, 11年: years of this century."""
    for match in SHORT_YEAR.finditer(text):
        year = f"20{match.group()[:2]}"
        yield Mention(*match.span(), match.group(), (Sense("year", tag=year),))


def _counts(text: str, at: int, lexicon: Lexicon) -> bool:
    """Does a measure word follow, so that 2000 is a number of things (2000册) and no year?"""
    following = text[at : at + 1]
    return following not in YEAR_UNITS and any(s.kind == "unit" for s in lexicon.senses(following))


def _digit(char: str) -> str:
    value = parse(char) if char != "o" else 0
    return str(value) if value is not None else char


def _same(text: str) -> str:
    return text


def _constant(tag: str) -> Callable[[str], str]:
    return lambda _: tag


FORMS: tuple[tuple[re.Pattern[str], str, Callable[[str], str]], ...] = (
    (DOCUMENT, "document", document_key),
    (PART_OF_YEAR, "part_of_year", _same),
    (RELATIVE_YEAR, "relative_year", lambda word: str(RELATIVE_YEARS[word])),
    (ORDINAL, "ordinal", lambda word: word[1:]),
    (SMALL_TOP, "operator", _constant("top")),
    (NTH, "operator", _constant("nth")),
    (COUNTED_CLASS, "operator", _constant("members")),
)
