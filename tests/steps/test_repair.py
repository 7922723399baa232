"""What is mended in how a word is written, and above all what never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import PLACES, answered, ask, figures, refused

from assistant.knowledge import load
from assistant.model import Repair
from assistant.steps.link import link
from assistant.steps.normalise import normalise

LEXICON = load(reports=("qingyuan-2013",)).lexicon

# question as mistyped, the word meant, the figure of the report
MENDED = [
    ("全市网上办事大厅进驻事顶总数多少项", "事项", "6211项"),
    ("政府工报发布文件类信息多少条", "公报", "664条"),
    ("佛岗县进驻了多少事项", "佛冈县", "663项"),
    ("佛岗进驻事项多少", "佛冈", "663项"),
    ("阳衫县有多少项进驻事项", "阳山县", "852项"),
    ("英得市进驻了多少项", "英德市", "628项"),
    ("来信办洁率是多少", "办结", "96%"),
]
# Slips that need no mending where the rest of the question says enough.
SLIPS = [("门户网占全年发布多少条信息", "12826条"), ("网上处里来信多少件", "1618件")]
PINYIN = [
    ("lianzhou you duoshao xiang", "669项"),
    ("yingde duoshao xiang", "628项"),
    ("yangshanxian jinzhu shixiang duoshao xiang", "852项"),
    ("lianzhou有多少项", "669项"),
]
# Typed letters that may spell several names, and the ones that the question leaves possible.
SPELLED = [
    ("lianzhou jinzhu duoshao xiang", ["连州", "进驻", "多少", "项"]),
    ("gongbao meiqi duoshao ce", ["公报", "每期", "多少", "册"]),
]
# Real names elsewhere that look or sound like a place of the report, and are not it.
ELSEWHERE = {
    "连江": ("连山县", "连州市", "连南县"),
    "连江县": ("连山县", "连州市", "连南县"),
    "连平县": ("连山县", "连州市", "连南县"),
    "连城县": ("连山县", "连州市", "连南县"),
    "阳江市": ("阳山县",),
    "阳春市": ("阳山县",),
    "阳东区": ("阳山县",),
    "佛山市": ("佛冈县", "阳山县"),
    "佛坪县": ("佛冈县",),
    "清丰县": ("清城区", "清新区"),
    "清苑区": ("清城区", "清新区"),
    "清江浦区": ("清城区", "清新区"),
    "德清县": ("英德市", "清新区"),
    "英山县": ("阳山县",),
    "韶关市": (),
    "肇庆市": (),
    "乳源县": (),
}
# Measures and acts that are near each other and are never each other.
APART = [
    ("办结", "受理"),
    ("受理", "办结"),
    ("采编", "采访"),
    ("档案馆", "图书馆"),
    ("行政复议", "行政诉讼"),
    ("纸质版", "电子版"),
    ("报纸", "报刊"),
    ("电视", "电台"),
    ("申请", "来信"),
    ("文件", "条例"),
    ("便民中心", "办事大厅"),
    ("实体", "网上"),
]


def repairs_of(asked: str) -> tuple[Repair, ...]:
    return link(normalise(asked), LEXICON)[1]


@pytest.mark.parametrize(("asked", "word", "figure"), MENDED)
def test_a_slip_is_mended_and_said(asked: str, word: str, figure: str) -> None:
    found = answered(asked)
    assert figures(found) == [figure]
    assert word in found.text


@pytest.mark.parametrize(("asked", "word", "figure"), MENDED)
def test_the_trace_holds_what_was_written_and_what_was_read(
    asked: str, word: str, figure: str
) -> None:
    (repair,) = repairs_of(asked)
    assert repair.written in asked and repair.written not in repair.read
    assert repair.read in word or word in repair.read


@pytest.mark.parametrize(("asked", "figure"), [*SLIPS, *PINYIN])
def test_slips_and_typed_pinyin(asked: str, figure: str) -> None:
    assert figures(answered(asked)) == [figure]


@pytest.mark.parametrize(("asked", "names"), SPELLED)
def test_only_the_name_that_was_read_is_said(asked: str, names: list[str]) -> None:
    assert [repair.read for repair in repairs_of(asked)] == names


@pytest.mark.parametrize("frame", ["{}有多少项进驻事项", "{}多少项", "网上办事大厅{}进驻事项总数"])
@pytest.mark.parametrize("place", ELSEWHERE)
def test_a_place_elsewhere_is_no_place_of_the_report(place: str, frame: str) -> None:
    refused(frame.format(place))


@pytest.mark.parametrize(("place", "ours"), ELSEWHERE.items())
def test_a_place_elsewhere_is_never_read_as_one_of_ours(place: str, ours: tuple[str, ...]) -> None:
    mentions, repairs = link(normalise(f"{place}有多少项进驻事项"), LEXICON)
    atoms = {atom for m in mentions for s in m.senses for atom in s.atoms}
    assert not atoms & set(ours)
    assert not any(name in repair.read for repair in repairs for name in ours)


@pytest.mark.parametrize("place", ["连江县", "连平县", "韶关市", "佛山市"])
def test_a_refusal_names_the_place(place: str) -> None:
    assert place[:2] in refused(f"{place}有多少项进驻事项").text


@pytest.mark.parametrize(("one", "other"), APART)
def test_one_measure_never_becomes_another(one: str, other: str) -> None:
    mentions, repairs = link(normalise(f"{one}多少"), LEXICON)
    exact = {atom for m in mentions for s in m.senses if not s.near for atom in s.atoms}
    assert repairs == ()
    assert other not in exact


@pytest.mark.parametrize("name", [*PLACES, *(n[:-1] for n in PLACES)])
def test_a_known_place_stays(name: str) -> None:
    assert repairs_of(f"{name}有多少项") == ()
    assert figures(answered(f"{name}有多少项")) == [
        f"{PLACES[next(n for n in PLACES if name in n)]}项"
    ]


def test_办结_is_not_受理() -> None:
    assert figures(answered("来信受理率是多少")) == ["100%"]
    assert figures(answered("来信办结率是多少")) == ["96%"]


@given(st.sampled_from([*PLACES, "韶关市", "连江县"]), st.text("的了吗呢?，", max_size=3))
def test_nothing_known_is_mended(place: str, tail: str) -> None:
    read = {r.read for r in repairs_of(f"{place}多少项{tail}")}
    assert not read & set(PLACES)


@given(st.sampled_from("阿本昌川东丰和吉金乐宁平庆容石通西永中"), st.sampled_from("县市区"))
def test_no_made_up_place_has_a_figure(char: str, kind: str) -> None:
    for name in (f"连{char}{kind}", f"清{char}{kind}", f"{char}山{kind}"):
        found = ask(f"{name}有多少项")
        assert found.status != "answered" or name in PLACES, found.text


@pytest.mark.parametrize(
    ("asked", "spelled"),
    [
        (
            "公报发布的文件累信息中，除人事任免信息外还有多少条",
            "公报发布的文件类信息中，除人事任免信息外还有多少条",
        ),
        (
            "公报发布的文件累信息，剔除人事任免信息还剩多少条",
            "公报发布的文件类信息，剔除人事任免信息还剩多少条",
        ),
    ],
)
def test_the_grammar_reads_a_mended_question_as_it_is_spelled(asked: str, spelled: str) -> None:
    one, other = ask(asked), ask(spelled)
    assert (one.status, one.values) == (other.status, other.values), (one.text, other.text)
    assert "提出" not in one.text + other.text
