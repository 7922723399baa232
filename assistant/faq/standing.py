"""Does a question about a figure of the text stand by itself: of whom it asks, and what is said only before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.drafting.draft import Draft
from assistant.drafting.frame import Frame
from assistant.model import Figure
from assistant.naming import whole_of
from assistant.offering.sound import Sound

# Kinds whose question has to say of whom it asks.
KINDS = frozenset({"figure", "zero"})
COUNTED, ALL = "figure", "共"
# Kinds whose question says nothing where it does not say of whom it asks.
EXPLAINED = frozenset({"reason", "purpose"})
# In percent: so much of what a clause takes from before has to be in the question.
TOLD = 75
# A word of so many characters (开通) or fewer is no context.
WORD = 2
ASKED = re.compile(r"多少(?P<unit>[^多少？、，]{1,4})？$")
BREAKS = re.compile(r"[,，。;；:：]")
STOP, SUBJECT, BEARERS = "。", "subject", frozenset({"subject", "doer", "agent"})
QUOTED, SPACE = re.compile("[“「《]([^“”「」《》]+)[”」》]"), re.compile(r"\s+")
HAS = ("有", "是", "为", "达", "共", "的")
LISTED = re.compile(r"[、，和及与]")


@dataclass(frozen=True, slots=True)
class Standing:
    """Puts questions so that they can be understood alone, and tells those that cannot."""

    frame: Frame

    def ways(self, draft: Draft) -> Sequence[str]:
        """The questions of a draft, of a figure each with whom it asks of, and as people say it."""
        figure = self._figure(draft)
        if figure is None:
            return draft.questions
        found = (way for question in draft.questions for way in self._put(question, figure))
        return tuple(dict.fromkeys(found))

    def lacks(self, question: str, draft: Draft) -> str:
        """Why it is not understood by itself, by a name of `reasons`; empty where it is."""
        figure = self._figure(draft)
        if figure is None:
            named = self.is_of_the_report(question) or draft.kind not in EXPLAINED
            return "" if named else "subject"
        if not self._says_whose(question, figure) or self._is_of_another(question, figure):
            return "subject"
        if re.search(self.frame.material.standing["stock"], figure.quote):
            return "stock"
        if re.search(self.frame.material.standing["trivial"], question):
            return "clumsy"
        if draft.kind == COUNTED and not self._is_whole(question, figure):
            return "clumsy"
        return "" if self._says_what(question, figure) else "context"

    def is_of_the_report(self, question: str) -> bool:
        """Does it ask of all that the report is of, and not of one body?"""
        names = (self.frame.place, self.frame.report.organ)
        words = self.frame.material.standing["owners"]
        return any(name and name in question for name in (*names, *words))

    def _figure(self, draft: Draft) -> Figure | None:
        """The figure of the text that a draft is about."""
        if draft.kind not in KINDS or len(draft.wanted.facts) != 1:
            return None
        return next(f for f in self.frame.report.figures if f.id in draft.wanted.facts)

    def _put(self, question: str, figure: Figure) -> Iterator[str]:
        for pattern, form in self.frame.material.standing["recast"]:
            found = re.search(pattern.format(place=re.escape(self.frame.place)), question)
            if found:
                question = found.expand(form.format(place=self.frame.place))
        if self.frame.material.is_clumsy(question):
            return
        if not self._says_whose(question, figure) and self._is_of_the_place(figure):
            rest = question.removeprefix(self.frame.year)
            if rest.startswith(self.frame.place[-1]):
                return
            question = f"{self.frame.year}{self.frame.place}{rest}"
        acted = self._acted(question)
        yield from (acted, question) if acted else (question,)

    def _is_whole(self, question: str, figure: Figure) -> bool:
        """Is what it counts a noun that tells what is meant, and the number in its place?"""
        if self._is_common(question, figure):
            return True
        about = question.removeprefix(self.frame.year).removeprefix(self.frame.place)
        about = about.removeprefix(ALL)
        useless = self.frame.material.standing["useless"]
        sound = Sound(self.frame.material, self.frame.place)
        return sound.is_whole(about) and not any(word in about for word in useless)

    def _is_common(self, question: str, figure: Figure) -> bool:
        """Is it one of those that everybody asks of such a report?"""
        return any(
            re.search(one.get("under", ""), figure.section)
            and any(re.search(match, f"{COUNTED} {question}") for match in one["match"])
            for one in self.frame.material.common["questions"]
        )

    def _acted(self, question: str) -> str:
        """开展调查多少次 as 开展了多少次调查."""
        asked = ASKED.search(question)
        found = asked and re.match(self.frame.material.acted, question[: asked.start()])
        if not asked or not found or LISTED.search(found["object"]):
            return ""
        again = re.match(self.frame.material.acted, found["object"])
        if found["object"].endswith(HAS) or (again and not again["who"]):
            return ""
        return f"{found['who']}{found['verb']}了多少{asked['unit']}{found['object']}？"

    def _says_whose(self, question: str, figure: Figure) -> bool:
        rest = question.removeprefix(self.frame.year)
        if rest.startswith(tuple(self.frame.material.standing["openings"])):
            return True
        named = (figure.who, figure.where)
        return self.is_of_the_report(question) or any(n and n in question for n in named)

    def _is_of_another(self, question: str, figure: Figure) -> bool:
        """Does its clause go on from one of something that the question does not name (“服务门户”…,共发布13528条)?"""
        report = self.frame.report
        figure = whole_of(figure, report) or figure
        if figure.who:
            return False
        first = report.source.rfind(STOP, 0, figure.start) + 1
        clauses = [f for f in report.frames if first <= f.clause[0] and f.clause[1] <= figure.end]
        own = [f for f in clauses if f.clause[0] <= figure.start < f.clause[1]]
        if any(role.name in BEARERS for f in own for role in f.roles):
            return False
        told = (role for f in clauses for role in f.roles if role.name == SUBJECT)
        topic = next((report.source[role.start : role.end] for role in told), "")
        name = next(iter(QUOTED.findall(SPACE.sub("", topic))), "")
        return bool(name) and name not in question

    def _is_of_the_place(self, figure: Figure) -> bool:
        """Does neither its sentence nor a figure before it in its part name a body that it may be of?"""
        report, bodies = self.frame.report, self.frame.material.standing["bodies"]
        before = report.source[figure.sentence[0] : figure.start]
        if re.search(bodies, before):
            return False
        others = [f for f in report.figures if f.section == figure.section and not f.table]
        earlier = [f.who for f in others if f.start < figure.start and f.who]
        return not earlier or re.search(bodies, earlier[-1]) is None

    def _says_what(self, question: str, figure: Figure) -> bool:
        """Does it say all that the clause takes from those before it, or do what everybody knows?"""
        source = self.frame.report.source
        if self._is_known(figure):
            return True
        for start, end in figure.inherits:
            told = re.sub(r"\W", "", source[start:end])
            beside = end <= figure.start and not BREAKS.search(source[end : figure.start])
            if len(told) <= WORD or beside or self.is_of_the_report(told):
                continue
            if sum(char in question for char in told) * 100 < len(told) * TOLD:
                return False
        return True

    def _is_known(self, figure: Figure) -> bool:
        """Is it something done that the standard questions ask of every report: 召开新闻发布会?"""
        done = re.match(self.frame.material.acted, figure.what)
        if not done or done["who"]:
            return False
        asked = (one.get("prose", "") for one in self.frame.material.standard["questions"])
        return any(re.fullmatch(prose, figure.what) for prose in asked if prose)
