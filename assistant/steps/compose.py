"""`Mention`s → `Query`: what is asked (the kind of answer) of which facts (the mentions to hold).

Rules are a plain list, tried in order; each has a name that `explain` shows, a test and a production.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.index import CONTENT, NOUNS, denied
from assistant.model import Mention, Query, Selection

NEVER_CONTENT = frozenset({"unit", "universal", "negation", "document", "ask", "dialogue", "operator"})
CARD = frozenset({"card_place", "whole", "year", "relative_year", "part_of_year", "ordinal"})
COUNTING = ("number", "percent", "money")
IMPLIED_UNIT = re.compile(r"^(.{1,2})[数次]$")
NO_UNITS = ("总", "个", "具体", "部分", "总共")
FINAL_QUESTION = re.compile(r"(吗|么|嘛|没有|没|不|吧|是吧|对吧|对不对|是不是|对不|没错吧|是么)[?!。~ ]*$")
INNER_QUESTION = re.compile(
    r"是不是|有没有|是否|能不能|可不可以|能否|可否|会不会|有无|对不对|(.)不\1|(.)没\2"
)


@dataclass(frozen=True)
class Reading:
    """The mentions of one question, sorted by the part they play."""

    text: str
    mentions: tuple[Mention, ...]
    content: tuple[Mention, ...] = field(init=False)
    asks: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Sort out which mentions facts have to account for, and which only ask."""
        object.__setattr__(self, "content", tuple(m for m in self.mentions if is_content(m)))
        asks = frozenset(t for m in self.mentions for t in m.tags("ask"))
        object.__setattr__(self, "asks", asks)

    def numbers(self) -> tuple[Mention, ...]:
        """The figures that the question itself states; 一次 and 哪三类 state none."""
        return tuple(m for m in self.mentions if m.value is not None and not self._idle(m))

    def _idle(self, mention: Mention) -> bool:
        before = self.text[: mention.start].rstrip()
        return mention.text == "一" or before.endswith(("哪", "这", "那", "头", "各"))

    def unit_after(self, mention: Mention) -> str:
        """The measure word right behind a number or 多少."""
        at = self.mentions.index(mention) + 1
        while at < len(self.mentions) and self.mentions[at].text in ("多", "余", "个", "来"):
            if self.mentions[at].text == "个" and not self._is_unit(at + 1):
                break
            at += 1
        return self.mentions[at].text if self._is_unit(at) else ""

    def operators(self) -> frozenset[str]:
        """The operators whose words the question holds."""
        return frozenset(t for m in self.mentions for t in m.tags("operator"))

    def _is_unit(self, at: int) -> bool:
        return at < len(self.mentions) and "unit" in self.mentions[at].kinds()


def is_content(mention: Mention) -> bool:
    """May a fact account for this mention? Unread words always; what only asks or frames never.

    A word that is content and frame both (老百姓, 数据) helps to choose, and is never missed.
    """
    kinds = mention.kinds()
    if mention.value is not None or kinds & NEVER_CONTENT:
        return False
    return not kinds or bool(kinds & (CONTENT | CARD))


def compose(text: str, mentions: tuple[Mention, ...]) -> tuple[Query, str]:
    """The query of a question, and the name of the rule that made it."""
    reading = Reading(as_read(text, mentions), mentions)
    for rule in RULES:
        if rule.fits(reading):
            return rule.make(reading), rule.name
    raise AssertionError("the last rule fits everything")


def as_read(text: str, mentions: tuple[Mention, ...]) -> str:
    """The question with its mended words in place of what was written."""
    for mention in reversed(mentions):
        if mention.read:
            text = text[: mention.start] + mention.read + text[mention.end :]
    return text


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to read a question: when it fits, and the query that it makes."""

    name: str
    fits: Callable[[Reading], bool]
    make: Callable[[Reading], Query]


# --------------------------------------------------------------------------- parts of a query


def selection(reading: Reading) -> Selection:
    """All content mentions, with the counted noun and the measure word where they are asked."""
    return Selection(reading.content, _head(reading), _unit(reading))


def _asking(reading: Reading) -> Mention | None:
    return next((m for m in reading.mentions if m.tags("ask") & set(COUNTING)), None)


def _unit(reading: Reading) -> str:
    asking = _asking(reading)
    if asking and asking.tags("ask") & {"percent", "money"}:
        return "%" if "percent" in asking.tags("ask") else "元"
    unit = reading.unit_after(asking) if asking else ""
    return unit or next(filter(None, map(_implied_unit, reading.mentions)), "")


def _implied_unit(mention: Mention) -> str:
    """册数 asks for 册, 人次 for 人次."""
    if "measure_word" in mention.tags("frame"):
        return mention.text
    implied = IMPLIED_UNIT.match(mention.text) if "light_nouns" in mention.tags("frame") else None
    return implied.group(1) if implied and implied.group(1) not in NO_UNITS else ""


def _head(reading: Reading) -> Mention | None:
    """The noun that is counted: behind 多少条, or else the last noun before 有多少."""
    asking = _asking(reading)
    if asking is None:
        return None
    run = []
    at = reading.mentions.index(asking) + 1
    for mention in reading.mentions[at:]:
        if mention.kinds() & NOUNS and is_content(mention):
            run.append(mention)
        elif not (mention.kinds() & {"unit", "theme"} or mention.text in ("的", "、", "和")):
            break
    if run:
        return run[-1]
    return None


def _claims(reading: Reading) -> tuple[tuple[object, str], ...]:
    return tuple((m.value, _claim_unit(reading, m)) for m in reading.numbers())


def _claim_unit(reading: Reading, mention: Mention) -> str:
    if "%" in mention.tags("number"):
        return "%"
    return reading.unit_after(mention)


def query(operator: str, ask: str) -> Callable[[Reading], Query]:
    """A production: this operator and kind of answer over all mentions."""

    def make(reading: Reading) -> Query:
        return Query(
            operator=operator,
            ask=ask,
            selections=(selection(reading),),
            numbers=tuple((v, u) for v, u in _claims(reading) if v is not None),  # type: ignore[misc]
            words=tuple(sorted(reading.asks | {t for m in reading.mentions for t in m.tags("dialogue")})),
            bare=not reading.asks and not _counts(reading),
            comparison=_comparison(reading),
            universal=any("universal" in m.kinds() for m in reading.mentions),
            negated=_negated(reading),
            denied=_denied(reading),
            classes=_classes(reading),
            document=next((t for m in reading.mentions for t in m.tags("document")), ""),
            unknown=tuple(m for m in reading.content if not m.senses),
        )

    return make


def _negated(reading: Reading) -> bool:
    """A negation inside the question; one at its end (收费了没有) only asks."""
    return any(
        "negation" in m.kinds() and reading.text[m.end :].strip("?!。~ 啊呀呢吗吧")
        for m in reading.mentions
    )


def _classes(reading: Reading) -> tuple[str, ...]:
    """Which kinds of place 县(市、区) names."""
    named = (m.text for m in reading.mentions if "members" in m.tags("operator"))
    return tuple(dict.fromkeys(c for text in named for c in text if c in "市县区镇乡村"))


def _counts(reading: Reading) -> bool:
    """Does a noun ask for a number (信息数, 发布量) without 多少?"""
    return any(m.text.endswith(("数", "量", "数目", "额")) for m in reading.mentions if "frame" in m.kinds())


def _comparison(reading: Reading) -> str:
    """Over or under a number: 超过, 不足, 以上 …"""
    tags = {t for m in reading.mentions for t in m.tags("operator")}
    return next((c for c in ("at_least", "more", "less", "at_most") if c in tags), "")


def _denied(reading: Reading) -> tuple[str, ...]:
    """The concepts that the question itself denies (没有收费吗)."""
    return tuple(denied(reading.mentions)) if _negated(reading) else ()


# --------------------------------------------------------------------------- tests


def asks(*tags: str) -> Callable[[Reading], bool]:
    """Does the question hold a word of one of these asks?"""
    return lambda reading: bool(reading.asks & set(tags))


def bare(*tags: str) -> Callable[[Reading], bool]:
    """One of these asks, and no content that a fact would have to account for."""
    return lambda reading: bool(reading.asks & set(tags)) and not reading.content


def _is_dialogue(reading: Reading) -> bool:
    return (
        any("dialogue" in m.kinds() for m in reading.mentions)
        and not reading.content
        and not reading.numbers()
        and not (reading.asks - {"definition", "which", "how"})
        and not any("theme" in m.kinds() for m in reading.mentions)
    )


def _is_yes_no(reading: Reading) -> bool:
    if reading.asks & {"number", "list", "why", "how", "channel", "recipient", "frequency", "date"}:
        return False
    return bool(FINAL_QUESTION.search(reading.text) or INNER_QUESTION.search(reading.text))


def _is_reverse(reading: Reading) -> bool:
    """A figure is given and its meaning asked: 1535是什么数, 669项是哪个地方的."""
    wanted = {"definition", "which", "list", "where"}
    return bool(reading.numbers()) and bool(reading.asks & wanted) and not _ordinal(reading)


def _ordinal(reading: Reading) -> bool:
    return any("ordinal" in m.kinds() for m in reading.mentions)


def _is_computed(reading: Reading) -> bool:
    """A word asks for a comparison, an order or a computation."""
    tags = reading.operators()
    if tags & {"at_least", "more", "less", "at_most"} and not _is_yes_no(reading):
        return True
    return bool(tags - {"at_least", "more", "less", "at_most", "members", "sum"})


RULES: tuple[Rule, ...] = (
    Rule("对话", _is_dialogue, query("dialogue", "dialogue")),
    Rule("报告结构", asks("parts"), query("outline", "parts")),
    Rule("报告部分", asks("where"), query("outline", "where")),
    Rule("第几部分讲什么", _ordinal, query("outline", "part")),
    Rule("报告年份", bare("year"), query("about", "year")),
    Rule("数据来源", bare("source"), query("about", "source")),
    Rule("运算", _is_computed, query("unsupported", "number")),
    Rule("概括", asks("summary"), query("summary", "summary")),
    Rule("文号反查", lambda reading: any("document" in m.kinds() for m in reading.mentions), query("reverse", "document")),
    Rule("反查", _is_reverse, query("reverse", "definition")),
    Rule("日期", asks("date"), query("statement", "date")),
    Rule("文号", asks("document_number"), query("statement", "document_number")),
    Rule("全称", asks("full_name"), query("statement", "full_name")),
    Rule("频次", asks("frequency"), query("lookup", "frequency")),
    Rule("判断", _is_yes_no, query("verify", "verify")),
    Rule("原因", asks("why"), query("statement", "why")),
    Rule("用途", asks("purpose"), query("statement", "purpose")),
    Rule("影响", asks("effect"), query("statement", "effect")),
    Rule("依据", asks("basis"), query("statement", "basis")),
    Rule("问题", asks("problem"), query("statement", "problem")),
    Rule("改进", asks("measure"), query("statement", "measure")),
    Rule("对象", asks("recipient"), query("statement", "recipient")),
    Rule("数量", asks("number", "percent", "money"), query("lookup", "number")),
    Rule("渠道", asks("channel"), query("statement", "channel")),
    Rule("职责", asks("duty"), query("statement", "duty")),
    Rule("做法", asks("action"), query("statement", "action")),
    Rule("列举", asks("list"), query("list", "list")),
    Rule("哪个", asks("which"), query("statement", "which")),
    Rule("定义", asks("definition", "how"), query("statement", "definition")),
    Rule("查数", lambda reading: True, query("lookup", "number")),
)
