"""Holds a compiled report against a figure inventory: recall, precision, and what differs.

python -m tests.inventory REPORT_FOLDER INVENTORY.jsonl [--only PATTERN] [--json]

A figure of the inventory is found when a compiled figure has the same value and unit and its
number stands inside a place where the inventory's quote stands in the source; a document number or
a frequency, which has no value, when a figure of its kind stands there; a zero in words has no unit
printed, and whatever unit the inventory gives it is right. A compiled figure serves
one figure of the inventory only. Extras are compiled figures with a value that serve none.
Exit 0 when nothing differs, 1 otherwise.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from html import unescape
from pathlib import Path
from typing import Any

from assistant.model import Figure, Report
from tests.compiling import compiler

WORDED = ("document", "frequency")
# What parts the cells of a row, whether it is written in pipes or in HTML.
CELL_END = re.compile(r"(?:\s|\||</?(?:td|th|tr)\b[^>]*>)+", re.IGNORECASE)
YEAR = re.compile(r"[12]\d{3}年")
MARKUP = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Comparison:
    """A report's figures beside an inventory's: the pairs, and what each side has alone."""

    pairs: tuple[tuple[dict[str, Any], Figure], ...]
    missed: tuple[dict[str, Any], ...]
    extras: tuple[Figure, ...]

    @property
    def recall(self) -> float:
        """How many of the inventory's figures were found."""
        return len(self.pairs) / max(1, len(self.pairs) + len(self.missed))

    @property
    def precision(self) -> float:
        """How many of the compiled figures are in the inventory."""
        return len(self.pairs) / max(1, len(self.pairs) + len(self.extras))


def read_inventory(path: Path) -> list[dict[str, Any]]:
    """The figures of an inventory file, without its closing comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [row for row in rows if "value" in row]


def compare(report: Report, inventory: list[dict[str, Any]]) -> Comparison:
    """Pair off the inventory's figures with those compiled, in reading order."""
    finder = _Finder(report.source)
    places = {row["id"]: finder.places(row["quote"]) for row in inventory}
    free = {f.id: f for f in report.figures}
    pairs, missed = [], []
    # Whoever has the fewest places chooses first: a short quote may stand in many.
    for row in sorted(inventory, key=lambda row: len(places[row["id"]])):
        fits = (f for f in free.values() if _fits(row, f, places[row["id"]]))
        figure = next(fits, None)
        if figure is None:
            missed.append(row)
        else:
            del free[figure.id]
            pairs.append((row, figure))
    order = {row["id"]: n for n, row in enumerate(inventory)}
    missed.sort(key=lambda row: order[row["id"]])
    extras = tuple(f for f in free.values() if f.kind not in WORDED and f.value is not None)
    return Comparison(tuple(pairs), tuple(missed), extras)


def _fits(row: dict[str, Any], figure: Figure, places: Iterable[tuple[int, int]]) -> bool:
    start, end = figure.number
    if not any(s <= start and end <= e for s, e in places):
        return False
    value = _decimal(row["value"])
    if value is None or figure.value is None:
        return bool(row["kind"] == figure.kind)
    if figure.kind == "zero" and value == 0 and not re.search(r"\d", YEAR.sub("", row["quote"])):
        return True
    return bool(figure.value == value and figure.unit.strip() == row["unit"].strip())


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


class _Finder:
    """Finds quotes in a source: verbatim, else with cells' ends and white space made alike."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.squeezed, self.offsets = _squeeze(source)

    def places(self, quote: str) -> list[tuple[int, int]]:
        verbatim = [(m.start(), m.end()) for m in re.finditer(re.escape(quote), self.source)]
        return verbatim or list(self._loosely(quote))

    def _loosely(self, quote: str) -> Iterator[tuple[int, int]]:
        kept = MARKUP.sub(lambda m: m.group() if CELL_END.match(m.group()) else "", quote)
        wanted = _squeeze(unescape(kept))[0]
        wanted = wanted.strip("|")
        if not wanted:
            return
        row = bool(re.match(r"\s*(\||<tr)", quote))
        pattern = rf"(?<![^|]){re.escape(wanted)}(?![^|])" if row else re.escape(wanted)
        for match in re.finditer(pattern, self.squeezed):
            yield self.offsets[match.start()], self.offsets[match.end() - 1] + 1


def _squeeze(text: str) -> tuple[str, list[int]]:
    """The text with every run of cell ends as one `|`, no other white space, and the offsets."""
    kept: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in [*CELL_END.finditer(text), None]:
        end = match.start() if match else len(text)
        for i in range(at, end):
            kept.append(text[i])
            offsets.append(i)
        if match and re.search(r"[|<]", match.group()):
            kept.append("|")
            offsets.append(match.start())
        at = match.end() if match else at
    return "".join(kept), offsets


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.inventory", description=__doc__)
    parser.add_argument("report", type=Path)
    parser.add_argument("inventory", type=Path)
    parser.add_argument(
        "--only", default="", help="a pattern that the quote must fit (\\| for tables)"
    )
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    report = compiler().compile(asked.report)
    found = compare(report, read_inventory(asked.inventory))
    if asked.only:
        fits = re.compile(asked.only).search
        found = Comparison(
            tuple(p for p in found.pairs if fits(p[0]["quote"])),
            tuple(row for row in found.missed if fits(row["quote"])),
            tuple(f for f in found.extras if fits(f.quote)),
        )
    if asked.json:
        print(json.dumps(_as_json(found), ensure_ascii=False))
    else:
        for row in found.missed:
            print(f"missed {row['id']} {row['kind']} {row['value']}{row['unit']}: {row['quote']}")
        for figure in found.extras:
            value = f"{figure.value}{figure.unit}"
            print(f"extra  {figure.id} {figure.kind} {value} @{figure.number[0]}: {figure.quote}")
        print(
            f"{report.id}: recall {found.recall:.2%} ({len(found.pairs)} found, {len(found.missed)}"
            f" missed), precision {found.precision:.2%} ({len(found.extras)} extra)"
        )
    return 1 if found.missed or found.extras else 0


def _as_json(found: Comparison) -> dict[str, Any]:
    return {
        "recall": found.recall,
        "precision": found.precision,
        "missed": found.missed,
        "extras": [
            {
                "id": f.id,
                "value": str(f.value),
                "unit": f.unit,
                "quote": f.quote,
                "number": f.number,
            }
            for f in found.extras
        ],
    }


if __name__ == "__main__":
    sys.exit(main())
