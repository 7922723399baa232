"""A query tree over a report's facts: the value of each operator, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.model import Finding
from assistant.queries.comparing import fits
from assistant.queries.facts import Facts
from assistant.queries.tree import Tree, asked_of
from assistant.queries.values import Failure, Quantity, Value

Evaluation = Callable[[Tree, Facts], Value | Failure]
# An operator words what it yields itself, and nothing else.
Wording = Callable[[Tree, Any, Facts], Finding]
# What fills the sentence of an operator besides the value and its formula.
Slots = Callable[[Tree, Quantity, Facts], Mapping[str, str]]


def _no_more(tree: Tree, found: Quantity, facts: Facts) -> Mapping[str, str]:
    """Nothing besides."""
    return {}


@dataclass(frozen=True, slots=True)
class Operator:
    """What an operator yields for a tree, and how that is worded; as a formula where nothing else is said."""

    value: Evaluation
    says: Wording | None = None
    # The sentence of the wording that says what is computed, where it has no wording of its own.
    sentence: str = "computed"
    slots: Slots = _no_more


# The one table: every operator by its name in a tree. Each is put here by the file that holds it.
OPERATORS: dict[str, Operator] = {}


def register(
    name: str,
    value: Evaluation,
    says: Wording | None = None,
    sentence: str = "computed",
    slots: Slots = _no_more,
) -> None:
    """Put an operator into the table; a name is given once."""
    assert name not in OPERATORS, name
    OPERATORS[name] = Operator(value, says, sentence, slots)


def evaluate(tree: Tree, facts: Facts) -> Value | Failure:
    """What a tree yields over these facts; nothing where another unit is asked of it (相差多少平方米)."""
    found = OPERATORS[tree.op].value(tree, facts)
    asked = asked_of(tree)
    if isinstance(found, Quantity) and asked and asked.unit and not fits(asked.unit, found, facts):
        return Failure("not_comparable")
    return found


def quantity(tree: Tree, facts: Facts) -> Quantity | Failure:
    """What a tree yields where it is a quantity; nothing else can be computed with."""
    found = evaluate(tree, facts)
    return found if isinstance(found, Quantity | Failure) else Failure("not_comparable")
