"""In what a question counts: the measure word behind a number or 多少, or the one that a noun implies."""

from __future__ import annotations

import re
from functools import cached_property

from assistant.language.numerals import parse
from assistant.late import late
from assistant.model import Mention
from assistant.steps.reading.words import Words

PEOPLE, PERSON = "people", "人"
NO_UNITS = ("总", "个", "具体", "部分", "总共")
# Nouns of what is paid.
AMOUNTS, MONEY = ("金额", "额度"), "元"
IMPLIED_UNIT = late(r"^(.{1,2})[数次]$")
DIGITS = late("([一二两三四1-4])位小数|小数点后([一二两三四1-4])位")


class MeasureWords(Words):
    """The measure words of a question."""

    def unit_after(self, mention: Mention) -> str:
        """The measure word right behind a number or 多少."""
        at = self.mentions.index(mention) + 1
        while at < len(self.mentions) and self.mentions[at].text in (
            "多",
            "余",
            "个",
            "来",
            "万",
            "亿",
        ):
            if self.mentions[at].text == "个" and not self._is_unit(at + 1):
                break
            at += 1
        if self._is_unit(at):
            return min(self.mentions[at].tags("unit"))
        # 多少记者 asks for persons, as 多少人 does.
        counted = self.mentions[at] if at < len(self.mentions) else None
        people = (
            counted is not None and counted.kinds() == {"frame"} and PEOPLE in counted.tags("frame")
        )
        return PERSON if people else ""

    def _is_unit(self, at: int) -> bool:
        return at < len(self.mentions) and "unit" in self.mentions[at].kinds()

    @cached_property
    def unit(self) -> str:
        """The measure word that is asked: behind 多少, or implied by 册数, 人次."""
        asking = self.asking
        if asking and asking.tags("ask") & {"percent", "money"}:
            return "%" if "percent" in asking.tags("ask") else MONEY
        unit = self.unit_after(asking) if asking else self._unit_of_difference
        return unit or next(filter(None, map(implied_unit, self.mentions)), "")

    @cached_property
    def unit_of_ask(self) -> str:
        """The measure word right behind 多少, if any."""
        return self.unit_after(self.asking) if self.asking else ""

    @property
    def is_unit_implied(self) -> bool:
        """Is the measure word only implied (次数), so that the report may count in another (人次)?"""
        told = self.asking and self.asking.tags("ask") & {"percent", "money"}
        return bool(self.unit) and not self.unit_of_ask and not told

    @property
    def _unit_of_difference(self) -> str:
        """多几条, 少多少件: the measure word right behind the word that compares."""
        compared = [m for m in self.mentions if "compare" in m.tags("operator")]
        return next(filter(None, map(self.unit_after, compared)), "")

    @cached_property
    def scale(self) -> str:
        """万 or 亿 right behind 多少 or before a named unit to convert to."""
        found = re.search(
            r"(?:多少|几|换算成|换成|折合成?|折成|合)(?:是)?(?:多少)?([千万亿])(?=元|$|条|宗|篇|册|个)",
            self.text,
        )
        return found.group(1) if found else ""

    @cached_property
    def digits(self) -> int:
        """To how many decimals the answer is wanted (保留两位小数); -1 where nothing is said."""
        found = DIGITS.search(self.text)
        number = parse(found.group(1) or found.group(2)) if found else None
        return int(number) if number is not None else -1


def implied_unit(mention: Mention) -> str:
    """册数 asks for 册, 人次 for 人次, 金额 for money."""
    if "measure_word" in mention.tags("frame"):
        return mention.text
    if mention.text in AMOUNTS:
        return MONEY
    implied = IMPLIED_UNIT.match(mention.text) if "light_nouns" in mention.tags("frame") else None
    return implied.group(1) if implied and implied.group(1) not in NO_UNITS else ""
