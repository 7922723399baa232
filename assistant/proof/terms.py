"""What formulas are made of: numbers with their units, chains of them, equations and counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Term:
    """A number of a formula with what is written behind it."""

    number: Fraction
    scale: int = 1
    unit: str = ""

    @property
    def written(self) -> Fraction:
        """The number with its 万, a percentage still in hundredths."""
        return self.number * self.scale

    @property
    def factor(self) -> Fraction:
        """What one of its unit is worth."""
        return Fraction(1, 100) if self.unit == "%" else Fraction(self.scale)


@dataclass(frozen=True, slots=True)
class Chain:
    """Parts that signs of one rank join, each a number or what stands in brackets: a + b, a ÷ (b − c)."""

    signs: tuple[str, ...]
    parts: tuple[Term | Chain, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """The numbers in it, however deep."""
        deep = ((part,) if isinstance(part, Term) else part.terms for part in self.parts)
        return tuple(term for terms in deep for term in terms)

    def is_count(self, at: int) -> bool:
        """Does the part divide a sum by how many are added up there?"""
        before = self.parts[at - 1] if at else None
        if self.signs[at - 1 : at] != ("÷",) or not isinstance(before, Chain):
            return False
        return set(before.signs) <= {"+"} and self.parts[at] == Term(Fraction(len(before.parts)))

    def chains(self) -> Iterator[Chain]:
        """It and all that is inside it."""
        yield self
        for part in self.parts:
            if isinstance(part, Chain):
                yield from part.chains()


@dataclass(frozen=True, slots=True)
class Equation:
    """A formula with what it claims to come to; `terms` are the numbers on its left.

    `signs` are those that join the outermost parts; × 100% is none.
    """

    text: str
    left: Fraction
    sign: str
    result: Term
    tree: Chain

    @property
    def terms(self) -> tuple[Term, ...]:
        """The numbers on its left."""
        return self.tree.terms

    @property
    def has_sum(self) -> bool:
        """Is there a sum in it, of one figure in brackets perhaps?"""
        chains = [*self.tree.chains()]
        return any("+" in c.signs for c in chains) or any(not c.signs for c in chains[1:])

    @property
    def has_mean(self) -> bool:
        """Is there a mean in it?"""
        return any(c.is_count(at) for c in self.tree.chains() for at in range(len(c.parts)))

    @property
    def signs(self) -> frozenset[str]:
        """The signs that join the outermost parts."""
        return frozenset(self.tree.signs)


@dataclass(frozen=True, slots=True)
class Count:
    """`阳山县、连山县 → 2`: how many are named."""

    text: str
    names: tuple[str, ...]
    number: Fraction
