"""Wanted: what the words of a question ask to be done with one figure of each of several reports."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.late import late
from assistant.steps.reading import Reading
from assistant.steps.reading.words import COUNTING

TIMES = late("[几多少]倍|倍数")
# A占B的百分之几, of two reports.
PORTION = frozenset({"share", "portion"})
APART = late("(?:差|相差|多|少|高|低)(?:了|出)?(?:多少|几)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the figures; `direction` is 1 where an increase is claimed, -1 for a decrease."""

    rate: bool
    difference: bool
    which: bool
    least: bool
    total: bool
    average: bool
    equal: bool
    each: bool
    direction: int
    verify: bool
    amount: bool
    times: bool
    order: str
    most: bool
    exists: bool
    portion: bool = False

    @property
    def too_much(self) -> bool:
        """Are several things asked of the figures that no one sentence answers?"""
        changes = self.difference or self.rate or self.which or self.verify
        asked = (
            *(self.total, self.average, self.equal, self.times, self.exists, self.portion),
            *(changes, bool(self.order)),
        )
        return sum(asked) > 1

    @property
    def only_each(self) -> bool:
        """Is nothing asked but what each report states?"""
        done = self.total or self.average or self.equal or self.times or self.order or self.exists
        done = done or self.portion
        return not (done or self.difference or self.rate or self.which or self.verify)


def wanted(reading: Reading) -> Wanted:
    """What the words of a question ask to be done with several figures."""
    tags, asks = reading.operators, reading.asks
    ups = bool(tags & {"up", "more"}) or (bool(tags & {"degree"}) and _says(reading, "多高大"))
    downs = bool(tags & {"down", "less"}) or (bool(tags & {"degree"}) and _says(reading, "少低小"))
    counts = bool(asks & COUNTING)
    rate = bool(tags & {"rate"}) or ("percent" in asks and (ups or downs or "compare" in tags))
    changes = ups or downs or bool(tags & {"compare", "change"})
    either = "还是" in reading.text
    which = "year" in asks or ("which" in asks and changes) or (either and changes)
    verify = reading.is_yes_no and not either
    times = bool(tags & {"times"}) or TIMES.search(reading.text) is not None
    apart = APART.search(reading.text) is not None
    return Wanted(
        rate=rate,
        difference=not times
        and changes
        and (apart or _asks_amount(reading) or not (rate or which or verify)),
        which=which or bool(tags & {"max", "min"}),
        least="min" in tags or (which and downs and not ups),
        total="sum" in tags or (_says(reading, "共") and not changes and counts),
        average="average" in tags,
        equal="equal" in tags and verify,
        each=bool(reading.each) or not (changes or rate or which or "sum" in tags),
        direction=(1 if ups and not downs else -1 if downs and not ups else 0),
        verify=verify and changes and "equal" not in tags,
        amount=_asks_amount(reading) or rate,
        times=times,
        most=bool(tags & {"max", "min"}),
        portion="percent" in asks and _between(reading) and not (changes or verify),
        exists=verify and not changes and "equal" not in tags,
        order=next(iter(sorted(tags & {"descending", "ascending"})), ""),
    )


def per_member(reading: Reading) -> bool:
    """哪个县减得最多: a change for each member of a series, which is more than one figure a report."""
    changed = reading.operators & {"up", "down", "change"}
    return bool(changed and reading.operators & {"max", "min"})


def _between(reading: Reading) -> bool:
    """Does 占 stand between the names of two reports: 东岭区新收申请占南浦市的百分之几?"""
    named = [m.start for m in reading.mentions if m.kinds() & {"card_place", "year"}]
    shares = [m.start for m in reading.mentions if m.tags("operator") & PORTION]
    return any(min(named) < at < max(named) for at in shares) if named else False


def _says(reading: Reading, characters: str) -> bool:
    idle = [m for m in reading.mentions if m.kinds() & {"operator", "frame"}]
    return any(c in m.text for m in idle for c in characters)


def _asks_amount(reading: Reading) -> bool:
    """多少件, 几件: an amount, beside or instead of a percentage."""
    return bool(reading.asks & {"number", "money"}) or bool(
        {m.text for m in reading.mentions} & {"多少", "几"}
    )
