"""What the grammar alone reads and answers, whatever else would have answered."""

from assistant import Assistant
from assistant.dialogue.grammatical import understood
from assistant.model import Answer
from assistant.queries.tree import Tree
from assistant.steps.word import word
from assistant.trace import Trace


def by_grammar(assistant: Assistant, question: str) -> tuple[Tree | None, Answer | None]:
    """The tree and the answer; both None where it has no answer."""
    return of_trace(assistant, assistant.attempt(question))


def of_trace(assistant: Assistant, trace: Trace) -> tuple[Tree | None, Answer | None]:
    """The same of a question whose way is known."""
    known = assistant.knowledge(trace.cards[0].id)
    found = understood(trace.question.text, trace.mentions, known)
    if found is None or found.finding.status != "answered":
        return None, None
    return found.tree, word(trace.question, found.finding, known.indexes[0], known.wording)
