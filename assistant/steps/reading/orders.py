"""Which place in an order a question speaks of: 第二多, 倒数第三, 前三名, 最多的三个."""

from __future__ import annotations

from functools import cached_property

from assistant.language.numerals import parse
from assistant.late import late
from assistant.steps.patterns import NTH, TOP
from assistant.steps.reading.words import Words

MOST = late(
    r"最[多高大少低小](?:的|排名)?([二两三四五六七八九十]|\d{1,2})(?:大|个|家|类|种|项|名|位|地)"
)


class Orders(Words):
    """The orders of a question."""

    @cached_property
    def nth(self) -> tuple[int, bool, str]:
        """(n, from the top, as said) of 第二多, 倒数第三; n is 0 where no order is asked."""
        found = NTH.search(self.text)
        number = parse(found.group(2) or found.group(5)) if found else None
        if not found or number is None:
            return 0, True, ""
        reversed_ = found.group(1) or found.group(4)
        top = not reversed_ and found.group(3) not in ("少", "低", "小")
        return int(number), top, found.group().rstrip("的是")

    @cached_property
    def top(self) -> tuple[int, bool]:
        """(n, from the top) of 前三名, 后两名; n is 0 where none is asked."""
        most = MOST.search(self.text)
        if most:
            return int(parse(most.group(1)) or 0), True
        found = TOP.search(self.text)
        number = parse(found.group(2)) if found else None
        return (int(number), found.group(1) in ("前", "头")) if found and number else (0, True)
