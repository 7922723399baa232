"""Text → `Question`: one way of writing, whatever the keyboard, script or decoration."""

from __future__ import annotations

import unicodedata

from assistant.language.cantonese import standard
from assistant.language.script import fold, simplify
from assistant.model import Question

KEPT = "%.,:-+/'()<>〔〕《》“”、。，；：？！?!;~=＝"
# What computes or compares is kept, whether it is read or not: ÷ passed over is a word dropped.
COMPUTES = "÷×≥≤≠−±"


def normalise(asked: str, history: tuple[str, ...] = ()) -> Question:
    """Fold width, case and script; what is neither word nor mark becomes a space.

    >>> normalise("２０１３年《網絡輿情》報送了幾期？😊").text
    '2013年《网络舆情》报送了几期?'
    """
    text = simplify(standard(fold(asked))).lower()
    kept = "".join(c if _is_writing(c) else " " for c in text)
    return Question(asked=asked, text=" ".join(kept.split()), history=history)


def _is_writing(char: str) -> bool:
    return char in KEPT + COMPUTES or unicodedata.category(char)[0] in "LN"
