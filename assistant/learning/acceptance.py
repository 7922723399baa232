"""A person accepts a synonym: one more name in `knowledge/terms/` and a regression question that holds it.

Everything is tried in a copy first: the terms must hold, the question must be answered, and no regression question may
change. Only then are the files written, all of them or none. To undo it, restore them from version control.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.compiled import COMPILED, digest
from assistant.engine import Assistant
from assistant.errors import KnowledgeError, LearningError
from assistant.evaluation import KINDS, Expectation
from assistant.knowledge import Knowledge
from assistant.learning.log import Logged
from assistant.learning.terms import Place, owner, place_of, with_name
from assistant.learning.trial import (
    FAILURES,
    QUESTIONS,
    STORED,
    Changed,
    Checked,
    Tell,
    check,
    compare,
    compare_logged,
    copied,
    untold,
)
from assistant.learning.writing import Change, finish, read, write_all
from assistant.lexicon import Lexicon
from assistant.model import Answer
from assistant.steps.normalise import normalise
from assistant.trace import Trace

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
class Prepared:
    """A name that was tried: where it would stand, which question holds it with which answer, and what changes.

    `checked` are the regression questions, of which those that `harms` keep it from being accepted, `logged` those
    that people asked in vain; `files` is what is then written, if the folder still is as it was (`made_from`).
    """

    word: str
    name: str
    place: Place
    question: str
    answer: Answer
    held: Path
    checked: Checked
    logged: Checked
    files: tuple[Change, ...]
    made_from: str

    @property
    def harms(self) -> tuple[Changed, ...]:
        """The regression questions that would not hold any more."""
        return tuple(change for change in self.checked.changes if change.harms)


def accept(
    wish: Wish, folder: Path, store: str | None = None, reports: Sequence[str] = ()
) -> Prepared:
    """Accept the wish into this `knowledge/` folder; `store` and `reports` are what the question is put to.

    Raises `LearningError` with what would break, in one line; then nothing was written.
    """
    finish(folder)
    prepared = prepare(wish, folder, store, reports)
    commit(prepared, folder)
    return prepared


def commit(prepared: Prepared, folder: Path) -> None:
    """Write what was prepared, all or nothing; raises `LearningError` where it would break a regression question."""
    for change in prepared.harms:
        raise LearningError(
            f"会改变回归问题 {change.difference.id}“{change.difference.question}”的答案，没有加上："
            f"原来是“{change.was}”，加上以后是“{change.now}”"
        )
    if digest(folder) != prepared.made_from:
        raise LearningError(f"{folder}: 词表刚被改动过，请再试一次")
    write_all(folder, prepared.files)


def prepare(
    wish: Wish,
    folder: Path,
    store: str | None = None,
    reports: Sequence[str] = (),
    logged: Sequence[Logged] = (),
    tell: Tell = untold,
) -> Prepared:
    """Try the wish in a copy of the folder, on its regression questions and on these logged ones.

    Raises `LearningError` where the word can be no such name. `tell` is told how far it is.
    """
    made_from = digest(folder)
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
            checked = check(folder, trial, tell, None if store or reports else (before, after))
            if store and held.exists():
                checked = _both(checked, compare([held], before, after))
            asked = compare_logged(logged, before, after, tell)
            compiled = (trial / COMPILED).read_text(encoding="utf-8")
    except KnowledgeError as fault:
        raise LearningError(f"加上以后词表不成立：{fault}") from fault
    rows = [] if store else [_line(folder, expected) for expected in checked.passing]
    kept = _row(question, history, trace, held, f"{word}：{wish.name}的另一种说法")
    learned = read(held) + "".join(f"{row}\n" for row in (*rows, kept))
    files = [_change(folder, place.path, text, changed), _change(folder, held, read(held), learned)]
    if rows:
        failures = folder / QUESTIONS / FAILURES
        left = [line for line in read(failures).splitlines() if line not in rows]
        known = "".join(f"{line}\n" for line in left)
        files.append(_change(folder, failures, read(failures), known))
    files.append(_change(folder, folder / COMPILED, read(folder / COMPILED), compiled))
    return Prepared(
        *(word, wish.name, place, question, trace.answer, held, checked, asked),
        *(tuple(files), made_from),
    )


def _both(one: Checked, other: Checked) -> Checked:
    return Checked(
        one.questions + other.questions, one.changes + other.changes, one.passing + other.passing
    )


def _change(folder: Path, path: Path, before: str, text: str) -> Change:
    return Change(path.relative_to(folder).as_posix(), before, text)


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
        "id": f"learned-{len((read(held) or '').splitlines()) + 1:03}",
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
    return read(folder / QUESTIONS / FAILURES).split("\n")[expected.line - 1]


def _must_be_writable(folder: Path, *files: Path) -> None:
    for path in files:
        there = next(one for one in (path, *path.parents) if one.exists())
        if not os.access(there, os.W_OK):
            raise LearningError(
                f"{there}: 没有写的权限，请用 gongkai knowledge 文件夹 另存一份词表，再用 GONGKAI_KNOWLEDGE 指明"
            )
