"""How a question was read, said in Chinese: its words, its mending, the operation."""

from __future__ import annotations

from assistant.front.repl.layout import Page
from assistant.journey import Trace
from assistant.model import Mention

KINDS = {
    "action": "动作",
    "measure": "指标",
    "organ": "机关",
    "channel": "渠道",
    "place": "地区",
    "period": "期间",
    "year": "期间",
    "relative_year": "期间",
    "word": "词语",
    "verb": "动词",
    "theme": "主题",
    "ask": "问法",
    "unit": "单位",
    "number": "数字",
    "operator": "运算",
    "frame": "虚词",
}
OUTCOMES = {"answered": "已回答", "clarify": "有歧义", "unanswered": "不予作答", "chat": "闲谈"}


def reading(trace: Trace, page: Page) -> str:
    """One line for each word of the question and what it was taken for; then what was done."""
    lines = [page.write((f"问题：{trace.question.asked}", "head"))]
    lines += [
        page.write((f"{repair.written} → {repair.read}", ""), first="改读：")
        for repair in trace.question.repairs
    ]
    lines += [
        page.write((mention.text, "head"), (f"  {_meaning(mention)}", ""), first="  ", rest="    ")
        for mention in trace.mentions
    ]
    if trace.query:
        lines.append(page.write((f"{trace.rule}（{trace.query.operator}）", ""), first="运算："))
    status = trace.answer.status
    reason = f"（{trace.answer.reason}）" if trace.answer.reason else ""
    lines.append(page.write((OUTCOMES.get(status, status) + reason, ""), first="结果："))
    return "\n".join(lines)


def _meaning(mention: Mention) -> str:
    if not mention.senses and mention.value is None:
        return "没有读懂"
    meant = dict.fromkeys(
        " ".join([KINDS.get(sense.kind, sense.kind), *sense.atoms]) for sense in mention.senses
    )
    if mention.value is not None:
        meant[f"数字 {mention.value}"] = None
    return "；".join(meant)
