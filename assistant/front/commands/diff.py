"""`gongkai diff`: what another compilation changed, for an editor who signs it off."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.front.states import State, read_state
from assistant.front.stored import parts_of
from assistant.front.streams import DONE, NO, UsageError, print_json, progress

if TYPE_CHECKING:
    from assistant.differences import AnswerChange, FactChange, FieldChange, ReportChange
    from assistant.model import Figure, Statement

FIELDS = {
    "id": "编号",
    "title": "标题",
    "organ": "机关",
    "place": "地区",
    "year": "年份",
    "url": "网址",
    "kind": "类型",
    "value": "数值",
    "unit": "单位",
    "bound": "约数",
    "text": "数字",
    "what": "指标",
    "who": "机关",
    "where": "地区",
    "when": "期间",
    "part_of": "所属总数",
    "group": "同组",
    "table": "表",
    "row": "行",
    "column": "列",
    "measure": "官方指标",
    "member": "分项",
    "quote": "原文",
    "printed": "更正前",
    "note": "更正说明",
    "items": "列举项",
    "heading": "标题句",
    "status": "状态",
    "reason": "拒答原因",
    "polarity": "是否",
    "values": "数值",
    "citations": "出处",
}
ANSWER_FIELDS = {"text": "答复"}
CHANGES = {"gained": "+", "lost": "-", "changed": "~"}
NOTHING = "（无）"


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    about = "报告库（SQLite 文件的路径或 postgresql:// 地址）、库#编号，或编译好的报告文件夹"
    parser.add_argument("old", metavar="旧", help=f"旧的一份：{about}")
    parser.add_argument("new", metavar="新", help="新的一份，写法相同")
    asked = "问题文件（JSONL，每行有 q，可有 id、ctx）：逐题对照两份的答复"
    parser.add_argument("--questions", metavar="文件", help=asked, type=Path)
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def needs(options: argparse.Namespace) -> tuple[str, ...]:
    """The parts that the states need, see `assistant.parts`."""
    return parts_of(options.old, options.new)


def run(options: argparse.Namespace) -> int:
    """Show what was gained, lost and changed; 1 where there is a difference."""
    from assistant.differences import compare_reports

    questions = read_questions(options.questions) if options.questions else []
    old, new = read_state(options.old), read_state(options.new)
    changes = [c for c in compare_reports(old.reports, new.reports) if c.change != "same"]
    answers = list(_answers(old, new, questions)) if questions else []
    if options.json:
        print_json(
            {
                "same": not (changes or answers),
                "reports": [change.to_dict() for change in changes],
                "questions": {
                    "asked": len(questions),
                    "changed": [change.to_dict() for change in answers],
                },
            }
        )
    else:
        print("\n".join(_lines(changes, answers, len(questions))))
    return NO if changes or answers else DONE


Question = tuple[str, str, tuple[str, ...]]


def read_questions(path: Path) -> list[Question]:
    """The questions of a file of JSON lines as `(id, question, earlier questions)`."""
    import json

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UsageError(f"{path}: 不是 UTF-8 文字，请另存为 UTF-8") from fault
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}，第{number}行"
        try:
            row = json.loads(line)
        except ValueError as fault:
            raise UsageError(f"{where}: 不是 JSON，请每行写一个对象") from fault
        question = row.get("q") if isinstance(row, dict) else None
        if not isinstance(question, str):
            raise UsageError(f'{where}: 缺少问题，请写成 {{"q": "…"}}')
        context = row.get("ctx") or []
        if not (isinstance(context, list) and all(isinstance(c, str) for c in context)):
            raise UsageError(f"{where}: ctx 要写成问题的列表")
        found.append((str(row.get("id", number)), question, tuple(context)))
    if not found:
        raise UsageError(f'{path}: 没有问题，请每行写一个 {{"q": "…"}}')
    return found


def _answers(old: State, new: State, questions: Sequence[Question]) -> Iterator[AnswerChange]:
    from assistant.differences import compare_answers

    before, after = old.ask(), new.ask()
    progress(f"对照 {len(questions)} 题的答复……")
    for identity, question, context in questions:
        change = compare_answers(identity, before(question, context), after(question, context))
        if change:
            yield change


# --------------------------------------------------------------------------- as text


def _lines(
    changes: Sequence[ReportChange], answers: Sequence[AnswerChange], asked: int
) -> Iterator[str]:
    for change in changes:
        yield from _report(change)
        yield ""
    for answer in answers:
        yield f"~ 问题 {answer.id}：{answer.question}"
        yield from _fields(answer.fields, {**FIELDS, **ANSWER_FIELDS})
    if answers:
        yield ""
    yield _summary(changes, answers, asked)


def _report(change: ReportChange) -> Iterator[str]:
    if change.change != "changed":
        said = "新增" if change.change == "gained" else "消失"
        yield f"{CHANGES[change.change]} 报告 {change.report}：{said}（{change.facts} 条数据和陈述）"
        return
    yield f"~ 报告 {change.report}{'：原文有改动' if change.source else ''}"
    yield from _fields(change.card, FIELDS)
    for figure in change.figures:
        yield from _fact("数据", figure)
    for statement in change.statements:
        yield from _fact("陈述", statement)


def _fact(kind: str, change: FactChange[Figure] | FactChange[Statement]) -> Iterator[str]:
    fact = change.new or change.old
    assert fact
    yield f"  {CHANGES[change.change]} {kind} {_one_line(_named(fact))}（{fact.section}）"
    yield from _fields(change.fields, FIELDS, "      ")


def _named(fact: Figure | Statement) -> str:
    """The fact as an editor finds it: its quote; a cell with its labels."""
    row, column = getattr(fact, "row", ()), getattr(fact, "column", ())
    labels = " ".join((*row, *column))
    return f"“{fact.quote}”" + (f" {labels}" if labels else "")


def _fields(
    fields: Sequence[FieldChange], names: dict[str, str], indent: str = "    "
) -> Iterator[str]:
    for field in fields:
        old, new = (_one_line(side) or NOTHING for side in (field.old, field.new))
        yield f"{indent}{names.get(field.name, field.name)}：{old} → {new}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _summary(changes: Sequence[ReportChange], answers: Sequence[AnswerChange], asked: int) -> str:
    if not (changes or answers):
        return "没有差别" + (f"，{asked} 题的答复相同" if asked else "") + "。"
    facts = [figure.change for change in changes for figure in change.figures]
    facts += [statement.change for change in changes for statement in change.statements]
    counts = {name: facts.count(name) for name in CHANGES}
    said = f"新增 {counts['gained']}，消失 {counts['lost']}，改变 {counts['changed']}"
    text = f"{len(changes)} 份报告有差别：数据和陈述{said}" if changes else "报告没有差别"
    return text + (f"；{asked} 题中 {len(answers)} 题的答复不同" if asked else "") + "。"
