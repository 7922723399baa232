"""What a question sets side by side: places, things between 和, 与, 比, and figures with what leads them in."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from assistant.late import late
from assistant.model import Mention, Selection
from assistant.steps.facets import UNTIL
from assistant.steps.reading.names import Named
from assistant.steps.reading.numbers import Numbers
from assistant.steps.reading.units import implied_unit
from assistant.steps.reading.words import is_content

JOINTS = frozenset({"和", "与", "跟", "同", "及", "以及", "加", "加上", "还有", "还是"})
WITHIN = frozenset({"里", "中", "里面", "里头", "当中", "其中", "之中"})
EACH = late("分别|各自|各(?![级类种项位界方县市区地部单乡])")


class Sides(Numbers, Named):
    """The sides of a question."""

    @cached_property
    def each(self) -> bool:
        """Is a figure wanted for each of several things (各多少, 分别)?"""
        return bool(EACH.search(self.text))

    def select(self, mentions: tuple[Mention, ...]) -> Selection:
        """These mentions as a selection of facts in the unit that is asked."""
        return Selection(self.with_cumulative(mentions), (), self.unit, self.each)

    def with_cumulative(self, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """With 累计, which chooses between the figure of the year and that of all years."""
        said = [m for m in self.mentions if "cumulative" in m.tags("frame")]
        added = (m for m in self.mentions if m in said or (said and m.text in UNTIL))
        return (*mentions, *(m for m in added if m not in mentions))

    @cached_property
    def pairs(self) -> tuple[tuple[Selection, tuple[Decimal, str]], ...]:
        """Each stated figure with the content before it: 受理率96%、办结率100%."""
        found, begin = [], 0
        for mention, claim in zip(self.numbers, self.claims, strict=True):
            before = tuple(m for m in self.content if begin <= m.start < mention.start)
            counted = [m for m in before if m.senses and m.senses[0].kind in ("measure", "word")]
            heads = tuple(counted[-1:]) if claim[1] in ("", "个") else ()
            found.append((replace(self.select(before), heads=heads), claim))
            begin = mention.end
        return tuple(found)

    def sides(self, *, at: frozenset[str] = frozenset()) -> tuple[Selection, ...]:
        """What is set side by side: the places named, or the content between joints (和, 与, 比)."""
        if len(self.places) > 1:
            shared = tuple(m for m in self.content if m not in self.places)
            return tuple(self.select((*shared, place)) for place in self.places)
        return tuple(self.select(side) for side in self._split(at or JOINTS))

    def sides_with_units(self) -> tuple[Selection, ...]:
        """The sides, each with the measure word that it implies itself (场次, 册数, 人次).

        What stands before 中 and a comma leads in each of them: 申请中,网上、当面各有多少件.
        """
        if len(self.places) > 1:
            return self.sides()
        found: list[Selection] = []
        lead: tuple[Mention, ...] = ()
        edges = [
            0,
            *(m.start() for m in re.finditer("[、,]|和|与|及|跟", self.text)),
            len(self.text),
        ]
        for begin, end in pairwise(edges):
            inside = [m for m in self.mentions if begin <= m.start < end]
            content = tuple(m for m in inside if is_content(m))
            unit = next(filter(None, map(implied_unit, inside)), "")
            if not found and inside and inside[-1].text in WITHIN:
                lead = content
            elif any("frame" not in m.kinds() for m in content):
                found.append(Selection((*lead, *content), (), unit or self.unit_of_ask))
            elif unit and found:
                found.append(Selection(found[-1].mentions, (), unit))
        return tuple(found) if len(found) > 1 else self.sides()

    def _split(self, joints: frozenset[str]) -> list[tuple[Mention, ...]]:
        sides: list[list[Mention]] = [[]]
        end = 0
        for mention in self.mentions:
            gap = self.text[end : mention.start]
            listed = joints is JOINTS and ("、" in gap or " " in gap)
            if (mention.text in joints or listed) and any(
                "frame" not in m.kinds() for m in sides[-1]
            ):
                sides.append([])
            if is_content(mention):
                sides[-1].append(mention)
            end = mention.end
        return [tuple(side) for side in sides if any("frame" not in m.kinds() for m in side)]
