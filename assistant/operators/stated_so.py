"""Stated so: a clause of the report, asked whether it is so (政策解读的形式还不够丰富吗), is so.

The whole clause has to be asked, as it stands between its marks: 发生收费 is no clause of 未发生收费.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.grammar.words import Words
from assistant.index import Index
from assistant.language.script import fold
from assistant.late import late
from assistant.model import Finding, Span
from assistant.operators.passages import clauses

SHORTEST = 6
# What numbers a clause or ties it to the one before, and is said with it or not.
LEADS = late(
    "^(?:[一二三四五六七八九]是|[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|[0-9][.、]|其中|并且?|同时|此外|另外|而且)+"
)
MARKS = late(r"[\s,，。;；:：?？!！“”‘’\"']")
# Particles that ask whether, beside the words of the grammar that do.
PARTICLES = ("吗", "吧", "么")


def stated_so(text: str, index: Index, words: Words, counted: bool = False) -> Finding | None:
    """Yes, with the clause; None where none is asked word for word, or a number is claimed and not `counted`."""
    claim = _claim(text, words)
    if claim is None or len(claim) < SHORTEST:
        return None
    if not counted and any(char.isdigit() for char in claim):
        return None
    span = _clauses(index).get(claim)
    return Finding("answered", "verify_yes", facts=(Span(*span),), polarity="yes") if span else None


def _claim(text: str, words: Words) -> str | None:
    """What is asked, without the word that asks whether it is so; None where none does."""
    plain = MARKS.sub("", text)
    end = next((e for e in (*words.whether, *PARTICLES) if plain.endswith(e)), None)
    return LEADS.sub("", plain.removesuffix(end)) if end else None


def _clauses(index: Index) -> dict[str, tuple[int, int]]:
    """The clauses of the report's prose and the runs of two, as they are said, each with its place."""
    if "clauses" not in index.made:
        index.made["clauses"] = dict(_said(index))
    found: dict[str, tuple[int, int]] = index.made["clauses"]
    return found


def _said(index: Index) -> Iterator[tuple[str, tuple[int, int]]]:
    source = index.report.source
    for statement in index.report.statements:
        if statement.kind != "sentence" or statement.heading or "|" in statement.quote:
            continue
        pieces = list(clauses(source, statement.start, statement.end, ",，;；"))
        for at, (start, _) in enumerate(pieces):
            for _, end in pieces[at : at + 2]:
                said = fold(source[start:end])
                for behind in (said, said[said.find(":") + 1 :]):
                    yield LEADS.sub("", MARKS.sub("", behind)), (start, end)
