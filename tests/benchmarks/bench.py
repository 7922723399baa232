"""What an answer costs beside jieba and rank_bm25, measured in the same run; prints tables, asserts nothing.

python tests/benchmarks/bench.py [--runs N]      needs the extra `bench`
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from assistant import Assistant
from assistant.folders import knowledge_folder

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "连州市进驻多少项"
# For a checkout without question files.
QUESTIONS = (
    "全市有几个实体办事大厅",
    "英德市进驻多少项",
    "哪个县市区进驻事项最多",
    "英德市进驻事项比连州市少几项",
    "两个区进驻事项合计占全市百分之几",
    "门户网站发布多少条信息",
    "文件类信息多少条",
    "公报发给谁",
    "存在哪些问题",
    "1535是什么数",
    "2012年连州市进驻多少项",
    "你好",
)
SENTENCES = 1000
# The share of questions that may take no longer than what is said of them.
FEW = 0.99
# The child measures its own import and first cut, without the start of the interpreter.
JIEBA = """
import sys, time
began = time.perf_counter()
import jieba
jieba.setLogLevel("ERROR")
jieba.dt.tmp_dir = sys.argv[1]
list(jieba.cut(sys.argv[2]))
print(time.perf_counter() - began)
"""
Row = tuple[str, float, float | None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="how often each thing is measured")
    runs = parser.parse_args().runs
    print_table("A whole process, ms", processes(runs))
    questions = sample_questions()
    print_table(f"A warm answer, ms, over {len(questions)} questions", answers(questions, runs))


# --------------------------------------------------------------------------- whole processes


def processes(runs: int) -> Iterator[Row]:
    """`python -m assistant ask`, beside jieba's import and first cut, with and without its cache."""
    with tempfile.TemporaryDirectory() as kept:
        jieba_seconds(kept)
        took = interleaved(
            {
                "empty": partial(process_seconds, "-c", ""),
                "ask": partial(process_seconds, "-m", "assistant", "ask", QUESTION),
                "cached": partial(jieba_seconds, kept),
                "fresh": jieba_fresh_seconds,
            },
            runs,
        )
    ask = took["ask"]
    yield "python -c '' (the interpreter alone)", took["empty"], None
    yield f"python -m assistant ask {QUESTION}", ask, None
    yield "jieba: import and first cut, its cache present", took["cached"], ask / took["cached"]
    yield "jieba: import and first cut, no cache", took["fresh"], ask / took["fresh"]


def process_seconds(*words: str) -> float:
    began = perf_counter()
    subprocess.run([sys.executable, *words], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - began


def jieba_seconds(cache: str) -> float:
    words = [sys.executable, "-c", JIEBA, cache, QUESTION]
    return float(subprocess.run(words, capture_output=True, check=True, text=True).stdout)


def jieba_fresh_seconds() -> float:
    with tempfile.TemporaryDirectory() as cache:
        return jieba_seconds(cache)


# --------------------------------------------------------------------------- warm answers


def answers(questions: Sequence[str], runs: int) -> Iterator[Row]:
    """An answer with its proof, beside the best-scored of a thousand sentences."""
    import jieba

    jieba.setLogLevel("ERROR")
    assistant = Assistant()
    by_words = best_sentence(assistant, jieba.lcut)
    by_characters = best_sentence(assistant, list)
    took: dict[str, list[float]] = {}
    for question in questions:
        ways = {
            "answer": partial(seconds, assistant.answer, question),
            "words": partial(seconds, by_words, question),
            "characters": partial(seconds, by_characters, question),
            "cut": partial(seconds, jieba.lcut, question),
        }
        for name, value in interleaved(ways, runs).items():
            took.setdefault(name, []).append(value)
    answer, words, characters, cut = (
        median(took[name]) for name in ("answer", "words", "characters", "cut")
    )
    yield "Assistant.answer", answer, None
    yield "  of a hundred questions, one takes longer than", at_most(took["answer"]), None
    yield f"  the slowest question: {slowest(questions, took['answer'])}", max(took["answer"]), None
    yield f"rank_bm25, {SENTENCES} sentences, jieba's words", words, answer / words
    yield f"rank_bm25, {SENTENCES} sentences, characters", characters, answer / characters
    yield "jieba.lcut of the question alone", cut, answer / cut


def best_sentence(assistant: Assistant, cut: Callable[[str], list[str]]) -> Callable[[str], str]:
    """A search for the best sentence: cut the question, score every sentence, take the highest."""
    from rank_bm25 import BM25Okapi

    sentences = list(islice(cycle(sentences_of(assistant)), SENTENCES))
    ranked = BM25Okapi([cut(sentence) for sentence in sentences])
    return lambda question: sentences[int(ranked.get_scores(cut(question)).argmax())]


def sentences_of(assistant: Assistant) -> list[str]:
    """The sentences of the loaded reports; the thousand goes round them."""
    texts = "\n".join(report.source for report in assistant.reports)
    return [s for line in texts.splitlines() for s in line.split("。") if s.strip()]


def slowest(questions: Sequence[str], took: Sequence[float]) -> str:
    return max(zip(took, questions, strict=True))[1]


def at_most(took: Sequence[float]) -> float:
    """What ninety-nine of a hundred stay under."""
    return sorted(took)[int(len(took) * FEW)]


def seconds(act: Callable[[str], object], question: str) -> float:
    """The processor's time, which others on the machine disturb least."""
    began = process_time()
    act(question)
    return process_time() - began


def sample_questions() -> tuple[str, ...]:
    """The questions of `knowledge/questions/`, or else a list of our own."""
    files = sorted((knowledge_folder() / "questions").glob("*.jsonl"))
    rows = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    return tuple(json.loads(row)["q"] for row in rows if row.strip()) or QUESTIONS


# --------------------------------------------------------------------------- measuring


def interleaved(ways: Mapping[str, Callable[[], float]], runs: int) -> dict[str, float]:
    """The median of each way's runs; the ways take turns, so that a busy moment hits all alike."""
    for way in ways.values():
        way()
    rounds = [{name: way() for name, way in ways.items()} for _ in range(runs)]
    return {name: median(one[name] for one in rounds) for name in ways}


def print_table(title: str, rows: Iterable[Row]) -> None:
    print(f"\n{title}\n{'median':>10}  {'ours is':>8}")
    for name, value, ratio in rows:
        share = "" if ratio is None else f"{ratio:.0%} of"
        print(f"{value * 1000:10.2f}  {share:>8}  {name}", flush=True)


if __name__ == "__main__":
    main()
