"""What the members of a series are: by what they divide their whole, of what kind, in what they are measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.index import Index
from assistant.index.concepts import GENERAL
from assistant.late import late
from assistant.model import Figure, Mention
from assistant.operators.arithmetic import base_unit
from assistant.operators.ground import Ground
from assistant.operators.series import Series, every, names_of
from assistant.steps.match.measures import is_second

# Endings of names that are organs: whom 哪个单位 may be answered with.
# fmt: off
ORGAN_ENDINGS = (
    "局", "委", "办", "厅", "院", "部", "署", "队", "所", "中心", "政府", "部门", "单位", "机关",
    "机构", "办公室", "区", "县", "镇", "乡", "街道",
)
# fmt: on
WHO = "谁"
WAYS = ("方式", "渠道", "途径")
PLACE_ENDINGS = frozenset({"区", "县", "镇", "乡", "街道"})
ORGAN_CLASSES = frozenset({"部门", "单位", "机关", "机构"})
# By what a row of figures divides its whole: 按首发渠道分, 从申请内容看.
DIVIDING = late("(?:按照?|从|依照?)([^,，:：;；。]{1,12}?)(?:划分|区分|分类|分|来看|上看|看|统计)")
# The noun behind 哪个, 哪种: what the members are to be; and whose, where it is an organ (哪个省直部门).
KIND_ASKED = late("哪一?(?:[个家种类项]|些|几[个家种类项])([一-龥]{2})")
APPLICANTS = late("(?:哪一?[个些类种位]|哪几[个类种]|各类?|每[个类]|所有)申请(?:人|主体|者)")
# What is asked for places only: 最少的是哪里, 各地当中.
PLACE_ASKED = late(
    "哪里|哪儿|哪地|何地|何处|各地|[哪各什][个些几]?么?地[方区]|的地[方区]有?[几多哪]"
)
ORGAN_ASKED = late("哪一?(?:[个家]|些|几[个家])[省市县区]?直?(部门|单位|机关|机构)")


def measured_otherwise(series: Series, text: str, ground: Ground) -> bool:
    """Are its members measured twice (4个、12.5公里), and does the question ask in the other measure?

    The second is asked only where its measure word is said.
    """
    figures = series.figures()
    own = base_unit(figures[0].unit)
    if own in text and own not in ground.units.general:
        return False
    if any(map(is_second, figures)):
        return True
    whose = frozenset(f.who for f in figures)
    return any(
        other is not series and unit in text and owners == whose
        for other, unit, owners in _seconds(ground)
    )


def _seconds(ground: Ground) -> tuple[tuple[Series, str, frozenset[str]], ...]:
    """The series of second measures, each with its unit and whose it is; found once for the report."""
    made = ground.index.made
    if "seconds" not in made:
        rows = ((s, s.figures()) for s in every(ground))
        made["seconds"] = tuple(
            (series, base_unit(figures[0].unit), frozenset(f.who for f in figures))
            for series, figures in rows
            if any(map(is_second, figures))
        )
    found: tuple[tuple[Series, str, frozenset[str]], ...] = made["seconds"]
    return found


def divided_by(series: Series) -> str:
    """By what it divides its whole, where it says so: 首发渠道 of 按首发渠道分."""
    found = DIVIDING.findall(series.lead)
    return str(found[-1]) if found else ""


def kinds_asked(text: str) -> frozenset[str]:
    """The nouns behind 哪个, 哪种: what the members are to be."""
    return frozenset(KIND_ASKED.findall(text))


def applicants_asked(text: str) -> bool:
    """Does it ask for applicants: 哪类申请人, 所有申请人?"""
    return bool(APPLICANTS.search(text))


def organ_asked(text: str) -> str:
    """The kind of organ behind 哪个, 哪家: the answer is one of them; empty where none is asked."""
    found = ORGAN_ASKED.search(text)
    return found[1] if found else ""


def place_asked(text: str) -> bool:
    """Does it ask for places: 各地当中哪里最少, 公开不到3500条的地方?"""
    return bool(PLACE_ASKED.search(text))


def divided_otherwise(asked: Iterable[str], series: Series, ground: Ground) -> bool:
    """Does another row divide by one of these that are asked for (哪个渠道), and this one by something else?"""
    by = divided_by(series)
    return any(
        word in divided_by(other) and word not in by
        for other in every(ground)
        for word in set(asked) - ORGAN_CLASSES
    )


def are_no_ways(series: Series, named: Iterable[Mention], text: str, ground: Ground) -> bool:
    """申请方式: does the question ask for ways, and are the members no ways, by their lead or their names?"""
    for name in named:
        # 其他方式处理 is another name of 其他处理, and asks for no ways.
        if not any(way in atom for way in WAYS for s in name.senses for atom in s.atoms):
            text = text.replace(name.text, "")
    if not any(way in text for way in WAYS):
        return False
    names = names_of(series.figures(), ground.index).values()
    return not any(way in series.lead for way in WAYS) and not ground.process.are_ways(names)


def are_stages(figures: Sequence[Figure], ground: Ground) -> bool:
    """收到申请263件、申请办结259件: are these one thing at its stages, and no kinds of which one is the most?"""
    names = names_of(figures, ground.index)
    return ground.process.are_stages([names[f.id] for f in figures])


def are_unlike(figures: Sequence[Figure], ground: Ground) -> bool:
    """入驻部门13个、窗口26个: things of which nothing is said alike, so that no mean is one of them?"""
    entries = [e for f in figures if (e := ground.index.of(f.id)) is not None]
    alike = frozenset.intersection(*(e.own for e in entries)) - GENERAL
    general = all(base_unit(f.unit) in ground.units.general for f in figures)
    stated = any(f.part_of or f.where or f.table for f in figures)
    return general and not alike and not stated


def are_bearers(series: Series, ground: Ground) -> bool:
    """Is each member a person, a body or a place: whom 谁 may be answered with?"""
    return are_bodies(series.figures(), ground)


def are_bodies(figures: Sequence[Figure], ground: Ground) -> bool:
    """Is each of these of a person, a body or a place?"""
    names = names_of(figures, ground.index)
    return all(
        f.where or names[f.id].endswith(ORGAN_ENDINGS) or ground.process.is_person(names[f.id])
        for f in figures
    )


def are_persons(series: Series, ground: Ground) -> bool:
    """Is each member a kind of persons or bodies: 自然人, 商业企业?"""
    names = names_of(series.figures(), ground.index)
    return all(ground.process.is_person(f.member or names[f.id]) for f in series.figures())


def are_organs(series: Series, index: Index, asked: str = "单位") -> bool:
    """Is each member the figure of an organ, and not a number of organs? A place is a 单位, and no 部门."""
    if divided_by(series).endswith(tuple(ORGAN_CLASSES)):
        return True
    names = names_of(series.figures(), index)
    endings = ORGAN_ENDINGS if asked == "单位" else tuple(set(ORGAN_ENDINGS) - PLACE_ENDINGS)
    return all(names[f.id].endswith(endings) and names[f.id] != f.what for f in series.figures())
