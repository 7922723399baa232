"""Numerals of the genre: which count something, how much, how exactly; and why the others do not."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.compiler.genre import Genre, read_genre
from assistant.compiler.outline import outline
from assistant.compiler.quantities import quantities
from assistant.compiler.quantity import Quantity
from assistant.compiler.segment import Segmenter
from assistant.folders import knowledge_folder
from assistant.language.script import fold
from assistant.model import LedgerEntry

# Clause, then each quantity as it is written with number, unit, bound and kind.
STATED = [
    # bounds before, inside and after the number
    ("主动公开信息360条", [("360条", "360", "条", "exact", "count")]),
    ("主动公开信息约360条", [("360条", "360", "条", "about", "count")]),
    ("主动公开信息近360条", [("360条", "360", "条", "about", "count")]),
    ("主动公开信息超过360条", [("360条", "360", "条", "more", "count")]),
    ("主动公开信息逾360条", [("360条", "360", "条", "more", "count")]),
    ("主动公开信息不足360条", [("360条", "360", "条", "less", "count")]),
    ("主动公开信息不少于360条", [("360条", "360", "条", "at_least", "count")]),
    ("主动公开信息至少360条", [("360条", "360", "条", "at_least", "count")]),
    ("主动公开信息最多360条", [("360条", "360", "条", "at_most", "count")]),
    ("主动公开信息360余条", [("360余条", "360", "条", "more", "count")]),
    ("主动公开信息360多条", [("360多条", "360", "条", "more", "count")]),
    ("主动公开信息360来条", [("360来条", "360", "条", "about", "count")]),
    ("主动公开信息360条以上", [("360条以上", "360", "条", "at_least", "count")]),
    ("主动公开信息360条以下", [("360条以下", "360", "条", "at_most", "count")]),
    ("主动公开信息360条以内", [("360条以内", "360", "条", "at_most", "count")]),
    ("主动公开信息360条左右", [("360条左右", "360", "条", "about", "count")]),
    # scales stay with the unit
    ("主动公开信息18万条", [("18万条", "18", "万条", "exact", "count")]),
    ("主动公开信息1.2万多条", [("1.2万多条", "1.2", "万条", "more", "count")]),
    ("主动公开信息1万余条", [("1万余条", "1", "万条", "more", "count")]),
    ("网站点击量3亿次", [("3亿次", "3", "亿次", "exact", "count")]),
    # money
    ("安排经费38万元", [("38万元", "38", "万元", "exact", "money")]),
    ("安排经费122.03万元", [("122.03万元", "122.03", "万元", "exact", "money")]),
    ("安排经费约1.5亿元", [("1.5亿元", "1.5", "亿元", "about", "money")]),
    ("安排经费38.5万余元", [("38.5万余元", "38.5", "万元", "more", "money")]),
    ("安排经费1,206元", [("1,206元", "1206", "元", "exact", "money")]),
    ("安排经费1，206元", [("1,206元", "1206", "元", "exact", "money")]),
    ("收取费用0元", [("0元", "0", "元", "exact", "money")]),
    # shares
    ("办结率98%", [("98%", "98", "%", "exact", "percent")]),
    ("办结率98.5％", [("98.5%", "98.5", "%", "exact", "percent")]),
    ("办结率达98%以上", [("98%以上", "98", "%", "at_least", "percent")]),
    ("办结率约98%", [("98%", "98", "%", "about", "percent")]),
    ("办结率百分之九十八", [("百分之九十八", "98", "%", "exact", "percent")]),
    ("办结率达九成以上", [("九成以上", "90", "%", "at_least", "percent")]),
    ("办结率约九成", [("九成", "90", "%", "about", "percent")]),
    ("增长四成五", [("四成五", "45", "%", "exact", "percent")]),
    ("提高3个百分点", [("3个百分点", "3", "个百分点", "exact", "count")]),
    # numerals in words
    ("组织培训两次", [("两次", "2", "次", "exact", "count")]),
    ("组织培训三场", [("三场", "3", "场", "exact", "count")]),
    ("组织培训十余场", [("十余场", "10", "场", "more", "count")]),
    ("组织培训二十多场", [("二十多场", "20", "场", "more", "count")]),
    ("召开新闻发布会一次", [("一次", "1", "次", "exact", "count")]),
    ("公开信息五百六十七条", [("五百六十七条", "567", "条", "exact", "count")]),
    ("公开信息一千二百余条", [("一千二百余条", "1200", "条", "more", "count")]),
    ("收到申请零件", [("零件", "0", "件", "exact", "count")]),
    ("收到申请零条", [("零条", "0", "条", "exact", "count")]),
    # units with a variant in brackets, several in a row
    ("采编信息360篇(条)", [("360篇(条)", "360", "篇(条)", "exact", "count")]),
    ("接受咨询600多人(次)", [("600多人(次)", "600", "人(次)", "more", "count")]),
    ("接受咨询600人次", [("600人次", "600", "人次", "exact", "count")]),
    ("在15个工作日内答复", [("15个工作日", "15", "个工作日", "exact", "count")]),
    ("办事大厅1000平方米", [("1000平方米", "1000", "平方米", "exact", "count")]),
    (
        "编制指南71份、目录71份,信息员142名",
        [
            ("71份", "71", "份", "exact", "count"),
            ("71份", "71", "份", "exact", "count"),
            ("142名", "142", "名", "exact", "count"),
        ],
    ),
    (
        "网站发布１２３条,公报发布1，206条",
        [("123条", "123", "条", "exact", "count"), ("1,206条", "1206", "条", "exact", "count")],
    ),
    # places in an order
    ("表扬排名前10位的单位", [("10位", "10", "位", "exact", "rank_cutoff")]),
    ("通报排名前5名的单位", [("5名", "5", "名", "exact", "rank_cutoff")]),
]

# Numerals that belong to a word and count nothing, digits none: the ledger need not list them.
WORDS = [
    "进一步统一思想",
    "统一规范三农服务",
    "推进一体化平台建设",
    "开展双随机一公开工作",
    "一些部门工作不到位",
    "一方面加强学习",
    "星期一至星期五接待群众",
    "万众一心推进公开",
    "七一前夕,三公经费按时公开",
    "成千上万的群众受益",
    "一律公开",
    "千方百计做好公开",
]

# Clause, the numeral, and the reason that the ledger gives.
REASONED = [
    ("2013年公开", "2013", "年份"),
    ("2013年度报告", "2013", "年份"),
    ("2014-2016年的工作", "2014", "年份"),
    ("2014—2016年的工作", "2016", "年份"),
    ("2014年至2016年的工作", "2014", "年份"),
    ("截至2016年底", "2016", "年份"),
    ("2016年1月1日", "1", "月份"),
    ("2016年1月15日", "15", "日期"),
    ("5月31日前报送", "31", "日期"),
    ("截至12月底", "12", "月份"),
    ("邮编:511518", "511518", "邮编"),
    ("联系电话:0763-3378123", "0763", "电话"),
    ("联系电话:0763-3378123", "3378123", "电话"),
    ("联系电话:02085556666", "02085556666", "电话"),
    ("第3季度完成", "3", "序数"),
    ("第三季度完成", "三", "序数"),
    ("国务院令第492号", "492", "序数"),
    ("根据《办法》(临府办〔2015〕12号)编制", "2015", "文号"),
    ("根据《办法》(临府办〔2015〕12号)编制", "12", "文号"),
    ("根据《办法》(临府办[2015]12号)编制", "12", "文号"),
    ("根据《办法》（临府办（2015）第12号）编制", "12", "文号"),
    ("1、机构建设", "1", "标题序号"),
    ("三、依申请公开", "三", "标题序号"),
    ("(十一)监督", "十一", "标题序号"),
    ("一是建设网站", "一", "标题序号"),
]


@cache
def genre() -> Genre:
    return read_genre(knowledge_folder() / "terms")


@cache
def segmenter() -> Segmenter:
    return Segmenter()


def read(text: str) -> tuple[tuple[Quantity, ...], tuple[LedgerEntry, ...]]:
    folded = fold(text)
    words = tuple(segmenter().words(folded))
    return quantities(folded, outline(folded), words, genre())


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_quantities(text: str, expected: list[tuple[str, ...]]) -> None:
    found, _ = read(text)
    folded = fold(text)
    assert [(folded[q.start : q.end], str(q.value), q.unit, q.bound, q.kind) for q in found] == (
        expected
    )


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_quantity_stands_where_it_says(text: str, expected: list[tuple[str, ...]]) -> None:
    for quantity in read(text)[0]:
        assert quantity.start == quantity.number[0] < quantity.number[1] <= quantity.end


@pytest.mark.parametrize("text", WORDS)
def test_numerals_in_words_are_no_quantities(text: str) -> None:
    assert read(text) == ((), ())


@pytest.mark.parametrize(("text", "numeral", "reason"), REASONED)
def test_what_is_no_figure_says_why(text: str, numeral: str, reason: str) -> None:
    found, others = read(text)
    assert found == ()
    assert (numeral, reason) in [(entry.text, entry.reason) for entry in others]


def test_a_number_that_nobody_can_read_is_listed_and_said_so() -> None:
    found, others = read("7÷24的比率")
    assert found == ()
    assert [(e.text, e.reason, e.figure) for e in others] == [
        ("7", "没有读懂", None),
        ("24", "没有读懂", None),
    ]


def test_dates_and_figures_in_one_clause() -> None:
    found, others = read("2016年1月1日至12月31日受理申请5件")
    assert [(str(q.value), q.unit) for q in found] == [("5", "件")]
    assert [(e.text, e.reason) for e in others] == [
        ("2016", "年份"),
        ("1", "月份"),
        ("1", "日期"),
        ("12", "月份"),
        ("31", "日期"),
    ]


NUMBERS = st.one_of(
    st.integers(0, 10**9).map(str),
    st.integers(1000, 10**9).map("{:,}".format),
    st.decimals(0, 10**5, places=2).map(str),
)
BEFORE = st.sampled_from(
    [("", ""), ("约", "about"), ("近", "about"), ("逾", "more"), ("不足", "less")]
)
INSIDE = st.sampled_from([("", ""), ("余", "more"), ("多", "more")])
AFTER = st.sampled_from([("", ""), ("以上", "at_least"), ("左右", "about")])


@given(
    number=NUMBERS,
    unit=st.sampled_from(["条", "件", "宗", "人次", "万条", "万元", "次", "个", "册", "篇(条)"]),
    before=BEFORE,
    inside=INSIDE,
    after=AFTER,
)
def test_any_number_with_a_unit_is_a_quantity(
    number: str, unit: str, before: tuple[str, str], inside: tuple[str, str], after: tuple[str, str]
) -> None:
    scale, plain = ("万", unit[1:]) if unit.startswith("万") else ("", unit)
    stated = number + scale + inside[0] + plain + after[0]
    (quantity,), others = read(f"全年办理事项{before[0]}{stated}。")
    assert others == ()
    assert quantity.value == Decimal(number.replace(",", ""))
    assert quantity.unit == unit
    assert quantity.bound == (after[1] or inside[1] or before[1] or "exact")
    assert quantity.end - quantity.start == len(stated)


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 31))
def test_a_date_is_never_a_quantity(year: int, month: int, day: int) -> None:
    found, others = read(f"自{year}年{month}月{day}日起施行")
    assert found == ()
    assert [e.reason for e in others] == ["年份", "月份", "日期"]


PIECES = st.sampled_from(
    [
        "公开信息",
        "其中",
        "临府办〔2015〕12号",
        "0763-3378123",
        "邮编:511518",
        "前10位",
        "第3",
        "两次",
    ]
    + list(
        "0123456789一二三十百千万亿两成点%％.,，:：;。、-—()（）〔〕年月日号条件个次人元约余多\n "
    )
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_every_digit_lies_in_exactly_one_place(text: str) -> None:
    found, others = read(text)
    spans = sorted([(q.start, q.end) for q in found] + [(e.start, e.end) for e in others])
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    for run in re.finditer("[0-9]+", fold(text)):
        assert sum(start <= run.start() and run.end() <= end for start, end in spans) == 1


@given(st.lists(PIECES, max_size=20).map("".join))
def test_the_ledger_quotes_the_text(text: str) -> None:
    folded = fold(text)
    for entry in read(text)[1]:
        assert folded[entry.start : entry.end] == entry.text
        assert entry.reason
        assert entry.figure is None
