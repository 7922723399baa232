"""Several things beside each other: 连州、英德两市, and several questions in one."""

from __future__ import annotations

from dataclasses import replace

from assistant.grammar.meanings.parts import NAMES, Kids, Production, plain_items
from assistant.model import Mention
from assistant.queries.tree import Tree, keyed, size


def _counted(kids: Kids) -> Tree | None:
    """连州、英德两市: the number is that of the items."""
    number = kids["n"].given
    if kids["l"].op == "counted" or number is None or number.percent:
        return None
    return keyed(Tree("counted", tuple(kids.items()))) if number.value == size(kids["l"]) else None


def _pair(kids: Kids) -> Tree | None:
    """Items of a list: no bare numbers."""
    both = (kids.get("l") or kids["a"], kids["b"])
    if any(
        kid.op == "given" and not (kid.given and (kid.given.unit or kid.given.percent))
        for kid in both
    ):
        return None
    return keyed(Tree("more" if "l" in kids else "pair", tuple(kids.items())))


def _pair_bare(kids: Kids) -> Tree | None:
    """佛冈连山连南: names side by side, all of one kind."""
    listed, last = kids.get("l") or kids["a"], kids["b"]
    names = [leaf.phrase.facets for leaf in listed.leaves()]
    behind = [leaf.phrase.facets for leaf in last.leaves()]
    if not all(len(facets) == 1 and facets[0].kinds() & NAMES for facets in names):
        return None
    if not (len(behind) == 1 and behind[0] and behind[0][0].kinds() & NAMES):
        return None
    return keyed(Tree("more" if "l" in kids else "pair", tuple(kids.items())))


def _several_plain(kids: Kids) -> Tree | None:
    """Several figures asked of in one, without 各: descriptions only."""
    return keyed(Tree("several", tuple(kids.items()))) if plain_items(kids["l"]) else None


def _parts(kids: Kids) -> Tree | None:
    """Several things asked of, each with its own 多少."""
    first = kids.get("m") or kids["a"]
    flat = [*(kid for _, kid in first.kids)] if first.op == "parts" else [first]
    flat.append(kids["b"])
    of_all = [
        any(_is_of_all_years(m) for m in leaf.phrase.facets)
        for kid in flat
        for leaf in kid.leaves()
    ]
    if any(of_all) and not all(of_all):
        # 累计网站多少条，公报多少条: of which years the second is asked is not for each part to say.
        return None
    return keyed(Tree("parts", tuple((str(at), kid) for at, kid in enumerate(flat))))


def _is_of_all_years(mention: Mention) -> bool:
    return any("历年累计" in s.atoms for s in mention.senses) or mention.text in ("累计", "历年")


def _part_among(kids: Kids) -> Tree | None:
    return keyed(replace(kids["p"], tag="among"))


PRODUCTIONS: dict[str, Production] = {
    "several_plain": _several_plain,
    "pair": _pair,
    "more": _pair,
    "counted": _counted,
    "parts": _parts,
    "part_among": _part_among,
    "pair_bare": _pair_bare,
}
