"""Series: sibling figures that can be ordered, filtered and added up, whatever they are of.

Places, organs, kinds, ways; the parts of a whole, figures set side by side in a sentence, the rows
of a table under one label, the columns of one row. A question means a series when what all its
members have in common, their whole, or the words that lead them in (从提交方式看) account for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.index import GENERAL, Entry, Index
from assistant.model import CARD_KINDS, Figure, Mention, Query, Sense
from assistant.naming import TOTALS, name_of, plain_label
from assistant.operators.arithmetic import base_unit, same_scale
from assistant.operators.ground import Ground
from assistant.places import suffix
from assistant.steps.match import HEADING, OWN, account, explain, is_second, other_year
from assistant.steps.verbatim import compact

COUNTABLE = ("count", "money", "percent")
# What a part of the report on applications is about, whatever its figures say.
APPLICATIONS, APPLIED = "依申请公开", frozenset({"申请", "受理", "新收申请"})
# Endings of names that are organs: whom 哪个单位 may be answered with.
# fmt: off
ORGAN_ENDINGS = (
    "局", "委", "办", "厅", "院", "部", "署", "队", "所", "中心", "政府", "部门", "单位", "机关",
    "机构", "办公室", "区", "县", "镇", "乡", "街道",
)
# fmt: on
# What the columns of a table of applications are.
APPLICANTS = re.compile("申请人|自然人|法人|企业|机构|组织|主体|身份|谁|什么人|哪[类种些]人")
# How many labels a row has that stands under one of several results.
DEEP = 3
# Mentions that by themselves point to no series.
INCLUDED = ("包括", "包含", "含", "连", "在内")
UNTELLING = CARD_KINDS | {"frame"}
# What asks for one of them: 哪类申请人.
APPLICANT = re.compile("自然人|法人|企业|公民|个人$|机构$|组织$")
ASKED_APPLICANT = re.compile("哪(?:一?[类种个]|些)?申请(?:人|主体)|谁申请|什么人申请")
PLACE_ENDINGS = frozenset({"区", "县", "镇", "乡", "街道"})
# By what a row of figures divides its whole: 按首发渠道分, 从申请内容看.
DIVIDING = re.compile(
    "(?:按照?|从|依照?)([^,，:：;；。]{1,12}?)(?:划分|区分|分类|分|来看|上看|看|统计)"
)
BEHIND = re.compile("^哪[一几]?")
KIND_ASKED = re.compile("哪一?(?:[个家种类项]|些|几[个家种类项])([一-龥]{2})")
ORGAN_CLASSES = frozenset({"部门", "单位", "机关", "机构"})


@dataclass(frozen=True, slots=True)
class Series:
    """Sibling figures, the figure of all of them where the report states it, and what leads them in."""

    members: tuple[Entry, ...]
    whole: Entry | None
    lead: str

    def figures(self) -> list[Figure]:
        """The members as figures."""
        return [e.fact for e in self.members if isinstance(e.fact, Figure)]

    def only(self, members: Iterable[Entry]) -> Series:
        """The same series with these members alone."""
        return replace(self, members=tuple(members))


@dataclass(frozen=True, slots=True)
class Meant:
    """A series held against a question: the members that it names, and how closely it fits."""

    series: Series
    named: tuple[Entry, ...]
    rank: tuple[int, ...]


def every(ground: Ground) -> list[Series]:
    """All series of the report that is asked."""
    made = ground.index.made
    if "series" not in made:
        made["series"] = _every(ground)
    found: list[Series] = made["series"]
    return found


def _every(ground: Ground) -> list[Series]:
    entries = [e for e in ground.index.figures() if _countable(e.fact)]
    prose = [e for e in entries if not getattr(e.fact, "table", "")]
    cells = [e for e in entries if getattr(e.fact, "table", "")]
    found = [
        *_parts(prose, ground.index),
        *_groups(prose, ground.index),
        *_rows(cells),
        *_columns(cells),
    ]
    own = ground.index.report.year
    return [s for s in found if len(s.members) > 1 and not _mixed(s, own)]


def _countable(fact: object) -> bool:
    return isinstance(fact, Figure) and fact.kind in COUNTABLE and fact.value is not None


def _mixed(series: Series, own: int) -> bool:
    """Figures of another year beside those of this one, or of different kinds of thing."""
    figures = series.figures()
    units = {f.unit.lstrip("万亿") for f in figures}
    return len(units) > 1 or any(other_year(f, own) for f in figures)


def _figure(entry: Entry) -> Figure:
    assert isinstance(entry.fact, Figure)
    return entry.fact


# --------------------------------------------------------------------------- finding them


def _parts(entries: Sequence[Entry], index: Index) -> Iterator[Series]:
    """The parts of a whole; a whole may be divided more than once, each time up to its own sum."""
    by_whole: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        whole = _figure(entry).part_of
        if whole:
            by_whole[whole].append(entry)
    for identity, members in by_whole.items():
        whole_entry = index.of(identity)
        if whole_entry is None or not isinstance(whole_entry.fact, Figure):
            continue
        for division in _divisions(members, whole_entry.fact):
            yield Series(tuple(division), whole_entry, _lead(division, index))


def _divisions(members: Sequence[Entry], whole: Figure) -> Iterator[list[Entry]]:
    """Runs of parts that add up to the whole; parts that never do stay together."""
    run: list[Entry] = []
    rest: list[Entry] = []
    for member in sorted(members, key=lambda e: e.fact.start):
        run.append(member)
        *parts, total = same_scale([*map(_figure, run), whole])[0]
        if sum(parts, Decimal(0)) == total and len(run) > 1:
            yield run
            run = []
    rest += run
    if rest:
        yield rest


def _groups(entries: Sequence[Entry], index: Index) -> Iterator[Series]:
    """Figures set side by side without a total."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        figure = _figure(entry)
        if figure.group and not figure.part_of:
            groups[figure.group].append(entry)
    for members in groups.values():
        yield Series(tuple(members), None, _lead(members, index))


def _lead(members: Sequence[Entry], index: Index) -> str:
    """The words of the sentence before its first figure of the series."""
    first = _figure(members[0])
    before = compact(index.report.source[first.sentence[0] : first.number[0]])
    return re.sub(r"\d", "", before.removesuffix(compact(first.who + first.what)))


def _rows(cells: Sequence[Entry]) -> Iterator[Series]:
    """The rows under one label, in one column; only where each of them has a figure of its own."""
    columns: dict[tuple[str, str, tuple[str, ...]], list[Entry]] = defaultdict(list)
    for cell in cells:
        figure = _figure(cell)
        if figure.row:
            columns[figure.table, figure.section, figure.column].append(cell)
    for members in columns.values():
        under: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        for cell in members:
            under[_figure(cell).row[:-1]].append(cell)
        for parent, children in under.items():
            labels = {_figure(c).row[len(parent)] for c in members if _is_under(c, parent)}
            parts = [c for c in children if not _is_total(_figure(c).row)]
            totals = [c for c in children if _is_total(_figure(c).row)]
            own = next((c for c in members if parent and _figure(c).row == parent), None)
            if len(labels) == len(children):
                whole = own or (totals[0] if totals else None)
                yield Series(tuple(parts), whole, plain_label("".join(parent[-1:])))


def _is_under(cell: Entry, parent: tuple[str, ...]) -> bool:
    row = _figure(cell).row
    return len(row) > len(parent) and row[: len(parent)] == parent


def _columns(cells: Sequence[Entry]) -> Iterator[Series]:
    """The columns of one row that make up its total; and those under one heading of the columns."""
    rows: dict[tuple[str, str, tuple[str, ...]], list[Entry]] = defaultdict(list)
    for cell in cells:
        figure = _figure(cell)
        rows[figure.table, figure.section, figure.row].append(cell)
    for members in rows.values():
        for total in (c for c in members if _is_total(_figure(c).column)):
            parent = _figure(total).column[:-1]
            parts = [
                c
                for c in members
                if c is not total and _figure(c).column[: len(parent)] == parent
                and not _is_total(_figure(c).column)
            ]  # fmt: skip
            yield Series(tuple(parts), total, plain_label("".join(parent[-1:])))
            inner = {_figure(c).column[:-1] for c in parts} - {parent}
            for head in inner:
                below = tuple(c for c in parts if _figure(c).column[:-1] == head)
                yield Series(below, None, plain_label("".join(head[-1:])))


def _is_total(labels: tuple[str, ...]) -> bool:
    return bool(labels) and plain_label(labels[-1]) in TOTALS


# --------------------------------------------------------------------------- which is meant


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
        level = _common(mention, series, index)
        if level is None and (_leads(mention, series) or _is_class(mention, query, series, index)):
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
    if not chosen or not telling:
        return None
    if query.operator == "rank" and _are_columns(series) and not APPLICANTS.search(query.text):
        # 办理结果里最多的是哪种: the columns of the total are whose it is, and no results.
        return None
    if query.operator == "rank" and _lies_deeper(query, series):
        return None
    if _asks_others(query, series, index):
        return None
    common = frozenset.intersection(*(e.own for e in series.members)) - GENERAL
    odd = bool(query.cardinal) and query.cardinal not in (len(chosen), len(named))
    around = frozenset.intersection(*(e.context for e in series.members)) - GENERAL - common
    extra = (len(common - mentioned), len(around - mentioned))
    rank = (-_divides(query, series), -kinds, near, weak, int(odd), -said, *extra)
    return Meant(series.only(chosen), tuple(dict.fromkeys(named)), rank)


def measured_otherwise(series: Series, text: str, ground: Ground) -> bool:
    """Are its members measured twice (4个、12.5公里), and does the question ask in the other measure?

    The second is asked only where its measure word is said.
    """
    figures = series.figures()
    own = base_unit(figures[0].unit)
    if own in text and own not in ground.units.general:
        return False
    whose = {f.who for f in figures}
    others = (s.figures() for s in every(ground) if s is not series)
    return any(map(is_second, figures)) or any(
        base_unit(other[0].unit) in text and {f.who for f in other} == whose
        for other in others
        if any(map(is_second, other))
    )


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
    if not query.classes:
        return tuple(e for e in series.members if not query.excluding or e not in named)
    places = [e for e in series.members if suffix(_figure(e).where) in query.classes]
    if not places:
        return ()
    if query.excluding:
        return tuple(e for e in places if e not in named)
    return tuple(e for e in series.members if e in named or e in places)


def _common(mention: Mention, series: Series, index: Index) -> tuple[int, Sense] | None:
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


def _leads(mention: Mention, series: Series) -> bool:
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


def divided_by(series: Series) -> str:
    """By what it divides its whole, where it says so: 首发渠道 of 按首发渠道分."""
    found = DIVIDING.findall(series.lead)
    return str(found[-1]) if found else ""


def _divides(query: Query, series: Series) -> bool:
    """Is it divided by what is asked for: 哪个渠道, 按内容分?"""
    by = divided_by(series)
    return any(word in by for word in _divisors(query) or query.hints)


def _divisors(query: Query) -> frozenset[str]:
    """What a row may be divided by that answers this: the noun behind 哪个, or before 最多."""
    return frozenset({m.text for m in query.asked} | kinds_asked(query.text))


def kinds_asked(text: str) -> frozenset[str]:
    """The nouns behind 哪个, 哪种: what the members are to be."""
    return frozenset(KIND_ASKED.findall(text))


def divided_otherwise(asked: Iterable[str], series: Series, ground: Ground) -> bool:
    """Does another row divide by one of these that are asked for (哪个渠道), and this one by something else?"""
    by = divided_by(series)
    return any(
        word in divided_by(other) and word not in by
        for other in every(ground)
        for word in set(asked) - ORGAN_CLASSES
    )


def _asks_others(query: Query, series: Series, index: Index) -> bool:
    """哪个单位, 哪类申请人: are the members of another kind than is asked?"""
    if organs := _organs_asked(query):
        return not any(are_organs(series, index, asked) for asked in organs)
    asked = query.operator == "rank" and bool(ASKED_APPLICANT.search(query.text))
    called = any(APPLICANT.search(name_of(f)) for f in series.figures())
    return asked and not (_are_columns(series) or called)


def _organs_asked(query: Query) -> frozenset[str]:
    """哪个部门, 哪家单位: the answer is an organ."""
    asked = {m.text for m in query.asked} | {h[2:] for h in query.hints if h.startswith("哪")}
    return ORGAN_CLASSES & asked


def are_organs(series: Series, index: Index, asked: str = "单位") -> bool:
    """Is each member the figure of an organ, and not a number of organs? A place is a 单位, and no 部门."""
    if divided_by(series).endswith(tuple(ORGAN_CLASSES)):
        return True
    names = names_of(series.figures(), index)
    endings = ORGAN_ENDINGS if asked == "单位" else tuple(set(ORGAN_ENDINGS) - PLACE_ENDINGS)
    return all(names[f.id].endswith(endings) and names[f.id] != f.what for f in series.figures())


# --------------------------------------------------------------------------- what members are called


def names_of(figures: Sequence[Figure], index: Index) -> dict[str, str]:
    """What each of these is called beside the others, by its id.

    Figures that all count the same (收取420元, 收取290元) are called after whose they are.
    """
    names = [name_of(f) for f in figures]
    whose = [compact(index.report.source[slice(*f.inherits[-1])]) if f.inherits else ""
             for f in figures]  # fmt: skip
    alike = len(set(names)) == 1 and len(names) > 1
    if alike and all(whose) and len(set(whose)) == len(whose):
        names = whose
    return {f.id: name for f, name in zip(figures, names, strict=True)}
