"""What a question comes to: which facts are meant, and what is to be done with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from assistant.model.question import Mention

CARD_KINDS = frozenset({"year", "card_place", "whole"})


@dataclass(frozen=True, slots=True)
class Selection:
    """Which facts are meant: the mentions that a fact has to account for.

    `heads` are the nouns that may be what is counted, where the question says so; `unit` the measure word asked.
    """

    mentions: tuple[Mention, ...]
    heads: tuple[Mention, ...] = ()
    unit: str = ""
    each: bool = False

    _required: tuple[Mention, ...] = field(init=False, compare=False, repr=False)
    _meant: tuple[Mention, ...] = field(init=False, compare=False, repr=False)

    def meant(self) -> tuple[Mention, ...]:
        """The required mentions that say which fact, beyond the report's own year and place."""
        try:
            return self._meant
        except AttributeError:
            named = ((m, m.kinds()) for m in self.required())
            found = tuple([m for m, k in named if k - CARD_KINDS and "card_place" not in k])
            object.__setattr__(self, "_meant", found)
            return found

    def required(self) -> tuple[Mention, ...]:
        """The mentions that a fact must account for; the others only help to choose."""
        try:
            return self._required
        except AttributeError:
            found = tuple([m for m in self.mentions if "frame" not in m.kinds()])
            object.__setattr__(self, "_required", found)
            return found


@dataclass(frozen=True, slots=True)
class Query:
    """What is to be done with the facts that are meant: an operator over selections.

    `ask` is the kind of answer wanted (number, why, channel …); `numbers` the figures that the
    question itself states, each as (value, unit). `asked` is the noun behind 哪个 or 哪类, `hints`
    are all its longer words; `inner` is what stands behind 其中 or 里 of a share, whose whole is
    `right`; `over_period` says that a total over the period is asked (一年共多少), `digits` to how
    many decimals, `pending` what is not yet done (没办结), `most` the word
    that claims something of most of a whole (大部分), `each` of what one each a mean is (每个乡镇),
    `denials` each word that denies with what it denies (不及时).
    """

    operator: str
    ask: str
    selections: tuple[Selection, ...]
    base: Selection = Selection(())
    right: Selection = Selection(())
    inner: Selection = Selection(())
    numbers: tuple[tuple[Decimal, str], ...] = ()
    pairs: tuple[tuple[Selection, tuple[Decimal, str]], ...] = ()
    number_leads: bool = False
    numbered: tuple[Mention, ...] = ()
    words: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    bare: bool = False
    counted: bool = False
    unit_implied: bool = False
    cutoff: bool = False
    universal: bool = False
    negated: bool = False
    exactly: bool = False
    only: bool = False
    denied: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    document: str = ""
    classes: tuple[str, ...] = ()
    cardinal: int = 0
    places_only: bool = False
    of_places: bool = False
    excluding: bool = False
    several_places: bool = False
    names_only: bool = False
    comparison: str = ""
    claimed: str = ""
    claims: bool = False
    times: bool = False
    order: str = ""
    nth: int = 0
    nth_text: str = ""
    limit: int = 0
    member: Mention | None = None
    divisor: tuple[Decimal, str] | None = None
    persons: bool = False
    text: str = ""
    per: str = ""
    scale: str = ""
    unit: str = ""
    wish: str = ""
    asked: tuple[Mention, ...] = ()
    hints: tuple[str, ...] = ()
    over_period: bool = False
    most: str = ""
    pending: str = ""
    each: str = ""
    digits: int = -1
