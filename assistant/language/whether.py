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
# What is passed, or reached: 过百万了吗, 破万了没, 过半了吗, 到九成五没.
PASSED = late(
    "(?<![超不没通经已曾有])(?:过|破|突破|超)了?"
    "(?P<number>(?:百分之)?[0-9.一二两三四五六七八九十]*(?:成[半一二三四五六七八九]?|[百千万亿%]+)|半数?)"
    "(?P<unit>[个件条项人元户家份册]?)(?P<done>了?)(?P<asks>吗|没有|没|么|吧|不)?[?？。]*$"
)
REACHED = late(
    "(?<![达收不没有])到了?(?P<number>[0-9.一二两三四五六七八九]+(?:成[半一二三四五六七八九]?|%))了?(?:吗|没有|没|么|吧|不)[?？。]*$"
)
HALVES, COUNTING = ("半", "半数"), "0123456789一二两三四五六七八九十"
SCALES = late("^(?=[百千万亿])")
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
    >>> asked_whether("粉丝破百万了没有")
    '粉丝超过一百万吗'
    >>> asked_whether("满意率到98%没")
    '满意率达到98%吗'
    """
    if not ASKING.search(text.rstrip(f"{ENDS}吗么没有")) and (bound := _bounded(text)):
        return bound
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


def _bounded(text: str) -> str:
    """过百万了吗 asks 超过100万吗; 开过三次吗 asks of no bound."""
    if passed := PASSED.search(text):
        number, done = passed["number"], passed["done"]
        counted = passed["unit"] or number[0] in COUNTING
        if (done or passed["asks"]) and (done or not counted or number[-1] in "成%"):
            number = "50%" if number in HALVES else SCALES.sub("一", number)
            return f"{text[: passed.start()]}超过{number}{passed['unit']}吗"
    reached = REACHED.search(text)
    return f"{text[: reached.start()]}达到{reached['number']}吗" if reached else ""
