"""A chat as OpenAI's clients send it and expect it: which question it asks, and its answer in their shape."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import time
from typing import Annotated, Any, Literal
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field

from assistant.front.http import schemas
from assistant.front.http.faults import Fault
from assistant.front.render import noted
from assistant.model import Answer

MODEL = "gongkai"
ONE = "gongkai:"
TEXT = "text"
END = "data: [DONE]\n\n"

Flag = Annotated[bool, Field(strict=True)]


class Part(BaseModel):
    """一条消息的一部分；只读文字（text）。"""

    type: str
    text: str | None = None


class Message(BaseModel):
    """对话里的一条消息；只读 user 的。"""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[Part] | None = None


class Format(BaseModel):
    """答复的格式。"""

    type: str


class StreamOptions(BaseModel):
    """流式答复的选项。"""

    include_usage: Flag | None = None


class Chat(BaseModel):
    """OpenAI 的 Chat Completions 请求；这里没有写的参数不起作用。"""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"model": MODEL, "messages": [{"role": "user", "content": "连州市进驻多少项"}]}
            ]
        }
    )

    messages: list[Message] = Field(
        description="最后一条 user 消息是问题，以前的 user 消息是对话里先前的问题"
    )
    model: str = Field(
        default=MODEL, description="gongkai 问全部报告，gongkai:编号 只问一份，见 /v1/models"
    )
    stream: Flag | None = Field(default=None, description="写成事件流（SSE）")
    stream_options: StreamOptions | None = None
    n: int | None = Field(default=None, description="只能是 1：同样的问题总是同样的答案")
    tools: list[Any] | None = Field(default=None, description="不会调用工具，不要给出")
    functions: list[Any] | None = Field(default=None, description="不会调用函数，不要给出")
    response_format: Format | None = Field(default=None, description="只能是 text")


class Usage(BaseModel):
    """这里没有 token，以字数（码点）代替。"""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class Said(BaseModel):
    """答复：文字附出处，`gongkai` 里是答案对象。"""

    role: Literal["assistant"]
    content: str
    refusal: None
    gongkai: schemas.Answer


class Choice(BaseModel):
    """唯一的答复。"""

    index: int
    message: Said
    logprobs: None
    finish_reason: Literal["stop"]


class Completion(BaseModel):
    """一次答复。"""

    id: str
    object: Literal["chat.completion"]
    created: int
    model: str
    choices: list[Choice]
    usage: Usage


class Model(BaseModel):
    """全部报告，或其中一份。"""

    id: str
    object: Literal["model"]
    created: Annotated[int, Field(description="没有意义，总是 0")]
    owned_by: str
    name: str = Field(description="给人看的名称")


class Models(BaseModel):
    """可以问的。"""

    object: Literal["list"]
    data: list[Model]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a chat asks: a question, the earlier ones, and of which reports (of none: of all)."""

    question: str
    history: tuple[str, ...]
    reports: tuple[str, ...]


def asked_by(chat: Chat) -> Asked:
    """The question of a chat, by the rule that its description states; raises `Fault`.

    A chat grows for as long as it goes on: of the earlier questions the latest count, as many as may
    be given, and none that was too long to be answered.
    """
    if chat.tools or chat.functions:
        raise Fault("no_tools")
    if chat.n not in (None, 1) or (chat.response_format and chat.response_format.type != TEXT):
        raise Fault("only_text")
    spoken = [message.content for message in chat.messages if message.role == "user"]
    if not spoken or spoken[-1] is None:
        raise Fault("no_question")
    *earlier, question = map(_text, spoken)
    if _has_more(spoken[-1]):
        raise Fault("only_text")
    if len(question) > schemas.LONGEST_QUESTION:
        raise Fault("long_question")
    fitting = [text for text in earlier if text and len(text) <= schemas.LONGEST_QUESTION]
    one = chat.model.removeprefix(ONE) if chat.model.startswith(ONE) else ""
    return Asked(question, tuple(fitting[-schemas.MOST_TURNS :]), (one,) if one else ())


def completion(answer: Answer, asked: Asked, model: str) -> dict[str, Any]:
    """The whole answer in one object."""
    text = noted(answer)
    message = {
        "role": "assistant",
        "content": text,
        "refusal": None,
        "gongkai": answer.to_dict(),
    }
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    head = _head("chat.completion", model)
    return {**head, "choices": [choice], "usage": _usage(asked, text)}


def stream(answer: Answer, asked: Asked, model: str, with_usage: bool) -> Iterator[str]:
    """The same as events: the text line by line, then the answer object, then what was used where that is wanted."""
    text = noted(answer)
    head = _head("chat.completion.chunk", model)
    rest = {"usage": None} if with_usage else {}

    def chunk(delta: dict[str, Any], end: str | None = None, **more: Any) -> str:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": end}
        return _event({**head, "choices": [choice], **rest, **more})

    yield chunk({"role": "assistant", "content": ""})
    for line in text.splitlines(keepends=True):
        yield chunk({"content": line})
    yield chunk({}, "stop", gongkai=answer.to_dict())
    if with_usage:
        yield _event({**head, "choices": [], "usage": _usage(asked, text)})
    yield END


def models(rows: Sequence[dict[str, Any]], title: str) -> list[dict[str, Any]]:
    """All reports together, under this title, then each of them."""
    each = (_model(ONE + row["id"], row["organ"], row["title"]) for row in rows)
    return [_model(MODEL, MODEL, title), *each]


def _model(identity: str, owner: str, name: str) -> dict[str, Any]:
    return {"id": identity, "object": "model", "created": 0, "owned_by": owner, "name": name}


def _head(kind: str, model: str) -> dict[str, Any]:
    identity = f"chatcmpl-{uuid4().hex}"
    return {"id": identity, "object": kind, "created": int(time()), "model": model}


def _usage(asked: Asked, text: str) -> dict[str, int]:
    prompt = len("".join((*asked.history, asked.question)))
    return {
        "prompt_tokens": prompt,
        "completion_tokens": len(text),
        "total_tokens": prompt + len(text),
    }


def _text(content: str | list[Part] | None) -> str:
    if isinstance(content, str):
        return content
    return "".join(part.text or "" for part in content or () if part.type == TEXT)


def _has_more(content: str | list[Part] | None) -> bool:
    """Are there images or other things beside the text?"""
    return isinstance(content, list) and any(part.type != TEXT for part in content)


def _event(data: dict[str, Any]) -> str:
    return f"data: {json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n\n"
