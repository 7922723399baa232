"""A yes or no reckoned again: what is compared, what all or some of a list do, what is said to be the most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from assistant.proof.asking import Asking, is_year
from assistant.proof.faults import Fault
from assistant.proof.figures import Figure, figures_in
from assistant.proof.members import HOLDS, LIMIT

# Where a denial, an exception or a second condition turns what is compared.
INVOLVED = re.compile(
    "难道|不是|并不|并非|没有(?!超过|[吗嘛么呢]?[？?]?$)|除|以外|之外|如果|假如|假设|要是|占|相差|倍|左右|之间|介于|但|且"
)


ALL = re.compile("都|每个|(?<!平)均|全部")


SOME = re.compile("有没有|有无|是否有|有.{0,24}的?.{1,8}[吗么嘛]")


TOP = re.compile("最[多少高低大小]|垫底|第一|倒数第一")


WHETHER = re.compile("(?<!还)是不是|是否|[吗么嘛吧][？?。]*$|对不对")


ROW = re.compile("(?:^|[，；：])[^，；：。0-9]+(?P<number>[0-9][0-9,.]*[万亿]?)")


def verdict_faults(asking: Asking) -> Iterator[Fault]:
    """Where the figures of the answer decide otherwise than it says."""
    polarity = asking.answer["polarity"]
    if polarity not in ("yes", "no") or asking.repaired or INVOLVED.search(asking.question):
        return
    decided = _decided(asking)
    if decided is not None and decided != (polarity == "yes"):
        yield Fault("polarity", f"按所引的数字应当答“{'是' if decided else '否'}”")


def _decided(asking: Asking) -> bool | None:
    """What the figures decide; None where they cannot tell, or the question is more than one comparison."""
    question = asking.question.replace("有没有", "　是否")
    limits = [*re.finditer(LIMIT, question)]
    values = [Fraction(v["value"]) for v in asking.answer["values"]]
    if any(v["bound"] != "exact" for v in asking.answer["values"]):
        return None
    claims = [f for f in asking.figures if _is_claim(f)]
    if not limits:
        return _of_the_top(asking, values)
    if len(limits) > 1:
        return None
    holds = HOLDS[limits[0]["limit"]]
    if ALL.search(asking.question) or not values:
        return _of_rows(asking, limits[0], claims[-1].full if claims else None)
    if len(values) == 2 and not claims and _alike(asking):
        return holds(values[0], values[1])
    if len(values) == 1 and len(claims) == 1 and claims[0].start > limits[0].start():
        scale = _scale(asking)
        return (
            holds(values[0] * scale, claims[0].full)
            if claims[0].full != claims[0].number or scale == 1
            else None
        )
    return None


def _is_claim(figure: Figure) -> bool:
    """Is it an amount, and no year, place or number of members?"""
    small = bool(figure.spelt) and figure.full < 10
    return not (small or is_year(figure) or figure.text[: figure.start].endswith("第"))


def _alike(asking: Asking) -> bool:
    return len({v["unit"] for v in asking.answer["values"]}) == 1


def _scale(asking: Asking) -> int:
    text = asking.answer["values"][0]["text"]
    found = figures_in(text)
    return found[0].scale if found else 1


def _of_the_top(asking: Asking, values: list[Fraction]) -> bool | None:
    """Is it the most? Where the one in question and the most are both given."""
    found = TOP.findall(asking.question)
    whether = WHETHER.search(asking.question)
    if len(found) != 1 or not whether or len(values) != 2 or not _alike(asking):
        return None
    return values[0] == values[1] if "比" not in asking.question else None


def _of_rows(asking: Asking, limit: re.Match[str], claim: Fraction | None) -> bool | None:
    """Do all of them, or some? The rows that are told decide."""
    if claim is None:
        return None
    rows = [figures_in(m["number"])[0].full for m in ROW.finditer(asking.text)]
    held = [HOLDS[limit["limit"]](row, claim) for row in rows]
    if not held:
        return None
    if ALL.search(asking.question):
        return all(held)
    return any(held) if SOME.search(asking.question) else None
