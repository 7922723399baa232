"""Self-made adversaries from tables and over several reports, on invented reports of the genre."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from random import Random

import pytest

from assistant import Assistant
from assistant.adversaries import Pair, Tally, generate, generate_across, run, run_across
from assistant.adversaries.cells import Cells
from assistant.adversaries.gold import Gold, Place, amount, share
from assistant.adversaries.material import load_material
from assistant.adversaries.tally import Outcome, judge_across
from assistant.compiled import make_index
from assistant.model import Answer, Citation, Computation, Figure, Report, Value
from assistant.store import pack
from assistant.store.memory import MemoryStore
from tests.compiling import compiler, terms
from tests.reports.generate import standard, statistics

# Of each kind so many are asked; `gongkai adversaries` asks them all.
SAMPLE = 120
# A city in two years, a county in one of them, and a county of the era before.
MADE = (
    ("baishan-2022", "白山市", "市", 2022, standard),
    ("baishan-2023", "白山市", "市", 2023, standard),
    ("yunxixian-2023", "云溪县", "县", 2023, standard),
    ("jintangxian-2016", "金塘县", "县", 2016, statistics),
)


@cache
def assistant(*only: str) -> Assistant:
    draw, store = Random(7), MemoryStore(terms)
    for identity, place, kind, year, write in MADE:
        title = f"{place}{year}年政府信息公开工作年度报告"
        card = {"id": identity, "title": title, "organ": f"{place}人民政府", "place": place}
        text = f"{title}\n{write(draw, place, kind, year)}"
        report = compiler().read(text, {**card, "year": str(year)})
        store.save(pack(report, make_index(report, terms().names), terms().digest, ""))
    return Assistant(store=store, reports=only)


def report(identity: str) -> Report:
    found = assistant().report(identity)
    assert found is not None
    return found


@cache
def pairs(identity: str) -> tuple[Pair, ...]:
    knowledge = assistant(identity).knowledge(identity)
    return generate(report(identity), knowledge, load_material())


@cache
def across() -> tuple[Pair, ...]:
    return generate_across(assistant().reports, load_material())


def cell(identity: str, measure: str, member: str = "") -> Figure:
    return next(
        f
        for f in report(identity).figures
        if f.table and (f.measure, f.member) == (measure, member)
    )


# --------------------------------------------------------------------------- cells


@pytest.mark.parametrize("identity", ["baishan-2023", "jintangxian-2016"])
def test_every_cell_is_asked_about(identity: str) -> None:
    asked = {p.question.figure for p in pairs(identity)}
    assert {f.id for f in report(identity).figures if f.table} <= asked


def test_a_cell_is_called_by_row_and_column() -> None:
    cells = Cells.of(report("baishan-2023"), load_material())
    figure = cell("baishan-2023", "不予公开/属于国家秘密", "自然人")
    named = cells.named(figure)
    assert named is not None
    assert "涉密" in named.rows
    assert "自然人" in named.columns
    assert named.parent == "不予公开"
    phrases = {c.slots["phrase"] for c in cells.clauses(figure, Random(1))}
    assert "自然人申请中属于国家秘密的" in phrases


def test_a_name_of_two_rows_is_said_with_the_row_around_it() -> None:
    cells = Cells.of(report("jintangxian-2016"), load_material())
    shared = [f for f in report("jintangxian-2016").figures if f.measure.endswith("/被依法纠错数")]
    assert len(shared) == 2
    for figure in shared:
        parent = "行政复议" if "复议" in figure.measure else "行政诉讼"
        assert all(parent in c.slots["phrase"] for c in cells.clauses(figure, Random(1)))


def test_twins_of_cells_have_no_figure() -> None:
    found = {p.twin.twin: p.twin.text for p in pairs("baishan-2023") if p.twin}
    assert {"cell_column", "cell_row", "crossed"} <= set(found)
    source = report("baishan-2023").source
    absent = load_material().cells["absent_rows"]["applications"]
    assert not any(name in source for name in absent)


# --------------------------------------------------------------------------- several reports


def test_what_is_computed_follows_from_the_reports() -> None:
    """Growth and difference of two years, each computed again from the cells that must be cited."""
    by_place = {
        (r.id, f.number): f for r in assistant().reports for f in r.figures if f.value is not None
    }
    seen = set()
    for pair in across():
        gold, frame = pair.question.gold, pair.question.frame
        assert gold is not None
        figures = [by_place[p.report, p.spans[0]] for p in gold.places]
        values = [amount(str(f.value), f.unit) for f in figures]
        numbers = [f.value or Decimal(0) for f in figures]
        if frame == "growth":
            assert gold.values == (share(abs(numbers[1] - numbers[0]), numbers[0]),)
        elif frame == "each":
            assert gold.values == tuple(values)
        elif frame == "difference":
            assert gold.values[0][0] == abs((values[1][0] or 0) - (values[0][0] or 0))
        elif frame == "sum":
            assert gold.values[0][0] == (values[1][0] or 0) + (values[0][0] or 0)
        seen.add(frame)
    assert {"growth", "each", "difference", "sum"} <= seen


def test_every_kind_and_twin_is_there() -> None:
    labels = load_material().labels["frames"]
    assert {p.question.frame for p in across()} == set(labels)
    assert {p.twin.twin for p in across() if p.twin} == {"year", "place", "cell_row", "cell_column"}
    assert all(p.twin for p in across())


def test_no_twin_names_a_loaded_year_of_its_place() -> None:
    years = [p.twin.text for p in across() if p.twin and p.twin.twin == "year"]
    assert years
    assert all(
        any(f"{y}年" in text for y in (2013, 2014, 2015, 2017, 2018, 2019, 2020, 2021, 2024, 2025))
        for text in years
    )


def test_a_share_is_rounded_half_up() -> None:
    assert share(Decimal(1), Decimal(800)) == (Decimal("0.13"), "%")
    assert amount("1.2", "万件") == (Decimal(12000), "件")


# --------------------------------------------------------------------------- judging


def test_an_answer_over_reports_needs_figures_citations_and_words() -> None:
    gold = Gold(
        values=((Decimal(39), "件"),),
        places=(Place("a", ((5, 9),)), Place("b", ((2, 6),))),
        beside=((Decimal(10), "件"), (Decimal(49), "件")),
        say=("2023",),
    )
    asked = replace(across()[0].question, gold=gold, claim="", polarity=None)
    cited = (Citation("a", "", "", "", 0, 6), Citation("b", "", "", "", 5, 8))
    done = Computation("compare", "49 − 10 = 39", ("49", "10"))
    right = Answer(
        "", "answered", "2023年多39件", (Value("39", "件", "exact", "39件"),), None, cited, done
    )
    assert judge_across(asked, right) == Outcome.RIGHT
    with_sides = (*right.values, Value("49", "件", "exact", "49件"))
    assert judge_across(asked, replace(right, values=with_sides)) == Outcome.RIGHT
    more = (*right.values, Value("50", "件", "exact", "50件"))
    assert judge_across(asked, replace(right, values=more)) == Outcome.MISLED
    assert judge_across(asked, replace(right, values=())) == Outcome.MISLED
    assert judge_across(asked, replace(right, citations=cited[:1])) == Outcome.MISLED
    assert judge_across(asked, replace(right, text="2022年多39件")) == Outcome.MISLED
    assert judge_across(asked, replace(right, polarity="yes")) == Outcome.MISLED
    assert judge_across(asked, replace(right, status="clarify")) == Outcome.CLARIFIED
    assert judge_across(asked, replace(right, status="unanswered")) == Outcome.REFUSED
    twin = replace(asked, twin="year")
    assert judge_across(twin, right) == Outcome.MISLED
    assert judge_across(twin, replace(right, status="unanswered")) == Outcome.RIGHT


# --------------------------------------------------------------------------- asking them


def misled(tally: Tally) -> str:
    return "\n".join(f"{e.asked.text} → {e.said}" for e in tally.misled)


@pytest.mark.parametrize("identity", ["baishan-2023", "jintangxian-2016"])
def test_nothing_misleads(identity: str) -> None:
    tally = run(assistant(identity), identity, SAMPLE)
    assert not tally.misled, misled(tally)
    assert tally.recall >= Decimal("0.9"), "\n".join(e.asked.text for e in tally.missed)


def test_nothing_misleads_over_several_reports() -> None:
    tally = run_across(assistant(), "多份报告", SAMPLE)
    assert not tally.misled, misled(tally)
    assert tally.recall >= Decimal("0.95"), "\n".join(e.asked.text for e in tally.missed)
