"""The part of a report that looks back and ahead: its problems, and what is to be done about them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.index import Entry
from assistant.late import late
from assistant.model import Finding, Query, Selection, Span
from assistant.operators.ground import Ground
from assistant.operators.passages import ITEM_LEVEL, items, sentences

HEADINGS = {
    "problem": late("问题|不足|差距|困难|短板"),
    "measure": late("改进|打算|下一步|计划|思路|安排|措施|问题"),
}
# Where the look back ends and the look ahead begins.
AHEAD = late(
    r"(?:针对|根据)(?:上述|以上|存在|这些|此)[^,，。;；]{0,8}(?:问题|不足)|下一步|下一阶段|今后|为此[,，]"
    r"|(?:20\d\d年|明年|来年)[,，]?(?:将|拟|打算|计划)|(?:将|拟)(?:采取|着力|从|重点)"
    r"|[(（]?[一二三四五]?[)）、]?(?<![及和与、])(?:(?:改进|整改)(?:措施|打算|方向|情况)|打算)[:：。]"
)
# A sentence that begins with a year: 2013年，一要…
NEXT_YEAR = r"(?:(?<=[。；;\n])|(?<=[。；;\n][\s　])|(?<=[\s　]{{2}})){}年(?!以?来|[初底末])"
# What was done about the problems of the year before, which is none of this one.
LAST_YEAR = late(r"针对(?:上一?年|去年|上一?年度|前一?年)[^。]{0,30}(?:问题|不足)")
# What introduces the problems themselves: all before it only leads up to them.
LEAD = late(
    r"(?:问题|不足|差距|困难|表现|方面|如下)[^,，。;；:：]{0,6}[:：]|(?:问题|不足|差距)。(?=\S)"
    r"|(?<=[。;；\n:：])\s*(?=一是|1[、.．]|[(（]1[)）]|①)"
)
# 主要不足：, which says of what follows what it is, and is short enough to be shown with it.
NAMED = late(r"(?:(?:存在的?)?主要的?|存在的?)(?:问题|不足|差距|困难)(?:和不足|与不足)?[:：]\s*$")
LOOKS_AHEAD = late("^(?!.*(?:问题|不足)).*(?:改进|整改|打算|下一步|措施)")
LEVELS = (1, 2)
NUMBER = late(r"(?:一是|1[、.．]|[(（][一1][)）]|①)$")


@dataclass(frozen=True, slots=True)
class Outlook:
    """The spans of the problems and of the measures; empty where the report has none."""

    problem: tuple[int, int] | None
    measure: tuple[int, int] | None

    def span(self, kind: str) -> tuple[int, int] | None:
        """The span of one of the two."""
        return self.problem if kind == "problem" else self.measure


def outlook(ground: Ground) -> Outlook:
    """The problems and the measures, from the last part whose heading names them."""
    report = ground.index.report
    parts = [s for s in report.sections if "|" not in s.path]
    # Where a torn page lost the heading above them, its parts are named themselves: （一）主要问题.
    for level in LEVELS:
        tops = [s for s in parts if s.level == level]
        named = [s for s in tops if HEADINGS["problem"].search(s.heading)]
        ahead = [s for s in tops if HEADINGS["measure"].search(s.heading)]
        if named or ahead:
            break
    else:
        return Outlook(None, None)
    section = (named or ahead)[-1]
    run = [e for e in sentences(ground) if section.start <= e.fact.start < section.end]
    run = _until_table(run, report.source, section.end)
    if not run:
        return Outlook(None, None)
    text = report.source
    start, end = run[0].fact.start, run[-1].fact.end
    label = NUMBER.search(text, section.start, start)
    start = label.start() if label else start
    turn = _turn(text, start, end, report.year)
    below = [s for s in parts if s.parent == section.id and start <= s.start < end]
    headed = [s.start for s in below if LOOKS_AHEAD.search(s.heading)]
    turn = min(headed, default=turn)
    edge = end if turn is None else turn
    last = LAST_YEAR.search(text, start, edge)
    problem = _problem(text, start, last.start() if last else edge) if named else None
    measure = None if turn is None else _measure(text, edge, end)
    if not named:
        measure = (start, end)
    elif turn is None and ahead and ahead[-1] is not section:
        rest = [e for e in sentences(ground) if ahead[-1].start <= e.fact.start < ahead[-1].end]
        measure = (rest[0].fact.start, rest[-1].fact.end) if rest else None
    return Outlook(problem, measure)


def _turn(text: str, start: int, end: int, year: int) -> int | None:
    """Where the look ahead begins: at its words, or at a sentence that begins with the year that follows."""
    next_year = late(NEXT_YEAR.format(year + 1))
    found = (pattern.search(text, start, end) for pattern in (AHEAD, next_year))
    return min((m.start() for m in found if m), default=None)


def _until_table(run: list[Entry], source: str, end: int) -> list[Entry]:
    """The sentences before a table, an annex or the signature at the end of the part."""
    kept: list[Entry] = []
    for entry in run:
        at = entry.fact.start
        between = source[kept[-1].fact.end : at] if kept else ""
        annex = re.match(r"附[件表:：]|\([注]|（注", source[at : at + 3])
        if kept and ("|" in between or annex or _is_signature(entry, kept[-1], source)):
            break
        kept.append(entry)
    return kept


def _is_signature(entry: Entry, before: Entry, source: str) -> bool:
    """A line of its own without a full stop, after a sentence that ended with one."""
    stop = source[before.fact.end : entry.fact.start]
    after = source[entry.fact.end : entry.fact.end + 1]
    return (
        "。" in stop and "\n" in stop and after in ("", "\n", "\r") and len(entry.fact.quote) < 30
    )


def _problem(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The problems without what leads up to them and what follows."""
    leads = list(LEAD.finditer(text, start, end))
    numbered = next((m for m in leads if not m.group().strip()), None)
    first = numbered or (leads[0] if leads else None)
    begin = first.end() if first else start
    if first and (name := NAMED.search(text, start, begin)):
        begin = name.start()
    return _trimmed(text, begin, end)


def _measure(text: str, start: int, end: int) -> tuple[int, int] | None:
    return _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start].isspace() or text[start] in ",，:：;；。"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",，:：;；(（"):
        end -= 1
    end += text[end : end + 1] == "。"
    return (start, end) if start < end else None


def answer(query: Query, ground: Ground, kinds: tuple[str, ...]) -> Finding | None:
    """The whole look back (or ahead); or those of its sentences that account for the words asked."""
    found = outlook(ground)
    spans = [span for kind in kinds if (span := found.span(kind))]
    if len(spans) < len(kinds):
        return None
    own = ground.index.report.year
    years = {own, own + 1} if kinds == ("measure",) else {own}
    named = {int(year) for m in query.selections[0].mentions for year in m.tags("year")}
    if not named <= years:
        return None
    wanted = tuple(m for m in query.selections[0].required() if not _is_frame(m.kinds()))
    if wanted:
        spans = [s for span in spans for s in _about(Selection(wanted), span, ground)]
    if not spans:
        return None
    outcome = "statement" if len(spans) == 1 else "statements"
    return Finding("answered", outcome, facts=tuple(Span(*span) for span in spans))


def _is_frame(kinds: frozenset[str]) -> bool:
    """What only says whose problems: the report's year, place and theme."""
    return bool(kinds & {"year", "card_place", "whole", "theme"})


def _about(selection: Selection, span: tuple[int, int], ground: Ground) -> list[tuple[int, int]]:
    """The sentences of a span that account for every word; or the items around them."""
    inside = [e for e in sentences(ground) if span[0] <= e.fact.end - 1 and e.fact.start < span[1]]
    _, fits, _ = ground.choose(selection, inside)
    ends = {e.fact.start: e.fact.end for e in items(ground)}
    found = [c.fact for c in fits if c.close]
    starts = {
        s.start + len(s.label): s.start
        for s in ground.index.report.sections
        if s.level >= ITEM_LEVEL
    }
    spans = [
        (max(starts.get(f.start, f.start), span[0]), min(ends.get(f.start, f.end), span[1]))
        for f in found
    ]
    return sorted(spans)
