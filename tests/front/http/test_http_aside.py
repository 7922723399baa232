"""No answer waits for what may be asked next, however many ask for that."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event

import httpx
import pytest

from assistant.engine import Assistant
from assistant.front.http.app import create_app
from assistant.front.http.counts import prepare
from assistant.front.http.settings import Settings
from tests.patience import PATIENCE

ASKED = {"question": "英德市进驻多少项"}
NEXT = ("连州市进驻多少项？",)
MANY = 5


@pytest.mark.parametrize("threads", [1, 4])
def test_answers_pass_by_what_may_be_asked_next(tmp_path: Path, threads: int) -> None:
    counts = tmp_path / "counts"
    prepare(counts)
    app = create_app(Settings(threads=threads), counts)
    goes_on, began = Event(), []

    def held(_: Assistant, question: str, history: tuple[str, ...]) -> tuple[str, ...]:
        began.append((question, history))
        assert goes_on.wait(PATIENCE)
        return NEXT

    app.state.desk.edition.further = held

    async def ask() -> tuple[httpx.Response, int, list[httpx.Response]]:
        transport = httpx.ASGITransport(app)
        address = "http://localhost"
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url=address, timeout=PATIENCE) as client,
        ):
            waiting = [
                asyncio.create_task(client.post("/further", json=ASKED)) for _ in range(MANY)
            ]
            while not began:
                await asyncio.sleep(0)
            turn = await client.post("/turn", json=ASKED)
            running = len(began)
            goes_on.set()
            return turn, running, await asyncio.gather(*waiting)

    turn, running, found = asyncio.run(ask())
    assert turn.json()["answer"]["values"][0]["value"] == "628"
    assert running == 1
    assert [one.json() for one in found] == [{"further": list(NEXT)}] * MANY
    assert len(began) == MANY
