"""Problems, what is done about them, and what others complain of: 存在哪些问题, 举报反映的是什么问题."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.late import late
from assistant.model import Mention, Query, Selection
from assistant.steps.compose.query import query
from assistant.steps.compose.words import computes
from assistant.steps.reading import Reading
from assistant.steps.reading.words import THRESHOLDS

PROBLEMS = (("问题",), ("差距",))
OTHERS = ("反映", "举报", "投诉", "曝光", "咨询", "来信", "诉求", "热点")
MEMBERS = late("哪[两二三四五六七八九十\\d]+[个家名项](?!主要|突出|问题|不足|差距|方面)")


def is_about_problems(reading: Reading) -> bool:
    """存在哪些问题, 主要不足有哪些, 差在哪; but not 举报反映的是什么问题, which are others' problems."""
    if reading.is_yes_no or computes("share", "sum")(reading) or _others(reading):
        return False
    if (reading.numbers and computes(*THRESHOLDS)(reading)) or MEMBERS.search(reading.text):
        return False
    named = any(s.atoms in PROBLEMS for m in reading.mentions for s in m.senses)
    asked = reading.asks & {"definition", "list", "which", "summary", "channel"}
    return "problem" in reading.asks or (named and bool(asked) and "number" not in reading.asks)


def is_about_measures(reading: Reading) -> bool:
    """有哪些改进措施: what is to be done about the problems."""
    counted = reading.counting and "哪几" not in reading.text
    return "measure" in reading.asks and not reading.is_yes_no and not counted


def looking(*kinds: str) -> Callable[[Reading], Query]:
    """A production: the problems or the measures, of which 三个 and 主要问题 only say how many."""

    def make(reading: Reading) -> Query:
        made = query("statement", kinds[0])(reading)
        named = tuple(m for m in reading.content if not _names_problem(m))
        both = {"problem", "measure"} <= reading.asks and "针对" not in reading.text
        words = ("problem", "measure") if both else kinds
        whole = Selection(named)
        return replace(made, selections=(whole,), numbers=(), base=whole, words=words)

    return make


def is_complaint(reading: Reading) -> bool:
    """举报反映的是什么问题: what was complained of."""
    named = any(_names_problem(m) for m in reading.mentions) or "problem" in reading.asks
    wanted = reading.asks & {"which", "definition", "list", "problem"}
    return named and bool(wanted) and _others(reading) and not reading.is_yes_no


def complained(reading: Reading) -> Query:
    """A production: what is said of a complaint, beside the word 问题 itself."""
    made = query("statement", "complaint")(reading)
    whole = Selection(tuple(m for m in reading.content if not _names_problem(m)))
    return replace(made, selections=(whole,), base=whole)


def _others(reading: Reading) -> bool:
    """Does the question speak of what others complain of (举报、反映、曝光的问题)?"""
    return any(word in reading.text for word in OTHERS)


def _names_problem(mention: Mention) -> bool:
    return any(s.atoms in PROBLEMS for s in mention.senses)
