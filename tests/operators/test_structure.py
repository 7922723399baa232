"""The report's own shape and source: its parts, which part says what, its year."""

import pytest
from qingyuan import SOURCE, answered, refused

TITLES = [
    "一、概述",
    "二、市政府办公室主动公开政府信息情况",
    "三、依申请公开政府信息和不予公开政府信息的情况",
    "四、政府信息公开的收费及 减免情况",
    "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
    "六、存在问题及改进措施",
]
WHERE = [
    ("收费情况在第几部分", 3),
    ("行政复议在第几部分", 4),
    ("依申请公开在哪一部分", 2),
]
# A heading is said without the stray space that the source has in it.
SAID = [title.replace(" ", "") for title in TITLES]
NTH = ["一", "二", "三", "四", "五", "六"]


@pytest.mark.parametrize("asked", ["报告分几部分", "报告有几个部分", "这份报告的结构是怎样的"])
def test_the_parts(asked: str) -> None:
    text = answered(asked).text
    assert all(title in text for title in SAID)


@pytest.mark.parametrize(("asked", "at"), WHERE)
def test_which_part_speaks_of_it(asked: str, at: int) -> None:
    found = answered(asked)
    assert SAID[at] in found.text
    assert any(c.quote.startswith(TITLES[at][:4]) for c in found.citations)


@pytest.mark.parametrize(("nth", "title"), [*zip(NTH, TITLES, strict=True)])
def test_a_part_by_its_number(nth: str, title: str) -> None:
    (citation,) = answered(f"第{nth}部分讲什么").citations
    assert citation.quote.startswith(title)
    assert SOURCE.index(title) == citation.start


@pytest.mark.parametrize("asked", ["第七部分讲什么", "第十部分讲什么", "印刷在第几部分"])
def test_a_part_that_there_is_not(asked: str) -> None:
    refused(asked)


@pytest.mark.parametrize("asked", ["数据是哪年的", "这是哪一年的报告", "资料来源是什么"])
def test_year_and_source(asked: str) -> None:
    found = answered(asked)
    assert "2013" in found.text and "2013" in found.citations[0].quote
