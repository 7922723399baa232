"""The one line that adds a name: everything else stays as the editor wrote it."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
import yaml

from assistant.compiler.yamlfile import LOADER
from assistant.errors import LearningError
from assistant.folders import knowledge_folder
from assistant.knowledge import load
from assistant.learning.terms import Place, owner, place_of, with_name

TERMS = knowledge_folder() / "terms"
NAMES = load().terms

TEXT = """# Comment: with 'quotes' and [brackets].
kind: measure
concepts:
  甲: []
  乙: [乙一, "12345"]  # why
  "丙": [
    丙一, 丙二,
    丙三,
  ]
  丁: ["a]b", 丁一]

  # the last
  戊: [戊一]
near:
  甲: [近]
phrases:
  甲乙: 甲 乙
shared: [近]
"""


@pytest.mark.parametrize(
    ("table", "of", "name", "line"),
    [
        ("concepts", "甲", "新", "  甲: [新]"),
        ("concepts", "乙", "新", '  乙: [乙一, "12345", 新]  # why'),
        ("concepts", "丙", "新", "    丙三, 新"),
        ("concepts", "丁", "新", '  丁: ["a]b", 丁一, 新]'),
        ("concepts", "戊", "no", '  戊: [戊一, "no"]'),
        ("phrases", "甲 乙", "新", "  新: 甲 乙"),
    ],
)
def test_only_one_line_changes(table: str, of: str, name: str, line: str) -> None:
    changed = with_name(TEXT, Place(Path("a.yaml"), table, of), name)
    diff = list(difflib.ndiff(TEXT.splitlines(), changed.splitlines()))
    assert [row[2:] for row in diff if row.startswith("+ ")] == [line]
    data = yaml.load(changed, LOADER)
    names = data["concepts"][of] if table == "concepts" else list(data["phrases"])
    assert names[-1] == name
    before = yaml.load(TEXT, LOADER)
    if table == "concepts":
        names.pop()
    else:
        assert data["phrases"].pop(name) == of
    assert data == before


def test_a_concept_that_is_not_found_is_said() -> None:
    with pytest.raises(LearningError, match="没有找到“己”"):
        with_name(TEXT, Place(Path("a.yaml"), "concepts", "己"), "新")


@pytest.mark.parametrize(
    ("name", "file", "table", "of"),
    [
        ("新闻发布会", "measures.yaml", "concepts", "新闻发布会"),
        ("记者会", "measures.yaml", "concepts", "新闻发布会"),
        ("办事厅", "measures.yaml", "phrases", "办事 大厅"),
        ("国办", "organs.yaml", "concepts", "国务院办公厅"),
        ("官网", "channels.yaml", "concepts", "门户网站"),
        ("举办", "actions.yaml", "concepts", "召开"),
        ("图书馆", "measures.yaml", "concepts", "图书馆"),
    ],
)
def test_where_a_name_belongs(name: str, file: str, table: str, of: str) -> None:
    assert place_of(owner(name, NAMES), TERMS) == Place(TERMS / file, table, of)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("没有这个", "词表里没有"),
        ("广州市", "词表里没有"),
        ("多少", "词表里没有"),
        ("公开申请", "有几个意思"),
    ],
)
def test_what_has_no_one_owner_is_refused(name: str, said: str) -> None:
    with pytest.raises(LearningError, match=said):
        owner(name, NAMES)


def test_every_concept_can_be_given_a_name() -> None:
    """Every file of concepts, as it is, takes one more name for each of its concepts."""
    for path in sorted(TERMS.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        data = yaml.load(text, LOADER)
        for concept in data.get("concepts", {}):
            changed = yaml.load(with_name(text, Place(path, "concepts", concept), "新名"), LOADER)
            assert changed["concepts"][concept] == [*data["concepts"][concept], "新名"]
