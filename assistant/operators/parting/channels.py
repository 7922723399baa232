"""By what ways people are let know: the part of the report that is headed so (公开方式), or the list of them."""

from __future__ import annotations

from assistant.language.parting import Asked
from assistant.late import late
from assistant.model import Finding, Mention, Section, Span
from assistant.operators.parting.said import ASKING, Said, pieces
from assistant.steps.verbatim import compact

# What leads in a list of ways within a sentence: 公开形式主要有:1.….
LEADS = late(
    r"(?:公开|发布)的?(?:方式|渠道|途径|形式|载体|平台)(?:主要|分别)?(?:有|包括|为|是)[:：]?[^。]{8,}。?"
)
# What is told of in so few words is only announced.
SHORT = 20


def channels(asked: Asked, said: Said) -> Finding | None:
    """The one passage that tells by what ways the report's organ publishes, where nothing else is asked of."""
    if not _asks_publishing(asked, said):
        return None
    report = said.ground.index.report
    headed = said.words.words["headed"]
    parts = [s for s in report.sections if compact(s.heading) in headed]
    if len(parts) == 1 and parts[0].end - parts[0].start > len(parts[0].heading) + SHORT:
        return Finding("answered", "statement", facts=(_below(parts[0], report.source),))
    listed = [found.span() for found in LEADS.finditer(report.source)]
    if not parts and len(listed) == 1:
        return Finding("answered", "statement", facts=(Span(*listed[0]),))
    return None


def _below(section: Section, source: str) -> Span:
    """What stands under a heading."""
    start = source.find(section.heading, section.start) + len(section.heading)
    while start < section.end and source[start] in " 。:：\n\r\t　":
        start += 1
    return Span(start, section.start + len(source[section.start : section.end].rstrip()))


def _asks_publishing(asked: Asked, said: Said) -> bool:
    """Does every word of the question but what asks say that somebody publishes or gets to know?"""
    words, told = said.words.words, False
    for name in ("w", "v"):
        for piece in pieces(*asked.spans.get(name, (0, 0)), said):
            text = piece.text if isinstance(piece, Mention) else piece
            if text in words["publishing"]:
                told = True
            elif not (_is_own(piece, said) or said.words.is_idle(text) or text in words["askers"]):
                return False
    return told


def _is_own(piece: Mention | str, said: Said) -> bool:
    """Is it the organ itself, or its year, or does it only frame or ask?"""
    if isinstance(piece, str):
        return ASKING.fullmatch(piece) is not None
    kinds, index = piece.kinds(), said.ground.index
    own = str(index.report.year) in piece.tags("year")
    organ = {atom for s in piece.senses if s.kind == "organ" for atom in s.atoms}
    if own or "card_place" in kinds or organ == {index.organ}:
        return True
    # 市里, 镇政府 are the organ itself.
    return kinds <= {"frame", "universal", "ask", "whole"} or {"frame", "whole"} <= kinds
