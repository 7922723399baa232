"""Questions that statements answer: what for, by which rule, through which channel, with which problems."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.drafting.draft import Draft, Wanted
from assistant.drafting.frame import ENDS, Frame, bare
from assistant.model import Section, Statement

# What a section says by the heading it has, and what the whole report says by its kind.
LOOKS = ("problem", "measure")
AROUND = 40
# The level of items inside a paragraph: 一是…, 二是….
ITEM = 4


def drafts(frame: Frame) -> Iterator[Draft]:
    """What the report as a whole says, then each statement, then each section."""
    yield from _general(frame)
    for statement in frame.report.statements:
        if statement.kind in frame.material.statements and not statement.heading:
            yield from _one(frame, statement)
    for section in frame.report.sections:
        yield from _section(frame, section)


def _general(frame: Frame) -> Iterator[Draft]:
    for kind in LOOKS:
        told = [s for s in frame.report.statements if s.kind == kind]
        if told:
            asked = frame.ask(frame.material.general[kind])
            spans = tuple((s.start, s.end) for s in told)
            # Below one heading all is cited; where it is spread, what is cited is at least of it.
            wanted = Wanted(spans, some=True)
            yield Draft(kind, (), asked, wanted, _outermost(told[0]), told[0].start, 1)


def _outermost(statement: Statement) -> str:
    return statement.section.split(" > ")[0]


def _one(frame: Frame, statement: Statement) -> Iterator[Draft]:
    if statement.kind in LOOKS and re.search(frame.material.sections["plans"], statement.section):
        return
    for rule in frame.material.statements[statement.kind]:
        found = re.search(rule["match"], statement.quote)
        around = _around(frame, statement)
        if found is None or rule.get("needs", "") not in around:
            continue
        if "unless" in rule and re.search(rule["unless"], around):
            continue
        slots = {name: text for name, text in found.groupdict().items() if text is not None}
        slots["who"] = slots.get("who") or frame.place
        slots["whose"] = _whose(frame, statement)
        slots["topic"] = frame.topic(statement.section)
        span = (statement.start, statement.end)
        yield Draft(
            kind=statement.kind,
            identity=(statement.section, statement.quote),
            questions=frame.ask(rule["ask"], **slots),
            wanted=Wanted((span,), within=_part(frame, statement), longest=_longest(statement)),
            section=statement.section,
            at=statement.start,
            level=1 if statement.kind in ("basis", "duty", "channel", "contact") else 2,
        )
        return


def _whose(frame: Frame, statement: Statement) -> str:
    """The body that its sentence tells of; the report's place where it names none."""
    sentence = frame.report.source[slice(*statement.sentence)]
    found = re.match(frame.material.standing["body"], sentence.strip())
    return found[0] if found else frame.place


def _around(frame: Frame, statement: Statement) -> str:
    """The sentence of a statement with its headings: what is not named there is not what it is about."""
    return statement.section + frame.report.source[slice(*statement.sentence)]


def _longest(statement: Statement) -> int:
    """How much an answer may cite: not much more than the sentence in which the statement stands."""
    start, end = statement.sentence
    return AROUND + 2 * (end - start)


def _listed_under(section: Section) -> str:
    """The section under which a heading's question stands: an item (一是…) has none of its own."""
    return section.path.rpartition(" > ")[0] if section.level == ITEM else section.path


def _part(frame: Frame, statement: Statement) -> tuple[int, int] | None:
    """The outermost section around a statement: an answer from elsewhere is about something else."""
    around = [
        s for s in frame.report.sections if s.start <= statement.start and statement.end <= s.end
    ]
    return (around[0].start, around[0].end) if around else None


# --------------------------------------------------------------------------- sections


def _section(frame: Frame, section: Section) -> Iterator[Draft]:
    """What stands under a heading, where it is text and neither too short nor too long to read."""
    words = frame.material.sections
    body = (section.start + len(section.label + section.heading), section.end)
    size = body[1] - body[0]
    if not int(words["shortest"]) <= size <= int(words["longest"]) or "…" in section.path:
        return
    if "|" in frame.report.source[slice(*body)]:
        return
    heading = section.heading.rstrip("。:：")
    verb = re.match(words["verbs"], heading) is not None and not heading.endswith(ENDS[:2])
    plan = any(re.search(words["plans"], part) for part in section.path.split(" > ")[:-1])
    if not verb and re.search(words["plans"], heading):
        return
    h = heading if verb else bare(heading)
    for word in words["strip"] if verb else ():
        h = h.removeprefix(word)
    h += next(
        (
            more
            for end, more in words["goes_on"].items()
            if not verb and h.endswith(end) and more not in h
        ),
        "",
    )
    form: Sequence[str] = (
        words["plan"] if plan and verb else words["verb"] if verb else words["noun"]
    )
    yield Draft(
        kind="measure" if plan and verb else "section",
        identity=(section.path,),
        questions=frame.ask(form, h=h),
        wanted=Wanted((), within=(section.start, section.end), share=60),
        section=_listed_under(section),
        at=section.start,
        level=2,
        title=frame.report.source[section.start : body[0]],
    )
