"""The change that a report states of a figure, right behind it: 收到申请47件，比上年增加9件."""

from __future__ import annotations

from assistant.choosing.labels import joined, own_labels
from assistant.late import late
from assistant.model import Figure, Mention, Report

# 比上年增加 47件: since when, and which way. All of what stands before the amount has to be read.
STATED = late(
    "(?:[比较](?P<since>上一?年[末底度]?|去年[末底]?|前一年|同期|上年同期|年初|(?:19|20)[0-9]{2}年[末底度]?)|同比)"
    "(?:的|有所|共|约|显著|大幅)?净?(?:(?P<rise>增加|增长|增多|上升|提高|提升|新增|多|扩大|延长|增)"
    "|(?P<fall>减少|下降|降低|缩短|缩减|压减|压缩|下调|少|减))了?"
)
START = "年初"
# What only says that it is a number: 主动公开政府信息数.
COUNT = late("(?:总?数量?|件数|条数|总量)$")


def change_of(figure: Figure, since: Mention, report: Report) -> tuple[Figure, bool] | None:
    """The amount by which a figure changed since then, and whether it rose; None where none is told.

    It is the next figure of the sentence, and nothing but the change is said of it; or one that names itself what
    changed, by the very name of the figure: 主动公开政府信息较上年增加320条, of a table's 主动公开政府信息数.
    """
    return _behind(figure, since, report) or _named(figure, since, report)


def grown(figure: Figure, report: Report) -> tuple[Figure, bool] | None:
    """The change since the year before that is told right behind a figure, as an amount or in percent."""
    behind = sorted(report.figures, key=lambda f: f.number[0])
    change = next((f for f in behind if f.number[0] > figure.number[0]), None)
    if change is None or change.sentence != figure.sentence or change.table or figure.table:
        return None
    said = STATED.fullmatch(joined(change.what))
    since = said["since"] if said else None
    if said is None or since == START or (since and since[:4].isdigit()):
        return None
    return change, said["rise"] is not None


def _named(figure: Figure, since: Mention, report: Report) -> tuple[Figure, bool] | None:
    names = {COUNT.sub("", label) for label in own_labels(figure)} - {""}
    found = []
    for change in report.figures:
        what = joined(change.what)
        said = STATED.search(what)
        if said is None or said.end() < len(what) or change.table or change.unit != figure.unit:
            continue
        if what[: said.start()] in names and _is_then(said["since"], since, report.year):
            found.append((change, said["rise"] is not None))
    return found[0] if len(found) == 1 else None


def _behind(figure: Figure, since: Mention, report: Report) -> tuple[Figure, bool] | None:
    behind = (f for f in report.figures if f.number[0] > figure.number[0])
    change = next((f for f in sorted(behind, key=lambda f: f.number[0])), None)
    if change is None or change.sentence != figure.sentence or change.table or figure.table:
        return None
    said = STATED.fullmatch(joined(change.what))
    if said is None or change.kind == "percent" or not _is_then(said["since"], since, report.year):
        return None
    return change, said["rise"] is not None


def _is_then(said: str | None, since: Mention, year: int) -> bool:
    """Is what the change is stated from what the question asks for?"""
    if START in (since.text, said):
        return since.text == said
    last = {str(year - 1)} & since.tags("year") or {"-1"} & since.tags("relative_year")
    stated = said is None or not said[0].isdigit() or said.startswith(str(year - 1))
    return bool(last) and stated
