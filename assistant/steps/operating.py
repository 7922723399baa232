"""What makes a word of operation used: 除, 比, 多, 合计, 占 …, each by what was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.late import late
from assistant.model import Mention
from assistant.steps.reading import is_content
from assistant.steps.reading.words import PERIOD_TOTALS

if TYPE_CHECKING:
    from assistant.steps.found import Found

APART = late("以外|之外|外|[,，。?？]")
SETTING_ASIDE = ("除", "不算", "不计", "扣", "去掉", "刨去", "减")
DIVIDED = "除以"
# What is still to be done, said by the fact.
STILL = late("结转|尚|未|剩|待|在运")
DENYING = late("[未没不无]")
COMPARED = late("比|较|同比")
AFTER = frozenset({"后", "之后", "以后"})
AT_LAST = frozenset({"最后", "最终"})
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


def exactly(found: Found, mention: Mention) -> bool:
    """正好: of figures that are neither about nor more."""
    return all(v.bound == "exact" for v in found.finding.values)


def ordering(found: Found, mention: Mention) -> bool:
    """A degree orders only where nothing else does: 谁多, but not 最多的多多少."""
    return not set(found.query.operators) & {"max", "min", "position", "nth", "top"}


def also(found: Found, mention: Mention) -> bool:
    """连山也上了, 经费又是多少, A还有B: between what is used it only joins."""
    if mention.text in ("也", "又"):
        return True
    before, after = found.before(mention), found.after(mention)
    if mention.text == "还有" and STILL.search(found.around):
        return True
    joint = mention.text == "还有" and before is not None and after is not None
    return bool(joint and before and after and is_content(before) and is_content(after))


def in_order(found: Found, mention: Mention) -> bool:
    """最后办结 says how it ended; 更新栏目后 what went before, in what the fact itself is said of."""
    at = found.mentions.index(mention)
    near = found.mentions[at + 1 : at + 3] if mention.text in AT_LAST else ()
    if mention.text in AFTER:
        near = found.mentions[max(0, at - 3) : at]
    return any(m.kinds() & ACTING and "ask" not in m.kinds() for m in near)


def follows(found: Found, mention: Mention) -> bool:
    """深入报道以后, 以后打算: what came of it, or what is to come."""
    return found.done == "remainder" or found.query.ask in ("effect", "measure")


def part(found: Found, mention: Mention) -> bool:
    """其中: of a part, or of one beside others."""
    return any(f.part_of or f.table or f.group for f in found.figures)


def scaled(found: Found, mention: Mention) -> bool:
    """万 of 多少万元: what is given is in ten thousands."""
    units = [f.unit for f in found.figures] + [v.unit for v in found.finding.values]
    return any(unit.startswith(mention.text) for unit in units)


def denied(found: Found, mention: Mention) -> bool:
    """没有: of a stated zero, or in what is found so or not so."""
    zero = any(f.value == 0 or f.kind == "zero" for f in found.figures)
    denied = set(found.query.denied)
    said = any(denied & entry.denied for entry, _ in found.entries)
    why = found.query.ask == "why" and bool(DENYING.search(found.around))
    return zero or said or why or found.finding.polarity is not None


def compared(found: Found, mention: Mention) -> bool:
    """比法定时限缩短50%: the report itself compares."""
    return bool(COMPARED.search(found.around)) and found.done in ("stated", "lookup", "changes")


def near(found: Found, mention: Mention) -> bool:
    """500多条, 几成以上: behind a number, how near it is; a claim of that is judged as it is."""
    before = found.before(mention)
    if before is None or not (before.value is not None or before.kinds() & {"unit", "ask"}):
        return False
    if found.done == "verify" and before.value is not None:
        return True
    return any(f.bound != "exact" for f in found.figures)


def set_aside(found: Found, mention: Mention) -> bool:
    """除以12 divides; 除市级外 is used where no fact is of what is left out."""
    if found.text.startswith(DIVIDED, mention.start):
        return found.query.divisor is not None
    out = [m for m in found.mentions if m.start in found.aside and is_content(m)]
    named = [m for m in out if m.senses and "frame" not in m.kinds()]
    places = [m for m in named if "place" in m.kinds()]
    return any(map(found.is_set_aside, named)) and all(map(found.is_set_aside, places))


def added(found: Found, mention: Mention) -> bool:
    """A和B加起来, where the report has one figure for both; 合计 of a figure that has parts."""
    if not found.is_given:
        return False
    if found.query.operator == "sum" and len(found.query.selections) > 1:
        return True
    index = found.indexes[0]
    wholes = {f.part_of for f in index.report.figures}
    total = any(f.id in wholes or "总" in f.what for f in found.figures)
    alone = mention.text in PERIOD_TOTALS and len(found.query.selections) == 1
    return alone or (total and mention.text == "总和")


def shared(found: Found, mention: Mention) -> bool:
    """占百分之几 of a stated percentage; 占了其中多少项 of a part."""
    at = found.mentions.index(mention) + 1
    behind = [m for m in found.mentions[at:] if "within" not in m.tags("frame")][:1]
    counts = any(m.tags("ask") & {"number"} for m in behind)
    part = counts and any(f.part_of for f in found.figures)
    return part or (found.is_given and any(f.unit == "%" for f in found.figures))


def summed(found: Found, mention: Mention) -> bool:
    """A和B合计占百分之几; behind 占 it is the whole that is called 合计."""
    return found.done != "share" or not found.is_behind_share(mention) or found.text.startswith(
        ("全市", "总数", "总量"), mention.start - 2)  # fmt: skip


def cut_off(found: Found, mention: Mention) -> bool:
    """前十名, where the report itself tells of so many."""
    return any(f.kind == "rank_cutoff" for f in found.figures)


def supposed(found: Found, mention: Mention) -> bool:
    """What is supposed is corrected, or computed with."""
    computed = found.done in ("estimate", "convert", "average")
    return computed or (mention.text == "既然" and found.finding.polarity == "no")


def bounded(found: Found, mention: Mention) -> bool:
    """不超过700项; against a member only 超过 and 不到 are held, and a claim holds numbers alone."""
    if found.query.numbers or found.done not in ("verify", "filter"):
        return True
    return found.done == "filter" and bool(mention.tags("operator") & {"more", "less"})


def reached(found: Found, mention: Mention) -> bool:
    """达到多少项 only leads to what is asked; 达到700项吗 is denied only by less."""
    after = found.after(mention)
    if after is not None and after.value is not None and found.done == "verify":
        values = [f.value for f in found.figures if f.value is not None]
        return found.finding.polarity == "yes" or all(v < after.value for v in values)
    return after is not None and bool(after.tags("ask") & {"number", "percent", "money"})


def in_total(found: Found, mention: Mention) -> bool:
    """一共多少: one number is given."""
    counts = bool({"number", "percent", "money"} & set(found.query.words))
    return not counts or len(found.finding.values) < 2
