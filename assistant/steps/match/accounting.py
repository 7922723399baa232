"""How well a fact accounts for one sense of a mention."""

from __future__ import annotations

from assistant.index import Entry, Index
from assistant.index.concepts import THEME
from assistant.lexicon import ANY, LABEL, TABLE
from assistant.model import Figure, Mention, Sense
from assistant.steps.match.levels import GIVEN, HEADING, INHERITED, OWN
from assistant.steps.match.times import EACH, account_time, account_year, is_of_each
from assistant.steps.spelled import says, spelled_at
from assistant.steps.verbatim import VERBATIM, compact

# What a number of days or hours is by itself: 登记时限 of 登记由30个工作日压缩至15个工作日.
LASTING = frozenset({"天", "日", "工作日", "个工作日", "小时", "个小时"})
DURATION = frozenset({"时限"})
# What a fact may say in so many words, whatever it was cut to.
SPELLED = frozenset({"word", "verb"})


def account(sense: Sense, entry: Entry, index: Index) -> int | None:
    """How well a fact accounts for one sense of a mention; None where it does not."""
    if sense.kind == "year":
        return account_year(sense.tag, entry, index.report.year)
    if sense.kind == "card_place":
        return GIVEN
    if sense.kind == "whole":
        return GIVEN if entry.scope in ("whole", "") or _is_part_of_all(entry, index) else None
    if sense.kind == "theme":
        return OWN if THEME in entry.own else GIVEN
    if sense.kind in ("part_of_year", "relative_year"):
        return None
    if sense.kind == "ordinal":
        return HEADING if entry.fact.section.startswith(f"{sense.tag}、") else None
    if sense.tag in (LABEL, VERBATIM):
        return _account_name(sense, entry, index)
    if sense.tag == TABLE:
        in_table = isinstance(entry.fact, Figure) and entry.fact.table in sense.atoms
        return GIVEN if in_table else None
    return _account_atoms(sense, entry, index) if sense.atoms else None


def _account_atoms(sense: Sense, entry: Entry, index: Index) -> int | None:
    if sense.tag == ANY:
        return _account_any(sense.atoms, entry, index)
    # Everything in a report is about its theme: 政府信息公开申请 asks no more than 申请.
    atoms = frozenset(sense.atoms) - {THEME} or frozenset(sense.atoms)
    if sense.kind == "organ" and atoms == {index.organ} and not atoms & entry.says():
        return GIVEN if entry.scope == "" else None
    left = atoms - entry.own
    if not left:
        return OWN
    left -= entry.context
    if not left:
        return INHERITED
    if left <= entry.topic:
        return HEADING
    lasting = isinstance(entry.fact, Figure) and entry.fact.unit in LASTING
    if atoms <= entry.about or (lasting and atoms <= DURATION):
        return GIVEN
    # 招标 is a word of 公开招标项目, whatever that was cut to.
    fact = entry.fact
    whole = sense.kind in SPELLED and not sense.tag and len(sense.atoms) == 1
    spelled = whole and len(sense.atoms[0]) > 1 and not (isinstance(fact, Figure) and fact.table)
    level = _account_phrase(sense.atoms[0], entry, index) if spelled else None
    # A heading that holds a word (不予公开的情况) says nothing of what is under it.
    headed = level is not None and level >= HEADING and (sense.near or sense.kind != "word")
    return None if headed else level


def _account_any(atoms: tuple[str, ...], entry: Entry, index: Index) -> int | None:
    """Does a fact say one of these, as a concept or in so many words: a verb of the same act?"""
    known = frozenset(atoms)
    levels = (entry.own, entry.context, entry.topic)
    found = next((at for at, said in enumerate(levels) if known & said), None)
    if found == OWN or (isinstance(entry.fact, Figure) and entry.fact.table):
        return found
    said = said_of(index)
    spelled = (_account_phrase(a, entry, index) for a in atoms if len(a) > 1 and a in said)
    return min((at for at in (found, *spelled) if at is not None), default=None)


def said_of(index: Index) -> str:
    """The whole text of a report as it is searched."""
    if "said" not in index.made:
        index.made["said"] = compact(index.report.source)
    said: str = index.made["said"]
    return said


def _is_part_of_all(entry: Entry, index: Index) -> bool:
    """全市申请中市政府349件: is the figure a part of one of the whole place?"""
    part_of = entry.fact.part_of if isinstance(entry.fact, Figure) else None
    whole = index.of(part_of) if part_of else None
    return whole is not None and whole.scope == "whole"


def _account_name(sense: Sense, entry: Entry, index: Index) -> int | None:
    """A name that the report gives its figures, or a phrase of its own."""
    level = None
    if sense.tag == LABEL and isinstance(entry.fact, Figure):
        level = spelled_at(entry, index).is_called(sense.atoms[0])
    return level if level is not None else _account_phrase(sense.atoms[0], entry, index)


def _account_phrase(phrase: str, entry: Entry, index: Index) -> int | None:
    """A phrase of the report itself: in the fact's own words, in what it inherits, or in its heading."""
    spelled = spelled_at(entry, index)
    if says(phrase, spelled.own) or spelled.reaches(phrase):
        return OWN
    if any(says(phrase, text) for text in spelled.inherited):
        return INHERITED
    return HEADING if says(phrase, spelled.around) else None


def account_of(mention: Mention, sense: Sense, entry: Entry, index: Index) -> int | None:
    """How well a fact accounts for a mention by one of its senses."""
    if sense.kind in ("relative_year", "part_of_year"):
        return account_time(mention, sense, entry, index)
    if sense.kind == "period" and isinstance(entry.fact, Figure) and mention.text.startswith(EACH):
        return OWN if is_of_each(sense, entry.fact, index) else None
    return account(sense, entry, index)
