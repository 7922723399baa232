"""Words of a question that mean the body whose report it is: 局里, 我们局, 你们单位, 县里; and the name of its place.

县政府 is 全县 only where the report does not tell it apart: 市政府349件 is a part of what 全市 received.

A zone is called by the place where it lies only where its own report calls it so (石桥正式开展封关运作), for the place
has a government of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.cards import ZONE
from assistant.index import Index
from assistant.language.bodies import Bodies
from assistant.late import late
from assistant.model import Mention, Report, Sense
from assistant.places import suffix

OWN = (Sense("card_place"),)
# By these roles a report tells of somebody who does something.
GOVERNMENT, FULL = "政府", late("人民(?=政府)")
DOING = frozenset({"subject", "doer", "holder"})


def own_body(text: str, index: Index, bodies: Bodies) -> tuple[Mention, ...]:
    """What of a question means the body itself whose report this is."""
    report = index.report
    rank = suffix(report.place)
    apart = _tells_apart(index, rank)
    spans = [
        (start, end)
        for start, end in bodies.meant(text, report.organ, rank)
        if not (apart and f"{rank}{GOVERNMENT}" in FULL.sub("", text[start:end]))
    ]
    if where := _called_so(index):
        spans += bodies.bare(text, where)
    return tuple(Mention(start, end, text[start:end], OWN) for start, end in spans)


def _tells_apart(index: Index, rank: str) -> bool:
    """Does the report give a figure of the government itself, beside those of the whole place?"""
    if "government apart" not in index.made:
        named = (FULL.sub("", figure.who) for figure in index.report.figures)
        index.made["government apart"] = f"{rank}{GOVERNMENT}" in named
    apart: bool = index.made["government apart"]
    return apart


def _called_so(index: Index) -> str:
    """The place where the report's zone lies, where the report itself tells of the zone by that name."""
    if "zone called" not in index.made:
        index.made["zone called"] = next(_told_of(index.report), "")
    name: str = index.made["zone called"]
    return name


def _told_of(report: Report) -> Iterator[str]:
    zone = ZONE.fullmatch(report.place)
    for frame in report.frames if zone else ():
        for role in frame.roles:
            said = report.source[role.start : role.end]
            if zone and frame.predicate and role.name in DOING and said == zone["where"]:
                yield said
