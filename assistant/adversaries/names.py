"""The names of a clause: other words of the lexicon for its concepts, none that changes its meaning.

A name is put in place of a word only where both stand for one concept and for nothing else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from assistant.adversaries.clauses import LIST, NAMED, Clause
from assistant.adversaries.drafts import Draft
from assistant.adversaries.material import Material
from assistant.lexicon import Lexicon
from assistant.model import Mention, Report, Sense
from assistant.places import suffix

# A bracket that may be left out; 县(区) without it would be another word.
ASIDE = re.compile(r"[(（][^()（）]{2,}[)）]")
NAMEABLE = frozenset({"action", "measure", "organ", "channel", "place"})
# Slots that hold words of the report; the others hold numbers, units and frames.
NAMES = (
    *("before", "after", "stem", "who", "noun", "total", "adverb", "verb", "object", "whole"),
    *("member", "among", "predicate", "head", "lead", "subject", "phrase"),
)
# Slots that may begin with examples (A、B等C).
LISTS = ("who", "noun", "total", "object")


@dataclass(frozen=True, eq=False)
class Namer:
    """Other ways to write the slots of a clause."""

    report: Report
    lexicon: Lexicon
    material: Material

    def named(self, clause: Clause) -> Iterator[Clause]:
        """The clause as it stands, its shorter forms, then each with another name for one word.

        A cell is named from the dictionary already.
        """
        if clause.figure.table:
            yield clause
            return
        forms = [clause, *self._shorter(clause)]
        yield from forms
        for form in forms[:2]:
            for word in self._words(form):
                for name in self.synonyms.get(word, ()):
                    renamed = self.rename(form, word, name)
                    if renamed.slots != form.slots:
                        yield renamed

    def rename(self, clause: Clause, word: str, name: str) -> Clause:
        """The clause with a word replaced wherever the lexicon reads it as this word."""
        slots = {k: self._replaced(v, word, name) for k, v in clause.slots.items() if k in NAMES}
        return replace(clause.put(**slots), renamed=True)

    def _replaced(self, text: str, word: str, name: str) -> str:
        if word not in text:
            return text
        for mention in reversed(self._read(text)):
            if mention.text == word:
                text = text[: mention.start] + name + text[mention.end :]
        return text

    def _shorter(self, clause: Clause) -> Iterator[Clause]:
        """Without brackets, book title marks, the examples before 等, 全市, or 各类."""
        scope = self.scope_words()
        changes: tuple[Callable[[str], str], ...] = (
            lambda text: ASIDE.sub("", text),
            lambda text: ASIDE.sub("", text).replace("《", "").replace("》", ""),
            lambda text: text.removeprefix(next((w for w in scope if text.startswith(w)), "")),
            *(_dropping(word) for word in self.material.droppable),
        )
        seen = [clause.slots]
        options = [
            {k: change(v) if k in NAMES else v for k, v in clause.slots.items()}
            for change in changes
        ]
        options.append({k: LIST.sub("", v) if k in LISTS else v for k, v in clause.slots.items()})
        for slots in options:
            # A single character names nothing by itself: 县(区), 村(社区).
            empty = any(
                len(slots[k]) < min(len(v), 2) and (slots[k] or k != "who")
                for k, v in clause.slots.items()
            )
            if slots not in seen and not empty:
                seen.append(slots)
                yield replace(clause, slots=slots)

    def scope_words(self) -> tuple[str, ...]:
        """全市, 我市: the whole of the report's own place."""
        ending = suffix(self.report.place)
        return tuple(w + ending for w in self.material.scopes) if ending else ()

    def _words(self, clause: Clause) -> Iterator[str]:
        texts = (v for k, v in clause.slots.items() if k in NAMES)
        yield from dict.fromkeys(m.text for text in texts for m in self._read(text))

    def words(self, draft: Draft) -> tuple[str, ...]:
        """The words of the report, or their other names, that a question holds."""
        texts = draft.named
        found = (m.text for text in texts for m in self._read(text) if m.kinds() & NAMED)
        return tuple(dict.fromkeys(found))

    def meanings(self, draft: Draft) -> Iterator[tuple[str, ...]]:
        """For each word of a question (and of its opening): the word and the concepts it names."""
        for text in (draft.opening, *draft.named):
            for mention in self._read(text):
                atoms = (a for s in mention.senses if s.kind in NAMED for a in s.atoms)
                row = (mention.text, *atoms)
                if mention.kinds() & (NAMED - {"theme"}):
                    yield row

    @cached_property
    def _read(self) -> Callable[[str], tuple[Mention, ...]]:
        """The lexicon's reading of a text, which many questions share."""
        return cache(self.lexicon.read)

    @cached_property
    def synonyms(self) -> dict[str, tuple[str, ...]]:
        """For every word that is a concept's own name: the names that mean it and nothing else."""
        names: dict[Sense, list[str]] = defaultdict(list)
        for name in self.lexicon.names():
            senses = self.lexicon.senses(name)
            if len(senses) == 1 and senses[0].kind in NAMEABLE and not senses[0].near:
                names[senses[0]].append(name)
        return {
            sense.atoms[0]: tuple(self._fitting(sense.atoms[0], sorted(found)))
            for sense, found in names.items()
            if len(sense.atoms) == 1 and sense.atoms[0] in found
        }

    def _fitting(self, word: str, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            clumsy = name in self.material.clumsy_names or name.endswith(self.material.clumsy_ends)
            if name != word and not clumsy and len(name) > 1:
                yield name


def _dropping(word: str) -> Callable[[str], str]:
    return lambda text: text.replace(word, "")
