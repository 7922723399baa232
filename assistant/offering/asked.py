"""What a refused question asks for, as far as its words tell: a number, a computation, or whether something is so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.model import Mention

COUNTS = frozenset({"number", "money", "percent", "frequency"})
# What asks whether something is so.
WHETHER = frozenset({"yes_no", "particles_final"})
# What asks for more than whether something is so.
OPEN = frozenset(
    {
        "date",
        "why",
        "purpose",
        "how",
        "channel",
        "recipient",
        "list",
        "which",
        "basis",
        "full_name",
        "definition",
    }
)
# What asks whether wherever it ends a question.
SURELY = "吗"
COMPUTES = ("average", "share", "compare", "sum", "remainder")
ORDERS = frozenset({"max", "min", "top", "nth", "descending", "ascending"})
# The units that an ask without a measure word is for.
TIMES = "倍"
UNITS = {"money": "元", "percent": "%"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: `computes` are the operators that the question names and then those that it may mean.

    `firm` is how many of them it names, `units` what it counts in, `numbers` those it
    claims, each with what stands behind it; `twice` says that it asks for two numbers.
    """

    counts: bool
    twice: bool
    whether: bool
    open: bool
    mixed: bool
    computes: tuple[str, ...]
    firm: int
    units: frozenset[str]
    numbers: tuple[tuple[Decimal, str], ...]


def asked_of(mentions: Sequence[Mention], text: str = "") -> Asked:
    """What the words of a question ask for."""
    asks = {tag for m in mentions for tag in m.tags("ask")}
    operators = {tag for m in mentions for tag in m.tags("operator")}
    words = [m for m in mentions if any(char.isalnum() for char in m.text)]
    counting = [m for m in mentions if m.tags("ask") & COUNTS]
    denies = bool(words) and "negation" in words[-1].kinds()
    frames = {tag for m in mentions for tag in m.tags("frame")}
    bare = text.rstrip().endswith(("?", "？")) and not asks and not operators
    whether = denies or bare or bool(frames & WHETHER)
    surely = "yes_no" in frames or (bool(words) and words[-1].text == SURELY)
    is_open = bool(asks & OPEN)
    named = tuple(op for op in COMPUTES if op in operators)
    units = {u for m in mentions for u in m.tags("unit")} | {UNITS[a] for a in asks & set(UNITS)}
    return Asked(
        counts=bool(counting),
        twice=len(counting) > 1,
        whether=not counting and whether and (not is_open or surely),
        open=is_open,
        mixed=is_open and bool(words) and words[-1].text != SURELY,
        computes=tuple(
            dict.fromkeys(
                (
                    *(["ratio"] if TIMES in units else []),
                    *named,
                    *_meant(mentions, operators, asks, frames),
                )
            )
        ),
        firm=len(named),
        units=frozenset(units),
        numbers=tuple(_numbers(mentions)) if not counting and not is_open else (),
    )


def _numbers(mentions: Sequence[Mention]) -> Iterator[tuple[Decimal, str]]:
    for mention, behind in zip(mentions, (*mentions[1:], None), strict=True):
        if "number" in mention.kinds() and mention.value is not None and mention.value > 1:
            percent = "%" if mention.text.endswith("%") else ""
            yield mention.value, percent or (behind.text if behind else "")


def _meant(
    mentions: Sequence[Mention], operators: set[str], asks: set[str], frames: set[str]
) -> Iterator[str]:
    """What a question may mean to compute though it does not name it."""
    kinds = {kind for m in mentions for kind in m.kinds()}
    if "relative_year" in kinds:
        yield "before"
    if "each" in frames:
        yield "each"
    if "total" in frames:
        yield "sum"
    if "percent" in asks:
        yield "share"
    if "negation" in kinds and asks & COUNTS:
        yield "remainder"
    if operators & ORDERS:
        yield "rank"
