"""What is sought among the members of a list is sought among all of them, and shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from operator import ge, gt, le, lt

from assistant.proof.asking import Asking
from assistant.proof.faults import Fault
from assistant.proof.figures import figures_in

OVER = "超过|多于|高于|大于|超出"


UNDER = "不足|不到|没到|少于|低于|小于"


AT_LEAST = "不低于|不少于|不小于|至少|达到"


AT_MOST = "不超过|不高于|不多于|不大于|没超过|没有超过"


LIMIT = f"(?P<limit>{AT_MOST}|{AT_LEAST}|{OVER}|{UNDER})"


CONDITION = re.compile(
    f"{LIMIT}?(?P<number>[0-9][0-9,.]*[万亿]?|[一二三四五六七八九两十百千万]{{2,}})"
    "(?P<unit>[项件条次个宗册元人篇期份家名户%])?(?P<after>以上|以下|以内)?"
)


HOLDS: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    **dict.fromkeys(OVER.split("|"), gt),
    **dict.fromkeys(UNDER.split("|"), lt),
    **dict.fromkeys((*AT_LEAST.split("|"), "以上"), ge),
    **dict.fromkeys((*AT_MOST.split("|"), "以下", "以内"), le),
}


WHICH = re.compile("几个|多少个|哪些|哪几")


LISTED = re.compile("[共有](?P<count>[0-9]+)个：")


TO_THE_MEAN = re.compile(f"{LIMIT}(?:各[^，,]{{0,6}})?(?:平均[数值]?|均值)")


SUPPOSED = re.compile("假如|假设|假定|如果|要是|倘若")


ALL_OF_THEM = re.compile("都|每个|各个?[县市区镇乡]")


EACH = re.compile("各[类种项县市区地家](?:[^，,。；;和与]{0,6})(?:分别|各)(?:是|有|为)?(?:多少|几)")


NOT_EACH = re.compile("共|合计|总|最|平均|第|每")


# 连州市669项, in the sentence of what is cited.
MEMBER = re.compile(
    "(?<![一-龥])(?:其中|是)?(?P<name>[一-龥]{1,6}(?P<class>[县市区镇乡]))(?P<number>[0-9][0-9,.]*)"
)


# 连山县740项，连州市669项，连山县更多。
LARGER = re.compile("(?:^|[，：；\\n])(?P<names>[^，；：。\\n]+?)更(?P<way>[多少高低大小])。")


SIDE = re.compile(
    "(?:^|[，：；])(?P<name>[^，：；。]*?[^，：；。0-9.])(?P<number>[0-9][0-9,.]*[万亿]?)"
)


WAY = re.compile("(?:[谁个更比项家里]|最)(?P<way>[多少高低大小])(?!少)")


IN_ORDER = re.compile("[从由](?P<from>[高多大低少小])[到至][高多大低少小]")


# The classes that a question names: 县市区 are all three, 县 is one.
CLASSES = re.compile(
    "县(?:[（(]?[、]?市[、]?区[）)]?|区)|县市|市县区|区县|(?<![一-龥])[县区镇乡]|(?<=[的个各哪])[县区镇乡]"
)


def member_faults(asking: Asking) -> Iterator[Fault]:
    """Where a choice among members, or what is supposed of one, was not made."""
    for check in (
        _chosen,
        _complete,
        _supposed,
        _every,
        _extreme,
        _larger,
        _order,
        _excluded,
        _each,
    ):
        yield from check(asking)


def _chosen(asking: Asking) -> Iterator[Fault]:
    """Which or how many meet a condition is told by naming or counting them."""
    if asking.answer["polarity"]:
        return
    limit = re.search(LIMIT, asking.question)
    told = LISTED.search(asking.text) or re.search("没有|最|0个|都", asking.text)
    mean = TO_THE_MEAN.search(asking.question)
    chooses = limit and WHICH.search(asking.question[limit.start() :])
    if not told and asking.operators & {"average", "remainder"} and (chooses or mean):
        found = mean or limit
        if found:
            yield Fault("word", f"问的“{found[0]}”没有算出来")


def _complete(asking: Asking) -> Iterator[Fault]:
    """What is listed meets the condition, and what meets it is listed."""
    listed = LISTED.search(asking.text)
    found = [*CONDITION.finditer(asking.question)]
    found = [m for m in found if m["limit"] or m["after"]]
    if not listed or len(found) != 1 or "相差" in asking.question or "倒数" in asking.question:
        return
    limits, holds = figures_in(found[0]["number"]), HOLDS[found[0]["after"] or found[0]["limit"]]
    if len(limits) != 1 or re.search("介于|之间|但|且|到.{0,4}[0-9]", asking.question):
        return
    values = _member_values(asking, listed["count"])
    if not all(holds(value, limits[0].full) for value in values):
        yield Fault("asked", f"列出的不都合“{found[0][0]}”")
    apart = re.search("除|以外|之外|不算|不含", asking.question)
    if not apart and (found[0]["limit"] or "") in AT_LEAST.split("|"):
        missing = [m for m, v in _members(asking).items() if holds(v, limits[0].full)]
        wanted = _class(asking)
        missing = [m for m in missing if m[-1] in wanted and m[:-1] not in asking.text]
        if missing and wanted:
            yield Fault("asked", f"“{missing[0]}”也合“{found[0][0]}”，没有列出")


def _member_values(asking: Asking, count: str) -> list[Fraction]:
    """The values of the members; how many they are is no member."""
    texts = [v["text"] for v in asking.answer["values"] if v["text"] != f"{count}个"]
    return [figures[0].full for text in texts if (figures := figures_in(text))]


def _members(asking: Asking) -> dict[str, Fraction]:
    """The places that the sentence of a citation lists, with their figures."""
    found = {}
    for evidence in asking.evidence:
        for member in MEMBER.finditer(evidence.text, *evidence.sentence):
            figures = figures_in(member["number"].rstrip(",."))
            found[member["name"]] = figures[0].full
    return found


def _class(asking: Asking) -> str:
    """The endings of the places among which is asked; none where the question does not say."""
    named = CLASSES.search(asking.question)
    if not named:
        return ""
    return "".join(c for c in "县市区镇乡" if c in named[0]) or ""


def _supposed(asking: Asking) -> Iterator[Fault]:
    """What is supposed enters the reckoning."""
    supposed = SUPPOSED.search(asking.question)
    if not supposed:
        return
    done = asking.answer["computation"]
    used = {n for t in (asking.text, done["expression"] if done else "") for f in figures_in(t)
            for n in (f.number, f.full)}  # fmt: skip
    for figure in asking.figures:
        amount = any(figure.rest.startswith(unit) for unit in asking.words.units)
        if figure.start > supposed.start() and amount and not {figure.number, figure.full} & used:
            shown = asking.question[figure.start : figure.end + 1]
            yield Fault("word", f"假设的“{shown}”没有用上")


def _each(asking: Asking) -> Iterator[Fault]:
    """One figure is none for each of several."""
    answer = asking.answer
    if len(answer["values"]) == 1 and not answer["computation"] and not answer["polarity"]:
        each = EACH.search(asking.question)
        told = re.search("最|第|依次|每", asking.text)
        if each and not told and not NOT_EACH.search(asking.question):
            yield Fault("asked", f"问的是“{each[0]}”，只答了一个数")


def _every(asking: Asking) -> Iterator[Fault]:
    """That there are some is no yes to whether it is all of them."""
    if asking.answer["polarity"] == "yes" and ALL_OF_THEM.search(asking.question):
        some = re.match("有，共(?P<count>[0-9]+)个：", asking.text)
        if some and "有没有" not in asking.question and not re.search("哪", asking.question):
            yield Fault("polarity", f"问的是不是都这样，答的是有{some['count']}个")


def _extreme(asking: Asking) -> Iterator[Fault]:
    """The most of the places of a list is the most of them all."""
    found = re.search("(?P<name>[一-龥]{1,6}[县区镇乡])最(?P<way>[多少])", asking.text)
    members = {n: v for n, v in _members(asking).items() if n[-1] in (_class(asking) or "-")}
    excluded = re.search("除|不算|不含|以外|之外|前面|上面|超过|不到|少于|多于|、", asking.question)
    if not found or found["name"] not in members or excluded:
        return
    best = max(members.values()) if found["way"] == "多" else min(members.values())
    if members[found["name"]] != best:
        yield Fault("asked", f"“{found['name']}”不是最{found['way']}的")


def _larger(asking: Asking) -> Iterator[Fault]:
    """Of two that are held together the larger is called so, and what was asked for is told."""
    found = LARGER.search(asking.text)
    if not found:
        return
    sides = {
        side["name"]: figures_in(side["number"])[0].full
        for side in SIDE.finditer(asking.text[: found.start("names")])
    }
    named = [size for name, size in sides.items() if name.endswith(found["names"])]
    named = named or [sides[n] for n in found["names"].split("、") if n in sides]
    pick = max if found["way"] in "多高大" else min
    if len(sides) > 1 and (not named or named[0] != pick(sides.values())):
        yield Fault("asked", f"“{found['names']}”不是更{found['way']}的")
    ways = {way in "多高大" for way in WAY.findall(asking.question)}
    if len(ways) == 1 and (found["way"] in "多高大") not in ways:
        yield Fault("asked", f"没有问谁更{found['way']}")


def _order(asking: Asking) -> Iterator[Fault]:
    """What is to be put in order stands in that order."""
    found = IN_ORDER.search(asking.question)
    sizes = [
        figures[0].full
        for value in asking.answer["values"]
        if (figures := figures_in(value["text"]))
    ]
    if not found or len(sizes) < 3 or asking.answer["polarity"]:
        return
    if sizes != sorted(sizes, reverse=found["from"] in "高多大"):
        yield Fault("asked", f"没有按“{found[0]}”排")


def _excluded(asking: Asking) -> Iterator[Fault]:
    """What is left out of the account is not in it."""
    apart = re.search(
        "(?:除了?|不算|不含|去掉)?(?P<names>[一-龥、]{2,20}?)(?:以外|之外|除外)", asking.question
    )
    if not apart or not asking.operators or asking.operators - {"sum", "average", "count"}:
        return
    for said in re.split("[、和与及]", apart["names"]):
        name = re.sub("^.*(?:除了?|不算|不含|去掉|，|里|中)", "", said)
        if len(name) > 1 and re.search(f"{name}[0-9]", asking.quotes):
            yield Fault("word", f"“{name}”应当除外，却算在里面")
