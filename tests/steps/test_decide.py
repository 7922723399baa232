"""The rule: every word accounted for, and the least added; a tie stays a tie. By hand-made facts."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model import Candidate, Mention
from assistant.steps.decide import _beats, fitting, least
from assistant.steps.match import match
from assistant.steps.match.units import Units
from steps.handmade import CONCEPTS, ENTRIES, asked, figure, index, place, unread, word

UNITS = Units({}, frozenset())
# words of a question → the facts that win
WINNERS = [
    ((word("门户网站"), word("发布"), word("信息")), {"portal"}),
    ((word("门户网站"), word("文件类"), word("信息")), {"portal_files"}),
    ((word("文件类"), word("信息")), {"portal_files", "gazette"}),
    ((word("公报"), word("信息")), {"gazette"}),
    ((word("公报"), word("人事"), word("任免")), {"staff_news"}),
    ((word("人事"), word("信息")), {"staff_news"}),
    ((word("进驻"), word("事项")), {"total"}),
    ((word("事项"), place("连州市")), {"lianzhou"}),
    ((place("连州市"),), {"lianzhou"}),
    ((place("韶关市"), word("事项")), set()),
    ((word("公报"), unread("印刷"), word("成本")), set()),
    ((place("连州市"), place("英德市")), set()),
]
STRANGE = unread("印刷")


def winners(mentions: tuple[Mention, ...], entries: object = None) -> set[str]:
    held_by = tuple(entries or ENTRIES.values())  # type: ignore[call-overload]
    held = match(asked(*mentions), held_by, index(held_by), UNITS)
    return {c.fact.id for c in least(fitting(held))}


def candidate(name: str, added: str = "", of: str | None = None, **doubt: int) -> Candidate:
    return Candidate(figure(name, "1", "项", of=of), (), frozenset(added), **doubt)


@pytest.mark.parametrize(("mentions", "facts"), WINNERS)
def test_who_wins(mentions: tuple[Mention, ...], facts: set[str]) -> None:
    assert winners(mentions) == facts


@pytest.mark.parametrize(("mentions", "facts"), WINNERS)
def test_word_order_changes_nothing(mentions: tuple[Mention, ...], facts: set[str]) -> None:
    assert all(winners(order) == facts for order in permutations(mentions))


@given(st.permutations(list(ENTRIES.values())), st.sampled_from(WINNERS))
def test_the_order_of_facts_changes_nothing(
    entries: list[object], row: tuple[tuple[Mention, ...], set[str]]
) -> None:
    assert winners(row[0], entries) == row[1]


@given(st.lists(st.sampled_from(sorted(CONCEPTS)), min_size=1, max_size=5, unique=True))
def test_with_an_unknown_word_nothing_wins(concepts: list[str]) -> None:
    assert winners((*map(word, concepts), STRANGE)) == set()


@given(
    st.lists(st.sampled_from(sorted(CONCEPTS)), min_size=1, max_size=5, unique=True),
    st.sampled_from(sorted(CONCEPTS)),
)
def test_a_word_more_never_brings_a_fact_that_did_not_fit(concepts: list[str], more: str) -> None:
    mentions = tuple(map(word, concepts))
    every = match(asked(*mentions), ENTRIES.values(), index(ENTRIES.values()), UNITS)
    assert winners((*mentions, word(more))) <= {c.fact.id for c in every if not c.left_over}


def test_a_candidate_with_a_word_left_over_is_out() -> None:
    left = Candidate(figure("left", "1", "项"), (STRANGE,), frozenset())
    assert fitting([left]) == []
    assert fitting([left, candidate("whole", "ab")]) == [candidate("whole", "ab")]


def test_an_exact_word_beats_a_looser_name_and_a_heading() -> None:
    exact, near, weak = candidate("a"), candidate("b", near=1), candidate("c", weak=1)
    assert fitting([near, weak, exact]) == [exact]
    assert fitting([near]) == [near] and fitting([weak]) == [weak]


def test_the_least_added_wins_and_a_tie_stays() -> None:
    none, one, two, other = (
        candidate(n, a) for n, a in [("a", ""), ("b", "x"), ("c", "xy"), ("d", "z")]
    )
    assert least([two, one, none]) == [none]
    assert least([two, one, other]) == [one, other]


def test_a_whole_beats_its_part() -> None:
    whole, part = candidate("whole", "x"), candidate("part", "y", of="whole")
    assert least([part, whole]) == least([whole, part]) == [whole]


@given(
    st.permutations(
        [candidate(n, a) for n, a in zip("abcde", ["", "x", "xy", "z", "xz"], strict=True)]
    )
)
def test_least_ignores_the_order(candidates: list[Candidate]) -> None:
    assert least(candidates) == [candidate("a")]


def test_nothing_to_choose_from() -> None:
    assert fitting([]) == least([]) == []


@st.composite
def fields(draw: st.DrawFn) -> list[Candidate]:
    """Candidates of a whole, parts of it, parts of parts and strangers, whatever each adds and owns."""
    wholes = st.sampled_from((None, "f0", "f1", "f2"))
    found = []
    for number in range(draw(st.integers(0, 9))):
        added = draw(st.frozensets(st.sampled_from("abcd")))
        owned = draw(st.frozensets(st.integers(0, 2)))
        fact = figure(f"f{number}", "1", "项", of=draw(wholes))
        found.append(Candidate(fact, (), added, owned=owned))
    return found


@given(fields())
def test_those_that_need_not_be_compared_beat_nothing(candidates: list[Candidate]) -> None:
    every = [c for c in candidates if not any(_beats(other, c) for other in candidates)]
    assert least(candidates) == every
