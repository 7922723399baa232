"""What asks whether it is so without 吗, and 多不多, which asks how many.

收不收费 is 收费吗, 公开没公开 is 公开了吗, 难道要收费 is 要收费吗.
"""

from __future__ import annotations

from assistant.late import late

# A word of one character before what goes with it (收不收钱), or one of two (收费不收费, 公不公开).
TWICE = late(
    r"(?P<word>[一-龥]{2})(?P<neg>[不没])(?P=word)|(?P<one>[一-龥])(?P<not>[不没])(?P=one)(?=[一-龥])"
)
# Those that are words of their own, or ask more than whether something is done.
OWN = frozenset("是会能可有对好多大高少快行在该应肯敢愿算动时差得像用管怕")
# What asks something else in the same question, and what may end one.
ASKING = late("[什啥谁哪几怎咋]|多少|为何|如何|吗|多[大长久]|还是|是不是|是否|有没有|有无")
# What asks so without 吗, and what such a question may not deny.
INCREDULOUS = late("(?:^|(?<=[,，。!！?？;；]))(?:难道说?|莫非|难不成|莫不是)[,，]?")
DENIES = late("[不没未无非]")
# 打电话的人多不多 asks how many they are, where nothing is held against it.
MANY, AGAINST = late("(?:算|够)?多不多[呀啊呢哪吧]*[?？。]*$"), late("[比较]")
ENDS = "?？。.!！呢啊呀嘛哦的 "


def asked_whether(text: str) -> str:
    """The question with the word once, and 吗 at its end; as it is where nothing asks so, or more is asked.

    >>> asked_whether("公报收不收钱?")
    '公报收钱吗'
    >>> asked_whether("名单公开没公开")
    '名单公开了吗'
    >>> asked_whether("难道公报要收费?")
    '公报要收费吗'
    >>> asked_whether("来申请的人多不多啊")
    '来申请的人有多少'
    """
    many = MANY.search(text)
    if many and not (AGAINST.search(text) or ASKING.search(text)):
        return f"{text[: many.start()].rstrip('数')}有多少"
    led = INCREDULOUS.search(text)
    if led and not (ASKING.search(text) or DENIES.search(text, led.end())):
        return f"{text[: led.start()]}{text[led.end() :].rstrip(ENDS)}吗"
    found = TWICE.search(text)
    if found is None or found["one"] in OWN or ASKING.search(text):
        return text
    word = found["word"] or found["one"]
    done = "了" if "没" in (found["neg"], found["not"]) else ""
    return f"{text[: found.start()]}{word}{text[found.end() :].rstrip(ENDS)}{done}吗"
