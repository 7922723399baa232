"""What makes a word of scope used: 只, 都, 各, 县, each by what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.late import late
from assistant.model import Figure, Mention
from assistant.steps.match.times import rate_of
from assistant.steps.reading.names import PLACE_CLASSES
from assistant.steps.reading.words import PERIOD_TOTALS

if TYPE_CHECKING:
    from assistant.steps.found import Found

ONLY = late("[只仅]")
# What a report says of all, and of some.
EVERY = late("均|都|全部|所有|一律|全都")
SOME = late(
    "部分|个别|有些|有的|一些|少数|若干|多[个家名位]|[一二三四五六七八九十百千\\d][个家名位所条件宗起]"
)
INTRODUCED = frozenset({"是", "有", "了", "达到", "达", "占", "为", "收到", "剩"})


def introduces(found: Found, mention: Mention) -> bool:
    """只有多少, 只占百分之几, 只有69%: it only introduces a number."""
    at = found.mentions.index(mention) + 1
    behind = [
        m for m in found.mentions[at:] if m.text not in INTRODUCED and "action" not in m.kinds()
    ]
    behind = behind[:1]
    given = {value for value, _ in found.query.numbers}
    return any(m.value in given or m.tags("ask") & {"number", "percent"} for m in behind)


def only(found: Found, mention: Mention) -> bool:
    """Of a number, of names alone, of members with exactly that number; or it is denied."""
    query = found.query
    equal = query.comparison == "equal" or query.names_only
    return equal or found.finding.polarity == "no" or only_a_number(found, mention)


def only_a_number(found: Found, mention: Mention) -> bool:
    """只有69%; but 为什么只收到7宗 asks why there are no more."""
    return found.query.ask != "why" and introduces(found, mention)


def of_all(found: Found, mention: Mention) -> bool:
    """所有, 都: said of all by the report, or of a whole that is a part of nothing."""
    said = any(entry.universal for entry, _ in found.entries)
    return said or any(f.part_of is None and not _is_of_some(f) for f in found.figures)


def _is_of_some(figure: Figure) -> bool:
    """只涉及39家重点监控企业 is no number of all of them."""
    return ONLY.search(figure.quote[: figure.number[0] - figure.start]) is not None


def of_some(found: Found, mention: Mention) -> bool:
    """有些科室为什么被通报: a passage tells it, and not of all; that it is so is told of some (部分单位, 6个科室)."""
    said = [index.report.source[fact.start : fact.end] for fact, index in found.placed]
    if found.done not in ("statement", "verify") or any(EVERY.search(text) for text in said):
        return False
    if found.done == "statement" and found.finding.polarity is None:
        return True
    return found.finding.polarity == "yes" and any(SOME.search(text) for text in said)


def of_each(found: Found, mention: Mention) -> bool:
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


def each_meant(found: Found, mention: Mention) -> bool:
    """每一封都受理了吗 is a claim of all of them; 各单位 in a passage only says that they are many."""
    if found.done == "verify":
        return found.query.universal or found.finding.polarity == "no"
    if found.done == "average":
        return mention.text in ("每", "每个", "每一", "每一个", "各")
    many = mention.text in ("各", "各类", "各种", "各级", "各项", "各项结果", "每", "逐项", "分项")
    taken = found.done in ("statement", "summary", "sum", "tally", "reconcile")
    return (many and taken) or of_each(found, mention)


def of_class(found: Found, mention: Mention) -> bool:
    """县 of 四个县: the members that were taken, and not those of another class, or of the whole behind 占."""
    if not _is_of_class(found, mention):
        return False
    if found.done == "share":
        return not found.is_behind_share(mention)
    if found.done == "extremes":
        return len({m.text for m in found.mentions if "members" in m.tags("operator")}) == 1
    return True


def _is_of_class(found: Found, mention: Mention) -> bool:
    """Is one of the figures that of such a place, where it is that of a place at all?"""
    named = [f.where for f in found.figures if f.where]
    classes = [c for c in mention.text if c in PLACE_CLASSES]
    return not named or not classes or any(where.endswith(c) for where in named for c in classes)


def member(found: Found, mention: Mention) -> bool:
    """各地事项里佛冈县的: one member; or a passage speaks of such places."""
    if found.done in ("statement", "summary", "verify"):
        noun = mention.text.strip("的个各")
        return noun in found.around or mention.text.endswith(("地方", "各地"))
    placed = any(f.where or f.who for f in found.figures)
    return found.is_given and placed and _is_of_class(found, mention)
