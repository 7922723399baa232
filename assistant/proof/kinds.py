"""The answer is of the kind that was asked: a unit, names, a cause, a figure at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.proof.asking import Asking
from assistant.proof.computations import read_unit
from assistant.proof.faults import Fault
from assistant.proof.figures import figures_in

# Which groups of units the plain 个 may stand for.
COUNTABLE = frozenset({"place", "person", "kind", "item", "household", "window", "case", "event"})


HOW_MANY = "(?:多少|(?<![好十哪第])几|几多|好多)"


MONEY = re.compile("多少(?:钱|费用|元|万元|经费)|几(?:块|元|万元|块钱)|花了?多少|花费多少")


PERCENT = re.compile("百分之(?:几|多少)|(?:比例|比率|占比)是?多少|百分比")


TIMES = re.compile("(?:几|多少)倍")


INTO = re.compile(
    "(?:换成|换算成|换算为|折合成?|折算成|折成|化成)(?P<unit>多少)?(?P<name>[百千]?[万亿]?元)"
)


SAME_AGAIN = re.compile("^(?P<one>[0-9][^即，。]*)即(?P=one)。")


ADDED = re.compile("加起来|加在一起|加一起|加一块儿?|合起来|相加|之和|总和")


ADDED_ALONE = re.compile(
    f"那?么?(?:它们|两[个者]|这些|都)?(?:{ADDED.pattern})(?:呢|是?(?:一共|总共)?(?:有)?多少.?)?[?？。]*"
)


# An item of a numbered list in a table, which has its sum elsewhere.
ITEM_ROW = re.compile(r"[| ]*[0-9]{1,2}[.．、]")


# A note on how it was counted, and what a figure was before it changed.
COUNTED_AS = re.compile("(?<![共总累合小预])(?:只|仅|按|均)?计[1一](?![0-9])[条件次个项宗]")


CHANGED_FROM = re.compile(
    "(?:由|从)[^，,。；;]{0,12}?(?P<old>[0-9][0-9,.]*)[^，,。；;0-9]{0,6}?[，,]?"
    "(?:增加|增长|提高|上升|扩大|扩充|下降|减少|降低|压缩|缩短|降|增|升)?[到至为]"
)


BEFORE_IT = (
    "原来",
    "原先",
    "之前",
    "以前",
    "上年",
    "去年",
    "从多少",
    "由多少",
    "变化",
    "从前",
    "本来",
)


WORDS = re.compile("哪些|什么|为何|为啥|怎[么样]|如何|谁")


FIGURES = re.compile("多少|几|数|率|比例|最|第|号|[0-9]|什么时候|文号|电话|邮编|哪年|钱|占")


SAYS = re.compile("共[0-9]+个：|更[多少高低大小]|指的是|依次|最|写道|写明|文号|[:：]")


MEMBERS = re.compile(
    "[0-9]+[位个名家项件宗起种类条][^，,。；;？?]{0,8}?(?:是|有|具体|分别|都)(?:是|有)?(?:哪些|谁|哪几)"
)


def kind_faults(asking: Asking) -> Iterator[Fault]:
    """Where what is answered is not of the kind that was asked."""
    for check in (
        _unit,
        _converted,
        _added,
        _figure,
        _names,
        _words,
        _cause,
        _note,
        _old,
    ):
        yield from check(asking)


def _unit(asking: Asking) -> Iterator[Fault]:
    values = asking.answer["values"]
    if not values or asking.answer["polarity"] or len(asking.carried) > 0:
        return
    # How many there are of a list counts its members, whatever they are called: 几类, 几家.
    if re.search("[共有][0-9]+个：", asking.text):
        return
    units = [read_unit(value["unit"]).base for value in values]
    wanted = _wanted(asking)
    if wanted and not any(_fits(asking, unit, wanted) for unit in units):
        name, _ = wanted
        yield Fault("asked", f"问的是“{name}”，答的是“{units[0] or '没有单位的数'}”")


def _wanted(asking: Asking) -> tuple[str, frozenset[str]] | None:
    """The one unit that the question asks for, and its groups."""
    question = asking.question
    special = ((TIMES, "倍", "倍"), (PERCENT, "百分之几", "percent"), (MONEY, "多少钱", "money"))
    found = [(m[0], frozenset({g})) for p, _, g in special if (m := p.search(question))]
    units = sorted(asking.words.units, key=len, reverse=True)
    pattern = f"{HOW_MANY}(?:[十百千]?[万亿])?(?P<unit>{'|'.join(map(re.escape, units))})"
    for match in re.finditer(pattern, question):
        name = match["unit"]
        groups = asking.words.units[name]
        if name in ("个", "多少") or not groups & {"money", "percent"}:
            found.append((name, COUNTABLE if name == "个" else groups))
    return found[0] if len(found) == 1 else None


def _fits(asking: Asking, unit: str, wanted: tuple[str, frozenset[str]]) -> bool:
    name, groups = wanted
    known = asking.words.units.get(unit, frozenset({unit}))
    if unit in (name, "") or known & groups:
        return True
    # What no group holds cannot be told apart: 多少份 of 120本, 几个 of 3批.
    return unit not in asking.words.units and not groups & {"percent", "money", "倍"}


def _converted(asking: Asking) -> Iterator[Fault]:
    into = INTO.search(asking.question)
    units = [value["unit"] for value in asking.answer["values"]]
    if into and units and not into["unit"] and into["name"] not in units:
        yield Fault("asked", f"要换成“{into['name']}”，答的是“{units[0]}”")
    if SAME_AGAIN.match(asking.text) and "convert" not in asking.operators:
        yield Fault("asked", "说是换算，却没有换")
    exact = re.search("多少元|几元", asking.question)
    rounded = asking.answer["computation"] and "≈" in asking.answer["computation"]["expression"]
    if (
        exact
        and rounded
        and "split" not in asking.operators
        and any(read_unit(unit).scale > 1 for unit in units)
    ):
        yield Fault("asked", f"问的是“元”，答的是舍入了的“{units[0]}”")


def _added(asking: Asking) -> Iterator[Fault]:
    """What is to be added up is added up, and is not one of what there is to add."""
    word = ADDED.search(asking.question)
    if not word or asking.answer["computation"] or asking.answer["polarity"]:
        return
    alone = ADDED_ALONE.fullmatch(str(asking.answer["question"]).strip())
    item = any(e.is_row and ITEM_ROW.match(e.quote) for e in asking.evidence)
    if alone or (item and len(asking.evidence) == 1):
        yield Fault("asked", f"问的是“{word[0]}”，却没有相加")


def _figure(asking: Asking) -> Iterator[Fault]:
    answer = asking.answer
    units = sorted(asking.words.units, key=len, reverse=True)
    pattern = f"多少|(?<![好十第哪])几(?:{'|'.join(map(re.escape, units))})"
    found = re.search(pattern, asking.question)
    if not found or answer["values"] or answer["polarity"]:
        return
    if not _stated(asking):
        yield Fault("asked", f"问的是“{found[0]}”，却没有答数")


def _stated(asking: Asking) -> bool:
    """Does it state a figure, a list, a place or a plain none after all?"""
    if any(
        word in asking.text for word in ("没有", "未", "无", "不收", "免", "零", "不是", "是的")
    ):
        return True
    if "文号" in asking.text and re.search("文号|号文|字号|编号", asking.question):
        return True
    numbered = re.sub("〔[0-9]{4}〕[0-9]+号|[0-9]{4}年|[一二三四五六七八九十]+、", "", asking.text)
    return any(not f.spelt or f.full >= 2 for f in figures_in(numbered)) or "第" in numbered


def _names(asking: Asking) -> Iterator[Fault]:
    asked = asking.asks("names")
    if not asked:
        return
    listed = re.search("共(?P<count>[0-9]+)个：(?P<list>[^\n]*)", asking.text)
    if listed and listed["count"] == "1" and not asking.asks("comparators"):
        counted = re.fullmatch("[^0-9]*?(?P<name>[一-龥]+)[0-9]+个。?", listed["list"])
        if counted and counted["name"][-2:] in asking.question:
            yield Fault("asked", f"问的是“{asked}”，答的是一个数")
    group = MEMBERS.search(asking.question)
    if group and not listed and len(asking.evidence) == 1:
        count = figures_in(group[0])[0]
        again = [f for f in asking.evidence[0].figures if f.full == count.full > 1]
        if again and not _lists(asking.quotes, int(count.full)):
            yield Fault("asked", f"问的是“{asked}”，答的只有个数")


def _lists(quote: str, count: int) -> bool:
    """Does a quote name this many?"""
    return (
        any(
            part.count("、") + len(re.findall("[和及与]", part)) >= count - 1
            for part in re.split("[，,。；;：:0-9]", quote)
        )
        or quote.count("《") >= count
        or quote.count("“") >= count
    )


def _words(asking: Asking) -> Iterator[Fault]:
    """Words were asked for, and only a figure is given."""
    if not asking.answer["values"] or asking.answer["polarity"] or asking.answer["computation"]:
        return
    worded = WORDS.search(asking.question) and not FIGURES.search(asking.question)
    if worded and not SAYS.search(asking.text) and len(asking.answer["values"]) < 2:
        yield Fault("asked", "问的不是数，答的只有数")


def _cause(asking: Asking) -> Iterator[Fault]:
    why = asking.asks("why")
    if why and not asking.answer["values"] and not asking.lists.found("causes", asking.quotes):
        yield Fault("asked", f"问的是“{why}”，引文没有说明缘由")


def _note(asking: Asking) -> Iterator[Fault]:
    if len(asking.answer["values"]) == 1 and len(asking.evidence) == 1:
        evidence = asking.evidence[0]
        note = COUNTED_AS.search(evidence.quote)
        if note and len(evidence.figures) <= 1:
            yield Fault("asked", f"“{note[0]}”说的是怎样计数，不是数量")


def _old(asking: Asking) -> Iterator[Fault]:
    if any(word in asking.question for word in BEFORE_IT) or asking.answer["computation"]:
        return
    for evidence in asking.evidence:
        around = evidence.text[max(0, evidence.start - 30) : evidence.end + 40]
        for found in CHANGED_FROM.finditer(around):
            old = figures_in(found["old"])[0].number
            values = [value["value"] for value in asking.answer["values"]]
            if values and all(figures_in(v)[0].number == old for v in values if figures_in(v)):
                yield Fault("period", f"“{found['old']}”是变动以前的数")
