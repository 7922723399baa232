"""Convert: the same figure in another scale, its bound kept."""

import pytest
from qingyuan import answered, figures, refused

CONVERTED = [
    ("专项工作经费换算成元是多少", "1220300", "元", "exact"),
    ("采编上网的信息1.2万多篇换算成篇是多少", "12000", "篇(条)", "more"),
    ("主动公开数18万宗换算成宗是多少", "180000", "宗", "exact"),
]
REFUSED = [
    "122.03万元是多少美元",
    "1535册是多少吨",
    "99万元换算成元是多少",
]


@pytest.mark.parametrize(("asked", "number", "unit", "bound"), CONVERTED)
def test_in_another_scale(asked: str, number: str, unit: str, bound: str) -> None:
    (value,) = answered(asked).values
    assert (value.value, value.unit, value.bound) == (number, unit, bound)


@pytest.mark.parametrize("asked", REFUSED)
def test_what_cannot_be_converted(asked: str) -> None:
    refused(asked)


def test_the_stated_figure_is_cited() -> None:
    found = answered("专项工作经费换算成元是多少")
    assert "122.03万元" in found.citations[0].quote and figures(found) == ["1220300元"]
