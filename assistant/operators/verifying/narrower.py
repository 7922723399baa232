"""A yes held against what its proof narrows: 规模以上企业 are not all, 副区长 is not 区长, and 三天内 is told."""

from __future__ import annotations

import re

from assistant.late import late
from assistant.model import Figure, Finding, Query
from assistant.operators.ground import Ground

# All of what stands behind it.
ALL_OF = late(
    "(?:所有|全部|每个|每家|每所|每一家|每一个|各个|各类)的?(?P<what>[一-龥]{2,4}?)(?=[都也全吗么吧?？]|$)"
)
# What leaves some of them out, before the word for them.
SOME_OF = "(?:以上|以下|部分|重点|少数|多数|个别|试点|骨干)的?"
# Who bears a title, and who only stands in for him.
TITLE = late("(?<!副)(?:省|市|区|县|镇|乡|局|厅|处|科|院|校)长|(?<!副)书记|(?<!副)主任")
DEPUTY = "副"
# By when it was done.
WITHIN = late("[0-9一二两三四五六七八九十]+个?(?:工作日|天|日|小时|周|星期|月)(?:之|以)?内")


def _told(finding: Finding, ground: Ground) -> str:
    source = ground.index.report.source
    spans = (f.sentence if isinstance(f, Figure) else (f.start, f.end) for f in finding.facts)
    return "\n".join(source[start:end] for start, end in spans)


def leaves_some_out(text: str, finding: Finding, ground: Ground) -> bool:
    """发放给所有企业吗, and the proof says 规模以上企业 wherever it speaks of them."""
    asked = ALL_OF.search(text)
    if finding.polarity != "yes" or asked is None:
        return False
    told, what = _told(finding, ground), re.escape(asked["what"])
    return told.count(asked["what"]) > 0 and len(re.findall(SOME_OF + what, told)) == told.count(
        asked["what"]
    )


def is_of_deputy(query: Query, finding: Finding, ground: Ground) -> bool:
    """组长是区长吗, and the proof says 常务副区长."""
    if finding.polarity != "yes":
        return False
    told = _told(finding, ground)
    return any(
        title in told and title not in told.replace(DEPUTY + title, "")
        for title in TITLE.findall(query.text)
    )


def is_in_time(query: Query, finding: Finding, ground: Ground) -> bool:
    """都在三天内回了吗, and no time stands where it is told."""
    asked = WITHIN.search(query.text)
    return bool(asked) and bool(finding.polarity) and "内" not in _told(finding, ground)
