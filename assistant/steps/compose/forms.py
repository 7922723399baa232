"""Which form of question it is: talk, yes or no, the meaning of a number, a list, how things stand."""

from __future__ import annotations

from assistant.late import late
from assistant.steps.reading import Reading

STATE = late("(?:情况|状况)(?:是)?(?:怎么样|怎样|如何|咋样)")


def is_dialogue(reading: Reading) -> bool:
    """你好, 你能回答什么: talk, which asks nothing of the report."""
    return (
        any("dialogue" in m.kinds() for m in reading.mentions)
        and not any("frame" not in m.kinds() for m in reading.content)
        and not reading.numbers
        and not (reading.asks - {"definition", "which", "how"})
        and not any("theme" in m.kinds() for m in reading.mentions)
    )


def is_yes_no(reading: Reading) -> bool:
    """公报是免费发放的吗: is something asked to be so or not?"""
    return reading.is_yes_no


def is_reverse(reading: Reading) -> bool:
    """A figure is given and its meaning asked: 1535是什么数, 669项是哪个地方的."""
    wanted = {"definition", "which", "list", "where"}
    named = reading.asks & {"full_name", "document_number", "why"}
    meant = reading.asks & wanted
    other = bool(named) or reading.counts_listed or reading.confirms
    # 河长名单63名吗: 名单 is a noun.
    claimed = meant == {"list"} and reading.is_yes_no
    return bool(reading.numbers) and bool(meant) and not (other or claimed)


def is_list(reading: Reading) -> bool:
    """哪些县市区有进驻事项: all that there are."""
    return "list" in reading.asks or (bool(reading.classes) and not reading.asks)


def is_state(reading: Reading) -> bool:
    """收费情况怎么样: how things stand, said by the part that speaks of it."""
    return bool(STATE.search(reading.text)) and not reading.counting


def asks_effect(reading: Reading) -> bool:
    """效果如何; but 调研成果有多少篇 asks for a number."""
    return "effect" in reading.asks and not _asks_number(reading)


def asks_recipient(reading: Reading) -> bool:
    """面向哪些对象; but 公示救助对象多少人次 asks for a number."""
    return "recipient" in reading.asks and not _asks_number(reading)


def _asks_number(reading: Reading) -> bool:
    counter = reading.asking and reading.asking.text.endswith("个")
    return "number" in reading.asks and bool(reading.unit_of_ask or counter)
