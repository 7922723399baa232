"""Reading a text as known names: the longest and the fewest win, and what is unread is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.pinyin import common
from assistant.lexicon import Lexicon, Names
from assistant.model import Mention, Sense
from assistant.records import TermNames, terms_to_json
from tests.steps_taken import is_linear


def named(kind: str, *names: str) -> dict[str, tuple[Sense, ...]]:
    return {name: (Sense(kind, (name,)),) for name in names}


TERMS: Names = {
    **named(
        "measure", "网上", "网站", "门户网站", "大厅", "办事大厅", "网上办事大厅", "信息", "来信"
    ),
    **named("measure", "信息公开", "县(市、区)"),
    **named("action", "办事", "公开", "受理"),
    **named("frame", "公", "开了", "的", "上办", "请问"),
    "多少": (Sense("ask", tag="number"),),
    "件": (Sense("unit", tag="件"),),
    "接到": (Sense("action", ("受理",)),),
    "信函": (Sense("measure", ("来信",)), Sense("measure", ("信息",), near=True)),
}
PLACES: Names = {**named("place", "松源县", "松源"), **named("word", "来信")}
LEXICON = Lexicon.of(TERMS, PLACES)


def pieces(text: str, lexicon: Lexicon = LEXICON) -> list[str]:
    """The mentions in a row, those that nothing explains in brackets."""
    return [m.text if m.senses else f"[{m.text}]" for m in lexicon.read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("受理来信多少件", ["受理", "来信", "多少", "件"]),
        # longest first, and whole before parts
        ("网上办事大厅", ["网上办事大厅"]),
        ("办事大厅", ["办事大厅"]),
        ("门户网站", ["门户网站"]),
        ("信息公开", ["信息公开"]),
        ("信息公开了", ["信息", "公", "开了"]),
        ("松源县受理", ["松源县", "受理"]),
        ("松源受理", ["松源", "受理"]),
        # what nothing explains is left over, whole and where it stands
        ("松源市受理", ["松源", "[市]", "受理"]),
        ("受理投诉多少件", ["受理", "[投诉]", "多少", "件"]),
        ("全是生词", ["[全是生词]"]),
        ("2012年来信", ["[2012年]", "来信"]),
        # white space and marks are neither read nor missed
        (" 受理 来信 ？", ["受理", "来信"]),
        ("投诉，举报", ["[投诉]", "[举报]"]),
        ("(投诉)", ["[投诉]"]),
        ("，。？", []),
        # a name may hold marks of its own
        ("各县(市、区)来信", ["[各]", "县(市、区)", "来信"]),
    ],
)
def test_reading(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_covering_is_better_than_a_longer_name_with_a_rest() -> None:
    lexicon = Lexicon.of(named("measure", "政府网", "政府", "网站"))
    assert pieces("政府网站", lexicon) == ["政府", "网站"]


def test_content_is_better_than_frame() -> None:
    lexicon = Lexicon.of({**named("action", "收到", "情况"), **named("frame", "到情", "收", "况")})
    assert pieces("收到情况", lexicon) == ["收到", "情况"]


def test_a_mention_carries_everything_that_it_may_stand_for() -> None:
    (mention,) = LEXICON.read("信函")
    assert mention.senses == TERMS["信函"]
    assert mention.kinds() == {"measure"}
    (asked,) = LEXICON.read("多少")
    assert asked.tags("ask") == {"number"}


def test_layers_are_read_together() -> None:
    assert [s.kind for s in LEXICON.senses("来信")] == ["measure", "word"]
    assert Lexicon.of(TERMS, TERMS).senses("来信") == TERMS["来信"]
    assert LEXICON.senses("投诉") == ()


def test_knowing_is_exact() -> None:
    assert LEXICON.knows("松源县")
    assert LEXICON.knows("网上办事大厅")
    assert not LEXICON.knows("松源县 ")
    assert not LEXICON.knows("网上办事")
    assert not LEXICON.knows("")


def test_all_names_once() -> None:
    names = list(LEXICON.names())
    assert len(names) == len(set(names)) == len({*TERMS, *PLACES})
    assert LEXICON.reach["县"] == len("县(市、区)")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("松原县", "松源县"),
        ("松县", "松源县"),
        ("源松", "松源"),
        ("结到", "接到"),
        ("朵绍", "多少"),
    ],
)
def test_names_near_a_slip(written: str, name: str) -> None:
    assert name in LEXICON.near(written)


@pytest.mark.parametrize("written", ["请间", "上半", "公", "件", "松源县", "完全不同"])
def test_frame_words_and_what_is_right_are_near_nothing(written: str) -> None:
    assert not {"请问", "上办", "公", "件", written} & set(LEXICON.near(written))


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("songyuanxian", "松源县"),
        ("songyuan", "松源"),
        ("laixin", "来信"),
        ("shouli", "受理"),
        ("menhuwangzhan", "门户网站"),
        ("duoshao", "多少"),
    ],
)
def test_names_by_their_pinyin(spelling: str, name: str) -> None:
    assert name in LEXICON.sounding(spelling, 0)[len(spelling)]


def test_names_that_sound_alike_share_a_spelling() -> None:
    lexicon = Lexicon.of(named("place", "松源县", "松原县"))
    assert lexicon.sounding("songyuanxian", 0) == {12: ("松源县", "松原县")}


def test_names_are_spelled_from_a_place_on() -> None:
    found = LEXICON.sounding("qingwenshoulilaixin", len("qingwen"))
    assert found == {len("qingwenshouli"): ("受理",)}
    assert LEXICON.sounding("shoulilaixin", 0) == {6: ("受理",)}


def test_what_a_report_says_is_spelled_as_it_is_kept_anywhere() -> None:
    # 行 as xing by a name for certain, as hang as well where it is content only.
    frame, content = named("frame", "行"), named("word", "行")
    assert Lexicon.of(content).sounding("hang", 0) == {4: ("行",)}
    assert Lexicon.of(frame, content).sounding("hang", 0) == {}
    assert Lexicon.of(frame, content).sounding("xing", 0) == {4: ("行",)}


@pytest.mark.parametrize("layers", [(TERMS, PLACES), (PLACES, TERMS)])
@given(text=st.text(st.sampled_from("网上办事大厅来信受里开公门户站松原县信函"), max_size=9))
def test_names_kept_as_a_graph_are_read_as_others_are(
    layers: tuple[Names, Names], text: str
) -> None:
    plain = Lexicon.of(*(dict(sorted(layer.items())) for layer in layers))
    graph = Lexicon.of(*(TermNames(terms_to_json(layer)) for layer in layers))
    assert list(graph.names()) == list(plain.names())
    assert graph.named(text) == plain.named(text)
    assert graph.read(text) == plain.read(text)
    assert graph.near(text) == plain.near(text)
    assert graph.spells(text) == plain.spells(text)
    letters = "".join(map(common, text))
    assert graph.sounding(letters, 0) == plain.sounding(letters, 0)
    assert [*graph.mendable({text})] == [*plain.mendable({text})]
    for name in (*TERMS, *PLACES, text):
        assert graph.senses(name) == plain.senses(name)
        assert graph.knows(name) == plain.knows(name)


def test_fixed_mentions_stand_beside_the_names() -> None:
    number = Mention(2, 6, "1618", (Sense("number"),))
    assert LEXICON.read("受理1618件", (number,))[1] == number


def test_a_longer_fixed_mention_wins() -> None:
    text = "公开受理来信"
    fixed = Mention(2, 6, "受理来信", (Sense("number"),))
    assert [m.text for m in LEXICON.read(text, (fixed,))] == ["公开", "受理来信"]


def test_a_longer_name_wins_over_a_fixed_mention() -> None:
    fixed = Mention(0, 1, "网", (Sense("number"),))
    assert [m.text for m in LEXICON.read("网上办事大厅", (fixed,))] == ["网上办事大厅"]


def test_an_empty_lexicon_reads_nothing() -> None:
    empty = Lexicon.of()
    assert pieces("受理来信", empty) == ["[受理来信]"]
    assert list(empty.names()) == []
    assert empty.near("受里") == ()
    assert empty.sounding("shouli", 0) == {}


def test_a_long_text_takes_no_more_steps_than_its_length() -> None:
    unit = "松源县网上办事大厅受理投诉多少件，"
    assert len(LEXICON.read(unit * 100)) == 6 * 100
    assert is_linear(LEXICON.read, unit, 50)


TEXTS = st.lists(
    st.sampled_from([*TERMS, *PLACES, "投诉", "市", " ", "，", "？", "12", "A"]), max_size=12
).map("".join) | st.text(max_size=30)


@given(TEXTS)
def test_mentions_stand_in_order_and_quote_the_text(text: str) -> None:
    at = 0
    for mention in LEXICON.read(text):
        assert at <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.senses == LEXICON.senses(mention.text)
        at = mention.end
    assert at <= len(text)


@given(TEXTS)
def test_every_letter_and_digit_is_accounted_for(text: str) -> None:
    covered = {at for m in LEXICON.read(text) for at in range(m.start, m.end)}
    assert {at for at, char in enumerate(text) if char.isalnum()} <= covered


@given(st.lists(st.sampled_from(["松源县", "受理", "来信", "多少", "网上办事大厅"]), max_size=10))
def test_a_row_of_names_is_read_back(names: list[str]) -> None:
    assert pieces("".join(names)) == names


@given(TEXTS)
def test_reading_is_deterministic(text: str) -> None:
    assert LEXICON.read(text) == Lexicon.of(TERMS, PLACES).read(text)


def test_names_of_a_text_stand_where_they_begin_the_longest_first() -> None:
    found = [[m.text for m in names] for names in LEXICON.named("网上办事大厅")]
    assert found == [["网上办事大厅", "网上"], ["上办"], ["办事大厅", "办事"], [], ["大厅"], []]
    assert LEXICON.named("网上办事大厅") is LEXICON.named("网上办事大厅")
