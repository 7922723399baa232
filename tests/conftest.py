"""What tests of several parts share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.serving import Service

# How long an example takes, or its making, says something of the machine and nothing of the code.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(scope="session")
def served() -> Iterator[Service]:
    """The service over the bundled report, one for all tests; generous, for they come quickly."""
    from tests.serving import serving

    with serving("--rate", "1000000", "--total", "1000000") as service:
        yield service
