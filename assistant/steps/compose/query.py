"""What every rule produces: an operator over all mentions of a question, or over its sides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.index.concepts import denied
from assistant.late import late
from assistant.model import Mention, Query, Selection
from assistant.steps.compose.bounds import comparison
from assistant.steps.reading.reading import Reading

CUTOFF = late(r"前(?:几|多少|[十\d]+)")
PERSONS = (
    *("谁", "哪位", "哪个人", "由谁", "谁来"),
    *("什么人", "些什么人", "哪些人", "啥人", "何人"),
)
NAMES_ONLY = ("名字", "名称", "只要名", "光说名")
ASIDE = late("除(?:了|去|开)?[^,，]{1,16}?(?:以外|之外|外|[,，])")
COMPARING = frozenset(
    {"比", "相比", "比起", "比起来", "与", "和", "跟", "同", "还是", "对比", "较"}
)


def query(operator: str, ask: str) -> Callable[[Reading], Query]:
    """A production: this operator and kind of answer over all mentions."""

    def make(reading: Reading) -> Query:
        named = reading.with_cumulative(_named(reading))
        whole = Selection(named, reading.heads, reading.unit, reading.each)
        dialogue = {t for m in reading.mentions for t in m.tags("dialogue")}
        return Query(
            operator=operator,
            ask=ask,
            selections=(whole,),
            base=whole,
            numbers=reading.claims,
            pairs=reading.pairs,
            number_leads=reading.number_leads,
            numbered=reading.numbered,
            words=tuple(sorted(reading.asks | dialogue)),
            operators=tuple(sorted(reading.operators)),
            bare=not reading.asks and not reading.counts(),
            counted=reading.counts(),
            unit_implied=reading.is_unit_implied,
            cutoff=bool(CUTOFF.search(reading.text)),
            comparison=comparison(reading),
            universal=any("universal" in m.kinds() for m in reading.mentions),
            claims=reading.is_yes_no,
            negated=reading.negated,
            denials=reading.denials,
            denied=_denied(reading) if reading.negated else (),
            several_places=len(reading.places) > 1,
            exactly="exactly" in reading.operators,
            only="only" in reading.operators,
            classes=reading.classes,
            cardinal=reading.cardinal,
            wish=reading.wish,
            asked=reading.asked,
            hints=reading.hints,
            over_period=reading.over_period,
            pending=reading.pending,
            most=reading.most,
            digits=reading.digits,
            names_only=any(w in reading.text for w in NAMES_ONLY),
            text=reading.text,
            persons=any(m.text.removeprefix("是") in PERSONS for m in reading.mentions),
            document=next((t for m in reading.mentions for t in m.tags("document")), ""),
        )

    return make


def computed(operator: str, joints: frozenset[str] = frozenset()) -> Callable[[Reading], Query]:
    """A production: an operator over the sides of the question (A和B, A比B)."""

    def make(reading: Reading) -> Query:
        made = query(operator, "number")(reading)
        times = "倍" in reading.text and joints is COMPARING
        sides = reading.sides(at=joints | {"是"} if times else joints) or made.selections
        base = reading.select(reading.content)
        return replace(
            made,
            selections=sides,
            base=base,
            ask="number" if reading.asks & {"number", "money", "percent"} else "names",
            claimed=reading.claimed,
            excluding="remainder" in reading.operators,
            times="倍" in reading.text,
            scale=reading.scale,
            of_places=reading.is_of_places,
            places_only=(reading.is_of_places and operator != "sum")
            or len(reading.places) > 1
            or bool(reading.asks & {"which", "channel"}),
        )

    return make


def _denied(reading: Reading) -> tuple[str, ...]:
    """The concepts that the question denies: those that a negation reaches, or all behind it.

    行政复议没有吗 denies what stands before it.
    """
    reached = tuple(denied(reading.mentions))
    at = min((m.start for m in reading.mentions if "negation" in m.kinds()), default=0)
    behind = [m for m in reading.content if m.start > at]
    near = behind[:1] if reached else behind or reading.content
    return (*reached, *(a for m in near for s in m.senses for a in s.atoms))


def _named(reading: Reading) -> tuple[Mention, ...]:
    """The content without what 除了网站 sets aside, where more of the same is asked for."""
    found = ASIDE.search(reading.text)
    if not found or reading.counting or not reading.asks & {"list", "channel", "which"}:
        return reading.content
    aside = range(found.start(), found.end())
    # An unread word is never set aside: it might say something else.
    return tuple(m for m in reading.content if m.start not in aside or not m.senses)
