"""Reads reports and answer objects from files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from assistant.proof.faults import Correction, Source, Unreadable


def knowledge_folder() -> Path:
    """Where the reports are: where `GONGKAI_KNOWLEDGE` says, inside an installed package, or beside it."""
    own = os.environ.get("GONGKAI_KNOWLEDGE", "")
    return Path(own) if own else bundled_folder()


def word_folder() -> Path:
    """Where the words are that answers are held to: in the knowledge in use, or the bundled one."""
    folder = knowledge_folder()
    return folder if (folder / "proof").is_dir() else bundled_folder()


def bundled_folder() -> Path:
    """The knowledge that travels with the package: inside it, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_knowledge"
    return installed if installed.is_dir() else package.parent / "knowledge"


def table_rows(path: Path, columns: int) -> list[list[str]]:
    """The rows of a list of words, so many columns each."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Unreadable(f"{path}: 读不到，请重新安装 gongkai") from None
    rows = [(at, line.split("\t")) for at, line in enumerate(lines, 1) if line and line[0] != "#"]
    for at, row in rows:
        if len(row) != columns:
            raise Unreadable(f"{path}: 第{at}行应当有{columns}列，请用制表符隔开")
    return [row for _, row in rows]


def read_sources(folder: Path) -> dict[str, Source]:
    """The source of every report under a knowledge folder, by the report's id."""
    found = {}
    for path in sorted(folder.glob("reports/*/report.json")):
        try:
            card = json.loads(path.read_bytes())
            text = path.with_name("source.txt").read_bytes().decode("utf-8")
            rows = path.with_name("figures.jsonl").read_text(encoding="utf-8")
            corrected = corrections(
                json.loads(row) for row in rows.split("\n") if '"printed"' in row
            )
            digest, title = str(card["digest"]), str(card["title"])
            found[str(card["id"])] = Source(text, digest, title, corrected)
        except (ValueError, KeyError, TypeError, RecursionError):
            raise Unreadable(f"{path}: 读不懂，请重新运行 gongkai compile") from None
    return found


def corrections(figures: Iterable[Mapping[str, Any]]) -> frozenset[Correction]:
    """What an editor corrected among these figures, as their records have it."""
    return frozenset(
        Correction(row["number"][0], row["number"][1], row["text"], row["note"])
        for row in figures
        if row.get("printed")
    )


def read_answers(data: bytes) -> list[tuple[str, Mapping[str, Any]]]:
    """The answer objects of a file, each with its place: one, an array of them, or one a line."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise Unreadable("不是 UTF-8 文字，请转换编码后再试") from None
    try:
        whole = _json(text)
    except (ValueError, RecursionError):
        rows = [(f"第{at}行", _line(line, at)) for at, line in enumerate(text.split("\n"), 1)
                if line.strip()]  # fmt: skip
    else:
        rows = [(f"第{at}个", item) for at, item in enumerate(whole, 1)] if isinstance(
            whole, list) else [("第1行", whole)]  # fmt: skip
    if not rows:
        raise Unreadable("没有答案，请写入 gongkai ask --json 的输出")
    for place, row in rows:
        if not isinstance(row, dict):
            raise Unreadable(f"{place}不是答案对象，请写入 gongkai ask --json 的输出")
    return rows


def _line(line: str, number: int) -> Any:
    try:
        return _json(line)
    except (ValueError, RecursionError):
        raise Unreadable(f"第{number}行不是有效的 JSON，请写入 gongkai ask --json 的输出") from None


def _json(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_each_key_once, parse_constant=_no_constant)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) < len(pairs):
        raise ValueError("a key stands twice")
    return row
