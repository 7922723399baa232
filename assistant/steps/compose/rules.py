"""The rules by which a question is read: when each fits, and the query that it makes.

They are tried in order; each has a name that `explain` shows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.model import Mention, Query
from assistant.steps.as_read import as_read
from assistant.steps.compose.bounds import is_filtered
from assistant.steps.compose.comparisons import (
    against_member,
    because,
    is_change_claimed,
    is_compared,
    is_compared_filter,
    is_compared_why,
)
from assistant.steps.compose.forms import (
    asks_effect,
    asks_recipient,
    is_dialogue,
    is_list,
    is_reverse,
    is_state,
    is_yes_no,
)
from assistant.steps.compose.orders import is_ranked, is_ranked_why, ranked
from assistant.steps.compose.problems import (
    complained,
    is_about_measures,
    is_about_problems,
    is_complaint,
    looking,
)
from assistant.steps.compose.query import COMPARING, computed, query
from assistant.steps.compose.remainders import is_remainder, is_without, remaining, without
from assistant.steps.compose.report import is_document, is_extent, is_issued, is_ordinal
from assistant.steps.compose.shares import is_share, is_share_wanted, shared
from assistant.steps.compose.sums import (
    averaged,
    estimated,
    is_average,
    is_converted,
    is_members,
    is_over_period,
    is_reconciled,
    is_several,
    is_sum,
    is_tallied,
    several,
)
from assistant.steps.compose.words import asks, bare, computes
from assistant.steps.reading import Reading


def compose(text: str, mentions: tuple[Mention, ...]) -> tuple[Query, str]:
    """The query of a question, and the name of the rule that made it."""
    reading = Reading(as_read(text, mentions), mentions)
    for rule in RULES:
        if rule.fits(reading):
            return rule.make(reading), rule.name
    raise AssertionError("the last rule fits everything")


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to read a question: when it fits, and the query that it makes."""

    name: str
    fits: Callable[[Reading], bool]
    make: Callable[[Reading], Query]


RULES: tuple[Rule, ...] = (
    Rule("对话", is_dialogue, query("dialogue", "dialogue")),
    Rule("报告结构", asks("parts"), query("outline", "parts")),
    Rule("报告部分", asks("where"), query("outline", "where")),
    Rule("联系方式", asks("contact"), query("contact", "contact")),
    Rule("反映", is_complaint, complained),
    Rule("改进", is_about_measures, looking("measure")),
    Rule("问题", is_about_problems, looking("problem")),
    Rule("第几部分讲什么", is_ordinal, query("outline", "part")),
    Rule("报告年份", bare("year"), query("about", "year")),
    Rule("统计期限", is_extent, query("about", "extent")),
    Rule("发布日期", is_issued, query("about", "issued")),
    Rule("数据来源", bare("source"), query("about", "source")),
    Rule("估算", computes("estimate"), estimated),
    Rule("换成百分比", is_share_wanted, shared),
    Rule("换算", is_converted, computed("convert", frozenset({"等于"}))),
    Rule("平均", is_average, averaged),
    Rule("与一个成员相比", is_compared_filter, against_member),
    Rule("占比", is_share, shared),
    Rule("未完成", lambda reading: bool(reading.pending), query("pending", "number")),
    Rule("其余", is_remainder, remaining),
    Rule("不属于", is_without, without),
    Rule("勾稽核对", is_tallied, query("tally", "verify")),
    Rule("合计核对", is_reconciled, computed("reconcile")),
    Rule("增减判断", is_change_claimed, query("changes", "verify")),
    Rule("为什么更多", is_compared_why, because(computed("compare", COMPARING))),
    Rule("为什么最多", is_ranked_why, because(ranked)),
    Rule("比较", is_compared, computed("compare", COMPARING)),
    Rule("各多少", is_several, several),
    Rule("筛选", is_filtered, computed("filter")),
    Rule("排序", is_ranked, ranked),
    Rule("合计", is_sum, computed("sum")),
    Rule("文号", asks("document_number"), query("statement", "document_number")),
    Rule("文号反查", is_document, query("reverse", "document")),
    Rule("怎么样", is_state, query("summary", "summary")),
    Rule("概括", asks("summary"), query("summary", "summary")),
    Rule("反查", is_reverse, query("reverse", "definition")),
    Rule("日期", asks("date"), query("statement", "date")),
    Rule("全称", asks("full_name"), query("statement", "full_name")),
    Rule("频次", asks("frequency"), query("lookup", "frequency")),
    Rule("判断", is_yes_no, query("verify", "verify")),
    Rule("原因", asks("why"), query("statement", "why")),
    Rule("用途", asks("purpose"), query("statement", "purpose")),
    Rule("影响", asks_effect, query("statement", "effect")),
    Rule("依据", asks("basis"), query("statement", "basis")),
    Rule("对象", asks_recipient, query("statement", "recipient")),
    Rule("各分项", is_members, query("list", "list")),
    Rule("总量", is_over_period, query("product", "number")),
    Rule("数量", asks("number", "percent", "money"), query("lookup", "number")),
    Rule("渠道", asks("channel"), query("statement", "channel")),
    Rule("职责", asks("duty"), query("statement", "duty")),
    Rule("做法", asks("action"), query("statement", "action")),
    Rule("列举", is_list, query("list", "list")),
    Rule("哪个", asks("which"), query("statement", "which")),
    Rule("定义", asks("definition", "how"), query("statement", "definition")),
    Rule("查数", lambda reading: True, query("lookup", "number")),
)
