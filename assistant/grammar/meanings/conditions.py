"""What members have to fulfil: 只有1条, 达到700项以上, 在均值之上."""

from __future__ import annotations

from assistant.grammar.meanings.parts import Kids, Production
from assistant.queries.tree import Tree, keyed


def _beside(kids: Kids) -> Tree | None:
    """在均值之上: on one side of what is computed."""
    return (
        keyed(Tree("beside", tuple(kids.items())))
        if kids["q"].op not in ("given", "figure")
        else None
    )


def _equal(op: str) -> Production:
    """只有1条, or a bare number beside what is asked (哪个县是645项)."""

    def make(kids: Kids) -> Tree | None:
        given = kids["g"].given
        return (
            keyed(Tree(op, tuple(kids.items())))
            if given and (given.unit or given.percent)
            else None
        )

    return make


def _compare_twice(kids: Kids) -> Tree | None:
    """达到700项以上: both words bound the same side."""
    side = {"more": "at_least", "less": "at_most"}
    before, behind = kids["c"].tag, kids["p"].tag
    if side.get(before, before) != behind:
        return None
    return keyed(Tree("compare", (("c", kids["c"]), ("g", kids["g"]))))


PRODUCTIONS: dict[str, Production] = {
    "compare_twice": _compare_twice,
    "equal": _equal("equal"),
    "beside": _beside,
    "equal_bare": _equal("equal_bare"),
}
