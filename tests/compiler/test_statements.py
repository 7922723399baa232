"""Statements: which clause answers which kind of question, as an exact quote."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.compiler.genre import Genre, read_genre
from assistant.compiler.outline import outline
from assistant.compiler.statements import statements
from assistant.folders import knowledge_folder
from assistant.model import Statement

REPORT = """一、概述
根据《政府信息公开条例》和上级要求,市政府办公室负责全市政务公开工作。
(一)加强组织领导。一是定期召开会议,通报进展情况。二是开展专项检查。
每期公报免费发放至图书馆、档案馆、街道办事处,以方便群众查阅。
二、存在的问题及改进措施
公开内容有待扩大,更新不及时。为此,将采取以下措施:
(一)加强学习。组织业务培训,提高工作水平。
(二)完善制度。
三、附则
存在例外的,另行说明。
"""


@cache
def genre() -> Genre:
    return read_genre(knowledge_folder() / "terms")


def read(text: str) -> tuple[Statement, ...]:
    return statements(text, outline(text), genre())


def of_kind(kind: str, text: str) -> list[str]:
    return [s.quote for s in read(text) if s.kind == kind]


KINDS = [
    ("basis", "根据《条例》的规定,编制本报告。", "根据《条例》的规定"),
    ("basis", "按照省政府的要求,推进公开。", "按照省政府的要求"),
    ("basis", "依据《条例》,制定办法。", "依据《条例》"),
    ("duty", "市政府办公室负责全市政务公开工作。", "市政府办公室负责全市政务公开工作"),
    ("duty", "监察局牵头督查工作。", "监察局牵头督查工作"),
    ("action", "组织业务培训,成绩明显。", "组织业务培训"),
    ("action", "进一步加强载体建设。", "进一步加强载体建设"),
    ("action", "印发工作要点。", "印发工作要点"),
    ("action", "坚持巡查网站。", "坚持巡查网站"),
    ("result", "信息公开工作取得一定成绩。", "信息公开工作取得一定成绩"),
    ("result", "提高了工作水平。", "提高了工作水平"),
    ("result", "所有申请全部按时办结。", "所有申请全部按时办结"),
    ("channel", "主要通过网站、公报等方式公开信息。", "主要通过网站、公报等方式公开信息"),
    ("channel", "公众可通过网站查询。", "公众可通过网站查询"),
    ("channel", "群众可到档案馆查阅。", "群众可到档案馆查阅"),
    ("recipient", "公报免费发放至各级图书馆。", "公报免费发放至各级图书馆"),
    ("recipient", "手册寄送到企业。", "手册寄送到企业"),
    ("purpose", "公报免费发放,以方便群众查阅。", "以方便群众查阅"),
    ("purpose", "为了便民,设立大厅。", "为了便民"),
    ("problem", "二、存在的问题\n公开内容有待扩大。", "公开内容有待扩大"),
    ("measure", "三、下一步打算\n今后继续推进公开。", "今后继续推进公开"),
]

KINDS += [
    ("basis", "本报告依据《条例》编制。", "本报告依据《条例》编制"),
    ("basis", "按照“谁公开、谁负责”的原则,严格审核。", "按照“谁公开、谁负责”的原则"),
    ("duty", "镇党政综合办牵头,各村配合。", "镇党政综合办牵头"),
    ("reason", "不予公开1件(涉及个人隐私)。", "涉及个人隐私"),
    ("reason", "延期1件系需征求第三方意见。", "延期1件系需征求第三方意见"),
    ("content", "举报1件,反映公开栏更新慢。", "反映公开栏更新慢"),
    ("content", "申请内容集中在征地、拆迁两方面。", "申请内容集中在征地、拆迁两方面"),
    ("contact", "联系地址:滨河路8号,邮编:134600。", "联系地址:滨河路8号"),
    ("contact", "如有疑问请联系(地址:滨河路8号,电话:0439-5223344)。", "电话:0439-5223344"),
    ("contact", "有疑问请拨打0573-14561234。", "有疑问请拨打0573-14561234"),
    ("channel", "利用访谈、发布会等渠道开展互动。", "利用访谈、发布会等渠道开展互动"),
    ("problem", "六、问题\n主要不足：进展不平衡，形式单一。", "进展不平衡"),
    ("problem", "六、问题与改进\n一是更新慢；二是解读少。", "解读少"),
    ("measure", "六、问题与改进\n更新慢。2017年，将制定目录，推行图解。", "推行图解"),
    ("measure", "六、问题与改进\n更新慢。下一步,我们将:(1)加强考核;(2)增设栏目。", "增设栏目"),
    ("measure", "六、问题\n(一)问题。更新慢。\n(二)改进措施。加强考核。", "加强考核"),
]


@pytest.mark.parametrize(("kind", "text", "quote"), KINDS)
def test_kinds(kind: str, text: str, quote: str) -> None:
    assert quote in of_kind(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("basis", "公开是根据。"),
        ("duty", "负责人到会。"),
        ("action", "公开信息5条。"),
        ("channel", "通过清理,减少了环节。"),
        ("recipient", "印制公报1200册。"),
        ("purpose", "公报便民。"),
        # problems and plans are read only under a heading that announces them
        ("problem", "一、概述\n公开内容有待扩大。"),
        ("measure", "一、概述\n今后继续推进公开。"),
        ("problem", "公开内容有待扩大。"),
    ],
)
def test_what_is_not_of_a_kind(kind: str, text: str) -> None:
    assert of_kind(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("measure", "六、问题与改进\n一是更新慢。二是解读少。"),
        ("problem", "六、问题与改进\n更新慢。今后加强考核。"),
        ("problem", "六、存在问题\n工作虽然取得一定成绩。"),
        ("measure", "六、改进措施\n加强考核。\n石桥镇人民政府\n2017年1月21日\n"),
    ],
)
def test_problems_and_measures_do_not_mix(kind: str, text: str) -> None:
    wrong = {"今后加强考核", "工作虽然取得一定成绩", "石桥镇人民政府", "2017年1月21日"}
    found = set(of_kind(kind, text))
    assert not found & wrong
    assert not (kind == "measure" and "更新慢" in found)


def test_channels_are_listed_by_their_bare_names() -> None:
    (channel,) = [
        s for s in read("主要通过网站、微博(市、县)、公报等方式公开信息。") if s.kind == "channel"
    ]
    assert channel.items == ("网站", "微博(市、县)", "公报")


def test_what_follows_the_colon_is_the_list_of_channels() -> None:
    text = "公开形式主要有:1.网站发布9条;2.公开栏张贴4期。"
    (channel,) = [s for s in read(text) if s.kind == "channel"]
    assert channel.quote == text.rstrip("。")
    assert channel.items == ("网站发布9条", "公开栏张贴4期")


def test_every_sentence_is_a_statement_without_its_number() -> None:
    assert of_kind("sentence", REPORT) == [
        "概述",
        "根据《政府信息公开条例》和上级要求,市政府办公室负责全市政务公开工作",
        "加强组织领导",
        "定期召开会议,通报进展情况",
        "开展专项检查",
        "每期公报免费发放至图书馆、档案馆、街道办事处,以方便群众查阅",
        "存在的问题及改进措施",
        "公开内容有待扩大,更新不及时",
        "为此,将采取以下措施:",
        "加强学习",
        "组织业务培训,提高工作水平",
        "完善制度",
        "附则",
        "存在例外的,另行说明",
    ]


def test_titles_are_marked() -> None:
    titles = [s.quote for s in read(REPORT) if s.kind == "sentence" and s.heading]
    assert titles == [
        "概述",
        "加强组织领导",
        "存在的问题及改进措施",
        "加强学习",
        "完善制度",
        "附则",
    ]


def test_a_title_is_no_action_but_a_measure_may_be_one() -> None:
    assert "加强组织领导" not in of_kind("action", REPORT)
    assert of_kind("measure", REPORT) == [
        "加强学习",
        "组织业务培训",
        "提高工作水平",
        "完善制度",
    ]


def test_problems_stand_under_their_heading() -> None:
    assert of_kind("problem", REPORT) == ["公开内容有待扩大", "更新不及时"]


def test_one_clause_may_be_of_several_kinds() -> None:
    kinds = {s.kind for s in read(REPORT) if s.quote == "组织业务培训"}
    assert kinds == {"action", "measure"}


def test_items_are_actions_under_their_section() -> None:
    actions = {s.quote: s.section for s in read(REPORT) if s.kind == "action"}
    section = "一、概述 > (一)加强组织领导"
    assert actions["定期召开会议"] == actions["开展专项检查"] == section


def test_a_clause_knows_its_sentence() -> None:
    (recipient,) = [s for s in read(REPORT) if s.kind == "recipient"]
    assert recipient.quote == "每期公报免费发放至图书馆、档案馆、街道办事处"
    assert REPORT[slice(*recipient.sentence)] == recipient.quote + ",以方便群众查阅"


@pytest.mark.parametrize(
    ("clause", "inner"),
    [
        ("每期公报免费发放至图书馆、档案馆、街道办事处", ["档案馆"]),
        ("通过多种方式(网站、公报、报刊)公开信息", ["网站", "公报", "报刊"]),
        ("公众可通过网站查询", []),
    ],
)
def test_members_of_a_list(clause: str, inner: list[str]) -> None:
    items = next(s.items for s in read(clause + "。") if s.kind == "sentence")
    assert set(inner) <= set(items)
    assert (items == ()) == (inner == [])


def test_identities_count_up() -> None:
    found = read(REPORT)
    assert [s.id for s in found] == [f"t{n:03d}" for n in range(1, len(found) + 1)]


def test_nothing_is_said_by_nothing() -> None:
    assert read("") == ()
    assert read("\n。 \n") == ()


PIECES = st.sampled_from(
    ["一、概述\n", "二、存在问题\n", "三、改进措施\n", "(一)加强学习。", "一是建站", "根据《办法》"]
    + [
        "负责公开工作",
        "有待提高",
        "将继续推进",
        "以方便群众",
        "发放至图书馆、档案馆",
        "通过网站公开",
    ]
    + list("，,、：。；;\n（）的")
)


@given(st.lists(PIECES, max_size=16).map("".join))
def test_every_statement_is_an_exact_quote(text: str) -> None:
    known = {kind for kind, _ in genre().statements} | {"sentence"}
    for statement in read(text):
        assert text[statement.start : statement.end] == statement.quote
        assert statement.sentence[0] <= statement.start < statement.end <= statement.sentence[1]
        assert all(item in statement.quote for item in statement.items)
        assert statement.kind in known
