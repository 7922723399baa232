"""Facts as lines of JSON: one fact a line, reviewed as a diff and loaded in milliseconds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from decimal import Decimal
from heapq import merge
from pathlib import Path
from typing import Any, TypeVar, cast

from assistant.language.ways import NONE, Ways, graph
from assistant.model import Figure, Frame, LedgerEntry, Report, Role, Section, Sense, Statement

T = TypeVar("T")
PARTS: dict[str, type] = {
    "sections": Section,
    "figures": Figure,
    "statements": Statement,
    "frames": Frame,
    "ledger": LedgerEntry,
}


def lines(records: Iterable[object]) -> str:
    """One JSON object a line, fields in the order of the type, spans as two-element lists.

    A field that holds its default is left out.
    """
    return "".join(json.dumps(_row(record), ensure_ascii=False) + "\n" for record in records)


def _row(record: object) -> dict[str, Any]:
    held = ((f, getattr(record, f.name)) for f in fields(cast(Any, record)))
    return {f.name: _plain(value) for f, value in held if value != f.default}


def _plain(value: object) -> Any:
    if isinstance(value, Role):
        return [value.name, value.start, value.end]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def read(kind: type[T], text: str) -> tuple[T, ...]:
    """The records of one type in lines of JSON."""
    return tuple(kind(**_typed(json.loads(line))) for line in text.split("\n") if line)


def report_to_json(report: Report) -> dict[str, Any]:
    """A whole report, its source text included."""
    parts = {name: [_row(record) for record in getattr(report, name)] for name in PARTS}
    return {**_head(report), "source": report.source, **parts}


def report_from_json(data: dict[str, Any]) -> Report:
    """The report from its JSON."""
    parts = {name: tuple(kind(**_typed(r)) for r in data[name]) for name, kind in PARTS.items()}
    return Report(**{**data, **parts})


def _head(report: Report) -> dict[str, Any]:
    """What a report says of itself: its card, its digest, its own words."""
    return {
        "id": report.id,
        "title": report.title,
        "organ": report.organ,
        "place": report.place,
        "year": report.year,
        "url": report.url,
        "digest": report.digest,
        "vocabulary": report.vocabulary,
    }


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    for key, value in row.items():
        if isinstance(value, list):
            row[key] = tuple(tuple(item) if isinstance(item, list) else item for item in value)
    if row.get("value") is not None:
        row["value"] = Decimal(row["value"])
    if "roles" in row:
        row["roles"] = tuple(Role(*role) for role in row["roles"])
    return row


def write_report(report: Report, folder: Path) -> tuple[Path, ...]:
    """Write a report's compiled parts beside its source; returns the files written."""
    written = []
    for name in PARTS:
        path = folder / f"{name}.jsonl"
        path.write_text(lines(getattr(report, name)), encoding="utf-8")
        written.append(path)
    path = folder / "report.json"
    path.write_text(
        json.dumps(_head(report), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    return (*written, path)


def read_report(folder: Path) -> Report:
    """The compiled report in a folder."""
    head = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    parts: dict[str, Any] = {
        name: read(kind, (folder / f"{name}.jsonl").read_text(encoding="utf-8"))
        for name, kind in PARTS.items()
    }
    source = (folder / "source.txt").read_bytes().decode("utf-8")
    return Report(source=source, **head, **parts)


def senses_to_json(names: Mapping[str, tuple[Sense, ...]]) -> dict[str, list[list[Any]]]:
    """Names with their senses as plain lists."""
    return {
        name: [[s.kind, list(s.atoms), s.tag, int(s.near)] for s in senses]
        for name, senses in names.items()
    }


def shared_to_json(names: Mapping[str, tuple[Sense, ...]]) -> dict[str, Any]:
    """Names of which many stand for the same: each sense once, and by its place with every name that has it."""
    places: dict[Sense, int] = {}
    rows = {
        name: [places.setdefault(sense, len(places)) for sense in senses]
        for name, senses in names.items()
    }
    return {"senses": senses_to_json({"": tuple(places)})[""], "names": rows}


def terms_to_json(names: Mapping[str, tuple[Sense, ...]]) -> dict[str, Any]:
    """The same, but of the names that stand for one thing a graph of what they have in common."""
    shared = shared_to_json(names)
    rows: dict[str, list[int]] = shared["names"]
    ways = {name: row[0] for name, row in rows.items() if len(row) == 1 and ":" not in name}
    plain = {name: row for name, row in rows.items() if name not in ways}
    return {"senses": shared["senses"], "names": plain, "ways": graph(ways)}


class LazyNames(Mapping[str, tuple[Sense, ...]]):
    """Names with their senses as they stand in JSON, each made only when it is looked up."""

    def __init__(self, rows: dict[str, list[Any]]) -> None:
        """Names over these rows of `[kind, atoms, tag, near]`."""
        self.rows = rows
        self._made: dict[str, tuple[Sense, ...]] = {}

    def __getitem__(self, name: str) -> tuple[Sense, ...]:
        """The senses of a name; `KeyError` where there are none."""
        if name not in self._made:
            rows = self._rows(name)
            self._made[name] = tuple(
                Sense(k, tuple(a), tag, bool(near)) for k, a, tag, near in rows
            )
        return self._made[name]

    def kinds(self, name: str) -> set[str]:
        """The kinds of the senses of a name, which are not made for it."""
        return {row[0] for row in self._rows(name)}

    def _rows(self, name: str) -> list[list[Any]]:
        return self.rows[name]

    def __contains__(self, name: object) -> bool:
        """Is this a name?"""
        return name in self.rows

    def __iter__(self) -> Iterator[str]:
        """The names in their order."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many names there are."""
        return len(self.rows)


class SharedNames(LazyNames):
    """The same of names that share their senses, as `shared_to_json` has them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Names over these senses."""
        super().__init__(data["names"])
        self._senses: list[list[Any]] = data["senses"]

    def _rows(self, name: str) -> list[list[Any]]:
        return [self._senses[place] for place in self.rows[name]]


class TermNames(SharedNames):
    """The same of names of which many are kept as a graph, as `terms_to_json` has them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Names over these senses and this graph."""
        super().__init__(data)
        self.ways = Ways(data["ways"])

    def __contains__(self, name: object) -> bool:
        """Is this a name?"""
        return name in self.rows or name in self.ways

    def __iter__(self) -> Iterator[str]:
        """The names in the order of their characters."""
        return merge(sorted(self.rows), self.ways)

    def __len__(self) -> int:
        """How many names there are."""
        return len(self.rows) + len(self.ways)

    def _rows(self, name: str) -> list[list[Any]]:
        if name in self.rows:
            return super()._rows(name)
        place = self.ways.place(name)
        if place == NONE:
            raise KeyError(name)
        return [self._senses[place]]
