"""A source text and its card to a compiled report."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from assistant.compiler.card import read_card, read_corrections
from assistant.compiler.corrections import correct
from assistant.compiler.figures import figures
from assistant.compiler.flow import flow
from assistant.compiler.frames import frames, read_forms
from assistant.compiler.genre import Genre, read_genre
from assistant.compiler.outline import Outline, outline
from assistant.compiler.paging import marks, paged
from assistant.compiler.placing import (
    place_entry,
    place_figure,
    place_frame,
    place_sections,
    place_statement,
)
from assistant.compiler.prose import Prose
from assistant.compiler.quantities import quantities
from assistant.compiler.readers import find_source, read_source
from assistant.compiler.repeated import without_repeated
from assistant.compiler.segment import Segmenter, Word
from assistant.compiler.spans import Spans
from assistant.compiler.standard_files import read_standard
from assistant.compiler.statements import statements
from assistant.compiler.tables import blank, find_tables, read_tables
from assistant.compiler.terms import CONCEPT_KINDS, compile_terms
from assistant.language.script import fold
from assistant.lexicon import Lexicon
from assistant.model import (
    Correction,
    Figure,
    Frame,
    LedgerEntry,
    Mention,
    Report,
    Sense,
    Statement,
)
from assistant.places import suffix

__all__ = ["Compiler", "places", "read_card", "scopes"]

Fact = TypeVar("Fact", Figure, Statement)
Placed = TypeVar("Placed", Figure, Statement, Frame)
CONTENT_FLAGS = "nvabljszi"
# What jieba glues to the word after it where it knows no such word: 比头(一年), 才贴, 并道(了歉).
PARTICLES = (
    "比",
    "并",
    "才",
    "已",
    "未",
    "不",
    "最",
    "均",
    "将",
    "仅",
    "共",
    "由",
    "把",
    "被",
    "率",
    "类",
    "件",
    "条",
)
LINKS = ("为", "是", "达")
PRONOUNS = ("各", "全", "本", "我", "该", "某", "每")
# A row of parts names places that no dictionary may know: 连山县740项,连南县645项.
LABELLED_PLACE = re.compile(
    r"(?<=[,，、;；:：(（中是])(?!其中)"
    r"([一-龥]{1,4}?(?:自治县|街道|[市县区镇乡])|[一-龥]{1,8}?(?:开发区|园区|新区))(?=\d)"
)


class Compiler:
    """Compiles reports by one set of terms; made once, used for many reports."""

    def __init__(self, terms: Path) -> None:
        """A compiler that goes by the YAML files of this folder."""
        self.genre: Genre = read_genre(terms)
        self.standard = read_standard(terms)
        self.names = compile_terms(terms, self.standard)
        self.lexicon = Lexicon.of(self.names)
        self.forms = read_forms(terms.parent / "lexicon")
        flags = {"action": "v", "period": "t", "place": "ns"}
        self.segmenter = Segmenter(
            (name, flags.get(sense.kind, "n"))
            for name, senses in self.names.items()
            for sense in senses[:1]
            if sense.kind in CONCEPT_KINDS and sense.atoms == (name,)
        )

    def compile(self, folder: Path) -> Report:
        """The report in a folder that holds `source.txt` (or another format) and `card.yaml`.

        A file may be given in place of its folder. Raises `ReportError` when one of the two is
        missing, unreadable or incomplete.
        """
        around = folder if folder.is_dir() else folder.parent
        card = read_card(around)
        return self.read(read_source(find_source(folder)), card, read_corrections(around))

    def read(
        self, source: str, card: dict[str, str], corrections: Sequence[Correction] = ()
    ) -> Report:
        """The report with this exact source text and these card fields, corrected by its editor."""
        folded = fold(source)
        year = int(card["year"])
        # The prose is read without the tables and with its lines joined, the tables by themselves.
        unpaged = blank(folded, marks(folded))
        laid = find_tables(unpaged, self.genre, self.standard)
        flowed = flow(blank(folded, laid.spans))
        text = flowed.text
        shape = outline(text)
        sections, printed_paths = place_sections(shape.sections, flowed, source)
        headings = Outline(sections, (), {})
        tables = read_tables(unpaged, source, headings, laid, year)
        labels = dict.fromkeys([*LABELLED_PLACE.findall(text), *_places(tables.figures)])
        with self.segmenter.taught((label, "ns") for label in labels):
            words = tuple(self.segmenter.words(text))
            printed = [tuple(self.segmenter.words(folded[slice(*span)])) for span in tables.others]
            known = frozenset(
                w.text for row in (words, *printed) for w in row if self.segmenter.knows(w.text)
            )
        found, others = quantities(text, shape, words, self.genre)
        found, again = without_repeated(text, shape, found, self.genre)
        counted = [(q.start - self._bound(text, q.start), q.end) for q in found]
        vocabulary = _vocabulary(words, self.lexicon, counted, known)
        for row in printed:
            vocabulary |= _vocabulary(row, self.lexicon, [], known)
        lexicon = self.lexicon.over(places(vocabulary), scopes(card["place"]))
        prose = Prose(text, shape, words, self.genre, lexicon, year)
        stated = (place_figure(figure, flowed) for figure in figures(prose, found))
        stated = (_under(f, printed_paths) for f in stated)
        facts = _numbered(tuple(_verbatim(f, source) for f in stated), tables.figures)
        vocabulary |= _framed(facts, self.lexicon)
        said = (place_statement(s, flowed) for s in statements(text, shape, self.genre))
        said = (_under(s, printed_paths) for s in said)
        acts = (place_frame(frame, flowed) for frame in frames(prose, self.forms))
        acts = (_under(f, printed_paths) for f in acts)
        rest = tuple(place_entry(entry, flowed) for entry in (*others, *again))
        rest += tuple(paged(folded, source))
        return Report(
            id=card["id"],
            title=card["title"],
            organ=card["organ"],
            place=card["place"],
            year=year,
            url=card.get("url", ""),
            source=source,
            digest=hashlib.sha256(source.encode()).hexdigest(),
            sections=sections,
            figures=correct(facts, corrections, source),
            statements=tuple(_verbatim(s, source) for s in said),
            ledger=_ledger(source, facts, (*rest, *tables.ledger)),
            vocabulary=dict(sorted(vocabulary.items())),
            frames=tuple(acts),
        )

    def _bound(self, text: str, at: int) -> int:
        """How long the word before a number is that bounds it: 信息不足 is no word of 信息不足3条."""
        return next((len(w) for w in self.genre.before if text.endswith(w, 0, at)), 0)


# How long a name may be that is made of words which only frame a question.
LONGEST_FRAMED = 6


def _verbatim(fact: Fact, source: str) -> Fact:
    """The fact with its quote as the source writes it, not as it was folded for reading."""
    quote = source[fact.start : fact.end]
    return fact if fact.quote == quote else replace(fact, quote=quote)


def _under(fact: Placed, printed: Mapping[str, str]) -> Placed:
    """The fact with the path of its section as it is printed there."""
    path = printed.get(fact.section, fact.section)
    return fact if path == fact.section else replace(fact, section=path)


def _vocabulary(
    words: tuple[Word, ...],
    terms: Lexicon,
    counted: list[tuple[int, int]],
    known: frozenset[str],
) -> dict[str, str]:
    """The report's own content words that the terms do not know, with their part of speech."""
    taken = Spans(counted)
    found = {
        w.text: w.flag
        for w in words
        if w.flag[0] in CONTENT_FLAGS
        and len(w.text) > 1
        and not taken.touch((w.start, w.end))
        and not w.text.startswith(PRONOUNS)
        and (w.text in known or not w.text.startswith(PARTICLES) or w.flag.startswith("ns"))
        and not w.text.endswith(LINKS)
        and not any(s.kind != "unit" and not s.near for s in terms.senses(w.text))
        and (_is_place(w) or not all(_is_known(mention) for mention in terms.read(w.text)))
    }
    return dict(sorted(found.items()))


def _framed(facts: tuple[Figure, ...], terms: Lexicon) -> dict[str, str]:
    """What is counted by a name that would only frame a question: 报告表206件."""
    told = {f.what for f in facts if 1 < len(f.what) <= LONGEST_FRAMED and f.what.isalpha()}
    return {what: "n" for what in told if all(m.kinds() == {"frame"} for m in terms.read(what))}


def _is_place(word: Word) -> bool:
    """A name of a place is one name, though all its pieces may be known (苏州宿迁工业园区)."""
    return word.flag.startswith("ns") and bool(suffix(word.text))


def _is_known(mention: Mention) -> bool:
    return any(s.kind in CONCEPT_KINDS and not s.near for s in mention.senses)


def places(vocabulary: dict[str, str]) -> dict[str, tuple[Sense, ...]]:
    """The places among a report's words, under their full and short names."""
    found: dict[str, tuple[Sense, ...]] = {}
    for word, flag in vocabulary.items():
        if flag.startswith("ns") and suffix(word):
            found[word] = (Sense("place", (word,)),)
    return found


def scopes(place: str) -> dict[str, tuple[Sense, ...]]:
    """How a report says «the whole of our place»: 全市, 我市, 本市, and the place's own name."""
    ending = suffix(place) or "市"
    whole = (Sense("whole"),)
    found: dict[str, tuple[Sense, ...]] = {
        f"{word}{ending}": whole for word in ("全", "我", "本", "咱", "咱们", "贵", "你", "你们")
    }
    found |= {place: (Sense("card_place"),), place.removesuffix(ending): (Sense("card_place"),)}
    return found


def _places(cells: tuple[Figure, ...]) -> tuple[str, ...]:
    """The rows of tables that are named after a place."""
    return tuple(dict.fromkeys(cell.where for cell in cells if cell.where))


def _numbered(*parts: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures of prose and tables in reading order, with ids f001, f002 … over all of them."""
    ordered = sorted(
        ((n, figure) for n, part in enumerate(parts) for figure in part),
        key=lambda row: row[1].number,
    )
    names = {(n, f.id): f"f{at:03d}" for at, (n, f) in enumerate(ordered, start=1)}
    return tuple(
        replace(
            figure,
            id=names[n, figure.id],
            part_of=names[n, figure.part_of] if figure.part_of else None,
            group=names[n, figure.group] if figure.group else None,
        )
        for n, figure in ordered
    )


def _ledger(
    source: str, facts: tuple[Figure, ...], others: tuple[LedgerEntry, ...]
) -> tuple[LedgerEntry, ...]:
    stated = [
        LedgerEntry(*f.number, source[slice(*f.number)] if f.table else f.text, f.id, "数据")
        for f in facts
    ]
    documents = Spans(f.number for f in facts if f.kind == "document")
    rest = [entry for entry in others if not documents.hold((entry.start, entry.end))]
    return tuple(sorted([*stated, *rest], key=lambda entry: (entry.start, entry.end)))
