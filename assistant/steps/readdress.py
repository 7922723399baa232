"""The question before, put to other reports (那宿迁呢, 不对我问的是2023年) or to those before together (差多少).

The result is a complete question in words that names its reports, or nothing where it is not plain what is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.cards import body_of, label_of
from assistant.late import late
from assistant.library import Library
from assistant.model import Card, Mention, Question
from assistant.steps.normalise import normalise
from assistant.steps.reading.words import is_content
from assistant.steps.recall import Turn
from assistant.steps.route import named_mentions
from assistant.steps.sides import across

JOINTS = late("^[和与跟及同、,，的\\s]+|[和与跟及同、,，的\\s]+$")
BETWEEN = late("^[和与跟及同、,，至到年\\s]*$")
FILLER = late(
    r"^(?:那么?|还有|另外|不对|不是|错了|说错了|等等|哦|噢|哎|我(?:是想?|想|要)?(?:[问说要看]|知道|了解)的?(?:其实)?是?"
    r"|换成|换|改成|改|应该是|再?看看?|再?[问查](?:一下)?|要|是|[,，。!？?的\s])+"
)
ENDING = late(r"(?:的|呢|嘞|咧|呐|吧|啊|呀|么|如何|怎么样|[。!！?？,，:：\s])+$")
EACH = late("各自?|分别")
# The reports of the turn before together, or one of them.
GROUP = late(
    r"它们|他们|(?:这|那)?[两二三四五六七八九几]者|(?:这|那)[两二三四五六七八九几][个地家年份市县区]?"
)
SINGLE = late("它(?![们俩])|该[市县区镇乡局委厅单部]位?门?|那里|那儿|这里|当地|那边|这边")
FORMER = late("前者|前一[个者家]")
LATTER = late("后者|后一[个者家]")
YEARLY = late("[去上前]一?年|同比|环比")
TOTAL = late("[一总]共|共计|共有?多少|共几")
ASKED = late("多少|[几哪谁]|吗|各")
CHANGES = frozenset({"up", "down", "rate", "change", "compare", "more", "less"})
ELLIPTIC = ("呢", "嘞", "咧", "呐")
EACH_OF = "across_each"
ACROSS = "across_"


@dataclass(frozen=True, slots=True)
class Names:
    """The reports that a text names: the words for their places and years, and the text without them."""

    places: tuple[Mention, ...]
    years: tuple[Mention, ...]
    relative: tuple[int, ...]
    bare: str

    @property
    def named(self) -> bool:
        """Is a place or a year named?"""
        return bool(self.places or self.years or self.relative)


def names_in(text: str, library: Library) -> Names:
    """The names of reports in a text."""
    mentions = named_mentions(Question(text, text), library)
    places = tuple(
        m for m in mentions if "card_place" in m.kinds() and (m.read or m.text) in library.called
    )
    years = tuple(m for m in mentions if m.tags("year"))
    timed = tuple(m for m in mentions if m.tags("relative_year") - {"0"})
    relative = tuple(int(tag) for m in timed for tag in m.tags("relative_year"))
    out = sorted((*places, *years, *timed), key=lambda m: m.start)
    pieces: list[str] = []
    at = 0
    for mention in out:
        between = text[at : mention.start]
        pieces.append("" if pieces and BETWEEN.match(between) else between)
        at = mention.end
    bare = "".join((*pieces, text[at:]))
    return Names(places, years, relative, JOINTS.sub("", bare))


def readdressed(asked: str, turn: Turn, library: Library) -> str | None:
    """The question before, put to the reports that a follow-up names and says nothing more than that."""
    text = normalise(asked).text
    new = names_in(text, library)
    if not new.named or stripped(new.bare):
        return None
    before = names_in(turn.text, library)
    if not before.bare:
        return None
    if _compares(turn):
        return _exchanged(new, before, turn)
    places = "和".join(m.text for m in new.places) or _places(before, turn)
    years = "和".join(year_of(m) for m in new.years) or _shifted(new, turn)
    years = years or _years(before) or same_year(new, turn, library)
    if new.relative and not _shifted(new, turn):
        return None
    bare = FILLER.sub("", before.bare)
    if bare.rstrip("?!。 ").endswith(ELLIPTIC):
        # 那行政强制呢 asked so of the reports before it.
        bare = f"{stripped(bare)}多少"
    if len(new.places or before.places) < 2 and len(new.years or before.years) < 2:
        bare = EACH.sub("", bare)
    return f"{places}{years}{bare}"


def _compares(turn: Turn) -> bool:
    """Did the turn before set reports against each other, so that a name stands for one of them?"""
    finding = turn.finding
    return (
        finding.status == "answered"
        and finding.outcome.startswith(ACROSS)
        and (finding.outcome != EACH_OF)
    )


def _exchanged(new: Names, before: Names, turn: Turn) -> str | None:
    """The one place (or year) that a comparison speaks of, replaced; nothing where it speaks of two."""
    for kind, other, old in (
        (new.places, new.years, before.places),
        (new.years, new.places, before.years),
    ):
        if len(kind) == 1 and not (other or new.relative) and len({m.text for m in old}) == 1:
            text = turn.text
            for mention in reversed(old):
                text = text[: mention.start] + kind[0].text + text[mention.end :]
            return text
    return None


def variants(asked: str, turn: Turn, library: Library) -> tuple[str, ...]:
    """那南浦呢 after two places were compared: the comparison with each of them replaced."""
    new = names_in(normalise(asked).text, library)
    if not _compares(turn) or not new.named or ENDING.sub("", FILLER.sub("", new.bare)):
        return ()
    before = names_in(turn.text, library)
    pairs = ((new.places, before.places), (new.years, before.years))
    return tuple(
        turn.text[: old.start] + kind[0].text + turn.text[old.end :]
        for kind, olds in pairs
        if len(kind) == 1
        for old in olds
    )


def says_nothing(asked: str, library: Library) -> str:
    """The names of reports where a text names them and says nothing more: 那2023年呢."""
    new = names_in(asked, library)
    if not new.named or stripped(new.bare):
        return ""
    return "、".join(m.text for m in sorted((*new.places, *new.years), key=lambda m: m.start))


def other_measure(asked: str, turn: Turn, library: Library) -> str | None:
    """那行政处罚呢 after several reports side by side: the same of them with the other measure."""
    text = stripped(asked)
    if len(turn.cards) < 2 or not turn.finding.outcome.startswith(ACROSS) or not text:
        return None
    if names_in(text, library).named or SINGLE.search(text) or GROUP.search(text):
        return None
    reading = across(normalise(text), turn.cards, library).reading
    named = [m for m in reading.mentions if says(m)]
    if reading.asks or reading.operators or not named or any(m.is_unknown() for m in named):
        return None
    topic = topic_of(turn, library)
    return turn.text.replace(topic, text) if topic and turn.text.count(topic) == 1 else None


def stripped(text: str) -> str:
    """A text without what only opens or ends it: 那行政处罚呢 → 行政处罚."""
    return ENDING.sub("", FILLER.sub("", text.strip()))


def _places(before: Names, turn: Turn) -> str:
    if before.places:
        return "和".join(dict.fromkeys(m.read or m.text for m in before.places))
    bodies = {body_of(card) for card in turn.cards}
    return bodies.pop() if len(bodies) == 1 else ""


def _years(before: Names) -> str:
    return "和".join(year_of(m) for m in before.years)


def same_year(new: Names, turn: Turn, library: Library) -> str:
    """The year that was spoken of, where the place that is named now has a report of it."""
    years = {card.year for card in turn.cards}
    cards = [c for m in new.places for c in library.called.get(m.read or m.text, ())]
    if not turn.named or len(years) != 1 or not years & {card.year for card in cards}:
        return ""
    return f"{years.pop()}年"


def year_of(mention: Mention) -> str:
    """The year that a word names, as a question says it."""
    return f"{next(iter(mention.tags('year')))}年"


def _shifted(new: Names, turn: Turn) -> str:
    """去年 after an answer of one year."""
    years = {card.year for card in turn.cards}
    if len(new.relative) != 1 or len(years) != 1:
        return ""
    return f"{years.pop() + new.relative[0]}年"


def together(asked: str, turn: Turn, library: Library) -> str | None:
    """差多少, 加起来呢: what is asked of the reports of the turns before together."""
    cards = turn.chain or turn.cards
    text = stripped(GROUP.sub("", stripped(normalise(asked).text)))
    if len(cards) < 2 or not text or names_in(text, library).named:
        return None
    if SINGLE.search(text) or YEARLY.search(text):
        return None
    reading = across(normalise(text), cards, library).reading
    if any(says(m) for m in reading.mentions):
        return None
    if not (reading.operators or TOTAL.search(text)):
        return None
    topic = topic_of(turn, library)
    if not topic:
        return None
    counted = "" if reading.asks or ASKED.search(text) else "多少"
    return f"{'和'.join(label_of(card) for card in cards)}{topic}{text}{counted}"


def since_last(asked: str, turn: Turn, library: Library) -> str | None:
    """比上年多了多少 after a figure of one report: of that figure, in words of its own."""
    text = stripped(normalise(asked).text)
    if len(turn.cards) != 1 or not YEARLY.search(text) or SINGLE.search(text):
        return None
    reading = across(normalise(text), turn.cards, library).reading
    changes = reading.operators & CHANGES
    timed = {"relative_year", "operator"}
    if not changes or any(says(m) and not m.kinds() & timed for m in reading.mentions):
        return None
    topic = topic_of(turn, library)
    return f"{label_of(turn.cards[0])}{topic}{text}" if topic else None


def says(mention: Mention) -> bool:
    """Does a word say anything of what is asked of?"""
    return is_content(mention) and "frame" not in mention.kinds() and bool(mention.kinds())


def topic_of(turn: Turn, library: Library) -> str:
    """What the turn before counted, without its reports, what was asked and what was done with it."""
    bare = names_in(turn.text, library).bare
    reading = across(normalise(bare), turn.cards, library).reading
    kept = [m for m in reading.mentions if is_content(m) and "frame" not in m.kinds()]
    return reading.text[kept[0].start : kept[-1].end] if kept else ""


def those_meant(asked: str, turn: Turn) -> tuple[Sequence[Card], str] | None:
    """它, 前者, 它们 after an answer from several reports: which may be meant, and what is said besides."""
    if len(turn.cards) < 2:
        return None
    for pattern, cards in (
        (FORMER, turn.cards[:1]),
        (LATTER, turn.cards[-1:]),
        (SINGLE, turn.cards),
    ):
        if pattern.search(asked):
            return cards, stripped(pattern.sub("", stripped(asked)))
    return None
