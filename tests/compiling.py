"""The compiler, the terms and assistants over written reports, as the working tree has them; made once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from assistant import Answer, Assistant
from assistant.compiled import make_index
from assistant.compiler.report import Compiler
from assistant.folders import knowledge_folder
from assistant.knowledge import read_compiled
from assistant.library import Opened
from assistant.store import Terms, terms_of


@cache
def terms() -> Terms:
    return terms_of(read_compiled(knowledge_folder()))


@cache
def compiler() -> Compiler:
    return Compiler(knowledge_folder() / "terms")


def over(
    texts: Mapping[str, str],
    cards: Mapping[str, tuple[str, str, str, str]],
    kind: type[Assistant] = Assistant,
) -> Assistant:
    """An assistant over these texts by id; a card is (title, organ, place, year)."""
    indexes = []
    for identity, text in texts.items():
        title, organ, place, year = cards[identity]
        card = {"id": identity, "title": title, "organ": organ, "place": place, "year": year}
        indexes.append(make_index(compiler().read(text, card), terms().names))
    return kind(store=Opened(indexes))


def proved(assistant: Assistant, question: str) -> Answer:
    """The answer; its citations are verbatim."""
    answer = assistant.answer(question)
    for citation in answer.citations:
        report = assistant.report(citation.report)
        assert report
        assert report.source[citation.start : citation.end] == citation.quote
    return answer
