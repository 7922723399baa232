"""What a question costs among 1, 100 and 2,000 reports of a store; prints a table, asserts nothing.

python tests/benchmarks/stores.py [--runs N]

The reports are generated ones. One is real, and asked; the others are its copies under cards of
their own, for a question reads their cards and nothing else of them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from assistant import Assistant
from assistant.compiled import make_index
from assistant.compiler.report import Compiler
from assistant.folders import knowledge_folder
from assistant.knowledge import read_compiled
from assistant.model import Card
from assistant.store import Compiled, open_store, pack, terms_of

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.bench import interleaved, print_table
from tests.reports.generate import Made, reports

SIZES = (1, 100, 2000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="how often each thing is measured")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as place:
        paths = {size: Path(place) / f"{size}.db" for size in SIZES}
        question = fill(paths)
        print(question)
        print_table("A new assistant and its first answer, ms", first(paths, question, runs))
        print_table("A warm answer, ms", warm(paths, question, runs))


def fill(paths: dict[int, Path]) -> str:
    """Stores of these sizes; a question about the report that all of them have."""
    made = list(reports(max(paths), seed=1))
    whole = compiled(made[0])
    for size, path in paths.items():
        store = open_store(path, write=True)
        store.save(whole)
        for other in made[1:size]:
            card = Card(other.id, other.title, other.organ, other.place, other.year)
            store.save(replace(whole, summary=replace(whole.summary, card=card)))
        store.close()
    return f"{made[0].place}{made[0].year}年受理政府信息公开申请多少件"


def compiled(made: Made) -> Compiled:
    compiler = Compiler(knowledge_folder() / "terms")
    card = {"id": made.id, "title": made.title, "organ": made.organ, "place": made.place}
    report = compiler.read(made.text, {**card, "year": str(made.year)})
    terms = terms_of(read_compiled(knowledge_folder()))
    return pack(report, make_index(report, terms.names), terms.digest, "")


def assistant(path: Path) -> Assistant:
    return Assistant(store=open_store(path, lambda: terms_of(read_compiled(knowledge_folder()))))


def first(paths: dict[int, Path], question: str, runs: int) -> Iterator[tuple[str, float, None]]:
    def once(path: Path) -> float:
        began = perf_counter()
        assistant(path).answer(question)
        return perf_counter() - began

    took = interleaved({str(size): partial(once, path) for size, path in paths.items()}, runs)
    yield from ((f"{size} reports", took[str(size)], None) for size in paths)


def warm(paths: dict[int, Path], question: str, runs: int) -> Iterator[tuple[str, float, None]]:
    opened = {str(size): assistant(path) for size, path in paths.items()}
    texts = {one.answer(question).text for one in opened.values()}
    print(*texts, sep="\n")

    def once(one: Assistant) -> float:
        began = perf_counter()
        one.answer(question)
        return perf_counter() - began

    took = interleaved({size: partial(once, one) for size, one in opened.items()}, runs)
    yield from ((f"{size} reports", value, None) for size, value in took.items())


if __name__ == "__main__":
    main()
