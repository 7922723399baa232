"""Parts of a total: by 其中, by brackets, by their sum; and rows without a total."""

from __future__ import annotations

import pytest

from assistant.compiler.drafting import figure_of
from assistant.compiler.genre import read_genre
from assistant.compiler.outline import outline
from assistant.compiler.parts import with_parts
from assistant.compiler.prose import EMPTY, Draft, Prose
from assistant.compiler.quantities import quantities
from assistant.compiler.sums import amount, base
from assistant.folders import knowledge_folder
from assistant.lexicon import Lexicon
from tests.compiler.test_figures import figures, inherited
from tests.steps_counted import steps


def parts(text: str) -> list[tuple[str, str | None]]:
    """Every figure's text with that of its whole."""
    found = figures(text)
    names = {f.id: f.text for f in found}
    return [(f.text, names.get(f.part_of or "")) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in a bracket
        (
            "收办申请36件（市政府9件、松源县12件、云岭县15件），同比增长20%。",
            [("36件", None), ("9件", "36件"), ("12件", "36件"), ("15件", "36件"), ("20%", None)],
        ),
        ("收取费用236元（减免2人次，共计40元）。", [("236元", None), ("2人次", None), ("40元", None)]),
        # by their sum, twice over
        (
            "受理申请27件。从方式看,网上15件、当面7件、信函5件;从结果看,公开22件、其他5件。",
            [("27件", None)]
            + [(t, "27件") for t in ("15件", "7件", "5件", "22件", "5件")],
        ),
        # opposites are all there is
        ("抽检60批次,合格57批次,不合格3批次。",
         [("60批次", None), ("57批次", "60批次"), ("3批次", "60批次")]),
        # what exceeds one whole goes on in the next
        ("公开信息90条,部门30条,街道40条,乡20条。其中东街道25条、西街道15条、南乡12条、北乡8条。",
         [("90条", None), ("30条", "90条"), ("40条", "90条"), ("20条", "90条")]
         + [("25条", "40条"), ("15条", "40条"), ("12条", "20条"), ("8条", "20条")]),
        # not of the year before, nor of a change
        ("受理申请63件,比2015年的41件增加22件。其中,网上40件,当面23件。",
         [("63件", None), ("41件", None), ("22件", None), ("40件", "63件"), ("23件", "63件")]),
        # three are enough where a clause says that they divide something
        ("公开信息60条,比上年多9条。\n按地方分:公开栏35条,网站15条,广播10条。",
         [("60条", None), ("9条", None)] + [(t, "60条") for t in ("35条", "15条", "10条")]),
        # a list of lines
        ("公开信息60条。\n按内容分:\n财政19条;\n征地30条;\n低保7条;\n剩下的4条是人事。",
         [("60条", None)] + [(t, "60条") for t in ("19条", "30条", "7条", "4条")]),
        # two that happen to add up are no parts unless something says so
        ("举办会议5次。开展培训3次,检查2次。", [("5次", None), ("3次", None), ("2次", None)]),
        # 其中 goes on over semicolons, and ends where the whole is full
        (
            "发布信息60条，其中：政策9条；人事7条；其他44条；转载80条。",
            [("60条", None), ("9条", "60条"), ("7条", "60条"), ("44条", "60条"), ("80条", None)],
        ),
        # shares stand between parts
        (
            "办结50件,其中公开30件,占60%,不公开20件,占40%。",
            [("50件", None), ("30件", "50件"), ("60%", None), ("20件", "50件"), ("40%", None)],
        ),
        # the total may come last
        (
            "财政安排38万元,部门自筹12.5万元,合计50.5万元。",
            [("38万元", "50.5万元"), ("12.5万元", "50.5万元"), ("50.5万元", None)],
        ),
        # 其中 without a number before it
        ("公开信息9期。申请集中在征地,其中征地6件。", [("9期", None), ("6件", None)]),
        # scales
        ("公开信息2万条，其中县级1.5万条，乡镇5000条。",
         [("2万条", None), ("1.5万条", "2万条"), ("5000条", "2万条")]),
    ],
)  # fmt: skip
def test_parts(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert parts(text) == expected


def test_a_long_list_finds_its_total_in_an_earlier_paragraph() -> None:
    text = "二、公开情况\n新增信息100条。\n按类别分,政策10条,人事20条,财政30条,其他40条。\n"
    assert parts(text)[1:] == [(t, "100条") for t in ("10条", "20条", "30条", "40条")]


def test_a_row_without_a_total_is_a_group() -> None:
    found = figures("按单位分，办公室57件，市直部门305件，县区322件。")
    assert {f.group for f in found} == {found[0].id}
    assert {f.part_of for f in found} == {None}


def test_a_part_counts_what_its_total_counts_and_says_how_it_divides() -> None:
    text = "受理申请27件。从提交方式看,网上15件、当面7件、信函5件。"
    for part in figures(text)[1:]:
        assert "受理申请" in inherited(part, text)
        assert "从提交方式看" in inherited(part, text)


def test_each_payment_knows_its_organ_and_what_was_paid() -> None:
    text = (
        "全市对3件申请收取了信息处理费700元。其中，松源县公安局1件，收取420元；"
        "云岭县人民政府2件，收取280元。"
    )
    found = figures(text)
    for payment, organ in ((found[3], "松源县公安局"), (found[5], "云岭县人民政府")):
        assert payment.what == "收取"
        assert organ in inherited(payment, text)
        assert any("信息处理费" in piece for piece in inherited(payment, text))


def test_names_and_numbers_go_together_by_their_order() -> None:
    found = figures("政策文件、办事指南、公告分别公开122条、87条、403条。")
    assert [(f.who + f.what, f.text) for f in found] == [
        ("政策文件", "122条"),
        ("办事指南", "87条"),
        ("公告", "403条"),
    ]


def test_a_change_is_not_the_amount() -> None:
    text = "全市公开信息比2015年的443条增加49条,增幅11.1%。"
    before, more, rate = figures(text)
    assert (before.what, before.when) == ("公开信息", "2015年")
    assert (more.what, more.when) == ("增加", "2016年")
    assert "公开信息" in inherited(more, text)
    assert (rate.what, rate.when) == ("增幅", "2016年")


def test_amounts_are_compared_without_their_scale() -> None:
    (figure,) = figures("公开信息14.25万条。")
    assert (str(amount(figure)), base(figure)) == ("142500", "条")


def drafted(count: int) -> tuple[Prose, list[Draft]]:
    """So many figures of one unit in one paragraph, before their wholes are looked for."""
    genre = read_genre(knowledge_folder() / "terms")
    text = "、".join(f"{n % 7 + 2}条" for n in range(count))
    shape = outline(text)
    prose = Prose(text, shape, (), genre, Lexicon.of({}), 2016)
    found, _ = quantities(text, shape, (), genre)
    drafts = []
    for quantity in found:
        span = (quantity.start, quantity.end)
        figure = figure_of(prose, quantity, span, span, span)
        drafts.append(Draft(figure, EMPTY, EMPTY, EMPTY))
    return prose, drafts


def test_looking_for_the_wholes_of_many_figures_takes_linear_steps() -> None:
    small, large = drafted(600), drafted(1200)
    one, two = steps(lambda: with_parts(*small)), steps(lambda: with_parts(*large))
    assert two < 2.5 * one
