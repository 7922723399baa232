"""Questions that somebody passes on, puts with scorn or wants confirmed; and what a rate leaves over."""

from __future__ import annotations

import pytest

from tests.operators.test_counted_in import ask

FIGURES = {
    "来电人问：政报每期印多少册": ["800"],
    "来电询问：新闻发布会开了几场？": ["3"],
    "对方自称退休教师，他问：网上来信处理了多少件": ["320"],
    "热线这边，对方问：“规范性文件有几条”，请给个答复": ["36"],
    "来电人说他住沙河镇，想知道镇里进驻了多少项": ["250"],
    "发布会不就是走过场？开了几场，来了多少记者？": ["3", "90"],
    "政报不就是摆设？每期印多少册": ["800"],
    "别打官腔，办结率是多少": ["95"],
    "倒底召开了几场新闻发布会，你倒是说啊": ["3"],
    # What a rate leaves over, in whole ones, of what its own sentence counts.
    "网上来信按办结率折算，未办结的约几件": ["16"],
    "按办结率推算，尚未办结的网上来信大约多少件": ["16"],
    "照来信件数和办结率倒推，还剩多少封来信没办完": ["16"],
}


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_what_is_asked_is_answered(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


CONFIRMED = {
    "政报每期印800册，帮我核一下对不对": "yes",
    "听说政报登了63条规范性文件，确认一下": "no",
    "请核实：新闻发布会开了5场，对吗": "no",
    "难道政报要收费？": "no",
    "说得好听，难道政报真的免费？": "yes",
}


@pytest.mark.parametrize(("question", "polarity"), CONFIRMED.items())
def test_what_is_to_be_confirmed_is_held_against_the_report(question: str, polarity: str) -> None:
    assert ask(question).polarity == polarity


NEAR_MISSES = [
    # What is passed on is asked of as it is, and nothing of it is passed over.
    "来电人问：培训班开了几期",
    "市民原话：“海报印了多少册”，请给个答复",
    "来电人说他住沙河镇，想知道学校里进驻了多少项",
    "发布会不就是走过场？讲座开了几场",
    # The rate of another act, of another thing, or of no number.
    "按办结率推算，未公开的网上来信约几件",
    "按办结率推算，未办结的申请约几件",
    "按满意率推算，不满意的来信约几件",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_what_is_not_told_is_refused(question: str) -> None:
    assert not ask(question).values
