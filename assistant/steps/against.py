"""Against: what was counted before, of two reports that are set against each other (南浦比北原多多少)."""

from __future__ import annotations

from assistant.cards import body_of, label_of
from assistant.late import late
from assistant.library import Library
from assistant.model import Mention
from assistant.steps.normalise import normalise
from assistant.steps.readdress import (
    FILLER,
    Names,
    names_in,
    same_year,
    says,
    topic_of,
    year_of,
)
from assistant.steps.recall import Turn
from assistant.steps.sides import across

# What sets a place against that of the turn before: 和南浦比, 比南浦.
AGAINST = late("[和跟与同比较]")
THAN = late("^(?:的?(?:相比|比较|比起来|比一比|比))?[,，]?(?:是|又)?")
BOTH, PAIR = "各多少,哪个多", 2
DEGREES = ("多", "少", "高", "低", "大", "小")
SIDES = frozenset({"compare", "max", "min", "more", "less", "change", "up", "down", "equal"})


def compared(asked: str, turn: Turn, library: Library) -> str | None:
    """南浦比北原多多少, 和南浦比哪个多: what was counted before, of the reports that are named now."""
    text = FILLER.sub("", normalise(asked).text.strip())
    new = names_in(text, library)
    sides = _sides(text, new, turn, library)
    if len(sides) != PAIR or new.relative:
        return None
    reading = across(normalise(text), turn.cards, library).reading
    if any(says(m) and not _names(m) for m in reading.mentions):
        return None
    if not reading.operators & SIDES:
        return None
    topic = topic_of(turn, library)
    if not topic:
        return None
    rest = THAN.sub("", text[max(m.end for m in (*new.places, *new.years)) :])
    if "比" in text and rest.startswith(DEGREES):
        return f"{sides[0]}{topic}比{sides[1]}{rest}"
    return f"{'和'.join(sides)}{topic}{rest or BOTH}"


def _sides(text: str, new: Names, turn: Turn, library: Library) -> tuple[str, ...]:
    """The two reports that are set against each other, the one of the turn before where only another is named."""
    places = tuple(dict.fromkeys(m.text for m in new.places))
    years = tuple(dict.fromkeys(year_of(m) for m in new.years))
    own = label_of(turn.cards[0]) if len(turn.cards) == 1 else ""
    same = "" if years else same_year(new, turn, library)
    if len(places) == PAIR:
        told = years if len(years) == PAIR else (*years, same, same)[:1] * PAIR
        return tuple(place + year for place, year in zip(places, told, strict=True))
    if len(years) == PAIR and (places or own):
        place = places[0] if places else body_of(turn.cards[0])
        return tuple(place + year for year in years)
    if not (own and AGAINST.match(text)):
        return ()
    if places:
        return own, places[0] + "".join(years or (same,))
    return (own, body_of(turn.cards[0]) + years[0]) if years else ()


def _names(mention: Mention) -> bool:
    return bool(mention.kinds() & {"card_place", "year", "place", "relative_year"})
