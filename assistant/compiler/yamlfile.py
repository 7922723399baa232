"""YAML as an editor writes it: every value remembers its line, and no key may be given twice."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from assistant.errors import KnowledgeError

# libyaml where PyYAML was built with it, ten times as fast; both read the same.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Name(str):
    """A string of a YAML file that knows the line it stands on."""

    line: int

    def __new__(cls, text: str, line: int) -> Name:
        """The text, standing on this line (counted from 1)."""
        name = super().__new__(cls, text)
        name.line = line
        return name

    def __reduce__(self) -> tuple[type[Name], tuple[str, int]]:
        """What a copy is made from."""
        return Name, (str(self), self.line)


def load(path: Path) -> dict[str, Any]:
    """The mapping in this file, every string in it a `Name`.

    Raises `KnowledgeError` for broken YAML, a file that is no mapping, or a key given twice.
    """
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=LOADER)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise KnowledgeError(
            f"{path.name}:{line}: 不是有效的 YAML，请检查缩进、冒号和引号"
        ) from fault
    except UnicodeDecodeError as fault:
        raise KnowledgeError(f"{path.name}:1: 不是 UTF-8 编码，请另存为 UTF-8") from fault
    if not isinstance(root, yaml.MappingNode):
        raise KnowledgeError(f"{path.name}:1: 应当是「名称: 内容」的形式")
    value = _value(root, path)
    assert isinstance(value, dict)
    return value


def load_parts(path: Path, parts: Iterable[str]) -> dict[str, Any]:
    """The mapping in this file, which has to have these parts.

    Raises `KnowledgeError` where the file or one of the parts is missing.
    """
    if not path.exists():
        raise KnowledgeError(f"{path}: 没有这个文件，请从源码中复制一份")
    data = load(path)
    for part in parts:
        if part not in data:
            raise KnowledgeError(f"{path.name}:1: 缺少「{part}」，请补上")
    return data


def plain(value: Any) -> Any:
    """The same, of plain strings that no longer know their lines."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else str(value)


def _value(node: yaml.Node, path: Path) -> Any:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        found: dict[Name, Any] = {}
        for key_node, value_node in node.value:
            key = Name(str(key_node.value), key_node.start_mark.line + 1)
            if key in found:
                raise KnowledgeError(
                    f"{path.name}:{key.line}: 「{key}」已经写过一次，请把两处合并为一处"
                )
            found[key] = _value(value_node, path)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, path) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)
    return Name(node.value, line)
