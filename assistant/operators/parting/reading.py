"""What a question about a breakdown means: the breakdown that is told by its words, and the parts that it names."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.index.concepts import GENERAL
from assistant.language.parting import Asked
from assistant.late import late
from assistant.model import Finding, Mention
from assistant.naming import plain_label
from assistant.operators.divided import are_persons
from assistant.operators.parting.answers import ANSWERS
from assistant.operators.parting.breakdown import RESULTS, Breakdown, breakdowns
from assistant.operators.parting.channels import channels
from assistant.operators.parting.meant import Meant
from assistant.operators.parting.said import Said, pieces
from assistant.operators.parting.telling import (
    FIRM,
    LEAST,
    LOOSE,
    Told,
    is_sent,
    is_sent_in,
    is_told,
    level_of,
)
from assistant.steps.verbatim import compact

# What goes through all parts, which have to be those of something.
LISTING = frozenset({"kinds", "ways", "rank", "filter", "none", "mean"})
DENYING = ("不", "未", "非", "无", "没")
ELSEWHERE = late("什么时候|哪[年月天日]|几[月号日]|为什么|为啥|哪[里儿]|怎么办|哪[^,]*哪")
# The tables that count nothing but what people send in.
OF_APPLICATIONS = frozenset({"applications", "review"})
PUBLISHED = ("公开", "信息", "发布")
CONTENT = "申请的内容"
# So many characters in a row are no chance.
QUOTED = 4


def answered(said: Said) -> Finding | None:
    """What the one breakdown answers that is told by every word of the question; None where none is, or several are."""
    if ELSEWHERE.search(said.text):
        return None
    for asked in said.words.asked(said.text):
        if said.only not in ("", asked.op):
            continue
        told_so = channels(asked, said) if asked.op == "ways" else None
        if told_so:
            return told_so
        held = [(told, b) for b in breakdowns(said.ground) if (told := _held(asked, b, said))]
        if not held:
            continue
        best = max(told.firm for told, _ in held)
        meant = [(told, b) for told, b in held if told.firm == best]
        found = [f for told, b in meant if (f := _answer(asked, told, b, said))]
        if found:
            same = all((f.values, f.slots) == (found[0].values, found[0].slots) for f in found)
            return found[0] if same and len(found) == len(meant) else None
    return None


def _answer(asked: Asked, told: Told, breakdown: Breakdown, said: Said) -> Finding | None:
    meant = Meant(breakdown, told.parts, asked.said, said.words.words, said.ground, said.text)
    return ANSWERS[asked.op](meant)


def _held(asked: Asked, breakdown: Breakdown, said: Said) -> Told | None:
    """What every stretch tells of a breakdown; None where a word is told of nothing in it."""
    told = Told()
    spoken = {f.id for f in (*breakdown.figures, breakdown.whole) if f} & said.spoken
    if said.spoken and not spoken:
        return None
    for name, (start, end) in asked.spans.items():
        if name in ("o", "n"):
            continue
        if name == "u":
            unit = asked.said["u"]
            if unit and not _counts(unit, breakdown, said):
                return None
            told.firm += LOOSE * bool(unit and breakdown.unit() == unit)
            continue
        named = _named(start, end, breakdown, said, told)
        if named is None:
            return None
        if named or name in ("a", "b", "l"):
            told.parts[name] = named
    ways = any(word in said.text for word in said.words.words["ways"])
    if (
        asked.op in ("ways", "kinds")
        and ways
        and not spoken
        and is_sent(breakdown) != is_sent_in(said.text)
    ):
        return None
    if CONTENT in said.text and CONTENT not in breakdown.before and asked.op in LISTING:
        # 申请的内容集中在什么方面 is told by no ways to apply.
        return None
    one = breakdown.is_one() and not _lies_deeper(breakdown, said)
    if asked.op in LISTING and not (one and _is_of_its_kind(breakdown, said)):
        return None
    anchored = told.firm or told.parts.get("a") or told.parts.get("l") or spoken
    return told if anchored else None


def _is_of_its_kind(breakdown: Breakdown, said: Said) -> bool:
    """公开数量最多的 is told by no breakdown of applications (公开申请), where nothing is said of these."""
    if are_persons(breakdown.series, said.ground) and any(
        noun in said.text for noun in said.words.words["results"]
    ):
        # 哪几种办理结果 asks for no applicants.
        return False
    published = any(word in said.text for word in PUBLISHED) and not said.spoken
    sent = is_sent_in(said.text) or any(word in said.text for word in RESULTS)
    of_sent = is_sent_in(breakdown.led) or breakdown.figures[0].table in OF_APPLICATIONS
    return sent or not published or not of_sent


def _lies_deeper(breakdown: Breakdown, said: Said) -> bool:
    """办理结果里最多的: what stands under one of the results, which is not named, is none of them."""
    rows = [f.row for f in breakdown.figures if f.row]
    shared = [one[0] for one in zip(*rows, strict=False) if len(set(one)) == 1]
    deep = len(rows) == len(breakdown.figures) and len(shared) > 1
    return deep and plain_label(shared[-1]) not in compact(said.text)


def _counts(unit: str, breakdown: Breakdown, said: Said) -> bool:
    own, unit = breakdown.unit(), unit.strip("的来 ")
    return not unit or own == unit or said.ground.units.fits(unit, own) or said.words.is_idle(unit)


def _named(
    start: int, end: int, breakdown: Breakdown, said: Said, told: Told
) -> frozenset[int] | None:
    """The parts that a stretch names, none where it names none; None where one of its words is told of nothing."""
    covered = [False] * (end - start)
    literal = _literal(said.text[start:end], covered, breakdown, said)
    told.firm += FIRM * _quoted(said.text[start:end], covered, breakdown)
    named = set(literal)
    for a, b in _joined(said.text[start:end], covered, said):
        found = _named_alone(start + a, start + b, covered[a:b], breakdown, said, told)
        if found is None:
            return None
        # 大气污染的举报: a name stands there, and what else names it says no more.
        named |= found if not (found & literal) else frozenset()
    return frozenset(named)


def _joined(text: str, covered: Sequence[bool], said: Said) -> list[tuple[int, int]]:
    """The pieces of a stretch between what joins them: A、B和C."""
    ands, cuts, at = late(said.words.joining), [0], 0
    while found := ands.search(text, at):
        at = found.end()
        if not any(covered[found.start() : at]):
            cuts += [found.start(), at]
    cuts.append(len(text))
    return [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if a < b]


def _quoted(text: str, covered: list[bool], breakdown: Breakdown) -> int:
    """How often a stretch says some of what stands before the parts word for word (群众最关心); that is covered."""
    at = found = 0
    while at + QUOTED <= len(text):
        length = next(
            (
                n
                for n in range(len(text) - at, QUOTED - 1, -1)
                if text[at : at + n] in breakdown.led
            ),
            0,
        )
        said = text[at : at + length]
        if length and not any(covered[at : at + length]) and not any(c.isdigit() for c in said):
            covered[at : at + length] = [True] * length
            found += 1
        at += max(length, 1)
    return found


def _named_alone(
    start: int,
    end: int,
    covered: list[bool],
    breakdown: Breakdown,
    said: Said,
    told: Told,
) -> frozenset[int] | None:
    """The parts that the words of one piece name together; None where one of them is told of nothing."""
    sets: list[frozenset[int]] = []
    number: Mention | None = None
    named = list(covered)
    empty = [found.span() for found in said.words.empty.finditer(said.text[start:end])]
    for piece in pieces(start, end, said, covered):
        if isinstance(piece, Mention):
            at = piece.start - start, piece.end - start
            idle = not piece.kinds() and any(a <= at[0] and at[1] <= b for a, b in empty)
            if idle or _is_named(piece, at, named, said):
                continue
        if isinstance(piece, str):
            if not is_told(piece, breakdown, said, told):
                return None
            continue
        held = level_of(piece, number, breakdown, said, told)
        number = piece if "number" in piece.kinds() else None
        if held is None:
            return None
        if held:
            sets.append(held)
    if not sets:
        return frozenset()
    return frozenset.intersection(*sets) or None


def _is_named(piece: Mention, at: tuple[int, int], named: Sequence[bool], said: Said) -> bool:
    """兼职的: is it a name with nothing but empty words around it?"""
    rest = "".join(c for c, done in zip(piece.text, named[slice(*at)], strict=True) if not done)
    return any(named[slice(*at)]) and said.words.is_idle(rest)


def _literal(text: str, covered: list[bool], breakdown: Breakdown, said: Said) -> frozenset[int]:
    """The parts whose names stand in a stretch; what they cover is marked."""
    found: set[int] = set()
    names = sorted(enumerate(breakdown.names), key=lambda row: -len(row[1]))
    for at, name in names:
        for form in dict.fromkeys((compact(name), said.words.bare(compact(name)))):
            if len(form) < LEAST or form in GENERAL:
                continue
            start = text.find(form)
            free = start >= 0 and not any(covered[start : start + len(form)])
            if free and text[max(start - 1, 0) : start] not in DENYING:
                covered[start : start + len(form)] = [True] * len(form)
                found.add(at)
                break
    return frozenset(found)
