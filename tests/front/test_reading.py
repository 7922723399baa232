"""`gongkai explain` over the grammar: every word with what used it, the query as a tree, the next-best reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.folders import knowledge_folder, read_yaml
from assistant.front.reading import rendered
from assistant.front.trace import render_trace
from assistant.queries.tree import Tree
from assistant.trace import Trace
from tests.grammar.test_examples import READS, REPORT, assistant

LABELS = assistant().wording["labels"]
# What scanning itself finds: facets, numbers, units, ordinals, rounding; and what a turn before left.
SCANNED = {"F", "NUM", "UNIT", "NTH", "TOP", "ROUND"}

DRAWN = """\
  问一个数
    对象：相差
      甲：数字（阳山县、进驻、事项）
      乙：平均
        描述（成员为8个县市区）
      方向：用词（多）
    所问：描述（问多少项）"""
USED = [
    ("阳山县", "阳山县", "描述的词", "“阳山县进驻事项”"),
    ("比", "比", "比", "相差"),
    ("县市区", "县市区", "成员的类别", "描述"),
    ("的", "的", "虚词", "—"),
    ("平均数", "平均数", "平均", "平均"),
    ("多少", "多少", "问多少", "所问"),
]


@cache
def asked(question: str) -> Trace:
    return assistant().explain(question)


@cache
def by_grammar() -> list[str]:
    """The questions of the examples over the bundled report that the grammar answers."""
    questions = (e.question for e in READS if not e.over)
    return sorted({q for q in questions if asked(q).tree is not None})


def explained(question: str) -> str:
    return render_trace(asked(question), assistant())


def test_the_query_is_drawn_as_a_tree() -> None:
    assert DRAWN in explained("阳山县进驻事项比八个县市区的平均数多多少项")


def test_every_word_is_told_what_used_it() -> None:
    shown = explained("阳山县进驻事项比八个县市区的平均数多多少项")
    rows = [tuple(line.split()) for line in shown.splitlines()]
    assert [row for row in USED if row not in rows] == []


def test_the_cost_and_the_next_best_reading_are_told() -> None:
    shown = explained("进驻事项最多的县占全市百分之几")
    assert re.search("读法的代价：[0-9]+\n", shown)
    assert "次优的读法，代价" in shown


def test_a_clause_that_asks_nothing_is_shown_as_set_aside() -> None:
    shown = explained("马上截稿，八个县市区进驻事项的中位数是多少")
    assert ["马上截稿", "—", "未用到", "—"] in [line.split() for line in shown.splitlines()]


def test_no_character_of_a_question_is_left_out() -> None:
    assert len(by_grammar()) > 100
    for question in by_grammar():
        trace = asked(question)
        words, query = rendered(trace, assistant().knowledge(REPORT), LABELS)
        said = "".join(line.split()[0] for line in words.splitlines()[2:])
        assert said == trace.question.text.replace(" ", "")
        assert "（" in query


def test_every_category_and_operator_has_a_name() -> None:
    operators = read_yaml(knowledge_folder() / "lexicon" / "operators.yaml")
    assert {*operators, *SCANNED} - {*LABELS["categories"]} == set()
    found = {
        tree.op
        for question in by_grammar()
        if (root := asked(question).tree) is not None
        for tree in _all(root)
    }
    assert found - {*LABELS["trees"]} == set()


def _all(tree: Tree) -> Iterator[Tree]:
    yield tree
    for kid in (*(kid for _, kid in tree.kids), *tree.phrase.conditions):
        yield from _all(kid)
