"""The line being typed in a terminal, completed by prompt_toolkit: commands, names, questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from prompt_toolkit.auto_suggest import AutoSuggest, Suggestion
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from assistant.engine import Assistant
from assistant.front.completing import (
    MOST_REPORTS,
    Proposal,
    Vocabulary,
    matches,
    proposals,
    vocabulary_of,
)
from assistant.front.repl.commands import COMMANDS, slash

MOST_TRIED = 5


def propose(typed: str, vocabulary: Vocabulary) -> tuple[Proposal, ...]:
    """What the text before the cursor may be completed to, the likeliest first."""
    if (command := slash(typed)) is not None:
        return tuple(_commands(command, len(typed.lstrip())))
    return proposals(typed, vocabulary)


def continuation(typed: str, questions: Iterable[str], answered: Callable[[str], bool]) -> str:
    """The rest of a question that begins with what is typed, or that says it further on.

    Only what makes an answerable question of the line is offered: after 连州市, `多少项？`.
    """
    typed = typed.lstrip()
    if len(typed) < 2 or slash(typed) is not None:
        return ""
    begun = [q[len(typed) :] for q in questions if q.startswith(typed)]
    within = [q.partition(typed)[2] for q in questions if typed in q[1:]]
    rests = [rest for rest in dict.fromkeys((*begun, *within)) if rest][:MOST_TRIED]
    return next((rest for rest in rests if answered(typed + rest)), "")


class Completions(Completer):
    """`propose` for prompt_toolkit; the vocabulary is made when it is first wanted."""

    def __init__(self, assistant: Assistant) -> None:
        """Complete questions to this assistant."""
        self._assistant = assistant

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return vocabulary_of(self._assistant)

    def get_completions(self, document: Document, _event: CompleteEvent) -> Iterator[Completion]:
        """What fits the text before the cursor."""
        for proposal in propose(document.text_before_cursor, self._vocabulary):
            yield Completion(proposal.text, -proposal.back, display_meta=proposal.note or None)


class Continuations(AutoSuggest):
    """`continuation` for prompt_toolkit: the grey text after the cursor."""

    def __init__(self, assistant: Assistant) -> None:
        """Suggest questions that this assistant answers."""
        self._assistant = assistant

    @cached_property
    def _questions(self) -> tuple[str, ...]:
        return self._assistant.questions(self._assistant.cards[:MOST_REPORTS])

    def get_suggestion(self, _buffer: Buffer, document: Document) -> Suggestion | None:
        """The rest of the line, where it is plain."""
        rest = continuation(document.text, self._questions, self._answered)
        return Suggestion(rest) if rest else None

    def _answered(self, question: str) -> bool:
        return self._assistant.attempt(question).answer.status == "answered"


def _commands(typed: str, back: int) -> Iterator[Proposal]:
    for command in (one for one in COMMANDS if not one.kept):
        name = next((n for n in command.names() if n.startswith(typed)), None)
        if name is None and matches(typed, command.name):
            name = command.name
        if name is not None:
            yield Proposal(f"/{name}", back, command.help)
