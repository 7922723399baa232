"""The one line that asks for what a card lacks, with what it may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

# What is asked for, and an example of it.
ASKED = {
    "title": ("标题", "XX市人民政府2023年政府信息公开工作年度报告"),
    "organ": ("机关", "XX市人民政府办公室"),
    "place": ("地区", "XX市"),
    "year": ("年份", "2023"),
    "id": ("编号", "qingyuan-2013"),
}


class Missing(NamedTuple):
    """A field that cannot be read; `rivals` are what the report says of it, each against the others."""

    field: str
    rivals: tuple[str, ...] = ()


def question(missing: Sequence[Missing], guesses: Mapping[str, str], card: str) -> str:
    """What is asked for: each field with its flag, and an example, which is a guess where there is one.

    `card` is the name of the card file, where the report has one.
    """
    *several, last = (ASKED[one.field][0] for one in missing)
    names = "和".join(filter(None, ("、".join(several), last)))
    flags = "、".join(f"--{one.field}" for one in missing)
    guessed = [one for one in missing if one.field in guesses]
    examples = " ".join(
        f"--{one.field} {guesses.get(one.field, ASKED[one.field][1])}" for one in guessed or missing
    )
    rivals = "".join(f"（写着{'，又写着'.join(one.rivals)}）" for one in missing if one.rivals)
    noted = "（按正文猜的，请核对）" if guessed else ""
    where = f"或写进 {card}" if card else "或在旁边的 card.yaml 里写明"
    return f"看不出{names}{rivals}，请用 {flags} 写明{names}，例如 {examples}{noted}，{where}"
