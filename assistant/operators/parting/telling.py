"""What a word tells of a breakdown: its whole, what the parts are, one of them by its name, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.index.concepts import GENERAL
from assistant.late import late
from assistant.model import Mention
from assistant.operators.parting.breakdown import Breakdown
from assistant.operators.parting.said import ASKING, Said
from assistant.steps.match.explaining import explain
from assistant.steps.match.levels import HEADING, OWN

FRAMING = frozenset({"frame", "universal"})
# What a word counts that the whole or the words before the parts tell, one that all parts do, one too general.
FIRM, LOOSE, SLIGHT = 3, 2, 1
LEAST = 2
SENT = ("申请", "举报", "投诉", "来信", "咨询", "受理")


@dataclass(slots=True)
class Told:
    """What the stretches of a question come to, held against one breakdown."""

    firm: int = 0
    parts: dict[str, frozenset[int]] = field(default_factory=dict)


def is_told(piece: str, breakdown: Breakdown, said: Said, told: Told) -> bool:
    """Does a text that is no word say nothing, or ask for kinds that the parts are, or stand before them?"""
    if said.words.is_idle(piece) or ASKING.fullmatch(piece):
        return True
    if asking := ASKING.match(piece):
        return is_told(piece[asking.end() :], breakdown, said, told)
    if kind := said.words.kind(piece):
        told.firm += _kind_told(kind, piece, breakdown)
        return breakdown.is_of(kind, piece, said.ground)
    if len(piece) >= LEAST and piece in breakdown.before:
        told.firm += FIRM * (piece in breakdown.led)
        return True
    return _is_done(piece, breakdown, said)


def _kind_told(kind: str, noun: str, breakdown: Breakdown) -> int:
    """How firmly the parts are told by what they are called: by the words before them, by being ways."""
    return FIRM if noun in breakdown.led else LOOSE * (kind != "kinds")


def is_sent(breakdown: Breakdown) -> bool:
    """Are its parts those of what people send in?"""
    return is_sent_in(breakdown.led + "".join(breakdown.names) + breakdown.before)


def is_sent_in(text: str) -> bool:
    """Is it of what people send in, and not of what is published?"""
    return any(word in text for word in SENT)


def _is_done(word: str, breakdown: Breakdown, said: Said) -> bool:
    """Is it who asks, or what those do who send in, or money where the parts are counted in it?"""
    words = said.words.words
    if word in words["money"]:
        return breakdown.unit().endswith("元")
    sent = word in words["sending"] and is_sent_in(breakdown.before)
    return sent or word in words["askers"]


def level_of(
    mention: Mention, number: Mention | None, breakdown: Breakdown, said: Said, told: Told
) -> frozenset[int] | None:
    """The parts that a word names, none where it is told of all; None where it is told of nothing here."""
    text, kinds, index = mention.text, mention.kinds(), said.ground.index
    if "number" in kinds:
        whole = breakdown.whole.value if breakdown.whole else None
        return frozenset() if mention.value in (len(breakdown.figures), whole) else None
    if "year" in kinds and str(index.report.year) in mention.tags("year"):
        return frozenset()
    if kinds & {"year", "negation", "relative_year"} and not said.words.is_idle(text):
        return None if "negation" in kinds else _explained(mention, breakdown, said, told)
    text = _without_others(text, said)
    if {"frame", "whole"} <= kinds:
        return frozenset()
    if said.words.is_idle(text) or (kinds and kinds <= FRAMING) or ASKING.fullmatch(text):
        return frozenset()
    if asking := ASKING.match(text):
        noun = text[asking.end() :]
        called = noun in breakdown.led or 2 * sum(noun in n for n in breakdown.names) > len(
            breakdown.names
        )
        return frozenset() if called or is_told(noun, breakdown, said, told) else None
    kind = said.words.kind(text)
    if kind == "persons" and text in said.words.words["askers"] and not _is_asked(mention, said):
        return frozenset()
    if kind:
        if not breakdown.is_of(kind, text, said.ground):
            return None
        told.firm += _kind_told(kind, text, breakdown)
        return frozenset()
    if "unit" in kinds and (number or breakdown.unit() == text):
        told.firm += LOOSE * (breakdown.unit() == text)
        return frozenset()
    return _explained(mention, breakdown, said, told)


def _without_others(text: str, said: Said) -> str:
    """别的途径 as 途径."""
    lead = next((word for word in said.words.words["left"] if text.startswith(word)), "")
    return text.removeprefix(lead) if said.words.kind(text.removeprefix(lead)) else text


def _explained(
    mention: Mention, breakdown: Breakdown, said: Said, told: Told
) -> frozenset[int] | None:
    index, text = said.ground.index, mention.text
    levels = [explain(mention, entry, index) for entry in breakdown.entries()]
    own = frozenset(i for i, level in enumerate(levels) if level and level[0] == OWN)
    whole = index.of(breakdown.whole.id) if breakdown.whole else None
    above = explain(mention, whole, index) if whole else None
    general = text in GENERAL
    if above and above[0] == OWN:
        told.firm += SLIGHT if above[1].near else LOOSE if general else FIRM
        return frozenset()
    if len(own) == len(levels):
        told.firm += SLIGHT if general else LOOSE
        return frozenset()
    if own and not general:
        most = 2 * len(own) > len(levels) > LEAST
        half = 2 * len(own) >= len(levels) > LEAST and _is_asked(mention, said)
        if (most or half) and all(text in breakdown.names[i] for i in own):
            told.firm += FIRM
            return frozenset()
        return own
    if len(text) >= LEAST and text in breakdown.before and "year" not in mention.kinds():
        told.firm += FIRM * (text in breakdown.led)
        return frozenset()
    if above or all(level is not None and level[0] <= HEADING for level in levels):
        return frozenset()
    return frozenset() if all(levels) or _is_done(text, breakdown, said) else None


def _is_asked(mention: Mention, said: Said) -> bool:
    """哪种污染: does a word stand behind what asks, so that it is what the parts are called?"""
    return bool(late("(?:哪|什么|几)[^,]{0,2}$").search(said.text[: mention.start]))
