"""The conditions of words of operation and scope, by their tags.

`CHECKS` are those of words that an operator uses (`knowledge/uses.yaml`); `EVEN_UNLISTED` are those by which a word is
used whatever the operator is: the fact itself says so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.model import Mention
from assistant.steps import operating, scope

if TYPE_CHECKING:
    from assistant.steps.found import Found

Check = Callable[["Found", Mention], bool]
CHECKS: dict[str, Check] = {
    "exactly": operating.exactly,
    "only": scope.only,
    "exclusive": scope.only,
    "degree": operating.ordering,
    "each": scope.each_meant,
    "order": operating.follows,
    "members": scope.of_class,
    "sum": operating.summed,
    **dict.fromkeys(("more", "less", "at_least", "at_most"), operating.bounded),
    "supposed": operating.supposed,
    "remainder": lambda found, mention: (
        found.done == "remainder" or operating.set_aside(found, mention)
    ),
}
EVEN_UNLISTED: dict[str, Check] = {
    "universal": scope.of_all,
    "each": scope.of_each,
    "some": scope.of_some,
    "also": operating.also,
    "order": operating.in_order,
    "within": operating.part,
    "reach": operating.reached,
    "total": operating.in_total,
    "scale": operating.scaled,
    "yes_no": lambda found, mention: found.finding.polarity is not None,
    "negation": operating.denied,
    "compare": operating.compared,
    "against": operating.compared,
    "degree": operating.near,
    "at_least": operating.near,
    "at_most": operating.near,
    "more": operating.near,
    "remainder": operating.set_aside,
    "sum": operating.added,
    "share": operating.shared,
    "members": scope.member,
    "top": operating.cut_off,
    "max": operating.cut_off,
    "only": scope.only_a_number,
    "exclusive": scope.only,
    "supposed": operating.supposed,
}
