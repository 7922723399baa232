"""The pictures show what the program shows now."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.checkout import figures
from tests.pictures.draw import ASKED, CONVERSATION, TYPED, WIDGET, conversation, widget
from tests.readmes import FIRST, chinese, text

TEXT = "{http://www.w3.org/2000/svg}text"
SMALL = 100_000


def said(svg: str) -> str:
    """The words of the picture, a row a line."""
    return "\n".join("".join(row.itertext()) for row in ElementTree.fromstring(svg).iter(TEXT))


def size(png: bytes) -> tuple[int, ...]:
    return struct.unpack(">2I", png[16:24])


def test_the_conversation_gives_the_figures_of_the_picture(tmp_path: Path) -> None:
    shown = said(CONVERSATION.read_text(encoding="utf-8"))
    assert [line for line in shown.splitlines() if "公开>" in line] == [f"公开>{q}" for q in TYPED]
    assert figures(shown) == figures(said(conversation(tmp_path)))


def test_the_widget_looks_as_wide_and_answers_as_the_pages_say(tmp_path: Path) -> None:
    picture = tmp_path / "widget.png"
    [share] = re.findall(r"[\d.]+%", widget(picture))
    assert size(picture.read_bytes()) == size(WIDGET.read_bytes())
    for page in (FIRST, chinese(FIRST)):
        [spoken] = re.findall(rf"!\[(.*)\]\(tests/pictures/{WIDGET.name}\)", text(page))
        assert ASKED in spoken
        assert share in spoken


@pytest.mark.parametrize("picture", [CONVERSATION, WIDGET], ids=lambda path: path.name)
def test_the_pictures_are_small(picture: Path) -> None:
    assert picture.stat().st_size < SMALL
