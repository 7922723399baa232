"""What tests of several parts share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.serving import Service


@pytest.fixture(scope="session")
def served() -> Iterator[Service]:
    """The service over the bundled report, one for all tests; generous, for they come quickly."""
    from tests.serving import serving

    with serving("--rate", "1000000", "--total", "1000000") as service:
        yield service
