"""Words of the language that would dissolve into function words: 成本 is not 成 and 本.

Every word of a question must be accounted for. A word that no term names, but that could be read
as a row of frame words and measure words, would pass unnoticed; these are found ahead, in jieba's
dictionary, and are then read as what they are: words that the assistant does not know.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from assistant.compiler.dictionary import read_fields
from assistant.lexicon import Lexicon
from assistant.model import Sense

IDLE_KINDS = frozenset(
    {"frame", "negation", "universal", "operator", "unit", "dialogue", "theme", "ask"}
)
NOUN_FLAGS = ("n", "vn", "an", "j")
VERB_FLAGS = ("v", "vi")
# Verbs made with one of these only say that something can, will, came to or went on being.
LIGHT = frozenset("不能会想来去到于为得着过起有在是就让使被说看听可要没见问成用回出找数")
RARE = 30
# What makes new words of others (未成年, 非官方), and how jieba marks set phrases and attributes.
DERIVING = ("未", "非", "无")
SET_FLAGS = ("b", "l", "i", "z")
EXEMPT_FLAGS = ("nr", "nrt", "nrfg")


def unknown_words(terms: Mapping[str, tuple[Sense, ...]]) -> list[str]:
    """The words of jieba's dictionary that idle names would cover entirely, sorted."""
    names = {name: senses for name, senses in terms.items() if _is_idle(senses)}
    idle = Lexicon.of(names)
    spelled = (word for word in _content_words() if idle.spells(word) and word not in terms)
    return sorted(word for word in spelled if all(m.senses for m in idle.read(word)))


@cache
def _content_words() -> frozenset[str]:
    """The words of jieba's dictionary that are common and say something; of 350,000, read once."""
    fields = iter(read_fields())
    lines = zip(fields, fields, fields, strict=True)
    return frozenset(
        word for word, often, flag in lines if int(often) >= RARE and _is_content(word, flag)
    )


def _is_idle(senses: tuple[Sense, ...]) -> bool:
    return all(sense.kind in IDLE_KINDS or sense.near for sense in senses)


def _is_content(word: str, flag: str) -> bool:
    if len(word) < 2 or flag in EXEMPT_FLAGS:
        return False
    if len(word) > 2 and word.startswith(DERIVING) and flag.startswith(SET_FLAGS):
        return True
    return flag.startswith(NOUN_FLAGS) or (flag in VERB_FLAGS and not LIGHT & set(word))
