"""The standard tables of the genre, as `knowledge/terms/tables/*.yaml` describes them.

Rows and columns are trees of `Line`s under their official labels. A printed label is matched to a
line by `best`: exactly, else to the clearly nearest within its group; two candidates are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from assistant.compiler.yamlfile import Name, load
from assistant.errors import KnowledgeError
from assistant.language.script import fold

FOLDER = "tables"
OTHER = "other"
MANY = 4096  # labels of tables that are kept in mind
TABLE_FIELDS = {
    *("id", "title", "years", "source", "unit", "counts", "total", "columns", "rows"),
    *("sums", "shared", "said", "titles", "pointed"),
}
LINE_FIELDS = {
    *(
        "concept",
        "also",
        "names",
        "composed",
        "near",
        "printed",
        "measure",
        "unit",
        "heading",
        "total",
        "parts",
    ),
    *("years", "rows", "columns"),
}
NUMERAL = "[一二三四五六七八九十]{1,3}"
# The number before a label, or 其中: 一、 (一) 1. ① 其中:
NUMBERING = re.compile(
    rf"\s*(?:其中[:：,，]?\s*)?(?:{NUMERAL}、|\({NUMERAL}\)、?|\d{{1,2}}[.、](?!\d)|\(\d{{1,2}}\)|[①-⑳])?\s*"
)
NOTE = re.compile(r"\([^()]*\)$")
# How near a misprinted label must come (行政申诉数 is no 行政诉讼数), and by how much nearer than the next.
NEAR_ENOUGH, NEARER = 85.0, 8.0


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column of a standard table.

    `path` are the official labels from the outermost, `concept` the words that it stands for,
    `also` what it says besides; `total` names the child that is the sum of the others.
    """

    path: tuple[str, ...]
    concept: tuple[str, ...]
    also: tuple[str, ...]
    names: tuple[Name, ...]
    near: tuple[Name, ...]
    keys: frozenset[str]
    unit: str | None
    measure: str
    heading: bool
    total: str
    parts: str
    at: int
    years: str = ""

    @property
    def label(self) -> str:
        """The official label."""
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Sum:
    """An official identity: the sum of the measures on the left is that of those on the right."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    says: str


@dataclass(frozen=True, eq=False)
class StandardTable:
    """A standard table: its rows and columns, outer lines before inner ones; each is only itself."""

    id: str
    title: str
    years: str
    source: str
    unit: str
    said: str
    counts: tuple[str, ...]
    total: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    sums: tuple[Sum, ...]
    file: str
    titles: tuple[str, ...] = ()
    pointed: tuple[Name, ...] = ()

    def row(self, labels: tuple[str, ...]) -> Line | None:
        """The row printed under these labels, outermost first."""
        return self._row_of(labels)

    def column(self, labels: tuple[str, ...]) -> Line | None:
        """The column printed under these labels, outermost first."""
        return self._column_of(labels)

    @cached_property
    def called(self) -> frozenset[str]:
        """The titles under which it is printed, as `normal` gives them."""
        return frozenset(normal(title) for title in (self.title, *self.titles))

    def measure(self, line: Line | None) -> str:
        """The official name of a row or column: 不予公开/属于国家秘密."""
        if line is None:
            return ""
        if line.measure:
            return line.measure
        lines = self.rows if line in self.rows else self.columns
        headings = {other.path for other in lines if other.heading}
        ways = (line.path[: n + 1] for n in range(len(line.path)))
        return "/".join(way[-1] for way in ways if way not in headings or way == line.path)

    # Reports print the same labels over and over, so that each is looked for once.
    @cached_property
    def _row_of(self) -> Callable[[tuple[str, ...]], Line | None]:
        return lru_cache(maxsize=MANY)(lambda labels: _descend(labels, self.rows))

    @cached_property
    def _column_of(self) -> Callable[[tuple[str, ...]], Line | None]:
        return lru_cache(maxsize=MANY)(lambda labels: _descend(labels, self.columns))

    @cached_property
    def _rows(self) -> Mapping[tuple[str, ...], Line]:
        return {line.path: line for line in self.rows}

    @cached_property
    def _columns(self) -> Mapping[tuple[str, ...], Line]:
        return {line.path: line for line in self.columns}

    def wholes(
        self, row: Line | None, column: Line | None
    ) -> Iterator[tuple[Line | None, Line | None]]:
        """The cells that the cell of this row and column may be a part of, the nearest first."""
        if column is not None:
            for path in _totals(column, self._columns, self.total):
                yield row, self._columns.get(path)
        if row is not None:
            for path in _totals(row, self._rows, ""):
                yield self._rows.get(path), column


def _totals(
    line: Line, lines: Mapping[tuple[str, ...], Line], total: str
) -> Iterator[tuple[str, ...]]:
    """The paths of the lines that are the sum of this one and others, or of which it is a part."""
    for depth in range(len(line.path) - 1, 0, -1):
        outer = lines[line.path[:depth]]
        if outer.total and (*outer.path, outer.total) != line.path:
            yield (*outer.path, outer.total)
        elif outer.parts:
            yield outer.path
    if total and line.path != (total,):
        yield (total,)


def read_standard(terms: Path) -> tuple[StandardTable, ...]:
    """The standard tables under `knowledge/terms/`; raises `KnowledgeError` for what does not hold."""
    return tuple(_table(path, load(path)) for path in sorted((terms / FOLDER).glob("*.yaml")))


def normal(label: str) -> str:
    """A label without its number, note, quotes, marks and white space, folded.

    >>> normal("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）"), normal("3.危及“三安全一稳定”")
    ('主动公开政府信息数', '危及三安全一稳定')
    """
    return re.sub(r"[\W_]", "", plain(fold(label)))


def plain(label: str) -> str:
    """A folded label without its number and without the note in brackets at its end.

    >>> plain("(二)部分公开(区分处理的,只计这一情形)"), plain("其中:涉及国家秘密")
    ('部分公开', '涉及国家秘密')
    """
    bare = label[NUMBERING.match(label).end() :].strip()  # type: ignore[union-attr]
    return NOTE.sub("", bare).strip() or bare


def best(label: str, lines: Iterable[Line]) -> Line | None:
    """The line that a printed label means: the only exact one, else the clearly nearest."""
    key = normal(label)
    lines = list(lines)
    exact = [line for line in lines if key in line.keys]
    if exact or len(key) < 4:
        return exact[0] if len(exact) == 1 else None
    from rapidfuzz.fuzz import ratio

    scored = sorted(
        ((max(ratio(key, k) for k in line.keys), -line.at, line) for line in lines if line.keys),
        key=lambda row: row[:2],
        reverse=True,
    )
    if not scored or scored[0][0] < NEAR_ENOUGH:
        return None
    clear = len(scored) == 1 or scored[0][0] - scored[1][0] >= NEARER
    return scored[0][2] if clear else None


def _descend(labels: tuple[str, ...], lines: tuple[Line, ...]) -> Line | None:
    scope = lines
    for label in labels[:-1]:
        outer = best(label, [x for x in scope if _has_children(x, lines)]) or best(
            label, [x for x in lines if _has_children(x, lines)]
        )
        if outer:
            scope = tuple(
                x for x in lines if x.path[: len(outer.path)] == outer.path and x != outer
            )
    if not labels:
        return None
    return best(labels[-1], scope) or next(
        iter([x for x in [_exactly(labels[-1], lines)] if x and scope != lines]), None
    )


def _exactly(label: str, lines: tuple[Line, ...]) -> Line | None:
    key = normal(label)
    found = [line for line in lines if key in line.keys]
    return found[0] if len(found) == 1 else None


def _has_children(line: Line, lines: tuple[Line, ...]) -> bool:
    return any(x.path[:-1] == line.path for x in lines)


# --------------------------------------------------------------------------- reading the files


def _table(path: Path, data: dict[str, Any]) -> StandardTable:
    _known(path, data, TABLE_FIELDS)
    for field in ("id", "title", "source"):
        if not data.get(field):
            raise KnowledgeError(f"{path.name}:1: 缺少「{field}」，请补上")
    return StandardTable(
        id=str(data["id"]),
        title=str(data["title"]),
        years=str(data.get("years", "")),
        source=str(data["source"]),
        unit=str(data.get("unit", "")),
        said=str(data.get("said", "")),
        counts=_words(path, data, "counts"),
        total=str(data.get("total", "")),
        rows=tuple(_lines(path, data.get("rows", {}), ())),
        columns=tuple(_lines(path, data.get("columns", {}), ())),
        sums=tuple(
            Sum(_words(path, row, "left"), _words(path, row, "right"), str(row.get("says", "")))
            for row in data.get("sums", ())
        ),
        file=path.name,
        titles=_words(path, data, "titles"),
        pointed=_words(path, data, "pointed"),
    )


def _lines(path: Path, tree: Any, outer: tuple[str, ...]) -> Iterator[Line]:
    if not isinstance(tree, dict):
        raise KnowledgeError(f"{path.name}:1: rows 和 columns 应当写成「名称: 内容」的形式")
    for label, fields in tree.items():
        if not isinstance(fields, dict):
            raise KnowledgeError(
                f"{path.name}:{label.line}: 「{label}」后面应当写成「concept: 词」等内容"
            )
        _known(path, fields, LINE_FIELDS)
        own = (*outer, str(label))
        printed = (label, *_words(path, fields, "printed"))
        yield Line(
            path=own,
            concept=tuple(str(fields.get("concept", "")).split()),
            also=tuple(str(fields.get("also", "")).split()),
            names=(*_words(path, fields, "names"), *_composed(path, label, fields)),
            near=_words(path, fields, "near"),
            keys=frozenset(normal(text) for text in printed),
            unit=str(fields["unit"]) if "unit" in fields else None,
            measure=str(fields.get("measure", "")),
            heading=str(fields.get("heading", "")) == "是",
            total=str(fields.get("total", "")),
            parts=str(fields.get("parts", "")),
            at=label.line,
            years=str(fields.get("years", "")),
        )
        yield from _lines(path, fields.get("rows", fields.get("columns", {})), own)


def _words(path: Path, data: dict[str, Any], field: str) -> tuple[Name, ...]:
    words = data.get(field, [])
    if not isinstance(words, list) or not all(isinstance(word, Name) for word in words):
        raise KnowledgeError(f"{path.name}:1: {field} 应当写成「[词, 词]」")
    return tuple(words)


def _composed(path: Path, label: Name, fields: dict[str, Any]) -> Iterator[Name]:
    """Names that are one word of each list, in order: 结转 | 到 | 下年度; a list with "" may be passed over."""
    lists = fields.get("composed", [])
    if not isinstance(lists, list) or not all(isinstance(words, list) for words in lists):
        raise KnowledgeError(
            f"{path.name}:{label.line}: composed 应当写成「[[词, 词], [词, 词]]」，每组取一个词"
        )
    if lists:
        yield from (Name("".join(words), label.line) for words in product(*lists))


def _known(path: Path, data: dict[str, Any], fields: set[str]) -> None:
    for key in data:
        if key not in fields:
            line = key.line if isinstance(key, Name) else 1
            raise KnowledgeError(
                f"{path.name}:{line}: 不认识的字段「{key}」，可用的是：{'、'.join(sorted(fields))}"
            )
