"""A report's words and their parts of speech, by jieba with its own dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from assistant.compiler.dictionary import copied, read_tagger


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
        self._tagger = tagger or read_tagger()
        for word, flag in words:
            self._tagger.add_word(word, None, flag)

    def taught(self, words: Iterable[tuple[str, str]]) -> Segmenter:
        """Another tagger that knows these words as well; this one learns nothing."""
        further = tuple(words)
        return Segmenter(further, copied(self._tagger)) if further else self

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
