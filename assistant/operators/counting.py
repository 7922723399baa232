"""Whether a figure counts such things as are asked for, and all of them: 公开信息31764条 is no number of websites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.index import Entry
from assistant.late import late
from assistant.model import Figure, Mention, Selection
from assistant.operators.arithmetic import base_unit
from assistant.operators.evidence import forms
from assistant.operators.ground import Ground
from assistant.operators.some import is_of_such_as
from assistant.steps.match.explaining import explain
from assistant.steps.match.levels import OWN
from assistant.steps.verbatim import compact

# What is counted in 封, and nothing else is.
SEALED, LETTERS = "封", late("信(?![息访用任号誉])|函|邮")
# In what anything may be asked for.
THINGS = late("(?:多少|几)(个)(?!百)")
# 部门子站: what stands behind a noun that only tells which are counted.
BRACKETED, MODIFIED = late(r"[(（].*?[)）]"), late("(?![和与及、数])[一-龥]")
# What a label says after the name of what it counts.
NUMBER_OF = late(r"(?:[(（].*[)）])?(?:总数量|总数|数量|次数|数)?$")


def counts_such(entry: Entry, selection: Selection, ground: Ground) -> bool:
    """个 asks for such things themselves: 政府网站公开信息31764条 is no number of websites.

    A measure word that says what is counted is not told by 5个高频事项 either, which are no 家.
    """
    fact = entry.fact
    if not isinstance(fact, Figure):
        return True
    if is_of_such_as(fact, selection, ground.index.report):
        return False
    stated = base_unit(fact.unit) or fact.said
    general = ground.units.general
    if selection.unit == SEALED and stated != SEALED:
        # 收了几封 is no number of applications.
        return any(LETTERS.search(form) for form in _said(fact, ground))
    heads = selection.heads or selection.meant()[-1:]
    if not selection.unit or not heads or (selection.unit in general) == (stated in general):
        return True
    if selection.unit in general and ground.units.same_kind(stated, "家"):
        return True
    labels = (*fact.row, *fact.column, fact.what) if fact.table else (fact.what,)
    called = [NUMBER_OF.sub("", compact(label)) for label in labels]
    names = {form for head in heads for form in forms(_exact(head))}
    behind = compact(ground.index.report.source[fact.number[1] : fact.end])
    if not fact.table and names & entry.heads:
        return True
    if fact.what.endswith("的") and any(name in fact.what for name in names):
        # 乡镇中有网站的43个 counts those that have one.
        return True
    return any(
        behind.startswith(stated + name) or any(label.endswith(name) for label in called)
        for name in names
    )


def counted_in(text: str, side: Selection) -> Selection:
    """乡镇和部门一共多少个: a side in the measure word for anything, where only that is asked."""
    asked = THINGS.search(text) if not side.unit else None
    return replace(side, unit=asked[1]) if asked else side


def counts_itself(entry: Entry, side: Selection, ground: Ground) -> bool:
    """乡镇和部门一共几个: 38个部门子站 counts no departments, and 有两个乡镇连续两个月未更新 not all townships."""
    fact, nouns = entry.fact, side.meant()
    if not isinstance(fact, Figure) or fact.table or not nouns:
        return True
    if is_of_such_as(fact, side, ground.index.report):
        return False
    if base_unit(fact.unit) not in ground.units.general or "place" in nouns[-1].kinds():
        return True
    said = [explain(noun, entry, ground.index) for noun in nouns]
    if not any(level is None or (level[0] == OWN and not level[1].near) for level in said):
        return False
    names = forms(_exact(nouns[-1]))
    called = BRACKETED.sub("", compact(fact.what))
    other = any(MODIFIED.match(called.removeprefix(n)) for n in names if called.startswith(n))
    return not other or bool(set(names) & entry.heads)


def _said(fact: Figure, ground: Ground) -> Iterator[str]:
    """What a figure says it counts, and what it inherits."""
    source = ground.index.report.source
    yield from (fact.quote, *fact.row, *fact.column, *(source[a:b] for a, b in fact.inherits))


def _exact(mention: Mention) -> Mention:
    """The mention without the senses that it has only loosely, where it has others."""
    exact = tuple(s for s in mention.senses if s.atoms and not s.near)
    return replace(mention, senses=exact) if exact else mention
