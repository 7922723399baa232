"""Share: what part one figure, or a sum, is of its own whole."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import (
    COUNTIES,
    DISTRICTS,
    PARTS,
    PLACES,
    WHOLE,
    answered,
    figures,
    half_up,
    refused,
)

SHARES = [
    ("规范性文件占公报文件类信息的百分之几", 14, 664),
    ("人事任免信息占公报文件类信息的比例是多少", 85, 664),
    ("门户网站文件类信息占门户网站信息的百分之几", 259, 12826),
    ("两个区的进驻事项合计占全市百分之几", sum(DISTRICTS.values()), WHOLE),
    ("四个县的进驻事项合计占全市百分之几", sum(COUNTIES.values()), WHOLE),
    ("八个县市区的进驻事项合计占全市百分之几", sum(PLACES.values()), WHOLE),
    (
        "进驻事项中，除连州市、英德市外的县市区之和在总数中占多大比例",
        sum(PLACES.values()) - 669 - 628,
        WHOLE,
    ),
]
FRAMES = ["{}进驻事项占全市百分之几", "{}占全市进驻事项的比例是多少", "{}的进驻事项占比是多少"]
REFUSED = [
    "来信占门户网站信息的百分之几",
    "公报文件类信息占门户网站信息的百分之几",
    "英德市占广东省进驻事项的百分之几",
    "韶关市占全市进驻事项的百分之几",
    "连州市占连山县百分之几",
    "2012年市级占全市进驻事项百分之几",
]


@pytest.mark.parametrize(("asked", "part", "whole"), SHARES)
def test_shares(asked: str, part: int, whole: int) -> None:
    share = Fraction(part * 100, whole)
    found = answered(asked)
    assert figures(found) == [half_up(share) + "%"]
    assert found.computation and str(whole) in found.computation.operands


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("name", "number"), PARTS.items())
def test_every_part_of_its_whole(name: str, number: int, frame: str) -> None:
    share = half_up(Fraction(number * 100, WHOLE))
    assert figures(answered(frame.format(name))) == [share + "%"]


def test_rounding_is_said() -> None:
    assert "两位小数" in answered("市级进驻事项占全市百分之几").text


@pytest.mark.parametrize("asked", REFUSED)
def test_what_is_no_part_of_it(asked: str) -> None:
    refused(asked)


@given(st.lists(st.sampled_from(list(PARTS)), min_size=2, max_size=5, unique=True))
def test_the_share_of_a_sum(names: list[str]) -> None:
    share = Fraction(sum(PARTS[n] for n in names) * 100, WHOLE)
    found = answered(f"{'、'.join(names)}的进驻事项合计占全市百分之几")
    assert figures(found) == [half_up(share) + "%"]
