"""What is only said to be so: 占了一大半吧, 都超过500项, 阳山最多."""

from __future__ import annotations

from dataclasses import replace

from assistant.grammar.meanings.parts import Kids, Production, same
from assistant.queries.tree import EMPTY, Tree, keyed


def _claim(op: str) -> Production:
    """X是N吗; that A is so much more than B is a claim of its own (claim_difference), which knows the direction."""

    def make(kids: Kids) -> Tree | None:
        apart = kids["q"]
        directed = (
            apart.op == "difference" and apart.get("d") is not None and apart.get("w") is None
        )
        return None if directed else keyed(Tree(op, tuple(kids.items())))

    return make


def _claim_most(kids: Kids) -> Tree | None:
    """占了一大半吧: more than half of the whole."""
    most = kids["m"]
    given = keyed(replace(most, op="given"))
    return keyed(Tree("claim_bound", (("q", kids["q"]), ("c", most), ("g", given))))


def _claim_more(kids: Kids) -> Tree | None:
    both = (kids["k"], kids["l"])
    flat = [
        kid for k in both for kid in ([c for _, c in k.kids] if k.op == "claims_listed" else [k])
    ]
    return keyed(Tree("claims_listed", tuple((str(at), kid) for at, kid in enumerate(flat))))


def _some(kids: Kids) -> Tree | None:
    phrase = kids["b"].phrase
    asked = phrase.order or phrase.which or phrase.asked or phrase.counts or phrase.position
    if asked or not (phrase.conditions and phrase.classes):
        return None
    return keyed(Tree("some", tuple(kids.items())))


def _claim_order(kids: Kids) -> Tree | None:
    phrase = kids["b"].phrase
    if (
        not phrase.order
        or phrase.first
        or phrase.asked
        or phrase.which
        or phrase.counts
        or phrase.position
    ):
        return None
    return keyed(Tree("claim_order", tuple(kids.items())))


def _every(kids: Kids) -> Tree | None:
    phrase = kids["b"].phrase if "b" in kids else EMPTY
    if (
        phrase.order
        or phrase.which
        or phrase.asked
        or phrase.counts
        or phrase.position
        or phrase.conditions
    ):
        return None
    return keyed(Tree("every", tuple(kids.items())))


PRODUCTIONS: dict[str, Production] = {
    "said": same("s"),
    "some": _some,
    "claim_order": _claim_order,
    "every": _every,
    "claim": _claim("claim"),
    "claim_part": _claim("claim_part"),
    "claim_more": _claim_more,
    "claim_most": _claim_most,
}
