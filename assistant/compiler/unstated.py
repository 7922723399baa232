"""Figures without a number of their own: zeros in words, frequencies, document numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from assistant.compiler.clauses import core, subject, trim
from assistant.compiler.drafting import figure_of
from assistant.compiler.outline import Span
from assistant.compiler.prose import EMPTY, Draft, Prose
from assistant.compiler.quantity import Quantity


def unnumbered(prose: Prose, sentence: Span, clause: Span) -> list[Draft]:
    """Stated zeros (未发生…) or frequencies (每月…) in a clause without a number."""
    zero = _zero(prose, clause)
    if zero:
        return [_draft(prose, sentence, clause, zero, "zero")]
    return [
        _draft(prose, sentence, clause, mark, "frequency") for mark in _frequencies(prose, clause)
    ]


def often(prose: Prose, sentence: Span, clause: Span) -> list[Draft]:
    """How often something is done, with the number of times or of what it is done to (每季度对9个县巡查一次)."""
    drafts = []
    for found in prose.genre.times.finditer(prose.text, *clause):
        mark, end = found.span("mark"), found.end()
        draft = _draft(prose, sentence, (found.start(), end), mark, "frequency")
        drafts.append(replace(draft, figure=replace(draft.figure, clause=clause)))
    return drafts


def none_at_all(prose: Prose, sentence: Span, clause: Span) -> list[Draft]:
    """Not even one, said beside a number (两个单位一条也没有)."""
    found = prose.genre.zero_ones.search(prose.text, *clause)
    return [_draft(prose, sentence, clause, found.span("mark"), "zero")] if found else []


def _zero(prose: Prose, clause: Span) -> Span | None:
    text = prose.cut(clause)
    word = next((z for z in prose.genre.zeros if z in text), "")
    if word:
        start = clause[0] + text.index(word)
        return (start, start + len(word))
    patterns = (*prose.genre.zero_patterns, prose.genre.zero_ones)
    found = next((m for p in patterns if (m := p.search(text))), None)
    return (clause[0] + found.start("mark"), clause[0] + found.end("mark")) if found else None


def _frequencies(prose: Prose, clause: Span) -> Iterator[Span]:
    spans = {
        m.span() for p in prose.genre.frequencies for m in p.finditer(prose.text, *clause)
    }  # fmt: skip
    yield from sorted(spans)


def _draft(prose: Prose, sentence: Span, clause: Span, mark: Span, kind: str) -> Draft:
    before, rest = core(prose, (clause[0], mark[0])), _rest(prose, clause, mark, kind)
    who, lead = subject(prose, before)
    if not prose.cut(rest).strip():
        if before[0] < before[1]:
            rest, lead = lead, EMPTY  # 行政复议均为零: what did not happen stands before
        else:
            heading, rest = _heading(prose, mark[0])  # 五、收费。无
            sentence = clause = (heading[0], clause[1]) if rest[0] < rest[1] else clause
    short = kind == "frequency" and mark[1] < rest[1] < clause[1]
    quote = (mark[0], rest[1]) if short else clause
    quantity = Quantity(*mark, mark, Decimal(0), "", "exact", kind)
    figure = replace(
        figure_of(prose, quantity, sentence, clause, quote),
        value=Decimal(0) if kind == "zero" else None,
        what=prose.cut(rest),
        when=f"{prose.year}年",
        who=prose.cut(who),
    )
    return Draft(figure, who, rest, lead)


def _rest(prose: Prose, clause: Span, mark: Span, kind: str) -> Span:
    """What the mark speaks of: the words after it, or those in it (未减免)."""
    if kind == "frequency" and len(prose.cut(mark)) == 1:
        end = re.compile('[^、”"」,，]*').match(prose.text, mark[1], clause[1])
        return (mark[1], end.end() if end else clause[1])
    inner = re.compile("(?:未|没有)(?=减免|收费)").match(prose.text, *mark)
    if inner and not prose.text[mark[1] : clause[1]].strip():
        return (inner.end(), mark[1])
    return (mark[1], clause[1])


def _heading(prose: Prose, at: int) -> tuple[Span, Span]:
    """The heading above an offset, and its title."""
    around = prose.outline.enclosing(at)
    if not around:
        return EMPTY, EMPTY
    start = around[-1].start + len(around[-1].label)
    title = trim(prose.text, (start, start + len(around[-1].heading)))
    return (around[-1].start, title[1]), title


def documents(prose: Prose, sentence: Span, clause: Span) -> list[Draft]:
    """Document numbers (国办发〔2013〕73号), each with the title before it."""
    drafts = []
    for match in prose.genre.document_number.finditer(prose.text, *clause):
        start, end = match.span()
        opened = prose.text[clause[0] : start].rstrip()
        quote = (start - 1, end + 1) if prose.text[start - 1 : start] in "(（" else (start, end)
        title = (prose.text.rfind("《", clause[0], start), clause[0] + len(opened.rstrip("(（")))
        quantity = Quantity(start, end, (start, end), Decimal(0), "", "exact", "document")
        figure = figure_of(prose, quantity, sentence, clause, quote)
        what = title if title[0] >= 0 else (clause[0], start)
        figure = replace(
            figure, value=None, what=re.sub("^[《》]+|[《》]+$", "", prose.cut(what)), when=""
        )
        drafts.append(Draft(figure, EMPTY, what, EMPTY))
    return drafts
