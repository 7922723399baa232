"""Reverse look-up: what a figure of the report is. 1535是什么数 → 公报纸质版每期册数."""

from __future__ import annotations

from decimal import Decimal

from assistant.late import late
from assistant.model import Figure, Finding, Query, Statement
from assistant.naming import value_of
from assistant.operators.ground import Ground
from assistant.operators.operands import whole_and_parts
from assistant.operators.series import names_of
from assistant.steps.match.explaining import explain
from assistant.steps.match.levels import OWN

# Asks that a document's title answers.
NAMING = frozenset({"definition", "which", "list", "full_name", "document_number", "basis"})
# What a document says, which its title does not tell.
WITHIN = late("[了过](?:些|点)?(?:什么|啥)|内容|(?:什么|哪些)(?:规定|要求|条款)")
SCALES = {"万": 10_000, "亿": 100_000_000}

NAMES_OF = late(r"\d[^\d,，。;；的哪]{1,6}?(?:都|分别|具体)?(?:是|有|指)哪些")
REACHED = late(r"达到?了?\d")
SUPPOSED_MORE = late(r"(?:如果|假如|要是|假设|假定|倘若)[^？?]*?[多增加减少](?:了|出)?\d")
# Of which one a number is.
WHICH = late("哪[一几]?[个类种项家样]|是哪|哪些")
# 129人是什么人 asks what the number is of.
WHAT_PERSONS = late(r"\d[余多]?[人名位]是(?:些)?(?:什么|啥)人")


def run(query: Query, ground: Ground) -> Finding:
    """Every figure with the stated number and unit that accounts for the question's other words."""
    if query.document:
        return _document(query, ground)
    if REACHED.search(query.text) and not query.claims and "definition" not in query.words:
        # 达到146人的类别: members that have so many or more, and no figure of just that.
        return Finding("unanswered", "not_supported", reason="not_supported")
    meaning = "definition" in query.words or WHAT_PERSONS.search(query.text)
    if asks_persons(query) and not meaning:
        # 129人都是谁 asks for names, which no count gives.
        return ground.not_stated(query)
    if NAMES_OF.search(query.text):
        # 不予公开的4件是哪些 asks for the four, and not whose number that is.
        return ground.not_stated(query)
    member = _member(query, ground)
    if member:
        return member
    found = []
    for value, unit in query.numbers:
        entries = [
            e
            for e in ground.index.figures()
            if isinstance(e.fact, Figure)
            and e.fact.value is not None
            and (e.fact.kind != "rank_cutoff" or "definition" in query.words)
            and states(e.fact, value, unit)
            and ground.units.fits(unit, e.fact.unit)
        ]
        _, fits, held = ground.choose(query.selections[0], entries)
        if not fits:
            return premise(query, unit, ground) or (
                ground.refuse(query, held) if held else ground.not_stated(query)
            )
        found += [c.fact for c in fits]
    facts = tuple(f for f in found if isinstance(f, Figure))
    values = tuple(v for f in facts for v in value_of(f))
    outcome = "reverse" if len(facts) == 1 else "reverse_many"
    return Finding("answered", outcome, {"number": facts[0].text}, facts=facts, values=values)


def _member(query: Query, ground: Ground) -> Finding | None:
    """哪个局公开了918条: the members of a series that have this figure, by name."""
    if len(query.numbers) != 1 or (not query.asked and not query.classes) or query.claims:
        return None
    [(number, unit)] = query.numbers
    found = whole_and_parts(query, ground, unit)
    if isinstance(found, Finding):
        return None
    members = found[1]
    having = [f for f in members if states(f, number, unit)]
    if not having:
        return None
    names = names_of(members, ground.index)
    listed = "、".join(f"{names[f.id]}{f.text}" for f in having)
    slots = {"list": listed, "names": listed, "count": str(len(having))}
    values = tuple(v for f in having for v in value_of(f))
    return Finding("answered", "pass", slots, tuple(having), values)


def premise(query: Query, unit: str, ground: Ground) -> Finding | None:
    """A number that the report states otherwise (5场新闻发布会): the true figure, with a no.

    Of what would be so many more (假如多了50项) nothing is claimed.
    """
    reached = REACHED.search(query.text) and not query.claims
    if reached or SUPPOSED_MORE.search(query.text):
        return Finding("unanswered", "not_supported", reason="not_supported")
    entries = [
        e
        for e in ground.index.figures()
        if isinstance(e.fact, Figure)
        and e.fact.kind in ("count", "money", "percent")
        and ground.units.fits(unit, e.fact.unit)
    ]
    if WHICH.search(query.text) and any(
        isinstance(e.fact, Figure) and states(e.fact, value, said)
        for e in entries
        for value, said in query.numbers
    ):
        # 哪类答复有9件: where something is 9件, another number denies nothing.
        return None
    winners = ground.choose(query.selections[0], entries)[0]
    if query.negated or not unit or len(winners) != 1 or not winners[0].close:
        return None
    entry = next(e for e in entries if e.fact is winners[0].fact)
    levels = (explain(m, entry, ground.index) for m in query.selections[0].meant())
    if not any(level is not None and level[0] == OWN for level in levels):
        return None
    figure = winners[0].fact
    assert isinstance(figure, Figure)
    return Finding(
        "answered", "verify_figure_no", facts=(figure,), values=value_of(figure), polarity="no"
    )


def _document(query: Query, ground: Ground) -> Finding:
    """The document that bears the number in the question; or whether a document bears it."""
    documents = [
        e
        for e in ground.index.figures()
        if isinstance(e.fact, Figure) and e.fact.kind == "document"
    ]
    bearing = [e for e in documents if _bears(e.fact, query.document)]
    winners, _, _ = ground.choose(query.selections[0], documents)
    if query.claims and len(winners) == 1 and query.selections[0].meant():
        yes = any(e.fact.id == winners[0].fact.id for e in bearing) != query.negated
        polarity = "yes" if yes else "no"
        return Finding(
            "answered", f"document_{polarity}", facts=(winners[0].fact,), polarity=polarity
        )
    if bearing and not _asks_within(query):
        return Finding("answered", "document_title", facts=(bearing[0].fact,))
    wanted = "within" if bearing else "document_number"
    return Finding("unanswered", "not_stated", {"wanted": wanted}, reason="not_matched")


def _asks_within(query: Query) -> bool:
    """Is more asked of a cited document than what it is: its day, its signer, what it says?"""
    acts = any(m.kinds() & {"action", "verb"} for m in query.selections[0].meant())
    more = set(query.words) - NAMING or WITHIN.search(query.text)
    return acts or asks_persons(query) or bool(more)


def asks_persons(query: Query) -> bool:
    """Does the question ask who?"""
    return query.persons or "谁" in query.text


def _bears(fact: Figure | Statement, number: str) -> bool:
    key = "".join(c for c in fact.text if c.isalnum()) if isinstance(fact, Figure) else ""
    return bool(key) and number.endswith(key)


def states(figure: Figure, value: Decimal, unit: str) -> bool:
    """Is it the figure's number: written out (18万条 is no 18条), as printed only where no unit is named."""
    printed = not unit and value == figure.value
    return printed or value == written_out(figure)


def written_out(figure: Figure) -> Decimal:
    """The number with its 万 or 亿 (1.2万 is 12000)."""
    assert figure.value is not None
    return figure.value * SCALES.get(figure.unit[:1], 1)
