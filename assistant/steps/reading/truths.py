"""Whether something is asked to be so, what is denied, and what is claimed."""

from __future__ import annotations

import re
from functools import cached_property

from assistant.late import late
from assistant.model import Mention
from assistant.steps.reading.names import Named
from assistant.steps.reading.numbers import Numbers

# Of so many characters is the word that a negation denies.
DENIED_WORD = 2
CLAIM = late(r"比.*?(多|高|大|少|低|小)(?![少几大])")
FINAL_QUESTION = late(
    r"(吗|(?<![什怎那这])么|嘛|没有|没|不|吧|是吧|对吧|对不对|是不是|对不|没错吧|是么)[?!。~ ]*$"
)
PARTICLE = late("(?:吗|么)$")
# Kinds of answer that no yes or no gives.
ASKING = frozenset({"number", "list", "why", "how", "channel", "recipient", "frequency", "date"})
# 清单, 对象 and 结果 are nouns before 对吗, and ask for nothing.
CONFIRM = late(r"(?:对吗|是吗|对不对|是真的吗|是这样吗|没错吧|对吧|是吧)[?!。~ ]*$")
TOLD = late(r"^(?:听说|据说|听人说|有人说).*[?]|(?:都|也)没.*[?]|没记错|没搞错|真的假的|是真的")
INNER_QUESTION = late(
    r"是不是|有没有|是否|能不能|可不可以|能否|可否|会不会|有无|对不对|(.)不\1|(.)没\2"
)


class Truths(Numbers, Named):
    """What a question claims and denies."""

    @cached_property
    def confirms(self) -> bool:
        """Does 对吗, 是真的吗 stand behind a whole claim?"""
        ends = CONFIRM.search(self.core) or CONFIRM.search(self.text)
        return bool(ends) and "number" not in self.asks

    @cached_property
    def is_yes_no(self) -> bool:
        """Is it asked whether something is so?"""
        if self.confirms:
            return True
        # 河长名单63名吗: behind a number, 吗 asks whether it is so.
        listing = frozenset({"list"} if self.numbers and PARTICLE.search(self.core) else ())
        if (self.asks - listing) & ASKING:
            return False
        told = TOLD.search(self.text)
        asked = FINAL_QUESTION.search(self.core) or FINAL_QUESTION.search(self.text)
        return bool(told or asked or INNER_QUESTION.search(self.text))

    @property
    def negated(self) -> bool:
        """A negation inside the question (收费没有吗); one at its end (收费了没有) only asks."""
        return len(self._denying) % 2 == 1

    @property
    def denials(self) -> tuple[str, ...]:
        """What each negation denies, with its word: 不及时."""
        return tuple(self.text[m.start : m.end + DENIED_WORD] for m in self._denying)

    @cached_property
    def _denying(self) -> tuple[Mention, ...]:
        inside = tuple(
            m
            for m in self.mentions
            if "negation" in m.kinds()
            and self.core[m.end :].strip("?!。~ 啊呀呢嘛么吧呐哦")
            and not self._only_asks(m)
        )
        # 不合格产品不是9个吧: what denies the number denies; the other is of what is counted.
        numbered = {m.start for m in self.mentions if m.value is not None}
        of_number = tuple(
            m
            for m in inside
            if m.end in numbered or (self.text[m.end] == "有" and m.end + 1 in numbered)
        )
        return of_number or inside

    def _only_asks(self, negation: Mention) -> bool:
        """是不是, 对不对: however the characters around it are read."""
        before = self.text[negation.start - 1 : negation.start]
        after = self.text[negation.end : negation.end + 1]
        return bool(before) and before == (negation.text[1:] or after)

    @cached_property
    def claimed(self) -> str:
        """A比B多: the claim that the first is `more` or `less`."""
        if len(self.places) == 2 and self.operators & {"more", "less"} and self.is_yes_no:
            return "more" if "more" in self.operators else "less"
        found = CLAIM.search(self.text)
        if not found or self.asks - {"why", "how"} or re.search("[多少高低][几多少]", self.text):
            return ""
        return "more" if found.group(1) in "多高大" else "less"
