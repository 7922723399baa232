"""List: the members of a breakdown, or of a list in the text."""

import pytest
from qingyuan import PLACES, answered, refused

MEMBERS = [
    ("哪些县市区有进驻事项", list(PLACES)),
    ("有进驻事项的县市区有哪些", list(PLACES)),
]
ITEMS = [
    ("其他载体包括哪些", ["屏幕", "触摸屏", "公告栏"]),
    ("哪些媒体播发了新闻信息", ["报纸", "电台", "电视台"]),
]
REFUSED = [
    "哪些县市区受理了申请",
    "受表扬的单位有哪些",
    "有网站的乡镇是哪些",
    "2012年哪些县市区有进驻事项",
]


@pytest.mark.parametrize(("asked", "names"), [*MEMBERS, *ITEMS])
def test_all_are_named(asked: str, names: list[str]) -> None:
    found = answered(asked)
    assert all(name in found.text for name in names)
    quotes = "".join(c.quote for c in found.citations)
    assert all(name in quotes for name in names)


@pytest.mark.parametrize("asked", REFUSED)
def test_what_the_report_does_not_list(asked: str) -> None:
    refused(asked)
