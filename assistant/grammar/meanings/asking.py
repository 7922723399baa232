"""A phrase by itself as a question: what it has to say so that something is asked of members."""

from __future__ import annotations

from dataclasses import replace

from assistant.grammar.meanings.parts import Kids, Production, described, is_firm, same
from assistant.queries.spreading import merge
from assistant.queries.tree import Phrase, Tree, keyed


def _bags(kids: Kids) -> Tree | None:
    merged = merge(kids["b"].phrase, kids["e"].phrase)
    return described(merged) if merged else None


def _bags_and(kids: Kids) -> Tree | None:
    """分别是谁、各多少项: what is asked besides."""
    other = kids["e"].phrase
    return _bags(kids) if other.which or other.asked or other.each else None


def _of_their_class(phrase: Phrase) -> Phrase:
    """高出八个县平均数的是哪几个: those that are sought are of the class whose mean is spoken of."""
    if phrase.classes or phrase.named or phrase.which != "many":
        return phrase
    means = [c.get("q") for c in phrase.conditions if c.op in ("compare_quantity", "than_quantity")]
    classes = {leaf.phrase.classes for q in means if q and q.op == "mean" for leaf in q.leaves()}
    return replace(phrase, classes=classes.pop()) if len(classes) == 1 else phrase


def _ask_phrase(kids: Kids) -> Tree | None:
    phrase = _of_their_class(kids["b"].phrase)
    if phrase.counts and not phrase.conditions:
        return None
    named = phrase.order or phrase.conditions or phrase.classes or phrase.named or phrase.asked
    if phrase.which == "many" and not named:
        return None
    if phrase.each and not (phrase.classes or phrase.named or phrase.every or phrase.which):
        return None
    if phrase.which != "one" and any(c.op == "equal_bare" for c in phrase.conditions):
        return None
    if not is_firm(phrase):
        return None
    listed = (
        phrase.each
        or phrase.every
        or phrase.named
        or phrase.which
        or phrase.conditions
        or phrase.order
    )
    if phrase.asked and not (listed or phrase.position or phrase.counts):
        return None
    if not (phrase.has_members or phrase.position or phrase.sort):
        return None
    return keyed(Tree("phrase_asked", phrase=phrase))


def _by_degree(kids: Kids) -> Tree | None:
    """哪个区事项多: of members, the one that has most."""
    phrase = kids["b"].phrase
    if (
        phrase.which != "one"
        or phrase.order
        or phrase.sort
        or phrase.asked
        or phrase.counts
        or phrase.position
    ):
        return None
    order = "max" if kids["d"].tag == "more" else "min"
    return _ask_phrase({"b": described(replace(phrase, order=order, nth=1))})


PRODUCTIONS: dict[str, Production] = {
    "by_degree": _by_degree,
    "bag": same("e"),
    "bags": _bags,
    "bags_and": _bags_and,
    "ask_phrase": _ask_phrase,
}
