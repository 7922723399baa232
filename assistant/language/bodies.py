"""Words by which a person means the body whose report it is: 局里, 我们局, 市局, 你们单位.

They are those of `knowledge/lexicon/bodies.yaml`. 公安局里 and 县里的局 are none: another body is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.language.either import either
from assistant.late import late


@dataclass(frozen=True, slots=True)
class Bodies:
    """What bodies are called by those in them, by the endings of their names."""

    called: Mapping[str, Sequence[str]]
    words: Mapping[str, Sequence[str]]
    made: dict[tuple[str, str], tuple[re.Pattern[str], re.Pattern[str]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def meant(self, text: str, organ: str, rank: str) -> Iterator[tuple[int, int]]:
        """Where a text means the body of this name, at a place of this rank (市); the spans do not overlap.

        >>> bodies = bodies_of({
        ...     "called": {"局": ["局"]}, "short": ["局"], "ranked": ["局"], "whose": ["我们"], "singular": [],
        ...     "any": ["你们单位"], "inside": ["里"], "before": ["年"], "unless": ["长"], "naming": [],
        ...     "governing": ["人民政府"], "seated": ["里", "上"], "ruling": ["政府"], "beyond": ["办"]})
        >>> [text for text in ("今年局里", "公安局里", "我们局", "我们局长", "市局", "县局", "你们单位")
        ...     if list(bodies.meant(text, "云泽市水利局", "市"))]
        ['今年局里', '我们局', '市局', '你们单位']
        >>> [text for text in ("县里", "我们县", "小县里", "镇上") if list(bodies.meant(text, "云泽县人民政府", "县"))]
        ['县里', '我们县']
        """
        plain, within = self._patterns(organ, rank)
        ends = 0
        found = [*plain.finditer(text), *(m for m in within.finditer(text) if self._opens(m))]
        for start, end in sorted(m.span() for m in found):
            if start >= ends:
                yield start, end
                ends = end

    def bare(self, text: str, where: str) -> Iterator[tuple[int, int]]:
        """Where a text says this name of a place, and no longer one that begins with it."""
        name = f"{re.escape(where)}(?!{either(self.words['naming'])})"
        yield from (m.span() for m in re.finditer(rf"(?<![·“《]){name}", text))

    def _opens(self, found: re.Match[str]) -> bool:
        head = found.string[: found.start()]
        alone = not head or not head[-1].isalpha()
        return alone or head.endswith(tuple(self.words["before"]))

    def _patterns(self, organ: str, rank: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
        if (organ, rank) not in self.made:
            self.made[organ, rank] = self._pattern(organ, rank)
        return self.made[organ, rank]

    def _pattern(self, organ: str, rank: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """One for what needs nothing before it, and one for what is said from within."""
        words = self.words
        ending = max((e for e in self.called if organ.endswith(e)), key=len, default="")
        called = list(self.called.get(ending, ()))
        short = [name for name in called if name in words["short"]]
        several = [word for word in words["whose"] if word not in words["singular"]]
        ranked = [f"{rank}{n}" for n in called if rank and n in words["ranked"]]
        if organ.endswith(tuple(words["governing"])) and rank:
            return self._governing(rank)
        unless, inside = f"(?!{either(words['unless'])})", either(words["inside"])
        plain = [either(words["any"])]
        if called:
            plain.append(f"{either(several)}{either(called)}")
        if short and words["singular"]:
            plain.append(f"{either(words['singular'])}{either(short)}")
        within = [f"{either((*ranked, *called))}{inside}"] if called else []
        within += [either(ranked)] if ranked else []
        first = f"(?:{'|'.join(plain)}){inside}?{unless}"
        then = f"(?:{'|'.join(within)}){unless}" if within else r"(?!)"
        return late(first), late(then)

    def _governing(self, rank: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """The same for a government, which is called by the rank of its place: 我们县, and 县里."""
        words = self.words
        whose, seated, unless = (either(words[n]) for n in ("whose", "seated", "unless"))
        ruled = f"{either(words['ruling'])}(?!{either(words['beyond'])})"
        first = f"{either(words['any'])}|{whose}{rank}(?:{seated}|{ruled})?(?!{unless})"
        return late(first), late(f"{rank}(?:{seated}|{ruled})")


def bodies_of(rows: Mapping[str, Any]) -> Bodies:
    """The classes as `bodies.yaml` has them."""
    words = {name: tuple(map(str, row)) for name, row in rows.items() if name != "called"}
    return Bodies({str(e): tuple(names) for e, names in rows["called"].items()}, words)
