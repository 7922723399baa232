"""The process of the desk: on this machine only, with a link that is printed once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import uvicorn
from fastapi import FastAPI
from starlette.exceptions import HTTPException

from assistant.engine import Assistant
from assistant.folders import knowledge_folder, read_yaml
from assistant.front.http.editing import routes
from assistant.front.http.editing.access import LOCAL, POLICY, Keys, Locked
from assistant.front.http.editing.bench import Bench
from assistant.front.http.headers import SecurityHeaders
from assistant.front.http.settings import Settings
from assistant.front.listening import address_of, listen
from assistant.front.streams import UsageError, progress

GRACE = 3  # seconds to finish what is being answered


def serve_desk(settings: Settings) -> None:
    """Open the desk until the process is told to stop.

    Raises `UsageError` where no log is named or the port is taken, and `LearningError`, `KnowledgeError` or
    `ReportError` where something cannot be opened.
    """
    folder = settings.knowledge or knowledge_folder()
    said = _sentences(settings)
    if settings.learn is None:
        raise UsageError(said["no_file"])
    bench = Bench(folder, settings.learn, settings.store, settings.report)
    listening = listen(LOCAL[0], settings.port)
    keys = Keys()
    app = create_app(settings, bench, keys, listening.getsockname()[1])
    address = f"http://{address_of(listening)}/?token={keys.token}"
    progress(said["link"].format(address=address))
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        log_level="error",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
    uvicorn.Server(config).run([listening])


def create_app(settings: Settings, bench: Bench, keys: Keys, port: int) -> FastAPI:
    """The application of the desk, which is asked on this port."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    said = _sentences(settings)
    app.state.settings, app.state.bench, app.state.keys = settings, bench, keys
    app.state.said = said
    app.state.labels = Assistant(bench.folder).wording["labels"]
    app.include_router(routes.router)
    app.add_exception_handler(HTTPException, routes.missing)
    app.add_middleware(Locked, keys=keys, port=port, said=said)
    app.add_middleware(SecurityHeaders, policy=POLICY)
    return app


def _sentences(settings: Settings) -> Mapping[str, Any]:
    folder = settings.knowledge or knowledge_folder()
    said: Mapping[str, Any] = read_yaml(folder / "desk.yaml")
    return said
