"""Questions over several reports: one named by place and year, two side by side, and their twins.

The figures compared are cells of one row and one column of a standard table, and what is computed
from them is computed here, from the reports alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from random import Random

from assistant.adversaries.cells import Cells
from assistant.adversaries.clauses import Clause
from assistant.adversaries.gold import Gold, amount_of, place_of, share
from assistant.adversaries.material import Material
from assistant.adversaries.questions import Asked, Pair
from assistant.language.numerals import plain
from assistant.model import Figure, Report

# How many measures of two reports are compared, at most.
MEASURES = 40
UP, DOWN = "增加", "减少"
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Side:
    """One report with its cells."""

    report: Report
    cells: Cells
    figures: dict[Key, Figure]

    @property
    def called(self) -> str:
        """What the report's body is called: the place of a government, else the organ."""
        return called(self.report)

    @property
    def year(self) -> int:
        """The year of the report."""
        return self.report.year


def called(report: Report) -> str:
    """The last place of a government's report, the organ of any other.

    宿迁市, 洪泽区 and 沭阳县发展和改革局.
    """
    organ = report.organ
    if not report.place.endswith(("市", "县", "区", "镇", "乡")):
        return organ
    return report.place if organ in (report.place, "") or "政府" in organ else organ


def generate_across(
    reports: Sequence[Report], material: Material, seed: int = 0
) -> tuple[Pair, ...]:
    """Questions over these reports loaded together, each with its twin."""
    sides = [_side(report, material) for report in reports]
    maker = _Maker(tuple(sides), material)
    rng = Random(f"across:{seed}")
    found: list[Pair] = []
    for a, b in combinations(sides, 2):
        shared = sorted(set(a.figures) & set(b.figures))
        for key in rng.sample(shared, min(len(shared), MEASURES)):
            found += maker.pairs(a, b, key, rng)
    rng.shuffle(found)
    texts: dict[str, Pair] = {}
    for pair in found:
        texts.setdefault(pair.question.text, pair)
    return tuple(texts.values())


def _side(report: Report, material: Material) -> Side:
    found: dict[Key, list[Figure]] = defaultdict(list)
    for figure in report.figures:
        if figure.table and figure.measure and figure.bound == "exact":
            found[figure.table, figure.measure, figure.member].append(figure)
    only = {key: rows[0] for key, rows in found.items() if len(rows) == 1 and rows[0].value}
    return Side(report, Cells.of(report, material), only)


@dataclass(frozen=True)
class _Maker:
    sides: tuple[Side, ...]
    material: Material

    @property
    def frames(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = self.material.across["frames"]
        return found

    def pairs(self, a: Side, b: Side, key: Key, rng: Random) -> Iterator[Pair]:
        """One question of every kind that fits two reports and one measure, each with a twin."""
        phrase = self._phrase(a, key, rng)
        if phrase is None:
            return
        same_body = a.called == b.called
        first, second = (a, b) if a.year <= b.year else (b, a)
        years = "years" if same_body else "places"
        for kind, gold, words in self._kinds(first, second, key, same_body):
            frames = self.frames.get(f"{kind}/{years}") or self.frames.get(kind)
            if not frames:
                continue
            frame = rng.choice(list(frames))
            slots = self._slots(first, second, key, phrase) | words
            asked = Asked(frames[frame].format_map(slots), "", frame=kind, gold=gold)
            if gold.polarity:
                asked = replace(asked, claim="true" if gold.polarity == "yes" else "changed",
                                polarity=gold.polarity)  # fmt: skip
            twin = self._twin(frames[frame], slots, first, second, phrase, rng)
            yield Pair(asked, twin)

    def _phrase(self, side: Side, key: Key, rng: Random) -> Clause | None:
        named = [c for c in side.cells.clauses(side.figures[key], rng) if not self._tells_time(c)]
        return rng.choice(named) if named else None

    def _tells_time(self, clause: Clause) -> bool:
        row = clause.slots["row"]
        official = row == clause.figure.measure
        return not official and any(word in row for word in self.material.across["timely"])

    def _slots(self, a: Side, b: Side, key: Key, clause: Clause) -> dict[str, str]:
        x, y = a.figures[key], b.figures[key]
        assert x.value is not None and y.value is not None
        grew = y.value >= x.value
        return {
            "phrase": clause.slots["phrase"],
            "unit": clause.slots.get("unit", "万元"),
            "a": a.called,
            "b": b.called,
            "ya": f"{a.year}年",
            "yb": f"{b.year}年",
            "more": "多" if grew else "少",
            "grew": UP if grew else DOWN,
            "rose": "增长" if grew else "下降",
        }

    # ---- what is asked, and what is right

    def _kinds(
        self, a: Side, b: Side, key: Key, same_body: bool
    ) -> Iterator[tuple[str, Gold, dict[str, str]]]:
        x, y = a.figures[key], b.figures[key]
        assert x.value is not None and y.value is not None
        both = (place_of(x, a.report), place_of(y, b.report))
        amounts = (amount_of(x), amount_of(y))
        unit = amounts[0][1]
        change = abs((amounts[1][0] or y.value) - (amounts[0][0] or x.value))
        yield "one", Gold((amounts[0],), both[:1], said=x.quote), {}
        yield "each", Gold(amounts, both, said=f"{x.text}、{y.text}"), {}
        if y.value != x.value:
            moved = (change.normalize(), unit)
            said = f"{x.text}、{y.text}，差{plain(change)}"
            yield "difference", Gold((moved,), both, beside=amounts, said=said), {}
            claims = Gold((amounts[0],), both[:1], "no", said=x.quote)
            yield "swapped", claims, {"figure": y.text}
            words = (UP, DOWN) if y.value > x.value else (DOWN, UP)
            for verdict, word in zip(("yes", "no"), words, strict=True):
                gold = Gold((), both, verdict, beside=(*amounts, moved), said=said)
                yield "direction", gold, {"claimed": word}
            most = a if x.value > y.value else b
            name = f"{most.year}" if same_body else most.called
            gold = Gold((), both, say=(f"{name}",), beside=(*amounts, moved), said=f"{name}多")
            yield "which", gold, {}
        if same_body and y.value != x.value:
            rate = share(abs(y.value - x.value), x.value)
            gold = Gold(
                (rate,), both, beside=(*amounts, (change.normalize(), unit)), said=str(rate)
            )
            yield "growth", gold, {}
        if not same_body and unit != "%":
            total = (amounts[0][0] or x.value) + (amounts[1][0] or y.value)
            gold = Gold(((total.normalize(), unit),), both, beside=amounts, said=plain(total))
            yield "sum", gold, {}

    # ---- twins

    def _twin(
        self, frame: str, slots: dict[str, str], a: Side, b: Side, clause: Clause, rng: Random
    ) -> Asked | None:
        """The same question with a year, a place or a cell that no loaded report has."""
        slots = {**slots, "figure": slots.get("figure") or clause.figure.text}
        slots.setdefault("claimed", slots["grew"])
        kinds = ["year", "place", "cell_row", "cell_column"]
        for kind in rng.sample(kinds, len(kinds)):
            changed = self._changed(kind, slots, a, b, clause, rng)
            if changed is None:
                continue
            text = frame.format_map(changed)
            if text != frame.format_map(slots):
                return Asked(text, "", frame="", twin=kind, gold=Gold((), (), said="不作答"))
        return None

    def _changed(
        self, kind: str, slots: dict[str, str], a: Side, b: Side, clause: Clause, rng: Random
    ) -> dict[str, str] | None:
        if kind == "year":
            loaded = {s.year for s in self.sides if s.called == a.called}
            steps = map(int, self.material.twins["years"])
            free = [y for y in (a.year + step for step in steps) if y not in loaded]
            free = [y for y in free if not self._is_told(str(y))]
            return {**slots, "ya": f"{rng.choice(free)}年"} if free else None
        if kind == "place":
            places = [p for p in self.material.across["absent_places"] if not self._is_told(p)]
            return {**slots, "a": rng.choice(places)} if places else None
        change = a.cells.row_swapped if kind == "cell_row" else a.cells.column_swapped
        other = change(clause, rng)
        word = other.slots["row" if kind == "cell_row" else "column"] if other else ""
        if other is None or self._is_told(word):
            return None
        return {**slots, "phrase": other.slots["phrase"]}

    def _is_told(self, word: str) -> bool:
        return any(word in s.report.source or word in s.report.title for s in self.sides)
