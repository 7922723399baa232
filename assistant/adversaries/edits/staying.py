"""Edits that change nothing: other names, another order, politeness, background, slips, other script."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from assistant.adversaries.edits.bases import Base
from assistant.adversaries.edits.editing import Edit, staying
from assistant.adversaries.edits.material import Words
from assistant.adversaries.matrix.material import Frames
from assistant.adversaries.matrix.wording import Speaker, Unsayable
from assistant.adversaries.noises import Noises

NOISES = ("politeness", "homophone", "lookalike", "traditional", "fullwidth", "unmarked")
HAN = re.compile(r"[一-龥]{2,8}")
ASKED_LAST = re.compile(r"^(?P<rest>.+?)(?:有|是|为)?(?P<ask>多少[^，？?、的]{0,4})？$")


@dataclass(frozen=True, eq=False)
class Staying:
    """Makes the edits after which the answer must be the same."""

    noises: Noises
    synonyms: Mapping[str, tuple[str, ...]]
    frames: Frames
    words: Words

    def of(self, base: Base, rng: Random) -> Iterator[Edit]:
        """Every edit of a question, each kind once."""
        spelled = self._spelled(base)
        for kind in NOISES:
            written = self.noises.write(kind, base.text, spelled, rng)
            yield from _some(staying(base, kind, written))
        others: dict[str, Callable[[Base, Random], str]] = {
            "background": self._background,
            "synonym": self._synonym,
            "order": self._order,
        }
        for kind, make in others.items():
            yield from _some(staying(base, kind, make(base, rng)))

    def _spelled(self, base: Base) -> list[str]:
        """The words that may be miswritten: those that name something, each said once."""
        found = [word for noun in base.nouns for word in HAN.findall(noun)]
        return [word for word in found if base.text.count(word) == 1]

    def _background(self, base: Base, rng: Random) -> str:
        return str(rng.choice(self.words["backgrounds"])) + base.text

    def _synonym(self, base: Base, rng: Random) -> str:
        """The longest word that has another name, by that."""
        known = [w for w in self.synonyms if base.text.count(w) == 1 and self.synonyms[w]]
        if not known:
            return ""
        word = max(known, key=lambda w: (len(w), w))
        return base.text.replace(word, rng.choice(self.synonyms[word]))

    def _order(self, base: Base, rng: Random) -> str:
        """What is asked first, or what is counted at another place."""
        if base.question is None:
            found = ASKED_LAST.match(base.text)
            return f"有{found['ask']}，{found['rest']}？" if found and not base.history else ""
        one = base.question
        words = {**self.frames.words, "openings": [""], "endings": ["？"]}
        try:
            return Speaker(Frames(words), rng).ask(one.tree, not one.led, one.frame).text
        except Unsayable:
            return ""


def _some(edit: Edit | None) -> Iterator[Edit]:
    if edit is not None:
        yield edit
