"""Links between the pages of the tree lead somewhere, down to the heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readmes import PAGES, anchors, links, named


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_relative_links_lead_somewhere(page: Path) -> None:
    astray = []
    for there in links(page):
        path, _, anchor = there.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            astray.append(there)
    assert astray == []


def test_anchors_are_made_as_github_makes_them(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# The `answer` object, told\n\n## 答案对象（一）\n", encoding="utf-8")
    assert anchors(page) == {"the-answer-object-told", "答案对象一"}
