"""A figure of the prose in a whole sentence: 2010年，霍山县全年受理申请27件."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from assistant.cards import body_of
from assistant.model import Figure, Report
from assistant.naming import describe, whole_of
from assistant.store.packing import card_of

KINDS = frozenset({"count", "money"})
SPACE = re.compile(r"\s+")


def clause(figure: Figure, report: Report, said: Mapping[str, Any]) -> str:
    """What the report says of the figure, so that it can stand by itself; `said` is `knowledge/sentences.yaml`.

    Whose it is stands before it where the report leaves that unsaid and speaks of nobody else there.
    """
    words: Mapping[str, Any] = said["clauses"]
    text = smoothed(describe(figure, report), said)
    whole = whole_of(figure, report) or figure
    if not _is_plain(whole, report):
        return text
    before = SPACE.sub("", report.source[whole.sentence[0] : whole.start]).rstrip("，,")
    of_all = re.search(words["before"], before)
    if whole is figure and of_all and re.match(words["carried"], text):
        return f"{of_all[1]}，{text}"
    own = re.match(words["own"], text)
    if own is None or report.organ.endswith(tuple(said["cells"]["offices"])):
        return text
    if (own["year"] or str(report.year)) != str(report.year) or _is_of_another(
        whole, report, words
    ):
        return text
    lead = str(words["lead"]).format(year=report.year, who=body_of(card_of(report)))
    return lead + own["done"]


def smoothed(text: str, said: Mapping[str, Any]) -> str:
    """The report's own words, put so that they can stand alone: 受理的申请中，… of 受理申请中，…."""
    for pattern, form in said["clauses"]["smooth"]:
        text = re.sub(pattern, form, text)
    return text


def _is_plain(figure: Figure, report: Report) -> bool:
    """Is it an amount of this year that the report ascribes to nobody, with nothing that it takes from before?"""
    named = figure.who or figure.where or figure.inherits or figure.table
    this_year = not figure.when or str(report.year) in figure.when
    return figure.kind in KINDS and this_year and not named


def _is_of_another(figure: Figure, report: Report, words: Mapping[str, Any]) -> bool:
    """Does its part speak of a body, a place or a medium before it, that may be whose it is?"""
    around = [s for s in report.sections if s.start <= figure.start < s.end]
    start = max((s.start for s in around), default=figure.sentence[0])
    return (
        re.search(words["bodies"], SPACE.sub("", report.source[start : figure.start])) is not None
    )
