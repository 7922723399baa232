"""Running text: parts, shares, growth and rates against what they follow from."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.model import Amendment
from tests.checks.handmade import checked, prose, rules, said

RECEIVED = "收到申请[50件]"


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        (
            "收到申请50件，其中当面20件、网上25件、信函5件。",
            (RECEIVED, "当面[20件]<0", "网上[25件]<0", "信函[5件]<0"),
            [("pass", "20 + 25 + 5 = 50", "50")],
        ),
        (  # two breakdowns of one total, one after the other
            "收到申请50件，其中当面20件、网上30件；公开40件、部分公开6件、不予公开4件。",
            (
                *(RECEIVED, "当面[20件]<0", "网上[30件]<0"),
                *("公开[40件]<0", "部分公开[6件]<0", "不予公开[4件]<0"),
            ),
            [("pass", "20 + 30 = 50", "50"), ("pass", "40 + 6 + 4 = 50", "50")],
        ),
        (  # one of the two does not add up
            "收到申请50件，其中当面20件、网上30件；公开40件、部分公开6件、其他3件。",
            (
                *(RECEIVED, "当面[20件]<0", "网上[30件]<0"),
                *("公开[40件]<0", "部分公开[6件]<0", "其他[3件]<0"),
            ),
            [("pass", "20 + 30 = 50", "50"), ("fail", "40 + 6 + 3 = 49", "50")],
        ),
        (  # three parts that nearly are the total were meant to be all
            "收到申请50件，其中当面20件、网上25件、信函4件。",
            (RECEIVED, "当面[20件]<0", "网上[25件]<0", "信函[4件]<0"),
            [("fail", "20 + 25 + 4 = 49", "50")],
        ),
        (  # 其中 may name some of them only
            "收到申请50件，其中当面10件、网上20件。",
            (RECEIVED, "当面[10件]<0", "网上[20件]<0"),
            [("open", "10 + 20 = 30", "50")],
        ),
        (  # 分别 names them all
            "收到申请50件，当面、网上分别为10件、20件。",
            (RECEIVED, "[10件]<0", "[20件]<0"),
            [("fail", "10 + 20 = 30", "50")],
        ),
        ("收到申请50件，其中网上20件。", (RECEIVED, "网上[20件]<0"), []),
        (  # other things are no parts of the sum
            "收到申请50件，其中当面20件、网上30件，涉及文件8份。",
            (RECEIVED, "当面[20件]<0", "网上[30件]<0", "文件[8份]<0"),
            [("pass", "20 + 30 = 50", "50")],
        ),
        (
            "收到申请50余件，其中当面20件、网上28件、信函4件。",
            ("收到申请[50余件]", "当面[20件]<0", "网上[28件]<0", "信函[4件]<0"),
            [("open", "20 + 28 + 4 = 52", "50")],
        ),
        (  # in the unit that all share
            "合计1.5万条，其中网站0.9万条、微信0.6万条。",
            ("合计[1.5万条]", "网站[0.9万条]<0", "微信[0.6万条]<0"),
            [("pass", "0.9 + 0.6 = 1.5", "1.5")],
        ),
        (
            "合计1.5万条，其中网站9000条、微信6000条。",
            ("合计[1.5万条]", "网站[9000条]<0", "微信[6000条]<0"),
            [("pass", "9000 + 6000 = 15000", "15000")],
        ),
        (  # the parts of another total than the compiler took them for
            "收到申请50件，结转4件。其中当面20件、网上26件、其他4件。",
            (RECEIVED, "结转[4件]", "当面[20件]<1", "网上[26件]<1", "其他[4件]<1"),
            [("pass", "20 + 26 + 4 = 50", "50")],
        ),
        (  # far from the total: no list of its parts
            "收到申请4件，涉及来信20件、来访26件、其他9件。",
            ("收到申请[4件]", "来信[20件]<0", "来访[26件]<0", "其他[9件]<0"),
            [("open", "20 + 26 + 9 = 55", "4")],
        ),
        (  # zeros behind the last part belong to the list
            "收到申请50件，其中当面20件、网上30件、信函0件。",
            (RECEIVED, "当面[20件]<0", "网上[30件]<0", "信函[0件]<0"),
            [("pass", "20 + 30 + 0 = 50", "50")],
        ),
    ],
)
def test_parts(text: str, stated: tuple[str, ...], expected: list[tuple[str, str, str]]) -> None:
    assert said(checked(prose(text, *stated)), "parts") == expected


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("收到50件，其中网上20件，占40%。", ("收到[50件]", "网上[20件]<0", "占[40%]"), "pass"),
        ("收到30件，其中网上20件，占66.7%。", ("收到[30件]", "网上[20件]<0", "占[66.7%]"), "pass"),
        ("收到30件，其中网上20件，占66.6%。", ("收到[30件]", "网上[20件]<0", "占[66.6%]"), "pass"),
        ("收到30件，其中网上20件，占67.6%。", ("收到[30件]", "网上[20件]<0", "占[67.6%]"), "fail"),
        (
            "收到30件，其中网上20件，占收到总数的76%。",
            ("收到[30件]", "网上[20件]<0", "占收到总数的[76%]"),
            "fail",
        ),
        (  # another whole
            "收到30件，其中网上20件，占网站来信的6%。",
            ("收到[30件]", "网上[20件]<0", "占网站来信的[6%]"),
            None,
        ),
        (  # of both parts together
            "收到30件，其中网上20件、信函4件，两项合计占80%。",
            ("收到[30件]", "网上[20件]<0", "信函[4件]<0", "两项合计占[80%]"),
            None,
        ),
        (  # which is whose is not said
            "收到30件，其中网上20件、信函4件，分别占66.7%和13.3%。",
            ("收到[30件]", "网上[20件]<0", "信函[4件]<0", "分别占[66.7%]"),
            None,
        ),
        ("网上20件，占40%。", ("网上[20件]", "占[40%]"), None),
        (
            "收到30余件，其中网上20件，占61%。",
            ("收到[30余件]", "网上[20件]<0", "占[61%]"),
            "open",
        ),
    ],
)
def test_shares(text: str, stated: tuple[str, ...], expected: str | None) -> None:
    results = said(checked(prose(text, *stated)), "share")
    assert [verdict for verdict, _, _ in results] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("受理40件，办结38件，办结率95%。", ("受理[40件]", "办结[38件]", "办结率[95%]"), "pass"),
        ("受理40件，办结38件，办结率96%。", ("受理[40件]", "办结[38件]", "办结率[96%]"), "fail"),
        ("受理40件，办结38件，满意率96%。", ("受理[40件]", "办结[38件]", "满意率[96%]"), None),
        (  # of what was carried over as well
            "收到申请36件，上年结转4件，办结38件，办结率95%。",
            ("收到申请[36件]", "上年结转[4件]", "办结[38件]", "办结率[95%]"),
            "pass",
        ),
        ("受理40件，办结率96%。", ("受理[40件]", "办结率[96%]"), None),
        (  # two wholes that may be meant
            "受理来信40件，受理申请20件，办结18件，办结率45%。",
            ("受理来信[40件]", "受理申请[20件]", "办结[18件]", "办结率[45%]"),
            "pass",
        ),
        (
            "受理来信40件，受理申请20件，办结18件，办结率88%。",
            ("受理来信[40件]", "受理申请[20件]", "办结[18件]", "办结率[88%]"),
            "open",
        ),
    ],
)
def test_rates(text: str, stated: tuple[str, ...], expected: str | None) -> None:
    results = said(checked(prose(text, *stated)), "rate")
    assert [verdict for verdict, _, _ in results] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        (
            "公开信息比2022年的400条增加50条，增幅12.5%。",
            ("比2022年的[400条]", "增加[50条]", "增幅[12.5%]"),
            ("pass", "50 ÷ 400 = 12.5%"),
        ),
        (
            "公开信息450条，比上年增加50条，增长12.5%。",
            ("公开信息[450条]", "比上年增加[50条]", "增长[12.5%]"),
            ("pass", "50 ÷ (450 − 50) = 12.5%"),
        ),
        (
            "公开信息450条，比上年增加50条，增长11.1%。",
            ("公开信息[450条]", "比上年增加[50条]", "增长[11.1%]"),
            ("fail", "50 ÷ (450 − 50) = 12.5%"),
        ),
        (
            "事项由500项精简为400项，精简20%。",
            ("事项由[500项]", "精简为[400项]", "精简[20%]"),
            ("pass", "(500 − 400) ÷ 500 = 20%"),
        ),
        (
            "上年同期收到40件，今年收到50件，增长30%。",
            ("上年同期收到[40件]", "今年收到[50件]", "增长[30%]"),
            ("fail", "(50 − 40) ÷ 40 = 25%"),
        ),
        (  # another subject of its own
            "公开信息50条，“三公”经费支出较上年下降8%。",
            ("公开信息[50条]", "“三公”经费支出较上年下降[8%]"),
            None,
        ),
        ("收到申请50件，同比增长25%。", (RECEIVED, "同比增长[25%]"), ("open", "")),
        (  # what stands in closed brackets is not what grew
            "收到申请50件(网上30件)，同比增长25%。",
            (RECEIVED, "网上[30件]", "同比增长[25%]"),
            ("open", ""),
        ),
    ],
)
def test_growth(text: str, stated: tuple[str, ...], expected: tuple[str, str] | None) -> None:
    results = said(checked(prose(text, *stated)), "growth")
    assert [result[:2] for result in results] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        ("25%", ("pass", "(50 − 40) ÷ 40 = 25%")),
        ("26%", ("fail", "(50 − 40) ÷ 40 = 25%")),
    ],
)
def test_growth_against_the_report_of_the_year_before(rate: str, expected: tuple[str, str]) -> None:
    now = prose(
        f"全年共收到申请50件，同比增长{rate}。", "全年共收到申请[50件]", f"同比增长[{rate}]"
    )
    before = prose("2022年收到申请40件。", "2022年收到申请[40件]", year=2022)
    (result,) = (r for r in checked(now, before) if r.rule == "growth")
    assert (result.verdict, result.left) == expected
    assert result.reports == ("linjiang-2023", "linjiang-2022")


def test_growth_finds_no_base_in_another_figure() -> None:
    now = prose("收到申请50件，同比增长25%。", RECEIVED, "同比增长[25%]")
    before = prose("收到来信40件。", "收到来信[40件]", year=2022)
    assert said(checked(now, before), "growth") == [("open", "", "25%")]


def test_a_result_says_what_it_is_of() -> None:
    report = prose("收到申请50件，其中当面20件、网上25件、其他4件。", *PARTS)
    (result,) = checked(report)
    assert result.touches(report.figures[0], report)
    assert result.to_dict() == {
        "rule": "parts",
        "name": rules().parts.name,
        "source": rules().parts.source,
        "reports": ["linjiang-2023"],
        "subject": "收到申请50件",
        "left": "20 + 25 + 4 = 49",
        "right": "50",
        "difference": "-1",
        "unit": "件",
        "verdict": "fail",
        "reason": "",
        "citations": [citation.to_dict() for citation in result.citations],
    }
    assert [c.quote for c in result.citations] == [
        "当面20件",
        "网上25件",
        "其他4件",
        "收到申请50件",
    ]


PARTS = (RECEIVED, "当面[20件]<0", "网上[25件]<0", "其他[4件]<0")


def test_a_corrected_figure_counts_as_corrected_and_says_so() -> None:
    report = prose("收到申请50件，其中当面20件、网上25件、其他4件。", *PARTS)
    *others, last = report.figures
    amended = replace(last, value=Decimal(5), text="5件", printed="4件", note="据原件更正")
    (result,) = checked(replace(report, figures=(*others, amended)))
    assert (result.verdict, result.left) == ("pass", "20 + 25 + 5 = 50")
    corrections = [correction for c in result.citations for correction in c.corrections]
    assert corrections == [Amendment("4件", "5件", "据原件更正")]
