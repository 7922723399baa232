"""A report compiled: the committed files are what its text gives, no figure more and none less."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from assistant.compiled import COMPILED, digest, sources
from assistant.compiler.bundle import bundle, write_bundle
from assistant.compiler.report import read_card
from assistant.errors import KnowledgeError, ReportError
from assistant.folders import knowledge_folder
from assistant.knowledge import load
from assistant.model import Figure, Report
from assistant.records import read_report, write_report
from tests.compiling import compiler

KNOWLEDGE = knowledge_folder()
QINGYUAN = KNOWLEDGE / "reports" / "qingyuan-2013"
INVENTORY = Path(__file__).with_name("qingyuan-2013-figures.jsonl")
CARD = "id: linjiang-2016\ntitle: 临江市年报\norgan: 临江市政府办公室\nplace: 临江市\nyear: 2016\n"


@cache
def compiled() -> Report:
    return compiler().compile(QINGYUAN)


@cache
def committed() -> Report:
    return read_report(QINGYUAN)


# --------------------------------------------------------------------------- what is committed


def test_recompiling_gives_the_committed_files_byte_for_byte(tmp_path: Path) -> None:
    for path in write_report(compiled(), tmp_path):
        assert path.read_bytes() == (QINGYUAN / path.name).read_bytes(), (
            f"{path.name}: run `gongkai compile knowledge/reports/qingyuan-2013`"
        )


def test_every_committed_file_is_a_source_or_is_compiled(tmp_path: Path) -> None:
    made = {path.name for path in write_report(compiled(), tmp_path)}
    assert {path.name for path in QINGYUAN.iterdir()} == made | {"source.txt", "card.yaml"}


def test_compiling_twice_gives_the_same_report() -> None:
    assert compiler().compile(QINGYUAN) == compiled()


def test_the_committed_report_is_the_compiled_one() -> None:
    assert committed() == compiled()


def test_compiled_knowledge_is_fresh() -> None:
    kept = json.loads((KNOWLEDGE / COMPILED).read_text(encoding="utf-8"))
    assert kept["digest"] == digest(KNOWLEDGE), "knowledge/compiled.json: compile anew"


def test_compiled_knowledge_is_what_its_sources_give() -> None:
    kept = json.loads((KNOWLEDGE / COMPILED).read_text(encoding="utf-8"))
    assert kept == json.loads(json.dumps(bundle(KNOWLEDGE)))


# --------------------------------------------------------------------------- the inventory


@dataclass(frozen=True)
class Expected:
    """A figure of the inventory: `start:end` is where its number stands in the source."""

    id: int
    kind: str
    number: str
    value: Decimal | None
    unit: str
    bound: str
    quote: str
    part_of: int | None
    start: int
    end: int


def inventory() -> tuple[Expected, ...]:
    source = committed().source
    return tuple(
        _expected(json.loads(line), source)
        for line in INVENTORY.read_text(encoding="utf-8").splitlines()
    )


def _expected(row: dict[str, Any], source: str) -> Expected:
    assert source.count(row["quote"]) == 1
    assert row["quote"].count(row["number"]) == 1
    start = source.index(row["quote"]) + row["quote"].index(row["number"])
    value = None if row["value"] is None else Decimal(row["value"])
    return Expected(**(row | {"value": value, "start": start, "end": start + len(row["number"])}))


def at(expected: Expected, figures: tuple[Figure, ...]) -> list[Figure]:
    """The figures whose number overlaps the expected one."""
    return [f for f in figures if f.number[0] < expected.end and expected.start < f.number[1]]


def test_the_inventory_is_complete() -> None:
    expected = inventory()
    assert [e.id for e in expected] == list(range(1, 53))
    assert [e.start for e in expected] == sorted(e.start for e in expected)


@pytest.mark.parametrize("report", [compiled, committed])
def test_every_figure_of_the_inventory_is_found(report: Any) -> None:
    figures = report().figures
    ids = {e.id: found[0].id for e in inventory() if (found := at(e, figures))}
    for expected in inventory():
        (figure,) = at(expected, figures)
        assert (figure.kind, figure.value) == (expected.kind, expected.value), expected
        assert (figure.unit, figure.bound) == (expected.unit, expected.bound), expected
        assert figure.text == expected.number
        assert figure.part_of == ids.get(expected.part_of or 0), expected
        assert figure.start <= expected.start < expected.end <= figure.end, expected
        assert expected.number in figure.quote


@pytest.mark.parametrize("report", [compiled, committed])
def test_no_figure_is_found_that_is_not_there(report: Any) -> None:
    proved = {f.id for e in inventory() for f in at(e, report().figures)}
    assert [f.quote for f in report().figures if f.id not in proved] == []


def test_each_figure_stands_in_its_section() -> None:
    report = compiled()
    places = {s.path: (s.start, s.end) for s in report.sections}
    for figure in report.figures:
        start, end = places[figure.section]
        assert start <= figure.start < figure.end <= end


def test_parts_add_up_to_their_whole() -> None:
    figures = compiled().figures
    whole = next(f for f in figures if f.value == 6211)
    parts = [f.value for f in figures if f.part_of == whole.id and f.value is not None]
    assert len(parts) == 9
    assert sum(parts) == whole.value


# --------------------------------------------------------------------------- the ledger and proof


def test_every_digit_run_lies_in_exactly_one_ledger_entry() -> None:
    report = compiled()
    for run in re.finditer(r"\d+", report.source):
        around = [e for e in report.ledger if e.start <= run.start() and run.end() <= e.end]
        assert len(around) == 1, run.group()


def test_the_ledger_is_in_order_and_verbatim() -> None:
    report = compiled()
    assert all(first.end <= second.start for first, second in pairwise(report.ledger))
    for entry in report.ledger:
        assert report.source[entry.start : entry.end] == entry.text
        assert entry.reason


def test_every_figure_has_one_ledger_entry() -> None:
    report = compiled()
    listed = [e.figure for e in report.ledger if e.figure]
    assert sorted(listed) == [f.id for f in report.figures]
    numbers = {f.id: f.number for f in report.figures}
    assert all((e.start, e.end) == numbers[e.figure] for e in report.ledger if e.figure)


def test_nothing_in_this_report_is_left_unread() -> None:
    reasons = {e.reason for e in compiled().ledger if not e.figure}
    assert reasons == {"年份", "标题序号", "名称"}


def test_figures_are_exact_quotes() -> None:
    report = compiled()
    for figure in report.figures:
        assert report.source[figure.start : figure.end] == figure.quote
        assert report.source[slice(*figure.number)] == figure.text
        assert figure.clause[0] <= figure.start < figure.end <= figure.clause[1]
        assert figure.sentence[0] <= figure.clause[0] < figure.clause[1] <= figure.sentence[1]


def test_statements_are_exact_quotes() -> None:
    report = compiled()
    for statement in report.statements:
        assert report.source[statement.start : statement.end] == statement.quote
        assert statement.sentence[0] <= statement.start < statement.end <= statement.sentence[1]


def test_identities_are_unique() -> None:
    report = compiled()
    for records in (report.sections, report.figures, report.statements):
        names = [record.id for record in records]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("kind", "quote"),
    [
        ("duty", "市政府办公室负责市政府政务公开和指导、协调全市政府信息公开工作"),
        ("purpose", "以方便群众查阅"),
        ("result", "在社会上引起了强烈的反响"),
        ("result", "所有申请全部在规定的时限内办结"),
        ("measure", "加大网站整合力度"),
    ],
)
def test_statements_that_answer(kind: str, quote: str) -> None:
    assert quote in [s.quote for s in compiled().statements if s.kind == kind]


@pytest.mark.parametrize("kind", ["basis", "action", "channel", "recipient", "problem"])
def test_every_kind_of_statement_is_found(kind: str) -> None:
    assert any(s.kind == kind for s in compiled().statements)


def test_the_outline_of_the_report() -> None:
    outer = [s.path for s in compiled().sections if s.level == 1]
    assert outer == [
        "一、概述",
        "二、市政府办公室主动公开政府信息情况",
        "三、依申请公开政府信息和不予公开政府信息的情况",
        "四、政府信息公开的收费及减免情况",
        "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
        "六、存在问题及改进措施",
    ]
    assert sum(s.level == 2 for s in compiled().sections) == 10
    assert sum(s.level == 4 for s in compiled().sections) == 9


# --------------------------------------------------------------------------- what cannot be compiled


def folder(tmp_path: Path, source: bytes | None = b"1", card: str | None = CARD) -> Path:
    if source is not None:
        (tmp_path / "source.txt").write_bytes(source)
    if card is not None:
        (tmp_path / "card.yaml").write_text(card, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (None, "缺少 source.txt"),
        (b"", "空的"),
        (b" \n\r\n", "空的"),
        (b"\xff\xfe\xfd2013", "UTF-8"),
    ],
)
def test_a_source_that_cannot_be_read(tmp_path: Path, source: bytes | None, said: str) -> None:
    with pytest.raises(ReportError) as fault:
        compiler().compile(folder(tmp_path, source))
    assert str(tmp_path) in str(fault.value)
    assert said in str(fault.value)


@pytest.mark.parametrize("field", ["id", "title", "organ", "place", "year"])
def test_a_card_without_a_field(tmp_path: Path, field: str) -> None:
    card = "".join(f"{row}\n" for row in CARD.splitlines() if not row.startswith(field))
    with pytest.raises(ReportError, match=f"card.yaml: 缺少「{field}」，请补上"):
        read_card(folder(tmp_path, card=card))


@pytest.mark.parametrize(
    ("card", "said"),
    [
        (None, "缺少 card.yaml"),
        (CARD + "author: 甲\n", "不认识的字段「author」"),
        (CARD.replace("2016", "二〇一六"), "四位年份"),
        (CARD.replace("title: 临江市年报", "title: ''"), "缺少「title」"),
    ],
)
def test_a_card_that_cannot_be_used(tmp_path: Path, card: str | None, said: str) -> None:
    with pytest.raises(ReportError, match=said):
        read_card(folder(tmp_path, card=card))


def test_a_card_with_a_field_twice_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"^card\.yaml:6: 「year」"):
        read_card(folder(tmp_path, card=CARD + "year: 2017\n"))


def test_a_card_may_give_the_address(tmp_path: Path) -> None:
    address = "https://www.example.gov.cn/a.html"
    source = "一、概述\n全年公开信息5条。\n".encode()
    report = compiler().compile(folder(tmp_path, source, CARD + f"url: {address}\n"))
    assert (report.id, report.year, report.url) == ("linjiang-2016", 2016, address)
    assert report.source.encode() == source
    assert [(f.text, f.when) for f in report.figures] == [("5条", "2016年")]


# --------------------------------------------------------------------------- knowledge in one file


def small(tmp_path: Path) -> Path:
    """A folder of knowledge: a few terms, and one made-up report."""
    terms = tmp_path / "terms"
    terms.mkdir()
    for name in ("units.yaml", "across.yaml", "departments.yaml"):
        (terms / name).write_bytes((KNOWLEDGE / "terms" / name).read_bytes())
    (terms / "actions.yaml").write_text("kind: action\nconcepts:\n  公开: []\n", "utf-8")
    (tmp_path / "wording.yaml").write_text("greeting: 您好\n", "utf-8")
    for name in (
        *("checks.yaml", "uses.yaml", "passages.yaml", "frontmatter.yaml", "sentences.yaml"),
        *("faq.yaml", "adversaries.yaml", "standard.yaml"),
    ):
        (tmp_path / name).write_bytes((KNOWLEDGE / name).read_bytes())
    for name in ("grammar", "lexicon"):
        copytree(KNOWLEDGE / name, tmp_path / name)
    home = tmp_path / "reports" / "linjiang-2016"
    home.mkdir(parents=True)
    folder(home, "一、概述\n全年公开信息5条。\n".encode())
    write_report(compiler().compile(home), home)
    return tmp_path


def test_knowledge_is_loaded_as_compiled_and_made_anew_after_an_edit(tmp_path: Path) -> None:
    home = small(tmp_path)
    write_bundle(home)
    first = load(home)
    assert [index.report.id for index in first.indexes] == ["linjiang-2016"]
    assert "晒出" not in first.terms
    actions = home / "terms" / "actions.yaml"
    actions.write_text("kind: action\nconcepts:\n  公开: [晒出]\n", "utf-8")
    assert load(home).terms["晒出"] == first.terms["公开"]


def test_the_digest_changes_with_every_source(tmp_path: Path) -> None:
    home = small(tmp_path)
    before = digest(home)
    assert sources(home)
    for path in sources(home):
        kept = path.read_bytes()
        path.write_bytes(kept + b"\n")
        assert digest(home) != before, path.name
        path.write_bytes(kept)
    assert digest(home) == before


def test_a_report_survives_the_way_to_disk_and_back(tmp_path: Path) -> None:
    report = compiled()
    write_report(report, tmp_path)
    (tmp_path / "source.txt").write_bytes(report.source.encode())
    assert read_report(tmp_path) == report
    assert read_report(tmp_path) != replace(report, year=2012)
