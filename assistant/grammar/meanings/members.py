"""Which members are meant: of a class (哪个县), by name, on a condition, or all but some."""

from __future__ import annotations

from dataclasses import replace

from assistant.grammar.meanings.parts import NAMES, Kids, Production, described, plain_items
from assistant.model import Mention
from assistant.queries.tree import EMPTY, Phrase, Tree


def _class(kids: Kids) -> Tree | None:
    number = kids.get("n")
    cardinal = int(number.given.value) if number and number.given else 0
    if cardinal == 1:
        return described(Phrase(classes=kids["c"].tag))
    return described(
        Phrase(classes=kids["c"].tag, cardinal=cardinal, every="v" in kids or bool(cardinal))
    )


def _which(kind: str) -> Production:
    def make(kids: Kids) -> Tree | None:
        named = kids.get("c")
        return described(Phrase(classes=named.tag if named else "", which=kind))

    return make


def _count_class(kids: Kids) -> Tree | None:
    return described(Phrase(classes=kids["c"].tag, counts=True))


def _condition(kids: Kids) -> Tree | None:
    return described(Phrase(conditions=(kids["c"],)))


def _conditions(kids: Kids) -> Tree | None:
    """比阳山少、但比连州多: both are asked of each member."""
    return described(Phrase(conditions=(kids["c"], kids["d"])))


def _except(kids: Kids) -> Tree | None:
    left_out = kids["d"].phrase
    return None if left_out.given else described(Phrase(excluded=(left_out.facets,)))


def _except_list(kids: Kids) -> Tree | None:
    phrases = [leaf.phrase for leaf in kids["l"].leaves()]
    named = tuple(p.facets for p in phrases)
    sound = all(named) and not any(p.given for p in phrases)
    return described(Phrase(excluded=named)) if sound else None


def _named(kids: Kids) -> Tree | None:
    """连州、英德和清新: members by name."""
    *first, last = plain_items(kids["l"]) or ((),)
    if not first:
        return None
    own = tuple(m for m in last if m.kinds() & NAMES)
    rest = tuple(m for m in last if m not in own) if own and all(_is_name(f) for f in first) else ()
    return described(Phrase(facets=rest, named=(*first, own if rest else last)))


def _is_name(facets: tuple[Mention, ...]) -> bool:
    return all(m.kinds() & NAMES for m in facets)


def _named_and(kids: Kids) -> Tree | None:
    """市级和各县市区: a member by name beside a class."""
    phrase = kids["e"].phrase
    if not phrase.classes or phrase.named or kids["d"].phrase.given:
        return None
    return described(replace(phrase, named=(kids["d"].phrase.facets,), besides=True))


def _including(kids: Kids) -> Tree | None:
    """连市级在内: all members, this one too."""
    named = kids["d"].phrase
    if named.given:
        return None
    return described(Phrase(classes="all", named=(named.facets,), besides=True))


def _each(kids: Kids) -> Tree | None:
    return described(Phrase(each=True))


def _made_up(kids: Kids) -> Tree | None:
    """专项经费的构成: all members, each with its figure."""
    return described(Phrase(classes="all", each=True))


def _nothing(kids: Kids) -> Tree | None:
    return described(EMPTY)


PRODUCTIONS: dict[str, Production] = {
    "class": _class,
    "which": _which("one"),
    "which_many": _which("many"),
    "count_class": _count_class,
    "condition": _condition,
    "conditions": _conditions,
    "except": _except,
    "except_list": _except_list,
    "named": _named,
    "named_and": _named_and,
    "each": _each,
    "made_up": _made_up,
    "among": _nothing,
    "named_and_class": _named_and,
    "including": _including,
}
