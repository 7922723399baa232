"""Every span of a question with what it may stand for."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import PLACES

from assistant.knowledge import load
from assistant.model import Mention
from assistant.steps.link import link
from assistant.steps.normalise import normalise

LEXICON = load(reports=("qingyuan-2013",)).lexicon

# question → (word, a kind it has) for the words that decide what is asked
KINDS = [
    ("英德市多少项", [("英德市", "place"), ("多少", "ask"), ("项", "unit")]),
    ("哪个区收到的申请数最多", [("申请", "action"), ("最多", "operator")]),
    ("市政府办公室负责信息公开吗", [("市政府办公室", "organ"), ("负责", "action")]),
    (
        "政府信息公开申请受理多少宗",
        [("政府信息公开申请", "action"), ("受理", "action"), ("宗", "unit")],
    ),
    ("门户网站发布信息多少条", [("门户网站", "channel"), ("发布", "action"), ("信息", "measure")]),
    ("每月出版吗", [("每月", "period"), ("出版", "action")]),
    ("2013年有多少件来信", [("2013年", "year"), ("件", "unit"), ("来信", "measure")]),
    ("去年呢", [("去年", "relative_year")]),
    ("六月份多少项", [("六月份", "part_of_year")]),
    ("第三部分讲什么", [("第三", "ordinal")]),
    ("韶关市多少项", [("韶关市", "place")]),
    ("没有收费吗", [("没有", "negation"), ("收费", "action")]),
    ("国办发〔2013〕73号是什么文件", [("国办发〔2013〕73号", "document")]),
]
ATOMS = [
    ("入驻事项", "入驻", "进驻"),
    ("政报每期多少册", "政报", "公报"),
    ("官网发布多少条", "官网", "门户网站"),
    ("打官司的有几宗", "打官司", "行政诉讼"),
    ("府办负责什么", "府办", "市政府办公室"),
    ("线上大厅几个", "线上", "网上"),
]
NUMBERS = [
    ("六千二百一十一项对吗", "六千二百一十一", "6211", ""),
    ("公报每期两千册对吧", "两千", "2000", ""),
    ("百分之五十以上", "百分之五十", "50", "%"),
    ("98%以上", "98%", "98", "%"),
    ("122.03万元是多少元", "122.03万", "1220300", "万"),
    ("超过650项的有哪些", "650", "650", ""),
]
YEARS = [("2012年", "2012"), ("二〇一三年", "2013"), ("二零一二年度", "2012"), ("2014", "2014")]
# A measure word is one only behind a number or a word that asks for one.
UNITS = [("多少项", "项", True), ("几宗", "宗", True), ("3件", "件", True), ("条例", "条", False)]

questions = st.text(
    "英德市连州多少项门户网站发布信息条1234567890年月?，abc去哪个最多比吗 ", max_size=40
)


def mentions_of(text: str) -> tuple[Mention, ...]:
    return link(normalise(text), LEXICON)[0]


def mention_of(text: str, word: str) -> Mention:
    """The mention that is this word, or holds it (数最多)."""
    found = sorted((m for m in mentions_of(text) if word in m.text), key=lambda m: len(m.text))
    assert found, [m.text for m in mentions_of(text)]
    return found[0]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_words_and_what_they_may_be(text: str, expected: list[tuple[str, str]]) -> None:
    for word, kind in expected:
        assert kind in mention_of(text, word).kinds()


@pytest.mark.parametrize(("text", "word", "concept"), ATOMS)
def test_other_words_for_the_same(text: str, word: str, concept: str) -> None:
    assert (concept,) in {sense.atoms for sense in mention_of(text, word).senses}


@pytest.mark.parametrize(("text", "word", "value", "tag"), NUMBERS)
def test_numbers_in_every_writing(text: str, word: str, value: str, tag: str) -> None:
    mention = mention_of(text, word)
    assert (mention.value, mention.tags("number")) == (Decimal(value), {tag})


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_years_in_every_writing(text: str, year: str) -> None:
    assert mention_of(text + "多少项" if text.endswith(("年", "年度")) else text, text).tags(
        "year"
    ) == {year}


@pytest.mark.parametrize(("text", "word", "counts"), UNITS)
def test_measure_words_only_where_something_is_counted(text: str, word: str, counts: bool) -> None:
    assert any(m.text == word and "unit" in m.kinds() for m in mentions_of(text)) is counts


@pytest.mark.parametrize("name", PLACES)
def test_a_place_with_and_without_its_ending_is_one(name: str) -> None:
    full, bare = (mention_of(f"{said}多少项", said) for said in (name, name[:-1]))
    assert {s.atoms for s in full.senses} == {s.atoms for s in bare.senses} == {(name,)}


@pytest.mark.parametrize("written", ["清机编[2010]1号", "清机编(2010)1号", "清机编〔2010〕 1 号"])
def test_brackets_do_not_matter_in_a_document_number(written: str) -> None:
    plain = mention_of("清机编〔2010〕1号是哪个文件", "清机编")
    assert (
        mention_of(f"{written}是哪个文件", "清机编").tags("document")
        == plain.tags("document")
        != set()
    )


@given(questions)
def test_mentions_stand_where_they_say_in_order(asked: str) -> None:
    text, end = normalise(asked).text, 0
    for mention in mentions_of(asked):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.text != ""
        end = mention.end


@given(questions)
def test_no_word_is_passed_over(asked: str) -> None:
    text = normalise(asked).text
    covered = {at for m in mentions_of(asked) for at in range(m.start, m.end)}
    assert all(at in covered for at, char in enumerate(text) if char.isalnum())


@given(questions)
def test_the_same_question_is_linked_the_same(asked: str) -> None:
    assert link(normalise(asked), LEXICON) == link(normalise(asked), LEXICON)
