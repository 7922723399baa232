"""What makes a word of operation or scope used: 只, 都, 各, 除, 比, 多 …, each by what was found.

`CHECKS` are the conditions of words that an operator uses (`knowledge/uses.yaml`); `EVEN_UNLISTED` are those by which a
word is used whatever the operator is: the fact itself says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from assistant.model import Mention
from assistant.steps.match import rate_of
from assistant.steps.reading import PERIOD_TOTALS, PLACE_CLASSES, is_content

if TYPE_CHECKING:
    from assistant.steps.found import Found

Check = Callable[["Found", Mention], bool]
APART = re.compile("以外|之外|外|[,，。?？]")
SETTING_ASIDE = ("除", "不算", "不计", "扣", "去掉", "刨去", "减")
DIVIDED = "除以"
# What is still to be done, said by the fact.
STILL = re.compile("结转|尚|未|剩|待|在运")
DENYING = re.compile("[未没不无]")
COMPARED = re.compile("比|较|同比")
INTRODUCED = frozenset({"是", "有", "了", "达到", "达", "占", "为", "收到", "剩"})
AFTER = frozenset({"后", "之后", "以后"})
AT_LAST = frozenset({"最后", "最终"})
# What was done where a figure of the report is given as it is.
GIVING = frozenset({"lookup", "stated", "product"})
ACTING = frozenset({"action", "verb"})


def aside_of(text: str, mentions: Sequence[Mention]) -> range:
    """Where the words stand that 除 … 外, 不算 … or … 不算 sets aside; empty where nothing is."""
    for mention in mentions:
        setting = mention.text.startswith(SETTING_ASIDE)
        if "remainder" not in mention.tags("operator") or not setting:
            continue
        end = APART.search(text, mention.end)
        behind = range(mention.end, end.start() if end else len(text))
        if any(is_content(m) and m.start in behind for m in mentions):
            return behind
        return range(mention.start)
    return range(0)


def _exactly(found: Found, mention: Mention) -> bool:
    return all(v.bound == "exact" for v in found.finding.values)


def introduces(found: Found, mention: Mention) -> bool:
    """只有多少, 只占百分之几, 只有69%: it only introduces a number."""
    at = found.mentions.index(mention) + 1
    behind = [
        m for m in found.mentions[at:] if m.text not in INTRODUCED and "action" not in m.kinds()
    ]
    behind = behind[:1]
    given = {value for value, _ in found.query.numbers}
    return any(m.value in given or m.tags("ask") & {"number", "percent"} for m in behind)


def _only(found: Found, mention: Mention) -> bool:
    """Of a number, of names alone, of members with exactly that number; or it is denied."""
    query = found.query
    equal = query.comparison == "equal" or query.names_only
    return equal or found.finding.polarity == "no" or _only_a_number(found, mention)


def _only_a_number(found: Found, mention: Mention) -> bool:
    """只有69%; but 为什么只收到7宗 asks why there are no more."""
    return found.query.ask != "why" and introduces(found, mention)


def _ordering(found: Found, mention: Mention) -> bool:
    """A degree orders only where nothing else does: 谁多, but not 最多的多多少."""
    return not set(found.query.operators) & {"max", "min", "position", "nth", "top"}


def _of_all(found: Found, mention: Mention) -> bool:
    """所有, 都: said of all by the report, or of a whole that is a part of nothing."""
    said = any(entry.universal for entry, _ in found.entries)
    return said or any(f.part_of is None for f in found.figures)


def _of_each(found: Found, mention: Mention) -> bool:
    """各, 每: several facts answer, or one that is a rate of just that; 各 … 共多少 asks for one total."""
    after = found.after(mention)
    rate = after is not None and any(rate_of(f) == after.text[:1] for f in found.figures)
    total = (
        mention.text.startswith("各")
        and any(m.text in PERIOD_TOTALS for m in found.mentions)
        and len(found.figures) == 1
    )
    free = found.finding.outcome == "free" or any(f.kind == "zero" for f in found.figures)
    facts = len({id(f) for f in found.finding.facts})
    computed = found.finding.computation is not None and len(found.finding.values) < 2
    placed = found.done == "rank" and found.query.order == "position"
    return rate or total or free or (facts > 1 and not computed and not placed)


def _each_meant(found: Found, mention: Mention) -> bool:
    """每一封都受理了吗 is a claim of all of them; 各单位 in a passage only says that they are many."""
    if found.done == "verify":
        return found.query.universal or found.finding.polarity == "no"
    if found.done == "average":
        return mention.text in ("每", "每个", "每一", "每一个", "各")
    many = mention.text in ("各", "各类", "各种", "各级", "各项", "各项结果", "每", "逐项", "分项")
    taken = found.done in ("statement", "summary", "sum", "tally", "reconcile")
    return (many and taken) or _of_each(found, mention)


def _also(found: Found, mention: Mention) -> bool:
    """连山也上了, 经费又是多少, A还有B: between what is used it only joins."""
    if mention.text in ("也", "又"):
        return True
    before, after = found.before(mention), found.after(mention)
    if mention.text == "还有" and STILL.search(found.around):
        return True
    joint = mention.text == "还有" and before is not None and after is not None
    return bool(joint and before and after and is_content(before) and is_content(after))


def _in_order(found: Found, mention: Mention) -> bool:
    """最后办结 says how it ended; 更新栏目后 what went before, in what the fact itself is said of."""
    at = found.mentions.index(mention)
    near = found.mentions[at + 1 : at + 3] if mention.text in AT_LAST else ()
    if mention.text in AFTER:
        near = found.mentions[max(0, at - 3) : at]
    return any(m.kinds() & ACTING and "ask" not in m.kinds() for m in near)


def _follows(found: Found, mention: Mention) -> bool:
    """深入报道以后, 以后打算: what came of it, or what is to come."""
    return found.done == "remainder" or found.query.ask in ("effect", "measure")


def _part(found: Found, mention: Mention) -> bool:
    return any(f.part_of or f.table or f.group for f in found.figures)


def _scaled(found: Found, mention: Mention) -> bool:
    """万 of 多少万元: what is given is in ten thousands."""
    units = [f.unit for f in found.figures] + [v.unit for v in found.finding.values]
    return any(unit.startswith(mention.text) for unit in units)


def _denied(found: Found, mention: Mention) -> bool:
    """没有: of a stated zero, or in what is found so or not so."""
    zero = any(f.value == 0 or f.kind == "zero" for f in found.figures)
    denied = set(found.query.denied)
    said = any(denied & entry.denied for entry, _ in found.entries)
    why = found.query.ask == "why" and bool(DENYING.search(found.around))
    return zero or said or why or found.finding.polarity is not None


def _compared(found: Found, mention: Mention) -> bool:
    """比法定时限缩短50%: the report itself compares."""
    return bool(COMPARED.search(found.around)) and found.done in ("stated", "lookup", "changes")


def _near(found: Found, mention: Mention) -> bool:
    """500多条, 几成以上: behind a number, how near it is; a claim of that is judged as it is."""
    before = found.before(mention)
    if before is None or not (before.value is not None or before.kinds() & {"unit", "ask"}):
        return False
    if found.done == "verify" and before.value is not None:
        return True
    return any(f.bound != "exact" for f in found.figures)


def _set_aside(found: Found, mention: Mention) -> bool:
    """除以12 divides; 除市级外 is used where no fact is of what is left out."""
    if found.text.startswith(DIVIDED, mention.start):
        return found.query.divisor is not None
    out = [m for m in found.mentions if m.start in found.aside and is_content(m)]
    named = [m for m in out if m.senses and "frame" not in m.kinds()]
    places = [m for m in named if "place" in m.kinds()]
    return any(map(found.is_set_aside, named)) and all(map(found.is_set_aside, places))


def _added(found: Found, mention: Mention) -> bool:
    """A和B加起来, where the report has one figure for both; 合计 of a figure that has parts."""
    if found.done not in GIVING:
        return False
    if found.query.operator == "sum" and len(found.query.selections) > 1:
        return True
    index = found.indexes[0]
    wholes = {f.part_of for f in index.report.figures}
    total = any(f.id in wholes or "总" in f.what for f in found.figures)
    alone = mention.text in PERIOD_TOTALS and len(found.query.selections) == 1
    return alone or (total and mention.text == "总和")


def _shared(found: Found, mention: Mention) -> bool:
    """占百分之几 of a stated percentage; 占了其中多少项 of a part."""
    at = found.mentions.index(mention) + 1
    behind = [m for m in found.mentions[at:] if "within" not in m.tags("frame")][:1]
    counts = any(m.tags("ask") & {"number"} for m in behind)
    part = counts and any(f.part_of for f in found.figures)
    return part or (found.done in GIVING and any(f.unit == "%" for f in found.figures))


def _of_class(found: Found, mention: Mention) -> bool:
    """县 of 四个县: the members that were taken, and not those of another class, or of the whole behind 占."""
    if not _is_of_class(found, mention):
        return False
    if found.done == "share":
        return not _behind_share(found, mention)
    if found.done == "extremes":
        return len({m.text for m in found.mentions if "members" in m.tags("operator")}) == 1
    return True


def _summed(found: Found, mention: Mention) -> bool:
    """A和B合计占百分之几; behind 占 it is the whole that is called 合计."""
    return found.done != "share" or not _behind_share(found, mention) or found.text.startswith(
        ("全市", "总数", "总量"), mention.start - 2)  # fmt: skip


def _behind_share(found: Found, mention: Mention) -> bool:
    shares = [m.start for m in found.mentions if "share" in m.tags("operator")]
    return bool(shares) and mention.start > min(shares)


def _is_of_class(found: Found, mention: Mention) -> bool:
    """Is one of the figures that of such a place, where it is that of a place at all?"""
    named = [f.where for f in found.figures if f.where]
    classes = [c for c in mention.text if c in PLACE_CLASSES]
    return not named or not classes or any(where.endswith(c) for where in named for c in classes)


def _member(found: Found, mention: Mention) -> bool:
    """各地事项里佛冈县的: one member; or a passage speaks of such places."""
    if found.done in ("statement", "summary", "verify"):
        noun = mention.text.strip("的个各")
        return noun in found.around or mention.text.endswith(("地方", "各地"))
    placed = any(f.where or f.who for f in found.figures)
    return found.done in GIVING and placed and _is_of_class(found, mention)


def _cut_off(found: Found, mention: Mention) -> bool:
    return any(f.kind == "rank_cutoff" for f in found.figures)


def _supposed(found: Found, mention: Mention) -> bool:
    """What is supposed is corrected, or computed with."""
    computed = found.done in ("estimate", "convert", "average")
    return computed or (mention.text == "既然" and found.finding.polarity == "no")


def _bounded(found: Found, mention: Mention) -> bool:
    """不超过700项; against a member only 超过 and 不到 are held, and a claim holds numbers alone."""
    if found.query.numbers or found.done not in ("verify", "filter"):
        return True
    return found.done == "filter" and bool(mention.tags("operator") & {"more", "less"})


def _reached(found: Found, mention: Mention) -> bool:
    """达到多少项 only leads to what is asked; 达到700项吗 is denied only by less."""
    after = found.after(mention)
    if after is not None and after.value is not None and found.done == "verify":
        values = [f.value for f in found.figures if f.value is not None]
        return found.finding.polarity == "yes" or all(v < after.value for v in values)
    return after is not None and bool(after.tags("ask") & {"number", "percent", "money"})


def _in_total(found: Found, mention: Mention) -> bool:
    """一共多少: one number is given."""
    counts = bool({"number", "percent", "money"} & set(found.query.words))
    return not counts or len(found.finding.values) < 2


CHECKS: dict[str, Check] = {
    "exactly": _exactly,
    "only": _only,
    "exclusive": _only,
    "degree": _ordering,
    "each": _each_meant,
    "order": _follows,
    "members": _of_class,
    "sum": _summed,
    **dict.fromkeys(("more", "less", "at_least", "at_most"), _bounded),
    "supposed": _supposed,
    "remainder": lambda found, mention: found.done == "remainder" or _set_aside(found, mention),
}
EVEN_UNLISTED: dict[str, Check] = {
    "universal": _of_all,
    "each": _of_each,
    "also": _also,
    "order": _in_order,
    "within": _part,
    "reach": _reached,
    "total": _in_total,
    "scale": _scaled,
    "yes_no": lambda found, mention: found.finding.polarity is not None,
    "negation": _denied,
    "compare": _compared,
    "against": _compared,
    "degree": _near,
    "at_least": _near,
    "at_most": _near,
    "more": _near,
    "remainder": _set_aside,
    "sum": _added,
    "share": _shared,
    "members": _member,
    "top": _cut_off,
    "max": _cut_off,
    "only": _only_a_number,
    "exclusive": _only,
    "supposed": _supposed,
}
