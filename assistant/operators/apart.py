"""What a question sets aside or leads in with, held against the figures that were taken for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.model import Figure, Query
from assistant.naming import name_of, whole_of
from assistant.operators.ground import Ground
from assistant.steps.match.explaining import explain

SET_ASIDE = re.compile("(?:除了?|不算|不计|去掉)(.{2,60}?)(?:以外|之外|外|[,，])")
LEAD = re.compile("^.{2,40}?(?:中|里|方面|当中)[,，]")
OTHER = frozenset({"其他", "其它"})


def takes_what_is_out(query: Query, figures: Sequence[Figure], ground: Ground) -> bool:
    """除宿城区、宿豫区以外最少的: is one of these figures of what is left out, or a part of it?"""
    found = SET_ASIDE.search(query.text)
    if found is None or "remainder" not in query.operators:
        return False
    wholes = [w for f in figures if (w := whole_of(f, ground.index.report)) is not None]
    names = {n for f in (*figures, *wholes) for n in (f.where, f.member, name_of(f)) if n}
    # Where 同意公开 is left out, parts of 不同意公开 are no more meant than its own.
    return any(name.removesuffix("数") in found[1] or found[1] in name for name in names)


def speaks_of_another(query: Query, figures: Sequence[Figure], ground: Ground) -> bool:
    """行政复议中，被纠错的: is one of these figures outside of what leads in, or any other 其他?"""
    lead = LEAD.search(query.text)
    led = [m for m in query.base.meant() if lead and m.end <= lead.end()]
    entries = [e for f in figures if (e := ground.index.of(f.id)) is not None]
    if any(explain(m, entry, ground.index) is None for m in led for entry in entries):
        return True
    bare = any(s.meant() and {m.text for m in s.meant()} <= OTHER for s in query.selections)
    return bare and len({(f.part_of, f.table) for f in figures}) > 1
