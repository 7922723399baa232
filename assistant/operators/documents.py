"""Documents: the number of one, or its full title."""

from __future__ import annotations

import re

from assistant.model import Figure, Finding, Query, Span, Statement
from assistant.operators.evidence import forms
from assistant.operators.ground import Ground
from assistant.operators.prose import said
from assistant.steps.verbatim import compact

LONGEST_NAME = 16


def _names_it(query: Query, finding: Finding, ground: Ground) -> bool:
    """Is the name in brackets that of the very thing asked: 《…公报》, 公报《…》, and of as many as are asked?"""
    text = compact(" ".join(ground.index.report.source[f.start : f.end] for f in finding.facts))
    forms_of = {form for m in query.selections[0].meant()[-1:] for form in forms(m)}
    told = "|".join(map(re.escape, sorted(forms_of, key=len, reverse=True)))
    bound = re.search(
        rf"[《“「][^》”」]*(?:{told})|(?:{told})[^,，。;；《“「\n]{{0,4}}[《“「]", text
    )
    names = len(set(re.findall("[《“「]([^》”」]*)", text)))
    return bool(told and bound) and all(value <= names for value, _ in query.numbers)


def document(query: Query, ground: Ground) -> Finding:
    """A document's number, or its full title, from the figures that are documents."""
    documents = [
        e
        for e in ground.index.figures()
        if isinstance(e.fact, Figure) and e.fact.kind == "document"
    ]
    winners, fits, held = ground.choose(query.selections[0], documents)
    if query.ask == "document_number" and len(winners) == 1:
        return Finding("answered", "document", facts=(winners[0].fact,))
    if query.ask == "full_name":
        bases = [e for e in ground.index.statements() if e.fact.kind == "basis"]
        winners, fits, held = ground.choose(query.selections[0], bases)
        if winners and isinstance(winners[0].fact, Statement):
            basis = Finding("answered", "statement", facts=(winners[0].fact,))
            if _names_it(query, basis, ground):
                return basis
        called = _called(query, ground)
        if called is not None:
            return Finding("answered", "statement", facts=(called,))
        named = said(query, ground, "full_name")
        if named and _names_it(query, named, ground):
            return named
    return ground.not_stated(query) if fits else ground.refuse(query, held)


def _called(query: Query, ground: Ground) -> Span | None:
    """公众号叫什么, of the only one that the report names: “西塘发布”微信公众号."""
    meant = [m for m in query.selections[0].meant() if "card_place" not in m.kinds()]
    if len(meant) != 1:
        return None
    nouns = sorted({form for form in forms(meant[0]) if len(form) > 1}, key=len, reverse=True)
    # A line may break inside a name.
    told = "|".join(r"\s*".join(map(re.escape, noun)) for noun in nouns)
    named = rf"[“「]([^“”「」\n]{{2,{LONGEST_NAME}}})[”」](?:官方|政务|微信|手机){{0,2}}(?:{told})"
    found = list(re.finditer(named, ground.index.report.source)) if told else []
    return Span(*found[0].span()) if len({m[1] for m in found}) == 1 else None
