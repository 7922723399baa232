"""Words of lists: what sets a part apart, what says that it is in, what joins members.

They are those of `knowledge/lexicon/lists.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.late import late

# What a clause or a bracket ends with, and so an exception.
ENDS = ",，;；。:：()（）"


@dataclass(frozen=True, slots=True)
class Lists:
    """The closed classes by which a list is read."""

    excepting: tuple[str, ...]
    holding: tuple[str, ...]
    joining: re.Pattern[str]
    general: frozenset[str]
    table: re.Pattern[str]
    noting: tuple[str, ...]

    def exceptions(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text sets something apart: (不含诊所), 不包括….

        >>> text = "医疗机构(不含诊所)"
        >>> [text[a:b] for a, b in lists_of(EXAMPLE).exceptions(text)]
        ['不含诊所']
        """
        pattern = late(f"[^{ENDS}]*(?:{'|'.join(map(re.escape, self.excepting))})[^{ENDS}]*")
        yield from (found.span() for found in pattern.finditer(text))

    def bare(self, part: str) -> str:
        """A part without the general word behind it: 政府网站建设维护的开销 is 政府网站建设维护."""
        behind = max((w for w in self.general if part.endswith(w)), key=len, default="")
        return part.removesuffix(behind).removesuffix("的") or part

    def members(self, clause: str) -> list[str]:
        """The members of a list in a clause; one where it is none."""
        return [part for part in self.joining.split(clause) if part]


EXAMPLE: Mapping[str, Sequence[str]] = {
    "excepting": ["不含"], "holding": ["、"], "joining": ["、"], "general": [], "table": ["表"], "noting": [],
}  # fmt: skip


def lists_of(rows: Mapping[str, Sequence[str]]) -> Lists:
    """The classes as the file has them."""
    return Lists(
        tuple(rows["excepting"]),
        tuple(rows["holding"]),
        late("|".join(map(re.escape, sorted(rows["joining"], key=len, reverse=True)))),
        frozenset(rows["general"]),
        late(f"(?:{'|'.join(map(re.escape, rows['table']))})+"),
        tuple(rows["noting"]),
    )
