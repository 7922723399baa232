"""Whether an answer answers what was asked: every check, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.proof.asking import Asking
from assistant.proof.coverage import coverage_faults
from assistant.proof.faults import Fault
from assistant.proof.kinds import kind_faults
from assistant.proof.members import member_faults
from assistant.proof.truths import truth_faults
from assistant.proof.verdicts import verdict_faults
from assistant.proof.wholes import whole_faults

CHECKS = (coverage_faults, kind_faults, whole_faults, member_faults, truth_faults, verdict_faults)


def asked_faults(asking: Asking) -> Iterator[Fault]:
    """Everything in which the answer is not one to its question."""
    for check in CHECKS:
        yield from check(asking)
