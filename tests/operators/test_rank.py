"""Rank: the most, the least, the n-th, the place of one, the whole order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import CITIES, COUNTIES, DISTRICTS, PLACES, answered, figures, refused

CLASSES = {
    "县市区": PLACES,
    "县区": PLACES,
    "区县": PLACES,
    "县": COUNTIES,
    "区": DISTRICTS,
    "县级市": CITIES,
}
ORDERS = {"从高到低": True, "从多到少": True, "从低到高": False, "从少到多": False}
NTH = {2: "第二多", 3: "第三多", 4: "第四多", 8: "第八多"}
FROM_BOTTOM = {"倒数第二名": -2, "倒数第三名": -3, "第二少": -2, "第三少": -3}
FRAMES_MOST = ["进驻事项最多的是哪个{}", "哪个{}进驻事项最多", "网上办事大厅进驻事项最多的{}是哪个"]
SUPERLATIVES = [
    ("哪个县市区进驻的事项最多", "阳山县"),
    ("哪个县市区进驻的事项最少", "清新区"),
    ("进驻事项垫底的是哪个县市区", "清新区"),
    ("进驻事项居首的县市区是哪个", "阳山县"),
    ("四个县里进驻事项最少的是哪个县", "连南县"),
    ("两个区里哪个区进驻事项多", "清城区"),
]
NOT_RANKED = [
    "哪个县市区受理的申请最多",
    "哪个县市区处理的来信最多",
    "哪个镇进驻事项最多",
    "2012年哪个县市区进驻事项最多",
    "哪个县市区经费最多",
    "进驻事项第九多的是哪个县市区",
    "韶关市进驻事项排第几",
]


def slow_order(members: dict[str, int]) -> list[str]:
    """Members from the most to the least, by looking for the greatest again and again."""
    left, order = dict(members), []
    while left:
        best = max(left, key=lambda name: left[name])
        order.append(best)
        del left[best]
    return order


@pytest.mark.parametrize("frame", FRAMES_MOST)
@pytest.mark.parametrize(("kind", "members"), CLASSES.items())
def test_the_most_of_one_kind(kind: str, members: dict[str, int], frame: str) -> None:
    most = slow_order(members)[0]
    found = answered(frame.format(kind))
    assert most in found.text and figures(found) == [f"{members[most]}项"]


@pytest.mark.parametrize(("kind", "members"), CLASSES.items())
def test_the_least_of_one_kind(kind: str, members: dict[str, int]) -> None:
    least = slow_order(members)[-1]
    found = answered(f"哪个{kind}进驻事项最少")
    assert least in found.text and figures(found) == [f"{members[least]}项"]


@pytest.mark.parametrize(("asked", "name"), SUPERLATIVES)
def test_superlatives(asked: str, name: str) -> None:
    found = answered(asked)
    assert name in found.text and figures(found) == [f"{PLACES[name]}项"]


@pytest.mark.parametrize(("nth", "said"), NTH.items())
def test_the_nth_from_the_top(nth: int, said: str) -> None:
    name = slow_order(PLACES)[nth - 1]
    found = answered(f"进驻事项{said}的是哪个县市区")
    assert name in found.text and figures(found) == [f"{PLACES[name]}项"]


@pytest.mark.parametrize(("said", "nth"), FROM_BOTTOM.items())
def test_the_nth_from_the_bottom(said: str, nth: int) -> None:
    name = slow_order(PLACES)[nth]
    asked = f"进驻事项{said}的是哪个县市区"
    found = answered(asked)
    assert name in found.text and figures(found) == [f"{PLACES[name]}项"]


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("frame", ["进驻事项{}排第几", "{}的进驻事项在各县市区中排第几名"])
def test_the_place_of_one(name: str, frame: str) -> None:
    place = slow_order(PLACES).index(name) + 1
    found = answered(frame.format(name))
    assert f"第{place}" in found.text and figures(found) == [f"{PLACES[name]}项"]


@pytest.mark.parametrize(("order", "down"), ORDERS.items())
def test_the_whole_order(order: str, down: bool) -> None:
    names = slow_order(PLACES)[:: 1 if down else -1]
    found = answered(f"各县市区进驻事项{order}排列")
    assert figures(found) == [f"{PLACES[n]}项" for n in names]
    assert [found.text.index(n) for n in names] == sorted(found.text.index(n) for n in names)


@pytest.mark.parametrize(("said", "count"), [("前三名", 3), ("前两名", 2), ("前五名", 5)])
def test_the_first_few(said: str, count: int) -> None:
    names = slow_order(PLACES)[:count]
    assert figures(answered(f"进驻事项{said}是哪些县市区")) == [f"{PLACES[n]}项" for n in names]


@pytest.mark.parametrize("asked", NOT_RANKED)
def test_what_is_not_ranked_by_the_report(asked: str) -> None:
    refused(asked)


def test_every_member_is_cited() -> None:
    quotes = "".join(c.quote for c in answered("进驻事项英德市排第几").citations)
    assert all(f"{name}{number}项" in quotes for name, number in PLACES.items())


@given(st.permutations(list(PLACES)).map(lambda names: names[:3]))
def test_the_most_of_those_that_are_named(names: list[str]) -> None:
    most = slow_order({n: PLACES[n] for n in names})[0]
    found = answered(f"{'、'.join(names)}哪个进驻事项最多")
    assert most in found.text and f"{PLACES[most]}项" in figures(found)
