"""Where a new name belongs in `knowledge/terms/`, and the one line that adds it, all else as the editor wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import LearningError
from assistant.lexicon import Names
from assistant.model import Sense

KINDS = ("measure", "channel", "organ", "action")
PLAIN = re.compile(r"[^\W\d_]\w*")
# What YAML reads as something else than a text.
RESERVED = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
WIDTH = 110


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name goes: the file, the table in it (`concepts` or `phrases`), and the concept or the words."""

    path: Path
    table: str
    of: str


def owner(name: str, terms: Names) -> Sense:
    """What a known name stands for: where it is the name of a concept itself, that.

    Raises `LearningError` where it is none, or stands for several things.
    """
    senses = [s for s in terms.get(name, ()) if s.kind in KINDS and s.atoms and not s.near]
    distinct = {(s.kind, s.atoms): s for s in senses}
    if not distinct:
        raise LearningError(
            f"词表里没有“{name}”这个指标、机关、渠道或动作，请改用 gongkai unanswered 建议的名称"
        )
    own = [sense for sense in distinct.values() if sense.atoms == (name,)]
    if len(distinct) > 1 and len(own) != 1:
        meant = "、".join("".join(atoms) for _, atoms in distinct)
        raise LearningError(f"“{name}”有几个意思（{meant}），请写明是其中哪一个")
    return (own or list(distinct.values()))[0]


def place_of(sense: Sense, folder: Path) -> Place:
    """Where another name for this is written; raises `LearningError` where no file is for its kind."""
    from assistant.compiler.yamlfile import load

    files = [(path, load(path)) for path in sorted(folder.glob("*.yaml"))]
    mine = [
        (path, data)
        for path, data in files
        if data.get("kind") == sense.kind and "concepts" in data
    ]
    [atom, *others] = sense.atoms
    for path, data in mine:
        if not others and atom in data["concepts"]:
            return Place(path, "concepts", atom)
    for path, data in mine:
        if "phrases" in data:
            return Place(path, "phrases", " ".join(sense.atoms))
    raise LearningError(f"“{''.join(sense.atoms)}”不能这样加同义词，请手工编辑 {folder} 里的词表")


def with_name(text: str, place: Place, name: str) -> str:
    """The text of the file with the name added; no other line is touched.

    >>> place = Place(Path("measures.yaml"), "concepts", "新闻发布会")
    >>> print(with_name("concepts:\\n  新闻发布会: [发布会]  # 市里的\\n", place, "吹风会"), end="")
    concepts:
      新闻发布会: [发布会, 吹风会]  # 市里的
    """
    lines = text.splitlines(keepends=True)
    begin, end = _table(lines, place.table)
    if place.table == "phrases":
        at = max(at for at in range(begin, end) if lines[at].strip())
        indent = re.match(r"\s*", lines[at])
        assert indent
        ending = "" if lines[at].endswith("\n") else "\n"
        lines.insert(at + 1, f"{ending}{indent[0]}{_written(name)}: {place.of}\n")
        return "".join(lines)
    key = re.compile(rf"""\s+["']?{re.escape(place.of)}["']?\s*:\s*\[""")
    first = next((at for at in range(begin, end) if key.match(lines[at])), None)
    if first is None:
        raise LearningError(f"{place.path.name}: 没有找到“{place.of}”这一行，请手工加上“{name}”")
    return _into_list(lines, first, name)


def _table(lines: list[str], table: str) -> tuple[int, int]:
    """The lines of a table: from below its heading to the next one."""
    begin = next(at for at, line in enumerate(lines) if line.startswith(f"{table}:")) + 1
    ends = (at for at in range(begin, len(lines)) if re.match(r"[^\s#]", lines[at]))
    return begin, next(ends, len(lines))


def _into_list(lines: list[str], first: int, name: str) -> str:
    """The list that begins on this line, with one more name before its closing bracket."""
    text = "".join(lines)
    start = len("".join(lines[:first]))
    opened = text.index("[", text.index(":", start))
    closed = _closing(text, opened)
    names = text[opened + 1 : closed]
    kept = names.rstrip()
    comma = "" if not kept.strip() or kept.endswith(",") else ","
    blank = " " if kept.strip() else ""
    return f"{text[: opened + 1]}{kept}{comma}{blank}{_written(name)}{names[len(kept) :]}{text[closed:]}"


def _closing(text: str, opened: int) -> int:
    """Where the bracket opened here is closed, texts in quotes left alone."""
    quoted = ""
    for at in range(opened + 1, len(text)):
        char = text[at]
        if quoted:
            quoted = "" if char == quoted else quoted
        elif char in "\"'":
            quoted = char
        elif char == "]":
            return at
    raise LearningError("词表里有一个方括号没有关上，请先改好")


def _written(name: str) -> str:
    """The name as YAML reads it as a text.

    >>> _written("吹风会"), _written("12345"), _written("no")
    ('吹风会', '"12345"', '"no"')
    """
    plain = PLAIN.fullmatch(name) and name.lower() not in RESERVED
    return name if plain else f'"{name}"'
