"""A question that has no answer by its own words, read otherwise.

Otherwise is about the report as such, without what only stands around it, against the year that is meant, of what was
before or is to come, in plain words, of how something is divided, and as a clause with a gap.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from assistant.by_parts import of_parts
from assistant.knowledge import Knowledge
from assistant.late import late
from assistant.model import Figure, Finding, Mention, Question
from assistant.operators.bounded import is_bounded
from assistant.operators.frontmatter import in_its_words, plainly
from assistant.operators.gap_filled import DEEDS
from assistant.operators.gapped import gapped
from assistant.operators.tense import is_only_planned
from assistant.operators.told import is_told
from assistant.set_aside import OUTER, asked_alone
from assistant.steps.patterns import RELATIVE_YEARS
from assistant.steps.resound import resounded
from assistant.steps.word import word
from assistant.timely import foreseen, not_done, timely
from assistant.trace import Trace
from assistant.worded import ABOUT, OWN_YEAR, ground_of, loosely_read, read, unnamed

# How many plain wordings of a question are tried.
WORDINGS = 8
# How many spellings of a question are tried.
SPELLINGS = 4
# 比上年, 较去年.
AGAINST_YEAR = late(
    rf"[比较跟与和同](?:之)?({'|'.join(map(re.escape, RELATIVE_YEARS))})(?:同期)?相?比?"
)
GOVERNMENT = "政府"
# How what somebody has heard is asked of.
CLAIM = "对吗"
# What the year that follows the report's is called.
NEXT_YEAR = "明年"
# What was left to the next year is a figure of this one, and so is what the year before left: 转到明年办理.
LAST_YEAR = "上年"
LEFT_TO = late(f"[到至入给]{NEXT_YEAR}")
LEFT_FROM = "[从由自]?{}年?度?(?=[留转结带剩拖遗积](?:下|存|转|过|到|入|来|余|欠|压))"
# The rule by which a clause fills the gap where a question asks.
GAPPED = "填空"
# What asks for what is to be done about the problems.
MEASURE = "measure"


def read_otherwise(question: Question, whole: Trace, knowledge: Knowledge) -> Trace | None:
    """A question that has no answer as it stands, by what it leaves unsaid, wishes, or says in other forms."""
    found = (
        _of_any(question, knowledge)
        or _plainly(question, whole.mentions, knowledge)
        or _wished(question, knowledge)
        or _without_background(question, whole, knowledge)
        or _by_contrary(question, knowledge)
        or _by_year(question, knowledge)
        or _left_over(question, knowledge)
        or timely(question, whole, knowledge)
        or foreseen(question, whole, knowledge)
        or not_done(question, whole, knowledge)
        or _otherwise_worded(question, knowledge)
        or _as_spelled(question, knowledge)
    )
    if found and _holds(question, found, knowledge):
        return found
    if parted := of_parts(whole, knowledge):
        return parted
    filled = not found and (
        _filling(whole, knowledge) or _filling_alone(question, whole, knowledge)
    )
    return filled if filled and _holds(question, filled, knowledge) else None


def _holds(question: Question, found: Trace, knowledge: Knowledge) -> bool:
    """Does what was found otherwise still tell what the question asks, in its own words and in those it was read by?"""
    ground, finding = ground_of(knowledge.indexes[0], knowledge), found.finding
    # What is to be done, or was done to that end, is by what it is done: 打算用什么办法解决.
    means = found.query is not None and found.query.ask == MEASURE
    gap = knowledge.gaps.read(found.question.text) if found.rule == GAPPED else None
    means = means or (gap is not None and gap.kind.name == DEEDS)
    return (
        not is_only_planned(question.text, finding, ground)
        and (means or is_told(question.text, finding, ground.index, knowledge.told))
        and is_bounded(found.question, finding, ground, knowledge.bounds)
        and is_bounded(question, finding, ground, knowledge.bounds)
    )


def _filling(whole: Trace, knowledge: Knowledge) -> Trace | None:
    """What the one passage tells that says all that the question says, and fills the gap where it asks."""
    index = knowledge.indexes[0]
    question = whole.question
    # 县政府产生的文件移交给了谁: the government is what the clause says, and fills no gap.
    named = [m for m in whole.mentions if not m.text.endswith(GOVERNMENT)]
    asked = unnamed(question.text, named)
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


def _of_any(question: Question, knowledge: Knowledge) -> Trace | None:
    """Whether there was any of what every report tells of, asked plainly: 有没有人打官司 as 有没有行政诉讼."""
    for text, only in knowledge.existence.plainly(question.text):
        asked = replace(question, text=text)
        found = loosely_read(asked, knowledge)
        if found.finding.status != "answered":
            found = _by_contrary(asked, knowledge) or found
        if found.finding.polarity and found.finding.polarity == (only or found.finding.polarity):
            return found
    return None


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
    """What was left to the year that follows, or by the one before: 留到2014年办的 as 留到明年办的."""
    asked = _next_year(question.text, knowledge)
    before = LEFT_FROM.format(knowledge.indexes[0].report.year - 1)
    asked = re.sub(before, LAST_YEAR, asked)
    left = LEFT_TO.search(asked) or re.search(LEFT_FROM.format(LAST_YEAR[:-1]), asked)
    if asked == question.text or not left:
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


def _wished(question: Question, knowledge: Knowledge) -> Trace | None:
    """What somebody wants to see is what he asks of (我老伴想看公报), and what he has heard, whether it is so."""
    asked = knowledge.speakers.after_wish(question.text)
    heard = knowledge.speakers.heard(question.text)
    ends = heard.endswith(CLAIM) or question.text.rstrip(OUTER).endswith(
        knowledge.language.words.whether
    )
    asked = asked or (heard if ends else "")
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
