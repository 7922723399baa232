"""Which place in an order: 最多, 第二, 前三名, 从多到少, and the member that has it."""

from __future__ import annotations

from assistant.grammar.meanings.parts import Kids, Production, described
from assistant.queries.tree import Phrase, Tree, keyed


def _sup(kids: Kids) -> Tree | None:
    return described(Phrase(order=kids["s"].tag, nth=1))


def _nth(kids: Kids) -> Tree | None:
    nth = kids["s"].given
    return described(Phrase(order=kids["s"].tag, nth=int(nth.value), ordinal=True)) if nth else None


def _top(kids: Kids) -> Tree | None:
    first = kids["s"].given
    return (
        described(Phrase(order=kids["s"].tag, first=int(first.value), ordinal=True))
        if first
        else None
    )


def _sup_many(kids: Kids) -> Tree | None:
    first, named = kids["n"].given, kids.get("c")
    if first is None or first.value < 2:
        return None
    return described(
        Phrase(order=kids["s"].tag, first=int(first.value), classes=named.tag if named else "")
    )


def _position(kids: Kids) -> Tree | None:
    return described(Phrase(position=True))


def _sorted(kids: Kids) -> Tree | None:
    """从少到多排列: said twice, the one that tells the direction counts."""
    said = {kids[part].tag for part in ("s", "t") if part in kids}
    return described(Phrase(sort="ascending" if "ascending" in said else "descending"))


def _member(kids: Kids) -> Tree | None:
    phrase = kids["b"].phrase
    picks = phrase.order and (phrase.nth == 1 or phrase.nth > 1) and not phrase.first
    if not picks or phrase.asked or phrase.which or phrase.position or phrase.counts:
        return None
    return keyed(Tree("member", phrase=phrase))


PRODUCTIONS: dict[str, Production] = {
    "sup": _sup,
    "nth": _nth,
    "top": _top,
    "sup_many": _sup_many,
    "position": _position,
    "sorted": _sorted,
    "member": _member,
}
