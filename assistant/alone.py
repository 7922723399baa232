"""A question by itself, put to one report: by its own words, by looser ones, and without what only stands around it.

text → link → Mentions → compose → Query → operate → Finding → word → Answer

What the rules leave unanswered, or compute, is read by the grammar too (`dialogue.grammatical`), which
makes a Tree of the Mentions and a Finding of the Tree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from assistant.choosing.figures import Facts
from assistant.consistency import consistency
from assistant.dialogue.clauses import asides, behind_story, lent, parted
from assistant.dialogue.grammatical import COMPUTED, LISTED, READ_TWICE, settled, understood
from assistant.grammar.scan import scan
from assistant.index import Index
from assistant.knowledge import Knowledge
from assistant.model import Figure, Finding, Mention, Query, Question, Use
from assistant.operators import kind_asked, operator, role, shifted
from assistant.operators.frontmatter import front_matter, in_its_words, of_itself, plainly
from assistant.operators.gapped import gapped
from assistant.operators.ground import Ground
from assistant.operators.left_open import is_empty, left_open
from assistant.operators.listed import but_excepted
from assistant.operators.membership import is_known, of_lists
from assistant.operators.quoted import quoted
from assistant.operators.shown_whole import with_list, with_words
from assistant.operators.stated_so import stated_so
from assistant.operators.told import is_told
from assistant.queries.tree import Tree
from assistant.steps.account import Account, left_over
from assistant.steps.compose import compose
from assistant.steps.link import link
from assistant.steps.loosely import loosely
from assistant.steps.match import Units
from assistant.steps.normalise import normalise
from assistant.steps.patterns import RELATIVE_YEARS
from assistant.steps.word import word
from assistant.trace import Trace

# How many ways to set clauses aside are tried, and what stands around a clause.
ASIDES = 6
# How many plain wordings of a question are tried.
WORDINGS = 8
# 比上年, 较去年.
AGAINST_YEAR = re.compile(
    rf"[比较跟与和同](?:之)?({'|'.join(map(re.escape, RELATIVE_YEARS))})(?:同期)?相?比?"
)
# The label of an item that somebody copies with it: 一是更新3份清单，对吗 counts no 一.
LABEL = re.compile(
    "^(?:[一二三四五六七八九十]是|[(（][一二三四五六七八九十]+[)）])(?=[^,，。？?！!什哪多几吗谁怎]{5})"
)
# So long is what leads in a name, politely or not.
LEAD = 3
OUTER = "…，,。？?！!；;：: "
# Words for an order, and the operators that read them.
ORDER = frozenset({"top", "nth"})
ORDERING = frozenset({"rank", "filter", "reverse"})
# The rules by which a question quotes the report, and asks about it.
QUOTED, ABOUT, GAPPED = "原文", "关于报告", "填空"
# The rule by which a list of the report tells what is in it.
LISTS = "成员"


def by_itself(question: Question, knowledge: Knowledge) -> Trace:
    """A question by itself; where nothing answers it, by looser words, and without what asks nothing."""
    index = knowledge.indexes[0]
    question = replace(question, text=LABEL.sub("", question.text))
    empty = is_empty(question.text, index, knowledge.roles)
    if not empty and (listing := of_lists(question, knowledge)):
        finding, whole_of = listing
        answer = word(question, finding, index, knowledge.wording)
        return Trace(question, whole_of.mentions, LISTS, whole_of.query, finding, answer)
    whole = _loosely(question, knowledge)
    misread = any(knowledge.wordings.knows(r.written) for r in whole.question.repairs)
    if empty or is_known(question, whole.finding, knowledge):
        ground = ground_of(index, knowledge)
        finding = ground.not_stated(whole.query) if whole.query else whole.finding
        answer = word(question, finding, index, knowledge.wording)
        return replace(whole, finding=finding, answer=answer, uses=(), tree=None)
    if whole.finding.status != "unanswered" and not misread:
        return whole
    found = (
        _plainly(question, knowledge)
        or _without_background(question, whole, knowledge)
        or _by_year(question, knowledge)
        or _otherwise_worded(question, knowledge)
        or _filling(whole, knowledge)
    )
    planned = found and role.is_only_planned(
        question.text, found.finding, ground_of(index, knowledge)
    )
    told = found and is_told(question.text, found.finding, index, knowledge.told)
    return found if found and told and not planned else whole


def _filling(whole: Trace, knowledge: Knowledge) -> Trace | None:
    """What the one passage tells that says all that the question says, and fills the gap where it asks."""
    index = knowledge.indexes[0]
    question = whole.question
    asked = _unnamed(question.text, whole.mentions)
    if "“" in question.text:
        # A place in a quoted name is a part of it: “中国上海”.
        asked = question.text
    unit = whole.query.base.unit if whole.query else ""
    found = gapped(asked, unit, ground_of(index, knowledge), knowledge.gaps)
    if found is None:
        return None
    answer = word(question, found, index, knowledge.wording)
    return replace(whole, rule=GAPPED, finding=found, answer=answer, uses=(), tree=None)


def _by_year(question: Question, knowledge: Knowledge) -> Trace | None:
    """What is held against 上年, against the year that this is: 比上年少了多少件 as 比2010年少了多少件."""
    own = knowledge.indexes[0].report.year
    asked = AGAINST_YEAR.sub(lambda m: f"比{own + RELATIVE_YEARS[m[1]]}年", question.text)
    if asked == question.text:
        return None
    found = _loosely(replace(question, text=asked), knowledge)
    return found if found.finding.status == "answered" else None


def _otherwise_worded(question: Question, knowledge: Knowledge) -> Trace | None:
    """A question in the plain words for what it asks: 公报何以免费 as 公报为什么免费."""
    for plain in islice(knowledge.wordings.plainly(question.text), WORDINGS):
        found = _loosely(replace(question, text=plain.text), knowledge)
        number = plain.reworded and bool(found.finding.values) and not found.finding.polarity
        if found.finding.status == "answered" and not number:
            return found
    return None


def _plainly(question: Question, knowledge: Knowledge) -> Trace | None:
    """What is asked about the report as such, in the words that are read: 自己承认的毛病有哪几条."""
    asked = plainly(question.text, knowledge.front)
    if not asked:
        return None
    found = _read(replace(question, text=asked), knowledge)
    if found.finding.status == "answered":
        return found
    index = knowledge.indexes[0]
    said = in_its_words(question.text, index, knowledge.front)
    if said is None:
        return None
    answer = word(question, said, index, knowledge.wording)
    return Trace(question, found.mentions, ABOUT, None, said, answer)


def _loosely(question: Question, knowledge: Knowledge) -> Trace:
    """A question by its own words; where these leave something over, by the thesaurus."""
    whole = _read(question, knowledge)
    if whole.finding.status != "unanswered":
        return whole
    left = whole.finding.slots.get("word", "").split("、")
    loose = loosely(question.text, whole.mentions, left, knowledge.thesaurus)
    found = _read(question, knowledge, loose) if loose else whole
    return found if found.finding.status == "answered" else whole


def _without_background(question: Question, whole: Trace, knowledge: Knowledge) -> Trace | None:
    text, mentions, words = question.text, whole.mentions, knowledge.language.words
    if not parted(text, words.closed):
        return None
    edges = scan(text, mentions, knowledge.lexicon, words, knowledge.labels)
    for kept in islice(asides(text, edges, mentions, words.closed), ASIDES):
        asked = text[kept.start : kept.end].strip()
        if kept.place:
            asked = lent(asked, kept.place, words.closed)
        left = f"{text[: kept.start]}…{text[kept.end :]}".strip(OUTER)
        if any(left.endswith(name) and len(left) <= len(name) + LEAD for name in knowledge.labels):
            # 请问不予处理,所有类别…: what is named first is what is asked of.
            continue
        found = _loosely(replace(question, text=asked, aside=left), knowledge)
        if found.finding.status == "answered":
            return found
    at = behind_story(text, mentions, words.closed)
    if not at:
        return None
    found = _loosely(
        replace(question, text=text[at:].strip(), aside=text[:at].strip(OUTER)), knowledge
    )
    return found if found.finding.status == "answered" else None


def _unnamed(text: str, mentions: Sequence[Mention]) -> str:
    """A question without the name of the report's own organ or place: 市科委的网址是什么."""
    own = [m for m in mentions if "card_place" in m.kinds() and text[m.start : m.end] == m.text]
    for mention in sorted(own, key=lambda m: -m.start):
        text = text[: mention.start] + text[mention.end :]
    return text


def _read(question: Question, knowledge: Knowledge, loose: tuple[Mention, ...] = ()) -> Trace:
    index = knowledge.indexes[0]
    mentions, repairs = link(question, knowledge.lexicon, (index,), loose)
    if told := consistency(question.text, knowledge):
        answer = word(question, told.finding, index, knowledge.wording)
        answer = replace(answer, citations=told.citations)
        return Trace(question, mentions, ABOUT, None, told.finding, answer)
    said = quoted(question.text, mentions, index)
    said = said or stated_so(question.text, index, knowledge.language.words)
    said = said or left_open(question.text, index, knowledge.roles)
    about = (
        None if said else front_matter(_unnamed(question.text, mentions), index, knowledge.front)
    )
    if shown := said or about:
        answer = word(question, shown, index, knowledge.wording)
        return Trace(question, mentions, QUOTED if said else ABOUT, None, shown, answer)
    itself = of_itself(_unnamed(question.text, mentions), knowledge.front)
    if itself and itself != question.text:
        return _read(replace(question, text=itself), knowledge)
    question = replace(question, repairs=repairs)
    query, rule = compose(question.text, mentions)
    ground = ground_of(index, knowledge)
    finding = _orderly(query, operator(query.operator)(query, ground))
    finding = with_list(but_excepted(query, finding, ground, knowledge.lists), ground)
    finding = with_words(query, finding, ground)
    moved = finding.outcome in shifted.OUTCOMES
    words = shifted.others(mentions, query.text) if moved else mentions
    fills = role.is_told(mentions, query, finding, ground, knowledge.roles)
    fills = fills and is_told(question.text, finding, index, knowledge.told)
    if finding.status == "unanswered" or not fills:
        filled = role.run(mentions, query, ground, knowledge.roles)
        filled = filled or kind_asked.run(mentions, query, ground, knowledge.roles)
        if filled and not is_told(question.text, filled, index, knowledge.told):
            filled = None
        finding = filled or (finding if fills else ground.not_stated(query))
        words = role.read_whole(mentions, query, knowledge.roles) if filled else mentions
    uses = account(question.text, words, query, finding, (index,), ground.units, knowledge)
    finding = accounted(finding, uses)
    tree: Tree | None = None
    if finding.status == "unanswered" or finding.polarity == "no":
        # 行政权力由5863项精简为3975项，对吗: of two numbers that one clause states, neither is denied by the other.
        so = stated_so(question.text, index, knowledge.language.words, counted=True)
        if so is not None:
            answer = word(question, so, index, knowledge.wording)
            return Trace(question, mentions, QUOTED, None, so, answer)
    moved = moved and finding.status == "answered"
    if not moved and (finding.status == "unanswered" or rule in COMPUTED | READ_TWICE | LISTED):
        mended = _mended(question, knowledge)
        facts = Facts(ground, mended.text)
        # Of what is unanswered anyway, why the grammar refuses it is not asked.
        answered = finding.status == "answered"
        read = understood(mended.text, mentions, knowledge, facts, refusing=answered)
        found = settled(rule, finding, read, facts)
        if found is not None:
            question = replace(question, repairs=mended.repairs)
            finding, rule, uses = found.finding, f"语法：{found.tree.op}", ()
            tree = found.tree if finding.status == "answered" else None
    answer = word(question, finding, index, knowledge.wording, query.wish)
    return Trace(question, mentions, rule, query, finding, answer, uses=uses, tree=tree)


def _mended(question: Question, knowledge: Knowledge) -> Question:
    """The question with its mended words as they are spelled, each where it stands; none that operates."""
    text, operators = question.text, knowledge.language.words.operators
    mends = tuple(m for m in question.repairs if m.written not in operators)
    for mend in mends:
        if len(mend.read) == len(mend.written):
            text = text.replace(mend.written, mend.read)
    return replace(question, text=text, repairs=mends)


def account(
    text: str,
    mentions: tuple[Mention, ...],
    query: Query,
    finding: Finding,
    indexes: tuple[Index, ...],
    units: Units,
    knowledge: Knowledge,
) -> tuple[Use, ...]:
    """What used each word of an answered question; nothing is asked of a refusal."""
    if finding.status != "answered":
        return ()
    return Account(text, mentions, query, finding, indexes, units, knowledge.uses).uses()


def accounted(finding: Finding, uses: tuple[Use, ...]) -> Finding:
    """The one check: an answer that leaves a word over is a refusal, which names the word."""
    left = left_over(uses)
    if not left:
        return finding
    slots = {"word": "、".join(dict.fromkeys(m.text for m in left))}
    return Finding("unanswered", "not_matched", slots, reason="not_matched")


def _orderly(query: Query, finding: Finding) -> Finding:
    """前三名 and 第二多 are no words to pass over: only an order of members accounts for them."""
    asked = ORDER & set(query.operators) and query.operator not in ORDERING
    cut = any(isinstance(f, Figure) and f.kind == "rank_cutoff" for f in finding.facts)
    if asked and not cut and finding.status == "answered" and (finding.values or finding.polarity):
        return Finding("unanswered", "not_supported", reason="not_supported")
    return finding


def ground_of(index: Index, knowledge: Knowledge) -> Ground:
    """What operators stand on for one report."""
    units = Units(knowledge.units, knowledge.general_units)
    return Ground(index, units, knowledge.process)


def carried(asked: str, text: str, knowledge: Knowledge) -> Trace:
    """A question that stands for another, which says in full what the turn before left unsaid.

    One that left nothing unsaid stands for itself, and nothing is noted.
    """
    question = normalise(text)
    itself = question.text == normalise(asked).text
    return by_itself(replace(question, asked=asked, carried="" if itself else text), knowledge)
