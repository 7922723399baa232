"""What stands around a question is set aside and named; what the question is about is not."""

from __future__ import annotations

import pytest

from tests.qingyuan import assistant

ASIDE = {
    "我在英德上班，这边网上能办多少项？": ("628", "我在英德上班"),
    "在清新开小店的，咱们区有多少事能在网上大厅办": ("511", "在清新开小店的"),
    # Who speaks, and what he cannot: the question is the same without it.
    "姑娘你好 我眼睛不好 公报每期多少册": ("1535", "姑娘你好 我眼睛不好"),
    "老人家问一句 我不会上网 要到现场办事的那种大厅 全市有多少啊": ("9", "老人家问一句 我不会上网"),
    "我没上过学，新闻发布会开了几场": ("2", "我没上过学"),
    "论文要用，门户网站全年发布多少条信息？": ("12826", "论文要用"),
    "我不懂电脑 想问下实体办事大厅有几个": ("9", "我不懂电脑"),
    "客户问网络舆情全年报送多少期": ("131", "客户问"),
    "领导让我核对数据，各县市区里最多的是多少项？": ("852", "领导让我"),
    "老板催我，来信有多少件": ("1618", "老板催我"),
    "同事托我查一下英德市进驻事项有多少项": ("628", "同事托我"),
    "填空：门户网站全年发布多少条信息": ("12826", "填空"),
    "简答，网络舆情全年报送多少期": ("131", "简答"),
    "马上截稿，新闻发布会开了几场": ("2", "马上截稿"),
    # A title that somebody writes above his question.
    "做横向比较用：哪个县市区进驻事项最多": ("852", "做横向比较用"),
    "复核：公报每期多少册": ("1535", "复核"),
    "翻译组：网络舆情全年报送多少期": ("131", "翻译组"),
}
REFUSED = [
    # 问答 stands before a question of a quiz, and ends a name.
    "周末受理的政策问答，清城区与清新区相比，谁少",
    # What the person tells of himself is what is asked about.
    "我开个诊所，公报会免费发到我这儿来吗",
    "我不会上网，帮我申请的有几件",
    "我在广州打工，这边网上能办多少项",
    # He who puts the question is no one whom the report is about.
    "领导批示了多少件",
    "领导让我们办结了几件",
    "如何判断该不该公开，有多少条信息",
    # A title that names a place, a kind, a year.
    "广州：进驻多少项",
    "电子版：每期多少册",
    "2012年：门户网站发布多少条信息",
    # A clause that bounds what follows, and one that names something else.
    "去年的数，门户网站发布多少条信息",
    "养老保险，门户网站发布多少条信息",
]


@pytest.mark.parametrize("question", ASIDE)
def test_a_background_is_set_aside_and_said(question: str) -> None:
    value, aside = ASIDE[question]
    answer = assistant().answer(question)
    assert [v.value for v in answer.values] == [value], answer.text
    assert f"未用到“{aside}”" in answer.text


@pytest.mark.parametrize("question", REFUSED)
def test_what_is_asked_about_is_not_set_aside(question: str) -> None:
    answer = assistant().answer(question)
    assert answer.status != "answered" or answer.polarity == "no", answer.text


@pytest.mark.parametrize(
    "question", ["我想知道群众来信，有没有部门超过20个", "我想了解进驻事项，哪个县最多"]
)
def test_what_is_asked_about_politely_is_not_set_aside(question: str) -> None:
    assert "未用到" not in assistant().answer(question).text


STORIES = {
    "公司去年从清新搬到清城,老板非说换了个办事更方便的区,让我找数据证明。清城和清新相比,谁进驻的事项多,差多少?": "14",
    "孩子做作业要查资料，我气得把电脑关了。公报每期多少册？": "1535",
    "我妈退休了，天天看报。新闻发布会开了几场？": "2",
}
SCOPES = [
    "我问的不是全市的。网上办事大厅进驻事项总数多少？",
    "我只看县的。进驻事项最多的是哪个？",
    "我老公说不算市级。进驻事项总数多少项？",
    "我在广州开店。进驻事项多少项？",
    "我要2012年的。公报每期多少册？",
]


@pytest.mark.parametrize(("question", "figure"), STORIES.items())
def test_a_story_before_the_question_is_set_aside_and_said(question: str, figure: str) -> None:
    answer = assistant().answer(question)
    assert figure in [v.value for v in answer.values] and "未用到" in answer.text


@pytest.mark.parametrize("question", SCOPES)
def test_what_says_of_what_it_is_asked_is_no_story(question: str) -> None:
    assert "未用到" not in assistant().answer(question).text
