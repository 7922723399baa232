"""这份报告有没有矛盾: whether a report's sums, shares, tables and years agree, told with the words of both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from assistant.knowledge import Knowledge
from assistant.model import Citation, Finding

if TYPE_CHECKING:
    from assistant.checks import Result

# So many that cannot be checked are named.
MOST_OPEN = 3
OPPOSITE = {"yes": "no", "no": "yes"}


class Told(NamedTuple):
    """What is found, and the spans of the reports that prove it."""

    finding: Finding
    citations: tuple[Citation, ...]


def consistency(text: str, knowledge: Knowledge) -> Told | None:
    """What checking a report finds; None where a text does not ask for it."""
    asked = knowledge.front.asked(_unnamed(text, knowledge))
    if len(asked) != 1 or not asked[0].checked:
        return None
    from assistant.checks import FAIL, OPEN, PASS

    wording, results = knowledge.wording["consistency"], knowledge.results
    failed, passed, open_ones = (
        [r for r in results if r.verdict == verdict] for verdict in (FAIL, PASS, OPEN)
    )
    if not failed and not passed:
        return Told(Finding("unanswered", "nothing_to_check", reason="not_supported"), ())
    told = [_line(result, wording["line"]) for result in failed]
    slots = {"list": "\n".join(f"{at}. {line}" for at, line in enumerate(told, start=1))}
    named = open_ones[:MOST_OPEN]
    others = wording["others"] if len(open_ones) > MOST_OPEN else ""
    unchecked = "；".join(_open(named, wording["unchecked"]))
    slots["unchecked"] = wording["left"].format(list=unchecked, others=others) if named else ""
    polarity = asked[0].checked if failed else OPPOSITE[asked[0].checked]
    outcome = "contradictions" if failed else "no_contradiction"
    shown = (*failed, *named) if failed else (*passed[:MOST_OPEN], *named)
    cited = tuple(dict.fromkeys(c for result in shown for c in result.citations))
    return Told(Finding("answered", outcome, slots, polarity=polarity), cited)


def _line(result: Result, form: str) -> str:
    left, right = result.stated
    titles = "、".join(dict.fromkeys(f"《{c.title}》" for c in result.citations))
    both = titles if len(result.reports) > 1 else ""
    reason = f"（{result.reason}）" if result.reason else ""
    return form.format(
        name=result.name, subject=result.subject, left=left, right=right, titles=both, reason=reason
    )


def _open(results: Sequence[Result], form: str) -> Iterator[str]:
    """Those of one rule, and that cannot be checked for one reason, together."""
    for name, reason in dict.fromkeys((r.name, r.reason) for r in results):
        alike = (r.subject for r in results if (r.name, r.reason) == (name, reason))
        yield form.format(name=name, subjects="、".join(alike), reason=reason)


def _unnamed(text: str, knowledge: Knowledge) -> str:
    """The text without what only names its report: 北原市2023年的报告 is this report."""
    report = knowledge.indexes[0].report
    years = (f"{report.year}年度", f"{report.year}年")
    for name in (*sorted(knowledge.card_names, key=len, reverse=True), *years):
        text = text.replace(name, "", 1)
    return text
