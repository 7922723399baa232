"""Reading a clause around its number: whose it is, what is counted, which noun follows."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.compiler.outline import Span
from assistant.compiler.prose import EMPTY, PLACES, SCOPES, Prose
from assistant.compiler.quantity import Quantity, is_lasting
from assistant.compiler.segment import Word

ADVERBS = ("全年共", "一共", "总共", "共计", "全年", "共", "已", "累计", "合计")
CONNECTORS = "和与及、以及"
MARKS = CONNECTORS + ",，;；"
JOINING, SEPARATING = ("和", "与", "及"), ("、", ",", "，")
# What ends the words before a number whose noun follows it: 表现突出的A、B等26个单位.
UNFINISHED = ("》", "等", "的", "了", "对", "向", "由", "将", "把", "为", "中", "内")
NAMED = re.compile(r"([^、和及与,，()（）]{1,24})[、和及与]")
QUOTED = re.compile(r"[“\"「《][^”\"」》]*[”\"」》]")
DIRECT = re.compile(r"[省市县区镇乡](?:直属?|属|级|管)(?:单位|部门|机关|企业|学校)")
# 市住建局 is a name, though 住 be a verb.
SHORT_NAME = 5
# What a site is called by, inside its name.
SITE = "网"
# What says where the bearer of a name does what follows.
AT = ("在", "于")
AVERAGE = re.compile("[日月年周季人户平]均$")
COMPARED = re.compile(r"[比较由从](?:[12]\d{3}年|上年|去年|上一年)度?(?:同期)?的?$")


def trim(text: str, span: Span) -> Span:
    """A span without white space, separators and brackets left open at its ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in MARKS + ")）—–"):
        if text[start] in JOINING and text[start - 1 : start] in SEPARATING:
            break  # 、与儿街镇476条 is of 与儿街镇
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in MARKS + "(（"):
        end -= 1
    if start < end and text[start] in "(（" and not re.search("[)）]", text[start:end]):
        while start < end and text[start] in "(（":
            start += 1
    return start, end


def core(prose: Prose, span: Span) -> Span:
    """The words between two numbers without openers (其中, 2013年), item marks and links (共, 为)."""
    start, end = trim(prose.text, span)
    opener = _opener(prose.genre.item_label, prose.genre.openers)
    found = opener.match(prose.text, start, end)
    while found and found.end() > start:
        start = found.end()
        found = opener.match(prose.text, start, end)
    compared = COMPARED.search(prose.text, start, end)
    if compared:
        end = compared.start()
    link = _link(prose, start, end)
    while link:
        end -= len(link)
        link = _link(prose, start, end)
    return trim(prose.text, (start, end))


@lru_cache(maxsize=1)
def _opener(item_label: re.Pattern[str], openers: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"(?:[一二三四五六七八九十]+是|是(?!否)|[12]\d{3}年度?|截[至止]\S{0,8}底?|"
        + item_label.pattern
        + "|"
        + "|".join(map(re.escape, openers))
        + r")(?!率)[,，:：]?"
    )


def _link(prose: Prose, start: int, end: int) -> str:
    """The word at the end that says nothing of what is counted; 日均 is no 均."""
    if AVERAGE.search(prose.text, start, end):
        return ""
    if prose.text.endswith(prose.genre.no_links, start, end):
        return ""
    return next((w for w in prose.genre.links if prose.text.endswith(w, start, end)), "")


def subject(prose: Prose, span: Span) -> tuple[Span, Span]:
    """Who and what: a leading place, organ or channel, or whatever stands before 共/已/全年."""
    text = prose.cut(span)
    adverb = next((w for w in prose.words_in(span) if w.text in ADVERBS), None)
    if adverb and "的" not in prose.cut((span[0], adverb.start)):
        return (span[0], adverb.start), core(prose, (adverb.end, span[1]))
    if is_organ(prose, span):
        return span, (span[1], span[1])
    end = span[0] + _named_carrier(prose, text)
    for mention in prose.lexicon.read(text):
        if span[0] + mention.start < end:
            continue
        joined = prose.cut((end, span[0] + mention.start)).strip("《》()（）")
        # 《上海市科委2024年度…总体情况》 is a title, and no figure of 上海市.
        inside = text.startswith("《") and not text.startswith("》", mention.end)
        if joined or inside or not (mention.kinds() & SCOPES):
            break
        end = span[0] + mention.end
    while end < span[1] and prose.text[end] in "》)）":
        end += 1
    closing = re.compile(r"\([^()]*\)").match(prose.text, end, span[1])
    end = closing.end() if closing else end
    if prose.text[end : end + 1] in ("、", "和", "与", "及"):
        return EMPTY, span
    if end >= span[1] and not is_scope(prose, (span[0], end)):
        return EMPTY, span
    return ((span[0], end) if end > span[0] else EMPTY), (end, span[1])


def _named_carrier(prose: Prose, text: str) -> int:
    """Where a name in quotation marks with its carrier ends: “柳州发布”微博, “甘肃水利网”, “柳州发布”在15个平台…."""
    found = re.match(r"[“\"「][^”\"」]{2,14}[”\"」]", text)
    if found and found.group()[:-1].endswith((*prose.genre.carriers, SITE)):
        return found.end()
    if found and text.startswith(AT, found.end()):
        return found.end()
    carrier = found and next(
        (c for c in prose.genre.carriers if text.startswith(c, found.end())), ""
    )
    return found.end() + len(carrier) if found and carrier else 0


def is_scope(prose: Prose, span: Span) -> bool:
    """A part named by a place or level alone (连州市669项): the place is who, and nothing is what."""
    kinds = {k for m in prose.lexicon.read(prose.cut(span)) for k in m.kinds()}
    return bool(kinds & PLACES)


def is_organ(prose: Prose, span: Span) -> bool:
    """A part named by an organ alone (沭阳县自然资源和规划局1件), without a verb or a 的."""
    text = prose.cut(span)
    words = prose.words_in(span)
    named = text[:1] in ("省", "市", "县", "区", "镇", "州") and len(text) <= SHORT_NAME
    return (
        1 < len(text) <= 20
        and text.endswith(prose.genre.organ_ends)
        and not text.endswith(prose.genre.no_organs)
        and "的" not in text
        and (named or not any(w.flag in ("v", "p") for w in words))
    )


def place(prose: Prose, who: Span) -> str:
    """The place that an owner is: not that of an organ in it, nor one in a name (“柳州发布”)."""
    if is_organ(prose, who) and prose.lexicon.read(prose.cut(who))[0].end < who[1] - who[0]:
        return ""
    text = prose.cut(who)
    names = [m.span() for m in QUOTED.finditer(text)]
    for mention in prose.lexicon.read(text):
        inside = any(start <= mention.start < end for start, end in names)
        if mention.kinds() & PLACES and not inside:
            return mention.text
    return ""


def noun_after(
    prose: Prose, quantity: Quantity, until: int, listed: bool, unfinished: bool = False
) -> Span | None:
    """The counted noun that follows its number (53个部门的…), up to 的, a verb or a preposition.

    `listed`: another number follows, and what stands before the mark between them is the noun.
    `unfinished`: the words before the number wait for it (制作119期政策简明问答).
    """
    at = quantity.end
    if prose.text.startswith(prose.genre.no_nouns, at):
        return None
    if is_lasting(prose.text, quantity):
        return trim(prose.text, (at, until))
    named = NAMED.fullmatch(prose.text, at, until) if listed else None
    if named and prose.text[at] not in "的以":
        return (at, named.end(1))
    words = prose.words_in((at, until))
    if not words or words[0].start > at:
        return None
    if words[0].flag == "p" or (words[0].text in prose.genre.told and not listed):
        return (at, trim(prose.text, (at, until))[1])
    end = _noun_end(prose, words, at)
    rest = [w for w in words if w.start >= end]
    if (
        unfinished
        and not listed
        and end > at
        and len(rest) == 1
        and rest[0].end == until
        and rest[0].flag[0] == "v"
    ):
        end = until
    bracket = re.compile(r"[(（][一-龥、]{1,8}[)）]").match(prose.text, end, until)
    end = bracket.end() if bracket and end > at else end
    return (at, end) if end > at else None


def _noun_end(prose: Prose, words: list[Word], at: int) -> int:
    """Where the noun ends that these words begin with."""
    direct = DIRECT.match(prose.text, at)
    end = direct.end() if direct else at
    for index, word in enumerate(words):
        if word.start < end:
            continue
        nominal = word.flag[0] in "nblajsz" or word.flag in ("vn", "an")
        if word.text[0] in JOINING and word.flag.startswith("ns"):
            break  # 和县 after a noun is and the counties
        if word.start > end or prose.text.startswith(prose.genre.no_nouns, word.start):
            break
        following = words[index + 1] if index + 1 < len(words) else None
        if not nominal and not _is_verbal_noun(prose, word, following):
            break
        end = word.end
    return end


def _is_verbal_noun(prose: Prose, word: Word, following: Word | None) -> bool:
    """A verb inside a counted noun: 公开 after 信息, 申请 before 案件."""
    if word.text == "公开":
        return following is not None and prose.text.endswith(prose.genre.published, 0, word.start)
    if following is not None and word.flag in ("v", "vn"):
        headed = following.text in prose.genre.noun_heads
        if headed and following.start == word.end:
            return True
    return word.text in prose.genre.verbal_nouns


def is_unfinished(prose: Prose, span: Span) -> bool:
    """Do these words before a number wait for the noun after it?"""
    words = prose.words_in(span)
    if prose.cut(span).endswith(UNFINISHED):
        return True
    return bool(words) and words[-1].flag in ("v", "ul", "ug", "p", "vn", "ad")


def starts_with_verb(prose: Prose, span: Span) -> bool:
    """Do these words begin with what was done?"""
    words = prose.words_in(span)
    return bool(words) and words[0].flag == "v"


def first_verb(prose: Prose, span: Span) -> Span:
    """The verb that these words begin with, if they do."""
    words = prose.words_in(span)
    verb = words and words[0].flag in ("v", "vn")
    return (words[0].start, words[0].end) if verb else EMPTY


def before_verb(prose: Prose, clause: Span) -> Span:
    """What stands in a clause before its first verb."""
    verb = next((w for w in prose.words_in(clause) if w.flag == "v"), None)
    return (clause[0], verb.start) if verb else EMPTY
