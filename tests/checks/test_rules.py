"""The rules as an editor writes them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from assistant.checks.loading import load_rules, read_data, rules_of
from assistant.errors import KnowledgeError
from assistant.folders import knowledge_folder
from tests.checks.handmade import rules


def test_the_rules_survive_json() -> None:
    data = json.loads(json.dumps(read_data(), ensure_ascii=False))
    assert rules_of(data) == rules()


def test_every_reason_that_is_given_has_words() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (knowledge_folder().parent / "assistant" / "checks").glob("*.py")
    )
    for reason in rules().reasons:
        assert f'"{reason}"' in source, reason


def test_every_cell_of_a_measure_is_in_the_dictionary() -> None:
    tables = {table.id: table for table in rules().tables}
    for measure in rules().stated.measures:
        for table, ways in (*measure.cells.items(), *measure.apart.items()):
            rows = {line.measure for outer in tables[table].rows for line in outer.all()}
            columns = {"/".join(x.path) for outer in tables[table].columns for x in outer.all()}
            for row, column in (place for way in ways for place in way):
                assert not row or row in rows, row
                assert not column or column in columns, column


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("near: 5%", "near: viel", "checks.yaml"),
        ("reasons:", "grounds:", "reasons"),
        ("prose:\n", "prose: [\n", "checks.yaml:"),
    ],
)
def test_what_does_not_hold_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(knowledge_folder() / "terms" / "tables", folder / "terms" / "tables")
    text = (knowledge_folder() / "checks.yaml").read_text(encoding="utf-8")
    (folder / "checks.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=said):
        load_rules(folder)
