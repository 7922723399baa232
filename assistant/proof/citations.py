"""Whether every citation stands in its report as it is quoted, in the section that is named."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from assistant.proof.case import Case, in_short
from assistant.proof.evidence import evidence_of
from assistant.proof.faults import Fault, Source
from assistant.proof.figures import figures_in
from assistant.proof.glued import parted_in
from assistant.proof.torn import stands_torn

HEADINGS = (
    re.compile("[一二三四五六七八九十]+、"),
    re.compile("[(（][一二三四五六七八九十]+[)）]"),
)


def citation_faults(case: Case, citation: Mapping[str, Any]) -> Iterator[Fault]:
    """What of a citation does not hold."""
    report, quote, start, end = (citation[k] for k in ("report", "quote", "start", "end"))
    shown = in_short(quote)
    source = case.sources.get(report)
    if source is None:
        yield Fault("report", f"没有编号为“{report}”的报告")
        return
    if _digest(source.text) != source.digest:
        yield Fault("source", f"报告“{report}”的原文和编译时不同")
    if not quote or start < 0 or len(quote) != end - start or source.text[start:end] != quote:
        yield Fault("quote", f"{start}到{end}不是“{shown}”")
        case.cited += [replace(f, report=f"{report} {start}") for f in figures_in(quote)]
        return
    case.evidence.append(evidence_of(citation, source))
    inside = (f for f in figures_in(source.text) if start <= f.start and f.whole_end <= end)
    printed = [replace(f, text=f.text[:end], report=report) for f in inside]
    printed += [replace(f, report=report) for f in parted_in(source.text, start, end)]
    if "corrections" not in citation:
        case.cited += printed
    else:
        yield from _corrected(case, citation, source)
        # What is only quoted is quoted as it is printed.
        case.quoted += printed if not case.answer["values"] else []
    if source.title and citation["title"] != source.title:
        yield Fault("section", f"“{shown}”的报告标题不对")
    section = citation["section"]
    if not _stands_under(section, start, source.text) and not stands_torn(
        section, start, source.text
    ):
        yield Fault("section", f"“{shown}”不在“{in_short(section)}”里")


def _corrected(case: Case, citation: Mapping[str, Any], source: Source) -> Iterator[Fault]:
    """An editor's corrections stand in the place of what is printed, if they are really theirs."""
    start, end, right = citation["start"], citation["end"], citation["quote"]
    inside = [c for c in source.corrections if start <= c.start and c.end <= end]
    for said in citation["corrections"]:
        named = (said["printed"], said["corrected"], said["reason"])
        printed, corrected = named[:2]
        known = [
            c for c in inside if (source.text[c.start : c.end], c.corrected, c.reason) == named
        ]
        if not known:
            what = f"没有把“{in_short(printed)}”改为“{in_short(corrected)}”的更正"
            yield Fault("correction", what)
        case.amended |= {(c.reason, corrected, printed) for c in known}
    told = {(corrected, reason) for reason, corrected, _ in case.amended}
    for c in sorted(inside, key=lambda c: -c.start):
        if (c.corrected, c.reason) in told:
            right = f"{right[: c.start - start]}{c.corrected}{right[c.end - start :]}"
    case.cited += [replace(f, report=f"{citation['report']} {start}") for f in figures_in(right)]


@lru_cache(maxsize=64)
def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _stands_under(path: str, start: int, text: str) -> bool:
    """Is every heading of the path in the report before this place, with no other of its rank between?"""
    if not path:
        return not any(HEADINGS[0].match(line) for line in text[: start + 1].split("\n"))
    for title in path.split(" > "):
        pattern = r"\s*".join(map(re.escape, "".join(title.removesuffix("…").split())))
        found = list(re.compile(pattern).finditer(text, 0, start + len(title) + 8))
        heading = found[-1] if found else None
        if heading is None or heading.start() > start:
            return False
        rank = next((rank for rank in HEADINGS if rank.match(title)), None)
        between = text[heading.end() : start + 1].split("\n")[1:] if rank else []
        if any(rank and rank.match(line) and "|" not in line for line in between):
            return False
    return True
