"""A report's words and their parts of speech, by jieba with its own dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from assistant.compiler.dictionary import read_tagger, taught


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with jieba's part-of-speech flag (n, v, d, p, m …)."""

    start: int
    end: int
    text: str
    flag: str


class Segmenter:
    """jieba's part-of-speech tagger, told the genre's words."""

    def __init__(self, words: Iterable[tuple[str, str]] = ()) -> None:
        """jieba's own tagger, which also knows these (word, flag) pairs."""
        self._tagger: Any = read_tagger()
        for word, flag in words:
            self._tagger.add_word(word, None, flag)

    @contextmanager
    def taught(self, words: Iterable[tuple[str, str]]) -> Iterator[None]:
        """It knows these words as well, as long as this lasts."""
        with taught(self._tagger, tuple(words)):
            yield

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
