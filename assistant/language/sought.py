"""What a question seeks of an act: 谁考核, 移交给了谁, 取消了哪些, 申请的是什么信息, 局长是谁.

The words are those of `sought` in `knowledge/lexicon/bounds.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.language.either import either
from assistant.late import late
from assistant.model import Sought

DOER, WHOM, OBJECT, CONTENT, PERSON = "doer", "whom", "object", "content", "person"
# An act, as two characters say it.
ACT = "(?P<act>[一-龥]{2})"
ASPECTS = "了过"
CLOSING = "[?？呀啊呢了]*$"


@dataclass(frozen=True, slots=True)
class Seeking:
    """What asks for a role of an act, and for which; of several that ask for the same, the first counts."""

    rows: tuple[tuple[str, re.Pattern[str]], ...]

    def __call__(self, question: str) -> tuple[Sought, ...]:
        """All that a question seeks, each role once."""
        return tuple({one.role: one for one in reversed(list(self._all(question)))}.values())

    def _all(self, question: str) -> Iterator[Sought]:
        for role, pattern in self.rows:
            for found in pattern.finditer(question):
                if found.group("asks"):
                    yield Sought(role, (found.group("act") or "").rstrip(ASPECTS))
                    break


def seeking_of(data: Mapping[str, Sequence[str]]) -> Seeking:
    """What the file says."""
    who, what = either(data["who"]), either(data["what"])
    aspect, copula = f"[{ASPECTS}]", "(?:是|为)"
    wanted = f"(?P<act>{either(data['wanted'])}){either(data['linking'])}*"
    matter = f"{either(data['matter'])}{either(data['nouns'])}?"
    rows = (
        (PERSON, f"{ACT}(?<!的)(?P<asks>{either(data['someone'])}){CLOSING}"),
        (WHOM, f"{ACT}(?<![是为的]){aspect}?(?P<asks>{who})"),
        (DOER, f"(?P<asks>{who}){either(data['serving'])}*(?:给[^,，]{{1,4}})?{ACT}"),
        (DOER, f"(?:{ACT}[一-龥]{{0,8}})?的{copula}(?P<asks>{who})"),
        (OBJECT, f"{ACT}{aspect}些?(?P<asks>{what}|{who})"),
        (OBJECT, f"(?P<act>{either(data['of'])})(?:了|到|的|是)*(?P<asks>{what})"),
        (CONTENT, f"{either(data['within'])}|{wanted}(?P<asks>{matter}){CLOSING}"),
    )
    return Seeking(tuple((role, late(pattern)) for role, pattern in rows))
