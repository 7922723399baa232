"""Questions about the figures of the prose, in the words of their own clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.adversaries.clauses import Clause, Cutter
from assistant.drafting.draft import Draft, Wanted
from assistant.drafting.frame import Frame
from assistant.knowledge import Knowledge
from assistant.lexicon import Lexicon
from assistant.model import Figure, Report
from assistant.naming import name_of, question_about, whole_of

# The kinds that are no counts have kinds of question of their own.
KINDS = {"document": "document", "frequency": "frequency", "zero": "zero"}
# A verb of this many characters was surely cut where it ends.
VERB = 2
# What is planned is no figure of the year, and the first ten of a list are none either: not asked.
SKIPPED = frozenset({"target", "base", "rank_cutoff"})
MARKS = "，、"
JOINTS = ("、", "和", "与", "及")
# A share of the year before, named by what stands before it.
PERCENT, AGAINST = "percent", ("同比", "比上年", "较上年", "比去年")
DOING = frozenset({"action", "verb"})
# The clause as it stands fits every shape but these.
COMPLETE = frozenset({"head", "head_share", "existence"})
HAPPENS, ONCE, REGULARLY = "发生", "一次", "定期"
BRACKETS = re.compile(r"[（(][^()（）]*[)）]")
TAKEN, FEES = "收取", re.compile(r"(?<![收缴])(?:费|费用)$")
SPACE = re.compile(r"\s+")
# So many characters tell what is spoken of; so many make a clause that has its own subject.
TELLING, LONG = 4, 8


def drafts(frame: Frame, knowledge: Knowledge) -> Iterator[Draft]:
    """One draft for every figure of the prose, with every way to ask it."""
    [own] = knowledge.indexes
    asking = _Asking(frame, Lexicon.of(knowledge.terms, own.names))
    cutter = Cutter(frame.report, asking.lexicon, frame.material.cutting)
    for figure in frame.report.figures:
        if figure.table:
            continue
        clauses = [] if figure.kind in SKIPPED else list(cutter.clauses(figure))
        yield Draft(
            kind=KINDS.get(figure.kind, "figure"),
            identity=identity(figure, frame),
            questions=asking.questions(figure, clauses),
            wanted=wanted(figure),
            section=figure.section,
            at=figure.number[0],
            level=_level(figure),
        )


def _level(figure: Figure) -> int:
    """From which length of page on it is asked about; the number of a document is for the full one."""
    if figure.kind == "document":
        return 3
    return 2 if figure.part_of else 1


def identity(figure: Figure, frame: Frame) -> tuple[str, ...]:
    """Which figure it is, whatever its value: what it counts, of whom, where, when, of which whole."""
    whole = whole_of(figure, frame.report)
    of = (whole.who + whole.what,) if whole else ()
    start, end = (at - figure.start for at in figure.number)
    around = figure.quote[:start] + figure.quote[end:]
    return (figure.who, figure.what, figure.where, figure.when, figure.unit, *of, around)


def wanted(figure: Figure) -> Wanted:
    """What an answer about this figure gives."""
    figures = () if figure.value is None else ((figure.value, figure.unit),)
    return Wanted((figure.number,), frozenset([figure.id]), figures)


def is_nameless(whole: str) -> bool:
    """Does it name nothing that could be asked about: 县(区)?"""
    return len(BRACKETS.sub("", whole)) < VERB


def is_narrowed(whole: Figure, report: Report) -> bool:
    """Does its clause go on to say what was done with it (3件申请收取处理费), which no part repeats?"""
    rest = report.source[whole.end : whole.clause[1]]
    return not whole.table and rest[:1].isalpha()


def whole_said(whole: str, frame: Frame) -> tuple[str, Mapping[str, str]]:
    """A whole as a noun: 全市收办申请案件 is 全市收办的申请案件, with its verb and object."""
    found = re.match(frame.material.acted, whole)
    if found is None:
        return whole, {}
    parts = found.groupdict()
    return f"{parts['who']}{parts['verb']}的{parts['object']}", parts


@dataclass(frozen=True, slots=True)
class _Asking:
    """Puts the clauses of figures into questions."""

    frame: Frame
    lexicon: Lexicon

    def questions(self, figure: Figure, clauses: Sequence[Clause]) -> tuple[str, ...]:
        """Every question for these clauses of a figure, the most natural first."""
        whole = whole_of(figure, self.frame.report)
        if whole and is_narrowed(whole, self.frame.report):
            return ()
        shapes = {clause.shape for clause in clauses}
        if any(c.shape == "topic" and not c.slots.get("noun") for c in clauses):
            return ()
        lead = self._lead(figure, clauses)
        if lead and "rate" not in shapes:
            return self._carried(lead, clauses)
        usable = [c for c in clauses if c.shape != "clause" or not shapes & COMPLETE]
        usable.sort(key=lambda clause: clause.shape == "clause")
        found = [question for clause in usable for question in self._asked(clause)]
        return tuple(dict.fromkeys((*self._growth(figure), *self._of_the_section(figure), *found)))

    def _growth(self, figure: Figure) -> tuple[str, ...]:
        """What grew or shrank against the year before: what the figure just before it counts."""
        if figure.kind != PERCENT or not figure.what.startswith(AGAINST):
            return ()
        told = [f for f in self.frame.report.figures if f.sentence == figure.sentence]
        before = told[: told.index(figure)][-1:]
        return tuple(
            question
            for f in before
            for question in self.frame.ask(
                self.frame.material.figures["growth"],
                who=f.who,
                noun=f.what.removeprefix("共"),
                predicate=figure.what,
            )
        )

    def _of_the_section(self, figure: Figure) -> tuple[str, ...]:
        """A part whose whole names nothing, as a part of what its section is about."""
        whole = whole_of(figure, self.frame.report)
        if whole is None or not is_nameless(whole.what):
            return ()
        slots = {"whole": self.frame.topic(whole.section), "member": name_of(figure)}
        unit = BRACKETS.sub("", figure.unit).lstrip("万亿")
        return self.frame.ask(self.frame.material.figures["part"], unit=unit, **slots)

    def _lead(self, figure: Figure, clauses: Sequence[Clause]) -> str:
        """What the question takes from the clauses before the figure's own (推送·粉丝): its first words."""
        before = next((c.slots["before"] for c in clauses if c.shape == "clause"), "")
        own = SPACE.sub("", figure.quote)
        if figure.part_of or not before or before in own:
            return ""
        cuts = (at for at in range(1, len(before)) if before[at:] in own)
        return before[: next(cuts, 0)]

    def _carried(self, lead: str, clauses: Sequence[Clause]) -> tuple[str, ...]:
        """A clause that goes on from the one before it, where that says enough to be named."""
        clause = next(c for c in clauses if c.shape == "clause")
        if len(lead) < TELLING or clause.slots["after"]:
            return ()
        stem = clause.slots["stem"].removeprefix(lead)
        slots = {**clause.slots, "lead": lead, "stem": stem, "who": "", "noun": lead}
        form = "carried" if stem else "topic"
        return self.frame.ask(self.frame.material.figures[form], clause.period, **slots)

    def _asked(self, clause: Clause) -> tuple[str, ...]:
        shape = self._shape(clause)
        slots = {key: value.strip(MARKS) for key, value in clause.slots.items()}
        if clause.shape == "part":
            return self._parts(shape, slots, clause)
        if clause.shape == "frequency":
            return self._frequency(clause, slots)
        if clause.shape == "zero":
            slots["noun"] = slots["noun"].removeprefix(HAPPENS).removesuffix(HAPPENS)
            shape = "zero_short" if len(slots["noun"]) <= TELLING else shape
            shape = (
                "zero_fee" if FEES.search(slots["noun"]) and TAKEN not in slots["noun"] else shape
            )
        patterns = self.frame.material.figures.get(shape, ())
        return self.frame.ask(patterns, clause.period, **slots)

    def _frequency(self, clause: Clause, slots: dict[str, str]) -> tuple[str, ...]:
        """How often, in the order of the clause, and with 多久 before or behind what is done."""
        asked = question_about(clause.figure, self.frame.report)
        if len(slots["predicate"]) > TELLING:
            predicate = slots["predicate"].removesuffix(ONCE)
            slots["predicate"] = predicate.removeprefix(REGULARLY)
            return self.frame.ask([*self.frame.material.figures["frequency"], asked], **slots)
        return self.frame.ask([asked]) if len(clause.figure.quote) > LONG else ()

    def _parts(self, shape: str, slots: dict[str, str], clause: Clause) -> tuple[str, ...]:
        """A part of a whole that is said as a noun, and as the report says it where that is not understood."""
        patterns = self.frame.material.figures[shape]
        if shape == "act_of_act":
            return self.frame.ask(patterns, clause.period, **slots)
        said = whole_said(slots["whole"], self.frame)[0]
        found = self.frame.ask(patterns, clause.period, **{**slots, "whole": said})
        return found + self.frame.ask(patterns, clause.period, **slots)

    def _shape(self, clause: Clause) -> str:
        """Which patterns fit; none where the cut is not sure."""
        slots = clause.slots
        if clause.shape == "verb":
            bracketed = "(" in clause.figure.unit or "（" in clause.figure.unit
            part = clause.figure.part_of and not clause.figure.where
            sure = len(slots["verb"]) == VERB and not (slots["adverb"] or bracketed or part)
            return "verb" if sure and not slots["object"].startswith("每") else ""
        if clause.shape == "part":
            acts = re.match(self.frame.material.acts, slots["member"]) is not None
            if self._is_doing(slots["whole"]):
                return "act_of_act" if acts else "part_of_act"
            whole = "part_money" if clause.figure.kind == "money" else "part"
            return "part_act" if acts else whole
        if clause.shape in ("noun", "money", "topic") and self._acts(slots["noun"]):
            return ""
        if clause.shape == "head" and slots["predicate"].startswith(JOINTS):
            return ""
        return clause.shape

    def _acts(self, noun: str) -> bool:
        """Does it begin or end with what is done: 印发通报, 信息编发?"""
        found = re.match(self.frame.material.acted, noun)
        if found and not found["who"]:
            return True
        mentions = self.lexicon.read(noun)
        ends = [*mentions[:1], *mentions[-1:]]
        return any(m.kinds() & DOING for m in ends if m.start == 0 or m.end == len(noun))

    def _is_doing(self, whole: str) -> bool:
        """Is the whole nothing but what is done: 新增?"""
        mentions = self.lexicon.read(whole)
        return len(whole) == VERB and all(m.kinds() & DOING for m in mentions)
