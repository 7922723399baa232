"""For everyone: by keyboard alone, in every colour and size of type, held against WCAG by axe-core."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from assistant.faq import render
from tests.asking import BUNDLED, collection, material
from tests.front.test_markup import OF_ONE, OF_SEVERAL
from tests.front.widget.browsing import DESKTOP, PHONE, Visitor, visiting
from tests.serving import Service

LIANZHOU, RANKING, AMBIGUOUS = "连州市进驻多少项", "县市区进驻事项排名", "文件类信息多少条"
CITED = "查看原文：连州市669项"
# A browser's state, the visitor's choice in the widget, and the background that both come to.
MODES: dict[str, tuple[dict[str, Any], str, str]] = {
    "light": ({}, "浅色", "rgb(255, 255, 255)"),
    "dark": ({}, "深色", "rgb(26, 33, 43)"),
    "contrast": ({"viewport": PHONE}, "高对比", "rgb(0, 0, 0)"),
    "dark by itself": ({"color_scheme": "dark", "viewport": PHONE}, "", "rgb(26, 33, 43)"),
    "contrast by itself": ({"contrast": "more"}, "", "rgb(0, 0, 0)"),
    "forced colours": ({"forced_colors": "active"}, "", "rgb(255, 255, 255)"),
}
MOST_STOPS = 60
NARROW = {"width": 320, "height": 640}
LOOKED = ("year?year=2023", "year?year=2023&measure=行政许可", "embed", "a/b")


@pytest.mark.parametrize("mode", MODES)
def test_no_violation_in_any_state(mode: str, browser: Browser, served: Service) -> None:
    context, look, paper = MODES[mode]
    with visiting(browser, served.url, **context) as visitor:
        assert visitor.violations() == []
        visitor.open()
        visitor.button("设置").click()
        if look:
            visitor.widget.get_by_label(look).check()
        assert visitor.violations() == []
        visitor.button("设置").click()
        visitor.button("大字").click()
        visitor.ask(LIANZHOU)
        visitor.ask("2012年连州市进驻多少项")
        visitor.ask(AMBIGUOUS)
        visitor.ask(RANKING)
        expect(visitor.last.locator(".answer")).to_have_css("background-color", paper)
        for folded in visitor.last.locator("summary").all():
            folded.click()
        visitor.line.press_sequentially("jz")
        visitor.widget.get_by_role("option").first.wait_for()
        visitor.line.press("ArrowDown")
        assert visitor.violations() == []
        visitor.line.press("Escape")
        visitor.button(CITED).first.click()
        visitor.widget.locator("mark").wait_for()
        assert visitor.violations() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_hold_as_well(scheme: Any, browser: Browser, served: Service) -> None:
    passage = "passage?report=qingyuan-2013&start=812&end=819&figure=669项"
    with visiting(browser, served.url, color_scheme=scheme, viewport=PHONE) as visitor:
        check = "check?report=qingyuan-2013"
        asked = (f"ask?q={RANKING}", f"ask?q={AMBIGUOUS}&history={LIANZHOU}", "ask")
        for path in (*asked, passage, check, ""):
            visitor.page.goto(f"{served.url}/{path}")
            assert visitor.violations() == []
            assert overflow(visitor) == 0
        visitor.page.goto(f"{served.url}/ask?q={AMBIGUOUS}")
        # Nothing that is typed into the first line there is can go to the editors instead.
        expect(visitor.page.get_by_role("textbox")).to_have_count(1)
        visitor.page.get_by_text("这不是我要问的").click()
        assert visitor.violations() == []
        visitor.page.get_by_label("跟编辑人员说一句").fill("别的事")
        visitor.page.get_by_role("button", name="告诉编辑人员").click()
        expect(visitor.page.get_by_role("status")).to_contain_text("谢谢，已记下")
        assert visitor.violations() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, DESKTOP], ids=["narrow", "desktop"])
def test_the_pages_to_look_around_in_hold_as_well(
    size: Any, scheme: Any, browser: Browser, served_towns: Service
) -> None:
    with visiting(browser, served_towns.url, color_scheme=scheme, viewport=size) as visitor:
        found = "passage?report=nanpu-2023&start=9&end=12", "text?report=nanpu-2023"
        for path in ("report?report=nanpu-2023", "place?name=北原市", *found, *LOOKED, ""):
            visitor.page.goto(f"{served_towns.url}/{path}")
            assert visitor.violations() == []
            assert overflow(visitor) == 0
            assert [said for said in visitor.complaints if "404" not in said] == []


def test_no_page_scrolls_sideways(
    browser: Browser, served: Service, served_towns: Service, tmp_path: Path
) -> None:
    faq = tmp_path / "faq.html"
    faq.write_bytes(render(collection(BUNDLED), "html", material()))
    pages = [f"{served.url}/{path}" for path in (*OF_ONE, f"ask?q={'W' * 300}")]
    pages += [f"{served_towns.url}/{path}" for path in OF_SEVERAL]
    with visiting(browser, faq.as_uri(), viewport=NARROW) as visitor:
        assert overflow(visitor) == 0
        for page in pages:
            visitor.page.goto(page)
            assert (page, overflow(visitor)) == (page, 0)


@pytest.mark.parametrize("size", [NARROW, DESKTOP], ids=["narrow", "desktop"])
def test_a_table_is_shown_with_its_one_cell(
    size: Any, browser: Browser, served_towns: Service
) -> None:
    with visiting(browser, served_towns.url, viewport=size) as visitor:
        visitor.open()
        visitor.ask("南浦市2023年行政复议总计多少件")
        visitor.button("查看原文：行政复议 › 总计：13").click()
        marked = visitor.widget.locator(".source mark")
        expect(marked).to_have_text("13")
        # No number is broken over lines, however narrow its column.
        lines = "cells => cells.map((c) => c.getClientRects().length && c.offsetHeight).map((h) => h < 60)"
        assert all(visitor.widget.locator(".source tr:last-child td").evaluate_all(lines))
        assert visitor.violations() == []
        assert overflow(visitor) == 0


def test_the_names_of_columns_and_rows_stay_in_sight(
    browser: Browser, served_towns: Service
) -> None:
    """However far a wide table is scrolled, and where a citation leads, what is cited is seen with its names."""
    with visiting(browser, served_towns.url, viewport=NARROW) as visitor:
        page = visitor.page
        page.goto(f"{served_towns.url}/ask?q=南浦市2023年予以公开总计多少件")
        page.locator(".proof a").first.click()
        expect(page.locator("#cited")).to_be_in_viewport()
        row = page.locator("tr", has=page.locator("#cited"))
        expect(row.locator("th")).to_be_in_viewport()
        expect(page.locator("thead td").last).to_be_in_viewport()
        assert visitor.violations() == []
        assert overflow(visitor) == 0


def test_a_printed_report_has_all_its_columns(browser: Browser, served_towns: Service) -> None:
    """On A4, and without what only a screen has a use for."""
    sheet = {"width": 718, "height": 1047}
    with visiting(browser, served_towns.url, viewport=sheet) as visitor:
        visitor.page.goto(f"{served_towns.url}/text?report=nanpu-2023")
        visitor.page.emulate_media(media="print")
        expect(visitor.widget).to_be_hidden()
        expect(visitor.page.get_by_role("navigation")).to_be_hidden()
        assert overflow(visitor) == 0


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def visitor(request: Any, browser: Browser, served: Service) -> Iterator[Visitor]:
    with visiting(browser, f"{served.url}/", viewport=request.param) as opened:
        yield opened
        assert opened.complaints == []


def walk(visitor: Visitor, name: str, key: str = "Tab") -> None:
    """Press Tab until this has the focus; wherever the focus goes on the way, it is seen."""
    for _ in range(MOST_STOPS):
        visitor.page.keyboard.press(key)
        assert seen(visitor), visitor.focused()
        if visitor.focused() == name:
            return
    raise AssertionError(f"{name} is not reached with {key}")


def seen(visitor: Visitor) -> Any:
    """Has what is focused a thick outline, and does it stand in the window?"""
    return visitor.page.evaluate(
        """() => {
            let at = document.activeElement;
            while (at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
            if (at === document.body) return true;
            const style = getComputedStyle(at), box = at.getBoundingClientRect();
            const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            return inside && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        }"""
    )


def test_all_of_it_by_keyboard_alone(visitor: Visitor) -> None:
    keyboard, widget = visitor.page.keyboard, visitor.widget
    walk(visitor, "问年报")
    keyboard.press("Enter")
    assert visitor.focused() == "question"
    keyboard.type(LIANZHOU)
    keyboard.press("Enter")
    assert "669项" in visitor.read(LIANZHOU)
    assert visitor.focused() == "question"

    keyboard.type("那英德呢")
    keyboard.press("Enter")
    assert "628项" in visitor.read("那英德呢")

    walk(visitor, "查看原文：英德市628项", "Shift+Tab")
    keyboard.press("Enter")
    expect(widget.locator(".source mark")).to_have_text("英德市628项")
    assert visitor.focused() == "source-head"
    walk(visitor, "关闭")
    keyboard.press("Enter")
    assert visitor.focused() == "查看原文：英德市628项"

    walk(visitor, "没帮助")
    keyboard.press("Space")
    keyboard.press("Enter")
    expect(visitor.button("没帮助")).to_have_attribute("aria-pressed", "true")

    walk(visitor, "question")
    keyboard.type(AMBIGUOUS)
    keyboard.press("Enter")
    visitor.read(AMBIGUOUS)
    chosen = visitor.last.locator(".choices button").last.inner_text()
    walk(visitor, chosen, "Shift+Tab")
    keyboard.press("Enter")
    assert "259条" in visitor.read(chosen)
    assert visitor.focused() == f"问：{chosen}"

    walk(visitor, "设置", "Shift+Tab")
    keyboard.press("Enter")
    walk(visitor, "自动")
    for _ in range(3):
        keyboard.press("ArrowDown")
    expect(widget.get_by_label("高对比")).to_be_checked()
    expect(visitor.last.locator(".answer")).to_have_css("background-color", "rgb(0, 0, 0)")
    keyboard.press("Escape")
    assert visitor.focused() == "设置"
    walk(visitor, "大字", "Shift+Tab")
    keyboard.press("Space")
    expect(visitor.button("大字")).to_have_attribute("aria-pressed", "true")

    keyboard.press("Escape")
    expect(visitor.line).to_be_hidden()
    assert visitor.focused() == "问年报"


def test_on_a_phone_the_focus_stays_in_the_panel(browser: Browser, served: Service) -> None:
    with visiting(browser, served.url, viewport=PHONE) as visitor:
        visitor.open()
        for _ in range(20):
            visitor.page.keyboard.press("Tab")
            assert visitor.page.evaluate("document.activeElement.localName") in (
                *("gongkai-assistant", "body"),
            )


@pytest.mark.parametrize("size", [(320, 256), (320, 640), (640, 430)])
@pytest.mark.parametrize("large", [False, True])
def test_nothing_is_cut_off_when_it_is_zoomed(
    size: tuple[int, int], large: bool, browser: Browser, served: Service
) -> None:
    width, height = size
    with visiting(browser, served.url, viewport={"width": width, "height": height}) as visitor:
        visitor.open()
        if large:
            visitor.button("大字").click()
        visitor.ask(RANKING)
        assert overflow(visitor) == 0
        for target in ("复制答复和出处", "没帮助", "提问", "关闭"):
            visitor.button(target).scroll_into_view_if_needed()
            expect(visitor.button(target)).to_be_in_viewport(ratio=0.99)
            box = visitor.button(target).bounding_box()
            assert box and box["height"] >= 44
            assert box["x"] >= 0 and box["x"] + box["width"] <= width


def overflow(visitor: Visitor) -> Any:
    """How much wider than the window anything is that can be scrolled sideways, but for wide tables."""
    return visitor.page.evaluate(
        """() => {
            const inside = [...(document.querySelector("gongkai-assistant")?.shadowRoot.querySelectorAll("*") || [])];
            const all = [document.documentElement, ...inside].filter((e) => !e.matches(".unseen, .wide, svg, svg *"));
            return Math.max(...all.map((e) => e.scrollWidth - Math.max(e.clientWidth, e.offsetWidth || 0)), 0);
        }"""
    )


def test_nothing_moves(browser: Browser, served: Service) -> None:
    with visiting(browser, served.url, reduced_motion="reduce") as visitor:
        visitor.open()
        visitor.ask(LIANZHOU)
        assert visitor.page.evaluate("document.getAnimations().length") == 0
