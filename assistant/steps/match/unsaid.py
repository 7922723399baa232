"""What a figure is of, and the question does not say: one of several, an owner, a level, a kind, a row, a body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.index import Entry, Index
from assistant.index.concepts import THEME
from assistant.late import late
from assistant.model import Figure, Mention, Selection, Statement
from assistant.naming import STATISTICS
from assistant.steps.match.explaining import senses_of
from assistant.steps.match.topics import TOPIC
from assistant.steps.verbatim import compact

# What a sentence speaks of whose applications are none for information.
APPLIED, REVIEWED = "申请", "复议"
OTHERWISE = late("^(?!.*公开).*(?:审批|许可|办证|证照)", re.DOTALL)
# What is said of one level of government alone.
LEVEL = "本级"
# A body of a place, behind the place's name.
BODY = late(
    r"[一-龥]{1,12}?(?:局|委员会|委|办公室|办|厅|院|中心|处|站|所|大队|支队)(?=[\d,，、;；。(（]|$)"
)


def one_of_many(selection: Selection, entry: Entry, mentioned: set[str]) -> list[Mention]:
    """A figure counted for several things together is not the figure of one of them."""
    for members, heads in entry.together:
        named = members & mentioned
        alone = named != members or selection.each
        if named and alone and not (heads & mentioned and len(named) > 1 and not selection.each):
            return [
                m for m in selection.mentions if any(named & set(s.atoms) for s in senses_of(m))
            ]
    return []


def owner_unsaid(selection: Selection, entry: Entry, mentioned: set[str]) -> list[Mention]:
    """有便民中心的73个 counts towns: the question must speak of towns, and of what they have."""
    fact = entry.fact
    if not isinstance(fact, Figure) or not fact.what.endswith("的"):
        return []
    said = entry.heads & mentioned and entry.counted & mentioned
    return [] if said else list(selection.required())


def applied_for(selection: Selection) -> list[Mention]:
    """What a question about applications for information says of their theme (政府信息公开申请)."""
    asked = {atom for m in selection.mentions for s in m.senses for atom in s.atoms}
    if APPLIED not in asked:
        return []
    return [m for m in selection.mentions if "theme" in m.kinds() or THEME in _atoms_of(m)]


def other_application(
    themes: list[Mention], selection: Selection, entry: Entry, index: Index
) -> list[Mention]:
    """政府信息公开申请 are not those of which a sentence about approvals tells (审批部门13个，共受理申请121510件)."""
    fact = entry.fact
    if not isinstance(fact, Figure) or fact.table or APPLIED not in fact.quote:
        return []
    sentence = index.report.source[slice(*fact.sentence)]
    reviewed = REVIEWED in fact.quote and not any(REVIEWED in m.text for m in selection.mentions)
    return themes if reviewed or OTHERWISE.search(sentence) else []


def _atoms_of(mention: Mention) -> set[str]:
    return {atom for sense in mention.senses if not sense.near for atom in sense.atoms}


def level_unsaid(selection: Selection, entry: Entry, index: Index) -> list[Mention]:
    """市政府本级收到31件 is no answer of 全市: where the report states both, the level must be named."""
    fact = entry.fact
    if not isinstance(fact, Figure) or LEVEL not in fact.quote[: fact.number[0] - fact.start]:
        return []
    if any(
        LEVEL in m.text or m.kinds() & {"organ"} or "市级" in m.text for m in selection.mentions
    ):
        return []
    stated: set[tuple[str, str]] = index.made.setdefault("of all", _of_all(index))
    own = {(head, fact.unit) for head in entry.heads - TOPIC}
    return list(selection.required()) if own & stated else []


def _of_all(index: Index) -> set[tuple[str, str]]:
    """What the report states of the whole place, each with its unit."""
    wholes = [e for e in index.figures() if e.scope == "whole"]
    return {(head, e.fact.unit) for e in wholes for head in e.heads if isinstance(e.fact, Figure)}


def kind_unsaid(selection: Selection, entry: Entry, mentioned: set[str]) -> list[Mention]:
    """收费 is not 行政事业性收费: the row of a table is a kind of what is asked, and that kind is not named."""
    fact = entry.fact
    measure = fact.measure.rpartition("/")[2] if isinstance(fact, Figure) and fact.table else ""
    if measure not in entry.own or measure in mentioned:
        return []
    return [
        m
        for m in selection.required()
        if any(_is_kind_of(measure, a) for s in m.senses for a in s.atoms)
    ]


def _is_kind_of(measure: str, asked: str) -> bool:
    plain = asked.removesuffix("金额")
    return len(plain) > 1 and measure != plain and measure.endswith(plain)


def row_unsaid(selection: Selection, entry: Entry, mentioned: set[str]) -> list[Mention]:
    """A row of the statistics table (政府公报公开数) is not the figure of what only its table is about (主动公开)."""
    fact = entry.fact
    if not isinstance(fact, Figure) or fact.table != STATISTICS or entry.own & mentioned:
        return []
    words = [m.read or m.text for m in selection.mentions]
    asked = "".join(words)
    label = compact("".join(fact.row[-1:]))
    unsaid = any(
        atom[-2:] in label and atom[-2:] not in asked and not _is_within(words, atom)
        for atom in entry.own - TOPIC
    )
    return list(selection.required()) if unsaid else []


def _is_within(words: Iterable[str], name: str) -> bool:
    """Is one of these words a part of a name (培训 of 培训班)?"""
    return any(len(word) > 1 and word in name for word in words)


def other_places(selection: Selection) -> list[Mention]:
    """The places that are named, other than the report's own."""
    return [m for m in selection.mentions if "place" in m.kinds() and "card_place" not in m.kinds()]


def body_unsaid(
    places: Sequence[Mention], fact: Figure | Statement, mentioned: set[str], index: Index
) -> list[Mention]:
    """What 沭阳县自然资源和规划局 collected is not what 沭阳县 collected."""
    if not isinstance(fact, Figure):
        return []
    source = index.report.source
    starts = (fact.start, *(start for start, _ in fact.inherits))
    left = []
    for mention in places:
        names = {atom for s in mention.senses for atom in s.atoms}
        said = [
            start + len(name)
            for start in starts
            for name in names
            if source.startswith(name, start)
        ]
        bodies = [body.group() for at in said if (body := BODY.match(source, at))]
        named = any(atom in body for body in bodies for atom in mentioned)
        if bodies and len(bodies) == len(said) and not named:
            left.append(mention)
    return left
