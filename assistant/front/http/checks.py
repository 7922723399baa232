"""Whether a report's numbers agree: `GET /reports/{id}/check`, and `/check` as a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel, Field

from assistant.checks import Result
from assistant.front.checking import as_data, in_order
from assistant.front.http import schemas
from assistant.front.http.desk import Edition, edition
from assistant.front.http.faults import Fault, refusals
from assistant.front.http.pages import page, shown_at
from assistant.front.http.reports import Identity
from assistant.front.http.sentences import sentences
from assistant.language.numerals import plain

router = APIRouter(tags=["报告"])
pages = APIRouter(include_in_schema=False)
Current = Annotated[Edition, Depends(edition)]
Said = Annotated[Mapping[str, Any], Depends(sentences)]
Verdict = Literal["pass", "fail", "open"]


class Checked(BaseModel):
    """一项核对。"""

    rule: str = Field(description="规则的编号", examples=["parts"])
    name: str = Field(description="规则", examples=["分项之和等于总数"])
    source: str = Field(description="规则的依据")
    reports: list[str] = Field(description="涉及的报告编号，被核对的在前")
    subject: str = Field(description="核对的是什么", examples=["全市设立查阅点47个"])
    left: str = Field(description="一边", examples=["6 + 18 + 22 = 46"])
    right: str = Field(description="另一边", examples=["47"])
    difference: str | None = Field(description="相差多少", examples=["-1"])
    unit: str = Field(description="单位")
    verdict: Verdict = Field(description="pass 通过；fail 不符；open 无法核对")
    reason: str = Field(description="为什么无法核对，或者不符可能是为什么")
    citations: list[schemas.Citation] = Field(description="出处")


class Check(BaseModel):
    """一份报告的核对结果，不符的在前。"""

    report: str = Field(description="报告编号", examples=["qingyuan-2013"])
    titles: dict[str, str] = Field(description="涉及的报告的标题，按编号")
    counts: dict[Verdict, int] = Field(description="每种结果各几项")
    results: list[Checked]


@router.get(
    "/reports/{id}/check",
    summary="核对一份报告",
    response_model=Check,
    responses=refusals("no_such_report", "bad_request"),
)
def check(identity: Identity, current: Current) -> JSONResponse:
    """合计、占比、标准表的勾稽关系和年度衔接，与 `gongkai check --json` 相同。"""
    results = _results(identity, current)
    if results is None:
        raise Fault("no_such_report")
    about = dict.fromkeys(report for result in results for report in result.reports)
    titles = {card.id: card.title for card in current.assistant.cards if card.id in about}
    return JSONResponse({"report": identity, "titles": titles, **as_data(results)})


@pages.get("/check")
def check_page(current: Current, said: Said, report: str = "") -> HTMLResponse:
    """The same for people: what disagrees with both sides, what cannot be checked, what holds."""
    results = _results(report, current)
    if results is None:
        return page("missing", said, 404)
    [title] = [card.title for card in current.assistant.cards if card.id == report]
    groups: dict[str, list[dict[str, Any]]] = {"fail": [], "open": [], "pass": []}
    for result in results:
        groups[result.verdict].append(shown(result))
    return page("check", said, report=report, title=title, groups=groups)


def _results(identity: str, current: Edition) -> list[Result] | None:
    """The results for a report, failures first; None where it is not loaded."""
    assistant = current.assistant
    if assistant.report(identity) is None:
        return None
    return in_order(assistant.knowledge(identity).results)


def shown(result: Result) -> dict[str, Any]:
    """A result to be shown: its words, how far both sides are apart, and where each number stands."""
    apart = f"{plain(abs(result.difference))}{result.unit}" if result.difference else ""
    cited = [shown_at(citation) for citation in result.citations]
    sides = [side for side in (result.left, result.right) if side]
    words = {"name": result.name, "subject": result.subject, "reason": result.reason}
    return {**words, "sides": sides, "apart": apart, "citations": cited}
