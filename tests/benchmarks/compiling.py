"""What compiling costs beside jieba: its start for the smallest file, and characters a second; asserts nothing.

python tests/benchmarks/compiling.py [--runs N]
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import process_time

from assistant.compiler.report import Compiler
from assistant.folders import knowledge_folder

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.bench import ROOT, Row, interleaved, print_table

SMALLEST = "临江县人民政府2023年政府信息公开工作年度报告\n一、概述\n全年主动公开信息12条。\n"
CARD = {"id": "big", "title": "报告", "organ": "清远市人民政府", "place": "清远市", "year": "2013"}
# jieba's own tagger, with its dictionary read from its own cache.
JIEBA = """
import sys, jieba
jieba.setLogLevel("ERROR")
jieba.dt.tmp_dir = sys.argv[1]
import jieba.posseg
list(jieba.posseg.cut(sys.argv[2]))
"""
PER = 100_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="how often each thing is measured")
    runs = parser.parse_args().runs
    print_table("A whole process for the smallest file, ms of the processor", starts(runs))
    print_table("A report in one process, ms of the processor for 100,000 characters", steady(runs))


def starts(runs: int) -> Iterator[Row]:
    """`python -m assistant compile`, beside jieba's tagger and its first cut in a process of its own."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "small.txt"
        file.write_text(SMALLEST, encoding="utf-8")
        took = interleaved(
            {
                "compile": partial(compiled, file),
                "jieba": partial(spent, "-c", JIEBA, place, SMALLEST),
                "empty": partial(spent, "-c", ""),
            },
            runs,
        )
    yield "python -m assistant compile small.txt", took["compile"], None
    yield "jieba.posseg: import and first cut", took["jieba"], took["compile"] / took["jieba"]
    yield "python -c '' (the interpreter alone)", took["empty"], None


def compiled(file: Path) -> float:
    """The start of a run for a store that is new each time, for else nothing is compiled."""
    with tempfile.TemporaryDirectory() as fresh:
        store = str(Path(fresh) / "reports.db")
        return spent("-m", "assistant", "compile", str(file), "--store", store)


def spent(*words: str) -> float:
    """The processor's time of a process, its own and the system's."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    quiet = subprocess.DEVNULL
    subprocess.run([sys.executable, *words], cwd=ROOT, stdout=quiet, stderr=quiet, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def steady(runs: int) -> Iterator[Row]:
    """The bundled report read again and again, beside `jieba.lcut` of the same text."""
    import jieba

    knowledge = knowledge_folder()
    source = (knowledge / "reports" / "qingyuan-2013" / "source.txt").read_text(encoding="utf-8")
    compiler = Compiler(knowledge / "terms")
    jieba.setLogLevel("ERROR")

    def read() -> float:
        began = process_time()
        compiler.read(source, CARD)
        return (process_time() - began) * PER / len(source)

    def cut() -> float:
        began = process_time()
        jieba.lcut(source)
        return (process_time() - began) * PER / len(source)

    took = interleaved({"read": read, "cut": cut}, runs)
    yield "Compiler.read", took["read"], None
    yield "jieba.lcut", took["cut"], took["read"] / took["cut"]


if __name__ == "__main__":
    main()
