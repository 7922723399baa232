"""How a question was read, found and decided, word by word, for an editor who does not program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.front.render import printable, render, table
from assistant.model import (
    Candidate,
    Considered,
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
    from assistant.engine import Assistant
    from assistant.trace import Trace

Labels = dict[str, dict[str, str]]
STEPS = "一二三四五六"
# What accounts for a word that nothing accounts for, see `labels.levels`.
UNUSED = "nothing"


def render_trace(
    trace: Trace, assistant: Assistant, color: bool = False, width: int | None = None
) -> str:
    """How a question was read, word by word, and what was answered, for an editor who does not program."""
    labels: Labels = assistant.wording["labels"]
    considered = _considered(assistant.considered(trace), labels)
    parts = (
        _asked(trace),
        *_read(trace, assistant, labels),
        _evidence(trace.finding, trace.finding.rivals),
        "" if trace.tree else considered,
        _conclusion(trace, labels),
        f"答案\n{_indented(render(trace.answer, color, width and width - 2))}",
    )
    return _numbered(parts)


def render_reading(trace: Trace, assistant: Assistant) -> str:
    """How the question before was read, where its answer stands above: nothing of other questions or other facts."""
    if trace.parts:
        each = (replace(part, cards=part.cards or trace.cards) for part in trace.parts)
        return "\n\n".join(render_reading(part, assistant) for part in each)
    labels: Labels = assistant.wording["labels"]
    answered = trace.finding.status == "answered"
    found = () if trace.tree else assistant.considered(trace)
    if answered:
        found = tuple(c for c in found if c.candidate.fact in trace.finding.facts)
    parts = (
        _asked(trace),
        *_read(trace, assistant, labels),
        _evidence(trace.finding, () if answered else trace.finding.rivals),
        _considered(found, labels),
        _conclusion(trace, labels),
    )
    return _numbered(parts)


def _numbered(parts: Sequence[str]) -> str:
    """The question, then what came of each step, numbered in order."""
    asked, *steps = (part for part in parts if part)
    told = (f"{number}、{step}" for number, step in zip(STEPS, steps, strict=False))
    return "\n\n".join((asked, *told))


def _read(trace: Trace, assistant: Assistant, labels: Labels) -> tuple[str, str]:
    """What used every word, and what it was read as: by the grammar, or by the rule that fits."""
    if trace.tree is None or not trace.cards:
        return _words(trace, labels), _rule(trace, labels)
    from assistant.front.reading import rendered

    return rendered(trace, assistant.knowledge(trace.cards[0].id), labels)


def _asked(trace: Trace) -> str:
    question = trace.question
    lines = [f"问题：{printable(question.asked)}"]
    leaned_on = question.after or question.carried
    if leaned_on:
        lines.append(f"承接上文：{printable(leaned_on)}")
    if question.text != question.asked:
        lines.append(f"统一字形后：{printable(question.text)}")
    lines += [f"改读：“{r.written}”读作“{r.read}”（{r.why}）" for r in question.repairs]
    return "\n".join(lines)


def _words(trace: Trace, labels: Labels) -> str:
    title = "逐词读法"
    if not trace.mentions:
        return f"{title}\n  没有逐词读。"
    used = {use.mention.start: labels["uses"][use.by or "nothing"] for use in trace.uses}
    rows = [("原词", "读作", "种类", "指什么", "用在哪里")]
    for mention in trace.mentions:
        rows += _mention(mention, used.get(mention.start, "—"), labels)
    return f"{title}\n{table(rows, '  ')}"


def _mention(
    mention: Mention, used: str, labels: Labels
) -> Iterator[tuple[str, str, str, str, str]]:
    if not mention.senses:
        yield mention.text, mention.read or "—", "没有认出", "—", used
    text, read = mention.text, mention.read or mention.text
    for sense in mention.senses:
        yield (
            text,
            read,
            labels["kinds"].get(sense.kind, sense.kind),
            _concept(sense, mention, labels),
            used,
        )
        text = read = used = ""


def _concept(sense: Sense, mention: Mention, labels: Labels) -> str:
    if sense.atoms:
        return "＋".join(sense.atoms) + ("（近似说法）" if sense.near else "")
    if mention.value is not None and sense.kind == "number":
        return f"{mention.value}{'%' if sense.tag == '%' else ''}"
    if sense.kind == "ask":
        return labels["asks"].get(sense.tag, sense.tag)
    return sense.tag if sense.kind not in ("frame", "dialogue") and sense.tag else "—"


def _rule(trace: Trace, labels: Labels) -> str:
    title = "读成什么"
    query = trace.query
    if query is None:
        return f"{title}\n  没有读成查询。"
    operator = labels["operators"].get(query.operator, query.operator)
    rows = [("合用的规则", trace.rule), ("要做的事", f"{operator}（{query.operator}）")]
    rows.append(("问的是", labels["asks"].get(query.ask, query.ask)))
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


def _evidence(finding: Finding, rivals: Sequence[Candidate]) -> str:
    lines = ["找到什么"]
    for number, fact in enumerate(finding.facts, 1):
        lines += [f"  {number}. {_fact(fact)}"]
    if rivals:
        lines.append(f"  没有采用的候选（{len(rivals)}个）：" if finding.facts else "  候选：")
    for number, candidate in enumerate(rivals, 1):
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


def _considered(found: tuple[Considered, ...], labels: Labels) -> str:
    """The nearest facts: what accounts for every word, what is left over, what the fact adds."""
    lines = ["逐词依据"]
    told = (c for c in found if any(how != UNUSED for _, how in c.accounts))
    for number, considered in enumerate(told, 1):
        lines += _candidate(number, considered.candidate)
        words = (f"{m.text}←{labels['levels'][how]}" for m, how in considered.accounts)
        lines.append(f"     各词的依据：{'、'.join(words)}")
    return "\n".join(lines) if len(lines) > 1 else ""


def _conclusion(trace: Trace, labels: Labels) -> str:
    return f"结论\n  {_decision(trace.finding, labels)}"


def _decision(finding: Finding, labels: Labels) -> str:
    said = labels["statuses"].get(finding.status, finding.status)
    if finding.reason:
        said += f"：{labels['reasons'].get(finding.reason, finding.reason)}"
    if finding.slots.get("word"):
        said += f"（“{printable(finding.slots['word'])}”）"
    return said + f"。所用句式：{finding.outcome}"


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))
