"""The names that a report adds to the genre's: its own words, its places, its scope."""

from __future__ import annotations

from assistant.lexicon import Names
from assistant.model import Report, Sense
from assistant.places import short, suffix


def report_names(report: Report, terms: Names) -> Names:
    """The names that a report adds: its own words, its places with their short forms, its scope."""
    found: dict[str, tuple[Sense, ...]] = {}
    for word, flag in report.vocabulary.items():
        if flag.startswith("ns") and suffix(word):
            found[word] = (Sense("place", (word,)),)
            if len(short(word)) > 1 and short(word) not in terms:
                found[short(word)] = (Sense("place", (word,)),)
        else:
            kind = "verb" if flag[0] in "vad" and flag not in ("vn", "an") else "word"
            found[word] = (Sense(kind, (word,)),)
    ending = suffix(report.place) or "市"
    for word in ("全", "我", "我们", "我们全", "本", "咱", "咱们", "咱全", "贵", "你", "你们"):
        found[word + ending] = (Sense("whole"),)
    for word in (
        ending,
        ending + "里",
        ending + "里面",
        ending + "上",
        ending + "内",
        "整个" + ending,
    ):
        found[word] = (Sense("whole"), Sense("frame", tag="own_place"))
    for word in {report.place, report.place.removesuffix(ending)}:
        found[word] = (Sense("card_place"),)
    return found
