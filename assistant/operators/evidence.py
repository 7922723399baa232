"""What shows that a passage answers the kind of question that is asked, beyond naming its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.index import Entry
from assistant.index.concepts import GENERAL, NOUNS
from assistant.late import late
from assistant.model import CARD_KINDS, Candidate, Mention, Query, Selection
from assistant.operators.ground import Ground
from assistant.operators.passages import (
    CONTENTS,
    IMPLIED,
    clauses,
    items,
    periods,
    sentences,
    titled,
)
from assistant.steps.match.explaining import explain
from assistant.steps.match.levels import HEADING, OWN

Span = tuple[int, int]
WHY = "why"
QUOTED = late("“[^”]*”")

# What a heading may vouch for alone.
VAGUE = GENERAL | {atom for atoms in IMPLIED.values() for atom in atoms}
# What leads in a reason. A clause gives one by that, by naming it or by a note in brackets; a passage shows
# one by a note only behind a number, and 因申请公开 shows none.
GIVES = r"因(?!此|而|素|公出)|由于|鉴于|系(?=[需因为由])|为了"
NOTE = "[(（](?=[涉因属系])"
REASON = late(f"{GIVES}|原因|{NOTE}")
SHOWS: dict[str, re.Pattern[str]] = {
    "why": late(
        rf"(?!因(?:政府信息|公开|申请))(?:{GIVES})|原因[是为:：]|\d\s*[件宗条起项名]{NOTE}"
    ),
    "channel": late(
        r"通过|利用|借助|依托|运用|采取|以[^,，。;；]{2,40}为主"
        r"|等(?:[^,，。;；、]{0,4})(?:渠道|方式|形式|途径|载体|平台)|(?:形式|渠道|方式|载体|途径)[^,，。;；]{0,4}[:：]"
    ),
    "how": late(
        r"通过|利用|借助|依托|运用|采取|采用|由[^,，。;；]{2,20}|以[^,，。;；]{2,20}(?:方式|形式)"
    ),
    "basis": late(r"根据|依据|按照|遵照|依照|符合|贯彻|落实《"),
    "who": late(
        r"由[^,，。;；谁]{2,70}?(?:任|编|负责|牵头|主办|承办|汇总|主管|受理|办理|审核|审查|审定|担任|进行|组织|实施)|(?<![谁的])(?:牵头|主管|负责)"
    ),
    "date": late(
        r"\d{1,2}\s*月\s*\d{0,2}|\d{1,2}[日号]|\d{4}-\d{1,2}-\d{1,2}|[一二三四五六七八九十]+月"
    ),
    "full_name": late("[《“「]"),
    "effect": late(
        "使|让|确保|保障|保证|实现|提[高升]|促进|推动|推进|得到|取得|成效|效果|结果|维持|纠正|撤销|驳回|[胜败]诉"
        "|办结|解决|达到|增强|加强|方便|避免|减少|缩短|扩大|拓[宽展]|形成|建立|完善|规范|批评|通报|问责|引[起发]|导致"
    ),
    "recipient": late(r"(?:至|给|到|向|面向|对)[^,，。;；]{2,}"),
    "list": late(r"[^、]、[^、]|》《|[:：]\s*(?:1[、.．]|一是|[(（]1|①)"),
    "complaint": late(r"反映|涉及|关于|集中(?:在|于)|主要(?:是|为|有|涉及|集中|反映)"),
}


def nearest(ask: str, selection: Selection, ground: Ground) -> Entry | None:
    """The smallest passage that accounts for every word and shows what is asked; None without."""
    runs = (sentences(ground), items(ground) if ask != "list" else [], periods(ground))
    for passages in runs:
        _, fits, _ = ground.choose(selection, passages)
        shown = [
            c
            for c in fits
            if c.close and _shows(c, ask, selection) and _is_named(c, passages, selection, ground)
        ]
        if shown:
            telling = [c for c in shown if not CONTENTS.search(c.fact.quote)]
            best = min(telling or shown, key=_order).fact
            return next(e for e in passages if e.fact is best)
    return None


def _is_named(
    candidate: Candidate, passages: Sequence[Entry], selection: Selection, ground: Ground
) -> bool:
    """Does the passage itself name what is asked? A heading may only stand for 申请, 案件 and the theme."""
    entry = next(e for e in passages if e.fact.id == candidate.fact.id)
    for mention in selection.meant():
        best = explain(mention, entry, ground.index)
        if best and best[0] == HEADING and not set(best[1].atoms) <= VAGUE:
            return False
    return True


def _order(candidate: Candidate) -> tuple[int, int, int]:
    fact = candidate.fact
    return (-candidate.close, fact.end - fact.start, fact.start)


def _shows(candidate: Candidate, ask: str, selection: Selection) -> bool:
    """Does the text, beyond the words of the question, hold what is asked?"""
    quote = candidate.fact.quote
    pattern = SHOWS.get(ask)
    if ask == "full_name" and not _is_named_so(quote, selection):
        return False
    if pattern:
        passage = candidate.fact.kind == "passage" and ask == "list"
        if ask == WHY and not gives_reason(quote, selection):
            return False
        return bool(pattern.search(quote)) and (not passage or bool(OPENS.search(quote)))
    rest = quote
    for mention in selection.mentions:
        rest = rest.replace(mention.text, "")
    return bool(candidate.added) and len(re.sub(r"\W", "", rest)) > 1


def _is_named_so(quote: str, selection: Selection) -> bool:
    """水利厅厅长叫什么名字 is not told by “厅长信箱”, which only has the word in its name."""
    rest = QUOTED.sub("", quote)
    wanted = [m for m in selection.required() if any(w in quote for w in forms(m))]
    return all(any(w in rest for w in forms(m)) for m in wanted)


def gives_reason(quote: str, selection: Selection) -> bool:
    """Does the clause that says the words, or one next to it, give a reason, and not one of other things?"""
    pieces = [quote[start:end] for start, end in clauses(quote, 0, len(quote))]
    wanted = [m for m in selection.required() if any(w in quote for w in forms(m))]
    runs = (
        (last - first, first, last)
        for first in range(len(pieces))
        for last in range(first, len(pieces))
        if all(any(w in "".join(pieces[first : last + 1]) for w in forms(m)) for m in wanted)
    )
    _, first, last = min(runs, default=(0, 0, len(pieces) - 1))
    return any(REASON.search(piece) for piece in pieces[max(first - 1, 0) : last + 2])


# The members of a list; what ends them, and the clause marks that no list reaches over.
MEMBER = r"[^、,，;；:：。|()（）]+"
LISTED = late(rf"{MEMBER}(?:、{MEMBER})+")
CLASS = late(r"(?:等|[两二三四五六七八九十\d]+[个项类种大])([^,，;；。、]*)")
NUMBERED = late(r"》《|[:：]\s*(?:1[、.．]|一是|[(（]1|①)")
KINDS = late("哪[几两二三四五六七八九十]*[类种]")
ABOUT = late("[,，;；。]")
# What a thing is about, in a question and in its answer.
CONTENT = late("内容|涉及|关于|反映|集中在|问(?:的是)?(?:什么|啥|哪)")


def enumerates(quote: str, query: Query) -> bool:
    """Does the text name the things that 哪些 asks for, and not only count or mention them?

    A list names what is asked as the class behind it (报刊、广播等方式, A、B两个领域), or stands in one
    clause with it (公报发放至图书馆、档案馆). 53个部门 asks for as many names, 哪几类单位 for kinds.
    """
    if CONTENT.search(query.text) and not CONTENT.search(quote):
        return False
    meant = query.selections[0].meant()
    words = {form for m in (*meant, *query.asked) if m.kinds() & NOUNS for form in forms(m)}
    asked = {form for m in query.asked if m.kinds() - {"ask"} for form in forms(m)} or words
    said = {form for m in meant for form in forms(m)}
    if OPENS.search(quote) or NUMBERED.search(quote):
        return True
    counted = query.numbers if not KINDS.search(query.text) else ()
    for row in LISTED.finditer(quote):
        members = row.group().split("、")
        if counted and all(value != len(members) for value, _ in query.numbers):
            continue
        classes = "".join(m.group(1) for m in CLASS.finditer(members[-1]))
        if KINDS.search(query.text):
            classes += "".join(members[-1].rpartition("的")[1:])
        if any(word in classes for word in words):
            return True
        start = max((m.end() for m in ABOUT.finditer(quote, 0, row.start())), default=0)
        if len(meant) < 2 and not query.numbers:
            # 部门有哪些: a list of other things (公开、审查等工作) names none.
            continue
        inside = any(word in member for word in asked for member in members[1:])
        if not inside and any(word in quote[start : row.end()] for word in said):
            return True
    return False


OPENS = late(r"(?:有|包括|如下|以下[^,，:：。;；]{0,8}|方面|分别[为是]|表现在)[:：]")


def whole_list(span: Span, ground: Ground) -> Span:
    """The span with the rest of the list that it opens, up to the full stop."""
    source = ground.index.report.source
    for entry in periods(ground):
        start, end = entry.fact.start, entry.fact.end
        if not start <= span[0] < end:
            continue
        opened = next((m for m in OPENS.finditer(source, start, end)), None)
        first = next((e.fact for e in sentences(ground) if e.fact.start == start), None)
        if opened and first and opened.end() <= first.end and span[0] < first.end:
            return span[0], end
    return span


def below_title(selection: Selection, ground: Ground) -> Span | None:
    """The text of the numbered part whose heading names every word (一是推行…理念。办案过程中…)."""
    _, fits, _ = ground.choose(selection, titled(ground))
    close = [c for c in fits if c.close]
    if not close:
        return None
    best = min(close, key=_order).fact
    return best.start, best.end


def narrowed(entry: Entry, selection: Selection, ask: str, ground: Ground) -> Span:
    """The shortest run of clauses that names every word that the passage names and shows what is asked.

    The whole passage, where it names a word by a name of its own that is not known here.
    """
    fact = entry.fact
    source = ground.index.report.source
    pieces = list(clauses(source, fact.start, fact.end))
    pattern = SHOWS.get(ask)
    wanted = [m for m in selection.required() if any(w in fact.quote for w in forms(m))]
    best = (fact.start, fact.end)
    other = (m for m in selection.required() if m not in wanted)
    levels = (explain(m, entry, ground.index) for m in other if m.kinds() - CARD_KINDS)
    if not wanted or any(
        level and level[0] == OWN and level[1].kind != "theme" for level in levels
    ):
        return best
    for first in range(len(pieces)):
        for last in range(first, len(pieces)):
            span = (pieces[first][0], pieces[last][1])
            if span[1] - span[0] >= best[1] - best[0]:
                continue
            text = source[slice(*span)]
            named = all(any(w in text for w in forms(m)) for m in wanted)
            if named and (pattern is None or pattern.search(text)) and _says_more(text, wanted):
                best = span
                break
    return _with_same(best, pieces, source, pattern)


def _with_same(
    span: Span, pieces: list[Span], source: str, pattern: re.Pattern[str] | None
) -> Span:
    """A run of clauses that each show what is asked is taken whole (因…3件，因…2件)."""
    end = span[1]
    for start, stop in pieces:
        opened = pattern.match(source, start, stop) if pattern else None
        if start > end and start - end <= 2 and opened:
            end = stop
    return span[0], end


def _says_more(text: str, wanted: list[Mention]) -> bool:
    for mention in wanted:
        for form in forms(mention):
            text = text.replace(form, "", 1)
    text = re.sub(r"[\d.]+\w?", "", text)
    return len(re.sub(r"\W", "", text)) > 1


def forms(mention: Mention) -> list[str]:
    """How a mention may be written in the report: as asked, or as its concept is called."""
    return [
        mention.text,
        mention.read or mention.text,
        *(a for s in mention.senses for a in s.atoms),
    ]
