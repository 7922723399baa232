"""A source text and its card to a compiled report."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from assistant.compiler.figures import figures
from assistant.compiler.flow import Flow, flow
from assistant.compiler.genre import Genre, read_genre
from assistant.compiler.outline import outline
from assistant.compiler.prose import Prose
from assistant.compiler.quantities import quantities
from assistant.compiler.segment import Segmenter, Word
from assistant.compiler.statements import statements
from assistant.compiler.terms import CONCEPT_KINDS, compile_terms
from assistant.compiler.yamlfile import load
from assistant.errors import ReportError
from assistant.language.script import fold
from assistant.lexicon import Lexicon
from assistant.model import Figure, LedgerEntry, Mention, Report, Sense, Statement
from assistant.places import suffix

Fact = TypeVar("Fact", Figure, Statement)
CARD_FIELDS = {"id", "title", "organ", "place", "year", "url"}
CONTENT_FLAGS = "nvabljszi"
PRONOUNS = ("各", "全", "本", "我", "该", "某", "每")
# A row of parts names places that no dictionary may know: 连山县740项,连南县645项.
LABELLED_PLACE = re.compile(
    r"(?<=[,，、;；:：(（中是])(?!其中)([一-龥]{1,4}?(?:自治县|街道|开发区|园区|新区|[市县区镇乡]))(?=\d)"
)


class Compiler:
    """Compiles reports by one set of terms; made once, used for many reports."""

    def __init__(self, terms: Path) -> None:
        """A compiler that goes by the YAML files of this folder."""
        self.genre: Genre = read_genre(terms)
        self.names = compile_terms(terms)
        flags = {"action": "v", "period": "t", "place": "ns"}
        self.segmenter = Segmenter(
            (name, flags.get(sense.kind, "n"))
            for name, senses in self.names.items()
            for sense in senses[:1]
            if sense.kind in CONCEPT_KINDS and sense.atoms == (name,)
        )

    def compile(self, folder: Path) -> Report:
        """The report in a folder that holds `source.txt` and `card.yaml`.

        Raises `ReportError` when one of the two is missing, unreadable or incomplete.
        """
        card = read_card(folder)
        path = folder / "source.txt"
        try:
            source = path.read_bytes().decode("utf-8")
        except FileNotFoundError as fault:
            raise ReportError(f"{folder}: 缺少 source.txt，请放入报告全文") from fault
        except UnicodeDecodeError as fault:
            raise ReportError(f"{path}: 不是 UTF-8 文本，请另存为 UTF-8") from fault
        if not source.strip():
            raise ReportError(f"{path}: 文件是空的，请放入报告全文")
        return self.read(source, card)

    def read(self, source: str, card: dict[str, str]) -> Report:
        """The report with this exact source text and these card fields."""
        flowed = flow(fold(source))
        text = flowed.text
        shape = outline(text)
        labels = dict.fromkeys(LABELLED_PLACE.findall(text))
        words = tuple(self.segmenter.taught((label, "ns") for label in labels).words(text))
        found, others = quantities(text, shape, words, self.genre)
        counted = [(q.start, q.end) for q in found]
        vocabulary = _vocabulary(words, self.names, counted)
        lexicon = Lexicon.of(self.names, places(vocabulary), scopes(card["place"]))
        prose = Prose(text, shape, words, self.genre, lexicon, int(card["year"]))
        facts = tuple(_placed(figure, flowed) for figure in figures(prose, found))
        facts = tuple(_verbatim(figure, source) for figure in facts)
        said = (_stated(s, flowed) for s in statements(text, shape, self.genre))
        return Report(
            id=card["id"],
            title=card["title"],
            organ=card["organ"],
            place=card["place"],
            year=int(card["year"]),
            url=card.get("url", ""),
            source=source,
            digest=hashlib.sha256(source.encode()).hexdigest(),
            sections=tuple(
                replace(s, start=flowed.at(s.start), end=flowed.at(s.end)) for s in shape.sections
            ),
            figures=facts,
            statements=tuple(_verbatim(s, source) for s in said),
            ledger=_ledger(facts, tuple(_entry(entry, flowed) for entry in others)),
            vocabulary=vocabulary,
        )


def read_card(folder: Path) -> dict[str, str]:
    """The fields of a folder's `card.yaml`; raises `ReportError` for what is missing or unknown."""
    path = folder / "card.yaml"
    if not path.exists():
        raise ReportError(f"{folder}: 缺少 card.yaml，请写明 id、title、organ、place、year")
    card = {str(key): str(value) for key, value in load(path).items()}
    for field in sorted(CARD_FIELDS - {"url"}):
        if not card.get(field):
            raise ReportError(f"{path}: 缺少「{field}」，请补上")
    for field in sorted(set(card) - CARD_FIELDS):
        raise ReportError(
            f"{path}: 不认识的字段「{field}」，可用的是：{'、'.join(sorted(CARD_FIELDS))}"
        )
    if not re.fullmatch(r"[12]\d{3}", card["year"]):
        raise ReportError(f"{path}: year 应当是四位年份，现在是「{card['year']}」")
    return card


def _placed(figure: Figure, flowed: Flow) -> Figure:
    """The figure with its spans where they stand in the source."""
    start, end = flowed.back((figure.start, figure.end))
    return replace(
        figure,
        start=start,
        end=end,
        number=flowed.back(figure.number),
        clause=flowed.back(figure.clause),
        sentence=flowed.back(figure.sentence),
        inherits=tuple(flowed.back(span) for span in figure.inherits),
    )


def _stated(statement: Statement, flowed: Flow) -> Statement:
    """The statement with its spans where they stand in the source."""
    start, end = flowed.back((statement.start, statement.end))
    return replace(statement, start=start, end=end, sentence=flowed.back(statement.sentence))


def _entry(entry: LedgerEntry, flowed: Flow) -> LedgerEntry:
    start, end = flowed.back((entry.start, entry.end))
    return replace(entry, start=start, end=end)


def _verbatim(fact: Fact, source: str) -> Fact:
    """The fact with its quote as the source writes it, not as it was folded for reading."""
    return replace(fact, quote=source[fact.start : fact.end])


def _vocabulary(
    words: tuple[Word, ...], names: dict[str, tuple[Sense, ...]], counted: list[tuple[int, int]]
) -> dict[str, str]:
    """The report's own content words that the terms do not know, with their part of speech."""
    terms = Lexicon.of(names)
    found = {
        w.text: w.flag
        for w in words
        if w.flag[0] in CONTENT_FLAGS
        and len(w.text) > 1
        and not any(start < w.end and w.start < end for start, end in counted)
        and not w.text.startswith(PRONOUNS)
        and not any(not s.near for s in names.get(w.text, ()))
        and not all(_is_known(mention) for mention in terms.read(w.text))
    }
    return dict(sorted(found.items()))


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
        f"{word}{ending}": whole for word in ("全", "我", "本", "咱", "咱们")
    }
    found |= {place: (Sense("card_place"),), place.removesuffix(ending): (Sense("card_place"),)}
    return found


def _ledger(facts: tuple[Figure, ...], others: tuple[LedgerEntry, ...]) -> tuple[LedgerEntry, ...]:
    stated = [LedgerEntry(*figure.number, figure.text, figure.id, "数据") for figure in facts]
    documents = [f.number for f in facts if f.kind == "document"]
    rest = [
        entry
        for entry in others
        if not any(s <= entry.start and entry.end <= e for s, e in documents)
    ]
    return tuple(sorted([*stated, *rest], key=lambda entry: (entry.start, entry.end)))
