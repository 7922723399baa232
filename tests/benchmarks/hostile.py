"""What files made to be too much cost to compile, in large, beside a reader of the same text; asserts nothing.

python tests/benchmarks/hostile.py [--characters N] [KIND…]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.bench import ROOT
from tests.compiler.hostile_files import PAGE, PAGES, TEXTS, TITLE

CHARACTERS = 100_000
PER = 100_000
ROWS = 1_000_000
# Each in a process of its own, so that its memory is its own; what it needs is loaded before the clock starts.
MEASURED = """
import json, resource, sys, time
from pathlib import Path
path = Path(sys.argv[1])
{prepare}
began = time.process_time()
said = {run}
took = time.process_time() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([took, peak, said]))
"""
COMPILE = {
    "prepare": """
from assistant.compiler.batch import Reader
from assistant.compiler.originals import Original
from assistant.folders import knowledge_folder
reader = Reader(knowledge_folder())
def run():
    done = reader.outcome(Original(path), "")
    return done.fault or f"{done.compiled.summary.figures} figures"
""",
    "run": "run()",
}
JIEBA = {
    "prepare": "import jieba; jieba.setLogLevel('ERROR'); jieba.initialize()",
    "run": "f'{len(jieba.lcut(path.read_text()))} words'",
}
HTML5LIB = {
    "prepare": "import html5lib; sys.setrecursionlimit(10**6)",
    "run": "f'{len(html5lib.parse(path.read_text()))} elements'",
}


class Cost(NamedTuple):
    """Seconds of the processor, the most memory in MiB, and what it ended in."""

    seconds: float
    memory: float
    said: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", help="which files; all where none is named")
    parser.add_argument("--characters", type=int, default=CHARACTERS, help="how large each is")
    asked = parser.parse_args()
    print(
        f"{'file':28}{'characters':>11}{'s':>8}{'s/100,000':>10}{'MiB':>6}  {'beside':10}", end=""
    )
    print(f"{'s':>8}{'MiB':>6}  ended in")
    for name, suffix, text in _files(asked.characters):
        if asked.kinds and name not in asked.kinds:
            continue
        with tempfile.TemporaryDirectory() as place:
            path = Path(place) / f"report{suffix}"
            path.write_text(text, encoding="utf-8")
            other = ("html5lib", HTML5LIB) if suffix == ".html" else ("jieba.lcut", JIEBA)
            ours, theirs = _cost(path, COMPILE), _cost(path, other[1])
        each = ours.seconds * PER / len(text)
        print(
            f"{name:28}{len(text):>11,}{ours.seconds:>8.2f}{each:>10.2f}{ours.memory:>6.0f}", end=""
        )
        print(f"  {other[0]:10}{theirs.seconds:>8.2f}{theirs.memory:>6.0f}  ", end="")
        print(ours.said.replace(str(path), path.name)[:60], flush=True)


def _files(characters: int) -> Iterator[tuple[str, str, str]]:
    for name, make in TEXTS.items():
        yield name, ".txt", TITLE + _sized(make, characters)
    for name, make in PAGES.items():
        yield f"page: {name}", ".html", PAGE + _sized(make, characters)
    yield "a million rows", ".txt", f"{TITLE}| 指标 | 数量 |\n" + "| 甲 | 5 |\n" * ROWS
    rows = "<tr><td>甲<td>5" * ROWS
    yield "page: a million rows", ".html", f"{PAGE}<table>{rows}</table>"
    yield "page: 100,000 nested", ".html", f"{PAGE}{'<div>' * 100_000}公开信息5条。"
    yield (
        "page: one cell over all",
        ".html",
        f"{PAGE}<table><tr><td rowspan=65534 colspan=1000>5</table>",
    )


def _sized(make: Callable[[int], str], characters: int) -> str:
    """A file of this kind with about so many characters."""
    return make(max(1, round(100 * characters / len(make(100)))))


def _cost(path: Path, what: dict[str, str]) -> Cost:
    words = [sys.executable, "-c", MEASURED.format(**what), str(path)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        return Cost(float("nan"), float("nan"), done.stderr.strip().splitlines()[-1])
    found: list[Any] = json.loads(done.stdout)
    return Cost(*found)


if __name__ == "__main__":
    main()
