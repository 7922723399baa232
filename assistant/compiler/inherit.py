"""What a figure takes from the words before it: its whole, its sentence's subject, its neighbour."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from assistant.compiler.clauses import AVERAGE, before_verb, first_verb, is_scope, starts_with_verb
from assistant.compiler.outline import Span
from assistant.compiler.prose import EMPTY, Draft, Prose
from assistant.compiler.standing import standing
from assistant.compiler.sums import amount, base, has_sum
from assistant.compiler.topics import topics
from assistant.model import Figure

RATES = ("率", "比例", "比重")
NAME_MARKS = ("“", "《", "「")
TOWARDS = ("向", "给", "免费")
# 14名兼职人员中有6名换岗, 11个行政村有7个在该乡: some of those that were counted.
OF_THESE = re.compile("[^,，;；。、]{1,12}?(?:中[,，]?共?有?|有)")
AMONG = re.compile(r"[^,，;；。、]{0,16}?中[,，:：]\s*")
NUMBERED = ("count", "money")
OPENED = 16
# No breakdown and no sentence has more figures than these.
LOOKED_BACK = 200


def inherit(prose: Prose, draft: Draft, drafts: list[Draft], first: int) -> Draft:
    """Complete a figure by its whole (其中), its sentence's subject and verb, or its neighbour.

    `drafts` are those before it, those from `first` on of its own sentence.
    """
    whole = _whole(prose, draft, drafts)
    if whole:
        return as_part(prose, draft, whole)
    if draft.figure.kind == "document":
        return draft
    lead = _leads(prose, draft)
    about = topics(prose, draft, drafts[-LOOKED_BACK:])
    own = standing(prose, draft)
    before = [d for d in drafts[first:] if d.depth <= draft.depth and d.figure.kind != "document"]
    if not before:
        bearer = _bearer(prose, draft, drafts)
        return replace(draft, inherits=(*draft.inherits, *lead, own, *bearer, *about))
    near = _from_neighbour(prose, draft, before[-1]) if draft.figure.kind != "zero" else []
    spans = [*draft.inherits, *near, *lead, own, *_owners(prose, draft, before)]
    spans += [s for s in about if not any(t[0] <= s[0] and s[1] <= t[1] for t in spans)]
    return replace(draft, inherits=tuple(spans))


def _owners(prose: Prose, draft: Draft, before: list[Draft]) -> list[Span]:
    """Whose it is where it does not say so: the owner named last, and the name that opens all."""
    if draft.who != EMPTY:
        return []
    own = base(draft.figure)
    named = [d.who for d in before if d.who != EMPTY and not (d.bare and base(d.figure) == own)]
    opening = [who for who in named[:1] if prose.cut(who)[:1] in NAME_MARKS]
    return named[-1:] + opening


def _bearer(prose: Prose, draft: Draft, drafts: list[Draft]) -> list[Span]:
    """Whose measure it is behind a semicolon: “甘肃水利网”发布1312条；全年点击量126万人次."""
    if prose.cut(draft.who) or prose.cut(draft.what) not in prose.genre.attributes:
        return []
    start = prose.stretch(draft.figure.number[0])[0]
    near = [d for d in drafts[-LOOKED_BACK:] if start <= d.figure.number[0]]
    owned = [d for d in near if d.figure.where or prose.cut(d.who)[:1] in NAME_MARKS]
    return [d.who for d in owned[-1:] if prose.cut(d.who)[:1] in NAME_MARKS]


def as_part(prose: Prose, draft: Draft, whole: Draft) -> Draft:
    """The draft as a part of this whole: it counts what the whole counts."""
    spans = list(whole.counts())
    if not (draft.figure.where and is_scope(prose, whole.who)):
        spans.insert(0, whole.who)
    own = [s for s in draft.inherits if s not in spans]
    part = replace(draft.figure, part_of=whole.figure.id, group=whole.figure.id)
    return replace(draft, figure=part, inherits=(*spans, *own))


def _from_neighbour(prose: Prose, draft: Draft, previous: Draft) -> list[Span]:
    figure, text = draft.figure, prose.cut(draft.what)
    spans = [previous.lead] if previous.figure.kind == "frequency" else []
    if draft.bare:
        spans += [previous.what, previous.lead, *previous.inherits]
    elif is_change(prose, draft) or text in prose.genre.attributes:
        attributes = {text, prose.cut(previous.what)}
        # 点击量126万人次，日均3450人次: an average is of what it is measured with.
        beside = attributes <= prose.genre.attributes and not AVERAGE.fullmatch(text)
        spans += [*(() if beside else (previous.what,)), *previous.inherits]
    elif figure.unit == "%" and text.endswith(RATES) and len(text) <= 4:
        spans += [*previous.inherits] if previous.figure.unit == "%" else [previous.what]
    elif text.startswith(TOWARDS):
        spans += [previous.what]
    elif starts_with_verb(prose, draft.what) and not _are_like(prose, draft.what, previous.what):
        nominal = text.endswith("的") or previous.figure.kind == "percent"
        spans += [before_verb(prose, previous.figure.clause)] if nominal else [previous.what]
        if text.startswith("占"):
            spans += [previous.what, *previous.inherits]
    else:
        spans += [_earlier_modifiers(prose, draft), _shared_lead(prose, draft, previous)]
        spans += [previous.lead, first_verb(prose, previous.what)]
        spans += [s for s in previous.inherits if starts_with_verb(prose, s)]
        apart = figure.clause != previous.figure.clause and not is_placed(figure)
        if apart and len(prose.words_in(draft.what)) == 1:
            # 官方微博发布博文236条，粉丝4100人: a single noun is of the subject before it.
            spans += [before_verb(prose, previous.figure.clause)]
    return spans


def is_placed(figure: Figure) -> bool:
    """Is it the figure of a place or an organ, and so of no other subject?"""
    return bool(figure.where or figure.who)


def _are_like(prose: Prose, one: Span, other: Span) -> bool:
    """Do two figures count the same sort of thing: 行政复议案件134件,行政诉讼案件57件?"""
    first, second = prose.cut(one), prose.cut(other)
    return len(first) > 2 and len(second) > 2 and first[-2:] == second[-2:]


def _shared_lead(prose: Prose, draft: Draft, previous: Draft) -> Span:
    """What a pair says once for both: 备案依申请公开领域 of 备案依申请公开领域行政复议案件,行政诉讼案件."""
    if not _are_like(prose, draft.what, previous.what):
        return EMPTY
    at = prose.text.rfind(prose.cut(draft.what)[:2], *previous.what)
    return (previous.what[0], at) if at > previous.what[0] else EMPTY


def is_change(prose: Prose, draft: Draft) -> bool:
    """Only a change, with nothing that changed: 同比增长70.3%, 比上年增加0.6万元."""
    return bool(_change(prose.genre.changes).fullmatch(prose.cut(draft.what)))


@lru_cache(maxsize=1)
def _change(changes: tuple[str, ...]) -> re.Pattern[str]:
    opening = r"(?:与?(?:[12]\d{3}年|上年|去年|上一年)度?(?:同期)?相?[比较]|[比较][^,，]{0,8}|同比|环比)?(?:分别)?"
    return re.compile(rf"{opening}(?:{'|'.join(map(re.escape, changes))})[加少了长幅到为]*")


def _leads(prose: Prose, draft: Draft) -> list[Span]:
    """The clauses before it that say how its list divides (从提交方式看) or what it is of (…中)."""
    start, at = draft.figure.sentence[0], draft.figure.clause[0]
    found = []
    for clause in prose.outline.clauses.get(draft.figure.sentence, ()):
        if not start <= clause[0] < at:
            break
        colon = prose.text[clause[1] : clause[1] + 1] in (":", "：")
        text = prose.cut(clause)
        if re.search(r"\d", re.sub(r"[12]\d{3}年", "", text)) or text in prose.genre.part_marks:
            continue
        if colon or text.endswith(prose.genre.lead_ends):
            found.append(clause)
    return found


def _whole(prose: Prose, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The figure of which this is a part: marked by 其中 or by its bracket, or next of such a row."""
    figure = draft.figure
    if figure.kind not in NUMBERED:
        return None
    begun, own_unit = prose.paragraph(figure.number[0])[0], base(figure)
    drafts = drafts[-LOOKED_BACK:]
    near = [
        d
        for d in drafts
        if begun <= d.figure.number[0]
        and d.figure.kind in NUMBERED
        and (d.figure.unit == figure.unit or base(d.figure) == own_unit)
    ]
    if draft.depth:
        around = [d for d in near if d.figure.clause == figure.clause and d.depth < draft.depth]
        return around[-1] if around else None
    near = [d for d in near if not d.depth]
    opening = "".join(prose.text[max(0, figure.start - OPENED) : figure.start].split())
    opening = opening.rstrip(",，:：")
    if near and _is_of_these(prose, figure, near[-1].figure):
        return near[-1] if amount(near[-1].figure) >= amount(figure) else None
    marked = any(opening.endswith(m) or figure.quote.startswith(m) for m in prose.genre.part_marks)
    if marked:
        free = [d for d in reversed(near) if d.figure.part_of is None]
        own = [d for d in free if d.figure.when == figure.when and not is_change(prose, d)]
        return _nearest_like(prose, draft, own or free)
    stretch = prose.stretch(figure.number[0])
    row = [d for d in near if stretch[0] <= d.figure.number[0]]
    if not row or not row[-1].figure.part_of or _interrupted(draft, drafts, row[-1]):
        return None
    whole = next((d for d in reversed(drafts) if d.figure.id == row[-1].figure.part_of), None)
    if whole is None:
        return None
    parts = [amount(d.figure) for d in near if d.figure.part_of == whole.figure.id]
    full = has_sum(parts, amount(whole.figure))
    return None if full else whole


def _is_of_these(prose: Prose, figure: Figure, before: Figure) -> bool:
    """Is it counted among those of the figure before it: 14名人员中有6名换岗, 2026条信息中,职能类161条?"""
    at = before.number[1]
    return bool(
        OF_THESE.fullmatch(prose.text, at, figure.number[0])
        or AMONG.fullmatch(prose.text, at, figure.start)
    )


def _nearest_like(prose: Prose, draft: Draft, wholes: list[Draft]) -> Draft | None:
    """The nearest whole that is large enough; beyond its own sentence rather one of the same name."""
    large = [d for d in wholes if amount(d.figure) >= amount(draft.figure)] or wholes
    if not large or large[0].figure.sentence == draft.figure.sentence:
        return next(iter(large), None)
    noun = prose.cut(draft.what)[-2:]
    return next((d for d in large if len(noun) > 1 and noun in prose.cut(d.what)), large[0])


def _interrupted(draft: Draft, drafts: list[Draft], last: Draft) -> bool:
    """Does something else than a share stand between two parts of one sentence?"""
    between = takewhile(lambda d: d is not last, reversed(drafts))
    return any(
        d.figure.unit != "%" and d.figure.sentence == draft.figure.sentence and not d.depth
        for d in between
    )


def _earlier_modifiers(prose: Prose, draft: Draft) -> Span:
    """A bare noun (98%以上事项) means the one named in full before it in the sentence (进驻事项)."""
    noun = prose.cut(draft.what)
    if len(prose.words_in(draft.what)) != 1:
        return EMPTY
    start, at = draft.figure.sentence[0], draft.figure.clause[0]
    found = prose.text.rfind(noun, start, at)
    if found < 0:
        return EMPTY
    begin = found
    for word in reversed(prose.words_in((start, found))):
        if word.end != begin or word.flag not in ("n", "v", "vn", "b", "nz") or found - begin > 6:
            break
        begin = word.start
    return (begin, found)
