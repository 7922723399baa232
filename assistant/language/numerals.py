"""Numerals in Chinese text: Arabic, spelled out, and mixed.

This is mechanics only: `find` also returns the numerals inside words (统一, 三农); which of them
count something is for the caller to decide.  Every numeral carries its exact span in the text
as given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal

from assistant.late import late

_DIGITS = "零一二三四五六七八九"
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_PARTS = {"百分之": 0, "千分之": -1, "万分之": -2}
_SIGNS = {"%": 0, "‰": -1}

_NOT_TENTHS = frozenset("立为员本果长功熟效绩分")
"""What follows 成 when it is part of a word: 统一成立, 三成员."""

# The same characters to the parser; one for one, so that spans hold.
_PLAIN = str.maketrans("０１２３４５６７８９．％﹪〇萬億兩", "0123456789.%%零万亿两")
_ARABIC_OF = str.maketrans(_DIGITS + "○", "01234567890")

_START = late(f"[0-9{_DIGITS}十两]|[百千万]分之")
_GROUPED = "[1-9][0-9]{0,2}(?:(?:,[0-9]{3}(?![0-9]))++|(?:，[0-9]{3}(?![0-9]))++)"
_WHOLE = f"(?:{_GROUPED}|[0-9]++)"
_ARABIC = late(rf"(?<![0-9]\.){_WHOLE}\.[0-9]++(?!\.[0-9])|{_WHOLE}")
_SCALE = late("[十百千]?(?:万亿?|亿)|千(?![米克瓦伏])|百(?!分)")
_SPELLED_DIGIT = f"[○{_DIGITS}]"
_ZERO_BETWEEN = f"0{{1,3}}(?={_SPELLED_DIGIT})|(?<={_SPELLED_DIGIT}{{2}})0(?![0-9.,%])"
_RUN = late(f"[{_DIGITS}](?:{_SPELLED_DIGIT}|{_ZERO_BETWEEN})+(?![十百千万亿])")
_FRACTION = late(f"点([{_DIGITS}]++)(?!十)")

_EXACT = Context(prec=1_000_000, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral at `start:end` of a text.

    Arabic digits keep their stated number as `value` and the 万, 亿, 千万 after them as `scale`;
    anything spelled out has its full `value` and no scale.  With `percent` the value is in
    hundredths, whether the text reads 50%, 百分之五十, 五成 or 千分之五百.
    """

    start: int
    end: int
    text: str
    value: Decimal
    scale: str = ""
    percent: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    """A number read up to `end`."""

    value: Decimal
    end: int
    scale: str = ""
    percent: bool = False


def parse(text: str) -> Decimal | None:
    """The value of a text that is a number from end to end, else None.

    >>> parse("六千二百一十一"), parse("23.6万"), parse("三千五"), parse("百二")
    (Decimal('6211'), Decimal('236000'), Decimal('3500'), None)
    """
    digits = text.removeprefix("-")
    reading = _read(digits.translate(_PLAIN), 0)
    if reading is None or reading.end < len(digits) or reading.percent:
        return None
    value = scaled(reading.value, reading.scale)
    return value if digits == text else value.copy_negate()


def find(text: str) -> tuple[Numeral, ...]:
    """All numerals of a text, in order, each as long as it can be.

    >>> [(n.text, plain(n.value), n.scale) for n in find("四成五的5200万元，共一百二十件")]
    [('四成五', '45', ''), ('5200万', '5200', '万'), ('一百二十', '120', '')]
    """
    return tuple(_numerals(text))


def scaled(value: Decimal, scale: str) -> Decimal:
    """The value times its scale, exactly.

    >>> scaled(Decimal("1.2"), "千万")
    Decimal('12000000')
    """
    return _shifted(value, sum(_POWERS[unit] for unit in scale)) if scale else value


def plain(value: Decimal) -> str:
    """The number in digits: no exponent, no zeros that say nothing.

    >>> plain(Decimal("0.9460")), plain(Decimal("1E+3"))
    ('0.946', '1000')
    """
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def _numerals(text: str) -> Iterator[Numeral]:
    readable = text.translate(_PLAIN)
    at = 0
    while found := _START.search(readable, at):
        start = found.start()
        reading = _read(readable, start)
        if reading is None:
            at = start + 1
            continue
        at = reading.end
        yield Numeral(start, at, text[start:at], reading.value, reading.scale, reading.percent)


def _read(text: str, at: int) -> _Reading | None:
    """The longest numeral that begins here."""
    part = _PARTS.get(text[at : at + 3])
    if part is not None:
        return _proportion(text, at + 3, part)
    arabic = _arabic(text, at)
    if arabic is not None:
        return _share(text, arabic) or _with_scale(text, arabic)
    spelled = _spelled(text, at)
    return spelled and (_share(text, spelled) or spelled)


def _proportion(text: str, at: int, part: int) -> _Reading | None:
    """What follows 百分之 or the like."""
    if text.startswith("百", at):
        return _Reading(_shifted(Decimal(100), part), at + 1, percent=True)
    number = _arabic(text, at) or _spelled(text, at)
    return number and _Reading(_shifted(number.value, part), number.end, percent=True)


def _share(text: str, number: _Reading) -> _Reading | None:
    """The number as a percentage, when a percent sign or 成 follows."""
    mark, end = text[number.end : number.end + 1], number.end + 1
    if mark in _SIGNS:
        return _Reading(_shifted(number.value, _SIGNS[mark]), end, percent=True)
    if mark != "成" or not 0 < number.value <= 10 or text[end : end + 1] in _NOT_TENTHS:
        return None
    tenths = _shifted(number.value, 1)
    if text.startswith("半", end) and text[end + 1 : end + 2] != "年":
        return _Reading(tenths + 5, end + 1, percent=True)
    rest = _spelled(text, end)
    if rest and rest.end == end + 1 and 0 < rest.value < 10:
        return _Reading(tenths + rest.value, rest.end, percent=True)
    return _Reading(tenths, end, percent=True)


def _arabic(text: str, at: int) -> _Reading | None:
    found = _ARABIC.match(text, at)
    if found is None:
        return None
    return _Reading(Decimal(found[0].replace(",", "").replace("，", "")), found.end())


def _with_scale(text: str, number: _Reading) -> _Reading:
    """The number with the 万 or the like after it; 1亿2000万 becomes one full value."""
    found = _SCALE.match(text, number.end)
    if found is None:
        return number
    scale, end = found[0], found.end()
    full = scaled(number.value, scale)
    while (next_number := _arabic(text, end)) and (found := _SCALE.match(text, next_number.end)):
        term = scaled(next_number.value, found[0])
        if term >= scaled(Decimal(1), scale):
            break
        full, scale, end = _EXACT.add(full, term), found[0], found.end()
        number = _Reading(full, end)
    return number if number.end == end else _Reading(number.value, end, scale)


def _spelled(text: str, at: int) -> _Reading | None:
    """A numeral in Chinese digits: place by place (二〇一三) or in words (两千零一十三)."""
    run = _RUN.match(text, at)
    if run:
        whole = _Reading(Decimal(run[0].translate(_ARABIC_OF)), run.end())
    elif text.startswith("零", at):
        whole = _Reading(Decimal(0), at + 1)
    else:
        words = _words(text, at)
        if words is None:
            return None
        whole = words
    point = _FRACTION.match(text, whole.end)
    if point is None:
        return whole
    value = Decimal(f"{plain(whole.value)}.{point[1].translate(_ARABIC_OF)}")
    scale = _SCALE.match(text, point.end())
    if scale is None:
        return _Reading(value, point.end())
    return _Reading(scaled(value, scale[0]), scale.end())


def _words(text: str, at: int) -> _Reading | None:
    """A numeral with 十, 百, 千, 万, 亿; 一万二 is 12000, but 一百二三十 begins with 一百 only."""
    above, myriads, unit, end = 0, 0, 0, at
    while group := _group(text, end + (unit > 0 and text.startswith("零", end))):
        value, stop = group
        mark = text[stop : stop + 1]
        if mark == "万" and unit != 4:
            myriads, unit, end = value * 10**4, 4, stop + 1
            if text.startswith("亿", end) and not above:
                above, myriads, unit, end = myriads * 10**8, 0, 8, end + 1
        elif mark == "亿" and not above:
            above, myriads, unit, end = (myriads + value) * 10**8, 0, 8, stop + 1
        elif mark in ("万", "亿"):
            break
        elif unit and stop == end + 1 and _digit(text, end):
            if _digit(text, stop):
                break
            return _Reading(Decimal(above + myriads + value * 10 ** (unit - 1)), stop)
        else:
            return _Reading(Decimal(above + myriads + value), stop)
    return _Reading(Decimal(above + myriads), end) if unit else None


def _group(text: str, at: int) -> tuple[int, int] | None:
    """A number below ten thousand, with its end; 三千五 is 3500."""
    value, power, end = 0, 4, at
    while end < len(text):
        start = end + (value > 0 and text[end] == "零")
        if text.startswith("十", start) and power > 1:
            value, power, end = value + 10, 1, start + 1
            continue
        digit = _digit(text, start)
        place = _POWERS.get(text[start + 1 : start + 2], 0)
        if 0 < place < power and digit:
            value, power, end = value + digit * 10**place, place, start + 2
            continue
        short = start == end and 1 < power < 4
        if digit and not (1 <= place <= 3) and not (short and (place or _digit(text, start + 1))):
            value, end = value + digit * 10 ** (power - 1 if short else 0), start + 1
        break
    return (value, end) if value else None


def _digit(text: str, at: int) -> int:
    """The value of the Chinese digit there, or 0; 零 is no digit in words."""
    char = text[at : at + 1]
    return 2 if char == "两" else max(_DIGITS.find(char), 0) if char else 0


def _shifted(value: Decimal, power: int) -> Decimal:
    """The value times a power of ten, without an exponent."""
    return Decimal(plain(_EXACT.scaleb(value, power)))
