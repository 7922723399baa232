"""Edits of answerable questions: what they change, how their answers are judged, what the engine makes of them."""

from __future__ import annotations

import os
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

import pytest

from assistant.adversaries.edits import EditsTally, run_edits
from assistant.adversaries.edits.bases import Base, of_facts, of_file, of_matrix
from assistant.adversaries.edits.editing import Edit, refused
from assistant.adversaries.edits.flipping import Flipping, flipped
from assistant.adversaries.edits.material import load_words
from assistant.adversaries.edits.refusals import Refusals
from assistant.adversaries.edits.staying import Staying
from assistant.adversaries.material import load_material
from assistant.adversaries.matrix import expressions as x
from assistant.adversaries.matrix.judging import Outcome
from assistant.adversaries.matrix.material import load_frames
from assistant.adversaries.matrix.members import Breakdown, Item, Sort
from assistant.adversaries.noises import Noises
from assistant.engine import Assistant
from assistant.evaluation import read_questions
from assistant.lexicon import Lexicon
from assistant.model import Answer, Report, Value
from tests import breakdowns

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "knowledge" / "questions" / "computed.jsonl"
BUNDLED = "qingyuan-2013"
LIMIT = None if os.environ.get("GONGKAI_ADVERSARIES") == "all" else 200


def report() -> Report:
    found = breakdowns.assistant().report("linjiang-2011")
    assert found
    return found


@cache
def bases() -> tuple[Base, ...]:
    facts = of_facts(report(), load_words(), Random(0))
    return (*facts, *of_matrix(report(), load_frames(), 0))


@cache
def staying() -> Staying:
    synonyms = {"受理": ("接收",)}
    noises = Noises(Lexicon.of(), load_material())
    return Staying(noises, synonyms, load_frames(), load_words())


def made(edits: list[Edit]) -> dict[str, str]:
    return {edit.kind: edit.text for edit in edits}


def town() -> Base:
    return next(b for b in bases() if "东山镇" in b.text and b.text.endswith("？") and b.figure)


# --------------------------------------------------------------------------- questions to be edited


def test_figures_and_their_claims_are_edited() -> None:
    texts = [b.text for b in bases() if b.figure]
    assert town().values[0].value == 9
    assert [b.polarity for b in bases() if b.figure and "东山镇" in b.text] == [None, "yes"]
    assert all("百分之100%" not in text for text in texts)


def test_the_questions_of_a_file_keep_their_history_and_judge() -> None:
    found = list(of_file(read_questions(FILE), {}))
    assert found
    assert all(b.source == "file" and b.text for b in found)


# --------------------------------------------------------------------------- what edits change


def test_edits_that_change_nothing_say_the_same() -> None:
    edits = made(list(staying().of(town(), Random(0))))
    assert set(edits) >= {"politeness", "background", "unmarked", "order", "traditional"}
    assert edits["background"].endswith(town().text)
    assert edits["order"].startswith("有多少件，")
    assert len(edits["homophone"]) == len(town().text)


def test_edits_to_be_refused_name_what_the_report_does_not() -> None:
    edits = made(list(Refusals(report(), load_words()).of(town(), Random(0))))
    assert set(edits) >= {"modifier", "relative", "year", "part_of_year", "place", "member", "unit"}
    assert "东山镇" not in edits["member"]
    assert "2011" not in edits["year"]
    assert "多少件" not in edits["unit"]
    for kind in ("modifier", "relative"):
        words = load_words()["modifiers" if kind == "modifier" else "relative"]
        assert any(word in edits[kind] for word in words)


def test_a_claim_is_denied_and_given_another_number() -> None:
    claim = next(b for b in bases() if b.polarity == "yes" and "东山镇9件" in b.text)
    edits = made(list(Flipping(load_frames(), load_words()).of(claim, Random(0))))
    assert "不是9件" in edits["denied"]
    assert "9件" not in edits["changed"].replace("19件", "").replace("不是", "")


SORT = Sort("乡", "哪个乡", "各乡", "个乡", "个", ("甲乡", "乙乡"))
ITEMS = (Item("甲乡", Decimal(3), "件"), Item("乙乡", Decimal(5), "件"))
ROWS = x.Members(Breakdown("申请", "申请", "件", ITEMS, (SORT,)), SORT)
FIVE = x.Given(Decimal(5), "件")
FLIPPED = {
    "most": (x.Most(ROWS), x.Most(ROWS, least=True)),
    "names": (x.Names(x.First(ROWS, 1)), x.Names(x.First(ROWS, 1, least=True))),
    "where": (x.Count(x.Where(ROWS, ">", FIVE)), x.Count(x.Where(ROWS, "<=", FIVE))),
    "holds": (x.Holds(FIVE, "<", FIVE), x.Holds(FIVE, ">=", FIVE)),
    "every": (x.Every(ROWS, ">", FIVE), x.Every(ROWS, "<=", FIVE)),
    "claimed": (x.Difference(FIVE, FIVE, "more"), x.Difference(FIVE, FIVE, "less")),
    "nothing": (x.Sum(ROWS), None),
    "apart": (x.Difference(FIVE, FIVE), None),
}


@pytest.mark.parametrize("case", FLIPPED)
def test_a_tree_is_turned_round(case: str) -> None:
    tree, turned = FLIPPED[case]
    assert flipped(tree) == turned


# --------------------------------------------------------------------------- the judge


def answer(text: str, number: str = "", unit: str = "件") -> Answer:
    values = (Value(number, unit, "exact", ""),) if number else ()
    return Answer("?", "answered", text, values)


def test_what_must_be_refused_is_wrong_with_any_answer() -> None:
    assert refused("?", answer("9件", "9")).outcome == Outcome.WRONG
    assert refused("?", Answer("?", "unanswered", "没有看懂")).outcome == Outcome.RIGHT
    assert refused("?", Answer("?", "clarify", "您是问？")).outcome == Outcome.CLARIFIED


def test_what_must_stay_is_wrong_with_another_figure() -> None:
    edit = next(staying().of(town(), Random(0)))
    assert edit.judge(edit.text, answer("东山镇9件", "9")).outcome == Outcome.RIGHT
    assert edit.judge(edit.text, answer("40件", "40")).outcome == Outcome.WRONG


def test_a_false_direction_must_be_said_to_be_false() -> None:
    flipping = Flipping(load_frames(), load_words())
    own = next(
        b
        for b in bases()
        if b.question and b.question.frame.startswith("difference/more/") and b.question.led
    )
    edit = next(flipping.of(own, Random(0)))
    assert "少" in edit.text or "低" in edit.text
    number, unit = str(own.values[0].value), own.values[0].unit
    right = answer(f"多{number}，不是少", number, unit)
    assert edit.judge(edit.text, right).outcome == Outcome.RIGHT
    wrong = answer(f"相差{number}", number, unit)
    assert edit.judge(edit.text, wrong).outcome == Outcome.WRONG


def test_a_turned_question_of_a_file_must_not_be_answered_as_before() -> None:
    own = Base("哪个乡最多？", "file", "9件", refused, town().values)
    edit = next(Flipping(load_frames(), load_words()).of(own, Random(0)))
    assert edit.text == "哪个乡最少？"
    assert edit.judge(edit.text, answer("9件", "9")).outcome == Outcome.WRONG
    assert edit.judge(edit.text, answer("4件", "4")).outcome == Outcome.RIGHT
    longer = replace(own, text="哪些乡不超过9件？")
    assert (
        next(Flipping(load_frames(), load_words()).of(longer, Random(0))).text == "哪些乡超过9件？"
    )


# --------------------------------------------------------------------------- the engine


@pytest.fixture(scope="module")
def tally() -> EditsTally:
    return run_edits(Assistant(reports=[BUNDLED]), BUNDLED, LIMIT)


def test_everything_is_counted_once(tally: EditsTally) -> None:
    assert [one.name for one in tally.families] == ["stay", "refuse", "flip"]
    edits = sum(one.asked for one in tally.families)
    assert edits == sum(one.asked for one in tally.kinds)
    assert LIMIT is None or edits == LIMIT
    assert sum(one.wrong for one in tally.families) == len(tally.wrong)


def test_another_year_place_or_organ_is_never_answered(tally: EditsTally) -> None:
    kinds = {one.name: one for one in tally.kinds}
    for kind in ("year", "relative_year", "part_of_year", "place", "organ", "member", "relative"):
        assert kinds[f"refuse/{kind}"].wrong == 0, kind


def test_a_file_is_edited_in_place_of_the_report() -> None:
    found = run_edits(Assistant(reports=[BUNDLED]), BUNDLED, 60, expectations=read_questions(FILE))
    assert found.edited > 0
    own = {one.question for one in read_questions(FILE)}
    assert {example.frame for example in (*found.wrong, *found.missed)} <= own
