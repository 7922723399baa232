"""The words of the grammar are held against each other when they are read; a fault is told in one line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.compiler.lexicon import check_lexicon
from assistant.errors import KnowledgeError
from assistant.folders import knowledge_folder, read_yaml

KNOWLEDGE = knowledge_folder()
# file, what is written in it, in the place of what, and what is said of it
FAULTS = [
    ("lexicon/operators.yaml", "TIMES: [倍]", "TIMES: [倍, 倍]", "「倍」在 TIMES 里写了两次"),
    ("lexicon/operators.yaml", "TIMES: [倍]", "TIMES: [倍, 请问]", "「请问」（TIMES）又是虚词"),
    ("lexicon/operators.yaml", "TIMES: [倍]", "TIMES: [倍, 倍的]", "由倍和的组成"),
    (
        "lexicon/operators.yaml",
        "TIMES: [倍]",
        "TIMES: [倍]\nTWICE: [翻番]",
        "没有句式用到「TWICE」",
    ),
    ("grammar/rules.yaml", "s:SORT", "s:SORTED", "没有「SORTED」这一类词"),
]


def test_the_words_hold() -> None:
    check_lexicon(KNOWLEDGE)


@pytest.mark.parametrize(("file", "old", "new", "said"), FAULTS, ids=[f[3] for f in FAULTS])
def test_a_fault_names_its_file_and_its_word(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    for part in ("lexicon", "grammar"):
        shutil.copytree(KNOWLEDGE / part, tmp_path / part)
    path = tmp_path / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=path.name) as refused:
        check_lexicon(tmp_path)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_what_was_reviewed_still_stands() -> None:
    """A reviewed word that is gone leaves the list."""
    lexicon = KNOWLEDGE / "lexicon"
    reviewed = read_yaml(lexicon / "reviewed.yaml")
    operators = read_yaml(lexicon / "operators.yaml")
    lists = [ws for e in operators.values() for ws in (e.values() if isinstance(e, dict) else [e])]
    words = {str(word) for ws in lists for word in ws}
    assert {str(w) for ws in reviewed["composed"].values() for w in ws} - words == set()
    assert {str(w) for row in reviewed["both"].values() for w in row["words"]} - words == set()
    assert {*reviewed["unused"]} - {*operators} == set()
