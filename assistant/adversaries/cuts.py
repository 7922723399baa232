"""The closed classes of words by which a clause is taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Cuts(Protocol):
    """The closed classes by which a clause is taken apart."""

    @property
    def tails(self) -> Sequence[str]:
        """What says that a noun is an amount (总数)."""

    @property
    def links(self) -> Sequence[str]:
        """What stands between what is counted and its number (为, 共)."""

    @property
    def nominal_links(self) -> Sequence[str]:
        """Those of them that stand behind a noun only."""

    @property
    def openers(self) -> Sequence[str]:
        """What opens a clause and is no part of what is counted (全年)."""

    @property
    def adverbs(self) -> Sequence[str]:
        """What may stand before the verb (网上)."""

    @property
    def relative(self) -> Sequence[str]:
        """What sets a number against another."""

    @property
    def limits(self) -> tuple[str, ...]:
        """What bounds a number."""

    @property
    def bare(self) -> Sequence[str]:
        """Nouns that name nothing by themselves."""
