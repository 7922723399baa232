"""`Selection` × facts → `Candidate`s: the rule that picks the answer.

A question is answered by the fact that accounts for every word of the question, and adds the least
of its own. Here each fact is held against a selection; who wins is for `decide`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from assistant.index import CONTENT, GENERAL, THEME, Entry, Index, Key
from assistant.lexicon import ANY, LABEL, TABLE
from assistant.model import Candidate, Figure, Mention, Selection, Sense, Statement
from assistant.naming import STATISTICS
from assistant.steps.facets import another_facet
from assistant.steps.spelled import says, spelled_at
from assistant.steps.verbatim import VERBATIM, compact

OWN, INHERITED, HEADING, GIVEN = range(4)
# Under what key all figures stand that account for a mention; no fact has it for an id.
ALL = ""
MANY = 2
# What a figure is that only says how much something grew or shrank; and the words that ask for it.
CHANGE = re.compile("(?:[较比]|同比|环比).*(?:增[加长多]|减少|下降|上升|提高|降低|[多少])了?$")
CHANGED = re.compile("[增减多少升降涨跌变高低]|同比|环比")
# What counts kinds of things, and not the things.
KINDS = frozenset({"类", "种", "样", "方面"})
# In what information is counted where nothing else is said to be.
PIECES = frozenset({"条", "万条"})
# What is said of one level of government alone.
LEVEL = "本级"
YEARLY = ("同比",)
YEAR_END = ("年末", "年底")
# A figure that names little more than its verb (收取1500元) counts what it inherits.
SHORT = 3
EACH = "每"
TIMES = frozenset({"year", "relative_year", "period", "part_of_year", "frame", "unit", "ask"})
# What every report is about: it says which fact no more than it says which report.
TOPIC = frozenset({THEME, "公开", "政府"})
PROACTIVE = "主动公开"
# What is taken over from the year before, or left to the next, is no figure of the year itself.
CARRIED = frozenset({"上年结转", "结转下年"})
# A body of a place, behind the place's name.
BODY = re.compile(
    r"[一-龥]{1,12}?(?:局|委员会|委|办公室|办|厅|院|中心|处|站|所|大队|支队)(?=[\d,，、;；。(（]|$)"
)
# Where what is counted ends and what is said of it begins: 122个部门可通过网上答复群众来信.
VERBAL = re.compile("[可已将均都未没在通由被对]|没有|通过|实现|完成|开展")
# What a fact may say in so many words, whatever it was cut to.
SPELLED = frozenset({"word", "verb"})
ACTS = frozenset({"action", "verb"})
# What names no part of a whole by itself.
IDLE = frozenset({"frame", "theme", "year", "card_place", "whole"})
# What a number of days or hours is by itself: 登记时限 of 登记由30个工作日压缩至15个工作日.
LASTING = frozenset({"天", "日", "工作日", "个工作日", "小时", "个小时"})
DURATION = frozenset({"时限"})
# In what a figure without a measure word may be asked for (a table's cell: 复议 440).
BARE = frozenset({"case", "item", "event"})


@dataclass(frozen=True, slots=True)
class Units:
    """Which measure words may stand for each other."""

    groups: dict[str, frozenset[str]]
    general: frozenset[str]

    def fits(self, asked: str, stated: str) -> bool:
        """May a figure in `stated` answer a question in `asked`?"""
        if not asked or asked == stated:
            return True
        if not stated:
            return asked in self.general or bool(self._of(asked) & BARE)
        stated = stated.lstrip("万亿千百") or stated
        if asked in self.general:
            return bool(self.groups.get(stated, frozenset()) - {"money", "percent", "rank"})
        asked = asked.lstrip("万亿千百") or asked
        return bool(self.groups.get(asked, frozenset({asked})) & self._of(stated))

    def fits_only(self, asked: str, stated: str) -> bool:
        """Is it asked in this measure word, and not in any (个)?"""
        return bool(asked) and asked not in self.general and self.fits(asked, stated)

    def is_specific(self, unit: str) -> bool:
        """Does this measure word tell kinds of things apart (册, 宗), unlike 个 or none?"""
        return unit not in ("", "%", "元") and unit not in self.general

    def same_kind(self, a: str, b: str) -> bool:
        """May figures in these two units be added or compared?"""
        plain_a, plain_b = a.lstrip("万亿千百") or a, b.lstrip("万亿千百") or b
        return plain_a == plain_b or bool(self._of(plain_a) & self._of(plain_b))

    def _of(self, stated: str) -> frozenset[str]:
        plain = stated.split("(", maxsplit=1)[0].split("（", maxsplit=1)[0]
        return self.groups.get(stated) or self.groups.get(plain) or frozenset({stated})


def account(sense: Sense, entry: Entry, index: Index) -> int | None:
    """How well a fact accounts for one sense of a mention; None where it does not."""
    if sense.kind == "year":
        return _account_year(sense.tag, entry, index.report.year)
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


def _account_year(year: str, entry: Entry, own: int) -> int | None:
    """The report's own year is given; another only where the fact itself speaks of it."""
    fact = entry.fact
    if isinstance(fact, Figure) and other_year(fact, own):
        return OWN if fact.when.startswith(year) else None
    if year == str(own):
        return GIVEN
    return OWN if f"{year}年" in fact.quote and not isinstance(fact, Figure) else None


def other_year(figure: Figure, own: int) -> bool:
    """Does the figure speak of another year than its report (比2017年的443条增加)?"""
    stated = figure.when[:4]
    return stated.isdigit() and stated != str(own)


def is_second(figure: Figure) -> bool:
    """Is it the second measure of what is named before it: 18.6公里 of 石桥镇5个、18.6公里?"""
    before = figure.quote[: figure.number[0] - figure.start]
    return bool(figure.who and not figure.what and re.search(r"\d", before))


def rate_of(figure: Figure) -> str:
    """Of what each one the figure is (每期1535册: 期, 每次38人: 次); empty where it is a total."""
    said = figure.when if figure.when.startswith(EACH) else figure.what
    at = said.find(EACH)
    near = at >= 0 and (at == 0 or said is figure.what)
    return said[at + 1 : at + 2] if near else ""


def _account(mention: Mention, sense: Sense, entry: Entry, index: Index) -> int | None:
    """Words for times (历年, 年底) count where the fact says them itself."""
    if sense.kind in ("relative_year", "part_of_year"):
        # 12月31日 says nothing of 12月.
        column = entry.fact.column[-1:] if isinstance(entry.fact, Figure) else ()
        text = compact("".join((entry.fact.quote, *column)))
        if mention.text in YEAR_END:
            # 到年末发布博文236条，听众4100多人: the end of the year is said once for all.
            before = index.report.source[entry.fact.sentence[0] : entry.fact.end]
            return OWN if any(word in compact(before) for word in YEAR_END) else None
        said = re.search(rf"{re.escape(mention.text)}(?!\d)", text)
        years = _years_of(mention, index.report.year) if sense.kind == "relative_year" else ()
        # 去年 is the year of which 上年为50件 tells.
        told = entry.fact.when if isinstance(entry.fact, Figure) else ""
        return OWN if said or any(told.startswith(year) for year in years) else None
    if sense.kind == "period" and isinstance(entry.fact, Figure) and mention.text.startswith(EACH):
        return OWN if _is_of_each(sense, entry.fact, index) else None
    return account(sense, entry, index)


def _is_of_each(sense: Sense, figure: Figure, index: Index) -> bool:
    """每期: is the figure one for each, by its own clause or its heads, and not by a clause beside it?"""
    clause = index.report.source[slice(*figure.clause)]
    said = compact("".join((clause, *figure.row, *figure.column, figure.when)))
    return any(atom in said for atom in sense.atoms)


def _senses(mention: Mention) -> tuple[Sense, ...]:
    """Its senses; a word that only loosely names a concept stands for itself as well."""
    content = [s for s in mention.senses if s.atoms and s.kind in CONTENT]
    if not content:
        return mention.senses
    said = (mention.read or mention.text).removesuffix("的")
    exact = not all(s.near for s in content)
    if exact and (len(said) < 2 or not {s.kind for s in content} <= ACTS):
        return mention.senses
    return (*mention.senses, Sense("word", (said,), near=exact))


Level = tuple[int, Sense] | None
# Of how many words a report remembers which of its facts account for them.
REMEMBERED = 4096


def explain(mention: Mention, entry: Entry, index: Index) -> Level:
    """How well a fact accounts for a mention, and by which sense; None where it does not."""
    known, key = explained(mention, index), entry.key()
    if key not in known:
        known[key] = _explain(mention, _senses(mention), entry, index)
    return known[key]


def explained(mention: Mention, index: Index) -> dict[Key, Level]:
    """What is known of how the facts and passages of a report account for a mention."""
    tables: dict[object, dict[Key, Level]] = index.made.setdefault("explained", {})
    key = (mention.text, mention.read, mention.senses)
    found = tables.get(key)
    if found is None:
        if len(tables) >= REMEMBERED:
            tables.clear()
        tables[key] = found = {}
    return found


def explaining(mention: Mention, index: Index) -> frozenset[str]:
    """The ids of the figures that account for a mention."""
    known: Any = explained(mention, index)
    if ALL not in known:
        senses = _senses(mention)
        for entry in index.figures():
            if entry.fact.id not in known:
                known[entry.fact.id] = _explain(mention, senses, entry, index)
        known[ALL] = frozenset(e.fact.id for e in index.figures() if known[e.fact.id] is not None)
    found: frozenset[str] = known[ALL]
    return found


def _explain(mention: Mention, senses: Iterable[Sense], entry: Entry, index: Index) -> Level:
    best: Level = None
    least: tuple[bool, bool, int] | None = None
    for sense in senses:
        level = _account(mention, sense, entry, index)
        if level is None:
            continue
        # A loose name in the fact's own words says more than an exact one in a heading.
        rank = (level >= HEADING, sense.near, level)
        if least is None or rank < least:
            best, least = (level, sense), rank
    return best


def match(
    selection: Selection,
    entries: Iterable[Entry],
    index: Index,
    units: Units,
    held: dict[str, Candidate] | None = None,
) -> list[Candidate]:
    """Every entry held against the selection, the fitting and the unfitting.

    `held` are the figures that were held against it before, by their ids, and those that now are.
    """
    known = [(m, _senses(m), "frame" in m.kinds(), explained(m, index)) for m in selection.mentions]
    places = _places(selection)
    before = {} if held is None else held
    found: list[Candidate] = []
    for entry in entries:
        candidate = before.get(entry.fact.id)
        if candidate is None:
            candidate = _hold(selection, known, places, entry, index, units)
            if isinstance(entry.fact, Figure):
                # A statement's id may be that of the passage that begins with it.
                before[entry.fact.id] = candidate
        found.append(candidate)
    return found


def hold(selection: Selection, entry: Entry, index: Index, units: Units) -> Candidate:
    """One entry held against the selection."""
    [held] = match(selection, (entry,), index, units)
    return held


# A mention with its senses, whether it only helps to choose, and what is known of it.
Known = Sequence[tuple[Mention, tuple[Sense, ...], bool, dict[Key, Level]]]


def _hold(
    selection: Selection,
    known: Known,
    places: Sequence[Mention],
    entry: Entry,
    index: Index,
    units: Units,
) -> Candidate:
    """One entry: what it leaves over, what it adds, how weakly it accounts for the rest."""
    left, weak, near, mentioned = [], 0, 0, set()
    owned: set[int] = set()
    key = entry.key()
    for mention, senses, helps, table in known:
        if key not in table:
            table[key] = _explain(mention, senses, entry, index)
        best = table[key]
        if best is None:
            if not helps:
                left.append(mention)
            continue
        level, sense = best
        if sense.atoms == YEARLY and level != OWN and not _tells_change(entry.fact):
            # 比上年多了百分之多少: what stands beside a change is none itself.
            left.append(mention)
        if not helps:
            if sense.kind not in ("year", "card_place", "whole"):
                weak += {HEADING: 1, GIVEN: MANY}.get(level, 0)
            near += sense.near
        if level == OWN and "card_place" not in mention.kinds():
            # Whose report it is tells no figure of it from another.
            owned.add(mention.start)
        if level <= INHERITED:
            said = entry.own | entry.context if sense.tag == ANY else frozenset(sense.atoms)
            mentioned |= (set(sense.atoms) & said) or {THEME}
            if sense.tag in (VERBATIM, LABEL):
                mentioned |= {atom for atom in entry.own if atom in sense.atoms[0]}
    left += _one_of_many(selection, entry, mentioned)
    left += _owner_unsaid(selection, entry, mentioned)
    left += _body_unsaid(places, entry.fact, mentioned, index) if places else []
    if isinstance(entry.fact, Figure):
        left += _level_unsaid(selection, entry, index)
        left += _kind_unsaid(selection, entry, mentioned)
        left += _row_unsaid(selection, entry, mentioned)
        left += _change_unsaid(selection, entry.fact)
        left += _another_measure(selection, entry.fact, units, index)
        left += _another_time(selection, entry.fact, index.report.year)
        left += list(selection.required()) if another_facet(selection, entry, index) else []
        left += list(selection.required()) if entry.own & CARRIED - mentioned else []
        left += _not_counted(selection, entry, mentioned, units, index)
        left += _nothing_meant(selection, entry, mentioned, units, index)
    # What tells a part from its whole is never too general to count (市政府349件).
    part = isinstance(entry.fact, Figure) and bool(entry.fact.part_of)
    added = entry.own - mentioned - (frozenset() if part else GENERAL)
    if not mentioned and any(
        m.kinds() - {"year", "card_place", "whole"} for m in selection.mentions
    ):
        weak += MANY
    left_over = tuple(dict.fromkeys(left))
    return Candidate(entry.fact, left_over, added, weak, near, len(owned), frozenset(owned))


def _tells_change(fact: Figure | Statement) -> bool:
    """增长8.1%, behind 比2015年增加240条: a change itself, of what stands before it."""
    return isinstance(fact, Figure) and fact.unit == "%" and bool(CHANGED.match(fact.what))


def _another_time(selection: Selection, fact: Figure, own: int) -> list[Mention]:
    """A figure of another year answers only a question that names that year; a plan answers none."""
    if fact.kind in ("target", "base"):
        return list(selection.required())
    if not other_year(fact, own):
        return []
    named = any(fact.when.startswith(y) for m in selection.mentions for y in _years_of(m, own))
    # 那上一年呢 alone asks for no figure of that year.
    if named and any(not m.kinds() <= TIMES for m in selection.mentions):
        return []
    return list(selection.required())


def _years_of(mention: Mention, own: int) -> Iterator[str]:
    """The years that a mention names, those that are told from the report's own as well: 上年."""
    yield from mention.tags("year")
    yield from (str(own + int(tag)) for tag in mention.tags("relative_year") if int(tag))


def _row_unsaid(selection: Selection, entry: Entry, mentioned: set[str]) -> list[Mention]:
    """A row of the statistics table (政府公报公开数) is not the figure of what only its table is about (主动公开)."""
    fact = entry.fact
    if not isinstance(fact, Figure) or fact.table != STATISTICS or entry.own & mentioned:
        return []
    words = [m.read or m.text for m in selection.mentions]
    asked = "".join(words)
    label = compact("".join(fact.row[-1:]))
    unsaid = any(
        atom[-2:] in label and atom[-2:] not in asked and not _is_within(words, atom)
        for atom in entry.own - TOPIC
    )
    return list(selection.required()) if unsaid else []


def _is_within(words: Iterable[str], name: str) -> bool:
    """Is one of these words a part of a name (培训 of 培训班)?"""
    return any(len(word) > 1 and word in name for word in words)


def _one_of_many(selection: Selection, entry: Entry, mentioned: set[str]) -> list[Mention]:
    """A figure counted for several things together is not the figure of one of them."""
    for members, heads in entry.together:
        named = members & mentioned
        alone = named != members or selection.each
        if named and alone and not (heads & mentioned and len(named) > 1 and not selection.each):
            return [m for m in selection.mentions if any(named & set(s.atoms) for s in _senses(m))]
    return []


def _not_counted(
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
    if not fact.what and fact.unit in PIECES:
        # 教育局377条, in the part on what is made public, counts pieces of information.
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


def _owner_unsaid(selection: Selection, entry: Entry, mentioned: set[str]) -> list[Mention]:
    """有便民中心的73个 counts towns: the question must speak of towns, and of what they have."""
    fact = entry.fact
    if not isinstance(fact, Figure) or not fact.what.endswith("的"):
        return []
    said = entry.heads & mentioned and entry.counted & mentioned
    return [] if said else list(selection.required())


def _level_unsaid(selection: Selection, entry: Entry, index: Index) -> list[Mention]:
    """市政府本级收到31件 is no answer of 全市: where the report states both, the level must be named."""
    fact = entry.fact
    if not isinstance(fact, Figure) or LEVEL not in fact.quote[: fact.number[0] - fact.start]:
        return []
    if any(
        LEVEL in m.text or m.kinds() & {"organ"} or "市级" in m.text for m in selection.mentions
    ):
        return []
    stated: set[tuple[str, str]] = index.made.setdefault("of all", _of_all(index))
    own = {(head, fact.unit) for head in entry.heads - TOPIC}
    return list(selection.required()) if own & stated else []


def _kind_unsaid(selection: Selection, entry: Entry, mentioned: set[str]) -> list[Mention]:
    """收费 is not 行政事业性收费: the row of a table is a kind of what is asked, and that kind is not named."""
    fact = entry.fact
    measure = fact.measure.rpartition("/")[2] if isinstance(fact, Figure) and fact.table else ""
    if measure not in entry.own or measure in mentioned:
        return []
    return [
        m
        for m in selection.required()
        if any(_is_kind_of(measure, a) for s in m.senses for a in s.atoms)
    ]


def _change_unsaid(selection: Selection, fact: Figure) -> list[Mention]:
    """较2016年增加4106条 is how much it grew, and no amount."""
    if not _is_change(fact.what) or any(CHANGED.search(m.text) for m in selection.mentions):
        return []
    return list(selection.required())


@lru_cache(maxsize=REMEMBERED)
def _is_change(what: str) -> bool:
    """Do these words of a figure say how much it grew or shrank?"""
    return CHANGE.search(compact(what)) is not None


def _another_measure(
    selection: Selection, fact: Figure, units: Units, index: Index
) -> list[Mention]:
    """The second measure of a thing answers only in its measure word, a share only of what it is of."""
    second = is_second(fact) and not units.fits_only(selection.unit, fact.unit)
    # 2类案件 is how many kinds there are, and no number of cases.
    kinds = fact.unit in KINDS and not selection.unit
    other = second or kinds or _share_of_another(selection, fact, index)
    return list(selection.required()) if other else []


def _share_of_another(selection: Selection, fact: Figure, index: Index) -> bool:
    """占7.9% is of what stands before it (机构职能类信息161条): no word of the question names that.

    47%来自海外 is a share of what it inherits as well, and no amount of it.
    """
    if fact.kind != "percent" or fact.what not in ("", "占") or not fact.inherits:
        return False
    behind = compact(index.report.source[fact.number[1] : fact.end])
    if not fact.what and any(len(m.text) > 1 and m.text in behind for m in selection.meant()):
        return False
    if not selection.unit:
        # 为民办实事类有多少 asks for no share.
        return True
    subject = compact(index.report.source[slice(*fact.inherits[0])])
    named = (m for m in selection.mentions if not m.kinds() <= IDLE)
    return not any(w in subject for m in named for w in (m.text, *_own_atoms(m)))


def _own_atoms(mention: Mention) -> tuple[str, ...]:
    return tuple(a for s in mention.senses if s.kind in CONTENT for a in s.atoms)


def _is_kind_of(measure: str, asked: str) -> bool:
    plain = asked.removesuffix("金额")
    return len(plain) > 1 and measure != plain and measure.endswith(plain)


def _of_all(index: Index) -> set[tuple[str, str]]:
    """What the report states of the whole place, each with its unit."""
    wholes = [e for e in index.figures() if e.scope == "whole"]
    return {(head, e.fact.unit) for e in wholes for head in e.heads if isinstance(e.fact, Figure)}


def _places(selection: Selection) -> list[Mention]:
    """The places that are named, other than the report's own."""
    return [m for m in selection.mentions if "place" in m.kinds() and "card_place" not in m.kinds()]


def _body_unsaid(
    places: Sequence[Mention], fact: Figure | Statement, mentioned: set[str], index: Index
) -> list[Mention]:
    """What 沭阳县自然资源和规划局 collected is not what 沭阳县 collected."""
    if not isinstance(fact, Figure):
        return []
    source = index.report.source
    starts = (fact.start, *(start for start, _ in fact.inherits))
    left = []
    for mention in places:
        names = {atom for s in mention.senses for atom in s.atoms}
        said = [
            start + len(name)
            for start in starts
            for name in names
            if source.startswith(name, start)
        ]
        bodies = [body.group() for at in said if (body := BODY.match(source, at))]
        named = any(atom in body for body in bodies for atom in mentioned)
        if bodies and len(bodies) == len(said) and not named:
            left.append(mention)
    return left


def _nothing_meant(
    selection: Selection, entry: Entry, mentioned: set[str], units: Units, index: Index
) -> list[Mention]:
    """With no word of the figure in the question, only a telling measure word may point to it.

    What all reports are about, or a heading alone, points only to a figure that says no more itself.
    """
    fact = entry.fact
    assert isinstance(fact, Figure)
    if mentioned - TOPIC or other_year(fact, index.report.year):
        return []
    specific = units.is_specific(selection.unit)
    named = specific and THEME in mentioned & entry.own
    if selection.meant() and entry.says() - TOPIC - {PROACTIVE, "信息"} and not named:
        return list(selection.required())
    if mentioned - {THEME} or (fact.kind != "zero" and (specific or mentioned)):
        return []
    return list(selection.mentions)


def is_telling(selection: Selection) -> bool:
    """Does a word say which fact is meant, beyond what every report is about?"""
    return any(not _is_topical(m) for m in selection.meant())


def _is_topical(mention: Mention) -> bool:
    exact = [set(s.atoms) for s in mention.senses if s.atoms and not s.near]
    return "theme" in mention.kinds() or any(atoms <= TOPIC | {"信息"} for atoms in exact)
