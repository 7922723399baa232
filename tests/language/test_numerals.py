"""Numerals: what is one, what it is worth, and where it stands."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.numerals import find, parse, plain, scaled
from tests.steps_taken import is_linear

NUMBERS = [
    ("6211", "6211"),
    ("1,206", "1206"),
    ("1，206", "1206"),
    ("1.2", "1.2"),
    ("１２", "12"),
    ("-5", "-5"),
    ("007", "7"),
    ("零", "0"),
    ("〇", "0"),
    ("十", "10"),
    ("两百", "200"),
    ("六千二百一十一", "6211"),
    ("一百零五", "105"),
    ("一千零一十", "1010"),
    ("一百十二", "112"),
    ("两万零三十", "20030"),
    ("二〇一三", "2013"),
    ("二○一三", "2013"),
    ("二0一三", "2013"),
    ("一九九0", "1990"),
    ("一百二十二点零三", "122.03"),
    ("零点五", "0.5"),
    ("十八万", "180000"),
    ("一亿三千五百万", "135000000"),
    ("一万二千亿", "1200000000000"),
    ("五万亿", "5000000000000"),
    ("三点五亿", "350000000"),
    ("1.2万", "12000"),
    ("5200万", "52000000"),
    ("23.6万", "236000"),
    ("3千", "3000"),
    ("2万5千", "25000"),
    ("1亿2000万", "120000000"),
    ("三千五", "3500"),
    ("一万二", "12000"),
    ("三万五千五", "35500"),
    ("一亿二", "120000000"),
    ("兩萬三千", "23000"),
]

NO_NUMBERS = [
    "",
    "-",
    "件",
    "百二",
    "百万",
    "1.2.3",
    "1,2066",
    "12件",
    " 12",
    "1e3",
    "十三四",
    "两三",
    "一百二三十",
    "三千五万",
    "三亿五亿",
    "50%",
    "百分之五十",
    "½",
    "²",
    "∞",
    "NaN",
]

FOUND = [
    ("共受理6211件", [("6211", "6211", "")]),
    ("公开信息41,370条", [("41,370", "41370", "")]),
    ("公开信息41，370条", [("41，370", "41370", "")]),
    ("一是1,二是2", [("一", "1", ""), ("1", "1", ""), ("二", "2", ""), ("2", "2", "")]),
    ("2013，206", [("2013", "2013", ""), ("206", "206", "")]),
    ("1,206,12", [("1,206", "1206", ""), ("12", "12", "")]),
    ("投入23.6万元", [("23.6万", "23.6", "万")]),
    ("约1.2千万元", [("1.2千万", "1.2", "千万")]),
    ("产值3万亿", [("3万亿", "3", "万亿")]),
    ("计1亿2000万元", [("1亿2000万", "120000000", "")]),
    ("十八万人", [("十八万", "180000", "")]),
    ("3千人走30千米", [("3千", "3", "千"), ("30", "30", "")]),
    ("3百分点", [("3", "3", "")]),
    ("010-12345678", [("010", "10", ""), ("12345678", "12345678", "")]),
    ("见1.2.3。", [("1", "1", ""), ("2", "2", ""), ("3", "3", "")]),
    ("得3.5。", [("3.5", "3.5", "")]),
    ("二〇一三年十月", [("二〇一三", "2013", ""), ("十", "10", "")]),
    ("统一三农", [("一三", "13", "")]),
    ("二三十人", [("二", "2", ""), ("三十", "30", "")]),
    ("一百二三十", [("一百", "100", ""), ("二", "2", ""), ("三十", "30", "")]),
    ("九点三十分", [("九", "9", ""), ("三十", "30", "")]),
    ("十十", [("十", "10", ""), ("十", "10", "")]),
    ("统一成立三成员", [("一", "1", ""), ("三", "3", "")]),
    ("百万、千万、数百", []),
]

PERCENTAGES = [
    ("50%", "50"),
    ("50％", "50"),
    ("3.25%", "3.25"),
    ("百分之五十", "50"),
    ("百分之12.5", "12.5"),
    ("百分之十二点五", "12.5"),
    ("百分之百", "100"),
    ("四成", "40"),
    ("四成五", "45"),
    ("4成", "40"),
    ("千分之三", "0.3"),
    ("3‰", "0.3"),
    ("万分之一", "0.01"),
]

GARBAGE = [
    "1",
    "1.",
    "1,111",
    "一",
    "一点",
    "一0",
    "百分之",
    "一万",
    "1万",
    "十",
    "零",
    "一成",
    "1,1",
]

text_like = st.text() | st.text("0123456789,.，%零〇○一二两三九十百千万亿点分之成米０９")
numbers = st.decimals(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_a_number_has_its_value(text: str, value: str) -> None:
    assert parse(text) == Decimal(value)


@pytest.mark.parametrize(("text", "_value"), NUMBERS)
def test_a_number_is_found_whole(text: str, _value: str) -> None:
    numeral = find(text)[0]
    assert numeral.text == text.removeprefix("-")
    assert scaled(numeral.value, numeral.scale) == abs(parse(text) or 0)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_numerals_are_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(n.text, plain(n.value), n.scale) for n in find(text)] == expected
    assert not any(n.percent for n in find(text))


@pytest.mark.parametrize(("text", "value"), PERCENTAGES)
def test_percentages_are_found_whole(text: str, value: str) -> None:
    (numeral,) = find(f"占{text}。")
    assert (numeral.text, plain(numeral.value)) == (text, value)
    assert numeral.percent


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("0.9460", "0.946"),
        ("1E+3", "1000"),
        ("12.0", "12"),
        ("0E-7", "0"),
        ("-0", "0"),
        ("50", "50"),
    ],
)
def test_plain(value: str, written: str) -> None:
    assert plain(Decimal(value)) == written


@pytest.mark.parametrize(
    ("scale", "value"), [("", "1.2"), ("万", "12000"), ("千万", "12000000"), ("万亿", "1.2E12")]
)
def test_scaled(scale: str, value: str) -> None:
    assert scaled(Decimal("1.2"), scale) == Decimal(value)


@pytest.mark.parametrize("garbage", GARBAGE)
def test_garbage_is_read_in_steps_as_many_as_it_is_long(garbage: str) -> None:
    text = (garbage * 100_000)[:100_000]
    find(text)
    parse(text)
    assert is_linear(lambda text: (find(text), parse(text)), garbage, 2_000 // len(garbage))


@given(numbers)
def test_a_plain_number_reads_back(value: Decimal) -> None:
    assert parse(plain(value)) == value


@given(text_like)
def test_numerals_stand_where_they_say(text: str) -> None:
    end = 0
    for numeral in find(text):
        assert end <= numeral.start < numeral.end
        assert text[numeral.start : numeral.end] == numeral.text
        assert numeral.value.is_finite()
        end = numeral.end


@given(text_like)
def test_a_number_is_one_numeral(text: str) -> None:
    value = parse(text)
    if value is not None:
        (numeral,) = find(text)
        assert scaled(numeral.value, numeral.scale) == value.copy_abs()
