"""The noun that is asked for has to be the noun that was counted."""

from __future__ import annotations

from assistant.index import Entry, Index
from assistant.late import late
from assistant.lexicon import ANY, LABEL
from assistant.model import Figure, Mention, Selection
from assistant.steps.match.levels import OWN
from assistant.steps.match.units import Units
from assistant.steps.spelled import spelled_at
from assistant.steps.verbatim import VERBATIM, compact

# In what information is counted where nothing else is said to be.
PIECES = frozenset({"条", "万条"})
PUBLISHED = ("公开", "发布", "公布")
# A figure that names little more than its verb (收取1500元) counts what it inherits.
SHORT = 3
# Where what is counted ends and what is said of it begins: 122个部门可通过网上答复群众来信.
VERBAL = late("[可已将均都未没在通由被对]|没有|通过|实现|完成|开展")


def not_counted(
    selection: Selection, entry: Entry, mentioned: set[str], units: Units, index: Index
) -> list[Mention]:
    """The noun asked for must be the noun that was counted."""
    heads = selection.heads
    fact = entry.fact
    if not isinstance(fact, Figure) or (fact.what.endswith("的") and entry.counted & mentioned):
        return []
    bare = not entry.own and fact.kind == "count" and not _is_called(entry, selection, index)
    if bare and (not selection.unit or selection.unit in units.general):
        return list(selection.required())
    if not heads:
        return []
    concepts = {a for head in heads for s in head.senses for a in s.atoms}
    specific = bool(selection.unit) and selection.unit not in units.general
    counted = entry.heads | (entry.counted if specific else frozenset())
    # 比2010年的1955条 counts what it inherits, and so does 回复831件 behind 收到来信843件.
    source = index.report.source
    behind = VERBAL.split(compact(source[fact.number[1] : fact.end]))[0]
    told = len(fact.what) <= SHORT and not (behind or fact.table)
    counted |= entry.context if told or not fact.what else frozenset()
    if (not fact.what or fact.what.endswith(PUBLISHED)) and fact.unit in PIECES:
        # 教育局377条, 乡镇公开5120条, in the part on what is made public, count pieces of information.
        counted |= entry.about
    senses = [s for head in heads for s in head.senses]
    phrases = [s.atoms[0] for s in senses if s.tag in (VERBATIM, LABEL)]
    phrases += [a for s in senses if s.tag == ANY for a in s.atoms if len(a) > 1]
    bare = len(fact.what) <= SHORT
    what = compact(fact.what + "".join(source[s:e] for s, e in fact.inherits) * bare)
    named = compact(fact.what)
    said = any(phrase in what or (named and phrase.endswith(named)) for phrase in phrases)
    said = said or any(word and word in behind for head in heads for word in (head.text, head.read))
    return [] if said or concepts & counted else list(heads)


def _is_called(entry: Entry, selection: Selection, index: Index) -> bool:
    """Does a question call a figure by its own name (平均用时), though no word of it is known?"""
    names = (s.atoms[0] for m in selection.mentions for s in m.senses if s.tag == LABEL)
    return any(spelled_at(entry, index).is_called(name) == OWN for name in names)
