"""A real browser (Debian's Chromium, the build without a window) and websites of one's own for it to visit."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Playwright, Request, expect

from tests import wire
from tests.patience import PATIENCE

# The same engine without windows of its own, whose bars and buttons cost twice what a page does; or else all of it.
CHROMIUM = shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # Visitors of one website may share a process, which takes as long to start as a visit.
    *("--process-per-site", "--renderer-process-limit=1"),
)
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 860}
SIZES = {"phone": PHONE, "desktop": DESKTOP}
# What WCAG 2.1 AA asks, and what axe holds for good practice beside it.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
STRICT = {"Content-Security-Policy": "default-src 'self'"}
MOUNT = "/wenda/"


expect.set_options(timeout=PATIENCE * 1000)


def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium, without a window."""
    return playwright.chromium.launch(
        executable_path=CHROMIUM, args=[*FLAGS], timeout=PATIENCE * 1000
    )


@dataclass
class Visitor:
    """A visitor with a page before them, who sees the widget on it and notes what goes wrong."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        self.page.on("request", self.note)

    def note(self, request: Request) -> None:
        """Remember what was fetched."""
        self.requests.append(request)

    @cached_property
    def widget(self) -> Locator:
        """The widget in the page."""
        return self.page.locator("gongkai-assistant")

    @property
    def line(self) -> Locator:
        """The line that questions are typed in."""
        return self.widget.get_by_role("textbox", name="您的问题")

    @property
    def last(self) -> Locator:
        """The last question with its answer."""
        return self.widget.locator("ol > li").last

    def button(self, name: str) -> Locator:
        """The last button with this name."""
        return self.widget.get_by_role("button", name=name, exact=True).last

    def open(self) -> None:
        """Open the panel."""
        self.button("问年报").click()

    def ask(self, question: str) -> str:
        """Ask, and read the answer."""
        self.line.fill(question)
        self.line.press("Enter")
        return self.read(question)

    def read(self, question: str) -> str:
        """The answer to the question that was asked last, as soon as it is there."""
        self.last.get_by_role("heading", name=question).wait_for()
        answer = self.last.locator(".said")
        answer.first.wait_for()
        return "\n".join(answer.all_text_contents())

    def focused(self) -> Any:
        """What has the focus: its name for those who hear it, or what it says."""
        return self.page.evaluate(
            """() => {
                let at = document.activeElement;
                while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
                return at.getAttribute("aria-label") || at.id || at.labels?.[0]?.textContent || at.textContent;
            }"""
        )

    def violations(self) -> list[Any]:
        """What axe-core finds against the page, in words."""
        found = Axe().run(self.page, options=RULES).response["violations"]
        return [
            (v["id"], [(n["html"][:120], n["failureSummary"]) for n in v["nodes"]]) for v in found
        ]

    def hosts(self) -> set[str]:
        """Where anything was fetched from."""
        return {urlsplit(request.url).netloc for request in self.requests}


@contextmanager
def visiting(browser: Browser, url: str, **context: Any) -> Iterator[Visitor]:
    """A visitor who has just come to this page, with a browser of their own."""
    opened = browser.new_context(locale="zh-CN", **{"viewport": DESKTOP, **context})
    opened.set_default_timeout(PATIENCE * 1000)
    visitor = Visitor(opened.new_page())
    visitor.page.goto(url)
    yield visitor
    opened.close()


@dataclass(frozen=True)
class Website:
    """A website: its address, and the pages that it serves, each with its headers."""

    url: str
    pages: dict[str, str]


@contextmanager
def website(
    pages: Mapping[str, str], headers: Mapping[str, str], service: str = ""
) -> Iterator[Website]:
    """A website with these pages and headers; under `/wenda/` it passes requests on to the service."""
    served = dict(pages)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if service and self.path.startswith(MOUNT):
                self._pass_on()
            elif self.path in served:
                kind = "text/css" if self.path.endswith(".css") else "text/html; charset=utf-8"
                kind = "text/javascript" if self.path.endswith(".js") else kind
                self._answer(200, served[self.path].encode(), {**headers, "Content-Type": kind})
            else:
                self._answer(404, b"", {})

        do_POST = do_GET  # noqa: N815

        def _pass_on(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            reply = wire.request(
                self.command,
                service + "/" + self.path.removeprefix(MOUNT),
                content=self.rfile.read(length),
                headers={"Content-Type": self.headers.get("Content-Type", "")},
            )
            kept = {"Content-Type": reply.headers.get("content-type", "")}
            self._answer(reply.status_code, reply.content, kept)

        def _answer(self, status: int, body: bytes, given: Mapping[str, str]) -> None:
            self.send_response(status)
            for name, value in given.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Website(f"http://127.0.0.1:{server.server_port}", served)
    server.shutdown()
    server.server_close()


def page_with(*head: str, body: str = "") -> str:
    """A page of a website, in Chinese, with this in its head."""
    return (
        '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>某市政府</title>'
        f'<link rel="icon" href="icon.css">{"".join(head)}</head>'
        f"<body><main><h1>某市人民政府</h1>{body or '<p>欢迎。</p>'}</main></body></html>"
    )


def script(source: str, **data: str) -> str:
    """A script tag with data attributes."""
    given = "".join(f" data-{name}='{value}'" for name, value in data.items())
    return f"<script src='{source}'{given} defer></script>"


def kept(visitor: Visitor) -> Any:
    """What the browser keeps of the visit."""
    stored = visitor.page.evaluate("Object.values(sessionStorage)")
    return [json.loads(text) for text in stored]
