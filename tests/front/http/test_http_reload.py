"""What is compiled or edited while the service runs is taken up, and no request is dropped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from assistant import Assistant
from assistant.compiled import make_index
from assistant.folders import knowledge_folder
from assistant.front.http.desk import Desk
from assistant.front.http.settings import Settings
from assistant.store import open_store, pack
from tests import wire
from tests.commands import gongkai
from tests.compiling import compiler, terms
from tests.serving import Service, serving, until
from tests.store.server import Server, running

TEXT = (
    "青河县人民政府{year}年政府信息公开工作年度报告\n一、申请\n{year}年，全县收到申请{asked}件。\n"
)
QUESTION = "2022年收到多少件申请"
CLIENTS = 2
PAUSE = 0.03


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as found:
        yield found


def compile_by_command(store: str, folder: Path, asked: int, year: int = 2022) -> None:
    path = folder / f"qinghe-{year}.txt"
    path.write_text(TEXT.format(year=year, asked=asked), encoding="utf-8")
    done = gongkai("compile", str(path), "--id", path.stem, "--store", store, "--jobs", "1")
    assert done.returncode == 0, done.stderr.decode()


def compile_into(store: str, asked: int, year: int = 2022) -> None:
    """The same, in this process."""
    text = TEXT.format(year=year, asked=asked)
    organ = {"organ": "青河县人民政府", "place": "青河县", "year": str(year)}
    card = {"id": f"qinghe-{year}", "title": text.splitlines()[0], **organ}
    report = compiler().read(text, card)
    index = make_index(report, terms().names)
    with closing(open_store(store, write=True)) as opened:
        opened.save(pack(report, index, terms().digest, made_from=report.digest))


def figures(service: Service, question: str = QUESTION) -> list[str]:
    got = wire.post(f"{service.url}/answer", json={"question": question})
    assert got.status_code == 200
    return [value["text"] for value in got.json()["values"]]


@contextmanager
def under_load(service: Service) -> Iterator[list[Future[set[str]]]]:
    """Clients that ask on and on; each gives the figures that it was answered."""
    enough = Event()

    def ask() -> set[str]:
        seen: set[str] = set()
        with wire.Client() as client:
            while not enough.is_set():
                got = client.post(f"{service.url}/answer", json={"question": QUESTION})
                assert got.status_code == 200
                [value] = got.json()["values"]
                seen.add(value["text"])
                sleep(PAUSE)
        return seen

    with ThreadPoolExecutor(CLIENTS) as pool:
        clients = [pool.submit(ask) for _ in range(CLIENTS)]
        try:
            yield clients
        finally:
            enough.set()


@pytest.mark.parametrize("where", ["sqlite", "postgres"])
def test_a_recompiled_store_is_taken_up_under_load(
    where: str, server: Server, tmp_path: Path
) -> None:
    store = server.new() if where == "postgres" else str(tmp_path / "reports.db")
    compile_into(store, 36)
    generous = ("--rate", "1000000", "--total", "1000000")
    with serving("--store", store, "--workers", "2", "--watch", "0.2", *generous) as service:
        with under_load(service) as clients:
            compile_by_command(store, tmp_path, 48)
            until(lambda: len(service.events("reloaded")) >= 2)
            compile_by_command(store, tmp_path, 7, year=2023)
            until(lambda: len(service.events("reloaded")) >= 4)
        assert set().union(*(client.result() for client in clients)) == {"36件", "48件"}
        assert [figures(service) for _ in range(10)] == [["48件"]] * 10
        assert figures(service, "2023年收到多少件申请") == ["7件"]
        assert {line["status"] for line in service.events("request")} == {200}
        counted = wire.get(f"{service.url}/metrics").text
        assert 'gongkai_reloads_total{outcome="done"} 4.0' in counted
        assert "gongkai_reports 2.0" in counted


def test_only_the_reports_that_are_named_are_asked(tmp_path: Path) -> None:
    store = str(tmp_path / "reports.db")
    for year, asked in ((2022, 36), (2023, 48)):
        compile_into(store, asked, year)
    question = "收到多少件申请"
    whole = Assistant(store=store)
    with serving("--store", store) as service:
        for reports in (["qinghe-2022"], ["qinghe-2023"], ["qinghe-2023", "qinghe-2022"], []):
            asked_of = {"question": question, "reports": reports}
            got = wire.post(f"{service.url}/answer", json=asked_of).json()
            expected = Assistant(store=store, reports=reports).answer(question).to_dict()
            assert got == expected == whole.only(reports).answer(question).to_dict()
            assert (got["status"] == "answered") == (len(reports) == 1)


def test_a_store_that_does_not_load_is_left_aside(tmp_path: Path) -> None:
    store, spare = tmp_path / "reports.db", tmp_path / "spare.db"
    for path, asked in ((store, 36), (spare, 48)):
        compile_into(str(path), asked)
    with serving("--store", str(store), "--watch", "0.1") as service:
        broken = tmp_path / "broken"
        broken.write_bytes(b"no store" * 1000)
        broken.replace(store)
        until(lambda: service.events("not reloaded"))
        assert figures(service) == ["36件"]
        store.unlink()
        until(lambda: len(service.events("not reloaded")) == 2)
        assert figures(service) == ["36件"]
        spare.replace(store)
        until(lambda: service.events("reloaded"))
        assert figures(service) == ["48件"]
        assert (
            'gongkai_reloads_total{outcome="failed"} 2.0' in wire.get(f"{service.url}/metrics").text
        )


def test_edited_terms_are_taken_up(tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(knowledge_folder(), folder)
    terms = folder / "terms" / "measures.yaml"
    before = terms.read_text(encoding="utf-8")
    known, asked = "新闻发布会: [发布会,", "吹风会开了几场"
    assert known in before
    with serving("--knowledge", str(folder), "--watch", "0.1") as service:
        assert figures(service, asked) == []
        terms.write_text(before + "\nnonsense: [\n", encoding="utf-8")
        until(lambda: service.events("not reloaded"))
        assert figures(service, "连州市进驻多少项") == ["669项"]
        terms.write_text(before.replace(known, f"{known} 吹风会,"), encoding="utf-8")
        until(lambda: service.events("reloaded"))
        assert figures(service, asked) == ["2场"]


def test_an_edition_that_is_done_holds_nothing_open(tmp_path: Path) -> None:
    store = tmp_path / "reports.db"
    compile_into(str(store), 0)
    desk = Desk(Settings(store=str(store)))
    for asked in range(1, 31):
        compile_into(str(store), asked)
        desk.edition.over(("qinghe-2022",)).answer(QUESTION)
        assert desk.renew()
        assert desk.renew() is None
        [value] = desk.edition.over(("qinghe-2022",)).answer(QUESTION).values
        assert value.text == f"{asked}件"
    links = [link for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    opened = [link.readlink() for link in links if link.exists()]
    # SQLite itself puts off closing a file while another of its connections has it locked.
    assert opened.count(store) < 5


def test_a_store_that_breaks_is_said_and_not_shown(tmp_path: Path) -> None:
    store = tmp_path / "reports.db"
    compile_into(str(store), 36)
    whole = store.read_bytes()
    with serving("--store", str(store), "--watch", "0.2") as service:
        with store.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * (len(whole) - 4096))
        got = wire.post(f"{service.url}/answer", json={"question": QUESTION})
        assert got.status_code == 503
        assert got.json()["error"]["code"] == "store_gone"
        assert str(store) not in got.text
        assert wire.get(f"{service.url}/healthz").status_code == 200
        store.write_bytes(whole)
        until(lambda: service.events("reloaded"))
        assert figures(service) == ["36件"]
