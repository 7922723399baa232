"""Claims: a number that the question says, held against the figure that is meant.

    claim(Quantity, given) · claim_bound(Quantity, comparison, given) → Truth
    claim_difference(a, b, given) · claim_share(part, whole, given) → Truth
    claims(several of them) → Many

阳山是852项吗: yes. 阳山超过900项对吗: no, and the true figure is said. 阳山比佛冈多189项吗; 市级不到全市的20%吗;
清城区525项、清新区511项，对吗: each by itself, and all together.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.model import Finding
from assistant.naming import value_of
from assistant.queries.comparing import compare, same_kind, unlike
from assistant.queries.evaluate import quantity, register
from assistant.queries.facts import Facts
from assistant.queries.figure import given_number
from assistant.queries.lists import operands
from assistant.queries.rounding import digits
from assistant.queries.share import ratio, share
from assistant.queries.spreading import spread
from assistant.queries.tree import Given, Tree, around, keyed
from assistant.queries.truths import verdict
from assistant.queries.values import (
    SCALES,
    Failure,
    Many,
    Quantity,
    Truth,
    aligned,
    computed,
    last_place,
    scale_of,
    unscaled,
)
from assistant.queries.wording import listed, shown, values


def _claim(tree: Tree, facts: Facts) -> Truth | Failure:
    extra, _ = around(tree, "e")
    inner = tree["q"] if tree["q"].op != "phrase" else keyed(replace(tree["q"], op="figure"))
    meant = spread(inner, extra) if extra else inner
    found = quantity(meant, facts)
    if isinstance(found, Failure):
        return found
    given = quantity(tree["g"], facts)
    if isinstance(given, Failure) or not _is_like(found, given, facts):
        return Failure("different_units")
    if not _counts_them(meant, found, given, facts):
        return Failure("not_matched", meant.phrase.facets)
    return Truth(_is_said(found, given, tree["g"].given) if not found.about else None, found, given)


def _is_like(found: Quantity, given: Quantity, facts: Facts) -> bool:
    """Is it a number of the same unit, and the report's? 经费是122.03吗 leaves open whether of 万元."""
    if not found.facts:
        # 6211百分之五十吗: two numbers of the question, and nothing that the report says.
        return False
    return same_kind(found, given, facts) and bool(given.unit or not scale_of(found.unit))


def _counts_them(meant: Tree, found: Quantity, given: Quantity, facts: Facts) -> bool:
    """网上大厅9个吗 is of halls, and not of what was counted in them in another measure word."""
    if given.unit not in facts.units.general or found.unit == given.unit or meant.op != "figure":
        return True
    counted = facts.figure(meant.phrase, given.unit)
    return isinstance(counted, Quantity) and counted.facts == found.facts


def _is_said(found: Quantity, claimed: Quantity, given: Given | None) -> bool:
    """Is it the number that is claimed; where that is 大约, to its last digit; 600多 claims any between."""
    unit = claimed.unit or found.unit
    left, right = unscaled(found), unscaled(replace(claimed, unit=unit))
    if given is None or not given.about:
        if right.high is None or right.is_exact or not left.is_exact:
            return left.low == right.low
        return right.low < left.low < right.high
    half = last_place(given.value) * SCALES.get(scale_of(unit), 1) / 2
    return right.low - half <= left.low < right.low + half


def _bound(tree: Tree, facts: Facts) -> Truth | Failure:
    found, given = quantity(tree["q"], facts), quantity(tree["g"], facts)
    if isinstance(found, Failure):
        return found
    if isinstance(given, Failure):
        return given
    if not same_kind(found, given, facts):
        return Failure("different_units")
    sign = (tree.get("c") or tree["p"]).tag
    return Truth(compare(found, sign, given), found, given)


def _difference(tree: Tree, facts: Facts) -> Truth | Failure:
    extra, _ = around(tree, "m")
    found = operands([tree["a"], tree["b"]], extra, "", facts)
    if isinstance(found, Failure):
        return found
    given = quantity(tree["g"], facts)
    a, b = aligned(found)
    if isinstance(given, Failure) or unlike(found, facts) or not (a.is_exact and b.is_exact):
        return Failure("not_comparable")
    if not same_kind(a, given, facts):
        return Failure("different_units")
    value = a.low - b.low if tree["d"].tag == "more" else b.low - a.low
    formula = f"{digits(max(a.low, b.low))} − {digits(min(a.low, b.low))}"
    size = computed(abs(value), (a, b), formula)
    said = _is_said(replace(size, low=value, high=value), given, tree["g"].given)
    return Truth(said, size, given)


def _share(tree: Tree, facts: Facts) -> Truth | Failure:
    given = tree["g"].given
    if given is None or not given.percent:
        return Failure("not_matched")
    found = share(keyed(Tree("share", (("p", tree["p"]), ("q", tree["q"])))), facts)
    if isinstance(found, Failure):
        return found
    claimed = given_number(tree["g"])
    return Truth(compare(found, tree["c"].tag, claimed), found, claimed)


def _each(tree: Tree, facts: Facts) -> Truth | Many | Failure:
    told = tree["k"]
    claims = [kid for _, kid in told.kids] if told.op == "claims_listed" else [told]
    found = operands([c["q"] for c in claims], (), "", facts)
    if isinstance(found, Failure):
        return found
    truths: list[Truth] = []
    for own, claim in zip(found, claims, strict=True):
        given = quantity(claim["g"], facts)
        if isinstance(given, Failure) or not _is_like(own, given, facts):
            return Failure("different_units")
        if not _counts_them(claim["q"], own, given, facts):
            return Failure("not_matched", claim["q"].phrase.facets)
        truths.append(Truth(_is_said(own, given, claim["g"].given), own, given))
    return Many(tuple(truths)) if len(truths) > 1 else truths[0]


def _says_each(tree: Tree, found: Truth | Many, facts: Facts) -> Finding:
    if isinstance(found, Truth):
        return verdict(tree, found, facts)
    truths = [v for v in found.values if isinstance(v, Truth)]
    polarity = "yes" if all(t.holds for t in truths) else "no"
    held = [t.left for t in truths if t.left is not None]
    figures = tuple(f for q in held for f in q.facts)
    given = tuple(v for q in held for v in values(q))
    slots = {"list": listed(figures, facts)}
    return Finding("answered", f"holds_{polarity}", slots, figures, given, polarity)


def _says_apart(tree: Tree, found: Truth, facts: Facts) -> Finding:
    """不是，清新区511项，清城区525项，相差14项: which is more is seen, and by how much."""
    told = verdict(tree, found, facts)
    if told.status != "answered" or found.left is None:
        return told
    sides = tuple(value for figure in found.left.facts for value in value_of(figure))
    slots = {**told.slots, "list": f"{told.slots['list']}，相差{shown(found.left)}"}
    return replace(told, slots=slots, values=(*values(found.left), *sides))


def _fraction(tree: Tree, facts: Facts) -> Truth | Failure:
    """市本级的有县里的一半吗: of two quantities, the one need not be a part of the other."""
    given = tree["g"].given
    if given is None or not given.percent:
        return Failure("not_matched")
    found = operands([tree["p"], tree["q"]], (), "", facts)
    if isinstance(found, Failure):
        return found
    a, b = aligned(found)
    if unlike(found, facts) or not (a.is_exact and b.is_exact and b.low):
        return Failure("not_comparable")
    claimed = given_number(tree["g"])
    return Truth(compare(ratio(a, b), "at_least", claimed), ratio(a, b), claimed)


register("claim", _claim, verdict)
register("claim_fraction", _fraction, verdict)
register("claim_bound", _bound, verdict)
register("claim_difference", _difference, _says_apart)
register("claim_share", _share, verdict)
register("claims", _each, _says_each)
