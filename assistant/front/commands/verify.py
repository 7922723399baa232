"""`gongkai verify`: the proof of answers, without the engine."""

from __future__ import annotations

import argparse
from pathlib import Path

from assistant.errors import ReportError
from assistant.front.streams import DONE, NO, UsageError, input_lines, print_json, shown


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    about = "答案文件：一个答案、答案的数组，或每行一个答案；写 - 从标准输入读"
    parser.add_argument("file", metavar="文件", help=about)
    parser.add_argument("--json", action="store_true", help="每个答案输出一行 JSON")


def run(options: argparse.Namespace) -> int:
    """Check every answer against the sources; 1 where one has a fault."""
    from assistant import proof

    piped = options.file == "-"
    given = b"".join(input_lines()) if piped else Path(options.file).read_bytes()
    try:
        answers = proof.read_answers(given)
    except proof.Unreadable as fault:
        raise UsageError(f"{'标准输入' if piped else shown(options.file)}: {fault}") from None
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
            print_json(row)
            continue
        for kind, detail in ((proof.KINDS[f.kind], f.detail) for f in faults):
            print(f"{place}：{kind}：{' '.join(detail.split())}")
        if not faults:
            print(f"{place}：OK")
    return code
