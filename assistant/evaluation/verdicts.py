"""What an answer is worth: a mark, with the reasons for it in Chinese.

The marks stand in the order in which editors read them; some mislead whoever reads the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What an answer is worth; the value is its name for programs, `label` the one for editors."""

    RIGHT = "right"
    REFUSED = "refused"
    WRONG_FIGURE = "wrong_figure"
    OVERANSWERED = "overanswered"
    INCOMPLETE = "incomplete"
    WRONG = "wrong"
    MISCITED = "miscited"
    UNGROUNDED = "ungrounded"
    BROKEN = "broken"

    @property
    def label(self) -> str:
        """The name that editors read."""
        return LABELS[self]


LABELS = {
    Mark.RIGHT: "正确",
    Mark.REFUSED: "拒答（本可回答）",
    Mark.WRONG_FIGURE: "数字错误",
    Mark.OVERANSWERED: "不该回答",
    Mark.INCOMPLETE: "说法不全",
    Mark.WRONG: "说法不对",
    Mark.MISCITED: "出处不符",
    Mark.UNGROUNDED: "没有依据",
    Mark.BROKEN: "答复残缺",
}
MISLEADING = frozenset({Mark.WRONG_FIGURE, Mark.OVERANSWERED})


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an answer was judged, and why."""

    mark: Mark
    reasons: tuple[str, ...] = ()
