"""Every rule of the grammar with what it reads and what it leaves: knowledge/grammar/examples.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from assistant import Assistant
from assistant.choosing.figures import Facts
from assistant.folders import knowledge_folder, read_yaml
from assistant.grammar.derive import Derived, derive
from assistant.model import Answer
from assistant.queries.answering import meaning
from assistant.queries.evaluate import evaluate
from assistant.queries.tree import Tree
from assistant.queries.values import Failure
from assistant.trace import Trace
from assistant.worded import ground_of
from tests.by_grammar import of_trace
from tests.compiling import over

REPORT = "qingyuan-2013"
# What an example says of a report of its own is read as one of this town.
TOWN = "baishi-2012"
CARDS = {TOWN: ("白石镇2012年政府信息公开工作年度报告", "白石镇人民政府", "白石镇", "2012")}
GRAMMAR = knowledge_folder() / "grammar"
REFUSED = "不答"
POLARITY = {"是": "yes", "否": "no"}
MEMBERS = ("连州市", "英德市", "清城区", "清新区", "佛冈县", "连山县", "连南县", "阳山县")
VALUE = re.compile(r"\d")


@dataclass(frozen=True)
class Example:
    rule: str
    question: str
    gold: str
    over: str = ""

    def __str__(self) -> str:
        return f"{self.rule}: {self.question}"


def examples(part: str) -> Iterator[Example]:
    table = read_yaml(GRAMMAR / "examples.yaml")
    for rule, row in table.items():
        for question, gold in row[part].items():
            yield Example(rule, question, str(gold), row.get("over", ""))


READS, LEAVES = tuple(examples("reads")), tuple(examples("leaves"))


@cache
def assistant(text: str = "") -> Assistant:
    """Over the report of 清远, or over what an example says of its own."""
    return (
        over({TOWN: f"{CARDS[TOWN][0]}\n{text}\n"}, CARDS) if text else Assistant(reports=[REPORT])
    )


@cache
def asked(example: Example) -> Trace:
    return assistant(example.over).attempt(example.question)


@cache
def read(example: Example) -> tuple[Tree | None, Answer | None]:
    return of_trace(assistant(example.over), asked(example))


@cache
def readings(example: Example) -> tuple[Derived, ...]:
    """All readings of a question with the rules that made them; of an idle clause's neighbour too."""
    known, trace = assistant(example.over).knowledge(_report(example)), asked(example)
    return derive(trace.question.text, trace.mentions, known.lexicon, known.language, known.labels)


def rules_of(example: Example) -> frozenset[str]:
    """The rules that made the reading that was answered."""
    tree, _ = read(example)
    found = (d.rules for d in readings(example) if tree and d.reading.tree.key == tree.key)
    return next(found, frozenset())


def _report(example: Example) -> str:
    return TOWN if example.over else REPORT


def faults(example: Example, answer: Answer) -> Iterator[str]:
    """What is wrong with the answer beside the gold."""
    if example.gold == REFUSED:
        if answer.status == "answered":
            yield f"answered: {answer.text}"
        return
    if answer.status != "answered":
        yield f"{answer.status}: {answer.text}"
        return
    said = [f"{v.value}{v.unit}" for v in answer.values]
    tokens = example.gold.split()
    wanted = [t for t in tokens if VALUE.match(t)]
    if wanted and sorted(wanted) != sorted(said):
        yield f"{said} in the place of {wanted}"
    for polarity in (POLARITY[t] for t in tokens if t in POLARITY):
        if answer.polarity != polarity:
            yield f"{answer.polarity} in the place of {polarity}"
    names = [t for t in tokens if t not in POLARITY and t not in wanted]
    yield from (f"没有说{name}" for name in names if name not in answer.text)
    if names and "更" not in example.gold:
        others = (m for m in MEMBERS if m not in example.gold and m not in example.question)
        yield from (f"多说了{m}" for m in others if m in answer.text)


def test_every_rule_has_examples() -> None:
    rules = read_yaml(GRAMMAR / "rules.yaml")["rules"]
    names = {row["name"] for row in rules}
    assert {e.rule for e in READS} == names == {e.rule for e in LEAVES}


@pytest.mark.parametrize("example", READS, ids=str)
def test_a_rule_reads_its_example(example: Example) -> None:
    _, answer = read(example)
    assert answer is not None
    assert list(faults(example, answer)) == []
    assert example.rule in rules_of(example)


@pytest.mark.parametrize("example", READS, ids=str)
def test_no_two_meanings_of_one_cost(example: Example) -> None:
    """Readings as cheap as the one that answers say the same, or nothing that the report supports."""
    tree, _ = read(example)
    all_of_them = readings(example)
    best = next(d.reading for d in all_of_them if tree and d.reading.tree.key == tree.key)
    known = assistant(example.over).knowledge(_report(example))
    facts = Facts(ground_of(known.indexes[0], known), asked(example).question.text)
    found = [evaluate(d.reading.tree, facts) for d in all_of_them if d.reading.cost <= best.cost]
    assert len({meaning(value) for value in found if not isinstance(value, Failure)}) == 1


@pytest.mark.parametrize("example", LEAVES, ids=str)
def test_a_near_miss_is_left(example: Example) -> None:
    assert list(faults(example, asked(example).answer)) == []
