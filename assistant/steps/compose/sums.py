"""Several figures at once: each by itself, all together, or what they come to for each."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.late import late
from assistant.model import Query
from assistant.steps.compose.query import computed
from assistant.steps.compose.words import computes
from assistant.steps.reading.reading import Reading

MONTHS = 12
TOTALS = ("一共", "总共", "共", "共计", "拢共", "统共", "共有")
# Of what one each: 平均每期, 平均下来一个机构, 一个机构平均.
PER = late(
    "(?:平均(?:下来|算下来|算起来|起来|摊?到)?[,，]?[每一]|每|人均"
    "|(?:^|[,，])一(?=[个家名位条件期场次份项户][^,，]{1,8}平均))一?(?:个(?=人))?(.?)"
)


def is_several(reading: Reading) -> bool:
    """A和B分别是多少, A、B各多少."""
    if computes("max", "min")(reading):
        return False
    each = any(
        w in reading.text
        for w in ("分别", "各是", "各为", "各有", "各多少", "各自", "各几", "都是多少")
    )
    return each and bool(reading.asks & {"number", "percent", "money"}) and len(reading.sides()) > 1


def several(reading: Reading) -> Query:
    """A production: one figure for each side, each in its own measure word."""
    sides = reading.sides_with_units()
    # A year beside the things asked for is said of each of them.
    given = tuple(m for s in sides if not s.meant() for m in s.required())
    named = tuple(replace(s, mentions=(*s.mentions, *given)) for s in sides if s.meant())
    return replace(computed("several")(reading), selections=named or sides)


def is_members(reading: Reading) -> bool:
    """各县(市、区)多少项: a figure for each member."""
    each = "members" in reading.operators and not reading.places and not reading.negated
    total = any(m.text in TOTALS for m in reading.mentions)
    return each and "number" in reading.asks and not total


def is_sum(reading: Reading) -> bool:
    """连州和英德加起来多少项: several figures, or all members, together."""
    joined = len(reading.sides()) > 1
    total = any(m.text in TOTALS for m in reading.mentions)
    members = "members" in reading.operators and not reading.places
    added = computes("sum")(reading) and (joined or bool(reading.classes))
    return not reading.is_yes_no and (added or (total and (joined or members)))


def is_tallied(reading: Reading) -> bool:
    """各项相加跟总计一致吗: the parts against the total that stands beside them."""
    whole = any(word in reading.text for word in ("总计", "合计数", "总数", "合计栏"))
    return whole and computes("sum")(reading) and reading.is_yes_no and not reading.claims


def is_reconciled(reading: Reading) -> bool:
    """加起来等于6211吗."""
    return computes("sum")(reading) and reading.is_yes_no and len(reading.numbers) == 1


def is_over_period(reading: Reading) -> bool:
    """一年印多少册, 全年共多少份: what is stated for each one (每期) does not answer it."""
    return reading.over_period and "number" in reading.asks


def is_average(reading: Reading) -> bool:
    """平均多少项: a mean."""
    return computes("average")(reading)


def averaged(reading: Reading) -> Query:
    """A production: over members, per unit of another figure, or over a number that is given."""
    made = computed("average")(reading)
    per = PER.search(reading.text)
    unit = ("人" if "人均" in per.group() else per.group(1)) if per else ""
    unit = unit if unit != "均" else ""
    # 平均一个人 is each one, and no number to divide by.
    given = [n for n in made.numbers if n[1] != reading.unit and n[0] != 1]
    divisor = given[-1] if given else None
    monthly = any("每月" in s.atoms for m in reading.mentions for s in m.senses)
    if monthly and not divisor:
        divisor = (Decimal(MONTHS), "个月")
    content = tuple(m for m in reading.content if "period" not in m.kinds())
    return replace(
        made,
        per=unit,
        each=next(
            (
                reading.text[per.end() : m.end]
                for m in reading.mentions
                if per and m.start <= per.end() < m.end
            ),
            "",
        ),
        unit=reading.unit if reading.unit not in (unit, "%") else "",
        divisor=divisor,
        base=replace(reading.select(content), unit=""),
        selections=tuple(replace(s, unit="") for s in made.selections),
    )


def is_converted(reading: Reading) -> bool:
    """换算成元, or 多少亿元 where another scale than the stated one is asked."""
    return computes("convert")(reading) or (reading.scale in ("千", "亿") and not reading.numbers)


def estimated(reading: Reading) -> Query:
    """A production: the rate that is meant, and the unit in which its total is counted."""
    made = computed("estimate")(reading)
    return replace(made, base=replace(reading.select(reading.content), unit=""), unit=reading.unit)
