"""All drafts of a report, section by section, in the order of its text."""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace

from assistant.drafting import breakdowns, cells, prose, statements
from assistant.drafting.draft import Draft
from assistant.drafting.frame import Frame
from assistant.drafting.material import Material
from assistant.knowledge import Knowledge
from assistant.model import Report


def drafts_of(report: Report, knowledge: Knowledge, material: Material) -> tuple[Draft, ...]:
    """Every fact of the report as questions; `knowledge` are the terms with only this report open."""
    return drafts_in(Frame(report, material), knowledge)


def drafts_in(frame: Frame, knowledge: Knowledge) -> tuple[Draft, ...]:
    """The same in this frame.

    Drafts of facts that nothing tells apart are numbered in reading order, so that no id is given twice.
    """
    report = frame.report
    found = [
        *statements.drafts(frame),
        *prose.drafts(frame, knowledge),
        *breakdowns.drafts(frame),
        *cells.drafts(frame),
    ]
    places = {section.path: at for at, section in enumerate(report.sections)}
    starts = [section.start for section in report.sections]

    def place(draft: Draft) -> tuple[int, bool, int, str, tuple[str, ...]]:
        """By section; a table under a title of its own stands behind the section that it is in."""
        known = draft.section in places or not draft.section
        inside = bisect(starts, draft.at) - 1
        at = places.get(draft.section, inside if draft.section else -1)
        return at, not known, draft.at, draft.kind, draft.identity

    found.sort(key=place)
    counted: dict[tuple[str, tuple[str, ...]], int] = {}
    numbered = []
    for draft in found:
        key = (draft.kind, draft.identity)
        counted[key] = counted.get(key, 0) + 1
        again = (f"#{counted[key]}",) if counted[key] > 1 else ()
        numbered.append(replace(draft, identity=(*draft.identity, *again)))
    return tuple(numbered)
