"""A number that is asked for (多少条, 百分之几), and one that is given (约7件)."""

from __future__ import annotations

from dataclasses import replace

from assistant.grammar.meanings.parts import Kids, Production, described, same
from assistant.queries.tree import Asked, Phrase, Tree, keyed

# In what members are counted, of whatever kind they are.
MEMBERS = ("个", "家", "位", "名", "种", "类")
PERSONS = ("人", "人次", "名", "位", "人(次)")


def _asked(kids: Kids) -> Tree | None:
    unit = kids.get("u")
    word = unit.word if unit else None
    return keyed(Tree("asked", asked=Asked(unit.tag if unit else "", at=word.end if word else 0)))


def _asked_points(kids: Kids) -> Tree | None:
    return keyed(Tree("asked", asked=Asked(kids["p"].tag)))


def _asked_persons(kids: Kids) -> Tree | None:
    """有多少人参加: that they take part is said by their measure word."""
    return _asked(kids) if kids["u"].tag in PERSONS else None


def _asked_percent(kids: Kids) -> Tree | None:
    return keyed(Tree("asked", asked=Asked("%", percent=True)))


def _ask(kids: Kids) -> Tree | None:
    return described(Phrase(asked=kids["a"].asked))


def _ask_general(kids: Kids) -> Tree | None:
    """共有几个, 共有几类: how many there are of what is described."""
    asked = kids["a"].asked
    return described(Phrase(asked=asked)) if asked and asked.unit in MEMBERS else None


def _wanted(kids: Kids) -> Tree | None:
    facets = tuple(m for part in ("d", "e") if part in kids for m in kids[part].phrase.facets)
    given = tuple(g for part in ("d", "e") if part in kids for g in kids[part].phrase.given)
    return described(Phrase(facets=facets, asked=kids["a"].asked, given=given))


def _given(kids: Kids) -> Tree | None:
    number, unit = kids["n"], kids.get("u")
    if number.given is None:
        return None
    given = replace(number.given, unit=unit.tag if unit else "", more="b" in kids)
    return keyed(replace(number, op="given", given=given))


def _given_about(kids: Kids) -> Tree | None:
    made = _given(kids)
    return (
        keyed(replace(made, given=replace(made.given, about=True))) if made and made.given else None
    )


PRODUCTIONS: dict[str, Production] = {
    "asked": _asked,
    "asked_percent": _asked_percent,
    "asked_points": _asked_points,
    "asked_persons": _asked_persons,
    "wanted": _wanted,
    "given": _given,
    "given_about": _given_about,
    "ask": _ask,
    "stated": same("g"),
    "ask_general": _ask_general,
}
