"""Words and what they may stand for: reading a text as the best covering row of known names.

The same reading serves questions and reports, so that a word means the same in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from assistant.model import Mention, Sense

if TYPE_CHECKING:
    from assistant.language.slips import Slips

Names = Mapping[str, tuple[Sense, ...]]

# What a path through the text pays: an unread character most, then every piece; a longer name
# beats its parts, and content beats frame where both fit.
UNREAD = 100
PIECE = 10
FRAME = 1
UNKNOWN = 5
MENDABLE = frozenset(
    {
        *("action", "measure", "organ", "channel", "place", "card_place"),
        *("period", "word", "verb", "ask", "theme"),
    }
)
# So long is a name at most that a slip is mended to: no longer stretch of a question is tried.
MENDED = 9
# Of how many layers the names near a slip are kept at hand.
KEPT = 128
# Of how many texts it is kept which names stand in them.
TEXTS_KEPT = 64
# What a row or a column of a standard table says; looked up by its key, never read in a text.
CELL = "cell"
# The tag of what it says besides.
ALSO = "also"
APART = "apart"
# The tag of a sense that any one of its concepts accounts for.
ANY = "any"
# The tag of a name that the report gives its figures.
LABEL = "label"
# The tag of what points to a standard table by its place in the report: 表三.
TABLE = "table"


def cell_key(table: str, measure: str = "", member: str = "") -> str:
    """Under what name the senses of a table's row or column are kept.

    >>> cell_key("review", "行政复议", "结果维持"), cell_key("applications", member="自然人")
    ('review:行政复议:结果维持', 'applications::自然人')
    """
    return f"{table}:{measure}:{member}"


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Every name that is known, in layers: the genre's terms first, then a report's own words."""

    layers: tuple[Names, ...]
    # How long the longest name is that begins with a character.
    reach: Mapping[str, int]

    @classmethod
    def of(cls, *layers: Names) -> Lexicon:
        """A lexicon over these layers; a name's senses are those of all layers together."""
        reach: dict[str, int] = {}
        for layer in layers:
            for name in layer:
                if len(name) > reach.get(name[:1], 0) and ":" not in name:
                    reach[name[:1]] = len(name)
        return cls(layers, reach)

    def over(self, *layers: Names) -> Lexicon:
        """This lexicon with more layers, without a look at each name of its own again."""
        further = Lexicon.of(*layers).reach
        reach = dict(self.reach)
        for first, length in further.items():
            reach[first] = max(length, reach.get(first, 0))
        return Lexicon((*self.layers, *layers), reach)

    def senses(self, name: str) -> tuple[Sense, ...]:
        """Everything that a name may stand for, no sense twice."""
        found = [
            layer[name]
            for layer, held in zip(self.layers, self.tables, strict=True)
            if name in held
        ]
        if len(found) == 1:
            return found[0] if len(found[0]) == 1 else tuple(dict.fromkeys(found[0]))
        return tuple(dict.fromkeys(sense for senses in found for sense in senses))

    def knows(self, name: str) -> bool:
        """Is this exactly a known name?"""
        for held in self.tables:  # noqa: SIM110 - asked of every stretch of every text
            if name in held:
                return True
        return False

    def spells(self, text: str) -> bool:
        """Can all letters of a text be covered by known names? Soon told of a short text that is not read.

        >>> known = Lexicon.of({"成": (), "本": ()})
        >>> known.spells("成本"), known.spells("“成本”"), known.spells("成品")
        (True, True, False)
        """
        size, reached = len(text), {0}
        for start, char in enumerate(text):
            if start in reached:
                if not char.isalnum():
                    reached.add(start + 1)
                furthest = min(size, start + self.reach.get(char, 0))
                ends = range(start + 1, furthest + 1)
                reached.update(end for end in ends if self.knows(text[start:end]))
        return size in reached

    @cached_property
    def tables(self) -> tuple[Container[str], ...]:
        """Each layer as the plain table of its names, which is asked most often."""
        return tuple(getattr(layer, "rows", layer) for layer in self.layers)

    def names(self) -> Iterable[str]:
        """All known names."""
        return dict.fromkeys(name for layer in self.layers for name in layer)

    def mendable(self) -> Iterator[str]:
        """The names that can be misspelt (no frame words)."""
        return (name for layer in self.layers for name in _mendable(layer))

    def near(self, written: str) -> tuple[str, ...]:
        """The names one slip away from what was written, of those that can be misspelt."""
        found = (name for layer in self.layers for name in _slips(_Layer(layer)).near(written))
        return tuple(dict.fromkeys(found))

    @cached_property
    def spellings(self) -> dict[str, tuple[str, ...]]:
        """The names by their pinyin without tones: content in its usual readings, the rest in one."""
        from assistant.language.pinyin import usual

        found: dict[str, list[str]] = defaultdict(list)
        for name in self.names():
            if not name.isascii() and ":" not in name:
                kinds = {sense.kind for sense in self.senses(name)}
                rare = bool(kinds & MENDABLE) and not kinds & {"ask", "frame"}
                spellings = [""]
                for char in name:
                    readings = usual(char)[: 2 if rare else 1]
                    spellings = [s + reading for s in spellings for reading in readings][:8]
                for spelling in spellings:
                    found[spelling].append(name)
        return {spelling: tuple(names) for spelling, names in found.items()}

    def read(self, text: str, fixed: tuple[Mention, ...] = ()) -> tuple[Mention, ...]:
        """The cheapest covering of the text by known names; unread runs come as senseless mentions.

        `fixed` mentions (numerals, years) are offered beside the names and may win over them.
        """
        size = len(text)
        known = self.named(text)
        given: dict[int, list[Mention]] = defaultdict(list)
        for mention in fixed:
            given[mention.start].append(mention)
        cost = [0] * (size + 1)
        step: list[Mention | None] = [None] * (size + 1)
        for start in range(size - 1, -1, -1):
            least = cost[start + 1] + (0 if text[start].isspace() else UNREAD)
            best = None
            offers: Iterable[Mention] = known[start]
            if start in given:
                offers = sorted((*given[start], *offers), key=lambda offer: -offer.end)
            for mention in offers:
                price = cost[mention.end] + PIECE + _extra(mention)
                if price < least or (price == least and best is None):
                    least, best = price, mention
            cost[start], step[start] = least, best
        return tuple(self._walk(text, step))

    def named(self, text: str) -> tuple[tuple[Mention, ...], ...]:
        """The known names that begin at each place of a text, the longest first."""
        return _named(self, text)

    def _walk(self, text: str, step: list[Mention | None]) -> Iterable[Mention]:
        at, run = 0, 0
        while at < len(text):
            mention = step[at]
            if mention is None:
                at += 1
                continue
            yield from _unread(text, run, at)
            yield mention
            at = run = mention.end
        yield from _unread(text, run, at)


@dataclass(frozen=True, eq=False)
class _Layer:
    """A layer of names as itself: lexicons that share it share what is made of it."""

    names: Names

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Layer) and self.names is other.names

    def __hash__(self) -> int:
        return id(self.names)


@lru_cache(maxsize=TEXTS_KEPT)
def _named(lexicon: Lexicon, text: str) -> tuple[tuple[Mention, ...], ...]:
    """The words of a text, which linking reads several times over and the grammar once more."""
    size, knows, senses = len(text), lexicon.knows, lexicon.senses
    found: list[tuple[Mention, ...]] = []
    for start, char in enumerate(text):
        ends = range(min(size, start + lexicon.reach.get(char, 0)), start, -1)
        found.append(
            tuple(
                [
                    Mention(start, end, name, senses(name))
                    for end in ends
                    if knows(name := text[start:end])
                ]
            )
        )
    return tuple(found)


@lru_cache(maxsize=KEPT)
def _slips(layer: _Layer) -> Slips:
    """The names of a layer that can be misspelt."""
    from assistant.language.slips import Slips

    return Slips(_mendable(layer.names))


def _mendable(layer: Names) -> Iterator[str]:
    return (
        name
        for name, senses in layer.items()
        if len(name) <= MENDED and any(s.kind in MENDABLE for s in senses)
    )


def _extra(mention: Mention) -> int:
    """What a piece costs beyond its place: frames of several characters, and unknown words."""
    if mention.is_unknown():
        return UNKNOWN
    if mention.read and not mention.kinds() & {"ask", "unit"}:
        return FRAME
    frame = len(mention.text) > 1 and all(sense.kind == "frame" for sense in mention.senses)
    return FRAME if frame else 0


def _unread(text: str, start: int, end: int) -> Iterable[Mention]:
    """Runs of characters that no name covers, without the white space and marks around them."""
    run = start
    for at in range(start, end + 1):
        if at == end or not text[at].isalnum():
            if at > run:
                yield Mention(run, at, text[run:at], ())
            run = at + 1
