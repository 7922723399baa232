"""A question by its own words, put to one report, and by looser ones.

text → link → Mentions → compose → Query → operate → Finding → word → Answer

What the rules leave unanswered, or compute, is read by the grammar too (`dialogue.grammatical`), which
makes a Tree of the Mentions and a Finding of the Tree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.choosing.figures import Facts
from assistant.consistency import consistency
from assistant.dialogue.grammatical import COMPUTED, LISTED, READ_TWICE, settled, understood
from assistant.index import Index
from assistant.knowledge import Knowledge
from assistant.model import Figure, Finding, Mention, Query, Question, Use
from assistant.operators import kind_asked, operator, role, shifted
from assistant.operators.bounded import is_bounded
from assistant.operators.frontmatter import front_matter, of_itself
from assistant.operators.ground import Ground
from assistant.operators.just_so import just_so
from assistant.operators.left_open import left_open
from assistant.operators.listed import but_excepted
from assistant.operators.quoted import quoted
from assistant.operators.shown_whole import with_act, with_deeds, with_list, with_words
from assistant.operators.stated_so import stated_so
from assistant.operators.told import is_told
from assistant.operators.verifying.counted import not_all
from assistant.queries.tree import Tree
from assistant.steps.account import Account, left_over
from assistant.steps.compose.rules import compose
from assistant.steps.link import link
from assistant.steps.loosely import loosely
from assistant.steps.match.units import Units
from assistant.steps.own_body import own_body
from assistant.steps.word import word
from assistant.trace import Trace

# Words for an order, and the operators that read them.
ORDER = frozenset({"top", "nth"})
ORDERING = frozenset({"rank", "filter", "reverse"})
CLAIMS = "claims"
# The rules by which a question quotes the report, and asks about it.
QUOTED, ABOUT = "原文", "关于报告"
# The year of a report says nothing in a question to it.
OWN_YEAR = "{}年(?:度|全年)?(?![初底末中0-9])"


def loosely_read(question: Question, knowledge: Knowledge) -> Trace:
    """A question by its own words; where these leave something over, by the thesaurus."""
    whole = read(question, knowledge)
    if whole.finding.status != "unanswered":
        return whole
    left = whole.finding.slots.get("word", "").split("、")
    loose = loosely(question.text, whole.mentions, left, knowledge.thesaurus)
    found = read(question, knowledge, loose) if loose else whole
    return found if found.finding.status == "answered" else whole


def unnamed(text: str, mentions: Sequence[Mention]) -> str:
    """A question without the name of the report's own organ or place: 市科委的网址是什么."""
    own = [m for m in mentions if "card_place" in m.kinds() and text[m.start : m.end] == m.text]
    for mention in sorted(own, key=lambda m: -m.start):
        text = text[: mention.start] + text[mention.end :]
    return text


def of_the_report(text: str, mentions: Sequence[Mention], knowledge: Knowledge) -> tuple[str, ...]:
    """A question without its report's own name and year, and without the year alone (区政府办 is no 区政府)."""
    year = OWN_YEAR.format(knowledge.indexes[0].report.year)
    ways = (re.sub(year, "", way) for way in (unnamed(text, mentions), text))
    return tuple(dict.fromkeys(ways))


def read(question: Question, knowledge: Knowledge, loose: tuple[Mention, ...] = ()) -> Trace:
    """A question by its own words, and by these looser names for some of them."""
    index = knowledge.indexes[0]
    own = own_body(question.text, index, knowledge.bodies)
    mentions, repairs = link(question, knowledge.lexicon, (index,), (*own, *loose))
    if shown := _as_it_stands(question, mentions, knowledge):
        return shown
    itself = of_itself(unnamed(question.text, mentions), index, knowledge.front)
    if itself and itself != question.text:
        return read(replace(question, text=itself), knowledge)
    question = replace(question, repairs=(*question.repairs, *repairs))
    query, rule = compose(question.text, mentions)
    ground = ground_of(index, knowledge)
    finding = _orderly(query, operator(query.operator)(query, ground))
    finding = with_list(but_excepted(query, finding, ground, knowledge.lists), ground)
    finding = with_deeds(query, with_act(with_words(query, finding, ground), ground), ground)
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
        meant = understood(mended.text, mentions, knowledge, facts, refusing=answered)
        found = settled(rule, finding, meant, facts)
        if found is not None:
            question = replace(question, repairs=mended.repairs)
            finding, rule, uses = found.finding, f"语法：{found.tree.op}", ()
            if _denies_its_own(found.tree.op, query, finding):
                finding = ground.not_stated(query)
            tree = found.tree if finding.status == "answered" else None
    if not is_bounded(question, finding, ground, knowledge.bounds):
        finding, uses, tree = ground.not_stated(query), (), None
    kept = just_so(query, not_all(query, finding, ground), ground, knowledge.bounds)
    if kept is not finding:
        finding, uses, tree = kept, (), None
    answer = word(question, finding, index, knowledge.wording, query.wish)
    return Trace(question, mentions, rule, query, finding, answer, uses=uses, tree=tree)


def _as_it_stands(
    question: Question, mentions: tuple[Mention, ...], knowledge: Knowledge
) -> Trace | None:
    """What is asked of the report as such, or of one of its clauses as it stands."""
    index = knowledge.indexes[0]
    if told := consistency(question.text, knowledge):
        answer = word(question, told.finding, index, knowledge.wording)
        answer = replace(answer, citations=told.citations)
        return Trace(question, mentions, ABOUT, None, told.finding, answer)
    said = quoted(question.text, mentions, index)
    said = said or stated_so(question.text, index, knowledge.language.words)
    said = said or left_open(question.text, index, knowledge.roles)
    asked = () if said else of_the_report(question.text, mentions, knowledge)
    read_so = (front_matter(text, index, knowledge.front) for text in asked)
    about = next((found for found in read_so if found), None)
    shown = said or about
    if shown is None:
        return None
    if not is_bounded(question, shown, ground_of(index, knowledge), knowledge.bounds):
        return None
    answer = word(question, shown, index, knowledge.wording)
    return Trace(question, mentions, QUOTED if said else ABOUT, None, shown, answer)


def _denies_its_own(op: str, query: Query, finding: Finding) -> bool:
    """A和B办结4003件，是真的吗: is the one number claimed of several denied, and stated by one of what denies it?"""
    stated = {f.value for f in finding.facts if isinstance(f, Figure)}
    claimed = [value for value, _ in query.numbers]
    denied = op == CLAIMS and finding.polarity == "no" and len(stated) > 1
    return denied and len(claimed) == 1 and claimed[0] in stated


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
