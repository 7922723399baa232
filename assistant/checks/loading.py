"""`knowledge/checks.yaml` and the dictionary of the tables, read and typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant.checks.dictionary import Table, table_of
from assistant.checks.rules import (
    Carry,
    Growth,
    Measure,
    Parts,
    Places,
    Rate,
    Rule,
    Rules,
    Share,
    Stated,
    Words,
)
from assistant.errors import KnowledgeError
from assistant.folders import knowledge_folder

FILE = "checks.yaml"
TABLES = "terms/tables"
SHARE = ("words", "whole", "several")
GROWTH = ("up", "down", "previous", "compare", "from", "to", "leading", "filling")


def read_data(folder: Path | None = None) -> dict[str, Any]:
    """The rules and the dictionary of the tables as plain data, ready for JSON."""
    import yaml

    folder = folder or knowledge_folder()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, Any] = {}
    paths = [folder / FILE, *sorted((folder / TABLES).glob("*.yaml"))]
    for path in paths:
        try:
            found[path.stem] = yaml.load(path.read_text(encoding="utf-8"), loader)
        except yaml.YAMLError as fault:
            mark = getattr(fault, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            raise KnowledgeError(
                f"{path.name}:{line}: 不是有效的 YAML，请检查缩进、冒号和引号"
            ) from fault
    rules = found.pop(Path(FILE).stem)
    return {"rules": rules, "tables": list(found.values())}


def load_rules(folder: Path | None = None) -> Rules:
    """The rules as an editor left them; raises `KnowledgeError` where they do not hold."""
    return rules_of(read_data(folder))


def rules_of(data: Mapping[str, Any]) -> Rules:
    """The rules of plain data, as `read_data` gives it."""
    try:
        tables = tuple(map(table_of, data["tables"]))
        return _rules(data["rules"], tables)
    except KeyError as fault:
        raise KnowledgeError(f"{FILE}: 缺少 {fault}，请照原文件补上") from fault
    except (AttributeError, TypeError, ValueError, ArithmeticError) as fault:
        raise KnowledgeError(f"{FILE}: 有一项写法不对，请照原文件改正（{fault}）") from fault


def _rules(data: Mapping[str, Any], tables: tuple[Table, ...]) -> Rules:
    prose, held = data["prose"], data["tables"]
    parts, share, growth, rate = (prose[name] for name in ("parts", "share", "growth", "rate"))
    percent = Decimal(str(parts["near"]).removesuffix("%")) / 100
    return Rules(
        tables=tables,
        identity=Rule(*_head("identity", held["identity"])),
        bound=Rule(*_head("bound", held["bound"])),
        carries=tuple(_carry(name, rule) for name, rule in data["years"].items()),
        stated=_stated(data["stated"]),
        parts=Parts(
            *_head("parts", parts),
            complete=_words(parts["complete"]),
            rest=_words(parts["rest"]),
            least=int(parts["least"]),
            near=percent,
        ),
        share=Share(*_head("share", share), *(_words(share[k]) for k in SHARE)),
        growth=Growth(*_head("growth", growth), *(_words(growth[k]) for k in GROWTH)),
        rate=Rate(
            *_head("rate", rate),
            _words(rate["carried"]),
            {k: (_words(up), _words(down)) for k, (up, down) in rate["rates"].items()},
        ),
        reasons=data["reasons"],
        verdicts=data["verdicts"],
        warning=str(data["warning"]),
        broken=data["broken"],
    )


def _carry(name: str, rule: Mapping[str, Any]) -> Carry:
    return Carry(
        *_head(name, rule),
        table=str(rule["table"]),
        each=str(rule["each"]),
        rows=_words(rule.get("rows", ())),
        before=str(rule["before"]),
        plus=_words(rule.get("plus", ())),
        minus=_words(rule.get("minus", ())),
        now=str(rule["now"]),
    )


def _stated(rule: Mapping[str, Any]) -> Stated:
    return Stated(
        *_head("stated", rule),
        own=_words(rule["own"]),
        common=_words(rule["common"]),
        zero=_words(rule["zero"]),
        general=_words(rule["general"]),
        endings=_words(rule["endings"]),
        otherwise=_words(rule["otherwise"]),
        measures=tuple(
            Measure(
                name=str(name),
                says=_words(fields["says"]),
                must=_words(fields.get("must", ())),
                also=_words(fields.get("also", ())),
                beside=_words(fields.get("beside", ())),
                units=_words(fields["units"]),
                cells={table: _ways(ways) for table, ways in fields["cells"].items()},
                apart={table: _ways(ways) for table, ways in fields.get("apart", {}).items()},
                otherwise=_words(fields.get("otherwise", ())),
            )
            for name, fields in rule["measures"].items()
        ),
    )


def _ways(ways: Iterable[Iterable[str]]) -> tuple[Places, ...]:
    """Each way a list of cells to add, each `row | column`; the row alone means its total."""
    return tuple(tuple(_place(cell) for cell in way) for way in ways)


def _place(cell: str) -> tuple[str, str]:
    row, _, column = cell.partition(" | ")
    return row.strip(), column.strip()


def _head(identity: str, rule: Mapping[str, Any]) -> tuple[str, str, str]:
    return identity, str(rule["name"]), str(rule.get("source", ""))


def _words(words: Iterable[Any]) -> Words:
    return tuple(map(str, words))
