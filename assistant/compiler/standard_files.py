"""The standard tables as `knowledge/terms/tables/*.yaml` describes them, read and checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

from assistant.compiler.printed import normal
from assistant.compiler.standard import Line, StandardTable, Sum
from assistant.compiler.yamlfile import Name, load
from assistant.errors import KnowledgeError

FOLDER = "tables"
TABLE_FIELDS = {
    *("id", "title", "years", "source", "unit", "counts", "total", "columns", "rows"),
    *("sums", "shared", "said", "titles", "pointed", "classes"),
}
# A piece of a way: as it stands, a word of a class, or one of several words.
PIECE = re.compile(r"([^{}\[\]]+)|\{([^{}]+)\}|\[([^\[\]]*)\]")
Classes = Mapping[str, tuple[Name, ...]]
LINE_FIELDS = {
    *(
        "concept",
        "also",
        "apart",
        "names",
        "ways",
        "near",
        "printed",
        "noted",
        "within",
        "measure",
        "unit",
        "heading",
        "total",
        "parts",
    ),
    *("years", "rows", "columns"),
}


def read_standard(terms: Path) -> tuple[StandardTable, ...]:
    """The standard tables under `knowledge/terms/`; raises `KnowledgeError` for what does not hold."""
    return tuple(_table(path, load(path)) for path in sorted((terms / FOLDER).glob("*.yaml")))


def _table(path: Path, data: dict[str, Any]) -> StandardTable:
    _known(path, data, TABLE_FIELDS)
    for field in ("id", "title", "source"):
        if not data.get(field):
            raise KnowledgeError(f"{path.name}:1: 缺少「{field}」，请补上")
    classes = {str(name): _words(path, data["classes"], name) for name in data.get("classes", ())}
    return StandardTable(
        id=str(data["id"]),
        title=str(data["title"]),
        years=str(data.get("years", "")),
        source=str(data["source"]),
        unit=str(data.get("unit", "")),
        said=str(data.get("said", "")),
        counts=_words(path, data, "counts"),
        total=str(data.get("total", "")),
        rows=tuple(_lines(path, data.get("rows", {}), (), classes)),
        columns=tuple(_lines(path, data.get("columns", {}), (), classes)),
        sums=tuple(
            Sum(_words(path, row, "left"), _words(path, row, "right"), str(row.get("says", "")))
            for row in data.get("sums", ())
        ),
        file=path.name,
        titles=_words(path, data, "titles"),
        pointed=_words(path, data, "pointed"),
    )


def _lines(path: Path, tree: Any, outer: tuple[str, ...], classes: Classes) -> Iterator[Line]:
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
            apart=tuple(str(fields.get("apart", "")).split()),
            names=(*_words(path, fields, "names"), *_spelled(path, fields, classes)),
            near=_words(path, fields, "near"),
            keys=frozenset(normal(text) for text in printed),
            unit=str(fields["unit"]) if "unit" in fields else None,
            measure=str(fields.get("measure", "")),
            heading=str(fields.get("heading", "")) == "是",
            total=str(fields.get("total", "")),
            parts=str(fields.get("parts", "")),
            at=label.line,
            years=str(fields.get("years", "")),
            noted=_words(path, fields, "noted"),
            within=str(fields.get("within", "")),
        )
        yield from _lines(path, fields.get("rows", fields.get("columns", {})), own, classes)


def _words(path: Path, data: dict[str, Any], field: str) -> tuple[Name, ...]:
    words = data.get(field, [])
    if not isinstance(words, list) or not all(isinstance(word, Name) for word in words):
        raise KnowledgeError(f"{path.name}:1: {field} 应当写成「[词, 词]」")
    return tuple(words)


def _spelled(path: Path, fields: dict[str, Any], classes: Classes) -> Iterator[Name]:
    """Every name that a way gives: {上年}[没办完|没办结|] is a word of the class, then one of the two or none."""
    for way in _words(path, fields, "ways"):
        choices: list[tuple[str, ...]] = []
        for plain, name, words in PIECE.findall(way):
            if name and name not in classes:
                raise KnowledgeError(f"{path.name}:{way.line}: classes 里没有「{name}」，请补上")
            choices.append(
                (plain,) if plain else classes[name] if name else tuple(words.split("|"))
            )
        yield from (Name("".join(words), way.line) for words in product(*choices))


def _known(path: Path, data: dict[str, Any], fields: set[str]) -> None:
    for key in data:
        if key not in fields:
            line = key.line if isinstance(key, Name) else 1
            raise KnowledgeError(
                f"{path.name}:{line}: 不认识的字段「{key}」，可用的是：{'、'.join(sorted(fields))}"
            )
