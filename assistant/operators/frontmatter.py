"""Front matter: what a report says about itself: whom to call, of what days its figures are, where it can be had."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.index import Index
from assistant.language.frontmatter import FrontMatter, Topic
from assistant.language.wordclasses import LEVELS, is_name_of
from assistant.late import late
from assistant.model import Finding, Span
from assistant.operators.basis import document_asked

# Whose report it is and of what day, in one of its first lines: (霍山县政府信息公开办公室 2011年3月18日).
PUBLISHED = late(r"[(（]?[^，,。；;]{4,40}?\d{4}年\d{1,2}月\d{1,2}日[)）]?")
HEAD = 3


def front_matter(text: str, index: Index, known: FrontMatter) -> Finding | None:
    """What the report says of each topic that is asked for; None where it is no such question, or says nothing."""
    topics = known.asked(text, own_name(index))
    if any(topic.later for topic in topics):
        return None
    asked = [t for t in topics if not t.plainly or t.itself]
    return _stated(asked, index, known.office(text))


def on_what_basis(text: str, index: Index, known: FrontMatter) -> Finding | None:
    """What the report says of the documents it names, and of those it is based on, where the engine reads nothing."""
    own = own_name(index)
    document = document_asked(text, index, known, own)
    if document is not None:
        return document
    topics = known.asked(text, own)
    is_later = any(topic.later for topic in topics)
    return _stated(topics, index, known.office(text)) if is_later else None


def in_its_words(text: str, index: Index, known: FrontMatter) -> Finding | None:
    """As `front_matter`, of what the engine reads in plain words too, where it has no answer to them."""
    return _stated(known.asked(text, own_name(index)), index, known.office(text))


def own_name(index: Index) -> str:
    """All that the organ of a report is called, its place before it."""
    report = index.report
    return report.organ if report.place in report.organ else f"{report.place}{report.organ}"


def _stated(topics: Sequence[Topic], index: Index, office: str = "") -> Finding | None:
    """What the report says of each; of an `office` that the question names only where it is said of it."""
    source = index.report.source
    spans = [span for topic in topics if (span := topic.find(source))]
    own = own_name(index)
    around = (source[source.rfind("。", 0, at) + 1 : end] for at, end in spans)
    is_own = not office or _publishes(office, source) or is_name_of(office, own)
    if not is_own and not all(_tells_of(office, sentence, own) for sentence in around):
        return None
    if not spans or len(spans) < len(topics):
        return None
    kept = [s for s in dict.fromkeys(spans) if not any(_holds(other, s) for other in spans)]
    outcome = "statement" if len(kept) == 1 else "statements"
    return Finding("answered", outcome, facts=tuple(Span(*span) for span in sorted(kept)))


def _holds(other: tuple[int, int], span: tuple[int, int]) -> bool:
    return other != span and other[0] <= span[0] and span[1] <= other[1]


def _tells_of(office: str, sentence: str, own: str) -> bool:
    """Does a sentence name an office, by all that it is called (区人民政府办公室 is 区政府办)?"""
    if office in sentence:
        return True
    office = office.lstrip(LEVELS) if office[0] in own else office
    return bool(re.search("(?:人民|公|工作)?".join(map(re.escape, office)), sentence))


def _publishes(office: str, source: str) -> bool:
    """Does the line under the title name the office, with the day, as the one whose report it is?"""
    lines = source.split("\n", HEAD)[:HEAD]
    return any(office in line and PUBLISHED.fullmatch(line.strip()) for line in lines)


def plainly(text: str, index: Index, known: FrontMatter) -> str:
    """The question about the report in the words that the engine reads; empty where it is none, or more than one."""
    topics = known.asked(text, own_name(index))
    return topics[0].plainly if len(topics) == 1 else ""


def of_itself(text: str, index: Index, known: FrontMatter) -> str:
    """As `plainly`, where only the report as such can be meant: 报告由谁编制 is not told by 人员编制规定."""
    topics = known.asked(text, own_name(index))
    return topics[0].plainly if len(topics) == 1 and topics[0].itself else ""
