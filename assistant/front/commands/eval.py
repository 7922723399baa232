"""`gongkai eval`: question files scored for knowledge editors."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.front.progress import Progress
from assistant.front.stored import add_reports, open_assistant
from assistant.front.streams import DONE, NO, print_json

if TYPE_CHECKING:
    from assistant.evaluation import Judged, Refusals, Row, Summary


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    parser.add_argument("files", nargs="+", metavar="文件", help="问题文件（JSONL）", type=Path)
    choices = ("all", "wrong", "none")
    about = "逐题列出：all 全部，wrong 不正确的（默认），none 不列"
    parser.add_argument("--show", choices=choices, default="wrong", metavar="范围", help=about)
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    add_reports(parser)


def run(options: argparse.Namespace) -> int:
    """Score the answers to these files; 1 where one is not right."""
    from assistant.evaluation import Judged, Mark, judge, read_questions, summarise

    questions = [question for path in options.files for question in read_questions(path)]
    assistant = open_assistant(options)
    sources = {report.id: report.source for report in assistant.reports}
    judged, asked = [], Progress(len(questions), "评分", "题")
    for question in questions:
        answer = assistant.answer(question.question, question.history)
        judged.append(Judged(question, answer, judge(question, answer, sources)))
        asked.advance()
    asked.close()
    shown = [
        j
        for j in judged
        if options.show == "all" or (options.show == "wrong" and j.verdict.mark != Mark.RIGHT)
    ]
    summary = summarise(judged)
    if options.json:
        print_json({**_counts(summary), "questions": [_judged(j) for j in shown]})
    else:
        print(_scores(shown, summary))
    return DONE if summary.whole.right == summary.whole.total else NO


def _scores(shown: Sequence[Judged], summary: Summary) -> str:
    from assistant.front.render import table

    parts = []
    if shown:
        rows = [
            (
                j.verdict.mark.label,
                j.expectation.id,
                j.expectation.question,
                "；".join(j.verdict.reasons),
            )
            for j in shown
        ]
        parts.append(table(rows))
    for title, group in (("按题型", summary.kinds), ("按写法", summary.noises)):
        parts.append(f"{title}\n{table([_score(row) for row in group], '  ')}")
    total = (summary.whole, summary.answerable, summary.refusable)
    misled = f"误导（数字错误、不该回答）{summary.whole.misled}题"
    parts.append(
        f"{table([_score(row) for row in total])}\n{misled}\n{_refusals(summary.refusals)}"
    )
    return "\n\n".join(parts)


def _refusals(found: Refusals) -> str:
    return (
        f"本可回答而没有作答{found.total}题，其中列出了答案所在原文的{found.helped}题，"
        f"说报告里没有的{found.denied}题"
    )


def _score(row: Row) -> tuple[str, str, str]:
    others = "，".join(f"{mark.label}{count}" for mark, count in row.marks if mark != "right")
    return row.name, f"{row.right}/{row.total}", others


def _counts(summary: Summary) -> dict[str, Any]:
    whole = summary.whole
    return {
        "total": whole.total,
        "right": whole.right,
        "misled": whole.misled,
        "marks": {str(mark): count for mark, count in whole.marks},
        "refusals": {
            "total": summary.refusals.total,
            "helped": summary.refusals.helped,
            "denied": summary.refusals.denied,
        },
        "by": [
            {"name": row.name, "total": row.total, "marks": {str(m): n for m, n in row.marks}}
            for row in (summary.answerable, summary.refusable, *summary.kinds, *summary.noises)
        ],
    }


def _judged(judged: Judged) -> dict[str, Any]:
    return {
        "id": judged.expectation.id,
        "question": judged.expectation.question,
        "mark": str(judged.verdict.mark),
        "label": judged.verdict.mark.label,
        "reasons": list(judged.verdict.reasons),
        "text": judged.answer.text,
        "passages": [passage.to_dict() for passage in judged.answer.passages],
    }
