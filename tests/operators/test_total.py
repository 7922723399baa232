"""Sum: what may be added is added exactly, with its bound; what may not is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import (
    CITIES,
    COUNTIES,
    DISTRICTS,
    PARTS,
    PLACES,
    answered,
    figures,
    refused,
)

SUMS = [
    ("连州和英德加起来多少项", 669 + 628, "项"),
    ("连州市、英德市、清城区合计多少项", 669 + 628 + 525, "项"),
    ("规范性文件和人事任免信息合计多少条", 14 + 85, "条"),
    ("实体办事大厅和网上办事大厅一共多少个", 9 + 4, "个"),
]
CLASSES = [
    ("八个县市区", PLACES),
    ("各县市区", PLACES),
    ("两个区", DISTRICTS),
    ("四个县", COUNTIES),
    ("两个县级市", CITIES),
]
# Approximate figures add up to an approximate one.
BOUNDED = [("电话咨询和出席新闻发布会的人次加起来多少", "660")]
REFUSED = [
    "门户网站信息和处理来信加起来多少",
    "专项工作经费和工作人员数加起来多少",
    "受理率和办结率加起来多少",
    "播发的500多条新闻信息和20余次采访加起来多少",
    "连州市和韶关市加起来多少项",
    "有网站的乡镇和有便民中心的乡镇加起来多少个",
    "既有网站又有便民中心的乡镇有多少个",
    "有网站但没有便民中心的乡镇有多少个",
    "三个区的进驻事项合计多少项",
    "九个县市区的进驻事项合计多少项",
]
some = st.lists(st.sampled_from(list(PARTS)), min_size=2, max_size=6, unique=True)


@pytest.mark.parametrize(("asked", "total", "unit"), SUMS)
def test_named_one_by_one(asked: str, total: int, unit: str) -> None:
    assert figures(answered(asked)) == [f"{total}{unit}"]


@pytest.mark.parametrize(("said", "members"), CLASSES)
@pytest.mark.parametrize(
    "frame", ["{}的进驻事项合计多少项", "{}进驻事项加起来是多少项", "{}的进驻事项一共多少项"]
)
def test_members_of_a_kind(said: str, members: dict[str, int], frame: str) -> None:
    found = answered(frame.format(said))
    assert figures(found) == [f"{sum(members.values())}项"]
    quotes = "".join(c.quote for c in found.citations)
    assert all(f"{name}{number}项" in quotes for name, number in members.items())


@pytest.mark.parametrize(("asked", "total"), BOUNDED)
def test_the_bound_is_carried_through(asked: str, total: str) -> None:
    (value,) = answered(asked).values
    assert value.value == total and value.bound in ("more", "at_least")
    assert "以上" in value.text or "多" in value.text


@pytest.mark.parametrize("asked", REFUSED)
def test_what_must_not_be_added(asked: str) -> None:
    refused(asked)


@given(some)
def test_sums_agree_with_the_parts_in_any_order(names: list[str]) -> None:
    found = answered(f"{'、'.join(names)}的进驻事项合计多少项")
    total = 0
    for name in names:
        total += PARTS[name]
    assert figures(found) == [f"{total}项"]
    assert found.computation and len(found.computation.operands) == len(names)
