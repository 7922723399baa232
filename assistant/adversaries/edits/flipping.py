"""Edits after which the answer must be another: denial, another number, the other direction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from random import Random
from typing import Any

from assistant.adversaries.edits.bases import Base, claimed, of_question, verdict
from assistant.adversaries.edits.editing import FLIP, Edit
from assistant.adversaries.edits.material import Words
from assistant.adversaries.gold import amount
from assistant.adversaries.matrix import expressions as x
from assistant.adversaries.matrix.expressions import Expression
from assistant.adversaries.matrix.gold import Gold
from assistant.adversaries.matrix.judging import Outcome, Verdict, judge
from assistant.adversaries.matrix.material import Frames
from assistant.adversaries.matrix.questions import Question, asked
from assistant.adversaries.matrix.values import Amount, Undefined
from assistant.adversaries.matrix.wording import Unsayable, key_of
from assistant.language.numerals import plain
from assistant.model import Answer

LEAST = (x.Most, x.Nth, x.First, x.IsMost)
COMPARED = (x.Holds, x.Where, x.Every, x.Some)


@dataclass(frozen=True, eq=False)
class Flipping:
    """Makes the edits after which the answer must change."""

    frames: Frames
    words: Words

    def of(self, base: Base, rng: Random) -> Iterator[Edit]:
        """Every edit of a question, each kind once."""
        if base.question:
            yield from self._turned_tree(base, base.question, rng)
        elif base.figure and base.polarity == "yes":
            yield from self._of_claim(base, rng)
        elif base.source == "file":
            yield from self._turned_text(base)

    # ---- trees

    def _turned_tree(self, base: Base, question: Question, rng: Random) -> Iterator[Edit]:
        turned = flipped(question.tree)
        if turned is None:
            return
        name = question.frame.rpartition("/")[2]
        for key in (*(f"{key}/{name}" for key in key_of(turned)), None):
            words = {**self.frames.words, "openings": [""], "endings": ["？"]}
            try:
                other = asked(turned, Frames(words), rng, question.operator, key)
            except (Undefined, Unsayable):
                continue
            if isinstance(turned, x.Difference):
                corrects = (*self.frames.words["corrections"][turned.claimed], *_more(turned))
                other = replace(other, gold=replace(other.gold, corrects=corrects))
            if other.text != base.text:
                new = of_question(other, self.frames)
                yield Edit(base, FLIP, "turned", other.text, new.wanted, new.judge)
            return

    # ---- claims

    def _of_claim(self, base: Base, rng: Random) -> Iterator[Edit]:
        """The claim denied, and the claim of another number: neither is so."""
        figure = base.figure
        if figure is None or figure.value is None:
            return
        own = amount(str(figure.value), figure.unit or figure.said)[0] or Decimal(0)
        gold = verdict(Gold((Amount(own, ""),)), "no")
        plain_base = replace(base, text=_question(base, figure.text))
        denial = str(rng.choice(list(self.words["denials"].values())))
        yield from _claim(base, "denied", claimed(plain_base, figure.text, denial), gold)
        written = plain(figure.value)
        other = plain(figure.value + rng.choice((1, 2, 10)))
        if figure.text.count(written) == 1:
            claim = str(rng.choice(list(self.words["claims"].values())))
            text = claimed(plain_base, figure.text.replace(written, other), claim)
            yield from _claim(base, "changed", text, gold)

    # ---- texts

    def _turned_text(self, base: Base) -> Iterator[Edit]:
        """The first word of a pair by the second; what was said before must not be said again."""
        for old, new in self.words["turns"]:
            longer = any(word in base.text and old in word for word in self.words["unturned"])
            if base.text.count(old) == 1 and not (longer and old not in self.words["unturned"]):
                text = base.text.replace(old, new)
                yield Edit(base, FLIP, "turned", text, f"不同于{base.wanted}", _differs(base))
                return


def _more(tree: x.Difference) -> Iterator[str]:
    """What says which one is more after all."""
    larger = tree.b if tree.claimed == "more" else tree.a
    if isinstance(larger, x.Figure):
        yield from (f"{larger.item.name}更多", f"{larger.item.name}数更多")


def _question(base: Base, figure: str) -> str:
    """The claim as the question that it came from."""
    return base.text[: base.text.index(figure)].removeprefix("听说") + "多少？"


def _claim(base: Base, kind: str, text: str, gold: Gold) -> Iterator[Edit]:
    if text:
        judged = lambda question, answer: judge(question, gold, answer)  # noqa: E731
        yield Edit(base, FLIP, kind, text, f"否，{base.wanted}", judged)


def _differs(base: Base) -> Any:
    def judged(question: str, answer: Answer) -> Verdict:
        if answer.status == "clarify":
            return Verdict(Outcome.CLARIFIED)
        if answer.status != "answered":
            return Verdict(Outcome.REFUSED)
        given = {amount(v.value, v.unit)[0] for v in answer.values}
        same = given == {one.value for one in base.values}
        if base.polarity:
            same = answer.polarity == base.polarity
        return Verdict(Outcome.WRONG, "与改动前一样") if same else Verdict(Outcome.RIGHT)

    return judged


def flipped(tree: Expression) -> Expression | None:
    """The tree with its first direction turned round: most → least, > → ≤, more → fewer."""
    if isinstance(tree, LEAST):
        return replace(tree, least=not tree.least)
    if isinstance(tree, x.Larger):
        return replace(tree, less=not tree.less)
    if isinstance(tree, COMPARED) and tree.comparison in x.COMPLEMENT:
        return replace(tree, comparison=x.COMPLEMENT[tree.comparison])
    if isinstance(tree, x.Difference):
        if not tree.claimed or isinstance(tree.a, x.Added):
            return None
        return replace(tree, claimed="less" if tree.claimed == "more" else "more")
    for field in fields(tree):
        part = getattr(tree, field.name)
        if is_dataclass(part) and isinstance(part, Expression):
            turned = flipped(part)
            if turned is not None:
                changed: Expression = replace(tree, **{field.name: turned})  # type: ignore[arg-type]
                return changed
    return None
