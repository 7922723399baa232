"""Holds an answer object against the reports, knowing nothing of the engine that gave it.

Every citation is cut again out of the hashed source, every computation done again in fractions, and
every value and every figure of the text found again in what is cited, computed or asked.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import prod
from pathlib import Path
from typing import Any, NoReturn

KINDS = {
    "shape": "格式不合约定",
    "status": "状态不合约定",
    "report": "没有这份报告",
    "source": "报告原文被改动",
    "quote": "引文与原文不符",
    "section": "出处的位置不符",
    "operands": "参与计算的数字没有出处",
    "computation": "计算有误",
    "rounding": "舍入有误",
    "value": "数字没有依据",
    "unit": "单位不符",
    "bound": "约数不符",
    "text": "文字与出处不符",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold: its kind, of `KINDS`, and what exactly, in Chinese."""

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Source:
    """A report's text as it is now, and the digest that it had when it was compiled."""

    text: str
    digest: str
    title: str = ""


class Unreadable(ValueError):
    """What should be checked, or checked against, cannot be read; the message says where and why."""


def check(
    answer: Mapping[str, Any], sources: Mapping[str, Source], history: Sequence[str] | None = None
) -> tuple[Fault, ...]:
    """Everything in an answer object that does not hold; nothing where all holds.

    `history` are the earlier questions of the conversation; without it, what the answer says that
    it carried over is taken as asked.
    """
    misshapen = tuple(_misshapen(answer, ANSWER, "答案"))
    return misshapen or tuple(dict.fromkeys(_Case(answer, sources, history).faults()))


# --------------------------------------------------------------------------- reports and answers


def knowledge_folder() -> Path:
    """Where the reports are: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "_knowledge"
    return installed if installed.is_dir() else package.parent / "knowledge"


def read_sources(folder: Path) -> dict[str, Source]:
    """The source of every report under a knowledge folder, by the report's id."""
    found = {}
    for path in sorted(folder.glob("reports/*/report.json")):
        try:
            card = json.loads(path.read_bytes())
            text = path.with_name("source.txt").read_bytes().decode("utf-8")
            found[str(card["id"])] = Source(text, str(card["digest"]), str(card["title"]))
        except (ValueError, KeyError, TypeError, RecursionError):
            raise Unreadable(f"{path}: 读不懂，请重新运行 gongkai compile") from None
    return found


def read_answers(data: bytes) -> list[tuple[str, Mapping[str, Any]]]:
    """The answer objects of a file, each with its place: one, an array of them, or one a line."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise Unreadable("不是 UTF-8 文字，请转换编码后再试") from None
    try:
        whole = _json(text)
    except (ValueError, RecursionError):
        rows = [(f"第{at}行", _line(line, at)) for at, line in enumerate(text.split("\n"), 1)
                if line.strip()]  # fmt: skip
    else:
        rows = [(f"第{at}个", item) for at, item in enumerate(whole, 1)] if isinstance(
            whole, list) else [("第1行", whole)]  # fmt: skip
    if not rows:
        raise Unreadable("没有答案，请写入 gongkai ask --json 的输出")
    for place, row in rows:
        if not isinstance(row, dict):
            raise Unreadable(f"{place}不是答案对象，请写入 gongkai ask --json 的输出")
    return rows


def _line(line: str, number: int) -> Any:
    try:
        return _json(line)
    except (ValueError, RecursionError):
        raise Unreadable(f"第{number}行不是有效的 JSON，请写入 gongkai ask --json 的输出") from None


def _json(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_each_key_once, parse_constant=_no_constant)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) < len(pairs):
        raise ValueError("a key stands twice")
    return row


# --------------------------------------------------------------------------- the contract

TEXT, NUMBER, MAYBE, NAME = str, int, str | None, str | int | float
CITATION = {
    **dict.fromkeys(("report", "title", "section", "quote"), TEXT),
    **dict.fromkeys(("start", "end"), NUMBER),
}
VALUE = dict.fromkeys(("value", "unit", "bound", "text"), TEXT)
COMPUTATION = {"operator": TEXT, "expression": TEXT, "operands": [TEXT]}
ANSWER: Mapping[str, Any] = {
    **dict.fromkeys(("question", "status", "text"), TEXT),
    "values": [VALUE],
    "polarity": MAYBE,
    "citations": [CITATION],
    "computation": COMPUTATION,
    "reason": MAYBE,
    "suggestions": [TEXT],
    "id": NAME,
}
CALLED = {TEXT: "文字", NUMBER: "整数", MAYBE: "文字或 null", NAME: "文字或数字"}
STATUSES = ("answered", "clarify", "unanswered", "chat")
# The bounds of values, by which way they leave a figure open.
BOUNDS = {
    "exact": "",
    **{"more": "以上", "at_least": "以上"},
    **{"at_most": "以下", "less": "以下", "about": "左右"},
}


def _misshapen(value: object, wanted: Any, name: str) -> Iterator[Fault]:
    """Exactly the keys of the contract, each with what belongs there."""
    if isinstance(wanted, Mapping):
        if wanted is COMPUTATION and value is None:
            return
        if not isinstance(value, Mapping):
            yield Fault("shape", f"{name}应当是对象")
            return
        yield from (Fault("shape", f"{name}缺少“{key}”") for key in wanted if key not in value)
        yield from (Fault("shape", f"{name}多了“{key}”") for key in value if key not in wanted)
        for key in (key for key in wanted if key in value):
            yield from _misshapen(value[key], wanted[key], f"{name}的“{key}”")
    elif isinstance(wanted, list):
        if not isinstance(value, list):
            yield Fault("shape", f"{name}应当是列表")
            return
        for at, item in enumerate(value, 1):
            yield from _misshapen(item, wanted[0], f"{name}第{at}个")
    elif not isinstance(value, wanted) or isinstance(value, bool):
        yield Fault("shape", f"{name}应当是{CALLED[wanted]}")


# --------------------------------------------------------------------------- figures in a text

DIGITS = "零一二三四五六七八九"
POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
# Other ways to write the same characters, one for one, so that places stay.
FOLDED = str.maketrans("０１２３４５６７８９．％﹪〇○萬億兩", "0123456789.%%零零万亿两")
# No number of a report is longer than this.
LONGEST = 40
GROUPED = "[1-9][0-9]{0,2}(?:,[0-9]{3}){1,9}(?![0-9])"
DIGITS_RUN = f"[0-9]{{1,{LONGEST}}}"
ARABIC = rf"(?:{GROUPED}|{DIGITS_RUN})(?:\.{DIGITS_RUN})?"
SCALE = "(?:[十百千]?(?:万亿?|亿)|千|百(?!分))"
SPELT = f"[{DIGITS}两十百千万亿]+(?:点[{DIGITS}]+[万亿]?)?"
FIGURE = re.compile(
    f"(百分之)?(?:(?P<arabic>{ARABIC})(?P<scale>{SCALE})?|(?P<spelt>{SPELT}))(?P<sign>%)?"
)
UNIT_SCALE = re.compile(SCALE)
PLAIN_NUMBER = re.compile(rf"-?(?:0|[1-9][0-9]{{0,{LONGEST}}})(?:\.[0-9]{{1,{LONGEST}}})?")
# What makes a figure approximate, before it, between number and unit, and behind the unit.
ABOUT = {"约", "大约", "约为", "近", "将近", "左右", "上下", "来"}
BELOW = {"不足", "最多", "至多", "不超过", "以下", "以内"}
BEFORE = re.compile(
    "(?:大约|约为|(?<![公合条预节])约|将近|(?<![最附临邻])近|不超过|超过?|逾|不足|不[少低]于|至少|[最至]多)$"
)
INSIDE = re.compile("多|余|几|来(?![自信源访])")
AFTER = re.compile("以上|以下|以内|左右|上下|有余|余|多")
AFTER_ANY_UNIT = re.compile(
    "[一-龥㎡]{0,2}?(?:[(（][一-龥]{1,3}[)）])?(?P<word>以上|以下|以内|左右|上下)"
)
HAN = re.compile("[一-龥]")
TABLE_UNIT = re.compile("单位[:：]([^\\s()（）|]+)")
NAME_BEFORE = re.compile("[一-龥]{0,8}$")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number at `start:end` of a text, with its 万 or 亿 and its percent sign."""

    number: Fraction
    scale: int
    percent: bool
    start: int
    end: int
    text: str
    spelt: str = ""
    report: str = ""

    @property
    def full(self) -> Fraction:
        """The number with its scale."""
        return self.number * self.scale

    @property
    def inside(self) -> str:
        """多 or 余 between the number and its unit."""
        found = INSIDE.match(self.text, self.end)
        return found[0] if found else ""

    @property
    def rest(self) -> str:
        """What follows the number, from its unit on."""
        at = self.end + len(self.inside)
        return self.text[at : at + 16]

    @property
    def bare(self) -> bool:
        """Does no unit follow, as in a cell of a table?"""
        return not self.percent and not HAN.match(self.rest)

    @property
    def unit_of_table(self) -> str:
        """The unit in the head of the table, where it is the cell of one."""
        units = TABLE_UNIT.findall(self.text, 0, self.start) if self.bare else []
        return str(units[-1]) if units else ""

    @property
    def whole_end(self) -> int:
        """Where its unit has begun, and a bound behind that is over."""
        bound = AFTER_ANY_UNIT.match(self.rest)
        unit = 0 if self.percent or self.bare else 1
        return self.end + len(self.inside) + (bound.end() if bound else unit)

    @property
    def name(self) -> str:
        """The words right before it."""
        found = NAME_BEFORE.search(self.text[max(0, self.start - 8) : self.start])
        return found[0] if found else ""

    def bound(self, unit: str = "") -> str:
        """Which way it is open: 以上, 以下, 左右, or not at all."""
        if unit and self.rest.startswith(unit):
            after = AFTER.match(self.rest, len(unit))
            word = after[0] if after else ""
        else:
            after = AFTER_ANY_UNIT.match(self.rest)
            word = after["word"] if after else ""
        before = BEFORE.search(self.text[max(0, self.start - 4) : self.start])
        return _way(word or self.inside or (before[0] if before else ""))


def _way(word: str) -> str:
    return ("左右" if word in ABOUT else "以下" if word in BELOW else "以上") if word else ""


@lru_cache(maxsize=64)
def _figures(text: str) -> tuple[_Figure, ...]:
    """Every number of a text, in digits and in words."""
    folded = text.translate(FOLDED)
    found = []
    for match in FIGURE.finditer(folded):
        arabic, spelt = match["arabic"], match["spelt"]
        number = _spelt(spelt) if spelt else Fraction(Decimal(arabic.replace(",", "")))
        if number is None:
            continue
        scale, percent = _power(match["scale"]), bool(match[1] or match["sign"])
        found.append(_Figure(number, scale, percent, *match.span(), folded, spelt or ""))
    return tuple(found)


def _power(scale: str | None) -> int:
    return prod(POWERS[char] for char in scale or "")


def _spelt(words: str) -> Fraction | None:
    """A number in Chinese words: 三百, 十二, 一百二十二点零三万, 二〇一三; None where it is none."""
    whole, _, rest = words.partition("点")
    if whole[0] in "百千万亿":
        return None
    if not set(whole) & set(POWERS):
        value = Fraction(int("".join(str(_digit(char)) for char in whole[:LONGEST])))
    else:
        value = Fraction(_in_places(whole))
    scale = rest[-1:] if rest[-1:] in POWERS else ""
    places = rest.removesuffix(scale)
    if places:
        value += Fraction(Decimal("0." + "".join(str(_digit(char)) for char in places)))
    return value * _power(scale)


def _in_places(words: str) -> int:
    total = section = digit = 0
    before, last = "", 1
    for char in words:
        power = POWERS.get(char, 0)
        if not power:
            digit = _digit(char)
        elif power < 10_000:
            section, digit, last = section + (digit or 1) * power, 0, power
        elif power == 10_000:
            total, section, digit, last = total + (section + digit) * power, 0, 0, power
        else:
            total, section, digit, last = (total + section + digit) * power, 0, 0, power
        shortened = bool(digit) and before in POWERS and last > 10
        before = char
    return total + section + (digit * last // 10 if shortened else digit)


def _digit(char: str) -> int:
    return 2 if char == "两" else DIGITS.index(char)


# --------------------------------------------------------------------------- formulas

TOKEN = re.compile(
    rf"\s*(?:(?P<number>{ARABIC})(?P<unit>%|[一-龥㎡]+(?:[(（][一-龥]+[)）])?)?|(?P<sign>[+−×÷()=≈]))"
)
# How many of a word a year has, which a question need not say (平均每月).
IN_A_YEAR = {"月": 12, "季": 4}
# Longer formulas are none, and brackets are not deeper.
LENGTH, DEPTH = 2000, 20
# More figures than this go into no computation.
MANY = 200
# The signs that a computation of this name may use; others may use any.
SIGNS = {
    "sum": "+",
    "remainder": "−",
    "compare": "−÷",
    "average": "+÷",
    "share": "+÷×",
    "convert": "",
}


@dataclass(frozen=True, slots=True)
class _Term:
    """A number of a formula with what is written behind it."""

    number: Fraction
    scale: int = 1
    unit: str = ""

    @property
    def written(self) -> Fraction:
        """The number with its 万, a percentage still in hundredths."""
        return self.number * self.scale

    @property
    def factor(self) -> Fraction:
        """What one of its unit is worth."""
        return Fraction(1, 100) if self.unit == "%" else Fraction(self.scale)


@dataclass(frozen=True, slots=True)
class _Equation:
    """A formula with what it claims to come to; `terms` are the numbers on its left."""

    text: str
    left: Fraction
    sign: str
    result: _Term
    terms: tuple[_Term, ...]
    signs: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Count:
    """`阳山县、连山县 → 2`: how many are named."""

    text: str
    names: tuple[str, ...]
    number: Fraction


def _formula(text: str) -> _Equation | _Count:
    """One formula of a computation; `ValueError` where it is none."""
    names, arrow, number = text.partition(" → ")
    if not arrow:
        return _Formula(text).equation(text)
    if not PLAIN_NUMBER.fullmatch(number):
        raise ValueError(text)
    return _Count(text, tuple(names.split("、")), Fraction(Decimal(number)))


class _Formula:
    """Reads `(525 + 511) ÷ 6211 × 100% ≈ 16.68%`; `ValueError` where it is no such formula."""

    def __init__(self, text: str) -> None:
        self.tokens: list[_Term | str] = []
        self.terms: list[_Term] = []
        at, end = 0, len(text.rstrip())
        if end > LENGTH:
            raise ValueError("too long")
        while at < end:
            found = TOKEN.match(text, at)
            if found is None:
                raise ValueError(text)
            self.tokens.append(found["sign"] or _term(found["number"], found["unit"] or ""))
            at = found.end()

    def equation(self, text: str) -> _Equation:
        """The whole of it."""
        signs = frozenset(t for t in self.tokens if isinstance(t, str) and t in "+−×÷")
        left = self._sum(0)
        sign, *rest = self.tokens or [""]
        if sign not in ("=", "≈") or len(rest) != 1 or not isinstance(rest[0], _Term):
            raise ValueError(text)
        return _Equation(text, left, str(sign), rest[0], tuple(self.terms), signs)

    def _sum(self, depth: int) -> Fraction:
        value = self._product(depth)
        while sign := self._take("+−"):
            term = self._product(depth)
            value = value + term if sign == "+" else value - term
        return value

    def _product(self, depth: int) -> Fraction:
        value = self._atom(depth)
        while sign := self._take("×÷"):
            known = len(self.terms)
            factor = self._atom(depth)
            if sign == "×" and self.terms[known:] == [_Term(Fraction(100), 1, "%")]:
                del self.terms[known]
            if sign == "÷" and not factor:
                raise ValueError("nothing can be divided by zero")
            value = value * factor if sign == "×" else value / factor
        return value

    def _atom(self, depth: int) -> Fraction:
        if self._take("("):
            value = self._sum(depth + 1) if depth < DEPTH else None
            if value is None or not self._take(")"):
                raise ValueError("a bracket is not closed")
            return value
        term = self.tokens.pop(0) if self.tokens else ""
        if not isinstance(term, _Term):
            raise ValueError("a number is missing")
        self.terms.append(term)
        return term.number * term.factor

    def _take(self, signs: str) -> str:
        token = self.tokens[0] if self.tokens else ""
        if isinstance(token, str) and token and token in signs:
            del self.tokens[0]
            return token
        return ""


def _term(number: str, unit: str) -> _Term:
    scale = UNIT_SCALE.match(unit)
    base = unit[scale.end() :] if scale else unit
    power = _power(scale[0] if scale else "")
    return _Term(Fraction(Decimal(number.replace(",", ""))), power, base)


def _half_up(value: Fraction) -> Fraction:
    """To two decimals, a half away from zero."""
    cents = Fraction(int(abs(value) * 100 + Fraction(1, 2)), 100)
    return cents if value >= 0 else -cents


def _equation_faults(equation: _Equation, operator: str) -> Iterator[Fault]:
    exact = equation.left / equation.result.factor
    claimed, rounded = equation.result.number, _half_up(exact)
    if claimed != (exact if equation.sign == "=" else rounded):
        close = abs(exact - claimed) <= 1
        kind = "rounding" if close and (equation.sign == "≈" or claimed == rounded) else ""
        right = _decimal(rounded) + ("%" if equation.result.unit == "%" else "")
        yield Fault(kind or "computation", f"“{equation.text}”应得{right}")
    if not equation.signs <= set(SIGNS.get(operator, "+−×÷")):
        yield Fault("computation", f"“{equation.text}”不是“{operator}”的算式")
    units = {t.unit for t in equation.terms if t.unit not in ("", "%")}
    if equation.result.unit not in ("", "%") and units - {equation.result.unit}:
        yield Fault("unit", f"“{equation.text}”等号两边的单位不同")


def _decimal(number: Fraction) -> str:
    digits = f"{number.numerator * 100 // number.denominator:03d}"
    return f"{digits[:-2]}.{digits[-2:]}".rstrip("0").rstrip(".")


# --------------------------------------------------------------------------- computations


@dataclass(frozen=True, slots=True)
class _Operand:
    """An operand as given, with the cited figure that it is."""

    number: Fraction
    figure: _Figure

    def is_term(self, term: _Term) -> bool:
        """Is it this number of the formula, as stated or with its scale written out?"""
        if term.unit == "%" and not self.figure.percent:
            return False
        return term.written in (self.number, self.figure.full)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a formula comes to, and the cited figures that went into it."""

    operator: str
    figures: tuple[_Figure, ...]
    formula: _Equation | _Count

    @property
    def number(self) -> Fraction:
        """What it comes to, as written."""
        formula = self.formula
        return formula.number if isinstance(formula, _Count) else formula.result.number

    def has_unit(self, unit: _Unit) -> bool:
        """May the result have this unit?"""
        formula = self.formula
        if isinstance(formula, _Count):
            return unit.name == "个"
        if formula.result.unit:
            return (formula.result.scale, formula.result.unit) == (unit.scale, unit.base)
        if self.operator == "compare" and "÷" in formula.signs:
            return unit.name == "倍"
        first = self.figures[0] if self.figures else None
        if first is None or first.percent:
            return first is not None and unit.name == ("个百分点" if "−" in formula.signs else "%")
        # The formula counts in the scale of the figures, unless it writes them out.
        full = formula.terms[0].written in (first.full, sum(f.full for f in self.figures))
        return _unit_follows(first, unit.base) and unit.scale == (1 if full else first.scale)

    def has_bound(self, way: str) -> bool:
        """Is the result as open as what went into it?"""
        ways = [figure.bound() for figure in self.figures]
        if not any(ways):
            return way == "" or (self.operator, way) == ("estimate", "左右")
        added = isinstance(self.formula, _Equation) and self.formula.signs <= {"+"}
        # What is approximate behind − or ÷ opens the result the other way.
        return way in ways and way != "" if added or not any(ways[1:]) else way != ""

    @property
    def keeps_unit(self) -> bool:
        """Is it a plain difference, so in the unit of what went into it?"""
        counts = isinstance(self.formula, _Equation) and self.formula.signs == {"−"}
        return counts and bool(self.figures) and not self.figures[0].percent

    def support(self) -> _Figure:
        """The result as a figure, followed by the unit of the first that went into it."""
        if not self.figures:
            return _Figure(self.number, 1, False, 0, 0, "")
        first = self.figures[0]
        return _Figure(self.number, 1, False, first.end, first.end, first.text)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit taken apart: 万元 is 元, ten thousand of them."""

    name: str
    scale: int
    base: str

    @property
    def percent(self) -> bool:
        """Is it the percent sign?"""
        return self.base == "%"


def _unit(name: str) -> _Unit:
    scale = UNIT_SCALE.match(name)
    return _Unit(name, _power(scale[0]), name[scale.end() :]) if scale else _Unit(name, 1, name)


def _unit_follows(figure: _Figure, base: str) -> bool:
    """Is this the unit of the figure? A cell of a table does not say."""
    if base == "%" or figure.percent:
        return base == "%" and figure.percent
    return figure.bare or figure.rest.startswith(base)


def _match(choices: Sequence[Sequence[int]]) -> dict[int, int]:
    """The most of these that can each have one of its choices, no two the same: choice → taker."""
    taken: dict[int, int] = {}

    def place(taker: int, tried: set[int]) -> bool:
        for choice in choices[taker]:
            if choice not in tried:
                tried.add(choice)
                if choice not in taken or place(taken[choice], tried):
                    taken[choice] = taker
                    return True
        return False

    for taker in range(len(choices)):
        place(taker, set())
    return taken


def _accounts(
    formula: _Equation | _Count, operands: Sequence[_Operand], asked: Set[Fraction | int]
) -> bool:
    """Are the numbers of the formula just these operands, else their sum, their count, or asked?"""
    if isinstance(formula, _Count):
        return formula.number == len(operands)
    terms = formula.terms
    sums = {sum(o.number for o in operands), sum(o.figure.full for o in operands)}
    whole = next((t for t in terms if len(operands) > 1 and t.written in sums), None)
    if whole:
        others = [t.written for t in terms if t is not whole]
        if all(number == len(operands) or number in asked for number in others):
            return True
    choices = [[at for at, o in enumerate(operands) if o.is_term(term)] for term in terms]
    taken = _match(choices)
    left = [t.written for at, t in enumerate(terms) if at not in taken.values()]
    return len(taken) == len(operands) and all(number in asked for number in left)


def _share_out(
    formulas: Sequence[_Equation | _Count],
    operands: Sequence[_Operand],
    asked: Set[Fraction | int],
) -> list[Sequence[_Operand]] | None:
    """Which of the operands, in their order, each formula uses."""
    if len(formulas) == 1:
        return [operands] if _accounts(formulas[0], operands, asked) else None
    for size in range(1, len(operands)):
        if _accounts(formulas[0], operands[:size], asked):
            rest = _share_out(formulas[1:], operands[size:], asked)
            if rest is not None:
                return [operands[:size], *rest]
    return None


# --------------------------------------------------------------------------- an answer

LIST_MARK = re.compile(r"(?:^|(?<=[：；\n]))[ ]*(?P<number>[0-9]{1,3})\. ")
LISTED = re.compile("(?:共|分|有|是)(?P<number>[0-9]{1,4})个(?:部分|分项)?：(?P<list>[^\n。]*)")
PLACED = re.compile("在(?P<count>[0-9]{1,4})个中排(?P<last>倒数)?第(?P<place>[0-9]{1,4})位")
IN_ORDER = re.compile("依次是：(?P<list>[^\n。]*)")
CARRIED = re.compile("（承接上文，按“(?P<question>.*?)”理解。）", re.DOTALL)
REPAIRED = re.compile("（已按.*?理解。）", re.DOTALL)
TOO_LONG = re.compile("（(?P<length>[0-9]{1,9})个字），请在[0-9]{1,9}个字以内")
BAD_LINE = re.compile("第[0-9]+行")
QUOTED = re.compile("“[^“”]*”")
ASCENDING = re.compile("从低到高|从少到多|升序|倒数|最少|最低|由低到高|由少到多")
HEADINGS = (
    re.compile("[一二三四五六七八九十]+、"),
    re.compile("[(（][一二三四五六七八九十]+[)）]"),
)
REPORT_YEAR = re.compile("-(?P<year>[12][0-9]{3})$")


@dataclass(frozen=True, slots=True)
class _Support:
    """A figure that the text may state; without a unit or a bound where it may have any."""

    figure: _Figure
    cited: bool = False
    any_unit: bool = False
    any_bound: bool = False


class _Case:
    """One answer of the right shape, with what it is held against."""

    def __init__(
        self,
        answer: Mapping[str, Any],
        sources: Mapping[str, Source],
        history: Sequence[str] | None,
    ) -> None:
        self.answer = answer
        self.sources = sources
        self.text: str = answer["text"]
        self.answered = answer["status"] == "answered"
        self.carried = [found["question"] for found in CARRIED.finditer(self.text)]
        earlier = self.carried if history is None else list(history)
        questions = (answer["question"], *earlier)
        self.asked = [f for question in questions for f in _figures(question)]
        self.parts = {n for word, n in IN_A_YEAR.items() if any(word in q for q in questions)}
        self.outcomes: list[_Outcome] = []
        self.cited: list[_Figure] = []

    def faults(self) -> Iterator[Fault]:
        """Everything that does not hold."""
        yield from self._status()
        for citation in self.answer["citations"]:
            yield from self._citation(citation)
        if self.answer["computation"]:
            yield from self._computation(self.answer["computation"])
        for value in self.answer["values"]:
            yield from self._value(value)
        yield from self._text()

    # ----------------------------------------------------------------------- status

    def _status(self) -> Iterator[Fault]:
        answer = self.answer
        status, polarity, reason = answer["status"], answer["polarity"], answer["reason"]
        rules = (
            (status in STATUSES, f"没有“{status}”这种状态"),
            (bool(self.text.strip()), "答复没有文字"),
            (self.answered or not answer["values"], "没有作答，却给出了数字"),
            (self.answered or not answer["computation"], "没有作答，却给出了计算"),
            (self.answered or polarity is None, "没有作答，却判断了是非"),
            (not self.answered or bool(answer["citations"]), "作了回答，却没有出处"),
            (status != "unanswered" or bool(reason), "没有作答，却没有写明原因"),
            (status == "unanswered" or reason is None, "没有拒答，却写了拒答的原因"),
            (status != "clarify" or bool(answer["suggestions"]), "反问却没有可选的问题"),
            (polarity in (None, "yes", "no"), f"是非不能是“{polarity}”"),
            (polarity != "yes" or not self.text.startswith("不是"), "判断是“是”，文字却说不是"),
            (polarity != "no" or not self.text.startswith("是的"), "判断是“否”，文字却说是的"),
        )
        yield from (Fault("status", said) for holds, said in rules if not holds)

    # ----------------------------------------------------------------------- citations

    def _citation(self, citation: Mapping[str, Any]) -> Iterator[Fault]:
        report, quote, start, end = (citation[k] for k in ("report", "quote", "start", "end"))
        shown = _shown(quote)
        source = self.sources.get(report)
        if source is None:
            yield Fault("report", f"没有编号为“{report}”的报告")
            return
        if _digest(source.text) != source.digest:
            yield Fault("source", f"报告“{report}”的原文和编译时不同")
        if not quote or start < 0 or len(quote) != end - start or source.text[start:end] != quote:
            yield Fault("quote", f"{start}到{end}不是“{shown}”")
            self.cited += [replace(f, report=f"{report} {start}") for f in _figures(quote)]
            return
        inside = (f for f in _figures(source.text) if start <= f.start and f.whole_end <= end)
        self.cited += [replace(f, text=f.text[:end], report=report) for f in inside]
        if source.title and citation["title"] != source.title:
            yield Fault("section", f"“{shown}”的报告标题不对")
        if not _stands_under(citation["section"], start, source.text):
            yield Fault("section", f"“{shown}”不在“{_shown(citation['section'])}”里")

    # ----------------------------------------------------------------------- computation

    def _computation(self, computation: Mapping[str, Any]) -> Iterator[Fault]:
        """Several formulas stand apart by ；, and their operators too; they share out the operands."""
        text = computation["expression"]
        operands: list[_Operand] = []
        yield from self._operands(computation["operands"], operands)
        try:
            formulas = [_formula(part) for part in text.split("；")]
        except ValueError:
            yield Fault("computation", f"“{_shown(text)}”不是算式")
            return
        operators = computation["operator"].split("；")
        if len(operators) != len(formulas):
            operators = [computation["operator"]] * len(formulas)
        for formula, operator in zip(formulas, operators, strict=True):
            if isinstance(formula, _Equation):
                yield from _equation_faults(formula, operator)
            elif not self._names(formula.names, int(formula.number)):
                yield Fault("computation", f"“{_shown(formula.text)}”列出的不是{formula.number}个")
        shares = _share_out(formulas, operands, _numbers(self.asked) | self.parts)
        if shares is None or not operands:
            kind = "computation" if isinstance(formulas[0], _Count) else "operands"
            yield Fault(kind, f"“{_shown(text)}”里的数字不是所引的数字")
        for at, (formula, operator) in enumerate(zip(formulas, operators, strict=True)):
            figures = tuple(o.figure for o in (shares[at] if shares else operands))
            self.outcomes.append(_Outcome(operator, figures, formula))

    def _operands(self, given: Sequence[str], found: list[_Operand]) -> Iterator[Fault]:
        """Every operand is a figure of its own in the quotes."""
        figures = list({(f.report, f.start): f for f in self.cited}.values())
        read = [_figures(operand) for operand in given[:MANY]]
        choices = [
            [i for i, f in enumerate(figures) if len(r) == 1 and _is_operand(f, r[0])] for r in read
        ]
        taken = {taker: choice for choice, taker in _match(choices).items()}
        for at, operand in enumerate(given):
            if at in taken:
                found.append(_Operand(read[at][0].number, figures[taken[at]]))
            else:
                yield Fault("operands", f"出处里没有“{_shown(operand)}”")

    # ----------------------------------------------------------------------- values

    def _value(self, value: Mapping[str, str]) -> Iterator[Fault]:
        text, unit = value["text"], _unit(value["unit"])
        if value["bound"] not in BOUNDS:
            yield Fault("shape", f"约数不能是“{value['bound']}”")
            return
        if not PLAIN_NUMBER.fullmatch(value["value"]):
            yield Fault("value", f"“{_shown(value['value'])}”不是数字")
            return
        number, way = Fraction(Decimal(value["value"])), BOUNDS[value["bound"]]
        yield from _said_faults(text, number, unit, way)
        kinds = [*self._stated(number, unit, way), *self._computed(number, unit, way)]
        if "" in kinds:
            return
        kind = next((kind for kind in ("bound", "unit") if kind in kinds), "value")
        why = {
            "bound": f"“{_shown(text)}”的约数和出处不同",
            "unit": f"“{_shown(text)}”的单位和出处不同",
            "value": f"出处和计算里都没有“{_shown(text)}”",
        }
        yield Fault(kind, why[kind])

    def _stated(self, number: Fraction, unit: _Unit, way: str) -> Iterator[str]:
        """For every cited figure of this size what keeps it from being the value; nothing does: ""."""
        for figure in self.cited:
            in_head = figure.full == number and unit.name == figure.unit_of_table
            if figure.full != number * unit.scale and not in_head:
                continue
            if not _unit_follows(figure, unit.base):
                yield "unit"
            else:
                yield "" if figure.bound(unit.base) == way else "bound"

    def _computed(self, number: Fraction, unit: _Unit, way: str) -> Iterator[str]:
        for outcome in self.outcomes:
            if outcome.number == number:
                fits = outcome.has_unit(unit)
                yield "unit" if not fits else "" if outcome.has_bound(way) else "bound"

    # ----------------------------------------------------------------------- text

    def _text(self) -> Iterator[Fault]:
        text, faults = self._unsettled()
        yield from faults
        support = self._support()
        echoed = [match.span() for match in QUOTED.finditer(text)]
        for figure in _figures(text):
            if figure.spelt and (len(figure.spelt) < 2 or figure.full < 10):
                continue
            echo = any(start < figure.start < end for start, end in echoed)
            kind = self._unsupported(figure, support, echo or text[: figure.start].endswith("第"))
            if kind:
                end = figure.end + len(figure.inside) + 1
                yield Fault(kind, f"文字里的“{_shown(text[figure.start : end].strip())}”没有依据")
            elif not echo and self._is_of_another(figure):
                yield Fault("text", f"文字里的“{figure.name}”不是{_decimal(figure.number)}")

    def _unsettled(self) -> tuple[str, list[Fault]]:
        """The text without what is no figure or is checked here: marks, counts, places, formulas."""
        faults: list[Fault] = []
        text = CARRIED.sub(_blank, self.text)
        carried = [f for question in self.carried for f in _figures(question)]
        if carried:
            known = _numbers([*self.asked, *self._every_figure()])
            if any(f.full not in known and f.number not in known for f in carried):
                faults.append(Fault("text", f"承接的“{_shown(self.carried[0])}”里有没问过的数字"))
        text = REPAIRED.sub(_blank, text)
        computation = self.answer["computation"]
        for part in computation["expression"].split("；") if computation else ():
            text = text.replace(part, " " * len(part)) if part.strip() else text
        faults += self._miscounted(text)
        for pattern in (LISTED, PLACED):
            text = pattern.sub(_blank_numbers, text)
        if not self.answered:
            long = TOO_LONG.search(text)
            if long and int(long["length"]) == len(self.answer["question"]):
                text = TOO_LONG.sub(_blank, text)
            if self.answer["reason"] == "bad_input":
                text = BAD_LINE.sub(_blank, text)
        return _without_list_marks(text), faults

    def _miscounted(self, text: str) -> Iterator[Fault]:
        for found in LISTED.finditer(text):
            parts = re.split("；" if "；" in found["list"] else "、", found["list"])
            if not self._names(parts, int(found["number"])):
                yield Fault("text", f"文字列出的不是{found['number']}个")
        for found in PLACED.finditer(text):
            before = _figures(text[: found.start()])
            if not (before and self._is_placed(before[-1], found)):
                yield Fault("text", f"文字里的名次“{found[0]}”不对")
        for found in IN_ORDER.finditer(text):
            marked = LIST_MARK.sub("", "：" + found["list"])
            sizes = [f.full for f in _figures(marked) if not f.spelt]
            if sizes not in (sorted(sizes), sorted(sizes, reverse=True)):
                yield Fault("text", "文字里的次序和数字的大小不符")

    def _names(self, parts: Sequence[str], count: int) -> bool:
        quotes = [citation["quote"] for citation in self.answer["citations"]]
        return _can_part(parts, count, quotes)

    def _is_placed(self, figure: _Figure, found: re.Match[str]) -> bool:
        peers = [f for f in self.cited if f.rest[:1] == figure.rest[:1]]
        sizes = {(f.report, f.start): f.full for f in peers}.values()
        count, place = int(found["count"]), int(found["place"])
        above = 1 + sum(size > figure.full for size in sizes)
        below = 1 + sum(size < figure.full for size in sizes)
        either = ASCENDING.search(self.answer["question"]) is not None
        places = {below} if found["last"] else {above, below} if either else {above}
        if "\n" in self.text:
            return count <= len(sizes) and place <= max(places)
        return count == len(sizes) and place in places

    def _support(self) -> list[_Support]:
        """Every figure that the text may state."""
        asked = [_Support(f, any_unit=True, any_bound=True) for f in self.asked]
        if not self.answered:
            return asked + [_Support(f) for f in self._every_figure()]
        headings = {c[k] for c in self.answer["citations"] for k in ("title", "section")}
        found = [_Support(f, cited=True) for f in self.cited]
        found += [_Support(f) for text in headings for f in _figures(text) if not f.spelt]
        found += [
            _Support(f, cited=True) for v in self.answer["values"] for f in _figures(v["text"])
        ]
        for outcome in self.outcomes:
            free = not outcome.keeps_unit
            found.append(_Support(outcome.support(), any_unit=free, any_bound=True))
        return asked + found

    def _every_figure(self) -> Iterator[_Figure]:
        for identity, source in self.sources.items():
            yield from _figures(source.text)
            year = REPORT_YEAR.search(identity)
            yield from _figures(f"{year['year']}年" if year else "")

    def _unsupported(self, figure: _Figure, support: list[_Support], echo: bool) -> str:
        """What keeps a figure of the text from being supported; "" where nothing does."""
        same = [s for s in support if _same_size(figure, s.figure)]
        if not echo and any(s.cited for s in same):
            same = [s for s in same if not (s.any_unit and s.any_bound)]
        units = [s for s in same if s.any_unit or _same_unit(figure, s.figure)]
        if not units:
            return "unit" if same else "text"
        kept = any(s.any_bound or s.figure.bound() == figure.bound() for s in units)
        return "" if kept else "bound"

    def _is_of_another(self, figure: _Figure) -> bool:
        """Do the words before it stand before another figure in what is cited, and not before it?"""
        alike: dict[bool, int] = {True: 2, False: 0}
        for other in self.cited if self.answered else self._every_figure():
            same = _same_size(figure, other)
            alike[same] = max(alike[same], _overlap(figure.name, other.name))
        return alike[False] > alike[True]


def _said_faults(text: str, number: Fraction, unit: _Unit, way: str) -> Iterator[Fault]:
    """The text of a value says its number, its unit and its bound, and nothing else."""
    shown, found = _shown(text), _figures(text)
    if not found or found[0].full != number * unit.scale or found[0].percent != unit.percent:
        yield Fault("value", f"“{shown}”不是{_decimal(number)}{unit.name}")
        return
    figure = found[0]
    if not unit.percent and not figure.rest.startswith(unit.base):
        yield Fault("unit", f"“{shown}”的单位不是“{unit.name}”")
        return
    tail = figure.rest if unit.percent else figure.rest[len(unit.base) :]
    if AFTER.sub("", tail, count=1) or BEFORE.sub("", text[: figure.start]):
        yield Fault("value", f"“{shown}”里有多余的话")
    if figure.bound(unit.base if not unit.percent else "") != way:
        yield Fault("bound", f"“{shown}”的约数应当是“{way or '准确'}”")


@lru_cache(maxsize=64)
def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _stands_under(path: str, start: int, text: str) -> bool:
    """Is every heading of the path in the report before this place, with no other of its rank between?"""
    if not path:
        return not any(HEADINGS[0].match(line) for line in text[: start + 1].split("\n"))
    for title in path.split(" > "):
        pattern = r"\s*".join(map(re.escape, "".join(title.removesuffix("…").split())))
        found = list(re.compile(pattern).finditer(text, 0, start + len(title) + 8))
        heading = found[-1] if found else None
        if heading is None or heading.start() > start:
            return False
        rank = next((rank for rank in HEADINGS if rank.match(title)), None)
        between = text[heading.end() : start + 1].split("\n")[1:] if rank else []
        if any(rank and rank.match(line) and "|" not in line for line in between):
            return False
    return True


def _is_operand(figure: _Figure, operand: _Figure) -> bool:
    if operand.percent or not operand.bare:
        return figure.full == operand.full and _same_unit(operand, figure)
    return operand.number in (figure.number, figure.full)


def _same_size(figure: _Figure, other: _Figure) -> bool:
    return figure.full == other.full or (figure.bare and figure.full == other.number)


def _same_unit(figure: _Figure, other: _Figure) -> bool:
    """Does the same unit follow? A bare number may be any."""
    if figure.percent or other.percent:
        return figure.percent == other.percent or figure.bare
    return figure.bare or other.bare or figure.rest[0] == other.rest[0]


def _numbers(figures: Iterable[_Figure]) -> set[Fraction]:
    return {number for f in figures for number in (f.number, f.full)}


def _overlap(name: str, other: str) -> int:
    """How many characters two names end with alike."""
    size = 0
    while size < min(len(name), len(other)) and name[-1 - size] == other[-1 - size]:
        size += 1
    return size


def _can_part(parts: Sequence[str], count: int, quotes: Sequence[str]) -> bool:
    """Are these `count` names? A name may hold the comma itself, if it stands so in a quote."""
    if len(parts) > MANY:
        return len(parts) == count
    reached = {0: {0}}
    for end in range(1, len(parts) + 1):
        reached[end] = {
            many + 1
            for start in range(end)
            if start == end - 1 or any("、".join(parts[start:end]) in quote for quote in quotes)
            for many in reached[start]
        }
    return all(parts) and count in reached[len(parts)]


def _without_list_marks(text: str) -> str:
    """The text without the numbers of lists, as long as each list counts 1, 2, 3 …"""
    expected = {"line": 1, "inside": 1}
    pieces, at = [], 0
    for found in LIST_MARK.finditer(text):
        before = text[found.start() - 1 : found.start()]
        level = "inside" if before in ("：", "；") else "line"
        if before != "；":
            expected["inside"] = 1
        if found["number"] == str(expected[level]):
            pieces += [text[at : found.start("number")], " " * len(found["number"])]
            at = found.end("number")
            expected[level] += 1
    return "".join((*pieces, text[at:]))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _blank_numbers(found: re.Match[str]) -> str:
    spans = [
        found.span(name) for name in ("number", "count", "place") if name in found.re.groupindex
    ]
    text = found.string
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text[found.start() : found.end()]


def _shown(text: str) -> str:
    """The text in one short line."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:40] + "…"
