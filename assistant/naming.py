"""How a figure is called: the noun phrase it counts, the sentence that states it, the question for it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.language.script import fold
from assistant.late import late
from assistant.model import Figure, Report, Value

TOTALS = frozenset({"总计", "合计", "总数", "共计", "小计"})
MARKS = "。;；,，:： "
SHORT = 3
OPENERS = ("其中", "目前", "此外")
# What says only when, so that what was counted must be said as well (2010年新增占累计数的38.3%).
TIME = late(r"\d{4}年")
# The title of what issues or sheets are of: 《霍山信息》每期印600份.
TITLE, TITLE_END = late("《[^《》]+》"), "》"
# What is counted in a list whose first member says what was done; so long is what was done.
COUNTED, JOINTS, ACT = frozenset({"count", "money"}), ("、", "和", "与", "及"), 4
SPACE = late(r"\s+")
# Where a line of the source is broken within a clause.
WRAPPED = late(r"[ \u3000]*\n[ \u3000]*")
STATISTICS = "statistics"
NOTE = late(r"\([^()]*\)$")
NUMBERING = late(
    r"^\s*(?:其中[:：]|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|\d+[.、．])\s*"
)


def describe(figure: Figure, report: Report) -> str:
    """The figure in the report's own words, completed by what its clause inherits.

    A part names its whole: `网上办事大厅进驻事项总数中，连州市669项`.
    """
    text = _plain(as_corrected(figure))
    if figure.table:
        return text
    text = WRAPPED.sub("", text)
    whole = whole_of(figure, report)
    if whole:
        owner = _owner(figure, whole, report)
        lead = lead_of(_name(whole), "中，")
        return f"{lead}{owner}{text}"
    inherited = _inherited(figure, report)
    if inherited.endswith(TITLE_END):
        return f"{inherited}{text}"
    return f"{inherited}，{text}" if inherited else _shared_act(figure, report) + text


def as_corrected(figure: Figure) -> str:
    """The figure's clause with the right number, where an editor corrected the printed one."""
    if figure.table:
        return f"{cell_name(figure)}：{figure.text}{figure.said}"
    if not figure.printed:
        return figure.quote
    start, end = (at - figure.start for at in figure.number)
    return f"{figure.quote[:start]}{figure.text}{figure.quote[end:]}"


def subject(figure: Figure, report: Report) -> str:
    """What the figure counts, without the number: `连州市`, `公报纸质版每期`."""
    if figure.table:
        return cell_name(figure)
    whole = whole_of(figure, report)
    return lead_of(_name(whole), "中") + _name(figure) if whole else _name(figure)


def name_of(figure: Figure) -> str:
    """What a figure is called among its likes: its organ or place, its kind, its row or its column."""
    if figure.table:
        row = plain_label(figure.row[-1]).removeprefix("其中:") if figure.row else ""
        column = plain_label(figure.column[-1]) if figure.column else ""
        told = bool(figure.member) and figure.member not in TOTALS
        return f"{row}（{column}）" if row and told else row or column
    if figure.who and figure.who.startswith(figure.where) and not figure.what:
        return figure.who
    if figure.where:
        return figure.where
    return _plain(figure.who + figure.what) or figure.text


def called(figure: Figure) -> str:
    """What a figure is called by itself: the total of a table by what it is the total of."""
    name = name_of(figure)
    return cell_name(figure) if name in TOTALS and figure.measure else name


def plain_label(label: str) -> str:
    """The label of a row or column without its number and white space.

    >>> plain_label("（三）不予公开")
    '不予公开'
    """
    return "".join(NUMBERING.sub("", fold(label)).split())


def question_about(figure: Figure, report: Report) -> str:
    """A complete question that this figure answers: its own clause with 多少 for the number."""
    whole = whole_of(figure, report)
    lead = f"{_name(whole)}中" if whole and _name(whole) else _inherited(figure, report)
    return clause_asked(figure, report, lead)


def clause_asked(figure: Figure, report: Report, lead: str = "") -> str:
    """A figure's own clause with 多少 for the number, behind what it inherits where that is to be said."""
    number = figure.number
    if figure.table:
        return f"{cell_name(figure)}是{said_of(figure)}？"
    if figure.kind == "document":
        return f"《{figure.what}》的文号是什么？"
    if figure.kind == "frequency":
        return f"{_plain(figure.quote).replace(figure.text, '多久', 1)}一次？"
    if figure.kind == "zero":
        return f"{figure.what.removesuffix('情况')}是多少？"
    before = _plain(_others_out(figure, report, figure.start, number[0]))
    after = _plain(_others_out(figure, report, number[1], figure.end))
    return f"{lead}{before}{said_of(figure)}{after}？"


def cell_name(figure: Figure) -> str:
    """What a cell of a table holds: its measure, and in brackets its column, which of a total goes without saying.

    The labels are those of the dictionary; of a table that it does not know, those printed.
    """
    if not figure.measure:
        row = "的".join(NUMBERING.sub("", label) for label in figure.row)
        column = "的".join(figure.column)
        return f"{row}（{column}）" if row and column else row or column
    name = figure.measure.replace("/", "中的")
    if figure.table == STATISTICS and figure.row:
        # Its rows have local names (主动公开文件数), which are those that the reader finds there.
        depth = figure.measure.count("/") + 1
        name = "中的".join(local_name(label) for label in figure.row[-depth:])
    member = "其他申请人" if figure.member == "其他" else figure.member
    return f"{name}（{member}）" if member and member not in TOTALS else name


def local_name(label: str) -> str:
    """What a report itself calls a row of a table, without its number and what is noted in brackets."""
    return NOTE.sub("", plain_label(plain_label(label).removeprefix("其中:")))


def said_of(figure: Figure) -> str:
    """What asks for its number: 多少件, 百分之几."""
    return "百分之几" if figure.unit == "%" else f"多少{figure.unit.lstrip('万亿')}"


def part_lead(whole: Figure | None) -> str:
    """What leads in the parts of a whole: 网上办事大厅进驻事项：."""
    return lead_of(whole.what.removesuffix("总数"), "：") if whole else ""


def together(figures: Sequence[Figure], report: Report) -> str:
    """Figures with what they are called; parts of one whole after what the whole counts."""
    wholes = {f.part_of for f in figures}
    if len(wholes) == 1 and None not in wholes and len(figures) > 1:
        lead = part_lead(whole_of(figures[0], report))
        return lead + "，".join(f"{name_of(f)}{f.text}" for f in figures)
    return "；".join(describe(f, report) for f in figures)


def lead_of(name: str, mark: str) -> str:
    """The name of a whole before its parts; none where it holds a number, which the parts do not state."""
    return f"{name}{mark}" if name and not any(c.isdigit() for c in name) else ""


def whole_of(figure: Figure, report: Report) -> Figure | None:
    """The figure of which this one is a part."""
    return next((f for f in report.figures if f.id == figure.part_of), None)


def _name(figure: Figure) -> str:
    return _plain(figure.who + figure.what)


def part_name(figure: Figure) -> str:
    """What a figure counts, without its whole."""
    return cell_name(figure) if figure.table else _name(figure)


def _owner(figure: Figure, whole: Figure, report: Report) -> str:
    """Whose part it is, where its own words do not say (某分局1件,收取140元: 某分局)."""
    if figure.who or len(figure.what) > SHORT:
        return ""
    known = {whole.what, whole.who, *(report.source[s:e] for s, e in whole.inherits)}
    pieces = (report.source[s:e] for s, e in figure.inherits)
    own = [p for p in pieces if _plain(p) and not any(p in k or k in p for k in known if k)]
    return f"{_plain(own[-1])}" if own else ""


def _inherited(figure: Figure, report: Report) -> str:
    """What a bare figure (共60多人次, 受理率100%) takes from its neighbours: the title it is of, or what is next."""
    short = len(figure.what) <= SHORT or figure.what.endswith("的")
    if not (short and figure.inherits) or figure.who or _is_spoken_of(figure, report):
        return ""
    pieces = [_plain(report.source[start:end]) for start, end in figure.inherits]
    titles = [piece for piece in pieces if TITLE.fullmatch(piece)]
    if titles:
        return titles[0]
    return "".join(pieces[:2] if TIME.fullmatch(pieces[0]) else pieces[:1])


def _shared_act(figure: Figure, report: Report) -> str:
    """What is done to a member of a list, said before its first: 主动公开 of 主动公开规章22件、文件34件."""
    listed = report.source[: figure.start].rstrip().endswith(JOINTS)
    if figure.kind not in COUNTED or not listed or figure.who:
        return ""
    pieces = (
        SPACE.sub("", report.source[start:end])
        for start, end in figure.inherits
        if figure.clause[0] <= start < end <= figure.start
    )
    return next((p for p in pieces if len(p) <= ACT and p not in figure.quote), "")


def _is_spoken_of(figure: Figure, report: Report) -> bool:
    """Does the clause begin with so many of it, and say what they do: 122个部门可通过网上答复群众来信?"""
    behind = _plain(report.source[figure.number[1] : figure.end])
    named = behind.startswith(figure.what) and len(behind) > len(figure.what) + SHORT
    return figure.number[0] == figure.start and bool(figure.what) and named


def _others_out(figure: Figure, report: Report, start: int, end: int) -> str:
    """A stretch of the clause without the other figures that stand in it, and what they count."""
    text = report.source[start:end]
    for other in report.figures:
        if other.clause == figure.clause and other.id != figure.id:
            named = report.source[other.number[0] : other.number[1]] + other.what
            for joint in ("和", "、", "与"):
                text = text.replace(joint + named, "").replace(named + joint, "")
            text = text.replace(named, "")
    return text


def _plain(text: str) -> str:
    text = text.strip(MARKS)
    for opener in OPENERS:
        text = text.removeprefix(opener).strip(MARKS)
    return text


def value_of(figure: Figure) -> tuple[Value, ...]:
    """The value of a figure as the answer gives it; a zero in words has no digits to give."""
    if figure.value is None or figure.kind == "zero":
        return ()
    text = f"{figure.text}{figure.said}"
    return (Value(str(figure.value), figure.unit or figure.said, figure.bound, text),)
