"""Wholes and parts: a joint figure is none of its parts, a whole no member, a part not the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.proof.asking import Asking, is_year
from assistant.proof.evidence import Evidence
from assistant.proof.faults import Fault
from assistant.proof.figures import Figure

CLAUSE_END = re.compile("[，,。；;：:|]")


# A 、 or 和 between names that one figure follows counts them together.
JOINED = re.compile("、|以及|[和及与或]")


EXTREME = re.compile("最[多少高低大小]")


MAINLY = re.compile("以(?P<what>[^，,。；;以]{2,12})为主[，,]?(?:共|计|有|达)*[0-9０-９]")


def whole_faults(asking: Asking) -> Iterator[Fault]:
    """Where a figure of several, of a whole or of a part is given for what it does not count."""
    for check in (_joint, _shared, _winner, _narrowed, _mixed, _own_part, _measures):
        yield from check(asking)


def _counted(evidence: Evidence, figure: Figure) -> str:
    """What stands around a figure in its clause, up to the next figures: what it counts."""
    others = [f for f in evidence.figures if f.start != figure.start and not is_year(f)]
    low = max((f.end + 1 for f in others if f.end <= figure.start), default=0)
    high = min((f.start for f in others if f.start >= figure.end), default=len(evidence.quote))
    ends = [m.end() for m in CLAUSE_END.finditer(evidence.quote, low, figure.start)]
    stop = CLAUSE_END.search(evidence.quote, figure.end, high)
    before = evidence.quote[ends[-1] if ends else low : figure.start]
    after = evidence.quote[figure.end : stop.start() if stop else high]
    return before if JOINED.search(before) else after


def _parts(counted: str) -> tuple[list[str], bool]:
    """The names that a figure counts together, and whether the list is open (…等)."""
    # A document that is named before counts nothing.
    counted = re.sub("^.*》(?=及)", "", "".join(counted.split()))
    head, open_list, _ = counted.partition("等")
    parts = [p for p in JOINED.split(head) if p]
    return (parts if len(parts) > 1 else [], bool(open_list))


def _asked_for(part: str, asking: Asking) -> bool:
    """Is this part named in the question? By its own end, or its whole."""
    core = re.sub(
        "^(?:宗|件|个|因|属|提起|申请|其中|共|在|对|由|向|的|为)+|(?:案件?|类)$", "", part
    )
    question = asking.question
    if len(core) < 2:
        return False
    ends = [core, *([core[-3:]] if len(core) > 4 else []), *([core[-4:]] if len(core) > 5 else [])]
    return any(end in question for end in ends) or asking.words.stands_in(question, core)


def _joint(asking: Asking) -> Iterator[Fault]:
    """One figure for several, given for each of them, or for one of them alone."""
    if asking.answer["computation"]:
        return
    apart = asking.asks("apart")
    values = {value["value"] for value in asking.answer["values"]}
    for evidence in asking.evidence:
        for figure in () if evidence.is_row else evidence.figures:
            counted = _counted(evidence, figure)
            parts, is_open = _parts(counted)
            named = [p for p in parts if _asked_for(p, asking)]
            if not parts or str(figure.number).split("/")[0] not in values:
                continue
            whole = re.sub(r"\s", "", counted)
            if apart and len(named) > 1 and not (len(values) > 1 and whole in asking.question):
                yield Fault("joint", f"“{_short(counted)}”是合在一起的数，不能分开答")
            elif is_open and len(named) == 1 and not asking.asks("and_such"):
                yield Fault("joint", f"“{_short(counted)}”是合在一起的数，不是“{named[0]}”一项的")


def _shared(asking: Asking) -> Iterator[Fault]:
    """Asked apart, and the one same figure for each; or half a pair that is written as one word."""
    spans = [(c["report"], c["start"], c["end"]) for c in asking.answer["citations"]]
    numbers = [value["text"] for value in asking.answer["values"]]
    if (
        asking.asks("apart")
        and len(numbers) > 1
        and len(set(spans)) == 1
        and len(set(numbers)) == 1
    ):
        figures = [f for f in asking.evidence[0].figures if not is_year(f)]
        if len(figures) < 2 and not asking.evidence[0].is_row:
            yield Fault("joint", f"“{numbers[0]}”只有一个数，不能分开答")
    for entry in asking.lists.words["joined"]:
        whole, _, halves = entry.partition(":")
        half = next((h for h in halves.split(",") if h in asking.question), "")
        joined = whole in asking.quotes and whole not in asking.question
        if half and joined and half not in asking.quotes and asking.answer["values"]:
            yield Fault("joint", f"“{whole}”是合在一起的数，不是“{half}”的")


def _winner(asking: Asking) -> Iterator[Fault]:
    """The most of several is not their sum."""
    wholes = "|".join(asking.lists.words["wholes"])
    found = re.search(
        f"(?:^|[：，；\\n])(?:[^，；：\\n]{{0,8}}?)(?P<whole>{wholes})(?:（[^）]*）)?(?:是)?最[多少高低大小]",
        asking.text,
    )
    if EXTREME.search(asking.question) and found:
        yield Fault("asked", f"“{found['whole']}”是合计，不能说最多最少")


def _narrowed(asking: Asking) -> Iterator[Fault]:
    """A part that the question does not name is given for the whole."""
    for evidence in asking.evidence:
        clause = max(evidence.start - 16, evidence.sentence[0])
        mainly = MAINLY.search(evidence.text[clause : evidence.end])
        if (
            mainly
            and clause + mainly.end() > evidence.start
            and asking.answer["values"]
            and not asking.answer["computation"]
        ):
            words = re.sub("[和及、等的]", "", mainly["what"])
            if not any(words[i : i + 2] in asking.question for i in range(len(words) - 1)):
                yield Fault("asked", f"引文只说了“{_short(mainly['what'])}”，没有问到")


def _mixed(asking: Asking) -> Iterator[Fault]:
    """A figure of the year is not added to one of several years, nor a whole to its parts."""
    if "sum" not in asking.operators or len(asking.evidence) < 2:
        return
    cumulative = [bool(asking.lists.found("cumulative", e.quote)) for e in asking.evidence]
    yearly = [bool(asking.lists.found("yearly", e.quote)) for e in asking.evidence]
    if any(cumulative) and any(y and not c for y, c in zip(yearly, cumulative, strict=True)):
        yield Fault("period", "当年的数和累计的数不能相加")
    wholes = [bool(re.search("总计|合计|小计", e.quote)) for e in asking.evidence]
    one_table = len({(e.report, e.section) for e in asking.evidence}) == 1
    if one_table and all(e.is_row for e in asking.evidence) and any(wholes) and not all(wholes):
        yield Fault("asked", "合计和它的分项不能相加")


def _own_part(asking: Asking) -> Iterator[Fault]:
    """A whole is compared with its own part only where the question names the whole."""
    if "compare" not in asking.operators or len(asking.evidence) != 2 or not asking.carried:
        return
    for whole, part in (asking.evidence, tuple(reversed(asking.evidence))):
        total = re.search("总数|总计|合计|共", whole.quote)
        inside = whole.report == part.report and whole.end < part.start < whole.end + 200
        between = whole.text[whole.end : part.start]
        within = total and inside and "其中" in between and "。" not in between
        if within and not asking.asks("wholes") and "总" not in asking.question:
            yield Fault("asked", "拿总数和它的一部分相比，没有这样问")


def _measures(asking: Asking) -> Iterator[Fault]:
    """What is said once of both sides of a comparison must hold of both."""
    if "compare" not in asking.operators or len(asking.evidence) < 2:
        return
    elliptic = re.search("(?P<topic>.*?)[^，,]{2,8}的[比跟和与][^，,]{2,10}?的", asking.question)
    topic = elliptic["topic"] if elliptic and not EXTREME.search(asking.question) else ""
    for _, word in asking.words.cut(topic):
        if len(word) < 2 or "measure" not in asking.words.kinds(word):
            continue
        sides = [asking.words.stands_in(e.quote, word) for e in asking.evidence]
        if any(sides) and not all(sides):
            yield Fault("asked", f"两边不是同一个指标：一边没有“{word}”")


def _short(text: str) -> str:
    line = re.sub(r"\s+", "", text)
    return line if len(line) <= 24 else "…" + line[-24:]
