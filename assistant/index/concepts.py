"""What a word names in a report: its concepts, those that tell facts apart, and those that are denied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.model import Mention

CONTENT = frozenset(
    {"action", "measure", "organ", "channel", "place", "period", "word", "theme", "verb"}
)
NOUNS = frozenset({"measure", "organ", "channel", "place", "word"})
THEME = "政府信息公开"
PUBLISH = "公开"
INFORMATION = "信息"
THEMES = (THEME, PUBLISH)
# Concepts too general to tell one fact from another.
GENERAL = frozenset(
    {THEME, PUBLISH, "政府", "信息", "组织", "提供", "办理", "实现", "市政府", "发布"}
)
# Heads too general to name what is counted: the word before them names it as well.
GENERAL_HEADS = frozenset(
    {
        *("信息", "案件", "人员", "工作人员", "事项", "文件", "机构", "单位"),
        *("决算", "支出", "金额", "总额", "费用", "账号", "站点"),
    }
)
NO_END = 99
OCCURS = "发生"


def concepts_of(mention: Mention) -> tuple[str, ...]:
    """The concepts that a word names in a report: itself if it is one, else all it may stand for."""
    exact = [s for s in mention.senses if s.atoms == (mention.text,) and s.kind in CONTENT]
    known = [s for s in mention.senses if s.kind in CONTENT]
    senses = exact or [s for s in known if not s.near]
    if known and not senses and "frame" not in mention.kinds():
        # A word that only loosely names a concept is, in a report, first of all itself.
        return (mention.text,)
    if "theme" in mention.kinds():
        return (THEME, PUBLISH, INFORMATION) if mention.text.endswith(INFORMATION) else THEMES
    return tuple(dict.fromkeys(atom for sense in senses for atom in sense.atoms))


def telling(mention: Mention) -> frozenset[str]:
    """What a word is, where that tells things apart: not of 信息, 文件."""
    return frozenset(concepts_of(mention)) - GENERAL - GENERAL_HEADS


def denied(mentions: Iterable[Mention]) -> Iterator[str]:
    """The concepts that a negation denies: the next for 不, all up to 的 for 未 and 不含.

    未发生 denies all up to the next mark.
    """
    reach, end, open_ended = 0, 0, False
    for mention in mentions:
        if mention.start > end or (mention.text == "的" and not open_ended):
            reach, open_ended = 0, False
        if "negation" in mention.kinds():
            reach = 0 if reach else 1 if mention.text == "不" else NO_END
        elif reach and mention.kinds() & CONTENT:
            open_ended = open_ended or OCCURS in concepts_of(mention)
            yield from concepts_of(mention)
            reach -= 1
        end = mention.end
