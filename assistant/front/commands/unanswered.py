"""`gongkai unanswered`: what was asked in vain, by the word that nothing accounts for; and what is made of it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Any

from assistant.front.learning import VARIABLE, add_learn, learn_file
from assistant.front.stored import add_reports, open_assistant
from assistant.front.streams import (
    DONE,
    NAME,
    NO,
    UsageError,
    must_be_text,
    print_json,
    progress,
    shown,
)

if TYPE_CHECKING:
    from assistant.learning.acceptance import Prepared
    from assistant.learning.grouping import Group
    from assistant.learning.log import Log, Logged
    from assistant.learning.proposals import Proposal

Remarks = Mapping[str, tuple[str, ...]]
SHOWN = 20
ASKED = 2000
EXAMPLES = 3
HOW = f"{NAME} unanswered accept 词 名称 --question 问题"


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    add = parser.add_argument
    about = (
        "不写则归类列出；accept 词 名称：把词记作这个名称的另一种说法，并加一道回归问题；"
        "reject 词 名称：以后不再这样建议；forget 词 …：删去用到这些词的问题"
    )
    add("words", nargs="*", metavar="做什么", help=about)
    add_learn(parser, f"记下问题的文件，也可以用环境变量 {VARIABLE} 指明")
    add("--days", metavar="天", type=_natural, help="只看最近几天的问题")
    add("--limit", metavar="数", type=_natural, default=SHOWN, help=f"最多列几类，默认 {SHOWN}")
    add(
        "--question", metavar="问题", help="accept 时，加上以后应当能回答的问题；不写则用记下的问题"
    )
    add("--json", action="store_true", help="输出 JSON")
    add_reports(parser)


def _natural(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text) < 10**5):
        raise argparse.ArgumentTypeError("no natural number")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """List, accept or forget; 1 where nothing was asked in vain."""
    must_be_text(*options.words, options.question or "")
    match options.words:
        case []:
            return _list(options)
        case ["accept", word, name]:
            return _accept(word, name, options)
        case ["reject", word, name]:
            return _reject(word, name)
        case ["forget", *words] if words:
            return _forget(words, options)
    raise UsageError(
        f"做什么没有写对，请写成：{NAME} unanswered，或 {HOW}，"
        f"或 {NAME} unanswered reject 词 名称，或 {NAME} unanswered forget 词"
    )


def _open(options: argparse.Namespace) -> Log:
    from assistant.learning.log import Log

    path = learn_file(options)
    if path is None:
        raise UsageError(f"没有写明记下问题的文件，请用 --learn 文件，或环境变量 {VARIABLE}")
    return Log(path, make=False)


def _list(options: argparse.Namespace) -> int:
    from assistant.compiler.segment import Segmenter
    from assistant.folders import knowledge_folder
    from assistant.learning.grouping import grouped
    from assistant.learning.proposals import propose
    from assistant.learning.rejections import rejections

    with closing(_open(options)) as log:
        questions, remarks = log.questions(options.days), log.remarks()
    assistant = open_assistant(options)
    found = grouped(questions[:ASKED], assistant, Segmenter().words)
    groups = found.groups[: options.limit]
    turned_down = rejections(knowledge_folder())
    proposed = [(group, propose(group, assistant, rejected=turned_down)) for group in groups]
    if options.json:
        rows = [_row(group, proposals, remarks) for group, proposals in proposed]
        print_json({"groups": rows, "mended": found.mended})
    else:
        for at, (group, proposals) in enumerate(proposed, 1):
            print(_shown(at, group, proposals, remarks, assistant.wording["labels"]))
        total = sum(logged.count for logged in questions)
        print(
            f"共{len(questions)}个问题，{total}次；{found.mended}个现在已能回答；按词归为{len(found.groups)}类。"
        )
    if len(questions) > ASKED:
        progress(f"问题很多，只归类了最常问的{ASKED}个")
    return DONE if groups else NO


def _shown(
    at: int,
    group: Group,
    proposals: tuple[Proposal, ...],
    remarks: Remarks,
    labels: Mapping[str, Mapping[str, str]],
) -> str:
    reasons = labels["reasons"]
    about = "词表里没有这个词"
    if not group.word:
        about = "；".join(reasons.get(reason, "答了，但读者说没有用") for reason in group.reasons)
    elif group.known:
        about = f"认得这个词，{'；'.join(reasons.get(reason, reason) for reason in group.reasons)}"
    lines = [f"{at}. {group.word or '（没有不明白的词）'}  {group.count}次  {about}"]
    for example in group.examples[:EXAMPLES]:
        lines.append(f"   问过：{_asked(example.logged)}")
        said = remarks.get(example.logged.asked.question, ())
        lines += [f"     读者说：{remark}" for remark in said]
    for proposal in proposals:
        near = proposal.likeness
        how = labels["grounds"][near.ground].format(percent=near.percent, unit=near.unit)
        lines.append(f"   可能是“{proposal.name}”（{how}）")
        for question, answer in proposal.answers[:1]:
            first = answer.citations[0]
            lines.append(f"     那样“{question}”会答：{answer.text}")
            lines.append(f"     出处：《{first.title}》{first.section}“{first.quote}”")
        lines.append(f"     认可就运行：{NAME} unanswered accept {group.word} {proposal.name}")
    return shown("\n".join((*lines, "")))


def _asked(logged: Logged) -> str:
    asked = logged.asked
    before = f"（接“{asked.history[-1]}”）" if asked.history else ""
    unhelpful = f"，{logged.unhelpful}次说没有用" if logged.unhelpful else ""
    return f"{asked.question}{before}  {logged.count}次{unhelpful}"


def _row(group: Group, proposals: tuple[Proposal, ...], remarks: Remarks) -> dict[str, Any]:
    return {
        **{"word": group.word, "known": group.known, "count": group.count},
        "reasons": list(group.reasons),
        "questions": [
            {
                "question": logged.asked.question,
                "history": list(logged.asked.history),
                "reports": list(logged.asked.reports),
                **{"count": logged.count, "unhelpful": logged.unhelpful, "day": logged.asked.day},
                "remarks": list(remarks.get(logged.asked.question, ())),
            }
            for logged in (example.logged for example in group.examples)
        ],
        "proposals": [
            {
                **{"name": p.name, "counted": p.counted},
                **{"likeness": p.likeness.percent, "ground": p.likeness.ground},
                "answers": [{"question": q, "answer": a.to_dict()} for q, a in p.answers],
            }
            for p in proposals
        ],
    }


# --------------------------------------------------------------------------- accepting, forgetting


def _accept(word: str, name: str, options: argparse.Namespace) -> int:
    from assistant.folders import knowledge_folder
    from assistant.learning.acceptance import Wish, accept

    given = ((options.question, ()),) if options.question else _logged(word, options)
    progress("正在试用这个名称，并核对全部回归问题……")
    accepted = accept(Wish(word, name, given), knowledge_folder(), options.store, options.report)
    if options.json:
        print_json(_accepted(accepted))
        return DONE
    print(f"“{accepted.word}”已是“{name}”的另一种说法，写在 {accepted.place.path}")
    print(f"回归问题“{accepted.question}”写在 {accepted.held}，答案是：{accepted.answer.text}")
    print(f"核对了{accepted.checked.questions}道回归问题，答案都没有变。")
    for expected in accepted.checked.passing:
        print(f"原来答不好的“{expected.question}”现在答对了，已移到回归问题里。")
    print("要撤销，请用版本控制恢复这些文件。")
    return DONE


def _logged(word: str, options: argparse.Namespace) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The questions of the log that use the word, the most frequent first."""
    if learn_file(options) is None:
        raise UsageError(f"请写明一个用到“{shown(word)}”的问题：{HOW}")
    with closing(_open(options)) as log:
        asked = [logged.asked for logged in log.questions()]
    return tuple((one.question, one.history) for one in asked if word in one.question)


def _accepted(accepted: Prepared) -> dict[str, Any]:
    return {
        **{"word": accepted.word, "file": str(accepted.place.path), "table": accepted.place.table},
        **{"of": accepted.place.of, "question": accepted.question, "held": str(accepted.held)},
        **{"answer": accepted.answer.to_dict(), "checked": accepted.checked.questions},
        "passing": [expected.question for expected in accepted.checked.passing],
    }


def _reject(word: str, name: str) -> int:
    from assistant.folders import knowledge_folder
    from assistant.learning.rejections import FILE, reject

    folder = knowledge_folder()
    reject(word, name, folder)
    print(f"以后不再建议把“{word}”当作“{name}”；要改主意，请在 {folder / FILE} 里删去这一行")
    return DONE


def _forget(words: list[str], options: argparse.Namespace) -> int:
    with closing(_open(options)) as log:
        found = [
            q.asked.question for q in log.questions() if any(w in q.asked.question for w in words)
        ]
        log.forget(found)
    print(f"删去了{len(found)}个问题")
    return DONE if found else NO
