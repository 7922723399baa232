"""What a reply chooses from the questions that were offered: 2, 第二个, 都要, 另一个.

A number that was not offered chooses nothing and is no question either: the choice is offered again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.numerals import parse
from assistant.late import late

OPENING = r"^(?:那就?|就|请|我)?(?:(?:想|要)?(?:选择?|要|看|问|查|知道)的?)?(?:是|就是)?"
ENDING = r"(?:的|吧|呢|啊|呀|了)*[。.!?？\s]*$"
NUMBER = late(
    OPENING
    + r"(?P<nth>第)?(?P<number>-?\d{1,3}|[零〇一二两三四五六七八九十]{1,3})(?P<unit>个|条|项|种|号|家|份)?"
    + ENDING
)
LAST = late(OPENING + "最后(?:那|这)?一?[个条项种份]" + ENDING)
WANT = "(?:要|看|看看|问|想看|想知道|说说?|查|列出来|告诉我)?(?:一下|一遍)?"
EVERY = (
    "(?:全部|全都|所有|统统|以上|这些)(?:都)?|都|每一?[个条项种份]都?"
    "|(?:这|那)?(?P<count>[两二三四五六七八九])[个条项种份家](?:全?都)?"
)
ALL = late(f"{OPENING}(?:{EVERY})的?{WANT}{ENDING}")
OTHER = late(
    OPENING
    + "(?:另外?一?[个条项种份]|其[他它余]的?|别的|剩下的?|下一[个条项]|换一[个条项])"
    + WANT
    + ENDING
)
NEITHER = late("^(?:都|全)(?:不是|不对|不要)|^(?:不是|没有)(?:这|那)(?:些|[几两]个)|^以上都不")
BARE = late(r"-?\d{1,2}\s*[.。、?]?")
# So far a number may count what is offered; beyond it a reply speaks of a figure (1535).
FEW = 20


def only_chooses(text: str) -> bool:
    """Is it a number and nothing else, so small that it may count what is offered? It asks for no figure.

    >>> only_chooses("7"), only_chooses("12。"), only_chooses("1535"), only_chooses("7项")
    (True, True, False, False)
    """
    return bool(BARE.fullmatch(text.strip()))


@dataclass(frozen=True, slots=True)
class Choice:
    """The questions that are chosen; `kind` says what is to be done with them.

    `chosen` ones are asked; `again` offers all of them once more; `neither` says that none was meant.
    """

    kind: str
    questions: tuple[str, ...] = ()


def choice(text: str, offered: Sequence[str], taken: Sequence[str] = ()) -> Choice | None:
    """What a reply chooses from `offered`, of which `taken` were chosen before; None where it is no choice."""
    said, every = text.strip(), tuple(offered)
    if not every:
        return None
    if NEITHER.search(said):
        return Choice("neither")
    if LAST.search(said):
        return Choice("chosen", every[-1:])
    if found := NUMBER.search(said):
        return _numbered(found, every)
    if found := ALL.search(said):
        count = parse(found["count"]) if found["count"] else len(every)
        return Choice("chosen" if count == len(every) else "again", every)
    if OTHER.search(said):
        others = tuple(q for q in every if q not in taken)
        told = bool(taken) and (len(others) == 1 or "其" in said or "剩" in said)
        return Choice("chosen", others) if told and others else Choice("again", every)
    return None


def _numbered(found: re.Match[str], every: tuple[str, ...]) -> Choice | None:
    number = parse(found["number"].lstrip("-"))
    if number is None or (number > FEW and not (found["nth"] or found["unit"])):
        return None
    fits = 1 <= number <= len(every) and not found["number"].startswith("-")
    if not found["nth"] and found["unit"] and number == len(every) > 1:
        # 两个 of two: both, or the second?
        return Choice("again", every)
    return (
        Choice("chosen", every[int(number) - 1 : int(number)]) if fits else Choice("again", every)
    )
