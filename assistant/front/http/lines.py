"""The log: a line of JSON for every request and event, of the service and of the server under it."""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from pathlib import Path

PROCESS = re.compile(r"\[\d+\]")


def open_log(path: Path | None, server: Mapping[str, str]) -> None:
    """Send the log of the service and of its server to a file, or to standard error.

    What the server says is said in the words of `server` (`log` in `knowledge/service.yaml`).

    The file is opened anew when it was moved away, as logrotate does. Raises `OSError`.
    """
    handler = (
        WatchedFileHandler(path, encoding="utf-8") if path else logging.StreamHandler(sys.stderr)
    )
    handler.setFormatter(Lines(server))
    for name in ("gongkai", "uvicorn", "asyncio"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(logging.INFO)
        logger.propagate = False


class Lines(logging.Formatter):
    """A record as one line of JSON; of an exception its kind and where it was raised, not what it says."""

    def __init__(self, server: Mapping[str, str]) -> None:
        """What the server says, in these words."""
        super().__init__()
        self._server = server

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        said: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": self._event(record.getMessage()),
            **getattr(record, "said", {}),
        }
        if record.exc_info and record.exc_info[0]:
            frames = traceback.extract_tb(record.exc_info[2])
            said["exception"] = record.exc_info[0].__name__
            said["at"] = [f"{Path(f.filename).name}:{f.lineno}" for f in frames]
        return json.dumps(said, ensure_ascii=False)

    def _event(self, said: str) -> str:
        process = PROCESS.search(said)
        number = process[0] if process else "[]"
        return self._server.get(PROCESS.sub("[]", said), said).replace("[]", number)
