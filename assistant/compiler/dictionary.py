"""jieba's dictionary, read once for both of jieba's tables, and jieba imported without what it does not need.

The dictionary is read afresh and never through jieba's cache: that is a marshal file in a shared
temporary folder, loaded without a look at its owner.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

# Of so many stretches of unknown characters, no longer than this, the guess is kept.
GUESSES_KEPT, LONGEST_KEPT = 4096, 16
RESOURCES, TAGGER = "pkg_resources", "jieba.posseg"


def read_tagger() -> Any:
    """jieba's part-of-speech tagger with its own dictionary."""
    tokenizer, fields = _import_jieba().Tokenizer(), read_fields()
    tokenizer.FREQ, tokenizer.total = frequencies(fields)
    tokenizer.initialized = True
    return _tagger(tokenizer, tags(fields))


def read_fields() -> list[str]:
    """The dictionary of jieba: a word, how often it is seen and its part of speech, one line after the other."""
    with _import_jieba().Tokenizer().get_dict_file() as file:
        fields: list[str] = file.read().decode().split()
    return fields


@contextmanager
def taught(tagger: Any, words: Sequence[tuple[str, str]]) -> Iterator[None]:
    """The tagger knows these (word, flag) pairs as well, as long as this lasts; a copy would be of all its words."""
    tagger.makesure_userdict_loaded()
    tokenizer = tagger.tokenizer
    begun = {word[:end] for word, _ in words for end in range(1, len(word) + 1)}
    before = {piece: tokenizer.FREQ.get(piece) for piece in begun}
    flags = {word: tagger.word_tag_tab.get(word) for word, _ in words}
    total = tokenizer.total
    try:
        for word, flag in words:
            tagger.add_word(word, None, flag)
        yield
    finally:
        tagger.makesure_userdict_loaded()
        tokenizer.total = total
        _restore(tokenizer.FREQ, before)
        _restore(tagger.word_tag_tab, flags)


def _restore(table: dict[str, Any], before: dict[str, Any]) -> None:
    for word, held in before.items():
        if held is None:
            table.pop(word, None)
        else:
            table[word] = held


def frequencies(fields: Sequence[str]) -> tuple[dict[str, int], int]:
    """How often each word is seen, 0 for what only begins one, and their sum, as jieba's `gen_pfdict` has them.

    The fields are those that `read_fields` reads.
    """
    words = fields[::3]
    seen = [*map(int, fields[1::3])]
    found = dict(zip(words, seen, strict=True))
    for first in set(map(itemgetter(0), words)):
        found.setdefault(first, 0)
    for word in words:
        if len(word) > 2:
            begins = word[:-1]
            # What is there already brings its own beginnings.
            while begins not in found:
                found[begins] = 0
                begins = begins[:-1]
    return found, sum(seen)


def tags(fields: Sequence[str]) -> dict[str, str]:
    """The part of speech of each word, as jieba's `load_word_tag` has it."""
    return dict(zip(fields[::3], fields[2::3], strict=True))


def _import_jieba() -> Any:
    """jieba without `pkg_resources`, by which it would open its own files where that is installed."""
    left_out = "jieba" not in sys.modules and RESOURCES not in sys.modules
    if left_out:
        sys.modules[RESOURCES] = None  # type: ignore[assignment]
    try:
        import jieba
    finally:
        if left_out:
            del sys.modules[RESOURCES]
    jieba.setLogLevel(logging.WARNING)
    return jieba


def _tagger(tokenizer: Any, words: dict[str, str]) -> Any:
    """A tagger over this tokenizer, without reading jieba's dictionary again."""
    kind = _remembering(_import_posseg(words).POSTokenizer)
    tagger = kind.__new__(kind)
    tagger.tokenizer = tokenizer
    tagger.word_tag_tab = words
    return tagger


@cache
def _remembering(kind: Any) -> Any:
    """jieba's tagger that guesses no two times what the same unknown characters are.

    The guess is made of these characters alone, and reports are full of the same ones.
    """

    @lru_cache(maxsize=GUESSES_KEPT)
    def guessed(characters: str) -> tuple[Any, ...]:
        return tuple(kind._POSTokenizer__cut(None, characters))

    class Remembering(kind):  # type: ignore[misc]
        def _POSTokenizer__cut(self, characters: str) -> Iterator[Any]:  # noqa: N802
            known = len(characters) <= LONGEST_KEPT
            return iter(guessed(characters)) if known else kind._POSTokenizer__cut(self, characters)

    return Remembering


def _import_posseg(words: dict[str, str]) -> Any:
    """jieba's tagging module, which is given these parts of speech.

    Its import reads the dictionary for them, line by line; here it finds an empty one in its place.
    """
    if TAGGER in sys.modules:
        return sys.modules[TAGGER]
    default = _import_jieba().dt
    dictionary, default.dictionary = default.dictionary, os.devnull
    try:
        from jieba import posseg
    finally:
        default.dictionary = dictionary
    posseg.dt.word_tag_tab = dict(words)
    return posseg
