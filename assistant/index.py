"""Facts as concepts: what each fact says of itself, inherits and stands under.

An index is made once per report when knowledge is compiled, and loaded ready for matching.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import Any

from assistant.language.script import fold
from assistant.lexicon import ALSO, CELL, Lexicon, Names, cell_key
from assistant.model import Figure, Mention, Report, Section, Sense, Statement
from assistant.neighbours import Neighbours
from assistant.places import short, suffix
from assistant.shortnames import short_names

Fact = Figure | Statement
Key = str | tuple[str, str, str]
CONTENT = frozenset(
    {"action", "measure", "organ", "channel", "place", "period", "word", "theme", "verb"}
)
NOUNS = frozenset({"measure", "organ", "channel", "place", "word"})
# Heads too general to name what is counted: the word before them names it as well.
GENERAL_HEADS = frozenset(
    {
        *("信息", "案件", "人员", "工作人员", "事项", "文件", "机构", "单位"),
        *("决算", "支出", "金额", "总额", "费用", "账号", "站点"),
    }
)
NO_END = 99
OCCURS = "发生"
CLOSED = ")）》”』】 "
LIST_MARKS = ("、", "和", "与", "及", "等")
THEME = "政府信息公开"
PUBLISH = "公开"
# 主动公开 is 公开, though not the other way round.
PROACTIVE = "主动公开"
INFORMATION = "信息"
THEMES = (THEME, PUBLISH)
RATE = "率"
YEARLY = "同比"
# Concepts too general to tell one fact from another.
GENERAL = frozenset(
    {THEME, PUBLISH, "政府", "信息", "组织", "提供", "办理", "实现", "市政府", "发布"}
)
# 村(居)委会 is 村委会 and 居委会, 采(专)访 is 采访 and 专访.
BRACKETS = re.compile(r"([^\W\d_])[(（]([^\W\d_])[)）](?=[^\W\d_])")

# Lines break inside a word, and spaces stand in it, where a source is set so.
# Two names in quotation marks side by side in a list.
QUOTED_NAMES = re.compile("”[^、]{0,6}、“")
JOINING = frozenset({"和", "与", "及", "以及"})
RESPECTIVELY = re.compile("分别|依次")
TITLE = re.compile("《[^《》]*》")
WITHIN = re.compile("(?P<whole>[^,，、;；]{2,20})中有")
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact with its concepts.

    `own` come from its clause, `context` from what the clause inherits (or, for a statement, from
    its sentence), `topic` from the headings above it. `heads` end the counted noun phrase,
    `counted` are all its nouns; `together` are lists whose members were counted as one figure, each
    with the nouns that name them all (报纸、电台、电视台 with 媒体).
    `scope` is whose figure it is: `whole` (全市), an organ, or empty. `denied` are the concepts that
    the clause negates (不含诊所); `universal` says whether its sentence speaks of all (全部, 均).
    `about` is what its part of the report is about as a whole (主动公开 of 信息).
    """

    fact: Fact
    own: frozenset[str]
    context: frozenset[str]
    topic: frozenset[str]
    heads: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    together: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    scope: str = ""
    denied: frozenset[str] = frozenset()
    universal: bool = False
    about: frozenset[str] = frozenset()

    def says(self) -> frozenset[str]:
        """What the fact says by itself or inherits, without its headings."""
        return self.own | self.context

    def key(self) -> Key:
        """What tells it from everything else that its report says: a passage has the id of what it begins with."""
        fact = self.fact
        return fact.id if isinstance(fact, Figure) else (fact.id, fact.kind, fact.section)


@dataclass(frozen=True, slots=True)
class Index:
    """A report's entries, and the names that only this report knows."""

    report: Report
    entries: tuple[Entry, ...]
    sections: tuple[tuple[Section, frozenset[str]], ...]
    names: Names
    organ: str
    # What is made of its report when it is first needed, such as the pieces that passages are cut from.
    made: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def figures(self) -> tuple[Entry, ...]:
        """The entries of figures."""
        if "figures" not in self.made:
            self.made["figures"] = tuple(e for e in self.entries if isinstance(e.fact, Figure))
        found: tuple[Entry, ...] = self.made["figures"]
        return found

    def statements(self) -> tuple[Entry, ...]:
        """The entries of statements."""
        return tuple(e for e in self.entries if isinstance(e.fact, Statement))

    def said(self) -> tuple[Entry, ...]:
        """The entries of statements that say something, headings left out."""
        return tuple(e for e in self.statements() if not getattr(e.fact, "heading", False))

    def of(self, identity: str | None) -> Entry | None:
        """The entry of the fact with this id."""
        if "entries" not in self.made:
            self.made["entries"] = {e.fact.id: e for e in reversed(self.entries)}
        found: Entry | None = self.made["entries"].get(identity)
        return found

    def only(self, facts: frozenset[str]) -> Index:
        """The same report with these facts alone; what is made of them is their own."""
        entries = tuple(e for e in self.entries if e.fact.id in facts)
        return replace(self, entries=entries, made={})


def build(report: Report, terms: Names, folded: str) -> Index:
    """The index of a report under these terms; `folded` is its source, folded to equal length."""
    names = report_names(report, terms)
    lexicon = Lexicon.of(terms, names)
    reader = _Reader(lexicon, folded, report)
    entries = [reader.figure(f) for f in report.figures]
    parts = {
        e.fact.part_of: e
        for e in reversed(entries)
        if isinstance(e.fact, Figure) and e.fact.part_of
    }
    entries = [_named_by_part(e, parts) for e in entries]
    heads = {e.fact.id: e for e in entries}
    completed = [_with_whole(e, heads) for e in entries]
    statements = [reader.statement(s) for s in report.statements]
    sections = tuple((s, reader.concepts(s.heading)) for s in report.sections)
    organ = next(
        (
            a
            for m in lexicon.read(report.organ)
            for s in m.senses
            if s.kind == "organ"
            for a in s.atoms
        ),
        report.organ,
    )
    # What a member is called in short is no word of the report itself.
    short_forms = short_names(report, {*terms, *names})
    return Index(report, (*completed, *statements), sections, {**names, **short_forms}, organ)


def report_names(report: Report, terms: Names) -> Names:
    """The names that a report adds: its own words, its places with their short forms, its scope."""
    found: dict[str, tuple[Sense, ...]] = {}
    for word, flag in report.vocabulary.items():
        if flag.startswith("ns") and suffix(word):
            found[word] = (Sense("place", (word,)),)
            if len(short(word)) > 1 and short(word) not in terms:
                found[short(word)] = (Sense("place", (word,)),)
        else:
            kind = "verb" if flag[0] in "vad" and flag not in ("vn", "an") else "word"
            found[word] = (Sense(kind, (word,)),)
    ending = suffix(report.place) or "市"
    for word in ("全", "我", "我们", "我们全", "本", "咱", "咱们", "咱全", "贵", "你", "你们"):
        found[word + ending] = (Sense("whole"),)
    for word in (
        ending,
        ending + "里",
        ending + "里面",
        ending + "上",
        ending + "内",
        "整个" + ending,
    ):
        found[word] = (Sense("whole"), Sense("frame", tag="own_place"))
    for word in {report.place, report.place.removesuffix(ending)}:
        found[word] = (Sense("card_place"),)
    return found


def _named_by_part(entry: Entry, parts: Mapping[str, Entry]) -> Entry:
    """A total without a name of its own counts what its first part counts: 合计50.5万元 of 经费.

    `parts` maps a total to its first part.
    """
    fact = entry.fact
    if not isinstance(fact, Figure) or fact.table or fact.what or fact.who:
        return entry
    first = parts.get(fact.id)
    if first is None:
        return entry
    return replace(
        entry,
        own=entry.own | first.heads,
        heads=entry.heads | first.heads,
        counted=entry.counted | first.heads,
    )


def _with_whole(entry: Entry, entries: Mapping[str, Entry]) -> Entry:
    """A part counts what its whole counts: 连州市669项 counts 进驻事项."""
    fact = entry.fact
    whole = entries.get(fact.part_of or "") if isinstance(fact, Figure) else None
    if whole is None:
        return entry
    return Entry(
        fact=fact,
        own=entry.own,
        context=entry.context,
        topic=entry.topic,
        heads=entry.heads | whole.heads,
        counted=entry.counted | whole.counted,
        together=entry.together,
        scope=entry.scope or whole.scope,
        denied=entry.denied,
        about=entry.about,
    )


def lead(figure: Figure, beside: Iterable[Figure]) -> tuple[tuple[int, int], ...]:
    """The clauses without a figure that open its sentence, and those right before its own clause.

    They say what all figures behind them are about: 完善政策文件库建设,共归集政策文件10219件. `beside`
    holds the figures of its sentence at least.
    """
    start, at = figure.sentence[0], figure.clause[0]
    before = [f.clause for f in beside if f.sentence == figure.sentence and f.clause[0] < at]
    opened = min((clause[0] for clause in before), default=at)
    closed = max((clause[1] for clause in before), default=at)
    return tuple(span for span in ((start, opened), (closed, at)) if span[0] < span[1])


def tail(figure: Figure, beside: Iterable[Figure], source: str) -> tuple[int, int]:
    """What a clause says behind its last figure of all its figures: 16个乡镇、55个单位全部落实了领导.

    `beside` holds the figures of its clause at least.
    """
    inside = [f for f in beside if f.clause == figure.clause and not f.table]
    behind = max((max(f.end, f.number[1]) for f in inside), default=figure.clause[1])
    rest = source[behind : figure.clause[1]].lstrip(CLOSED)
    # What is joined on is something else: 国办发〔2013〕73号和省政府办公厅的有关要求.
    joined = figure.kind == "document" or rest.startswith(LIST_MARKS)
    return (behind, figure.clause[1]) if rest and not joined else (0, 0)


# In a report 16个乡镇 counts 乡镇; only a question's 个乡镇 asks for members.
COUNTED = re.compile("个(?=[乡镇街社村])")


# Kinds of case, each with a number of its own unless one number was given for several.
CASES = frozenset({"行政复议", "行政诉讼", "举报", "投诉"})
CLAUSE_END = re.compile("[,，;；。]")
# A row of members in a clause: 领导之窗、招商投资等栏目.
ROW = re.compile(r"[^、,，;；:：。]+(?:、[^、,，;；:：。]+)+")


# What the parts of every report of the genre are about, by a word of their headings.
PARTS = (
    ("依申请公开", frozenset({"依申请公开", "申请", "受理"})),
    ("申请公开", frozenset({"依申请公开", "申请", "受理"})),
    ("主动公开", frozenset({"主动公开", PUBLISH, INFORMATION})),
)


class _Reader:
    """Reads pieces of one report's text as concepts."""

    def __init__(self, lexicon: Lexicon, text: str, report: Report) -> None:
        self.lexicon = lexicon
        self.text = text
        self.report = report
        self.near = Neighbours(report)
        # Facts share their sentences, headings and labels, so that most pieces are read again.
        self.read = cache(lexicon.read)
        self.concepts = cache(self._concepts)

    def _concepts(self, text: str) -> frozenset[str]:
        text = COUNTED.sub("个 ", SPACE.sub("", text))
        ways = {text, BRACKETS.sub(r"\1", text), BRACKETS.sub(r"\2", text)}
        found = {a for w in ways for m in self.read(w) for a in concepts_of(m)}
        return frozenset(found | {PUBLISH} if PROACTIVE in found else found)

    def figure(self, figure: Figure) -> Entry:
        return self._cell(figure) if figure.table else self._prose(figure)

    def _cell(self, figure: Figure) -> Entry:
        """A number in a table: its row and its column say what it is, the outer labels whereof.

        The labels are those of the dictionary where it knows them, else as printed.
        """
        path = figure.measure.split("/")
        names = ["/".join(path[:n]) for n in range(1, len(path))]
        keys = [(figure.measure, ""), ("", figure.member), (figure.measure, figure.member)]
        own = frozenset().union(
            *(self._said(figure.table, *key) for key in keys[: 2 + bool(path[0])])
        )
        if not figure.measure:
            own |= self.concepts(figure.what)
        if not (figure.member or figure.measure) and figure.column and figure.row:
            own |= self.concepts(fold(figure.column[-1]))
        context = frozenset().union(
            self._said(figure.table),
            *(self.concepts(self.text[start:end]) for start, end in figure.inherits),
            *(self._said(figure.table, name) for name in names),
            *(self._said(figure.table, *key, tag=ALSO) for key in keys),
            *(self._said(figure.table, *key) for key in _outer(figure.column)),
            *(self.concepts(fold(label)) for label in (figure.row or figure.column)[-1:]),
        )
        return Entry(
            fact=figure,
            own=own,
            context=context - own,
            topic=self._table_topic(figure),
            heads=own | context,
            counted=own | context,
        )

    def _table_topic(self, figure: Figure) -> frozenset[str]:
        """The heading over a table; an annex has its own."""
        if figure.section in self.near.paths:
            return self._topic(figure.start)
        return self.concepts(fold(figure.section)) - GENERAL

    def _said(
        self, table: str, measure: str = "", member: str = "", tag: str = ""
    ) -> frozenset[str]:
        """What the dictionary says of a table, of its row or of its column."""
        senses = self.lexicon.senses(cell_key(table, measure, member))
        return frozenset(a for s in senses if s.kind == CELL and s.tag == tag for a in s.atoms)

    def _prose(self, figure: Figure) -> Entry:
        whole, words = _within(self._own_words(figure))
        own = self.concepts(words)
        inherited = [whole, *(self.text[start:end] for start, end in figure.inherits)]
        context = frozenset().union(*(self.concepts(piece) for piece in inherited)) - own
        if figure.unit == "%":
            context |= {RATE} - own
        if self._compares_years(figure):
            context |= {YEARLY} - own
        if figure.kind == "rank_cutoff":
            context |= (
                self.concepts(self._own_words(figure, self.text[slice(*figure.clause)])) - own
            )
        if figure.kind in ("document", "frequency"):
            context |= self._without_organs(self.text[slice(*figure.sentence)]) - own
        return Entry(
            fact=figure,
            own=own,
            context=context,
            topic=self._topic(figure.start) | self._lead(figure) | self._title(figure),
            heads=self._owners(figure) or self._all_heads(figure.what),
            counted=frozenset(self._nouns(figure.what)),
            together=tuple(self._together(figure)),
            about=self._part(figure.start),
            scope=self._scope(figure, inherited),
            denied=own if figure.kind == "zero" else frozenset(),
        )

    def _title(self, figure: Figure) -> frozenset[str]:
        """The last document that is named before it in its sentence: of that is what follows (有效期5年)."""
        before = self.text[figure.sentence[0] : figure.clause[0]]
        named = TITLE.findall(before)[-1:]
        return frozenset().union(*(self.concepts(title) for title in named))

    def _compares_years(self, figure: Figure) -> bool:
        """Does its clause compare with the year before (比2017年的443条增加49条)?"""
        before = self.report.year - 1
        told = (figure.clause, *figure.inherits)
        clause = SPACE.sub("", "".join(self.text[start:end] for start, end in told))
        return any(f"{word}{before}年" in clause for word in ("比", "较"))

    def _part(self, at: int) -> frozenset[str]:
        """What the outermost part of the report is about: 主动公开 of 信息, 依申请公开 of 申请, which were received."""
        outer = next((s for s in self.near.sections(at) if s.level == 1), None)
        if outer is None:
            return frozenset()
        named = (nouns for theme, nouns in PARTS if theme in outer.heading)
        return next(named, frozenset())

    def _lead(self, figure: Figure) -> frozenset[str]:
        """The concepts of what leads up to the figure and of what its clause says of it behind it.

        Members of lists are left out:
        更新领导之窗、招商投资等栏目 makes no figure behind it one of 招商投资 alone.
        """
        beside = self.near.of_clause[figure.clause]
        spans = (
            *lead(figure, self.near.of_sentence[figure.sentence]),
            tail(figure, beside, self.report.source),
        )
        pieces = (piece for start, end in spans for piece in self._unlisted(self.text[start:end]))
        return frozenset().union(*(self.concepts(piece) for piece in pieces))

    def _unlisted(self, text: str) -> Iterator[str]:
        at = 0
        for row in ROW.finditer(text):
            first, _, rest = row.group().partition("、")
            named = [m for m in self.read(first) if m.kinds() & CONTENT]
            yield text[at : row.start()]
            yield first[: named[-1].start] if named else first
            yield rest.rpartition("、")[2].partition("等")[2]
            at = row.end()
        yield text[at:]

    def _without_organs(self, text: str) -> frozenset[str]:
        mentions = [m for m in self.read(text) if "organ" not in m.kinds()]
        return frozenset(a for m in mentions for a in concepts_of(m))

    def _own_words(self, figure: Figure, clause: str = "") -> str:
        """The figure's clause without the other figures that stand in it, and what they count."""
        if figure.kind == "document":
            return figure.quote + figure.what
        words = SPACE.sub("", clause or figure.quote)
        row = RESPECTIVELY.search(words) is not None
        beside = {*self.near.of_start[figure.start], *self.near.of_clause[figure.clause]}
        for other in sorted(beside, key=lambda f: f.number):
            if row and other.number != figure.number and other.start == figure.start:
                # A、B分别为1件、2件: the names and numbers of the others are not of this one.
                for piece in (other.text, other.what or other.who):
                    words = words.replace(piece, "") if piece else words
            if other.clause == figure.clause and other.id != figure.id and other.what:
                words = words.replace((other.printed or other.text) + other.what, "")
        return words

    def statement(self, statement: Statement) -> Entry:
        own = self.concepts(self.text[statement.start : statement.end])
        sentence = SPACE.sub("", self.text[slice(*statement.sentence)])
        mentions = self.read(sentence)
        return Entry(
            fact=statement,
            own=own,
            context=self.concepts(sentence) - own,
            topic=self._topic(statement.start, whole=True),
            denied=frozenset(denied(self.read(statement.quote))) | self._none_of(statement),
            universal=any("universal" in m.kinds() for m in mentions),
        )

    def _none_of(self, statement: Statement) -> frozenset[str]:
        """What there is none of, where the statement is a stated zero (未收到针对我厅工作的举报)."""
        zeros = (
            f.what
            for f in self.near.zeros
            if f.clause[0] <= statement.start and statement.end <= f.clause[1]
        )
        return frozenset().union(*(self.concepts(what) for what in zeros))

    def _topic(self, at: int, whole: bool = False) -> frozenset[str]:
        """The concepts of the heading right above (or of all, `whole`).

        A heading of two things (A和B) vouches for neither.
        """
        around = self.near.sections(at)
        titles = [s.heading for s in (around if whole else around[-1:])]
        kept = [t for t in titles if whole or not re.search("[和及、]", t)]
        return frozenset().union(*(self.concepts(title) for title in kept)) - GENERAL

    def _mentions(self, text: str) -> list[Mention]:
        return [m for m in self.read(text) if m.kinds() & CONTENT]

    def _all_heads(self, what: str) -> frozenset[str]:
        """The heads of the phrase, with its bracket (A、B等) and without it."""
        return frozenset([*self._heads(what), *self._heads(re.sub(r"[(（].*?[)）]", "", what))])

    def _heads(self, what: str) -> Iterator[str]:
        """The nouns that end the counted phrase, or an item of a list in it."""
        mentions = self._mentions(what)
        for index, mention in enumerate(mentions):
            following = mentions[index + 1].start if index + 1 < len(mentions) else len(what)
            after = what[mention.end : following]
            if index + 1 < len(mentions) and not after.startswith(LIST_MARKS):
                continue
            yield from concepts_of(mention)
            last = mention
            for earlier in reversed(mentions[:index]):
                if not set(concepts_of(last)) & GENERAL_HEADS:
                    break
                yield from concepts_of(earlier)
                last = earlier

    def _owners(self, figure: Figure) -> frozenset[str]:
        """有网站的43个 counts those who have one: 各乡镇(街道)."""
        if not figure.what.endswith("的"):
            return frozenset()
        inherited = "".join(self.text[start:end] for start, end in figure.inherits)
        return self.concepts(figure.who + inherited)

    def _nouns(self, what: str) -> Iterator[str]:
        for mention in self._mentions(what):
            yield from concepts_of(mention)

    def _together(self, figure: Figure) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
        """Lists before the number (A、B等C 15个): the figure is of all of them, not of one."""
        before = self.text[figure.start : figure.number[0]]
        for row in re.finditer(r"[^、()（）,，]{1,12}(?:、[^、()（）,，]{1,12})+", before):
            *members, last = row.group().split("、")
            end, _, tail = last.partition("等")
            first_of_last = [m.text for m in self._mentions(end)[:1]]
            members[0] = self._without_act(members[0])
            found = [self.concepts(m) or frozenset({m}) for m in [*members, *first_of_last]]
            bracketed = before[: row.start()].endswith(("(", "（"))
            named = before[: row.start()] if bracketed else tail
            # In quotation marks stand names, whatever they are made of.
            named_so = QUOTED_NAMES.search(row.group()) is not None
            acts = not named_so and any(k == "action" for m in found for k in self._kinds(m))
            if all(found) and not acts:
                yield frozenset().union(*found), self._leading_nouns(named)
        yield from self._together_joined("" if figure.table else SPACE.sub("", figure.what))
        yield from self._together_behind(figure)

    def _without_act(self, member: str) -> str:
        """教育 of 扎实推进教育: what is done to all of a list stands before its first member."""
        acts = [m for m in self._mentions(member) if "action" in m.kinds() or "verb" in m.kinds()]
        return member[acts[-1].end :] or member if acts else member

    def _together_joined(self, what: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
        """Two joined by 和 before the number (行政公文和政策解读信息9条): the figure is of both."""
        mentions = self._mentions(what)
        for at, (left, right) in enumerate(pairwise(mentions)):
            last = mentions[at + 1 :]
            ends = last[-1].end == len(what) and all(m.kinds() & NOUNS for m in (left, *last))
            if not ends or what[left.end : right.start] not in JOINING:
                continue
            telling = (c for m in reversed(last) if (c := _telling(m)))
            keys = [_telling(left), next(telling, frozenset())]
            if all(keys) and keys[0] != keys[1]:
                yield keys[0] | keys[1], frozenset()

    def _together_behind(self, figure: Figure) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
        """Kinds of case behind the number (1宗…申请行政复议、提起行政诉讼案) were counted as one."""
        behind = self.text[figure.number[1] : figure.end]
        named = frozenset(a for m in self._mentions(behind) for a in concepts_of(m)) & CASES
        if figure.value and len(named) > 1 and not CLAUSE_END.search(behind):
            yield named, frozenset()

    def _leading_nouns(self, text: str) -> frozenset[str]:
        nouns: set[str] = set()
        for mention in self._mentions(text):
            if not mention.kinds() & NOUNS and nouns:
                break
            nouns |= set(concepts_of(mention))
        return frozenset(nouns)

    def _kinds(self, atoms: frozenset[str]) -> Iterator[str]:
        for atom in atoms:
            for sense in self.lexicon.senses(atom)[:1]:
                yield sense.kind

    def _scope(self, figure: Figure, inherited: list[str]) -> str:
        for piece in (figure.who, *inherited):
            for mention in self.read(piece):
                if "whole" in mention.kinds():
                    return "whole"
                if "organ" in mention.kinds() and piece == figure.who:
                    return concepts_of(mention)[0]
        return ""


def _telling(mention: Mention) -> frozenset[str]:
    """What a word is, where that tells things apart: not of 信息, 文件."""
    return frozenset(concepts_of(mention)) - GENERAL - GENERAL_HEADS


def _within(words: str) -> tuple[str, str]:
    """废止文件中有行政规范性文件3件: of what it is one, and what it counts itself."""
    found = WITHIN.match(words)
    return (found["whole"], words[found.end() :]) if found else ("", words)


def _outer(column: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The official names of what a column stands under: 行政诉讼, 行政诉讼/未经复议直接起诉."""
    for n, label in enumerate(column[:-1]):
        yield "/".join(column[:n]), label
        yield "", label


def denied(mentions: Iterable[Mention]) -> Iterator[str]:
    """The concepts that a negation denies: the next for 不, all up to 的 for 未 and 不含.

    未发生 denies all up to the next mark.
    """
    reach, end, open_ended = 0, 0, False
    for mention in mentions:
        if mention.start > end or (mention.text == "的" and not open_ended):
            reach, open_ended = 0, False
        if "negation" in mention.kinds():
            reach = 0 if reach else 1 if mention.text == "不" else NO_END
        elif reach and mention.kinds() & CONTENT:
            open_ended = open_ended or OCCURS in concepts_of(mention)
            yield from concepts_of(mention)
            reach -= 1
        end = mention.end


def concepts_of(mention: Mention) -> tuple[str, ...]:
    """The concepts that a word names in a report: itself if it is one, else all it may stand for."""
    exact = [s for s in mention.senses if s.atoms == (mention.text,) and s.kind in CONTENT]
    known = [s for s in mention.senses if s.kind in CONTENT]
    senses = exact or [s for s in known if not s.near]
    if known and not senses and "frame" not in mention.kinds():
        # A word that only loosely names a concept is, in a report, first of all itself.
        return (mention.text,)
    if "theme" in mention.kinds():
        return (THEME, PUBLISH, INFORMATION) if mention.text.endswith(INFORMATION) else THEMES
    return tuple(dict.fromkeys(atom for sense in senses for atom in sense.atoms))
