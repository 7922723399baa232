"""The service as the clients of OpenAI's API see it: by the real package, sync and async, streamed and not."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import openai
import pytest

from assistant import Assistant
from assistant.front.render import noted
from tests import wire
from tests.serving import Service

ASSISTANT = Assistant()
REPORT = "qingyuan-2013"
QUESTION = "连州市进驻多少项"
QUESTIONS = (
    QUESTION,
    "哪个县市区进驻事项最多",
    "文件类信息多少条",
    "2012年连州市进驻多少项",
    "你好",
)
Messages = list[dict[str, Any]]


def client(served: Service, **more: Any) -> openai.OpenAI:
    return openai.OpenAI(base_url=f"{served.url}/v1", api_key="none", max_retries=0, **more)


def user(*texts: str) -> Messages:
    return [{"role": "user", "content": text} for text in texts]


def canonical(answer: object) -> str:
    return json.dumps(answer, ensure_ascii=False, sort_keys=True)


def gathered(chunks: Sequence[Any]) -> tuple[str, Any]:
    """The text of a stream, and the answer object on its last piece."""
    text = "".join(c.choices[0].delta.content or "" for c in chunks if c.choices)
    [last] = [c for c in chunks if c.choices and c.choices[0].finish_reason]
    return text, last.gongkai


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_text_with_notes_and_the_object(served: Service, question: str) -> None:
    expected = ASSISTANT.answer(question)
    with client(served) as asking:
        found = asking.chat.completions.create(model="gongkai", messages=user(question))
        [choice] = found.choices
        assert choice.message.content == noted(expected)
        assert canonical(choice.message.gongkai) == canonical(expected.to_dict())
        assert (choice.finish_reason, choice.message.role) == ("stop", "assistant")
        assert found.id.startswith("chatcmpl-") and found.created > 1_700_000_000
        assert found.usage and found.usage.prompt_tokens == len(question)
        assert found.usage.completion_tokens == len(noted(expected))
        assert found.usage.total_tokens == len(question) + len(noted(expected))
        text, answer = gathered(
            list(
                asking.chat.completions.create(
                    model="gongkai", messages=user(question), stream=True
                )
            )
        )
    assert text == noted(expected)
    assert canonical(answer) == canonical(expected.to_dict())


def test_the_notes_are_numbered() -> None:
    text = noted(ASSISTANT.answer("英德市进驻事项比连州市少几项"))
    assert "\n\n[1] 《清远市人民政府办公室2013年政府信息公开工作年度报告》 一、概述 > " in text
    assert text.endswith("：“连州市669项”") and "\n\n[2] 《" in text


def test_a_stream_tells_its_usage_where_that_is_wanted(served: Service) -> None:
    with client(served) as asking:
        chunks = list(
            asking.chat.completions.create(
                model=f"gongkai:{REPORT}",
                messages=user(QUESTION),
                stream=True,
                stream_options={"include_usage": True},
            )
        )
    *others, last = chunks
    assert last.choices == [] and last.usage and last.usage.total_tokens > len(QUESTION)
    assert all(chunk.usage is None for chunk in others)
    assert {(c.id, c.model, c.object) for c in chunks} == {
        (last.id, f"gongkai:{REPORT}", "chat.completion.chunk")
    }
    assert others[0].choices[0].delta.role == "assistant"


def test_asynchronously_and_many_at_once(served: Service) -> None:
    async def run() -> None:
        address = f"{served.url}/v1"
        async with openai.AsyncOpenAI(base_url=address, api_key="x", max_retries=0) as asking:

            async def one(question: str) -> None:
                events = await asking.chat.completions.create(
                    model="gongkai", messages=user(question), stream=True
                )
                text, answer = gathered([event async for event in events])
                assert text == noted(ASSISTANT.answer(question))
                assert answer == ASSISTANT.answer(question).to_dict()

            await asyncio.gather(*(one(question) for question in QUESTIONS * 4))

    asyncio.run(run())


def test_a_stream_may_be_left(served: Service) -> None:
    with client(served) as asking:
        for _ in range(5):
            with asking.chat.completions.create(
                model="gongkai", messages=user("各县市区进驻多少项"), stream=True
            ) as events:
                next(iter(events))
        found = asking.chat.completions.create(model="gongkai", messages=user(QUESTION))
    assert found.choices[0].message.gongkai["values"][0]["value"] == "669"


LONG = "多" * 1001
FOLLOWS: list[tuple[str, Messages]] = [
    ("with the answer between", [*user(QUESTION), {"role": "assistant", "content": "669项"}]),
    ("with a system message", [{"role": "system", "content": "你是诗人"}, *user(QUESTION)]),
    ("with a developer and a tool", [
        {"role": "developer", "content": "说英语"},
        *user(QUESTION),
        {"role": "assistant", "content": None, "tool_calls": []},
        {"role": "tool", "content": "42", "tool_call_id": "1"},
    ]),
    ("with parts", [{"role": "user", "content": [{"type": "text", "text": QUESTION}]}]),
    ("after what was too long", user(QUESTION, LONG)),
    ("after nothing", [*user(QUESTION), {"role": "user", "content": None}, *user("")]),
    ("after very much", user(*(["你好"] * 10_000), QUESTION)),
    ("after a picture", [
        {"role": "user", "content": [{"type": "image_url", "image_url": {"url": "data:,"}}]},
        *user(QUESTION),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before"), FOLLOWS, ids=[name for name, _ in FOLLOWS])
def test_the_earlier_user_messages_are_the_history(
    served: Service, name: str, before: Messages
) -> None:
    expected = ASSISTANT.answer("那英德呢", [QUESTION])
    with client(served) as asking:
        found = asking.chat.completions.create(
            model="gongkai", messages=[*before, *user("那英德呢")]
        )
    assert found.choices[0].message.gongkai == expected.to_dict()


def test_what_is_not_known_is_passed_over(served: Service) -> None:
    with client(served) as asking:
        found = asking.chat.completions.create(
            model="gongkai",
            messages=user(QUESTION),
            temperature=0.7,
            max_tokens=3,
            seed=1,
            tools=[],
            tool_choice="auto",
            n=1,
            stop=["项"],
            response_format={"type": "text"},
            extra_body={"unheard_of": {"a": 1}},
        )
    assert found.choices[0].message.content == noted(ASSISTANT.answer(QUESTION))


PICTURE = [{"type": "text", "text": "这是什么"}, {"type": "image_url", "image_url": {"url": "x"}}]
TOOL = {"type": "function", "function": {"name": "f", "parameters": {}}}
REFUSED: list[tuple[dict[str, Any], type[openai.APIStatusError], str]] = [
    ({"model": "gpt-4o"}, openai.NotFoundError, "no_such_model"),
    ({"model": "gongkai:"}, openai.NotFoundError, "no_such_model"),
    ({"model": "gongkai:../../etc/passwd"}, openai.NotFoundError, "no_such_model"),
    ({"messages": []}, openai.BadRequestError, "no_question"),
    ({"messages": [{"role": "system", "content": "x"}]}, openai.BadRequestError, "no_question"),
    ({"messages": [{"role": "user", "content": None}]}, openai.BadRequestError, "no_question"),
    ({"messages": [{"role": "user", "content": PICTURE}]}, openai.BadRequestError, "only_text"),
    ({"messages": user(LONG)}, openai.BadRequestError, "long_question"),
    ({"tools": [TOOL]}, openai.BadRequestError, "no_tools"),
    ({"n": 2}, openai.BadRequestError, "only_text"),
    ({"response_format": {"type": "json_object"}}, openai.BadRequestError, "only_text"),
    ({"messages": "x"}, openai.UnprocessableEntityError, "bad_request"),
    ({"messages": [1]}, openai.UnprocessableEntityError, "bad_request"),
    ({"messages": [{"role": "boss", "content": "x"}]}, openai.UnprocessableEntityError, "bad_request"),
    ({"messages": [{"role": "user", "content": 7}]}, openai.UnprocessableEntityError, "bad_request"),
    ({"messages": [{"role": "user", "content": [3]}]}, openai.UnprocessableEntityError, "bad_request"),
    ({"messages": [{"content": "x"}]}, openai.UnprocessableEntityError, "bad_request"),
    ({"model": 7}, openai.UnprocessableEntityError, "bad_request"),
    ({"stream": "perhaps"}, openai.UnprocessableEntityError, "bad_request"),
    ({"messages": user("多" * 1_000_000)}, openai.APIStatusError, "too_large"),
]  # fmt: skip


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize(("changed", "kind", "code"), REFUSED)
def test_what_is_refused_is_an_exception_of_the_package(
    served: Service,
    changed: dict[str, Any],
    kind: type[openai.APIStatusError],
    code: str,
    streamed: bool,
) -> None:
    body = {"model": "gongkai", "messages": user(QUESTION), "stream": streamed, **changed}
    with client(served) as asking, pytest.raises(kind) as fault:
        asking.chat.completions.create(**body)
    assert (fault.value.code, fault.value.type) == (code, "invalid_request_error")
    message = fault.value.body["message"]
    assert message.endswith("。") and "\n" not in message
    assert set(fault.value.body) == {"code", "message", "type", "param"}


@pytest.mark.parametrize(
    ("content", "status"), [(b"{", 400), (b"\xff", 400), (b"[" * 60_000, 400), (b"", 422)]
)
def test_what_is_no_json_is_refused(served: Service, content: bytes, status: int) -> None:
    headers = {"Content-Type": "application/json", "Authorization": "Bearer \x01"}
    address = f"{served.url}/v1/chat/completions"
    got = wire.post(address, content=content, headers=headers)
    assert got.status_code == status
    assert got.json()["error"]["type"] == "invalid_request_error"


def test_the_models_are_the_reports(served: Service) -> None:
    with client(served) as asking:
        whole, one = asking.models.list().data
        assert (whole.id, one.id) == ("gongkai", f"gongkai:{REPORT}")
        assert asking.models.retrieve(one.id) == one
        with pytest.raises(openai.NotFoundError) as fault:
            asking.models.retrieve("gpt-4o")
        assert fault.value.code == "no_such_model"
        with pytest.raises(openai.NotFoundError) as fault:
            asking.embeddings.create(model="gongkai", input="x")
        assert fault.value.code == "no_such_page"
