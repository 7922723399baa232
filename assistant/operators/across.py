"""Across: figures of several reports side by side. Growth, difference, the larger, the sum, each.

Every figure keeps its own report; only the same measure is set side by side (`alike`), nothing is computed
from figures that are not exact, and no report wins where another that was asked is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.cards import label_of
from assistant.late import late
from assistant.model import Candidate, Card, Figure, Finding
from assistant.operators import lookup
from assistant.operators.alike import Carries, Held, alike
from assistant.operators.beside import beside
from assistant.operators.ground import Ground
from assistant.operators.sides import Stated
from assistant.operators.wanted import PORTION, per_member, wanted
from assistant.steps.sides import Across, Side

# Whether there was any, in each of them.
EXISTS = late("有没有|有无|是否有|(?:有|过|了).*(?:吗|没有|没|么)[?!。~ ]*$")
# The words for operations that can be done with one figure of each report.
HANDLED = frozenset(
    {
        *(
            "compare",
            "degree",
            "more",
            "less",
            "up",
            "down",
            "rate",
            "change",
            "equal",
            "sum",
            "agreeing",
        ),
        *("average", "every_year", "every_place", "max", "min", "exactly", "convert"),
        *("descending", "ascending"),
    }
)


def run(
    asked: Across,
    ground_of: Callable[[Card], Ground],
    partly: bool = False,
    carries: Carries = (),
) -> Finding:
    """The finding over all reports that the question names; a report that does not state it refuses.

    With `partly`, for questions over whatever is loaded, such a report is left out and named, and only each
    figure for itself is given: the report left out may hold the most. `carries` are the measures that one
    year takes over from another.
    """
    want = wanted(asked.reading)
    handled = HANDLED | PORTION if want.portion else HANDLED
    unread = asked.reading.operators - handled or per_member(asked.reading) or want.too_much
    claimed = (want.exists or want.verify) and asked.reading.numbers
    unsaid = want.exists and not EXISTS.search(asked.reading.text)
    if unread or claimed or unsaid:
        return Finding("unanswered", "not_supported", reason="not_supported")
    found = _found(asked.own or asked.shared, ground_of)
    lacking = [s for s in found if s.figure is None]
    stating = [s for s in found if s.figure is not None]
    if lacking and (not partly or len(stating) < 2):
        return _lacking(lacking[0])
    if lacking and not want.only_each:
        return _left_out(lacking, stating)
    finding = beside(want, stating, carries)
    if lacking and finding.status == "answered":
        left_out = "、".join(label_of(s.card) for s in lacking)
        return replace(finding, slots=finding.slots | {"left_out": left_out})
    return finding


# --------------------------------------------------------------------------- each report's figure


def _found(sides: Sequence[Side], ground_of: Callable[[Card], Ground]) -> list[Stated]:
    found: list[Stated] = []
    open_sides: list[tuple[int, tuple[Candidate, ...]]] = []
    for side in sides:
        ground = ground_of(side.card)
        finding = lookup.run(side.query, ground)
        figures = [f for f in finding.facts if isinstance(f, Figure)]
        # What is computed of several figures is none of them.
        plain = finding.status == "answered" and finding.computation is None
        figure = figures[0] if plain and figures else None
        if finding.status == "clarify":
            open_sides.append((len(found), finding.rivals))
        found.append(Stated(side.card, ground, figure, finding))
    words = {tuple(m.text for m in side.query.base.required()) for side in sides}
    return _aligned(found, open_sides) if len(words) == 1 else found


def _aligned(
    found: list[Stated], open_sides: Sequence[tuple[int, tuple[Candidate, ...]]]
) -> list[Stated]:
    """Where one report has several that fit, the one that is called as in the other reports."""
    if not open_sides:
        return found
    sure = [Held(s.figure, s.ground) for s in found if s.figure]
    for at, rivals in open_sides:
        one = found[at]
        figures = [c.fact for c in rivals if isinstance(c.fact, Figure)]
        held = [Held(f, one.ground) for f in figures]
        same = [h for h in held if sure and all(alike(h, other) for other in sure)]
        if len({(h.figure.value, h.figure.bound) for h in same}) == 1:
            # Said in words and in a table: the cell.
            best = max(same, key=lambda h: bool(h.figure.measure))
            found[at] = Stated(one.card, one.ground, best.figure, one.finding)
            sure.append(best)
    return found


def _lacking(side: Stated) -> Finding:
    """The refusal of the report that does not state it, or the choice that it leaves."""
    slots = dict(side.finding.slots)
    if side.finding.status == "answered":
        slots = {"wanted": "number"}
        return Finding(
            "unanswered", "not_stated", slots, reason="not_matched", reports=(side.card.id,)
        )
    return Finding(
        side.finding.status,
        side.finding.outcome,
        slots,
        reason=side.finding.reason,
        rivals=side.finding.rivals,
        reports=(side.card.id,),
    )


def _left_out(lacking: Sequence[Stated], stating: Sequence[Stated]) -> Finding:
    """Nothing is said of all reports where one of them may change it; `facts` are what the others state."""
    slots = {
        "names": "、".join(label_of(s.card) for s in lacking),
        "stating": "、".join(label_of(s.card) for s in stating),
    }
    facts = tuple(s.figure for s in stating if s.figure)
    reports = tuple(s.card.id for s in stating)
    return Finding(
        "unanswered", "across_left_out", slots, facts, reason="not_comparable", reports=reports
    )
