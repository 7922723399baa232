"""The processes of the service: one that watches over the workers, and the workers.

The first sees that the reports can be opened, and then holds no more than it needs to watch: the application is
imported by the workers alone.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING

from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from assistant.engine import Assistant
from assistant.errors import KnowledgeError, ReportError
from assistant.folders import knowledge_folder
from assistant.front.http import metrics
from assistant.front.http.counts import prepare
from assistant.front.http.learning import must_be_usable
from assistant.front.http.lines import open_log
from assistant.front.http.protocol import Config
from assistant.front.http.said import read_said
from assistant.front.http.settings import Settings
from assistant.front.listening import BACKLOG, address_of, listen
from assistant.front.streams import progress

if TYPE_CHECKING:
    from fastapi import FastAPI

LONGEST_HEAD = 16384
MOST_FILES = 65536
WORKER_PATIENCE = 60  # seconds that a worker may take to answer its parent, on a busy machine
FAILED = 1
APPLICATION = "assistant.front.http.app"
# What fastapi needs itself, and the first process does not import.
STANDS_ON = ("anyio", "pydantic", "starlette")

log = logging.getLogger("gongkai")


def serve(settings: Settings) -> None:
    """Answer requests until the process is told to stop; then finish those that are running.

    Raises `ModuleNotFoundError` where the application cannot be imported, `UsageError` where the address cannot be
    listened on, and `ReportError`, `KnowledgeError`, `LearningError` or `OSError` where the reports or a log cannot be
    opened: before any worker is started.
    """
    with TemporaryDirectory(prefix="gongkai-") as folder:
        counts = Path(folder, "counts")
        prepare(counts)
        _must_be_there()
        _open_log(settings)
        _must_be_open(settings)
        must_be_usable(settings)
        listening = listen(settings.host, settings.port)
        _allow_connections()
        progress(f"正在 http://{address_of(listening)} 提供服务，按 Ctrl-C 停止")
        os.environ[metrics.FOLDER] = folder
        workers = Workers(_config(settings, counts), [listening])
        workers.run()
        if any(process.exitcode == STARTUP_FAILURE for process in workers.processes):
            # Raises what they could not import.
            import_module(APPLICATION)


def _must_be_there() -> None:
    """See that there is what the application stands on, without importing it; raises `ModuleNotFoundError`."""
    for name in STANDS_ON:
        if find_spec(name) is None:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _open_log(settings: Settings) -> None:
    open_log(settings.log, read_said(settings.knowledge or knowledge_folder())["log"])


def _must_be_open(settings: Settings) -> None:
    """See that the reports can be opened; raises what opening them raises."""
    Assistant(settings.knowledge, settings.report, settings.store)


def _config(settings: Settings, counts: Path) -> Config:
    return Config(
        partial(_work, settings, counts),
        patience=settings.timeout,
        unreadable=partial(_unreadable, settings.knowledge or knowledge_folder()),
        factory=True,
        workers=settings.workers,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.proxy),
        forwarded_allow_ips=list(settings.proxy),
        h11_max_incomplete_event_size=LONGEST_HEAD,
        timeout_graceful_shutdown=settings.grace,
        timeout_worker_healthcheck=WORKER_PATIENCE,
        backlog=BACKLOG,
    )


class Workers(Multiprocess):
    """The workers; one that dies is replaced."""

    def terminate_all(self) -> None:
        """Tell all to stop, and take no connection that nobody would answer."""
        for listening in self.sockets:
            listening.close()
        super().terminate_all()


def _work(settings: Settings, counts: Path) -> FastAPI:
    """The application of a worker, which ends with its parent."""
    parent = multiprocessing.parent_process()
    if parent:
        Thread(target=_follow, args=(parent.join,), daemon=True).start()
    _open_log(settings)
    try:
        from assistant.front.http.app import create_app

        return create_app(settings, counts)
    except (KnowledgeError, ReportError, OSError) as fault:
        log.error("not started", extra={"said": {"fault": str(fault)}})
        sys.exit(FAILED)
    except ModuleNotFoundError:
        # The next one would fail as well.
        sys.exit(STARTUP_FAILURE)


@cache
def _unreadable(folder: Path) -> bytes:
    """The answer of a worker to what is no HTTP."""
    from assistant.front.http.faults import Complaints

    return bytes(Complaints(folder).answer("bad_http").body)


def _follow(end_of_parent: Callable[[], None]) -> None:
    end_of_parent()
    os.kill(os.getpid(), signal.SIGTERM)


def _allow_connections() -> None:
    """As many open connections as the system lets this process have."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))
