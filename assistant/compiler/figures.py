"""Figures of a report's prose: what each counts, for whom, where, when, and of what it is a part."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.compiler.genre import Genre
from assistant.compiler.outline import Outline, Span
from assistant.compiler.quantities import Quantity
from assistant.compiler.segment import Word
from assistant.lexicon import Lexicon
from assistant.model import Figure

SCOPES = {"place", "organ", "channel", "whole", "card_place"}
ADVERBS = ("全年共", "共计", "全年", "共", "已", "累计", "合计")
CONNECTORS = "和与及、以及"
EMPTY: Span = (0, 0)
RATES = ("率", "比例", "比重")


@dataclass(frozen=True, slots=True)
class Prose:
    """A text with everything that its figures are read by."""

    text: str
    outline: Outline
    words: tuple[Word, ...]
    genre: Genre
    lexicon: Lexicon
    year: int

    def cut(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span[0] : span[1]]

    def section(self, at: int) -> str:
        """The path of the numbered section around an offset."""
        around = [s for s in self.outline.enclosing(at) if s.level < 4]
        return around[-1].path if around else ""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A figure while its sentence is being read: who and what as spans, and what it inherits."""

    figure: Figure
    who: Span
    what: Span
    lead: Span
    inherits: tuple[Span, ...] = ()
    bare: bool = False


def figures(prose: Prose, found: tuple[Quantity, ...]) -> tuple[Figure, ...]:
    """Every figure of the text in reading order, with ids f001, f002 …"""
    drafts: list[_Draft] = []
    for sentence in prose.outline.sentences:
        before = len(drafts)
        for clause in prose.outline.clauses[sentence]:
            inside = [q for q in found if clause[0] <= q.start and q.end <= clause[1]]
            read = _counted(prose, sentence, clause, inside) if inside else []
            read += _documents(prose, sentence, clause)
            read = read or _unnumbered(prose, sentence, clause)
            for draft in sorted(read, key=lambda d: d.figure.number):
                drafts.append(_inherit(prose, draft, drafts, before))
    return _numbered(drafts)


def _numbered(drafts: list[_Draft]) -> tuple[Figure, ...]:
    names = {draft.figure.id: f"f{n:03d}" for n, draft in enumerate(drafts, start=1)}
    return tuple(
        replace(
            draft.figure,
            id=names[draft.figure.id],
            part_of=names[draft.figure.part_of] if draft.figure.part_of else None,
            group=names[draft.figure.group] if draft.figure.group else None,
            inherits=tuple(s for s in dict.fromkeys(draft.inherits) if s[0] < s[1]),
        )
        for draft in drafts
    )


def _counted(prose: Prose, sentence: Span, clause: Span, inside: list[Quantity]) -> list[_Draft]:
    drafts: list[_Draft] = []
    at = clause[0]
    trailing = _noun_after(prose, inside[-1], clause[1])
    for index, quantity in enumerate(inside):
        until = inside[index + 1].start if index + 1 < len(inside) else clause[1]
        left = _core(prose, (at, quantity.start))
        who, what = _subject(prose, left)
        after = _noun_after(prose, quantity, until)
        if after and (not prose.cut(what) or _ends_in_verb(prose, what)):
            lead, what = what, after
        else:
            lead, after = EMPTY, None
        whole = trailing is not None or len(inside) == 1
        quote = clause if whole else (at, quantity.end)
        figure = _figure(prose, quantity, sentence, clause, _trim(prose.text, quote))
        figure = replace(
            figure,
            what=prose.cut(what),
            who=prose.cut(who),
            where=_place(prose, who),
        )
        drafts.append(_Draft(figure, who, what, lead, bare=not prose.cut(what)))
        at = after[1] if after else quantity.end
        while at < until and prose.text[at] in CONNECTORS:
            at += 1
    return drafts


def _figure(prose: Prose, q: Quantity, sentence: Span, clause: Span, quote: Span) -> Figure:
    start, end = quote
    frequency = next((f for f in ("每期", *prose.genre.frequencies) if f in prose.cut(quote)), "")
    return Figure(
        id=f"@{q.start}",
        kind=q.kind,
        value=q.value,
        unit=q.unit,
        bound=q.bound,
        text=prose.text[q.start : q.end],
        what="",
        who="",
        where="",
        when=frequency or f"{prose.year}年",
        part_of=None,
        group=None,
        section=prose.section(q.start),
        start=start,
        end=end,
        number=(q.start, q.end),
        clause=clause,
        sentence=sentence,
        inherits=(),
        quote=prose.text[start:end],
    )


def _unnumbered(prose: Prose, sentence: Span, clause: Span) -> list[_Draft]:
    """A stated zero (未发生…) or a frequency (每月…) in a clause without a number."""
    text = prose.cut(clause)
    zero = next((z for z in prose.genre.zeros if z in text), "")
    word = zero or next((f for f in prose.genre.frequencies if f in text), "")
    if not word:
        return []
    start = clause[0] + text.index(word)
    mark = (start, start + len(word))
    quantity = Quantity(*mark, mark, Decimal(0), "", "exact", "zero" if zero else "frequency")
    figure = _figure(prose, quantity, sentence, clause, clause)
    rest = (mark[1], clause[1])
    figure = replace(
        figure,
        value=Decimal(0) if zero else None,
        what=prose.cut(rest),
        when=f"{prose.year}年",
    )
    who, lead = _subject(prose, _core(prose, (clause[0], start)))
    return [_Draft(replace(figure, who=prose.cut(who)), who, rest, lead)]


def _documents(prose: Prose, sentence: Span, clause: Span) -> list[_Draft]:
    """Document numbers (国办发〔2013〕73号), each with the title before it."""
    drafts = []
    for match in prose.genre.document_number.finditer(prose.text, *clause):
        start, end = match.span()
        opened = prose.text[:start].rstrip()
        quote = (start - 1, end + 1) if prose.text[start - 1 : start] in "(（" else (start, end)
        title = (prose.text.rfind("《", clause[0], start), len(opened.rstrip("(（")))
        quantity = Quantity(start, end, (start, end), Decimal(0), "", "exact", "document")
        figure = _figure(prose, quantity, sentence, clause, quote)
        what = title if title[0] >= 0 else (clause[0], start)
        figure = replace(figure, value=None, what=prose.cut(what).strip("《》"), when="")
        drafts.append(_Draft(figure, EMPTY, what, EMPTY))
    return drafts


# --------------------------------------------------------------------------- reading a clause


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and (text[start].isspace() or text[start] in CONNECTORS + ",，;；"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in CONNECTORS + ",，;；"):
        end -= 1
    return start, end


def _core(prose: Prose, span: Span) -> Span:
    """The words between two numbers without openers (其中, 2013年), item marks and links (共, 为)."""
    start, end = _trim(prose.text, span)
    opener = re.compile(
        r"(?:[一二三四五六七八九十]+是|[12]\d{3}年度?|截[至止]\S{0,8}底?|"
        + "|".join(map(re.escape, prose.genre.openers))
        + r")[,，:：]?"
    )
    found = opener.match(prose.text, start, end)
    while found and found.end() > start:
        start = found.end()
        found = opener.match(prose.text, start, end)
    link = next((w for w in prose.genre.links if prose.text.endswith(w, start, end)), "")
    while link:
        end -= len(link)
        link = next((w for w in prose.genre.links if prose.text.endswith(w, start, end)), "")
    return _trim(prose.text, (start, end))


def _subject(prose: Prose, span: Span) -> tuple[Span, Span]:
    """Who and what: a leading place, organ or channel, or whatever stands before 共/已/全年."""
    text = prose.cut(span)
    adverb = next((w for w in _in(prose, span) if w.text in ADVERBS), None)
    if adverb and "的" not in prose.cut((span[0], adverb.start)):
        return (span[0], adverb.start), _core(prose, (adverb.end, span[1]))
    end = span[0]
    for mention in prose.lexicon.read(text):
        joined = prose.cut((end, span[0] + mention.start)).strip("《》()（）")
        if joined or not (mention.kinds() & SCOPES):
            break
        end = span[0] + mention.end
    while end < span[1] and prose.text[end] in "》)）":
        end += 1
    closing = re.compile(r"\([^()]*\)").match(prose.text, end, span[1])
    end = closing.end() if closing else end
    if prose.text[end : end + 1] in ("、", "和", "与", "及"):
        return EMPTY, span
    if end >= span[1] and not _is_scope(prose, (span[0], end)):
        return EMPTY, span
    return (span[0], end), (end, span[1])


def _is_scope(prose: Prose, span: Span) -> bool:
    """A part named by a place or level alone (连州市669项): the place is who, and nothing is what."""
    kinds = {k for m in prose.lexicon.read(prose.cut(span)) for k in m.kinds()}
    return bool(kinds & {"place", "whole", "card_place"})


def _place(prose: Prose, who: Span) -> str:
    for mention in prose.lexicon.read(prose.cut(who)):
        if mention.kinds() & {"place", "whole", "card_place"}:
            return mention.text
    return ""


def _in(prose: Prose, span: Span) -> list[Word]:
    first = bisect_left(prose.words, span[0], key=lambda word: word.start)
    end = bisect_right(prose.words, span[1], first, key=lambda word: word.end)
    return list(prose.words[first:end])


def _noun_after(prose: Prose, quantity: Quantity, until: int) -> Span | None:
    """The counted noun that follows its number (53个部门的…), up to 的, a verb or a preposition."""
    words = _in(prose, (quantity.end, until))
    if not words or words[0].start > quantity.end:
        return None
    if words[0].flag == "p":
        return (quantity.end, _trim(prose.text, (quantity.end, until))[1])
    end = quantity.end
    for word in words:
        if word.flag[0] not in "nblajsz" and word.flag not in ("vn", "an"):
            break
        end = word.end
    return (quantity.end, end) if end > quantity.end else None


def _ends_in_verb(prose: Prose, span: Span) -> bool:
    words = _in(prose, span)
    return bool(words) and words[-1].flag in ("v", "ul", "p", "vn", "ad")


# --------------------------------------------------------------------------- what is inherited


def _inherit(prose: Prose, draft: _Draft, drafts: list[_Draft], first: int) -> _Draft:
    """Complete a figure by its whole (其中), its sentence's subject and verb, or its neighbour."""
    same_sentence = drafts[first:]
    previous = same_sentence[-1] if same_sentence else None
    figure = draft.figure
    whole = _whole(prose, draft, drafts, previous)
    if whole:
        own_place = figure.where != ""
        spans = [whole.what, whole.lead, *whole.inherits]
        if not (own_place and _is_scope(prose, whole.who)):
            spans.insert(0, whole.who)
        part = replace(figure, part_of=whole.figure.id, group=whole.figure.id)
        return replace(draft, figure=part, inherits=tuple(spans))
    if previous is None or figure.kind == "document":
        return draft
    text = prose.cut(draft.what)
    spans = [previous.who] if not draft.who[1] else []
    if draft.bare:
        spans += [previous.what, previous.lead, *previous.inherits]
    elif figure.unit == "%" and text.endswith(RATES) and len(text) <= 4:
        spans += [*previous.inherits] if previous.figure.unit == "%" else [previous.what]
    elif _starts_with_verb(prose, draft.what):
        nominal = text.endswith("的") or previous.figure.kind == "percent"
        spans += [_before_verb(prose, previous.figure.clause)] if nominal else [previous.what]
    else:
        spans += [_earlier_modifiers(prose, draft)]
        spans += [previous.lead, _first_verb(prose, previous.what)]
        spans += [s for s in previous.inherits if _starts_with_verb(prose, s)]
    return replace(draft, inherits=tuple(spans))


def _whole(
    prose: Prose, draft: _Draft, drafts: list[_Draft], previous: _Draft | None
) -> _Draft | None:
    """The figure of which this is a part: marked by 其中, or the next of a row so marked."""
    opening = prose.text[: draft.figure.start].rstrip(",，:：")
    quote = draft.figure.quote
    marked = any(opening.endswith(m) or quote.startswith(m) for m in prose.genre.part_marks)
    if marked:
        return next((d for d in reversed(drafts) if d.figure.part_of is None), None)
    if previous and previous.figure.part_of and previous.figure.unit == draft.figure.unit:
        return next(d for d in drafts if d.figure.id == previous.figure.part_of)
    return None


def _starts_with_verb(prose: Prose, span: Span) -> bool:
    words = _in(prose, span)
    return bool(words) and words[0].flag == "v"


def _first_verb(prose: Prose, span: Span) -> Span:
    words = _in(prose, span)
    verb = words and words[0].flag in ("v", "vn")
    return (words[0].start, words[0].end) if verb else EMPTY


def _before_verb(prose: Prose, clause: Span) -> Span:
    verb = next((w for w in _in(prose, clause) if w.flag == "v"), None)
    return (clause[0], verb.start) if verb else EMPTY


def _earlier_modifiers(prose: Prose, draft: _Draft) -> Span:
    """A bare noun (98%以上事项) means the one named in full before it in the sentence (进驻事项)."""
    noun = prose.cut(draft.what)
    if len(_in(prose, draft.what)) != 1:
        return EMPTY
    start, at = draft.figure.sentence[0], draft.figure.clause[0]
    found = prose.text.rfind(noun, start, at)
    if found < 0:
        return EMPTY
    begin = found
    for word in reversed(_in(prose, (start, found))):
        if word.end != begin or word.flag not in ("n", "v", "vn", "b", "nz") or found - begin > 6:
            break
        begin = word.start
    return (begin, found)
