"""Questions about how a whole is divided, by their forms: which words are told of the whole, which name a part.

Those of `knowledge/lexicon/parting.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.late import late

# What names a list of words in a form.
NAMED = late(r"\{([a-z]+)\}")
# What stands around a question and asks nothing.
OUTER = "…，,。？?！!；;：: 呢啊呀呐哈"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in one of the forms: what is asked (`share`, `rank` …), and where its stretches stand."""

    op: str
    spans: Mapping[str, tuple[int, int]]
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Parting:
    """The forms, and the words of breakdowns by what they are for."""

    words: Mapping[str, tuple[str, ...]]
    forms: tuple[tuple[str, re.Pattern[str]], ...]
    idle: re.Pattern[str]
    around: re.Pattern[str]
    joining: str
    empty: re.Pattern[str]

    def asked(self, text: str) -> Iterator[Asked]:
        """Every way to read a question as one of a breakdown, the fullest form first.

        >>> next(parting_of(EXAMPLE).asked("书面的占百分之几？")).said["a"]
        '书面的'
        """
        bare = text.rstrip(OUTER)
        start = len(bare) - len(bare.lstrip(OUTER))
        for op, form in self.forms:
            if found := form.fullmatch(bare, start):
                said = {name: part for name, part in found.groupdict().items() if part is not None}
                yield Asked(op, {name: found.span(name) for name in said}, said)

    def kind(self, noun: str) -> str:
        """Of what kind a noun asks the parts to be: `ways`, `results`, `bodies` …; `kinds` of any."""
        return next((kind for kind in KINDS if noun in self.words[kind]), "")

    def is_idle(self, text: str) -> bool:
        """Does a text say nothing of its own?"""
        return not text.strip(" ,，、") or self.idle.fullmatch(text) is not None

    def bare(self, name: str) -> str:
        """The name of a part without what stands around what tells it from the others."""
        return self.around.sub("", name) or name


# The fullest forms first: what is left without the most is no question for the most.
ORDER = (
    *("holds", "share", "rest", "difference", "mean", "sum", "filter", "none", "rank"),
    *("either", "position", "ways", "kinds"),
)
LISTS = ("askers", "sending", "publishing", "money", "headed")
KINDS = ("ways", "results", "bodies", "places", "persons", "kinds")
EXAMPLE: Mapping[str, Mapping[str, Sequence[str]]] = {
    "words": {"share": ["百分之几"]}, "forms": {"share": ["(?P<a>.+)占{share}"]},
    **{name: {} for name in (*KINDS, *LISTS, "idle", "around")},
}  # fmt: skip


def parting_of(rows: Mapping[str, Mapping[str, Sequence[str]]]) -> Parting:
    """The forms and words as the file has them."""
    listed = {name: _any(words) for name, words in rows["words"].items()}
    forms = tuple(
        (op, late(NAMED.sub(lambda found: f"(?:{listed[found[1]]})", form)))
        for op in ORDER
        for form in rows["forms"].get(op, ())
    )
    around = _any(list(rows["around"]))
    return Parting(
        {kind: tuple(map(str, rows[kind])) for kind in (*KINDS, *LISTS)}
        | {name: tuple(map(str, words)) for name, words in rows["words"].items()},
        forms,
        late(f"(?:{_any(list(rows['idle']))}|[ ,，、])+"),
        late(rf"^(?:{around})+|(?:{around})+$|[(（].*?[)）]"),
        listed.get("and", "、"),
        late(
            _any([w for name in ("idle", "kinds") for w in map(str, rows[name]) if len(w) > 1])
            or "(?!)"
        ),
    )


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(map(str, words), key=len, reverse=True))
