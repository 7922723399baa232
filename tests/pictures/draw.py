"""The pictures of the READMEs, made by the program itself: `python -m tests.pictures.draw` makes them anew."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.front.repl.repl_screen import PROMPT, Terminal
from tests.front.widget.browsing import launch, page_with, script, visiting, website
from tests.pictures.svg import drawn
from tests.serving import serving

HERE = Path(__file__).parent
CONVERSATION, WIDGET = HERE / "conversation.svg", HERE / "widget.png"
COLUMNS = 80
TYPED = ("连州市进驻多少项", "它和英德加起来占全市多少", "2012年呢")
ASKED = "两个区进驻事项合计占全市百分之几"
WINDOW = {"width": 440, "height": 860}


def conversation(home: Path) -> str:
    """The conversation as a terminal shows it, without the empty prompt at its end."""
    with Terminal(home, COLUMNS) as terminal:
        for question in TYPED:
            terminal.ask(question)
            terminal.ready()
        rows = terminal.cells()
    written = ["".join(cell.data for cell in row).rstrip() for row in rows]
    return drawn(rows[: written.index(PROMPT)])


def widget(picture: Path) -> str:
    """The widget on a page of a website, into this file; what it answers."""
    with (
        serving() as service,
        website({}, {}, service.url) as site,
        sync_playwright() as playwright,
    ):
        site.pages["/"] = page_with(script("/wenda/widget.js"))
        browser = launch(playwright)
        with visiting(browser, f"{site.url}/", viewport=WINDOW) as visitor:
            visitor.open()
            answer = visitor.ask(ASKED)
            visitor.last.locator(".further button").first.wait_for()
            visitor.page.screenshot(path=picture, animations="disabled", caret="hide")
        browser.close()
    return answer


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        CONVERSATION.write_text(conversation(Path(folder)), encoding="utf-8")
    widget(WIDGET)
