"""Lists that a report says: is a part among the whole, what is there besides it, is it all, which of two is it.

公报的发放范围包不包括诊所 is answered by 医疗机构(不含诊所), 除了政务公开目录还有啥 by the list that holds it with
others. One sentence or table row has to account for every word of the whole, and to say the part in its own words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.language.lists import Lists
from assistant.late import late
from assistant.model import Figure, Finding, Mention, Query, Span
from assistant.operators.evidence import forms
from assistant.operators.ground import Ground
from assistant.operators.numbered import states_numbers
from assistant.operators.passages import clauses, sentences
from assistant.operators.statement import closeness

# What of a part says nothing of its own.
EMPTY = frozenset({"frame", "theme"})
MARKED = late("《[^《》]+》|“[^“”]+”")
SO_ON = "等"
TOGETHER = ("与", "和", "同", "跟", "及")


@dataclass(frozen=True, slots=True)
class Side:
    """A stretch of the question, read: the whole, a part of it, or one of two."""

    text: str
    mentions: tuple[Mention, ...]
    query: Query


@dataclass(frozen=True, slots=True)
class Said:
    """What lists are read by: the report, and the words of lists."""

    ground: Ground
    lists: Lists

    def passages(self, whole: Side) -> Iterator[tuple[int, int]]:
        """The sentences and table rows that account for every word of the whole, the closest first."""
        report = self.ground.index.report
        if self.lists.table.fullmatch(whole.text):
            notes = (s for s in report.statements if any(w in s.quote for w in self.lists.noting))
            yield from ((s.start, s.end) for s in notes)
            return
        selection = replace(whole.query.base, heads=())
        if not selection.meant():
            return
        rows = [e for e in self.ground.index.figures() if getattr(e.fact, "table", "")]
        _, fits, _ = self.ground.choose(selection, [*sentences(self.ground), *rows])
        stating = (c for c in fits if c.close and states_numbers(whole.query, c.fact, self.ground))
        for candidate in sorted(stating, key=closeness):
            yield candidate.fact.start, candidate.fact.end

    def is_idle(self, part: Side) -> bool:
        """Is it a general word alone (是什么经费)?"""
        return part.text in self.lists.general or not any(m.kinds() - EMPTY for m in part.mentions)

    def holds(self, text: str, part: Side) -> bool:
        """Does a text say every word of a part, but for the most general? An unknown word (胜诉) too."""
        telling = (m for m in part.mentions if m.kinds() - EMPTY or not m.senses)
        meant = [m for m in telling if m.text not in self.lists.general]
        return bool(meant) and all(any(form in text for form in forms(m)) for m in meant)

    def led(self, text: str, end: int, whole: Side) -> bool:
        """Has a passage said by here all that it says of the whole?"""
        rows = [forms(m) for m in whole.query.base.meant()]
        return all(
            any(form in text[:end] for form in row) or not any(form in text for form in row)
            for row in rows
        )

    def clause_with(self, span: tuple[int, int], part: Side) -> tuple[int, int] | None:
        """The clause of a passage that names a part in a list of several."""
        source = self.ground.index.report.source
        for start, end in clauses(source, *span, marks=",，:：;；。"):
            members = self.lists.members(source[start:end])
            named = [member for member in members if self.holds(member, part)]
            if named and len(members) > len(named):
                return start, end
        return None

    def excepted(self, text: str, part: Side) -> bool:
        """Does a text set the part apart?"""
        return any(self.holds(text[a:b], part) for a, b in self.lists.exceptions(text))


def included(sides: Sequence[Side], said: Said) -> Finding | None:
    """Is the part among the whole? No where it is set apart, yes where a list of the whole names it."""
    whole, part = sides[0], sides[1]
    source = said.ground.index.report.source
    for start, end in said.passages(whole):
        text = source[start:end]
        if said.excepted(text, part):
            return _verdict("no", (start, end))
        rest = _without(text, said.lists.exceptions(text))
        if _names_member(rest, whole, part, said):
            return _verdict("yes", (start, end))
    return None


def _names_member(text: str, whole: Side, part: Side, said: Said) -> bool:
    """Does a list name the part in a clause with the whole or behind it, and not the whole beside the part?"""
    for start, end in clauses(text, 0, len(text), marks=",，:：;；。"):
        clause = text[start:end]
        listed = any(word in clause for word in said.lists.holding)
        if listed and said.led(text, end, whole) and said.holds(clause, part):
            members = (member.split(SO_ON)[0] for member in said.lists.members(clause))
            return not any(said.holds(member, whole) for member in members)
    return False


def but_excepted(query: Query, finding: Finding, ground: Ground, lists: Lists) -> Finding:
    """A yes whose passage sets apart what is asked of (不含诊所) is a no."""
    spans = [(f.start, f.end) for f in finding.facts if not isinstance(f, Figure)]
    if finding.polarity != "yes" or query.negated or not spans:
        return finding
    source = ground.index.report.source
    said = "\n".join(source[start:end] for start, end in spans)
    rest = _without(said, lists.exceptions(said))
    words = [forms(m) for m in query.base.meant()]
    apart = any(
        any(form in said for form in row) and not any(form in rest for form in row) for row in words
    )
    return _verdict("no", spans[0]) if apart else finding


def besides(sides: Sequence[Side], said: Said) -> Finding | None:
    """What a list of the whole names besides what is known of it, where it says what more is asked of."""
    source = said.ground.index.report.source
    for span in said.passages(sides[0]):
        clause = said.clause_with(span, sides[1])
        if clause and all(
            said.is_idle(s) or said.holds(source[slice(*clause)], s) for s in sides[2:]
        ):
            return Finding("answered", "statement", facts=(Span(*clause),))
    return None


def only(sides: Sequence[Side], said: Said) -> Finding | None:
    """Is it that alone? No where a list names it with others; that it is all nothing says."""
    for span in said.passages(sides[0]):
        if clause := said.clause_with(span, sides[1]):
            return _verdict("no", clause)
    return None


def either(sides: Sequence[Side], said: Said) -> Finding | None:
    """The passage that says one of two and not the other."""
    source = said.ground.index.report.source
    for start, end in said.passages(sides[0]):
        for clause in clauses(source, start, end, marks=",，:：;；。"):
            told = [said.holds(source[slice(*clause)], side) for side in sides[1:]]
            if any(told) and not all(told):
                return Finding("answered", "statement", facts=(Span(*clause),))
    return None


def named(sides: Sequence[Side], said: Said) -> Finding | None:
    """The one name in marks of the sentence that says all else of what is so called."""
    source = said.ground.index.report.source
    for start, end in said.passages(sides[0]):
        names = list(dict.fromkeys(MARKED.findall(source, start, end)))
        rest = MARKED.sub("", source[start:end])
        if len(names) == 1 and names[0] not in sides[0].text and said.holds(rest, sides[0]):
            return Finding("answered", "statement", facts=(Span(start, end),))
    return None


def both(sides: Sequence[Side], said: Said) -> Finding | None:
    """The clause in which two stand together in what is said: 强化政府与网民互动交流."""
    source = said.ground.index.report.source
    for start, end in said.passages(sides[0]):
        for clause in clauses(source, start, end, marks=",，:：;；。"):
            text = source[slice(*clause)]
            if all(said.holds(text, side) for side in sides) and any(w in text for w in TOGETHER):
                return Finding("answered", "statement", facts=(Span(*clause),))
    return None


OPERATORS: Mapping[str, Callable[[Sequence[Side], Said], Finding | None]] = {
    "included": included,
    "besides": besides,
    "only": only,
    "either": either,
    "named": named,
    "both": both,
}

# How many stretches each is asked of, at least.
LEAST = {"included": 2, "besides": 2, "only": 2, "either": 3, "named": 1, "both": 2}


def _verdict(polarity: str, span: tuple[int, int]) -> Finding:
    return Finding("answered", f"verify_{polarity}", facts=(Span(*span),), polarity=polarity)


def _without(text: str, spans: Iterator[tuple[int, int]]) -> str:
    for start, end in reversed(list(spans)):
        text = text[:start] + text[end:]
    return text
