"""The chart: how far it grows, and that meanings are made only of what the cheapest readings need."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from assistant.engine import answer
from assistant.grammar.chart import Chart, Drawing, TooInvolved
from assistant.grammar.meanings import build
from assistant.grammar.read import Language, Lattice, lattice
from assistant.grammar.rules import grammar_of
from assistant.knowledge import load
from assistant.queries.tree import Tree
from assistant.steps.link import link
from assistant.steps.normalise import normalise

INVOLVED = (
    "第一" * 150,
    "连州和英德" * 60,
    "一百" * 150,
    "多少项" * 100,
    "清远市连州市英德市" * 33,
)
DONE_SOON = (
    "比多少" * 100,
    "占" * 300,
    "的" * 300,
    "除了" * 150,
    "最多的县比" * 60,
    "是不是" * 100,
)
SHORT = 5000
MADE = 200


def laid(text: str) -> tuple[Lattice, Language]:
    known = load()
    question = normalise(text)
    mentions, _ = link(question, known.lexicon, known.indexes)
    return lattice(
        question.text, mentions, known.lexicon, known.language, known.labels
    ), known.language


@pytest.mark.parametrize("text", INVOLVED)
def test_what_is_too_involved_is_refused_as_that(text: str) -> None:
    ground, language = laid(text)
    chart = Chart(language.grammar, ground.passing, ground.stops)
    with pytest.raises(TooInvolved):
        chart.run(ground.edges)


@pytest.mark.parametrize("text", DONE_SOON)
def test_words_in_a_row_that_make_nothing_are_soon_done_with(text: str) -> None:
    assert answer(text).status == "unanswered"
    ground, language = laid(text)
    chart = Chart(language.grammar, ground.passing, ground.stops)
    chart.run(ground.edges)
    assert chart.items < SHORT


@pytest.mark.parametrize(
    "text", ["连州市进驻多少项", "佛冈县比倒数第二的区多几项", "两个区进驻事项合计占全市百分之几"]
)
def test_only_the_cheapest_readings_are_given_a_meaning(text: str) -> None:
    made: list[str] = []

    def counted(op: str, kids: Mapping[str, Tree]) -> Tree | None:
        made.append(op)
        return build(op, kids)

    ground, language = laid(text)
    chart = Chart(language.grammar, ground.passing, ground.stops)
    chart.run(ground.edges)
    assert not made
    drawing = Drawing(chart, counted)
    first = next(drawing.readings(ground.starts, ground.ends))
    assert 0 < len(made) < MADE
    costs = [first.cost, *(r.cost for r in drawing.readings(ground.starts, ground.ends))]
    assert costs == sorted(costs)


def test_a_rule_is_tried_only_where_its_words_stand() -> None:
    rows = [
        {"name": "whole", "yields": "S", "op": "whole", "form": "a:D [MORE] b:D"},
        {"name": "word", "yields": "D", "op": "word", "form": "f:F"},
        {"name": "asked", "yields": "D", "op": "asked", "form": "HOWMANY f:F"},
        {"name": "most", "yields": "D", "op": "most", "form": "f:F", "holds": ["SUP"]},
    ]
    grammar = grammar_of(rows)
    trie = grammar.over({"F"})
    assert set(trie.root.to) == {"D", "F"}
    assert [rule.name for rule in trie.root.to["F"].ends] == ["word"]
    assert set(trie.root.to["D"].to) == {"D"}
