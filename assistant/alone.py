"""A question by itself, put to one report: by its own words (`worded`), where nothing answers these, `otherwise`.

Where nothing does so either, it is asked once more in the words of the report (`everyday`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from assistant.by_parts import fuller
from assistant.everyday import in_words_of_the_report
from assistant.knowledge import Knowledge
from assistant.language.whether import asked_whether
from assistant.late import late
from assistant.model import Finding, Question
from assistant.operators.first_time import never_before
from assistant.operators.frontmatter import in_its_words, on_what_basis, plainly
from assistant.operators.gap_filled import DEEDS
from assistant.operators.gapped import gapped
from assistant.operators.left_open import is_empty
from assistant.operators.membership import is_known, of_lists
from assistant.otherwise import read_otherwise
from assistant.set_aside import OUTER
from assistant.steps.normalise import normalise
from assistant.steps.word import word
from assistant.timely import not_done
from assistant.trace import Trace
from assistant.worded import ABOUT, OWN_YEAR, ground_of, loosely_read, of_the_report, read, unnamed

# The label of an item that somebody copies with it: 一是更新3份清单，对吗 counts no 一.
LABEL = late(
    "^(?:[一二三四五六七八九十]是|[(（][一二三四五六七八九十]+[)）])(?=[^,，。？?！!什哪多几吗谁怎]{5})"
)
# What a turn says that ends the conversation, however it does.
FAREWELL = "再见"
# How a question ends that asks whether something is so.
WHETHER = ("吗", "么", "没有", "没", "吧")
# What the year that follows the report's is called.
NEXT_YEAR = "明年"
# What was left to the next year is a figure of this one: 转到明年办理.
LEFT_TO = late(f"[到至入给]{NEXT_YEAR}")
# The rule by which a clause fills the gap where a question asks.
GAPPED = "填空"
# What asks for what is to be done about the problems.
MEASURE = "measure"
# What is refused of a document whose day or number nobody tells, however it might be read.
UNTOLD = ({"wanted": "date"}, {"wanted": "document_number"})
NO_ANSWER = ("unanswered", "clarify")
# The rule by which a list of the report tells what is in it.
LISTS = "成员"


def by_itself(question: Question, knowledge: Knowledge) -> Trace:
    """A question by itself; where nothing answers it, by looser words, and without what asks nothing."""
    index = knowledge.indexes[0]
    question = replace(question, text=asked_whether(LABEL.sub("", question.text)))
    if knowledge.speakers.ends(question.text):
        return read(replace(question, text=FAREWELL), knowledge)
    empty = is_empty(question.text, index, knowledge.roles)
    if not empty and (listing := of_lists(question, knowledge)):
        finding, whole_of = listing
        answer = word(question, finding, index, knowledge.wording)
        return Trace(question, whole_of.mentions, LISTS, whole_of.query, finding, answer)
    asked = knowledge.told.earlier.without(question.text)
    if asked not in ("", question.text) and question.text.rstrip(OUTER).endswith(WHETHER):
        return _before(question, asked, knowledge)
    whole = loosely_read(question, knowledge)
    misread = any(knowledge.wordings.knows(r.written) for r in whole.question.repairs)
    if empty or is_known(question, whole.finding, knowledge):
        ground = ground_of(index, knowledge)
        finding = ground.not_stated(whole.query) if whole.query else whole.finding
        answer = word(question, finding, index, knowledge.wording)
        return replace(whole, finding=finding, answer=answer, uses=(), tree=None)
    if (divided := fuller(whole, knowledge)) is not None:
        return divided
    based = _based(question, whole, knowledge)
    if based and (based.finding.slots in UNTOLD or whole.finding.status in NO_ANSWER):
        return based
    if whole.finding.status != "unanswered" and not misread:
        late = not_done(question, whole, knowledge) if whole.finding.polarity == "yes" else None
        return late or whole
    if found := read_otherwise(question, whole, knowledge):
        return found
    return in_words_of_the_report(question, knowledge, partial(_once_more, knowledge)) or whole


def _once_more(knowledge: Knowledge, question: Question) -> Trace | None:
    """What answers a question that says in other words what another asks; None where nothing does."""
    whole = loosely_read(question, knowledge)
    if whole.finding.status != "unanswered":
        return whole if whole.finding.status == "answered" else None
    found = read_otherwise(question, whole, knowledge)
    return found if found and found.finding.status == "answered" else None


def _before(question: Question, asked: str, knowledge: Knowledge) -> Trace:
    """Whether a thing was so before: no, where it was done for the first time; of the year itself it is not asked."""
    index = knowledge.indexes[0]
    found = loosely_read(replace(question, text=asked), knowledge)
    never = never_before(found.finding, index, knowledge.told.earlier)
    finding = never or Finding(
        "unanswered", "not_stated", {"wanted": "verify"}, reason="not_matched"
    )
    answer = word(question, finding, index, knowledge.wording)
    return replace(found, question=question, finding=finding, answer=answer, uses=(), tree=None)


def _filling(whole: Trace, knowledge: Knowledge) -> Trace | None:
    """What the one passage tells that says all that the question says, and fills the gap where it asks."""
    index = knowledge.indexes[0]
    question = whole.question
    asked = unnamed(question.text, whole.mentions)
    if "“" in question.text:
        # A place in a quoted name is a part of it: “中国上海”.
        asked = question.text
    unit = whole.query.base.unit if whole.query else ""
    asked = re.sub(OWN_YEAR.format(index.report.year), "", asked)
    asked = _next_year(asked, knowledge)
    ground = ground_of(index, knowledge)
    found = gapped(asked, unit, ground, knowledge.gaps, knowledge.same)
    if found is None or not is_bounded(question, found, ground, knowledge.bounds):
        return None
    # It is read as it stands: no word of it is taken for another that still stands there.
    mends = tuple(r for r in question.repairs if r.written not in question.text)
    answer = word(replace(question, repairs=mends), found, index, knowledge.wording)
    return replace(whole, rule=GAPPED, finding=found, answer=answer, uses=(), tree=None)


def _as_spelled(question: Question, knowledge: Knowledge) -> Trace | None:
    """With one name as it was meant; None where two ways to mend it are answered otherwise."""
    index = knowledge.indexes[0]
    ways = islice(resounded(question.text, index, knowledge.lexicon), SPELLINGS)
    read_so = (
        loosely_read(replace(question, text=way.text, repairs=(way.repair,)), knowledge)
        for way in ways
    )
    answered = [trace for trace in read_so if trace.finding.status == "answered"]
    same = all(trace.finding.facts == answered[0].finding.facts for trace in answered)
    return answered[0] if answered and same else None


def _by_contrary(question: Question, knowledge: Knowledge) -> Trace | None:
    """有没有超期的 is no where all were done in time (均在法定期限内答复); else nothing is told of it."""
    turned = knowledge.told.contrary.turned(question.text)
    found = loosely_read(replace(question, text=turned), knowledge) if turned else None
    facts = found.finding.facts if found else ()
    if found is None or found.finding.polarity != "yes" or found.finding.values:
        return None
    source = knowledge.indexes[0].report.source
    passage = "".join(
        source[slice(*f.sentence)] if isinstance(f, Figure) else source[f.start : f.end]
        for f in facts
    )
    if not knowledge.told.contrary.is_of_all(question.text, passage):
        return None
    finding = Finding("answered", "verify_no", facts=facts, polarity="no")
    answer = word(question, finding, knowledge.indexes[0], knowledge.wording)
    return replace(found, question=question, finding=finding, answer=answer, uses=(), tree=None)


def _by_year(question: Question, knowledge: Knowledge) -> Trace | None:
    """What is held against 上年, against the year that this is: 比上年少了多少件 as 比2010年少了多少件."""
    own = knowledge.indexes[0].report.year
    asked = AGAINST_YEAR.sub(lambda m: f"比{own + RELATIVE_YEARS[m[1]]}年", question.text)
    if asked == question.text:
        return None
    found = loosely_read(replace(question, text=asked), knowledge)
    return found if found.finding.status == "answered" else None


def _next_year(text: str, knowledge: Knowledge) -> str:
    """The year that follows the report's, which is that of its plans and of what it left over, by what it is called."""
    return re.sub(OWN_YEAR.format(knowledge.indexes[0].report.year + 1), NEXT_YEAR, text)


def _left_over(question: Question, knowledge: Knowledge) -> Trace | None:
    """What was left to the year that follows: 留到2014年办的有几件 as 留到明年办的有几件."""
    asked = _next_year(question.text, knowledge)
    if asked == question.text or not LEFT_TO.search(asked):
        return None
    found = loosely_read(replace(question, text=asked), knowledge)
    return found if found.finding.reason != "no_such_period" else None


def _otherwise_worded(question: Question, knowledge: Knowledge) -> Trace | None:
    """A question in the plain words for what it asks: 公报何以免费 as 公报为什么免费."""
    for plain in islice(knowledge.wordings.plainly(question.text), WORDINGS):
        found = loosely_read(replace(question, text=plain.text), knowledge)
        number = plain.reworded and bool(found.finding.values) and not found.finding.polarity
        if found.finding.status == "answered" and not number:
            return found
        asked = replace(question, text=plain.text)
        if plain.reworded and (about := _plainly(asked, found.mentions, knowledge)):
            return about
        filled = _filling(replace(found, question=asked), knowledge) if plain.reworded else None
        if filled and not (filled.finding.values or filled.finding.polarity):
            return filled
    return None


def _plainly(question: Question, mentions: Sequence[Mention], knowledge: Knowledge) -> Trace | None:
    """What is asked about the report as such, in the words that are read: 自己承认的毛病有哪几条."""
    bare = _next_year(unnamed(question.text, mentions), knowledge)
    asked = plainly(bare, knowledge.indexes[0], knowledge.front)
    if not asked:
        return None
    found = read(replace(question, text=asked), knowledge)
    if found.finding.status == "answered":
        return found
    index = knowledge.indexes[0]
    said = in_its_words(question.text, index, knowledge.front)
    if said is None:
        return None
    answer = word(question, said, index, knowledge.wording)
    return Trace(question, found.mentions, ABOUT, None, said, answer)


def _based(question: Question, whole: Trace, knowledge: Knowledge) -> Trace | None:
    """What is told of a document that is asked for, or of the basis; that nothing is told of it is an answer too."""
    index = knowledge.indexes[0]
    asked = of_the_report(question.text, whole.mentions, knowledge)
    told = (on_what_basis(text, index, knowledge.front) for text in asked)
    found = next((finding for finding in told if finding), None)
    if found is None:
        return None
    answer = word(replace(question, repairs=()), found, index, knowledge.wording)
    return Trace(question, whole.mentions, ABOUT, None, found, answer)


def _wished(question: Question, knowledge: Knowledge) -> Trace | None:
    """What somebody wants to see is what he asks of (我老伴想看公报), and what he has heard, whether it is so."""
    asked = knowledge.speakers.after_wish(question.text)
    if question.text.rstrip(OUTER).endswith(knowledge.language.words.whether):
        asked = asked or knowledge.speakers.heard(question.text)
    if not asked:
        return None
    found = loosely_read(replace(question, text=asked), knowledge)
    return found if found.finding.status == "answered" else None


def _without_background(question: Question, whole: Trace, knowledge: Knowledge) -> Trace | None:
    """A question without the clauses around it that ask nothing, where it is answered by its own words."""
    for kept, mentions in asked_alone(question, whole, knowledge):
        found = loosely_read(kept, knowledge)
        if found.finding.status == "answered":
            return found
        if found_plain := _plainly(kept, mentions, knowledge):
            return found_plain
    return None


def _filling_alone(question: Question, whole: Trace, knowledge: Knowledge) -> Trace | None:
    """A question without what asks nothing, as a clause with a gap."""
    for kept, mentions in asked_alone(question, whole, knowledge):
        found = _filling(replace(whole, question=kept, mentions=mentions), knowledge)
        if found:
            return found
    return None


def carried(asked: str, text: str, knowledge: Knowledge) -> Trace:
    """A question that stands for another, which says in full what the turn before left unsaid.

    One that left nothing unsaid stands for itself, and nothing is noted.
    """
    question = normalise(text)
    itself = question.text == normalise(asked).text
    return by_itself(replace(question, asked=asked, carried="" if itself else text), knowledge)
