"""Each fact held against a question: what it leaves over, what it adds. By hand-made facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model import Mention, Sense
from assistant.steps.match import hold, match
from assistant.steps.match.units import Units
from steps.handmade import CONCEPTS, ENTRIES, asked, entry, figure, index, place, unread, word

UNITS = Units(
    {
        "条": frozenset({"text"}),
        "篇": frozenset({"text"}),
        "篇(条)": frozenset({"text"}),
        "项": frozenset({"item"}),
        "件": frozenset({"case", "item"}),
        "宗": frozenset({"case"}),
        "个": frozenset({"place"}),
        "家": frozenset({"place"}),
        "元": frozenset({"money"}),
        "%": frozenset({"percent"}),
        "人": frozenset({"person"}),
        "人次": frozenset({"person"}),
    },
    frozenset({"个"}),
)
# asked, stated: may the one answer the other?
FITTING = [
    ("", "项", True),
    ("项", "项", True),
    ("条", "篇", True),
    ("篇", "万篇(条)", True),
    ("元", "万元", True),
    ("件", "宗", True),
    ("家", "个", True),
    ("个", "家", True),
    ("人", "人次", True),
    ("个", "元", False),
    ("个", "%", False),
    ("元", "项", False),
    ("%", "项", False),
    ("条", "件", False),
    ("人", "条", False),
]
KIND = [
    ("项", "项", True),
    ("元", "万元", True),
    ("条", "件", False),
    ("条", "项", False),
    ("人", "元", False),
    ("%", "条", False),
]
# words of a question → the facts that account for all of them
ACCOUNTS = [
    ((word("信息"),), {"portal", "portal_files", "gazette", "staff_news"}),
    ((word("门户网站"), word("信息")), {"portal", "portal_files"}),
    ((word("文件类"), word("信息")), {"portal_files", "gazette"}),
    ((word("文件类"), word("公报")), {"gazette"}),
    ((word("人事"),), {"staff_news"}),
    ((word("公报"), word("人事"), word("信息")), {"staff_news"}),
    ((place("连州市"), word("事项")), {"lianzhou"}),
    ((place("连州市"), word("信息")), set()),
    ((place("韶关市"), word("事项")), set()),
    ((unread("印刷"), word("信息")), set()),
    ((place("连州市"), Mention(0, 5, "2012年", (Sense("year", tag="2012"),))), set()),
    ((place("连州市"), Mention(0, 5, "2013年", (Sense("year", tag="2013"),))), {"lianzhou"}),
    ((place("连州市"), Mention(0, 2, "去年", (Sense("relative_year", tag="-1"),))), set()),
    ((place("连州市"), Mention(0, 2, "六月", (Sense("part_of_year", tag="六月"),))), set()),
]


def fitting(mentions: tuple[Mention, ...]) -> set[str]:
    held = match(asked(*mentions), ENTRIES.values(), index(ENTRIES.values()), UNITS)
    return {c.fact.id for c in held if not c.left_over}


@pytest.mark.parametrize(("wanted", "stated", "fits"), FITTING)
def test_measure_words_that_may_stand_for_each_other(wanted: str, stated: str, fits: bool) -> None:
    assert UNITS.fits(wanted, stated) is fits


@pytest.mark.parametrize(("one", "other", "same"), KIND)
def test_what_may_be_added_or_compared(one: str, other: str, same: bool) -> None:
    assert UNITS.same_kind(one, other) is UNITS.same_kind(other, one) is same


@pytest.mark.parametrize(("mentions", "facts"), ACCOUNTS)
def test_facts_that_account_for_every_word(mentions: tuple[Mention, ...], facts: set[str]) -> None:
    assert fitting(mentions) == facts


def test_every_fact_is_held_fitting_or_not() -> None:
    held = match(asked(word("公报")), ENTRIES.values(), index(ENTRIES.values()), UNITS)
    assert [c.fact.id for c in held] == list(ENTRIES)


def test_what_is_left_over_is_the_word_itself() -> None:
    strange = unread("印刷")
    found = hold(asked(word("信息"), strange), ENTRIES["gazette"], index(ENTRIES.values()), UNITS)
    assert found.left_over == (strange,)


def test_what_a_fact_adds_is_what_the_question_did_not_say() -> None:
    ground = index(ENTRIES.values())
    plain = hold(asked(word("门户网站"), word("信息")), ENTRIES["portal_files"], ground, UNITS)
    told = hold(asked(word("门户网站"), word("文件类")), ENTRIES["portal_files"], ground, UNITS)
    assert "文件类" in plain.added and "文件类" not in told.added


def test_a_word_of_one_of_many_is_not_the_figure_of_all() -> None:
    together = ((frozenset({"报纸", "电台"}), frozenset({"媒体"})),)
    fact = entry(figure("media", "500", "条"), {"报纸", "电台", "媒体", "播发"}, together=together)
    ground = index([fact])
    assert hold(asked(word("报纸"), word("播发")), fact, ground, UNITS).left_over
    assert not hold(asked(word("报纸"), word("电台"), word("播发")), fact, ground, UNITS).left_over
    assert not hold(asked(word("媒体"), word("播发")), fact, ground, UNITS).left_over


def test_a_looser_name_is_marked() -> None:
    near = Mention(0, 1, "钱", (Sense("measure", ("经费",), near=True),))
    fact = entry(figure("funds", "122.03", "万元"), {"经费"})
    held = hold(asked(near), fact, index([fact]), UNITS)
    assert held.left_over == () and held.near == 1
    assert hold(asked(word("经费")), fact, index([fact]), UNITS).near == 0


@given(st.lists(st.sampled_from(sorted(CONCEPTS)), min_size=1, max_size=4, unique=True))
def test_more_words_never_fit_more_facts(concepts: list[str]) -> None:
    mentions = tuple(word(c) for c in concepts)
    assert fitting(mentions) <= fitting(mentions[:1])


@given(st.permutations(list(ENTRIES.values())), st.sampled_from(sorted(CONCEPTS)))
def test_the_order_of_facts_changes_no_candidate(entries: list[object], concept: str) -> None:
    wanted = asked(word(concept))
    one = match(wanted, ENTRIES.values(), index(ENTRIES.values()), UNITS)
    other = match(wanted, entries, index(entries), UNITS)  # type: ignore[arg-type]
    assert {c.fact.id: c for c in one} == {c.fact.id: c for c in other}
