"""Every and some: whether a condition holds of all members, or of any.

    every(Rows, Condition) → Truth
    some(Rows, Condition) → Truth

八个县都超过500项吗: yes, with all of them; where not, those for which it does not hold. 有没有超过900项的县: no.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.model import Finding
from assistant.queries.conditions import kept
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.members import rows
from assistant.queries.spreading import in_order
from assistant.queries.tree import Phrase, Tree, around, items
from assistant.queries.values import Failure, Truth
from assistant.queries.wording import rows_said


def _every(tree: Tree, facts: Facts) -> Truth | Failure:
    told = tree.get("b")
    named = () if told else tuple(t.phrase.facets for t in items(tree["l"]))
    phrase = told.phrase if told else Phrase(named=named)
    if phrase.order or phrase.which or phrase.asked:
        return Failure("not_matched")
    found = rows(phrase, facts)
    if isinstance(found, Failure):
        return found
    holding = kept(found, tree["c"], phrase, facts)
    if isinstance(holding, Failure):
        return holding
    out = tuple(r for r in found.members if r not in holding.members)
    return Truth(not out, rows=out or found.members)


def _some(tree: Tree, facts: Facts) -> Truth | Failure:
    phrase = tree["b"].phrase
    conditioned = phrase.conditions and phrase.classes
    if not conditioned or phrase.order or phrase.which or phrase.asked or phrase.counts:
        return Failure("not_matched")
    full = replace(phrase, facets=in_order(phrase.facets, around(tree, "d")[0]))
    found = rows(full, facts)
    if isinstance(found, Failure):
        return found
    everyone = rows(replace(full, conditions=()), facts)
    if isinstance(everyone, Failure):
        return everyone
    return Truth(bool(found.members), rows=found.members or everyone.members)


def _says(tree: Tree, found: Truth, facts: Facts) -> Finding:
    polarity = "yes" if found.holds else "no"
    slots = {"list": rows_said(found.rows), "count": str(len(found.rows))}
    figures = tuple(r.figure for r in found.rows)
    return Finding("answered", f"holds_{polarity}", slots, figures, polarity=polarity)


register("every", _every, _says)
register("some", _some, _says)
