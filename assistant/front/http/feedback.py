"""Whether an answer was of use: `POST /feedback`, and `POST /unhelpful` of the pages; kept only where the service
was told to learn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse

from assistant.front.http import schemas
from assistant.front.http.desk import Edition, edition
from assistant.front.http.faults import refusals
from assistant.front.http.forms import first, form_of
from assistant.front.http.learning import Learner
from assistant.front.http.pages import page
from assistant.front.http.sentences import sentences

router = APIRouter(tags=["问答"])
form = APIRouter(include_in_schema=False)
Current = Annotated[Edition, Depends(edition)]
Said = Annotated[Mapping[str, Any], Depends(sentences)]
Form = Annotated[Mapping[str, list[str]], Depends(form_of)]


@router.post(
    "/feedback",
    summary="答案有没有用",
    status_code=204,
    response_class=Response,
    responses=refusals("bad_json", "bad_request", "unknown_report"),
)
def feedback(said: schemas.Feedback, request: Request, current: Current) -> Response:
    """没有用的连同 `remark` 记下来，供编辑补充词表；服务没有开启记录时什么也不记，`/turn` 的 `rated` 说明开启没有。"""
    asked = current.among(said.reports)
    learner: Learner = request.app.state.learner
    if not said.helpful and learner.learns:
        trace = asked.explain(said.question, said.history)
        learner.take(trace, asked, True, said.remark)
    return Response(status_code=204)


@form.post("/unhelpful")
def unhelpful(request: Request, current: Current, said: Said, sent: Form) -> HTMLResponse:
    """What the form under an answer sends; the page that thanks for it."""
    learner: Learner = request.app.state.learner
    question, remark = first(sent, "q"), first(sent, "remark")
    history = sent.get("history", [])[-schemas.MOST_TURNS :]
    fits = max(map(len, (question, *history))) <= schemas.LONGEST_QUESTION
    if not learner.learns or not question or not fits or len(remark) > schemas.LONGEST_REMARK:
        return page("fault", said, 422, status=422, message=said["pages"]["not_rated"])
    reports = sent.get("report", [])
    asked = current.among(reports)
    learner.take(asked.explain(question, history), asked, True, remark)
    back = urlencode({"q": question, "history": history, "report": reports}, doseq=True)
    return page("rated", said, question=question, history=history, limited=reports, back=back)
