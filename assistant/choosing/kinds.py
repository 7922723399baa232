"""Whether a breakdown is of the kind that a question asks for: by its members, by its measure, by what it is called."""

from __future__ import annotations

import re

from assistant.index import Index
from assistant.late import late
from assistant.model import Figure
from assistant.operators.divided import (
    ORGAN_CLASSES,
    PLACE_ENDINGS,
    WHO,
    applicants_asked,
    are_bearers,
    are_no_ways,
    are_organs,
    are_persons,
    divided_otherwise,
    kinds_asked,
    measured_otherwise,
    organ_asked,
)
from assistant.operators.ground import Ground
from assistant.operators.series import Series, names_of
from assistant.queries.tree import Phrase
from assistant.steps.match.topics import TOPIC
from assistant.steps.match.unsaid import APPLIED
from assistant.steps.verbatim import compact

BRACKET = late(r"[(（].*?[)）]")
# What names bodies and places, and an order that is asked of them.
BODIES = (*ORGAN_CLASSES, *PLACE_ENDINGS)
ORDERED = late("(?:最[多少高低大小]|垫底|居首|第.[多少高低])的(?:那|一|个)*$")


def is_of_another_kind(phrase: Phrase, series: Series, text: str, ground: Ground) -> bool:
    """Are its members, or their measure, of another kind than the words behind 哪个 ask for?"""
    if applicants_asked(text) and not are_persons(series, ground):
        return True
    if WHO in text and phrase.classes == "any" and not are_bearers(series, ground):
        return True
    organ = organ_asked(text)
    if organ and (phrase.classes == "any" or not are_organs(series, ground.index, organ)):
        return True
    if phrase.classes == "any" and are_no_ways(series, phrase.facets, text, ground):
        return True
    kinds = kinds_asked(text)
    return measured_otherwise(series, text, ground) or divided_otherwise(kinds, series, ground)


def names_member(phrase: Phrase, series: Series, index: Index) -> bool:
    """信息员最多的村: is what an order is asked of no class of the members, but one of them (村(社区))?

    A row of a table names all its cells: 部分公开(自然人), 部分公开(商业企业).
    """
    names = names_of(series.figures(), index).values() if phrase.order else ()
    bare = {BRACKET.sub("", name) for name in names}
    return len(bare) > 1 and any(m.text in bare for m in phrase.facets)


def bears_none(phrase: Phrase, series: Series, text: str, ground: Ground) -> bool:
    """数量最少的乡镇: is an order asked of bodies or places, and are the members none (指南71份、目录71份)?"""
    asked = (m for m in phrase.facets if m.text.endswith(BODIES) and "place" not in m.kinds())
    behind = any(ORDERED.search(text[: m.start]) for m in asked)
    return bool(phrase.order) and behind and not are_bearers(series, ground)


def came_of(phrase: Phrase, series: Series, text: str, ground: Ground) -> bool:
    """收到申请的类别: are the members what became of what came in (已答复的申请中,…), which is not asked?"""
    if any(word in text for word in ground.process.outcome):
        return False
    came = [m.text for m in phrase.facets if m.text in ground.process.intake]
    told = series.lead + "".join(f.quote for f in series.figures())
    became = any(word in told for word in ground.process.outcome)
    return bool(came) and became and not any(word in told for word in came)


def is_called_so(phrase: Phrase, series: Series, size: int, text: str, ground: Ground) -> bool:
    """九类, 六种申请方式: so many of a kind that the breakdown itself names."""
    kinds = [kind for kind in ground.process.kinds if kind in text]
    told = series.lead + "".join(e.fact.what for e in series.members if isinstance(e.fact, Figure))
    return phrase.cardinal in (0, size) and any(kind in told for kind in kinds)


def lies_deeper(phrase: Phrase, series: Series) -> bool:
    """办理结果里最多的: what stands under one of its results, which is not named, is none of them."""
    rows = [e.fact.row for e in series.members if isinstance(e.fact, Figure)]
    shared = [one[0] for one in zip(*rows, strict=False) if len(set(one)) == 1]
    if len(shared) < 2 or len(rows) < len(series.members):
        return False
    parent = compact(shared[-1])
    senses = [s for m in phrase.facets for s in m.senses]
    said = {m.text for m in phrase.facets} | {atom for s in senses for atom in s.atoms}
    # 公开申请的办理结果 names no 禁止公开.
    said -= TOPIC | {APPLIED}
    # 同意公开 names none of what stands under 不同意公开, nor 答复 what 申请答复 above it says as well.
    above = compact(shared[-2])
    said = {word for word in said if word not in above}
    return not any(re.search(f"(?<![不未非]){re.escape(word)}", parent) for word in said if word)
