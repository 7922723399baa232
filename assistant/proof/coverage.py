"""Nothing that was asked goes unused: words, operators, numbers and years of the question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.proof.asking import Asking, years_in
from assistant.proof.extremes import has_extreme
from assistant.proof.faults import Fault
from assistant.proof.figures import Figure, figures_in
from assistant.proof.lists import Operator
from assistant.proof.terms import Equation
from assistant.proof.vocabulary import CONTENT, SETTINGS

# What is taken off the front of a word that is asked for with its opposite: 没办结.
NEGATED = re.compile("^(?:没有|没|未|不)(?=..)")


EXCLUDED = re.compile(
    "(?:除了?|除去|除开|不算|不含|不计|去掉|扣除|扣掉|刨去)(?P<what>[^，,。；;]{1,16})"
    "|(?P<before>[^，,。；;]{1,10}?)的?(?:不算|除外|不计|不含|以外|之外)"
)


ITEM = re.compile(
    "(?<![一-龥])(?:其中|是|有)?(?P<name>[一-龥]{2,6}?(?:市|县|区|镇|乡|街道))(?=[0-9０-９]+[,0-9０-９]*[一-龥])"
)


# Where one of several is found by holding them all together.
AMONG = re.compile(
    "最|相差|第[0-9一二三四五六七八九十]|共[0-9]+个：|依次|哪个.?[县市区镇乡]|哪些|谁"
)


# The place inside the place: 泗洪县|半城镇.
FINER = re.compile("[市县区](?P<place>[一-龥]{1,4}?(?:街道|[县区镇乡]))")


# So many places, of which one is sought.
MEMBERS = re.compile("个.{0,2}[县区市乡镇街地]")


PLACE_ENDING = re.compile("(?:街道|[市县区镇乡])$")


# A word as long as this may be misprinted in its middle.
LONG = 6


# What members are held against need not be shown itself.
STANDARD = re.compile(
    "(?:超过|多于|高于|大于|少于|低于|小于|不到|不足|不如|达到)(?P<what>[^，,。；;0-9的]{1,12})"
)


# What stands right before and right behind what is left out, or is a standard.
BEHIND = re.compile(
    "(?:除了?|除去|除开|不算|不含|不计|去掉|扣除|超过|[多高大少低小]于|不到|不足|不如|达到)[^，,。；;]{0,3}$"
)
AHEAD = re.compile("(?:[”、和与及][^，,。；;]{2,20}?)?[^，,。；;]{0,3}?(?:以外|之外|除外|外的)")


# Where the name of what is left out ends.
LEFT_OUT_END = re.compile("(?:以外|之外|外|的|后|，).*$")


# A mean that members are held against: 高于平均数的县.
TO_THE_MEAN = re.compile(
    "(?:超过|超出|[多高大少低小]于|不到|不足|达到|不及|未达)[^，,。；;]{0,8}?(?:平均|均值)"
)


FOLLOW_UP = re.compile("呢[？?。]*$")


UNUSED = re.compile("报告没有说明“([^”]*)”|没有找到“([^”]*)”|“([^”]*)”")


def coverage_faults(asking: Asking) -> Iterator[Fault]:
    """Every word, operator, number and year of the question that nothing accounts for."""
    for check in (_words, _kept, _operators, _numbers, _years):
        yield from check(asking)


def _words(asking: Asking) -> Iterator[Fault]:
    found = [*unexplained(asking, asking.question, asking.ground), *_items(asking)]
    # Of a question that was mended as many words may be none of its own.
    if len(found) > asking.repaired:
        yield from (Fault("word", f"问到的“{word}”没有依据") for word in dict.fromkeys(found))


def _items(asking: Asking) -> Iterator[str]:
    """What stands in a list of the report beside a figure of its own: 连州市669项."""
    if asking.asks("comparators") or AMONG.search(asking.question + asking.text):
        return
    spared = "".join(_excluded(asking.question))
    for text in {e.text for e in asking.evidence}:
        for name in items_of(text):
            short = PLACE_ENDING.sub("", name)
            word = short if len(short) > 1 else name
            if word in asking.question and word not in asking.ground and word not in spared:
                at = asking.question.index(word)
                finer = FINER.match(asking.question, at + len(word))
                if finer and finer["place"] in asking.ground:
                    continue
                if not _is_doubtful(asking, asking.question, at, word):
                    yield word


@lru_cache(maxsize=16)
def items_of(text: str) -> tuple[str, ...]:
    """The places and parts that a report lists with a figure each."""
    return tuple(dict.fromkeys(m["name"] for m in ITEM.finditer(text)))


def _kept(asking: Asking) -> Iterator[Fault]:
    """What a short question behind another leaves standing: 门户网站上的呢 is of the same thing."""
    asked = str(asking.answer["question"])
    if not asking.history or asking.carried or not FOLLOW_UP.search(asked):
        return
    own = [w for _, w in asking.words.cut(asked) if len(w) > 1]
    own = [w for w in own if asking.words.kinds(w) & CONTENT]
    if not own or not all(asking.words.kinds(w) <= SETTINGS for w in own):
        return
    before = asking.history[-1]
    for word in unexplained(asking, before, asking.ground):
        if not asking.words.kinds(word) & SETTINGS:
            yield Fault("word", f"前面问的“{word}”没有依据")


def unexplained(asking: Asking, question: str, ground: str) -> Iterator[str]:
    """The words of a question that this ground does not account for."""
    words, lists = asking.words, asking.lists
    free = {*lists.words["general"], *lists.words["changes"]}
    spared = "".join([*_excluded(question), *(m["what"] for m in STANDARD.finditer(question))])
    spared += "".join("".join(found) for found in UNUSED.findall(asking.text))
    cut = list(words.cut(question))
    for at, word in cut:
        kinds = words.kinds(word)
        if len(word) < 2 or not kinds or not kinds <= CONTENT or word in free or word in spared:
            continue
        if words.stands_in(ground, word, free):
            continue
        bare = next((word.removesuffix(g) for g in free if word.endswith(g)), word)
        if any(o.asked.fullmatch(word) for o in lists.operators) or _is_aside(question, at, word):
            continue
        if NEGATED.sub("", word) in ground or (len(bare) > 1 and bare in ground):
            continue
        # 清新区 is no 新区.
        inside = any(word in name and name in question for e in asking.evidence
                     for name in items_of(e.text) if name != word)  # fmt: skip
        misprinted = inside or (len(word) > LONG and word[:4] in ground and word[-2:] in ground)
        if misprinted or _is_doubtful(asking, question, at, word):
            continue
        yield word


def _is_doubtful(asking: Asking, question: str, at: int, word: str) -> bool:
    """Could the text be cut otherwise there: 几|回信|息, 连|南阳|山?"""
    known, end = asking.words.meanings, at + len(word)
    for start in range(max(0, at - 3), min(end, len(question))):
        for stop in range(start + 2, min(len(question), start + 6) + 1):
            crosses = start < at < stop < end or at < start < end < stop
            if crosses and question[start:stop] in known:
                return True
    sides = question[at - 1 : at + 1] if at else "", question[end - 1 : end + 1]
    return all(len(s) == 2 and s in asking.ground for s in sides)


def _is_aside(question: str, at: int, word: str) -> bool:
    """Is it what is left out of the account, or what members are held against?"""
    before, after = question[:at], question[at + len(word) :]
    return bool(BEHIND.search(before) or AHEAD.match(after))


def _operators(asking: Asking) -> Iterator[Fault]:
    for operator in asking.lists.operators:
        words = operator.asked.finditer(asking.question)
        found = next((m for m in words if not _is_cut_otherwise(asking, m)), None)
        if found and not _is_shown(asking, operator, found[0]):
            yield Fault("word", f"问的“{found[0]}”没有算出来")


def _is_cut_otherwise(asking: Asking, found: re.Match[str]) -> bool:
    """Does a word that is quoted reach over its end: 比|重点工作?"""
    over = asking.question[found.end() - 1 : found.end() + 2]
    return over in asking.quotes and found[0] not in asking.quotes


def _turned(asking: Asking) -> bool:
    """Was the one end asked for, and the other is told?"""
    ends = "最[多高大]", "最[少低小]"
    asked, told = (
        [bool(re.search(e, text)) for e in ends] for text in (asking.question, asking.text)
    )
    return asked.count(True) == told.count(True) == 1 and asked != told


def _is_shown(asking: Asking, operator: Operator, word: str) -> bool:
    equations = [f for f in asking.formulas if isinstance(f, Equation)]
    if operator.name == "sum" and any(e.has_sum for e in equations):
        return True
    if operator.name == "average" and (
        any(e.has_mean for e in equations) or TO_THE_MEAN.search(asking.question)
    ):
        return True
    if operator.name == "most" and _turned(asking):
        return False
    if operator.name == "most" and asking.operators and not has_extreme(asking, word):
        return False
    if operator.name == "most" and has_extreme(asking, word) and asking.answer["values"]:
        return True
    if operator.name == "most" and re.search("总数|总计|合计", asking.quotes):
        return "最" in asking.text or "第" in asking.text or bool(asking.answer["polarity"])
    if operator.computations & asking.operators:
        return True
    # What nothing but work can show is shown by work, or by the two that are held together.
    laborious = not operator.in_text and not operator.in_quotes
    if len(asking.evidence) > 1 if laborious else asking.answer["polarity"]:
        return True
    if any(word in asking.text for word in operator.in_text):
        return True
    spared = [LEFT_OUT_END.sub("", what) for what in _excluded(asking.question)]
    one_figure = len(asking.evidence) == 1 and asking.answer["values"]
    several = not one_figure or AMONG.search(asking.question + asking.text)
    if operator.name == "remainder" and several and not any(what in asking.text for what in spared):
        return True
    sections = "".join(e.section for e in asking.evidence)
    return any(word in asking.quotes + sections for word in operator.in_quotes)


def _excluded(question: str) -> list[str]:
    """What the question leaves out of the account."""
    return [m["what"] or m["before"] for m in EXCLUDED.finditer(question)]


def _numbers(asking: Asking) -> Iterator[Fault]:
    if asking.answer["polarity"] or asking.repaired or asking.asks("comparators"):
        return
    known = _known_numbers(asking)
    for figure in asking.figures:
        if _is_no_amount(asking, figure) or {figure.number, figure.full} & known:
            continue
        shown = asking.question[figure.start : figure.end + 1]
        yield Fault("word", f"问到的“{shown}”没有依据")


def _is_no_amount(asking: Asking, figure: Figure) -> bool:
    """Is it an ordinal, a year, a small number in words, or a number of decimals?"""
    before, rest = asking.question[: figure.start], figure.rest
    if figure.spelt and figure.full < 11:
        return True
    if MEMBERS.match(figure.rest) and AMONG.search(asking.question + asking.text):
        return True
    year = figure.scale == 1 and not figure.percent and 1900 <= figure.number <= 2100
    unit = any(rest.startswith(u) for u in asking.words.units)
    return year or before.endswith(("第", "表", "前")) or not (unit or figure.percent)


def _known_numbers(asking: Asking) -> set[object]:
    answer = asking.answer
    done = answer["computation"]
    texts = [asking.ground, asking.text, done["expression"] if done else ""]
    known: set[object] = {n for t in texts for f in figures_in(t) for n in (f.number, f.full)}
    known |= {len(answer["values"]), len(answer["citations"])}
    return known | ({len(done["operands"]), len(done["operands"]) - 1} if done else set())


def _years(asking: Asking) -> Iterator[Fault]:
    if asking.answer["polarity"] == "no":
        return
    known = years_in(asking.ground)
    if asking.lists.found("years", asking.quotes):
        known |= {str(int(year) - 1) for year in known}
    for year in sorted(asking.years - known):
        yield Fault("period", f"问的是{year}年，出处里没有")
