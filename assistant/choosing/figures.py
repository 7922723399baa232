"""Which facts a description means: the figure that accounts for every facet and adds least; the breakdown likewise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial

from assistant.choosing.adding import may_add
from assistant.choosing.breakdowns import UNTELLING, Breakdowns
from assistant.choosing.changing import change_of
from assistant.choosing.parted import is_part
from assistant.index.concepts import GENERAL
from assistant.model import Candidate, Figure, Mention, Report, Selection
from assistant.operators.counting import counts_such
from assistant.operators.divided import are_unlike
from assistant.operators.operands import _choose, countable
from assistant.operators.some import is_limit_of_some, is_of_such_as
from assistant.queries.tree import Given, Phrase
from assistant.queries.values import (
    Failure,
    Quantity,
    Unmatched,
    stated,
)
from assistant.steps.facets import so_far
from assistant.steps.match.explaining import explain
from assistant.steps.match.holding import is_carried
from assistant.steps.match.levels import HEADING, OWN
from assistant.steps.match.times import rate_of
from assistant.steps.match.units import Units
from assistant.steps.reading.numbers import KIND_UNITS

# What names the rest of a breakdown, and whose breakdown it is.
OTHERS = frozenset({"其他", "其它", "其他申请人", "申请人"})
# In what none of a thing may be asked for.
COUNTING_NONE = frozenset({"", "元", "件", "宗", "起", "次", "个", "例"})


@dataclass
class Facts(Breakdowns):
    """One report's facts, asked by the descriptions of one question."""

    known: dict[object, Quantity | Failure] = field(default_factory=dict)

    def figure(self, phrase: Phrase, unit: str = "") -> Quantity | Failure:
        """The quantity that a plain description means, in a unit of this kind."""
        key = (phrase.facets, unit, phrase.asked, phrase.given, phrase.of)
        if key not in self.known:
            self.known[key] = self._figure(phrase, unit)
        return self.known[key]

    def _figure(self, phrase: Phrase, unit: str) -> Quantity | Failure:
        heads = self.heads(phrase)
        selection = Selection(
            phrase.facets, heads, unit or (phrase.asked.unit if phrase.asked else "")
        )
        if all(m.kinds() <= UNTELLING or _is_left_over(m) for m in phrase.facets):
            # 其他的申请人: each row of a table has its others.
            return Failure("not_matched", phrase.facets)
        winners, *_ = _choose(selection, self.ground, refusing=False)
        figures = [
            c.fact
            for c in winners
            if isinstance(c.fact, Figure) and self._counts_such(c.fact, selection)
        ]
        numbers = {given.value for given in phrase.given}
        figures = [f for f in figures if not is_limit_of_some(f, numbers, self.report)]
        if not figures and (zero := self._zero(selection)) is not None:
            return zero
        if not figures:
            return Unmatched(partial(self._unmatched, selection))
        for given in phrase.given:
            agreeing = [f for f in figures if self.is_number(given, f)]
            if not agreeing:
                return Failure("premise", (), tuple(figures))
            figures = agreeing
        figures = [f for f in figures if all(self._is_of(g, f, phrase) for g in phrase.of)]
        if not figures:
            return Failure("premise")
        if len({(f.value, f.unit, f.bound) for f in figures}) > 1:
            return Failure("ambiguous", (), tuple(figures))
        return stated(figures[0])

    def _counts_such(self, figure: Figure, selection: Selection) -> bool:
        """微博有几个 is no number of what it published; of what is asked without a unit, anything counts."""
        if is_of_such_as(figure, selection, self.report):
            return False
        entry = self.ground.index.of(figure.id) if selection.unit else None
        return entry is None or counts_such(entry, selection, self.ground)

    def _unmatched(self, selection: Selection) -> tuple[tuple[Mention, ...], tuple[Figure, ...]]:
        """The words that nothing accounts for, and the figure that is nearest."""
        held = _choose(selection, self.ground)[2]
        return _left_over(held, selection.mentions), _nearest(held)

    def _zero(self, selection: Selection) -> Quantity | None:
        """What the report says did not happen: none of it; only what is called so by its own words."""
        if selection.unit not in COUNTING_NONE:
            return None
        entries = [e for e in self.ground.index.figures() if getattr(e.fact, "kind", "") == "zero"]
        if not entries:
            return None
        winners, _, _ = self.ground.choose(replace(selection, unit="", heads=()), entries)
        facts = {c.fact.id: c.fact for c in winners if isinstance(c.fact, Figure)}
        entry = self.ground.index.of(next(iter(facts))) if len(facts) == 1 else None
        if entry is None or not isinstance(entry.fact, Figure):
            return None
        telling = [m for m in selection.mentions if not m.kinds() <= UNTELLING]
        levels = [explain(m, entry, self.ground.index) for m in telling]
        own = [x for x in levels if x and x[0] == OWN and set(x[1].atoms) - GENERAL]
        if not own or not all(x and x[0] < HEADING for x in levels):
            return None
        return Quantity(Fraction(0), Fraction(0), selection.unit, (entry.fact,), operands=("0",))

    def _is_of(self, given: Given, figure: Figure, phrase: Phrase) -> bool:
        """6211项事项里市级有几项: is it the figure's own number, its whole's, or stated of what is spoken of?"""
        if any(self.is_number(given, f) for f in (figure, *self.wholes([figure]))):
            return True
        counts = not given.percent and given.unit in {"", *KIND_UNITS}
        wholes = [s for s in self.series if s.whole and s.whole.fact is figure]
        if counts and any(len(s.members) == given.value for s in wholes):
            # 五项加起来: so many parts make up the figure.
            return True
        nouns = [m for m in phrase.facets if m.kinds() & {"measure", "word"}][:1]
        stating = [
            e
            for e in countable(self.ground)
            if isinstance(e.fact, Figure) and self.is_number(given, e.fact)
        ]
        levels = [explain(m, e, self.ground.index) for e in stating for m in nouns]
        return any(level is not None and level[0] == OWN for level in levels)

    def numbered(self, given: Given) -> Quantity | Failure:
        """The one figure that has this number: 122.03万元."""
        found = [
            e.fact
            for e in countable(self.ground)
            if isinstance(e.fact, Figure)
            and (given.unit or given.percent)
            and self.is_number(given, e.fact)
        ]
        if len({(f.value, f.unit) for f in found}) != 1 or len(found) > 1:
            return Failure("not_matched" if not found else "ambiguous", (), tuple(found))
        return stated(found[0])

    def only_in(self, unit: str) -> Quantity | None:
        """The only figure that is counted in this unit; None where there are several."""
        found = {
            (f.value, f.what): f
            for e in countable(self.ground)
            if isinstance(f := e.fact, Figure) and f.unit == unit
        }
        return stated(next(iter(found.values()))) if len(found) == 1 else None

    @property
    def report(self) -> Report:
        """The report whose facts these are."""
        return self.ground.index.report

    @property
    def units(self) -> Units:
        """The measure words of its figures."""
        return self.ground.units

    def says(self, figure: Figure, facets: Iterable[Mention]) -> bool:
        """Does a figure account for all these facets?"""
        entry = self.ground.index.of(figure.id)
        return entry is not None and all(explain(m, entry, self.ground.index) for m in facets)

    def owns(self, figure: Figure, facets: Iterable[Mention]) -> bool:
        """Does a figure say all these itself, and not by what it inherits?"""
        entry = self.ground.index.of(figure.id)
        levels = [explain(m, entry, self.ground.index) for m in facets] if entry else [None]
        return all(level is not None and level[0] == OWN for level in levels)

    def rate(self, figure: Figure) -> str:
        """Of what each one the figure is (每期1535册: 期); empty where it is a total."""
        return rate_of(figure)

    def change(self, figure: Figure, since: Mention) -> tuple[Figure, bool] | None:
        """The change since then that is told right behind a figure, and whether it rose."""
        return change_of(figure, since, self.report)

    def follows(self, part: Figure, whole: Figure) -> bool:
        """Is a figure told after another in one paragraph or table, and does not stand beside it?"""
        source = self.ground.index.report.source
        told = whole.number[0] < part.number[0]
        apart = "\n" in source[whole.number[1] : part.number[0]]
        together = part.table == whole.table if part.table else not apart and not whole.table
        under = not part.table and not whole.table and self._heads(whole, part)
        beside = (together or under) and not self.alike(part, whole)
        return part != whole and (
            (told and beside) or is_part(part, whole, self.report, self.ground.process)
        )

    def is_only_part(self, part: Figure, whole: Figure) -> bool:
        """Is it the one part of the whole that the report tells of, and no one of several?"""
        beside = [f for f in self.report.figures if f.part_of == whole.id]
        if part in beside:
            return len(beside) == 1
        grouped = [f for f in self.report.figures if part.group and f.group == part.group]
        return all(f in (part, whole) for f in grouped) and self.follows(part, whole)

    def is_carried(self, quantity: Quantity) -> bool:
        """Is it taken over from the year before, or left to the next?"""
        return any(is_carried(fact, self.ground.index) for fact in quantity.facts)

    def _heads(self, whole: Figure, part: Figure) -> bool:
        """Does a figure lead the section under whose sub-headings another of its unit stands?"""
        if not part.section.startswith(f"{whole.section} > ") or part.unit != whole.unit:
            return False
        first = min(f.number[0] for f in self.report.figures if f.section == whole.section)
        return whole.number[0] == first

    def so_far(self, figure: Figure) -> tuple[Figure, Figure] | None:
        """The figure of the year and that of all years up to now, of which this is one."""
        return so_far(figure, self.ground.index)

    def unlike(self, figures: Sequence[Figure]) -> bool:
        """Are these things of which nothing is said alike, so that no mean is one of them?"""
        return are_unlike(figures, self.ground)

    def unaddable(self, figures: Sequence[Figure]) -> str:
        """Why these must not be added up (a whole to its part), empty where they may."""
        doubt = may_add(figures, self.ground)
        return doubt.outcome if doubt else ""

    def heads(self, phrase: Phrase) -> tuple[Mention, ...]:
        """The nouns behind 多少 that may be what is counted: the last before 的, and the last."""
        if phrase.asked is None or not phrase.asked.at:
            return ()
        behind = [m for m in phrase.facets if m.start >= phrase.asked.at]
        found: list[Mention] = []
        for at, mention in enumerate(behind):
            following = behind[at + 1] if at + 1 < len(behind) else None
            tied = following is not None and "的" in self.text[mention.end : following.start]
            acts = following is not None and "action" in following.kinds()
            if following is None or tied or acts:
                found.append(mention)
        nouns = [m for m in found if m.kinds() & {"measure", "organ", "channel", "place", "word"}]
        return tuple(nouns)


def _is_left_over(mention: Mention) -> bool:
    """其他, and what all of a table is of: of which thing these are the others, it does not tell."""
    atoms = {atom for sense in mention.senses for atom in sense.atoms}
    return bool(atoms) and atoms <= OTHERS


def _left_over(held: Sequence[Candidate], facets: tuple[Mention, ...]) -> tuple[Mention, ...]:
    never = tuple(m for m in facets if held and all(m in c.left_over for c in held))
    nearest = min(held, key=lambda c: (len(c.left_over), c.weak, len(c.added)), default=None)
    return never or (nearest.left_over if nearest else facets)


def _nearest(held: Sequence[Candidate]) -> tuple[Figure, ...]:
    nearest = min(held, key=lambda c: (len(c.left_over), c.weak, len(c.added)), default=None)
    return (nearest.fact,) if nearest and isinstance(nearest.fact, Figure) else ()
