"""Words of what comes in and of what becomes of it: 收到意见86条，采纳31条.

Those of `knowledge/lexicon/process.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Process:
    """What is said of all that came in, how what became of some of it begins, by what ways it came, and from whom.

    `kinds` are the words for its parts: 六种申请方式.
    """

    intake: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def leads(self, whole: str, part: str) -> bool:
        """Is one told to have come in, and the other to have become of it?

        >>> Process(("收到",), ("采纳",)).leads("收到意见", "采纳")
        True
        """
        came = any(word in whole for word in self.intake)
        return came and part.startswith(self.outcome or ("\0",))

    def are_stages(self, names: Sequence[str]) -> bool:
        """Is one what came in, and are the others what became of it: 收到申请数, 申请办结数, 申请答复数?

        What all of them say (申请) tells no stage of one.

        >>> Process(("收到", "申请"), ("办结", "答复")).are_stages(["收到申请数", "申请办结数"])
        True
        """
        came, became = (
            [n for n in names if any(w in n for w in words if not all(w in n for n in names))]
            for words in (self.intake, self.outcome)
        )
        both = [n for n in names if n in came and n in became]
        return bool(came and became) and not both and len(came) + len(became) == len(names)

    def are_ways(self, names: Iterable[str]) -> bool:
        """Are these names of ways: 当面申请, 网络申请?"""
        return all(any(word in name for word in self.ways) for name in names)

    def is_person(self, name: str) -> bool:
        """Is this the name of a person or a body: 自然人, 商业企业; what is left over of them as well?

        >>> Process(persons=("人", "企业")).is_person("自然人")
        True
        """
        return bool(self.persons) and name.endswith(self.persons)


PARTS = ("intake", "outcome", "ways", "persons", "kinds")
# That nothing is known of how things go.
NO_PROCESS = Process()


def process_of(rows: Mapping[str, Sequence[str]]) -> Process:
    """The words as the file has them."""
    return Process(*(tuple(map(str, rows[part])) for part in PARTS))
