"""Whether an answer was of use: `POST /feedback`; kept only where the service was told to learn."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from assistant.front.http import schemas
from assistant.front.http.desk import Edition, edition
from assistant.front.http.faults import refusals
from assistant.front.http.learning import Learner

router = APIRouter(tags=["问答"])


@router.post(
    "/feedback",
    summary="答案有没有用",
    status_code=204,
    response_class=Response,
    responses=refusals("bad_json", "bad_request", "unknown_report"),
)
def feedback(
    said: schemas.Feedback, request: Request, current: Annotated[Edition, Depends(edition)]
) -> Response:
    """没有用的记下来，供编辑补充词表；服务没有开启记录时什么也不记。"""
    asked = current.among(said.reports)
    learner: Learner = request.app.state.learner
    if not said.helpful and learner.learns:
        learner.take(asked.explain(said.question, said.history), asked, unhelpful=True)
    return Response(status_code=204)
