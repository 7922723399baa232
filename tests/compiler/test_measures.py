"""Several measures of one thing, what something came to, and some of those that were counted."""

from __future__ import annotations

import pytest

from tests.compiler.test_figures import figures, inherited, read

ROADS = (
    "全年修路9个项目共31公里,按乡镇分:东山镇4个、12.5公里,西河乡3个、10.5公里,南塘镇2个、8公里。"
)


def test_the_second_measure_of_a_member_is_of_that_member_alone() -> None:
    found = {f.text: f for f in figures(ROADS)}
    assert [(found[t].where, found[t].quote) for t in ("12.5公里", "10.5公里", "8公里")] == [
        ("东山镇", "东山镇4个、12.5公里"),
        ("西河乡", "西河乡3个、10.5公里"),
        ("南塘镇", "南塘镇2个、8公里"),
    ]
    assert found["10.5公里"].part_of == found["31公里"].id
    assert "东山镇" not in inherited(found["3个"], ROADS) + inherited(found["10.5公里"], ROADS)


@pytest.mark.parametrize(
    ("text", "stated", "what"),
    [
        ("起步价由5元调为6元。", "6元", "起步价"),
        ("根据意见,票价从12元涨到15元。", "15元", "票价"),
        ("审批时限由20天改为8天。", "8天", "审批时限"),
    ],
)
def test_what_something_came_to_is_named_as_what_it_came_from(
    text: str, stated: str, what: str
) -> None:
    before, after = figures(text)
    assert (before.kind, after.text, after.what) == ("base", stated, what)
    assert before.text in after.quote


def test_some_of_those_counted_are_told_by_what_follows() -> None:
    whole, part = figures("全年14名兼职人员中有6名换岗。")
    assert (part.what, part.part_of, part.quote) == ("换岗", whole.id, "有6名换岗")
    whole, part = figures("尚未通路的11个村有7个在山区。")
    assert (part.what, part.part_of) == ("在山区", whole.id)


def test_more_than_there_are_is_no_part() -> None:
    _, other = figures("4名负责人有30人报名。")
    assert other.part_of is None


def test_last_years_figure_counts_what_this_years_counts() -> None:
    text = "全年主动公开政府信息1284条,比上年的1070条增长20%。"
    this, last, _ = figures(text)
    assert (last.when, last.what, inherited(last, text)) == ("2015年", "", [this.what])


def test_a_bare_total_is_of_what_the_clause_before_it_names() -> None:
    text = "6月30日公布权力清单,共186项,其中行政许可21项、行政处罚165项。"
    total, permits, _ = read(text).figures
    assert "权力清单" in "".join(inherited(total, text))
    assert permits.part_of == total.id


def test_what_is_listed_among_those_counted_is_a_part_of_them() -> None:
    text = "网站公开的2026条信息中,职能类161条,占7.9%;规划类60条,占2.9%;其余类别另计。"
    whole, *parts = (f for f in figures(text) if f.unit == "条")
    assert [p.part_of for p in parts] == [whole.id, whole.id]
