"""Verify: is it so? A claim about a stated figure, or about what a statement says."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.model import CARD_KINDS, Figure, Finding, Mention, Query, Selection, Span, Statement
from assistant.operators import shifted
from assistant.operators.doer import is_of_another_body, is_turned
from assistant.operators.ground import Ground
from assistant.operators.verifying import numbers
from assistant.operators.verifying.clause import by_clause
from assistant.operators.verifying.denials import (
    is_of_another,
    is_of_contents,
    is_undone,
    is_yet_to_be,
    says_otherwise,
)
from assistant.operators.verifying.narrower import is_in_time, is_of_deputy, leaves_some_out
from assistant.operators.verifying.passage import in_passage
from assistant.operators.verifying.presence import EXISTS, by_presence
from assistant.operators.verifying.verdict import say
from assistant.operators.verifying.whole import all_claimed, all_of, by_rate
from assistant.steps.match.topics import is_telling

# What is claimed of each or of any member, or held against another figure: no one figure judges it.
BOUND = r"(?:不?(?:超过|多于|高于|大于|低于|少于|小于)|不到|不足|达到)"
OF_EACH = re.compile(rf"(?:各|每)[^，,]*[都均全][^，,]*{BOUND}")
OF_ANY = re.compile(
    rf"有(?:没有|无)?[^，,没有]{{1,16}}?{BOUND}|有(?:没有|无)?{BOUND}[^，,]*的.+[吗么]?"
)
AGAINST = re.compile(r"不?(?:超过|多于|高于|大于|低于|少于|小于)(?!了?\d)")
SUPPOSED = re.compile("如果|假如|要是|假设|假定|倘若")
COUNTING = frozenset({"number", "percent", "money"})
RHETORICAL = re.compile("不是(?!.*[不没未无]).*(?<![对是])[吗么嘛]")
NONE_AT_ALL = re.compile("[都也]没|[都也]未|[都也]不|全没")


def run(query: Query, ground: Ground) -> Finding:
    """Yes or no, with the sentence or the figure that says so.

    There is no yes to what the question denies and its proof does not, and neither to what is not spoken of.
    """
    found = _judged(query, ground)
    if is_undone(query, found, ground):
        return say(False, next(f for f in found.facts if isinstance(f, Figure | Statement | Span)))
    if leaves_some_out(query.text, found, ground):
        return replace(found, outcome="verify_no", polarity="no")
    others = (
        is_of_deputy,
        is_in_time,
        says_otherwise,
        is_of_contents,
        is_of_another,
        is_yet_to_be,
        is_of_another_body,
        is_turned,
    )
    other = any(differs(query, found, ground) for differs in others)
    return ground.not_stated(query) if other else found


def _judged(query: Query, ground: Ground) -> Finding:
    if not is_telling(query.selections[0]) or _is_loose(query.selections[0]):
        return Finding("unanswered", "not_understood", reason="not_understood")
    if (query.only and query.classes) or (query.several_places and not query.numbers):
        return Finding("unanswered", "not_supported", reason="not_supported")
    supposed = SUPPOSED.search(query.text) and COUNTING & set(query.words)
    if _is_of_members(query) or supposed:
        return Finding("unanswered", "not_supported", reason="not_supported")
    if query.negated and not (query.denied or query.numbers):
        return ground.not_stated(query)
    if "members" in query.operators and not (query.universal or query.cardinal):
        # 县区的举报投诉是4件吗: a figure of the whole says nothing of its members.
        return ground.not_stated(query)
    if query.negated and query.numbers and RHETORICAL.search(query.text):
        # 不是开了8场吗 claims that there were 8.
        query = replace(query, negated=False, denied=())
    query = _settled(query)
    if (shift := shifted.claimed(query, ground)) is not None:
        return shift
    if query.most:
        # A figure alone does not tell what most of a whole did: a clause must say so itself.
        return by_clause(query, ground) or ground.not_stated(query)
    if not query.numbers:
        found = _plain(query, ground)
        return (
            ground.not_stated(query) if numbers.counted_otherwise(query, found, ground) else found
        )
    if query.universal and query.number_leads:
        return all_claimed(query, ground)
    claim = numbers.claims(query, ground)
    if claim.status != "answered" and query.number_leads:
        stated = by_clause(query, ground)
        claim = stated if stated and numbers.stand_in(stated, query, ground) else claim
    if claim.status != "answered":
        return in_passage(query, ground) or claim
    return claim


def _is_loose(selection: Selection) -> bool:
    """这份报告可信吗: 信 alone, a character of a longer word, claims nothing of 来信."""
    return all(
        len(m.text) == 1 and all(s.near for s in m.senses if s.atoms) for m in selection.meant()
    )


def _plain(query: Query, ground: Ground) -> Finding:
    """A claim without a number: by counts, by a clause, by a rate, or by whether there is any."""
    found = all_of(query, ground)
    if found is None and query.negated:
        figure = by_presence(query, ground)
        found = figure if figure.status == "answered" and figure.values else None
    elif found is None and EXISTS.search(query.text) and not query.universal:
        # Whether there is any is said by how many, before any clause that only speaks of it.
        figure = by_presence(query, ground)
        found = figure if figure.status == "answered" else None
    found = found or by_clause(query, ground) or by_rate(query, ground)
    return found or by_presence(query, ground)


def _settled(query: Query) -> Query:
    """都没收 denies it of all; 每天都 speaks of days; 公开信息收费吗 asks of the charge."""
    selection = query.selections[0]
    often = any("period" in m.kinds() for m in selection.mentions)
    universal = query.universal and not often and not NONE_AT_ALL.search(query.text)
    rest = tuple(m for m in selection.mentions if not _is_theme(m, selection))
    if any(m.kinds() - CARD_KINDS and "frame" not in m.kinds() for m in rest):
        selection = replace(selection, mentions=rest)
    return replace(query, universal=universal, selections=(selection,))


def _is_theme(mention: Mention, selection: Selection) -> bool:
    """公开 and 信息 side by side are the theme of every report."""
    words = ("公开", "信息")
    at = selection.mentions.index(mention)
    beside = [m for m in selection.mentions[max(0, at - 1) : at + 2] if m is not mention]
    return mention.text in words and any(
        m.text in words
        and m.text != mention.text
        and mention.start in (m.end, m.start - len(mention.text))
        for m in beside
    )


def _is_of_members(query: Query) -> bool:
    """Does the claim speak of members (各类都超过2件, 有少于3件的类别), or of another figure (不超过连南县)?"""
    if not set(query.operators) & {"more", "less", "at_least", "at_most"}:
        return False
    held = bool(AGAINST.search(query.text)) and not query.numbers
    return held or bool(OF_EACH.search(query.text) or OF_ANY.search(query.text))
