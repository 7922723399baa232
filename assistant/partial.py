"""Parts of a line with several questions: what they share, and which of them another part would answer wrongly."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.late import late
from assistant.model import Figure
from assistant.steps.as_read import as_read
from assistant.steps.reading import Reading
from assistant.trace import Trace

# What a question names itself, and does not leave to the turn before.
NAMED = frozenset({"year", "relative_year", "part_of_year", "place", "organ"})
# What asks for a number: one that asks twice (A多少，比B多几项) is not answered by one.
COUNTS = frozenset({"number", "money", "percent"})
# An act of so many characters says of what it is (行政复议).
LONG = 3
CHANGES = frozenset({"增长", "下降", "同比"})
# What asks for all years, and what says of which years a part of a question is.
CUMULATED = ("历年累计", "累计", "历年")
CUMULATIVE = late("累计|累积|历年|本年|当年|今年|年度|20[0-9]{2}年")


def names_unknown(trace: Trace) -> bool:
    """Is it refused for a year, a place or an organ that it names itself?"""
    finding = trace.finding
    words = finding.slots.get("word", "").split("、") if finding.status == "unanswered" else ()
    return any(m.text in words and m.kinds() & NAMED for m in trace.mentions)


def of_all_years(parts: Sequence[str]) -> list[str]:
    """累计网站公开多少条，公报多少条: what is asked of all years is asked so of the parts that follow."""
    said = next((word for word in CUMULATED if word in parts[0]), "")
    others = (part if CUMULATIVE.search(part) else said + part for part in parts[1:])
    return [parts[0], *others]


def _is_bare(trace: Trace) -> bool:
    """公报每期多少册，一年多少期: does a later part name nothing, and take nothing from the one before?"""
    reading = Reading(as_read(trace.question.text, trace.mentions), trace.mentions)
    named = [m for m in reading.content if not m.kinds() & {"frame", "period", "year"}]
    taken = trace.question.carried or trace.question.after
    counts = bool(reading.asks & COUNTS)
    return trace.answer.status == "answered" and counts and not (named or taken)


def _is_of_unknown(trace: Trace, before: Sequence[Trace]) -> bool:
    """2011年培训班几期、参训多少人次: is a part meant of a year or a body that the report knows nothing of?"""
    own = any(m.kinds() & NAMED and "frame" not in m.kinds() for m in trace.mentions)
    return not own and any(names_unknown(earlier) for earlier in before)


def _only_acts(trace: Trace, before: Trace) -> bool:
    """办过几期培训，来了多少人: does a part name an act alone, where what it is of was not found?"""
    if before.answer.status == "answered" or trace.answer.status != "answered":
        return False
    reading = Reading(as_read(trace.question.text, trace.mentions), trace.mentions)
    named = [m for m in reading.content if not m.kinds() & {"frame", "period", "year"}]
    return bool(named) and all(
        m.kinds() <= {"action", "verb"} and len(m.text) < LONG for m in named
    )


def _changes_another(trace: Trace, before: Trace) -> bool:
    """主动公开多少条，比上年增长多少: does a part that only asks for a change give that of something else?"""
    reading = Reading(as_read(trace.question.text, trace.mentions), trace.mentions)
    named = [m for m in reading.content if not m.kinds() & {"frame", "period", "year"}]
    atoms = [{a for s in m.senses for a in s.atoms} for m in named]
    if not atoms or not all(each and each <= CHANGES for each in atoms):
        return False
    told = [f for f in before.finding.facts if isinstance(f, Figure)]
    changes = [f for f in trace.finding.facts if isinstance(f, Figure)]
    spans = [span for f in changes for span in f.inherits]
    return bool(changes) and not any(f.start <= start < f.end for f in told for start, _ in spans)


def is_loose(trace: Trace, before: Sequence[Trace]) -> bool:
    """Does a later part say too little by itself to be answered, and takes nothing from those before?"""
    return (
        _is_bare(trace)
        or _changes_another(trace, before[-1])
        or _only_acts(trace, before[-1])
        or _is_of_unknown(trace, before)
    )
