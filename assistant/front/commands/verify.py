"""`gongkai verify`: the proof of answers, without the engine."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import ReportError
from assistant.front.stored import add_store, open_reports
from assistant.front.streams import DONE, NO, UsageError, input_lines, print_json, shown

if TYPE_CHECKING:
    from assistant.proof import Source
    from assistant.store import Store


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    about = "答案文件：一个答案、答案的数组，或每行一个答案；写 - 从标准输入读"
    parser.add_argument("file", metavar="文件", help=about)
    parser.add_argument("--json", action="store_true", help="每个答案输出一行 JSON")
    add_store(parser)


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
        sources = _sources(options)
    except proof.Unreadable as fault:
        raise ReportError(str(fault)) from None
    code = DONE
    for place, answer in answers:
        try:
            faults = proof.check(answer, sources)
        except proof.Unreadable as fault:
            raise ReportError(str(fault)) from None
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


def _sources(options: argparse.Namespace) -> Mapping[str, Source]:
    from assistant import proof

    if options.store is None:
        return proof.read_sources(proof.knowledge_folder())
    return _Stored(open_reports(options))


class _Stored(Mapping[str, "Source"]):
    """The sources in a store, each read when it is looked up."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: dict[str, Source] = {}

    @cached_property
    def _ids(self) -> dict[str, None]:
        return dict.fromkeys(card.id for card in self._store.cards())

    def __getitem__(self, identity: str) -> Source:
        from assistant.proof import Source, corrections

        if identity not in self._ids:
            raise KeyError(identity)
        if identity not in self._read:
            r = self._store.report(identity)
            corrected = corrections(asdict(figure) for figure in r.figures)
            self._read[identity] = Source(r.source, r.digest, r.title, corrected)
        return self._read[identity]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)
