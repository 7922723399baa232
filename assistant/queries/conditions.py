"""What a condition asks of each member of a breakdown: 超过700项, 高于平均数, 占全市10%以上."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.queries.adding import mean_of
from assistant.queries.comparing import both, compare, same_kind
from assistant.queries.evaluate import evaluate, quantity
from assistant.queries.facts import Facts
from assistant.queries.figure import given_number
from assistant.queries.spreading import spread
from assistant.queries.tree import Phrase, Tree, keyed
from assistant.queries.values import PERCENT, Failure, Quantity, Rows, aligned
from assistant.queries.wholes import whole_of

# 阳山以上: more than what is named, which is no limit that belongs to it.
BESIDE = {"at_least": "more", "at_most": "less"}

Test = Callable[[Quantity], bool | None]


def kept(rows: Rows, condition: Tree, phrase: Phrase, facts: Facts) -> Rows | Failure:
    """The members for which the condition holds; none may be left in doubt."""
    test = _test(condition, phrase, rows, facts)
    if isinstance(test, Failure):
        return test
    held = [(row, test(row.quantity)) for row in rows.members]
    if any(answer is None for _, answer in held):
        return Failure("approximate")
    return rows.only(row for row, answer in held if answer)


def _test(condition: Tree, phrase: Phrase, rows: Rows, facts: Facts) -> Test | Failure:
    if condition.op == "between":
        low, high = (given_number(condition[part]) for part in ("a", "b"))
        if rows.members and not _between_fits(rows.members[0].quantity, low, high, facts):
            return Failure("different_units")
        return lambda q: both(compare(q, "at_least", low), compare(q, "at_most", high))
    if condition.op == "share_compare":
        return _share(condition, rows, facts) if rows.members else Failure("no_members")
    if condition.op == "near":
        return _near(condition, phrase, rows, facts)
    right = _right(condition, phrase, rows, facts)
    if isinstance(right, Failure):
        return right
    if rows.members and not same_kind(rows.members[0].quantity, right, facts):
        return Failure("different_units")
    if rows.members and _counts_them(condition, right, rows.members[0].quantity, facts):
        return Failure("different_units")
    sign = _sign(condition)
    return lambda q: compare(q, sign, right)


def _counts_them(condition: Tree, given: Quantity, member: Quantity, facts: Facts) -> bool:
    """有两个区吗: a number in 个 counts the members, and is none of theirs in 项."""
    general = facts.units.general
    return condition.op == "equal_bare" and given.unit in general and member.unit not in general


def _between_fits(member: Quantity, low: Quantity, high: Quantity, facts: Facts) -> bool:
    """600到650项: the first number may leave the unit to the second."""
    return same_kind(member, high, facts) and (not low.unit or same_kind(member, low, facts))


def _sign(condition: Tree) -> str:
    """How a member has to stand to what it is held against: by the word before or behind it."""
    if condition.op in ("equal", "equal_bare"):
        return "equal"
    if condition.op == "beside":
        return BESIDE[condition["p"].tag]
    return next(kid.tag for part in ("c", "p", "d") if (kid := condition.get(part)) is not None)


def _right(condition: Tree, phrase: Phrase, rows: Rows, facts: Facts) -> Quantity | Failure:
    """What members are held against: a number that is given, or what is described."""
    given = condition.get("g")
    if given is not None:
        return quantity(given, facts)
    return _against(condition["q"], phrase, rows, facts)


def _against(tree: Tree, phrase: Phrase, rows: Rows, facts: Facts) -> Quantity | Failure:
    """A member, or what is computed, of the same measure; 平均数 by itself is that of all members."""
    if tree.op == "mean_bare":
        plain = replace(phrase, conditions=(), first=0, order="", nth=0)
        everyone = evaluate(keyed(Tree("members", phrase=plain)), facts)
        if not isinstance(everyone, Rows):
            return everyone if isinstance(everyone, Failure) else Failure("not_comparable")
        return mean_of([r.quantity for r in everyone.members], facts)
    if tree.op == "figure":
        row = facts.row_of(tree.phrase.facets, rows)
        if row is not None:
            return row.quantity
    found = evaluate(spread(tree, phrase.facets), facts)
    return quantity(tree, facts) if isinstance(found, Failure) else _number(found)


def _number(found: object) -> Quantity | Failure:
    return found if isinstance(found, Quantity) else Failure("not_comparable")


def _share(condition: Tree, rows: Rows, facts: Facts) -> Test | Failure:
    """占全市10%以上: each member against the whole."""
    whole = whole_of(rows.members[0].quantity, condition["q"], facts)
    if isinstance(whole, Failure):
        return whole
    given = quantity(condition["g"], facts)
    exact = whole.is_exact and whole.low
    if not same_kind(rows.members[0].quantity, whole, facts):
        return Failure("different_units")
    if isinstance(given, Failure) or given.unit != PERCENT or not exact:
        return Failure("not_comparable")
    sign = _sign(condition)

    def test(member: Quantity) -> bool | None:
        own, all_of_it = aligned((member, whole))
        share = own.low * 100 / all_of_it.low
        return compare(Quantity(share, share, PERCENT), sign, given) if own.is_exact else None

    return test


def _near(condition: Tree, phrase: Phrase, rows: Rows, facts: Facts) -> Test | Failure:
    """与连南县相差不超过20项; the one itself is not meant."""
    against = _against(condition["q"], phrase, rows, facts)
    given = quantity(condition["g"], facts)
    if isinstance(against, Failure) or isinstance(given, Failure):
        return Failure("not_comparable")
    if not against.is_exact or not same_kind(against, given, facts):
        return Failure("different_units")
    sign = _sign(condition)

    def test(member: Quantity) -> bool | None:
        if member.facts == against.facts:
            return False
        apart = abs(member.low - against.low)
        held = compare(Quantity(apart, apart, member.unit), sign, given)
        return held if member.is_exact else None

    return test
