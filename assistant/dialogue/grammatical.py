"""A question about figures by the grammar, beside what a rule makes of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.choosing.figures import Facts
from assistant.grammar.chart import TooInvolved
from assistant.grammar.read import read
from assistant.knowledge import Knowledge
from assistant.language.numerals import scaled
from assistant.model import Figure, Finding, Mention
from assistant.operators.ground import Ground
from assistant.queries.answering import Supported, answer
from assistant.queries.tree import EMPTY, Tree
from assistant.queries.values import scale_of
from assistant.steps.match.units import Units

COMPUTED = frozenset(
    {"换算", "换成百分比", "筛选", "排序", "平均", "与一个成员相比", "占比", "其余", "不属于", "比较", "各多少",
     "合计", "估算", "数量"}
)  # fmt: skip
CONVERTING = frozenset({"换算", "换成百分比"})
# Where both compute and differ, the grammar's word counts.
READ_TWICE = frozenset({"换算", "平均", "比较", "判断", "占比"})
LISTED = frozenset({"查数", "其余", "各多少", "数量", "筛选", "排序", "与一个成员相比", "不属于"})
SUMMED = "合计"
# What says that no member is meant.
NONE = frozenset({"none_pass", "any_no"})
# What is asked that cannot be, as `queries` say it.
IMPOSSIBLE = frozenset(
    {
        "premise",
        "other_number",
        "different_units",
        "part_and_whole",
        "not_comparable",
        "approximate",
    }
)
# What is only looked up, and nothing computed.
PLAIN = frozenset({"figure", "given", "total", "phrase"})


def facts_of(knowledge: Knowledge, text: str) -> Facts:
    """The facts of the report that is asked, for one question."""
    units = Units(knowledge.units, knowledge.general_units)
    return Facts(Ground(knowledge.indexes[0], units, knowledge.process), text)


def understood(
    text: str,
    mentions: tuple[Mention, ...],
    knowledge: Knowledge,
    facts: Facts | None = None,
    refusing: bool = True,
) -> Supported | None:
    """What the grammar answers or (only for `refusing`) refuses, whether it computes or looks up.

    None where it reads nothing.
    """
    known = (knowledge.lexicon, knowledge.language, knowledge.labels)
    try:
        return answer(read(text, mentions, *known), facts or facts_of(knowledge, text), refusing)
    except TooInvolved:
        return None


def settled(rule: str, finding: Finding, found: Supported | None, facts: Facts) -> Supported | None:
    """The grammar's word on a question that a rule has read, where it counts; None leaves it to the rule.

    It computes what the rule leaves unanswered. Where both compute and differ, it has used every
    word, and the rule has not. Where it reads a question that asks what cannot be (of so many as
    there are not, in another unit, after a number that is not the report's), the rule has passed
    that over. Of two sums the one counts whose figures stand side by side in the report.
    """
    if found is None:
        return None
    answered = finding.status == "answered"
    if found.finding.status == "answered":
        contested = (rule in READ_TWICE and not agree(finding, found.finding)) or (
            rule in LISTED
            and (
                _figures(finding) != _figures(found.finding)
                or (finding.outcome in NONE) != (found.finding.outcome in NONE)
            )
        )
        if rule == SUMMED:
            contested = _beside(found.finding, facts) and not _beside(finding, facts)
        # 不予公开的理由有哪些 asks for the members of a breakdown, though nothing is computed.
        lists = not answered and bool(found.tree.phrase.which and found.tree.phrase.classes)
        return found if lists or (computes(found.tree) and (contested or not answered)) else None
    denied = rule in CONVERTING or (rule in COMPUTED and found.failure in IMPOSSIBLE)
    return found if answered and denied else None


def agree(one: Finding, other: Finding) -> bool:
    """Do two readings of a question say the same: the same figures, or the one some of the other's?

    A scale makes no difference: 1.5万宗 is 15000宗.
    """
    a, b = ({scaled(Decimal(v.value), scale_of(v.unit)) for v in f.values} for f in (one, other))
    x, y = _figures(one), _figures(other)
    same = (a <= b or b <= a) and (x <= y or y <= x)
    return one.polarity == other.polarity and same


def _beside(finding: Finding, facts: Facts) -> bool:
    """Are all its figures members of one breakdown?"""
    figures = [f for f in finding.facts if isinstance(f, Figure)]
    return len(figures) > 1 and all(facts.alike(figures[0], other) for other in figures[1:])


def read_alone(
    text: str, mentions: tuple[Mention, ...], facts: frozenset[str], knowledge: Knowledge
) -> Tree | None:
    """The tree of a question that finds just these facts (by id), whether it computes or looks up."""
    found = understood(text, mentions, knowledge, refusing=False)
    if found is None or found.finding.status != "answered":
        return None
    return found.tree if facts == _figures(found.finding) else None


def _figures(finding: Finding) -> frozenset[str]:
    """The figures that were found, by id."""
    return frozenset(f.id for f in finding.facts if isinstance(f, Figure))


def computes(tree: Tree) -> bool:
    """Is anything computed, compared, ordered or counted, beyond finding a figure?"""
    inner = tree["q"] if tree.op == "ask_quantity" else tree["s"] if tree.op == "rounded" else tree
    if inner.op == "phrase_asked":
        phrase = inner.phrase
        plain = replace(phrase, facets=(), which="", classes="", every=False, cardinal=0, given=())
        return not (bool(phrase.which) and plain == EMPTY)
    return inner.op not in PLAIN
