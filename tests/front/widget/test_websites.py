"""The widget on other people's websites: strict policies, hostile styles and scripts, other origins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.front.widget.browsing import (
    STRICT,
    Visitor,
    Website,
    page_with,
    script,
    visiting,
    website,
)
from tests.serving import Service, serving

LIANZHOU = "连州市进驻多少项"
MINE = "/wenda/widget.js"
HOSTILE = """
* { all: unset; font-size: 40px !important; color: red !important; display: none !important;
    letter-spacing: 1em !important; line-height: 1 !important; }
html, head ~ body, main, h1, p { display: block !important; }
body, gongkai-assistant { transform: rotate(3deg) !important; }
html { font-size: 5px !important; filter: grayscale(1) !important; }
button, input, dialog { position: static !important; background: lime !important; }
gongkai-assistant, gongkai-assistant * { visibility: hidden !important; opacity: 0 !important; }
"""
UPSETTING = """
Object.prototype.upset = Array.prototype.upset = function () { throw new Error("upset"); };
window.words = window.style = window.Panel = window.$ = "theirs"; window.define = () => {}; window.define.amd = {};
"""
PAGES = {
    "/": page_with(script(MINE)),
    "/hostile": page_with('<link rel="stylesheet" href="hostile.css">', script(MINE)),
    "/hostile.css": HOSTILE,
    "/upsetting": page_with('<script src="upsetting.js"></script>', script(MINE)),
    "/upsetting.js": UPSETTING,
    "/twice": page_with(script(MINE), script(MINE), script(f"{MINE}?again")),
    "/inside": page_with(
        script(
            MINE,
            target="#here",
            title="问问年报",
            questions="甲市|英德市多少项",
            reports="qingyuan-2013",
        ),
        body='<div id="here"></div>',
    ),
    "/icon.css": "",
}


@pytest.fixture(scope="module")
def site(served: Service) -> Iterator[Website]:
    """A website under `default-src 'self'`, with the service behind its own address."""
    with website(PAGES, STRICT, served.url) as opened:
        yield opened


def use(visitor: Visitor) -> None:
    """Ask, open a citation, see a chart, change the colours: all that draws or styles anything."""
    assert "669项" in visitor.ask(LIANZHOU)
    visitor.button("查看原文：连州市669项").click()
    expect(visitor.widget.locator(".source mark")).to_have_text("连州市669项")
    visitor.page.keyboard.press("Escape")
    visitor.ask("县市区进驻事项排名")
    expect(visitor.last.locator("svg rect")).to_have_count(8)
    visitor.button("设置").click()
    visitor.widget.get_by_label("深色").check()
    expect(visitor.last.locator(".answer")).to_have_css("background-color", "rgb(26, 33, 43)")
    visitor.button("设置").click()


@pytest.mark.parametrize("path", ["/", "/upsetting", "/twice"])
def test_it_works_under_a_strict_policy(path: str, browser: Browser, site: Website) -> None:
    with visiting(browser, site.url + path) as visitor:
        expect(visitor.widget).to_have_count(1)
        visitor.open()
        use(visitor)
        assert visitor.complaints == []
        assert visitor.hosts() == {site.url.removeprefix("http://")}
        assert visitor.page.context.cookies() == []


LOOK = """(host) => {
    const panel = host.shadowRoot.querySelector("#panel");
    const names = "color fontSize lineHeight letterSpacing position backgroundColor opacity visibility".split(" ");
    const seen = (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [...names.map((name) => getComputedStyle(element)[name]), x, y, width, height];
    };
    return [panel, ...panel.querySelectorAll("h2, button, input, .said, .said b")].map(seen);
}"""


def test_hostile_styles_change_nothing(browser: Browser, site: Website) -> None:
    looks: list[Any] = []
    for path in ("/", "/hostile"):
        with visiting(browser, site.url + path) as visitor:
            visitor.open()
            visitor.ask(LIANZHOU)
            looks.append(visitor.widget.evaluate(LOOK))
            assert visitor.complaints == []
    assert looks[0] == looks[1]


def test_the_page_keeps_its_own_style(browser: Browser, site: Website) -> None:
    seen = []
    for flags in ({"java_script_enabled": False}, {}):
        with visiting(browser, site.url, **flags) as visitor:
            seen.append(visitor.page.locator("main").bounding_box())
    assert seen[0] == seen[1]


def test_it_can_stand_inside_the_page(browser: Browser, site: Website) -> None:
    with visiting(browser, f"{site.url}/inside") as visitor:
        expect(visitor.page.locator("#here gongkai-assistant")).to_have_count(1)
        expect(visitor.widget.get_by_role("heading", name="问问年报")).to_be_visible()
        expect(visitor.widget.locator(".greeting button")).to_have_text(["甲市", "英德市多少项"])
        expect(visitor.button("问年报")).to_have_count(0)
        use(visitor)
        sent = [request for request in visitor.requests if request.url.endswith("/turn")]
        assert [one.post_data_json["reports"] for one in sent] == [["qingyuan-2013"]] * 2
        assert visitor.complaints == []


def test_it_needs_no_storage(browser: Browser, site: Website) -> None:
    with visiting(browser, "about:blank") as visitor:
        visitor.page.add_init_script(
            "Object.defineProperty(window, 'sessionStorage',"
            "{ get() { throw new DOMException('refused', 'SecurityError'); } })"
        )
        visitor.page.goto(site.url)
        visitor.open()
        use(visitor)
        assert visitor.complaints == []


def test_a_website_elsewhere_must_be_allowed(browser: Browser) -> None:
    with (
        website({}, {}) as allowed,
        website({}, {}) as other,
        serving("--origin", allowed.url) as service,
    ):
        for host in (allowed, other):
            host.pages["/"] = page_with(script(f"{service.url}/widget.js"))
            host.pages["/icon.css"] = ""
        with visiting(browser, allowed.url) as visitor:
            visitor.open()
            use(visitor)
            assert visitor.complaints == []
            assert visitor.hosts() == {
                host.removeprefix("http://") for host in (allowed.url, service.url)
            }
        with visiting(browser, other.url) as visitor:
            visitor.open()
            visitor.line.fill(LIANZHOU)
            visitor.line.press("Enter")
            expect(visitor.last.locator(".trouble")).to_contain_text("暂时连不上")


def test_pages_need_no_script(browser: Browser, served: Service) -> None:
    with visiting(browser, served.url, java_script_enabled=False) as visitor:
        page = visitor.page
        expect(visitor.widget).to_have_count(0)
        page.get_by_label("请输入问题").fill(LIANZHOU)
        page.get_by_role("button", name="提问").click()
        expect(page.locator(".said b")).to_have_text("669项")
        page.get_by_label("接着问").fill("那英德呢")
        page.keyboard.press("Enter")
        expect(page.locator(".said b")).to_have_text("628项")
        page.get_by_role("link", name="英德市628项").click()
        expect(page.locator("mark")).to_have_text("英德市628项")
        expect(page.locator("mark b")).to_have_text("628项")
        page.go_back()
        page.get_by_role("link", name="问别的").click()
        offered = page.locator(".questions a").first
        asked = offered.inner_text()
        offered.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(asked)
        expect(page.locator(".answer .said")).to_be_visible()
        assert visitor.complaints == []
