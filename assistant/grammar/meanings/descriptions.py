"""A thing described by its words: 连州市的信息, 档案馆和图书馆, 市级978项."""

from __future__ import annotations

from dataclasses import replace

from assistant.grammar.meanings.parts import NAMES, Kids, Production, described, same
from assistant.queries.spreading import spread
from assistant.queries.tree import Phrase, Tree, keyed

# Of these one thing has one only.
RIVALS = frozenset({"organ", "channel"})


def _facet(kids: Kids) -> Tree | None:
    word = kids["f"].word
    return described(Phrase(facets=(word,))) if word else None


def _name(kids: Kids) -> Tree | None:
    """A name by itself, as an item of a list without marks."""
    word = kids["f"].word
    return (
        keyed(Tree("figure", phrase=Phrase(facets=(word,))))
        if word and word.kinds() & NAMES
        else None
    )


def _facets(kids: Kids) -> Tree | None:
    phrase, word = kids["d"].phrase, kids["f"].word
    return described(replace(phrase, facets=(*phrase.facets, word))) if word else None


def _join(kids: Kids) -> Tree | None:
    one, other = kids["d"].phrase, kids["e"].phrase
    joint = one.joint or other.joint
    return described(
        Phrase(facets=(*one.facets, *other.facets), given=one.given + other.given, joint=joint)
    )


def _joint(kids: Kids) -> Tree | None:
    """档案馆和图书馆: both in one description, whose figure is of both together."""
    joined = _join(kids)
    return described(replace(joined.phrase, joint=True)) if joined else None


def _apposed(kids: Kids) -> Tree | None:
    """市级978项, 7宗申请: a number that stands beside what it counts."""
    phrase, given = kids["d"].phrase, kids["g"].given
    if given is None or phrase.given or not (given.unit or given.percent):
        return None
    return described(replace(phrase, given=(given,)))


def _one(kids: Kids) -> Tree | None:
    """阳山一县."""
    number = kids["n"].given
    return kids["d"] if number and number.value == 1 else None


def _figure(kids: Kids) -> Tree | None:
    return keyed(Tree("figure", phrase=kids["d"].phrase))


def _figure_in(kids: Kids) -> Tree | None:
    """人次, 场次: a unit that is asked for as a noun."""
    word = kids["u"].word
    return keyed(Tree("figure_in", tuple(kids.items()))) if word and len(word.text) > 1 else None


def _topic(kids: Kids) -> Tree | None:
    topic = kids["d"].phrase
    if topic.joint and any(leaf.phrase.each for leaf in kids["s"].leaves()):
        return None
    if any(_rival(topic, leaf.phrase) for leaf in kids["s"].leaves()):
        # 微信上公开的信息比微博多几条: nothing is published on both.
        return None
    # 两处文件类信息, A的比B的多多少: a number of what is then named one by one says of which whole nothing.
    named = sum(1 for leaf in kids["s"].leaves() if leaf.phrase.facets)
    of = tuple(g for g in topic.given if g.percent or g.value != named)
    return spread(kids["s"], topic.facets, of)


def _rival(one: Phrase, other: Phrase) -> bool:
    """Do two descriptions each name a channel, or each an organ?"""
    kinds = [{k for m in phrase.facets for k in m.kinds() & RIVALS} for phrase in (one, other)]
    return bool(kinds[0] & kinds[1])


PRODUCTIONS: dict[str, Production] = {
    "facet": _facet,
    "name": _name,
    "facets": _facets,
    "join": _join,
    "joint": _joint,
    "element": same("d"),
    "figure": _figure,
    "figure_in": _figure_in,
    "apposed": _apposed,
    "one": _one,
    "topic": _topic,
}
