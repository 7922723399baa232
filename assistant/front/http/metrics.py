"""What is counted, for Prometheus; of all workers together where there are several."""

from __future__ import annotations

import os

from prometheus_client import (
    REGISTRY,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

# Where the workers of one service count together; prometheus_client reads it when it is imported.
FOLDER = "PROMETHEUS_MULTIPROC_DIR"
BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

REQUESTS = Counter("gongkai_requests", "HTTP requests", ("route", "method", "status"))
SECONDS = Histogram(
    "gongkai_request_seconds", "Time to answer a request", ("route",), buckets=BUCKETS
)
ANSWERS = Counter("gongkai_answers", "Answers by status", ("status",))
REPORTS = Gauge("gongkai_reports", "Reports loaded", multiprocess_mode="mostrecent")
RELOADS = Counter("gongkai_reloads", "Changes of the reports or terms", ("outcome",))


def exposition() -> bytes:
    """Everything counted so far, in the text format of Prometheus."""
    if FOLDER not in os.environ:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
