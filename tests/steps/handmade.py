"""A report of a few facts, made by hand: the examples of DESIGN section 2."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from assistant.index import Entry, Index
from assistant.model import Figure, Mention, Report, Selection, Sense

KINDS = {
    "发布": "action",
    "播发": "action",
    "答复": "action",
    "门户网站": "channel",
    "公报": "channel",
}


def figure(identity: str, value: str, unit: str, *, of: str | None = None, **facets: Any) -> Figure:
    """A figure with this number; its spans do not matter here."""
    return Figure(
        **{
            "id": identity,
            "kind": "count",
            "value": Decimal(value),
            "unit": unit,
            "bound": "exact",
            "text": value + unit,
            "what": identity,
            "who": "",
            "where": "",
            "when": "2013年",
            "part_of": of,
            "group": of,
            "section": "一",
            "start": 0,
            "end": 1,
            "number": (0, 1),
            "clause": (0, 1),
            "sentence": (0, 1),
            "inherits": (),
            "quote": value + unit,
        }
        | facets
    )


def entry(fact: Figure, own: set[str], context: Iterable[str] = (), **more: Any) -> Entry:
    """A fact with the concepts of its clause, and those that it inherits."""
    return Entry(fact, frozenset(own), frozenset(context), frozenset(), **more)


PORTAL = {"门户网站", "发布"}
ENTRIES = {
    "portal": entry(figure("portal", "12826", "条"), {*PORTAL, "信息"}),
    "portal_files": entry(
        figure("portal_files", "259", "条", of="portal"), {"市政府办公室", "文件类", "信息"}, PORTAL
    ),
    "gazette": entry(figure("gazette", "664", "条"), {"公报", "发布", "文件类", "信息"}),
    "staff_news": entry(
        figure("staff_news", "85", "条", of="gazette"), {"人事", "任免", "信息"}, {"公报", "发布"}
    ),
    "total": entry(figure("total", "6211", "项"), {"进驻", "事项"}),
    "lianzhou": entry(
        figure("lianzhou", "669", "项", of="total", where="连州市"), {"连州市"}, {"进驻", "事项"}
    ),
    "yingde": entry(
        figure("yingde", "628", "项", of="total", where="英德市"), {"英德市"}, {"进驻", "事项"}
    ),
}
CONCEPTS = {concept for e in ENTRIES.values() for concept in e.says()}


def index(entries: Iterable[Entry]) -> Index:
    """An index over these entries, in this order."""
    held = tuple(entries)
    facts = tuple(e.fact for e in held if isinstance(e.fact, Figure))
    report = Report(
        "qingyuan-2013", "年报", "市政府办公室", "清远市", 2013, "文", "", (), facts, (), (), {}
    )
    return Index(report, held, (), {}, "市政府办公室")


def sense(concept: str) -> Sense:
    """The one sense of a word."""
    kind = "place" if concept.endswith("市") else KINDS.get(concept, "measure")
    return Sense(kind, (concept,))


def word(concept: str) -> Mention:
    """A word of the question that names one concept."""
    return Mention(0, len(concept), concept, (sense(concept),))


def place(name: str) -> Mention:
    """A place named in the question."""
    return Mention(0, len(name), name, (Sense("place", (name,)),))


def unread(text: str) -> Mention:
    """A word of the question that nothing is known of."""
    return Mention(0, len(text), text, ())


def asked(*mentions: Mention) -> Selection:
    """A selection of facts that have to account for these."""
    return Selection(mentions)
