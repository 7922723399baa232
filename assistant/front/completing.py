"""What may be meant by what is typed so far: names, noun phrases, whole questions.

Names are found by their characters, their pinyin, its initials, or a mixture: 进驻事项 by `进驻`,
`jinzhu`, `jzsx`, `进zhusx`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from assistant.cards import label_of
from assistant.engine import Assistant
from assistant.language.pinyin import initials, readings
from assistant.language.script import simplify
from assistant.naming import subject

LONGEST_PHRASE = 16
MOST = 24
MOST_TYPED = 80
MOST_REPORTS = 12
DOUBLE_INITIALS = ("zh", "ch", "sh")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A text to put in place of the last `back` characters before the cursor."""

    text: str
    back: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What can be completed: names and noun phrases in order of preference, whole questions."""

    names: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


def vocabulary_of(assistant: Assistant) -> Vocabulary:
    """What questions about the loaded reports are made of; the reports' own words come first.

    Of very many reports all are known by name, and the first by what they say.
    """
    among = assistant.cards[:MOST_REPORTS]
    reports = [report for card in among if (report := assistant.report(card.id))]
    known = tuple(name for name in assistant.names(among) if simplify(name) == name)
    subjects = [subject(figure, report) for report in reports for figure in report.figures]
    said = "\n".join(report.source for report in reports)
    titles = map(label_of, assistant.cards if len(assistant.cards) > 1 else ())
    names = dict.fromkeys((*known, *phrases(subjects, known)))
    preferred = sorted(names, key=lambda name: (name not in said, len(name)))
    return Vocabulary(tuple(dict.fromkeys((*titles, *preferred))), assistant.questions(among))


def phrases(subjects: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """The noun phrases of what figures count: each as a whole, and its runs of known names.

    >>> phrases(["全市网上大厅进驻事项总数"], ["网上大厅", "进驻", "事项"])[1:]
    ('网上大厅进驻', '网上大厅进驻事项', '进驻事项')
    """
    known = frozenset(name for name in names if len(name) > 1)
    found: dict[str, None] = {}
    for whole in subjects:
        if 1 < len(whole) <= LONGEST_PHRASE and whole.isalnum():
            found[whole] = None
        for run in _runs(whole, known):
            for first in range(len(run)):
                for last in range(first + 2, len(run) + 1):
                    phrase = "".join(run[first:last])
                    if len(phrase) <= LONGEST_PHRASE:
                        found[phrase] = None
    return tuple(found)


def proposals(typed: str, vocabulary: Vocabulary) -> tuple[Proposal, ...]:
    """The names and questions that the text before the cursor may be completed to, the likeliest first."""
    named = tuple(_names(typed, vocabulary.names))
    return (*named, *_questions(typed, vocabulary.questions))[:MOST]


def matches(typed: str, name: str) -> bool:
    """Can a name begin with what is typed, as characters, pinyin, initials, or mixed?

    >>> [matches(typed, "进驻事项") for typed in ("进驻", "jinzhu", "jzsx", "进zhusx", "jzxs")]
    [True, True, True, True, False]
    """
    if not typed:
        return True
    if not name:
        return False
    head, rest = name[0], name[1:]
    if typed[0] == head.lower():
        return matches(typed[1:], rest)
    if not _is_letter(typed[0]):
        return False
    spelled = [reading for reading in readings(head) if reading[0] == typed[0]]
    if any(reading.startswith(typed) for reading in spelled):
        return True
    parts = {part for reading in spelled for part in _parts(reading) if typed.startswith(part)}
    return any(matches(typed[len(part) :], rest) for part in parts)


def _names(typed: str, names: tuple[str, ...]) -> Iterator[Proposal]:
    """The names that the longest possible end of the text can begin."""
    for start in range(max(0, len(typed) - MOST_TYPED), len(typed)):
        tail = typed[start:].lower()
        if tail[0].isspace() or (start and _is_letter(tail[0]) and _is_letter(typed[start - 1])):
            continue
        tail = tail.replace("'", "").replace("ü", "v")
        found = [name for name in names if name != tail and matches(tail, name)]
        if found:
            found.sort(key=partial(_distance, tail))
            yield from (Proposal(name, len(typed) - start) for name in found)
            return


def _distance(tail: str, name: str) -> tuple[bool, bool]:
    """As it is typed, then by the usual initials, then by rarer readings and fuller spellings."""
    return not name.startswith(tail), not initials(name).startswith(tail)


def _questions(typed: str, questions: tuple[str, ...]) -> Iterator[Proposal]:
    """The questions that begin with the whole text, and those that hold it."""
    sought = typed.strip().lower()
    begun = [q for q in questions if sought and matches(sought, q)]
    held = [q for q in questions if len(sought) > 1 and sought in q]
    for question in dict.fromkeys((*begun, *held)):
        if question != sought:
            yield Proposal(question, len(typed))


def _runs(text: str, names: frozenset[str]) -> Iterator[list[str]]:
    """The text's runs of adjacent names, the longest name first at each place."""
    longest = max(map(len, names), default=0)
    run: list[str] = []
    at = 0
    while at < len(text):
        ends = range(min(len(text), at + longest), at, -1)
        end = next((end for end in ends if text[at:end] in names), 0)
        if end:
            run.append(text[at:end])
        elif run:
            yield run
            run = []
        at = end or at + 1
    if run:
        yield run


def _parts(reading: str) -> Iterator[str]:
    """How much of a syllable may be typed before the next: all, its initial, its first letter."""
    yield reading
    if reading[:2] in DOUBLE_INITIALS:
        yield reading[:2]
    yield reading[0]


def _is_letter(char: str) -> bool:
    return "a" <= char.lower() <= "z"
