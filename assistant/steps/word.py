"""`Finding` → `Answer`: the engine's sentences from `knowledge/wording.yaml`, with their citations."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.index import Index
from assistant.late import late
from assistant.model import (
    Answer,
    Candidate,
    Citation,
    Figure,
    Finding,
    Proof,
    Question,
    Section,
)
from assistant.naming import as_corrected, describe, question_about, together
from assistant.presentation import chart, comparable, flowing, table
from assistant.steps.cells import sentence
from assistant.steps.cite import cite
from assistant.steps.clauses import clause, smoothed

MAX_CHOICES, MAX_CELLS = 6, 4
MAX_SUGGESTIONS = 4
# Whether there is any is answered with 没有, and no 不是.
ANY = late("有没有|有无|是否有|有过|有[吗么]")
# Whether one has to pay is answered with 不用 or 要.
HAVE_TO = late("(?:要|需|得|用)(?:另外|额外)?(?:交|付|缴|支付|花|给)[^，。？?]{0,8}[吗么]")
# What leads in a figure in its clause is no longer, and is no list.
LEAD, LISTS = 24, late("[、,，;；:：。\n]")
# How a passage ends; what may stand between the characters of a heading, and behind it.
ENDS, OPEN = ("。", "！", "？", "”", "…"), "，,；;：: "
GAP, END = r"\s*", r"[\s。:：]*"


def word(
    question: Question, finding: Finding, index: Index, wording: Mapping[str, Any], wish: str = ""
) -> Answer:
    """The answer in words: text, citations, and what to ask next."""
    outcome = finding.outcome
    for asked, kind in ((ANY, "any"), (HAVE_TO, "have_to")):
        if f"{outcome}_{kind}" in wording and asked.search(f"{question.text}\n{question.asked}"):
            outcome = f"{outcome}_{kind}"
    finding = replace(
        finding, facts=tuple(_in_its_clause(f, finding, index) for f in finding.facts)
    )
    slots = _slots(finding, index, wording)
    if f"{outcome}_cell" in wording and _is_told(finding, index, wording):
        outcome = f"{outcome}_cell"
    text = str(wording[outcome]).format(**slots).lstrip("，")
    text = _as_wished(text, wish, finding)
    facts = finding.facts if finding.status == "answered" else ()
    cited = tuple(one for fact in facts for one in cite(fact, index))
    answer = _answer(question, finding, text + _read(question, finding, wording), cited, wording)
    return replace(answer, suggestions=_suggestions(finding, index), id=_identity(question, index))


def word_across(
    question: Question, finding: Finding, indexes: Sequence[Index], wording: Mapping[str, Any]
) -> Answer:
    """The answer over several reports: `indexes` are those of the finding's facts, one each."""
    text = str(wording[finding.outcome]).format(**finding.slots)
    if finding.slots.get("left_out"):
        text += str(wording["across_lacking"]).format(names=finding.slots["left_out"])
    pairs = zip(finding.facts, indexes, strict=True)
    cited = tuple(one for fact, index in pairs for one in cite(fact, index))
    answer = _answer(question, finding, text + _read(question, finding, wording), cited, wording)
    return replace(answer, id=_identity(question, *indexes))


def _in_its_clause(fact: Proof, finding: Finding, index: Index) -> Proof:
    """Whether something is so is told with what leads in its figure: 全年只向1名申请人收取复印工本费46元."""
    if not isinstance(fact, Figure) or fact.table or finding.polarity is None or fact.printed:
        return fact
    start, source = fact.clause[0], index.report.source
    lead = source[start : fact.start]
    if not 0 < len(lead) <= LEAD or LISTS.search(lead):
        return fact
    return replace(fact, start=start, quote=source[start : fact.end])


def _read(question: Question, finding: Finding, wording: Mapping[str, Any]) -> str:
    """How the question was read otherwise than written: words mended, what was left unsaid."""
    said = ""
    if question.repairs and finding.status != "chat":
        pairs = "、".join(f"“{r.read}”" for r in dict.fromkeys(question.repairs))
        said = str(wording["repaired"]).format(pairs=pairs)
    if question.aside and finding.status == "answered":
        said += str(wording["set_aside"]).format(words=question.aside)
    if question.after and finding.status == "answered":
        said += str(wording["after"]).format(question=question.after)
    if question.carried and finding.status == "answered":
        said += str(wording["carried"]).format(question=question.carried)
    return said


def _answer(
    question: Question,
    finding: Finding,
    text: str,
    cited: tuple[Citation, ...],
    wording: Mapping[str, Any],
) -> Answer:
    return Answer(
        question=question.asked,
        status=finding.status,
        text=text + _corrections(cited, wording),
        values=finding.values,
        polarity=finding.polarity,
        citations=tuple(dict.fromkeys(cited)),
        computation=finding.computation,
        reason=finding.reason,
    )


def _as_wished(text: str, wish: str, finding: Finding) -> str:
    """The answer as a table, as bars, or with the sentence it stands in, where that was asked."""
    figures = [f for f in finding.facts if isinstance(f, Figure)]
    if finding.status != "answered":
        return text
    if wish in ("table", "chart") and comparable(figures):
        return f"{text}\n{table(figures) if wish == 'table' else chart(figures)}"
    if wish == "source" and finding.facts:
        quotes = "；".join(_clean(f.quote) for f in finding.facts if hasattr(f, "quote"))
        return f"{text}原文：“{quotes}”" if quotes else text
    return text


def _corrections(citations: Sequence[Citation], wording: Mapping[str, Any]) -> str:
    """What an editor corrected in what is cited, each with the reason."""
    noted = dict.fromkeys(a for citation in citations for a in citation.corrections)
    return "".join(str(wording["corrected"]).format(**a.to_dict()) for a in noted)


def _identity(question: Question, *indexes: Index) -> str:
    digests = (index.report.digest for index in indexes)
    key = "\n".join((*digests, *question.history, question.asked))
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:12]


def _slots(finding: Finding, index: Index, wording: Mapping[str, Any]) -> dict[str, str]:
    report = index.report
    facts = finding.facts
    slots = {"title": f"《{report.title}》", "year": str(report.year), "organ": report.organ}
    slots["whose"] = f"{report.organ}的"
    slots["examples"] = "；".join(_examples(index))
    if facts:
        first = facts[0]
        source = _said(first, index)
        slots["quote"] = _clean(source)
        slots["quotes"] = "；".join(_clean(_said(f, index)) for f in facts) + "。"
        slots["text"] = _below(first, source)
        slots["texts"] = "\n".join(_below(f, report.source[f.start : f.end]) for f in facts)
        slots["list"] = _listed(finding, index, wording)
        slots["count"] = str(len(facts))
        slots["rest"] = "；".join(_named(f, index) for f in facts[1:])
        if isinstance(first, Figure):
            whole = sentence(first, report, wording["said"]["cells"])
            slots["figure"] = whole or clause(first, report, wording["said"])
            slots["meaning"] = describe(first, report)
            slots["frequency"] = first.text
            slots["title"] = f"《{first.what}》"
            slots["number"] = first.text
            slots["section"] = first.section
        if isinstance(first, Section):
            slots["path"] = first.path
    if finding.outcome == "clarify":
        slots["list"] = "；".join(_choices(finding.rivals, index))
    slots |= finding.slots
    if finding.outcome == "not_stated":
        slots["wanted"] = str(wording["wanted"].get(slots["wanted"], slots["wanted"]))
    if finding.outcome in ("year", "source"):
        slots["title"] = report.title
    return slots


def _listed(finding: Finding, index: Index, wording: Mapping[str, Any]) -> str:
    """All of them; parts of one whole behind what that counts, what a table repeats only once."""
    figures = [f for f in finding.facts if isinstance(f, Figure)]
    if len(figures) == len(finding.facts) == 2 and len(finding.values) == 1:
        prose, *others = sorted(figures, key=lambda f: bool(f.table))
        if not prose.table and all(f.table for f in others):
            return clause(prose, index.report, wording["said"])
    wholes = {f.part_of for f in figures}
    if len(figures) == len(finding.facts) > 1 and len(wholes) == 1 and None not in wholes:
        return together(figures, index.report)
    return "；".join(smoothed(_named(f, index), wording["said"]) for f in finding.facts)


def _is_told(finding: Finding, index: Index, wording: Mapping[str, Any]) -> bool:
    """Is a cell of an official table all that the finding stands on, and is it said in a whole sentence?"""
    facts = [f for f in finding.facts if isinstance(f, Figure)]
    told = facts and len(facts) == len(finding.facts)
    return bool(told) and all(
        sentence(f, index.report, wording["said"]["cells"]) for f in facts[:1]
    )


def _named(fact: Proof, index: Index) -> str:
    if isinstance(fact, Section):
        return fact.label + fact.heading
    if isinstance(fact, Figure):
        return describe(fact, index.report)
    return _clean(_said(fact, index))


def _said(fact: Proof, index: Index) -> str:
    """What the report says there, with the right number where an editor corrected it."""
    return (
        as_corrected(fact)
        if isinstance(fact, Figure)
        else index.report.source[fact.start : fact.end]
    )


def _below(fact: Proof, text: str) -> str:
    """What stands under a heading, without the heading, where there is anything."""
    if not isinstance(fact, Section):
        return text.strip()
    named = (char for char in fact.label + fact.heading if not char.isspace())
    heading = re.match(GAP + GAP.join(map(re.escape, named)) + END, text)
    below = (text[heading.end() :] if heading else "").strip() or text.strip()
    return below if below.endswith(ENDS) else f"{below.rstrip(OPEN)}。"


def _clean(quote: str) -> str:
    return flowing(quote.strip().rstrip("。;；,，"))


def _choices(rivals: tuple[Candidate, ...], index: Index) -> list[str]:
    return [describe(f, index.report) for f in _figures(rivals)[:MAX_CHOICES]]


def _figures(rivals: tuple[Candidate, ...]) -> list[Figure]:
    """The figures to choose from; of many cells of tables few, and those of main rows that are no noughts first."""
    figures = [c.fact for c in rivals if isinstance(c.fact, Figure)]
    if len(figures) <= MAX_CHOICES or not all(f.table for f in figures):
        return figures
    return sorted(figures, key=lambda f: (not f.value, f.measure.count("/")))[:MAX_CELLS]


def _suggestions(finding: Finding, index: Index) -> tuple[str, ...]:
    """Complete questions: the readings to choose from, or the nearest that can be answered."""
    figures = _figures(finding.rivals)
    if finding.status == "chat":
        return tuple(_examples(index))
    if finding.status == "unanswered" and not figures:
        return ()
    return tuple(question_about(f, index.report) for f in figures[:MAX_CHOICES])


def _examples(index: Index) -> list[str]:
    """A few questions from across the report, always the same."""
    figures = [f for f in index.report.figures if f.kind in ("count", "money") and not f.part_of]
    step = max(1, len(figures) // MAX_SUGGESTIONS)
    return [question_about(f, index.report) for f in figures[::step][:MAX_SUGGESTIONS]]
