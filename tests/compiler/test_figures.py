"""Figures of made-up sentences: what each counts, for whom, where, and of what it is a part."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model import Figure, Report
from tests.compiling import compiler

CARD = {
    "id": "linjiang-2016",
    "title": "临江市2016年政府信息公开工作年度报告",
    "organ": "临江市人民政府办公室",
    "place": "临江市",
    "year": "2016",
}
COUNTY = CARD | {"id": "linjiang-county-2016", "place": "临江县"}


def read(text: str, card: dict[str, str] | None = None) -> Report:
    return compiler().read(text, card or CARD)


def figures(text: str, card: dict[str, str] | None = None) -> tuple[Figure, ...]:
    return read(text, card).figures


def inherited(figure: Figure, text: str) -> list[str]:
    return [text[start:end] for start, end in figure.inherits]


# One figure: clause, its text, who, what.
ALONE = [
    ("全年主动公开政府信息360条。", "360条", "", "主动公开政府信息"),
    ("全市主动公开政府信息360条。", "360条", "全市", "主动公开政府信息"),
    ("全市共主动公开政府信息360条。", "360条", "全市", "主动公开政府信息"),
    ("我市受理申请8件。", "8件", "我市", "受理申请"),
    ("本市共受理申请8件。", "8件", "本市", "受理申请"),
    ("2016年,全市受理申请8件。", "8件", "全市", "受理申请"),
    ("2016年受理申请8件。", "8件", "", "受理申请"),
    ("此外,受理电话咨询300余人次。", "300余人次", "", "受理电话咨询"),
    ("截至目前,开通微信公众号12个。", "12个", "", "开通微信公众号"),
    ("市政府办公室受理政府信息公开申请9宗。", "9宗", "市政府办公室", "受理政府信息公开申请"),
    ("市政府新闻办召开新闻发布会2场。", "2场", "市政府新闻办", "召开新闻发布会"),
    ("市政府门户网站发布信息260条。", "260条", "市政府门户网站", "发布信息"),
    ("市政府门户网站全年发布信息260条。", "260条", "市政府门户网站", "发布信息"),
    ("报纸、电台、电视台共播发新闻30条。", "30条", "报纸、电台、电视台", "播发新闻"),
    ("政府信息公开申请办结率为100%。", "100%", "", "政府信息公开申请办结率"),
    ("群众满意度达98.5%。", "98.5%", "", "群众满意度"),
    ("90%以上事项开通了网上申请功能。", "90%以上", "", "事项"),
    ("共投入经费12.5万元。", "12.5万元", "", "投入经费"),
    ("对信息发布量前5位的单位通报表扬。", "5位", "", "对信息发布量前"),
    ("各乡镇(街道)中有网站的43个。", "43个", "", "各乡镇(街道)中有网站的"),
    ("二是加强培训。全年组织培训十余场。", "十余场", "", "组织培训"),
    ("收费0元。", "0元", "", "收费"),
]


@pytest.mark.parametrize(("text", "stated", "who", "what"), ALONE)
def test_who_and_what(text: str, stated: str, who: str, what: str) -> None:
    (figure,) = figures(text)
    assert (figure.text, figure.who, figure.what) == (stated, who, what)
    assert figure.part_of is None
    assert figure.when == "2016年"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("全市主动公开政府信息360条。", "全市"),
        ("我市受理申请8件。", "我市"),
        ("临江市受理申请8件。", "临江市"),
        ("市政府办公室受理申请8件。", ""),
        ("受理申请8件。", ""),
    ],
)
def test_where(text: str, where: str) -> None:
    (figure,) = figures(text)
    assert figure.where == where


@pytest.mark.parametrize("word", ["全县", "我县", "本县"])
def test_the_whole_of_a_county(word: str) -> None:
    (figure,) = figures(f"{word}共受理申请8件。", COUNTY)
    assert (figure.who, figure.what, figure.where) == (word, "受理申请", word)


@pytest.mark.parametrize(
    ("text", "bound", "value", "unit"),
    [
        ("受理电话咨询约300人次。", "about", "300", "人次"),
        ("受理电话咨询300余人次。", "more", "300", "人次"),
        ("受理电话咨询不足300人次。", "less", "300", "人次"),
        ("受理电话咨询300人次以上。", "at_least", "300", "人次"),
        ("受理电话咨询1.2万多人次。", "more", "1.2", "万人次"),
        ("受理电话咨询三百人次。", "exact", "300", "人次"),
    ],
)
def test_the_bound_is_no_part_of_what_is_counted(
    text: str, bound: str, value: str, unit: str
) -> None:
    (figure,) = figures(text)
    assert (str(figure.value), figure.unit, figure.bound) == (value, unit, bound)
    assert figure.what == "受理电话咨询"
    assert figure.quote == text.rstrip("。")


# Breakdowns: the text, and (text, who or what, part of the first figure) of every figure.
BREAKDOWNS = [
    (
        "全市主动公开政府信息500条,其中,松源县120条,云岭县80条,市直单位300条。",
        [
            ("500条", "全市主动公开政府信息", False),
            ("120条", "松源县", True),
            ("80条", "云岭县", True),
            ("300条", "市直单位", True),
        ],
    ),
    (
        "全年受理申请27件,其中网上15件,当面7件,信函5件。",
        [("27件", "受理申请", False), ("15件", "网上", True), ("7件", "当面", True)]
        + [("5件", "信函", True)],
    ),
    (
        "全年受理申请27件,其中:网上15件、当面7件、信函5件。",
        [("27件", "受理申请", False), ("15件", "网上", True), ("7件", "当面", True)]
        + [("5件", "信函", True)],
    ),
    (
        "全年受理申请27件。其中，网上申请15件，当面申请7件。",
        [("27件", "受理申请", False), ("15件", "网上申请", True), ("7件", "当面申请", True)],
    ),
    (
        "进驻事项800项,其中市级300项。窗口30个。",
        [("800项", "进驻事项", False), ("300项", "市级", True), ("30个", "窗口", False)],
    ),
    (
        "全市公开信息500条,其中市级120条,召开会议3次。",
        [("500条", "全市公开信息", False), ("120条", "市级", True), ("3次", "召开会议", False)],
    ),
    (
        "被提起行政诉讼3件,其中维持2件,纠正1件。",
        [("3件", "被提起行政诉讼", False), ("2件", "维持", True), ("1件", "纠正", True)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BREAKDOWNS)
def test_parts_of_a_whole(text: str, expected: list[tuple[str, str, bool]]) -> None:
    found = figures(text)
    assert [(f.text, f.who + f.what, f.part_of is not None) for f in found] == expected
    whole = found[0]
    for figure in found:
        assert figure.part_of in (None, whole.id)
        assert figure.group == figure.part_of


def test_each_part_belongs_to_the_whole_before_it() -> None:
    text = "门户网站发布信息300条,其中政策20条。受理来信50件,其中咨询10件。"
    news, policy, letters, advice = figures(text)
    assert (policy.part_of, advice.part_of) == (news.id, letters.id)
    assert (news.part_of, letters.part_of) == (None, None)


def test_a_part_without_a_whole_is_a_figure_of_its_own() -> None:
    (figure,) = figures("其中,市级10项。")
    assert (figure.what, figure.part_of) == ("市级", None)


def test_a_part_inherits_what_its_whole_counts() -> None:
    text = "全市网上办事大厅进驻事项共800项,其中,松源县300项,市级500项。"
    whole, place, level = figures(text)
    assert whole.inherits == ()
    assert (place.who, place.what, place.where) == ("松源县", "", "松源县")
    assert "网上办事大厅进驻事项" in "".join(inherited(place, text))
    assert "全市" not in inherited(place, text)
    assert "全市" in inherited(level, text)


def test_a_list_of_counts_is_no_breakdown() -> None:
    text = "全市共建成办事大厅9个、便民中心12个、公告栏30个。"
    found = figures(text)
    assert [(f.text, f.who, f.what) for f in found] == [
        ("9个", "全市", "建成办事大厅"),
        ("12个", "", "便民中心"),
        ("30个", "", "公告栏"),
    ]
    assert [f.part_of for f in found] == [None, None, None]
    assert ["建成" in inherited(f, text) for f in found] == [False, True, True]


def test_two_counts_before_one_statement_share_its_quote_and_subject() -> None:
    text = "全市有57个部门和12个科室开通了网上答复。"
    departments, sections = figures(text)
    assert (departments.who, departments.what) == ("全市", "部门")
    assert (sections.who, sections.what) == ("", "科室")
    assert inherited(sections, text) == ["全市"]
    assert departments.quote == sections.quote == text.rstrip("。")
    assert departments.number != sections.number


def test_a_bare_count_takes_its_subject_from_the_one_before() -> None:
    text = "出席新闻发布会的媒体有20多家共50多人次。"
    media, persons = figures(text)
    assert (media.what, media.bound, media.unit) == ("出席新闻发布会的媒体", "more", "家")
    assert (persons.what, persons.unit, persons.quote) == ("", "人次", "共50多人次")
    assert inherited(persons, text) == ["出席新闻发布会的媒体"]


def test_rates_are_of_what_was_counted_before() -> None:
    text = "受理来信1000件,受理率100%,办结率95%。"
    letters, accepted, settled = figures(text)
    assert (letters.kind, accepted.kind, settled.kind) == ("count", "percent", "percent")
    assert (accepted.what, settled.what) == ("受理率", "办结率")
    assert inherited(accepted, text) == inherited(settled, text) == ["受理来信"]


def test_two_owners_in_one_sentence_do_not_mix() -> None:
    text = "市政府门户网站发布信息120条,市政府公报发布文件30条。"
    site, gazette = figures(text)
    assert (site.who, gazette.who) == ("市政府门户网站", "市政府公报")
    assert "市政府门户网站" not in inherited(gazette, text)


def test_one_sentence_inherits_nothing_from_another() -> None:
    text = "松源县公开信息120条。接待群众30人次。"
    assert [f.inherits for f in figures(text)] == [(), ()]


@pytest.mark.parametrize(
    ("text", "subject", "count"),
    [
        ("镇便民服务中心设窗口8个,全年受理事项615件,办结608件,办结率98.9%。", "镇便民服务中心", 3),
        ("市政务公开办每月组织一次巡查,发出通知书37份,责成6个单位补录信息。", "市政务公开办", 2),
        ("“市长信箱”收到来信268封,回复251封,回复率93.7%。", "“市长信箱”", 2),
        (
            "12345政府服务热线受理诉求2310件,其中噪声120件,全部办结,满意率98.2%。",
            "12345政府服务热线",
            1,
        ),
        ("“临江发布”微博8月上线,到年末发布博文236条。", "“临江发布”微博", 1),
    ],
)
def test_the_subject_of_a_sentence_stands_on(text: str, subject: str, count: int) -> None:
    later = figures(text)[-count:]
    assert all(subject in inherited(figure, text) for figure in later)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("市政府门户网站发布信息30条。接待群众5人次。", "市政府门户网站"),
        ("“市长信箱”收到来信268封,“区长信箱”收到来信30封,回复28封。", "“市长信箱”"),
        ("石桥镇便民服务中心受理事项30件,云台镇受理5件。", "石桥镇便民服务中心"),
    ],
)
def test_a_subject_goes_no_further_than_its_own(text: str, subject: str) -> None:
    assert subject not in inherited(figures(text)[-1], text)


def test_an_average_is_of_what_it_is_measured_with() -> None:
    text = "全年点击量126万人次,日均3450人次。"
    assert inherited(figures(text)[-1], text) == ["点击量"]


@pytest.mark.parametrize(
    ("text", "mark", "what"),
    [
        ("未收到行政复议申请。", "未收到", "行政复议申请"),
        ("2016年未发生行政诉讼案件。", "未发生", "行政诉讼案件"),
        ("全年没有收取任何费用。", "没有收取", "任何费用"),
        ("本年度没有发生收费情况。", "没有发生", "收费情况"),
        ("未产生检索、复制等费用。", "未产生", "检索、复制等费用"),
        ("全年未出现泄密事件。", "未出现", "泄密事件"),
        ("全年没有作出不予公开的决定。", "没有", "作出不予公开的决定"),
        ("2016年不存在收费减免情形。", "不存在", "收费减免情形"),
        ("收费减免亦不涉及。", "亦不涉及", "收费减免"),
    ],
)
def test_a_stated_zero_is_a_figure(text: str, mark: str, what: str) -> None:
    (figure,) = figures(text)
    assert (figure.kind, str(figure.value), figure.unit) == ("zero", "0", "")
    assert (figure.text, figure.what) == (mark, what)
    assert figure.quote == text.rstrip("。")


def test_a_zero_in_digits_is_a_count() -> None:
    (figure,) = figures("全年收到行政复议申请0件。")
    assert (figure.kind, str(figure.value), figure.unit) == ("count", "0", "件")
    assert figure.what == "收到行政复议申请"


@pytest.mark.parametrize(
    ("text", "often", "what"),
    [
        ("每月更新网站栏目。", "每月", "更新网站栏目"),
        ("坚持每天巡查网站。", "每天", "巡查网站"),
        ("每季度通报检查情况。", "每季度", "通报检查情况"),
        ("每半年通报检查情况。", "每半年", "通报检查情况"),
        ("每年编制年度报告。", "每年", "编制年度报告"),
    ],
)
def test_a_frequency_is_a_figure_without_a_value(text: str, often: str, what: str) -> None:
    (figure,) = figures(text)
    assert (figure.kind, figure.value, figure.unit) == ("frequency", None, "")
    assert (figure.text, figure.what) == (often, what)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("公报每期印发1200册。", "每期"),
        ("每周巡查网站2次。", "每周"),
        ("每年培训3次。", "每年"),
        ("全年培训3次。", "2016年"),
    ],
)
def test_a_count_per_time_says_so(text: str, when: str) -> None:
    (figure,) = figures(text)
    assert figure.kind == "count"
    assert figure.when == when


@pytest.mark.parametrize(
    ("text", "number", "title", "quote"),
    [
        (
            "根据《公开办法》(临府办〔2015〕12号),编制本报告。",
            "临府办〔2015〕12号",
            "公开办法",
            "(临府办〔2015〕12号)",
        ),
        (
            "根据《公开办法》（临府办〔2015〕12号），编制本报告。",
            "临府办〔2015〕12号",
            "公开办法",
            "（临府办〔2015〕12号）",
        ),
        (
            "按照《条例》、《关于做好公开工作的通知》(临政发[2014]3号)要求开展工作。",
            "临政发[2014]3号",
            "关于做好公开工作的通知",
            "(临政发[2014]3号)",
        ),
    ],
)
def test_document_numbers(text: str, number: str, title: str, quote: str) -> None:
    (figure,) = figures(text)
    assert (figure.kind, figure.value, figure.text) == ("document", None, number)
    assert (figure.what, figure.quote) == (title, quote)


def test_once_in_a_time_is_no_count_of_one() -> None:
    often, counties = figures("每季度对9个县(市)局巡查一次。")
    assert (often.kind, often.text, often.quote) == (
        "frequency",
        "每季度",
        "每季度对9个县(市)局巡查一次",
    )
    assert (counties.kind, counties.text) == ("count", "9个")


def test_a_frequency_that_is_changed_was_and_will_be() -> None:
    text = "六、改进措施\n2017年将水情信息由每日更新一次改为每日更新两次。"
    was, will, _ = figures(text)
    assert [(f.kind, f.quote, f.when) for f in (was, will)] == [
        ("frequency", "每日更新一次", "2016年"),
        ("frequency", "每日更新两次", "2017年"),
    ]


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("用两年时间完成档案数字化。", "2年", "完成档案数字化"),
        ("集中三个月时间清理栏目。", "3个月", "清理栏目"),
        ("年底关注人数过万。", "10000人", "年底关注人数"),
        ("转发次数破百万,效果明显。", "1000000次", "转发次数"),
    ],
)
def test_how_long_it_takes_and_round_numbers_that_close_a_clause(
    text: str, value: str, what: str
) -> None:
    (figure,) = figures(text)
    assert (f"{figure.value}{figure.unit}", figure.what) == (value, what)


@pytest.mark.parametrize("text", ["近两年来成效明显。", "越过万水千山。", "关注度过万。"])
def test_what_only_looks_like_one_is_no_figure(text: str) -> None:
    assert not figures(text)


@pytest.mark.parametrize("text", ["录入用地档案573卷。", "新打机井12眼。", "收到锦旗6面。"])
def test_measure_words_of_archives_and_works(text: str) -> None:
    assert len(figures(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "进一步统一思想,推进一体化建设。",
        "联系电话:0763-3378123,邮编:511518。",
        "2016年,我市继续推进政务公开。",
        "第一、二季度按期完成。",
        "公众可通过网站查阅。",
        "进一步规范公开行为1、加强培训。",
        "结果维持其他结果总计00300003。",
        "结果维持其他结果总计12340012345678。",
        "",
    ],
)
def test_no_figure_where_none_is_stated(text: str) -> None:
    assert figures(text) == ()


def test_the_section_is_the_numbered_one_around() -> None:
    text = "一、概述\n(一)主动公开。一是建设网站3个。\n二、依申请公开\n受理申请8件。\n"
    sites, requests = figures(text)
    assert sites.section == "一、概述 > (一)主动公开"
    assert requests.section == "二、依申请公开"


def test_the_quote_is_verbatim_where_the_source_is_full_width() -> None:
    text = "全市公开信息１２３条，办结率９８．５％。"
    count, rate = figures(text)
    assert (str(count.value), count.quote) == ("123", "全市公开信息１２３条")
    assert (str(rate.value), rate.unit, rate.quote) == ("98.5", "%", "办结率９８．５％")


PLACES = st.sampled_from(["松源县", "云岭县", "石桥镇", "白鹤区"])
PARTS = st.lists(st.tuples(PLACES, st.integers(1, 9999)), min_size=1, max_size=4)


@given(PARTS, st.sampled_from(["条", "件", "宗", "项"]), st.sampled_from([",", "，", "、"]))
def test_a_row_of_parts_of_any_length(parts: list[tuple[str, int]], unit: str, mark: str) -> None:
    row = mark.join(f"{place}{number}{unit}" for place, number in parts)
    whole, *found = figures(f"全市共受理事项{sum(n for _, n in parts)}{unit},其中,{row}。")
    assert [(f.where, int(f.value or 0)) for f in found] == parts
    assert {f.part_of for f in found} == {whole.id}


PIECES = st.sampled_from(
    [
        "一、概述\n",
        "(一)公开。",
        "一是建站",
        "全市",
        "其中",
        "松源县",
        "受理申请",
        "公开信息",
        "办结率",
    ]
    + ["5件", "12条", "98%以上", "360余宗", "两次", "0元", "未发生", "每月", "《办法》", "１２"]
    + ["(临府办〔2015〕12号)", "2016年", "0763-3378123", "前10位", "共", "和", "的", "分别"]
    + list("，,、：。；;\n")
)


@given(st.lists(PIECES, max_size=16).map("".join).filter(str.strip))
def test_every_figure_is_proved_by_the_text(text: str) -> None:
    report = read(text)
    earlier: set[str] = set()
    for figure in report.figures:
        assert text[figure.start : figure.end] == figure.quote
        assert figure.start <= figure.number[0] < figure.number[1] <= figure.end
        assert figure.sentence[0] <= figure.clause[0] <= figure.start
        assert figure.end <= figure.clause[1] <= figure.sentence[1]
        assert figure.part_of is None or figure.part_of in earlier
        earlier.add(figure.id)
    assert len(earlier) == len(report.figures)


@given(st.lists(PIECES, max_size=16).map("".join).filter(str.strip))
def test_every_digit_run_lies_in_one_ledger_entry(text: str) -> None:
    report = read(text)
    assert all(first.end <= second.start for first, second in pairwise(report.ledger))
    for run in re.finditer("[0-9０-９]+", text):
        around = [e for e in report.ledger if e.start <= run.start() and run.end() <= e.end]
        assert len(around) == 1
    assert {e.figure for e in report.ledger} - {None} == {f.id for f in report.figures}
