"""A breakdown as it is asked of: its parts with their names, and the figure of all of them, stated or proved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.index import Entry
from assistant.late import late
from assistant.model import Figure
from assistant.operators.arithmetic import base_unit, exact, same_scale
from assistant.operators.divided import are_bearers, are_organs, are_persons, are_stages
from assistant.operators.ground import Ground
from assistant.operators.series import Series, every, names_of
from assistant.steps.verbatim import compact

# 前三名 lists the first only: of the others nothing is known, nor of all together.
FIRST = late("[前首][几一二三四五六七八九十两]+[名位个家]")
# So small a number is the sum of others by chance.
LEAST = 20
RESULTS = ("结果", "答复", "办结", "办理", "处理", "维持", "审结")
UNNAMED = 2


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The parts of one whole, what they are called, what leads them in, and the figure of all of them."""

    series: Series
    figures: tuple[Figure, ...]
    names: tuple[str, ...]
    whole: Figure | None
    led: str
    before: str

    def entries(self) -> tuple[Entry, ...]:
        """The parts as the index has them."""
        return self.series.members

    def unit(self) -> str:
        """In what the parts are counted."""
        return base_unit(self.figures[0].unit or self.figures[0].said)

    def total(self) -> Decimal:
        """What the parts come to."""
        return sum(same_scale(self.figures)[0], Decimal(0))

    def adds_up(self) -> bool:
        """Do the parts come to the whole, so that none is left out?"""
        if self.whole is None or not exact([*self.figures, self.whole]):
            return False
        *parts, whole = same_scale([*self.figures, self.whole])[0]
        return sum(parts, Decimal(0)) == whole

    def is_one(self) -> bool:
        """Are these parts of something told, and no figures that only stand side by side?"""
        return self.whole is not None or bool(self.figures[0].table) or bool(self.figures[0].where)

    def is_of(self, kind: str, noun: str, ground: Ground) -> bool:
        """Are its parts of the kind that a noun asks for: ways, results, bodies, places, persons?"""
        if kind == "ways":
            return noun in self.before or ground.process.are_ways(self.names)
        if kind == "results":
            led = any(word in self.before for word in RESULTS)
            others = ground.process.are_ways(self.names) or are_persons(self.series, ground)
            return led and not others
        if kind == "bodies":
            return are_organs(self.series, ground.index, noun)
        if kind == "places":
            places = all(f.where for f in self.figures)
            return places and (
                noun not in "县区镇乡村市省州街道" or are_bearers(self.series, ground)
            )
        return kind != "persons" or are_persons(self.series, ground)


def breakdowns(ground: Ground) -> list[Breakdown]:
    """Every breakdown of the report whose parts stand for themselves."""
    made = ground.index.made
    if "parted wholes" not in made:
        made["parted wholes"] = list(_every(ground))
    found: list[Breakdown] = made["parted wholes"]
    return found


def _every(ground: Ground) -> Iterator[Breakdown]:
    seen: set[tuple[str, ...]] = set()
    for series in every(ground):
        figures = series.figures()
        ids = tuple(f.id for f in figures)
        names = names_of(figures, ground.index)
        told = [names[i] for i in ids]
        odd = FIRST.search(series.lead) or are_stages(figures, ground) or len(set(told)) < len(told)
        if odd or ids in seen or any(len(name) < UNNAMED or name[0].isdigit() for name in told):
            continue
        seen.add(ids)
        whole = series.whole.fact if series.whole else _proved(series, figures, ground)
        whole = whole if isinstance(whole, Figure) else None
        led = _led(series, figures, whole, ground)
        headed = compact("".join((figures[0].section, *figures[0].row[:-1])))
        yield Breakdown(series, tuple(figures), tuple(told), whole, led, f"{led}\n{headed}")


def _led(series: Series, figures: Sequence[Figure], whole: Figure | None, ground: Ground) -> str:
    """What is said before the first part: the whole's clause, the sentence, what leads in."""
    source, first = ground.index.report.source, figures[0]
    said = [series.lead, whole.quote if whole else ""]
    if whole and not whole.table and _is_first(whole, ground):
        said.append(source[whole.sentence[0] : whole.end])
    if not first.table:
        said.append(source[first.sentence[0] : first.start])
    return compact("".join(said))


def _is_first(whole: Figure, ground: Ground) -> bool:
    """Does a figure stand before all others of its sentence, which would be told of by its words as well?"""
    figures = ground.index.report.figures
    beside = (f for f in figures if f.sentence == whole.sentence and f.unit == whole.unit)
    return all(f.number[0] >= whole.number[0] for f in beside)


def _proved(series: Series, figures: Sequence[Figure], ground: Ground) -> Figure | None:
    """The one figure that these come to: 环评审批信息534条, of which 报告书41件、报告表206件、登记表287件."""
    if not exact(list(figures)) or len({f.unit for f in figures}) > 1:
        return None
    total, unit = sum((f.value or Decimal(0) for f in figures), Decimal(0)), figures[0].unit
    if total < LEAST or unit == "%":
        return None
    lead = series.lead.rstrip("中里,:、的")
    held = [
        f
        for f in ground.index.report.figures
        if f.value == total and f.bound == "exact" and f not in figures and f.kind == "count"
    ]
    named = [
        f
        for f in held
        if lead and len(lead) > UNNAMED and (lead in f.what or (f.what and f.what in lead))
    ]
    alike = [f for f in held if (f.unit or f.said) == unit]
    found = named or alike
    return found[0] if len(found) == 1 else None
