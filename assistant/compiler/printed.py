"""A label as a table prints it: its number, its note and its marks taken off."""

from __future__ import annotations

import re

from assistant.language.script import fold

NUMERAL = "[一二三四五六七八九十]{1,3}"
# The number before a label, or 其中: 一、 (一) 1. ① 其中:
NUMBERING = re.compile(
    rf"\s*(?:其中[:：,，]?\s*)?(?:{NUMERAL}、|\({NUMERAL}\)、?|\d{{1,2}}[.、](?!\d)|\(\d{{1,2}}\)|[①-⑳])?\s*"
)
NOTE = re.compile(r"\([^()]*\)$")


def normal(label: str) -> str:
    """A label without its number, note, quotes, marks and white space, folded.

    >>> normal("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）"), normal("3.危及“三安全一稳定”")
    ('主动公开政府信息数', '危及三安全一稳定')
    """
    return re.sub(r"[\W_]", "", plain(fold(label)))


def plain(label: str) -> str:
    """A folded label without its number and without the note in brackets at its end.

    >>> plain("(二)部分公开(区分处理的,只计这一情形)"), plain("其中:涉及国家秘密")
    ('部分公开', '涉及国家秘密')
    """
    bare = label[NUMBERING.match(label).end() :].strip()  # type: ignore[union-attr]
    return NOTE.sub("", bare).strip() or bare
