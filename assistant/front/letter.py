"""An answer with its sources as plain text, to stand in a letter: no colours, no marks, no lines broken by a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.front.tablecells import cells_of
from assistant.model import Citation
from assistant.presentation import legible
from assistant.trace import Trace


def letter(trace: Trace, words: Mapping[str, str]) -> str:
    """What can be put into a letter; empty where nothing is answered. `words` are its labels."""
    answer = trace.answer
    if answer.status != "answered" or not answer.citations:
        return ""
    lines = [words["asked"] + answer.question, words["answered"] + answer.text]
    formula = answer.computation.expression if answer.computation else ""
    if formula and formula not in answer.text:
        lines.append(words["formula"] + formula)
    lines.append(words["from"])
    before = ""
    for source, quote in _proof(trace, words):
        lines += [quote] if source == before else [source, quote]
        before = source
    return "\n".join(lines)


def _proof(trace: Trace, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each title with its section, and what is quoted there: of a row the cells that answer, with their heads."""
    citations = trace.answer.citations
    cells = cells_of(trace.finding, citations)
    for number, citation in enumerate(citations):
        source = f"《{citation.title}》{citation.section}"
        mine = [cell.words for cell in cells if cell.citation == number]
        for quote in mine or [legible(citation.quote)]:
            yield source, f"“{quote}”{_mended(citation, words)}"


def _mended(citation: Citation, words: Mapping[str, str]) -> str:
    return "".join(words["corrected"].format(**one.to_dict()) for one in citation.corrections)
