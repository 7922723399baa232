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
from assistant.operators.frontmatter import on_what_basis
from assistant.operators.left_open import is_empty
from assistant.operators.membership import is_known, of_lists
from assistant.otherwise import read_otherwise
from assistant.set_aside import OUTER
from assistant.steps.normalise import normalise
from assistant.steps.word import word
from assistant.timely import not_done
from assistant.trace import Trace
from assistant.worded import ABOUT, ground_of, loosely_read, of_the_report, read

# The label of an item that somebody copies with it: 一是更新3份清单，对吗 counts no 一.
LABEL = late(
    "^(?:[一二三四五六七八九十]是|[(（][一二三四五六七八九十]+[)）])(?=[^,，。？?！!什哪多几吗谁怎]{5})"
)
# What a turn says that ends the conversation, however it does.
FAREWELL = "再见"
# How a question ends that asks whether something is so.
WHETHER = ("吗", "么", "没有", "没", "吧")
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
    based = _based(question, whole, knowledge)
    if based and (based.finding.slots in UNTOLD or whole.finding.status in NO_ANSWER):
        return based
    if (divided := fuller(whole, knowledge)) is not None:
        return divided
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
    # Of what is read otherwise no clause is left out too.
    told = found is not None and found.finding.status == "answered" and not found.question.aside
    return found if told else None


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


def carried(asked: str, text: str, knowledge: Knowledge) -> Trace:
    """A question that stands for another, which says in full what the turn before left unsaid.

    One that left nothing unsaid stands for itself, and nothing is noted.
    """
    question = normalise(text)
    itself = question.text == normalise(asked).text
    return by_itself(replace(question, asked=asked, carried="" if itself else text), knowledge)
