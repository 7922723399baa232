"""`knowledge/terms/thesaurus/*.yaml`: words by which people mean the same act or thing, with what they stand for.

A class is a word as reports write it and the words that stand for it. Of verbs any may stand for any
other; a noun stands for the head of its class. They are no terms: a question is read by them only where
its own words leave something that no fact accounts for (`steps.loosely`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.compiler.yamlfile import Name, load
from assistant.errors import KnowledgeError
from assistant.lexicon import ANY, CELL, Lexicon
from assistant.model import Sense

VERBS, NOUNS, WORDS = "verbs.yaml", "nouns.yaml", "words.txt"
SAME = "same.yaml"
Terms = Mapping[str, Sequence[Sense]]
Senses = dict[str, tuple[Sense, ...]]


def compile_thesaurus(folder: Path, terms: Terms) -> Senses:
    """The looser words under `folder`/thesaurus; `KnowledgeError` for one that stands twice in a class."""
    found: dict[str, list[Sense]] = {}
    verbs, nouns = folder / "thesaurus" / VERBS, folder / "thesaurus" / NOUNS
    names = Lexicon.of({name: tuple(row) for name, row in terms.items() if _names(row)})
    for head, others in _classes(verbs).items():
        members = _members((head, *others), names)
        for word in (head, *others):
            found.setdefault(str(word), []).append(Sense("verb", members, tag=ANY, near=True))
    for head, others in _classes(nouns).items():
        for word in others:
            found.setdefault(str(word), []).append(Sense("word", _atoms(head, names), near=True))
        members = _members(others, names)
        found.setdefault(str(head), []).append(Sense("word", members, tag=ANY, near=True))
    for group in _groups(folder / "thesaurus" / WORDS):
        members = _members(group, names)
        for each in group:
            found.setdefault(each, []).append(Sense("word", members, tag=ANY, near=True))
    return {word: tuple(row) for word, row in found.items()}


def read_same(folder: Path) -> dict[str, list[str]]:
    """The words that say the same in prose: the groups of the thesaurus, and the `plain` ones of same.yaml."""
    thesaurus = folder / "terms" / "thesaurus"
    verbs = ((head, *others) for head, others in _classes(thesaurus / VERBS).items())
    groups = [*_groups(thesaurus / WORDS), *verbs]
    plain = [row for rows in load(folder / "lexicon" / SAME).values() for row in rows]
    return {
        "groups": [" ".join(map(str, row)) for row in groups],
        "plain": [" ".join(map(str, row)) for row in plain],
    }


def _groups(path: Path) -> list[list[str]]:
    """The groups of words that mean the same, one a line; lines that begin with # are read by people."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


def _classes(path: Path) -> Mapping[Name, list[Name]]:
    if not path.exists():
        return {}
    classes: Mapping[Name, list[Name]] = load(path)["classes"]
    for head, others in classes.items():
        seen = {str(head)}
        for word in others:
            if word in seen:
                raise KnowledgeError(
                    f"{path.name}:{word.line}: 「{word}」在「{head}」里写了两次，请去掉一处"
                )
            seen.add(str(word))
    return classes


def _members(words: Sequence[str], names: Lexicon) -> tuple[str, ...]:
    """What any one of these is found by: the one concept that it names, else the word itself."""
    found = [(_atoms(word, names), str(word)) for word in words]
    return tuple(dict.fromkeys(atoms[0] if len(atoms) == 1 else word for atoms, word in found))


def _atoms(word: str, names: Lexicon) -> tuple[str, ...]:
    """The concepts that a word names exactly, or that the words name of which it is made; else itself."""
    if not names.spells(word):
        return (str(word),)
    parts = [_exact(m.senses) for m in names.read(word)]
    return tuple(dict.fromkeys(a for p in parts for a in p)) if all(parts) else (str(word),)


def _names(row: Sequence[Sense]) -> bool:
    return bool(_exact(row))


def _exact(row: Sequence[Sense]) -> tuple[str, ...]:
    return next((s.atoms for s in row if s.atoms and not s.near and s.kind != CELL), ())
