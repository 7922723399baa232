"""What a passage needs beside it: the list that it opens, and the words of the question that its sentence says.

将采取以下措施: alone tells nothing; 全力做好公开工作 answers 严格了什么程序 only behind 我局严格审签程序.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.late import late
from assistant.model import Figure, Finding, Frame, Proof, Query, Span, Statement
from assistant.operators.evidence import SHOWS, forms
from assistant.operators.ground import Ground
from assistant.operators.passages import periods
from assistant.steps.verbatim import compact

COLONS = (":", "：")
IDLE = " \n\r\t　。"
# What asks for what was done, and how a clause begins that says what for.
ACTION, FOR = "action", late("为了?(?!期|止|主)")


PASSAGES = frozenset({"statement", "statements"})
# So much is shown beside a passage and no more.
BESIDE = 80
# What asks of what kind a thing is, and what parts two statements of one sentence.
KINDS = frozenset({"which", "list", "definition"})
APART = late("[;；]")
# A lead of so many characters says nothing without what stands behind its colon.
LEAD = 12
# Why a clause is no frame: what it says is of the next.
LENT, TO, OF = "lent", "对", "的"
# A part of so many characters is shown whole below its heading.
SHOWN = 400


def with_words(query: Query, finding: Finding, ground: Ground) -> Finding:
    """The finding with the clauses beside a passage, in its sentence, that say what of the question it leaves out."""
    if finding.outcome != "statement" or finding.polarity:
        return finding
    told = [_with_words(query, fact, ground) for fact in finding.facts]
    if None in told:
        return Finding("unanswered", "not_stated", {"wanted": query.ask}, reason="not_matched")
    return replace(finding, facts=tuple(fact for fact in told if fact))


def with_act(finding: Finding, ground: Ground) -> Finding:
    """The finding with what is done behind a passage that only leads it in: 对一些政策性信息,通过…发布解读信息."""
    if finding.outcome not in PASSAGES or finding.polarity:
        return finding
    return replace(finding, facts=tuple(_with_act(fact, ground) for fact in finding.facts))


def with_deeds(query: Query, finding: Finding, ground: Ground) -> Finding:
    """为方便群众做了哪些事: the finding with all that its sentence says was done for that."""
    if query.ask != ACTION or finding.outcome not in PASSAGES or finding.polarity:
        return finding
    source = ground.index.report.source
    told = (
        _to_its_end(fact, ground) if FOR.match(source, fact.start) else fact
        for fact in finding.facts
        if not isinstance(fact, Figure)
    )
    return replace(finding, facts=tuple(told) or finding.facts)


def _to_its_end(fact: Proof, ground: Ground) -> Proof:
    """The passage up to the end of its sentence, where it is not too long."""
    inside = (f for f in ground.index.report.frames if f.clause[0] <= fact.start < f.clause[1])
    end = next((f.sentence[1] for f in inside), fact.end)
    end = fact.start + len(ground.index.report.source[fact.start : end].rstrip(IDLE))
    return Span(fact.start, end) if fact.end < end <= fact.end + BESIDE else fact


def _with_act(fact: Proof, ground: Ground) -> Proof:
    """The passage up to the clause that says what is done, where its last one lends all that it says to that."""
    report, frames = ground.index.report, ground.index.report.frames
    last = [
        n for n, f in enumerate(frames) if fact.start <= f.clause[0] and f.clause[1] <= fact.end
    ]
    if isinstance(fact, Figure) or not last or not _leads(frames[last[-1]], report.source):
        return fact
    leading = frames[last[-1]]
    behind = (f for f in frames[last[-1] + 1 :] if f.sentence == leading.sentence)
    done = next((f for f in behind if f.predicate), None)
    return Span(fact.start, done.clause[1]) if done else fact


def _leads(frame: Frame, source: str) -> bool:
    """Does a clause only lead in what is done, with nothing done in it but beside its noun: 对关注高的信息?"""
    start, end = frame.clause
    of = source.rfind(OF, start, end)
    inside = frame.predicate is not None and frame.predicate[1] <= of
    return frame.left == LENT or (source.startswith(TO, start) and inside)


def _with_words(query: Query, fact: Proof, ground: Ground) -> Proof | None:
    report = ground.index.report
    beside = [f for f in report.frames if f.sentence[0] <= fact.start and fact.end <= f.sentence[1]]
    if isinstance(fact, Figure):
        return fact
    if query.ask == "date" and not _is_dated(query, report.source[fact.start : fact.end]):
        return None
    if not beside:
        return fact
    said = compact(report.source[fact.start : fact.end])
    left = [
        m for m in query.base.meant() if len(m.text) > 1 and not any(f in said for f in forms(m))
    ]
    if left and query.ask in KINDS and (own := _saying_all(query, beside, report.source)):
        # 培训落实的是什么机制: the clause that says all the words, and none that only follows it.
        return Span(*own.clause)
    told = [f for m in left if (f := _nearest(forms(m), fact, beside, report.source))]
    start = min([fact.start, *(f.clause[0] for f in told)])
    end = max([fact.end, *(f.clause[1] for f in told)])
    fits = (end - start) - (fact.end - fact.start) <= BESIDE
    return Span(start, end) if told and fits else fact


def _is_dated(query: Query, text: str) -> bool:
    """Is a date told of what is asked: 新闻发布会5次；新浪微博8月上线 tells none of 新闻发布会?"""
    pieces = [compact(piece) for piece in APART.split(text) if SHOWS["date"].search(piece)]
    words = [form for m in query.base.meant() if len(m.text) > 1 for form in forms(m)]
    return not words or any(word in piece for piece in pieces for word in words)


def _saying_all(query: Query, frames: list[Frame], source: str) -> Frame | None:
    """The one clause that has every word of the question."""
    meant = [forms(m) for m in query.base.meant() if len(m.text) > 1]
    said = [(f, compact(source[slice(*f.clause)])) for f in frames if f.predicate]
    saying = [f for f, text in said if all(any(w in text for w in words) for words in meant)]
    return saying[0] if len(saying) == 1 else None


def _nearest(words: list[str], fact: Proof, frames: list[Frame], source: str) -> Frame | None:
    """The clause nearest to the passage that has one of these words."""
    saying = [f for f in frames if any(w in compact(source[slice(*f.clause)]) for w in words)]
    return min(
        saying,
        key=lambda f: max(fact.start - f.clause[1], f.clause[0] - fact.end),
        default=None,
    )


def with_list(finding: Finding, ground: Ground) -> Finding:
    """The finding with every list that a passage of it opens; refused where nothing follows one."""
    if finding.outcome not in PASSAGES:
        return finding
    alone = len(finding.facts) == 1 and finding.polarity is None
    told = [_told(fact, ground, alone) for fact in finding.facts]
    if None in told:
        return Finding("unanswered", "not_stated", {"wanted": "list"}, reason="not_matched")
    return replace(finding, facts=tuple(fact for fact in told if fact))


def _told(fact: Proof, ground: Ground, alone: bool) -> Proof | None:
    said = ground.index.report.source[fact.start : fact.end].rstrip(IDLE)
    if isinstance(fact, Statement) and fact.heading and alone:
        return _below(fact, ground)
    behind = ground.index.report.source[fact.end : fact.end + 1] in COLONS
    if alone and behind and len(compact(said)) <= LEAD and not isinstance(fact, Figure):
        end = _end_of_list(fact.start, fact.end, ground)
        return Span(fact.start, end) if end > fact.end + 1 else None
    if isinstance(fact, Figure) or not said.endswith(COLONS):
        return fact
    begin = fact.start + len(said)
    end = _end_of_list(fact.start, begin, ground)
    return Span(fact.start, end) if end > begin else None


def _below(heading: Statement, ground: Ground) -> Proof | None:
    """A heading with what stands below it, where that is short; a bare 改进情况 says nothing."""
    report = ground.index.report
    part = next((s for s in report.sections if s.start <= heading.start < heading.end <= s.end
                 and s.heading == heading.quote), None)  # fmt: skip
    if part is None:
        return heading
    end = part.start + len(report.source[part.start : part.end].rstrip())
    says = end > heading.end + len(COLONS)
    return Span(heading.start, end) if says and end - heading.start <= SHOWN else None


def _end_of_list(start: int, begin: int, ground: Ground) -> int:
    """Where the parts end that follow the lead below its heading, or else its sentence."""
    report = ground.index.report
    around = [s for s in report.sections if s.start <= start < s.end]
    inner = max(around, key=lambda s: s.level, default=None)
    parts = [s for s in report.sections if inner and s.parent == inner.id and s.start >= begin]
    if parts and not report.source[begin : parts[0].start].strip(IDLE):
        end = parts[-1].end
        return parts[-1].start + len(report.source[parts[-1].start : end].rstrip())
    return next((e.fact.end for e in periods(ground) if e.fact.start <= start < e.fact.end), begin)
