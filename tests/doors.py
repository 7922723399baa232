"""The same questions through every door: Python, batch, HTTP, OpenAI's package, MCP; the answers must be the same.

`python -m tests.doors FILE… [--store STORE]` asks files of questions (JSON Lines with `id`, `q` and `ctx`), says how
many answers each door gives and how many differ from Python's, and exits with 1 where any does. Without files,
those of `knowledge/questions/` are asked.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import openai

from assistant import Assistant
from tests import wire
from tests.mcp_client import client
from tests.patience import PATIENCE
from tests.serving import ROOT, serving

QUESTIONS = sorted((ROOT / "knowledge" / "questions").glob("*.jsonl"))
PLENTY = ("--rate", "1000000000", "--total", "1000000000")

Answers = list[dict[str, Any]]


class Turn(NamedTuple):
    """A question after the earlier ones of its conversation, with the id that its file gives it."""

    id: str
    question: str
    history: tuple[str, ...]

    def body(self) -> dict[str, Any]:
        """As the service and the tools take it."""
        return {"question": self.question, "history": list(self.history)}


def turns_of(paths: Iterable[Path]) -> list[Turn]:
    """The questions of these files."""
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    rows = map(json.loads, filter(str.strip, lines))
    return [Turn(row["id"], row["q"], tuple(row.get("ctx") or ())) for row in rows]


def canonical(answer: Mapping[str, Any]) -> str:
    """The object as JSON in which only what differs can differ."""
    return json.dumps(answer, ensure_ascii=False, sort_keys=True)


def by_python(turns: Sequence[Turn], store: str | None) -> Answers:
    """Through `Assistant.answer`."""
    assistant = Assistant(store=store)
    return [assistant.answer(turn.question, turn.history).to_dict() for turn in turns]


def by_batch(turns: Sequence[Turn], store: str | None) -> Answers:
    """Through `gongkai ask --jsonl`, which must give each question's id back; that of the answer is left out."""
    rows = [{"id": t.id, "q": t.question, "ctx": list(t.history)} for t in turns]
    command = [sys.executable, "-m", "assistant", "ask", "--jsonl", *_words(store)]
    said = "".join(f"{json.dumps(row)}\n" for row in rows).encode()
    done = subprocess.run(
        command, input=said, capture_output=True, cwd=ROOT, timeout=PATIENCE, check=True
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer.pop("id") for answer in answers] == [turn.id for turn in turns]
    return answers


def by_http(turns: Sequence[Turn], url: str) -> Answers:
    """Through `POST /answer`."""
    with wire.Client(base_url=url) as asking:
        return [asking.post("/answer", json=turn.body()).json() for turn in turns]


def by_openai(turns: Sequence[Turn], url: str) -> Answers:
    """Through OpenAI's package, every other one streamed."""

    def one(number: int, turn: Turn) -> dict[str, Any]:
        messages: Any = [
            {"role": "user", "content": said} for said in (*turn.history, turn.question)
        ]
        if number % 2:
            whole = asking.chat.completions.create(model="gongkai", messages=messages)
            return dict(whole.choices[0].message.gongkai)  # type: ignore[attr-defined]
        *_, last = asking.chat.completions.create(model="gongkai", messages=messages, stream=True)
        return dict(last.gongkai)  # type: ignore[attr-defined]

    with openai.OpenAI(base_url=f"{url}/v1", api_key="-", timeout=PATIENCE) as asking:
        return [one(number, turn) for number, turn in enumerate(turns)]


def by_mcp(turns: Sequence[Turn], store: str | None) -> Answers:
    """Through the tool `answer`, over pipes."""

    async def run() -> Answers:
        async with client(*_words(store)) as asking:
            found = [await asking.call_tool("answer", turn.body()) for turn in turns]
        return [dict(result.structured_content or {}) for result in found]

    return asyncio.run(run())


def through_every_door(turns: Sequence[Turn], store: str | None = None) -> dict[str, Answers]:
    """What each door answers, by its name; Python's is the first."""
    found = {"python": by_python(turns, store), "batch": by_batch(turns, store)}
    with serving(*PLENTY, *_words(store)) as service:
        found |= {"http": by_http(turns, service.url), "openai": by_openai(turns, service.url)}
    return found | {"mcp": by_mcp(turns, store)}


def differing(turns: Sequence[Turn], found: Mapping[str, Answers]) -> dict[str, list[str]]:
    """The ids of the questions that a door answers otherwise than Python, by the name of the door."""

    def without(answer: Mapping[str, Any], door: str) -> str:
        return canonical({k: v for k, v in answer.items() if k != "id" or door != "batch"})

    return {
        door: [
            turn.id
            for turn, answer, whole in zip(turns, answers, found["python"], strict=True)
            if without(answer, door) != without(whole, door)
        ]
        for door, answers in found.items()
    }


def _words(store: str | None) -> tuple[str, ...]:
    return ("--store", store) if store else ()


def main() -> int:
    """Ask the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=QUESTIONS)
    parser.add_argument("--store")
    given = parser.parse_args()
    turns = turns_of(given.files)
    found = through_every_door(turns, given.store)
    apart = differing(turns, found)
    for door, answers in found.items():
        print(f"{door}: {len(answers)} answers, {len(apart[door])} differ {apart[door][:9] or ''}")
    return int(any(apart.values()))


if __name__ == "__main__":
    sys.exit(main())
