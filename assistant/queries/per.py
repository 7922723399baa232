"""Per: an amount spread evenly over a time, a number of heads, or as many as the question says.

    per(Quantity, count: Quantity) → Quantity
    per_time(Quantity, time) · per_head(Quantity) · per_given(Quantity, given) · split(Quantity, given)

全年平均每月受理多少件: 7 ÷ 12 ≈ 0.58件. 公报平均每期多少册: one stated figure over another. 人均多少元:
over the one number of persons that the report has. 按129人平摊; 平均分给5个部门. A rate (每期1535册) and a share are
spread over nothing.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable
from fractions import Fraction

from assistant.late import late
from assistant.model import Mention
from assistant.queries.evaluate import quantity, register
from assistant.queries.facts import Facts
from assistant.queries.spreading import in_order
from assistant.queries.tree import Phrase, Tree, around, asked_of
from assistant.queries.values import (
    PERCENT,
    Failure,
    Quantity,
    computed,
    plain_unit,
    unscaled,
)

PERSONS = "人"
HEADS = frozenset({"人", "人次", "人员"})
# The times of a year by how many of them it has.
DAYS = "365"
TIMES = {DAYS: ("天", "日"), "52": ("周", "星期"), "12": ("月",), "4": ("季", "季度")}
# What may be counted of what something is spread over: things, and no acts.
# 公开工作的人数: in what it is counted, said behind it.
NUMBER_OF = late("的?(.{1,2})数(?![一-龥]?[字据])")
COUNTED = frozenset({"measure", "word", "organ", "channel", "place"})


def amount(tree: Tree, facts: Facts) -> Quantity | Failure:
    """What is spread: one stated figure."""
    phrases = [kid.phrase for part in ("q", "w") if (kid := tree.get(part)) is not None]
    given = tuple(g for phrase in phrases for g in phrase.given)
    facets = in_order(around(tree, "q", "w")[0])
    counted, asked = tree.get("n"), asked_of(tree)
    unit = asked.unit if asked else ""
    things = _counted(tree, facts) if counted is not None else []
    if facets and not unit and all(m.text in HEADS for m in facets):
        # 每期培训班平均多少人: persons are what is counted, and not any of whom the report tells.
        return Failure("not_comparable")
    if not facets and not given and things and counted is not None:
        # 平均每个培训班有多少人次: what is asked in another measure word is told of what it is spread over.
        return facts.figure(Phrase(facets=counted.phrase.facets), unit)
    if facets and things:
        # 平均每条短视频被观看多少次: how often these were seen, and not what else was.
        told = facts.figure(Phrase(facets=in_order(facets, things), given=given), unit)
        if isinstance(told, Quantity) and told.unit and facts.units.fits(unit, told.unit):
            return _in_unit(told, tree)
    return _in_unit(facts.figure(Phrase(facets=facets, given=given), unit), tree)


def _counted(tree: Tree, facts: Facts) -> list[Mention]:
    """What it is spread over; an act too, where it is counted in a measure word that is said (每期培训)."""
    facets = tree["n"].phrase.facets
    acts = [m for m in facets if m.kinds() & {"action"}] if _measure(tree, facts) else []
    return _things(facets) or acts


def _measure(tree: Tree, facts: Facts) -> str:
    """The measure word of what it is spread over, where it is said and the report counts in it."""
    if (unit := tree.get("u")) is not None:
        return unit.tag
    facets = tree["n"].phrase.facets
    before = facts.text[facets[0].start - 1 : facets[0].start] if facets else ""
    behind = NUMBER_OF.match(facts.text, facets[-1].end) if facets else None
    said = (before, behind[1] if behind else "")
    return next((u for u in said if u and any(f.unit == u for f in facts.report.figures)), "")


def _things(facets: Iterable[Mention]) -> list[Mention]:
    """The words among these by which things are counted."""
    named = (m for m in facets if "card_place" not in m.kinds())
    return [m for m in named if any(s.kind in COUNTED and not s.near for s in m.senses)]


def _in_unit(found: Quantity | Failure, tree: Tree) -> Quantity | Failure:
    """What is spread, in the plain unit where that is asked (多少元 of 万元)."""
    asked = asked_of(tree)
    plain = isinstance(found, Quantity) and asked and asked.unit == plain_unit(found.unit)
    return unscaled(found) if isinstance(found, Quantity) and plain else found


def _over(over: Quantity, under: Quantity) -> Quantity | Failure:
    """One figure over another."""
    exact = over.is_exact and under.is_exact and under.low
    if not exact or PERCENT in (over.unit, under.unit):
        return Failure("not_comparable")
    if over.facts == under.facts:
        return Failure("same")
    if plain_unit(over.unit) == plain_unit(under.unit):
        # 阳山的项数除以清新的 is so many times, and no amount for each.
        return Failure("not_comparable")
    return computed(over.low / under.low, [over, under], f"{over.term} ÷ {under.term}")


def _per(tree: Tree, facts: Facts) -> Quantity | Failure:
    unit = tree.get("u")
    measure = (
        unit.tag if unit else "" if _things(tree["n"].phrase.facets) else _measure(tree, facts)
    )
    over, under = amount(tree, facts), facts.figure(tree["n"].phrase, measure)
    counted = _counted(tree, facts)
    persons = facts.only_in(PERSONS) if measure == PERSONS and not counted else None
    if persons is not None:
        # 专项经费除以从事公开工作的人数: who does what the report is about.
        return over if isinstance(over, Failure) else _over(over, persons)
    if isinstance(over, Failure) or isinstance(under, Failure):
        return over if isinstance(over, Failure) else under
    if not counted:
        return Failure("not_comparable")
    if not facts.owns(under.facts[0], counted):
        # 平均每个小区: 涉及楼房136栋 counts no 小区, though it is told of them.
        return Failure("not_matched", tuple(counted))
    if unit is not None and not facts.units.fits(unit.tag, under.unit):
        # 平均每期刊登多少件 is spread over issues, and over nothing that is counted in another unit.
        return Failure("not_comparable")
    if _told_of_another(over, under, facts):
        return Failure("not_comparable")
    return _over(over, under)


def _told_of_another(over: Quantity, under: Quantity, facts: Facts) -> bool:
    """每一窗口平均收件多少: does the sentence of the windows tell of another figure in that measure word?"""
    chosen, counted = over.facts[0], under.facts[0]
    if chosen.sentence == counted.sentence:
        return False
    beside = (f for f in facts.report.figures if f.sentence == counted.sentence and f != counted)
    return any(f.unit and f.unit not in (*facts.units.general, PERCENT) for f in beside)


def _head(tree: Tree, facts: Facts) -> Quantity | Failure:
    over, persons = amount(tree, facts), facts.only_in(PERSONS)
    if isinstance(over, Failure) or persons is None:
        return over if isinstance(over, Failure) else Failure("not_comparable")
    return _over(over, persons)


def _time(tree: Tree, facts: Facts) -> Quantity | Failure:
    """A year's amount over its months, quarters, weeks or days."""
    found = amount(tree, facts)
    if isinstance(found, Failure):
        return found
    if not found.is_exact or found.unit == PERCENT or facts.rate(found.facts[0]):
        return Failure("not_comparable")
    times = tree["t"].tag
    days = times == DAYS and isleap(facts.report.year)
    count, said = Fraction(times) + days, tree.get("g")
    if said is not None and said.given is not None:
        # 以365天计，日均: over as many as the question says, of the time that it asks for.
        if not said.given.value or not said.given.unit.endswith(TIMES[times]):
            return Failure("different_units")
        count = Fraction(said.given.value)
    return computed(found.low / count, [found], f"{found.term} ÷ {count}")


def _given(tree: Tree, facts: Facts) -> Quantity | Failure:
    """按129人平摊: over a number that the question gives, and the report where it has it."""
    found = amount(tree, facts)
    given = tree["g"].given
    if isinstance(found, Failure) or given is None or not given.value:
        return found if isinstance(found, Failure) else Failure("not_comparable")
    if not found.is_exact or found.unit == PERCENT:
        return Failure("approximate")
    if given.value == 1 or (given.unit and facts.units.same_kind(given.unit, found.unit)):
        # 平均一个人多少 is no amount shared out to one, and 129人 are not shared out to persons.
        return Failure("not_comparable")
    counted = facts.numbered(given)
    held = [found] if isinstance(counted, Failure) else [found, counted]
    return computed(found.low / Fraction(given.value), held, f"{found.term} ÷ {given.value}")


def _split(tree: Tree, facts: Facts) -> Quantity | Failure:
    """平均分给5个部门: shared out among as many as the question says."""
    found = _in_unit(quantity(tree["q"], facts), tree)
    number = tree["n"].given
    if isinstance(found, Failure) or number is None or not number.value:
        return found if isinstance(found, Failure) else Failure("not_comparable")
    if not found.is_exact or found.unit == PERCENT:
        return Failure("approximate")
    return computed(found.low / Fraction(number.value), [found], f"{found.term} ÷ {number.value}")


def _each(tree: Tree, found: Quantity, facts: Facts) -> dict[str, str]:
    """For each of what it is said: 平均每天35.14条, 平均每期1535册."""
    if tree.op == "per_time":
        return {"each": f"每{TIMES[tree['t'].tag][0]}"}
    if tree.op == "per_head":
        return {"each": f"每{PERSONS}"}
    given = (tree.get("g") or tree["n"]).given
    unit = given.unit if given else plain_unit(found.facts[-1].unit)
    named = tree.get("n") if unit in facts.units.general else None
    noun = "".join(m.text for m in _things(named.phrase.facets)) if named is not None else ""
    general = unit in facts.units.general and not noun
    return {"each": "" if general or not unit else f"每{unit}{noun}"}


for name, value in (
    ("per", _per),
    ("per_head", _head),
    ("per_time", _time),
    ("per_given", _given),
    ("split", _split),
):
    register(name, value, sentence="computed_each", slots=_each)
