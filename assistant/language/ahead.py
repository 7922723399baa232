"""What a question asks of what is to come, of how often something is done, and of how long it takes.

The words are those of `knowledge/lexicon/times.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.language.either import either
from assistant.late import late

OFTEN, LONG, WHEN, WHO, WHAT, NUMBER = "often", "long", "when", "who", "what", "number"
DONE = "done"
MEAN, LONGEST, SHORTEST = "mean", "longest", "shortest"
NAMED = late("(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
HOW_MANY = late("几|多少")
MARKS = late(r"[\s\0，,。？?！!；;：:（）()、]+")
EITHER = late("(?:是)?(?:每|按|半)?个?(?:半年|[年月季周天日]度?)[一-龥]{0,6}?(?=还是)")
OR = late("还是(?:每|按|半)?个?(?:半年|[年月季周天日]度?)")
COUNTED, LAST = 5, late(r"[一-龥](?=[?？。 ]*$)")
# What a time is told in, where it is asked for in that.
SCALE = late("[年月周]|小时")
WHETHER = late("[吗么吧][?？。 ]*$|没有?[?？。 ]*$|是不是|是否|有没有")
DUE, GOAL = late("[要需得]"), late("目标|指标|任务")
PERCENT = "百分之"
# 缩短了几天 asks for the change, and for neither of the two times.
BY = late(
    "(?<!最)(?:压缩|缩短|缩减|减少|延长|提前|推迟|增加|短|快|长|慢|少)了?(?=几|多少|多久|多长)"
)
# Measure words of how often.
SAME = {"回": "次", "趟": "次", "遍": "次"}
# What a target is held against: 比今年实际公开的多多少条.
REACHED = late(
    "(?:今年|本年度?|当年|现在|目前|眼下)?的?(?:实际|现有|现在|目前|已有|完成)(?:的|了)?"
    "|今年的?|本年度?的?|当年的?"
)
OVER = late("[比较跟和与]|相比|多出|高出|还差|差|多(?!少)|高|增加")


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is asked: its kind, what the question names besides, and the measure word behind what asks.

    `said` is the same with the words that name nothing. `planned` says that it asks of what is to come, `measure`
    that of a mean, of the longest or the shortest, `gap` that of how far a target is from what was reached, and
    `former` that of the number before it. `due` says that it asks for what has to be (要多长时间), planned or not, and
    `by` for how much longer or shorter.
    """

    kind: str
    topic: str
    said: str
    unit: str = ""
    planned: bool = False
    measure: str = ""
    gap: bool = False
    former: bool = False
    due: bool = False
    by: bool = False


@dataclass(frozen=True, slots=True)
class Coming:
    """The classes by which such a question is read."""

    next: re.Pattern[str]
    later: re.Pattern[str]
    planned: re.Pattern[str]
    idle: re.Pattern[str]
    ending: re.Pattern[str]
    kinds: Mapping[str, re.Pattern[str]]
    times: re.Pattern[str]
    measures: Mapping[str, re.Pattern[str]]
    through: re.Pattern[str]
    whether: re.Pattern[str]
    done: re.Pattern[str]
    said: re.Pattern[str]
    former: re.Pattern[str]
    under: re.Pattern[str]
    lacking: re.Pattern[str]
    passed: re.Pattern[str]
    passed_long: re.Pattern[str]
    passed_done: re.Pattern[str]

    def asked(self, text: str, year: int, units: Mapping[str, object]) -> Ahead | None:
        """What a question asks of these; None where it asks for none of them, or of another year."""
        years = {int(found) for found in NAMED.findall(text)}
        if years - {year, year + 1}:
            return None
        rest = re.sub(f"{year + 1}年(?:度|全年)?", "\0", text)
        rest, named = self.next.subn("\0", rest)
        ahead = bool(named) or year + 1 in years
        rest, later = self.later.subn("\0", rest)
        rest, planned = self.planned.subn("\0", rest)
        ahead = ahead or bool(later or planned)
        if ahead and planned and OVER.search(rest) and (number := HOW_MANY.search(rest)):
            reached = REACHED.search(rest) or str(year) in rest
            if reached:
                unit = _unit(rest[number.end() :], units)
                rest = rest[: number.start()] + "\0" + rest[number.end() + len(unit) :]
                rest = OVER.sub("\0", REACHED.sub("\0", re.sub(f"{year}年(?:度)?", "\0", rest)))
                return Ahead(NUMBER, self._topic(rest), rest, unit, planned=True, gap=True)
        rest = re.sub(f"{year}年(?:度)?", "\0", rest)
        measure = next((name for name, words in self.measures.items() if words.search(rest)), "")
        rest, former = self.former.subn("\0", rest)
        kind, rest, unit = self._kind(rest, units, ahead)
        kind = kind or (NUMBER if GOAL.search(text) and not WHETHER.search(text) else "")
        counted = former and kind == NUMBER
        if not kind or not (ahead or counted or kind in (OFTEN, LONG)):
            return None
        if measure:
            rest = self.measures[measure].sub("\0", rest)
        topic = self._topic(rest)
        if measure or kind == LONG:
            topic = MARKS.sub("", self.through.sub("\0", topic))
        measure = measure if kind == LONG else ""
        by = kind == LONG and BY.search(text) is not None
        unit, due = SAME.get(unit, unit), DUE.search(text) is not None
        return Ahead(kind, topic, rest, unit, ahead, measure, former=bool(former), due=due, by=by)

    def passed_for(self, asked: Ahead) -> re.Pattern[str]:
        """What need not be told of what such a question says."""
        return self.passed_long if asked.measure or asked.kind == LONG else self.passed

    def done_of(self, text: str) -> str:
        """Of what a question asks whether it is done: 监测站点建成了吗; empty where it asks nothing of the kind."""
        ends = self.whether.search(text.rstrip("?？。 "))
        if ends is None:
            return ""
        said = NAMED.sub("\0", text[: ends.start()])
        return said if self._topic(self.done.sub("\0", said)) else ""

    def _topic(self, rest: str) -> str:
        return MARKS.sub("", self.idle.sub("\0", self.said.sub("\0", rest)))

    def _kind(self, text: str, units: Mapping[str, object], ahead: bool) -> tuple[str, str, str]:
        """The kind that is asked for, the rest of the text, and the measure word."""
        if (first := EITHER.search(text)) and (other := OR.search(text, first.end())):
            rest = text[: first.start()] + "\0" + text[other.end() :]
            return OFTEN, self.times.sub("\0", rest), ""
        often = self.kinds[OFTEN].search(text)
        if often and self.times.search(text):
            rest = self.times.sub("\0", text[: often.start()] + "\0" + text[often.end() :])
            return OFTEN, rest, ""
        for kind in (LONG, WHEN):
            if found := self.kinds[kind].search(text):
                scale = SCALE.search(found.group()) if kind == LONG else None
                unit = scale.group() if scale else ""
                return kind, text[: found.start()] + "\0" + text[found.end() :], unit
        if found := HOW_MANY.search(text):
            unit = _unit(text[found.end() :], units)
            rest = text[: found.start()] + "\0" + text[found.end() + len(unit) :]
            return NUMBER, rest.replace(PERCENT, ""), "%" if PERCENT in text else unit
        for kind in (WHO, WHAT):
            if ahead and (found := self.kinds[kind].search(text)):
                return kind, text[: found.start()] + "\0" + text[found.end() :], ""
        return "", text, ""


def _unit(behind: str, units: Mapping[str, object]) -> str:
    found = (behind[:size] for size in range(COUNTED, 0, -1))
    one = LAST.match(behind)
    return next((word for word in found if word in units), one.group() if one else "")


def coming_of(rows: Mapping[str, Any]) -> Coming:
    """The classes as the file has them."""
    ahead, kinds = rows["ahead"], rows["kinds"]
    return Coming(
        next=late(either(ahead["next"])),
        later=late(either(ahead["later"])),
        planned=late(either(ahead["planned"])),
        idle=late(either(ahead["idle"])),
        ending=late(either(ahead["ending"])),
        kinds={name: late(either(kinds[name])) for name in (OFTEN, LONG, WHEN, WHO, WHAT)},
        times=late(either(kinds["times"])),
        measures={name: late(either(rows[name])) for name in (MEAN, LONGEST, SHORTEST)},
        through=late(either(rows["through"])),
        whether=late(f"{either(rows['whether_done'])}$"),
        done=late(either(rows["done"])),
        said=late(either(rows["idle"])),
        former=late(either(rows["former"])),
        under=late(either(rows["under"])),
        lacking=late(either(rows["lacking"])),
        passed=late(either((*rows["idle"], *ahead["idle"]))),
        passed_done=late(either((*rows["idle"], *ahead["idle"], *rows["done"], "年"))),
        passed_long=late(either((*rows["idle"], *ahead["idle"], *rows["through"]))),
    )
