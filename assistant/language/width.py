"""Marks as wide as the characters beside them: a sentence in Chinese has ，and not a comma of an ASCII keyboard."""

from __future__ import annotations

import re

HAN = "一-龥《》“”（）、。，；：％"
WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
MARK = re.compile(
    f"(?<=[{HAN}0-9a-zA-Z%)])[ ]*([,;:?!])[ ]*(?=[{HAN}(])|(?<=[{HAN})])([,;:?!])[ ]*"
)
PAIR = re.compile(f"[(]([^()]*[{HAN}][^()]*)[)]")
BLANK = re.compile(f"(?<=[{HAN}])[ ]+(?=[{HAN}])")


def widened(text: str) -> str:
    """The text with the marks of its Chinese sentences full-width; numbers and addresses stay.

    >>> widened("收到7宗,已答复: (一)继续加强"), widened("0763-3363108 1,234件 http://a.cn")
    ('收到7宗，已答复：（一）继续加强', '0763-3363108 1,234件 http://a.cn')
    """
    text = PAIR.sub(r"（\1）", text)
    text = MARK.sub(lambda found: WIDE[found[1] or found[2]], text)
    return BLANK.sub("", text)
