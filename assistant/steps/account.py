"""`Finding` → what used each word of the question; a word with meaning that nothing used is left over.

This is the one place where an answer is held to its question, whatever rule read it and whatever operator found
it. Used is computed from what was found: a fact says the word, the computation took the number, or
`knowledge/uses.yaml` names the word among those that the answer of this operator really uses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.index.concepts import CONTENT
from assistant.late import late
from assistant.model import Figure, Mention, Sense, Span, Statement, Use
from assistant.steps.conditions import CHECKS, EVEN_UNLISTED
from assistant.steps.found import PASSAGES, Found
from assistant.steps.match.explaining import explain
from assistant.steps.match.levels import OWN
from assistant.steps.match.times import rate_of
from assistant.steps.reading import is_content
from assistant.steps.reading.numbers import KIND_UNITS
from assistant.steps.reading.words import COUNTING
from assistant.steps.scope import introduces

FACTS = CONTENT | {
    *("year", "relative_year", "part_of_year", "card_place", "whole", "ordinal", "document"),
    "unknown",
}
MEMBERS = frozenset({"rank", "filter", "list", "sum", "average", "share", "premise", "extremes"})
# Operators that take the numbers of the question, without repeating each in what they show.
TAKING = frozenset({"filter", "average", "convert", "estimate", "remainder", "share", "outline"})
# Operators whose question may repeat what the report states of the nouns that it names (1618件来信).
REPEATING = frozenset({"lookup", "stated", "product", "share", "several", "compare"})
# Operators whose answer names something and gives its figure.
BOTH = frozenset({"rank", "compare", "extremes", "list", "filter", "several", "premise"})
INTERROGATIVE = late("[什甚哪谁怎多啥几何咋]")
JOINED = late("[、,，和及与]")
# What only leads to a question word: 哪 of 哪几条.
LED = frozenset({"哪"})
TEN_THOUSAND = 10_000


@dataclass(frozen=True)
class Account(Found):
    """An answer held against its question."""

    def uses(self) -> tuple[Use, ...]:
        """Every word of the question, in order, with what used it."""
        return tuple(Use(mention, self._by(mention)) for mention in self.mentions)

    def _by(self, mention: Mention) -> str:
        if mention.value is not None:
            return "number" if self._takes(mention) else ""
        if mention.text in self.implied:
            return "fact"
        if not mention.senses:
            return "fact" if self.is_said(mention) else ""
        if len(mention.text) == 1 and self.is_slip(mention):
            return "fact"
        return next(filter(None, (self._used(mention, sense) for sense in mention.senses)), "")

    def _used(self, mention: Mention, sense: Sense) -> str:
        """What uses the mention in this sense; empty where nothing does."""
        kind = sense.kind
        if kind in FACTS:
            return "fact" if self.is_stated(mention, sense) else ""
        if kind == "ask":
            return "ask" if self._is_asked(mention, sense.tag) else ""
        if kind == "unit":
            return "unit" if self._counts_in(mention) else ""
        if kind == "dialogue":
            return "talk"
        if kind in ("frame", "theme") and (sense.tag or kind) in self.table["ties"]:
            return "tie" if self._is_tie(mention) else ""
        word = "operator" if kind == "operator" else "scope"
        return word if self._is_done(mention, sense.tag) else ""

    # ------------------------------------------------------------------- what the question asks and does

    def _is_asked(self, mention: Mention, ask: str) -> bool:
        numbered = self.query.ask in ("document_number", "frequency")
        if numbered and ask in ("number", "definition"):
            return True
        percent = self._is_in("%") or self._is_in("百分") or self._is_in("成")
        if (ask == "money" and not self._is_in("元")) or (ask == "percent" and not percent):
            return False
        if self._is_second(mention):
            return False
        listed = ask in self.row["asks"] or ask == self.query.ask
        said = len(mention.text) > 1 and mention.text in self.around
        return listed or said or self._only_leads(mention, ask)

    def _is_second(self, mention: Mention) -> bool:
        """An answer has room for one question word; 谁多，多几项 and 前三名是谁，各多少 for one of each kind."""
        asking = [m for m in self.mentions if self._is_interrogative(m)]
        if mention not in asking:
            return False
        counting = bool(mention.tags("ask") & COUNTING)
        before = asking[: asking.index(mention)]
        if self.done == "contact" or self.orders("max", "min"):
            return False
        if not before or before[-1].end == mention.start:
            return False
        listed = JOINED.search(self.text[before[-1].end : mention.start])
        if self.done in PASSAGES and listed and before[-1].tags("ask") & mention.tags("ask"):
            return False
        return any(
            self.done not in BOTH or bool(m.tags("ask") & COUNTING) == counting for m in before
        )

    def _is_interrogative(self, mention: Mention) -> bool:
        led = self.text[: mention.start].endswith(("哪", "第")) or mention.text in LED
        return not led and bool(mention.tags("ask")) and bool(INTERROGATIVE.search(mention.text))

    def _only_leads(self, mention: Mention, ask: str) -> bool:
        """包括多少部门, 哪几条, 哪种理由: the word only leads to what is asked, or is its noun."""
        if ask == "list" and mention.kinds() & CONTENT and introduces(self, mention):
            return True
        if ask == "number" and self.text[: mention.start].endswith(("哪", "第")):
            return True
        noun = ask in ("why", "effect") and not INTERROGATIVE.search(mention.text)
        return noun and self.done in ("rank", "filter")

    def _is_in(self, ending: str) -> bool:
        """Is what is given in such a unit, said to be none, or judged?"""
        units = [f.unit for f in self.figures] + [v.unit for v in self.finding.values]
        none = self.finding.polarity is not None or not self.figures
        return none or any(ending in unit for unit in units)

    def _is_done(self, mention: Mention, tag: str) -> bool:
        """Is it among the words that the operator uses, on the condition that belongs to the word?"""
        check = CHECKS.get(tag)
        if tag in self.row["words"] and (check is None or check(self, mention)):
            return True
        other = EVEN_UNLISTED.get(tag)
        return (other is not None and other(self, mention)) or self.quotes(mention)

    def _takes(self, mention: Mention) -> bool:
        """Is the number one that was computed with, held against, or stated by a fact?"""
        value, query, finding = mention.value, self.query, self.finding
        pointed = self.text[: mention.start].endswith(("哪", "这", "那"))
        if (
            (pointed and not self._is_elsewhere(mention))
            or mention.text == "一"
            or value in (query.nth, query.limit, query.digits)
        ):
            return True
        stated = {f.value * n for f in self.figures if f.value for n in (1, TEN_THOUSAND)}
        if any(f.value == value for f in self._beside(mention)):
            return True
        shown = len({id(f) for f in finding.facts})
        numbered = self.text[max(0, mention.start - 1) : mention.end]
        if value in stated or self.quotes(mention) or value == shown or numbered in self.around:
            return True
        if value == query.cardinal and self.done in MEMBERS | {"statement", "summary"}:
            return True
        given = {v for v, _ in query.numbers} | ({query.divisor[0]} if query.divisor else set())
        judged = finding.polarity is not None or self.done in TAKING
        repeats = self.done in REPEATING and self._describes(mention)
        return (judged and value in given) or repeats

    def _beside(self, mention: Mention) -> list[Figure]:
        """The figures of the passages that are shown, in the unit that stands behind a number."""
        figures, spans = self.indexes[0].report.figures, self._shown()
        beside = (f for f in figures if any(start <= f.start < end for start, end in spans))
        return [f for f in beside if f.unit and self.text.startswith(f.unit, mention.end)]

    def _shown(self) -> list[tuple[int, int]]:
        facts = self.finding.facts
        sentences = [f.sentence for f in facts if isinstance(f, Figure | Statement)]
        return [*sentences, *((f.start, f.end) for f in facts if isinstance(f, Span))]

    def _is_elsewhere(self, mention: Mention) -> bool:
        """那7宗申请, 那三场发布会: is it no number of what is shown, and that of others or of nothing?"""
        spans, beside = self._shown(), self._beside(mention)
        if self.done != "statement" or not spans:
            return False
        if beside:
            return all(f.value != mention.value for f in beside)
        report = self.indexes[0].report
        sections = [(s.start, s.end) for s in report.sections]
        around = [s for s in sections if any(s[0] <= start < s[1] for start, _ in spans)]
        same = [f for f in report.figures if f.value == mention.value]
        return bool(same) and not any(start <= f.start < end for f in same for start, end in around)

    def _describes(self, mention: Mention) -> bool:
        """1618件来信: the report states just this number of what stands behind it."""
        nouns = [m for m in self.mentions if m.start >= mention.end and is_content(m)][:1]
        index = self.indexes[0]
        return any(
            isinstance(entry.fact, Figure)
            and entry.fact.value == mention.value
            and all((level := explain(m, entry, index)) and level[0] == OWN for m in nouns)
            for entry in index.figures()
            if nouns
        )

    def _counts_in(self, mention: Mention) -> bool:
        """Does a figure of the answer count in it, or is it said of what is given?"""
        unit, query = min(mention.tags("unit")), self.query
        before = self.before(mention)
        counted = self.finding.computation is not None and self.query.operator == "filter"
        if counted and before is not None and "number" in before.tags("ask"):
            return any(self.units.fits(unit, v.unit) for v in self.finding.values)
        stated = [u for f in self.figures for u in (f.unit, f.said) if u]
        stated += [v.unit for v in self.finding.values] + [u for _, u in query.numbers]
        loose = not self.figures or any(f.kind in ("zero", "frequency") for f in self.figures)
        led = before is not None and (
            "each" in before.tags("frame") or self.text[: before.start].endswith(("哪", "这", "那"))
        )
        given = (query.per, query.divisor[1] if query.divisor else "")
        return (
            unit in self.units.general or unit in given or loose
            or (unit in KIND_UNITS and self.done in MEMBERS) or led or mention.text in self.around
            or any(self.units.fits(unit, other) for other in stated)
        )  # fmt: skip

    def _is_tie(self, mention: Mention) -> bool:
        """What may ask or operate is no tie; nor is 每年 of a figure for each issue (每期1535册)."""
        kinds = mention.kinds()
        if kinds & {"ask", "negation", "universal"} or mention.tags("operator") - {"degree"}:
            return False
        return "period" not in kinds or not any(rate_of(f) for f in self.figures)


def left_over(uses: Sequence[Use]) -> list[Mention]:
    """The words that nothing used."""
    return [use.mention for use in uses if not use.by]
