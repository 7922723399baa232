"""What is made of a report or a text once and kept: it is what is made anew, and is not made again."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.dialogue.grammatical import understood
from assistant.model import Selection
from assistant.operators.ground import Ground
from assistant.operators.passages import items, periods, sentences, titled
from assistant.steps.match import match
from assistant.steps.spelled import says, spelled_at
from steps.handmade import ENTRIES, asked, entry, figure, index, place, unread, word
from steps.test_match import UNITS
from tests.asking import BUNDLED, assistant
from tests.steps_taken import steps_of

SAYS = [
    ("同意公开", "同意公开3件", True),
    ("同意公开", "不同意公开3件", False),
    ("同意公开", "不同意公开3件,同意公开1件", True),
    ("公开", "未公开,没公开", False),
    ("培训", "公开", False),
]
SELECTIONS = [
    asked(word("信息")),
    asked(word("文件类"), word("公报")),
    asked(place("连州市"), word("事项")),
    asked(unread("印刷"), word("信息")),
    asked(),
]


@pytest.mark.parametrize(("phrase", "text", "expected"), SAYS)
def test_a_phrase_that_is_denied_is_not_said(phrase: str, text: str, expected: bool) -> None:
    assert says(phrase, text) is expected


def test_the_words_of_a_fact_are_folded_once() -> None:
    fact = figure("f", "3", "件", quote="受理（申请）３件", what="受理申请", section="一 > 概 述")
    held, known = entry(fact, {"受理"}), index([entry(fact, {"受理"})])
    spelled = spelled_at(held, known)
    assert spelled.own.startswith("受理(申请)3件受理申请\n受理申请3件")
    assert spelled.around == "概述"
    assert spelled_at(held, known) is spelled
    assert not spelled.reaches("受理")


@pytest.mark.parametrize("selection", SELECTIONS)
def test_what_was_held_is_the_same_where_it_is_looked_at(selection: Selection) -> None:
    entries = tuple(ENTRIES.values())
    known = index(entries)
    ground = Ground(known, UNITS)
    winners, fits, held = ground.choose(selection, entries)
    anew = match(selection, entries, known, UNITS)
    assert [*held] == anew
    assert (len(held), held[0], [*held[1:]]) == (len(anew), anew[0], anew[1:])
    assert {c.fact.id for c in fits} <= {c.fact.id for c in anew if not c.left_over}
    assert {c.fact.id for c in winners} <= {c.fact.id for c in fits}


def test_passages_are_found_once_for_all_entries_and_anew_for_some() -> None:
    known = assistant(BUNDLED).knowledge(BUNDLED).indexes[0]
    ground = Ground(known, UNITS)
    some = frozenset(e.fact.id for e in known.entries[::2])
    for find in (sentences, periods, items):
        assert find(ground)
        assert find(ground) is find(ground)
    assert len(sentences(Ground(known.only(some), UNITS))) < len(sentences(ground))


def test_some_of_the_facts_are_all_that_there_are() -> None:
    known = assistant(BUNDLED).knowledge(BUNDLED).indexes[0]
    one, other = known.figures()[:2]
    alone = known.only(frozenset({one.fact.id}))
    assert alone.figures() == (one,)
    assert (alone.of(one.fact.id), alone.of(other.fact.id)) == (one, None)
    assert known.of(other.fact.id) is other


def test_everything_that_a_report_says_is_known_apart() -> None:
    known = assistant(BUNDLED).knowledge(BUNDLED).indexes[0]
    ground = Ground(known, UNITS)
    said = {*known.entries, *sentences(ground), *periods(ground), *items(ground), *titled(ground)}
    keys = {(e.key(), e.fact.quote) for e in said}
    assert len(keys) == len({e.key() for e in said})


def test_what_a_refusal_offers_is_asked_once() -> None:
    fresh = Assistant(reports=[BUNDLED])
    first = steps_of(lambda: fresh.answer("吹风会一共有几场"))
    again = steps_of(lambda: fresh.answer("吹风会一共有几场"))
    assert again < first
    assert fresh.answer("吹风会一共有几场") == assistant(BUNDLED).answer("吹风会一共有几场")


@pytest.mark.parametrize(
    "question", ["连州市和英德市哪个多", "英德市吹风会多少场", "八个县市区合计多少项"]
)
def test_without_refusals_the_grammar_answers_the_same(question: str) -> None:
    known = assistant(BUNDLED).knowledge(BUNDLED)
    trace = assistant(BUNDLED).explain(question)
    found = understood(trace.question.text, trace.mentions, known)
    answered = understood(trace.question.text, trace.mentions, known, refusing=False)
    if found is not None and found.finding.status == "answered":
        assert answered == found
    else:
        assert answered is None or answered.finding.status != "answered"
