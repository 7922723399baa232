"""Statements: what answers 为什么, 依据, 渠道, 对象, 问题, 措施 … by an exact quote."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.index import Entry
from assistant.late import late
from assistant.model import Candidate, Figure, Finding, Query, Selection, Span, Statement
from assistant.operators import outlook
from assistant.operators.documents import document
from assistant.operators.evidence import (
    forms,
    gives_reason,
    whole_list,
)
from assistant.operators.ground import Ground
from assistant.operators.numbered import counts_others, states_numbers, wrong_premise
from assistant.operators.prose import WHICH_OF, opposes, said
from assistant.steps.match.explaining import explain
from assistant.steps.match.levels import HEADING
from assistant.steps.match.topics import is_telling
from assistant.steps.verbatim import compact

# Which kinds of statement answer which kind of question, the better first.
ANSWERS: dict[str, tuple[str, ...]] = {
    "why": ("reason", "purpose"),
    "complaint": ("content",),
    "purpose": ("purpose", "channel", "result"),
    "effect": ("result",),
    "channel": ("channel", "recipient"),
    "recipient": ("recipient",),
    "basis": ("basis",),
    "problem": ("problem",),
    "measure": ("measure",),
    "duty": ("duty",),
    "action": ("action", "measure"),
    "which": (
        "channel",
        "recipient",
        "basis",
        "duty",
        "action",
        "measure",
        "problem",
        "result",
        "content",
    ),
    "definition": ("channel",),
    "number": ("sentence",),
}
# Asks for what lies before or behind a thing: its heading alone does not tie them together.
CAUSAL = frozenset({"why", "effect"})
# Asks of which a clause that only stands beside the words asked is no answer.
CLOSE = frozenset({"which", "definition", "date", "why"})
# 被告的是哪个单位 asks for a body, and what a body's name ends with.
ORGAN_ASKED = late(
    "(?:是|由|为|自|经|归)(?:哪一?[个家]|什么|啥|何)(?:单位|部门|机关|机构)|哪一?[个家](?:单位|部门|机关|机构)(?:负责|管|牵头|主管)"
)
ORGAN = late(
    "局|委员会|管委会|办公室|[新政府道镇委]办|[闻府]办|厅|法院|中心|公司|小组|部门|单位|政府|媒体|大队|协会"
)
# How many bodies there are names none of them.
COUNTED_ORGANS = late("(?:单位|部门|机关|机构)\\d+[个家]|\\d+[个家](?:单位|部门|机关|机构)")
TOPIC_OF_ALL = late("政府信息(?:公开)?")
PIECES = late("[;；。]")
# Asks that want the whole list where a clause only opens it (形式有:1. …;2. …).
LISTED = frozenset({"channel", "list", "basis", "recipient", "which"})
# What the part on problems and plans answers as a whole.
LOOKS = ("problem", "measure")
# Kinds of which a question usually wants all, not one.
SEVERAL = ("problem", "measure", "action", "basis", "effect")

# A part of so many characters is shown whole.
SHOWN, LEADS = 400, "。：: 　\n\r\t"
# Kinds that may be asked of the report as a whole, without naming anything.
BROAD = (*SEVERAL, "duty", "channel", "recipient")


def run(query: Query, ground: Ground) -> Finding:
    """What answers by its form; else the statements of the asked kind that account for every word."""
    if not is_telling(query.selections[0]) and query.ask not in BROAD:
        return Finding("unanswered", "not_understood", reason="not_understood")
    found = _by_form(query, ground) or _by_kind(query, ground)
    if (
        ORGAN_ASKED.search(query.text)
        and found.outcome == "statement"
        and not _names_organ(found, query, ground)
    ):
        return ground.not_stated(query)
    spans = [(f.start, f.end) for f in found.facts if not isinstance(f, Figure)]
    if found.status == "answered" and any(counts_others(query, s, ground) for s in spans):
        return ground.not_stated(query)
    return found


def _names_organ(found: Finding, query: Query, ground: Ground) -> bool:
    """哪个单位: does what is shown name a body, where it speaks of what is asked?"""
    source, meant = ground.index.report.source, query.selections[0].meant()
    words = [form for mention in meant for form in forms(mention)]
    for fact in found.facts:
        if isinstance(fact, Figure):
            continue
        said = TOPIC_OF_ALL.sub("", compact(source[fact.start : fact.end]))
        pieces = PIECES.split(COUNTED_ORGANS.sub("", said))
        speaking = [p for p in pieces if any(word in p for word in words)] or pieces
        if any(map(ORGAN.search, speaking)):
            return True
    return False


def _by_form(query: Query, ground: Ground) -> Finding | None:
    """A premise that does not hold, a document, the part on problems, or the passage of every word."""
    if query.numbers and query.ask not in ("document_number", "full_name"):
        wrong = wrong_premise(query, ground)
        if wrong:
            return wrong
    if query.ask in ("document_number", "full_name"):
        return document(query, ground)
    if query.ask in LOOKS:
        kinds = tuple(kind for kind in LOOKS if kind in query.words) or (query.ask,)
        seen = outlook.answer(query, ground, kinds)
        if seen:
            return seen
    if query.persons or query.ask in CLOSE:
        found = said(query, ground)
        if found or query.persons or (query.ask in CLOSE and WHICH_OF.search(query.text)):
            held = ground.choose(query.selections[0], ground.index.said())[2]
            return found or ground.refuse(query, held)
    return None


def _by_kind(query: Query, ground: Ground) -> Finding:
    """The statements of the kinds that answer what is asked, or a passage of no kind of its own."""
    entries = [e for e in ground.index.statements() if _may_answer(e, query.ask)]
    _, fits, held = ground.choose(query.selections[0], entries)
    if fits and query.ask == "why" and not query.negated:
        fits = [c for c in fits if not _is_contrary(query, c, ground)]
        if not fits:
            return Finding("unanswered", "not_stated", {"wanted": query.ask}, reason="not_matched")
    if query.ask == "why":
        fits = [c for c in fits if c.fact.kind != "reason" or _gives_reason(query, c, ground)]
    if query.ask in CAUSAL:
        fits = [
            c
            for c in fits
            if _speaks_of(query.selections[0], c, ground) and states_numbers(query, c.fact, ground)
        ]
        more = [c for c in fits if _says_more(query, c.fact)]
        # A problem that is asked of is no reason of itself, nor is the problem beside it.
        fits = more if len(more) == len(fits) else [c for c in more if c.fact.kind != "problem"]
    if fits and query.ask == "action" and (part := _whole_part(query, fits, ground)):
        return Finding("answered", "statement", facts=(part,))
    if fits:
        return answer(query, _best(query, fits), ground)
    found = said(query, ground)
    if found:
        return found
    everything = ground.choose(query.selections[0], ground.index.statements())
    if everything[1]:
        return ground.not_stated(query, everything[1][0])
    return ground.refuse(query, held or everything[2])


def _whole_part(query: Query, fits: list[Candidate], ground: Ground) -> Span | None:
    """财政资金公开做了哪些事: all of the one part whose heading names it, where no sentence does itself."""
    report, wanted = ground.index.report, query.selections[0].required()
    said = [(s, compact(s.heading)) for s in report.sections if s.level > 1]
    named = [s for s, head in said if all(any(f in head for f in forms(m)) for m in wanted)]
    if len(named) != 1 or not wanted:
        return None
    [part] = named
    heads = compact(part.heading)
    told = (c.fact.quote for c in fits if compact(c.fact.quote) not in heads)
    if any(all(any(w in quote for w in forms(m)) for m in wanted) for quote in told):
        return None
    start = part.start + report.source[part.start : part.end].find(part.heading) + len(part.heading)
    start += len(report.source[start : part.end]) - len(
        report.source[start : part.end].lstrip(LEADS)
    )
    end = start + len(report.source[start : part.end].rstrip())
    return Span(start, end) if 0 < end - start <= SHOWN else None


def _gives_reason(query: Query, candidate: Candidate, ground: Ground) -> bool:
    sentence = ground.index.report.source[slice(*candidate.fact.sentence)]
    return gives_reason(sentence, query.selections[0])


def _is_contrary(query: Query, candidate: Candidate, ground: Ground) -> bool:
    """为什么收费, where the report says 免费: there is no reason to give."""
    entry = ground.index.of(candidate.fact.id)
    assert entry is not None
    return opposes(query, entry)


def _speaks_of(selection: Selection, candidate: Candidate, ground: Ground) -> bool:
    """Does the sentence itself name something of what is asked, so that not only its heading does?"""
    entry = ground.index.of(candidate.fact.id)
    assert entry is not None
    found = (explain(mention, entry, ground.index) for mention in selection.meant())
    return any(best is not None and best[0] < HEADING for best in found)


def _says_more(query: Query, fact: Figure | Statement) -> bool:
    """Does a clause say more than what the question says: 政策解读形式单一 is no reason of itself."""
    rest = fact.quote
    for mention in query.selections[0].mentions:
        for form in forms(mention):
            rest = rest.replace(form, " ")
    return any(piece not in query.text for piece in re.findall(r"\w+", rest))


def _may_answer(entry: Entry, ask: str) -> bool:
    """Is it of a kind that answers this; a heading says only which measures there are."""
    fact = entry.fact
    heading = isinstance(fact, Statement) and fact.heading
    return fact.kind in ANSWERS.get(ask, ()) and (not heading or ask == "measure")


def _best(query: Query, fits: list[Candidate]) -> list[Candidate]:
    """Of the fitting: the nearest; or, where several are usual, all of its sentence (or section)."""
    order = ANSWERS[query.ask]
    if query.ask in SEVERAL and query.selections[0].required():
        nearest = max(c.close for c in fits)
        sentences = {_sentence(c) for c in fits if c.close == nearest}
        return _distinct(c for c in fits if _sentence(c) in sentences)
    kind = min((c.fact.kind for c in fits), key=order.index)
    chosen = [c for c in fits if c.fact.kind == kind]
    headings = [c for c in chosen if isinstance(c.fact, Statement) and c.fact.heading]
    if query.ask in SEVERAL:
        return headings or chosen
    return [min(chosen, key=closeness)]


def _sentence(candidate: Candidate) -> tuple[int, int]:
    return candidate.fact.sentence


def _distinct(candidates: Iterable[Candidate]) -> list[Candidate]:
    """No clause twice, under whatever kinds it stands."""
    return list({(c.fact.start, c.fact.end): c for c in candidates}.values())


def closeness(candidate: Candidate) -> tuple[int, int, int, int]:
    """Nearest first: most words in the clause itself, least said besides, shortest, earliest."""
    fact = candidate.fact
    return (-candidate.close, len(candidate.added), fact.end - fact.start, fact.start)


def answer(query: Query, chosen: list[Candidate], ground: Ground) -> Finding:
    """The quotes of these statements, in the order of the report."""
    facts = sorted({c.fact.id: c.fact for c in chosen}.values(), key=lambda f: f.start)
    outcome = "statement" if len(facts) == 1 else "statements"
    if len(facts) == 1 and query.ask in LISTED:
        span = whole_list((facts[0].start, facts[0].end), ground)
        if span[1] > facts[0].end:
            return Finding("answered", outcome, facts=(Span(*span),))
    return Finding("answered", outcome, facts=tuple(facts))
