"""Quoted: the sentence in which a stretch of the report stands that the question quotes word for word.

关于“坚持做到每天对政府门户网站巡查”，报告是怎么说的？ is what a refusal offers where it shows a passage.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.index import Index
from assistant.language.script import fold
from assistant.late import late
from assistant.model import CARD_KINDS, Finding, Mention, Span

ASKED = late(
    "“(?P<said>[^“”]+)”[,，]?(?:这份?)?(?:报告|年报)?[里中]?是?(?:怎么|如何)[说写讲]的?[?？。]*$"
)
FORM = "关于“{said}”，报告是怎么说的？"
SHORTEST, LONGEST = 6, 40
# What may stand before the quote: the report that is meant, and 关于.
BEFORE = CARD_KINDS | {"frame", "theme", "relative_year"}
CUTS = "，,；;：:。"


def asking(quote: str, whether: bool = False) -> str:
    """The question for a passage, by as much of its beginning as can be said in one breath.

    Where it was asked whether something is so, the passage is asked so as well.

    >>> asking("对工作不落实的部分单位进行了点名批评,在社会上引起了强烈的反响,推动政务公开工作深入开展。")
    '关于“对工作不落实的部分单位进行了点名批评,在社会上引起了强烈的反响”，报告是怎么说的？'
    """
    plain = "".join(quote.split()).replace("“", "").replace("”", "").rstrip(CUTS)
    if len(plain) > LONGEST:
        cut = max((plain.rfind(mark, SHORTEST, LONGEST) for mark in CUTS), default=-1)
        plain = plain[: cut if cut > 0 else LONGEST]
    return f"{plain}吗？" if whether else FORM.format(said=plain)


def quoted(text: str, mentions: Sequence[Mention], index: Index) -> Finding | None:
    """The passage that a question quotes; None where it quotes none, or says more besides."""
    found = ASKED.search(text)
    if found is None or len(found["said"]) < SHORTEST:
        return None
    if any(m.end <= found.start() and not m.kinds() & BEFORE for m in mentions):
        return None
    place = _place("".join(fold(found["said"]).split()), index)
    if place is None:
        return None
    sentences = [
        (s.start, s.end) for s in index.report.statements
        if s.kind == "sentence" and s.start < place[1] and place[0] < s.end
    ]  # fmt: skip
    start = min((s for s, _ in sentences), default=place[0])
    end = max((e for _, e in sentences), default=place[1])
    return Finding("answered", "statement", facts=(Span(start, end),))


def _place(said: str, index: Index) -> tuple[int, int] | None:
    """Where it stands in the source, whatever white space and quotation marks stand in it."""
    if "spoken" not in index.made:
        source = fold(index.report.source)
        kept = [at for at, char in enumerate(source) if not char.isspace() and char not in "“”"]
        index.made["spoken"] = ("".join(source[at] for at in kept), kept)
    spoken, places = index.made["spoken"]
    at = spoken.find(said)
    return (places[at], places[at + len(said) - 1] + 1) if at >= 0 else None
