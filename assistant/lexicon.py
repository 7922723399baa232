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
    from assistant.language.sounds import Sounds
    from assistant.language.ways import Ways

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
    # How long the longest name is that begins with a character, of those that are kept one by one.
    reach: Mapping[str, int]

    @classmethod
    def of(cls, *layers: Names) -> Lexicon:
        """A lexicon over these layers; a name's senses are those of all layers together."""
        reach: dict[str, int] = {}
        for layer in layers:
            for name in getattr(layer, "rows", layer):
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
        found = [layer[name] for held, layer in self.tables if name in held]
        if len(found) == 1:
            return found[0] if len(found[0]) == 1 else tuple(dict.fromkeys(found[0]))
        return tuple(dict.fromkeys(sense for senses in found for sense in senses))

    def knows(self, name: str) -> bool:
        """Is this exactly a known name?"""
        for held, _ in self.tables:  # noqa: SIM110 - asked of every stretch of every text
            if name in held:
                return True
        return False

    def ends(self, text: str, start: int) -> list[int]:
        """Where the known names end that begin at a place of a text, the longest first."""
        furthest, plain = start + self.reach.get(text[start], 0), self.plain
        found = []
        for end in range(min(len(text), furthest), start, -1):
            name = text[start:end]
            for held in plain:
                if name in held:
                    found.append(end)
                    break
        for ways in self.ways:
            if further := ways.ends(text, start):
                found = sorted({*found, *further}, reverse=True)
        return found

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
                reached.update(self.ends(text, start))
        return size in reached

    @cached_property
    def tables(self) -> tuple[tuple[Container[str], Names], ...]:
        """The tables of names of each layer, which are asked most often: those kept one by one, and its ways."""
        return tuple((held, layer) for layer in self.layers for held in _tables(layer))

    @cached_property
    def plain(self) -> tuple[Container[str], ...]:
        """The names that are kept one by one."""
        return tuple(next(_tables(layer)) for layer in self.layers)

    @cached_property
    def ways(self) -> tuple[Ways, ...]:
        """The names that are kept as a graph."""
        return tuple(ways for layer in self.layers if (ways := _ways(layer)) is not None)

    def names(self) -> Iterable[str]:
        """All known names."""
        return dict.fromkeys(name for layer in self.layers for name in layer)

    def mendable(self, among: Container[str]) -> Iterator[str]:
        """The names among these that can be misspelt (no frame words)."""
        found = ((name, layer) for layer in self.layers for name in layer if name in among)
        return (name for name, layer in found if _is_mendable(name, layer))

    def near(self, written: str) -> tuple[str, ...]:
        """The names one slip away from what was written, of those that can be misspelt."""
        found = (name for layer in self.layers for name in _near(layer, written))
        return tuple(dict.fromkeys(found))

    def sounding(self, letters: str, start: int) -> dict[int, tuple[str, ...]]:
        """The names that these letters spell in pinyin from a place on, by where they end.

        Content is spelled in its usual readings, the rest in one.
        """
        from assistant.language.sounds import spellings

        found: dict[int, dict[str, None]] = defaultdict(dict)
        for layer in self.layers:
            for end, name in _sounding(layer, letters, start):
                kinds = {sense.kind for sense in self.senses(name)}
                varied = bool(kinds & MENDABLE) and not kinds & {"ask", "frame"}
                if letters[start:end] in spellings(name, varied):
                    found[end][name] = None
        return {end: tuple(names) for end, names in found.items()}

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
    senses = lexicon.senses
    return tuple(
        tuple(
            [
                Mention(start, end, name := text[start:end], senses(name))
                for end in lexicon.ends(text, start)
            ]
        )
        for start in range(len(text))
    )


def _ways(layer: Names) -> Ways | None:
    """The names of a layer that are kept as a graph."""
    found: Ways | None = getattr(layer, "ways", None)
    return found


def _tables(layer: Names) -> Iterator[Container[str]]:
    yield getattr(layer, "rows", layer)
    if (ways := _ways(layer)) is not None:
        yield ways


def _near(layer: Names, written: str) -> Iterable[str]:
    """The names of a layer one slip away from what was written."""
    found, ways = _slips(_Layer(layer)).near(written), _ways(layer)
    if ways is None:
        return found
    return sorted({*found, *(name for name in ways.near(written) if _is_mendable(name, layer))})


def _sounding(layer: Names, letters: str, start: int) -> Iterable[tuple[int, str]]:
    """The names of a layer that may be meant by letters from a place on, each after where it ends."""
    found, ways = _sounds(_Layer(layer)).begun(letters, start), _ways(layer)
    return found if ways is None else sorted({*found, *ways.sounding(letters, start)})


@lru_cache(maxsize=KEPT)
def _slips(layer: _Layer) -> Slips:
    """The names of a layer that can be misspelt."""
    from assistant.language.slips import Slips

    plain = getattr(layer.names, "rows", layer.names)
    return Slips(name for name in plain if _is_mendable(name, layer.names))


@lru_cache(maxsize=KEPT)
def _sounds(layer: _Layer) -> Sounds:
    """The names of a layer by their pinyin; which of its readings count is seen when one is found."""
    from assistant.language.sounds import Sounds

    plain = getattr(layer.names, "rows", layer.names)
    return Sounds((name, bool(_kinds(name, layer.names) & MENDABLE)) for name in plain)


def _is_mendable(name: str, layer: Names) -> bool:
    return len(name) <= MENDED and bool(_kinds(name, layer) & MENDABLE)


def _kinds(name: str, layer: Names) -> set[str]:
    """The kinds of the senses of a name, which are not made for it."""
    kinds = getattr(layer, "kinds", None)
    found: set[str] = kinds(name) if kinds else {sense.kind for sense in layer[name]}
    return found


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
