"""The period that a figure speaks of, and whether it is a plan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.compiler.outline import Span
from assistant.compiler.prose import Prose

YEAR = re.compile(r"((?:19|20)\d{2})年(?!\d{1,2}月\d{1,2}日[)）])(?:度|底|末|初|以来)?")
UNTIL = re.compile(r"截[至止]到?((?:19|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末)?)")
LAST = re.compile(r"(去年|上年|上一年)度?(?!结转|末|底|转|累)")
THIS = re.compile("(?:今年|本年|年内|当年)(?!以来)")
NEAR = 6
COMPARING = re.compile(r"(?:[比较与同和由从]|相较|对比|对照)$")
PLANNED = re.compile(
    r"((?:19|20)\d{2})年(?:度|底前|[上下]半年|全年)?[,，]?"
    r"(?=.{0,8}?(?:将|力争|争取|计划|打算|拟|要|继续|完成|实现|建成|达到|底前|开展|举办|进一步|轮训|新建|主动|重点|我们|确保))"
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A stretch of the text that speaks of what is to be done, and in which year."""

    start: int
    end: int
    year: int


def plans(prose: Prose) -> tuple[Plan, ...]:
    """Where the text plans: each from its mark to the end of its sentence or section."""
    marks = prose.genre.plans
    found = []
    for section in prose.outline.sections:
        title = section.heading
        plan = marks.headings.search(title) and not marks.not_headings.search(title)
        if section.level < 4 and plan:
            found.append(Plan(section.start, section.end, prose.year + 1))
    for sentence in prose.outline.sentences:
        for pattern, whole in ((marks.sections, True), (marks.clauses, False)):
            for mark in pattern.finditer(prose.text, *sentence):
                if _in_mixed_heading(prose, mark.start()):
                    continue
                end = _section_end(prose, mark.start()) if whole else sentence[1]
                found.append(Plan(mark.start(), end, prose.year + 1))
        for mark in PLANNED.finditer(prose.text, *sentence):
            if int(mark[1]) > prose.year:
                end = _section_end(prose, mark.start())
                found.append(Plan(mark.start(), end, int(mark[1])))
    return tuple(sorted(found, key=lambda plan: plan.start))


def _in_mixed_heading(prose: Prose, at: int) -> bool:
    """Does this stand in a heading of problems and plans? Its text opens with the problems."""
    return any(
        at < s.start + len(s.label) + len(s.heading)
        and prose.genre.plans.not_headings.search(s.heading) is not None
        for s in prose.outline.enclosing(at)
        if s.level < 4
    )


def _section_end(prose: Prose, at: int) -> int:
    around = [s for s in prose.outline.enclosing(at) if s.level < 4]
    return around[-1].end if around else prose.paragraph(at)[1]


def planned(prose: Prose, found: tuple[Plan, ...], at: int, sentence: Span) -> str:
    """The period of a plan that holds this offset, or nothing."""
    around = [p for p in found if p.start <= at < p.end]
    if not around:
        return ""
    years = [int(m[1]) for m in YEAR.finditer(prose.text, sentence[0], at)]
    named = [year for year in years if year > prose.year]
    return f"{named[-1] if named else around[-1].year}年"


def period(prose: Prose, sentence: Span, clause: Span, left: Span) -> str:
    """The year that a figure speaks of; `left` are the words since the number before it."""
    at = left[1]
    if THIS.search(prose.text, *left):
        return f"{prose.year}年"
    last = LAST.search(prose.text, *left)
    if last and prose.text[last.end() : at].strip("为是的共有仅达只") == "":
        return f"{prose.year - 1}年"
    until = list(UNTIL.finditer(prose.text, sentence[0], at))
    for mark in reversed(list(YEAR.finditer(prose.text, sentence[0], at))):
        if _in_title(prose.text, sentence[0], mark.start()):
            continue
        if _in_closed_bracket(prose.text[mark.end() : at]) or _is_since(mark, prose.year):
            continue
        between = prose.text[mark.end() : at]
        far = mark.start() < left[0] or _has_change(prose, between) or len(between) > NEAR
        if far and COMPARING.search(prose.text, sentence[0], mark.start()):
            continue
        if until and until[-1].start(1) == mark.start():
            return f"截至{until[-1][1]}"
        return f"{mark[1]}年"
    return f"{prose.year}年"


def _in_closed_bracket(between: str) -> bool:
    """Is the bracket closed that a year stands in: 2647条(2016年为2190条),增长20.9%?"""
    depth = 0
    for char in between:
        depth += (char in "(（") - (char in ")）")
        if depth < 0:
            return True
    return False


def _is_since(mark: re.Match[str], year: int) -> bool:
    """1949年以来 says from when on, not of which year."""
    return mark.group().endswith("以来") and int(mark[1]) < year


def _has_change(prose: Prose, text: str) -> bool:
    return any(word in text for word in prose.genre.changes)


def _in_title(text: str, start: int, at: int) -> bool:
    return text.rfind("《", start, at) > text.rfind("》", start, at)
