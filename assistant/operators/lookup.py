"""Lookup: the one figure that the question means. 英德市多少项 → 628项."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.index import Entry
from assistant.index.concepts import CONTENT
from assistant.late import late
from assistant.model import Candidate, Figure, Finding, Mention, Query, Selection, Statement
from assistant.naming import value_of
from assistant.operators import reverse, shifted, statement
from assistant.operators.added import added, heading_group
from assistant.operators.arithmetic import base_unit
from assistant.operators.counting import counts_such
from assistant.operators.evidence import forms
from assistant.operators.ground import Ground, answer_figure
from assistant.operators.some import is_limit_of_some, is_only_of
from assistant.operators.suited import (
    is_no_amount,
    is_of_both,
    is_of_fees,
    is_only_change,
    is_part_within,
)
from assistant.steps.match.explaining import explain
from assistant.steps.match.levels import OWN
from assistant.steps.match.times import rate_of
from assistant.steps.match.topics import is_telling
from assistant.steps.verbatim import compact

Fact = Figure | Statement
FREE = "免费"
# Who only says whose applications (个人的申请) means those that came in, and no one result of them.
NEW = "新收申请"
# As many characters beside each other are a word.
TELLING = 2
FUTURE = late("打算|明年|来年|下一年(?!度)")
# 增长率, 增幅: a share is wanted, and no amount by which something grew.
GROWTH_RATE = late("[增涨降减升]长?[率速幅]")


def run(query: Query, ground: Ground) -> Finding:
    """The figure that accounts for every word and adds least; several that tie are asked back."""
    if query.negated and "members" in query.operators:
        # How many have not: 还有多少个乡镇没有网站 is no figure of those who have.
        return Finding("unanswered", "not_supported", reason="not_supported")
    if _is_of_plans(query):
        # What is planned is no figure of what was done.
        return ground.not_stated(query)
    if changed := shifted.run(query, ground):
        return changed
    found = _run(query, ground)
    if found.status != "unanswered" or not query.unit_implied:
        return found
    selection = replace(query.selections[0], unit="")
    other = _run(replace(query, selections=(selection,), unit_implied=False), ground)
    implied = query.selections[0].unit
    figures = [f for f in other.facts if isinstance(f, Figure)]
    fits = all(ground.units.fits_loosely(implied, f.unit) for f in figures)
    return other if other.status == "answered" and fits else found


def _is_of_plans(query: Query) -> bool:
    """Does it ask of what is to come? What is carried over to the next year (转到明年的) is a figure of this one."""
    text = query.text
    for mention in query.base.meant():
        text = text.replace(mention.text, "")
    return FUTURE.search(text) is not None


def _run(query: Query, ground: Ground) -> Finding:
    selection = query.selections[0]
    asked = _Asked(_asks_rate(query), frozenset(_counted_names(selection)))
    entries = [e for e in ground.index.figures() if _may_answer(e, query, asked, ground)]
    if query.numbers:
        stated = [e for e in entries if _states(e.fact, query, ground)]
        if _counts_the_whole(query, stated, ground):
            # 27件申请里部分公开的有几件: the number says of which whole, and the report states it.
            return _run(replace(query, numbers=()), ground)
        if not stated:
            unit = query.numbers[0][1]
            held = ground.choose(selection, entries)[2]
            return reverse.premise(query, unit, ground) or ground.refuse(query, held)
        entries = [] if query.ask == "number" and not query.bare else stated
    preferred = (
        _in_unit(entries, selection.unit) if selection.unit and selection.meant() else entries
    )
    winners, fits, held = ground.choose(selection, preferred)
    if not fits:
        winners, fits, held = ground.choose(selection, entries)
    if query.ask == "number" and not _asks_share(query):
        counts = [c for c in fits if getattr(c.fact, "unit", "") != "%"]
        if counts and len(counts) < len(fits):
            entries = [e for e in entries if getattr(e.fact, "unit", "") != "%"]
            winners, fits, held = ground.choose(selection, entries)
    if not selection.meant():
        winners = [c for c in fits if not getattr(c.fact, "part_of", None)]
    telling = (
        selection.meant()
        or (query.numbers and query.bare)
        or ground.units.is_specific(selection.unit)
    ) and not _only_topic(selection)
    if not winners or not telling:
        mended = any(m.read for m in selection.mentions)
        doubtful = query.negated or query.exactly or query.numbers or mended
        sure = not (doubtful or _asks_rate(query))
        said = query.bare and sure and selection.meant()
        found = statement.run(query, ground) if said else None
        free = _free(query, ground) if "money" in query.words else None
        return found if found and found.status == "answered" else free or ground.refuse(query, held)
    winners = list(_told_apart(_come_in(winners, ground), fits, query, ground))
    figures = [c.fact for c in winners if isinstance(c.fact, Figure)]
    if len(figures) == 1:
        return answer_figure(figures[0])
    if len({(f.value, f.unit) for f in figures}) == 1:
        return Finding("answered", "figures", facts=tuple(figures), values=value_of(figures[0]))
    mended = any(m.read for m in selection.mentions)
    whole = len(figures) == len(winners) and not mended and heading_group(figures, ground)
    # 各类各是多少 asks for each of them, and for no sum.
    if whole and not selection.each:
        return added(figures, ground)
    return Finding("clarify", "clarify", rivals=tuple(winners))


def _come_in(winners: Sequence[Candidate], ground: Ground) -> Sequence[Candidate]:
    """个人的申请有多少件: of all the rows of a table for one applicant, those that came in."""
    columns = {(f.table, f.member) for c in winners if isinstance(f := c.fact, Figure) and f.table}
    new = [c for c in winners if NEW in ground.own(c)]
    return new if len(columns) == 1 and len(new) == 1 else winners


def _told_apart(
    winners: Sequence[Candidate], fits: Sequence[Candidate], query: Query, ground: Ground
) -> Sequence[Candidate]:
    """可以直接办事的指引几项: 直接, else passed over, is what the report calls a part of the figure that fits."""
    if len(winners) != 1:
        return winners
    whole, own = winners[0].fact, _spelled(winners[0].fact, ground)
    parts = [c for c in fits if isinstance(c.fact, Figure) and c.fact.part_of == whole.id]
    passed = _passed_over(query)
    named = [c for c in parts if _says_more(c.fact, own, passed)]
    return named or winners


def _passed_over(query: Query) -> str:
    """The question without the words that facts account for."""
    told = [m for m in query.selections[0].mentions if "frame" not in m.kinds()]
    return "".join(
        " " if any(m.start <= at < m.end for m in told) else char
        for at, char in enumerate(query.text)
    )


def _says_more(fact: Fact, own: str, text: str) -> bool:
    """Is a word of the question in what is counted here, and nowhere in what the other figure says?"""
    what = compact(fact.what) if isinstance(fact, Figure) and not fact.table else ""
    return any(
        what[at : at + TELLING] in text and what[at : at + TELLING] not in own
        for at in range(len(what) - TELLING + 1)
    )


def _spelled(fact: Fact, ground: Ground) -> str:
    source = ground.index.report.source
    spans = fact.inherits if isinstance(fact, Figure) else ()
    return compact(fact.quote + "".join(source[start:end] for start, end in spans))


def _counts_the_whole(query: Query, stated: list[Entry], ground: Ground) -> bool:
    """Do the numbers only repeat what the report states of the very nouns behind them?

    Not where a figure that states them answers by itself.
    """
    if len(query.numbered) != len(query.numbers) or ground.choose(query.selections[0], stated)[1]:
        return False
    return all(
        any(_is_said_of(e, value, unit, noun, ground) for e in ground.index.figures())
        for (value, unit), noun in zip(query.numbers, query.numbered, strict=True)
    )


def _is_said_of(entry: Entry, value: Decimal, unit: str, noun: Mention, ground: Ground) -> bool:
    fact = entry.fact
    if not isinstance(fact, Figure) or fact.value is None or base_unit(fact.unit) != unit:
        return False
    level = explain(noun, entry, ground.index)
    return reverse.states(fact, value, unit) and level is not None and level[0] == OWN


def _in_unit(entries: list[Entry], unit: str) -> list[Entry]:
    """The entries in exactly the unit that is asked, where there are any."""
    return [e for e in entries if isinstance(e.fact, Figure) and _is_in(e.fact, unit)] or entries


def _is_in(figure: Figure, unit: str) -> bool:
    return unit in (base_unit(figure.unit), figure.said or base_unit(figure.unit))


def _free(query: Query, ground: Ground) -> Finding | None:
    """A price is asked of what the report says is free."""
    if not is_telling(query.selections[0]):
        return None
    entries = [e for e in ground.index.said() if FREE in e.own]
    _, fits, _ = ground.choose(query.selections[0], entries)
    if not fits:
        return None
    best = min(fits, key=statement.closeness)
    return Finding("answered", "free", facts=(best.fact,), polarity="no")


def _asks_share(query: Query) -> bool:
    return query.selections[0].unit == "%"


def _asks_rate(query: Query) -> bool:
    return any(GROWTH_RATE.search(m.text) for m in query.selections[0].mentions)


def _quotes_denied(fact: Figure, query: Query) -> bool:
    """没有配备的专(兼)职信息员: a phrase of the report is denied, which the figure's clause affirms."""
    phrases = (m for m in query.selections[0].mentions if "verbatim" in m.tags("word"))
    quote = compact(fact.quote)
    return any(a in query.denied and a in quote for m in phrases for s in m.senses for a in s.atoms)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question asks of every figure: a rate of growth, and the names of what is counted."""

    rate: bool
    names: frozenset[str]


def _may_answer(entry: Entry, query: Query, asked: _Asked, ground: Ground) -> bool:
    """Is a figure of the kind that is asked: a number, a share, money, a frequency, a rank?"""
    fact = entry.fact
    assert isinstance(fact, Figure)
    unit = query.selections[0].unit
    denied = set(query.denied) & (entry.says() | entry.topic)
    if query.negated and fact.kind != "zero" and (denied or _quotes_denied(fact, query)):
        return False
    if asked.rate and not fact.unit.endswith(("%", "百分点")):
        return False
    if query.exactly and fact.bound != "exact":
        return False
    if query.over_period and rate_of(fact):
        return False
    if is_no_amount(fact, query.text) or is_of_fees(fact, query.text):
        return False
    if is_part_within(entry, query, ground) or is_of_both(fact, query, ground):
        return False
    if is_only_change(fact, query.text) or is_only_of(fact, query.text, ground.index.report):
        return False
    if is_limit_of_some(fact, {value for value, _ in query.numbers}, ground.index.report):
        return False
    if query.ask == "frequency" or fact.kind in ("document", "frequency"):
        return query.ask == fact.kind == "frequency"
    if fact.kind == "zero":
        return unit in ("", "元", "宗", "件", "次", "起", "例")
    if fact.kind == "rank_cutoff":
        return (
            query.cutoff or unit in ("位", "名") or any(u in ("位", "名") for _, u in query.numbers)
        )
    fits = ground.units.fits(unit, fact.unit) and counts_such(entry, query.selections[0], ground)
    return fits and not _counts_those_who(entry, query, asked.names, ground)


def _only_topic(selection: Selection) -> bool:
    """政府有多少条, 公开有多少条: one word for what every report is about, and nothing that is counted."""
    named = [m for m in selection.mentions if m.kinds() & CONTENT]
    return len(named) == 1 and "theme" not in named[0].kinds() and not is_telling(selection)


def _counted_names(selection: Selection) -> Iterator[str]:
    """What may be counted, by all its names."""
    for mention in selection.heads or selection.meant()[-1:]:
        yield from forms(mention)


def _counts_those_who(entry: Entry, query: Query, names: frozenset[str], ground: Ground) -> bool:
    """有几个网站 is not answered by 有网站的43个: it counts the towns that have one."""
    fact = entry.fact
    assert isinstance(fact, Figure)
    if any(owner in query.text for owner in entry.counted - entry.heads):
        return False
    before = compact(ground.index.report.source[fact.start : fact.number[0]])
    return any(before.endswith(f"{name}的") and f"{name}的" not in query.text for name in names)


def _states(fact: object, query: Query, ground: Ground) -> bool:
    """Does the figure state the question's numbers, each in a fitting unit?"""
    if not isinstance(fact, Figure) or fact.value is None:
        return False
    return all(
        reverse.states(fact, v, u) and ground.units.fits(u, fact.unit) for v, u in query.numbers
    )
