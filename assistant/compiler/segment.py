"""A report's words and their parts of speech, by jieba with its own dictionary.

The dictionary is read afresh and never through jieba's cache: that is a marshal file in a shared
temporary folder, loaded without a look at its owner.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with jieba's part-of-speech flag (n, v, d, p, m …)."""

    start: int
    end: int
    text: str
    flag: str


class Segmenter:
    """jieba's part-of-speech tagger, told the genre's words."""

    def __init__(self, words: Iterable[tuple[str, str]] = (), tagger: Any = None) -> None:
        """A tagger (jieba's own by default) that also knows these (word, flag) pairs."""
        self._tagger = tagger or _read_tagger()
        for word, flag in words:
            self._tagger.add_word(word, None, flag)

    def taught(self, words: Iterable[tuple[str, str]]) -> Segmenter:
        """Another tagger that knows these words as well; this one learns nothing."""
        further = tuple(words)
        return Segmenter(further, _copied(self._tagger)) if further else self

    def knows(self, word: str) -> bool:
        """Is this a word of the dictionary, and not only guessed from its characters?"""
        return bool(self._tagger.tokenizer.FREQ.get(word))

    def words(self, text: str) -> Iterator[Word]:
        """The words of the text in order, white space left out."""
        at = 0
        for pair in self._tagger.cut(text):
            end = at + len(pair.word)
            if not pair.word.isspace():
                yield Word(at, end, pair.word, pair.flag)
            at = end


def _read_tagger() -> Any:
    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as file:
        tokenizer.FREQ, tokenizer.total = frequencies(file.read().decode())
    tokenizer.initialized = True
    # The import has read the parts of speech already.
    return _tagger(tokenizer, jieba.posseg.dt.word_tag_tab)


def frequencies(dictionary: str) -> tuple[dict[str, int], int]:
    """How often each word is seen, 0 for what only begins one, and their sum: jieba's `gen_pfdict` in half the time.

    A line is a word, its number and its part of speech.
    """
    fields = dictionary.split()
    words = fields[::3]
    found = dict(zip(words, map(int, fields[1::3]), strict=True))
    total = sum(map(int, fields[1::3]))
    for word in words:
        begins = word[:-1]
        # What is there already brings its own beginnings.
        while begins and begins not in found:
            found[begins] = 0
            begins = begins[:-1]
    return found, total


def _copied(tagger: Any) -> Any:
    import jieba

    tagger.makesure_userdict_loaded()
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = dict(tagger.tokenizer.FREQ), tagger.tokenizer.total
    tokenizer.initialized = True
    return _tagger(tokenizer, tagger.word_tag_tab)


def _tagger(tokenizer: Any, tags: Mapping[str, str]) -> Any:
    """A tagger over this tokenizer, without reading jieba's dictionary again."""
    import jieba.posseg

    tagger = jieba.posseg.POSTokenizer.__new__(jieba.posseg.POSTokenizer)
    tagger.tokenizer = tokenizer
    tagger.word_tag_tab = dict(tags)
    return tagger
