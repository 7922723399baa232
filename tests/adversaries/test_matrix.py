"""The operator matrix: its true values against values written by hand, its words, its judge.

`GONGKAI_ADVERSARIES=all` asks all its questions; without it a few hundred stand for the rest.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

import pytest

import assistant.adversaries.matrix
from assistant.adversaries.matrix import MatrixTally, Question, generate, run_matrix
from assistant.adversaries.matrix import expressions as x
from assistant.adversaries.matrix.facts import Facts
from assistant.adversaries.matrix.gold import Gold, gold
from assistant.adversaries.matrix.judging import Outcome, judge
from assistant.adversaries.matrix.material import FILE, load_frames
from assistant.adversaries.matrix.members import Breakdown, Sort
from assistant.adversaries.matrix.questions import MAKERS
from assistant.adversaries.matrix.trees import depth
from assistant.adversaries.matrix.values import Amount, Undefined, quantity
from assistant.adversaries.matrix.wording import Speaker, key_of
from assistant.engine import Assistant
from assistant.errors import KnowledgeError, ReportError
from assistant.model import Answer, Report, Value
from tests import breakdowns

BUNDLED = "qingyuan-2013"
FEW = 208
LIMIT = None if os.environ.get("GONGKAI_ADVERSARIES") == "all" else FEW


def report(identity: str) -> Report:
    found = breakdowns.assistant().report(identity)
    assert found
    return found


@cache
def facts(identity: str) -> Facts:
    return Facts(report(identity), load_frames().words)


def breakdown(topic: str, *names: str) -> Breakdown:
    """The breakdown with this topic and these members, of one of the two reports."""
    every = [*facts("linjiang-2011").breakdowns, *facts("yunhe-2016").breakdowns]
    return next(b for b in every if b.topic == topic and {i.name for i in b.members} >= set(names))


def sort(b: Breakdown, noun: str) -> Sort:
    return next(s for s in b.sorts if s.noun == noun)


# --------------------------------------------------------------------------- what a report gives


def test_breakdowns_are_those_of_prose_and_of_tables() -> None:
    towns = breakdown("受理申请", "东山镇")
    assert [(i.name, i.value) for i in towns.members] == [
        ("东山镇", 9),
        ("西塘乡", 4),
        ("南湖镇", 16),
        ("北岭乡", 11),
    ]
    assert (towns.noun, towns.unit, towns.whole and towns.whole.value) == ("", "件", 40)
    assert [s.noun for s in towns.sorts] == ["乡镇", "镇", "乡"]
    answers = breakdown("申请答复")
    assert [(i.name, i.value) for i in answers.members] == [
        ("属于已主动公开范围", 20),
        ("同意公开答复", 41),
        ("同意部分公开答复", 5),
        ("不同意公开答复", 12),
    ]
    assert answers.whole and answers.whole.value == 78


def test_parts_told_apart_in_several_ways_have_no_common_name() -> None:
    assert breakdown("受理申请", "网上").sorts == ()


def test_the_cells_of_a_row_are_a_breakdown_by_their_columns() -> None:
    found = Assistant(reports=[BUNDLED])
    own = found.report(BUNDLED)
    assert own
    halls = next(b for b in Facts(own, load_frames().words).breakdowns if b.noun)
    assert [s.noun for s in halls.sorts] == ["县市区", "县", "区"]
    assert "市级" not in sort(halls, "县市区").names


def test_only_exact_figures_with_a_name_of_their_own_stand_alone() -> None:
    names = {item.name: item.value for item in facts("linjiang-2011").alone}
    assert names == {
        "主动公开政府信息": 2400,
        "县直单位公开": 1500,
        "《临江公报》编印": 10,
        "县电视台《公开在线》播出": 24,
        "县便民服务中心受理群众办事": 5230,
        "公示低保户": 125,
    }


# --------------------------------------------------------------------------- true values, by hand

TOWNS = "受理申请", "东山镇"


def town(name: str) -> x.Figure:
    b = breakdown(*TOWNS)
    return x.Figure(next(i for i in b.members if i.name == name), b)


def towns(noun: str = "乡镇") -> x.Members:
    b = breakdown(*TOWNS)
    return x.Members(b, sort(b, noun))


def whole() -> x.Figure:
    b = breakdown(*TOWNS)
    assert b.whole
    return x.Figure(b.whole, b)


def ten(value: str = "10") -> x.Given:
    return x.Given(Decimal(value), "件")


# 东山镇9, 西塘乡4, 南湖镇16, 北岭乡11; 40 in all.
QUANTITIES = {
    "figure": (lambda: town("南湖镇"), "16", "件", 0),
    "sum": (lambda: x.Sum(towns("镇")), "25", "件", 1),
    "sum of first": (lambda: x.Sum(x.First(towns(), 2)), "27", "件", 2),
    "sum of last": (lambda: x.Sum(x.First(towns(), 2, least=True)), "13", "件", 2),
    "mean": (lambda: x.Mean(towns("乡")), "7.5", "件", 1),
    "mean but one": (lambda: x.Mean(x.Except(towns(), ("西塘乡",))), "12", "件", 2),
    "median": (lambda: x.Median(towns()), "10", "件", 1),
    "spread": (lambda: x.Spread(towns()), "12", "件", 1),
    "most": (lambda: x.Value(x.Most(towns("乡"))), "11", "件", 1),
    "second": (lambda: x.Value(x.Nth(towns(), 2)), "11", "件", 1),
    "second last": (lambda: x.Value(x.Nth(towns(), 2, least=True)), "9", "件", 1),
    "count": (lambda: x.Count(x.Where(towns(), ">", ten())), "2", "", 2),
    "above the mean": (
        lambda: x.Count(x.Where(towns(), ">=", x.Mean(towns()))),
        "2",
        "",
        3,
    ),
    "difference": (lambda: x.Difference(town("东山镇"), town("南湖镇")), "7", "件", 1),
    "most less mean": (
        lambda: x.Difference(x.Value(x.Most(towns())), x.Mean(towns())),
        "6",
        "件",
        2,
    ),
    "ratio": (lambda: x.Ratio(town("南湖镇"), town("西塘乡")), "4", "倍", 1),
    "share": (lambda: x.Share(x.Sum(towns("镇")), whole()), "62.5", "%", 2),
    "growth": (lambda: x.Growth(town("北岭乡"), town("西塘乡")), "175", "%", 1),
    "remainder": (lambda: x.Remainder(whole(), town("东山镇")), "31", "件", 1),
    "added": (lambda: x.Difference(x.Added(town("西塘乡"), ten()), town("东山镇")), "5", "件", 2),
    "product": (lambda: x.Product(town("西塘乡"), x.Given(Decimal("0.5"), "元")), "2.0", "元", 1),
    "per": (lambda: x.Per(whole(), x.Given(Decimal(16), "个村")), "2.5", "件", 1),
}


@pytest.mark.parametrize("case", QUANTITIES)
def test_quantities_are_worth_what_is_counted_by_hand(case: str) -> None:
    make, value, unit, deep = QUANTITIES[case]
    tree = make()
    assert (quantity(tree), depth(tree)) == (Amount(Decimal(value), unit), deep)


NAMED = {
    "most": (lambda: x.Most(towns()), ("南湖镇",)),
    "least": (lambda: x.Most(towns("镇"), least=True), ("东山镇",)),
    "third": (lambda: x.Nth(towns(), 3), ("东山镇",)),
    "below": (lambda: x.Names(x.Where(towns(), "<", ten())), ("东山镇", "西塘乡")),
    "none": (lambda: x.Names(x.Where(towns(), ">", ten("99"))), ()),
    "larger": (lambda: x.Larger(town("东山镇"), town("北岭乡")), ("北岭乡",)),
    "less": (lambda: x.Larger(town("东山镇"), town("北岭乡"), less=True), ("东山镇",)),
}


@pytest.mark.parametrize("case", NAMED)
def test_names_are_those_that_are_found_by_hand(case: str) -> None:
    make, names = NAMED[case]
    assert gold(make()).names == names


TRUTHS = {
    "more": (lambda: x.Holds(town("南湖镇"), ">", x.Sum(towns("乡"))), "yes"),
    "not more": (lambda: x.Holds(town("西塘乡"), ">=", town("东山镇")), "no"),
    "just so": (lambda: x.Holds(town("西塘乡"), "<=", ten("4")), "yes"),
    "is the most": (lambda: x.IsMost("南湖镇", towns()), "yes"),
    "is not the least": (lambda: x.IsMost("东山镇", towns(), least=True), "no"),
    "every": (lambda: x.Every(towns(), ">", ten("4")), "no"),
    "every at least": (lambda: x.Every(towns(), ">=", ten("4")), "yes"),
    "some": (lambda: x.Some(towns("乡"), ">", ten()), "yes"),
    "none": (lambda: x.Some(towns("乡"), "<", ten("4")), "no"),
}


@pytest.mark.parametrize("case", TRUTHS)
def test_verdicts_are_those_of_the_figures(case: str) -> None:
    make, polarity = TRUTHS[case]
    assert gold(make()).polarity == polarity


def test_places_and_several() -> None:
    assert gold(x.Position("东山镇", towns())).position == 3
    assert [v.value for v in gold(x.Several((town("西塘乡"), town("北岭乡")))).values] == [4, 11]
    assert [v.value for v in gold(x.Table(towns("镇"))).values] == [9, 16]


def test_all_that_tie_are_the_most_and_no_place_is_shared() -> None:
    b = breakdown(*TOWNS)
    members = tuple(replace(i, value=Decimal(5)) if i.value < 10 else i for i in b.members)
    tied = replace(b, members=members)
    rows = x.Members(tied, sort(tied, "乡镇"))
    assert gold(x.Most(rows, least=True)).names == ("东山镇", "西塘乡")
    with pytest.raises(Undefined):
        gold(x.Nth(rows, 3))
    with pytest.raises(Undefined):
        gold(x.Sum(x.First(rows, 1, least=True)))


def test_different_units_make_no_sum_and_no_comparison() -> None:
    with pytest.raises(Undefined):
        gold(x.Difference(town("东山镇"), x.Given(Decimal(3), "元")))


# --------------------------------------------------------------------------- in words


@cache
def asked(identity: str) -> Sequence[Question]:
    return generate(report(identity), load_frames())


@pytest.mark.parametrize("identity", ["linjiang-2011", "yunhe-2016"])
def test_every_operator_is_asked_in_several_ways_up_to_depth_three(identity: str) -> None:
    questions = asked(identity)
    assert {q.operator for q in questions} == set(MAKERS)
    assert {q.depth for q in questions} == {0, 1, 2, 3}
    for operator in MAKERS:
        assert len({q.frame for q in questions if q.operator == operator}) > 1 or operator in (
            "median",
        )


@pytest.mark.parametrize("identity", ["linjiang-2011", "yunhe-2016"])
def test_no_slot_stays_open_and_no_question_is_asked_twice(identity: str) -> None:
    texts = [q.text for q in asked(identity)]
    assert len(texts) == len(set(texts)) > FEW
    assert not [text for text in texts if any(mark in text for mark in "{}|")]


def test_every_frame_is_reached() -> None:
    frames = {f"{key}/{name}" for key, group in load_frames().questions.items() for name in group}
    used = {q.frame for identity in ("linjiang-2011", "yunhe-2016") for q in asked(identity)}
    used |= {q.frame for q in generate(report_of_bundle(), load_frames(), 1)}
    assert frames - used == set()


def report_of_bundle() -> Report:
    found = Assistant(reports=[BUNDLED]).report(BUNDLED)
    assert found
    return found


def test_the_same_seed_asks_the_same_and_a_limit_speaks_of_all_operators() -> None:
    again = generate(report("yunhe-2016"), load_frames())
    assert again == asked("yunhe-2016")
    few = generate(report("yunhe-2016"), load_frames(), limit=FEW)
    assert few == again[:FEW]
    assert generate(report("yunhe-2016"), load_frames(), seed=1, limit=FEW) != few
    assert {q.operator for q in again[: len(MAKERS)]} == set(MAKERS)


def test_what_is_counted_is_said_once() -> None:
    tree = x.Difference(x.Value(x.Most(towns())), x.Mean(towns()))
    for number in range(20):
        for led in (True, False):
            text = Speaker(load_frames(), Random(number)).ask(tree, led).text
            assert text.count("申请") == 1, text


def test_a_frame_can_be_chosen() -> None:
    tree = x.Most(towns())
    assert key_of(tree) == ("most",)
    said = Speaker(load_frames(), Random(0)).ask(tree, True, "most/的是")
    assert "最多的是哪个乡镇" in said.text


def test_a_frame_with_an_unknown_slot_is_refused(tmp_path: Path) -> None:
    data = Path(__file__).resolve().parents[2] / "knowledge" / FILE
    text = data.read_text(encoding="utf-8").replace("{a}是{b}的几倍", "{a}是{c}的几倍", 1)
    (tmp_path / "adversaries").mkdir()
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"matrix\.yaml:\d+: {c}"):
        load_frames(tmp_path)


# --------------------------------------------------------------------------- the judge


def answer(
    text: str, *values: str, polarity: str | None = None, status: str = "answered"
) -> Answer:
    """An answer with values such as 9件."""
    found = []
    for value in values:
        number = value.rstrip("件个位倍%元")
        found.append(Value(number, value[len(number) :], "exact", value))
    return Answer("?", status, text, tuple(found), polarity)


# The questions that are answered.
TREES = {
    "mean": lambda: x.Mean(towns()),
    "apart": lambda: x.Difference(town("东山镇"), town("南湖镇")),
    "third": lambda: x.Share(town("东山镇"), x.Sum(towns("镇"))),
    "most": lambda: x.Most(towns()),
    "larger": lambda: x.Larger(town("东山镇"), town("北岭乡")),
    "none": lambda: x.Names(x.Where(towns(), ">", ten("99"))),
    "holds": lambda: x.Holds(town("东山镇"), ">", town("西塘乡")),
    "is_most": lambda: x.IsMost("东山镇", towns()),
    "place": lambda: x.Position("东山镇", towns()),
    "several": lambda: x.Several((town("东山镇"), town("西塘乡"))),
    "zero": lambda: x.Count(x.Where(towns(), ">", ten("99"))),
    "all_of_it": lambda: x.Sum(towns()),
}
RIGHT, REFUSED, WRONG = Outcome.RIGHT, Outcome.REFUSED, Outcome.WRONG
JUDGED = {
    "value": ("mean", "平均", answer("平均10件。", "10件"), RIGHT),
    "other value": ("mean", "平均", answer("共40件。", "40件"), WRONG),
    "no value": ("mean", "平均", answer("报告写道：受理申请。"), WRONG),
    "refused": ("mean", "平均", answer("没有看懂。", status="unanswered"), REFUSED),
    "asked back": ("mean", "平均", answer("?", status="clarify"), Outcome.CLARIFIED),
    "talk": ("mean", "平均", answer("您好。", status="chat"), REFUSED),
    "other unit": ("mean", "平均", answer("平均10元。", "10元"), WRONG),
    "alike unit": ("all_of_it", "一共", answer("共40件。", "40件"), RIGHT),
    "operands beside": ("apart", "差", answer("9件，16件，差7件", "9件", "16件", "7件"), RIGHT),
    "a stranger beside": ("apart", "差", answer("差7件", "7件", "360件"), WRONG),
    "share": ("third", "占", answer("36%", "36%"), RIGHT),
    "name": ("most", "哪个最多", answer("南湖镇最多，16件。", "16件"), RIGHT),
    "other name": ("most", "哪个最多", answer("北岭乡最多，11件。", "11件"), WRONG),
    "one name more": ("most", "哪个", answer("南湖镇、北岭乡最多", "16件"), WRONG),
    "in order": ("most", "排第一", answer("依次是：1. 南湖镇16件；2. 北岭乡11件"), RIGHT),
    "larger": (
        "larger",
        "东山镇和北岭乡哪个多",
        answer("东山镇9件，北岭乡11件，北岭乡更多", "9件"),
        RIGHT,
    ),
    "larger reversed": (
        "larger",
        "东山镇和北岭乡哪个多",
        answer("北岭乡和东山镇，东山镇更多", "9件"),
        WRONG,
    ),
    "none": ("none", "哪些超过99件", answer("没有。"), RIGHT),
    "none but one": ("none", "哪些超过99件", answer("南湖镇16件", "16件"), WRONG),
    "verdict": ("holds", "?", answer("是的，9件，4件。", polarity="yes"), RIGHT),
    "false verdict": ("holds", "?", answer("不是。", polarity="no"), WRONG),
    "shown": ("holds", "?", answer("东山镇9件，西塘乡4件，相差5件", "5件"), REFUSED),
    "half shown": ("holds", "?", answer("东山镇9件", "9件"), WRONG),
    "true leader": ("is_most", "东山镇最多吗", answer("南湖镇最多，16件", "16件"), REFUSED),
    "false leader": ("is_most", "东山镇最多吗", answer("东山镇最多，9件", "9件"), WRONG),
    "place": ("place", "第几", answer("东山镇9件，在4个中排第3位。", "9件"), RIGHT),
    "place in words": ("place", "第几", answer("排第三", "9件"), RIGHT),
    "no place": ("place", "第几", answer("东山镇9件。", "9件"), WRONG),
    "both": ("several", "分别", answer("9件；4件", "9件", "4件"), RIGHT),
    "one of both": ("several", "分别", answer("9件", "9件"), WRONG),
    "openly one": ("several", "分别", answer("9件。西塘乡不能回答", "9件"), REFUSED),
    "zero in words": ("zero", "几个", answer("没有超过99件的。"), RIGHT),
    "zero": ("zero", "几个", answer("0个", "0个"), RIGHT),
    "not zero": ("zero", "几个", answer("1个", "1个"), WRONG),
}


@pytest.mark.parametrize("name", JUDGED)
def test_an_answer_is_worth_what_a_reader_takes_from_it(name: str) -> None:
    tree, question, given, outcome = JUDGED[name]
    assert (
        judge(question, gold(TREES[tree]()), given, load_frames().words["partly"]).outcome
        == outcome
    )


def test_thousands_and_rounding_are_the_same_number() -> None:
    money = Gold((Amount(Decimal("9459.6899"), "元"),), scales=(Decimal(1), Decimal(10_000)))
    for number, unit in (("0.95", "万元"), ("9459.69", "元")):
        given = Answer("?", "answered", "", (Value(number, unit, "exact", ""),))
        assert judge("?", money, given).outcome == Outcome.RIGHT


def test_a_name_within_a_longer_one_is_not_said() -> None:
    others = Gold(names=("其他方式",), bystanders=("其他", "微信"))
    assert judge("哪种", others, answer("其他方式最多")).outcome == Outcome.RIGHT
    assert judge("哪种", others, answer("其他方式和其他最多")).outcome == Outcome.WRONG


# --------------------------------------------------------------------------- the engine


@pytest.fixture(scope="module")
def tally() -> MatrixTally:
    return run_matrix(Assistant(reports=[BUNDLED]), BUNDLED, LIMIT)


def test_everything_is_counted_once(tally: MatrixTally) -> None:
    for counts in (tally.operators, tally.depths, tally.frames):
        assert sum(c.asked for c in counts) == tally.all.asked
        assert sum(c.wrong for c in counts) == tally.all.wrong == len(tally.wrong)
    one = tally.all
    assert one.asked == one.right + one.clarified + one.refused + one.wrong


def test_nothing_is_answered_wrongly(tally: MatrixTally) -> None:
    assert [f"{one.question} {one.wanted} {one.said}" for one in tally.wrong] == []


@pytest.mark.parametrize("identity", ["linjiang-2011", "yunhe-2016"])
def test_nothing_is_answered_wrongly_over_prose_and_tables_written_for_tests(identity: str) -> None:
    found = run_matrix(breakdowns.assistant().only([identity]), identity, FEW // 2)
    assert [f"{one.question} {one.wanted} {one.said}" for one in found.wrong] == []


def test_what_is_simply_stated_is_answered_rightly(tally: MatrixTally) -> None:
    stated = next(c for c in tally.operators if c.name == "figure")
    assert (stated.right, stated.wrong) == (stated.asked, 0)


def test_an_unknown_report_is_said() -> None:
    with pytest.raises(ReportError):
        run_matrix(Assistant(reports=[BUNDLED]), "nowhere-2013")


def test_true_values_come_from_nothing_of_the_engine() -> None:
    engine = (
        "steps",
        "operators",
        "alone",
        "inquiry",
        "journey",
        "engine",
        "grammar",
        "queries",
        "index",
    )
    for path in Path(assistant.adversaries.matrix.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                part = node.module.removeprefix("assistant.").split(".")[0]
                typed = path.name == "tally.py" and part == "engine"
                assert part not in engine or typed, path.name
