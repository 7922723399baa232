"""Which drafts a page has: by section, by topic, by length."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.drafting.draft import Draft
from assistant.drafting.material import Material
from assistant.errors import ReportError
from assistant.faq.entries import Entry
from assistant.model import Report


def select(
    drafts: Iterable[Draft], report: Report, sections: Sequence[str], level: int
) -> tuple[Draft, ...]:
    """The drafts up to a level that stand in one of these sections, or in any where none is named.

    A section is named by a piece of its path (依申请公开). Raises `ReportError` for one that the report
    does not have.
    """
    drafts = tuple(drafts)
    paths = {*(s.path for s in report.sections), *(draft.section for draft in drafts)}
    for name in sections:
        if not any(name in path for path in paths):
            outer = "、".join(s.path for s in report.sections if s.level == 1) or "无"
            raise ReportError(f"{report.id} 没有章节“{name}”，现有的是：{outer}")
    return tuple(
        draft
        for draft in drafts
        if draft.level <= level
        and (not sections or any(name in draft.section for name in sections))
    )


def known_topics(topics: Iterable[str], material: Material) -> None:
    """Raise `ReportError` for a topic that there is not."""
    for topic in topics:
        if topic not in material.topics:
            raise ReportError(f"没有主题“{topic}”，可用的是：{'、'.join(material.topics)}")


def on_topics(entries: Iterable[Entry], topics: Sequence[str]) -> tuple[Entry, ...]:
    """The entries on these topics, or all where none is named."""
    return tuple(entry for entry in entries if not topics or entry.topic in topics)
