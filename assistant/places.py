"""Names of places: the short forms that people use, and what kind of place a name says."""

from __future__ import annotations

from assistant.late import late

# Places of which each is asked of.
EACH = late("各个?(?:地|乡|镇|村|社区|街道|县|市|区|旗)")
SUFFIXES = (
    "自治区",
    "自治州",
    "自治县",
    "街道",
    "省",
    "市",
    "县",
    "区",
    "镇",
    "乡",
    "村",
    "州",
    "旗",
)


def suffix(name: str) -> str:
    """The ending that says what kind of place this is; empty where there is none.

    >>> suffix("连州市"), suffix("衡山镇"), suffix("清远")
    ('市', '镇', '')
    """
    return next((s for s in SUFFIXES if name.endswith(s) and len(name) > len(s) + 1), "")


def asks_places(text: str) -> bool:
    """Does a question ask of each of several places: 各地, 各乡镇?"""
    return EACH.search(text) is not None


def short(name: str) -> str:
    """The name without its ending, where at least two characters remain.

    >>> short("连州市"), short("清城区"), short("开县")
    ('连州', '清城', '开县')
    """
    ending = suffix(name)
    return name[: len(name) - len(ending)] if ending else name
