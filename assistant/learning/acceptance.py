"""A person accepts a synonym: one more name in `knowledge/terms/` and a regression question that holds it.

Everything is tried in a copy first: the terms must hold, the question must be answered, and no regression question may
change. Only then are the files written, each whole or not at all. To undo it, restore them from version control.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.alone import Trace
from assistant.compiled import COMPILED
from assistant.engine import Assistant
from assistant.errors import KnowledgeError, LearningError
from assistant.evaluation import KINDS, Expectation
from assistant.knowledge import Knowledge
from assistant.learning.terms import Place, owner, place_of, with_name
from assistant.learning.trial import FAILURES, QUESTIONS, STORED, check, compare, copied
from assistant.lexicon import Lexicon
from assistant.model import Answer
from assistant.steps.normalise import normalise

LEARNED = "learned.jsonl"
SHORTEST, LONGEST = 2, 20
IDLE = frozenset({"frame", "ask", "operator", "unit", "negation", "universal", "dialogue", "theme"})


@dataclass(frozen=True, slots=True)
class Wish:
    """A name to be accepted for a word, with questions that use it, each after its earlier ones."""

    word: str
    name: str
    questions: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was written: where, which question holds it with which answer, and what else was asked.

    `passing` are the known failures that are answered now; they stand among the learned questions.
    """

    word: str
    place: Place
    question: str
    answer: Answer
    held: Path
    checked: int
    passing: tuple[str, ...]


def accept(
    wish: Wish, folder: Path, store: str | None = None, reports: Iterable[str] = ()
) -> Accepted:
    """Accept the wish into this `knowledge/` folder; `store` and `reports` are what the question is put to.

    Raises `LearningError` with what would break, in one line; then nothing was written.
    """
    before = Assistant(folder, reports, store)
    word = _fit(wish.word, before.knowledge(*(card.id for card in before.cards[:LONGEST])))
    place = place_of(owner(wish.name, before.knowledge().terms), folder / "terms")
    text = place.path.read_text(encoding="utf-8")
    changed = with_name(text, place, word)
    held = folder / QUESTIONS / (STORED if store else "") / LEARNED
    _must_be_writable(folder, place.path, held)
    try:
        with copied(folder, place.path, changed) as trial:
            after = Assistant(trial, reports, store)
            question, history, trace = _answered(word, wish.questions, before, after)
            checked = check(folder, trial)
            count = checked.questions
            if store and held.exists():
                count += compare([held], before, after).questions
            compiled = (trial / COMPILED).read_text(encoding="utf-8")
    except KnowledgeError as fault:
        raise LearningError(f"加上以后词表不成立：{fault}") from fault
    rows = [] if store else [_line(folder, expected) for expected in checked.passing]
    rows.append(_row(question, history, trace, held, f"{word}：{wish.name}的另一种说法"))
    if place.path.read_text(encoding="utf-8") != text:
        raise LearningError(f"{place.path}: 刚被改动过，请再来一次")
    _write(place.path, changed)
    _write(held, (_text(held) or "") + "".join(f"{row}\n" for row in rows))
    if rows[:-1]:
        failures = folder / QUESTIONS / FAILURES
        left = [line for line in _text(failures).splitlines() if line not in rows]
        _write(failures, "".join(f"{line}\n" for line in left))
    _write(folder / COMPILED, compiled)
    passing = tuple(expected.question for expected in checked.passing)
    return Accepted(word, place, question, trace.answer, held, count, passing)


def _fit(written: str, known: Knowledge) -> str:
    """The word as questions are read; raises `LearningError` where it can be no name."""
    word = normalise(written).text
    if not (SHORTEST <= len(word) <= LONGEST and word.isalnum() and not word[0].isdecimal()):
        raise LearningError(
            f"“{written}”不能作名称，要写{SHORTEST}到{LONGEST}个汉字或字母，不以数字开头"
        )
    places = [sense for sense in known.lexicon.senses(word) if sense.kind == "place"]
    if word in known.card_names or places:
        raise LearningError(f"“{word}”是地区或机关的名称，不能再作别的名称")
    senses = [s for s in (*known.terms.get(word, ()), *known.across.get(word, ())) if not s.near]
    for sense in senses:
        if sense.kind in IDLE:
            raise LearningError(f"“{word}”是问句里的辅助词，作了名称会改变许多问题的意思")
        raise LearningError(f"“{word}”已经是“{'、'.join(sense.atoms) or word}”的名称，不用再加")
    mentions = Lexicon.of(known.terms, known.across).read(word)
    if all(m.senses and m.kinds() <= IDLE for m in mentions):
        raise LearningError(f"“{word}”由问句里的辅助词组成，作了名称会改变许多问题的意思")
    return word


def _answered(
    word: str,
    questions: Sequence[tuple[str, tuple[str, ...]]],
    before: Assistant,
    after: Assistant,
) -> tuple[str, tuple[str, ...], Trace]:
    """The first of the questions that the new name makes answerable, with a citation."""
    refused = ""
    for question, history in questions:
        if word not in normalise(question).text:
            refused = refused or f"问题“{question}”里没有“{word}”"
            continue
        was, trace = before.explain(question, history), after.explain(question, history)
        answer = trace.answer
        if answer.status != "answered" or not answer.citations:
            refused = refused or f"加上以后“{question}”仍不能回答：{answer.text}"
        elif was.answer.status == "answered" and not was.question.repairs:
            refused = refused or f"“{question}”现在就能回答：{was.answer.text}"
        else:
            return question, history, trace
    raise LearningError(refused or f"没有用到“{word}”的问题，请用 --question 写明一个")


def _row(question: str, history: Sequence[str], trace: Trace, held: Path, why: str) -> str:
    """The regression question as its file has it."""
    answer = trace.answer
    kind = trace.query.operator if trace.query and trace.query.operator in KINDS else "lookup"
    row: dict[str, Any] = {
        "id": f"learned-{len((_text(held) or '').splitlines()) + 1:03}",
        "q": question,
    }
    row |= {"ctx": list(history)} if history else {}
    row |= {"kind": kind, "noise": "none", "expect": ["answered"]}
    row["values"] = [{"value": value.value, "unit": value.unit} for value in answer.values]
    row |= {"polarity": answer.polarity} if answer.polarity else {}
    row |= {"say": [], "never": [], "cite": [citation.quote for citation in answer.citations]}
    row["reports"] = sorted({citation.report for citation in answer.citations})
    return json.dumps({**row, "why": why}, ensure_ascii=False)


def _line(folder: Path, expected: Expectation) -> str:
    """A known failure as its file has it."""
    return _text(folder / QUESTIONS / FAILURES).split("\n")[expected.line - 1]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _must_be_writable(folder: Path, *files: Path) -> None:
    for path in files:
        there = next(one for one in (path, *path.parents) if one.exists())
        if not os.access(there, os.W_OK):
            raise LearningError(
                f"{there}: 没有写的权限，请用 gongkai knowledge 文件夹 另存一份词表，再用 GONGKAI_KNOWLEDGE 指明"
            )


def _write(path: Path, text: str) -> None:
    """Put the text in the place of the file, whole or not at all, with the rights that it had."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(text, encoding="utf-8", newline="")
    if path.exists():
        fresh.chmod(path.stat().st_mode & 0o777)
    fresh.replace(path)
