"""The outline: headings to any depth, sentences and clauses, each where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.compiler.outline import Outline, outline

REPORT = """一、概述
根据《办法》(临府办〔2015〕12号),编制本报告。
(一)主动公开情况。一是建设网站。二是办好公报;三是抓培训,每季一次。
1、机构建设。落实人员。
2.经费保障
安排经费3.5万元。
①网站
(二)依申请公开
二、存在问题及改进
(一)内容少。
三、附表
"""


def cut(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]]


def sentences(text: str) -> list[str]:
    return [cut(text, span) for span in outline(text).sentences]


def clauses(text: str) -> list[str]:
    shape = outline(text)
    return [cut(text, span) for row in shape.sentences for span in shape.clauses[row]]


def test_sections_are_nested_by_their_numbers() -> None:
    assert [(s.level, s.path) for s in outline(REPORT).sections] == [
        (1, "一、概述"),
        (2, "一、概述 > (一)主动公开情况"),
        (4, "一、概述 > (一)主动公开情况 > 一是建设网站"),
        (4, "一、概述 > (一)主动公开情况 > 二是办好公报"),
        (4, "一、概述 > (一)主动公开情况 > 三是抓培训,每季一次"),
        (3, "一、概述 > (一)主动公开情况 > 1、机构建设"),
        (3, "一、概述 > (一)主动公开情况 > 2.经费保障"),
        (3, "一、概述 > (一)主动公开情况 > ①网站"),
        (2, "一、概述 > (二)依申请公开"),
        (1, "二、存在问题及改进"),
        (2, "二、存在问题及改进 > (一)内容少"),
        (1, "三、附表"),
    ]


def test_sections_know_their_parent() -> None:
    sections = {s.id: s for s in outline(REPORT).sections}
    for section in sections.values():
        if section.parent is None:
            assert section.level == 1
        else:
            parent = sections[section.parent]
            assert section.path.startswith(parent.path + " > ")
            assert parent.start <= section.start < section.end <= parent.end


@pytest.mark.parametrize(
    ("path", "first", "last"),
    [
        ("一、概述", "一、概述", "(二)依申请公开\n"),
        ("一、概述 > (一)主动公开情况", "(一)主动公开情况。", "①网站\n"),
        ("一、概述 > (一)主动公开情况 > 一是建设网站", "一是建设网站。", "一是建设网站。"),
        ("一、概述 > (一)主动公开情况 > 二是办好公报", "二是办好公报;", "二是办好公报;"),
        ("一、概述 > (一)主动公开情况 > 三是抓培训,每季一次", "三是抓培训", "每季一次。"),
        ("一、概述 > (一)主动公开情况 > 2.经费保障", "2.经费保障\n", "3.5万元。\n"),
        ("三、附表", "三、附表", "三、附表\n"),
    ],
)
def test_a_section_holds_all_that_stands_under_it(path: str, first: str, last: str) -> None:
    section = next(s for s in outline(REPORT).sections if s.path == path)
    text = REPORT[section.start : section.end]
    assert text.startswith(first)
    assert text.endswith(last)


@pytest.mark.parametrize(
    ("line", "label", "heading"),
    [
        ("一、概述", "一、", "概述"),
        ("十一、附件", "十一、", "附件"),
        ("（三）监督检查", "（三）", "监督检查"),
        ("(三)、监督检查", "(三)、", "监督检查"),
        ("1、机构", "1、", "机构"),
        ("2.机构", "2.", "机构"),
        ("3．机构", "3．", "机构"),
        ("12、机构", "12、", "机构"),
        ("①网站", "①", "网站"),
        ("(2)网站", "(2)", "网站"),
        ("  二、概述  ", "二、", "概述"),
        ("\u3000\u3000二、概述", "二、", "概述"),
        ("(一)主动公开情况。全年公开5条。", "(一)", "主动公开情况"),
        ("四、工作措施:", "四、", "工作措施"),
        ("四、工作措施：", "四、", "工作措施"),
        ("一、概述2016年,我镇成立领导小组。", "一、", "概述"),
        ("四、收费及减免情况无收费,无减免。", "四、", "收费及减免情况"),
        ("五、复议和诉讼情况没有发生。", "五、", "复议和诉讼情况"),
        ("五、复议、诉讼情况和投诉情况。", "五、", "复议、诉讼情况和投诉情况"),
        ("①财政信息:公开预算22条。", "①", "财政信息"),
        ("二  主动公开了些什么", "二  ", "主动公开了些什么"),
        ("第二部分 申请办理", "第二部分 ", "申请办理"),
        ("第三章、监督", "第三章、", "监督"),
        ("2 重点领域", "2 ", "重点领域"),
        ("2.1 食品抽检。全年抽检60批次。", "2.1 ", "食品抽检"),
        ("2.1.3 结果公开", "2.1.3 ", "结果公开"),
    ],
)
def test_a_heading_is_its_number_and_its_title(line: str, label: str, heading: str) -> None:
    (section,) = outline(line + "\n").sections
    assert (section.label, section.heading) == (label, heading)
    assert line[section.start :].startswith(label)


@pytest.mark.parametrize(
    "text",
    [
        "全年公开信息5条。",
        "一共公开信息5条。",
        "3.5万元用于培训。",
        "123、456两个号码。",
        "2016年,全市公开信息5条。",
        "统一是关键。",
        "公开与否,一是否定不得。",
        "第一、二季度各公开5条。",
        "12 家单位公开了信息",
        "2.5 万元用于培训。",
        "三 公开信息,受理申请。",
        "",
        "\n\n",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert outline(text).sections == ()


def test_a_heading_may_have_no_number() -> None:
    text = "石桥镇2016年年报\n一、概述\n公开5条。\n依申请公开情况\n受理3件。\n"
    assert [s.heading for s in outline(text).sections] == ["概述", "依申请公开情况"]


def test_a_text_glued_to_its_heading_is_a_sentence_of_its_own() -> None:
    assert sentences("四、收费情况无收费,无减免。") == ["四、收费情况", "无收费,无减免"]


def test_items_open_after_any_mark() -> None:
    text = "主要问题:一是内容少;二是更新慢。三是人手不足。\n下一步加强培训。\n"
    assert [(s.label, s.heading) for s in outline(text).sections] == [
        ("一是", "内容少"),
        ("二是", "更新慢"),
        ("三是", "人手不足"),
    ]


def test_the_last_item_ends_with_its_line() -> None:
    text = "一是内容少。二是更新慢。仍需努力。\n下一步加强培训。\n"
    last = outline(text).sections[-1]
    assert text[last.start : last.end] == "二是更新慢。仍需努力。"


def test_a_title_as_long_as_a_sentence_is_shortened_in_the_path_only() -> None:
    title = "深入推进政务公开工作" * 6
    (section,) = outline(f"一、{title}\n").sections
    assert section.heading == title
    assert section.path == f"一、{title[:20]}…"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公开5条。受理3件。", ["公开5条", "受理3件"]),
        ("公开5条;受理3件；答复3件", ["公开5条", "受理3件", "答复3件"]),
        ("公开了吗?公开了!", ["公开了吗", "公开了"]),
        ("概述\n公开5条", ["概述", "公开5条"]),
        ("概述\r\n公开5条。\r\n", ["概述", "公开5条"]),
        ("公开(网站3条;公报2条)5条。", ["公开(网站3条;公报2条)5条"]),
        ("印发《办法。试行》文件。", ["印发《办法。试行》文件"]),
        ("括号没有(关上\n另一行。再一句。", ["括号没有(关上", "另一行", "再一句"]),
        ("多余的)括号。再一句。", ["多余的)括号", "再一句"]),
        ("。。;\n 。", []),
        ("  公开5条  。  ", ["公开5条"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公开5条,受理3件。", ["公开5条", "受理3件"]),
        ("公开5条，其中：公报2条。", ["公开5条", "其中", "公报2条"]),
        ("公开1,206条,受理3件。", ["公开1,206条", "受理3件"]),
        ("接待时间8:30开始,每天如此。", ["接待时间8:30开始", "每天如此"]),
        ("各县(市,区)公开5条,受理3件。", ["各县(市,区)公开5条", "受理3件"]),
        ("“公开,透明”为原则,共5条。", ["“公开,透明”为原则", "共5条"]),
        ("网站、公报、报刊", ["网站、公报、报刊"]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_enclosing_sections_outermost_first() -> None:
    shape = outline(REPORT)
    around = shape.enclosing(REPORT.index("办好公报"))
    assert [s.label for s in around] == ["一、", "(一)", "二是"]
    assert shape.enclosing(REPORT.index("附表"))[-1].heading == "附表"
    assert outline("没有标题。").enclosing(0) == ()


PIECES = st.sampled_from(
    ["一、概述", "(一)公开", "1、机构", "①网站", "一是建站", "二是办报", "公开5条", "1,206", "8:30"]
    + list("。;；,，:：、\n（）()《》“”！？ \u3000的")
)


def check(text: str, shape: Outline) -> None:
    at = 0
    for sentence in shape.sentences:
        assert at <= sentence[0] < sentence[1] <= len(text)
        assert cut(text, sentence) == cut(text, sentence).strip()
        inner = sentence[0]
        for clause in shape.clauses[sentence]:
            assert inner <= clause[0] < clause[1] <= sentence[1]
            inner = clause[1]
        at = sentence[1]
    for section in shape.sections:
        assert text.startswith(section.label, section.start)
        assert section.start < section.end <= len(text)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_cut_lies_in_the_text_in_order(text: str) -> None:
    check(text, outline(text))


@given(st.text(max_size=60))
def test_any_text_has_an_outline(text: str) -> None:
    check(text, outline(text))


@given(st.lists(PIECES, max_size=25).map("".join))
def test_nothing_but_marks_and_space_is_lost(text: str) -> None:
    kept = "".join(cut(text, span) for span in outline(text).sentences)
    marks = "。！？!?；;"
    inside = {ord(mark): None for mark in marks}
    plain = "".join(text.split())
    assert "".join(kept.split()).translate(inside) == plain.translate(inside)
