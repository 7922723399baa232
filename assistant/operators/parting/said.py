"""A question of a breakdown with its words, and the pieces that a stretch of it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.language.parting import Parting
from assistant.late import late
from assistant.model import Mention
from assistant.operators.ground import Ground

# What asks, and for no place, time or reason, before the noun that it asks for: 哪一类, 什么, 几种.
ASKING = late(
    "(?:是|有|都|分别|靠|通过|从|用|以|各)*(?:哪|什么|啥|几|多少|谁|怎么样?|怎样|如何|咋)"
    "[一几些两三四五六七八九]?(?:个|种|类|项|家|块|条|件|样的|大)?"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A question with its mentions, and what it is held against.

    `spoken` are the figures of the turn before; `only` is the form that is to be read, where not any.
    """

    text: str
    mentions: tuple[Mention, ...]
    ground: Ground
    words: Parting
    spoken: frozenset[str] = field(default_factory=frozenset)
    only: str = ""


def pieces(
    start: int, end: int, said: Said, covered: list[bool] | None = None
) -> Iterator[Mention | str]:
    """The words of a stretch, and what of it is none; without what is covered already."""
    covered = covered if covered is not None else [False] * (end - start)
    for mention in said.mentions:
        inside = start <= mention.start and mention.end <= end
        at = range(mention.start - start, mention.end - start)
        if inside and not all(covered[i] for i in at):
            for i in at:
                covered[i] = True
            yield mention
    yield from left(said.text[start:end], covered)


def left(text: str, covered: Sequence[bool]) -> Iterator[str]:
    """What of a stretch is not covered."""
    piece = ""
    for char, done in zip(text, covered, strict=True):
        if done and piece:
            yield piece
            piece = ""
        elif not done:
            piece += char
    if piece:
        yield piece
