"""What a spreadsheet shows of a value: 0.9892 in the format 0.00% is read as 98.92%."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

# Marks of a format that show nothing: colours and conditions, the room of a character, what fills a cell.
UNSHOWN = re.compile(r"\[[^\]]*\]|_.|\*.")
NUMBER = re.compile(r'^((?:"[^"]*")*)(#?[#0,?]*0)(\.0+)?(%?)((?:"[^"]*"|[ 一-龥])*)$')
# A spreadsheet holds so many digits of a number; what is behind them is an accident of its binary form.
DIGITS = ".15g"


def shown(value: object, number_format: str) -> str:
    """The text of a cell.

    >>> shown(0.9892, "0.00%"), shown(1234, "#,##0"), shown(5, '0"件"'), shown(0.1 + 0.2, "General")
    ('98.92%', '1,234', '5件', '0.3')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return _day(value) if value.time() == time() else f"{_day(value)}{value:%H:%M}"
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, int | float):
        return _number(
            Decimal(value if isinstance(value, int) else format(value, DIGITS)), number_format
        )
    return str(value)


def _day(value: date) -> str:
    return f"{value.year}年{value.month}月{value.day}日"


def _number(value: Decimal, number_format: str) -> str:
    """The number in its format; as it is where the format is of another kind."""
    form = NUMBER.match(UNSHOWN.sub("", number_format.partition(";")[0]).replace("\\", ""))
    if form is None:
        return f"{value:f}"
    before, whole, point, percent, after = form.groups(default="")
    digits = Decimal(1).scaleb(-max(len(point) - 1, 0))
    rounded = (value * 100 if percent else value).quantize(digits, ROUND_HALF_UP)
    parted = "," if "," in whole else ""
    return f"{before}{rounded:{parted}f}{percent}{after}".replace('"', "")
