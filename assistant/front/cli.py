"""The command `gongkai`: one function a command, each importing only what it uses.

Data goes to standard output, messages and progress to standard error. Exit 0 done, 1 the answer is
no, 2 wrong use or bad input, said in one line.
"""

from __future__ import annotations

import argparse
import errno
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from assistant.errors import KnowledgeError, ReportError

if TYPE_CHECKING:
    from assistant.adversaries import Count, Tally
    from assistant.engine import Assistant
    from assistant.evaluation import Judged, Row, Summary
    from assistant.model import Answer, LedgerEntry, Report

DONE, NO, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
NAME = "gongkai"
FAULTS = {
    errno.ENOENT: "没有这个文件",
    errno.EACCES: "没有读写的权限",
    errno.EROFS: "所在的磁盘只能读",
    errno.ENOSPC: "磁盘已满",
}


class UsageError(ValueError):
    """The command was given what it cannot use; the message says what, and the mend."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these words (those of the process by default); the exit code."""
    _settle_streams()
    try:
        code = _dispatch(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except (UsageError, KnowledgeError, ReportError) as fault:
        return _complain(str(fault))
    except BrokenPipeError:
        return _leave_quietly()
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as fault:
        where = f"{fault.filename}: " if fault.filename else "标准输出: "
        if not fault.filename:
            _leave_quietly()
        return _complain(
            f"{where}{FAULTS.get(fault.errno or 0, '不能读写')}，请检查路径、权限和磁盘空间"
        )
    return code


def _dispatch(words: list[str]) -> int:
    if sys.stdout is None:
        raise UsageError("标准输出已关闭，没有地方写结果，请不要关闭它")
    if not words:
        from assistant.front.repl import run

        return run()
    first, rest = words[0], words[1:]
    if first in ("-h", "--help"):
        print(_overview())
        return DONE
    if first == "--version":
        from assistant import __version__

        print(f"{NAME} {__version__}")
        return DONE
    if first not in COMMANDS:
        raise UsageError(_no_such_command(first))
    command = COMMANDS[first]
    parser = _Parser(f"{first} {command.words}".strip(), command.summary)
    command.declare(parser)
    options = rest[: rest.index("--")] if "--" in rest else rest
    if {"-h", "--help"} & set(options):
        print(parser.format_help(), end="")
        return DONE
    # Options may stand anywhere, but behind -- every word is as it is.
    return command.run(
        parser.parse_args(rest) if "--" in rest else parser.parse_intermixed_args(rest)
    )


# --------------------------------------------------------------------------- ask


def _declare_ask(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "question",
        nargs="*",
        metavar="问题",
        help="要问的问题；写 - 或不写，从标准输入读，每行一问",
    )
    add("--json", action="store_true", help="每个答案输出一行 JSON")
    add("--jsonl", action="store_true", help="成批问答：每行读一个 {id, q, ctx}，写一个答案")
    add("--report", nargs="+", action="extend", default=[], metavar="编号", help="只用这些报告")


def _ask(options: argparse.Namespace) -> int:
    piped = options.question == ["-"] or not (options.question or _at_terminal())
    asked = [] if piped else options.question
    if options.jsonl:
        if asked:
            raise UsageError("--jsonl 从标准输入读问题，请去掉命令行上的问题")
        return _batch(_load(options.report))
    _must_be_text(*asked)
    questions = _piped() if piped else iter([" ".join(asked)] if asked else [])
    first = next(questions, None)
    if first is None:
        raise UsageError(f"没有问题，请写成：{NAME} ask 连州市进驻多少项")
    assistant = _load(options.report)
    code = _answer(first, assistant, options.json)
    for question in questions:
        if not options.json:
            print()
        code = max(code, _answer(question, assistant, options.json))
    return code


def _answer(question: str, assistant: Assistant, as_json: bool) -> int:
    trace = assistant.explain(question)
    answer = trace.answer
    if as_json:
        _print_json(answer.to_dict())
    else:
        from assistant.front.render import bars, render

        shown = render(answer, _color(), _width()) + bars(trace.finding, answer)
        print(shown, flush=True)
    return DONE if answer.status in ("answered", "chat") else NO


def _piped() -> Iterator[str]:
    """The questions on standard input, one a line."""
    for number, line in enumerate(_input(), 1):
        question = line.decode("utf-8", "surrogateescape").lstrip("\ufeff").strip()
        if not _is_text(question):
            raise UsageError(f"标准输入:{number}: 不是 UTF-8 文字，请转换编码后再试")
        if question:
            yield question


# --------------------------------------------------------------------------- ask --jsonl

INFINITE = float("inf")


class _Asked(NamedTuple):
    """A line of the batch protocol: the question, or what is wrong with the line."""

    id: str | int | float
    question: str
    history: tuple[str, ...] = ()
    fault: str = ""


def _batch(assistant: Assistant) -> int:
    """An answer object for every line, each before the next line is read."""
    for number, line in enumerate(_input(), 1):
        asked = _read_line(line, number)
        if asked.fault:
            answer = _bad_input(asked, number, assistant)
        else:
            answer = assistant.answer(asked.question, asked.history)
        _print_json({**answer.to_dict(), "id": asked.id})
    return DONE


def _bad_input(asked: _Asked, number: int, assistant: Assistant) -> Answer:
    from assistant.model import Answer

    text = assistant.wording["bad_input"].format(line=number, fault=asked.fault)
    return Answer(asked.question, "unanswered", text, reason="bad_input")


def _read_line(line: bytes, number: int) -> _Asked:
    try:
        text = line.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
        row = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return _Asked(str(number), "", fault="不是有效的 JSON")
    if not isinstance(row, dict):
        return _Asked(str(number), "", fault="不是 JSON 对象")
    return _read_row(row, str(number))


def _read_row(row: Mapping[str, Any], number: str) -> _Asked:
    given, question, history = row.get("id"), row.get("q"), row.get("ctx")
    readable = _identity(given)
    identity = number if readable is None else readable
    earlier = history if isinstance(history, list) else []
    if "q" not in row:
        return _Asked(identity, "", fault="没有 q")
    if not isinstance(question, str):
        return _Asked(identity, "", fault="q 不是文字")
    if not _is_text(question):
        return _Asked(identity, "", fault="q 不是有效的 UTF-8 文字")
    if earlier is not history and history is not None:
        return _Asked(identity, question, fault="ctx 不是列表")
    if not all(isinstance(item, str) and _is_text(item) for item in earlier):
        return _Asked(identity, question, fault="ctx 里有的不是文字")
    return _Asked(identity, question, tuple(earlier))


def _identity(given: object) -> str | int | float | None:
    """What may stand as an id in the answer: text or a number, none of it unreadable."""
    if isinstance(given, str):
        return given if _is_text(given) else None
    if isinstance(given, int | float) and not isinstance(given, bool) and abs(given) != INFINITE:
        return given
    return None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


# --------------------------------------------------------------------------- explain


def _declare_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="+", metavar="问题", help="要看读法的问题")


def _explain(options: argparse.Namespace) -> int:
    from assistant.front.trace import render_trace

    _must_be_text(*options.question)
    assistant = _load()
    trace = assistant.explain(" ".join(options.question))
    print(render_trace(trace, assistant, _color(), _width()))
    return DONE


# --------------------------------------------------------------------------- compile


def _declare_compile(parser: argparse.ArgumentParser) -> None:
    about = "报告文件夹，内有 source.txt 和 card.yaml；不写则编译全部报告"
    parser.add_argument("folders", nargs="*", metavar="文件夹", help=about, type=Path)


def _compile(options: argparse.Namespace) -> int:
    from assistant.compiler.bundle import write_bundle
    from assistant.compiler.report import Compiler
    from assistant.folders import knowledge_folder
    from assistant.records import write_report

    knowledge = knowledge_folder()
    shelf = (knowledge / "reports").resolve()
    folders = options.folders or sorted(card.parent for card in shelf.glob("*/card.yaml"))
    if not folders:
        raise ReportError(f"{shelf}: 没有报告，请放入带 source.txt 和 card.yaml 的文件夹")
    for folder in folders:
        if not folder.is_dir():
            raise ReportError(f"{folder}: 没有这个文件夹，请检查路径")
    compiler = Compiler(knowledge / "terms")
    for folder in folders:
        report = compiler.compile(folder)
        if folder.resolve().parent == shelf and folder.resolve().name != report.id:
            raise ReportError(
                f"{folder / 'card.yaml'}: id 是「{report.id}」，请改成与文件夹同名或给文件夹改名"
            )
        write_report(report, folder)
        _progress(f"{report.id}：{_size(report)}")
    if any(folder.resolve().parent == shelf for folder in folders):
        _progress(f"已写入 {write_bundle(knowledge)}")
    return DONE


def _size(report: Report) -> str:
    return (
        f"{len(report.figures)}条数据，{len(report.statements)}条陈述，"
        f"{len(report.ledger)}处数字入台账"
    )


# --------------------------------------------------------------------------- what is loaded


def _declare_reports(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def _reports(options: argparse.Namespace) -> int:
    reports = _load().reports
    if options.json:
        _print_json([_card(report) for report in reports])
        return DONE
    from assistant.front.render import table

    rows = [
        (r.id, str(r.year), str(len(r.figures)), str(len(r.statements)), r.title) for r in reports
    ]
    print(table([("编号", "年份", "数据", "陈述", "标题"), *rows]))
    return DONE


def _card(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "title": report.title,
        "organ": report.organ,
        "place": report.place,
        "year": report.year,
        "url": report.url,
        "digest": report.digest,
        "characters": len(report.source),
        "figures": len(report.figures),
        "statements": len(report.statements),
    }


def _declare_source(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", metavar="编号", help="报告的编号，见 gongkai reports")


def _source(options: argparse.Namespace) -> int:
    report = _only(options.report)
    sys.stdout.flush()
    sys.stdout.buffer.write(report.source.encode())
    return DONE


def _declare_ledger(parser: argparse.ArgumentParser) -> None:
    _declare_source(parser)
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def _ledger(options: argparse.Namespace) -> int:
    report = _only(options.report)
    rows = tuple(_ledger_rows(report))
    if options.json:
        _print_json([{**_entry(entry), "what": what} for entry, what in rows])
        return DONE
    from assistant.front.render import table

    cells = [(str(e.start), e.text, e.figure or "—", what or e.reason) for e, what in rows]
    print(table([("位置", "数字", "数据", "指什么，或不算数据的原因"), *cells]))
    return DONE


def _ledger_rows(report: Report) -> Iterator[tuple[LedgerEntry, str]]:
    from assistant.naming import subject

    figures = {figure.id: figure for figure in report.figures}
    for entry in report.ledger:
        figure = figures.get(entry.figure or "")
        yield entry, (subject(figure, report) or figure.quote) if figure else ""


def _entry(entry: LedgerEntry) -> dict[str, Any]:
    return {
        "start": entry.start,
        "end": entry.end,
        "text": entry.text,
        "figure": entry.figure,
        "reason": None if entry.figure else entry.reason,
    }


# --------------------------------------------------------------------------- eval


def _declare_eval(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="文件", help="问题文件（JSONL）", type=Path)
    choices = ("all", "wrong", "none")
    about = "逐题列出：all 全部，wrong 不正确的（默认），none 不列"
    parser.add_argument("--show", choices=choices, default="wrong", metavar="范围", help=about)
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def _eval(options: argparse.Namespace) -> int:
    from assistant.evaluation import Judged, Mark, judge, read_questions, summarise

    questions = [question for path in options.files for question in read_questions(path)]
    assistant = _load()
    sources = {report.id: report.source for report in assistant.reports}
    judged = []
    for question in questions:
        answer = assistant.answer(question.question, question.history)
        judged.append(Judged(question, answer, judge(question, answer, sources)))
    shown = [
        j
        for j in judged
        if options.show == "all" or (options.show == "wrong" and j.verdict.mark != Mark.RIGHT)
    ]
    summary = summarise(judged)
    if options.json:
        _print_json({**_counts(summary), "questions": [_judged(j) for j in shown]})
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
    parts.append(f"{table([_score(row) for row in total])}\n{misled}")
    return "\n\n".join(parts)


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
    }


# --------------------------------------------------------------------------- adversaries


def _declare_adversaries(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("reports", nargs="*", metavar="编号", help="报告的编号；不写则问全部报告")
    add("--limit", type=_natural, metavar="数", help="每份报告最多问这么多题，不写则全问")
    add("--seed", type=_natural, default=0, metavar="数", help="换一个数就换一批题，默认0")
    about = "列出误导和漏答各多少题，默认10"
    add("--show", type=_natural, default=10, metavar="数", help=about)
    add("--json", action="store_true", help="每份报告输出一行 JSON")


def _natural(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError("no natural number")
    return int(text)


def _adversaries(options: argparse.Namespace) -> int:
    from assistant.adversaries import run

    wanted = options.reports or [report.id for report in _load().reports]
    misled = 0
    for number, identity in enumerate(wanted):
        tally = run(_load([identity]), identity, options.limit, options.seed, _asked_so_far)
        misled += len(tally.misled)
        if options.json:
            _print_json(_tally(tally, options.show))
        else:
            print("\n" * (number > 0) + _tally_text(tally, options.show), flush=True)
    return NO if misled else DONE


def _asked_so_far(done: int, whole: int) -> None:
    _progress(f"已问{done}/{whole}题")


def _tally_text(tally: Tally, shown: int) -> str:
    """The tally as tables, then what misled and what was missed."""
    from assistant.adversaries.material import load_material
    from assistant.front.render import table

    material = load_material()
    heads = ("问", "对", "反问", "拒答", "误导")

    def rows(title: str, counts: Sequence[Count], group: str = "") -> str:
        named = ((material.label(group, c.name), c) for c in counts)
        cells = [
            (n, *map(str, (c.asked, c.right, c.clarified, c.refused, c.misled))) for n, c in named
        ]
        return table([(title, *heads), *cells])

    said = f"回答率{tally.recall:.2%}，误导{len(tally.misled)}题"
    parts = [
        f"{tally.report}：共问{tally.asked}题\n{said}",
        rows("题目", (tally.answerable, tally.twins), "tally"),
        rows("写法", tally.noises, "noises"),
        rows("断言", tally.claims, "claims"),
        rows("对照", tally.twin_kinds, "twins"),
        rows("问法", tally.frames),
    ]
    for title, examples in (("误导", tally.misled), ("漏答", tally.missed)):
        if examples and shown:
            lines = [
                f"{e.asked.text}\n  应答：{e.wanted}\n  实答：{e.said}" for e in examples[:shown]
            ]
            parts.append(f"{title}{len(examples)}题，列出{len(lines)}题\n" + "\n".join(lines))
    return "\n\n".join(parts)


def _tally(tally: Tally, shown: int) -> dict[str, Any]:
    from dataclasses import asdict

    whole = {**asdict(tally), "asked": tally.asked, "recall": f"{tally.recall:.4f}"}
    for name in ("misled", "missed"):
        whole[f"{name}_examples"] = whole[name][:shown]
        whole[name] = len(whole[name])
    return whole


# --------------------------------------------------------------------------- verify


def _declare_verify(parser: argparse.ArgumentParser) -> None:
    about = "答案文件：一个答案、答案的数组，或每行一个答案；写 - 从标准输入读"
    parser.add_argument("file", metavar="文件", help=about)
    parser.add_argument("--json", action="store_true", help="每个答案输出一行 JSON")


def _verify(options: argparse.Namespace) -> int:
    from assistant import proof

    piped = options.file == "-"
    given = b"".join(_input()) if piped else Path(options.file).read_bytes()
    try:
        answers = proof.read_answers(given)
    except proof.Unreadable as fault:
        raise UsageError(f"{'标准输入' if piped else _shown(options.file)}: {fault}") from None
    try:
        sources = proof.read_sources(proof.knowledge_folder())
    except proof.Unreadable as fault:
        raise ReportError(str(fault)) from None
    code = DONE
    for place, answer in answers:
        faults = proof.check(answer, sources)
        code = NO if faults else code
        if options.json:
            row = {"place": place, "id": answer.get("id"), "ok": not faults}
            row["faults"] = [{"kind": f.kind, "detail": f.detail} for f in faults]
            _print_json(row)
            continue
        for kind, detail in ((proof.KINDS[f.kind], f.detail) for f in faults):
            print(f"{place}：{kind}：{' '.join(detail.split())}")
        if not faults:
            print(f"{place}：OK")
    return code


# --------------------------------------------------------------------------- the commands


class _Command(NamedTuple):
    words: str
    summary: str
    declare: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


COMMANDS: Mapping[str, _Command] = {
    "ask": _Command(
        "[问题 …] [--json | --jsonl] [--report 编号 …]", "回答问题，并附出处", _declare_ask, _ask
    ),
    "explain": _Command("问题 …", "逐词说明一个问题是怎样读的", _declare_explain, _explain),
    "compile": _Command("[文件夹 …]", "把报告编译成数据和陈述", _declare_compile, _compile),
    "reports": _Command("[--json]", "列出已载入的报告", _declare_reports, _reports),
    "source": _Command("编号", "输出报告原文，出处的位置都按它计数", _declare_source, _source),
    "ledger": _Command("编号 [--json]", "列出报告里的每个数字和它的去向", _declare_ledger, _ledger),
    "verify": _Command("文件 [--json]", "不靠引擎，独立核对答案的证据", _declare_verify, _verify),
    "eval": _Command(
        "文件 … [--show all|wrong|none] [--json]", "用问题文件给答案打分", _declare_eval, _eval
    ),
    "adversaries": _Command(
        "[编号 …] [--limit 数] [--seed 数] [--show 数] [--json]",
        "用自编的题目考验：能答的要答对，不能答的要拒答",
        _declare_adversaries,
        _adversaries,
    ),
}

# What argparse says in English, and the same in Chinese.
SAID = (
    (r"unrecognized arguments: (.+)", "不认识的参数：{}"),
    (r"the following arguments are required: (.+)", "缺少参数：{}"),
    (r"argument (\S+): expected (?:at least )?one argument", "{} 后面要写内容"),
    (r"argument (\S+): ignored explicit argument (.+)", "{} 后面不用写内容，却写了{}"),
    (r"argument (\S+): no natural number", "{} 要写不带符号的整数"),
    (r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)", "{} 不能是{}，可用的是：{}"),
)


# Said here, for else argparse measures the terminal for every option, and loads what that needs.
HELP_WIDTH = 100


class _Parser(argparse.ArgumentParser):
    """Says in one Chinese line what is wrong with the words of a command."""

    def __init__(self, usage: str, summary: str) -> None:
        super().__init__(
            prog=f"{NAME} {usage.split(maxsplit=1)[0]}",
            usage=f"{NAME} {usage}",
            description=summary,
            add_help=False,
            allow_abbrev=False,
            formatter_class=lambda prog: argparse.HelpFormatter(prog, width=HELP_WIDTH),
        )
        self.add_argument("-h", "--help", action="store_true", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        matches = ((re.fullmatch(pattern, message), said) for pattern, said in SAID)
        said = next((said.format(*found.groups()) for found, said in matches if found), "参数不对")
        said = said.replace("'", "").replace(", ", "、")
        raise UsageError(f"{said}。用法见 {self.prog} --help")

    def format_help(self) -> str:
        text = super().format_help().replace("usage: ", "用法：", 1)
        return text.replace("positional arguments:", "参数：").replace("options:", "选项：")


def _overview() -> str:
    lines = [
        "按政府信息公开年度报告回答问题，并附出处。",
        "",
        f"用法：{NAME} [命令] …",
        "",
        "命令：",
    ]
    lines.append(f"  {'':13}不写命令，进入对话")
    lines += [f"  {name:13}{command.summary}" for name, command in COMMANDS.items()]
    lines += ["", f"  {NAME} 命令 --help 显示命令的用法，{NAME} --version 显示版本。"]
    return "\n".join(lines)


def _no_such_command(word: str) -> str:
    if word.startswith("-"):
        return f"不认识的参数：{_shown(word)}。用法见 {NAME} --help"
    known = "、".join(COMMANDS)
    return f"没有命令“{_shown(word)}”，可用的是：{known}。要提问请写成：{NAME} ask 问题"


# --------------------------------------------------------------------------- the process


def _load(reports: Sequence[str] = ()) -> Assistant:
    """The assistant over these reports, or all."""
    from assistant.engine import Assistant

    return Assistant(reports=reports)


def _only(identity: str) -> Report:
    assistant = _load([identity])
    return next(report for report in assistant.reports if report.id == identity)


def _at_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _input() -> Iterable[bytes]:
    """The lines of standard input; none where it is closed."""
    return () if sys.stdin is None else sys.stdin.buffer


def _is_text(text: str) -> bool:
    """Is this well-formed text, without bytes or halves of characters that could not be decoded?"""
    return not re.search("[\ud800-\udfff]", text)


def _must_be_text(*words: str) -> None:
    if not all(map(_is_text, words)):
        raise UsageError("问题不是有效的 UTF-8 文字，请检查终端的编码")


def _shown(word: str) -> str:
    return word.encode("utf-8", "replace").decode()


def _print_json(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False), flush=True)


def _progress(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def _complain(message: str) -> int:
    print(f"{NAME}: {' '.join(message.split())}", file=sys.stderr)
    return WRONG_USE


def _color() -> bool:
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def _width() -> int | None:
    return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else None


def _settle_streams() -> None:
    """UTF-8 for programs; to a terminal its own encoding, with escapes for what it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _leave_quietly() -> int:
    """Nobody reads on: let what is still unwritten go nowhere when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
