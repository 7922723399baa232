"""What a short question takes from the turn before; and that nothing else is ever carried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import answered, ask, assistant, figures, refused

LIANZHOU = "连州市有多少项"
BOTH = "连山县和连南县各多少项"
MOST = "进驻事项最多的是哪个县市区"

# earlier questions, the short one, the figures of its answer
CARRIED = [
    ([LIANZHOU], "那英德呢", ["628项"]),
    ([LIANZHOU], "英德呢？", ["628项"]),
    ([LIANZHOU], "那市级呢", ["978项"]),
    ([LIANZHOU, "那英德呢"], "阳山呢", ["852项"]),
    (["来信受理率是多少"], "办结率呢", ["96%"]),
    ([BOTH], "加起来呢", ["1385项"]),
    ([BOTH], "加起来多少", ["1385项"]),
    ([LIANZHOU], "佛冈比它少多少", ["6项"]),
    ([MOST], "那最少的呢", ["511项"]),
    (["门户网站发布多少条信息"], "公报呢", ["664条"]),
    (["门户网站发布多少条信息"], "其中文件类信息呢", ["259条"]),
    (["公报发布文件类信息多少条"], "其中人事任免信息呢", ["85条"]),
]
# Nothing is carried past what is not known, another year, or a changed subject.
NOT_CARRIED = [
    ([LIANZHOU], "那韶关呢"),
    ([LIANZHOU], "那连江县呢"),
    ([LIANZHOU], "那2012年呢"),
    ([LIANZHOU], "去年呢"),
    ([LIANZHOU], "那教育局呢"),
    ([LIANZHOU], "天气呢"),
    ([LIANZHOU], "人口呢"),
    ([LIANZHOU, "那韶关呢"], "人口多少"),
    (["公报纸质版每期多少册"], "印刷成本呢"),
    (["公报纸质版每期多少册"], "电子版呢"),
    ([], "那英德呢，印刷呢"),
]
# A question that says everything is not changed by what was asked before.
COMPLETE = [
    "政府信息公开收费了吗",
    "英德市进驻了多少事项",
    "全市网上办事大厅进驻事项总数是多少项",
    "门户网站全年发布多少条信息",
    "公报发布文件类信息多少条",
    "纸质版公报每期多少册",
    "网上处理来信多少件",
    "来信办结率是百分之几",
    "政府信息公开工作人员有多少人",
    "市政府新闻发布会召开几场",
    "进驻事项连山县比连南县多几项",
    "两个区的进驻事项合计占全市百分之几",
    "进驻事项超过650项的县市区有哪些",
    "政府新闻办召开了新闻发布会吗",
    "公报发给谁",
    "存在哪些问题",
    "2012年英德市多少项",
    "韶关市进驻事项多少项",
    "公报的印刷成本是多少",
]
EARLIER = [
    *COMPLETE,
    LIANZHOU,
    BOTH,
    MOST,
    "那英德呢",
    "它占全市多少",
    "你好",
    "",
    "天气怎么样",
    "1",
    "第二个",
]


@pytest.mark.parametrize(("history", "asked", "expected"), CARRIED)
def test_what_is_left_unsaid_comes_from_the_turn_before(
    history: list[str], asked: str, expected: list[str]
) -> None:
    assert figures(answered(asked, history)) == expected


@pytest.mark.parametrize(("history", "asked"), NOT_CARRIED)
def test_nothing_is_carried_past_what_is_not_known(history: list[str], asked: str) -> None:
    refused(asked, history)


def test_what_was_carried_over_is_shown() -> None:
    found = answered("加起来呢", [BOTH])
    assert "承接" in found.text and "连山县" in found.text and "连南县" in found.text
    assert "承接" not in answered(LIANZHOU, [BOTH]).text


def test_five_turns() -> None:
    turns = [LIANZHOU, "那英德呢", "阳山呢", "清新呢", "佛冈呢"]
    expected = ["669项", "628项", "852项", "511项", "663项"]
    for at, (asked, figure) in enumerate(zip(turns, expected, strict=True)):
        assert figures(answered(asked, turns[:at])) == [figure]


def test_a_choice_by_number() -> None:
    asked = "文件类信息多少条"
    offered = ask(asked)
    assert offered.status == "clarify" and len(offered.suggestions) == 2
    for at, said in enumerate(["1", "第二个"]):
        assert ask(said, [asked]).values == answered(offered.suggestions[at]).values != ()


def test_a_choice_that_was_not_offered() -> None:
    refused("3", ["文件类信息多少条"])


@pytest.mark.parametrize("asked", ["那英德呢", "它占全市多少", "加起来呢"])
def test_with_nothing_before_nothing_is_made_up(asked: str) -> None:
    alone = ask(asked)
    assert "承接" not in alone.text
    assert alone.status != "answered" or asked == "那英德呢"


@given(st.lists(st.sampled_from(EARLIER), min_size=1, max_size=5), st.sampled_from(COMPLETE))
def test_carrying_over_never_changes_a_complete_question(history: list[str], asked: str) -> None:
    alone, after = ask(asked), ask(asked, history)
    assert (after.status, after.values, after.polarity, after.citations) == (
        alone.status,
        alone.values,
        alone.polarity,
        alone.citations,
    )


@given(st.lists(st.sampled_from(EARLIER), max_size=4), st.sampled_from(EARLIER))
def test_the_same_history_gives_the_same_answer(history: list[str], asked: str) -> None:
    assert ask(asked, history) == assistant().answer(asked, tuple(history))
