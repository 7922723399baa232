"""The numbers that a question states itself: which are figures, and which only say how many members there are."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from assistant.index.concepts import NOUNS
from assistant.late import late
from assistant.model import Mention
from assistant.steps.one import is_claimed
from assistant.steps.reading.orders import MOST
from assistant.steps.reading.units import MeasureWords
from assistant.steps.reading.words import BOUNDS

# Measure words that count kinds of things, so that 八种理由 says how many members there are.
KIND_UNITS = frozenset({"种", "类", "项", "家", "个", "栏", "方面", "名", "位"})
MOST_MEMBERS = 30
EQUAL = late(r"(?:只有|仅有|正好|恰好|刚好|只|仅|都是|就是|是|为|等于|有)(?:了|收了|收取)?$")


class Numbers(MeasureWords):
    """The numbers of a question."""

    @cached_property
    def numbers(self) -> tuple[Mention, ...]:
        """The figures that the question itself states; 一次, 哪三类 and 8个县 state none."""
        return tuple(m for m in self.mentions if m.value is not None and not self._idle(m))

    def _idle(self, mention: Mention) -> bool:
        before = self.text[: mention.start].rstrip()
        at = self.mentions.index(mention)
        claimed = is_claimed(self.mentions[:at], self.mentions[at + 2 :])
        idle = (mention.text == "一" and not claimed) or before.endswith(
            ("哪", "这", "那", "头", "各")
        )
        return idle or self._counts_members(mention) or self._counts_kinds(mention)

    def _counts_kinds(self, mention: Mention) -> bool:
        """八种理由, 五项加起来, 最多的三个: how many members, and no figure of the report."""
        if mention.value is None or not 2 <= mention.value <= MOST_MEMBERS:
            return False
        at = self.mentions.index(mention)
        beside = self.mentions[max(0, at - 1) : at] + self.mentions[at + 2 : at + 3]
        bounded = any(m.tags("operator") & BOUNDS for m in beside)
        ordered = bool(self.operators & {"max", "min", "sum", "average", "descending", "ascending"})
        others = any(m.value is not None and m is not mention for m in self.mentions)
        behind = self.mentions[at + 1 : at + 2]
        kinds = any(m.tags("unit") & KIND_UNITS for m in behind)
        counted = at + 2 < len(self.mentions) and self.asking is not self.mentions[at + 2]
        return kinds and counted and not bounded and (ordered or (others and self.is_bounded))

    def _counts_members(self, mention: Mention) -> bool:
        at = self.mentions.index(mention) + 1
        at += self.mentions[at : at + 1] != () and self.mentions[at].text == "个"
        return at < len(self.mentions) and "members" in self.mentions[at].tags("operator")

    @cached_property
    def cardinal(self) -> int:
        """How many members the question says there are (8个县); 0 where it does not say."""
        if MOST.search(self.text):
            return 0
        counted = (
            m
            for m in self.mentions
            if m.value is not None and (self._counts_members(m) or self._counts_kinds(m))
        )
        return next((int(m.value) for m in counted if m.value is not None), 0)

    @cached_property
    def claims(self) -> tuple[tuple[Decimal, str], ...]:
        """The stated figures with their units."""
        return tuple(
            (m.value, "%" if "%" in m.tags("number") else self.unit_after(m))
            for m in self.numbers
            if m.value is not None
        )

    @cached_property
    def number_leads(self) -> bool:
        """Does something follow the stated number (7宗申请都答复了吗), so that more is claimed?"""
        last = max((m.end for m in self.numbers), default=0)
        return any(m.start >= last and "frame" not in m.kinds() for m in self.content)

    @cached_property
    def numbered(self) -> tuple[Mention, ...]:
        """What each stated number counts, as the question says it: 申请 of 27件申请."""
        found = []
        for number in self.numbers:
            after = (m for m in self.content if m.start >= number.end and "frame" not in m.kinds())
            found += list(after)[:1]
        return tuple(found)

    @cached_property
    def equality(self) -> Mention | None:
        """The figure that members must have exactly: 只有1条, 正好55件, 不为零."""
        if len(self.numbers) != 1 or self.is_bounded:
            return None
        [number] = self.numbers
        before = self.text[: number.start]
        return number if EQUAL.search(before) else None

    @cached_property
    def counts_listed(self) -> bool:
        """8个单位是哪些: the number only says how many things the list asked for should have."""
        last = self.numbers[-1] if self.numbers else None
        asked = [m for m in self.mentions if "list" in m.tags("ask")]
        if last is None or not asked or self.asks - {"list"}:
            return False
        between = [m for m in self.content if last.end <= m.start < asked[-1].start]
        return any(m.kinds() & NOUNS for m in between)
