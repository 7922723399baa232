"""A yes or a no rests on what is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.proof.asking import Asking, is_year
from assistant.proof.faults import Fault
from assistant.proof.figures import Figure

NEGATIVE = re.compile("不|没(?!有[吗嘛么呢]?[？?]?$)|未|无(?!锡)|非")


# Endings that ask, and say nothing: 答复了没有, 是不是, 有没有, 能不能.
ASKING = re.compile(
    "(?P<a>[是有能会可])[不没](?P=a)|没有?[吗嘛么呢啊]*[？?。]*$|不[？?。]*$|对不对|是否|难道|不是.*[吗么]"
)


WHETHER = re.compile("对[吗吧不]|是吗|是吧|(?<!还)是不是|是否|对不对|吗[？?。]*$|难道")


OPEN = re.compile("多少|(?<![好十])几|哪|什么|为何|怎|谁")


REACHES = re.compile("满(?=[0-9一二三四五六七八九十百千])")


WHETHER_ANY = re.compile("有没有|有无|[过了]没有|是否有|有.{0,12}[吗么]|[收发受办告].{0,8}[吗么没]")


def truth_faults(asking: Asking) -> Iterator[Fault]:
    """Where the verdict and what is cited for it do not go together."""
    polarity = asking.answer["polarity"]
    if polarity not in ("yes", "no"):
        yield from _untold(asking)
        return
    yield from _unasked(asking, polarity)
    for check in (_claimed, _denied, _none, _other_columns):
        yield from check(asking, polarity)


def _untold(asking: Asking) -> Iterator[Fault]:
    found = WHETHER.search(str(asking.answer["question"]))
    if found and not asking.carried:
        yield Fault("polarity", f"问的是“{found[0]}”，没有答是非")


def _unasked(asking: Asking, polarity: str) -> Iterator[Fault]:
    """A no may also take back what the question takes for granted."""
    if (
        polarity == "yes"
        and OPEN.search(asking.question)
        and not (WHETHER.search(asking.question) or ASKING.search(asking.question))
    ):
        yield Fault("polarity", "没有问是非，却答了是非")


def _claimed(asking: Asking, polarity: str) -> Iterator[Fault]:
    """A number that the question claims is the cited one, or is not."""
    if asking.answer["computation"] or _compares(asking) or asking.repaired:
        return
    for claim in asking.figures:
        unit = next((u for u in sorted(asking.words.units, key=len, reverse=True)
                     if claim.rest.startswith(u)), "%" if claim.percent else "")  # fmt: skip
        if not unit or is_year(claim) or claim.text[: claim.start].endswith("第"):
            continue
        cited = [f for e in asking.evidence for f in e.figures]
        alike = [f for f in cited if _has_unit(f, unit) and not is_year(f)]
        equal = any({f.full, f.number} & {claim.full, claim.number} for f in cited)
        if polarity == "yes" and alike and not equal:
            shown = claim.text[claim.start : claim.end] + unit
            yield Fault("polarity", f"答“是”，出处却不是“{shown}”")


def _compares(asking: Asking) -> bool:
    bare = ASKING.sub("", asking.question)
    return bool(asking.lists.found("comparators", bare) or REACHES.search(bare))


def _has_unit(figure: Figure, unit: str) -> bool:
    return figure.percent if unit == "%" else figure.rest.startswith(unit)


def _denied(asking: Asking, polarity: str) -> Iterator[Fault]:
    """A no about all of something needs more than a quote that says: all of them."""
    if polarity == "yes" or asking.answer["computation"] or asking.figures:
        return
    bare = ASKING.sub("", asking.question)
    if NEGATIVE.search(bare) or not asking.lists.found("universals", bare):
        return
    quotes = "\n".join(e.quote for e in asking.evidence)
    if not asking.lists.found("denials", quotes):
        said = asking.lists.found("universals", quotes)
        if said:
            yield Fault("polarity", f"答“否”，出处却说“{said}”")


def _none(asking: Asking, polarity: str) -> Iterator[Fault]:
    """None of something is no yes to whether there is any."""
    values = asking.answer["values"]
    bare = ASKING.sub("", asking.question)
    if polarity != "yes" or not WHETHER_ANY.search(asking.question) or NEGATIVE.search(bare):
        return
    if _compares(asking) or any(not is_year(f) for f in asking.figures):
        return
    if values and all(value["value"] == "0" for value in values):
        yield Fault("polarity", "数是0，却答“是”")


def _other_columns(asking: Asking, polarity: str) -> Iterator[Fault]:
    """A no from an empty cell, where another of the same row holds something."""
    if polarity != "no" or len(asking.evidence) != 1 or asking.answer["computation"]:
        return
    evidence = asking.evidence[0]
    values = [value["value"] for value in asking.answer["values"]]
    if not evidence.is_row or not WHETHER_ANY.search(asking.question) or values not in ([], ["0"]):
        return
    if any(f.full > 0 for f in evidence.figures) and any(f.full == 0 for f in evidence.figures):
        heads = "\n".join(c for row in evidence.rows_above for c in row.split("|"))
        words = [w for _, w in asking.words.cut(asking.question) if len(w) > 1]
        if not any(asking.words.stands_in(heads, word) for word in words):
            yield Fault("polarity", "答“否”，同一行的其他列却有数")
