"""What a short question leaves unsaid, taken from the turn before: 那英德呢, 佛冈比它多多少.

The result is a complete question in words, so that what was carried over can be shown; nothing is
carried past a word that is not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.late import late
from assistant.model import Answer, Card, Figure, Finding, Mention, Report
from assistant.naming import whole_of
from assistant.queries.tree import Tree
from assistant.steps.reading.reading import Reading
from assistant.steps.reading.units import implied_unit

PRONOUNS = late(
    r"它们|它(?!俩)|前者|后者|这个数|那个数|其(?![他它中余实])|那里|那儿|该[县市区镇]|当地"
)
# A pronoun that means one thing, and does not say which of several.
ONE_OF = late(r"它(?![们俩])|其(?![他它中余实])|那里|那儿|该[县市区镇]|当地")
GROUP = late(
    r"这[两二三四五六七八九几]个[县市区]*|它们|他们|[这那]?(?:两|二)者|[它他她这那]?俩|前面这?[两几]个|两个(?=一?起?[加合共相差])"
)
OPENINGS = late(r"^(那么?|还有|另外|其中|里面|那里面|这里面|当中)[,，]?")
WITHIN = late("^(?:那么?)?(?:其中|里面|那里面|这里面|当中)")
CHANGED = late("同比|环比|增[长加幅速多]|减少|下降|上升|提高|降低|涨|变化|比(?:上|去)")
AGAINST = late("[比跟和与同较].*")
NAMING = frozenset({"measure", "word", "verb"})
EXCHANGED = ("place", "organ", "channel", "period", "year")


@dataclass(frozen=True, slots=True)
class Turn:
    """A finished turn: its complete question, how it was read, what it found, and in which reports.

    `offered` are the questions between which it let choose, `taken` those chosen since; `chain` are the
    reports of which the same was asked in turn; `named` says whether the person named the reports, `many`
    whether it was several questions.
    """

    text: str
    reading: Reading
    finding: Finding
    answer: Answer
    report: Report
    cards: tuple[Card, ...] = ()
    offered: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    chain: tuple[Card, ...] = ()
    named: bool = False
    many: bool = False
    tree: Tree | None = None
    earlier: Turn | None = None


def is_short(reading: Reading) -> bool:
    """Does the question lean on the one before: 呢, 它, 其中, or nothing asked?"""
    text = reading.text.strip()
    leaning = PRONOUNS.search(text) or OPENINGS.search(text)
    return (
        bool(leaning)
        or text.rstrip("?？!。 ").endswith(("呢", "嘞", "咧", "呐"))
        or not reading.asks
    )


def leaning(text: str) -> bool:
    """Can this text only be understood after another: 那…, …呢, 它…?"""
    said = text.strip()
    ends = said.rstrip("?？!。 ").endswith(("呢", "嘞", "咧", "呐"))
    return bool(ends or PRONOUNS.search(said) or GROUP.search(said) or OPENINGS.search(said))


def asks_only_change(reading: Reading) -> bool:
    """同比呢, 增长了百分之几: the change of what the turn before spoke of, and of nothing that is named."""
    named = [m for m in reading.content if "frame" not in m.kinds()]
    others = [m for m in named if not (m.kinds() & {"relative_year"} or CHANGED.search(m.text))]
    return bool(CHANGED.search(reading.text)) and not others


def completions(reading: Reading, turn: Turn, few: re.Pattern[str]) -> Iterator[str]:
    """Complete questions that a short one may stand for, the likelier first; of a `few` spoken of, no total of all."""
    rest = OPENINGS.sub("", reading.text.strip()).rstrip("?？!。 ").rstrip("呢嘞咧呐")
    named = [m for m in reading.content if "frame" not in m.kinds()]
    # 培训多少人次 after 几次 asks in a measure word of its own.
    counted = not reading.unit or reading.unit == turn.reading.unit
    same = (not reading.asks or reading.asks == turn.reading.asks) and counted
    if same and not reading.operators and len(named) == 1:
        yield from _exchange(named[0], turn.reading)
    joined = _joined(turn)
    if joined and (GROUP.search(rest) or "sum" in reading.operators):
        grouped = GROUP.sub("", rest)
        yield f"{topic_of(turn, [])}{joined}{'和' if named else ''}{grouped}多少"
    if few.search(rest):
        return
    rest = _without_pronouns(rest, turn)
    topic = topic_of(turn, named, share=bool(reading.operators & {"share", "convert"}))
    if topic and rest.strip():
        if "compare" in reading.operators and len(named) == 1 and reading.places:
            # 比阳山呢 after 连州: what was held against another before is held against this one.
            first = next((f for f in turn.finding.facts if isinstance(f, Figure) and f.where), None)
            asked = "" if reading.asks or not AGAINST.fullmatch(rest) else "多多少"
            yield from ((f"{topic}{first.where}{rest}{asked}",) if first else ())
        yield f"{topic} {rest}"
        if not reading.asks and turn.reading.asking and counted:
            yield f"{topic} {rest} {turn.reading.asking.text}{turn.reading.unit}"
    if not named and not reading.asks:
        yield from _counted_otherwise(reading, turn.reading)


def _counted_otherwise(reading: Reading, before: Reading) -> Iterator[str]:
    """人数 after a question for money: the question before, of those who are counted instead."""
    counted = next((m for m in reading.mentions if implied_unit(m)), None)
    nouns = [m for m in before.content if "measure" in m.kinds() and "theme" not in m.kinds()]
    if counted is not None and nouns:
        end = before.asking.start if before.asking else len(before.text)
        yield before.text[: nouns[-1].start] + counted.text + before.text[nouns[-1].end : end]


def _classes(turn: Turn) -> str:
    """The kind of place that the turn before spoke of: 八个县(市、区)."""
    said = [m.text for m in turn.reading.mentions if "members" in m.tags("operator")]
    return said[0] if said else ""


def _joined(turn: Turn) -> str:
    """The members that the turn before was about, by name: 连山县和连南县."""
    figures = [f for f in turn.finding.facts if isinstance(f, Figure) and f.part_of]
    return "和".join(f.where or f.what for f in figures) if len(figures) > 1 else ""


def leans(reading: Reading) -> bool:
    """Can the question not stand alone: a pronoun, or one side of a computation?"""
    one_sided = (
        reading.operators & {"sum", "compare", "average", "share"} and len(reading.sides()) < 2
    )
    named = [m for m in reading.content if m not in reading.places and "frame" not in m.kinds()]
    measured = any(m.kinds() & {"measure", "action"} for m in named)
    alone = bool(one_sided) and not reading.classes and not measured
    return bool(PRONOUNS.search(reading.text) or GROUP.search(reading.text)) or alone


def _exchange(new: Mention, before: Reading) -> Iterator[str]:
    """The question before with one of its words replaced by one of the same kind."""
    for kind in (*EXCHANGED, "measure", "action", "word"):
        if kind in new.kinds():
            for old in reversed(before.content):
                if kind in old.kinds() and old.text != new.text:
                    yield _exchanged(before, old, new)
    if new.kinds() & NAMING:
        for old in reversed(before.content):
            if old.kinds() & NAMING and old.text != new.text:
                yield _exchanged(before, old, new)


def _exchanged(before: Reading, old: Mention, new: Mention) -> str:
    return before.text[: old.start] + (new.read or new.text) + before.text[old.end :]


def says_within(text: str) -> bool:
    """Does it begin with 其中 or 里面?"""
    return bool(WITHIN.match(text.strip()))


def parts_of(turn: Turn) -> frozenset[str]:
    """The ids of the figures that 其中 … may mean: the parts of the one that the turn before found."""
    figures = [f for f in turn.finding.facts if isinstance(f, Figure)]
    if len(figures) != 1:
        return frozenset()
    return frozenset(f.id for f in turn.report.figures if f.part_of == figures[0].id)


def _without_pronouns(text: str, turn: Turn) -> str:
    """它 stands for the last place (or, with none, is left out: the topic stands before it)."""
    places = turn.reading.places
    first, last = (places[0].text, places[-1].text) if places else ("", "")
    return PRONOUNS.sub(lambda m: first if m.group() == "前者" else last, text)


def topic_of(turn: Turn, named: list[Mention], share: bool = False) -> str:
    """What the turn before was about: the whole whose part it found, or its own content words."""
    told = NAMING | {"action"}
    before = {m.text for m in turn.reading.content if m.kinds() & told}
    if any(m.text in said for m in named if m.kinds() & told for said in before):
        # 行政复议总计呢 names anew what the turn before spoke of, and says by itself which of it.
        named_reports = [m for m in turn.reading.content if m.kinds() & {"card_place", "year"}]
        return "".join(m.read or m.text for m in named_reports)
    figures = [f for f in turn.finding.facts if isinstance(f, Figure)]
    whole = whole_of(figures[0], turn.report) if figures else None
    if whole and not share:
        classes = "" if named else _classes(turn)
        return classes + whole.what.removesuffix("总数")
    kinds = {k for m in named for k in m.kinds()} & set(EXCHANGED)
    kept = [m for m in turn.reading.content if not m.kinds() & kinds and m.senses]
    return "".join(m.read or m.text for m in kept)
