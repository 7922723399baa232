"""`knowledge/terms/*.yaml`, as editors write it, to the senses of every name.

A file of concepts has `kind`, `concepts` (concept: [names]), `near` (concept: [looser names]),
`opposites` (concept: [names of its contrary, which turn a yes into a no]),
`phrases` (everyday wording: the words that it stands for) and `shared` (names that several concepts
own on purpose). The other files are lists of words under the part that they play in a question.
The rows and columns of the standard tables (`tables/*.yaml`, see `standard.py`) are names as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from assistant.compiler.standard import Line, StandardTable
from assistant.compiler.standard_files import read_standard
from assistant.compiler.yamlfile import Name, load
from assistant.errors import KnowledgeError
from assistant.lexicon import ALSO, APART, CELL, TABLE, cell_key
from assistant.model import Sense

CONCEPT_FIELDS = {"kind", "concepts", "near", "opposites", "phrases", "shared"}
OPPOSITE = "opposite"
Rows = Iterator[tuple[Name, Sense]]


def compile_terms(
    folder: Path, tables: Iterable[StandardTable] | None = None
) -> dict[str, tuple[Sense, ...]]:
    """The senses of every name under `knowledge/terms/`, whose standard tables are these where they are read already.

    Raises `KnowledgeError` for a duplicate key, an unknown field, a name listed twice, or a name
    with two owners that is not marked `shared`, each with file, line and mend.
    """
    senses: dict[str, list[Sense]] = {}
    owners: dict[str, tuple[str, str]] = {}
    shared: set[str] = set()
    files = [(path, load(path)) for path in sorted(folder.glob("*.yaml"))]
    for _, data in files:
        shared |= set(data.get("shared", ())) if "concepts" in data else set()
    sources = [(path.name, _rows(path, data)) for path, data in files]
    sources += [(f"tables/{t.file}", _standard(t)) for t in tables or read_standard(folder)]
    for file, rows in sources:
        for name, sense in rows:
            if sense.kind in CONCEPT_KINDS and not sense.near:
                owner, where = owners.setdefault(name, (str(sense.atoms), file))
                if owner != str(sense.atoms) and name not in shared:
                    raise KnowledgeError(
                        f"{file}:{name.line}: 「{name}」同时属于 {_shown(owner)}（{where}）和 "
                        f"{_shown(str(sense.atoms))}，请删去一处，或写进 shared 表示有意共用"
                    )
            row = senses.setdefault(str(name), [])
            if all((s.atoms, s.near, s.tag) != (sense.atoms, sense.near, sense.tag) for s in row):
                row.append(sense)
    _all_known(senses)
    return {name: tuple(found) for name, found in senses.items()}


def _standard(table: StandardTable) -> Rows:
    """What the rows and columns of a standard table are called, and what a cell there says."""
    yield Name(cell_key(table.id), 1), Sense(CELL, table.counts)
    for name in table.pointed:
        yield name, Sense("word", (table.id,), tag=TABLE)
    for line in (*table.rows, *table.columns):
        sense = Sense("measure", line.concept)
        if line.concept and line.concept != (table.total,):
            alone = (Name(line.concept[0], line.at),) if len(line.concept) == 1 else ()
            for name in (*alone, *line.names):
                yield name, sense
            for name in line.near:
                yield name, Sense("measure", line.concept, near=True)
        key = Name(_key(table, line), line.at)
        yield key, Sense(CELL, _says(table, line))
        if line.also:
            yield key, Sense(CELL, line.also, tag=ALSO)
        if line.apart:
            yield key, Sense(CELL, line.apart, tag=APART)


def _key(table: StandardTable, line: Line) -> str:
    if line in table.rows:
        return cell_key(table.id, table.measure(line))
    return cell_key(table.id, "" if table.rows else "/".join(line.path[:-1]), line.label)


def _says(table: StandardTable, line: Line) -> tuple[str, ...]:
    """The concepts of a line; those of a total are what it is the total of."""
    if line in table.columns and line.concept == (table.total,):
        outer = [c for c in table.columns if c.path == line.path[:-1]]
        return outer[0].concept if outer else ()
    return line.concept


def _all_known(senses: dict[str, list[Sense]]) -> None:
    """What a cell says must be words that a question can use."""
    known = {atom for row in senses.values() for s in row if s.kind != CELL for atom in s.atoms}
    for name, row in senses.items():
        for sense in row:
            unknown = [a for a in sense.atoms if sense.kind == CELL and a not in known]
            if unknown:
                raise KnowledgeError(
                    f"tables: 「{name}」用到的词「{unknown[0]}」没有定义，请改用已有的词，"
                    "或先在 measures.yaml 里加上"
                )


CONCEPT_KINDS = {"action", "measure", "organ", "channel", "period", "place"}


def _shown(owner: str) -> str:
    return "「" + owner.strip("(),'").replace("', '", "、") + "」"


def _rows(path: Path, data: dict[str, Any]) -> Rows:
    reader = READERS.get(path.stem, _concepts)
    return reader(path, data)


def _concepts(path: Path, data: dict[str, Any]) -> Rows:
    for key in data:
        if key not in CONCEPT_FIELDS and isinstance(key, Name):
            fields = "、".join(sorted(CONCEPT_FIELDS))
            raise KnowledgeError(
                f"{path.name}:{key.line}: 不认识的字段「{key}」，可用的是：{fields}"
            )
    kind = str(data.get("kind", ""))
    if kind not in CONCEPT_KINDS:
        raise KnowledgeError(
            f"{path.name}:1: 缺少 kind，可用的是：{'、'.join(sorted(CONCEPT_KINDS))}"
        )
    for field in ("concepts", "near", "opposites", "phrases"):
        _check_table(path, data, field)
    for concept, names in data.get("concepts", {}).items():
        yield concept, Sense(kind, (str(concept),))
        seen = {str(concept)}
        for name in names:
            if name in seen:
                raise KnowledgeError(
                    f"{path.name}:{name.line}: 「{name}」在这里写了两次，请删去一个"
                )
            seen.add(str(name))
            yield name, Sense(kind, (str(concept),))
    for concept, names in data.get("near", {}).items():
        for name in names:
            yield name, Sense(kind, (str(concept),), near=True)
    for concept, names in data.get("opposites", {}).items():
        for name in names:
            yield name, Sense(kind, (str(concept),), tag=OPPOSITE, near=True)
    for phrase, words in data.get("phrases", {}).items():
        yield phrase, Sense(kind, tuple(str(words).split()))


def _check_table(path: Path, data: dict[str, Any], field: str) -> None:
    """A part of a file of concepts: 名称: [名称, …], or 说法: 词 词 for phrases."""
    table = data.get(field, {})
    if not isinstance(table, dict):
        raise KnowledgeError(f"{path.name}:1: {field} 应当写成「概念: [名称, 名称]」的形式")
    for key, names in table.items():
        listed = isinstance(names, Name) if field == "phrases" else _is_list(names)
        if not listed:
            shape = "词 词" if field == "phrases" else "[名称, 名称]"
            raise KnowledgeError(f"{path.name}:{key.line}: 「{key}」后面应当写成「{shape}」")


def _is_list(names: object) -> bool:
    return isinstance(names, list) and all(isinstance(name, Name) for name in names)


def _lists(path: Path, data: dict[str, Any]) -> None:
    for part, words in data.items():
        if not _is_list(words):
            line = part.line if isinstance(part, Name) else 1
            raise KnowledgeError(f"{path.name}:{line}: 「{part}」后面应当写成「[词, 词]」")


def _frame(path: Path, data: dict[str, Any]) -> Rows:
    _lists(path, data)
    kinds = {"universal": "universal", "theme": "theme", "negation": "negation"}
    for part, words in data.items():
        for word in words:
            yield word, Sense(kinds.get(part, "frame"), tag=str(part))


def _question(path: Path, data: dict[str, Any]) -> Rows:
    _lists(path, data)
    for ask, words in data.items():
        for word in words:
            yield word, Sense("ask", tag=str(ask))


def _operators(path: Path, data: dict[str, Any]) -> Rows:
    _lists(path, data)
    for operator, words in data.items():
        for word in words:
            yield word, Sense("operator", tag=str(operator))


def compile_across(folder: Path) -> dict[str, tuple[Sense, ...]]:
    """The senses of the words for what lies between reports (`across.yaml`)."""
    path = folder / "across.yaml"
    data = load(path)
    _lists(path, data)
    found: dict[str, tuple[Sense, ...]] = {}
    for part, words in data.items():
        for word in words:
            kind = "frame" if part == "frame" else "operator"
            found[str(word)] = (Sense(kind, tag=str(part)),)
    return found


def _units(path: Path, data: dict[str, Any]) -> Rows:
    for words in data["groups"].values():
        for word in words:
            yield word, Sense("unit", tag=str(word))
    for word in data["general"]:
        yield word, Sense("unit", tag=str(word))


def _gazetteer(path: Path, data: dict[str, Any]) -> Rows:
    for name in data["provinces"]:
        yield name, Sense("place", (str(name) + "省",))
        yield Name(name + "省", name.line), Sense("place", (str(name) + "省",))
    for name in data["zones"]:
        yield name, Sense("place", (str(name),))
    for name in data["cities"]:
        yield name, Sense("place", (str(name) + "市",))
        yield Name(name + "市", name.line), Sense("place", (str(name) + "市",))


def _dialogue(path: Path, data: dict[str, Any]) -> Rows:
    _lists(path, data)
    for part, words in data.items():
        for word in words:
            yield word, Sense("dialogue", tag=str(part))


def _nothing(path: Path, data: dict[str, Any]) -> Rows:
    return iter(())


READERS: dict[str, Callable[[Path, dict[str, Any]], Rows]] = {
    "frame": _frame,
    "question": _question,
    "operators": _operators,
    "units": _units,
    "gazetteer": _gazetteer,
    "dialogue": _dialogue,
    "across": _nothing,
    "departments": _nothing,
    "genre": _nothing,
    "spelling": _nothing,
}
