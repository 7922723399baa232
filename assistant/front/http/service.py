"""The processes of the service: one that watches over the workers, and the workers."""

from __future__ import annotations

import errno
import os
import socket
from functools import partial
from tempfile import TemporaryDirectory

import uvicorn
from uvicorn.supervisors import Multiprocess

from assistant.front.http import metrics
from assistant.front.http.app import create_app
from assistant.front.http.settings import Settings
from assistant.front.streams import UsageError, progress

BACKLOG = 2048
HEADERS = 16384
PATIENCE = 60  # seconds that a worker may take to answer its parent, on a busy machine


def serve(settings: Settings) -> None:
    """Answer requests until the process is told to stop; then finish those that are running.

    Raises `UsageError` where the address cannot be listened on, and `ReportError`, `KnowledgeError` or
    `OSError` where the reports or the log cannot be opened: before any worker is started.
    """
    create_app(settings)
    listening = _listen(settings)
    config = uvicorn.Config(
        partial(create_app, settings),
        factory=True,
        workers=settings.workers,
        http="h11",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.proxy),
        forwarded_allow_ips=list(settings.proxy),
        h11_max_incomplete_event_size=HEADERS,
        timeout_graceful_shutdown=settings.grace,
        timeout_worker_healthcheck=PATIENCE,
        backlog=BACKLOG,
    )
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    progress(f"正在 http://{shown}:{port} 提供服务，按 Ctrl-C 停止")
    with TemporaryDirectory(prefix="gongkai-") as folder:
        os.environ[metrics.FOLDER] = folder
        Multiprocess(config, [listening]).run()


def _listen(settings: Settings) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        listening = socket.create_server(
            (settings.host, settings.port), family=family, backlog=BACKLOG
        )
    except (OSError, UnicodeError) as fault:
        where = f"{settings.host}:{settings.port}"
        raise UsageError(f"不能在 {where} 提供服务（{_why(fault)}），请换一个地址或端口") from None
    listening.set_inheritable(True)
    return listening


def _why(fault: Exception) -> str:
    match getattr(fault, "errno", None):
        case errno.EADDRINUSE:
            return "已被别的程序占用"
        case errno.EACCES:
            return "没有权限"
        case _:
            return "没有这个地址"
