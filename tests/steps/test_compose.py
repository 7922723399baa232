"""What is asked, of which facts: question → rule, operator, kind of answer, sides."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.knowledge import load
from assistant.model import Query, Selection
from assistant.steps.compose import compose
from assistant.steps.compose.rules import RULES
from assistant.steps.link import link
from assistant.steps.normalise import normalise

LEXICON = load(reports=("qingyuan-2013",)).lexicon

READ = [
    ("你好", "对话", "dialogue", "dialogue"),
    ("你能回答什么", "对话", "dialogue", "dialogue"),
    ("报告分几部分", "报告结构", "outline", "parts"),
    ("收费情况在第几部分", "报告部分", "outline", "where"),
    ("第三部分讲什么", "第几部分讲什么", "outline", "part"),
    ("数据是哪年的", "报告年份", "about", "year"),
    ("资料来源是什么", "数据来源", "about", "source"),
    ("专项工作经费换算成元是多少", "换算", "convert", "number"),
    ("八个县市区平均进驻多少项", "平均", "average", "number"),
    ("比佛冈县进驻事项少的县市区有哪些", "与一个成员相比", "filter", "names"),
    ("市级占全市进驻事项百分之几", "占比", "share", "number"),
    ("除市级外还有多少项", "其余", "remainder", "number"),
    ("连山的进驻事项是连南的多少倍", "比较", "compare", "number"),
    ("连山县和连南县各多少项", "各多少", "several", "number"),
    ("进驻事项超过650项的县市区有几个", "筛选", "filter", "number"),
    ("进驻事项最多的是哪个县市区", "排序", "rank", "names"),
    ("进驻事项英德排第几", "排序", "rank", "names"),
    ("连州和英德加起来多少项", "合计", "sum", "number"),
    ("概括一下存在的问题", "问题", "statement", "problem"),
    ("国办发〔2013〕73号是什么文件", "文号反查", "reverse", "document"),
    ("1535是什么数", "反查", "reverse", "definition"),
    ("公报几月几号出版", "日期", "statement", "date"),
    ("政府网站多久巡查一次", "频次", "lookup", "frequency"),
    ("公报是免费发放的吗", "判断", "verify", "verify"),
    ("为什么要免费发放公报", "原因", "statement", "why"),
    ("信息公开的依据是什么", "依据", "statement", "basis"),
    ("存在哪些问题", "问题", "statement", "problem"),
    ("有哪些改进措施", "改进", "statement", "measure"),
    ("公报发给谁", "对象", "statement", "recipient"),
    ("英德市多少项", "数量", "lookup", "number"),
    ("通过哪些渠道公开信息", "渠道", "statement", "channel"),
    ("市政府办公室的职责", "职责", "statement", "duty"),
    ("哪些县市区有进驻事项", "列举", "list", "list"),
    ("公报发布文件类信息", "查数", "lookup", "number"),
]
SIDES = [
    ("连山比连南多几项", ["连山", "连南"]),
    ("连山县和连南县各多少项", ["连山县", "连南县"]),
    ("连州市、英德市、清城区合计多少项", ["连州市", "英德市", "清城区"]),
    ("受理率比办结率高几个百分点", ["受理率", "办结率"]),
    ("规范性文件和人事任免信息合计多少条", ["规范性文件", "人事任免信息"]),
    ("除市级和连州市外还有多少项", ["市级", "连州市"]),
]
# What a query holds besides its sides: the name of the field, and what it must be.
DETAILS = [
    ("阳山是清新的几倍", "times", True),
    ("连山比连南多吗", "claimed", "more"),
    ("连南比连山少吗", "claimed", "less"),
    ("进驻事项最少的是哪个县", "order", "min"),
    ("进驻事项最多的是哪个区", "order", "max"),
    ("各县市区进驻事项从低到高", "order", "ascending"),
    ("各县市区进驻事项从高到低", "order", "descending"),
    ("进驻事项英德排第几", "order", "position"),
    ("进驻事项第二多的是哪个县", "nth", 2),
    ("进驻事项前三名是哪些县市区", "limit", 3),
    ("进驻事项超过650项的县市区有几个", "comparison", "more"),
    ("进驻事项不足600项的县市区有几个", "comparison", "less"),
    ("进驻事项不超过600项的县市区有几个", "comparison", "at_most"),
    ("进驻事项不少于600项的县市区有几个", "comparison", "at_least"),
    ("公报每期两千册对吧", "numbers", ((Decimal(2000), "册"),)),
    ("进驻事项超过650项的县市区有几个", "numbers", ((Decimal(650), "项"),)),
    ("没有收费吗", "negated", True),
    ("收费了没有", "negated", False),
    ("有收费吗", "negated", False),
    ("所有进驻事项准确有多少项", "exactly", True),
    ("8个县市区合计多少项", "cardinal", 8),
    ("八个县市区合计多少项", "cardinal", 8),
]

words = st.text(
    "英德市连州和比多少项哪个最占除外平均几吗是0123%,?，？第月去年公报册信息", max_size=30
)


def read(asked: str) -> tuple[Query, str]:
    question = normalise(asked)
    return compose(question.text, link(question, LEXICON)[0])


def said(side: Selection) -> str:
    return "".join(m.text for m in side.mentions)


@pytest.mark.parametrize(("asked", "rule", "operator", "ask"), READ)
def test_rule_operator_and_kind_of_answer(asked: str, rule: str, operator: str, ask: str) -> None:
    query, name = read(asked)
    assert (name, query.operator, query.ask) == (rule, operator, ask)


@pytest.mark.parametrize(("asked", "sides"), SIDES)
def test_what_is_set_side_by_side(asked: str, sides: list[str]) -> None:
    found = [said(side) for side in read(asked)[0].selections]
    assert len(found) == len(sides)
    assert all(name in side for name, side in zip(sides, found, strict=True))


@pytest.mark.parametrize(("asked", "field", "value"), DETAILS)
def test_what_else_a_query_holds(asked: str, field: str, value: object) -> None:
    assert getattr(read(asked)[0], field) == value


def test_a_share_keeps_its_whole_apart() -> None:
    query, _ = read("规范性文件占公报文件类信息百分之几")
    assert ["规范性文件" in said(s) for s in query.selections] == [True]
    assert "公报" in said(query.right) and "规范性" not in said(query.right)


def test_every_rule_has_its_own_name() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_the_last_rule_fits_everything() -> None:
    assert read("")[1] == read("连")[1] == RULES[-1].name


@given(words)
def test_every_text_makes_one_query(asked: str) -> None:
    query, rule = read(asked)
    assert read(asked) == (query, rule)
    assert rule in {r.name for r in RULES}


@given(words)
def test_an_unread_word_is_never_dropped(asked: str) -> None:
    question = normalise(asked)
    mentions = link(question, LEXICON)[0]
    query, _ = compose(question.text, mentions)
    unread = {m for m in mentions if not m.senses}
    held = {m for s in (*query.selections, query.base, query.right) for m in s.mentions}
    assert unread <= held or query.operator == "dialogue"
