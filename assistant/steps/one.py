"""是一件吗, 发布会一次,对吗: 一 as a figure that is claimed; elsewhere 一 only points (有一条, 看一下)."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.late import late
from assistant.model import Mention

# Behind these, a claim names its figure: 只有一件.
NAMING = frozenset(
    {"是", "不是", "为", "只有", "仅有", "仅", "就", "才", "是不是", "是否", "是否为", "共", "一共"}
)
# Behind these, a single case is enough: 开过一次吗 asks whether there was any; 每周一期 says how often.
ANY = ("有", "过", "哪怕")
ASKING = ("吗", "么", "嘛", "吧")
# What asks whether all that stands before it is so.
SO = late("(?:是|可|不)(?:这样|真的?|不是)")


def is_claimed(before: Sequence[Mention], after: Sequence[Mention]) -> bool:
    """Is a 一 with its measure word, between these mentions, the figure of a claim?"""
    last = before[-1].text if before else ""
    following = after[0] if after else None
    asked = following is not None and (
        "yes_no" in following.tags("frame")
        or following.text in ASKING
        or SO.match("".join(m.text for m in after)) is not None
    )
    if any("period" in m.kinds() for m in before):
        return False
    return (asked and not last.endswith(ANY)) or (last in NAMING and (asked or not after))
