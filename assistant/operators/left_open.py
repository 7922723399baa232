"""Left open: a clause of the report with a word that asks in the place of one role (向谁移交文件118件).

All the other words have to stand in the clause as they are asked, and what stands where the question asks has
to fill a role that the word asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.index import Index
from assistant.language.roles import LeftOpen, Roles
from assistant.language.script import fold
from assistant.language.told import ENDINGS
from assistant.late import late
from assistant.model import Finding, Frame, Report, Role, Span
from assistant.operators.stated_so import LEADS, MARKS

# A question has to say so much beside what it asks.
SHORTEST = 4
# What a clause may say before what is asked of it, unless the report says that it is not, or not yet, so.
DENYING = late("[未没不无非]|将|拟|需|应|待")
# What a question is asked without, where a name has it (中国·平潭).
DOTS = late("[·•・‧]")
Clause = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Opening:
    """A clause without what fills one of its roles."""

    name: str
    before: str
    behind: str
    told: str
    clause: Clause
    acts: str


def left_open(text: str, index: Index, roles: Roles) -> Finding | None:
    """The clause; None where the question is none of the report with an opening, or several clauses fill it."""
    found = {opening.told: opening for opening in _filling(text, index, roles)}
    if len(found) != 1:
        return None
    (opening,) = found.values()
    return Finding("answered", "statement", facts=(Span(*opening.clause),))


def is_empty(text: str, index: Index, roles: Roles) -> bool:
    """Is a clause asked word for word for a role that nothing in it or before it fills?"""
    plain = _said(text.strip(ENDINGS))
    wholes = _wholes(index)
    for asked in roles.empty:
        for at in asked.asks.finditer(plain):
            rest = LEADS.sub("", plain[: at.start()] + plain[at.end() :])
            if len(rest) < SHORTEST:
                continue
            same = [filled for said, filled in wholes.items() if said.endswith(rest)]
            if same and not any(filled & asked.filled_by for filled in same):
                return True
    return False


def _wholes(index: Index) -> dict[str, frozenset[str]]:
    """The clauses of a report, each with the roles that are filled in it."""
    if "wholes" not in index.made:
        found: dict[str, frozenset[str]] = {}
        for frame in index.report.frames:
            if frame.predicate:
                said = LEADS.sub("", _said(index.report.source[slice(*frame.clause)]))
                names = frozenset(role.name for role in frame.roles)
                found[said] = found.get(said, frozenset()) | names
        index.made["wholes"] = found
    wholes: dict[str, frozenset[str]] = index.made["wholes"]
    return wholes


def _filling(text: str, index: Index, roles: Roles) -> Iterator[Opening]:
    plain = _said(text.strip(ENDINGS))
    openings = _openings(index)
    for asked in roles.open:
        for at in asked.asks.finditer(plain):
            before, behind = plain[: at.start()], plain[at.end() :]
            if len(before) + len(behind) >= SHORTEST:
                same = (
                    opening
                    for opening in openings.get(behind, ())
                    if opening.name in asked.filled_by
                )
                yield from (
                    opening for opening in same if _is_asked(before, behind, opening, asked)
                )


def _is_asked(before: str, behind: str, opening: Opening, asked: LeftOpen) -> bool:
    """Does the question say the clause up to its opening, or what of it holds the act?"""
    said, wanted = asked.without_lead(opening.before), asked.without_lead(before)
    if asked.led and (said == opening.before) != (wanted == before) and not asked.bare:
        return False
    rest = said.removesuffix(wanted)
    if rest + wanted != said or opening.acts not in wanted + behind:
        return False
    return not DENYING.search(LEADS.sub("", rest))


def _openings(index: Index) -> dict[str, list[Opening]]:
    """The openings of a report by what stands behind them."""
    if "openings" not in index.made:
        found: dict[str, list[Opening]] = {}
        for opening in _of_report(index.report):
            found.setdefault(opening.behind, []).append(opening)
        index.made["openings"] = found
    openings: dict[str, list[Opening]] = index.made["openings"]
    return openings


def _of_report(report: Report) -> Iterator[Opening]:
    for frame in report.frames:
        if frame.predicate and not frame.denied:
            yield from _of_frame(frame, report.source)


def _of_frame(frame: Frame, source: str) -> Iterator[Opening]:
    start, end = frame.clause
    assert frame.predicate
    acts = _said(source[slice(*frame.predicate)])
    for role in _own(frame.roles, frame.clause):
        told = source[role.start : role.end]
        before = LEADS.sub("", _said(source[start : role.start]))
        yield Opening(role.name, before, _said(source[role.end : end]), told, frame.clause, acts)


def _own(roles: Sequence[Role], clause: Clause) -> list[Role]:
    return [r for r in roles if clause[0] <= r.start and r.end <= clause[1]]


def _said(text: str) -> str:
    return DOTS.sub("", MARKS.sub("", fold(text)))
