"""Many reports compiled in several processes, each ready to be stored, in a stable order."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import NamedTuple

from assistant.compiled import make_index
from assistant.compiler.card import complete
from assistant.compiler.lasting import lasting
from assistant.compiler.originals import Original
from assistant.compiler.readers import read_source
from assistant.compiler.report import Compiler
from assistant.compiler.titled import read_title
from assistant.errors import KnowledgeError, ReportError
from assistant.records import senses_to_json
from assistant.store import Compiled, pack
from assistant.store.terms import rows_digest, terms_digest

HOUSE = Path(__file__).resolve().parent.parent
# The code that a report's facts and index depend on.
MAKERS = (
    *("compiler/**/*.py", "index/*.py", "language/*.py", "model/*.py", "store/packing.py"),
    *(f"{name}.py" for name in ("compiled", "lexicon", "places", "records")),
)
# Said of a report whose title stands nowhere.
MADE = "原文没有标题，按正文记作《{}》，不对就用 --title 写明"
# So many reports are under way or waiting to be stored, for each process.
AHEAD = 4


class Outcome(NamedTuple):
    """What became of one original: compiled, perhaps with a note for its editor, or the fault in one line."""

    original: Original
    compiled: Compiled | None
    fault: str = ""
    note: str = ""


class Reader:
    """Compiles originals by the knowledge in a folder; made once by each process."""

    def __init__(self, knowledge: Path) -> None:
        """A reader that goes by this folder's terms."""
        self._words = knowledge / "cards.yaml"
        with lasting():
            self._compiler = Compiler(knowledge / "terms")
        self._terms = terms_digest(rows_digest(senses_to_json(self._compiler.names)))

    def outcome(self, original: Original, made_from: str) -> Outcome:
        """The report compiled, or why not; never raises for a report."""
        try:
            return self._compiled(original, made_from)
        except (ReportError, KnowledgeError) as fault:
            said = str(fault)
            named = "" if said.startswith(str(original.named)) else f"{original.named}: "
            return Outcome(original, None, f"{named}{said}")
        except OSError as fault:
            return Outcome(original, None, f"{fault.filename or original.path}: 不能读，请检查权限")
        except (RecursionError, MemoryError):
            return Outcome(original, None, f"{original.named}: 太大或太深，不能编译，请检查原文")

    def _compiled(self, original: Original, made_from: str) -> Outcome:
        card = original.read_card()
        source = read_source(original.path)
        fields = complete(source, self._words, card, original.flags)
        report = self._compiler.read(source, fields, card.corrections if card else ())
        index = make_index(report, self._compiler.names)
        packed = pack(report, index, self._terms, made_from)
        titled = "title" in {**(card.fields if card else {}), **original.flags}
        made = not titled and not read_title(source, self._words).text
        return Outcome(original, packed, note=MADE.format(fields["title"]) if made else "")


def rules_digest(knowledge: Path) -> str:
    """The digest of all that decides what a report is compiled to, beside its source and card."""
    total = hashlib.sha256()
    code = (path for pattern in MAKERS for path in HOUSE.glob(pattern))
    terms = (
        *knowledge.glob("terms/**/*.yaml"),
        knowledge / "cards.yaml",
        knowledge / "divisions.tsv",
    )
    for path in (*sorted(code), *sorted(terms)):
        total.update(path.name.encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def compile_all(
    work: Sequence[tuple[Original, str]], knowledge: Path, jobs: int
) -> Iterator[Outcome]:
    """Every original with what it was made from, compiled, in the order given."""
    if jobs == 1 or len(work) < 2:
        reader = Reader(knowledge) if work else None
        for original, made_from in work:
            assert reader
            yield reader.outcome(original, made_from)
        return
    spawn = multiprocessing.get_context("spawn")
    jobs = min(jobs, len(work))
    with ProcessPoolExecutor(jobs, spawn, _begin, (knowledge,)) as pool:
        try:
            waiting = []
            for at, (original, made_from) in enumerate(work):
                waiting.append(pool.submit(_outcome, original, made_from))
                if at + 1 >= jobs * AHEAD:
                    yield waiting.pop(0).result()
            for future in waiting:
                yield future.result()
        except BrokenProcessPool:
            raise ReportError(
                "一个编译进程被终止了，可能是内存不足，请用 --jobs 1 再运行一次，已存入的不会重做"
            ) from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


_reader: Reader | None = None


def _begin(knowledge: Path) -> None:
    """What each process does first: it goes when its parent is gone, however that ended."""
    global _reader  # noqa: PLW0603
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _reader = Reader(knowledge)


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
    os._exit(1)


def _outcome(original: Original, made_from: str) -> Outcome:
    assert _reader
    return _reader.outcome(original, made_from)
