"""The standard tables: identities, carry-over, and what the running text says of the same measure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.checks import check, concerns, warned, year_before
from assistant.model import Answer, Card, Figure, Report, Value
from tests.checks.handmade import checked, prose, rules, said, with_table

Cells = dict[tuple[str, str], str]
NEW, OLD = "本年新收政府信息公开申请数量", "上年结转政府信息公开申请数量"
DONE, NEXT = "本年度办理结果总计", "结转下年度继续办理"
OUTCOMES: Cells = {
    ("予以公开", "总计"): "3",
    ("部分公开", "总计"): "1",
    ("不予公开/属于国家秘密", "总计"): "1",
    ("不予公开/属于行政执法案卷", "总计"): "2",
    (DONE, "总计"): "7",
}


def table(name: str, cells: Cells, text: str = "无。", year: int = 2023) -> Report:
    return with_table(prose(text, year=year), name, cells)


def row(measure: str, *digits: str) -> Cells:
    members = ("自然人", "商业企业", "其他", "总计")
    return {(measure, m): d for m, d in zip(members, digits, strict=True) if d}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (row("予以公开", "3", "1", "0", "4"), [("pass", "3 + 1 + 0 = 4", "4")]),
        (row("予以公开", "3", "1", "0", "5"), [("fail", "3 + 1 + 0 = 4", "5")]),
        # Blank cells say nothing while the others add up.
        (row("予以公开", "4", "", "", "4"), [("pass", "4", "4")]),
        (row("予以公开", "4", "", "", ""), []),
    ],
)
def test_columns_add_up_to_their_total(cells: Cells, expected: list[tuple[str, str, str]]) -> None:
    assert said(checked(table("applications", cells)), "identity") == expected


def test_a_blank_cell_of_a_printed_column_is_no_failure() -> None:
    report = table("applications", row("予以公开", "4", "", "", "5"), "商业企业一栏未填。")
    assert said(checked(report), "identity") == [("open", "4", "5")]


def test_outcomes_add_up_to_their_total_over_what_stands_under_them() -> None:
    report = table("applications", OUTCOMES)
    assert said(checked(report), "identity") == [("pass", "3 + 1 + 1 + 2 = 7", "7")]
    wrong = table("applications", {**OUTCOMES, (DONE, "总计"): "8"})
    assert said(checked(wrong), "identity") == [("fail", "3 + 1 + 1 + 2 = 7", "8")]


def test_a_number_without_a_known_row_leaves_a_sum_open() -> None:
    report = table("applications", {**OUTCOMES, ("", "总计"): "1", (DONE, "总计"): "8"})
    (result,) = (r for r in checked(report) if r.rule == "identity")
    assert (result.verdict, result.reason) == ("open", rules().reasons["unread"])


@pytest.mark.parametrize(("carried", "verdict"), [("2", "pass"), ("3", "fail")])
def test_first_and_second_are_third_and_fourth(carried: str, verdict: str) -> None:
    cells = {(NEW, "总计"): "8", (OLD, "总计"): "1", (DONE, "总计"): "7", (NEXT, "总计"): carried}
    (result,) = (r for r in checked(table("applications", cells)) if r.rule == "identity")
    assert result.verdict == verdict
    assert (result.left, result.right) == ("8 + 1 = 9", f"7 + {carried} = {7 + int(carried)}")
    assert result.subject == "第一项加第二项之和，等于第三项加第四项之和（总计）"
    assert "国办公开办函" in result.source


def test_the_outcomes_of_reviews_and_suits() -> None:
    suit = "行政诉讼/复议后起诉"
    cells = {
        ("行政复议", "结果维持"): "2",
        ("行政复议", "结果纠正"): "1",
        ("行政复议", "总计"): "0",
        (suit, "结果维持"): "4",
        (suit, "总计"): "4",
    }
    results = checked(table("review", cells))
    assert said(results) == [("fail", "2 + 1 = 3", "0"), ("pass", "4", "4")]
    assert [r.subject for r in results] == ["行政复议/总计", f"{suit}/总计"]


def test_the_statistics_table() -> None:
    received = "收到申请数"
    cells = {
        (received, ""): "9",
        (f"{received}/当面申请数", ""): "4",
        (f"{received}/网络申请数", ""): "6",
        ("主动公开政府信息数", ""): "5",
        ("主动公开政府信息数/主动公开规范性文件数", ""): "6",
    }
    results = checked(table("statistics", cells, year=2016))
    assert said(results, "identity") == [("fail", "4 + 6 = 10", "9")]
    assert said(results, "bound") == [("fail", "6", "5")]


# --------------------------------------------------------------------------- from year to year


def test_what_was_carried_over_is_what_last_year_left() -> None:
    now = table("applications", row(OLD, "5", "1", "0", "6"))
    before = table("applications", row(NEXT, "5", "0", "0", "5"), year=2022)
    found = said(checked(now, before), "carry-over")
    assert found == [("pass", "5", "5"), ("fail", "0", "1"), ("pass", "0", "0"), ("fail", "5", "6")]
    assert said(checked(now), "carry-over") == [("open", "", "6")]


@pytest.mark.parametrize(("left", "verdict"), [("16", "pass"), ("17", "fail")])
def test_what_is_in_force_follows_from_last_year(left: str, verdict: str) -> None:
    document = "行政规范性文件"
    cells = {(document, "本年制发件数"): "4", (document, "本年废止件数"): "8"}
    now = table("disclosure", {**cells, (document, "现行有效件数"): left})
    before = table("disclosure", {(document, "现行有效件数"): "20"}, year=2022)
    assert said(checked(now, before), "in-force") == [(verdict, "20 + 4 − 8 = 16", left)]


def card(identity: str, organ: str, year: int) -> Card:
    return Card(identity, "年报", organ, "临江市", year)


def test_the_report_of_the_year_before() -> None:
    now = card("linjiang-2023", "临江市人民政府", 2023)
    others = (
        card("linjiang-2022", "临江市政府办", 2022),
        card("linjiang-2021", "临江市人民政府", 2021),
        card("jiaoyuju-2022", "临江市教育局", 2022),
    )
    cards = {c.id: c for c in (now, *others)}
    assert year_before(now, cards) == "linjiang-2022"
    assert year_before(others[0], cards) == "linjiang-2021"
    assert year_before(others[1], cards) is None
    renamed = card("jyj-2023", "临江市教育局", 2023)
    assert year_before(renamed, cards) == "jiaoyuju-2022"


# --------------------------------------------------------------------------- text and table

RECEIVED: Cells = {(NEW, "总计"): "50", (OLD, "总计"): "3"}
REVIEWS: Cells = {
    ("行政复议", "结果维持"): "5",
    ("行政复议", "结果纠正"): "1",
    ("行政复议", "其他结果"): "0",
    ("行政复议", "尚未审结"): "2",
    ("行政复议", "总计"): "8",
}


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("全市收到政府信息公开申请50件。", ("全市收到政府信息公开申请[50件]",), "pass"),
        ("全市收到政府信息公开申请53件。", ("全市收到政府信息公开申请[53件]",), "pass"),
        ("全市收到政府信息公开申请51件。", ("全市收到政府信息公开申请[51件]",), "fail"),
        # What was taken in may be a part of what was received, or more: it may agree, and contradicts nothing.
        ("临江市受理申请51件。", ("临江市受理申请[51件]",), "open"),
        ("临江市受理申请53件。", ("临江市受理申请[53件]",), "pass"),
        ("2023年，我市共收到申请50余件。", ("我市共收到申请[50余件]",), "pass"),
        # Another organ, another way, another year: other figures.
        ("市教育局收到申请20件。", ("市教育局收到申请[20件]",), None),
        ("市教育局说，收到申请20件。", ("收到申请[20件]",), None),
        ("收到网上申请20件。", ("收到网上申请[20件]",), None),
        ("收到行政复议申请8件。", ("收到行政复议申请[8件]",), None),
        ("收到来信20件。", ("收到来信[20件]",), None),
        ("五年来累计收到申请200件。", ("五年来累计收到申请[200件]",), None),
        # Two numbers: one is the table's, or there is doubt.
        (
            "收到申请53件，其中受理申请49件。",
            ("收到申请[53件]", "受理申请[49件]"),
            "pass",
        ),
        ("收到申请55件，受理申请49件。", ("收到申请[55件]", "受理申请[49件]"), "open"),
        ("全年未收到申请。", ("全年未收到申请",), "fail"),
    ],
)
def test_applications_received(text: str, stated: tuple[str, ...], expected: str | None) -> None:
    report = with_table(prose(text, *stated), "applications", RECEIVED)
    found = [verdict for verdict, _, _ in said(checked(report), "stated")]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("发生行政复议[8件]", ("pass", "")),
        ("发生行政复议[7件]", ("fail", "")),
        ("发生行政复议[6件]", ("open", "不含尚未审结")),
        ("备案行政复议案件[7件]", ("open", "口径")),
        ("新收行政复议案件[7件]", ("open", "口径")),
        ("审结行政复议案件[8件]", ("pass", "")),
    ],
)
def test_reviews(clause: str, expected: tuple[str, str]) -> None:
    text = clause.replace("[", "").replace("]", "") + "。"
    report = with_table(prose(text, clause), "review", REVIEWS)
    (result,) = (r for r in checked(report) if r.rule == "stated")
    assert result.verdict == expected[0]
    assert expected[1] in result.reason


def test_a_warning_says_what_is_wrong_of_every_rule() -> None:
    held = rules()
    known = ("parts", "share", "growth", "rate", "identity", "bound", "stated")
    assert set(held.broken) == {*known, *(carry.id for carry in held.carries)}
    assert not any(word in said for said in held.broken.values() for word in ("一致", "相符"))


def test_a_year_of_its_own_is_another_figure() -> None:
    report = with_table(prose("收到申请51件。", "收到申请[51件]"), "applications", RECEIVED)
    earlier = tuple(replace(f, when="2021年") if not f.table else f for f in report.figures)
    assert said(checked(replace(report, figures=earlier)), "stated") == []


def test_money_in_another_scale() -> None:
    fee = "收取复制成本费[860元]"
    report = prose("全年收取复制成本费860元。", fee, year=2016)
    report = with_table(
        report, "statistics", {("依申请公开信息收取的费用", ""): "0.086"}, unit="万元"
    )
    assert said(checked(report), "stated") == [("pass", "860", "860")]


# --------------------------------------------------------------------------- for the engine


def test_concerns_are_the_failures_that_touch_a_figure() -> None:
    report = table("review", {**REVIEWS, ("行政复议", "总计"): "9"})
    by_member: dict[str, Figure] = {f.member: f for f in report.figures}
    (found,) = concerns(by_member["总计"], report, rules())
    assert found.left == "5 + 1 + 0 + 2 = 8"
    assert "5 + 1 + 0 + 2 ≠ 9" in rules().warn(found)
    assert concerns(by_member["结果维持"], report, rules()) == (found,)
    fine = table("review", REVIEWS)
    assert concerns(fine.figures[0], fine, rules()) == ()


def test_an_answer_about_a_total_says_that_its_parts_do_not_add_up() -> None:
    report = table("review", {**REVIEWS, ("行政复议", "总计"): "9"})
    results = check(report, None, rules())
    *parts, whole = report.figures
    value = Value("9", "件", "exact", "9件")
    answer = Answer("复议几件", "answered", "行政复议9件。", (value,))
    found = warned(answer, [whole], report, results, rules())
    assert found.text.startswith("行政复议9件。")
    assert "5 + 1 + 0 + 2 ≠ 9" in found.text
    assert found.values == answer.values
    assert {c.quote for c in found.citations} == {f.quote for f in report.figures}
    assert warned(answer, parts, report, results, rules()) == answer
    refused = replace(answer, status="unanswered")
    assert warned(refused, [whole], report, results, rules()) == refused


def test_text_and_table_put_each_other_in_doubt() -> None:
    clause = "发生行政复议[7件]"
    report = with_table(prose("发生行政复议7件。", clause), "review", REVIEWS)
    (result,) = (r for r in checked(report) if r.rule == "stated")
    assert result.doubts(report.figures[0], report)
    assert result.doubts(report.figures[-1], report)
    assert not result.doubts(report.figures[1], report)
