"""Earlier: what all years before the report's own made together.

    earlier(Quantity, time) → Quantity

Of 2543 in the year and 78967 历年累计 in one row, 2014年以前累计多少条: 78967 − 2543 = 76424条.
Both have to stand in one row of a table, and the time has to be the report's year.
"""

from __future__ import annotations

from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.spreading import in_order
from assistant.queries.tree import Phrase, Tree, around, asked_of
from assistant.queries.values import Failure, Quantity, aligned, computed, stated


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    since = tree["b"].word
    if since is None or since.tags("year") != {str(facts.report.year)}:
        return Failure("not_matched", (since,) if since else ())
    found = facts.figure(Phrase(facets=in_order(around(tree, "q", "w")[0]), asked=asked_of(tree)))
    if isinstance(found, Failure):
        return found
    pair = facts.so_far(found.facts[0])
    if pair is None:
        return Failure("not_comparable")
    year, total = aligned(stated(f) for f in pair)
    if not (year.is_exact and total.is_exact) or year.low > total.low:
        return Failure("approximate")
    return computed(total.low - year.low, (total, year), f"{total.term} − {year.term}")


register("earlier", _value)
