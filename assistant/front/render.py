"""Answers and traces as plain text for a terminal: pure functions, for the command line and REPL.

With `color` the figures stand out in bold; with `width` lines are wrapped by display columns, so
that a figure stays with its unit and no line begins with a closing mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from assistant.model import (
    Answer,
    Candidate,
    Citation,
    Finding,
    Mention,
    Proof,
    Query,
    Section,
    Selection,
    Sense,
    Span,
)

if TYPE_CHECKING:
    from assistant.journey import Trace

Stretch = tuple[int, int]

BOLD, NOT_BOLD = "\x1b[1m", "\x1b[22m"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
CLOSERS = frozenset("。，、；：！？）》」』”’】〕…,.;:!?)]}>%％")
OPENERS = frozenset("（《「『“‘【〔([{<")
NARROWEST = 20

FURTHER = {"clarify": "请选一个：", "unanswered": "可以这样问：", "chat": "可以问："}


# --------------------------------------------------------------------------- an answer


def render(answer: Answer, color: bool = False, width: int | None = None) -> str:
    """The answer's text, then its proof, then what to ask next; no line break at the end."""
    parts = (
        _set("", answer.text, width),
        _formula(answer, width),
        _proof(answer, color, width),
        _further(answer, width),
    )
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part)


def figures_in(quote: str, answer: Answer) -> tuple[Stretch, ...]:
    """Where the answer's figures, or the operands they were computed from, stand in a quote.

    >>> from assistant.model import Value
    >>> answer = Answer("", "answered", "", (Value("69", "项", "exact", "69项"),))
    >>> figures_in("连州市669项,英德市69项", answer)
    ((11, 14),)
    """
    found: list[Stretch] = []
    for value in answer.values:
        found += _places(value.text, quote) or _places(value.value, quote)
    for operand in answer.computation.operands if answer.computation else ():
        found += _places(operand, quote)
    return _merged(found)


def highlight(text: str, spans: Iterable[Stretch], color: bool) -> str:
    """The text with these spans in bold; unchanged without `color`."""
    if not color:
        return text
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], BOLD, text[start:end], NOT_BOLD]
        at = end
    return "".join([*pieces, text[at:]])


def printable(text: str) -> str:
    """The text without control characters, which a terminal would obey instead of show."""
    return CONTROL.sub("", text).replace("\t", " ")


def _formula(answer: Answer, width: int | None) -> list[str]:
    computed = answer.computation
    if computed is None or not computed.expression or computed.expression in answer.text:
        return []
    return _set("算式：", computed.expression, width)


def _proof(answer: Answer, color: bool, width: int | None) -> Iterator[str]:
    numbered = enumerate(answer.citations, 1)
    for title, group in groupby(numbered, key=lambda pair: pair[1].title):
        yield from _set("出处：", f"《{title}》", width)
        for number, citation in group:
            yield from _citation(f"  [{number}] ", citation, answer, color, width)


def _citation(
    lead: str, citation: Citation, answer: Answer, color: bool, width: int | None
) -> Iterator[str]:
    yield from _set(lead, citation.section, width)
    quote = f"“{printable(citation.quote).strip()}”"
    yield from _set(" " * len(lead), quote, width, figures_in(quote, answer) if color else ())


def _further(answer: Answer, width: int | None) -> Iterator[str]:
    if answer.suggestions:
        yield FURTHER.get(answer.status, "还可以问：")
    for number, question in enumerate(answer.suggestions, 1):
        yield from _set(f"  {number}. ", question, width)


def _places(figure: str, quote: str) -> list[Stretch]:
    """Where a figure stands by itself: 69项 is not found within 669项."""
    if not figure:
        return []
    before = r"(?<!\d)(?<!\d[.,])" if figure[0].isdigit() else ""
    behind = r"(?!\d)(?![.,]\d)" if figure[-1].isdigit() else ""
    return [found.span() for found in re.finditer(before + re.escape(figure) + behind, quote)]


def _merged(spans: Iterable[Stretch]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


# --------------------------------------------------------------------------- lines


def _set(lead: str, text: str, width: int | None, bold: Sequence[Stretch] = ()) -> list[str]:
    """Lines with a lead before the first and as much room before the others."""
    text = printable(text)
    found: list[str] = []
    room = " " * (columns(lead) if width else len(lead))
    for start, end in _lines(text, width - len(room) if width else None):
        inside = [
            (max(s, start) - start, min(e, end) - start) for s, e in bold if s < end and start < e
        ]
        found.append((room if found else lead) + highlight(text[start:end], inside, bool(bold)))
    return found


def _lines(text: str, width: int | None) -> Iterator[Stretch]:
    start = 0
    for paragraph in text.split("\n"):
        if width is None:
            yield start, start + len(paragraph)
        else:
            yield from ((start + s, start + e) for s, e in wrap(paragraph, max(width, NARROWEST)))
        start += len(paragraph) + 1


def wrap(text: str, width: int) -> Iterator[Stretch]:
    """The spans of a text's lines, none wider than `width` columns.

    >>> text = "进驻事项总数为6211项，其中连州市669项。"
    >>> [text[slice(*line)] for line in wrap(text, 20)]
    ['进驻事项总数为', '6211项，其中连州市', '669项。']
    """
    begin, end, used = 0, 0, 0
    for start, stop in _unbreakable(text, width):
        size = columns(text[start:stop].rstrip())
        if used + size > width and end > begin:
            yield begin, begin + len(text[begin:end].rstrip())
            begin, used = start, 0
        end = stop
        used += columns(text[start:stop])
    yield begin, begin + len(text[begin:end].rstrip())


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    from wcwidth import wcwidth

    return sum(max(wcwidth(char), 0) for char in text)


def _unbreakable(text: str, width: int) -> Iterator[Stretch]:
    """The pieces of a text that stay on one line; a piece wider than the line is cut."""
    start, used = 0, 0
    for at, char in enumerate(text):
        size = columns(char)
        if at > start and (_may_break(text[at - 1], char) or used + size > width):
            yield start, at
            start, used = at, 0
        used += size
    if start < len(text):
        yield start, len(text)


def _may_break(before: str, after: str) -> bool:
    if before.isspace() or after.isspace():
        return before.isspace() and not after.isspace()
    if after in CLOSERS or before in OPENERS:
        return False
    if before.isdigit() or before in "%％":
        return False
    return not (before.isascii() and after.isascii())


def table(rows: Sequence[Sequence[str]], lead: str = "") -> str:
    """Rows in aligned columns, two spaces apart; the last column is not padded."""
    cells = [[printable(cell).replace("\n", " ") for cell in row] for row in rows]
    wide = [max(columns(row[at]) for row in cells) for at in range(len(cells[0]))] if cells else []
    return "\n".join(
        (
            lead + "".join(c + " " * (w - columns(c) + 2) for c, w in zip(row, wide, strict=True))
        ).rstrip()
        for row in cells
    )


# --------------------------------------------------------------------------- a trace

KINDS = {
    "action": "动作",
    "measure": "指标",
    "organ": "机关",
    "channel": "渠道",
    "place": "地区",
    "period": "期间",
    "word": "报告用词",
    "verb": "动词",
    "ask": "问法",
    "frame": "辅助词",
    "unit": "单位",
    "number": "数字",
    "year": "年份",
    "relative_year": "相对年份",
    "part_of_year": "年内时段",
    "ordinal": "序数",
    "universal": "全部",
    "theme": "报告主题",
    "negation": "否定",
    "dialogue": "对话",
    "operator": "运算",
    "whole": "全体",
    "card_place": "报告所在地",
    "document": "文件",
}
ASKS = {
    "number": "多少",
    "percent": "百分之几",
    "money": "多少钱",
    "frequency": "多久一次",
    "date": "什么时候",
    "why": "为什么",
    "purpose": "有什么用",
    "effect": "有什么效果",
    "how": "怎样",
    "channel": "什么渠道",
    "recipient": "给谁",
    "list": "有哪些",
    "which": "哪一个",
    "basis": "什么依据",
    "document_number": "什么文号",
    "full_name": "什么全称",
    "definition": "是什么",
    "problem": "有什么问题",
    "measure": "有什么措施",
    "duty": "有什么职责",
    "action": "做了什么",
    "summary": "概括",
    "source": "资料来源",
    "year": "哪一年",
    "parts": "分几部分",
    "where": "在哪一部分",
    "part": "某一部分的内容",
    "verify": "是不是",
    "dialogue": "对话",
}
OPERATORS = {
    "lookup": "查一个数字",
    "list": "列举",
    "statement": "找一句原文",
    "verify": "核对说法",
    "reverse": "由数字找含义",
    "outline": "看报告结构",
    "summary": "概括",
    "about": "说明报告本身",
    "dialogue": "对话",
    "rank": "排名",
    "extreme": "找最多或最少",
    "compare": "比较",
    "sum": "求和",
    "average": "求平均",
    "share": "算占比",
    "filter": "按条件筛选",
    "convert": "换算单位",
}
STATUSES = {
    "answered": "作答",
    "clarify": "有歧义，请提问人选择",
    "unanswered": "不予作答",
    "chat": "对话",
}
REASONS = {
    "no_such_period": "报告没有这个时期的数据",
    "no_such_place": "报告没有这个地区的数据",
    "no_such_organ": "报告没有这个机关的数据",
    "not_in_report": "有的词报告没有说明",
    "not_comparable": "这些数字不能比较",
    "not_understood": "没有看懂问题",
    "not_supported": "还不能可靠地回答这类问题",
    "bad_input": "输入不能读取",
}


def render_trace(trace: Trace, color: bool = False, width: int | None = None) -> str:
    """How a question was read, word by word, for an editor who does not program."""
    parts = (
        _asked(trace),
        _words(trace),
        _rule(trace),
        _evidence(trace.finding),
        f"四、结论\n  {_decision(trace.finding)}",
        f"五、答案\n{_indented(render(trace.answer, color, width and width - 2))}",
    )
    return "\n\n".join(part for part in parts if part)


def _asked(trace: Trace) -> str:
    question = trace.question
    lines = [f"问题：{printable(question.asked)}"]
    lines += [f"前面问过：{printable(earlier)}" for earlier in question.history]
    if question.text != question.asked:
        lines.append(f"统一字形后：{printable(question.text)}")
    lines += [f"改读：“{r.written}”读作“{r.read}”（{r.why}）" for r in question.repairs]
    return "\n".join(lines)


def _words(trace: Trace) -> str:
    title = "一、逐词读法"
    if not trace.mentions:
        return f"{title}\n  没有逐词读。"
    selections = trace.query.selections if trace.query else ()
    wanted = {mention for selection in selections for mention in selection.mentions}
    rows = [("原词", "读作", "种类", "指什么", "要有依据")]
    for mention in trace.mentions:
        needed = "是" if mention in wanted else "—"
        rows += _mention(mention, needed)
    return f"{title}\n{table(rows, '  ')}"


def _mention(mention: Mention, needed: str) -> Iterator[tuple[str, str, str, str, str]]:
    if not mention.senses:
        yield mention.text, mention.read or "—", "没有认出", "—", needed
    text, read = mention.text, mention.read or mention.text
    for sense in mention.senses:
        yield text, read, KINDS.get(sense.kind, sense.kind), _concept(sense, mention), needed
        text = read = needed = ""


def _concept(sense: Sense, mention: Mention) -> str:
    if sense.atoms:
        return "＋".join(sense.atoms) + ("（近似说法）" if sense.near else "")
    if mention.value is not None and sense.kind == "number":
        return f"{mention.value}{'%' if sense.tag == '%' else ''}"
    if sense.kind == "ask":
        return ASKS.get(sense.tag, sense.tag)
    return sense.tag if sense.kind not in ("frame", "dialogue") and sense.tag else "—"


def _rule(trace: Trace) -> str:
    title = "二、读成什么"
    query = trace.query
    if query is None:
        return f"{title}\n  没有读成查询。"
    operator = OPERATORS.get(query.operator, query.operator)
    rows = [("合用的规则", trace.rule), ("要做的事", f"{operator}（{query.operator}）")]
    rows.append(("问的是", ASKS.get(query.ask, query.ask)))
    several = len(query.selections) > 1
    for number, selection in enumerate(query.selections, 1):
        rows.append((f"找什么{number}" if several else "找什么", _selection(selection)))
    rows += _particulars(query)
    return f"{title}\n{table(rows, '  ')}"


def _selection(selection: Selection) -> str:
    said = "、".join(m.read or m.text for m in selection.mentions) or "没有限定"
    if selection.heads:
        said += f"；数的是“{'、'.join(m.read or m.text for m in selection.heads)}”"
    if selection.unit:
        said += f"；单位“{selection.unit}”"
    return said


def _particulars(query: Query) -> Iterator[tuple[str, str]]:
    if query.numbers:
        yield "问题里的数字", "、".join(f"{value}{unit}" for value, unit in query.numbers)
    if query.negated:
        yield "否定", "问题里有否定"


def _evidence(finding: Finding) -> str:
    lines = ["三、找到什么"]
    for number, fact in enumerate(finding.facts, 1):
        lines += [f"  {number}. {_fact(fact)}"]
    if finding.rivals:
        lines.append(
            f"  没有采用的候选（{len(finding.rivals)}个）：" if finding.facts else "  候选："
        )
    for number, candidate in enumerate(finding.rivals, 1):
        lines += _candidate(number, candidate)
    if len(lines) == 1:
        lines.append("  没有用到报告里的内容。")
    return "\n".join(lines)


def _candidate(number: int, candidate: Candidate) -> Iterator[str]:
    yield f"  {number}. {_fact(candidate.fact)}"
    left = "、".join(m.text for m in candidate.left_over)
    yield f"     没有说明的词：{left or '无'}"
    yield f"     问题没提到的：{'、'.join(sorted(candidate.added)) or '无'}"


def _fact(fact: Proof) -> str:
    if isinstance(fact, Section):
        return f"{printable(fact.path)}（整个部分）"
    if isinstance(fact, Span):
        return f"原文第{fact.start}至{fact.end}字"
    quote = printable(fact.quote).strip().replace("\n", " ")
    return f"“{quote}”（{fact.id}，{printable(fact.section)}）"


def _decision(finding: Finding) -> str:
    said = STATUSES.get(finding.status, finding.status)
    if finding.reason:
        said += f"：{REASONS.get(finding.reason, finding.reason)}"
    if finding.slots.get("word"):
        said += f"（“{printable(finding.slots['word'])}”）"
    return said + f"。所用句式：{finding.outcome}"


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))
