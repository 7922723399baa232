"""Whether an answer is one to its question: answers written by hand, over reports written by hand."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from assistant.proof import Source, check

TITLE = "平安市2020年政府信息公开工作年度报告"
TEXT = """2020年,全市开通实体办事大厅6个,网上办事大厅2个,档案馆、公共图书馆等政府信息查阅场所17个。
目前全市网上办事大厅进驻事项总数为900项,其中市级300项,东河县250项,西河县150项,南岭区200项。
网上处理来信1200件,受理率100%,办结率97%。全市政府信息公开工作人员45人,专项工作经费33.5万元。
公报每月出版,纸质版每期1300册,全部免费发放至图书馆、档案馆,以方便群众查阅。公报发布文件类信息640条,其中人事任免信息80条,规范性文件15条。
门户网站全年发布各类政府信息9800条,其中文件类信息250条。历年累计发布信息52000条。
受理政府信息公开申请8宗,已全部在规定时间内作出答复。2020年有1宗因政府信息公开申请行政复议、提起行政诉讼案。
全年未收取任何费用。召开新闻发布会3场,出席的媒体有20多家。申请内容以土地征收为主,共5宗。
信息目录由410条增加到560条(不同渠道公开的相同信息计1条)。对信息发布数量前10位的单位进行了表扬。
属信访、重复申请等不予处理40件。公开提案办理复文66件,《代表建议和提案办理情况》及代表建议办理复文52件。因人手不足,栏目更新不及时。下一步,将进一步加强培训。共培训61个部门。
| 项目 | 自然人 | 商业企业 | 总计 |
| 新收申请 | 70 | 5 | 75 |
| 1.属于国家秘密 | 2 | 0 | 2 |
| 2.属于行政查询事项 | 9 | 0 | 9 |
| 总计 | 81 | 0 | 81 |
"""
REPORT = "pingan-2020"
SOURCES = {REPORT: Source(TEXT, hashlib.sha256(TEXT.encode()).hexdigest(), TITLE)}
FIGURE = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<unit>万?[^0-9\s,。，、]{0,2})")


@dataclass(frozen=True)
class Said:
    """A question with the answer to it, in the shortest form that a table can hold."""

    question: str
    text: str
    quotes: tuple[str, ...]
    values: tuple[str, ...] = ()
    polarity: str | None = None
    computation: tuple[str, str, tuple[str, ...]] | None = None

    def answer(self) -> dict[str, Any]:
        """The answer object."""
        done = self.computation
        names = ("operator", "expression", "operands")
        return {
            **{"question": self.question, "status": "answered", "text": self.text},
            "values": [_value(text) for text in self.values],
            "polarity": self.polarity,
            "citations": [_citation(quote) for quote in self.quotes],
            "computation": dict(zip(names, (*done[:2], list(done[2])), strict=True))
            if done
            else None,
            **{"reason": None, "suggestions": [], "id": "t"},
        }


def _value(text: str) -> dict[str, str]:
    found = FIGURE.fullmatch(text)
    assert found, text
    return {"value": found["number"], "unit": found["unit"], "bound": "exact", "text": text}


def _citation(quote: str) -> dict[str, Any]:
    start = TEXT.index(quote)
    place = {"start": start, "end": start + len(quote)}
    return {"report": REPORT, "title": TITLE, "section": "", "quote": quote, **place}


def kinds(said: Said, history: Sequence[str] | None = None) -> set[str]:
    return {fault.kind for fault in check(said.answer(), SOURCES, history)}


def one(question: str, quote: str, value: str = "", polarity: str | None = None) -> Said:
    """An answer of one quote, in its words."""
    return Said(question, f"{quote}。", (quote,), (value,) if value else (), polarity)


ALL, EAST, WEST = "目前全市网上办事大厅进驻事项总数为900项", "东河县250项", "西河县150项"
PLACES = "档案馆、公共图书馆等政府信息查阅场所17个"
SUIT = "2020年有1宗因政府信息公开申请行政复议、提起行政诉讼案"
PROMPT = "受理政府信息公开申请8宗,已全部在规定时间内作出答复"
PORTAL, GAZETTE = "门户网站全年发布各类政府信息9800条", "公报发布文件类信息640条"
FREE = "纸质版每期1300册,全部免费发放至图书馆、档案馆"
SECRET, QUERY = "| 1.属于国家秘密 | 2 | 0 | 2 |", "| 2.属于行政查询事项 | 9 | 0 | 9 |"
RECEIVED, TOTAL = "| 新收申请 | 70 | 5 | 75 |", "| 总计 | 81 | 0 | 81 |"
SUM = Said("东河县和西河县加起来多少项", "东河县250项、西河县150项，合计400项。", (EAST, WEST),
           ("400项",), None, ("sum", "250 + 150 = 400", ("250", "150")))  # fmt: skip
FEWER = Said("西河县比东河县少多少项", "东河县250项，西河县150项，东河县更多，相差100项。", (EAST, WEST),
             ("100项",), None, ("compare", "250 − 150 = 100", ("250", "150")))  # fmt: skip
GAP = Said("文件类信息,公报的比门户网站的多多少条", f"{GAZETTE}，{PORTAL}，相差9160条。",
           (GAZETTE, PORTAL), ("9160条",), None,
           ("compare", "9800 − 640 = 9160", ("640", "9800")))  # fmt: skip
LISTED = Said("超过200项的县有哪些", "共1个：东河县250项。", (EAST,), ("250项",))

# What an answer must not be; each class in several wordings.
WRONG: tuple[tuple[str, str, Said], ...] = (
    ("a word that nothing speaks of", "word", one("网上处理来信里微博有多少件", "网上处理来信1200件", "1200件")),
    ("another thing altogether", "word", one("新闻发布会开了几场", PORTAL, "9800条")),
    ("another member of a list", "word", one("西河县进驻事项多少项", EAST, "250项")),
    ("a member by its short name", "word", one("南岭有多少项", WEST, "150项")),
    ("another channel", "word", one("公报发布信息多少条", PORTAL, "9800条")),
    ("an average that is none", "word", one("各县平均多少项", ALL, "900项")),
    ("a difference that is none", "word", one("东河县比西河县高多少", EAST, "250项")),
    ("a rank that is none", "word", one("东河县排第几", EAST, "250项")),
    ("the most, unsaid", "word", one("哪个县的事项最多", ALL, "900项")),
    ("the most and the mean: only the mean", "word", Said(
        "事项最多的县比均值高多少项", "平均每个200项：(250 + 150) ÷ 2 = 200。", (EAST, WEST), ("200项",), None,
        ("average", "(250 + 150) ÷ 2 = 200", ("250", "150")))),
    ("a share that is none", "word", one("东河县占全市百分之几", EAST, "250项")),
    ("the rest that is the whole", "word", one("除了市级还有多少项", ALL, "900项")),
    ("a plan", "word", one("明年打算把办结率提到多少", "办结率97%", "97%")),
    ("a number that nothing holds", "word", one("那12宗申请问的是什么", SUIT)),
    ("a reckoning that was not done", "word", one("各县的数和总数对得上吗", ALL, "900项", "yes")),
    ("another year", "period", one("2018年进驻事项总数是多少", ALL, "900项")),
    ("another year in words", "period", one("二〇一九年召开新闻发布会几场", "召开新闻发布会3场", "3场")),
    ("what it was before", "period", one("信息目录有多少条", "信息目录由410条增加到560条", "410条")),
    ("a year and several years together", "period", Said(
        "发布的信息一共多少条", "合计61800条。", (PORTAL, "历年累计发布信息52000条"), ("61800条",), None,
        ("sum", "9800 + 52000 = 61800", ("9800", "52000")))),
    ("texts for things", "asked", one("有几个门户网站", PORTAL, "9800条")),
    ("people for money", "asked", one("工作人员花了多少钱", "全市政府信息公开工作人员45人", "45人")),
    ("things for a percentage", "asked", one("来信办理百分之几", "网上处理来信1200件", "1200件")),
    ("a difference for times", "asked", Said(
        "东河县是西河县的几倍", FEWER.text, (EAST, WEST), ("100项",), None, FEWER.computation)),
    ("a document for a number", "asked", one("培训了多少名人员", "将进一步加强培训")),
    ("a conversion into the same", "asked", Said(
        "换成元", "45人即45人。", ("全市政府信息公开工作人员45人",), ("45人",))),
    ("a mean rounded away", "asked", Said(
        "人均经费多少元", "平均每人0.74万元：33.5 ÷ 45 ≈ 0.74（保留两位小数）。",
        ("专项工作经费33.5万元", "全市政府信息公开工作人员45人"), ("0.74万元",), None,
        ("average", "33.5 ÷ 45 ≈ 0.74", ("33.5", "45")))),
    ("added up, and not added", "asked", one("加起来呢", ALL, "900项")),
    ("one item for the sum of them", "asked", Said(
        "八种情形加起来多少件", "属于国家秘密（总计）：2件。", (SECRET,), ("2件",))),
    ("the whole as the most", "asked", Said(
        "哪种情形最多", "总计（自然人）最多，81件。", (TOTAL,), ("81件",))),
    ("how it was counted", "asked", one("公开政府信息多少条", "相同信息计1条", "1条")),
    ("a part that was not asked", "asked", Said("收到申请几宗", "共5宗。", ("共5宗",), ("5宗",))),
    ("names counted", "asked", one("前10位的单位是哪些", "对信息发布数量前10位的单位进行了表扬")),
    ("names counted again", "asked", Said(
        "培训的是哪几个部门", "共1个：培训部门61个。", ("共培训61个部门",), ("61个",))),
    ("no cause", "asked", one("为什么收到8宗申请", "受理政府信息公开申请8宗")),
    ("a figure for words", "asked", one("门户网站怎么发布政府信息", PORTAL, "9800条")),
    ("two measures compared", "asked", GAP),
    ("a member that does not meet the condition", "asked", Said(
        "超过200项的县有哪些", "共2个：东河县250项、西河县150项。", (EAST, WEST), ("250项", "150项"))),
    ("one member of two that meet it", "asked", Said(
        "不少于200项的县区有哪些", "共1个：东河县250项。", (EAST,), ("250项",))),
    ("not the most of them", "asked", Said("哪个县最多", "西河县最多，150项。", (WEST,), ("150项",))),
    ("the mean for who is over it", "word", Said(
        "高于平均数的县有几个", "平均每个200项：(250 + 150) ÷ 2 = 200。", (EAST, WEST), ("200项",), None,
        ("average", "(250 + 150) ÷ 2 = 200", ("250", "150")))),
    ("the rest for who meets it", "word", Said(
        "除市级以外不到200项的有几个", "除市级外，还有600项：900 − 300 = 600。", (ALL, "其中市级300项"),
        ("600项",), None, ("remainder", "900 − 300 = 600", ("900", "300")))),
    ("what is supposed, unused", "word", one("假如东河县再多20项，会有多少项", EAST, "250项")),
    ("what is left out, counted", "word", Said(
        "东河县、西河县以外的平均多少项", "平均每个200项：(250 + 150) ÷ 2 = 200。", (EAST, WEST), ("200项",),
        None, ("average", "(250 + 150) ÷ 2 = 200", ("250", "150")))),
    ("some for all", "polarity", Said(
        "各县都超过200项吗", "有，共1个：东河县250项。", (EAST,), ("250项",), "yes")),
    ("one for each", "asked", one("各县的进驻事项分别是多少", ALL, "900项")),
    ("a whole added to its parts", "asked", Said(
        "不予公开加起来几件", "合计83件。", (SECRET, TOTAL), ("83件",), None,
        ("sum", "2 + 81 = 83", ("2", "81")))),
    ("one for each of two", "joint", one("档案馆和图书馆分别有几个查阅场所", PLACES, "17个")),
    ("one for each of two suits", "joint", one("行政复议和行政诉讼各几宗", SUIT, "1宗")),
    ("all for one of them", "joint", one("档案馆有几个", PLACES, "17个")),
    ("all for one of several reasons", "joint", one("重复申请的有几件", "属信访、重复申请等不予处理40件", "40件")),
    ("half of a pair", "joint", one("任命信息多少条", "人事任免信息80条", "80条")),
    ("yes to another number", "polarity", one("开了8场新闻发布会吧，是吗", "召开新闻发布会3场", "3场", "yes")),
    ("no to what holds of all", "polarity", one("申请都按时答复了没有", PROMPT, "", "no")),
    ("yes to none", "polarity", Said(
        "有没有商业企业申请", "是的，0件。", (SECRET,), ("0件",), "yes")),
    ("no from one column of several", "polarity", Said("有没有国家秘密", "没有，0件。", (SECRET,), ("0件",), "no")),
    ("a verdict that nobody asked for", "polarity", one("受理申请多少宗", PROMPT, "8宗", "yes")),
    ("no verdict", "polarity", one("受理申请9宗，对吧", PROMPT, "8宗")),
)  # fmt: skip

# Near to those, and right.
RIGHT: tuple[Said, ...] = (
    *(SUM, FEWER, LISTED),
    one("东河县进驻事项多少项", EAST, "250项"),
    one("请问一下东河有几项呀", EAST, "250项"),
    one("我老家是东河县的，网上办事大厅进驻了多少项事项", EAST, "250项"),
    Said("不少于200项的县有哪些", "共1个：东河县250项。", (EAST,), ("250项",)),
    Said("不少于200项的县区有几个", "共2个：东河县250项、南岭区200项。", (EAST, "南岭区200项"), ("250项", "200项")),
    Said("哪个县最多", "东河县最多，250项。", (EAST,), ("250项",)),
    Said("各县都超过100项吗", "是的，东河县250项、西河县150项。", (EAST, WEST), ("250项", "150项"), "yes"),
    Said("如果方便请告诉我东河县有多少项", "东河县250项。", (EAST,), ("250项",)),
    Said("属于行政查询事项的排第几位", "属于行政查询事项9件，在2个中排第1位。", (SECRET, QUERY), ("9件",)),
    one("网上处理群众来信多少件", "网上处理来信1200件", "1200件"),
    one("全市一共多少项", ALL, "900项"),
    one("来信办结率是百分之几", "办结率97%", "97%"),
    one("2020年召开新闻发布会几场", "召开新闻发布会3场", "3场"),
    one("门户网站发布信息多少条", PORTAL, "9800条"),
    one("公报每期多少册", "纸质版每期1300册", "1300册"),
    one("档案馆、图书馆这些查阅场所有几个", PLACES, "17个"),
    one("政府信息查阅场所几处", PLACES, "17个"),
    one("行政复议、行政诉讼一共几宗", SUIT, "1宗"),
    one("人事任免信息多少条", "人事任免信息80条", "80条"),
    one("信息目录有多少条", "增加到560条", "560条"),
    one("原来信息目录有多少条", "信息目录由410条增加到560条", "410条"),
    one("为什么更新不及时", "因人手不足,栏目更新不及时"),
    one("公报为什么免费发放", "以方便群众查阅"),
    one("下一步打算怎么做", "下一步,将进一步加强培训"),
    one("公报发到哪些地方", FREE),
    one("以土地征收为主的申请几宗", "申请内容以土地征收为主,共5宗", "5宗"),
    one("申请是不是都按时答复了", PROMPT, "", "yes"),
    Said("公开代表建议、提案的办理复文各多少件", "提案办理复文66件；代表建议办理复文52件。",
         ("公开提案办理复文66件", "《代表建议和提案办理情况》及代表建议办理复文52件"), ("66件", "52件")),
    one("申请8宗，对吗", PROMPT, "8宗", "yes"),
    one("受理申请超过5宗了吧", PROMPT, "8宗", "yes"),
    one("有没有收费", "全年未收取任何费用", "", "no"),
    Said("前10位的单位怎么样了", "对信息发布数量前10位的单位进行了表扬。", ("对信息发布数量前10位的单位进行了表扬",)),
    Said("属于行政查询事项的总计几件", "属于行政查询事项（总计）：9件。", (QUERY,), ("9件",)),
    Said("商业企业新收申请几件", "新收申请（商业企业）：5件。", (RECEIVED,), ("5件",)),
    Said("哪种情形最多", "属于行政查询事项最多，9件。", (QUERY,), ("9件",)),
    Said("商业企业有没有因国家秘密的", "没有，0件。", (SECRET,), ("0件",), "no"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "said"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG]
)
def test_what_does_not_answer_the_question_fails_under_its_name(kind: str, said: Said) -> None:
    assert kind in kinds(said), check(said.answer(), SOURCES)


@pytest.mark.parametrize("said", RIGHT, ids=[said.question for said in RIGHT])
def test_what_answers_the_question_holds(said: Said) -> None:
    assert check(said.answer(), SOURCES) == ()


def test_what_was_asked_before_stands_in_a_short_question() -> None:
    follow_up = one("门户网站上的呢", PORTAL, "9800条")
    assert kinds(follow_up, ["公报发布文件类信息多少条"]) == {"word"}
    assert kinds(follow_up, ["公报发布政府信息多少条"]) == set()
    part = one("门户网站上的呢", "文件类信息250条", "250条")
    assert kinds(part, ["公报发布文件类信息多少条"]) == set()


# --------------------------------------------------------------------------- passages


def refusal(question: str, text: str, *quotes: str, reason: str = "not_matched") -> dict[str, Any]:
    keys = ("report", "section", "quote", "start", "end")
    return {
        **Said(question, text, ()).answer(),
        **{"status": "unanswered", "reason": reason},
        "passages": [{key: _citation(quote)[key] for key in keys} for quote in quotes],
    }


UNREAD = "这一问没有读懂，请换一种说法。"
DENIED = "报告没有说明“经费”，所以不能回答。"


def faults_of(answer: dict[str, Any]) -> set[str]:
    return {fault.kind for fault in check(answer, SOURCES)}


def test_passages_stand_in_the_report_and_under_a_refusal_only() -> None:
    shown = refusal("专项工作经费用在哪里", UNREAD, "专项工作经费33.5万元")
    assert faults_of(shown) == set()
    moved = refusal("专项工作经费用在哪里", UNREAD, "专项工作经费33.5万元")
    moved["passages"][0]["start"] += 1
    assert faults_of(moved) == {"passage"}
    foreign = refusal("专项工作经费用在哪里", UNREAD, "专项工作经费33.5万元")
    foreign["passages"][0]["report"] = "other-2020"
    assert faults_of(foreign) == {"report"}
    assert faults_of(refusal("经费", UNREAD, ALL, EAST, WEST, PORTAL)) == {"passage"}
    assert faults_of(refusal("经费", UNREAD, ALL, ALL)) == {"passage"}
    answered = {**one("进驻事项总数多少项", ALL, "900项").answer(), "passages": shown["passages"]}
    assert faults_of(answered) == {"passage"}
    assert faults_of({**shown, "passages": [{"quote": "x"}]}) == {"shape"}


@pytest.mark.parametrize(
    ("question", "quote", "kinds"),
    [
        ("专项工作经费多少万元", "专项工作经费33.5万元", {"passage"}),
        ("请问2020年召开新闻发布会几场", "召开新闻发布会3场", {"passage"}),
        ("网上处理来信多少件", "网上处理来信1200件,受理率100%,办结率97%", {"passage"}),
        ("公报的印刷成本多少", GAZETTE, set()),
        ("2018年召开新闻发布会几场", "召开新闻发布会3场", set()),
        ("平均每场新闻发布会多少媒体", "召开新闻发布会3场,出席的媒体有20多家", set()),
        ("韶关市专项工作经费多少", "专项工作经费33.5万元", set()),
    ],
)
def test_no_refusal_denies_what_its_passage_says(
    question: str, quote: str, kinds: set[str]
) -> None:
    assert faults_of(refusal(question, DENIED, quote)) == kinds
    assert faults_of(refusal(question, UNREAD, quote)) == set()
