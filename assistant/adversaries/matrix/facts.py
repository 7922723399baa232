"""What a compiled report gives to ask about: figures by name, and breakdowns with their members.

Only the report itself is read: its figures with their parts, the labels of its tables, its card.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import Any

from assistant.adversaries.matrix.members import Breakdown, Item, Sort
from assistant.language.numerals import scaled
from assistant.model import Figure, Report

NUMBERING = re.compile(
    r"^\s*(?:其中[:：]|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|\d+[.、．])\s*"
)
BRACKETS = re.compile(r"[（(][^()（）]*[）)]")
MARKS = "。;；,，:： "
TOTAL = "总计"
COUNTED = ("count", "money")
FEW, MANY = 2, 40
SHORTEST = 3


@dataclass(frozen=True)
class Facts:
    """The figures and breakdowns of one report, by the words of `knowledge/adversaries/matrix.yaml`."""

    report: Report
    words: Mapping[str, Any]

    @cached_property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """Every run of parts that can be called by names; none of which the name fits two."""
        found = [b for b in (*self._of_prose(), *self._of_tables()) if b is not None]
        wholes = {(b.topic, b.whole.figure if b.whole else b.members[0].figure) for b in found}
        topics = Counter(topic for topic, _ in wholes)
        return tuple(b for b in found if topics[b.topic] == 1 and self._tells(b))

    @cached_property
    def alone(self) -> tuple[Item, ...]:
        """The exact figures of prose that have a name of their own."""
        called = [(self._called(f), f) for f in self.report.figures if _is_exact(f)]
        names = [name for name, _ in called]
        return tuple(
            _item(figure, name)
            for name, figure in called
            if self._stands_alone(figure, name)
            and sum(name in other or other in name for other in names if other) == 1
        )

    # ---- prose

    def _of_prose(self) -> Iterator[Breakdown | None]:
        parts = [f for f in self.report.figures if f.part_of and not f.table]
        for whole_id in dict.fromkeys(f.part_of for f in parts):
            whole = next((f for f in self.report.figures if f.id == whole_id), None)
            own = [f for f in parts if f.part_of == whole_id]
            if whole is None or not _is_exact(whole) or not all(_is_exact(f) for f in own):
                continue
            runs = list(_runs(own, whole))
            for run in runs:
                filled = sum(f.value or 0 for f in run) == whole.value
                yield self._prose_run(whole, run, filled and len(runs) == 1)

    def _prose_run(self, whole: Figure, run: Sequence[Figure], single: bool) -> Breakdown | None:
        topic, noun = self._topic(whole)
        members = tuple(_item(f, f.where or _plain(f.who + f.what)) for f in run)
        return self._breakdown(topic, noun, members, whole, "default", single)

    def _topic(self, whole: Figure) -> tuple[str, str]:
        """What leads in, and what can stand behind a member."""
        called = self._called(whole)
        noun = called if whole.who in self.words["scopes"] or not whole.who else ""
        for verb in self.words["verbs"]:
            if noun.startswith(verb) and len(noun) > len(verb) + 1:
                noun = noun.removeprefix(verb)
        others = [f.what for f in self.report.figures if f.id != whole.id]
        if any(noun in other for other in others):
            noun = ""
        return called, noun

    def _called(self, figure: Figure) -> str:
        who = "" if figure.who in self.words["scopes"] else figure.who
        return self._without_tail(BRACKETS.sub("", _plain(who + figure.what)))

    def _stands_alone(self, figure: Figure, name: str) -> bool:
        strange = any(word in name for word in self.words["not_counted"])
        strange |= figure.unit in self.words["not_units"] or figure.what.endswith("的")
        strange |= self.report.source[figure.number[0] - 1] in self.words["turned"]
        now = figure.when in ("", f"{self.report.year}年")
        alone = figure.table == "" and figure.part_of is None and figure.what != ""
        return alone and now and not strange and len(name) > SHORTEST

    # ---- tables

    def _of_tables(self) -> Iterator[Breakdown | None]:
        cells = [f for f in self.report.figures if f.table and _is_exact(f)]
        labels = Counter(_label(f.row) for f in cells if f.member in ("", TOTAL))
        by_row = groupby(cells, key=lambda f: (f.table, f.row, f.column[:-1]))
        for _, found in by_row:
            row = list(found)
            whole = next((f for f in row if _is_total(f)), None)
            own = [f for f in row if not _is_total(f)]
            label = _label(row[0].row) or _label(row[0].column[:-1])
            if whole and len(own) >= FEW and (not row[0].row or labels[label] == 1):
                kind = row[0].table if row[0].table in self.words["kinds"] else "default"
                yield self._table_run(label, own, whole, kind)
        by_parent: dict[tuple[str, ...], list[Figure]] = {}
        for f in cells:
            if len(f.row) > 1 and (f.member == TOTAL or not f.member):
                by_parent.setdefault((f.table, *f.column, "/", *f.row[:-1]), []).append(f)
        for rows in by_parent.values():
            parent = rows[0].row[:-1]
            own = [f for f in rows if not _label(f.row).endswith(self._totals)]
            whole = next((f for f in cells if f.row == parent and f.column == rows[0].column), None)
            if whole is None and len(parent) < FEW:
                continue
            yield self._table_run(_label(parent), own, whole, "rows")

    def _table_run(
        self, label: str, own: Sequence[Figure], whole: Figure | None, kind: str
    ) -> Breakdown | None:
        topic = self._without_tail(label)
        of_columns = kind != "rows"
        members = tuple(
            _item(
                f, f.member or _label(f.column) if of_columns else self._without_tail(_label(f.row))
            )
            for f in own
        )
        return self._breakdown(topic, topic if of_columns else "", members, whole, kind, True)

    # ---- both

    def _breakdown(
        self,
        topic: str,
        noun: str,
        members: tuple[Item, ...],
        whole: Figure | None,
        kind: str,
        single: bool,
    ) -> Breakdown | None:
        names = [item.name for item in members]
        nameless = topic in self.words["nameless"] or len(topic) < SHORTEST
        units = {item.unit for item in members}
        if nameless or len(set(names)) < len(names) or len(units) != 1 or not all(names):
            return None
        if not FEW <= len(members) <= MANY or len({i.value for i in members if i.value}) < FEW:
            return None
        said = _item(whole, topic) if whole and _item(whole, topic).unit in units else None
        sorts = tuple(self._sorts(members, kind, single))
        if kind == "default" and not any(sort.noun in self._ends for sort in sorts):
            noun = ""
        return Breakdown(topic, noun, units.pop(), members, sorts, said)

    def _sorts(self, members: Sequence[Item], kind: str, single: bool) -> Iterator[Sort]:
        places = self.words["places"]
        ends = {
            item.name: end
            for item in members
            for end in self._ends
            if len(item.name) > 2 and item.name.endswith(end)
        }
        if len(ends) < FEW:
            if single:
                organs = all(
                    item.name.endswith(tuple(self.words["organ_ends"])) for item in members
                )
                words = self.words["kinds"]["organs" if organs else kind]
                yield Sort(**words, names=tuple(item.name for item in members))
            return
        doubtful = [
            name
            for name in ends
            if len(name) >= int(places["doubtful_length"])
            and name.endswith(tuple(places["doubtful"]))
        ]
        together = places["mixed"].get(
            "".join(sorted(set(ends.values()), key=places["ends"].index))
        )
        if together and not doubtful:
            yield _place_sort(str(together), tuple(ends))
        for end in places["sorts"]:
            names = tuple(name for name, own in ends.items() if own == end)
            if len(names) >= FEW and not (doubtful and end == "区"):
                yield _place_sort(end, names)

    def _tells(self, breakdown: Breakdown) -> bool:
        """Does the topic name this breakdown and no figure of another value?"""
        return not breakdown.whole or all(
            _item(f, "").value == breakdown.whole.value
            for f in self.report.figures
            if f.value is not None and breakdown.topic in self._called(f) and not f.table
        )

    @property
    def _ends(self) -> tuple[str, ...]:
        return tuple(self.words["places"]["ends"])

    @property
    def _totals(self) -> tuple[str, ...]:
        return tuple(self.words["totals"])

    def _without_tail(self, text: str) -> str:
        for tail in self.words["label_tails"]:
            if text.endswith(tail) and len(text) > len(tail) + 1:
                return text.removesuffix(tail).removesuffix("的")
        return text.removesuffix("的")


def _place_sort(noun: str, names: tuple[str, ...]) -> Sort:
    return Sort(noun, f"哪个{noun}", f"各{noun}", f"个{noun}", "个", names)


def _runs(parts: Sequence[Figure], whole: Figure) -> Iterator[list[Figure]]:
    """The parts in runs that fill the whole, one after the other."""
    run: list[Figure] = []
    for part in parts:
        run.append(part)
        if sum((f.value or Decimal(0) for f in run), Decimal(0)) == whole.value:
            yield run
            run = []
    if run:
        yield run


def _is_exact(figure: Figure) -> bool:
    return figure.bound == "exact" and figure.kind in COUNTED and figure.value is not None


def _is_total(figure: Figure) -> bool:
    return figure.member == TOTAL or _label(figure.column) == TOTAL


def _item(figure: Figure, name: str) -> Item:
    unit = figure.unit or figure.said
    plain = unit.lstrip("万亿")
    mark = unit[: len(unit) - len(plain)]
    value = figure.value or Decimal(0)
    scale = scaled(Decimal(1), mark)
    return Item(name, scaled(value, mark), BRACKETS.sub("", plain), scale, figure.id)


def _label(labels: Sequence[str]) -> str:
    """The innermost label without its number, brackets and white space."""
    if not labels:
        return ""
    return "".join(BRACKETS.sub("", NUMBERING.sub("", labels[-1])).split())


def _plain(text: str) -> str:
    text = text.strip(MARKS)
    for opener in ("其中", "目前", "全年", "共"):
        text = text.removeprefix(opener).strip(MARKS)
    return text
