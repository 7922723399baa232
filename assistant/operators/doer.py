"""Doer: is what a claim says that somebody does said of him, and not of another whom the passage only names?

根据《…市委办公室…规定》,市政府办公室负责政务公开 does not say that 市委办公室 does it: the name stands in a
document's title.
"""

from __future__ import annotations

import re

from assistant.model import Figure, Finding, Frame, Mention, Query
from assistant.operators.evidence import forms
from assistant.operators.ground import Ground

# A name in marks, whose words are of what is named so.
TITLE = re.compile("《[^《》]*(?:《[^《》]*》[^《》]*)*》")
# What leads to who does it: 管信息公开的是市委办, 由市委办负责.
LEADS = ("的是", "由", "是由", "归", "的单位是", "的部门是", "的机关是")
BODIES = ("局", "委", "厅", "办", "办公室")
PASSIVE_SIGN = "被"
PASSIVE = re.compile("([一-龥]{2,}?)(?:有没有|有无|是否|是不是)?被")
ACT, ORGAN, DOERS = "action", "organ", frozenset({"doer", "agent", "subject"})


def other_doer(query: Query, span: tuple[int, int], ground: Ground) -> bool:
    """Does the passage say that another does what the question claims of a body?"""
    source = ground.index.report.source
    passage = TITLE.sub("", source[slice(*span)])
    bodies = [m for m in query.base.mentions if ORGAN in m.kinds()]
    titled = [m for m in bodies if not _is_named(m, passage)]
    claimed = [m for m in bodies if query.text[: m.start].endswith(LEADS)]
    if "《" in query.text or not (titled or claimed):
        return False
    doers = [source[slice(*span)] for frame in _frames(span, ground) for span in _doers(frame)]
    return bool(doers) and not any(_is_named(m, doer) for m in titled or claimed for doer in doers)


def is_of_another_body(query: Query, finding: Finding, ground: Ground) -> bool:
    """县气象局公开1795条, where 县政府 does: is a body of the claim named beside the clause of the figure alone?"""
    figures = [fact for fact in finding.facts if isinstance(fact, Figure)]
    if finding.polarity != "yes":
        return False
    if any(_led_by_another(query, span, ground) for span in _clauses(finding)):
        return True
    if len(figures) != 1:
        return False
    if other_doer(query, figures[0].sentence, ground):
        return True
    bodies = [m for m in query.base.meant() if m.text.endswith(BODIES) and len(m.text) > 1]
    source, figure = ground.index.report.source, figures[0]
    own, sentence = source[slice(*figure.clause)], source[slice(*figure.sentence)]
    doers = [source[slice(*d)] for f in _frames(figure.clause, ground) for d in _doers(f)]
    beside = [b for b in bodies if not _is_named(b, own) and _is_named(b, sentence)]
    return bool(beside) and any(doer in own for doer in doers)


def _clauses(finding: Finding) -> list[tuple[int, int]]:
    return [p.clause if isinstance(p, Figure) else (p.start, p.end) for p in finding.facts]


def _led_by_another(query: Query, span: tuple[int, int], ground: Ground) -> bool:
    """信访局组织召开听证会6次: does another body stand right before what the question says is done?"""
    own = ground.index.report.source[slice(*span)]
    bodies = [m for m in query.base.mentions if m.text.endswith(BODIES) and len(m.text) > 1]
    acts = [re.escape(m.text) for m in query.base.meant() if ACT in m.kinds()]
    if not bodies or not acts or any(_is_named(m, own) for m in bodies):
        return False
    return re.match(f"[一-龥]+(?:{'|'.join(BODIES)})(?:{'|'.join(acts)})", own) is not None


def is_turned(query: Query, finding: Finding, ground: Ground) -> bool:
    """公开办被通报了吗, and the proof says 公开办通报单位3个: is what is done to a body told as what it does?"""
    turned = PASSIVE.search(query.text)
    if turned is None or finding.polarity != "yes":
        return False
    source = ground.index.report.source
    spans = _clauses(finding)
    frames = [f for span in spans for f in _frames(span, ground)]
    doers = [source[slice(*span)] for frame in frames for span in _doers(frame)]
    said = "".join(source[slice(*span)] for span in spans)
    return PASSIVE_SIGN not in said and any(
        doer and (turned[1].endswith(doer) or doer.endswith(turned[1])) for doer in doers
    )


def _is_named(body: Mention, text: str) -> bool:
    return any(form in text for form in forms(body))


def _frames(span: tuple[int, int], ground: Ground) -> list[Frame]:
    start, end = span
    frames = ground.index.report.frames
    return [f for f in frames if f.predicate and f.clause[0] < end and start < f.clause[1]]


def _doers(frame: Frame) -> list[tuple[int, int]]:
    return [(role.start, role.end) for role in frame.roles if role.name in DOERS]
