"""The editor's desk in a browser: as narrow as 320 pixels, in both colours, and with no JavaScript from end to end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.front.test_desk import NAME, WORD, Open, desk, few, logged
from tests.front.widget.browsing import DESKTOP, Visitor, visiting
from tests.front.widget.test_access import NARROW, overflow

# The colour of the ground tells that the browser has taken up the scheme.
SCHEMES: Mapping[Any, str] = {"light": "rgb(242, 245, 249)", "dark": "rgb(17, 22, 29)"}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    home = tmp_path_factory.mktemp("desk")
    with desk(few(home / "knowledge"), logged(home / "questions.db")) as found:
        yield found


def hold(visitor: Visitor) -> None:
    """The page before the visitor, in every size and colour."""
    page = visitor.page
    for size in (NARROW, DESKTOP):
        for scheme, paper in SCHEMES.items():
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            expect(page.locator("body")).to_have_css("background-color", paper)
            assert visitor.violations() == []
            assert overflow(visitor) == 0


@pytest.mark.parametrize(
    "path", ["", f"preview?word={WORD}&name={NAME}", f"preview?word={WORD}&name=经费", "none"]
)
def test_its_pages_hold(path: str, browser: Browser, opened: Open) -> None:
    """A page is made once, which takes a while where it tries a name, and seen in every size and colour."""
    with visiting(browser, opened.link) as visitor:
        visitor.page.goto(f"{opened.url}/{path}")
        hold(visitor)
        assert visitor.hosts() == {opened.url.removeprefix("http://")}
        # A browser tells that a page is not there.
        assert path == "none" or visitor.complaints == []


def test_what_comes_of_a_choice_holds_too(browser: Browser, tmp_path: Path) -> None:
    """A form that another desk gave, a name that is accepted and one that is turned down."""
    with (
        desk(few(tmp_path / "knowledge"), logged(tmp_path / "questions.db")) as opened,
        visiting(browser, opened.link) as visitor,
    ):
        page = visitor.page
        accept = page.get_by_role("button", name="加上", exact=True)
        page.get_by_role("button", name="看看会改变哪些答复").first.click()
        accept.wait_for()
        page.locator("input[name=key]").first.evaluate("key => key.value = 'of another desk'")
        accept.click()
        expect(page.get_by_text("不是这次打开的编辑台")).to_be_visible()
        hold(visitor)
        page.go_back()
        page.reload()
        accept.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("已加上")
        hold(visitor)
        page.get_by_role("link", name="回到编辑台").click()
        page.get_by_role("button", name="不是，以后不再提").click()
        expect(page.get_by_role("status")).to_contain_text("以后不再提")
        hold(visitor)


def test_a_word_is_accepted_without_javascript(browser: Browser, opened: Open) -> None:
    with visiting(browser, opened.link, java_script_enabled=False, viewport=NARROW) as visitor:
        page = visitor.page
        # What is done is not told any more once there is what it was for.
        expect(page.locator(".step:visible")).to_have_count(0)
        page.get_by_role("button", name="看看会改变哪些答复").first.click()
        expect(page.locator("ins")).to_contain_text("发布会2场")
        page.get_by_role("button", name="加上", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("已加上")
        page.get_by_role("link", name="回到编辑台").click()
        expect(page.get_by_role("heading", name="内参")).to_be_visible()
        expect(page.get_by_role("heading", name=WORD)).to_have_count(0)
        page.get_by_role("button", name="不是，以后不再提").click()
        expect(page.get_by_role("status")).to_contain_text("以后不再提")
