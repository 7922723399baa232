"""Truths: whether one thing stands to another as the question says.

    holds(a: Quantity, comparison, b: Quantity) → Truth
    agree(a: Quantity, b: Quantity?) → Truth
    claim_order(name, Rows) → Truth

阳山比佛冈多吗: yes. 阳山县最多吗: whether the member that is named is the one; where not, the one that is is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.model import Finding
from assistant.naming import TOTALS, plain_label
from assistant.queries.comparing import compare, unlike
from assistant.queries.evaluate import quantity, register
from assistant.queries.facts import Facts
from assistant.queries.lists import operands
from assistant.queries.members import picked
from assistant.queries.spreading import in_order
from assistant.queries.tree import Tree, around
from assistant.queries.values import Failure, Quantity, Rows, Truth
from assistant.queries.wholes import whole_of
from assistant.queries.wording import computation, listed, values


def _holds(tree: Tree, facts: Facts) -> Truth | Failure:
    extra, _ = around(tree, "m")
    sign = (tree.get("d") or tree["c"]).tag
    found = operands([tree["a"], tree["b"]], extra, "", facts)
    if isinstance(found, Failure):
        return found
    refusal = unlike(found, facts)
    if refusal:
        return refusal
    a, b = found
    if _is_of_row(a, b, facts) or _is_of_row(b, a, facts):
        # 有没有超过自然人的申请人: what all applicants make together is more than any, and is not asked of.
        return Failure("part_and_whole")
    return Truth(compare(a, sign, b), a, b)


def _is_of_row(part: Quantity, whole: Quantity, facts: Facts) -> bool:
    """Is one a cell of the table, and the other the total of its row, or what the prose tells of that?"""
    if len(part.facts) != 1 or len(whole.facts) != 1:
        return False
    cell, total = part.facts[0], whole.facts[0]
    row = [w for w in facts.wholes(part.facts) if cell.table and w.row == cell.row]
    totals = [w for w in row if w.column and plain_label(w.column[-1]) in TOTALS]
    return any((w.value, w.unit) == (total.value, total.unit) for w in totals)


def _agree(tree: Tree, facts: Facts) -> Truth | Failure:
    """Is what is added up the number that the report states of all of it, or another one that is named?"""
    found = _said_to_agree(tree, facts)
    if isinstance(found, Failure):
        return found
    a, b = found
    if set(a.facts) == set(b.facts):
        return Failure("not_comparable")
    return unlike((a, b), facts) or Truth(compare(a, "equal", b), a, b)


def _said_to_agree(tree: Tree, facts: Facts) -> Sequence[Quantity] | Failure:
    if tree.get("b"):
        return operands([tree["a"], tree["b"]], (), "", facts)
    added = quantity(tree["a"], facts)
    if isinstance(added, Failure):
        return added
    whole = whole_of(added, None, facts)
    return whole if isinstance(whole, Failure) else (added, whole)


def _is_first(tree: Tree, facts: Facts) -> Truth | Failure:
    phrase, named = tree["b"].phrase, tree["d"].phrase.facets
    if not phrase.order or phrase.first or phrase.asked or phrase.which:
        return Failure("not_matched")
    for at in range(len(named), 0, -1):
        # 阳山县事项最多吗: what stands behind the name may say of what.
        found = picked(replace(phrase, facets=in_order(phrase.facets, named[at:])), facts)
        if isinstance(found, Failure):
            continue
        row = facts.row_of(named[:at], Rows(found.among))
        # 最多的县是连州吗: one that is none of the class is not the first of it either.
        beside = (facts.row_of(named[:at], all_of) for all_of in facts.around(Rows(found.among)))
        row = row or next((r for r in beside if r is not None), None)
        if row is not None:
            return Truth(row in found.rows, row.quantity, found.rows[0].quantity, found.rows)
    return Failure("no_members", named)


def verdict(tree: Tree, found: Truth, facts: Facts) -> Finding:
    """Yes or no, with the figures that it was held against; open where they do not tell."""
    if found.holds is None or found.left is None or found.right is None:
        return Finding("unanswered", "approximate", reason="not_comparable")
    polarity = "yes" if found.holds else "no"
    given = (*values(found.left), *(() if found.right.given else values(found.right)))
    figures = tuple(dict.fromkeys((*found.left.facts, *found.right.facts)))
    done = computation("compare", found.left) if found.left.formula else None
    shown = listed(figures, facts) + (f"（{done.expression}）" if done else "")
    slots = {"list": shown}
    return Finding("answered", f"holds_{polarity}", slots, figures, given, polarity, done)


register("agree", _agree, verdict)
register("holds", _holds, verdict)
register("holds_than", _holds, verdict)
register("claim_order", _is_first, verdict)
