"""Remainder: what is left of a whole without some of its parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import PARTS, WHOLE, answered, figures, refused

LEFT = [
    ("除市级外还有多少项", "5233项"),
    ("除去连州市，进驻事项还剩多少项", "5542项"),
    ("除人事任免信息外，公报发布的文件类信息还有多少条", "579条"),
]
REFUSED = [
    "除韶关市外还有多少项",
    "除来信外还有多少条信息",
    "除电话咨询外还有多少人次",
    "除市级外2012年还有多少项",
]


@pytest.mark.parametrize(("asked", "left"), LEFT)
def test_what_is_left(asked: str, left: str) -> None:
    found = answered(asked)
    assert figures(found) == [left]
    assert found.computation and len(found.citations) == 2


@pytest.mark.parametrize("asked", REFUSED)
def test_nothing_to_take_it_from(asked: str) -> None:
    refused(asked)


@given(st.lists(st.sampled_from(list(PARTS)), min_size=1, max_size=4, unique=True))
def test_the_rest_agrees_with_the_parts(names: list[str]) -> None:
    left = WHOLE
    for name in names:
        left -= PARTS[name]
    assert figures(answered(f"除{'、'.join(names)}外，进驻事项还有多少项")) == [f"{left}项"]
