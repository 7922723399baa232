"""How pieces of text that a layout has torn apart become one text again."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Characters that stand without a space beside them: han, and the marks that go with them.
WIDE = (
    "\u2018\u2019\u201c\u201d\u2014\u2026\u00b7\u2e80-\u303f\u3041-\u30ff\u3200-\u9fff\uf900-\ufaff"
    "\ufe10-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
SPACES = re.compile(r"[ \t\n\r\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
GAP = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f]{3,}")
UNSEEN = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]")
BESIDE_WIDE = re.compile(f"(?<=[{WIDE}]) | (?=[{WIDE}])")
LATIN_END, LATIN_START = re.compile("[!-~]*$"), re.compile("[!-~]*")
IS_WIDE = re.compile(f"[{WIDE}]")


def squeeze(text: str) -> str:
    """One space for any run of them, none at the ends, and nothing that cannot be seen."""
    return SPACES.sub(" ", UNSEEN.sub("", text)).strip()


def close(text: str) -> str:
    """The text without the spaces that only set Chinese apart from what stands beside it.

    >>> close("2023 年 ， 邮 编 ： 223100 ， Word 文件")
    '2023年，邮编：223100，Word文件'
    """
    return BESIDE_WIDE.sub("", squeeze(text))


def settle(text: str) -> str:
    """A line of prose: as `close`, but a gap of three spaces or more is one space that stays.

    >>> settle("　　公开 26 件。   某某局　　2024 年")
    '公开26件。 某某局 2024年'
    """
    parts = GAP.split(UNSEEN.sub("", text).replace("\u3000", "  ").strip())
    return " ".join(filter(None, map(close, parts)))


def join(lines: Iterable[str]) -> str:
    """Lines of one paragraph or cell as one text.

    A line that breaks inside a number or beside a Chinese character goes on without a space.

    >>> join(["本年收费59237.", "2449万元，见 Annual", "Report，网址是www.li", "njiang.gov.cn"])
    '本年收费59237.2449万元，见 Annual Report，网址是www.linjiang.gov.cn'
    """
    text = ""
    for line in lines:
        if text and line and not _runs_on(text, line):
            text += " "
        text += line
    return text


def _runs_on(text: str, line: str) -> bool:
    last, first = text[-1], line[0]
    if IS_WIDE.match(last) or IS_WIDE.match(first):
        return True
    if last.isdigit() or first.isdigit():
        return (last.isdigit() or last in ".,-/:—") and (first.isdigit() or first in ".,%-/:‰—")
    # An address may break anywhere; words break between them.
    word = "".join(found[0] for found in (LATIN_END.search(text), LATIN_START.match(line)) if found)
    return any(sign in word[:-1] for sign in "@/:._") or last == "-"
