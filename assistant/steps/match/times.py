"""Of which year, and of what each one, a figure tells; and whether that is the time that is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.index import Entry, Index
from assistant.model import Figure, Mention, Selection, Sense
from assistant.steps.match.levels import GIVEN, OWN
from assistant.steps.verbatim import compact

EACH = "每"
YEAR_END = ("年末", "年底")
TIMES = frozenset({"year", "relative_year", "period", "part_of_year", "frame", "unit", "ask"})


def other_year(figure: Figure, own: int) -> bool:
    """Does the figure speak of another year than its report (比2017年的443条增加)?"""
    stated = figure.when[:4]
    return stated.isdigit() and stated != str(own)


def rate_of(figure: Figure) -> str:
    """Of what each one the figure is (每期1535册: 期, 每次38人: 次); empty where it is a total."""
    said = figure.when if figure.when.startswith(EACH) else figure.what
    at = said.find(EACH)
    near = at >= 0 and (at == 0 or said is figure.what)
    return said[at + 1 : at + 2] if near else ""


def years_of(mention: Mention, own: int) -> Iterator[str]:
    """The years that a mention names, those that are told from the report's own as well: 上年."""
    yield from mention.tags("year")
    yield from (str(own + int(tag)) for tag in mention.tags("relative_year") if int(tag))


def account_year(year: str, entry: Entry, own: int) -> int | None:
    """The report's own year is given; another only where the fact itself speaks of it."""
    fact = entry.fact
    if isinstance(fact, Figure) and other_year(fact, own):
        return OWN if fact.when.startswith(year) else None
    if year == str(own):
        return GIVEN
    return OWN if f"{year}年" in fact.quote and not isinstance(fact, Figure) else None


def account_time(mention: Mention, sense: Sense, entry: Entry, index: Index) -> int | None:
    """Words for times (历年, 年底) count where the fact says them itself."""
    # 12月31日 says nothing of 12月.
    column = entry.fact.column[-1:] if isinstance(entry.fact, Figure) else ()
    text = compact("".join((entry.fact.quote, *column)))
    if mention.text in YEAR_END:
        # 到年末发布博文236条，听众4100多人: the end of the year is said once for all.
        before = index.report.source[entry.fact.sentence[0] : entry.fact.end]
        return OWN if any(word in compact(before) for word in YEAR_END) else None
    said = re.search(rf"{re.escape(mention.text)}(?!\d)", text)
    years = years_of(mention, index.report.year) if sense.kind == "relative_year" else ()
    # 去年 is the year of which 上年为50件 tells.
    told = entry.fact.when if isinstance(entry.fact, Figure) else ""
    return OWN if said or any(told.startswith(year) for year in years) else None


def is_of_each(sense: Sense, figure: Figure, index: Index) -> bool:
    """每期: is the figure one for each, by its own clause or its heads, and not by a clause beside it?"""
    clause = index.report.source[slice(*figure.clause)]
    said = compact("".join((clause, *figure.row, *figure.column, figure.when)))
    return any(atom in said for atom in sense.atoms)


def another_time(selection: Selection, fact: Figure, own: int) -> list[Mention]:
    """A figure of another year answers only a question that names that year; a plan answers none."""
    if fact.kind in ("target", "base"):
        return list(selection.required())
    if not other_year(fact, own):
        return []
    named = any(fact.when.startswith(y) for m in selection.mentions for y in years_of(m, own))
    # 那上一年呢 alone asks for no figure of that year.
    if named and any(not m.kinds() <= TIMES for m in selection.mentions):
        return []
    return list(selection.required())
