"""What is turned down stays so: in a file that people read and edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import KnowledgeError
from assistant.learning.rejections import FILE, reject, rejections

PAIRS = [("吹风会", "受访"), ("no", "12"), ('a"]\n- [甲', "乙: #"), ("吹风会", "经费")]


def test_what_was_turned_down_is_read_again_in_order(tmp_path: Path) -> None:
    assert rejections(tmp_path) == frozenset()
    for word, name in (*PAIRS, PAIRS[0]):
        reject(word, name, tmp_path)
    assert rejections(tmp_path) == frozenset(PAIRS)
    lines = (tmp_path / FILE).read_text(encoding="utf-8").splitlines()
    assert lines[3] == '  - ["吹风会", "受访"]'
    assert len(lines) == 3 + len(PAIRS)


def test_a_file_that_does_not_hold_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("refused:\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="rejected"):
        rejections(tmp_path)
