"""What a figure that names little of its own is read with, and counts that are named again."""

from __future__ import annotations

import pytest

from tests.compiler.test_figures import figures, inherited, read


def taken(text: str, stated: str) -> list[str]:
    """What the figure with this text takes from the words before it."""
    figure = next(f for f in figures(text) if f.text == stated)
    return inherited(figure, text)


@pytest.mark.parametrize(
    ("text", "stated", "topic"),
    [
        # the event that was counted first
        ("举办《民声面对面》6期,现场曝光问题41个,整改39个。", "41个", "《民声面对面》"),
        ("举办《民声面对面》6期,现场曝光问题41个,整改39个。", "39个", "《民声面对面》"),
        # a clause without a number right before
        ("去年市里查公开栏,查了十一处。", "十一处", "去年市里查公开栏"),
        ("换得最勤的是东门社区,换了二十三期;河东村最少,才五期。", "二十三期", "东门社区"),
        ("公开栏换得最勤的是东门社区,换了二十三期;河东村最少,才五期。", "五期", "河东村最少"),
        ("公开栏换得最勤的是东门社区,换了二十三期;河东村最少,才五期。", "五期", "公开栏换得"),
        # the thing after 的, before 其中
        ("9个镇乡的政务公开专区全部建成,其中东山镇接待群众860人次。", "860人次", "政务公开专区"),
    ],
)
def test_what_is_named_before_is_taken(text: str, stated: str, topic: str) -> None:
    assert topic in taken(text, stated)


@pytest.mark.parametrize(
    ("text", "stated", "foreign"),
    [
        ("修订《保密审查办法》3项,开展检查5次。", "5次", "《保密审查办法》"),
        ("制作《图说》12期;上传时限压缩至5天。", "5天", "《图说》"),
        ("市里查公开栏,公开信息12条。", "12条", "市里查公开栏"),
    ],
)
def test_what_names_itself_takes_nothing_foreign(text: str, stated: str, foreign: str) -> None:
    assert foreign not in taken(text, stated)


def test_the_second_of_a_pair_takes_only_what_is_said_of_both() -> None:
    text = "全市备案依申请公开领域行政复议案件134件,行政诉讼案件57件。"
    assert "备案依申请公开领域" in taken(text, "57件")
    assert not any("行政复议" in piece for piece in taken(text, "57件"))


def test_what_opens_a_row_is_said_of_all() -> None:
    text = "申请内容主要为房屋征收52件、工程建设19件、教育14件。"
    assert [f.what for f in figures(text)] == ["房屋征收", "工程建设", "教育"]
    assert all("申请内容主要为" in inherited(f, text) for f in figures(text))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("34个村(社区)确定信息员46名。\n34个村(社区)全年更新136期。", "34个 46名 136期"),
        ("收到申请五件。五件里头,四件是当面交的。", "五件 四件"),
        # not the same number, not the same noun, not the subject
        ("34个村(社区)确定信息员46名。\n33个村(社区)全年更新136期。", "34个 46名 33个 136期"),
        ("12个部门培训46名。\n12个乡镇更新136期。", "12个 46名 12个 136期"),
        ("培训34个村(社区)。检查34个村(社区)。", "34个 34个"),
    ],
)
def test_a_count_named_again_is_no_second_figure(text: str, kept: str) -> None:
    assert " ".join(f.text for f in figures(text)) == kept


def test_the_ledger_says_where_a_count_is_named_again() -> None:
    report = read("34个村(社区)确定信息员46名。\n34个村(社区)全年更新136期。")
    assert [e.reason for e in report.ledger if e.text.startswith("34")] == ["数据", "前文已计"]
