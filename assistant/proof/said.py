"""What an answer says is made of the words of the report and of the fixed words of the assistant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from assistant.proof.asking import Asking
from assistant.proof.faults import Fault, Source
from assistant.proof.figures import figures_in
from assistant.proof.lists import Spoken

CLAUSE_END = re.compile("[，；：。\n,;:！？!?]")


# What is read over where words are held against each other.
SPACING = re.compile("[\\s()（）《》“”‘’\"'「」【】|、]+")


WIDE = str.maketrans("０１２３４５６７８９．％，；：", "0123456789.%,;:")


MARK = re.compile("^[ ]*[0-9]{1,3}[.] ")


# That the report contradicts itself; the numbers of it are held against the report elsewhere.
WARNED = re.compile("请注意，报告中的数对不上（[^（）]*）：[^。一-龥]*。")
# What checking the report found: that nothing disagrees, what does, with both sides, and what cannot be checked.
CHECKED = re.compile(
    "核对了报告里的合计、占比、标准表的勾稽关系和年度衔接，没有发现对不上的地方。|核对发现对不上的地方："
    "|^ *[0-9]{1,3}[.] [^：\n]{2,99}：[^\n]*[0-9] ≠ [0-9][^\n。]*。|^不能核对的：[^\n。]*。",
    re.M,
)
# One of several questions that is not answered: a numbered line that only says so, and with which word.
REFUSED = re.compile(
    "^ *[0-9]{1,2}[.] (?:没有找到[^“\n]{2,24}(?:（没对上的是“[^”\n]*”）)?，所以不作答"
    "|没有看懂这个问题[^。\n]{0,24}|这一问有几种可能，请从下面的问题里选一个)。$",
    re.M,
)


# A sum that is shown in brackets behind what is added: its numbers are held with the figures.
ARITHMETIC = re.compile("（[0-9 .+−×÷()%≈=]+）")


NUMBER = re.compile("[0-9][0-9,.]*")


# What joins the name of a part to its whole, and names to each other.
JOINTS = re.compile("[()（）《》“”‘’\"'「」【】|、\\s〔〕\\[\\]]+|中的|其中|数中|的|中$|^中")


# So far around a citation stands what its figure is of: the head of its table, its subject.
NEAR = 5000


# A name as long as this is no word that anything else could mean.
LONG = 8


DENIAL = re.compile("没|不是|并[未不非没]|尚未|从未|[未不无非否]$")


# A name and the figure behind it.
NAMED = re.compile(
    "(?P<name>[一-龥]{2,12}?)(?:最[多少高低大小]，)?(?P<number>[0-9][0-9,.]*)(?![0-9])"
)


def said_faults(asking: Asking, sources: Mapping[str, Source]) -> Iterator[Fault]:
    """Where the text has words that are neither the report's nor the assistant's own."""
    reports = tuple(sorted({str(c["report"]) for c in asking.answer["citations"]}))
    known = "\n".join(
        f"{_plain(sources[r].text)}\n{_plain(sources[r].title)}" for r in reports if r in sources
    )
    text = WARNED.sub("", CHECKED.sub("", REFUSED.sub("", asking.text)))
    done = asking.answer["computation"]
    for formula in (done["expression"], *done["expression"].split("；")) if done else ():
        text = text.replace(formula, "，") if "→" not in formula and formula.strip() else text
    for clause in CLAUSE_END.split(ARITHMETIC.sub("，", text)):
        for words in _foreign(clause, known, asking):
            yield Fault("text", f"文字里的“{words}”不是报告里的话")
            return
    yield from _bound(asking, text)


def _foreign(clause: str, known: str, asking: Asking) -> Iterator[str]:
    clause = MARK.sub("", clause).strip()
    if not clause or _plain(clause) in known or asking.lists.spoken.whole.fullmatch(clause):
        return
    bare = _trimmed(clause, asking.lists.spoken)
    units = sorted(
        {v["unit"] for v in asking.answer["values"]} | {*asking.words.units, *"年月日"}, key=len
    )
    pattern = "|".join(re.escape(unit) for unit in reversed(units) if unit)
    rest = re.sub(
        f"{NUMBER.pattern}(?:[多余几]?[百千]?[万亿]?(?:{pattern})?(?:以上|左右|以下)?)", "|", bare
    )
    near = (e.text[max(0, e.start - NEAR) : e.end + NEAR] for e in asking.evidence)
    ground = _plain("\n".join((asking.ground, *dict.fromkeys(near))))
    inside = asking.lists.spoken.inside
    for part in (part for piece in JOINTS.split(rest) for part in inside.split(piece or "")):
        run = _trimmed(part or "", asking.lists.spoken)
        own = not run or asking.lists.spoken.whole.fullmatch(run) or run in asking.question
        # The standard table's own name of a row, which a report may print shortened.
        own = own or (len(run) > LONG and run in asking.words.meanings)
        if not own and _plain(run) not in known:
            plain = _plain(run)
            if not _is_of(plain[_body_of(plain, asking) :], ground):
                yield run


def _body_of(run: str, asking: Asking) -> int:
    """How much of its front is of the title of a cited report: whose it is (桐梓县收到…)."""
    titles = [_plain(str(citation["title"])) for citation in asking.answer["citations"]]
    lengths = (at for at in range(len(run), 1, -1) if any(run[:at] in t for t in titles))
    return next(lengths, 0)


def _is_of(run: str, ground: str, parts: int = 3) -> bool:
    """Is it put together of a few stretches of what is cited, none of which denies?"""
    if run in ground and not DENIAL.match(run):
        return True
    return parts > 1 and any(
        run[:at] in ground and not DENIAL.match(run) and _is_of(run[at:], ground, parts - 1)
        for at in range(len(run) - 2, 1, -1)
    )


def _trimmed(clause: str, spoken: Spoken) -> str:
    """Without the assistant's words at the front and at the end."""
    for pattern in (spoken.first, spoken.last):
        before = ""
        while before != clause:
            before, clause = clause, pattern.sub("", clause)
    return clause


def _bound(asking: Asking, text: str) -> Iterator[Fault]:
    """A name stands before its own figure: 英德市628项 is not 英德市852项."""
    sentences = {
        _plain(e.text[e.sentence[0] : e.sentence[1]]) for e in asking.evidence if not e.is_row
    }
    for found in NAMED.finditer(text):
        numbers = {
            n.replace(",", "").rstrip(".")
            for sentence in sentences
            for n in re.findall(f"{re.escape(found['name'])}({NUMBER.pattern})", sentence)
        }
        corrected = [c for e in asking.answer["citations"] for c in e.get("corrections", ())]
        numbers = set() if corrected else numbers
        said = found["number"].replace(",", "").rstrip(".")
        if numbers and said not in numbers and figures_in(said):
            yield Fault("text", f"文字里的“{found['name']}”不是{said}")


@lru_cache(maxsize=32)
def _plain(text: str) -> str:
    return SPACING.sub("", text.translate(WIDE))
