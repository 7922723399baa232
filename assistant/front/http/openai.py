"""For clients of OpenAI's API: `POST /v1/chat/completions`, `GET /v1/models`. A key is not asked for, nor looked at."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import JSONResponse, Response

from assistant.front.http import schemas
from assistant.front.http.completions import (
    MODEL,
    Chat,
    Completion,
    Model,
    Models,
    asked_by,
    completion,
    models,
    stream,
)
from assistant.front.http.desk import Edition, edition, put
from assistant.front.http.faults import Fault, refusals

router = APIRouter(prefix="/v1", tags=["OpenAI"])
Current = Annotated[Edition, Depends(edition)]
Identity = Annotated[
    str, Path(alias="id", max_length=schemas.LONGEST_ID, examples=[MODEL], description="模型的编号")
]
EVENT = {"type": "object", "properties": {"data": {"type": "string"}}, "required": ["data"]}
EVENTS: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/event-stream": {"schema": EVENT}}}
}
ALL = "全部报告"


@router.post(
    "/chat/completions",
    summary="OpenAI 式的对话",
    response_model=Completion,
    responses={
        **refusals(
            *("bad_json", "bad_request", "no_question", "long_question"),
            *("only_text", "no_tools", "no_such_model"),
        ),
        **EVENTS,
    },
)
def chat(asked: Chat, request: Request, current: Current) -> Response:
    """最后一条 user 消息是问题，以前的 user 消息是先前的问题，别的消息不读。答复的文字后面是编号的出处；
    答案对象在消息（流式则在最后一段）的 `gongkai` 里，与 `POST /answer` 的相同。
    """
    if asked.model not in {model["id"] for model in models(current.rows, ALL)}:
        raise Fault("no_such_model")
    found = asked_by(asked)
    _, trace = put(request, current, found.question, found.history, found.reports)
    if not asked.stream:
        return JSONResponse(completion(trace.answer, found, asked.model))
    wanted = asked.stream_options is not None and bool(asked.stream_options.include_usage)
    # An answer is whole before it can be worded, so that all its events are there at once.
    events = "".join(stream(trace.answer, found, asked.model, wanted))
    return Response(events, media_type="text/event-stream")


@router.get("/models", summary="可以问的", response_model=Models)
def listed(current: Current) -> JSONResponse:
    """`gongkai` 问全部报告，`gongkai:编号` 只问一份。"""
    return JSONResponse({"object": "list", "data": models(current.rows, ALL)})


@router.get(
    "/models/{id}",
    summary="其中一个",
    response_model=Model,
    responses=refusals("no_such_model", "bad_request"),
)
def one(identity: Identity, current: Current) -> JSONResponse:
    """全部报告，或一份报告。"""
    known = {model["id"]: model for model in models(current.rows, ALL)}
    if identity not in known:
        raise Fault("no_such_model")
    return JSONResponse(known[identity])
