"""The editor's desk as a process: who may enter, what is shown, and the way of a word from a question to its answer."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import httpx
import pytest

from assistant import Assistant
from assistant.learning.asked import in_vain
from assistant.learning.log import Log
from assistant.learning.rejections import rejections
from assistant.learning.similarity import LEAST
from assistant.learning.writing import PENDING
from tests import wire
from tests.commands import ROOT, complaint, gongkai
from tests.fewer import keep_each
from tests.front.nu import objections
from tests.patience import PATIENCE
from tests.serving import serving, until

WORD, NAME, QUESTION = "吹风会", "新闻发布会", "吹风会开了几场"
MARKUP = "“><script>alert(1)</script>”多少项"
ASKED = (QUESTION, QUESTION, "发了几期内参", "发了多少份传单", "广州市多少项", MARKUP)
KEY = re.compile('name="key" value="(.*?)"')


@dataclass(frozen=True)
class Open:
    """A desk that is open: its link, where it is, a browser that has entered, and its folder and log."""

    link: str
    url: str
    browser: httpx.Client
    folder: Path
    log: Path

    def get(self, path: str = "/", **query: str) -> httpx.Response:
        return self.browser.get(self.url + path, params=query)

    def send(self, path: str, **fields: str) -> httpx.Response:
        key = fields.pop("key", None) or KEY.findall(self.get().text)[0]
        return self.browser.post(self.url + path, data={**fields, "key": key})


@contextmanager
def desk(folder: Path, log: Path, *program: str) -> Iterator[Open]:
    """The real command, or this program in its place, entered by the link that it prints."""
    run = program or ("-m", "assistant")
    process = subprocess.Popen(
        [sys.executable, *run, "desk", "--knowledge", folder, "--learn", log],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stderr
    try:
        said = process.stderr.readline()
        found = re.search(r"http://\S+", said)
        assert found, said
        url = found[0].partition("/?")[0]
        with wire.Client(follow_redirects=True) as browser:
            assert browser.get(found[0]).status_code == 200
            yield Open(found[0], url, browser, folder, log)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)
        assert process.stderr.read() == ""
        process.stderr.close()


def few(folder: Path) -> Path:
    """The knowledge with few of its regression questions: that all are asked, another test sees."""
    shutil.copytree(ROOT / "knowledge", folder)
    keep_each(60, folder)
    return folder


def logged(path: Path) -> Path:
    """A log of questions asked in vain, one with what its reader said."""
    assistant = Assistant()
    with closing(Log(path)) as log:
        log.add([one for q in ASKED if (one := in_vain(assistant.explain(q), ["qingyuan-2013"]))])
        said = in_vain(assistant.explain(QUESTION), ["qingyuan-2013"], True, f"{NAME} <b>呢</b>")
        log.add([said] if said else [])
    return path


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """A desk that no test writes at."""
    home = tmp_path_factory.mktemp("desk")
    with desk(few(home / "knowledge"), logged(home / "questions.db")) as found:
        yield found


def parsed(page: httpx.Response) -> Element:
    """The page as a strict parser reads it."""
    strict = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = strict.parse(page.text)
    assert len(list(tree.iter("h1"))) == 1
    assert not list(tree.iter("script"))
    return tree


def said(page: httpx.Response) -> str:
    return unescape(re.sub("<[^>]+>", "", page.text))


# --------------------------------------------------------------------------- who may enter


@pytest.mark.parametrize("path", ["/", "/?token=", "/?token=wrong", "/preview", "/pages.css"])
def test_without_the_link_nobody_enters(opened: Open, path: str) -> None:
    found = wire.get(opened.url + path)
    assert (found.status_code, found.text) == (403, "请用启动编辑台时给出的链接打开。")
    assert wire.post(opened.url + path).status_code == 403


def test_the_link_becomes_a_cookie_that_no_page_reads(opened: Open) -> None:
    entered = wire.get(opened.link)
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    cookie = entered.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie
    assert opened.link.partition("=")[2] not in cookie


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:80"])
def test_by_another_name_it_is_not_there(opened: Open, host: str) -> None:
    found = opened.browser.get(opened.url, headers={"Host": host})
    assert found.status_code == 421


@pytest.mark.parametrize("path", ["/accept", "/reject"])
@pytest.mark.parametrize("fields", [{"key": "wrong"}, {"key": ""}, {}])
def test_a_form_from_elsewhere_does_nothing(
    opened: Open, path: str, fields: dict[str, str]
) -> None:
    sent = {"word": WORD, "name": NAME, **fields}
    found = opened.browser.post(opened.url + path, data=sent)
    assert (found.status_code, "不是这次打开的编辑台" in said(parsed_page(found))) == (403, True)
    assert rejections(opened.folder) == frozenset()


def parsed_page(page: httpx.Response) -> httpx.Response:
    parsed(page)
    return page


@pytest.mark.parametrize("path", ["/none", "/none/deeper"])
def test_what_is_not_there_is_said_in_a_page(opened: Open, path: str) -> None:
    found = opened.get(path)
    assert (found.status_code, "没有这个网页" in said(parsed_page(found))) == (404, True)
    back = {a.get("href", "") for a in parsed(found).iter("a")} - {"#main"}
    assert {str(found.url.join(link)) for link in back} == {f"{opened.url}/"}
    assert opened.browser.post(opened.url + "/").status_code == 405


def test_the_nu_checker_finds_nothing(opened: Open, tmp_path: Path) -> None:
    paths = ("/", f"/preview?word={WORD}&name={NAME}", "/preview", "/none")
    pages = {path: opened.browser.get(opened.url + path).text for path in paths}
    assert objections(pages, tmp_path) == []


def test_every_page_loads_nothing_but_its_style(opened: Open) -> None:
    for path in ("/", "/preview", "/pages.css", "/icon.svg", "/none"):
        policy = opened.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script" not in policy
        assert "form-action 'self'" in policy and "frame-ancestors 'none'" in policy


# --------------------------------------------------------------------------- what is shown


def test_questions_stand_by_their_word_with_what_speaks_for_a_name(opened: Open) -> None:
    page = opened.get()
    tree, text = parsed(page), said(page)
    heads = ["".join(h.itertext()) for h in tree.iter("h2")]
    assert heads[0] == "吹风会（3次）"
    assert {"内参（1次）", "传单（1次）", "广州市（1次）"} <= set(heads)
    assert "意思相近 90%" in text
    assert "那样“吹风会开了几场”会答：市政府新闻办组织召开市政府新闻发布会2场。" in text
    assert "“市政府新闻办组织召开市政府新闻发布会2场”" in text
    assert f"读者说：{NAME} <b>呢</b>" in text
    assert "alert(1)" in text
    assert f"至少{LEAST}%" in text
    assert all(int(percent) >= LEAST for percent in re.findall(r" (\d+)%）", text))
    assert "共5个问题" in text


def test_how_far_it_is_comes_before_what_is_found(opened: Open) -> None:
    with opened.browser.stream("GET", opened.url) as page:
        text = "".join(page.iter_text())
    assert (
        text.index("正在归类：1/5个问题") < text.index("正在归类：5/5个问题") < text.index("<h2>")
    )


@pytest.mark.parametrize(
    ("word", "name", "why"),
    [
        (WORD, "没有这个", "词表里没有“没有这个”"),
        (WORD, "经费", "仍不能回答"),
        ("黄鹤楼", NAME, "没有用到“黄鹤楼”的问题"),
        ("", "", "不能作名称"),
        ("<b>", "<i>", "不能作名称"),
    ],
)
def test_what_cannot_be_accepted_is_said(opened: Open, word: str, name: str, why: str) -> None:
    page = opened.get("/preview", word=word, name=name)
    parsed(page)
    assert why in said(page)
    assert 'action="accept"' not in page.text


def test_what_was_not_tried_is_not_accepted(opened: Open) -> None:
    sent = opened.send("/accept", word="内参", name="网络舆情")
    assert (sent.status_code, "请先看会改变哪些答复" in said(sent)) == (409, True)


# --------------------------------------------------------------------------- the whole way


def test_a_word_is_accepted_and_the_running_service_answers_with_it(tmp_path: Path) -> None:
    folder, log = few(tmp_path / "knowledge"), logged(tmp_path / "questions.db")
    with (
        serving("--watch", "0.2", "--knowledge", str(folder)) as service,
        desk(folder, log) as opened,
    ):

        def ask() -> dict[str, Any]:
            body = {"question": QUESTION}
            found: dict[str, Any] = wire.post(f"{service.url}/answer", json=body).json()
            return found

        assert ask()["status"] == "unanswered"
        page = opened.get("/preview", word=WORD, name=NAME)
        parsed(page)
        assert "原来：没有找到" in said(page)
        assert "加上以后：市政府新闻办组织召开市政府新闻发布会2场。" in said(page)
        assert "没答上的问题里，答复改变的有1个" in said(page)
        assert ask()["status"] == "unanswered"
        refused = opened.send("/accept", word="内参", name="网络舆情")
        done = opened.send("/accept", word=WORD, name=NAME)
        parsed(done)
        assert "已加上：“吹风会”是“新闻发布会”的另一种说法" in said(done)
        until(lambda: ask()["status"] == "answered")
        assert ask() == Assistant(folder).answer(QUESTION).to_dict()
        assert "吹风会" not in said(opened.get())
        assert "1个现在已能回答" in said(opened.get())
        # What is turned down is not proposed again, by no other desk either.
        assert "网络舆情" in said(opened.get())
        turned = opened.send("/reject", word="内参", name="网络舆情")
        assert "以后不再提" in said(parsed_page(turned))
        assert "网络舆情" not in said(opened.get())
        left = {"refused": refused, "accepted": done, "turned down": turned, "after": opened.get()}
        assert objections({name: page.text for name, page in left.items()}, tmp_path) == []
    with desk(folder, log) as again:
        assert "网络舆情" not in said(again.get())
        assert "内参（1次）" in said(again.get())


def test_what_was_edited_meanwhile_is_tried_again(tmp_path: Path) -> None:
    folder, log = few(tmp_path / "knowledge"), logged(tmp_path / "questions.db")
    with desk(folder, log) as opened:
        opened.get("/preview", word=WORD, name=NAME)
        actions = folder / "terms" / "actions.yaml"
        actions.write_text(actions.read_text(encoding="utf-8") + "# 编辑\n", encoding="utf-8")
        sent = opened.send("/accept", word=WORD, name=NAME)
        assert (sent.status_code, "刚被改动过" in said(sent)) == (409, True)
    assert Assistant(folder).answer(QUESTION).status == "unanswered"


# The real desk, which is killed (-9) before it puts a file of its folder in its place: the first, the second …
MORTAL = """
import os, signal, sys
from itertools import count
from pathlib import Path
from assistant.front.cli import main

life, folder, real, puts = int(sys.argv.pop(1)), Path(sys.argv.pop(1)), Path.replace, count()
def dying(path, target):
    if folder in Path(path).parents and next(puts) == life:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(path, target)
Path.replace = dying
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("life", "taken"),
    [(0, False), (1, True), (3, True)],
    ids=["unwritten", "noted", "half written"],
)
def test_killed_in_the_middle_of_accepting_it_loses_nothing(
    life: int, taken: bool, tmp_path: Path
) -> None:
    folder, log = few(tmp_path / "knowledge"), logged(tmp_path / "questions.db")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with desk(folder, log, "-c", MORTAL, str(life), str(folder)) as opened:
        assert 'action="accept"' in opened.get("/preview", word=WORD, name=NAME).text
        with pytest.raises(httpx.TransportError):
            opened.send("/accept", word=WORD, name=NAME)
    held = folder / "questions" / "learned.jsonl"
    assert not taken or (folder / PENDING).exists()
    # What was accepted is finished; what was not is as it was, and can still be.
    with desk(folder, log) as opened:
        page = said(opened.get())
        assert ("1个现在已能回答" in page, f"{WORD}（3次）" in page) == (taken, not taken)
        assert "内参（1次）" in page
        if not taken:
            assert {path: path.read_bytes() for path in before} == before
            opened.get("/preview", word=WORD, name=NAME)
            assert opened.send("/accept", word=WORD, name=NAME).status_code == 200
    assert Assistant(folder).answer(QUESTION).status == "answered"
    assert held.read_text(encoding="utf-8").count(QUESTION) == 1
    assert not (folder / PENDING).exists()


def test_what_somebody_broke_meanwhile_is_said_in_the_page(tmp_path: Path) -> None:
    folder, log = few(tmp_path / "knowledge"), logged(tmp_path / "questions.db")
    with desk(folder, log) as opened:
        for name in ("rejected.yaml", "terms/actions.yaml"):
            path = folder / name
            before = path.read_text(encoding="utf-8")
            path.write_text("甲: [乙\n", encoding="utf-8")
            page = opened.get()
            parsed(page)
            assert f"{path.name}:" in said(page)
            path.write_text(before, encoding="utf-8")
            assert "吹风会（3次）" in said(opened.get())
        log.unlink()
        assert "没有这个文件" in said(opened.get())
        assert "没有这个文件" in said(opened.get("/preview", word=WORD, name=NAME))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "没有写明记下问题的文件"),
        (("--learn", "/none/questions.db"), "没有这个文件"),
        (("--learn", "x", "--port", "99999"), "--port 要写0到65535的整数"),
    ],
)
def test_wrong_use_is_said(words: tuple[str, ...], why: str) -> None:
    assert why in complaint(gongkai("desk", *words))
