"""The words of one question: what facts have to account for, what they ask, and what computes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.index.concepts import CONTENT
from assistant.late import late
from assistant.model import Mention

PERIOD_TOTALS = frozenset(
    {
        "一年",
        "全年",
        "一共",
        "总共",
        "共",
        "共计",
        "拢共",
        "统共",
        "一年到头",
        "整年",
        "年",
        "本年",
        "合计",
    }
)
PENDING = late("(?:还有|还剩|尚有|剩下?|仍有).*(?:没(?!有)|未)([^没未的有]{2,5}?)(?:的)?$")
CARD = frozenset(
    {"unknown", "card_place", "whole", "year", "relative_year", "part_of_year", "ordinal"}
)
MEANT = CONTENT | CARD
COUNTING = frozenset({"number", "percent", "money"})
THRESHOLDS = ("at_least", "more", "less", "at_most", "between")
BOUNDS = frozenset(THRESHOLDS)


def is_content(mention: Mention) -> bool:
    """Has a fact to account for this mention? Unread words always; what asks, counts or operates never.

    A word that is content and frame both (老百姓, 数据) helps to choose. What uses all the others is for `account`.
    """
    kinds = mention.kinds()
    if mention.value is not None:
        return False
    return not kinds or (bool(kinds & MEANT) and kinds <= MEANT | {"frame", "dialogue"})


@dataclass(frozen=True)
class Words:
    """The mentions of one question, and the question with mended words in their place."""

    text: str
    mentions: tuple[Mention, ...]

    @cached_property
    def content(self) -> tuple[Mention, ...]:
        """The mentions that facts have to account for."""
        return tuple(m for m in self.mentions if is_content(m) and not self._is_own_report(m))

    def _is_own_report(self, mention: Mention) -> bool:
        """2013年年报, 清远市的报告 and 2013年报 only name the report that is asked."""
        if mention.text != "报" and not any(s.atoms == ("年报",) for s in mention.senses):
            return False
        before = self.mentions[: self.mentions.index(mention)]
        said = [m for m in before if m.text != "的"]
        near = bool(said) and said[-1].kinds() & {"year", "card_place"}
        adjacent = bool(said) and (mention.text != "报" or said[-1].end == mention.start)
        return bool(near) and adjacent

    @cached_property
    def asks(self) -> frozenset[str]:
        """The kinds of answer that the question's words ask for."""
        return frozenset(t for m in self.mentions for t in m.tags("ask"))

    @cached_property
    def operators(self) -> frozenset[str]:
        """The operators whose words the question holds."""
        return frozenset(t for m in self.mentions for t in m.tags("operator"))

    @cached_property
    def is_bounded(self) -> bool:
        """Does the question set a bound (超过, 不足, 以上)?"""
        return bool(self.operators & BOUNDS)

    @cached_property
    def asking(self) -> Mention | None:
        """The word that asks for a number."""
        return next((m for m in self.mentions if m.tags("ask") & COUNTING), None)

    @property
    def counting(self) -> bool:
        """Does a word ask how many?"""
        return bool(self.asks & COUNTING)

    def counts(self) -> bool:
        """Does a noun ask for a number (信息数, 发布量) without 多少?"""
        ends = ("数", "量", "数目", "额")
        return any(m.text.endswith(ends) for m in self.mentions if "frame" in m.kinds())

    @cached_property
    def core(self) -> str:
        """The question without the courtesy and the marks after it."""
        end = len(self.text)
        for mention in reversed(self.mentions):
            tags = mention.tags("frame")
            polite = "courtesy" in tags or "dialogue" in mention.kinds()
            if not polite or "particles_final" in tags:
                break
            end = mention.start
        return self.text[:end].rstrip("?？!！。,， ")

    @cached_property
    def hints(self) -> tuple[str, ...]:
        """The longer words of the question, of whatever kind: what may lead a series in."""
        idle = {"year", "card_place", "operator", "number"}
        return tuple(m.text for m in self.mentions if len(m.text) > 1 and not m.kinds() & idle)

    @cached_property
    def over_period(self) -> bool:
        """Is a total over the whole period asked (一年印多少册, 全年共)?"""
        return "每" not in self.text and any(m.text in PERIOD_TOTALS for m in self.mentions)

    @cached_property
    def most(self) -> str:
        """The word that claims something of most of a whole (大部分), empty where none does."""
        named = (m.text for m in self.mentions if "most" in m.tags("frame"))
        return next(named, "")

    @cached_property
    def pending(self) -> str:
        """What is asked to be not yet done (还有多少件没办结); empty where it is not."""
        found = PENDING.search(self.text.rstrip("?!。 啊呀呢吗"))
        return found.group(1) if found and "number" in self.asks else ""

    @cached_property
    def wish(self) -> str:
        """How the answer should look: table, chart, source, or nothing said."""
        return wish_of(self.mentions)


def wish_of(mentions: Sequence[Mention]) -> str:
    """In what form an answer is wanted (table, chart, source), where the question says so."""
    senses = (sense for mention in mentions for sense in mention.senses if sense.kind == "frame")
    wish = next((s.tag for s in senses if s.tag.startswith("wish_")), "")
    return wish.removeprefix("wish_")
