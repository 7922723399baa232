"""Conversations: what a turn takes from those before, over several reports and over one."""

from __future__ import annotations

import pytest
import qingyuan

from tests.towns import ask, say

B23 = "北原市2023年行政处罚多少件"
FORCE = "行政强制多少件"
BOTH = "北原市和南浦市2023年行政强制各多少件"
OFFERED = ("北原市2022年", "北原市2023年", "东岭区2023年", "南浦市2023年")

# turns, the figures of the last answer, the reports that it cites
CARRIED = [
    # A greeting, thanks or a choice that is not there changes nothing.
    (["你好", B23, "谢谢", "行政强制呢"], ["8件"], {"beiyuan-2023"}),
    ([B23, "谢谢", "那2022年呢"], ["70件"], {"beiyuan-2022"}),
    ([FORCE, "9", "第三个"], ["2件"], {"dongling-2023"}),
    # A refusal leaves the reports that were spoken of.
    ([B23, "今天天气怎么样", "行政强制多少件"], ["8件"], {"beiyuan-2023"}),
    # The question before, put to another report.
    ([B23, "那2022年呢"], ["70件"], {"beiyuan-2022"}),
    ([B23, "去年呢"], ["70件"], {"beiyuan-2022"}),
    ([B23, "南浦呢"], ["110件"], {"nanpu-2023"}),
    ([B23, "不对，我问的是南浦市"], ["110件"], {"nanpu-2023"}),
    ([B23, "错了，是2022年"], ["70件"], {"beiyuan-2022"}),
    ([B23, "不对，我问的是行政强制"], ["8件"], {"beiyuan-2023"}),
    ([BOTH, "东岭区呢"], ["2件"], {"dongling-2023"}),
    (["西川县2023年受理申请多少件", "教育局呢"], ["2件"], {"xichuan-jiaoyuju-2023"}),
    # Those before together.
    ([B23, "南浦呢", "差多少"], ["50件"], {"beiyuan-2023", "nanpu-2023"}),
    ([B23, "南浦呢", "东岭区呢", "一共多少件"], ["195件"],
     {"beiyuan-2023", "nanpu-2023", "dongling-2023"}),
    ([BOTH, "加起来呢"], ["39件"], {"beiyuan-2023", "nanpu-2023"}),
    ([BOTH, "哪个多，多几件"], ["23件"], {"beiyuan-2023", "nanpu-2023"}),
    ([BOTH, "前者行政处罚多少件"], ["60件"], {"beiyuan-2023"}),
    # Of the year before.
    ([B23, "比上年少了几件"], ["10件"], {"beiyuan-2022", "beiyuan-2023"}),
    ([B23, "较去年下降了百分之几"], ["14.29%"], {"beiyuan-2022", "beiyuan-2023"}),
    # What is named anew takes nothing from what was said of it before.
    (["北原市2023年行政复议结果纠正多少件", "那行政复议总计呢"], ["10件"], {"beiyuan-2023"}),
    # Another measure of the same reports.
    ([BOTH, "那行政许可呢"], ["650件", "900件"], {"beiyuan-2023", "nanpu-2023"}),
    (["北原市2023年行政处罚比2022年少几件", "行政许可呢"], ["150件"],
     {"beiyuan-2022", "beiyuan-2023"}),
    # Choices.
    ([FORCE, "第三个"], ["2件"], {"dongling-2023"}),
    ([FORCE, "2023年的", "东岭区的"], ["2件"], {"dongling-2023"}),
    (["北原市行政强制多少件", "第一个", "另一个"], ["8件"], {"beiyuan-2023"}),
    (["北原市行政处罚多少件", "两个都要"], ["70件", "60件"], {"beiyuan-2022", "beiyuan-2023"}),
    ([FORCE, "都要"], ["8件", "8件", "2件", "31件"],
     {"beiyuan-2022", "beiyuan-2023", "dongling-2023", "nanpu-2023"}),
]  # fmt: skip
# What was said last is said again, with the question that it answers; talk and what was said again come not between.
AGAIN = [
    ([B23, "再说一遍"], B23),
    ([B23, "南浦呢", "上一个问题"], "南浦呢"),
    ([B23, "谢谢", "我刚才问了什么"], B23),
    ([B23, "再说一遍", "没听清，请再说一遍"], B23),
    ([B23, "今天天气怎么样", "再说一遍"], "今天天气怎么样"),
    ([B23, "7", "上一个问题"], B23),
    ([B23, "How many?", "再说一遍"], B23),
    ([FORCE, "第三个", "上一个问题是什么？"], "第三个"),
    (["北原市2023年新收申请多少件，南浦市行政处罚多少件", "能重复一下吗"],
     "北原市2023年新收申请多少件，南浦市行政处罚多少件"),
]  # fmt: skip
# It is not plain what is meant: asked back, with complete questions.
ASKED_BACK = [
    (["你好", FORCE], OFFERED),
    ([FORCE, "9"], OFFERED),
    ([FORCE, "0"], OFFERED),
    ([FORCE, "第七个"], OFFERED),
    ([FORCE, "三个都要"], OFFERED),
    ([FORCE, "另一个"], OFFERED),
    ([FORCE, "第一个", "另一个"], OFFERED),
    ([FORCE, "2023年的"], OFFERED[1:]),
    ([BOTH, "它的行政处罚呢"], ("北原市2023年", "南浦市2023年")),
    (["北原市和南浦市2023年哪个行政强制多", "它有多少新收申请"], ("北原市2023年", "南浦市2023年")),
    (["北原市和南浦市2023年哪个行政强制多", "东岭区呢"], ("东岭区和南浦市", "北原市和东岭区")),
]
# turns, the reason of the refusal, a word of its text
REFUSED = [
    ([B23, "那2021年呢"], "no_such_period", "2022、2023年"),
    ([BOTH, "那2022年呢"], "no_such_period", "南浦市"),
    (["北原市2022年行政处罚多少件", "南浦呢"], "no_such_period", "2022年"),
    (["东岭区2023年行政处罚多少件", "去年呢"], "no_such_period", "2022年"),
    ([B23, "今天天气怎么样", "那2022年呢"], "not_understood", "2022年"),
    (["你好", "那2023年呢"], "not_understood", "2023年"),
    (["那2023年呢"], "not_understood", "2023年"),
    (["南浦呢"], "not_understood", "南浦"),
    ([FORCE, "都不是"], "not_understood", "完整的话"),
]
# Every part of what was asked is answered, or it is said that it was not.
PARTS = [
    ("北原市2023年新收申请多少件，南浦市行政处罚多少件", ["53件", "110件"], ""),
    ("北原市和南浦市2023年行政处罚各多少件，印刷成本各多少", ["60件", "110件"], "2."),
    ("北原市和南浦市2023年行政处罚平均多少件，相差多少件", ["85件", "50件"], "2."),
    ("北原市2023年新收申请多少件，发给谁", ["53件"], "2."),
]


@pytest.mark.parametrize(("turns", "figures", "reports"), CARRIED)
def test_what_a_turn_leaves_unsaid(turns: list[str], figures: list[str], reports: set[str]) -> None:
    found = say(turns)
    assert found.status == "answered", found.text
    assert [v.text for v in found.values] == figures
    assert {c.report for c in found.citations} == reports


@pytest.mark.parametrize(("turns", "repeated"), AGAIN)
def test_what_was_said_last_is_said_again(turns: list[str], repeated: str) -> None:
    at = turns.index(repeated)
    first, again = say(turns[: at + 1]), say(turns)
    assert (again.question, again.values) == (turns[-1], first.values)
    assert (again.status, again.citations) == (first.status, first.citations)
    assert again.text.startswith(first.text)
    assert repeated in again.text.removeprefix(first.text)


def test_where_nothing_was_said_there_is_nothing_to_say_again() -> None:
    for turns in (["再说一遍"], ["你好", "上一个问题"]):
        found = say(turns)
        assert (found.status, found.values) == ("chat", ())
        assert "还没有提过问题" in found.text


def test_what_is_said_again_changes_nothing() -> None:
    assert say([B23, "再说一遍", "南浦呢"]).values == say([B23, "南浦呢"]).values


@pytest.mark.parametrize(("turns", "named"), ASKED_BACK)
def test_what_is_not_plain_is_asked_back(turns: list[str], named: tuple[str, ...]) -> None:
    found = say(turns)
    assert found.status == "clarify", found.text
    assert len(found.suggestions) == len(named)
    for question, name in zip(found.suggestions, named, strict=True):
        assert question.startswith(name)
        assert ask(question).status == "answered"


@pytest.mark.parametrize(("turns", "reason", "said"), REFUSED)
def test_nothing_is_made_up(turns: list[str], reason: str, said: str) -> None:
    found = say(turns)
    assert (found.status, found.reason) == ("unanswered", reason), found.text
    assert said in found.text


@pytest.mark.parametrize(("question", "figures", "said"), PARTS)
def test_no_part_is_dropped(question: str, figures: list[str], said: str) -> None:
    found = ask(question)
    assert [v.text for v in found.values] == figures, found.text
    assert said in found.text


def test_what_the_person_did_not_name_is_named_in_the_answer() -> None:
    assert "北原市人民政府2023年" in say([B23, "行政强制多少件"]).text
    assert "据《" not in say([B23, "南浦市2023年行政强制多少件"]).text


# ----- one report

FILES = "文件类信息多少条"
OFFERED_FILES = qingyuan.ask(FILES).suggestions[0]
ONE_REPORT = [
    ([FILES, "门户网站的"], ["259条"]),
    ([FILES, "公报的"], ["664条"]),
    ([FILES, "门户网站"], ["259条"]),
    ([FILES, "都要"], ["664条", "259条"]),
    ([FILES, "第一个", "第二个呢"], ["259条"]),
    ([FILES, "第一个", "另一个"], ["259条"]),
    ([FILES, "9", "2"], ["259条"]),
    # A front end asks the offered question itself.
    ([FILES, OFFERED_FILES, "另一个"], ["259条"]),
    (["连州市有多少项", "谢谢", "那英德呢"], ["628项"]),
]


@pytest.mark.parametrize(("turns", "figures"), ONE_REPORT)
def test_in_one_report(turns: list[str], figures: list[str]) -> None:
    found = qingyuan.answered(turns[-1], turns[:-1])
    assert qingyuan.figures(found) == figures


@pytest.mark.parametrize("reply", ["9", "0", "另一个", "第三个", "网上的", "三个都要"])
def test_what_was_not_offered_is_offered_again(reply: str) -> None:
    offered = qingyuan.ask(FILES)
    again = qingyuan.ask(reply, [FILES])
    assert (again.status, again.suggestions) == ("clarify", offered.suggestions)


@pytest.mark.parametrize("asked", ["它占全市多少", "其占全市多少"])
def test_which_of_two_places_is_asked_back(asked: str) -> None:
    found = qingyuan.ask(asked, ["连山县和连南县各多少项"])
    assert found.status in ("clarify", "unanswered")
    assert len(found.suggestions) in (0, 2)
