"""Estimates from a stated rate: the product of two stated figures, never passed off as a figure."""

from decimal import ROUND_HALF_UP, Decimal

import pytest

from assistant import answer

ESTIMATES = [
    ("估算一下开通网上在线申请功能的事项有多少项", "6211", "98", "项"),
    ("估计办结的来信有多少件", "1618", "96", "件"),
]


@pytest.mark.parametrize(("question", "total", "rate", "unit"), ESTIMATES)
def test_a_rate_of_its_total(question: str, total: str, rate: str, unit: str) -> None:
    product = Decimal(total) * Decimal(rate) / 100
    given = answer(question)
    assert given.status == "answered"
    assert [v.value for v in given.values] == [str(product.quantize(Decimal(1), ROUND_HALF_UP))]
    assert [v.unit for v in given.values] == [unit]
    assert given.values[0].bound != "exact"
    assert "估算" in given.text
    assert given.computation is not None
    assert sorted(given.computation.operands) == sorted([total, rate])


def test_a_rate_without_its_total_is_refused() -> None:
    assert answer("估算一下承诺时限缩短了多少天").status == "unanswered"
