"""What is computed: a sum or a mean of rows, shares, a difference, a ratio."""

from __future__ import annotations

from assistant.grammar.meanings.numbers import MEMBERS
from assistant.grammar.meanings.parts import Kids, Production, described, is_firm
from assistant.queries.spreading import merge
from assistant.queries.tree import Phrase, Tree, keyed, size

# How a word begins that denies what it names: 未办结.
DENYING = ("未", "没", "尚未")


def _over_rows(op: str) -> Production:
    """An aggregate over a list, or over a phrase whose members it takes."""

    def make(kids: Kids) -> Tree | None:
        rows = kids.get("b") if "a" not in kids else None
        if rows is not None:
            phrase = rows.phrase
            if op == "mean" and ("h" in kids or phrase.each) and not phrase.classes:
                # 平均每个项目 is over projects, and not over the towns that have them.
                return None
            if (
                phrase.which
                or phrase.position
                or phrase.counts
                or (phrase.order and not phrase.first)
            ):
                return None
            if (op == "sum" and phrase.is_plain) or not is_firm(phrase):
                return None
            if op == "sum" and counts_members(phrase, kids.get("w")):
                return None
        return keyed(Tree(op, tuple(kids.items())))

    return make


def counts_members(phrase: Phrase, wanted: Tree | None) -> bool:
    """不足5个的街道共有几个 asks how many of them there are, whatever their figures are counted in."""
    alone = wanted is not None and not wanted.phrase.facets
    asked = wanted.phrase.asked if alone and wanted is not None else None
    return bool(phrase.conditions and asked and asked.unit in MEMBERS)


def _ask_quantity(kids: Kids) -> Tree | None:
    rows = kids["q"].get("b") if kids["q"].op == "sum" else None
    if rows is not None and counts_members(rows.phrase, kids.get("w")):
        return None
    return keyed(Tree("ask_quantity", tuple(kids.items())))


def _shares(kids: Kids) -> Tree | None:
    """各用途各占百分之几: of each item of a list, or of each member of a kind that is named."""
    wanted = kids.get("w")
    asked = wanted.phrase.asked if wanted is not None else None
    if wanted is not None and (wanted.phrase.facets or asked is None or not asked.percent):
        return None
    rows = kids.get("b")
    if rows is None:
        return keyed(Tree("shares", tuple(kids.items())))
    phrase = rows.phrase
    picked = phrase.which or phrase.position or phrase.counts or phrase.order or phrase.asked
    told = phrase.every or phrase.each or phrase.cardinal or phrase.named
    if picked or not (phrase.classes or phrase.named) or not told:
        return None
    return keyed(Tree("shares", tuple(kids.items())))


def _mean_around(kids: Kids) -> Tree | None:
    """除A外，平均每个县…: what stands on both sides is one phrase."""
    if "h" in kids and not kids["b"].phrase.classes:
        return None
    merged = merge(kids["a"].phrase, kids["b"].phrase)
    return _over_rows("mean")({"b": described(merged)}) if merged and merged.has_members else None


def _difference(kids: Kids) -> Tree | None:
    if "c" in kids and kids["c"].tag != "more":
        return None
    listed = kids.get("l")
    if listed is not None and size(listed) != 2:
        return None
    return keyed(Tree("difference", tuple(kids.items())))


def _ratio(kids: Kids) -> Tree | None:
    """A除以B; what is already one for each is no ratio to another (平均一个月…（全年除以12）)."""
    parts = [kids[name] for name in ("a", "b") if name in kids]
    if any(kid.op in ("per_time", "given") for kid in parts):
        return None
    return keyed(Tree("ratio", tuple(kids.items())))


def _estimate(kids: Kids) -> Tree | None:
    """Those of whom a rate is; those of whom it is not (未办结的) are the rest."""
    said = (m for name in ("q", "w") if name in kids for m in kids[name].phrase.facets)
    if any(m.text.startswith(DENYING) for m in said):
        return None
    return keyed(Tree("estimate", tuple(kids.items())))


PRODUCTIONS: dict[str, Production] = {
    "ask_quantity": _ask_quantity,
    "sum": _over_rows("sum"),
    "mean": _over_rows("mean"),
    "shares": _shares,
    "difference": _difference,
    "ratio": _ratio,
    "mean_around": _mean_around,
    "estimate": _estimate,
}
