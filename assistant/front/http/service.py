"""The processes of the service: one that watches over the workers, and the workers."""

from __future__ import annotations

import logging
import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from assistant.errors import KnowledgeError, ReportError
from assistant.folders import knowledge_folder
from assistant.front.http import metrics
from assistant.front.http.app import create_app
from assistant.front.http.counts import prepare
from assistant.front.http.faults import Complaints
from assistant.front.http.learning import must_be_usable
from assistant.front.http.protocol import Config
from assistant.front.http.settings import Settings
from assistant.front.listening import BACKLOG, address_of, listen
from assistant.front.streams import progress

LONGEST_HEAD = 16384
MOST_FILES = 65536
WORKER_PATIENCE = 60  # seconds that a worker may take to answer its parent, on a busy machine
FAILED = 1

log = logging.getLogger("gongkai")


def serve(settings: Settings) -> None:
    """Answer requests until the process is told to stop; then finish those that are running.

    Raises `UsageError` where the address cannot be listened on, and `ReportError`, `KnowledgeError`,
    `LearningError` or `OSError` where the reports or a log cannot be opened: before any worker is started.
    """
    with TemporaryDirectory(prefix="gongkai-") as folder:
        counts = Path(folder, "counts")
        prepare(counts)
        create_app(settings, counts)
        must_be_usable(settings)
        listening = listen(settings.host, settings.port)
        _allow_connections()
        progress(f"正在 http://{address_of(listening)} 提供服务，按 Ctrl-C 停止")
        os.environ[metrics.FOLDER] = folder
        Workers(_config(settings, counts), [listening]).run()


def _config(settings: Settings, counts: Path) -> Config:
    complaints = Complaints(settings.knowledge or knowledge_folder())
    return Config(
        partial(_work, settings, counts),
        patience=settings.timeout,
        unreadable=bytes(complaints.answer("bad_http").body),
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
    try:
        return create_app(settings, counts)
    except (KnowledgeError, ReportError, OSError) as fault:
        log.error("not started", extra={"said": {"fault": str(fault)}})
        sys.exit(FAILED)


def _follow(end_of_parent: Callable[[], None]) -> None:
    end_of_parent()
    os.kill(os.getpid(), signal.SIGTERM)


def _allow_connections() -> None:
    """As many open connections as the system lets this process have."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))
