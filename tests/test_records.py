"""Facts as lines of JSON: what is written is what is read, and a diff shows one fact a line."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model import Figure, LedgerEntry, Report, Section, Sense, Statement
from assistant.records import (
    PARTS,
    LazyNames,
    SharedNames,
    TermNames,
    lines,
    read,
    read_report,
    senses_to_json,
    shared_to_json,
    terms_to_json,
    write_report,
)

FIGURE = Figure(
    id="f002",
    kind="count",
    value=Decimal("1.20"),
    unit="万篇(条)",
    bound="more",
    text="1.20万多篇(条)",
    what="采编的信息",
    who="全市",
    where="全市",
    when="2016年",
    part_of="f001",
    group="f001",
    section="一、概述",
    start=10,
    end=30,
    number=(18, 30),
    clause=(10, 30),
    sentence=(5, 30),
    inherits=((5, 7), (8, 9)),
    quote="全市采编的信息共1.20万多篇(条)",
)
DOCUMENT = replace(FIGURE, id="f003", kind="document", value=None, part_of=None, inherits=())
SECTION = Section("s01", "一、概述", "一、", "概述", 1, 0, 40)
INNER = Section("s02", "一、概述 > (一)公开", "(一)", "公开", 2, 5, 40, "s01")
STATEMENT = Statement(
    "t001", "channel", "一、概述", 3, 9, (3, 12), "通过网站", ("网站", "公报"), True
)
ENTRY = LedgerEntry(18, 22, "1.20", "f002", "数据")
UNREAD = LedgerEntry(33, 37, "2016", None, "年份")
REPORT = Report(
    id="linjiang-2016",
    title="临江市2016年年报",
    organ="临江市政府办公室",
    place="临江市",
    year=2016,
    source="一、概述\r\n全市采编的信息共1.20万多篇(条)。\n２０１６年\t“完”",
    digest="0" * 64,
    sections=(SECTION, INNER),
    figures=(FIGURE, DOCUMENT),
    statements=(STATEMENT, replace(STATEMENT, items=(), heading=False)),
    ledger=(ENTRY, UNREAD),
    vocabulary={"采编": "v", "临江市": "ns"},
    url="https://www.example.gov.cn/",
)


@pytest.mark.parametrize(
    ("kind", "records"),
    [
        (Figure, (FIGURE, DOCUMENT)),
        (Section, (SECTION, INNER)),
        (Statement, (STATEMENT,)),
        (LedgerEntry, (ENTRY, UNREAD)),
        (Figure, ()),
    ],
)
def test_round_trip(kind: type, records: tuple[object, ...]) -> None:
    assert read(kind, lines(records)) == records


def test_one_fact_a_line_in_the_order_of_its_type() -> None:
    text = lines((FIGURE, DOCUMENT))
    assert text.endswith("\n")
    first, second = text.splitlines()
    written = list(json.loads(first))
    assert written == [name for name in Figure.__dataclass_fields__ if name in written]
    assert "quote" in written
    assert "table" not in written, "a field that holds its default is left out"
    assert json.loads(first)["number"] == [18, 30]
    assert json.loads(first)["inherits"] == [[5, 7], [8, 9]]
    assert json.loads(second)["value"] is None


def test_chinese_is_written_as_it_is_read() -> None:
    assert "采编的信息" in lines((FIGURE,))
    assert "\\u" not in lines((FIGURE,))


def test_decimals_keep_the_digits_that_were_stated() -> None:
    assert '"value": "1.20"' in lines((FIGURE,))
    (figure,) = read(Figure, lines((FIGURE,)))
    assert str(figure.value) == "1.20"


def test_spans_come_back_as_tuples() -> None:
    (figure,) = read(Figure, lines((FIGURE,)))
    assert figure.number == (18, 30)
    assert figure.inherits == ((5, 7), (8, 9))
    assert hash(figure) == hash(FIGURE)


def test_a_line_with_a_field_too_many_is_refused() -> None:
    row = json.loads(lines((ENTRY,))) | {"colour": "red"}
    with pytest.raises(TypeError):
        read(LedgerEntry, json.dumps(row) + "\n")


def test_a_report_on_disk(tmp_path: Path) -> None:
    written = write_report(REPORT, tmp_path)
    names = {path.name for path in written}
    assert names == {f"{part}.jsonl" for part in PARTS} | {"report.json"}
    assert names == {path.name for path in tmp_path.iterdir()}
    (tmp_path / "source.txt").write_bytes(REPORT.source.encode())
    assert read_report(tmp_path) == REPORT


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_report(REPORT, tmp_path)]
    assert [path.read_bytes() for path in write_report(REPORT, tmp_path)] == first
    assert all(b"\r" not in data for data in first)


def test_line_ends_of_the_source_are_kept(tmp_path: Path) -> None:
    write_report(REPORT, tmp_path)
    (tmp_path / "source.txt").write_bytes(REPORT.source.encode())
    assert read_report(tmp_path).source.count("\r\n") == 1


def test_the_address_may_be_missing(tmp_path: Path) -> None:
    report = replace(REPORT, url="")
    write_report(report, tmp_path)
    (tmp_path / "source.txt").write_bytes(report.source.encode())
    assert read_report(tmp_path) == report


def test_a_report_without_facts(tmp_path: Path) -> None:
    report = replace(REPORT, sections=(), figures=(), statements=(), ledger=(), vocabulary={})
    write_report(report, tmp_path)
    (tmp_path / "source.txt").write_bytes(report.source.encode())
    assert read_report(tmp_path) == report


# Characters that Python takes for the end of a line are no part of the property.
TEXT = st.text(st.characters(exclude_categories=["Cs", "Zl", "Zp", "Cc"]), max_size=12)
SPAN = st.tuples(st.integers(0, 9999), st.integers(0, 9999))
VALUE = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=3)


@given(TEXT, VALUE, SPAN, st.lists(SPAN, max_size=3), st.none() | TEXT)
def test_any_figure_comes_back(
    text: str,
    value: Decimal | None,
    span: tuple[int, int],
    inherits: list[tuple[int, int]],
    part: str | None,
) -> None:
    figure = replace(
        FIGURE,
        text=text,
        quote=text,
        value=value,
        number=span,
        inherits=tuple(inherits),
        part_of=part,
    )
    assert read(Figure, lines((figure, figure))) == (figure, figure)


@given(TEXT, st.lists(TEXT, max_size=4), st.booleans())
def test_any_statement_comes_back(text: str, items: list[str], heading: bool) -> None:
    statement = replace(STATEMENT, quote=text, items=tuple(items), heading=heading)
    assert read(Statement, lines((statement,))) == (statement,)


@pytest.mark.parametrize("mark", ['"', "\\", "\n", "\t", "\r\n", "\x00", "\x0c", "😀", "“", "𠮷"])
def test_marks_that_need_care_come_back(mark: str) -> None:
    statement = replace(STATEMENT, quote=f"通过{mark}网站", items=(mark,))
    assert read(Statement, lines((statement,))) == (statement,)


# --------------------------------------------------------------------------- names and their senses

NAMES: dict[str, tuple[Sense, ...]] = {
    "受理": (Sense("action", ("受理",)),),
    "网上来信": (Sense("measure", ("网上", "来信")), Sense("action", ("上网",), near=True)),
    "多少": (Sense("ask", tag="number"),),
    "空": (),
}


def through_json(names: dict[str, tuple[Sense, ...]]) -> LazyNames:
    rows: dict[str, Any] = json.loads(json.dumps(senses_to_json(names)))
    return LazyNames(rows)


def test_names_and_senses_round_trip() -> None:
    assert dict(through_json(NAMES)) == NAMES


def test_names_that_share_their_senses_round_trip() -> None:
    shared = {**NAMES, "收到": NAMES["受理"], "来信": NAMES["网上来信"][:1]}
    data = json.loads(json.dumps(shared_to_json(shared)))
    assert len(data["senses"]) == 4
    names = SharedNames(data)
    assert dict(names) == shared
    assert ("收到" in names, "办结" in names, names.get("办结")) == (True, False, None)


def test_names_kept_as_a_graph_round_trip() -> None:
    many = {f"{year}没办{end}": NAMES["受理"] for year in ("去年", "上年") for end in ("结", "完")}
    terms = {**NAMES, **many, "review:维持:": (Sense("cell", ("维持",)),)}
    data = json.loads(json.dumps(terms_to_json(terms)))
    # 受理 and 多少 stand for one thing, as the four do; a cell is looked up by its key and read in no text.
    assert set(data["names"]) == {"网上来信", "空", "review:维持:"}
    names = TermNames(data)
    assert dict(names) == terms
    assert list(names) == sorted(terms)
    assert len(names) == len(terms)
    assert ("去年没办结" in names, "去年没办" in names, names.get("办结")) == (True, False, None)
    assert names.kinds("上年没办完") == {"action"}
    with pytest.raises(KeyError):
        names["去年没办"]


def test_names_are_a_mapping() -> None:
    names = through_json(NAMES)
    assert list(names) == list(NAMES)
    assert len(names) == len(NAMES)
    assert "受理" in names
    assert "办结" not in names
    assert names.get("办结", ()) == ()
    assert names["受理"] is names["受理"]
    with pytest.raises(KeyError):
        names["办结"]


SENSES = st.builds(Sense, TEXT, st.lists(TEXT, max_size=3).map(tuple), TEXT, st.booleans())


@given(st.dictionaries(TEXT, st.lists(SENSES, max_size=3).map(tuple), max_size=5))
def test_any_names_come_back(names: dict[str, tuple[Sense, ...]]) -> None:
    assert dict(through_json(names)) == names
