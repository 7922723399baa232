"""How an offered question is said: of a figure, of a claim, of a clause; none that is no whole Chinese sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.language.spoken import Spoken
from assistant.model import Figure, Report
from assistant.naming import part_name, question_about, said_of, whole_of
from assistant.operators.quoted import FORM

SHORTEST, BREATH, LONGEST = 6, 40, 60
# What bounds a clause, what is said in brackets within it, and how long a predicate behind a number is.
MARKS = "，,；;。:：\n"
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
PREDICATE, LEAST_SAID = 5, 3
# The least that a clause has of characters that are read.
LEAST_READ = 5
READ = re.compile("[\u3400-\u9fff]")
ENDS = "，,；;：:。、 "
ASKED = re.compile(r"(?:多少[^？，,\d]{0,6}|百分之几)")
PAIRS = ("（）", "()", "“”", "《》", "[]")


def clause_said(text: str, words: Spoken) -> str | None:
    """A clause as it is said by itself; None where it is too short or too long, or a piece of a pair of marks."""
    plain = words.leads.sub("", "".join(text.split())).strip(ENDS)
    return plain if len(plain) <= LONGEST and _is_said(plain, words) else None


def claim_said(text: str, words: Spoken) -> str | None:
    """A clause as it is asked whether it is so; None for what is only to be done."""
    plain = clause_said(text, words)
    return None if plain is None or plain.startswith(words.aims) else plain


def about(text: str, words: Spoken) -> str | None:
    """The question for what the report says of a clause."""
    bare = "".join(text.split()).replace("“", "").replace("”", "")
    plain = words.leads.sub("", bare).strip(ENDS)
    if len(plain) > BREATH:
        plain = _shortened(plain)
    return FORM.format(said=plain) if _is_said(plain, words) else None


def _shortened(plain: str) -> str:
    """As much of a long clause as ends at a mark of a list, outside of brackets and titles."""
    ends = [at for at, char in enumerate(plain) if char in "、，,；;" and _closed(plain[:at])]
    return plain[: next((at for at in reversed(ends) if SHORTEST <= at <= BREATH), LONGEST + 30)]


def of_figure(figure: Figure, report: Report, words: Spoken) -> Iterator[str]:
    """A figure's own question in its ways to be put, the best first; none that is no whole sentence."""
    if figure.kind == "zero":
        if denied := _denied(figure, words):
            yield denied
        return
    if words.ranked.search(report.source[max(0, figure.number[0] - 3) : figure.number[1]]):
        return
    asked = "".join(question_about(figure, report).split())
    plain = (*_of_clause(figure, report, words), asked)
    yield from (words.regular.sub("", said) for said in plain if is_whole(said, words))


def _of_clause(figure: Figure, report: Report, words: Spoken) -> Iterator[str]:
    """The question by the whole clause, where it says what it counts; else with the whole of its neighbour."""
    if figure.table or figure.kind == "frequency":
        return
    of = whole_of(figure, report)
    if of is not None and part_name(of) not in part_name(figure):
        return
    number, source = figure.number, report.source
    start = max(source.rfind(mark, 0, number[0]) for mark in MARKS) + 1
    end = min((at for mark in MARKS if (at := source.find(mark, number[1])) >= 0), default=-1)
    before = words.leads.sub("", "".join(BRACKETS.sub("", source[start : number[0]]).split()))
    after = "".join(BRACKETS.sub("", source[number[1] : end]).split())
    alone = not any(
        start <= other.number[0] < end and other.id != figure.id and not _bracketed(other, report)
        for other in report.figures
    )
    if alone and end > 0 and (of or len(after) > PREDICATE):
        yield f"{before}{said_of(figure)}{after}？"
    lead = next((report.source[s:e] for s, e in figure.inherits), "")
    part = next((f for f in report.figures if f.part_of and lead and f.what == lead), None)
    whole = whole_of(part, report) if part else None
    if whole is not None and alone and end > 0:
        yield f"{part_name(whole)}{before}{said_of(figure)}{after}？"


def _bracketed(figure: Figure, report: Report) -> bool:
    before = report.source[max(0, figure.start - LONGEST) : figure.start]
    return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))


def _denied(figure: Figure, words: Spoken) -> str | None:
    """Whether what the report denies was so: 未收取检索费 as 收取检索费了吗."""
    done = words.denying.sub("", figure.text)
    before, found, after = figure.quote.partition(figure.text)
    plain = clause_said(f"{before}{done}{after}", words)
    return f"{plain}了吗？" if plain and found and done and done != figure.text else None


def is_whole(asked: str, words: Spoken) -> bool:
    """Is a figure's question a whole sentence that can be understood by itself?"""
    found = ASKED.search(asked)
    before = asked[: found.start()] if found else asked
    after = asked[found.end() :] if found else ""
    return (
        "\n" not in asked
        and _closed(asked)
        and not words.left_open.search(asked)
        and len(asked) >= SHORTEST
        and not any(twice in asked for twice in words.doubled)
        and not (words.preposition.match(before) and after in ("？", ""))
        and len(BRACKETS.sub("", f"{before}{after}")) > LEAST_SAID
    )


def claimed(figure: Figure, value: Decimal, report: Report, words: Spoken) -> str | None:
    """Whether the figure is the number that was asked."""
    asked = "".join(question_about(figure, report).split())
    unit = figure.unit
    if not is_whole(asked, words):
        return None
    scale = next(
        (s for s, at in (("亿", 10**8), ("万", 10**4)) if unit.startswith(s) and value >= at), ""
    )
    number = f"{value.normalize():f}{unit.removeprefix(scale) if scale else unit}"
    return ASKED.sub(number, asked, count=1).replace("？", "吗？") if ASKED.search(asked) else None


def _is_said(plain: str, words: Spoken) -> bool:
    """Is it a clause that says something by itself?"""
    read = len(READ.findall(plain)) >= LEAST_READ
    return len(plain) >= SHORTEST and read and _closed(plain) and not words.leading_on.search(plain)


def _closed(text: str) -> bool:
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in PAIRS)
