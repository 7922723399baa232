"""Questions about applications for information and the like, in the words of the official forms.

留到2025年接着办的有几件 asks 结转下年度继续办理的有多少件. Such a question is read only where each of its words has its
place (`language.applying`), and only where it is not answered as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from assistant.knowledge import Knowledge
from assistant.language.applying import (
    APPLYING,
    COUNTS,
    NOTHING,
    RECEIVED,
    WHETHER,
    Applying,
    Bag,
    clauses_of,
)
from assistant.late import late
from assistant.model import Figure, Mention, Question
from assistant.otherwise import GAPPED
from assistant.steps.own_body import own_body
from assistant.trace import Trace

OWN, YEARS = "本机关", ("去年", "本年度", "明年")
HOW_MANY, ANY = "有多少件", "有没有"
# What joins several questions into one line.
JOINT, AND = "？", "呢"
# What is asked of that no form counts.
ASKS = late("谁|为什么|为何|怎么|怎样|如何|哪里|哪儿|什么时候")
CONTENT, DENIED = "申请内容以", "不"
NEXT, ENDS = "明年", "?？。 呢啊吗"
SEVERAL = 2
# What computes nothing but what the report says: the parts of a row, and the largest of some.
PLAIN = frozenset({"sum", "rank"})

Read = Callable[[Question, Knowledge], Trace]


@dataclass
class _Asked:
    """One question as it is read: what each name of the forms was found to be, each asked once."""

    question: Question
    knowledge: Knowledge
    read: Read
    found: dict[str, Trace] = field(default_factory=dict)

    @property
    def classes(self) -> Applying:
        """The words of the forms."""
        return self.knowledge.applying

    def ask(self, text: str) -> Trace:
        """A question in the words of the forms, as it is answered."""
        if text not in self.found:
            report = self.knowledge.indexes[0].report
            plain = text.replace(NEXT, f"{report.year + 1}年")
            self.found[text] = self.read(
                replace(self.question, text=plain, repairs=()), self.knowledge
            )
        return self.found[text]

    def name(self, bag: Bag, before: Bag = NOTHING) -> str:
        """What a stretch means, in the words by which the report answers it; empty where it does not."""
        meant = self.classes.meant(bag, before)
        if meant is None or meant.whole:
            return ""
        for name in self.classes.plainly(meant, bag):
            found = self.ask(ANY + name if WHETHER in bag.asks else name + HOW_MANY)
            if is_told(found) and self.is_about(found, meant.about):
                return name
        return ""

    def is_about(self, found: Trace, word: str) -> bool:
        """Do the cells, sentences or sections that tell it speak of that?"""
        source = self.knowledge.indexes[0].report.source
        return all(
            word in f.section + source[slice(*f.sentence)]
            if isinstance(f, Figure) and not f.table
            else True
            for f in found.finding.facts
        )

    def number(self, name: str) -> Decimal | None:
        """How many of it there are."""
        values = self.ask(name + HOW_MANY).finding.values
        return Decimal(values[0].value) if len(values) == 1 else None


def applied(
    question: Question, alone: Trace, knowledge: Knowledge, before: str, read: Read
) -> Trace | None:
    """A question in the words of the forms, where it is answered so; `before` is the turn that it follows."""
    words = knowledge.applying
    if not words.gate.search(question.text + before) or words.uncounted.search(question.text):
        return None
    text = _plain(question.text, alone.mentions, knowledge)
    asked = _Asked(question, knowledge, read)
    last = knowledge.applying.said(_plain(before, (), knowledge)) if before else None
    for plain, names in (way(text, asked, last or NOTHING) for way in WAYS):
        if not plain:
            continue
        found = asked.ask(plain)
        told = is_answered(found) and _keeps(found, names, asked) and _is_of_content(plain, found)
        told = told and _counts_so(question.text, found, words) and _denies_too(plain, found, asked)
        return found if told and _is_better(found, alone, asked) else None
    return None


def _counts_so(text: str, found: Trace, words: Applying) -> bool:
    """几封, 多少人: is it counted in the measure word that is asked for, where no other stands for it?"""
    unit = words.strict.search(text)
    values = found.answer.values
    return unit is None or not values or any(unit[1] in v.unit for v in values)


def _denies_too(plain: str, found: Trace, asked: _Asked) -> bool:
    """有没有不予公开的 is no yes by 受理申请7宗: does what tells it deny as well?"""
    source = asked.knowledge.indexes[0].report.source
    passages = (
        source[slice(*f.sentence)] if isinstance(f, Figure) else source[f.start : f.end]
        for f in found.finding.facts
    )
    rows = (row for f in found.finding.facts if isinstance(f, Figure) for row in f.row)
    denied = any(DENIED in text for text in (*passages, *rows))
    return found.answer.polarity != "yes" or DENIED not in plain.replace(ANY, "") or denied


def _is_of_content(plain: str, found: Trace) -> bool:
    """申请内容以什么为最多 is told by what they were about, and by no figure of how they came."""
    return CONTENT not in plain or not any(isinstance(f, Figure) for f in found.finding.facts)


def _is_better(found: Trace, alone: Trace, asked: _Asked) -> bool:
    """Does it tell more than what the question is answered by as it stands, or is that of another thing?"""
    parts = alone.parts or (alone,)
    lost = len(parts) > len(found.parts or (found,))
    if lost and any(ASKS.search(p.question.text) for p in parts if not p.finding.facts):
        # 新收多少件,发给谁: the other question is not lost.
        return False
    if any(part.answer.status != "answered" for part in parts):
        return True
    if alone.answer.polarity and alone.answer.polarity == found.answer.polarity:
        return False
    mine, theirs = ({(v.value, v.unit) for v in t.answer.values} for t in (found, alone))
    if theirs <= mine:
        decided = bool(found.answer.polarity and not alone.answer.polarity)
        return decided or len(mine) > len(theirs)
    about = {c.about for c in asked.classes.counted.values()}
    return any(not any(asked.is_about(part, word) for word in about) for part in parts)


def is_answered(trace: Trace) -> bool:
    """Is a question answered, all of it, and with no word of it taken for another?"""
    parts = trace.parts or (trace,)
    return trace.answer.status == "answered" and all(
        part.answer.status == "answered"
        and not part.question.repairs
        and not (part.rule == GAPPED and part.answer.polarity)
        for part in parts
    )


def is_told(trace: Trace) -> bool:
    """Is a question answered by what the report says, and by nothing computed of it but a sum of parts?"""
    computed = trace.answer.computation
    return is_answered(trace) and (computed is None or computed.operator in PLAIN)


def _keeps(found: Trace, names: tuple[str, ...], asked: _Asked) -> bool:
    """Does what was computed rest on the numbers of what was named?"""
    computed = found.answer.computation
    if len(names) < SEVERAL or computed is None:
        return len(names) < SEVERAL
    operands = {Decimal(o) for o in computed.operands}
    return all(asked.number(name) in operands for name in names)


def _plain(text: str, mentions: tuple[Mention, ...], knowledge: Knowledge) -> str:
    """The question with the body itself and the years near its own by what they are called."""
    index = knowledge.indexes[0]
    own = [m for m in (*mentions, *own_body(text, index, knowledge.bodies)) if _is_own(m, text)]
    edge = len(text)
    for mention in sorted(own, key=lambda m: (-m.start, -m.end)):
        if mention.end <= edge:
            text, edge = text[: mention.start] + OWN + text[mention.end :], mention.start
    for by, said in zip((-1, 0, 1), YEARS, strict=True):
        year = index.report.year + by
        text = re.sub(rf"(?<!\d){year}年?(?:度|全年)?(?![\d月])", said, text)
    return text


def _is_own(mention: Mention, text: str) -> bool:
    return "card_place" in mention.kinds() and text[mention.start : mention.end] == mention.text


Plain = tuple[str, tuple[str, ...]]
NONE: Plain = ("", ())


def _alone(text: str, asked: _Asked, last: Bag) -> Plain:
    """One thing that is asked of: how many there are, or whether there is any."""
    bag = asked.classes.said(text)
    if bag is None or sum(_asks(c, asked) for c in clauses_of(text)) > 1:
        return NONE
    if (whole := asked.classes.meant(bag, last)) and whole.whole:
        told = (q for q in whole.plainly if is_told(asked.ask(q)))
        return (next(told, ""), ()) if not (bag.asks or bag.who or bag.ways or bag.stated) else NONE
    return (_single(bag, last, asked), ()) if len(bag.asks) == 1 else NONE


def _asks(clause: str, asked: _Asked) -> bool:
    """Does a clause ask by itself: 商业秘密的呢?"""
    bag = asked.classes.said(clause)
    return bag is not None and (bool(bag.asks) or clause.endswith(AND))


def _single(bag: Bag, before: Bag, asked: _Asked) -> str:
    name = asked.name(bag, before)
    if not name or not _as_stated(bag, asked):
        return ""
    return ANY + name if WHETHER in bag.asks else name + HOW_MANY


def _as_stated(bag: Bag, asked: _Asked) -> bool:
    """Is each number that the question gives itself the one that the report has for what the rest is a part of?"""
    if not bag.stated:
        return True
    meant = asked.classes.meant(bag)
    whole = [n for n in bag.names if meant and n in meant.of]
    if len(bag.stated) > 1 or len(whole) > 1:
        return False
    name = asked.name(Bag(frozenset((APPLYING, *(whole or (RECEIVED,)))), (), (), (), ()))
    return bool(name) and asked.number(name) == bag.stated[0]


def _in_clauses(text: str, asked: _Asked, last: Bag) -> Plain:
    """Several questions in one line; a clause that asks nothing leads to all behind it."""
    led, before, asks = NOTHING, last, ""
    plain: list[str] = []
    for clause in clauses_of(text):
        bag = asked.classes.said(clause)
        if bag is None:
            return NONE
        if not bag.asks and not clause.endswith(AND):
            led |= bag
            continue
        if plain and ANY in plain[-1] and WHETHER not in bag.asks and bag.names <= before.names:
            # 有没有复议,有几件: that there is any is told with how many.
            continue
        asks = bag.asks[0] if bag.asks else asks or COUNTS
        whole = replace(led | bag, asks=(asks,))
        single = _single(whole, before, asked)
        if not single:
            return NONE
        plain.append(single)
        before |= bag
    return (JOINT.join(plain), ()) if plain else NONE


def _pair(text: str, kind: str, asked: _Asked, last: Bag) -> tuple[re.Match[str], str, str] | None:
    """What stands on both sides of what holds them against each other, by the names of the forms."""
    found = late(asked.classes.against[kind]).fullmatch(text.rstrip(ENDS))
    if found is None:
        return None
    sides = [asked.classes.said(found[side].strip(",， ")) for side in "ab"]
    names = [asked.name(bag, last) if bag and not bag.asks else "" for bag in sides]
    return (found, names[0], names[1]) if all(names) else None


def _held(text: str, asked: _Asked, last: Bag) -> Plain:
    """One held against the other: by how many it is more, or what share of it it is."""
    if pair := _pair(text, "share", asked, last) or _pair(text, "within", asked, last):
        _, a, b = pair
        return f"{a}占{b}的百分之几", (a, b)
    if pair := _pair(text, "more", asked, last):
        found, a, b = pair
        return f"{a}比{b}{found['how'][0]}几件", (a, b)
    return NONE


def _added(text: str, asked: _Asked, last: Bag) -> Plain:
    """Two added up."""
    if pair := _pair(text, "sum", asked, last):
        _, a, b = pair
        return f"{a}和{b}一共多少件", (a, b)
    return NONE


# How a question is read, one after the other.
WAYS = (_held, _added, _alone, _in_clauses)
