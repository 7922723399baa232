"""Frames: clause → what is done, with its roles; or why it is none."""

from __future__ import annotations

import pytest

from assistant.knowledge import knowledge_folder
from assistant.model import Frame
from tests.compiling import compiler

CARD = {
    "id": "x-2016",
    "title": "白石镇2016年年报",
    "organ": "白石镇人民政府",
    "place": "白石镇",
    "year": "2016",
}
# A clause, its predicate, and the roles that it must have.
CLAUSES = [
    ("向县档案馆移交文件118件。", "移交", {"recipient": "县档案馆", "object": "文件118件"}),
    ("《办理规程》由镇党政办起草。", "起草", {"agent": "镇党政办", "subject": "《办理规程》"}),
    ("在镇便民服务中心设立查阅点。", "设立", {"place": "镇便民服务中心", "object": "查阅点"}),
    ("6月20日公布县城小学学区划分方案。", "公布", {"time": "6月20日", "object": "县城小学学区划分方案"}),
    ("通过政府门户网站、公告栏等渠道公开信息。", "公开", {"channel": "政府门户网站、公告栏等渠道", "object": "信息"}),
    ("因内容涉及个人隐私不予公开。", "不予公开", {"cause": "内容涉及个人隐私"}),
    ("对62所学校进行考核。", "进行", {"patient": "62所学校", "object": "考核"}),
    ("信息移交至县图书馆。", "移交", {"recipient": "县图书馆", "subject": "信息"}),
    ("局长李明任组长。", "任", {"doer": "局长李明", "object": "组长"}),
    ("村务公开栏每月更新。", "更新", {"frequency": "每月", "subject": "村务公开栏"}),
    ("总数为6211项。", "为", {"subject": "总数", "object": "6211项"}),
    ("对及时更新年报的单位进行了表扬。", "进行", {"patient": "及时更新年报的单位", "object": "表扬"}),
    ("在规范权力运行、优化环境上取得突破。", "取得", {"place": "规范权力运行、优化环境上", "object": "突破"}),
    ("各村指定专人负责公开。", "负责", {"agent": "专人", "subject": "各村"}),
    ("县级媒体健全了制度。", "健全", {"doer": "县级媒体", "object": "制度"}),
    ("3月和9月各举办一次培训班。", "举办", {"time": "3月和9月", "object": "一次培训班"}),
    ("填报单位：白石镇人民政府。", "填报", {"doer": "白石镇人民政府"}),
    ("把乡镇查阅点全部开放。", "开放", {"patient": "乡镇查阅点"}),
    # What a clause does is what no other act outweighs, and acts before it name things.
    ("进驻事项审批流程和审批时限实现了优化。", "实现", {"subject": "进驻事项审批流程和审批时限", "object": "优化"}),
    ("收费标准均符合《收费办法》。", "符合", {"subject": "收费标准", "object": "《收费办法》"}),
    ("事项办理时限比法定时限缩短50%。", "缩短", {"than": "法定时限", "object": "50%"}),
    ("数据统计期限为2015年1月1日至12月31日。", "为", {"subject": "数据统计期限", "object": "2015年1月1日至12月31日"}),
    ("提升政策文件的解读质量。", "提升", {"object": "政策文件的解读质量"}),
    ("建设具有本地特色的标准化示范阵地。", "建设", {"object": "具有本地特色的标准化示范阵地"}),
    ("一是进一步明确了村务公开工作的职能划分。", "明确", {"object": "村务公开工作的职能划分"}),
    ("对25件信息公开申请收取了处理费。", "收取", {"patient": "25件信息公开申请", "object": "处理费"}),
    # Words that a dictionary calls no acts, and what it takes for one word.
    ("丰富公开形式和渠道。", "丰富", {"object": "公开形式和渠道"}),
    ("严格执行信息公开制度。", "执行", {"object": "信息公开制度"}),
    ("不断激活市场活力。", "激活", {"object": "市场活力"}),
    ("以优质公开助力镇域发展。", "助力", {"channel": "优质公开", "object": "镇域发展"}),
    ("勇于创新。", "勇于创新", {}),
    # Acts that are one.
    ("镇党政办组织召开新闻发布会2场。", "组织召开", {"doer": "镇党政办", "object": "新闻发布会2场"}),
    ("年底前整改到位39个。", "整改到位", {"time": "年底前", "object": "39个"}),
    ("行政权力由5863项精简为3975项。", "精简为", {"start": "5863项", "object": "3975项"}),
    # Phrases with acts of their own.
    ("通过座谈交流、案例分享等方式提升能力。", "提升", {"channel": "座谈交流、案例分享等方式", "object": "能力"}),
    ("围绕政策解读、网站管理等重点领域开展培训。", "开展", {"aim": "政策解读、网站管理等重点领域", "object": "培训"}),
    ("申请内容以征地拆迁、旧城改造为主。", "为主", {"subject": "申请内容", "taken": "征地拆迁、旧城改造"}),
    ("把征地、不动产登记四个领域作为公开重点。", "作为", {"patient": "征地、不动产登记四个领域", "object": "公开重点"}),
    # What a place, an agent or a spot is by its words.
    ("所有申请全部在规定的时限内办结。", "办结", {"time": "规定的时限内"}),
    ("网上处理来信1618件。", "处理", {"manner": "网上", "object": "来信1618件"}),
    ("每期印发5000册。", "印发", {"each": "每期", "object": "5000册"}),
    ("县应急管理局建设服务平台。", "建设", {"doer": "县应急管理局", "object": "服务平台"}),
    # How a thing is.
    ("政策解读形式单一。", "单一", {"subject": "政策解读形式"}),
    ("主动、及时、准确地发布信息。", "发布", {"object": "信息"}),
]  # fmt: skip
DENIED = [
    ("2016年未收取检索、复制等费用。", True),
    ("延期的1件已办结。", False),
    ("2016年未发生政府信息公开的收费情况。", True),
    ("未公开的信息已归档。", False),
    ("不予公开2件。", False),
    ("依申请公开答复说理不够充分。", True),
]
MOODS = [
    ("今后将在镇广场设置电子屏。", "planned"),
    ("将信息公开纳入考核。", ""),
    ("公开范围还需扩大。", "wanting"),
]
LEFT = [
    ("连州市669项。", "count"),
    ("一、概述\n说明。", "title"),
    ("按照《条例》要求,公开信息。", "lent"),
    ("谢谢大家。", "bare"),
    ("县政府办公室发布时间：2018-03-23。", "page"),
    ("县政府办公室 生成日期：2018年3月23日。", "page"),
    ("办结率98.2%。", "count"),
    ("便民服务查阅场所15个。", "count"),
    ("有便民中心的73个。", "count"),
    ("公开1191件、部分公开328件、不予公开142件。", "count"),
    ("按照全国网站普查要求,关停网站。", "lent"),
    ("公众可通过门户网站的有关栏目,查阅文件。", "lent"),
]


def frames(text: str) -> list[tuple[Frame, str]]:
    report = compiler().read(text, CARD)
    return [(frame, report.source) for frame in report.frames]


@pytest.mark.parametrize(("text", "predicate", "roles"), CLAUSES)
def test_a_clause_is_a_predicate_with_its_roles(
    text: str, predicate: str, roles: dict[str, str]
) -> None:
    frame, source = next((f, s) for f, s in frames(text) if f.predicate)
    assert frame.predicate is not None
    assert source[slice(*frame.predicate)] == predicate
    found = {role.name: source[role.start : role.end] for role in frame.roles}
    assert {name: found.get(name) for name in roles} == roles


@pytest.mark.parametrize(("text", "denied"), DENIED)
def test_what_is_denied_is_known(text: str, denied: bool) -> None:
    assert next(f.denied for f, _ in frames(text) if f.predicate) is denied


@pytest.mark.parametrize(("text", "mood"), MOODS)
def test_what_is_planned_or_wanting_is_known(text: str, mood: str) -> None:
    assert next(f.mood for f, _ in frames(text) if f.predicate) == mood


@pytest.mark.parametrize(("text", "reason"), LEFT)
def test_a_clause_that_is_no_frame_says_why(text: str, reason: str) -> None:
    assert frames(text)[0][0].left == reason


def test_roles_are_lent_and_the_doer_goes_on() -> None:
    text = "按照《条例》要求,镇党政办公布目录,印发指南。"
    (lent, _), (first, source), (second, _) = frames(text)
    assert lent.left == "lent"
    for frame in (first, second):
        found = {role.name: source[role.start : role.end] for role in frame.roles}
        assert found["basis"] == "《条例》要求"
        assert found["doer"] == "镇党政办"


def test_what_is_denied_behind_another_act_is_an_act_of_its_own() -> None:
    (first, source), (second, _) = frames("县教育局提供政府信息未收取复制费用。")
    assert [(f.denied, source[slice(*f.predicate or (0, 0))]) for f in (first, second)] == [
        (False, "提供"), (True, "收取"),
    ]  # fmt: skip
    assert {r.name: source[r.start : r.end] for r in second.roles} == {
        "doer": "县教育局", "object": "复制费用",
    }  # fmt: skip


def test_every_clause_of_a_report_is_a_frame_or_says_why_not() -> None:
    report = compiler().compile(knowledge_folder() / "reports" / "qingyuan-2013")
    assert report.frames
    for frame in report.frames:
        assert (frame.predicate is None) == bool(frame.left)
        inside = [(role.start, role.end) for role in frame.roles]
        assert all(frame.sentence[0] <= s < e <= frame.sentence[1] for s, e in inside)
        assert frame.sentence[0] <= frame.clause[0] < frame.clause[1] <= frame.sentence[1]


def test_what_is_said_within_a_noun_is_a_frame_of_its_own() -> None:
    found = frames("媒体播发由镇宣传办提供的信息。")
    said = {s[slice(*f.predicate)]: f for f, s in found if f.predicate}
    roles = {role.name: found[0][1][role.start : role.end] for role in said["提供"].roles}
    assert roles == {"agent": "镇宣传办", "object": "信息"}


def test_acts_that_are_listed_are_frames_of_their_own() -> None:
    found = frames("研究新情况、解决新问题、总结新经验。")
    said = [source[slice(*frame.predicate)] for frame, source in found if frame.predicate]
    assert said == ["研究", "解决", "总结"]


def test_the_body_that_a_clause_counts_for_does_what_the_next_says() -> None:
    (counted, _), (frame, source) = frames("白石镇教育局15件,收取1500元。")
    assert counted.left == "count"
    assert {role.name: source[role.start : role.end] for role in frame.roles} == {
        "doer": "白石镇教育局", "object": "1500元",
    }  # fmt: skip
