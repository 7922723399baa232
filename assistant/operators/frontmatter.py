"""Front matter: what a report says about itself: whom to call, of what days its figures are, where it can be had."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.index import Index
from assistant.language.frontmatter import FrontMatter, Topic
from assistant.late import late
from assistant.model import Finding, Span

# Whose report it is and of what day, in one of its first lines: (霍山县政府信息公开办公室 2011年3月18日).
PUBLISHED = late(r"[(（]?[^，,。；;]{4,40}?\d{4}年\d{1,2}月\d{1,2}日[)）]?")
HEAD = 3


def front_matter(text: str, index: Index, known: FrontMatter) -> Finding | None:
    """What the report says of each topic that is asked for; None where it is no such question, or says nothing."""
    asked = [t for t in known.asked(text) if not t.plainly or t.itself]
    return _stated(asked, index, known.office(text))


def in_its_words(text: str, index: Index, known: FrontMatter) -> Finding | None:
    """As `front_matter`, of what the engine reads in plain words too, where it has no answer to them."""
    return _stated(known.asked(text), index, known.office(text))


def _stated(topics: Sequence[Topic], index: Index, office: str = "") -> Finding | None:
    """What the report says of each; of an `office` that the question names only where it is said of it."""
    source = index.report.source
    spans = [span for topic in topics if (span := topic.find(source))]
    if any(office not in source[source.rfind("。", 0, at) + 1 : at] for at, _ in spans) and (
        not _publishes(office, source)
    ):
        return None
    if not spans or len(spans) < len(topics):
        return None
    outcome = "statement" if len(spans) == 1 else "statements"
    return Finding("answered", outcome, facts=tuple(Span(*span) for span in sorted(spans)))


def _publishes(office: str, source: str) -> bool:
    """Does the line under the title name the office, with the day, as the one whose report it is?"""
    lines = source.split("\n", HEAD)[:HEAD]
    return any(office in line and PUBLISHED.fullmatch(line.strip()) for line in lines)


def plainly(text: str, known: FrontMatter) -> str:
    """The question about the report in the words that the engine reads; empty where it is none, or more than one."""
    topics = known.asked(text)
    return topics[0].plainly if len(topics) == 1 else ""


def of_itself(text: str, known: FrontMatter) -> str:
    """As `plainly`, where only the report as such can be meant: 报告由谁编制 is not told by 人员编制规定."""
    topics = known.asked(text)
    return topics[0].plainly if len(topics) == 1 and topics[0].itself else ""
