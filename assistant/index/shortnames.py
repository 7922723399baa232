"""What the members of a breakdown are called in short: by a word that only one of them has.

大气污染1276件、噪声污染1153件、水污染428件: 大气 and 噪声 say which. 行政许可类信息28条 among eight other kinds is
行政许可 and 许可.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator

from assistant.language.script import fold
from assistant.late import late
from assistant.lexicon import LABEL
from assistant.model import Figure, Report, Sense

JOINTS = late("[、,，和与及或（）()]")
# What says only that it is a kind, or that it was counted.
TAILS = late("(?:(?:类|方面|等)?(?:的?信息|文件|事项|情况|申请|数量?)|类)$")
HEADS = late("^(?:其中|其他|其它|开展|举办|发布|通过|属于|涉及)")
KIND = "类信息"
# 三批 is no short name of 11月第三批.
ORDER = "第"
# What is said in the place of the last mark of a list.
SAID = ("和", "与", "及")
SHORTEST, SHORT, LONGEST = 2, 4, 24
# What a word of its own does not hold.
GRAMMATICAL = frozenset("的等中有了及其各全共对前后不与和之所")


def short_names(report: Report, known: Container[str]) -> dict[str, tuple[Sense, ...]]:
    """Words that tell one member of a breakdown from its siblings, each with the label that it stands for.

    A word that is `known` by itself is none: the report's concepts have it already.
    """
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for labels in _breakdowns(report.figures):
        said: dict[str, set[str]] = defaultdict(set)
        for label in labels:
            for word in (*_words(label), *_joined(label)):
                said[word].add(label)
        for word, names in said.items():
            others = [label for label in labels if word in label and label not in names]
            if len(names) == 1 and not others:
                found[word] |= dict.fromkeys(names)
    return {
        word: (Sense("word", tuple(labels), tag=LABEL, near=True),)
        for word, labels in found.items()
        if len(labels) == 1 and (word.endswith("类") or not _is_composed(word, known))
    }


def kinds_of(report: Report) -> tuple[str, ...]:
    """The labels of kinds that stand side by side: 科教文体卫生类信息."""
    found = (label for labels in _breakdowns(report.figures) for label in labels)
    return tuple(dict.fromkeys(label for label in found if label.endswith(("类", KIND))))


def _is_composed(word: str, known: Container[str]) -> bool:
    """Is it known by itself, or as a row of known words?"""
    return word in known or any(
        word[:at] in known and word[at:] in known for at in range(1, len(word))
    )


def _breakdowns(figures: Iterable[Figure]) -> Iterator[list[str]]:
    """The labels of figures that stand side by side, in prose."""
    groups: dict[object, dict[str, None]] = defaultdict(dict)
    for figure in figures:
        label = "".join(fold(figure.what).split())
        if not figure.table and SHORTEST < len(label) <= LONGEST:
            groups[figure.group or figure.part_of or figure.sentence, figure.unit][label] = None
    yield from (list(labels) for labels in groups.values() if len(labels) > 1)


def _joined(label: str) -> Iterator[str]:
    """A label of several things as it is said: 政策和规范性文件类 of 政策、规范性文件类信息."""
    for name in dict.fromkeys((label, label.removesuffix("信息"))):
        first, mark, last = name.rpartition("、")
        if mark and first:
            yield from (f"{first}{word}{last}" for word in SAID)


def _words(label: str) -> Iterator[str]:
    """The pieces of a label between its joints, without what only says that it is a kind; halves of four and six."""
    for piece in JOINTS.split(label):
        core = HEADS.sub("", TAILS.sub("", piece))
        whole = core or piece
        words = [whole] if SHORTEST <= len(whole) <= SHORT else []
        if piece.endswith(KIND):
            words.append(piece.removesuffix("信息"))
        if len(whole) in (4, 6) and ORDER not in whole:
            words += [whole[at : at + SHORTEST] for at in range(0, len(whole), SHORTEST)]
        yield from (w for w in words if w != label and not GRAMMATICAL & set(w))
