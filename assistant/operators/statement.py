"""Statements: what answers 为什么, 依据, 渠道, 对象, 问题, 措施 … by an exact quote."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.index import Entry
from assistant.model import Candidate, Figure, Finding, Mention, Query, Selection, Span, Statement
from assistant.operators import outlook, reverse
from assistant.operators.evidence import (
    SHOWS,
    below_title,
    enumerates,
    forms,
    narrowed,
    nearest,
    whole_list,
)
from assistant.operators.ground import Ground
from assistant.steps.match import HEADING, explain, is_telling
from assistant.steps.verbatim import compact

# Which kinds of statement answer which kind of question, the better first.
ANSWERS: dict[str, tuple[str, ...]] = {
    "why": ("reason", "purpose", "problem"),
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
OPPOSITE = "opposite"
# Asks that a passage may answer which is of no kind of its own; and those that want all of a numbered part.
SAID = frozenset({*SHOWS, "which", "definition", "how", "purpose", "effect", "action", "duty"})
TITLED = frozenset({"definition", "how", "summary", "action"})
# 哪7个村 asks for seven names.
WHICH_OF = re.compile("哪[两二三四五六七八九十\\d]+")
# Asks for what lies before or behind a thing: its heading alone does not tie them together.
CAUSAL = frozenset({"why", "effect"})
# Asks of which a clause that only stands beside the words asked is no answer.
CLOSE = frozenset({"which", "definition", "date", "why"})
# 被告的是哪个单位 asks for a body, and what a body's name ends with.
ORGAN_ASKED = re.compile(
    "(?:是|由|为)哪一?[个家](?:单位|部门|机关|机构)|哪一?[个家](?:单位|部门|机关|机构)(?:负责|管|牵头|主管)"
)
ORGAN = re.compile(
    "局|委员会|管委会|办公室|[新政府道镇委]办|[闻府]办|厅|法院|中心|公司|小组|部门|单位|政府|媒体|大队|协会"
)
TOPIC_OF_ALL = "政府信息公开"
# Asks that want the whole list where a clause only opens it (形式有:1. …;2. …).
LISTED = frozenset({"channel", "list", "basis", "recipient", "which"})
# What the part on problems and plans answers as a whole.
LOOKS = ("problem", "measure")
# Kinds of which a question usually wants all, not one.
SEVERAL = ("problem", "measure", "action", "basis", "effect")

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
        and not _names_organ(found, ground)
    ):
        return ground.not_stated(query)
    spans = [(f.start, f.end) for f in found.facts if not isinstance(f, Figure)]
    if found.status == "answered" and any(counts_others(query, s, ground) for s in spans):
        return ground.not_stated(query)
    return found


def counts_others(query: Query, span: tuple[int, int], ground: Ground) -> bool:
    """公开1294条 asked of, and 公开5638条 shown: does a passage count as many others in the unit of the question?"""
    inside = [
        f
        for f in ground.index.report.figures
        if span[0] <= f.number[0] < span[1] and f.value is not None
    ]
    for value, unit in query.numbers:
        alike = [f for f in inside if unit and ground.units.fits(unit, f.unit)]
        if alike and not any(reverse.states(f, value, unit) for f in alike):
            return True
    return False


def _names_organ(found: Finding, ground: Ground) -> bool:
    """哪个单位: does what is shown name a body?"""
    source = ground.index.report.source
    return any(
        ORGAN.search(compact(source[f.start : f.end]).replace(TOPIC_OF_ALL, ""))
        for f in found.facts
        if not isinstance(f, Figure)
    )


def _by_form(query: Query, ground: Ground) -> Finding | None:
    """A premise that does not hold, a document, the part on problems, or the passage of every word."""
    if query.numbers and query.ask not in ("document_number", "full_name"):
        wrong = wrong_premise(query, ground)
        if wrong:
            return wrong
    if query.ask in ("document_number", "full_name"):
        return _document(query, ground)
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
    if query.ask in CAUSAL:
        fits = [
            c
            for c in fits
            if _speaks_of(query.selections[0], c, ground) and states_numbers(query, c.fact, ground)
        ]
        more = [c for c in fits if _says_more(query, c.fact)]
        # A problem that is asked of is no reason of itself, nor is the problem beside it.
        fits = more if len(more) == len(fits) else [c for c in more if c.fact.kind != "problem"]
    if fits:
        return answer(query, _best(query, fits), ground)
    found = said(query, ground)
    if found:
        return found
    everything = ground.choose(query.selections[0], ground.index.statements())
    if everything[1]:
        return ground.not_stated(query, everything[1][0])
    return ground.refuse(query, held or everything[2])


def said(query: Query, ground: Ground, ask: str = "") -> Finding | None:
    """The passage that accounts for every word of the question and shows what is asked, cut short."""
    selection = query.selections[0]
    ask = ask or ("who" if query.persons else query.ask)
    if ask not in SAID or not selection.meant():
        return None
    if ask in ("which", "definition") and WHICH_OF.search(query.text):
        ask = "list"
    below = below_title(selection, ground) if ask in TITLED else None
    if below:
        stated = not counts_others(query, below, ground) and _states_all(query, below, ground)
        return Finding("answered", "statement", facts=(Span(*below),)) if stated else None
    best = (
        nearest("how", selection, ground) if ask == "definition" and "how" in query.words else None
    )
    ask = "how" if best else ask
    best = best or nearest(ask, selection, ground)
    if best is None or (ask == "why" and _opposes(query, best)):
        return None
    fact = best.fact
    assert isinstance(fact, Statement)
    if not states_numbers(query, fact, ground):
        return None
    if ask == "list" and not enumerates(fact.quote, query):
        return None
    span = whole_list(narrowed(best, selection, ask, ground), ground)
    if ask == "definition" and "how" in query.words:
        span = (span[0], fact.end)
    return Finding("answered", "statement", facts=(Span(*span),))


def is_opposite(mention: Mention, entry: Entry) -> bool:
    """Is the word explained only by the contrary that the clause names (花钱 by 免费)?"""
    named = [s for s in mention.senses if s.atoms and set(s.atoms) <= entry.says()]
    return bool(named) and all(s.tag == OPPOSITE for s in named)


def states_numbers(query: Query, fact: Figure | Statement, ground: Ground) -> bool:
    """Does the passage, with its sentence, state every number of the question?"""
    start, end = fact.sentence
    inside = [f for f in ground.index.report.figures if start <= f.number[0] < end]
    stated = [f for f in inside if f.value is not None]
    return all(any(reverse.states(f, v, unit) for f in stated) for v, unit in query.numbers)


def _states_all(query: Query, span: tuple[int, int], ground: Ground) -> bool:
    """Does a passage state every number of the question: 那7宗申请?"""
    figures = ground.index.report.figures
    inside = [f for f in figures if span[0] <= f.number[0] < span[1] and f.value is not None]
    return all(any(reverse.states(f, v, unit) for f in inside) for v, unit in query.numbers)


def _opposes(query: Query, entry: Entry) -> bool:
    return any(is_opposite(mention, entry) for mention in query.selections[0].mentions)


def _is_contrary(query: Query, candidate: Candidate, ground: Ground) -> bool:
    """为什么收费, where the report says 免费: there is no reason to give."""
    entry = ground.index.of(candidate.fact.id)
    assert entry is not None
    return _opposes(query, entry)


def wrong_premise(query: Query, ground: Ground) -> Finding | None:
    """A number in the question that the report states otherwise."""
    if query.comparison:
        return None
    known = [f for f in ground.index.report.figures if f.value is not None]
    for value, unit in query.numbers:
        if not any(reverse.states(figure, value, unit) for figure in known):
            return reverse.premise(query, unit, ground)
    return None


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


def _names_it(query: Query, finding: Finding, ground: Ground) -> bool:
    """Is the name in brackets that of the very thing asked: 《…公报》, 公报《…》, and of as many as are asked?"""
    text = compact(" ".join(ground.index.report.source[f.start : f.end] for f in finding.facts))
    forms_of = {form for m in query.selections[0].meant()[-1:] for form in forms(m)}
    told = "|".join(map(re.escape, sorted(forms_of, key=len, reverse=True)))
    bound = re.search(
        rf"[《“「][^》”」]*(?:{told})|(?:{told})[^,，。;；《“「\n]{{0,4}}[《“「]", text
    )
    names = len(set(re.findall("[《“「]([^》”」]*)", text)))
    return bool(told and bound) and all(value <= names for value, _ in query.numbers)


def _document(query: Query, ground: Ground) -> Finding:
    """A document's number, or its full title, from the figures that are documents."""
    documents = [
        e
        for e in ground.index.figures()
        if isinstance(e.fact, Figure) and e.fact.kind == "document"
    ]
    winners, fits, held = ground.choose(query.selections[0], documents)
    if query.ask == "document_number" and len(winners) == 1:
        return Finding("answered", "document", facts=(winners[0].fact,))
    if query.ask == "full_name":
        bases = [e for e in ground.index.statements() if e.fact.kind == "basis"]
        winners, fits, held = ground.choose(query.selections[0], bases)
        if winners and isinstance(winners[0].fact, Statement):
            basis = Finding("answered", "statement", facts=(winners[0].fact,))
            if _names_it(query, basis, ground):
                return basis
        named = said(query, ground, "full_name")
        if named and _names_it(query, named, ground):
            return named
    return ground.not_stated(query) if fits else ground.refuse(query, held)
