"""`Question` → `Mention`s: every span of the question with what it may stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from assistant.choosing.labels import labels_at
from assistant.index import Index
from assistant.lexicon import Lexicon
from assistant.model import Mention, Question, Repair, Sense
from assistant.steps.abbreviate import abbreviated, names_at
from assistant.steps.called import called
from assistant.steps.contracted import contracted
from assistant.steps.match.accounting import said_of
from assistant.steps.patterns import patterned
from assistant.steps.repair import Spans, repair
from assistant.steps.reread import read
from assistant.steps.verbatim import compact, verbatim

SHOWN = 2
# Who is spoken to, and only framed by: 老师，我想问….
ADDRESSED = frozenset({"老师"})


def link(
    question: Question,
    lexicon: Lexicon,
    indexes: Sequence[Index] = (),
    loose: tuple[Mention, ...] = (),
) -> tuple[tuple[Mention, ...], tuple[Repair, ...]]:
    """The mentions of a question in order, and which content words were read otherwise than written.

    With the `indexes` of the reports that are asked, their own phrases count as known words, and
    their names may be shortened. `loose` are words of the thesaurus that are to be read.
    """
    found, repairs = _linked(question, lexicon, indexes, loose)
    return _counted(found), repairs


def _counted(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """多少名老师: who is spoken to elsewhere is what is counted behind a measure word, and means nothing known."""
    counting = {m.end for m in mentions if "unit" in m.kinds()}
    return tuple(
        replace(m, senses=()) if m.text in ADDRESSED and m.start in counting else m
        for m in mentions
    )


def _linked(
    question: Question, lexicon: Lexicon, indexes: Sequence[Index], loose: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], tuple[Repair, ...]]:
    text = question.text
    fixed = (*patterned(text, lexicon), *loose)
    mentions = read(text, fixed, lexicon)
    repairs: Spans = ()
    for known in (_in_short, _by_its_names, _in_its_words, _mended):
        found, more = known(text, mentions, lexicon, indexes)
        if found:
            fixed, repairs = fixed + found, repairs + more
            mentions = read(text, fixed, lexicon)
    if not repairs:
        return mentions, ()
    written = dict(repairs)
    names = {
        span: _names(written[span], mention, lexicon)
        for mention in mentions
        if (span := (mention.start, mention.end)) in written
    }
    kept = tuple(
        replace(r, read="、".join(names[span][:SHOWN])) for span, r in repairs if span in names
    )
    return tuple(_reread(m, names) for m in mentions), kept


Found = tuple[tuple[Mention, ...], Spans]


def _in_short(
    text: str, mentions: Sequence[Mention], lexicon: Lexicon, indexes: Sequence[Index]
) -> Found:
    """Short forms of the reports' names."""
    known = names_at(indexes)
    found = abbreviated(text, mentions, known, lexicon) if known.names else ()
    found = (*found, *contracted(text, mentions, indexes))
    return found, tuple(((m.start, m.end), Repair(m.text, m.read, "简称")) for m in found)


def _by_its_names(
    text: str, mentions: Sequence[Mention], lexicon: Lexicon, indexes: Sequence[Index]
) -> Found:
    """Names of the reports' figures that hold a word which would compute (平均用时), or a mark (政策、法规类)."""
    named = frozenset(name for index in indexes for name in labels_at(index))
    return tuple(called(text, mentions, named)), ()


def _in_its_words(
    text: str, mentions: Sequence[Mention], lexicon: Lexicon, indexes: Sequence[Index]
) -> Found:
    """Phrases that stand in the reports."""
    if not any(index.report.source for index in indexes):
        return (), ()
    return verbatim(text, mentions, partial(_source, indexes), lexicon), ()


def _source(indexes: Sequence[Index]) -> str:
    """What the reports say, as it is searched."""
    if len(indexes) == 1:
        return said_of(indexes[0])
    return compact("\n".join(index.report.source for index in indexes))


def _mended(
    text: str, mentions: Sequence[Mention], lexicon: Lexicon, indexes: Sequence[Index]
) -> Found:
    """Words that are misspelt."""
    return repair(text, tuple(mentions), lexicon)


def _names(repair: Repair, mention: Mention, lexicon: Lexicon) -> list[str]:
    """Of the names that may have been meant, those that still stand for something here, one a sense."""
    names = repair.read.split("、")
    meant: dict[tuple[Sense, ...], str] = {}
    for name in names:
        senses = lexicon.senses(name)
        if set(senses) & set(mention.senses) and (
            senses not in meant or any(s.atoms == (name,) for s in senses)
        ):
            meant[senses] = name
    return list(meant.values()) or names


def _reread(mention: Mention, names: Mapping[tuple[int, int], list[str]]) -> Mention:
    found = names.get((mention.start, mention.end))
    return replace(mention, read=found[0]) if found and mention.read else mention
