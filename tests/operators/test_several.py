"""Several: one figure for each that is named, in the order asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import PARTS, answered, figures, refused

EACH = [
    ("连山县和连南县各多少项", ["740项", "645项"]),
    ("受理率和办结率分别是多少", ["100%", "96%"]),
    ("规范性文件和人事任免信息各有多少条", ["14条", "85条"]),
    ("实体办事大厅和网上办事大厅分别有多少个", ["9个", "4个"]),
]


@pytest.mark.parametrize(("asked", "expected"), EACH)
def test_one_figure_for_each(asked: str, expected: list[str]) -> None:
    assert figures(answered(asked)) == expected


@given(st.lists(st.sampled_from(list(PARTS)), min_size=2, max_size=5, unique=True))
def test_in_the_order_asked(names: list[str]) -> None:
    found = answered(f"{'、'.join(names)}的进驻事项分别是多少项")
    assert figures(found) == [f"{PARTS[name]}项" for name in names]


def test_no_figure_stands_in_for_one_that_is_not_known() -> None:
    refused("连州市和韶关市各多少项")
    refused("受理率和满意率分别是多少")
