"""Verify: is it so? A claim about a stated figure, or about what a statement says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.index import Entry
from assistant.language.script import fold
from assistant.model import (
    CARD_KINDS,
    Candidate,
    Figure,
    Finding,
    Mention,
    Query,
    Selection,
    Span,
    Statement,
)
from assistant.naming import value_of
from assistant.operators import claims
from assistant.operators.doer import other_doer
from assistant.operators.evidence import counts_such, forms, narrowed
from assistant.operators.ground import Ground
from assistant.operators.passages import CONTENTS
from assistant.operators.reverse import states, written_out
from assistant.operators.statement import closeness, is_opposite
from assistant.steps.match import HEADING, explain, is_telling

RATE = "率"
# What a number before 个 counts; a single one of something.
COUNTED = re.compile("[0-9一二三四五六七八九十百两]个([一-龥])")
ONE = re.compile("(?<![0-9一二三四五六七八九十百千第])一([名个件次条家份期场项宗人])")
ACT = "action"
# Cells of so many rows that state the same are shown together; of more, one has to be named.
MANY_ROWS = 3
DENIES = re.compile("[未没]|不(?![断仅同少限超低管论])|无(?![论关])")
# What is claimed of each or of any member, or held against another figure: no one figure judges it.
BOUND = r"(?:不?(?:超过|多于|高于|大于|低于|少于|小于)|不到|不足|达到)"
# What is said not to be done, by as many of its characters as the proof has; and what ends a clause that denies it.
NOT_DONE, ENDS = (
    re.compile("(?<!有)(?:未|没有?|并未|从未|尚未)([一-龥]{2,8})"),
    re.compile("[,，;；。]"),
)
# What says right before a thing that there was none of it.
UNDONE = re.compile("(?:未|没有?|无)(?:发生|出现|产生|有|收取|收到|接到)?$")
OF_EACH = re.compile(rf"(?:各|每)[^，,]*[都均全][^，,]*{BOUND}")
# 可以不交钱吗 asks what is allowed, and of what was not done (没接受的，…) no figure of what was done tells.
PERMITTED = re.compile("可以不|能不能不|能否不|可否不|用不着")
OF_DENIED = re.compile("(?:没有?|未|不)[一-龥]{1,6}的[，,、]")
OF_ANY = re.compile(
    rf"有(?:没有|无)?[^，,没有]{{1,16}}?{BOUND}|有(?:没有|无)?{BOUND}[^，,]*的.+[吗么]?"
)
AGAINST = re.compile(r"不?(?:超过|多于|高于|大于|低于|少于|小于)(?!了?\d)")
SUPPOSED = re.compile("如果|假如|要是|假设|假定|倘若")
COUNTING = frozenset({"number", "percent", "money"})
# A count of none, in whatever unit; whether there is any is asked; what a clause only speaks of.
ZERO = re.compile(r"(?<![\d.,])0(?![\d.,])")
EXISTS = re.compile("有没有|有无|是否有|有.{0,16}吗|有没有$|有过")
SPOKEN_OF = re.compile("[生诉错]率|见附|附[表件]|降低|防止|避免|防范|减少|今后|下一步|将要")
ALL_OF = re.compile("所有|全部|全都|一律|各|均|都")
RHETORICAL = re.compile("不是(?!.*[不没未无]).*(?<![对是])[吗么嘛]")
NONE_AT_ALL = re.compile("[都也]没|[都也]未|[都也]不|全没")


def run(query: Query, ground: Ground) -> Finding:
    """Yes or no, with the sentence or the figure that says so.

    There is no yes to what the question denies and its proof does not.
    """
    found = _judged(query, ground)
    if _is_undone(query, found, ground):
        return _say(False, next(f for f in found.facts if isinstance(f, Figure | Statement | Span)))
    return ground.not_stated(query) if _says_otherwise(query, found, ground) else found


def _text(spans: Sequence[tuple[int, int]], ground: Ground) -> str:
    """What stands there, as questions are written."""
    source = ground.index.report.source
    return re.sub(r"\s", "", fold("，".join(source[start:end] for start, end in spans)))


def _is_undone(query: Query, finding: Finding, ground: Ground) -> bool:
    """有没有因公出国费用, and the proof says 未发生因公出国费用: is all that is asked for denied where it stands?"""
    if finding.polarity != "yes" or query.negated or not EXISTS.search(query.text):
        return False
    spans = [p.clause if isinstance(p, Figure) else (p.start, p.end) for p in finding.facts]
    told = _text(spans, ground)
    texts = [m.text for m in query.selections[0].meant()]
    found = [m.start() for text in texts for m in re.finditer(re.escape(text), told)]
    return bool(found) and all(UNDONE.search(told[:at]) for at in found)


def _says_otherwise(query: Query, finding: Finding, ground: Ground) -> bool:
    """未关停12个站点, and the proof says 关停12个: does what is denied stand undenied in every proof of a yes?"""
    if finding.polarity != "yes":
        return False
    spans = [p.sentence if isinstance(p, Figure) else (p.start, p.end) for p in finding.facts]
    told = _text(spans, ground)
    for denied in NOT_DONE.finditer(query.text):
        act = denied.group(1)
        said = next((act[:n] for n in range(len(act), 1, -1) if act[:n] in told), None)
        places = [m.start() for m in re.finditer(re.escape(said), told)] if said else []
        if places and not any(DENIES.search(ENDS.split(told[:at])[-1]) for at in places):
            return True
    return False


def _judged(query: Query, ground: Ground) -> Finding:
    if not is_telling(query.selections[0]) or _is_loose(query.selections[0]):
        return Finding("unanswered", "not_understood", reason="not_understood")
    if (query.only and query.classes) or (query.several_places and not query.numbers):
        return Finding("unanswered", "not_supported", reason="not_supported")
    supposed = SUPPOSED.search(query.text) and COUNTING & set(query.words)
    if _is_of_members(query) or supposed:
        return Finding("unanswered", "not_supported", reason="not_supported")
    if query.negated and not (query.denied or query.numbers):
        return ground.not_stated(query)
    if PERMITTED.search(query.text) or OF_DENIED.search(query.text):
        return ground.not_stated(query)
    if "members" in query.operators and not (query.universal or query.cardinal):
        # 县区的举报投诉是4件吗: a figure of the whole says nothing of its members.
        return ground.not_stated(query)
    if query.negated and query.numbers and RHETORICAL.search(query.text):
        # 不是开了8场吗 claims that there were 8.
        query = replace(query, negated=False, denied=())
    query = _settled(query)
    if query.most:
        # A figure alone does not tell what most of a whole did: a clause must say so itself.
        return _statement(query, ground) or ground.not_stated(query)
    if not query.numbers:
        found = _plain(query, ground)
        return ground.not_stated(query) if _counted_otherwise(query, found, ground) else found
    if query.universal and query.number_leads:
        return _all_claimed(query, ground)
    claim = _claims(query, ground)
    if claim.status != "answered" and query.number_leads:
        said = _statement(query, ground)
        claim = said if said and _holds(said, query, ground) else claim
    if claim.status != "answered":
        return claims.in_passage(query, ground) or claim
    return claim


def _is_loose(selection: Selection) -> bool:
    """这份报告可信吗: 信 alone, a character of a longer word, claims nothing of 来信."""
    return all(
        len(m.text) == 1 and all(s.near for s in m.senses if s.atoms) for m in selection.meant()
    )


def _counted_otherwise(query: Query, finding: Finding, ground: Ground) -> bool:
    """Does the proof of a yes count otherwise: 有6个县直单位吗, 培训了一次吗 where it is another number?"""
    if finding.status != "answered" or finding.polarity != "yes":
        return False
    spans = [p.clause if isinstance(p, Figure) else (p.start, p.end) for p in finding.facts]
    inside = [
        f
        for f in ground.index.report.figures
        if f.value is not None and any(start <= f.number[0] < end for start, end in spans)
    ]
    asked = COUNTED.search(query.text)
    source = ground.index.report.source
    if query.cardinal and not any(
        f.value == query.cardinal
        and (not asked or source[f.number[1] :].startswith(asked.group(1)))
        for f in inside
    ):
        return True
    for one in ONE.finditer(query.text):
        counted = [f for f in inside if f.unit == one.group(1)]
        if counted and all(f.value != 1 for f in counted):
            return True
    return False


def _holds(finding: Finding, query: Query, ground: Ground) -> bool:
    """Do the numbers of the question stand in what is to prove it, of nothing but what is named?

    行政复议案件134件 is no proof of 134件申请案件.
    """
    spans = [p.clause if isinstance(p, Figure) else (p.start, p.end) for p in finding.facts]
    atoms = {a for m in query.selections[0].mentions for s in m.senses for a in s.atoms}
    stated = [
        f
        for e in ground.index.figures()
        if isinstance(f := e.fact, Figure) and f.value is not None and e.counted <= atoms
        if any(start <= f.number[0] < end for start, end in spans)
    ]
    return all(any(states(f, value, unit) for f in stated) for value, unit in query.numbers)


def _counts_others(query: Query, ground: Ground) -> bool:
    """Is a number of the question that of other things than it says: 55个乡镇, where 55 are 县直单位?"""
    if len(query.numbered) != len(query.numbers):
        return False
    for (value, unit), noun in zip(query.numbers, query.numbered, strict=True):
        stated = [
            e
            for e in ground.index.figures()
            if isinstance(f := e.fact, Figure) and f.value is not None and states(f, value, unit)
        ]
        if stated and not any(explain(noun, e, ground.index) for e in stated):
            return True
    return False


def _all_claimed(query: Query, ground: Ground) -> Finding:
    """26件申请都答复了吗: proved by the passage; a number alone may deny it, and only a rate confirm it."""
    found = _all_of(query, ground)
    said = _statement(query, ground) or _statement(replace(query, universal=False), ground)
    found = found or (said if said and not _counts_others(query, ground) else None)
    if found:
        return found
    claim = _claims(query, ground)
    if claim.status != "answered":
        claim = claims.in_passage(query, ground) or claim
    rate = all(unit == "%" for _, unit in query.numbers)
    sure = claim.status != "answered" or claim.polarity == "no" or rate
    return claim if sure else ground.not_stated(query)


def _plain(query: Query, ground: Ground) -> Finding:
    """A claim without a number: by counts, by a clause, by a rate, or by whether there is any."""
    found = _all_of(query, ground)
    if found is None and query.negated:
        figure = _existence(query, ground)
        found = figure if figure.status == "answered" and figure.values else None
    elif found is None and EXISTS.search(query.text) and not query.universal:
        # Whether there is any is said by how many, before any clause that only speaks of it.
        figure = _existence(query, ground)
        found = figure if figure.status == "answered" else None
    found = found or _statement(query, ground) or _rate(query, ground)
    return found or _existence(query, ground)


def _settled(query: Query) -> Query:
    """都没收 denies it of all; 每天都 speaks of days; 公开信息收费吗 asks of the charge."""
    selection = query.selections[0]
    often = any("period" in m.kinds() for m in selection.mentions)
    universal = query.universal and not often and not NONE_AT_ALL.search(query.text)
    rest = tuple(m for m in selection.mentions if not _is_theme(m, selection))
    if any(m.kinds() - CARD_KINDS and "frame" not in m.kinds() for m in rest):
        selection = replace(selection, mentions=rest)
    return replace(query, universal=universal, selections=(selection,))


def _is_theme(mention: Mention, selection: Selection) -> bool:
    """公开 and 信息 side by side are the theme of every report."""
    words = ("公开", "信息")
    at = selection.mentions.index(mention)
    beside = [m for m in selection.mentions[max(0, at - 1) : at + 2] if m is not mention]
    return mention.text in words and any(
        m.text in words
        and m.text != mention.text
        and mention.start in (m.end, m.start - len(mention.text))
        for m in beside
    )


def _all_of(query: Query, ground: Ground) -> Finding | None:
    """41个问题都整改到位了吗: the number of those done against the number of all, in one passage."""
    if not query.universal or query.negated:
        return None
    figures = claims.whole_and_done(query, ground)
    if figures is None:
        return None
    yes = figures[0].value == figures[1].value
    return Finding(
        "answered",
        "verify_figures_yes" if yes else "verify_figures_no",
        facts=figures,
        values=tuple(v for f in figures for v in value_of(f)),
        polarity="yes" if yes else "no",
    )


def _statement(query: Query, ground: Ground) -> Finding | None:
    """A clause that accounts for every word; every figure of the question must stand in its sentence."""
    entries = [e for e in ground.index.said() if _holds_numbers(e, query, ground)]
    entries = [e for e in entries if "|" not in e.fact.quote and not CONTENTS.search(e.fact.quote)]
    if query.universal:
        entries = [e for e in entries if e.universal]
    if query.most:
        entries = [e for e in entries if query.most in e.fact.quote]
    _, fits, _ = ground.choose(query.selections[0], entries)
    fits = [c for c in fits if _is_done(query.selections[0], c, ground)]
    if not fits or (query.comparison and query.numbers):
        return None
    best = min(fits, key=closeness)
    entry = ground.index.of(best.fact.id)
    assert entry is not None
    if not query.numbers and not query.negated and _only_names(query, entry, ground):
        return None
    figure = _figure_in(query, entry, ground)
    if _is_unclear(query, entry, ground):
        return None
    if other_doer(query, (best.fact.start, best.fact.end), ground):
        return None
    if query.universal and not query.numbers and figure and not ALL_OF.search(figure.quote):
        # 98%以上事项: all are spoken of in another clause of the sentence.
        return _by_share(figure, query) if figure.unit == "%" else None
    agrees = _agrees(query, entry)
    if query.negated and not _names_denied(query, entry):
        # 未做到应公开尽公开: what is denied is told by the clause as a whole, which denies nothing, or not of that.
        start, end = narrowed(entry, query.selections[0], "", ground)
        if entry.denied or DENIES.search(ground.index.report.source[start:end]):
            return None
        agrees = False
    return _say(agrees, figure or _proof(best.fact, entry, query, ground))


def _names_denied(query: Query, entry: Entry) -> bool:
    """Is what the question denies a concept that the clause has of its own?"""
    return bool(frozenset(query.denied) & entry.own)


def _only_names(query: Query, entry: Entry, ground: Ground) -> bool:
    """Does the clause only name what is asked (行政强制 0, 降低诉讼率), without saying that there is any?"""
    start, end = narrowed(entry, query.selections[0], "", ground)
    text = ground.index.report.source[start:end]
    if entry.denied:
        return False
    if ZERO.search(text):
        return True
    if not EXISTS.search(query.text):
        return False
    return bool(SPOKEN_OF.search(text)) or not any(
        form in text for m in query.selections[0].meant() for form in forms(m)
    )


def _is_unclear(query: Query, entry: Entry, ground: Ground) -> bool:
    """Does the clause deny something that no word of the question is known to be (公开不X)?"""
    if entry.denied or query.negated or not isinstance(entry.fact, Statement):
        return False
    start, end = narrowed(entry, query.selections[0], "", ground)
    text = ground.index.report.source[start:end]
    for mention in query.selections[0].mentions:
        text = text.replace(mention.text, "")
    return bool(DENIES.search(text))


def _proof(
    fact: Figure | Statement, entry: Entry, query: Query, ground: Ground
) -> Figure | Statement | Span:
    """The clauses of a sentence that prove it; the whole, where something is denied in it."""
    if entry.denied or fact.kind != "sentence" or not isinstance(fact, Statement):
        return fact
    return Span(*narrowed(entry, query.selections[0], "", ground))


def _is_done(selection: Selection, candidate: Candidate, ground: Ground) -> bool:
    """Does the text itself name the act? A heading (不予公开政府信息的情况) does not say that it was done."""
    entry = ground.index.of(candidate.fact.id)
    assert entry is not None
    found = (explain(mention, entry, ground.index) for mention in selection.mentions)
    return not any(best and best[0] == HEADING and best[1].kind == ACT for best in found)


def _figure_in(query: Query, entry: Entry, ground: Ground) -> Figure | None:
    """The figure of the clause, where it accounts for every word as well: the better proof."""
    start, end = entry.fact.start, entry.fact.end
    inside = [
        e
        for e in ground.index.figures()
        if isinstance(e.fact, Figure) and start <= e.fact.number[0] < end
    ]
    winners, _, _ = ground.choose(query.selections[0], inside)
    fact = winners[0].fact if len(winners) == 1 else None
    stated = {value for value, _ in query.numbers}
    known = isinstance(fact, Figure) and fact.value and (not stated or fact.value in stated)
    return fact if known and isinstance(fact, Figure) else None


def _holds_numbers(entry: Entry, query: Query, ground: Ground) -> bool:
    fact = entry.fact
    assert isinstance(fact, Statement)
    start, end = fact.sentence
    inside = [f for f in ground.index.report.figures if start <= f.number[0] < end]
    return all(
        any(
            f.value is not None and states(f, v, u) and ground.units.fits(u, f.unit) for f in inside
        )
        for v, u in query.numbers
    )


def _agrees(query: Query, entry: Entry) -> bool:
    """Question and clause agree when both deny, or neither denies, each concept that both name."""
    asked_denied = frozenset(query.denied)
    shared = {
        a for m in query.selections[0].mentions for s in m.senses for a in s.atoms
    } & entry.own
    contrary = any(is_opposite(m, entry) for m in query.selections[0].mentions)
    # 没有上年结转的申请,对吗: what both deny is agreed on, whatever else the clause denies.
    both = bool(asked_denied & entry.denied & shared)
    unlike = any((a in asked_denied) != (a in entry.denied) for a in shared)
    return contrary == (unlike and not both)


def _rate(query: Query, ground: Ground) -> Finding | None:
    """都受理了吗: a stated rate of 100% says yes, a lower one no."""
    if not query.universal:
        return None
    rates = [e for e in ground.index.figures() if isinstance(e.fact, Figure) and e.fact.unit == "%"]
    winners, _, _ = ground.choose(query.selections[0], rates)
    if len(winners) != 1 or RATE not in ground.own(winners[0]):
        return None
    fact = winners[0].fact
    assert isinstance(fact, Figure)
    return _by_share(fact, query)


def _by_share(share: Figure, query: Query) -> Finding:
    """Of all only where it is the whole of them."""
    yes = (share.value == 100) != query.negated
    outcome = "verify_figure_yes" if yes else "verify_figure_no"
    polarity = "yes" if yes else "no"
    return Finding("answered", outcome, facts=(share,), values=value_of(share), polarity=polarity)


def _other_period(query: Query, ground: Ground) -> Finding | None:
    """每周巡查吗, where the report says 每天: no, and how often."""
    selection = query.selections[0]
    rest = tuple(m for m in selection.mentions if "period" not in m.kinds())
    if len(rest) == len(selection.mentions):
        return None
    often = [e for e in ground.index.figures() if getattr(e.fact, "kind", "") == "frequency"]
    winners, _, _ = ground.choose(replace(selection, mentions=rest), often)
    if len(winners) != 1 or not winners[0].close:
        return None
    return _say(query.negated, winners[0].fact)


def _is_of_members(query: Query) -> bool:
    """Does the claim speak of members (各类都超过2件, 有少于3件的类别), or of another figure (不超过连南县)?"""
    if not set(query.operators) & {"more", "less", "at_least", "at_most"}:
        return False
    held = bool(AGAINST.search(query.text)) and not query.numbers
    return held or bool(OF_EACH.search(query.text) or OF_ANY.search(query.text))


def _existence(query: Query, ground: Ground) -> Finding:
    """Is there any: a stated zero says no, another figure says yes.

    Of several figures that the question names alike (the columns of one row), none of them says no
    alone: one that is not zero says yes.
    """
    entries = [e for e in ground.index.figures() if getattr(e.fact, "kind", "") != "document"]
    winners, fits, held = ground.choose(query.selections[0], entries)
    if not winners or query.universal:
        return _other_period(query, ground) or ground.refuse(query, held)
    fact = winners[0].fact
    assert isinstance(fact, Figure)
    if fact.value == 0 and fact.kind != "zero":
        more = [f for c in fits if isinstance(f := c.fact, Figure) and f.value and f.table]
        if more and fact.table:
            return _say(not query.negated, max(more, key=lambda f: f.value or Decimal(0)))
        return _say(query.negated, fact)
    entry = ground.index.of(fact.id)
    assert entry is not None
    return _say(_agrees(query, entry), fact)


def _say(yes: bool, fact: Figure | Statement | Span) -> Finding:
    outcome = "verify_yes" if yes else "verify_no"
    values = value_of(fact) if isinstance(fact, Figure) else ()
    return Finding(
        "answered", outcome, facts=(fact,), values=values, polarity="yes" if yes else "no"
    )


def _claims(query: Query, ground: Ground) -> Finding:
    """Every number of the question against the figure that the words before it mean."""
    whole = replace(query.selections[0], heads=query.pairs[0][0].heads)
    pairs = query.pairs if len(query.numbers) > 1 else ((whole, query.numbers[0]),)
    found = [_claim(query, side, number, ground) for side, number in pairs]
    if len(found) == 1:
        return found[0]
    refused = next((f for f in found if f.status != "answered"), None)
    if refused or len(found) < len(query.numbers):
        return refused or Finding("unanswered", "not_understood", reason="not_understood")
    yes = all(f.polarity == "yes" for f in found)
    return Finding(
        "answered",
        "verify_figures_yes" if yes else "verify_figures_no",
        facts=tuple(fact for f in found for fact in f.facts),
        values=tuple(v for f in found for v in f.values),
        polarity="yes" if yes else "no",
    )


def _claim(query: Query, side: Selection, number: tuple[Decimal, str], ground: Ground) -> Finding:
    """X是N吗, X超过N吗: the figure meant, held against the number given."""
    value, unit = number
    side = replace(side, unit=unit)
    entries = [
        e
        for e in ground.index.figures()
        if isinstance(e.fact, Figure)
        and e.fact.kind in ("count", "money", "percent")
        and ground.units.fits(unit, e.fact.unit)
        and counts_such(e, side, ground)
    ]
    winners, _, held = ground.choose(side, entries)
    if not winners or not side.meant():
        return ground.refuse(query, held)
    ids = {c.fact.id for c in winners}
    winners = [c for c in winners if getattr(c.fact, "part_of", None) not in ids]
    figures = [c.fact for c in winners if isinstance(c.fact, Figure)]
    if len({(f.value, f.unit, f.bound) for f in figures}) > 1:
        return Finding("clarify", "clarify", rivals=tuple(winners))
    fact = figures[0]
    holds = compares(fact, query.comparison, value, unit)
    if holds is None:
        return ground.not_stated(query, winners[0])
    polarity = "yes" if holds != query.negated else "no"
    outcome = "verify_figure_yes" if polarity == "yes" else "verify_figure_no"
    facts: tuple[Figure, ...] = (fact,)
    rows = {f.measure for f in figures if f.table}
    if len(rows) > MANY_ROWS:
        return Finding("clarify", "clarify", rivals=tuple(winners))
    if len(rows) > 1:
        outcome, facts = f"verify_figures_{polarity}", tuple(figures)
    return Finding("answered", outcome, facts=facts, values=value_of(fact), polarity=polarity)


def compares(figure: Figure, comparison: str, claimed: Decimal, unit: str) -> bool | None:
    """Does a stated figure, with its bound, stand so to the number claimed? None: it does not say.

    500多 exceeds 500 and every smaller number; whether it exceeds 550 is not stated. 18 without a
    unit is neither 18万宗 nor another number; in a table whose head says 万元 it is the cell.
    """
    if not comparison:
        told = unit or figure.table or claimed != figure.value
        return states(figure, claimed, unit) if told or written_out(figure) == claimed else None
    stated, printed = written_out(figure), figure.value or Decimal(0)
    if not unit and claimed <= printed * 100:
        stated = printed
    open_above = figure.bound in ("more", "at_least")
    if figure.bound in ("about", "at_most", "less"):
        return None
    if comparison in ("more", "at_least"):
        reached = stated > claimed or (stated == claimed and _reaches(figure.bound, comparison))
        return True if reached else None if open_above else False
    below = stated < claimed or (stated == claimed and comparison == "at_most" and not open_above)
    if open_above:
        return False if stated >= claimed else None
    return below


def _reaches(bound: str, comparison: str) -> bool:
    return comparison == "at_least" or bound == "more"
