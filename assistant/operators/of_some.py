"""A figure that counts only some of what it names: 有3件申请案件收取信息处理费 is no number of 申请案件."""

from __future__ import annotations

import re

from assistant.model import Figure, Selection
from assistant.operators.ground import Ground

# What counts only those of which the clause goes on to tell: 有3件申请案件 | 收取信息处理费.
THERE_ARE = "有"
GOES_ON = re.compile("[一-龥]{2,12}")


def is_of_some(figure: Figure, selection: Selection, ground: Ground) -> bool:
    """Does it count only such as are told of behind it (有3件申请案件收取信息处理费), which is not asked of?"""
    source = ground.index.report.source
    told = GOES_ON.match(source, figure.end)
    if figure.table or told is None or not source.startswith(THERE_ARE, figure.number[0] - 1):
        return False
    return not any(m.text in told.group() for m in selection.meant())
