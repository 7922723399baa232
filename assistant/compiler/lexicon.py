"""Holds the words and rules of the grammar against each other, as a person writes them.

Raises `KnowledgeError` in one line with the file, its line and the word: a word twice in a category, a word that
computes and is passed over too, one that others compose, a category that no rule uses or that no word has. What
stands in `reviewed.yaml` was looked at, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from assistant.compiler.yamlfile import Name, load
from assistant.errors import KnowledgeError

OPERATORS, TIES, RULES = "operators.yaml", "ties.yaml", "rules.yaml"
CATEGORY = re.compile(r"(?:[a-z]\w*:)?([A-Z|]{2,})")
# What scanning finds by itself, and no list of words has.
SCANNED = frozenset({"NUM", "UNIT", "NTH", "TOP", "ROUND", "ASKED", "COLON", "BEFORE"})
Entry = tuple[str, str, Name]


def check_lexicon(folder: Path) -> None:
    """Check the words under `folder`/lexicon and the rules under `folder`/grammar."""
    lexicon = folder / "lexicon"
    operators, ties = load(lexicon / OPERATORS), load(lexicon / TIES)
    reviewed = load(lexicon / "reviewed.yaml")
    rules = load(folder / "grammar" / RULES)["rules"]
    entries = tuple(_entries(operators))
    passed = tuple((str(kind), "", word) for kind, row in ties.items() for word in row["words"])
    _once(entries, OPERATORS)
    _once(passed, TIES)
    _categories(operators, rules, reviewed["unused"])
    tied = {str(word) for _, _, word in passed}
    _apart(entries, tied, reviewed["both"])
    _words(entries, tied, {str(w) for words in reviewed["composed"].values() for w in words})


def _entries(operators: Mapping[Any, Any]) -> Iterator[Entry]:
    for category, entry in operators.items():
        tagged = entry if isinstance(entry, Mapping) else {"": entry}
        yield from ((str(category), str(tag), w) for tag, words in tagged.items() for w in words)


def _once(entries: tuple[Entry, ...], file: str) -> None:
    seen: set[tuple[str, str]] = set()
    for category, _, word in entries:
        if (category, word) in seen:
            raise KnowledgeError(
                f"{file}:{word.line}: 「{word}」在 {category} 里写了两次，请去掉一处"
            )
        seen.add((category, str(word)))


def _categories(
    operators: Mapping[Any, Any], rules: list[dict[str, Any]], unused: Mapping[str, str]
) -> None:
    known = {*map(str, operators), *SCANNED}
    used: set[str] = set()
    for rule in rules:
        for form in rule.get("forms", [rule.get("form")]):
            for found in CATEGORY.findall(form):
                for category in found.split("|"):
                    used.add(category)
                    if category not in known:
                        raise KnowledgeError(
                            f"{RULES}:{form.line}: 没有「{category}」这一类词，请在 {OPERATORS} 里写上"
                        )
    for category in operators:
        if category not in used | {*map(str, unused)}:
            raise KnowledgeError(
                f"{OPERATORS}:{category.line}: 没有句式用到「{category}」，请去掉或写上句式"
            )


def _apart(
    entries: tuple[Entry, ...], tied: set[str], both: Mapping[str, Mapping[str, str]]
) -> None:
    for category, _, word in entries:
        if word in tied and str(word) not in both.get(category, {}).get("words", ()):
            raise KnowledgeError(
                f"{OPERATORS}:{word.line}: 「{word}」（{category}）又是虚词，"
                "请去掉一处，或在 reviewed.yaml 的 both 里写明原因"
            )


def _words(entries: tuple[Entry, ...], tied: set[str], reviewed: set[str]) -> None:
    known = {(category, tag, str(word)) for category, tag, word in entries}
    for category, tag, word in entries:
        if str(word) in reviewed:
            continue
        for at in range(1, len(word)):
            pairs = ((word[:at], word[at:]), (word[at:], word[:at]))
            if any(rest in tied and (category, tag, own) in known for own, rest in pairs):
                raise KnowledgeError(
                    f"{OPERATORS}:{word.line}: 「{word}」（{category}）由{word[:at]}和{word[at:]}组成，"
                    "请去掉，或在 reviewed.yaml 的 composed 里写明原因"
                )
