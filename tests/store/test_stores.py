"""Memory, SQLite and PostgreSQL hold the same, and a save is whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path

import psycopg
import pytest

from assistant import Assistant
from assistant.compiled import index_to_json, make_index
from assistant.errors import ReportError, StoreError
from assistant.folders import knowledge_folder
from assistant.knowledge import load, read_compiled
from assistant.model import Sense
from assistant.records import TermNames, senses_to_json, terms_to_json
from assistant.store import Compiled, Store, Terms, open_store, pack, terms_of
from assistant.store.memory import BundledStore, MemoryStore
from assistant.store.packed import PackedStore
from assistant.store.tables import SCHEMA
from assistant.store.terms import rows_digest
from tests.compiling import compiler, terms
from tests.reports.generate import reports
from tests.store.server import Server

COUNT = 9


@cache
def compiled() -> tuple[Compiled, ...]:
    found = []
    for made in reports(COUNT, seed=7):
        card = {"id": made.id, "title": made.title, "organ": made.organ, "place": made.place}
        report = compiler().read(made.text, {**card, "year": str(made.year)})
        index = make_index(report, terms().names)
        found.append(pack(report, index, terms().digest, f"made from {made.id}"))
    return tuple(found)


def filled(store: Store) -> Store:
    for one in compiled():
        store.save(one)
    return store


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def new(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Opens one and the same store, again and again."""
    opened: list[Store] = []
    if request.param == "memory":
        memory = MemoryStore(terms)
        yield lambda: memory
        return
    server = request.getfixturevalue("server") if request.param == "postgres" else None
    where = server.new() if server else str(tmp_path / "reports.db")

    def again() -> Store:
        opened.append(open_store(where, terms, write=True))
        return opened[-1]

    yield again
    for store in opened:
        store.close()


# --------------------------------------------------------------------------- what is kept


def test_what_is_saved_is_read_by_the_next(new: Callable[[], Store]) -> None:
    filled(new())
    store = new()
    wanted = sorted(compiled(), key=lambda one: one.id)
    assert store.summaries() == tuple(one.summary for one in wanted)
    assert store.cards() == tuple(one.summary.card for one in wanted)
    memory = filled(MemoryStore(terms))
    for one in wanted:
        assert store.made_from(one.id) == one.summary.made_from
        assert store.report(one.id) == memory.report(one.id)
        assert store.report(one.id).digest == one.summary.digest
        assert index_to_json(store.index(one.id)) == index_to_json(memory.index(one.id))


def test_an_index_is_as_it_was_made(new: Callable[[], Store]) -> None:
    store = filled(new())
    for one in compiled()[:3]:
        made = make_index(store.report(one.id), terms().names)
        read = store.index(one.id)
        assert index_to_json(read) == index_to_json(made)
        assert read.report == made.report


def test_the_same_questions_get_the_same_answers(new: Callable[[], Store]) -> None:
    store, memory = filled(new()), filled(MemoryStore(terms))
    asked = 0
    for one in compiled()[:3]:
        here, there = (Assistant(reports=[one.id], store=s) for s in (store, memory))
        for question in here.questions()[:8]:
            assert here.answer(question) == there.answer(question), question
            asked += 1
    assert asked >= 20


def test_a_report_is_replaced(new: Callable[[], Store]) -> None:
    store = filled(new())
    old = compiled()[0]
    before = store.index(old.id)
    card = replace(old.summary.card, title="另一个标题")
    later = replace(old, summary=replace(old.summary, card=card, made_from="another"))
    store.save(replace(later, report=compiled()[1].report, index=compiled()[1].index))
    assert len(store.cards()) == COUNT
    assert next(c for c in store.cards() if c.id == old.id).title == "另一个标题"
    assert store.made_from(old.id) == "another"
    assert store.index(old.id) != before, "what was kept ready is not what is stored now"


def test_an_empty_store(new: Callable[[], Store]) -> None:
    store = new()
    assert store.cards() == store.summaries() == ()
    assert store.made_from("linjiang-2016") == ""
    for read in (store.report, store.index):
        with pytest.raises(ReportError, match="没有编号为“linjiang-2016”的报告"):
            read("linjiang-2016")


@pytest.mark.parametrize("identity", ["", "a'; DROP TABLE gongkai_cards; --", "\x00", "%s", "临江"])
def test_any_id_may_be_asked_for(new: Callable[[], Store], identity: str) -> None:
    store = filled(new())
    with pytest.raises(ReportError, match="没有编号为") as fault:
        store.index(identity)
    assert "\x00" not in str(fault.value)
    assert len(store.cards()) == COUNT


def test_an_index_of_other_terms_is_made_anew(new: Callable[[], Store]) -> None:
    one = compiled()[0]
    store = new()
    store.save(replace(one, terms="made under others", index=b"not looked at"))
    made = make_index(store.report(one.id), terms().names)
    assert index_to_json(store.index(one.id)) == index_to_json(made)


def test_new_terms_are_known_at_once(tmp_path: Path) -> None:
    where = tmp_path / "reports.db"
    filled(open_store(where, terms, write=True)).close()
    one = compiled()[0]
    names = {**terms().names, "专项工作经费": (Sense("measure", ("新词",)),)}
    index = open_store(where, lambda: Terms(names, "other")).index(one.id)
    assert any("新词" in entry.says() for entry in index.entries)


def test_one_report_is_read_without_the_others(new: Callable[[], Store]) -> None:
    store = new()
    broken = [replace(one, report=b"broken", index=b"broken") for one in compiled()[1:]]
    for one in (compiled()[0], *broken):
        store.save(one)
    assert len(store.cards()) == COUNT
    assert store.index(compiled()[0].id).report.id == compiled()[0].id


def test_a_save_is_whole_or_not_at_all(new: Callable[[], Store]) -> None:
    store = filled(new())
    if isinstance(store, MemoryStore):
        return  # a save is one assignment
    one = compiled()[0]
    summary = replace(one.summary, made_from="half")
    with pytest.raises(StoreError):
        store.save(replace(one, summary=summary, report=None))  # type: ignore[arg-type]
    assert store.made_from(one.id) == one.summary.made_from
    store.save(replace(one, summary=summary))
    assert store.made_from(one.id) == "half"


def test_threads_share_a_store(new: Callable[[], Store]) -> None:
    store = filled(new())
    ids = [one.id for one in compiled()] * 6
    with ThreadPoolExecutor(8) as pool:
        saving = [pool.submit(store.save, one) for one in compiled()]
        found = list(pool.map(lambda identity: store.index(identity).report.id, ids))
        for future in saving:
            future.result()
    assert found == ids


def test_two_write_at_once(new: Callable[[], Store]) -> None:
    one, other = new(), new()
    with ThreadPoolExecutor(2) as pool:
        for future in [pool.submit(filled, one), pool.submit(filled, other)]:
            future.result()
    assert one.summaries() == other.summaries()
    assert len(one.cards()) == COUNT


# --------------------------------------------------------------------------- the bundled reports


def test_the_bundled_reports_are_a_store() -> None:
    folder = knowledge_folder()
    store = BundledStore(folder, read_compiled(folder))
    ids = [card.id for card in store.cards()]
    assert ids == sorted(path.parent.name for path in folder.glob("reports/*/report.json"))
    indexes = {index.report.id: index for index in load(folder).indexes}
    for summary in store.summaries():
        identity = summary.card.id
        assert store.report(identity) == indexes[identity].report
        assert store.index(identity).entries == indexes[identity].entries
        assert summary.digest == store.made_from(identity)
    assert store.made_from("linjiang-2016") == ""
    with pytest.raises(ReportError, match="现有的是：qingyuan-2013"):
        store.index("linjiang-2016")
    with pytest.raises(StoreError):
        store.save(compiled()[0])


def test_the_digest_of_the_terms_is_in_the_compiled_knowledge() -> None:
    known = read_compiled(knowledge_folder())
    assert rows_digest(senses_to_json(TermNames(known["terms"]))) == known["terms_digest"]
    old = {name: value for name, value in known.items() if name != "terms_digest"}
    assert terms_of(old).digest == terms_of(known).digest
    assert terms_of({"terms": terms_to_json({})}).digest != terms_of(known).digest


# --------------------------------------------------------------------------- SQLite: what is no store


def fault_of(where: str | Path, write: bool = False) -> str:
    with pytest.raises(StoreError) as fault:
        open_store(where, write=write)
    said = str(fault.value)
    assert "\n" not in said
    assert any("一" <= char <= "龥" for char in said)
    return said


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    assert str(path) in fault_of(path)
    assert not path.exists(), "reading made it"
    assert "没有文件夹" in fault_of(tmp_path / "none" / "reports.db", write=True)


@pytest.mark.parametrize("write", [False, True])
def test_files_that_are_no_store(tmp_path: Path, write: bool) -> None:
    assert "是文件夹" in fault_of(tmp_path, write)
    text = tmp_path / "notes.txt"
    text.write_text("会议记录" * 2000, encoding="utf-8")
    assert "不是报告库" in fault_of(text, write)
    assert text.read_text(encoding="utf-8") == "会议记录" * 2000
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE phones (name TEXT)")
    connection.close()
    assert "不是报告库" in fault_of(other, write)


def test_an_empty_file_is_no_store_and_may_become_one(tmp_path: Path) -> None:
    path = tmp_path / "reports.db"
    path.touch()
    assert "不是报告库" in fault_of(path)
    open_store(path, write=True).close()
    assert open_store(path).cards() == ()


@pytest.mark.parametrize(("version", "said"), [(SCHEMA + 1, "较新"), (SCHEMA - 1, "较旧")])
@pytest.mark.parametrize("write", [False, True])
def test_a_store_of_another_version(tmp_path: Path, version: int, said: str, write: bool) -> None:
    path = tmp_path / "reports.db"
    open_store(path, write=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE gongkai_store SET version = ?", (version,))
    connection.close()
    assert said in fault_of(path, write)


def test_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "reports.db"
    filled(open_store(path, write=True)).close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * len(data[4096:])
    path.write_bytes(data)
    with pytest.raises(StoreError, match=r"损坏|不是报告库"):
        open_store(path).cards()


def test_reading_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "reports.db"
    filled(open_store(path, write=True)).close()
    before = path.read_bytes()
    store = open_store(path, terms)
    store.index(store.cards()[0].id)
    with pytest.raises(StoreError, match="权限"):
        store.save(compiled()[0])
    store.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["报 告.db", "a?mode=rwc.db", "100%.db", "#1.db"])
def test_any_name_of_a_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    filled(open_store(path, write=True)).close()
    assert path.exists()
    assert len(open_store(str(path)).cards()) == COUNT


@pytest.mark.parametrize("where", ["", "mysql://root:secret@host/db", "http://example.gov.cn/"])
def test_addresses_that_are_no_store(where: str) -> None:
    assert "secret" not in fault_of(where)


# --------------------------------------------------------------------------- PostgreSQL: what is no store


def test_a_database_without_a_store(server: Server) -> None:
    url = server.new()
    assert "还没有报告库" in fault_of(url)
    open_store(url, write=True).close()
    assert open_store(url).cards() == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"database": "none"}, "没有这个数据库"),
        ({"password": "wr0ng"}, "用户名或密码"),
        ({"port": 1}, "连不上"),
    ],
)
def test_a_server_that_cannot_be_used(server: Server, change: dict[str, str], said: str) -> None:
    url = server.url(**{"database": "postgres", **change})  # type: ignore[arg-type]
    found = fault_of(url)
    assert said in found
    assert "s3cret" not in found
    assert "wr0ng" not in found


def test_a_server_that_wants_a_password(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    monkeypatch.setenv("PGPASSFILE", "/dev/null")
    host = server.url("postgres").partition("@")[2]
    assert "服务器要密码" in fault_of(f"postgresql://gongkai@{host}")


@pytest.mark.parametrize("url", ["postgresql://u:s3cret@[:x", "postgresql://u:s3cret@h:port/d"])
def test_an_address_that_is_none(url: str) -> None:
    assert "s3cret" not in fault_of(url)


def test_a_database_of_another_version(server: Server) -> None:
    url = server.new()
    open_store(url, write=True).close()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("UPDATE gongkai_store SET version = 99")
    assert "较新" in fault_of(url)
    assert "较新" in fault_of(url, write=True)


def test_reading_goes_on_after_the_server_broke_off(server: Server) -> None:
    url = server.new()
    filled(open_store(url, terms, write=True)).close()
    store = open_store(url, terms)
    assert len(store.cards()) == COUNT
    with psycopg.connect(url, autocommit=True) as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert len(store.cards()) == COUNT
    store.close()


def test_both_databases_keep_the_same_bytes(server: Server, tmp_path: Path) -> None:
    one = filled(open_store(tmp_path / "reports.db", write=True))
    other = filled(open_store(server.new(), write=True))
    assert isinstance(one, PackedStore)
    assert isinstance(other, PackedStore)
    for card in one.cards():
        assert one._get(card.id) == other._get(card.id)
