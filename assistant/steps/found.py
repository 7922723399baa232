"""What was found for a question: the facts with all that they say, and which words of the question they account for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from assistant.index import Entry, Index
from assistant.language.pinyin import alike
from assistant.model import Figure, Finding, Mention, Proof, Query, Section, Sense
from assistant.naming import plain_label
from assistant.steps.match.explaining import explain
from assistant.steps.match.levels import INHERITED
from assistant.steps.match.units import Units
from assistant.steps.operating import aside_of
from assistant.steps.reading.words import is_content
from assistant.steps.verbatim import compact

# Operators that may give a figure of the report as it is, or that another one computes for.
COMPUTING = frozenset(
    {"sum", "average", "share", "compare", "remainder", "product", "estimate", "pending", "lookup"}
)
GIVEN = frozenset({"card_place", "theme", "whole"})
# Of what is asked of the report itself, every word is about the report.
OF_REPORT = frozenset({"about", "contact", "outline", "dialogue"})
ADDING = frozenset({"sum", "average", "share"})
PASSAGES = frozenset({"statement", "summary"})
# How far before a heading the words stand that announce it.
LEAD = 80
# What was done where a figure of the report is given as it is.
GIVING = frozenset({"lookup", "stated", "product"})

# What says of an act that it was done.
DONE = ("了", "过")


@dataclass(frozen=True)
class Found:
    """A finding with its question; `indexes` are those of the reports that it cites."""

    text: str
    mentions: tuple[Mention, ...]
    query: Query
    finding: Finding
    indexes: tuple[Index, ...]
    units: Units
    table: Mapping[str, Any]

    # ------------------------------------------------------------------- what was found

    @cached_property
    def row(self) -> Mapping[str, Sequence[str]]:
        """What the answer of this operator uses, as `uses.yaml` has it."""
        row: Mapping[str, Sequence[str]] = self.table["operators"][self.done]
        return row

    @cached_property
    def done(self) -> str:
        """What was really done, as `uses.yaml` calls it."""
        operator, computed = self.query.operator, self.finding.computation
        if computed and operator in COMPUTING:
            operator = computed.operator
        elif operator == "compare" and self.finding.outcome.startswith("verify"):
            return "changes"
        elif operator in COMPUTING - {"lookup"} and not self.finding.polarity:
            return "stated"
        return "extremes" if operator == "compare" and self.orders("max", "min") else operator

    @property
    def is_given(self) -> bool:
        """Is a figure of the report given as it is?"""
        return self.done in GIVING

    def is_behind_share(self, mention: Mention) -> bool:
        """Does a word stand behind 占, and so is of the whole?"""
        shares = [m.start for m in self.mentions if "share" in m.tags("operator")]
        return bool(shares) and mention.start > min(shares)

    def orders(self, *tags: str) -> bool:
        """Does the question hold all of these operators?"""
        return set(tags) <= set(self.query.operators)

    @cached_property
    def implied(self) -> frozenset[str]:
        """Words that a fact says by being of its kind: 文 of a document, 前 of the first ten."""
        by_kind: Mapping[str, Sequence[str]] = self.table["kinds"]
        return frozenset(word for f in self.figures for word in by_kind.get(f.kind, ()))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The facts that are figures, each once."""
        return tuple({id(f): f for f in self.finding.facts if isinstance(f, Figure)}.values())

    @cached_property
    def placed(self) -> tuple[tuple[Proof, Index], ...]:
        """The facts, each with the index of its report."""
        facts, reports = self.finding.facts, self.finding.reports
        by_report = {index.report.id: index for index in self.indexes}
        if len(reports) != len(facts):
            reports = (self.indexes[0].report.id,) * len(facts)
        return tuple((f, by_report[r]) for f, r in zip(facts, reports, strict=True))

    @cached_property
    def entries(self) -> tuple[tuple[Entry, Index], ...]:
        """The entries of the facts; of a passage, those of all that stands in it."""
        return tuple((e, index) for fact, index in self.placed for e in _entries(fact, index))

    @cached_property
    def around(self) -> str:
        """What the facts say, with their sentences and headings, without white space."""
        pieces = []
        for fact, index in self.placed:
            source = index.report.source
            spans = {(fact.start, fact.end), *getattr(fact, "inherits", ())}
            spans |= {e.fact.sentence for e in _entries(fact, index)}
            pieces += [source[start:end] for start, end in spans]
            pieces += [s.path for s in index.report.sections if s.start <= fact.start < s.end]
            pieces += [getattr(fact, "section", ""), _announced(fact, index)]
        return "\n".join(map(compact, pieces))

    # ------------------------------------------------------------------- words that facts account for

    def is_stated(self, mention: Mention, sense: Sense) -> bool:
        """Does one of the facts say it, or is it the report's own year, place or topic?"""
        if sense.kind == "document" and self.query.document:
            return True
        own = sense.kind in GIVEN or sense.tag in {str(i.report.year) for i in self.indexes}
        if own or self.done in OF_REPORT or not self.finding.facts:
            return True
        if mention in self.partial or self.is_done_to_others(mention):
            return False
        if sense.kind == "place" and self._is_candidate(mention):
            return True
        if mention in self.query.asked and self._is_their_class(mention):
            return True
        if any(explain(mention, entry, index) for entry, index in self.entries):
            return True
        if self.done in PASSAGES and set(sense.atoms) & set(self.table["general"]):
            return True
        judged = self.done == "changes" and sense.kind == "action"
        if judged or (self.query.pending and self.query.pending in mention.text):
            return True
        timed = sense.kind == "period" and (self.done == "average" or self._is_other_time)
        return timed or self.is_set_aside(mention) or self.is_said(mention)

    def is_done_to_others(self, mention: Mention) -> bool:
        """入驻了多少个服务台: is it done to what the clause before counts, while the figure's own says another act?

        入驻部门9个,设置服务台14个.
        """
        after = self.after(mention)
        while after and after.text in DONE:
            after = self.after(after)
        asked = after is not None and "number" in after.tags("ask")
        if "action" not in mention.kinds() or not asked or self.done != "lookup":
            return False
        return all(self._is_inherited(mention, f) for f in self.figures) and bool(self.figures)

    def _is_inherited(self, mention: Mention, figure: Figure) -> bool:
        """Does the figure only inherit the act, and does its own clause say what is done?"""
        entry = next((e for e, _ in self.entries if e.fact is figure), None)
        index = self.indexes[0]
        level = explain(mention, entry, index) if entry and not figure.table else None
        own = (f for f in index.report.frames if f.clause[0] <= figure.number[0] < f.clause[1])
        begins = any(f.predicate and f.predicate[0] == f.clause[0] for f in own)
        return level is not None and level[0] == INHERITED and begins

    def _is_candidate(self, mention: Mention) -> bool:
        """One of the members among which is chosen, or the one that they are held against."""
        taken = any(mention in s.mentions for s in self.query.selections)
        chosen = self.done == "rank" and self.query.several_places
        return taken and (chosen or self.done in ("filter", "extremes"))

    def _is_their_class(self, mention: Mention) -> bool:
        """哪个乡镇 is answered by 柳河镇."""
        named = [name for f in self.figures for name in (f.where, f.who, f.what) if name]
        return any(name.endswith(tuple(mention.text)) for name in named)

    @cached_property
    def partial(self) -> frozenset[Mention]:
        """连州市平均多少: names some of what was added up, while others were added that no word names."""
        divides = self.query.divisor or self.query.per or len({f.unit for f in self.figures}) > 1
        if self.done not in ADDING or divides:
            return frozenset()
        added = self.entries[: -1 if self.done == "share" else None]
        # 24个乡镇和47个县直部门: one clause says both, and each number counts one of them.
        one_clause = len({getattr(entry.fact, "clause", None) for entry, _ in added}) == 1
        told: dict[Mention, set[int]] = {}
        for mention in filter(is_content, self.mentions):
            levels = [explain(mention, entry, index) for entry, index in added]
            ids = {at for at, how in enumerate(levels) if how and how[0] <= INHERITED}
            told[mention] = (one_clause and _counting(mention, ids, added)) or ids
        told = {m: ids for m, ids in told.items() if 0 < len(ids) < len(added)}
        named = {at for ids in told.values() for at in ids}
        return frozenset(told) if len(named) < len(added) else frozenset()

    @cached_property
    def _is_other_time(self) -> bool:
        """每周巡查吗 is denied by the time that the report gives: 每天."""
        often = any(f.kind == "frequency" for f in self.figures)
        return often and self.finding.polarity == "no"

    def is_said(self, mention: Mention) -> bool:
        """Does it stand in the sentences or the headings of what was found?"""
        if "place" in mention.kinds():
            return False
        forms = {mention.text, mention.read, *(a for s in mention.senses for a in s.atoms)} - {""}
        return any(compact(form) in self.around for form in forms)

    def is_slip(self, mention: Mention) -> bool:
        """门户网占: written for what sounds so in a name that the fact says."""
        before = self.text[mention.start - 1 : mention.start]
        if not before or "operator" not in mention.kinds():
            return False
        behind = (b for a, b in pairwise(self.around) if a == before and b != mention.text)
        said = before + mention.text in self.around
        return not said and any(alike(mention.text, char) for char in set(behind))

    def is_set_aside(self, mention: Mention) -> bool:
        """除了阳山: what is left out is used where none of the facts is of it."""
        own = {a for s in mention.senses for a in s.atoms}
        out = mention.start in self.aside and bool(own)
        # The column 其他 is what 除其他以外 leaves out, whatever concept the report makes of it.
        cells = (c for f in self.figures if f.table for c in (*f.row[-1:], *f.column[-1:]))
        called = any(plain_label(cell) == mention.text for cell in cells)
        return out and not (called or any(own <= entry.own for entry, _ in self.entries))

    @cached_property
    def aside(self) -> range:
        """Where the words stand that 除 … 外 or 不算 … sets aside."""
        return aside_of(self.text, self.mentions)

    def quotes(self, mention: Mention) -> bool:
        """Does the report say it just so, alone or with the word behind it: 不落实, 前10位, 以上?"""
        after = self.after(mention)
        behind = after.text[:1] if after and after.start == mention.end else ""
        short = len(mention.text) == 1 or mention.value is not None
        said = mention.text + behind if short else mention.text
        return len(said) > 1 and said in self.around

    def before(self, mention: Mention) -> Mention | None:
        """The word before it."""
        at = self.mentions.index(mention)
        return self.mentions[at - 1] if at else None

    def after(self, mention: Mention) -> Mention | None:
        """The word behind it."""
        at = self.mentions.index(mention) + 1
        return self.mentions[at] if at < len(self.mentions) else None


def _counting(mention: Mention, ids: set[int], added: Sequence[tuple[Entry, Index]]) -> set[int]:
    """Which of the figures name in what they count what is mentioned."""
    return {at for at in ids if mention.text in getattr(added[at][0].fact, "what", "")}


def _entries(fact: Proof, index: Index) -> list[Entry]:
    entry = None if isinstance(fact, Section) else index.of(getattr(fact, "id", None))
    if entry is not None:
        return [entry]
    return [e for e in index.entries if fact.start < e.fact.end and e.fact.start < fact.end]


def _announced(fact: Proof, index: Index) -> str:
    """What leads in a heading that is given: 重点做了三方面工作. (一)…"""
    report = index.report
    headed = [s for s in report.sections if s.start + len(s.label) == fact.start]
    return report.source[max(0, headed[0].start - LEAD) : fact.start] if headed else ""
