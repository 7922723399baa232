"""How an offered question is said of a clause: whether what it says was done; of none that is no whole sentence."""

from __future__ import annotations

import re

from assistant.language.spoken import Spoken
from assistant.operators.quoted import FORM

SHORTEST, LONGEST, BREATH = 6, 20, 40
# The least that a clause has of characters that are read.
LEAST_READ = 5
READ = re.compile("[\u3400-\u9fff]")
ENDS = "，,；;：:。、 "
PAIRS = ("（）", "()", "“”", "《》", "[]")
DIGITS = re.compile(r"\d")


def done_said(text: str, words: Spoken) -> str | None:
    """A clause of something that was done, as it is asked whether it was; None for any other."""
    plain = clause_said(text, words)
    if plain is None or plain.startswith(words.aims) or DIGITS.search(plain):
        return None
    found = words.done.search(plain)
    return plain.removesuffix("了") if found and found.start() else None


def quoting(text: str, words: Spoken) -> str | None:
    """The question for what the report says of a clause; None where it cannot be quoted in one breath."""
    bare = "".join(text.split()).replace("“", "").replace("”", "")
    plain = words.leads.sub("", bare).strip(ENDS)
    return FORM.format(said=plain) if len(plain) <= BREATH and _is_said(plain, words) else None


def clause_said(text: str, words: Spoken) -> str | None:
    """A clause as it is said by itself; None where it is too short or too long, or a piece of a pair of marks."""
    plain = words.leads.sub("", "".join(text.split())).strip(ENDS)
    return plain if len(plain) <= LONGEST and _is_said(plain, words) else None


def _is_said(plain: str, words: Spoken) -> bool:
    """Is it a clause that says something by itself?"""
    read = len(READ.findall(plain)) >= LEAST_READ
    return len(plain) >= SHORTEST and read and _closed(plain) and not words.leading_on.search(plain)


def _closed(text: str) -> bool:
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in PAIRS)
