"""Which facts a description means: the figure that accounts for every facet and adds least; the breakdown likewise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property, partial

from assistant.choosing.adding import may_add
from assistant.choosing.changing import change_of
from assistant.index import GENERAL, Entry
from assistant.lexicon import LABEL
from assistant.model import Candidate, Figure, Mention, Report, Selection
from assistant.naming import TOTALS, plain_label
from assistant.operators.divided import (
    are_organs,
    divided_otherwise,
    kinds_asked,
    measured_otherwise,
    organ_asked,
)
from assistant.operators.evidence import counts_such
from assistant.operators.ground import Ground
from assistant.operators.meant import common, leads
from assistant.operators.operands import FIRST, _choose, countable
from assistant.operators.series import Series, every, names_of
from assistant.places import suffix
from assistant.queries.tree import Given, Phrase
from assistant.queries.values import (
    SCALES,
    Failure,
    Quantity,
    Row,
    Rows,
    Unmatched,
    scale_of,
    stated,
    unscaled,
)
from assistant.steps.match import HEADING, OWN, REMEMBERED, Level, Units, explain, rate_of
from assistant.steps.reading import KIND_UNITS
from assistant.steps.verbatim import compact

# In what none of a thing may be asked for.
COUNTING_NONE = frozenset({"", "元", "件", "宗", "起", "次", "个", "例"})
# 全市 is a whole, and no member beside others.
WHOLE_PLACE = re.compile("全[省市县区镇乡州盟旗局系统]{1,2}")
# What the members of a breakdown may be called, by their lead or by their own names.
KINDS = ("类", "方式", "渠道", "情形", "形式", "途径")
UNTELLING = frozenset({"year", "card_place", "whole", "theme"})


def _lies_deeper(phrase: Phrase, series: Series) -> bool:
    """办理结果里最多的: what stands under one of its results, which is not named, is none of them."""
    rows = [e.fact.row for e in series.members if isinstance(e.fact, Figure)]
    shared = [one[0] for one in zip(*rows, strict=False) if len(set(one)) == 1]
    if len(shared) < 2 or len(rows) < len(series.members):
        return False
    parent = compact(shared[-1])
    senses = [s for m in phrase.facets for s in m.senses]
    said = {m.text for m in phrase.facets} | {atom for s in senses for atom in s.atoms}
    return not any(word in parent for word in said)


@dataclass
class Facts:
    """One report's facts, asked by the descriptions of one question."""

    ground: Ground
    text: str
    known: dict[object, Quantity | Failure] = field(default_factory=dict)

    @cached_property
    def series(self) -> list[Series]:
        """All breakdowns of the report."""
        return every(self.ground)

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
        if all(m.kinds() <= UNTELLING for m in phrase.facets):
            return Failure("not_matched", phrase.facets)
        winners, *_ = _choose(selection, self.ground, refusing=False)
        figures = [
            c.fact
            for c in winners
            if isinstance(c.fact, Figure) and self._counts_such(c.fact, selection)
        ]
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

    def is_number(self, given: Given, figure: Figure) -> bool:
        """Is this the number that the question gives, in a unit of its kind?"""
        own, other = stated(figure), Fraction(given.value)
        unit = "%" if given.percent else given.unit
        if figure.value is None or (unit == "%") != (own.unit == "%"):
            return False
        if unit and not self.ground.units.fits(unit, own.unit):
            return False
        scaled = other * SCALES.get(scale_of(unit), 1)
        return scaled in (own.low, unscaled(own).low)

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
        return told and together and part != whole and not self.alike(part, whole)

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

    def rows(self, phrase: Phrase) -> Rows | Failure:
        """The breakdown that a description means, with the members of the classes that are named."""
        held = [h for at in range(len(self.series)) if (h := self._hold(phrase, at)) is not None]
        if not held:
            return Failure("no_members", phrase.facets)
        best = min(rank for rank, _ in held)
        winners = [rows for rank, rows in held if rank == best]
        if len({_values(r) for r in winners}) > 1:
            return Failure("ambiguous", (), tuple(r.whole for r in winners if r.whole))
        rows = winners[0]
        if any(rows.whole is None or not self.is_number(g, rows.whole) for g in phrase.of):
            return Failure("premise")
        if phrase.cardinal and phrase.cardinal not in _sizes(phrase, len(rows.members)):
            return Failure("other_number")
        return rows

    def _level(self, mention: Mention, at: int) -> Level:
        """How well a breakdown accounts for a mention; worked out once for the report."""
        known: dict[object, dict[int, Level]] = self.ground.index.made.setdefault("breakdowns", {})
        key = (mention.text, mention.read, mention.senses)
        levels = known.get(key)
        if levels is None:
            if len(known) >= REMEMBERED:
                known.clear()
            known[key] = levels = {}
        if at not in levels:
            levels[at] = common(mention, self.series[at], self.ground.index)
        return levels[at]

    def _hold(self, phrase: Phrase, at: int) -> tuple[tuple[int, ...], Rows] | None:
        series = self.series[at]
        if phrase.asked and phrase.asked.unit and not self.ground.units.fits(
            phrase.asked.unit, _unit(series)
        ):  # fmt: skip
            return None
        if FIRST.search(series.lead) and not (phrase.named or phrase.order == "max"):
            # 前三名 lists the first only: of the others nothing is known, nor of all together.
            return None
        if phrase.order and _lies_deeper(phrase, series):
            return None
        if self._is_of_another_kind(phrase, series):
            return None
        weak = near = 0
        mentioned: set[str] = set()
        telling = False
        for mention in phrase.facets:
            level = self._level(mention, at)
            another = any(s.tag == LABEL for s in mention.senses)
            if level is None and (another or not leads(mention, series)):
                # 宿城区348件，其中自然人…: what names another figure only stands before them.
                return None
            if level is not None:
                weak += level[0] >= HEADING and level[1].kind not in UNTELLING
                near += level[1].near
                mentioned |= set(level[1].atoms)
                telling = telling or bool(
                    set(level[1].atoms) - GENERAL and not mention.kinds() <= UNTELLING
                )
            else:
                telling = True
        members = self._classed(phrase, series)
        named = [self._entry_of(facets, series) for facets in phrase.named]
        if None in named:
            return None
        if named:
            besides = members if phrase.besides or phrase.classes == "all" else []
            if (
                phrase.classes not in ("", "all")
                and not phrase.besides
                and any(e not in members for e in named)
            ):
                return None
            members, telling = [e for e in series.members if e in named or e in besides], True
        told = telling or named or phrase.classes not in ("", "any", "place")
        if len(members) < 2 or not (told or self._is_called_so(phrase, series, len(members))):
            return None
        shared = frozenset.intersection(*(e.own for e in series.members)) - GENERAL
        around = frozenset.intersection(*(e.context for e in series.members)) - GENERAL - shared
        odd = int(bool(phrase.cardinal) and phrase.cardinal not in _sizes(phrase, len(members)))
        other = int(
            phrase.classes == "any" and not self._is_called_so(phrase, series, len(members))
        )
        rank = (odd, other, near, weak, len(shared - mentioned), len(around - mentioned))
        return rank, self._rows(members, series)

    def _is_of_another_kind(self, phrase: Phrase, series: Series) -> bool:
        """Are its members, or their measure, of another kind than the words behind 哪个 ask for?"""
        index = self.ground.index
        organ = organ_asked(self.text)
        if organ and (phrase.classes == "any" or not are_organs(series, index, organ)):
            return True
        kinds = kinds_asked(self.text)
        return measured_otherwise(series, self.text, self.ground) or divided_otherwise(
            kinds, series, self.ground
        )

    def _is_called_so(self, phrase: Phrase, series: Series, size: int) -> bool:
        """九类, 六种申请方式: so many of a kind that the breakdown itself names."""
        kinds = [kind for kind in KINDS if kind in self.text]
        told = series.lead + "".join(
            e.fact.what for e in series.members if isinstance(e.fact, Figure)
        )
        return phrase.cardinal in (0, size) and any(kind in told for kind in kinds)

    def _classed(self, phrase: Phrase, series: Series) -> list[Entry]:
        """The members of the classes that are named; where an order is asked, places before what is none."""
        kinds = phrase.classes
        members = [e for e in series.members if not _is_total(e)]
        if kinds == "all":
            return members
        if kinds == "place" and phrase.sort:
            # 各地从多到少: all that the report lists, 市级 as well.
            return members
        if kinds in ("", "any"):
            peers = [e for e in members if suffix(_where(e))]
            return (
                peers
                if peers and (phrase.order or phrase.each) and not phrase.excluded
                else members
            )
        if kinds == "place":
            return [e for e in members if suffix(_where(e))]
        if kinds == "organ":
            return list(members) if are_organs(series.only(members), self.ground.index) else []
        return [e for e in members if suffix(_where(e)) and suffix(_where(e)) in kinds]

    def _rows(self, members: Sequence[Entry], series: Series) -> Rows:
        figures = [e.fact for e in members if isinstance(e.fact, Figure)]
        names = names_of(figures, self.ground.index)
        rows = tuple(Row(names[f.id], stated(f, names[f.id])) for f in figures)
        whole = series.whole.fact if series.whole else None
        return Rows(rows, whole if isinstance(whole, Figure) else None)

    def around(self, rows: Rows) -> Iterator[Rows]:
        """The whole breakdowns that have all these members."""
        asked = {r.figure.id for r in rows.members}
        for series in self.series:
            if asked <= {e.fact.id for e in series.members}:
                yield self._rows(series.members, series)

    def _entry_of(self, facets: Iterable[Mention], series: Series) -> Entry | None:
        """The one member of a series that these facets name by its own words."""
        return self._named_among(tuple(facets), series.members)

    def row_of(self, facets: Iterable[Mention], rows: Rows) -> Row | None:
        """The member of a breakdown that these facets name."""
        entries = {
            e.fact.id: row for row in rows.members if (e := self.ground.index.of(row.figure.id))
        }
        members = [e for e in map(self.ground.index.of, entries) if e is not None]
        found = self._named_among(tuple(facets), members)
        return entries[found.fact.id] if found else None

    def _named_among(self, facets: tuple[Mention, ...], members: Sequence[Entry]) -> Entry | None:
        """The only member that accounts for all the facets, one of them by its own words and alone."""
        held = [(e, [explain(m, e, self.ground.index) for m in facets]) for e in members]
        fitting = [
            e for e, levels in held if all(levels) and any(x and x[0] == OWN for x in levels)
        ]
        if len(fitting) == 1:
            return fitting[0]
        exact = [
            e for e, levels in held if all(x and x[0] == OWN and not x[1].near for x in levels)
        ]
        return exact[0] if len(exact) == 1 else None

    def wholes(self, parts: Iterable[Figure]) -> list[Figure]:
        """The totals of the breakdowns that have all these among their members, or of which they are parts."""
        figures = list(parts)
        asked = {f.id for f in figures}
        found: dict[str, Figure] = {}
        for series in self.series:
            whole = series.whole.fact if series.whole else None
            if isinstance(whole, Figure) and asked <= {e.fact.id for e in series.members}:
                found[whole.id] = whole
        return list(found.values()) or self._stated_whole(figures)

    def _stated_whole(self, figures: Sequence[Figure]) -> list[Figure]:
        """What a single part (其中文件类259条) is stated to be a part of."""
        wholes = {f.part_of for f in figures}
        entry = self.ground.index.of(next(iter(wholes))) if len(wholes) == 1 else None
        return [entry.fact] if entry and isinstance(entry.fact, Figure) else []

    def alike(self, one: Figure, other: Figure) -> bool:
        """Do two figures stand side by side in a breakdown?"""
        return any({one.id, other.id} <= {e.fact.id for e in s.members} for s in self.series)


def _sizes(phrase: Phrase, members: int) -> tuple[int, ...]:
    """What number may be said of so many members: 市级和八个县区 counts those of the class, or all nine."""
    return (members, members - len(phrase.named)) if phrase.besides else (members,)


def _unit(series: Series) -> str:
    fact = series.members[0].fact
    return fact.unit if isinstance(fact, Figure) else ""


def _where(entry: Entry) -> str:
    return entry.fact.where if isinstance(entry.fact, Figure) else ""


def _is_total(entry: Entry) -> bool:
    fact = entry.fact
    label = fact.row[-1] if isinstance(fact, Figure) and fact.row else ""
    return plain_label(label) in TOTALS or bool(WHOLE_PLACE.fullmatch(_where(entry)))


def _values(rows: Rows) -> tuple[object, ...]:
    return tuple(sorted((r.quantity.low, r.quantity.unit) for r in rows.members))


def _left_over(held: Sequence[Candidate], facets: tuple[Mention, ...]) -> tuple[Mention, ...]:
    never = tuple(m for m in facets if held and all(m in c.left_over for c in held))
    nearest = min(held, key=lambda c: (len(c.left_over), c.weak, len(c.added)), default=None)
    return never or (nearest.left_over if nearest else facets)


def _nearest(held: Sequence[Candidate]) -> tuple[Figure, ...]:
    nearest = min(held, key=lambda c: (len(c.left_over), c.weak, len(c.added)), default=None)
    return (nearest.fact,) if nearest and isinstance(nearest.fact, Figure) else ()


__all__ = ["Facts", "countable", "replace"]
