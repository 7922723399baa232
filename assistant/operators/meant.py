"""Meant: the series that a question means.

What all its members have in common, their whole, or the words that lead them in (从提交方式看) account for every word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.index import Entry, Index
from assistant.index.concepts import GENERAL
from assistant.late import late
from assistant.model import CARD_KINDS, Figure, Mention, Query, Sense
from assistant.naming import name_of
from assistant.operators.divided import (
    ORGAN_CLASSES,
    are_no_ways,
    are_organs,
    divided_by,
    divided_otherwise,
    kinds_asked,
    measured_otherwise,
    organ_asked,
    place_asked,
)
from assistant.operators.ground import Ground
from assistant.operators.series import Series, every, names_of
from assistant.places import suffix
from assistant.steps.match.accounting import account
from assistant.steps.match.explaining import explain
from assistant.steps.match.levels import HEADING, OWN
from assistant.steps.verbatim import compact

# What a part of the report on applications is about, whatever its figures say.
APPLICATIONS, APPLIED = "依申请公开", frozenset({"申请", "受理", "新收申请"})
# What the columns of a table of applications are.
APPLICANTS = late("申请人|自然人|法人|企业|机构|组织|主体|身份|谁|什么人|哪[类种些]人")
# How many labels a row has that stands under one of several results.
DEEP = 3
# Mentions that by themselves point to no series.
INCLUDED = ("包括", "包含", "含", "连", "在内")
UNTELLING = CARD_KINDS | {"frame"}
# What asks for one of them: 哪类申请人.
APPLICANT = late("自然人|法人|企业|公民|个人$|机构$|组织$")
ASKED_APPLICANT = late("哪(?:一?[类种个]|些)?申请(?:人|主体)|谁申请|什么人申请")
BEHIND = late("^哪[一几]?")


@dataclass(frozen=True, slots=True)
class Meant:
    """A series held against a question: the members that it names, and how closely it fits."""

    series: Series
    named: tuple[Entry, ...]
    rank: tuple[int, ...]


def meant(query: Query, ground: Ground, unit: str = "") -> list[Meant]:
    """The series that account for every word of the question, the closest only.

    Words that only one member accounts for name that member (沭阳、泗阳和泗洪). `unit` is the
    measure word that the members must have.
    """
    held = [m for s in every(ground) if (m := _hold(query, s, ground, unit)) is not None]
    best = min((m.rank for m in held), default=())
    return [m for m in held if m.rank == best]


def _hold(query: Query, series: Series, ground: Ground, unit: str) -> Meant | None:
    index = ground.index
    fits = not unit or ground.units.fits(unit, _figure(series.members[0]).unit)
    if not fits or measured_otherwise(series, query.text, ground):
        return None
    if query.member and not any(explain(query.member, e, index) for e in series.members):
        return None
    named: list[Entry] = []
    weak = near = 0
    mentioned: set[str] = set()
    told: set[str] = set()
    for mention in query.base.mentions:
        level = common(mention, series, index)
        if level is None and (leads(mention, series) or _is_class(mention, query, series, index)):
            level = (OWN, Sense("word", (mention.text,)))
        if level is not None:
            weak += level[0] >= HEADING and level[1].kind not in ("year", "card_place", "whole")
            near += level[1].near
            mentioned |= set(level[1].atoms)
            told |= set() if mention.kinds() & UNTELLING else set(level[1].atoms)
        elif "frame" not in mention.kinds():
            members = [e for e in series.members if _names(mention, e, index)]
            if len(members) != 1:
                return None
            named += members
            mentioned |= {a for s in mention.senses for a in s.atoms}
    if _names_one(query, named) or divided_otherwise(_divisors(query), series, ground):
        return None
    chosen = _chosen(query, series, tuple(dict.fromkeys(named)))
    said = sum(hint in series.lead for hint in query.hints)
    kinds = _kinds(query, series, index)
    telling = told - GENERAL or said or named or kinds or query.classes or query.member
    telling = telling or _asks_where(query)
    if not chosen or not telling:
        return None
    if query.operator == "rank" and _are_columns(series) and not APPLICANTS.search(query.text):
        # 办理结果里最多的是哪种: the columns of the total are whose it is, and no results.
        return None
    if query.operator == "rank" and _lies_deeper(query, series):
        return None
    ranked = query.operator == "rank" and not named
    if _asks_others(query, series, index) or (ranked and _asks_ways(query, series, ground)):
        return None
    shared = frozenset.intersection(*(e.own for e in series.members)) - GENERAL
    odd = bool(query.cardinal) and query.cardinal not in (len(chosen), len(named))
    around = frozenset.intersection(*(e.context for e in series.members)) - GENERAL - shared
    extra = (len(shared - mentioned), len(around - mentioned))
    rank = (-_divides(query, series), -kinds, near, weak, int(odd), -said, *extra)
    return Meant(series.only(chosen), tuple(dict.fromkeys(named)), rank)


def _are_columns(series: Series) -> bool:
    """Are the members the columns of one row of the table of applications?"""
    figures = series.figures()
    return all(f.table == "applications" for f in figures) and len({f.row for f in figures}) == 1


def _lies_deeper(query: Query, series: Series) -> bool:
    """Are the members kinds of one result only (不予公开), where the question names all results?"""
    if any(len(f.row) < DEEP for f in series.figures()):
        return False
    words = [
        w for m in query.base.mentions for w in (m.text, *(a for s in m.senses for a in s.atoms))
    ]
    return not any(word in series.lead for word in (*words, *query.hints))


def _names_one(query: Query, named: Sequence[Entry]) -> bool:
    """An order of members is asked in the words of one of them: it is of others that are not listed."""
    ordered = query.operator in ("rank", "filter", "average") and query.order != "position"
    included = any(hint.startswith(INCLUDED) for hint in query.hints)
    return ordered and len(named) == 1 and not query.classes and not included


def _chosen(query: Query, series: Series, named: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The members of the kinds of place that are asked, with (or without) those that are named."""
    if _asks_where(query):
        return tuple(e for e in series.members if suffix(_figure(e).where))
    if not query.classes:
        return tuple(e for e in series.members if not query.excluding or e not in named)
    places = [e for e in series.members if suffix(_figure(e).where) in query.classes]
    if not places:
        return ()
    if query.excluding:
        return tuple(e for e in places if e not in named)
    return tuple(e for e in series.members if e in named or e in places)


def _asks_where(query: Query) -> bool:
    """最少的是哪里 asks for places only."""
    ordered = query.operator in ("rank", "filter") and query.order != "position"
    return ordered and not (query.classes or query.excluding) and place_asked(query.text)


def common(mention: Mention, series: Series, index: Index) -> tuple[int, Sense] | None:
    """How well all members, or their whole, account for a mention."""
    levels = []
    for sense in mention.senses:
        each = [account(sense, e, index) for e in series.members]
        if all(level is not None for level in each):
            levels.append((max(level for level in each if level is not None), sense))
        elif series.whole and (level := account(sense, series.whole, index)) is not None:
            levels.append((level, sense))
        elif sense.atoms and _is_topic(frozenset(sense.atoms), series):
            levels.append((HEADING, sense))
    return min(levels, key=lambda best: (best[1].near, best[0]), default=None)


def _is_topic(atoms: frozenset[str], series: Series) -> bool:
    """What the part of the report is about: applications, or the general words of its heading."""
    if all(APPLICATIONS in e.topic for e in series.members):
        return atoms <= APPLIED
    heading = compact(_figure(series.members[0]).section.rpartition(" > ")[2])
    return atoms <= GENERAL and APPLICATIONS not in heading and all(a in heading for a in atoms)


def _names(mention: Mention, entry: Entry, index: Index) -> bool:
    found = explain(mention, entry, index)
    return found is not None and found[0] == OWN


def leads(mention: Mention, series: Series) -> bool:
    """Is it a word of what leads the series in, or of the label over its rows?"""
    return len(mention.text) > 1 and mention.text in series.lead


def _is_class(mention: Mention, query: Query, series: Series, index: Index) -> bool:
    """The noun behind 哪个 or 哪类 (局, 单位, 类): each member is one."""
    if mention not in query.asked:
        return False
    if mention.text in ORGAN_CLASSES:
        return are_organs(series, index, mention.text)
    names = names_of(series.figures(), index).values()
    towns = tuple(mention.text) if set(mention.text) <= set("乡镇村街") else ()
    return all(name.endswith((mention.text, *towns)) for name in names)


def _kinds(query: Query, series: Series, index: Index) -> int:
    """哪类 asks for members most of which are called so: 政策法规类, 财政资金类信息."""
    names = names_of(series.figures(), index).values()
    ends = {BEHIND.sub("", h)[:1] for h in query.hints if h.startswith("哪")} - {""}
    called = (sum(name.endswith((end, f"{end}信息")) for name in names) for end in ends)
    return sum(2 * count > len(names) for count in called)


def _divides(query: Query, series: Series) -> bool:
    """Is it divided by what is asked for: 哪个渠道, 按内容分?"""
    by = divided_by(series)
    return any(word in by for word in _divisors(query) or query.hints)


def _divisors(query: Query) -> frozenset[str]:
    """What a row may be divided by that answers this: the noun behind 哪个, or before 最多."""
    return frozenset({m.text for m in query.asked} | kinds_asked(query.text))


def _asks_others(query: Query, series: Series, index: Index) -> bool:
    """哪个单位, 哪类申请人: are the members of another kind than is asked?"""
    if organ := organ_asked(query.text):
        return not are_organs(series, index, organ)
    asked = query.operator == "rank" and bool(ASKED_APPLICANT.search(query.text))
    called = any(APPLICANT.search(name_of(f)) for f in series.figures())
    return asked and not (_are_columns(series) or called)


def _asks_ways(query: Query, series: Series, ground: Ground) -> bool:
    """申请方式: does it ask for ways where the members are none?"""
    return are_no_ways(series, query.base.mentions, query.text, ground)


def _figure(entry: Entry) -> Figure:
    assert isinstance(entry.fact, Figure)
    return entry.fact
